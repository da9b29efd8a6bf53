"""Peer: morango 0.8, the exchange of Kolibri: records into its store, and out of the store into the other's tables.

    python -m tests.bench.peers.morango_run FOLDER

Two kinds only, meetings and attendance. The way between the two stores goes over a network in morango; here its rows
are copied and not counted. A field that changed at both sides is settled by the higher counter, silently.
"""

import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.measure import tell
from tests.bench.peers import rows

APP = "tests.bench.peers.morango_app"


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as made_in:
        made = Path(made_in)
        here = made / "here.db"
        set_up(here)
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", run_syncdb=True, verbosity=0)
        empty = shutil.copyfile(here, made / "empty.db")
        count = load(folder / "plain.db")
        controller = controller_of()
        found: dict[str, float] = {"records": count, "export_ms": rows.timed(controller.serialize_into_store)}
        connection.close()
        found["bytes"] = here.stat().st_size
        # The other side: the same process with another file under it.
        kept = shutil.move(here, made / "sender.db")
        shutil.copyfile(empty, here)
        bring(Path(kept), here)
        found["import_ms"] = rows.timed(controller_of().deserialize_from_store)
        from tests.bench.peers.morango_app.models import Attendance, Meeting

        assert Attendance.objects.count() + Meeting.objects.count() == count
    tell(found)


def set_up(database: Path) -> None:
    import django
    from django.conf import settings

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}},
        INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "mptt", "morango", APP],
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="bench",
        USE_TZ=True,
    )
    django.setup()


def load(source: Path) -> int:
    """The rows as models, not counted."""
    from tests.bench.peers.morango_app.models import Attendance, Meeting

    connection = sqlite3.connect(source)
    own: dict[str, Any] = {"_morango_dirty_bit": True, "_morango_partition": "36.71"}
    meetings = [
        Meeting(id=row[0], _morango_source_id=row[0], title=row[1], place=row[2], day=str(row[3]), **own)
        for row in connection.execute("SELECT lower(hex(id)), title, place, day FROM meeting")
    ]
    people = [
        Attendance(
            **dict(zip(("id", "meeting_id", "number", "name", "sex", "position"), row[:6], strict=True)),
            **dict(zip(("office_name", "office_type", "office_id", "person_id"), row[6:], strict=True)),
            _morango_source_id=row[0],
            **own,
        )
        for row in connection.execute(
            "SELECT lower(hex(id)), lower(hex(meeting_id)), number, name, sex, position, office_name, office_type, "
            "lower(hex(office_id)), lower(hex(person_id)) FROM attendance"
        )
    ]
    connection.close()
    for each in (*meetings, *people):
        each._morango_partition = each.calculate_partition()
    Meeting.objects.bulk_create(meetings, batch_size=500)
    Attendance.objects.bulk_create(people, batch_size=90)
    return len(meetings) + len(people)


def controller_of() -> Any:
    from morango.sync.controller import MorangoProfileController

    return MorangoProfileController("pug")


def bring(sender: Path, receiver: Path) -> None:
    """The sender's store becomes the receiver's, waiting to be taken into the tables."""
    connection = sqlite3.connect(receiver)
    connection.execute("ATTACH ? AS sender", (str(sender),))
    for name in ("morango_store", "morango_recordmaxcounter", "morango_instanceidmodel", "morango_databaseidmodel"):
        connection.execute(f"DELETE FROM {name}")
    connection.execute("INSERT INTO morango_store SELECT * FROM sender.morango_store")
    connection.execute("UPDATE morango_store SET dirty_bit = 1")
    connection.execute("INSERT INTO morango_recordmaxcounter SELECT * FROM sender.morango_recordmaxcounter")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
