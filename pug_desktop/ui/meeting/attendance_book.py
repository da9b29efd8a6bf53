"""The attendance list of one meeting, as the grid needs it: what `app.attend` can do, bound to that meeting."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from pug_desktop.app import attend, attend_columns, persons
from pug_desktop.app.persons import Suggestion
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import Value

Cells = Sequence[tuple[str, Mapping[str, Value]]]
"""What shall stand in the cells of some persons, each named by id."""


class AttendanceBook(Protocol):
    """What the grid asks of the list; a test hands in a list in memory."""

    def rows(self) -> Sequence[attend.AttendanceRow]:
        """All persons in their order."""

    def add(self, fields: Mapping[str, Value]) -> object:
        """One more person, of whom these fields are known."""

    def write(self, cells: Cells) -> object:
        """Several cells, as one step that can be undone."""

    def fill(self, attendance_id: str, name: str, known: Mapping[str, Value]) -> object:
        """A known person into a row: the name, and the rest where nothing stands."""

    def remove(self, attendance_ids: Sequence[str]) -> object:
        """Take persons out."""

    def paste(self, start_row: int, columns: Sequence[str], cells: list[list[str]]) -> attend.Pasted:
        """A block of cells, as one step that can be undone; its first column is the first of `columns`."""

    def suggest_offices(self, prefix: str) -> Sequence[tuple[str, str | None]]:
        """Names of offices that fit what is typed, each with its type."""

    def suggest_persons(self, typed: str) -> Sequence[Suggestion]:
        """Who may be meant by what is typed."""

    def wanted_columns(self) -> Sequence[str]:
        """The further columns that are shown."""

    def want_columns(self, fields: Sequence[str]) -> None:
        """Remember which further columns are shown."""


class WorkspaceBook:
    """The list in a workspace."""

    def __init__(self, workspace: Workspace, meeting_id: str) -> None:
        self._workspace = workspace
        self._meeting_id = meeting_id

    def rows(self) -> Sequence[attend.AttendanceRow]:
        """All persons in their order."""
        return attend.rows(self._workspace, self._meeting_id)

    def add(self, fields: Mapping[str, Value]) -> object:
        """One more person, of whom these fields are known."""
        return attend.add(self._workspace, self._meeting_id, **fields)

    def write(self, cells: Cells) -> object:
        """Several cells, as one step that can be undone."""
        return attend.write_cells(self._workspace, cells)

    def fill(self, attendance_id: str, name: str, known: Mapping[str, Value]) -> object:
        """A known person into a row: the name, and the rest where nothing stands."""
        return attend.fill(self._workspace, attendance_id, name, known)

    def remove(self, attendance_ids: Sequence[str]) -> object:
        """Take persons out."""
        return attend.remove(self._workspace, attendance_ids)

    def paste(self, start_row: int, columns: Sequence[str], cells: list[list[str]]) -> attend.Pasted:
        """A block of cells, as one step that can be undone; its first column is the first of `columns`."""
        return attend.paste(self._workspace, self._meeting_id, start_row, columns[0], cells, columns)

    def suggest_offices(self, prefix: str) -> Sequence[tuple[str, str | None]]:
        """Names of offices that fit what is typed, each with its type."""
        return attend.office_suggestions(self._workspace, prefix)

    def suggest_persons(self, typed: str) -> Sequence[Suggestion]:
        """Who may be meant by what is typed."""
        return persons.suggest(self._workspace, typed)

    def wanted_columns(self) -> Sequence[str]:
        """The further columns that are shown."""
        return attend_columns.wanted_columns(self._workspace)

    def want_columns(self, fields: Sequence[str]) -> None:
        """Remember which further columns are shown."""
        attend_columns.want_columns(self._workspace, fields)
