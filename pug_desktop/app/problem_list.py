"""What is wrong or doubtful on a sheet: what the rules of its form find, and what only a sheet knows."""

from pug_desktop.app.evidence_problems import evidence_problems
from pug_desktop.app.sheets import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.identity import made_at
from pug_desktop.forms.problems import WARNING, WORK_LEFT, Problem, is_empty, question_problems
from pug_desktop.forms.schema import Text
from pug_desktop.storage import answer_log

SETTLED = ("belum_ada", "proses", "tidak_relevan")
"""States in which a question needs no value."""

_REPLACED = (
    Text("Jawaban hitungan diganti tanpa alasan.", "The computed answer was replaced without a reason."),
    Text(
        "Tulis alasannya, atau tekan Pakai jawaban hitungan.",
        "Give the reason, or press Use the computed answer.",
    ),
)
_TYPED_FIRST = (
    Text(
        "Jawaban ini diketik sebelum ada isinya di halaman Dokumen, dan berbeda dari sana.",
        "This answer was typed before the page Documents held one, and differs from it.",
    ),
    Text(
        "Pilih: tetap pakai jawaban ini dengan menulis alasannya, atau tekan Pakai jawaban hitungan.",
        "Choose: keep this answer and give the reason, or press Use the computed answer.",
    ),
)


def of_sheet(ws: Workspace, sheet: Sheet) -> tuple[Problem, ...]:
    """Every problem of the sheet in its order, errors and warnings."""
    items = [item for section in sheet.sections for item in section.items]
    answers = _answers(sheet)
    today = ws.today.isoformat()
    found: list[Problem] = []
    for item in items:
        settled = item.status in SETTLED
        found += question_problems(item.question, answers, year=sheet.year, today=today, settled=settled)
        found += _own(ws, item)
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


def _own(ws: Workspace, item: SheetItem) -> list[Problem]:
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
        words = _TYPED_FIRST if _typed_first(ws, item) else _REPLACED
        found.append(Problem(name, WARNING, *words, "override"))
    return found


def _typed_first(ws: Workspace, item: SheetItem) -> bool:
    """Whether it was typed before any row of a register was there that answers it: then nobody replaced anything."""
    rows = [made_at(row) for _kind, row in item.computed.rests_on] if item.computed else []
    known = [each for each in rows if each is not None]
    if not known or len(known) < len(rows):
        return False
    with ws.database.read() as connection:
        at = answer_log.valued_at(connection, item.answer_id)
    return at is not None and at <= min(known)
