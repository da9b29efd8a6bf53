"""Takes the bundles of a golden folder in, and says what they brought in words that every version can say."""

from collections.abc import Sequence
from pathlib import Path

from pug_desktop.app import receive
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import Workspace

OUTCOME = "outcome"
NUMBERS = ("new", "changed", "unchanged", "merged_fields", "conflicts", "parked", "files", "left_out", "full")


def take_all(ws: Workspace, paths: Sequence[Path]) -> list[dict[str, object]]:
    """One after the other; what each brought."""
    found = []
    for path in paths:
        received = receive.take_in(ws, path)
        numbers = {name: getattr(received, name) for name in NUMBERS}
        found.append({"file": path.name, "bundle": received.bundle_id, "by_kind": received.by_kind, **numbers})
    return found


def outcome(ws: Workspace) -> dict[str, object]:
    """The records, the evidence and the conflicts of a profile."""
    whole = digest(ws).whole
    with ws.database.read() as connection:

        def column(query: str) -> list[object]:
            return sorted(connection.exec_driver_sql(query).scalars().all())

        named = list(map(str, column("SELECT sha256 FROM evidence")))
        return {
            "count": whole.count,
            "digest": whole.value,
            "evidence": [each for each in named if ws.blobs.is_sound(each)],
            "evidence_waiting": [each for each in named if not ws.blobs.has(each)],
            "in_conflict": column("SELECT kind || ' ' || lower(hex(id)) FROM sync_record WHERE conflict"),
            "parked": column(
                "SELECT kind || ' ' || lower(hex(id)) || ' ' || parked FROM sync_record WHERE parked <> ''"
            ),
        }
