"""A text stays a text in CSV and in workbooks, also for LibreOffice, and is given back as it was."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pug_desktop.reports.csv_file import CSV_KINDS, EXCEL, STANDARD, bare, guarded, write_csv
from pug_desktop.reports.plain_text import clean
from pug_desktop.reports.workbook import Sheet, write_workbook

HOSTILE = (
    "=1+1", "+62812", "-1", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0", " =1+1", "\uff1d1+1",
    "\t=1", "\r=1", "\n=1", "'=1", "''", "'", "00123", "198509272001021001", "1e5", "1,5", "1.5", "5%", "(5)",
    "Rp5.000", "$5", "12 Mei 2024", "12-05-2024", "2024-05-12", "Mei 2024", "May 24", "1/2", "10:30", "10.30",
    "TRUE", "BENAR", "salah", "Senin, 12 Mei 2024", ';"x";', '"', '""', "a;b,c", "a\nb", "a\r\nb",
    "1E+5", ".5", "-", "+", "%", "|x", "1 234",
    "18-30 tahun", "2 orang", "<5", "Siti Aminah, S.Sos., M.Si", "Dinas P3A & KB", " depan", "belakang ",
    "\u0661\u0662",
)  # fmt: skip

texts = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="=+-@'\"\t;,.0123456789/: eEMmeijan%$()\n", max_size=12),
    st.sampled_from(HOSTILE),
)
SEPARATOR = {EXCEL: ";", STANDARD: ","}


def read(path: Path, kind: str) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig" if kind == EXCEL else "utf-8")
    return list(csv.reader(text.splitlines(keepends=True), delimiter=SEPARATOR[kind]))


@pytest.mark.parametrize("kind", CSV_KINDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(texts, st.integers(0, 10**6) | st.none(), texts), max_size=8))
def test_every_text_comes_back_and_none_begins_like_a_formula(tmp_path: Path, kind: str, rows: list) -> None:
    out = tmp_path / "a.csv"
    write_csv(out, ("Nama", "Jumlah", "Instansi"), rows, kind=kind)
    head, *lines = read(out, kind)
    assert head == ["Nama", "Jumlah", "Instansi"]
    assert [[bare(one), number, bare(other)] for one, number, other in lines] == [
        [clean(one), "" if number is None else str(number), clean(other)] for one, number, other in rows
    ]
    for one, _number, other in lines:
        assert not {one.lstrip()[:1], other.lstrip()[:1]} & set("=+-@|%\uff1d\uff0b\uff0d\uff20")


def test_ordinary_texts_stand_as_they_are() -> None:
    for text in ("18-30 tahun", "2 orang", "<5", "Siti Aminah, S.Sos., M.Si", "Maret", "3 Dara", "Minggu tenang"):
        assert guarded(text, EXCEL) == text
    assert guarded("198509272001021001", STANDARD) == "198509272001021001"
    assert guarded("198509272001021001", EXCEL) == "'198509272001021001"


def test_only_the_file_for_excel_has_a_byte_order_mark_and_semicolons(tmp_path: Path) -> None:
    for kind in CSV_KINDS:
        write_csv(tmp_path / f"{kind}.csv", ("Nama", "Jumlah"), [("Siti", 3), ("Budi", None)], kind=kind)
    assert (tmp_path / "excel.csv").read_bytes() == b'\xef\xbb\xbf"Nama";"Jumlah"\r\n"Siti";3\r\n"Budi";\r\n'
    assert (tmp_path / "standar.csv").read_bytes() == b'"Nama","Jumlah"\r\n"Siti",3\r\n"Budi",\r\n'


# --- LibreOffice ------------------------------------------------------------------------------------------------------

SOFFICE = shutil.which("soffice")


def opened(tmp_path: Path, file: Path, how: str = "") -> list[tuple[object, str]]:
    """Value and type of the first column, as LibreOffice took the file in."""
    command = [SOFFICE or "", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--norestore"]
    command += [f"--infilter={how}"] if how else []
    made = tmp_path / "made"
    command += ["--convert-to", "xlsx", "--outdir", str(made), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = load_workbook(made / f"{file.stem}.xlsx").worksheets[0]
    return [(row[0].value, row[0].data_type) for row in sheet.iter_rows(min_row=2)]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_takes_every_text_for_a_text(tmp_path: Path) -> None:
    rows = [(text, 7) for text in HOSTILE]
    write_csv(tmp_path / "excel.csv", ("Teks", "Jumlah"), rows, kind=EXCEL)
    write_csv(tmp_path / "standar.csv", ("Teks", "Jumlah"), rows, kind=STANDARD)
    write_workbook(tmp_path / "buku.xlsx", [Sheet("Teks", ("Teks", "Jumlah"), rows)])
    # As a double click reads it: UTF-8, detecting numbers and dates, language Indonesian.
    found = opened(tmp_path, tmp_path / "excel.csv", "CSV:59,34,76,1,,1057,false,true,false")
    assert [kind for _value, kind in found] == ["s"] * len(HOSTILE)
    assert [bare(str(value)) for value, _kind in found] == [clean(text) for text in HOSTILE]
    # The other kind says by its quotes what is text.
    found = opened(tmp_path, tmp_path / "standar.csv", "CSV:44,34,76,1,,1057,true,true,false")
    assert [bare(str(value)) for value, _kind in found] == [clean(text) for text in HOSTILE]
    assert [kind for _value, kind in found] == ["s"] * len(HOSTILE)
    found = opened(tmp_path, tmp_path / "buku.xlsx")
    assert [value for value, _kind in found] == [clean(text) for text in HOSTILE]
    assert [kind for _value, kind in found] == ["s"] * len(HOSTILE)


def test_a_text_of_many_months_is_written_at_once():
    text = "1" + "jan" * 30_000 + "!"
    assert guarded(text, EXCEL) == text
    assert guarded("1 janjanjan", EXCEL) == "'1 janjanjan"
