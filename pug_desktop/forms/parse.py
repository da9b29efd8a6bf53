"""From the tables of a TOML file to a form, checked while it is built: a form that loads can be filled in."""

import re
from collections.abc import Mapping
from dataclasses import replace

from pug_desktop.forms.parse_rules import bounds_of, condition_of, constraints_of, required_of, rollup_of
from pug_desktop.forms.schema import (
    AUTO_SOURCES,
    FREQUENCIES,
    AnswerKind,
    Form,
    Option,
    Question,
    Section,
    Text,
)
from pug_desktop.forms.tables import (
    Mistake,
    Table,
    check_keys,
    name_of,
    need,
    one_of,
    optional_text,
    optional_words,
    tables_of,
    text_of,
    texts,
    words_of,
)

_FORM_KEYS = ("form", "version", "title", "source", "derives", "section")
_SECTION_KEYS = ("name", "label", "definition", "lke_group", "aliases", "question")
_DERIVED_KEYS = ("name", "label", "definition", "lke_group", "aliases")
_QUESTION_KEYS = (
    *("name", "kind", "label", "hint", "options", "items", "numerator", "denominator", "evidence"),
    *("evidence_required", "frequency", "auto_from", "rollup", "relevant", "note", "basis"),
    *("required", "unit", "min", "max", "constraint", "lke_group"),
)

_ITEM_KEYS = ("name", "id", "en", "min", "max")

_NEEDS_OPTIONS = (AnswerKind.ENUM, AnswerKind.ENUM_WITH_YEAR, AnswerKind.MULTI_ENUM)
_MAY_HAVE_OPTIONS = (*_NEEDS_OPTIONS, AnswerKind.RATIO_AND_COUNT, AnswerKind.CURRENCY_AND_PERCENTAGE)
_NEEDS_ITEMS = (
    *(AnswerKind.CHECKLIST, AnswerKind.CHECKLIST_DATES),
    *(AnswerKind.DECIMAL_MULTI, AnswerKind.RATIO_MULTI),
)
_NEEDS_FRACTION = (AnswerKind.RATIO, AnswerKind.RATIO_AND_COUNT, AnswerKind.RATIO_MULTI)

_HAS_UNIT = (
    *(AnswerKind.INTEGER, AnswerKind.INTEGER_BY_SEX),
    *(AnswerKind.INTEGER_WITH_LIST, AnswerKind.DECIMAL),
)


def form_from(told: Table, sha256: str) -> Form:
    """The form that the tables of a file describe.

    Raises:
        Mistake: the first one that is met.
    """
    place = ""
    check_keys(told, _FORM_KEYS, place)
    name = text_of(told, "form", place)
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        indonesian = f'form = "{name}" hanya boleh huruf kecil, angka, dan tanda hubung'
        english = f'form = "{name}" may hold small letters, digits and hyphens only'
        raise Mistake(place, indonesian, english, "form")
    version = need(told, "version", place)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        indonesian = "version harus bilangan bulat mulai dari 1"
        raise Mistake(place, indonesian, "version must be a whole number of 1 or more", "version")
    title = words_of(told, "title", place)
    source = text_of(told, "source", place)
    derives = optional_text(told, "derives", place) or ""
    earlier: dict[str, Question] = {}
    sections: list[Section] = []
    for number, table in enumerate(tables_of(told, "section", place), start=1):
        section = _derived(table, number) if derives else _section(table, number, earlier)
        if any(section.name == each.name for each in sections):
            raise Mistake(
                f'section "{section.name}"', "nama bagian ini sudah dipakai", "this section name is taken", "name"
            )
        sections.append(section)
    return Form(name, version, title, source, tuple(sections), sha256, derives)


def _derived(table: Table, number: int) -> Section:
    """A section that gathers the questions of another form by their group."""
    name = name_of(table, f"section {number}")
    place = f'section "{name}"'
    check_keys(table, _DERIVED_KEYS, place)
    label, definition = words_of(table, "label", place), words_of(table, "definition", place)
    return Section(name, label, definition, (), text_of(table, "lke_group", place), texts(table, "aliases", place))


def _section(table: Table, number: int, earlier: dict[str, Question]) -> Section:
    name = name_of(table, f"section {number}")
    place = f'section "{name}"'
    check_keys(table, _SECTION_KEYS, place)
    label = words_of(table, "label", place)
    definition = words_of(table, "definition", place)
    questions = []
    for position, told in enumerate(tables_of(table, "question", place), start=1):
        question = _question(told, f"{place}, question {position}", earlier)
        earlier[question.name] = question
        questions.append(question)
    lke_group = optional_text(table, "lke_group", place) or ""
    return Section(name, label, definition, tuple(questions), lke_group, texts(table, "aliases", place))


def _question(table: Table, where: str, earlier: Mapping[str, Question]) -> Question:
    name = name_of(table, where)
    place = f'question "{name}"'
    if name in earlier:
        raise Mistake(place, "nama pertanyaan ini sudah dipakai", "this question name is taken", "name")
    check_keys(table, _QUESTION_KEYS, place)
    kind = AnswerKind(one_of(table, "kind", tuple(AnswerKind), place))
    required = table.get("evidence_required", False)
    if not isinstance(required, bool):
        key = "evidence_required"
        raise Mistake(place, f"{key} harus true atau false", f"{key} must be true or false", key)
    question = Question(
        name=name,
        kind=kind,
        label=words_of(table, "label", place),
        hint=optional_words(table, "hint", place),
        options=_options(table, "options", place, None),
        items=_options(table, "items", place, kind),
        numerator=optional_words(table, "numerator", place),
        denominator=optional_words(table, "denominator", place),
        evidence=texts(table, "evidence", place),
        evidence_required=required,
        frequency=one_of(table, "frequency", FREQUENCIES, place) if "frequency" in table else "annual",
        auto_from=one_of(table, "auto_from", AUTO_SOURCES, place) if "auto_from" in table else None,
        rollup=rollup_of(table, kind, place),
        relevant=condition_of(table, "relevant", place, earlier),
        required=required_of(table, place, earlier),
        unit=optional_words(table, "unit", place),
        bounds=bounds_of(table, kind, place),
        lke_group=optional_text(table, "lke_group", place) or "",
        note=optional_words(table, "note", place),
        basis=texts(table, "basis", place),
    )
    _check_fits_kind(question, place)
    return replace(question, constraints=constraints_of(table, question, place, earlier))


def _check_fits_kind(question: Question, place: str) -> None:
    kind = question.kind
    if kind in _NEEDS_OPTIONS and not question.options:
        raise Mistake(place, f"{kind} memerlukan options", f"{kind} needs options", "options")
    if question.options and kind not in _MAY_HAVE_OPTIONS:
        raise Mistake(place, f"{kind} tidak memakai options", f"{kind} has no options", "options")
    if kind in _NEEDS_ITEMS and not question.items:
        raise Mistake(place, f"{kind} memerlukan items", f"{kind} needs items", "items")
    if question.items and kind not in _NEEDS_ITEMS:
        raise Mistake(place, f"{kind} tidak memakai items", f"{kind} has no items", "items")
    if kind in _NEEDS_FRACTION and not (question.numerator and question.denominator):
        indonesian, english = f"{kind} memerlukan numerator dan denominator", f"{kind} needs numerator and denominator"
        raise Mistake(place, indonesian, english, "numerator")
    if (question.numerator or question.denominator) and kind not in _NEEDS_FRACTION:
        indonesian = f"{kind} tidak memakai numerator dan denominator"
        raise Mistake(place, indonesian, f"{kind} has no numerator and denominator", "numerator")
    if question.unit and kind not in _HAS_UNIT:
        raise Mistake(place, f"{kind} tidak memakai unit", f"{kind} has no unit", "unit")
    if question.evidence_required and not question.evidence:
        indonesian, english = (
            "evidence_required tanpa contoh di evidence",
            "evidence_required without an example in evidence",
        )
        raise Mistake(place, indonesian, english, "evidence_required")


def _options(table: Table, key: str, place: str, kind: AnswerKind | None) -> tuple[Option, ...]:
    if key not in table:
        return ()
    made: list[Option] = []
    for number, told in enumerate(tables_of(table, key, place), start=1):
        name = name_of(told, f"{place}, {key} {number}")
        where = f'{place}, {key} "{name}"'
        check_keys(told, _ITEM_KEYS if kind is AnswerKind.DECIMAL_MULTI else ("name", "id", "en"), where)
        if any(name == each.name for each in made):
            raise Mistake(where, "nama ini sudah dipakai", "this name is taken", "name")
        bounds = bounds_of(told, kind, where) if kind else None
        made.append(Option(name, Text(text_of(told, "id", where), text_of(told, "en", where)), bounds))
    return tuple(made)
