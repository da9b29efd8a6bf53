"""What a sound database looks like, asked of the tables: the questions behind `app/doctor.py`; nothing is written."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS
from pug_desktop.progress import Step, silent
from pug_desktop.replica.state import conflicts, is_deleted
from pug_desktop.storage.rows import to_hex
from pug_desktop.storage.states import CHUNK, Layouts, decode_state, dense_row, read_self

MOST_EXAMPLES = 5
"""Ids that are named of one problem: enough to look at, whatever is broken."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the file says of itself."""

    application_id: int
    schema: int
    journal_mode: str
    integrity: tuple[str, ...]
    """What `PRAGMA quick_check` complains of; empty when nothing."""
    foreign_keys: tuple[str, ...]
    """Child and parent table of each row that hangs from nothing."""


@dataclass(slots=True)
class States:
    """What the replica's tables hold, and which of them cannot be right."""

    known: int = 0
    deleted: int = 0
    conflicts: int = 0
    parked: Counter[str] = field(default_factory=Counter)
    highest_n: int = 0
    highest_lseq: int = 0
    repeated_lseq: int = 0
    unreadable: list[str] = field(default_factory=list)
    """Records whose state cannot be decoded."""
    wrong_marks: list[str] = field(default_factory=list)
    """Records whose marks (removed, two values, waiting) are not what their state says."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the next capture will write down: rows never captured, and records whose row was removed since."""

    new: int
    removed: int


@dataclass(frozen=True, slots=True)
class Referenced:
    """An evidence file that a record names."""

    sha256: str
    scope: str
    name: str


def header(connection: Connection) -> Header:
    """The settings of the file and SQLite's own checks."""

    def one(name: str) -> object:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    integrity = [row[0] for row in connection.exec_driver_sql("PRAGMA quick_check")]
    foreign = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return Header(
        application_id=int(str(one("application_id"))),
        schema=int(str(one("user_version"))),
        journal_mode=str(one("journal_mode")),
        integrity=tuple(each for each in integrity if each != "ok"),
        foreign_keys=tuple(f"{row[0]} > {row[2]}" for row in foreign),
    )


def rows(connection: Connection) -> dict[str, int]:
    """How many records of each kind are visible; kinds without any are left out."""
    counts = {
        kind: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{kind}"').scalar_one()) for kind in sorted(KINDS)
    }
    return {kind: count for kind, count in counts.items() if count}


def states(connection: Connection, step: Step = silent) -> States:
    """Read every state; `highest_n` is that of our own writes."""
    found = States()
    layouts, actor = Layouts(connection), read_self(connection).actor
    total = int(connection.exec_driver_sql("SELECT count(*) FROM sync_record").scalar_one())
    for row in _all_states(connection):
        if found.known % CHUNK == 0:
            step(found.known, total)
        found.known += 1
        _look_at(found, layouts, row, actor)
    highest, distinct = connection.exec_driver_sql("SELECT max(lseq), count(DISTINCT lseq) FROM sync_record").one()
    found.highest_lseq = highest or 0
    found.repeated_lseq = total - distinct
    return found


def _all_states(connection: Connection) -> Iterator[Sequence[object]]:
    yield from connection.exec_driver_sql(
        "SELECT kind, id, scope, layout, head, cells, deleted, conflict, parked FROM sync_record",
        execution_options={"yield_per": CHUNK},
    )


def _look_at(found: States, layouts: Layouts, row: Sequence[object], actor: str) -> None:
    kind, record_id, scope, layout, head, cells, deleted, conflict, parked = row
    found.deleted += bool(deleted)
    found.conflicts += bool(conflict)
    if parked is not None:
        found.parked[str(parked)] += 1
    name = f"{kind} {to_hex(record_id)}"  # type: ignore[arg-type]
    try:
        if isinstance(layout, int):
            dense = dense_row("", str(scope), str(head), str(cells))
            if len(dense.values) != len(layouts.names(layout)):
                raise ValueError("values")
            highest, marks = dense.n if dense.actor == actor else 0, (False, False)
        else:
            state = decode_state(layouts, str(kind), "", str(scope), (None, str(head), str(cells)))
            highest = state.vector.get(actor, 0)
            marks = is_deleted(state), bool(conflicts(state))
    except (msgspec.DecodeError, ValueError, KeyError, TypeError):
        found.unreadable.append(name)
        return
    found.highest_n = max(found.highest_n, highest)
    unknown_kind_has_a_row = kind not in KINDS and parked is None and not marks[0]
    if marks != (bool(deleted), bool(conflict)) or unknown_kind_has_a_row:
        found.wrong_marks.append(name)


def waiting(connection: Connection) -> Waiting:
    """What changed since the last capture, as far as it shows without comparing values."""
    new = removed = 0
    for kind in KINDS:
        new += int(
            connection.exec_driver_sql(
                f'SELECT count(*) FROM "{kind}" AS a LEFT JOIN sync_record AS s ON s.kind = ? AND s.id = a.id '
                "WHERE s.id IS NULL",
                (kind,),
            ).scalar_one()
        )
        removed += int(
            connection.exec_driver_sql(
                "SELECT count(*) FROM sync_record AS s WHERE s.kind = ? AND s.deleted = 0 AND s.parked IS NULL "
                f'AND NOT EXISTS (SELECT 1 FROM "{kind}" AS a WHERE a.id = s.id)',
                (kind,),
            ).scalar_one()
        )
    return Waiting(new, removed)


def bundle_log(connection: Connection) -> list[tuple[str, str]]:
    """What cannot be in the log of bundles, each with the bundle: `above` the last number given, given `twice`."""
    queries = (
        ("above", "SELECT file_name FROM sync_export, sync_self WHERE number = 1 AND seq > sent_seq"),
        ("twice", "SELECT max(file_name) FROM sync_export GROUP BY seq HAVING count(*) > 1"),
        (
            "twice",
            "SELECT sender_name || ' ' || seq FROM sync_import GROUP BY sender, sender_actor, seq HAVING count(*) > 1",
        ),
    )
    return [(what, str(row[0])) for what, query in queries for row in connection.exec_driver_sql(query)]


def exchange(connection: Connection) -> list[tuple[str, str]]:
    """What cannot be in the tables of the exchange, each with where it stands.

    `open`: an actor that is open twice or not ours; `acked`: a number that we never gave.
    """
    queries = (
        (
            "open",
            "SELECT count(*) || ' ' || coalesce(max(i.actor), '') FROM sync_self AS s LEFT JOIN sync_incarnation AS i "
            "ON i.closed = 0 HAVING count(i.actor) <> 1 OR max(i.actor) <> max(s.actor)",
        ),
        ("acked", "SELECT a.peer FROM sync_acked AS a, sync_self AS s WHERE a.upto > s.lseq"),
    )
    return [(what, str(row[0])) for what, query in queries for row in connection.exec_driver_sql(query)]


def bundle_counts(connection: Connection) -> dict[str, int]:
    """How many bundles went out and came in, and how many were begun but not written."""
    rows_ = connection.exec_driver_sql("SELECT state, count(*) FROM sync_export GROUP BY state")
    out: dict[str, int] = {row[0]: row[1] for row in rows_}
    taken = connection.exec_driver_sql("SELECT count(*) FROM sync_import").scalar_one()
    sent = out.get("dikirim", 0) + out.get("diterima", 0)
    return {
        "sent": sent,
        "confirmed": out.get("diterima", 0),
        "not_written": out.get("disiapkan", 0),
        "taken_in": int(taken),
    }


def evidence(connection: Connection) -> list[Referenced]:
    """Every evidence file that a visible record names, and every emblem of a letterhead; by SHA-256."""
    found = connection.exec_driver_sql(
        "SELECT sha256, scope, coalesce(file_name, title, '') FROM evidence WHERE sha256 IS NOT NULL "
        "UNION ALL SELECT logo_sha256, scope, 'logo' FROM letterhead WHERE logo_sha256 IS NOT NULL ORDER BY 1"
    )
    return [Referenced(*row) for row in found]
