"""The states of a sheet: Draf, Siap diperiksa, Final; and back to Draf for a correction, which becomes version n+1."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pug_desktop import errors
from pug_desktop.app import edit, fill, final_versions
from pug_desktop.app.final_versions import FinalVersion, Trust
from pug_desktop.app.sheet_lock import highest, last_number
from pug_desktop.app.sheets import Sheet
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.storage import records

DRAFT, READY, FINAL = "draf", "siap", "final"

STEPS: Mapping[str, tuple[str, ...]] = {DRAFT: (READY,), READY: (FINAL, DRAFT), FINAL: (DRAFT,)}
"""To which states each one leads."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a sheet stands.

    Attributes:
        state: one of domain.kinds.SHEET_STATES.
        state_on: since which day (YYYY-MM-DD), None when nobody has said anything.
        state_by: who said so.
        versions: the final versions, the newest first, broken ones last.
        changed: how many answers differ from the newest version that is not broken; 0 when there is none.
        steps: to which states this profile may lead it.
    """

    state: str
    state_on: str | None
    state_by: str
    versions: tuple[FinalVersion, ...]
    changed: int
    steps: tuple[str, ...]

    @property
    def current(self) -> FinalVersion | None:
        """The newest version that is not broken."""
        return next((each for each in self.versions if each.trust is not Trust.BROKEN), None)

    @property
    def broken(self) -> tuple[FinalVersion, ...]:
        """The versions of which content and signature do not fit: forged, or damaged."""
        return tuple(each for each in self.versions if each.trust is Trust.BROKEN)

    @property
    def next_number(self) -> int:
        """The number of the version that finalising makes."""
        return highest(each.number for each in self.versions) + 1


def standing(ws: Workspace, sheet: Sheet) -> Standing:
    """Where a sheet stands now."""
    with ws.database.read() as connection:
        stored = records.get(connection, "checklist", sheet.checklist_id)
    found = final_versions.versions(ws, sheet.checklist_id)
    made = Standing(
        state=sheet.state,
        state_on=(stored.text("state_on") or None) if stored else None,
        state_by=stored.text("state_by") if stored else "",
        versions=found,
        changed=0,
        steps=STEPS.get(sheet.state, ()) if sheet.mine and stored is not None else (),
    )
    return replace(made, changed=final_versions.count_changed(made.current, sheet)) if made.current else made


def mark_ready(ws: Workspace, sheet: Sheet) -> edit.Saved:
    """The sheet is filled in and can be looked at by the head of the office; can be undone."""
    return _put(ws, sheet, READY)


def back_to_draft(ws: Workspace, sheet: Sheet) -> edit.Saved:
    """From "Siap diperiksa" back to "Draf"; can be undone."""
    if sheet.state != READY:
        raise _wrong(sheet.state, DRAFT)
    return _put(ws, sheet, DRAFT)


def correct(ws: Workspace, sheet: Sheet) -> edit.Saved:
    """Begin a correction of a final sheet: its answers can be changed again, its versions stay as they are."""
    if sheet.state != FINAL:
        raise _wrong(sheet.state, DRAFT)
    return _put(ws, sheet, DRAFT)


def finalise(ws: Workspace, sheet: Sheet) -> RecordId:
    """Make the sheet final, as the next version, signed by this device; returns the version's id.

    What was done before cannot be undone any more: a signed version may leave with the next bundle.

    Raises:
        WrongRole: the sheet is another office's.
        WrongValue: it is not "siap".
        SheetNotReady: an answer holds two values.
        NeedsPassphrase: the keys of this device are locked.
    """
    _check(ws, sheet, FINAL)
    with ws.database.write() as connection:
        # What is signed is what lies there now, when nobody else can write, not what was read for the page a while ago.
        sheet = fill.sheet(ws, sheet.year)
        _check(ws, sheet, FINAL)
        if undecided := sum(item.open for section in sheet.sections for item in section.items):
            raise errors.SheetNotReady(open=undecided)
        number = last_number(connection, sheet.checklist_id) + 1
        made = final_versions.make(ws, connection, sheet, number)
        edit.change_fields(ws, connection, "checklist", sheet.checklist_id, _values(ws, FINAL))
    ws.history.forget()
    return made


def _put(ws: Workspace, sheet: Sheet, state: str) -> edit.Saved:
    _check(ws, sheet, state)
    return edit.put(ws, "checklist", sheet.checklist_id, **_values(ws, state))


def _check(ws: Workspace, sheet: Sheet, state: str) -> None:
    if not sheet.mine:
        raise errors.WrongRole(role=ws.profile.role, needed="opd" if sheet.office_id else "kabkota")
    if state not in STEPS.get(sheet.state, ()):
        raise _wrong(sheet.state, state)


def _wrong(now: str, wanted: str) -> errors.WrongValue:
    return errors.WrongValue(field="checklist.state", value=wanted, expected=", ".join(STEPS.get(now, ())))


def _values(ws: Workspace, state: str) -> dict[str, Value]:
    return {"state": state, "state_on": ws.today.isoformat(), "state_by": ws.profile.holder or None}
