"""Where in the workbook a mistake stands that the loader of forms tells by the name of a question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pug_desktop.forms.tables import Mistake
from pug_desktop.forms.xlsform.columns import Columns, Finding

_QUESTION = re.compile(r'question "(?P<name>[^"]*)"')
_SECTION = re.compile(r'section "(?P<name>[^"]*)"')
_CHOICE = re.compile(r'(?:options|items) "(?P<name>[^"]*)"')
_NUMBERED = re.compile(r"question nomor [0-9]+")

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
    """The rows of what has a name."""

    sections: dict[str, int] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)
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
    if name:
        rest, survey, row = mistake.place.partition(f'"{name}"')[2], sheets["survey"], places.questions[name]
        return survey.finding(row, _column(rest, mistake.problem) or _rule_of(survey, row), mistake.problem)
    if (match := _SECTION.search(mistake.place)) and match["name"] in places.sections:
        return sheets["survey"].finding(places.sections[match["name"]], "name", mistake.problem)
    for word in _WORD.findall(mistake.problem):
        if word in _SETTINGS and mistake.place == "awal berkas":
            return sheets["settings"].finding(2, _SETTINGS[word], mistake.problem)
    return Finding("survey", 0, 0, "", f"{mistake.place}: {mistake.problem}")


def _column(place: str, problem: str) -> str:
    for word in _WORD.findall(f"{place} {problem}"):
        if word in _COLUMNS:
            return _COLUMNS[word]
    return ""


def _rule_of(survey: Columns, row: int) -> str:
    """The column that holds a rule in that row: what is wrong with a comparison is told without naming it."""
    cells = survey.grid.rows[row - 2]
    return next((base for base in ("relevant", "required", "constraint") if survey.text(cells, base)), "name")
