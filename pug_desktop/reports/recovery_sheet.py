"""Lembar pemulihan: the private half of the office's recovery key on paper, as four lines and a QR code."""

from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.ink import HEAD, LINE
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.qr import qr_code

WARNING = (
    "RAHASIA. Tidak ada petugas, kantor, atau program yang akan meminta isi lembar ini lewat WhatsApp, telepon, surel, "
    "atau foto. Siapa pun yang memintanya menipu."
)
WARNING_EN = (
    "SECRET. Nobody, no office and no program will ever ask for this sheet by WhatsApp, phone, e-mail or photo. "
    "Whoever asks for it is a fraud."
)

_QR_MM = 42
_LINE_SIZE = 17


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """One sheet; `lines` as they are shown, `secret` what the QR code holds."""

    letterhead: Letterhead
    office: str
    region: str
    date_text: str
    lines: tuple[str, ...]
    recipient: str
    secret: str
    made_at_text: str | None = None


def write_recovery_sheet(out: Path, paper: RecoverySheet) -> int:
    """Writes the sheet; returns the number of pages."""
    sheet = Sheet()
    story: list[Flowable] = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Lembar Pemulihan", "PUG Desktop"),
        *blocks.box("Penting / Important", (WARNING, WARNING_EN)),
        *blocks.facts(
            (
                ("Kantor", paper.office),
                ("Wilayah", paper.region),
                ("Dibuat", paper.date_text),
                ("Nomor kunci", paper.recipient),
            ),
            size=9.5,
        ),
        _secret(paper),
        Spacer(1, 10),
        *blocks.numbered(
            (
                ("1.", "Masukkan lembar ini ke dalam amplop tersegel dan simpan di brankas sekretariat."),
                ("2.", "Jangan difoto, difotokopi, atau disimpan di komputer maupun flashdisk."),
                (
                    "3.",
                    "Bila komputer hilang atau rusak: pasang program di komputer baru, pilih pulihkan dengan lembar, "
                    "ketik keempat baris, lalu pilih flashdisk yang berisi kiriman kantor ini.",
                ),
                (
                    "4.",
                    "Bila lembar ini hilang atau dilihat orang lain, buat lembar baru; yang lama lalu tidak dipakai.",
                ),
            )
        ),
        blocks.note(
            "Huruf A-Z dan angka 2-7; tidak ada angka 0, 1, 8, dan 9. Huruf terakhir tiap baris memeriksa baris itu. / "
            "Letters A-Z and digits 2-7; there is no 0, 1, 8 or 9. The last character of each line checks that line. "
            "To restore, the sheet and a stick with bundles of this office are needed together."
        ),
    ]
    about = About(title=f"Lembar Pemulihan – {paper.office}", author=paper.office, made_at_text=paper.made_at_text)
    return write(out, story, about, sheet)


def _secret(paper: RecoverySheet) -> Flowable:
    """The four lines, and beside them the same as a QR code."""
    number, line = words.style(12, grey=True), words.style(_LINE_SIZE, font=fonts.BOLD)
    rows = [
        [words.paragraph(str(place), number), words.paragraph(text, line)]
        for place, text in enumerate(paper.lines, start=1)
    ]
    lines = Table(
        rows,
        colWidths=(8 * mm, None),
        rowHeights=[_QR_MM * mm / len(rows)] * len(rows),
        style=TableStyle([("FONTNAME", (0, 0), (-1, -1), fonts.TEXT), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
    )
    return Table(
        [[lines, qr_code(paper.secret, _QR_MM)]],
        colWidths=(None, (_QR_MM + 6) * mm),
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.TEXT),
                ("BACKGROUND", (0, 0), (0, 0), HEAD),
                ("BOX", (0, 0), (-1, -1), 0.75, LINE),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        ),
    )
