"""What is wrong or doubtful on a sheet: what the rules of its form find, and what only a sheet knows."""

from pug_desktop.app.evidence_problems import evidence_problems
from pug_desktop.app.sheets import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.forms.problems import WARNING, WORK_LEFT, Problem, is_empty, question_problems
from pug_desktop.forms.schema import Text

SETTLED = ("belum_ada", "proses", "tidak_relevan")
"""States in which a question needs no value."""


def of_sheet(ws: Workspace, sheet: Sheet) -> tuple[Problem, ...]:
    """Every problem of the sheet in its order, errors and warnings."""
    items = [item for section in sheet.sections for item in section.items]
    answers = _answers(sheet)
    today = ws.today.isoformat()
    found: list[Problem] = []
    for item in items:
        settled = item.status in SETTLED
        found += question_problems(item.question, answers, year=sheet.year, today=today, settled=settled)
        found += _own(item)
        found += evidence_problems(item, sheet.year, today)
    return tuple(found)


def while_typing(ws: Workspace, sheet: Sheet, item: str, value: object) -> tuple[Problem, ...]:
    """The problems of an answer as it is being typed; what is still missing is not told before it is left."""
    question = sheet.form.question(item)
    answers = {**_answers(sheet), item: value}
    found = question_problems(question, answers, year=sheet.year, today=ws.today.isoformat(), settled=True)
    return tuple(each for each in found if each.rule not in WORK_LEFT)


def _answers(sheet: Sheet) -> dict[str, object]:
    """The values that count; a question that somebody marked as not relevant has none."""
    return {
        item.question.name: item.effective
        for section in sheet.sections
        for item in section.items
        if item.status != "tidak_relevan"
    }


def _own(item: SheetItem) -> list[Problem]:
    name = item.question.name
    found = []
    if item.open:
        cause = Text(
            "Butir ini mempunyai dua isian dari dua komputer.", "This question holds two answers of two devices."
        )
        remedy = Text("Putuskan mana yang berlaku.", "Decide which one counts.")
        found.append(Problem(name, WARNING, cause, remedy, "open"))
    computed = item.computed
    # A sum of which nothing is known, as of people whose sex nobody noted, is not replaced by an answer.
    replaced = computed is not None and not is_empty(computed.value) and item.value != computed.value
    if replaced and item.value is not None and not item.override_reason:
        cause = Text("Angka hitungan diganti tanpa alasan.", "The computed value was replaced without a reason.")
        remedy = Text(
            "Tulis alasannya, atau pilih Pakai angka hitungan.", "Give the reason, or use the computed value again."
        )
        found.append(Problem(name, WARNING, cause, remedy, "override"))
    return found
