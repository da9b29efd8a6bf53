"""What may be evidence, and how it is kept."""

import io
import zipfile

import pytest

from pug_desktop import errors
from pug_desktop.app import evidence, meet

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + b"x" * 50


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")

GOOD = {
    "sk.pdf": PDF,
    "foto.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"x" * 40,
    "foto.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
    "surat.docx": DOCX,
    "rekap.xlsx": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "paparan.pptx": zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "catatan.txt": b"Rapat dibuka pukul 09.00",
    "data.csv": b"nama;L/P\nSiti;P\n",
}

BAD = {
    "laporan.pdf.exe": b"MZ\x90\x00" + b"\0" * 60,
    "laporan.pdf": b"MZ\x90\x00" + b"\0" * 60,
    "program": b"\x7fELF" + b"\0" * 60,
    "jalan.sh": b"#!/bin/sh\necho\n",
    "pintasan.lnk": b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60,
    "halaman.txt": b"<html><script>alert(1)</script></html>",
    "naskah.js": b"alert(1)",
    "autorun.inf": b"[autorun]\nopen=x.exe",
    "makro.docx": zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "arsip.zip": zipped("a.exe"),
    "rusak.docx": DOCX[:40],
    "acak.pdf": bytes(range(256)),
}


@pytest.fixture
def meeting(office):
    return meet.create_meeting(office)


@pytest.mark.parametrize("name", GOOD)
def test_papers_pictures_and_tables_are_taken(office, meeting, tmp_path, name):
    (tmp_path / name).write_bytes(GOOD[name])
    row = evidence.attach(office, "meeting", meeting, tmp_path / name)
    assert row.present
    copy = evidence.open_copy(office, row.id)
    assert copy.read_bytes() == GOOD[name]
    assert copy.suffix == (tmp_path / name).suffix


@pytest.mark.parametrize("name", BAD)
def test_programs_scripts_and_disguises_are_refused_and_nothing_is_written(office, meeting, tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name])
    with pytest.raises(errors.EvidenceRefused):
        evidence.attach(office, "meeting", meeting, tmp_path / name)
    assert evidence.of(office, "meeting", meeting) == ()
    assert not list((office.folder / "berkas").rglob("*")) if (office.folder / "berkas").exists() else True


def test_one_file_attached_twice_is_stored_once(office, meeting, tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "b.pdf").write_bytes(PDF)
    one, two = (evidence.attach(office, "meeting", meeting, tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert one.sha256 == two.sha256
    assert len([path for path in (office.folder / "berkas").rglob("*") if path.is_file()]) == 1


def test_empty_large_and_missing_files_are_told(office, meeting, tmp_path, monkeypatch):
    (tmp_path / "kosong.pdf").touch()
    (tmp_path / "a.pdf").write_bytes(PDF)
    (tmp_path / "tautan.pdf").symlink_to(tmp_path / "a.pdf")
    monkeypatch.setattr(evidence, "MAX_BYTES", 10)
    for name, error in (
        ("kosong.pdf", errors.EvidenceEmpty),
        ("a.pdf", errors.EvidenceTooLarge),
        ("tidak-ada.pdf", errors.FileUnreadable),
        ("tautan.pdf", errors.FileUnreadable),
    ):
        with pytest.raises(error):
            evidence.attach(office, "meeting", meeting, tmp_path / name)


def test_a_name_that_turns_the_writing_direction_is_shown_plain():
    assert evidence.shown_name("laporan\u202efdp.exe") == "laporanfdp.exe"


def test_a_file_that_has_not_arrived_is_told(office, meeting, tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    row = evidence.attach(office, "meeting", meeting, tmp_path / "a.pdf")
    office.blobs.path(row.sha256).unlink()
    with pytest.raises(errors.EvidenceMissing):
        evidence.open_copy(office, row.id)
    evidence.detach(office, row.id)
    assert evidence.of(office, "meeting", meeting) == ()


def test_one_refused_file_does_not_stop_the_others_and_each_is_told(office, meeting, tmp_path):
    for name, data in (("a.pdf", b"MZ program"), ("b.pdf", PDF), ("kosong.pdf", b""), ("c.pdf", PDF)):
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf", "kosong.pdf", "c.pdf")]
    refused = evidence.attach_many(office, "meeting", meeting, paths)
    assert [error.code for error in refused] == ["PUG-IN-004", "PUG-IN-006"]
    assert [row.file_name for row in evidence.of(office, "meeting", meeting)] == ["b.pdf", "c.pdf"]
