"""What the sender of a bundle may bring: checked for each record before it is joined."""

from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.manifest import Manifest
from pug_desktop.bundle.records import Item
from pug_desktop.domain.kinds import KINDS
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.permit import Rights
from pug_desktop.replica.state import RecordState
from pug_desktop.storage import peers
from pug_desktop.storage.database import Connection

HIGHEST_N = 2**52
"""Half of what fits: whatever comes, there is room for our own writes after it."""


def stands_above(own_scope: str, card: Card) -> bool:
    """Whether the office of a card stands above ours; one of our own scope stands beside us and counts as below."""
    return not scopes.contains(own_scope, card.office.scope)


def rights_of(ws: Workspace, connection: Connection, card: Card) -> Rights:
    """Whose writes a bundle of that card's device may carry."""
    return peers.rights_of(
        connection,
        above=stands_above(ws.profile.scope, card),
        scope=card.office.scope,
        role=card.office.role,
    )


class Guard:
    """Refuses a bundle with a record that its sender has no business with, or with numbers that nobody honest has."""

    def __init__(self, manifest: Manifest, card: Card, own_scope: str, path: Path) -> None:
        """OutsideScope when the bundle as a whole lies outside."""
        self._above = stands_above(own_scope, card)
        # From above comes what we may know; from below what its card covers.
        self._allowed = own_scope if self._above else card.office.scope
        if not scopes.contains(self._allowed, manifest.scope):
            raise errors.OutsideScope(path=path, scope=manifest.scope, allowed=self._allowed)
        self._path = path
        self._known: set[tuple[str, bool]] = set()

    def check(self, item: Item) -> None:
        """Raises OutsideScope or MalformedRecords."""
        kind = KINDS.get(item.kind)
        concerns_all = self._above and kind is not None and kind.down
        if isinstance(item, RecordState):
            self._scope(item.scope, concerns_all)
            highest = max(item.vector.values(), default=0)
        else:
            for scope in set(item.scopes):
                self._scope(scope, concerns_all)
            highest = max(item.ns)
        if highest > HIGHEST_N:
            raise errors.MalformedRecords(path=self._path, line=0, problem=f"n = {highest}")

    def _scope(self, scope: str, concerns_all: bool) -> None:
        if (scope, concerns_all) in self._known:
            return
        from_above = concerns_all and scopes.contains(scope, self._allowed)
        if not (from_above or scopes.contains(self._allowed, scope)):
            raise errors.OutsideScope(path=self._path, scope=scope, allowed=self._allowed)
        self._known.add((scope, concerns_all))
