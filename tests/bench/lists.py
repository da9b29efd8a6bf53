"""The files of the import: a hall of 163 participants, a long list, and all that is made for the tests, hostile too."""

from pathlib import Path

import xlsxwriter

from pug_desktop.intake.tables import LIMITS
from tests.bench.child_import import HALL, MANY
from tests.intake import people_fixtures

HEADINGS = ("No", "Nama", "NIP", "L/P", "Jabatan", "Instansi", "No. HP")
SIZES = {HALL: 163, MANY: 5_000}


def make(folder: Path) -> None:
    """Write them."""
    (folder / "files").mkdir(parents=True)
    for name, size in SIZES.items():
        # With shared texts, as Excel itself writes them.
        with xlsxwriter.Workbook(str(folder / name)) as book:
            page = book.add_worksheet("Peserta")
            page.write_row(0, 0, HEADINGS)
            for number in range(1, size + 1):
                page.write_row(number, 0, _person(number))
    with xlsxwriter.Workbook(str(folder / "files" / "largest.xlsx"), {"constant_memory": True}) as book:
        # As many cells as are taken at all, each with a text of its own.
        page = book.add_worksheet("Peserta")
        page.write_row(0, 0, [*HEADINGS, *(f"Kolom {number}" for number in range(18))])
        for number in range(1, LIMITS.rows - 1):
            page.write_row(number, 0, [*_person(number), *(f"isian {number} {each}" for each in range(17))])
    for each in people_fixtures.FILES:
        people_fixtures.make(each, folder / "files")


def _person(number: int) -> list[object]:
    sex = number % 2 + 1
    born = f"19{number % 30 + 65}{number % 12 + 1:02}{number % 28 + 1:02}"
    nip = f"{born}2010{number % 12 + 1:02}{sex}{number % 1000:03}"
    name, office, phone = f"Siti Aminah {number}, S.Sos., M.Si", f"Dinas {number % 40}", f"0812{number:08}"
    return [number, name, nip, "LP"[sex - 1], "Perencana", office, phone]
