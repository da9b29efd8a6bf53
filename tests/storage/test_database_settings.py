"""How the database file is kept: durable, checked, of this program, and one writer at a time."""

import hashlib
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from pug_desktop import errors
from pug_desktop.app.workspace import create_profile, open_profile
from pug_desktop.storage.database import APPLICATION_ID, Database
from pug_desktop.storage.schema import SCHEMA, number, prepare
from pug_desktop.storage.tables import METADATA

WAL_AND_ITS_INDEX = ("-wal", "-shm")


@pytest.fixture
def path(tmp_path):
    prepare(tmp_path / "pug.db")
    return tmp_path / "pug.db"


@pytest.fixture
def database(path):
    made = Database(path)
    yield made
    made.close()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def set_pragma(path: Path, name: str, value: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {name}={value}")


def setting(connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize("mode", ["read", "write"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA),
    ],
)
def test_every_connection_has_the_settings(database, mode, name, expected):
    with getattr(database, mode)() as connection:
        assert setting(connection, name) == expected


def test_a_reference_to_nothing_is_refused(database):
    with pytest.raises(sqlite3.IntegrityError), database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO attendance (id, scope, meeting_id) VALUES (?, '36', ?)", (bytes(16), b"\1" * 16)
        )


def test_the_migrations_make_what_the_tables_say(database):
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_prepared_file_is_left_alone(path):
    before = digest(path)
    prepare(path)

    assert digest(path) == before


def test_a_failed_upgrade_leaves_no_half_schema(tmp_path, monkeypatch):
    monkeypatch.setattr("pug_desktop.storage.schema.APPLICATION_ID", "no number")
    with pytest.raises(sqlite3.OperationalError):
        prepare(tmp_path / "pug.db")

    with closing(sqlite3.connect(tmp_path / "pug.db")) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_newer_programs_file_is_refused_and_not_touched(path):
    set_pragma(path, "user_version", SCHEMA + 1)
    before = digest(path)

    with pytest.raises(errors.DataFromNewerProgram) as refused:
        prepare(path)

    assert (refused.value.fields["found"], refused.value.fields["known"]) == (SCHEMA + 1, SCHEMA)
    assert digest(path) == before


def test_a_newer_programs_file_that_was_not_closed_is_not_touched_either(path, tmp_path):
    with closing(sqlite3.connect(path)) as writer:
        writer.execute(f"PRAGMA user_version={SCHEMA + 1}")
        # As a kill leaves it: the change is in the -wal only.
        killed = tmp_path / "killed.db"
        for end in ("", "-wal"):
            Path(f"{killed}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
    before = [digest(Path(f"{killed}{end}")) for end in ("", "-wal")]

    with pytest.raises(errors.DataFromNewerProgram):
        prepare(killed)

    assert [digest(Path(f"{killed}{end}")) for end in ("", "-wal")] == before


def test_a_write_that_a_pulled_stick_stopped_is_undone(path, tmp_path):
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        for setting_of_sticks in ("journal_mode=DELETE", "synchronous=EXTRA", "cache_size=5"):
            writer.execute(f"PRAGMA {setting_of_sticks}")
        before = digest(path)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("PRAGMA user_version=99")
        writer.executemany("INSERT INTO setting VALUES (?, ?)", ((str(n), "x" * 3000) for n in range(500)))
        # As a kill leaves it: half of the change is in the file, what was there before in the -journal.
        killed = tmp_path / "killed.db"
        for end in ("", "-journal"):
            Path(f"{killed}{end}").write_bytes(Path(f"{path}{end}").read_bytes())
        writer.execute("ROLLBACK")

    prepare(killed)

    assert number(killed) == SCHEMA
    assert digest(killed) == before


def test_a_newer_programs_profile_is_refused_and_free_again(tmp_path):
    create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB").close()
    set_pragma(tmp_path / "p" / "pug.db", "user_version", SCHEMA + 1)
    before = digest(tmp_path / "p" / "pug.db")

    for _ in range(2):
        with pytest.raises(errors.DataFromNewerProgram):
            open_profile(tmp_path / "p")
    assert digest(tmp_path / "p" / "pug.db") == before


def test_another_programs_database_is_refused_and_not_touched(tmp_path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")
        connection.execute("PRAGMA user_version=1")
    before = digest(path)

    with pytest.raises(errors.NotOurDatabase):
        prepare(path)
    assert digest(path) == before


@pytest.mark.parametrize("content", [b"%PDF-1.7\n" * 200, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path, content):
    path = tmp_path / "pug.db"
    path.write_bytes(content)

    with pytest.raises((errors.NotOurDatabase, errors.DatabaseDamaged)):
        prepare(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_ours(tmp_path):
    (tmp_path / "pug.db").touch()
    prepare(tmp_path / "pug.db")

    assert number(tmp_path / "pug.db") == SCHEMA


def test_a_block_that_raises_writes_nothing(database):
    def write_and_fail() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
            raise KeyError

    with pytest.raises(KeyError):
        write_and_fail()
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0


def test_a_reader_sees_one_state_while_somebody_writes(database):
    with database.read() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0
        with database.write() as writer:
            writer.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
        assert reader.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0


def test_a_second_writer_waits_from_its_begin_on(database):
    """Were it deferred, both would read the same number and one would fail when it writes."""
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('n', '0')")
    entered = threading.Event()

    def count_up() -> None:
        with database.write() as connection:
            found = connection.exec_driver_sql("SELECT value FROM setting WHERE name = 'n'").scalar()
            entered.set()
            time.sleep(0.05)
            connection.exec_driver_sql("UPDATE setting SET value = ? WHERE name = 'n'", (str(int(found) + 1),))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert entered.wait(5)
    for thread in threads:
        thread.join(10)

    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT value FROM setting WHERE name = 'n'").scalar() == "4"


def test_a_writer_that_waits_too_long_is_told_so(database, path):
    impatient = Database(path)
    with impatient.read() as connection:
        # The pool hands the same connection out again.
        connection.exec_driver_sql("PRAGMA busy_timeout=50")

    with database.write(), pytest.raises(errors.DatabaseBusy), impatient.write():
        pytest.fail("two writers at once")
    with impatient.write() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
    impatient.close()


def test_closing_folds_the_wal_into_the_file(path):
    database = Database(path)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
    database.close()

    assert [end for end in WAL_AND_ITS_INDEX if Path(f"{path}{end}").exists()] == []
