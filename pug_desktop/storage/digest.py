"""One number over all rows: equal at two places that hold the same records, whatever the order they came in.

Each row is hashed for itself and the hashes are joined by exclusive or. Local columns do not count.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from pug_desktop.domain.kinds import KINDS, Level
from pug_desktop.progress import Step, silent
from pug_desktop.storage.rows import codec, json_text
from pug_desktop.storage.states import CHUNK

HEX_DIGITS = 64


@dataclass(frozen=True, slots=True)
class Sum:
    """How many records, and the exclusive or of their SHA-256 as 64 hex digits."""

    count: int = 0
    value: str = "0" * HEX_DIGITS


@dataclass(frozen=True, slots=True)
class Digest:
    """Sums over the visible records.

    `travels` leaves out the kinds that stay in the kabupaten/kota, so that a province can be compared with it;
    `scopes` has a sum for each scope, over all kinds; `travelling_scopes` the same without those kinds.
    """

    whole: Sum
    travels: Sum
    scopes: dict[str, Sum]
    travelling_scopes: dict[str, Sum]


def digest(connection: Connection, step: Step = silent) -> Digest:
    """The sums of this profile as it is now."""
    everywhere: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    regency_only: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for done, kind in enumerate(KINDS.values()):
        step(done, len(KINDS))
        sums = everywhere if kind.level is Level.PROVINCE else regency_only
        for scope, number in _numbers(connection, kind.name):
            one = sums[scope]
            one[0] += 1
            one[1] ^= number
    scopes = sorted(everywhere.keys() | regency_only.keys())
    both = {scope: _joined((everywhere[scope], regency_only[scope])) for scope in scopes}
    return Digest(
        whole=_sum(_joined(both.values())),
        travels=_sum(_joined(everywhere.values())),
        scopes={scope: _sum(each) for scope, each in both.items()},
        travelling_scopes={scope: _sum(everywhere[scope]) for scope in scopes if everywhere[scope][0]},
    )


def _numbers(connection: Connection, kind: str) -> Iterable[tuple[str, int]]:
    """Scope and hash of each row."""
    made = codec(kind)
    rows = connection.exec_driver_sql(
        f'SELECT a.id, a.scope, {made.select} FROM "{kind}" AS a', execution_options={"yield_per": CHUNK}
    )
    for row in rows:
        text = json_text([kind, row[0].hex(), row[1], made.cells(row[2:])])
        yield row[1], int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest(), "big")


def _joined(sums: Iterable[list[int]]) -> list[int]:
    count = number = 0
    for each in sums:
        count += each[0]
        number ^= each[1]
    return [count, number]


def _sum(joined: list[int]) -> Sum:
    count, number = joined
    return Sum(count, f"{number:0{HEX_DIGITS}x}")
