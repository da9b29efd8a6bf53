"""Berita Acara Serah Terima: who hands the device and its key over to whom, and which follow-ups go along."""

from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from pug_desktop.reports import blocks, fonts, words
from pug_desktop.reports.page import About, Sheet, write
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.table import grid

_LONGEST = 120


_PROTECTED = "Kunci perangkat yang baru dilindungi kata sandi pengaman yang hanya diketahui penerima."
_UNPROTECTED = "Kunci perangkat yang baru belum dilindungi kata sandi pengaman."


@dataclass(frozen=True, slots=True)
class HandedFollowUp:
    """One open follow-up that changes hands."""

    text: str
    meeting: str
    due_text: str | None
    state: str


@dataclass(frozen=True, slots=True)
class HandoverPaper:
    """The handover of one device."""

    letterhead: Letterhead
    office: str
    old_holder: str
    new_holder: str
    old_device: str
    new_device: str
    date_text: str
    day_text: str
    """The day without its weekday, beside the place."""
    protected: bool
    """Whether the new key has a passphrase."""
    place: str | None = None
    follow_ups: tuple[HandedFollowUp, ...] = ()
    made_at_text: str | None = None


def write_handover(out: Path, paper: HandoverPaper) -> int:
    """Writes the paper; returns the number of pages."""
    sheet = Sheet()
    old, new = paper.old_holder or blocks.DOTS, paper.new_holder
    story: list[Flowable] = [
        *blocks.letterhead(paper.letterhead, sheet.width),
        *blocks.title("Berita Acara Serah Terima", "Perangkat PUG Desktop"),
        *blocks.text(
            f"Pada tanggal {paper.date_text}, {old} menyerahkan perangkat PUG Desktop milik {paper.office} beserta "
            f"seluruh datanya kepada {new}."
        ),
        *blocks.facts(
            (
                ("Yang menyerahkan", paper.old_holder or None),
                ("Yang menerima", new),
                ("Perangkat lama", paper.old_device),
                ("Perangkat baru", paper.new_device),
            ),
            size=9,
        ),
        *blocks.numbered(
            (
                ("1.", _PROTECTED if paper.protected else _UNPROTECTED),
                (
                    "2.",
                    "Kunci lama dicabut oleh kantor di atas segera setelah kartu kunci baru diberikan; kiriman dengan "
                    "kunci lama tidak diterima lagi.",
                ),
                ("3.", "Data yang sudah dikirim sebelumnya tetap berlaku."),
            )
        ),
        *blocks.heading("Tindak lanjut yang diserahkan"),
    ]
    if paper.follow_ups:
        rows = [
            [str(number), each.text, each.meeting, each.due_text or "–", each.state]
            for number, each in enumerate(paper.follow_ups, start=1)
        ]
        story.append(
            grid(("No.", "Tindak lanjut", "Rapat", "Batas waktu", "Keadaan"), rows, (10, 66, 46, 26, 22), align="cllll")
        )
    else:
        story.append(blocks.sentence("Tidak ada tindak lanjut terbuka atas nama yang menyerahkan."))
    story.append(_signatures(paper, sheet.width))
    about = About(
        title=f"Berita Acara Serah Terima – {paper.office}",
        author=paper.office,
        running_head=f"Berita Acara Serah Terima · {words.cut(paper.office, _LONGEST)}",
        made_at_text=paper.made_at_text,
    )
    return write(out, story, about, sheet)


def _signatures(paper: HandoverPaper, width: float) -> Flowable:
    """Two persons beside each other, and whoever is above them below."""
    plain, bold = words.style(10.5, align="center"), words.style(10.5, font=fonts.BOLD, align="center")

    def person(what: str, name: str) -> list[Flowable]:
        return [
            words.paragraph(what, plain),
            Spacer(1, 20 * mm),
            words.underlined(words.cut(name, _LONGEST), bold) if name else words.paragraph(blocks.DOTS, plain),
            words.paragraph(f"NIP {'.' * 30}", plain),
        ]

    place = words.cut(paper.place, _LONGEST) or "." * 22
    pair = Table(
        [[person("Yang menyerahkan", paper.old_holder), person("Yang menerima", paper.new_holder)]],
        colWidths=(width / 2, width / 2),
        style=TableStyle([("FONTNAME", (0, 0), (-1, -1), fonts.TEXT), ("VALIGN", (0, 0), (-1, -1), "TOP")]),
    )
    above = person("Mengetahui, atasan langsung", "")
    day = words.paragraph(f"{place}, {paper.day_text}", words.style(10.5, align="right"))
    return KeepTogether([Spacer(1, 14), day, Spacer(1, 6), pair, Spacer(1, 10), *above])
