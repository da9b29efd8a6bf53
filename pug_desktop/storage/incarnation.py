"""Who writes here: a device is a new writer whenever its database may not be the only one that goes on from here.

After a restore, a copy or a move the same numbers would be given to other writes, and two edits of one name annihilate
each other. So the old actor is closed and a new one opened; what the others have of us is forgotten.
"""

from sqlalchemy import Connection

from pug_desktop.replica.state import Actor


def renew(connection: Connection, actor: Actor, *, upto: int | None, at: str, device_id: str | None = None) -> None:
    """Close the present actor and open another.

    Args:
        connection: in a write transaction.
        actor: the new one, 64 random bits as hex.
        upto: the largest n that the old one can have written anywhere; None when nobody knows.
        at: ISO time, only shown.
        device_id: the new device, when its keys changed as well.
    """
    connection.exec_driver_sql("UPDATE sync_incarnation SET closed = 1, upto = ? WHERE closed = 0", (upto,))
    open_actor(connection, actor, at)
    connection.exec_driver_sql("UPDATE sync_self SET actor = ? WHERE number = 1", (actor,))
    if device_id is not None:
        connection.exec_driver_sql("UPDATE sync_self SET device_id = ? WHERE number = 1", (device_id,))
    # They say what they have by the count of a life that is over.
    connection.exec_driver_sql("DELETE FROM sync_acked")
    connection.exec_driver_sql("UPDATE sync_peer SET since = 0")


def open_actor(connection: Connection, actor: Actor, at: str) -> None:
    """Remember that this device writes under an actor from now on."""
    connection.exec_driver_sql(
        "INSERT INTO sync_incarnation (actor, closed, upto, opened_at) VALUES (?, 0, NULL, ?)", (actor, at)
    )


def remember(connection: Connection, actor: Actor, *, upto: int) -> None:
    """A former actor of this device that the database does not know of; nothing when it does."""
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO sync_incarnation (actor, closed, upto, opened_at) VALUES (?, 1, ?, '')", (actor, upto)
    )


def former(connection: Connection) -> dict[Actor, int | None]:
    """Our closed actors, each with the largest n that it can have written."""
    rows = connection.exec_driver_sql("SELECT actor, upto FROM sync_incarnation WHERE closed = 1")
    return {row[0]: row[1] for row in rows}


def all_actors(connection: Connection) -> set[Actor]:
    """Every actor under which this device ever wrote."""
    return {row[0] for row in connection.exec_driver_sql("SELECT actor FROM sync_incarnation")}
