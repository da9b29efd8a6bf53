"""Child: the attendance list of a meeting of 163 persons as PDF, against a canvas on which the same is drawn by hand.

python -m tests.bench.child_list both FOLDER
"""

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from pug_desktop.app import attend, edit, meet, report
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.attendance import mask_nip
from pug_desktop.reports import fonts
from tests.bench.measure import tell

PERSONS = 163
"""The largest of the five real meetings."""

TIMES = 7

FIRST = ("Siti", "Ahmad", "Rina", "Budi", "Dewi", "Agus", "Sri", "Hendra", "Nurhayati", "Joko", "Ratna", "Eko", "Wati")
LAST = ("Aminah", "Fauzi", "Kartika", "Santoso", "Lestari", "Pratama", "Wahyuni", "Gunawan", "Hidayah", "Susilo")
POSITIONS = ("Staf", "Analis Kebijakan Ahli Muda", "Kepala Seksi", "Kepala Bidang Pengarusutamaan Gender")
OFFICES = (
    ("Bappeda", "opd"),
    ("Dinas Kesehatan", "opd"),
    ("Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "opd"),
    ("Kecamatan Cipondoh", "kecamatan"),
    ("BPS Kota Tangerang", "vertikal"),
)

HEADINGS = ("No.", "Nama", "NIP", "L/P", "Jabatan", "Instansi", "Tanda tangan")
WIDTHS = tuple(each * mm for each in (9, 37, 16, 8, 35, 38, 27))
LEFT, TOP, BOTTOM, SIZE, LEADING = 20 * mm, A4[1] - 20 * mm, 20 * mm, 8.5, 10.5
LEAST_HEIGHT = 8.5 * mm


def both(folder: Path) -> dict[str, float]:
    """One print after the other, so that neither has the quieter machine."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        ws = create_profile(
            Path(made) / "profile", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang"
        )
        meeting = meet.create_meeting(ws)
        edit.put(ws, "meeting", meeting, title="Penguatan focal point", year=2026, month=11, day=20, place="Aula")
        attend.paste(ws, meeting, 0, "name", people())
        rows = [
            (f"{row.number}.", row.name, mask_nip(row.nip), row.sex, row.position, row.office_name)
            for row in attend.rows(ws, meeting)
        ]
        ours, theirs = [], []
        for number in range(TIMES):
            out = Path(made) / f"{number}.pdf"
            ours.append(_cpu_ms(lambda out=out: report.write_report(ws, "daftar-hadir", out, meeting_id=meeting)))
            theirs.append(_cpu_ms(lambda out=out: by_hand(out.with_suffix(".hand.pdf"), rows)))
        ws.close()
    # The first print of each reads its modules and fonts.
    return {"ours_ms": median(ours[1:]), "reference_ms": median(theirs[1:]), "first_ms": ours[0]}


def people() -> list[list[str]]:
    """The list as somebody pastes it."""
    return [
        [
            f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}, S.Sos",
            f"{1970 + number % 25}0101{2000 + number % 20}01{1 + number % 2}{number + 1:03}",
            "LP"[number % 2],
            POSITIONS[number % len(POSITIONS)],
            *OFFICES[number % len(OFFICES)],
        ]
        for number in range(PERSONS)
    ]


def by_hand(out: Path, rows: Sequence[Sequence[str | None]]) -> None:
    """The same words in the same letters on as many pages: lines and strings, nothing that arranges them.

    Our paper also has a QR code and page numbers of how many; they are not drawn here.
    """
    canvas = Canvas(str(out), pagesize=A4)
    canvas.setFont(fonts.BOLD, 12)
    canvas.drawCentredString(A4[0] / 2, TOP, "PEMERINTAH KOTA TANGERANG")
    canvas.drawCentredString(A4[0] / 2, TOP - 16, "DP3AP2KB KOTA TANGERANG")
    canvas.drawCentredString(A4[0] / 2, TOP - 44, "DAFTAR HADIR")
    canvas.drawCentredString(A4[0] / 2, TOP - 60, "Penguatan focal point")
    canvas.setFont(fonts.TEXT, 10)
    canvas.drawString(LEFT, TOP - 84, "Hari/tanggal")
    canvas.drawString(LEFT + 30 * mm, TOP - 84, ": Jumat, 20 November 2026")
    canvas.drawString(LEFT, TOP - 98, "Tempat")
    canvas.drawString(LEFT + 30 * mm, TOP - 98, ": Aula")
    y = _line(canvas, TOP - 112, HEADINGS, fonts.BOLD)
    for number, row in enumerate(rows):
        sign = f"{number + 1}." if number % 2 else f"          {number + 1}."
        if y - 3 * LEADING - 6 < BOTTOM:
            canvas.drawString(LEFT, BOTTOM - 20, "Daftar hadir")
            canvas.drawRightString(A4[0] - LEFT, BOTTOM - 20, f"Halaman {canvas.getPageNumber()}")
            canvas.showPage()
            y = _line(canvas, TOP, HEADINGS, fonts.BOLD)
        y = _line(canvas, y, (*row, sign), fonts.TEXT)
    canvas.setFont(fonts.TEXT, 10)
    canvas.drawString(LEFT, y - 20, f"Jumlah peserta {len(rows)}")
    canvas.drawRightString(A4[0] - LEFT, y - 60, "Penanggung jawab kegiatan,")
    canvas.save()


def _line(canvas: Canvas, y: float, cells: Sequence[str | None], font: str) -> float:
    split = [simpleSplit(each or "", font, SIZE, width - 6) for each, width in zip(cells, WIDTHS, strict=True)]
    height = max(LEAST_HEIGHT, max(map(len, split)) * LEADING + 6)
    x = LEFT
    canvas.setFont(font, SIZE)
    for lines, width in zip(split, WIDTHS, strict=True):
        canvas.rect(x, y - height, width, height)
        for number, line in enumerate(lines):
            canvas.drawString(x + 3, y - 10 - number * LEADING, line)
        x += width
    return y - height


def _cpu_ms(run: Callable[[], object]) -> float:
    at = time.process_time()
    run()
    return (time.process_time() - at) * 1000


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {"both": both}

if __name__ == "__main__":
    tell(STEPS[sys.argv[1]](Path(sys.argv[2])))
