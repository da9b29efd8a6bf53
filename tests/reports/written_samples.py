"""Semester reports, GAP and GBS as an office would write them."""

from paper_samples import MADE_AT, SIGNATURE, TANGERANG_HEAD, logo

from pug_desktop.domain.written import GAP_STEPS, GBS_HEADINGS, SEMESTER_HEADINGS
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.written import (
    GapPaper,
    GapRow,
    GapTable,
    GbsPaper,
    Part,
    SemesterPaper,
    write_gap,
    write_gbs,
    write_semester_reports,
)

HEAD = Letterhead(TANGERANG_HEAD, logo())

STEPS = (
    "Meningkatkan cakupan pelayanan ibu hamil sesuai standar.",
    "Tahun 2025: dari 1.240 ibu hamil hanya 812 (65 %) ikut kelas ibu hamil; suami yang mendampingi 96 orang (8 %).",
    "Akses: jam layanan pagi saja.\nPartisipasi: suami jarang hadir.\nManfaat: rujukan terlambat.",
    "Tenaga penyuluh belum dilatih PPRG.",
    "Anggapan bahwa kehamilan urusan perempuan.",
    "Meningkatkan cakupan pelayanan ibu hamil dengan keterlibatan suami.",
    "Kelas ibu hamil sore hari; undangan untuk suami; pelatihan penyuluh.",
    "Pendampingan suami 8 % (2025).",
    None,
)


def semester_reports(count: int = 2) -> list[SemesterPaper]:
    parts = tuple(Part(each.name(), f"Isi {each.name().lower()}.\n" * 4) for each in SEMESTER_HEADINGS[:-1])
    last = Part(SEMESTER_HEADINGS[-1].name(), None)
    return [
        SemesterPaper(
            HEAD, "DP3AP2KB Kota Tangerang", "Kota Tangerang", f"Semester {'I' * half} tahun 2026", (*parts, last)
        )
        for half in range(1, count + 1)
    ]


def gap(rows: int = 12) -> GapPaper:
    nine, four = ("GAP sembilan langkah", "GAP empat langkah")
    made = tuple(
        GapRow(
            f"Dinas {number}",
            "Program pemenuhan upaya kesehatan perorangan",
            f"Kegiatan {number}",
            tuple(Part("", text, open=number == 3 and not place) for place, text in enumerate(STEPS)),
        )
        for number in range(rows)
    )
    small = tuple(GapRow("Dinas", "Pendidikan", None, tuple(Part("", text) for text in STEPS[1:5])) for _ in range(2))
    return GapPaper(
        HEAD,
        "Kota Tangerang",
        "Tahun 2026",
        (
            GapTable(nine, tuple(each.name() for each in GAP_STEPS["sembilan"]), made),
            GapTable(four, tuple(each.name() for each in GAP_STEPS["empat"]), small),
        ),
        with_office=True,
        signature=SIGNATURE,
    )


def statements() -> list[GbsPaper]:
    parts = tuple(Part(each.name(), STEPS[place]) for place, each in enumerate(GBS_HEADINGS))
    full = GbsPaper(HEAD, "Dinas Kesehatan", 2026, "Kesehatan", "Kelas ibu hamil", parts, 1_250_000_000)
    return [full, GbsPaper(Letterhead(), "Dinas Sosial", None, None, None, tuple(Part(p.name) for p in parts))]


def write_reports(out, papers):
    return write_semester_reports(out, papers, made_at_text=MADE_AT)


def write_matrix(out, paper):
    return write_gap(out, paper, made_at_text=MADE_AT)


def write_statements(out, papers):
    return write_gbs(out, papers, made_at_text=MADE_AT)


def nothing():
    return []


def empty_gap() -> GapPaper:
    return GapPaper(Letterhead(), "Dinas", "", (GapTable("GAP", tuple(each.name() for each in GAP_STEPS["sembilan"])),))


PAPERS = {
    "semester reports": (write_reports, semester_reports),
    "semester reports, none": (write_reports, nothing),
    "gap": (write_matrix, gap),
    "gap, none": (write_matrix, empty_gap),
    "gbs": (write_statements, statements),
    "gbs, none": (write_statements, nothing),
}
