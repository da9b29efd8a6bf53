"""A database of an older program that passed on fields it had no columns for."""

import json
import sqlite3
from contextlib import closing

import pytest

from pug_desktop.app import fill
from pug_desktop.app.workspace import open_profile
from pug_desktop.domain.kinds import KINDS
from pug_desktop.storage import records
from pug_desktop.storage.capture import capture
from tests.walks.line import make_line

NEW_COLUMNS = {
    "checklist": ("state", "state_on", "state_by"),
    "assignment": ("decree_id",),
    "regulation": ("enacted_on", "valid_until"),
    "person": ("office_name", "office_type"),
    "meeting": ("state", "own_kind_id", "counted_by", "cleared_on"),
    "meeting_role": ("person_id", "topic"),
    "agenda_item": ("start_time", "end_time", "speaker"),
    "attendance": ("role",),
    "headcount": ("disability", "age_bands"),
    "output": ("achieved", "fulfils_id", "prerequisites"),
    "follow_up": ("person_id", "office_id", "output_id"),
}
NEW_TABLES = (
    *("decree", "final_version", "gap", "gbs", "gender_budget", "semester_report", "bin", "answer_log"),
    *("person_link", "holiday", "meeting_kind", "meeting_letter", "meeting_report", "invitation"),
    *("attendance_trait", "meeting_decision"),
)


def _captured(ws):
    with ws.database.write() as connection:
        return capture(connection, now=5, by="Siti")


def _as_of_schema_2(path):
    """What a program of schema 2 would have, had it been sent what the newer one wrote."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in ("log_answer_update", "log_answer_delete"):
            connection.execute(f"DROP TRIGGER {name}")
        for table in NEW_TABLES:
            connection.execute(f'DROP TABLE "{table}"')
        for table, columns in NEW_COLUMNS.items():
            for column in columns:
                connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.execute("PRAGMA user_version = 2")


@pytest.fixture
def folder(tmp_path):
    """The profile of an office whose sheet is ready, as an older program would hold it."""
    line = make_line(tmp_path)
    office = line[0]
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=3)
    with office.database.write() as connection:
        sheet = records.select(connection, "checklist")[0]
        values = {"state": "siap", "state_on": "2026-06-30", "state_by": "Siti"}
        records.update(connection, "checklist", sheet.id, values, 5, "Siti")
    _captured(office)
    for each in line:
        each.close()
    _as_of_schema_2(office.folder / "pug.db")
    return office.folder


def test_the_new_columns_show_what_a_newer_program_wrote(folder):
    with closing(open_profile(folder)) as ws, ws.database.read() as connection:
        sheet = records.select(connection, "checklist")[0].values
        assert (sheet["state"], sheet["state_on"], sheet["state_by"]) == ("siap", "2026-06-30", "Siti")


def test_nothing_counts_as_emptied_because_its_column_is_new(folder):
    with closing(open_profile(folder)) as ws:
        assert _captured(ws) == 0
        with ws.database.read() as connection:
            cells = connection.exec_driver_sql("SELECT cells FROM sync_record WHERE kind = 'checklist'").scalar_one()
        assert "siap" in json.dumps(json.loads(cells))


def test_what_was_typed_and_not_yet_captured_stays(folder):
    with closing(sqlite3.connect(folder / "pug.db", isolation_level=None)) as connection:
        connection.execute("UPDATE answer SET value = '4'")
    with closing(open_profile(folder)) as ws:
        assert fill.sheet(ws, 2026).item("P2.06").value == 4
        assert _captured(ws) == 1


def test_every_kind_of_today_has_its_table(folder):
    with closing(open_profile(folder)) as ws, ws.database.read() as connection:
        for kind in KINDS:
            assert records.select(connection, kind) is not None
