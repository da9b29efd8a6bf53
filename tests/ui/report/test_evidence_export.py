"""The page Laporan writes the evidence of the chosen sheet: as a zip, as a folder, as an archive."""

import zipfile

import bagit
import pytest

from pug_desktop.app import evidence, fill
from pug_desktop.ui.report import done_band
from pug_desktop.ui.report.evidence_files import ARCHIVE, FOLDER, ZIP
from pug_desktop.ui.report.page import ReportPage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened

PDF = b"%PDF-1.4\n" + b"x" * 50


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def page(qtbot, tmp_path, ask):
    ws = make(tmp_path / "opd")
    with opened(ws):
        (tmp_path / "renja.pdf").write_bytes(PDF)
        sheet = fill.sheet(ws, ws.clock().year)
        row = evidence.attach(ws, "answer", fill.attach_evidence_target(ws, sheet, "P2.03"), tmp_path / "renja.pdf")
        evidence.describe(ws, row.id, document_on="2001-01-31")
        made = ReportPage(ws, ask, NowJobs(), None)
        qtbot.addWidget(made)
        made.refresh()
        yield made


def test_a_zip_lies_among_the_papers_and_what_is_old_is_told(page):
    page.evidence.buttons[ZIP].click()
    (made,) = page._presenter.made()
    assert made.path.name.startswith("Data-dukung_")
    with zipfile.ZipFile(made.path) as archive:
        assert any(name.endswith("B1_Perencanaan/P2.03-01_renja.pdf") for name in archive.namelist())
    assert "(1 berkas bukti)" in page._done.words.text()
    assert "1 bukti perlu diperiksa" in page._done.words.text()


def test_a_folder_is_made_where_the_person_says_and_a_second_one_beside_it(page, ask, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(done_band, "open_outside", lambda path: shown.append(path) or True)
    (tmp_path / "flashdisk").mkdir()
    ask.answers = [tmp_path / "flashdisk", tmp_path / "flashdisk", None]
    for _ in range(3):
        page.evidence.buttons[FOLDER].click()
    first, second = sorted((tmp_path / "flashdisk").iterdir())
    assert second.name == f"{first.name}-2"
    page._done.view.click()
    assert shown == [second / "Daftar-Isi.html"]


def test_the_archive_is_one_that_bagit_validates(page, tmp_path):
    page.evidence.buttons[ARCHIVE].click()
    (made,) = page._presenter.made()
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(tmp_path / "keluar")
    (bag,) = (tmp_path / "keluar").iterdir()
    bagit.Bag(str(bag)).validate()


def test_the_buttons_are_reached_and_read_aloud(page):
    assert [each.accessibleName() for each in page.evidence.buttons.values()] == [
        "Buat ZIP: Data dukung",
        "Buat folder…: Data dukung",
        "Buat arsip BagIt: Data dukung",
    ]
