"""From the tables of a TOML file to a form, checked while it is built: a form that loads can be filled in.

Every key that is not known is a mistake, with the nearest known one as a suggestion.
"""

import difflib
import re
from collections.abc import Iterable, Mapping

from pug_desktop.forms.schema import (
    AUTO_SOURCES,
    FREQUENCIES,
    OPERATORS,
    ROLLUP_GIVES,
    AnswerKind,
    Condition,
    Form,
    Option,
    Question,
    Rollup,
    Section,
    Text,
)

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")

_FORM_KEYS = ("form", "version", "title", "source", "section")
_SECTION_KEYS = ("name", "label", "definition", "lke_group", "aliases", "question")
_QUESTION_KEYS = (
    *("name", "kind", "label", "hint", "options", "items", "numerator", "denominator", "evidence"),
    *("evidence_required", "frequency", "auto_from", "rollup", "relevant", "note", "basis"),
)
_ROLLUP_KEYS = ("source", "rule", "of", "detail")

_NEEDS_OPTIONS = (AnswerKind.ENUM, AnswerKind.ENUM_WITH_YEAR, AnswerKind.MULTI_ENUM)
_MAY_HAVE_OPTIONS = (*_NEEDS_OPTIONS, AnswerKind.RATIO_AND_COUNT, AnswerKind.CURRENCY_AND_PERCENTAGE)
_NEEDS_ITEMS = (
    *(AnswerKind.CHECKLIST, AnswerKind.CHECKLIST_DATES),
    *(AnswerKind.DECIMAL_MULTI, AnswerKind.RATIO_MULTI),
)
_NEEDS_FRACTION = (AnswerKind.RATIO, AnswerKind.RATIO_AND_COUNT, AnswerKind.RATIO_MULTI)

_YES_NO = (AnswerKind.BOOLEAN, AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.BOOLEAN_WITH_VALUE)
_NUMBERS = (AnswerKind.INTEGER, AnswerKind.INTEGER_WITH_LIST, AnswerKind.CURRENCY_IDR)
_CHOICES = (AnswerKind.ENUM, AnswerKind.ENUM_WITH_YEAR)

Table = Mapping[str, object]


class Mistake(Exception):
    """One mistake of a form file: where it stands and what it is."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(place, problem)
        self.place = place
        self.problem = problem


def form_from(told: Table, sha256: str) -> Form:
    """The form that the tables of a file describe.

    Raises:
        Mistake: the first one that is met.
    """
    place = "awal berkas"
    _check_keys(told, _FORM_KEYS, place)
    name = _text_of(told, "form", place)
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise Mistake(place, f'form = "{name}" hanya boleh huruf kecil, angka, dan tanda hubung')
    version = _need(told, "version", place)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Mistake(place, "version harus bilangan bulat mulai dari 1")
    title = _words_of(told, "title", place)
    source = _text_of(told, "source", place)
    earlier: dict[str, Question] = {}
    sections: list[Section] = []
    for number, table in enumerate(_tables_of(told, "section", place), start=1):
        section = _section(table, number, earlier)
        if any(section.name == each.name for each in sections):
            raise Mistake(f'section "{section.name}"', "nama bagian ini sudah dipakai")
        sections.append(section)
    return Form(name, version, title, source, tuple(sections), sha256)


def _section(table: Table, number: int, earlier: dict[str, Question]) -> Section:
    name = _name_of(table, f"section nomor {number}")
    place = f'section "{name}"'
    _check_keys(table, _SECTION_KEYS, place)
    label = _words_of(table, "label", place)
    definition = _words_of(table, "definition", place)
    questions = []
    for position, told in enumerate(_tables_of(table, "question", place), start=1):
        question = _question(told, f"{place}, question nomor {position}", earlier)
        earlier[question.name] = question
        questions.append(question)
    lke_group = _optional_text(table, "lke_group", place) or ""
    return Section(name, label, definition, tuple(questions), lke_group, _texts(table, "aliases", place))


def _question(table: Table, where: str, earlier: Mapping[str, Question]) -> Question:
    name = _name_of(table, where)
    place = f'question "{name}"'
    if name in earlier:
        raise Mistake(place, "nama pertanyaan ini sudah dipakai")
    _check_keys(table, _QUESTION_KEYS, place)
    kind = AnswerKind(_one_of(table, "kind", tuple(AnswerKind), place))
    required = table.get("evidence_required", False)
    if not isinstance(required, bool):
        raise Mistake(place, "evidence_required harus true atau false")
    question = Question(
        name=name,
        kind=kind,
        label=_words_of(table, "label", place),
        hint=_optional_words(table, "hint", place),
        options=_options(table, "options", place),
        items=_options(table, "items", place),
        numerator=_optional_words(table, "numerator", place),
        denominator=_optional_words(table, "denominator", place),
        evidence=_texts(table, "evidence", place),
        evidence_required=required,
        frequency=_one_of(table, "frequency", FREQUENCIES, place) if "frequency" in table else "annual",
        auto_from=_one_of(table, "auto_from", AUTO_SOURCES, place) if "auto_from" in table else None,
        rollup=_rollup(table, kind, place),
        relevant=_condition(table, place, earlier),
        note=_optional_words(table, "note", place),
        basis=_texts(table, "basis", place),
    )
    _check_fits_kind(question, place)
    return question


def _check_fits_kind(question: Question, place: str) -> None:
    kind = question.kind
    if kind in _NEEDS_OPTIONS and not question.options:
        raise Mistake(place, f"{kind} memerlukan options")
    if question.options and kind not in _MAY_HAVE_OPTIONS:
        raise Mistake(place, f"{kind} tidak memakai options")
    if kind in _NEEDS_ITEMS and not question.items:
        raise Mistake(place, f"{kind} memerlukan items")
    if question.items and kind not in _NEEDS_ITEMS:
        raise Mistake(place, f"{kind} tidak memakai items")
    if kind in _NEEDS_FRACTION and not (question.numerator and question.denominator):
        raise Mistake(place, f"{kind} memerlukan numerator dan denominator")
    if (question.numerator or question.denominator) and kind not in _NEEDS_FRACTION:
        raise Mistake(place, f"{kind} tidak memakai numerator dan denominator")
    if question.evidence_required and not question.evidence:
        raise Mistake(place, "evidence_required tanpa contoh di evidence")


def _rollup(table: Table, kind: AnswerKind, place: str) -> Rollup | None:
    if "rollup" not in table:
        return None
    told = _table(table["rollup"], "rollup", place)
    _check_keys(told, _ROLLUP_KEYS, f"{place}, rollup")
    rule = _one_of(told, "rule", tuple(ROLLUP_GIVES), place)
    if ROLLUP_GIVES[rule] is not kind:
        raise Mistake(place, f'rollup "{rule}" menghasilkan {ROLLUP_GIVES[rule]}, bukan {kind}')
    of = _one_of(told, "of", ("offices",), place) if "of" in told else None
    return Rollup(_text_of(told, "source", place), rule, of, _optional_text(told, "detail", place))


def _condition(table: Table, place: str, earlier: Mapping[str, Question]) -> Condition | None:
    if "relevant" not in table:
        return None
    told = _table(table["relevant"], "relevant", place)
    _check_keys(told, ("question", *OPERATORS), f"{place}, relevant")
    name = _text_of(told, "question", place)
    if name not in earlier:
        hint = _nearest(name, earlier)
        raise Mistake(place, f'relevant menyebut "{name}", yang tidak ditanyakan sebelum pertanyaan ini{hint}')
    operators = [each for each in told if each != "question"]
    if len(operators) != 1:
        raise Mistake(place, f"relevant memerlukan tepat satu dari: {', '.join(OPERATORS)}")
    operator = operators[0]
    value = told[operator]
    _check_condition(earlier[name], operator, value, place)
    return Condition(name, operator, tuple(value) if isinstance(value, list) else value)


def _check_condition(asked: Question, operator: str, value: object, place: str) -> None:
    """Whether this comparison can ever hold for answers to that question."""
    if operator == "answered":
        if not isinstance(value, bool):
            raise Mistake(place, "answered harus true atau false")
        return
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if operator in ("at_least", "less_than"):
        if asked.kind not in _NUMBERS:
            raise Mistake(place, f'{operator} memerlukan jawaban angka, sedangkan "{asked.name}" {asked.kind}')
        if not is_number:
            raise Mistake(place, f"{operator} harus bilangan bulat")
        return
    if operator == "one_of" and not (isinstance(value, list) and value):
        raise Mistake(place, "one_of harus daftar yang tidak kosong")
    for each in value if isinstance(value, list) and operator == "one_of" else [value]:
        fits = (
            (asked.kind in _YES_NO and isinstance(each, bool))
            or (asked.kind in _NUMBERS and isinstance(each, int) and not isinstance(each, bool))
            or (asked.kind in _CHOICES and isinstance(each, str))
            or (asked.kind is AnswerKind.TEXT and isinstance(each, str))
        )
        if not fits:
            raise Mistake(place, f'{operator} tidak cocok dengan jawaban "{asked.name}" ({asked.kind})')
        names = [option.name for option in asked.options]
        if asked.kind in _CHOICES and each not in names:
            raise Mistake(place, f'"{each}" bukan pilihan dari "{asked.name}"{_nearest(str(each), names)}')


# --- reading one key ----------------------------------------------------------------------------------------------


def _nearest(word: str, known: Iterable[str]) -> str:
    found = difflib.get_close_matches(word, list(known), n=1)
    return f'; maksudnya "{found[0]}"?' if found else ""


def _check_keys(table: Table, known: tuple[str, ...], place: str) -> None:
    for key in table:
        if key not in known:
            raise Mistake(place, f'kunci "{key}" tidak dikenal{_nearest(key, known)}')


def _need(table: Table, key: str, place: str) -> object:
    if key not in table:
        raise Mistake(place, f"{key} tidak ada")
    return table[key]


def _table(value: object, key: str, place: str) -> Table:
    if not isinstance(value, dict):
        raise Mistake(place, f"{key} harus tabel {{ ... }}")
    return value


def _tables_of(table: Table, key: str, place: str) -> list[Table]:
    value = _need(table, key, place)
    if not isinstance(value, list) or not value:
        raise Mistake(place, f"{key} harus ditulis sebagai [[{key}]], paling sedikit satu")
    return [_table(each, key, place) for each in value]


def _text_of(table: Table, key: str, place: str) -> str:
    value = _need(table, key, place)
    if not isinstance(value, str) or not value.strip():
        raise Mistake(place, f"{key} harus teks yang tidak kosong")
    return value


def _optional_text(table: Table, key: str, place: str) -> str | None:
    return _text_of(table, key, place) if key in table else None


def _name_of(table: Table, place: str) -> str:
    name = _text_of(table, "name", place)
    if not _NAME.fullmatch(name):
        raise Mistake(place, f'name = "{name}" hanya boleh huruf, angka, titik, garis bawah, dan tanda hubung')
    return name


def _one_of(table: Table, key: str, known: tuple[str, ...], place: str) -> str:
    value = _text_of(table, key, place)
    if value not in known:
        raise Mistake(place, f'{key} = "{value}" tidak dikenal{_nearest(value, known)}')
    return value


def _texts(table: Table, key: str, place: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise Mistake(place, f"{key} harus daftar teks")
    return tuple(value)


def _words_of(table: Table, key: str, place: str) -> Text:
    told = _table(_need(table, key, place), key, place)
    _check_keys(told, ("id", "en"), f"{place}, {key}")
    return Text(_text_of(told, "id", f"{place}, {key}"), _text_of(told, "en", f"{place}, {key}"))


def _optional_words(table: Table, key: str, place: str) -> Text | None:
    return _words_of(table, key, place) if key in table else None


def _options(table: Table, key: str, place: str) -> tuple[Option, ...]:
    if key not in table:
        return ()
    made: list[Option] = []
    for number, told in enumerate(_tables_of(table, key, place), start=1):
        name = _name_of(told, f"{place}, {key} nomor {number}")
        where = f'{place}, {key} "{name}"'
        _check_keys(told, ("name", "id", "en"), where)
        if any(name == each.name for each in made):
            raise Mistake(where, "nama ini sudah dipakai")
        made.append(Option(name, Text(_text_of(told, "id", where), _text_of(told, "en", where))))
    return tuple(made)
