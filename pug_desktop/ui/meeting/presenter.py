"""What happens to the open meeting: which record is written, added, moved and taken out. No Qt here."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pug_desktop.app import attend, edit, meet, offices, regions
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
            )
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
        order = [str(entry["id"]) for entry in self._entries(kind)]
        place = order.index(record_id)
        if self._view is None or not 0 <= place + way < len(order):
            return
        order[place], order[place + way] = order[place + way], order[place]
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
        return self._view.follow_ups


def _name(entry: Mapping[str, object]) -> str:
    text = str(entry.get("text") or entry.get("name") or "").split("\n")[0]
    return text if len(text) <= 40 else text[:39].rstrip() + "…"


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
