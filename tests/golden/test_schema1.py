"""The profile that the previous release left behind opens in this one, with everything that was in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pug_desktop.app import doctor, edit, enrol, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.storage.schema import SCHEMA
from tests.golden.former import EXPECTED, lay_out, rows_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The profile as the previous release left it."""
    return lay_out(tmp_path / "k")


def test_it_is_of_the_schema_before(folder: Path):
    with closing(sqlite3.connect(folder / "pug.db")) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert SCHEMA > 1


def test_it_opens_and_the_doctor_finds_nothing(folder: Path):
    with closing(open_profile(folder)) as ws:
        assert doctor.check(ws).problems == ()
        assert doctor.check(ws).facts["schema"] == SCHEMA
        whole = digest(ws).whole
        assert (whole.count, whole.value) == (EXPECTED["count"], EXPECTED["digest"])


@pytest.mark.parametrize("table", [name for name in EXPECTED["tables"] if not name.startswith("sync_")])
def test_every_row_is_as_it_was(folder: Path, table: str):
    open_profile(folder).close()

    was = EXPECTED["tables"][table]
    assert rows_of(folder, table, was["columns"]) == was["rows"]


def test_conflicts_bundles_and_undecided_edits_are_still_there(folder: Path):
    with closing(open_profile(folder)) as ws:
        assert len(receive.received_log(ws)) == 3
        assert len(send.sent_log(ws)) == 1
        titles = {each["id"]: each["title"] for each in meetings(ws)}
        in_conflict = [each for each in titles if "title" in edit.conflicts(ws, "meeting", each)]
        # Which of the two is shown follows from names drawn at random then.
        assert [str(titles[each])[:17] for each in in_conflict] == ["Rapat OPD menurut"]


def meetings(ws: Workspace) -> list[dict[str, object]]:
    with ws.database.read() as connection:
        ids = connection.exec_driver_sql("SELECT lower(hex(id)) FROM meeting").scalars().all()
    return [{"id": each, **(edit.get(ws, "meeting", each) or {})} for each in ids]


def test_it_goes_on_exchanging(folder: Path, tmp_path: Path):
    """Its own card says less than cards do today, and it still gives cards to others."""
    with closing(open_profile(folder)) as ws:
        office = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Sosial")
        asked = enrol.request(office, tmp_path)
        enrol.accept(office, enrol.approve(ws, asked, tmp_path, in_person=True), in_person=True)
        sent = send.send(ws, send.find_addressee(ws, "Dinas Sosial"), tmp_path)
        assert receive.take_in(office, sent.path).bundle_id == sent.bundle_id
        edit.put(office, "office", office.profile.office_id, name="Dinas Sosial Kota")
        back = send.send(office, send.find_addressee(office), tmp_path)
        assert receive.take_in(ws, back.path).conflicts == 0
        office.close()
