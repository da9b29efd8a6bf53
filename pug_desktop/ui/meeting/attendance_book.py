"""The attendance list of one meeting, as the grid needs it: what `app.attend` can do, bound to that meeting."""

from collections.abc import Sequence
from typing import Protocol

from pug_desktop.app import attend
from pug_desktop.app.workspace import Workspace


class AttendanceBook(Protocol):
    """What the grid asks of the list; a test hands in a list in memory."""

    def rows(self) -> Sequence[attend.AttendanceRow]:
        """All persons in their order."""

    def add(self, field: str, value: str | None) -> object:
        """One more person, of whom one field is known."""

    def save(self, attendance_id: str, field: str, value: str | None) -> object:
        """One field of a person."""

    def clear(self, cells: Sequence[tuple[str, str]]) -> object:
        """Empty cells, each given as a person and a field, as one step that can be undone."""

    def remove(self, attendance_ids: Sequence[str]) -> object:
        """Take persons out."""

    def paste(self, start_row: int, start_field: str, cells: list[list[str]]) -> attend.Pasted:
        """A block of cells, as one step that can be undone."""

    def suggest_offices(self, prefix: str) -> Sequence[tuple[str, str | None]]:
        """Names of offices that fit what is typed, each with its type."""


class WorkspaceBook:
    """The list in a workspace."""

    def __init__(self, workspace: Workspace, meeting_id: str) -> None:
        self._workspace = workspace
        self._meeting_id = meeting_id

    def rows(self) -> Sequence[attend.AttendanceRow]:
        """All persons in their order."""
        return attend.rows(self._workspace, self._meeting_id)

    def add(self, field: str, value: str | None) -> object:
        """One more person, of whom one field is known."""
        return attend.add(self._workspace, self._meeting_id, **{field: value})

    def save(self, attendance_id: str, field: str, value: str | None) -> object:
        """One field of a person."""
        return attend.save(self._workspace, attendance_id, field, value)

    def clear(self, cells: Sequence[tuple[str, str]]) -> object:
        """Empty cells, each given as a person and a field, as one step that can be undone."""
        return attend.clear(self._workspace, cells)

    def remove(self, attendance_ids: Sequence[str]) -> object:
        """Take persons out."""
        return attend.remove(self._workspace, attendance_ids)

    def paste(self, start_row: int, start_field: str, cells: list[list[str]]) -> attend.Pasted:
        """A block of cells, as one step that can be undone."""
        return attend.paste(self._workspace, self._meeting_id, start_row, start_field, cells)

    def suggest_offices(self, prefix: str) -> Sequence[tuple[str, str | None]]:
        """Names of offices that fit what is typed, each with its type."""
        return attend.office_suggestions(self._workspace, prefix)
