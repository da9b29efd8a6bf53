"""What may be evidence, and how it is kept."""

import io
import zipfile

import pillow_heif
import pytest
from PIL import Image

from pug_desktop import errors
from pug_desktop.app import edit, evidence, fill, meet
from pug_desktop.app.error_words import words
from pug_desktop.storage import records
from tests.app.received import copy

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + b"x" * 50


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def picture(kind, size=(40, 30)):
    file = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(file, kind)
    return file.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")

GOOD = {
    "sk.pdf": PDF,
    "foto.jpg": picture("JPEG"),
    "foto.png": picture("PNG"),
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
    "foto.jpg": picture("JPEG")[:-200] or b"\xff\xd8\xff",
    "foto.png": picture("PNG")[:60],
    "foto.heic": b"\0\0\0\x10ftypheic\0\0\0\0" + b"x" * 60,
}

NAMED = {
    "a.exe": (b"MZ\x90\0" + b"\0" * 60, "program Windows"),
    "a.rar": (b"Rar!\x1a\x07\x00" + b"\0" * 60, "arsip RAR"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + b"\0" * 60, "arsip 7z"),
    "a.zip": (zipped("foto.jpg"), "arsip ZIP"),
    "a.docm": (zipped("[Content_Types].xml", "word/vbaProject.bin"), "bermakro"),
    "a.odt": (zipped("mimetype", "content.xml"), "OpenDocument"),
    "a.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Office lama"),
    "b.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 90 + "EncryptedPackage".encode("utf-16-le"),
        "berkata sandi",
    ),
    "a.mp4": (b"\0\0\0\x18ftypmp42\0\0\0\0" + b"\0" * 60, "video"),
    "a.gif": (b"GIF89a" + b"\0" * 60, "GIF"),
    "a.bmp": (b"BM\x36\0\0\0" + b"\0" * 60, "BMP"),
    "a.tif": (b"II*\0" + b"\0" * 60, "TIFF"),
    "a.webp": (b"RIFF\0\0\0\0WEBPVP8 " + b"\0" * 60, "WebP"),
    "a.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    "a.py": (b"print(1)", ".py"),
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
    for name, data in (("a.pdf", b"MZ program"), ("b.pdf", PDF), ("kosong.pdf", b""), ("c.pdf", PDF + b"2")):
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in ("a.pdf", "b.pdf", "kosong.pdf", "c.pdf")]
    steps = []
    made = evidence.attach_many(office, "meeting", meeting, paths, lambda done, total: steps.append((done, total)))
    assert [error.code for error in made.refused] == ["PUG-IN-004", "PUG-IN-006"]
    assert [row.file_name for row in made.rows] == ["b.pdf", "c.pdf"]
    assert [row.file_name for row in evidence.of(office, "meeting", meeting)] == ["b.pdf", "c.pdf"]
    assert steps == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_a_file_that_the_owner_has_is_not_attached_twice(office, meeting, tmp_path):
    for name in ("a.pdf", "salinan.pdf"):
        (tmp_path / name).write_bytes(PDF)
    made = evidence.attach_many(office, "meeting", meeting, [tmp_path / "a.pdf", tmp_path / "salinan.pdf"])
    assert ([row.file_name for row in made.rows], made.there) == (["a.pdf"], ("salinan.pdf",))


@pytest.mark.parametrize("name", NAMED)
def test_a_refused_kind_is_named_in_both_languages(office, meeting, tmp_path, name):
    data, named = NAMED[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(errors.EvidenceRefused) as refused:
        evidence.attach(office, "meeting", meeting, tmp_path / name)
    told = words(refused.value).title
    assert named in told
    assert " / " not in told
    assert words(refused.value, "en").title != told


def test_a_photo_is_made_smaller_unless_the_original_is_asked_for(office, meeting, tmp_path):
    path = tmp_path / "foto.jpg"
    path.write_bytes(picture("JPEG", (3000, 2000)))
    small = evidence.attach_many(office, "meeting", meeting, [path])
    kept = evidence.attach(office, "meeting", meeting, path, original=True)
    assert small.shrunk == 1
    with Image.open(evidence.open_copy(office, small.rows[0].id)) as opened:
        assert opened.size == (1600, 1067)
    assert evidence.open_copy(office, kept.id).read_bytes() == path.read_bytes()
    assert not list((office.folder / "tmp").glob("*.foto"))


def test_what_another_office_attached_is_read_and_not_written(office, regency, tmp_path):
    """A district that attached to an office's answer would do so in that office's name."""
    (tmp_path / "a.pdf").write_bytes(PDF)
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, "P2.06", value=4)
    theirs = evidence.attach(office, "answer", fill.answer_id(sheet.checklist_id, "P2.06"), tmp_path / "a.pdf")
    copy(office, regency, "office", "checklist", "answer", "evidence")
    own = evidence.attach(regency, "meeting", meet.create_meeting(regency), tmp_path / "a.pdf")
    answer = fill.answer_id(sheet.checklist_id, "P2.06")
    for work in (
        lambda: evidence.attach(regency, "answer", answer, tmp_path / "a.pdf"),
        lambda: evidence.attach_many(regency, "answer", answer, [tmp_path / "a.pdf"]),
        lambda: evidence.reuse(regency, "answer", answer, [own.id]),
        lambda: evidence.describe(regency, theirs.id, title="Lain"),
        lambda: evidence.detach(regency, theirs.id),
    ):
        with pytest.raises(errors.WrongRole) as refused:
            work()
        assert refused.value.fields["needed"] == "opd"
    assert [row.title for row in evidence.of(regency, "answer", answer)] == ["a"]


def test_nothing_is_attached_to_what_was_removed(office, meeting, tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    edit.remove(office, "meeting", meeting)
    with pytest.raises(errors.NoSuchRecord):
        evidence.attach(office, "meeting", meeting, tmp_path / "a.pdf")
    with office.database.read() as connection:
        assert records.select(connection, "evidence") == []


def test_a_photo_of_a_phone_becomes_a_jpeg_under_the_name_of_one(office, meeting, tmp_path):
    path = tmp_path / "IMG_0001.HEIC"
    pillow_heif.from_pillow(Image.new("RGB", (2000, 1500))).save(path, quality=40)
    small = evidence.attach_many(office, "meeting", meeting, [path])
    kept = evidence.attach(office, "meeting", meeting, path, original=True)
    (row,) = small.rows
    assert (row.file_name, row.media_type, row.title, small.shrunk) == ("IMG_0001.jpg", "image/jpeg", "IMG_0001", 1)
    with Image.open(evidence.open_copy(office, row.id)) as opened:
        assert (opened.format, opened.size) == ("JPEG", (1600, 1200))
    assert (kept.file_name, kept.media_type) == ("IMG_0001.HEIC", "image/heic")
    assert evidence.open_copy(office, kept.id).read_bytes() == path.read_bytes()


def test_a_document_is_described_and_that_can_be_undone(office, meeting, tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    row = evidence.attach(office, "meeting", meeting, tmp_path / "a.pdf")
    evidence.describe(office, row.id, title="SK Pokja", document_number="12/2025", document_on="2025-02-01")
    known = evidence.one(office, row.id)
    assert (known.title, known.document_number, known.document_on) == ("SK Pokja", "12/2025", "2025-02-01")
    with pytest.raises(errors.WrongValue):
        evidence.describe(office, row.id, valid_until="2025-01-31")
    edit.undo(office)
    assert evidence.one(office, row.id).document_number is None


def test_one_document_serves_many_owners_with_one_file_and_its_description(office, meeting, tmp_path):
    (tmp_path / "a.pdf").write_bytes(PDF)
    row = evidence.attach(office, "meeting", meeting, tmp_path / "a.pdf")
    evidence.describe(office, row.id, title="SK Pokja", valid_until="2027-12-31")
    other = meet.create_meeting(office)
    again = evidence.reuse(office, "meeting", other, [row.id])
    assert [(each.title, each.valid_until, each.sha256) for each in again] == [("SK Pokja", "2027-12-31", row.sha256)]
    assert evidence.reuse(office, "meeting", other, [row.id]) == ()
    assert len([path for path in (office.folder / "berkas").rglob("*") if path.is_file()]) == 1
