"""`report data-dukung`: the evidence of a sheet as a folder, a zip or a bag."""

import bagit
import pytest

from pug_desktop.app import evidence, fill
from pug_desktop.app.workspace import open_profile

PDF = b"%PDF-1.4\n" + b"x" * 50


@pytest.fixture
def attached(regency, tmp_path):
    ws = open_profile(regency.folder)
    try:
        (tmp_path / "perwal.pdf").write_bytes(PDF)
        sheet = fill.sheet(ws, 2025)
        row = evidence.attach(ws, "answer", fill.attach_evidence_target(ws, sheet, "P1.01"), tmp_path / "perwal.pdf")
        lost = ws.blobs.path(row.sha256)
    finally:
        ws.close()
    return regency, lost


def test_a_bag_is_written_and_counted(attached, tmp_path):
    regency, _ = attached
    out = tmp_path / "arsip"

    ran = regency.run("report", "data-dukung", "--out", out, "--year", "2025", "--bagit", "--json")

    assert (ran.code, ran.json["path"], ran.json["files"], ran.json["left_out"]) == (0, str(out), 1, 0)
    bagit.Bag(str(out)).validate()


def test_what_is_lost_is_told_and_a_full_folder_refused(attached, tmp_path):
    regency, lost = attached
    lost.unlink()

    ran = regency.run("report", "data-dukung", "--out", tmp_path / "keluar", "--year", "2025")
    again = regency.run("report", "data-dukung", "--out", tmp_path / "keluar", "--year", "2025")

    assert (ran.code, "left out (missing or damaged): 1" in ran.out) == (0, True)
    assert (again.code != 0, again.err[:12]) == (True, "PUG-DATA-006")
