"""Moving a sheet to a newer version of its form: what goes over, what does not, and doing it as one step.

Only a sheet of a year that is still worked on is moved; an old year stays in the instrument it was judged by.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit, fill
from pug_desktop.app.form_source import forms_of, remember_use
from pug_desktop.app.history import Change, Step
from pug_desktop.app.sheets import Sheet, SheetItem, answer_id
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.values import check_values
from pug_desktop.forms.rules import shown_value
from pug_desktop.forms.schema import Form
from pug_desktop.forms.takeover import Left, Takeover, takeover
from pug_desktop.storage import decisions, records
from pug_desktop.storage.database import Connection


@dataclass(frozen=True, slots=True)
class Plan:
    """What moving a sheet to `form` would do; `evidence` is how many files lie with questions that are gone."""

    form: Form
    takeover: Takeover
    evidence: int


def newer_form(ws: Workspace, sheet: Sheet) -> Form | None:
    """The version that the sheet can be moved to; None when it has the newest, is another office's, final, or old."""
    if not sheet.editable or sheet.year < ws.today.year - 1:
        return None
    with ws.database.read() as connection:
        if records.get(connection, "checklist", sheet.checklist_id) is None:
            return None
    newest = forms_of(ws).current(sheet.form.form)
    return newest if newest is not None and newest.version > sheet.form.version else None


def plan(ws: Workspace, sheet: Sheet) -> Plan:
    """What moving would do.

    Raises:
        SheetStays: there is no newer version for it.
    """
    form = newer_form(ws, sheet)
    if form is None:
        raise errors.SheetStays(year=sheet.year, version=sheet.form.version)
    return _plan(sheet, form)


def _plan(sheet: Sheet, form: Form) -> Plan:
    items = _items(sheet)
    found = takeover(sheet.form, form, {name: item.value for name, item in items.items()})
    gone = {question.name for question in sheet.form.questions} - {question.name for question in form.questions}
    return Plan(form, found, sum(len(items[name].evidence) for name in gone))


def move(ws: Workspace, sheet: Sheet) -> edit.Saved:
    """Move the sheet to the newest version; one step that can be undone.

    Answers to questions that are gone stay in the profile. What does not fit is kept in words in the note of its
    question, which counts as not filled in again.

    Raises:
        SheetStays: there is no newer version for it, or it became final in the meantime.
        WrongValue: a note would grow too long; nothing was moved.
    """
    changes: list[Change] = []
    with ws.database.write() as connection:
        # What is moved is what lies there now, when nobody else can write, not what was read for the page a while ago.
        sheet = fill.sheet(ws, sheet.year)
        found = plan(ws, sheet)
        form, items = found.form, _items(sheet)
        left = {each.question.name: each for each in found.takeover.left if not each.gone}
        values: dict[str, Value] = {"form_version": form.version, "form_sha256": form.sha256}
        moved = edit.change_fields(ws, connection, "checklist", sheet.checklist_id, values)
        changes += [moved] if moved else []
        for name, value in found.takeover.changed.items():
            own_id = answer_id(sheet.checklist_id, name)
            beside = _beside(connection, own_id, items[name])
            fields = _fields(items[name], value, left.get(name), beside, sheet.form.version)
            # The note grows by what does not fit: no office takes over one that is longer than people may write.
            check_values("answer", fields)
            changed = edit.change_fields(ws, connection, "answer", own_id, fields)
            changes += [changed] if changed else []
        remember_use(connection, form)
    if changes:
        ws.history.add(Step("put", "checklist", tuple(changes)))
    return edit.Saved(ws.clock())


def _beside(connection: Connection, own_id: RecordId, item: SheetItem) -> list[Value]:
    """What stands beside the value that is shown and gives way with it: another computer wrote it."""
    if not item.conflict:
        return []
    cells = decisions.register(connection, "answer", own_id, "answer")
    values = [each.get("value") for each in cells if isinstance(each, dict)]
    return [each for each in values if each is not None and not edit.same_value(each, item.value)]


def _fields(
    item: SheetItem, value: object, left: Left | None, beside: Sequence[Value], version: int
) -> dict[str, Value]:
    fields: dict[str, Value] = {"value": value}
    if value is None:
        fields["status"] = "belum_diisi"
    gone = [*([left.value] if left is not None else []), *beside]
    if gone:
        before = [f"Jawaban pada instrumen versi {version}: {shown_value(item.question, each)}." for each in gone]
        fields["note"] = "\n".join(part for part in (item.note, *before) if part)
    return fields


def _items(sheet: Sheet) -> Mapping[str, SheetItem]:
    return {item.question.name: item for section in sheet.sections for item in section.items}
