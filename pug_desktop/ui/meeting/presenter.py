"""What happens to the open meeting: which record is written, added, moved and taken out. No Qt here."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from pug_desktop.app import attend, days_off, edit, evidence, meet, meeting_kinds, offices, outcomes, persons, regions
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError, UnknownRegion


class MeetingScreen(Protocol):
    """What the presenter asks of the page."""

    def show_meeting(self, view: meet.MeetingView) -> None:
        """Show this meeting in all tabs."""

    def show_list(self) -> None:
        """Go back to the list of meetings."""

    def focus_entry(self, kind: str, record_id: str) -> None:
        """Put the cursor into a new row."""

    def tell_removed(self, what: str, name: str) -> None:
        """Say that a record was taken out, with a way back."""

    def tell_failed(self, error: PugError) -> None:
        """Say why something was not done."""

    def tell_saved(self, saved: object) -> None:
        """Say that something was kept."""


class MeetingPresenter:
    """One meeting at a time."""

    def __init__(self, workspace: Workspace, screen: MeetingScreen) -> None:
        self._workspace = workspace
        self._screen = screen
        self._view: meet.MeetingView | None = None

    @property
    def view(self) -> meet.MeetingView | None:
        """The open meeting as last read."""
        return self._view

    def today(self) -> date:
        """The day on this computer."""
        return self._workspace.clock().astimezone().date()

    def kinds(self, lang: str) -> Sequence[tuple[str, str]]:
        """The kinds that a meeting may have, as (choice, name)."""
        return meeting_kinds.offered(self._workspace, lang)

    def kind_name(self, view: meet.MeetingView, lang: str) -> str:
        """What the office of a meeting calls its kind."""
        return meeting_kinds.kind_name(self._workspace, view.scope, view.values, lang)

    def suggest_offices(self, prefix: str) -> list[str]:
        """Names of offices that fit what is typed."""
        return [name for name, _ in attend.office_suggestions(self._workspace, prefix)]

    def owner(self, view: meet.MeetingView) -> str:
        """The name of the office or region that a meeting belongs to."""
        code, _, office_id = view.scope.partition("/")
        if office_id:
            return next((each.name for each in offices.offices(self._workspace) if each.id == office_id), code)
        try:
            return regions.region(code).name
        except UnknownRegion:
            return code

    def decisions(self, meeting_id: str) -> tuple[dict[str, object], ...]:
        """The decisions of a meeting."""
        return outcomes.decisions(self._workspace, meeting_id)

    def report(self, meeting_id: str) -> Mapping[str, object]:
        """What the report of a meeting says beside the minutes."""
        return outcomes.report_of(self._workspace, meeting_id)

    def save_report(self, meeting_id: str, fields: Mapping[str, object]) -> edit.Saved:
        """Commit fields of the report."""
        return outcomes.save_report(self._workspace, meeting_id, fields)

    def off_day(self, day_on: str | None, lang: str) -> days_off.OffDay | None:
        """What to say of a due date on which nobody works."""
        return days_off.off_day(self._workspace, day_on, lang)

    def suggest_people(self, text: str) -> Sequence[persons.Suggestion]:
        """Persons who may be meant."""
        return persons.suggest(self._workspace, text)

    def proofs(self, kind: str, record_id: str) -> tuple[EvidenceRow, ...]:
        """The evidence of a meeting or a follow-up."""
        return evidence.of(self._workspace, kind, record_id)

    def open(self, meeting_id: str) -> None:
        """Show a meeting; one that is gone leads back to the list."""
        try:
            self._view = meet.meeting(self._workspace, meeting_id)
        except PugError as error:
            self._view = None
            self._screen.show_list()
            self._screen.tell_failed(error)
            return
        self._screen.show_meeting(self._view)

    def reload(self) -> None:
        """Read the open meeting again; when an undo took it away, show the list without a word."""
        if self._view is None:
            return
        try:
            self._view = meet.meeting(self._workspace, self._view.id)
        except PugError:
            self.close()
            return
        self._screen.show_meeting(self._view)

    def close(self) -> None:
        """Back to the list."""
        self._view = None
        self._screen.show_list()

    def save(self, kind: str, record_id: str, fields: Mapping[str, object]) -> edit.Saved:
        """Commit some fields; raises what `edit.put` raises.

        A follow-up that becomes "selesai" gets today as its day of completion, and loses it when it is opened again.
        """
        written = dict(fields)
        if kind == "meeting" and "kind" in written:
            choice = written["kind"]
            written |= meeting_kinds.fields_of(self._workspace, choice if isinstance(choice, str) else None)
        if kind == "follow_up" and "state" in written:
            written["done_on"] = self.today().isoformat() if written["state"] == "selesai" else None
        return edit.put(self._workspace, kind, record_id, **written)

    def save_count(self, fields: Mapping[str, object]) -> None:
        """Commit the head counts."""
        if self._view is None:
            return
        try:
            saved = meet.set_headcount(
                self._workspace,
                self._view.id,
                male=_number(fields["male"]),
                female=_number(fields["female"]),
                total=_number(fields["total"]),
                excludes_speakers=bool(fields["excludes_speakers"]),
                institutions=_number(fields["institutions"]),
                disability=_number(fields["disability"]),
                age_bands=_bands(fields["age_bands"]),
            )
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self._screen.tell_saved(saved)
        self.reload()

    def count_by(self, chosen: str) -> None:
        """What counts of a meeting that has both a list and typed numbers."""
        if self._view is None:
            return
        try:
            saved = edit.put(self._workspace, "meeting", self._view.id, counted_by=chosen)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self._screen.tell_saved(saved)
        self.reload()

    def add(self, kind: str) -> None:
        """One more role, agenda item, result or follow-up, with the cursor in it."""
        if self._view is None:
            return
        makers: Mapping[str, Callable[[Workspace, str], str]] = {
            "meeting_role": meet.add_role,
            "agenda_item": meet.add_agenda_item,
            "output": meet.add_output,
            "expected_output": partial(meet.add_output, expected=True),
            "meeting_decision": outcomes.add_decision,
            "follow_up": meet.add_follow_up,
        }
        try:
            record_id = makers[kind](self._workspace, self._view.id)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self.reload()
        self._screen.focus_entry(kind, record_id)

    def remove(self, kind: str, record_id: str) -> None:
        """Take a row out; it comes back by "Urungkan"."""
        entries = self._entries(kind)
        name = next((_name(entry) for entry in entries if entry["id"] == record_id), "")
        try:
            edit.remove(self._workspace, kind, record_id)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self.reload()
        self._screen.tell_removed(kind, name)

    def move(self, kind: str, record_id: str, way: int) -> None:
        """Put a row one place up (-1) or down (1); at the end nothing happens."""
        entries = self._entries(kind)
        order = [str(entry["id"]) for entry in entries]
        # Expected and agreed results are one kind in two lists: the neighbour is the next one of the same list.
        shown = {str(entry["id"]): bool(entry.get("expected")) for entry in entries}
        beside = [each for each in order if shown[each] == shown[record_id]]
        target = beside.index(record_id) + way
        if self._view is None or not 0 <= target < len(beside):
            return
        place, other = order.index(record_id), order.index(beside[target])
        order[place], order[other] = order[other], order[place]
        try:
            meet.renumber(self._workspace, kind, self._view.id, order)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self.reload()

    def remove_meeting(self) -> None:
        """Take the whole meeting out, with all that hangs from it; it comes back by "Urungkan"."""
        if self._view is None:
            return
        name = str(self._view.values.get("title") or "")
        try:
            edit.remove(self._workspace, "meeting", self._view.id)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self.close()
        self._screen.tell_removed("meeting", name)

    def _entries(self, kind: str) -> Sequence[Mapping[str, object]]:
        if self._view is None:
            return ()
        match kind:
            case "meeting_role":
                return self._view.roles
            case "agenda_item":
                return self._view.agenda
            case "output":
                return self._view.outputs
            case "meeting_decision":
                return self.decisions(self._view.id)
        return self._view.follow_ups


def _name(entry: Mapping[str, object]) -> str:
    text = str(entry.get("text") or entry.get("name") or "").split("\n")[0]
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _bands(value: object) -> dict[str, int] | None:
    if not isinstance(value, dict):
        return None
    return {code: number for code, number in value.items() if isinstance(number, int)}
