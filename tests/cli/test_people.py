"""Persons, at a terminal."""

import pytest

from pug_desktop.app import attend, meet, workspace
from pug_desktop.domain.dates import PartialDate
from tests.cli.terminal import run

NIP = "198503122010012004"


@pytest.fixture
def profile(tmp_path):
    ws = workspace.create_profile(tmp_path / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    meeting = meet.create_meeting(ws)
    meet.set_date(ws, meeting, PartialDate(2018, 6, 30))
    for name in ("Dra. Siti Aminah", "Sitti Aminah"):
        attend.add(ws, meeting, name=name, nip=NIP, office_name="BPS")
    attend.add(ws, meeting, name="Sitti Aminah", nip="197203121998031004", office_name="BPS")
    ws.close()
    return ws.folder


def ran(profile, *words):
    return run("--profile", profile, "people", *words)


def test_who_came_how_often_without_a_whole_nip(profile):
    told = ran(profile, "list", "--search", "dra")
    assert told.code == 0
    assert "Dra. Siti Aminah, BPS, ••••2004 – 1 x" in told.out
    assert NIP not in told.out + ran(profile, "list", "--json").out
    assert len(ran(profile, "list", "--json").json["people"]) == 3


def test_likely_doubles_with_their_proof(profile):
    (pair,) = ran(profile, "doubles", "--json").json["doubles"]
    assert pair["proof"] == "nip"
    assert "(nip)" in ran(profile, "doubles").out


def test_old_data_goes_only_with_yes(profile):
    assert ran(profile, "clear", "--before", "2018-01-01").code == 4
    asked = ran(profile, "clear", "--before", "2020-01-01")
    assert (asked.code, "Belum dihapus" in asked.out, "3 nama" in asked.out) == (0, True, True)
    assert ran(profile, "clear", "--before", "2020-01-01", "--yes", "--json").json["removed"] is True
    assert ran(profile, "list", "--json").json["people"] == []
    assert ran(profile, "clear", "--before", "2020-01-01").code == 4
    assert ran(profile, "clear", "--before", "kemarin").code == 2
