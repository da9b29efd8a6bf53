"""A foreign workbook is opened only when all of it was counted; each that is not says why."""

import datetime
import io
import struct
import tracemalloc
import zipfile

import openpyxl
import pytest

from pug_desktop import errors
from pug_desktop.intake import workbook_gate
from pug_desktop.intake.workbook import read_sheets
from pug_desktop.intake.xlsform import read_xlsform


def plain(tmp_path, rows=(("type", "name"), ("text", "A")), name="survey"):
    path = tmp_path / "buku.xlsx"
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def rewritten(path, change, *, method=zipfile.ZIP_DEFLATED):
    """The same workbook with entries changed: `change(name, content)` gives the new content, None to leave it out."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            if (new := change(name, content)) is not None:
                archive.writestr(name, new)
    return path


def added(path, name, content):
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def refusal(path):
    with pytest.raises(errors.WorkbookRefused) as caught:
        read_sheets(path, ["survey"])
    return caught.value.fields["problem"]


def sheet(change):
    return lambda name, content: change(content) if name.startswith("xl/worksheets/") else content


def test_the_cells_come_as_a_person_typed_them(tmp_path):
    day = datetime.datetime(2026, 1, 31)  # noqa: DTZ001 (a cell has no time zone)
    rows = [("a", None, 2.0, 2.5, True), (), (None, "=1+1", day, 10**15, " tepi ")]
    found = read_sheets(plain(tmp_path, rows), ["SURVEY"])

    assert found["survey"][0] == ["a", "", "2", "2.5", "yes"]
    assert found["survey"][2] == ["", "", "2026-01-31", "1000000000000000", " tepi "]
    assert [each.name for each in read_xlsform(tmp_path / "buku.xlsx")] == ["survey"]


def test_rows_keep_their_numbers_when_the_first_are_empty(tmp_path):
    path = plain(tmp_path, [(), (), (None, "b")])

    assert read_sheets(path, ["survey"])["survey"][2] == ["", "b"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "bukan berkas Excel"),
        (b"halo", "bukan berkas Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "terkunci kata sandi"),
        (b"PK\x03\x04" + bytes(40), "isinya rusak"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path, content, problem):
    path = tmp_path / "buku.xlsx"
    path.write_bytes(content)

    assert refusal(path).startswith(problem)


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(errors.FileUnreadable):
        read_sheets(tmp_path / "tidak-ada.xlsx", ["survey"])


def test_a_zip_without_a_workbook_is_none(tmp_path):
    path = tmp_path / "buku.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")

    assert refusal(path).startswith("bukan berkas Excel")


def test_a_part_that_inflates_beyond_all_measure_is_not_opened(tmp_path):
    path = added(plain(tmp_path), "xl/media/foto.png", bytes(30_000_000))

    assert path.stat().st_size < 100_000
    tracemalloc.start()
    assert refusal(path).startswith("isinya terlalu besar")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_all_parts_together_have_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook_gate, "MOST_INFLATED", 3_000)

    assert refusal(plain(tmp_path)).startswith("isinya terlalu besar")


def test_the_real_size_counts_and_not_the_one_that_is_told(tmp_path, monkeypatch):
    path = added(plain(tmp_path), "xl/media/foto.png", bytes(200_000))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(data)
    monkeypatch.setattr(workbook_gate, "MOST_INFLATED", 100_000)

    assert refusal(path)


def test_too_many_entries_are_not_opened(tmp_path):
    path = plain(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(workbook_gate.MOST_ENTRIES):
            archive.writestr(f"xl/media/{number}", b"")

    assert refusal(path).startswith("isinya terlalu besar")


def test_entries_that_share_their_bytes_are_not_opened(tmp_path):
    path = added(plain(tmp_path), "a.bin", b"x" * 100)
    data = bytearray(path.read_bytes())
    first, last = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    # The last entry of the list claims the place of the first, with the name that stands there.
    offset = data[first + 42 : first + 46]
    data[last + 42 : last + 46] = offset
    path.write_bytes(data)

    assert refusal(path).startswith("susunannya tidak wajar")


def test_two_entries_with_one_name_are_not_opened(tmp_path):
    path = added(plain(tmp_path), "XL/worksheets/SHEET1.xml", b"<worksheet/>")

    assert refusal(path).startswith("susunannya tidak wajar")


def test_other_methods_of_packing_are_not_opened(tmp_path):
    path = rewritten(plain(tmp_path), lambda _name, content: content, method=zipfile.ZIP_LZMA)

    assert refusal(path).startswith("susunannya tidak wajar")


def test_an_entry_with_a_lock_is_not_opened(tmp_path):
    path = plain(tmp_path)
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)

    assert refusal(path).startswith("terkunci kata sandi")


@pytest.mark.parametrize("cell", [b"XFD1048576", b"A1048576", b"XFD1", b"A99999999999999999999", b"ZZZZZZZZZ1"])
def test_a_cell_at_the_far_end_asks_for_no_memory(tmp_path, cell):
    path = rewritten(plain(tmp_path), sheet(lambda xml: xml.replace(b'r="B2"', b'r="%s"' % cell)))

    assert refusal(path).startswith("ada sel yang terlalu jauh")


def test_cells_without_a_place_are_counted_from_the_left(tmp_path):
    many = b"<row>%s</row>" % (b"<c><v>1</v></c>" * (workbook_gate.MOST_COLUMNS + 1))
    path = rewritten(plain(tmp_path), sheet(lambda xml: xml.replace(b"</sheetData>", many + b"</sheetData>")))

    assert refusal(path).startswith("ada sel yang terlalu jauh")


def test_an_empty_last_row_as_some_programs_write_it_does_no_harm(tmp_path):
    last = b'<row r="1048576" hidden="false"/></sheetData>'
    path = rewritten(plain(tmp_path), sheet(lambda xml: xml.replace(b"</sheetData>", last)))

    assert read_sheets(path, ["survey"])["survey"] == [["type", "name"], ["text", "A"]]


def test_entities_are_not_opened(tmp_path):
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">]>'
    path = rewritten(plain(tmp_path), sheet(lambda xml: bomb + xml))

    assert refusal(path).startswith("susunannya tidak wajar")


@pytest.mark.parametrize("how", [lambda xml: xml[: len(xml) // 2], lambda xml: b"", lambda xml: b"\x00" * 100])
def test_a_sheet_that_is_no_xml_is_damaged(tmp_path, how):
    path = rewritten(plain(tmp_path), sheet(how))

    assert refusal(path).startswith("isinya rusak")


def test_a_sheet_that_calls_itself_a_picture_is_not_read(tmp_path):
    path = plain(tmp_path)
    with zipfile.ZipFile(path) as archive:
        hidden = archive.read("xl/worksheets/sheet1.xml")
    path = added(path, "xl/media/a.png", hidden)

    def point_there(name, content):
        if name == "xl/_rels/workbook.xml.rels":
            return content.replace(b"worksheets/sheet1.xml", b"media/a.png")
        return content

    assert refusal(rewritten(path, point_there)).startswith("isinya rusak")


def test_a_damaged_byte_is_a_refusal_and_never_a_crash(tmp_path):
    data = plain(tmp_path).read_bytes()
    path = tmp_path / "lain.xlsx"
    outcomes = set()
    for at in range(0, len(data), 97):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        path.write_bytes(damaged)
        try:
            read_sheets(path, ["survey"])
        except errors.PugError as error:
            outcomes.add(type(error))
    assert outcomes == {errors.WorkbookRefused}


def test_what_is_handed_on_holds_no_more_than_the_xml(tmp_path):
    path = added(plain(tmp_path), "xl/media/a.png", b"foto")
    anew = workbook_gate.counted_workbook(path)
    with zipfile.ZipFile(io.BytesIO(anew)) as archive:
        assert "xl/media/a.png" not in archive.namelist()
        assert {each.compress_type for each in archive.infolist()} == {zipfile.ZIP_STORED}
