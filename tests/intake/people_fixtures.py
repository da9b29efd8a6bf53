"""Files that people hand in as a list of participants, good ones and hostile ones, made anew for each test run.

`FILES` has for each its maker and what must come of it: the persons (name, NIP, sex, institution), the places of what
must be corrected ("B3"), or the words of the one sentence with which it is refused.
"""

import datetime
import shutil
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import openpyxl
import xlsxwriter

from pug_desktop.intake.compound_file import alone

SITI = ("Siti Aminah, S.Sos", "198503122010012004", "P", "Dinas Kesehatan")
BUDI = ("Budi Santoso", "197911052005011003", "L", "Bappeda")
AGUS = ("H. Agus Salim", "", "L", "Kecamatan Benda")
PEOPLE = (SITI, BUDI, AGUS)
HEADINGS = ("No", "Nama", "NIP", "L/P", "Instansi")

Rows = Sequence[Sequence[object]]


def numbered(people=PEOPLE):
    return [[number, *person] for number, person in enumerate(people, 1)]


PLAIN = [HEADINGS, *numbered()]


@dataclass(frozen=True)
class File:
    make: Callable[[Path], object]
    suffix: str = ".xlsx"
    people: tuple = PEOPLE
    wrong: tuple[str, ...] = ()
    """Cells that must be corrected before their row goes in: column and row."""
    refused: str = ""
    """How the sentence begins that says what is wrong."""


FILES: dict[str, File] = {}


def file(name, **told):
    def keep(make):
        FILES[name] = File(make, **told)
        return make

    return keep


def book(path, rows, change=None, title="Peserta"):
    made = openpyxl.Workbook()
    page = made.active
    page.title = title
    for row in rows:
        page.append(list(row))
    if change:
        change(page)
    made.save(path)


def simple(name, rows, change=None, **told):
    FILES[name] = File(lambda path: book(path, rows, change), **told)


def rewritten(path, change, *, extra=()):
    """The same zip file with entries changed: `change(name, content)`; `extra` are further ones."""
    with zipfile.ZipFile(path) as archive:
        entries = [(each.filename, archive.read(each)) for each in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, change(name, content))
        for name, content in extra:
            archive.writestr(name, content)


def sheet_xml(change):
    return lambda name, content: change(content) if name.startswith("xl/worksheets/sheet") else content


# --- Excel: how people make lists ---------------------------------------------------------------------------------

simple("plain", PLAIN)
simple(
    "title_rows",
    [["DAFTAR HADIR"], ["Rapat Koordinasi Pokja PUG"], ["Hari/Tanggal", "Senin, 2 Maret 2026"], [], *PLAIN],
)
simple("numbered_columns", [HEADINGS, [1, 2, 3, 4, 5], *numbered()])
simple("numbered_columns_in_brackets", [HEADINGS, ["(1)", "(2)", "(3)", "(4)", "(5)"], *numbered()])
simple("empty_rows_between", [HEADINGS, *numbered()[:1], [], [2], *numbered()[1:], [], []])
simple(
    "columns_moved",
    [
        ["Instansi", "Jenis Kelamin", "Nama Lengkap dan Gelar", "Nomor Induk Pegawai", "Tanda Tangan"],
        *[[each[3], each[2], each[0], each[1], ""] for each in PEOPLE],
    ],
)
simple("duplicated_headings", [(*HEADINGS, "Nama", "NIP"), *[[*row, "Orang Lain", "1"] for row in numbered()]])
simple("no_headings", [row[1:] for row in numbered()], people=tuple((*each[:3], "") for each in PEOPLE))
simple(
    "dashes_for_nothing", [HEADINGS, *numbered(), [4, "Dewi", "-", "P", "…"]], people=(*PEOPLE, ("Dewi", "", "P", ""))
)
simple(
    "words_for_sexes", [HEADINGS, *[[n, a, b, {"L": "Laki - laki", "P": "Pr."}[c], d] for n, a, b, c, d in numbered()]]
)


@file("two_header_rows")
def two_header_rows(path):
    def merge(page):
        for cells in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
            page.merge_cells(cells)

    rows = [["No", "Nama", "NIP", "Jenis Kelamin", None, "Instansi"], [None, None, None, "L", "P"]]
    rows += [[n, a, b, "v" * (c == "L") or None, "√" * (c == "P") or None, d] for n, a, b, c, d in numbered()]
    book(path, rows, merge)


@file("merged_headers")
def merged_headers(path):
    def merge(page):
        for cells in ("A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3"):
            page.merge_cells(cells)

    rows = [
        ["DAFTAR HADIR PESERTA"],
        [],
        ["No", "Nama", "Kepegawaian", None, "Lain-lain"],
        [None, None, "NIP", "L/P", "Instansi", "Paraf"],
    ]
    book(path, [*rows, *numbered()], merge)


@file("pages_and_foot")
def pages_and_foot(path):
    rows = [HEADINGS, *numbered()[:2], HEADINGS, *numbered()[2:], ["", "Jumlah", "", "", "3 orang"]]
    rows += [
        [],
        ["", "", "", "", "Tangerang, 2 Maret 2026"],
        ["", "Mengetahui"],
        ["", "", "", "", "Ketua Panitia"],
        [],
        ["", "", "", "", "NIP. 19700101"],
    ]
    book(path, rows)


@file("formula_with_value")
def formula_with_value(path):
    made = xlsxwriter.Workbook(str(path))
    page = made.add_worksheet("Peserta")
    for number, row in enumerate(PLAIN):
        page.write_row(number, 0, row)
    for number, person in enumerate(PEOPLE, 1):
        page.write_formula(number, 1, f'=UPPER("{person[0]}")', None, person[0])
    made.close()


simple(
    "formula_without_value", PLAIN, lambda page: page.__setitem__("B3", "=A1&A2"), people=(SITI, AGUS), wrong=("B3",)
)
simple("mistake_of_excel", PLAIN, lambda page: page.__setitem__("C2", "#N/A"), people=(BUDI, AGUS), wrong=("C2",))
simple(
    "text_like_a_formula",
    [HEADINGS, *numbered([("=1+1 Siti", "", "P", "@SUM(A1)")])],
    lambda page: [setattr(page[cell], "data_type", "s") for cell in ("B2", "E2")],
    people=(("=1+1 Siti", "", "P", "@SUM(A1)"),),
)
simple(
    "nip_as_number",
    [HEADINGS, [1, SITI[0], 198503122010012004, "P", SITI[3]], *numbered()[1:]],
    people=(BUDI, AGUS),
    wrong=("C2",),
)
simple(
    "nip_with_noughts",
    [HEADINGS, [1, SITI[0], "198503122010012000", "P", SITI[3]], *numbered()[1:]],
    people=(BUDI, AGUS),
    wrong=("C2",),
)
simple(
    "nip_of_fifteen_digits",
    [HEADINGS, [1, SITI[0], 198503122010012, "P", SITI[3]]],
    people=((SITI[0], "198503122010012", "P", SITI[3]),),
)
simple(
    "numbers_as_names",
    [HEADINGS, [1, 12345, "", "P", "Bappeda"], [2, "628", "", "L", "Bappeda"], *numbered()],
    wrong=("B2", "B3"),
)
simple("unknown_sex", [HEADINGS, *numbered(), [4, "Dewi", "", "?", "Bappeda"]], wrong=("D5",))
simple("sums_as_names", [HEADINGS, *numbered(), ["", "Total", "", "", ""], ["", "Laki-laki: 2", "", "", ""]])
simple(
    "control_characters",
    [
        HEADINGS,
        [1, "Siti_x0007_ \u200bAminah,\n S.Sos", "198503122010012004", "P", "Dinas\u00a0 Kesehatan"],
        *numbered()[1:],
    ],
)
simple("huge_cell", [HEADINGS, [1, "A" * 32_767, "", "P", "Bappeda"], *numbered()], wrong=("B2",))
simple("rows_far_down", [*[[]] * 50, *PLAIN[:2], *[[]] * 3000, *PLAIN[2:]])
simple("hidden_rows", PLAIN, lambda page: setattr(page.row_dimensions[3], "hidden", True))
simple(
    "both_sexes_ticked",
    [["Nama", "L", "P", "Instansi"], ["Siti Aminah, S.Sos", "", 1, "Dinas Kesehatan"], ["Budi", "v", "v", "Bappeda"]],
    people=((SITI[0], "", "P", SITI[3]),),
    wrong=("B3",),
)
simple("twice_the_same", [HEADINGS, *numbered((*PEOPLE, SITI))], people=(*PEOPLE, SITI))


@file("hidden_sheet")
def hidden_sheet(path):
    made = openpyxl.Workbook()
    made.active.title = "rahasia"
    for row in [HEADINGS, *numbered([("Orang Lama", "", "L", "Arsip")])]:
        made.active.append(list(row))
    made.create_sheet("Petunjuk").append(["Isi lembar berikutnya"])
    page = made.create_sheet("Peserta")
    for row in PLAIN:
        page.append(list(row))
    made.active.sheet_state = "hidden"
    made.save(path)


@file("named_as_old", suffix=".xls")
def named_as_old(path):
    book(path.with_suffix(".xlsx"), PLAIN)
    path.with_suffix(".xlsx").rename(path)


@file("with_macros", suffix=".xlsm")
def with_macros(path):
    book(path.with_suffix(".xlsx"), PLAIN)
    rewritten(
        path.with_suffix(".xlsx"),
        lambda _name, content: content,
        extra=[("xl/vbaProject.bin", b"Attribute VB_Name" * 99)],
    )
    path.with_suffix(".xlsx").rename(path)


@file("last_row_of_all")
def last_row_of_all(path):
    book(path, PLAIN)
    rewritten(path, sheet_xml(lambda xml: xml.replace(b"</sheetData>", b'<row r="1048576" hidden="1"/></sheetData>')))


# --- other files ----------------------------------------------------------------------------------------------------


def csv_file(name, encoding, delimiter, *, start="", people=PEOPLE, quote=True, **told):
    def make(path):
        cells = [
            [f'"{cell}"' if quote and delimiter in str(cell) else str(cell) for cell in row]
            for row in [HEADINGS, *numbered(people)]
        ]
        path.write_bytes((start + "\r\n".join(delimiter.join(row) for row in cells) + "\r\n").encode(encoding))

    FILES[name] = File(make, suffix=".csv", people=people, **told)


RENE = ("René Désirée – Ambon", "", "P", "Kafé “Hati”")
csv_file("semicolons_cp1252", "cp1252", ";", people=(*PEOPLE, RENE))
csv_file("utf8_with_mark", "utf-8-sig", ";", people=(*PEOPLE, RENE))
csv_file("utf8_without_mark", "utf-8", ",", people=(SITI, RENE))
csv_file("utf16_tabs", "utf-16", "\t", people=(*PEOPLE, RENE))
csv_file("line_of_excel", "cp1252", ";", start="sep=;\r\n")


@file("quote_never_closed", suffix=".csv", people=(BUDI, ('Dewi "Nina', "", "P", "Bappeda")))
def quote_never_closed(path):
    path.write_text("Nama;NIP;L/P;Instansi\n" + ";".join(BUDI) + '\nDewi "Nina;;P;Bappeda\n', encoding="utf-8")


@file("line_break_in_cell", suffix=".csv", people=(BUDI, ("Dewi Lestari", "", "P", "Bappeda")))
def line_break_in_cell(path):
    path.write_text("Nama;NIP;L/P;Instansi\n" + ";".join(BUDI) + '\n"Dewi\nLestari";;P;Bappeda\n', encoding="utf-8")


def open_document(path, rows_xml, *, extra=(), style=""):
    cells = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="Peserta">{rows_xml}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}">{style}</manifest:manifest>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", cells)
        archive.writestr("META-INF/manifest.xml", manifest)
        for name, content in extra:
            archive.writestr(name, content)


def open_cell(value, repeat=""):
    if value in ("", None):
        return f"<table:table-cell{repeat}/>"
    if isinstance(value, int):
        told = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {told}{repeat}><text:p>{value}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string"{repeat}><text:p>{value}</text:p></table:table-cell>'


def open_rows(rows):
    return "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in rows)


@file("open_document", suffix=".ods")
def open_document_plain(path):
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    many = f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    open_document(path, open_rows(PLAIN) + many)


@file("open_document_number", suffix=".ods", people=(BUDI,), wrong=("C2",))
def open_document_number(path):
    open_document(path, open_rows([HEADINGS, [1, SITI[0], 198503122010012004, "P", "x"], *numbered((BUDI,))]))


def record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def old_book(rows, *, claim=None, texts_claimed=None, cells=(), before=b""):
    """A workbook of Excel 97, as small as one can be."""
    texts = list(dict.fromkeys(str(cell) for row in rows for cell in row if isinstance(cell, str) and cell))
    shared = struct.pack("<II", len(texts), len(texts) if texts_claimed is None else texts_claimed)
    shared += b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    start = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)
    height, width = claim or (len(rows), max(map(len, rows)))
    sheet = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    sheet += record(0x200, struct.pack("<IIHHH", 0, height, 0, width, 0))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet += record(0x203, struct.pack("<HHHd", number, column, 15, cell))
            elif cell:
                sheet += record(0xFD, struct.pack("<HHHI", number, column, 15, texts.index(str(cell))))
    for number, column in cells:
        sheet += record(0x203, struct.pack("<HHHd", number, column, 15, 1.0))
    sheet += record(0x0A, b"")
    name = "Peserta"

    def front(at):
        listed = struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name.encode("latin-1")
        return record(0x809, start) + before + record(0x85, listed) + record(0xFC, shared) + record(0x0A, b"")

    return alone("Workbook", front(len(front(0))) + sheet)


@file("excel_97", suffix=".xls")
def excel_97(path):
    path.write_bytes(old_book(PLAIN))


@file("excel_97_number", suffix=".xls", people=(BUDI,), wrong=("C2",))
def excel_97_number(path):
    path.write_bytes(old_book([HEADINGS, [1, SITI[0], 198503122010012004, "P", "x"], *numbered((BUDI,))]))


@file("excel_97_claims_all", suffix=".xls")
def excel_97_claims_all(path):
    path.write_bytes(old_book(PLAIN, claim=(0xFFFFFFFF, 0xFFFF)))


SAMPLES = Path(__file__).with_name("samples")
"""Written by LibreOffice itself: a hidden row, a formula, a second sheet."""

for _name, _suffix in (("libreoffice-97", ".xls"), ("libreoffice", ".ods")):
    FILES[_name] = File(partial(shutil.copy, SAMPLES / f"{_name}{_suffix}"), suffix=_suffix, people=(SITI, BUDI))


@file(
    "days_of_birth",
    people=(
        ("Siti", "", "P", "46_59"),
        ("Budi", "", "L", "31_45"),
        ("Ani", "", "P", "18_30"),
        ("Uu", "", "L", "60_up"),
    ),
    wrong=("C6",),
)
def days_of_birth(path):
    rows = [["Nama", "L/P", "Tanggal Lahir"], ["Siti", "P", "12/03/1970"], ["Budi", "L", datetime.date(1985, 4, 5)]]
    rows += [["Ani", "P", "Tangerang, 12 Maret 2000"], ["Uu", "L", "1-1-1950"], ["Dewi", "P", "31/02/1990"]]
    book(path, rows)


@file("phones_as_numbers", people=(("Siti", "", "P", "081234567890"), ("Budi", "", "L", "0813-2222-333")))
def phones_as_numbers(path):
    book(path, [["Nama", "JK", "No. HP/WA"], ["Siti", "P", 81234567890], ["Budi", "L", "0813-2222-333"]])


# --- what is refused ------------------------------------------------------------------------------------------------

FILES["no_bytes"] = File(lambda path: path.write_bytes(b""), refused="berkasnya kosong (0 bita)")
simple("no_cells", [], refused="semua lembarnya kosong")
FILES["only_blanks"] = File(
    lambda path: path.write_bytes(b"\r\n ;;; \r\n"), suffix=".csv", refused="semua lembarnya kosong"
)
FILES["binary"] = File(
    lambda path: path.write_bytes(bytes(range(256)) * 40), suffix=".csv", refused="bukan berkas teks CSV"
)
FILES["web_page"] = File(
    lambda path: path.write_text("<html><table><tr><td>Nama</td></tr></table></html>"),
    suffix=".xls",
    refused="isinya halaman web",
)
FILES["pdf"] = File(lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(99)), refused="isinya PDF")
FILES["picture"] = File(lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)), refused="isinya gambar")


@file("word", refused="bukan lembar kerja")
def word(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/document.xml", "<a/>")


@file("cut_off", refused="isinya rusak")
def cut_off(path):
    book(path, PLAIN)
    path.write_bytes(path.read_bytes()[:-300])


@file("binary_workbook", suffix=".xlsb", refused="bentuknya .xlsb")
def binary_workbook(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\0" * 99)


FILES["password"] = File(
    lambda path: path.write_bytes(alone("EncryptedPackage", bytes(5000))), refused="terkunci kata sandi"
)


@file("password_excel_97", suffix=".xls", refused="terkunci kata sandi")
def password_excel_97(path):
    path.write_bytes(old_book(PLAIN, before=record(0x2F, bytes(54))))


@file("password_open_document", suffix=".ods", refused="terkunci kata sandi")
def password_open_document(path):
    open_document(
        path, open_rows(PLAIN), style="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    )


@file("entity_bomb", refused="susunannya tidak wajar")
def entity_bomb(path):
    book(path, PLAIN)
    levels = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    start = b'<!DOCTYPE x [<!ENTITY a0 "ha">' + levels + b"]>"
    rewritten(path, sheet_xml(lambda xml: xml.replace(b"<worksheet", start + b"<worksheet", 1)))


@file("inflation_bomb", refused="isinya terlalu besar")
def inflation_bomb(path):
    book(path, PLAIN)
    rewritten(path, lambda _name, content: content, extra=[("xl/worksheets/sheet9.xml", b" " * 55_000_000)])


@file("inflation_bomb_in_a_sheet", refused="isinya terlalu besar (lembar “Peserta”)")
def inflation_bomb_in_a_sheet(path):
    book(path, PLAIN)
    rewritten(path, sheet_xml(lambda xml: xml.replace(b"</sheetData>", b"<row/>" * 5_000_000 + b"</sheetData>")))


simple(
    "last_cell_of_all",
    PLAIN,
    lambda page: page.__setitem__("XFD1048576", "x"),
    refused="ada sel yang terlalu jauh ke bawah atau ke kanan (lembar “Peserta”, sel XFD1048576)",
)


@file(
    "hundred_thousand_rows", refused="ada sel yang terlalu jauh ke bawah atau ke kanan (lembar “Peserta”, sel A20001)"
)
def hundred_thousand_rows(path):
    cells = '<c r="A{0}"><v>{0}</v></c><c r="B{0}" t="inlineStr"><is><t>Siti Aminah</t></is></c>'
    rows = "".join(f'<row r="{n}">{cells.format(n)}</row>' for n in range(1, 100_001)).encode()
    book(path, PLAIN)
    rewritten(path, sheet_xml(lambda xml: xml[: xml.index(b"<row")] + rows + xml[xml.index(b"</sheetData>") :]))


@file("hundred_thousand_lines", suffix=".csv", refused="ada sel yang terlalu jauh")
def hundred_thousand_lines(path):
    path.write_text("Nama;NIP;L/P\n" + "Siti;;P\n" * 100_000, encoding="utf-8")


@file("one_text_shared_by_all", refused="isinya terlalu besar")
def one_text_shared_by_all(path):
    rows = "".join(f'<row r="{n}">' + f'<c r="A{n}" t="s"><v>0</v></c>' + "</row>" for n in range(1, 20_000))
    book(path, PLAIN)
    main = b' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    sheet = b"<worksheet" + main + b"<sheetData>" + rows.encode() + b"</sheetData></worksheet>"
    # What makes the text shared stands far behind the start of the part.
    shared = b"<!--" + b" x" * 5_000 + b"--><sst" + main + b"<si><t>" + b"A" * 900_000 + b"</t></si></sst>"
    rewritten(path, sheet_xml(lambda _: sheet), extra=[("xl/sharedStrings.xml", shared)])


@file(
    "open_document_repeated",
    suffix=".ods",
    refused="ada sel yang terlalu jauh ke bawah atau ke kanan (lembar “Peserta”",
)
def open_document_repeated(path):
    cell = open_cell("Siti", ' table:number-columns-repeated="16384"')
    open_document(path, f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>')


@file("open_document_blanks", suffix=".ods", refused="susunannya tidak wajar")
def open_document_blanks(path):
    text = '<text:p>a<text:s text:c="2000000000"/></text:p>'
    cell = f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    open_document(path, f"<table:table-row>{cell}</table:table-row>")


@file(
    "excel_97_far_cell",
    suffix=".xls",
    refused="ada sel yang terlalu jauh ke bawah atau ke kanan (lembar “Peserta”, sel IV65536)",
)
def excel_97_far_cell(path):
    path.write_bytes(old_book(PLAIN, cells=[(65535, 255)]))


@file("excel_97_claims_texts", suffix=".xls", refused="susunannya tidak wajar")
def excel_97_claims_texts(path):
    path.write_bytes(old_book(PLAIN, texts_claimed=0x7FFFFFFF))


def make(name: str, folder: Path) -> Path:
    """One of the files."""
    told = FILES[name]
    path = folder / f"{name}{told.suffix}"
    told.make(path)
    return path
