import zipfile
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop.reports.plain_text import clean
from pug_desktop.reports.workbook import Sheet, write_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

DANGEROUS = [
    *("=1+1", "+62812", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "{=A1}", "http://x", "mailto:a@b", "internal:A1"),
    *("00123", "198509272001021001", "1e5", "TRUE", "\tx", "<b>&", "_x0041_", " depan "),
]


def cells(path):
    """(reference, type, text, whether there is a formula or link) of the first sheet."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        strings = []
        if "xl/sharedStrings.xml" in names:
            tree = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            strings = ["".join(node.text or "" for node in each.iter(f"{MAIN}t")) for each in tree.iter(f"{MAIN}si")]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{MAIN}f"))
    assert not list(sheet.iter(f"{MAIN}hyperlink"))
    found = {}
    for cell in sheet.iter(f"{MAIN}c"):
        value = cell.find(f"{MAIN}v")
        if value is None:
            continue
        text = strings[int(value.text)] if cell.get("t") == "s" else value.text
        found[cell.get("r")] = (cell.get("t"), text)
    return found


def test_dangerous_texts_stay_texts(tmp_path):
    out = tmp_path / "a.xlsx"
    write_workbook(out, [Sheet("Rekap", ("Teks",), [(text,) for text in DANGEROUS])])
    found = cells(out)

    for row, text in enumerate(DANGEROUS, start=2):
        kind, stored = found[f"A{row}"]
        assert kind == "s"
        # Excel's own escape for what looks like an escape.
        assert stored.replace("_x005F_", "_") == clean(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=40), max_size=10))
def test_no_text_becomes_anything_else(tmp_path, texts):
    out = tmp_path / "a.xlsx"
    write_workbook(out, [Sheet("A", ("Teks",), [(text,) for text in texts])])

    assert all(kind == "s" for kind, _ in cells(out).values())


def test_whole_numbers_are_numbers_and_nothing_is_nothing(tmp_path):
    out = tmp_path / "a.xlsx"
    write_workbook(out, [Sheet("A", ("L", "P", "?"), [(12, 0, None)])])
    found = cells(out)

    assert found["A2"] == (None, "12")
    assert found["B2"] == (None, "0")
    assert "C2" not in found


def test_the_same_rows_are_the_same_bytes(tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, [Sheet("A", ("x",), [("y",)])], title="Rekap")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("name", ["", "a" * 40, "[x]:*?/\\y", "'kutip'", "\u202e", "History"])
def test_any_name_of_a_sheet_works_even_twice(name, tmp_path):
    out = tmp_path / "a.xlsx"
    write_workbook(out, [Sheet(name, ("x",), []), Sheet(name, ("x",), [])])

    assert zipfile.is_zipfile(out)


def test_a_text_longer_than_excel_allows_is_cut_with_a_mark(tmp_path):
    out = tmp_path / "a.xlsx"
    write_workbook(out, [Sheet("A", ("x",), [("a" * 40_000,)])])

    assert cells(out)["A2"][1] == "a" * 32_766 + "…"
