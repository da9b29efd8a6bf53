"""Sums over many records for the recaps; each is one statement."""

from typing import NamedTuple

from sqlalchemy import Connection

from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.options import NOT_HELD
from pug_desktop.storage.database import driver_of
from pug_desktop.storage.scoped import given, in_scope

HELD = f"(m.state IS NULL OR m.state NOT IN ({', '.join(repr(each) for each in NOT_HELD)}))"
"""The condition that a meeting `m` took place."""


def evidence_counts(connection: Connection, scope: str) -> dict[RecordId, int]:
    """How many pieces of evidence each answer of a scope has."""
    rows = connection.exec_driver_sql(
        f"SELECT owner_id, count(*) FROM evidence WHERE owner_kind = 'answer' AND {in_scope()} GROUP BY owner_id",
        given(scope),
    )
    return {row[0].hex(): row[1] for row in rows if row[0] is not None}


def evidence_of_registers(connection: Connection, scope: str, kinds: tuple[str, ...]) -> dict[RecordId, int]:
    """How many pieces of evidence each row of the registers of a scope has; rows without are left out."""
    rows = connection.exec_driver_sql(
        f"SELECT owner_id, count(*) FROM evidence WHERE owner_kind IN ({', '.join('?' * len(kinds))}) AND {in_scope()} "
        "GROUP BY owner_id",
        (*kinds, *given(scope)),
    )
    return {row[0].hex(): row[1] for row in rows if row[0] is not None}


class Appointed(NamedTuple):
    """A person whom a decree appoints; days as YYYY-MM-DD, None where nobody entered them."""

    id: RecordId
    decree_id: RecordId
    person_id: RecordId
    sex: str | None
    from_on: str | None
    until_on: str | None


def appointed(connection: Connection, scope: str) -> list[Appointed]:
    """The people of the decrees of a scope; most assignments name no decree and are never read."""
    rows = driver_of(connection).execute(
        "SELECT a.id, a.decree_id, a.person_id, p.sex, a.from_on, a.until_on "
        "FROM assignment AS a LEFT JOIN person AS p ON p.id = a.person_id "
        f"WHERE a.decree_id IS NOT NULL AND {in_scope('a.scope')} ORDER BY a.id",
        given(scope),
    )
    return [Appointed(own.hex(), decree.hex(), person.hex(), *rest) for own, decree, person, *rest in rows]


def results(connection: Connection) -> dict[RecordId, int]:
    """How many results each meeting has."""
    rows = connection.exec_driver_sql('SELECT meeting_id, count(*) FROM "output" GROUP BY meeting_id')
    return {row[0].hex(): row[1] for row in rows}


def sexes(connection: Connection) -> dict[RecordId, str]:
    """The sex of each person who has an assignment or is linked with another entry, as far as it is known."""
    rows = driver_of(connection).execute(
        "SELECT id, sex FROM person WHERE sex IS NOT NULL AND id IN (SELECT person_id FROM assignment "
        "UNION SELECT person_id FROM person_link UNION SELECT kept_id FROM person_link)"
    )
    return {person.hex(): sex for person, sex in rows}


def rows_by_kind(connection: Connection, kinds: tuple[str, ...]) -> dict[str, int]:
    """How many records of each kind there are."""
    return {kind: connection.exec_driver_sql(f'SELECT count(*) FROM "{kind}"').scalar_one() for kind in kinds}
