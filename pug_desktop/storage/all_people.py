"""Everybody on any list, half a million rows: SQL says which rows in which order, pages what stands in them."""

import sqlite3
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.scoped import given, in_scope

SORTS = {
    "name": "a.name COLLATE NOCASE",
    "sex": "a.sex",
    "position": "a.position COLLATE NOCASE",
    "office_name": "a.office_name COLLATE NOCASE",
    "office_type": "a.office_type",
    "role": "a.role",
    "meeting": "m.title COLLATE NOCASE",
    "held": "m.year * 10000 + ifnull(m.month, 0) * 100 + ifnull(m.day, 0)",
}
"""What the rows can be sorted by."""

_SEARCHED = ("name", "position", "office_name")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows, in which order; "" and None leave that out. Without `sort` the row written last comes first."""

    search: str = ""
    sex: str = ""
    office_type: str = ""
    year: int | None = None
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list with its meeting; year, month and day as far as they are known."""

    id: RecordId
    meeting_id: RecordId
    name: str
    sex: str
    position: str
    office_name: str
    office_type: str
    role: str
    meeting: str
    year: int | None
    month: int | None
    day: int | None


def numbers(connection: Connection, scope: str, asked: Asked) -> "array[int]":
    """The numbers of the rows, eight bytes each."""
    conditions, marks = ["1"], list[object]()
    if scope:
        conditions.append(in_scope("a.scope"))
        marks += given(scope)
    for word in asked.search.split():
        pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        # One after the other: joining them first would copy every row's texts.
        conditions.append("(" + " OR ".join(f"a.{each} LIKE ? ESCAPE '\\'" for each in _SEARCHED) + ")")
        marks += [pattern] * len(_SEARCHED)
    for column, value in (("sex", asked.sex), ("office_type", asked.office_type)):
        if value:
            conditions.append(f"a.{column} = ?")
            marks.append(value)
    if asked.year is not None:
        conditions.append("a.meeting_id IN (SELECT id FROM meeting WHERE year = ?)")
        marks.append(asked.year)
    where = " AND ".join(conditions)
    driver = driver_of(connection)
    if not asked.sort:
        return _numbers(driver, "", where, marks, "a.rowid DESC")
    return _sorted(driver, asked, where, marks)


def _numbers(driver: sqlite3.Connection, joined: str, where: str, marks: Sequence[object], order: str) -> "array[int]":
    rows = driver.execute(f"SELECT a.rowid FROM attendance AS a {joined} WHERE {where} ORDER BY {order}", tuple(marks))
    return array("q", chain.from_iterable(rows))


def _sorted(driver: sqlite3.Connection, asked: Asked, where: str, marks: Sequence[object]) -> "array[int]":
    """Part by part, each from one value to the next: sorting all at once would hold every row's text in memory."""
    key = SORTS[asked.sort]
    joined = "JOIN meeting AS m ON m.id = a.meeting_id" if "m." in key else ""
    sample = driver.execute(
        f"SELECT {key} FROM attendance AS a {joined} WHERE a.rowid % {_EVERY} = 0 AND {key} IS NOT NULL AND {where} "
        "ORDER BY 1",
        tuple(marks),
    ).fetchall()
    parts = 1 + len(sample) * _EVERY // _AT_ONCE
    cuts = list(dict.fromkeys(sample[part * len(sample) // parts][0] for part in range(1, parts)))
    order = f"{key} {'DESC' if asked.descending else 'ASC'}, a.rowid DESC"
    made = []
    for low, high in pairwise([None, *cuts, None]):
        bounds = [f"{key} {sign} ?" for sign, value in ((">=", low), ("<", high)) if value is not None]
        ends = [value for value in (low, high) if value is not None]
        within = " AND ".join([where, f"{key} IS NOT NULL", *bounds])
        made.append(_numbers(driver, joined, within, [*marks, *ends], order))
    found: array[int] = array("q")
    for each in reversed(made) if asked.descending else made:
        found += each
    found += _numbers(driver, joined, f"{where} AND {key} IS NULL", marks, "a.rowid DESC")
    return found


_EVERY = 331
"""Of so many rows one is looked at to see where to cut."""
_AT_ONCE = 100_000


def page(connection: Connection, wanted: Sequence[int]) -> dict[int, Row]:
    """What stands in these rows, by number; rows that are gone are left out."""
    marks = ", ".join("?" * len(wanted))
    rows = driver_of(connection).execute(
        "SELECT a.rowid, a.id, a.meeting_id, a.name, a.sex, a.position, a.office_name, a.office_type, a.role, "
        "m.title, m.year, m.month, m.day FROM attendance AS a JOIN meeting AS m ON m.id = a.meeting_id "
        f"WHERE a.rowid IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: _read(row) for row in rows}


def _read(row: Sequence[Any]) -> Row:
    _number, record, meeting, *texts, year, month, day = row
    name, sex, position, office, sort, role, title = (each or "" for each in texts)
    return Row(record.hex(), meeting.hex(), name, sex, position, office, sort, role, title, year, month, day)
