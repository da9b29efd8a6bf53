"""A form as the three sheets of an XLSForm workbook that ODK, Kobo and pyxform read too.

A section is a group, a question with several values a group in it. What XLSForm has no word for stands in columns that
begin with `pug_`, which other programs pass over.
"""

from collections.abc import Iterable, Mapping

from pug_desktop.forms.schema import AnswerKind, Bounds, Constraint, Form, Option, Question, Section, Text
from pug_desktop.forms.xlsform.columns import CHOICES, ENGLISH, HEADINGS, INDONESIAN, SETTINGS, SURVEY, Grid
from pug_desktop.forms.xlsform.layout import BOUNDED, MANY, ONE, SINGLE, YES_NO, Part, fraction_parts, parts_of
from pug_desktop.forms.xlsform.rules import NO, YES, condition_text, constraint_text, required_text

DEFINITION = "definition"
"""The row under a section's heading that says what it is about."""
ROLLUP_KEYS = ("rule", "source", "of", "detail")

Row = dict[str, str]


def grids_of(form: Form) -> tuple[Grid, ...]:
    """The sheets survey, choices and settings."""
    written = _Written(form)
    return (
        _grid("survey", SURVEY, written.survey),
        _grid("choices", CHOICES, written.choices),
        _grid("settings", SETTINGS, [_settings(form)]),
    )


def _grid(name: str, headings: tuple[str, ...], rows: Iterable[Row]) -> Grid:
    return Grid(name, HEADINGS[name], tuple(tuple(row.get(heading, "") for heading in headings) for row in rows))


def _settings(form: Form) -> Row:
    return {
        "form_title": form.title.id,
        "form_id": form.form,
        "version": str(form.version),
        "default_language": INDONESIAN,
        "pug_title_en": form.title.en,
        "pug_source": form.source,
        "pug_derives": form.derives,
    }


def _worded(base: str, text: Text | None) -> Row:
    return {f"{base}::{INDONESIAN}": text.id, f"{base}::{ENGLISH}": text.en} if text else {}


def _ours(base: str, text: Text | None) -> Row:
    return {f"{base}_id": text.id, f"{base}_en": text.en} if text else {}


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.splitlines()) for text in texts)


class _Written:
    """The rows of a form."""

    def __init__(self, form: Form) -> None:
        self.survey: list[Row] = []
        self.choices: list[Row] = []
        self._asked: Mapping[str, Question] = {each.name: each for each in form.questions}
        self._yes_no = "ya_tidak"
        while self._yes_no in self._asked:
            self._yes_no += "_"
        if any(self._has_yes_no(each) for each in form.questions):
            self._list(self._yes_no, (Option(YES, Text("Ya", "Yes")), Option(NO, Text("Tidak", "No"))))
        for section in form.sections:
            self._section(section)

    def _has_yes_no(self, question: Question) -> bool:
        return SINGLE.get(question.kind) == YES_NO or any(part.type == YES_NO for part in parts_of(question))

    def _section(self, section: Section) -> None:
        self.survey.append(
            {
                "type": "begin_group",
                "name": section.name,
                **_worded("label", section.label),
                "pug_lke_group": section.lke_group,
                "pug_aliases": _lines(section.aliases),
            }
        )
        self.survey.append(
            {"type": "note", "name": f"{section.name}.{DEFINITION}", **_worded("label", section.definition)}
        )
        for question in section.questions:
            self._question(question)
        self.survey.append({"type": "end_group"})

    def _question(self, question: Question) -> None:
        if choices := question.options or (question.items if question.kind is AnswerKind.CHECKLIST else ()):
            self._list(question.name, choices)
        row = {"name": question.name, **_worded("label", question.label), **self._described(question)}
        hint, rules = _worded("hint", question.hint), self._rules(question)
        if question.kind in SINGLE:
            kind = self._type(SINGLE[question.kind], question)
            self.survey.append({"type": kind, **row, **hint, **rules, **self._constraint(question, question.bounds)})
            return
        self.survey.append({"type": "begin_group", **row})
        for number, part in enumerate(parts_of(question)):
            # A group shows no hint and is never required: its first row does both.
            self._part(question, part, {**hint, **rules} if number == 0 else None)
        self.survey.append({"type": "end_group"})

    def _part(self, question: Question, part: Part, first: Row | None) -> None:
        """The row of one part, with what belongs on the first row of its question."""
        row = {"name": f"{question.name}.{part.name}", **_worded("label", part.label)}
        bounds = question.bounds if part.name in BOUNDED.get(question.kind, ()) else None
        if question.kind is AnswerKind.DECIMAL_MULTI:
            item = question.choice(part.name)
            bounds = (item.bounds if item else None) or question.bounds
        rules = {**(first or {}), **self._constraint(question, bounds, is_first=first is not None)}
        if part.type != "group":
            self.survey.append({"type": self._type(part.type, question), **row, **rules})
            return
        self.survey.append({"type": "begin_group", **row})
        for each in fraction_parts(question):
            inner = {"name": f"{row['name']}.{each.name}", **_worded("label", each.label)}
            self.survey.append({"type": each.type, **inner, **rules})
            rules = {}
        self.survey.append({"type": "end_group"})

    def _type(self, kind: str, question: Question) -> str:
        if kind == YES_NO:
            return f"{ONE} {self._yes_no}"
        return f"{kind} {question.name}" if kind in (ONE, MANY) else kind

    def _list(self, name: str, choices: Iterable[Option]) -> None:
        for each in choices:
            self.choices.append({"list_name": name, "name": each.name, **_worded("label", each.label)})

    def _described(self, question: Question) -> Row:
        warnings = [each for each in question.constraints if each.severity != "error"]
        rollup = {key: getattr(question.rollup, key) for key in ROLLUP_KEYS} if question.rollup else {}
        return {
            "relevant": condition_text(question.relevant, self._asked) if question.relevant else "",
            "pug_kind": question.kind.value,
            **_ours("pug_unit", question.unit),
            **_ours("pug_note", question.note),
            "pug_evidence": _lines(question.evidence),
            "pug_evidence_required": YES if question.evidence_required else NO,
            "pug_frequency": question.frequency,
            "pug_auto_from": question.auto_from or "",
            "pug_rollup": "; ".join(f"{key}={value}" for key, value in rollup.items() if value),
            "pug_lke_group": question.lke_group,
            "pug_warning": constraint_text(None, warnings, self._asked, question.name),
            "pug_warning_message_id": _lines(each.message.id for each in warnings),
            "pug_warning_message_en": _lines(each.message.en for each in warnings),
            "pug_basis": _lines(question.basis),
        }

    def _rules(self, question: Question) -> Row:
        return {"required": required_text(question.required, self._asked)}

    def _constraint(self, question: Question, bounds: Bounds | None, *, is_first: bool = True) -> Row:
        errors: list[Constraint] = []
        if is_first:
            errors = [each for each in question.constraints if each.severity == "error"]
        message = Text(_lines(each.message.id for each in errors), _lines(each.message.en for each in errors))
        return {
            "constraint": constraint_text(bounds, errors, self._asked, question.name),
            **(_worded("constraint_message", message) if errors else {}),
        }
