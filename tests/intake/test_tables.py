"""A damaged file is refused or read, and never ends the program; old workbooks pass in a container of our own."""

import contextlib
import random
import struct
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app.people_draft import Draft
from pug_desktop.intake import compound_file
from pug_desktop.intake.cell_count import Refused, column_letters
from pug_desktop.intake.csv_text import read_text
from pug_desktop.intake.tables import LIMITS, read_tables
from tests.intake.people_fixtures import PLAIN, book, make, old_book, record, rewritten, sheet_xml

GOOD = ("plain", "excel_97", "open_document", "libreoffice-97", "libreoffice", "utf16_tabs")


@pytest.mark.parametrize("name", GOOD)
def test_damaged_bytes_are_a_refusal_or_other_cells(name, tmp_path):
    data = make(name, tmp_path).read_bytes()
    path, chance = tmp_path / "rusak", random.Random(7)
    outcomes = set()
    for _ in range(120):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 1, 4, 30))):
            damaged[chance.randrange(len(damaged))] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
        path.write_bytes(damaged[: chance.choice((len(damaged), len(damaged), chance.randrange(len(damaged))))])
        try:
            read_tables(path)
            outcomes.add("read")
        except errors.ListRefused:
            outcomes.add("refused")
    assert outcomes <= {"read", "refused"}


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(errors.FileUnreadable):
        read_tables(tmp_path / "tiada.xlsx")


@given(st.binary(max_size=20_000))
@settings(max_examples=30, deadline=None)
def test_what_is_put_into_a_container_comes_out_again(content):
    kept = compound_file.streams(compound_file.alone("Workbook", content))["workbook"]

    assert kept[: len(content)] == content
    assert not kept[len(content) :].strip(b"\0")


@given(st.binary(max_size=3_000))
@settings(max_examples=60, deadline=None)
def test_any_bytes_behind_the_signature_are_no_more_than_damaged(content):
    with contextlib.suppress(compound_file.NoCompoundFile):
        compound_file.streams(compound_file.SIGNATURE + content)


def test_a_container_whose_chain_bites_its_tail_comes_to_an_end():
    data = bytearray(compound_file.alone("Workbook", bytes(9_000)))
    table = len(data) - 512
    struct.pack_into("<I", data, table + 4, 0)

    assert len(compound_file.streams(bytes(data))["workbook"]) == 9_000

    struct.pack_into("<I", data, table + 4 * 18, 18)  # the directory, which has no length that would end it
    assert len(compound_file.streams(bytes(data))["workbook"]) == 9_000


def test_letters_that_nobody_knows_are_damage(tmp_path):
    path = make("plain", tmp_path)
    start = b'<?xml version="1.0" encoding="UTFn8"?>'
    rewritten(path, sheet_xml(lambda xml: start + xml[xml.index(b"<worksheet") :]))

    with pytest.raises(errors.ListRefused) as caught:
        read_tables(path)
    assert str(caught.value.fields["problem"]).startswith("isinya rusak")


def test_a_sheet_that_is_named_twice_over_is_not_walked_for_ever(tmp_path):
    sheets = b"".join(record(0x85, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"A") for _ in range(199))
    path = tmp_path / "buku.xls"
    path.write_bytes(old_book(PLAIN, before=sheets))

    with pytest.raises(errors.ListRefused) as caught:
        read_tables(path)
    assert str(caught.value.fields["problem"]).startswith("susunannya tidak wajar")


@pytest.mark.parametrize(
    "change", [lambda xml: xml.replace(b"<sheetData", b"<!-- --><sheetData"), lambda xml: xml.replace(b"<c ", b"<c\n")]
)
def test_a_sheet_in_an_unusual_hand_is_counted_one_by_one(tmp_path, change):
    path = tmp_path / "buku.xlsx"
    book(path, PLAIN)
    before = read_tables(path)
    rewritten(path, sheet_xml(change))
    assert read_tables(path).tables == before.tables

    far = lambda xml: change(xml).replace(b'r="B2"', b'r="XFD2"')  # noqa: E731
    book(path, PLAIN)
    rewritten(path, sheet_xml(far))
    with pytest.raises(errors.ListRefused) as caught:
        read_tables(path)
    assert "sel XFD2" in str(caught.value.fields["problem"])


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")])
def test_columns_are_called_as_excel_calls_them(column, letters):
    assert column_letters(column) == letters


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
@settings(max_examples=100, deadline=None)
def test_any_text_is_rows_or_no_text(text, encoding):
    try:
        found = read_text(text.encode(encoding, "replace"), LIMITS)
    except Refused:
        return
    assert all(isinstance(cell, str) for row in found.rows for cell in row)


def test_a_sheet_with_more_merged_cells_than_cells_is_refused_and_many_hold_nobody_up(tmp_path):
    def with_merged(many):
        path = tmp_path / f"{many}.xlsx"
        book(path, [["Nama", "NIP", "L/P"], ["Siti", "", "P"]])
        # Rows by chance: the same one over and over would be refused for how small it packs.
        rows = random.Random(7).choices(range(1, 1_000_000), k=many)
        merged = b"".join(b'<mergeCell ref="A%d:C%d"/>' % (row, row) for row in rows)
        new = b"</sheetData><mergeCells>" + merged + b"</mergeCells>"
        rewritten(path, sheet_xml(lambda content: content.replace(b"</sheetData>", new)))
        return path

    begun = time.perf_counter()
    assert [row.name for row in Draft(read_tables(with_merged(90_000))).rows] == ["Siti"]
    with pytest.raises(errors.ListRefused):
        read_tables(with_merged(400_000))
    assert time.perf_counter() - begun < 5
