"""Where in the workbook a mistake stands that the loader of forms tells by the name of a question."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pug_desktop.forms.schema import Text
from pug_desktop.forms.tables import Mistake
from pug_desktop.forms.xlsform.columns import Columns, Finding

_QUESTION = re.compile(r'question "(?P<name>[^"]*)"')
_SECTION = re.compile(r'section "(?P<name>[^"]*)"')
_CHOICE = re.compile(r'(?:options|items) "(?P<name>[^"]*)"')

_COLUMNS: Mapping[str, str] = {
    "label": "label",
    "hint": "hint",
    "definition": "label",
    "name": "name",
    "relevant": "relevant",
    "required": "required",
    "constraint": "constraint",
    "message": "constraint_message",
    "min": "constraint",
    "max": "constraint",
    "unit": "pug_unit_id",
    "note": "pug_note_id",
    "rollup": "pug_rollup",
    "frequency": "pug_frequency",
    "auto_from": "pug_auto_from",
    "lke_group": "pug_lke_group",
    "aliases": "pug_aliases",
    "evidence_required": "pug_evidence_required",
    "evidence": "pug_evidence",
    "basis": "pug_basis",
    "options": "type",
    "items": "type",
    "numerator": "type",
    "denominator": "type",
}
_WORD = re.compile(r"[a-z_]+")
_SETTINGS = {"form": "form_id", "version": "version", "title": "form_title", "source": "pug_source"}


@dataclass(slots=True)
class Places:
    """The rows of what has a name; the first row of a question is its own, the others stand inside it."""

    sections: dict[str, int] = field(default_factory=dict)
    questions: dict[str, tuple[int, ...]] = field(default_factory=dict)
    choices: dict[tuple[str, str], int] = field(default_factory=dict)

    def question_of(self, mistake: Mistake) -> str:
        """The name of the question that a mistake is about; "" for another one."""
        match = _QUESTION.search(mistake.place)
        return match["name"] if match and match["name"] in self.questions else ""


def finding_of(mistake: Mistake, places: Places, sheets: Mapping[str, Columns]) -> Finding:
    """The mistake with its place in the workbook."""
    name = places.question_of(mistake)
    choice = _CHOICE.search(mistake.place)
    if name and choice and (name, choice["name"]) in places.choices:
        return sheets["choices"].finding(places.choices[name, choice["name"]], "name", mistake.problem)
    survey = sheets["survey"]
    if name:
        words = (*_WORD.findall(mistake.place.partition(f'"{name}"')[2]), mistake.key)
        base = next((_COLUMNS[word] for word in words if word in _COLUMNS), "name")
        row, base = _cell(survey, places.questions[name], base)
        return survey.finding(row, base, mistake.problem)
    if (match := _SECTION.search(mistake.place)) and match["name"] in places.sections:
        return survey.finding(places.sections[match["name"]], "name", mistake.problem)
    top = mistake.place or mistake.key
    if top in _SETTINGS:
        return sheets["settings"].finding(2, _SETTINGS[top], mistake.problem)
    where, problem = f"{mistake.place}: " if mistake.place else "", mistake.problem
    return Finding("survey", 0, 0, "", Text(f"{where}{problem.id}", f"{where}{problem.en}"))


def _cell(survey: Columns, rows: Sequence[int], base: str) -> tuple[int, str]:
    """Row and column that hold the words a mistake is about: a warning is a constraint, and may stand further in."""
    wanted = (base, "pug_warning") if base == "constraint" else (base,)
    cells = survey.grid.rows
    held = ((row, each) for each in wanted for row in rows if survey.text(cells[row - 2], each))
    return next(held, (rows[0], base))
