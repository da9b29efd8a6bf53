"""What the tab Undangan reads and writes of one meeting. No Qt here."""

from collections.abc import Mapping, Sequence

from pug_desktop.app import edit, invite, letter
from pug_desktop.app.invite import Group, Invited, Invitee, Listed
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import Value


class InvitationBook:
    """The invitation of one meeting."""

    def __init__(self, workspace: Workspace, meeting_id: str) -> None:
        self._ws = workspace
        self.meeting_id = meeting_id

    def invited(self) -> tuple[Invitee, ...]:
        """Who is invited."""
        return invite.invited(self._ws, self.meeting_id)

    def groups(self) -> tuple[Group, ...]:
        """The lists that can be invited at once."""
        return invite.groups(self._ws, self.meeting_id)

    def suggest(self, text: str) -> tuple[Invitee, ...]:
        """Offices and people who may be meant."""
        return invite.suggest(self._ws, text)

    def invite(self, people: Sequence[Invitee]) -> Invited:
        """Invite these."""
        return invite.invite(self._ws, self.meeting_id, people)

    def save(self, invitation_id: str, field: str, value: str | None) -> edit.Saved:
        """Save a cell of the list."""
        return invite.save(self._ws, invitation_id, field, value)

    def remove(self, invitation_ids: Sequence[str]) -> edit.Saved:
        """Take these off the list."""
        return invite.remove(self._ws, invitation_ids)

    def move(self, invitation_id: str, way: int) -> edit.Saved:
        """Put one a place up (-1) or down (1)."""
        return invite.move(self._ws, self.meeting_id, invitation_id, way)

    def fill_attendance(self, chosen: Sequence[str]) -> Listed:
        """Put the invited on the attendance list."""
        return invite.fill_attendance(self._ws, self.meeting_id, chosen)

    def letter(self) -> letter.Letter:
        """The letter."""
        return letter.letter(self._ws, self.meeting_id)

    def save_letter(self, fields: Mapping[str, Value]) -> edit.Saved:
        """Save fields of the letter."""
        return letter.save(self._ws, self.meeting_id, fields)
