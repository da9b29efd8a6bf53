"""Papers and workbooks: which there are, and writing one.

The writers in `reports/` and what they need are imported here only when a paper is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.fill import Sheet
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId
from pug_desktop.progress import Step, silent

BLANK_LINES = 30
"""Rows of an empty attendance list: two pages."""


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A paper that can be made.

    `needs` is "meeting", "year", "question" (of a year) or "all" (nothing else), `roles` who can make it, `formats` the
    suffixes.
    """

    name: str
    label: str
    label_en: str
    purpose: str
    purpose_en: str
    needs: str
    roles: tuple[str, ...]
    formats: tuple[str, ...]


_ALL = ("opd", "kabkota", "provinsi")

REPORTS: tuple[ReportKind, ...] = (
    ReportKind(
        "undangan",
        "Surat undangan",
        "Invitation letter",
        "Surat satu rapat dengan daftar yang diundang dan susunan acara; Word memakai templat kantor.",
        "The letter of one meeting with the list of the invited and the programme; Word uses the office's template.",
        "meeting",
        _ALL,
        (".pdf", ".docx"),
    ),
    ReportKind(
        "daftar-hadir",
        "Daftar hadir",
        "Attendance list",
        "Daftar peserta satu rapat: kosong untuk tanda tangan basah, atau terisi.",
        "The participants of one meeting: blank for wet signatures, or filled.",
        "meeting",
        _ALL,
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "notulen",
        "Notulen",
        "Minutes",
        "Catatan rapat: pembukaan, pembahasan, hasil bernomor, dan tindak lanjut.",
        "The record of a meeting: opening, discussion, numbered results, follow-ups.",
        "meeting",
        _ALL,
        (".pdf", ".docx"),
    ),
    ReportKind(
        "laporan-kegiatan",
        "Laporan kegiatan",
        "Report of the meeting",
        "Dasar, tujuan, pelaksanaan, hasil, kesimpulan; lampiran daftar hadir, notulen, dan foto.",
        "Basis, purpose, what happened, results, conclusion; annexes: list, minutes, photos.",
        "meeting",
        _ALL,
        (".pdf", ".docx"),
    ),
    ReportKind(
        "kalender-rapat",
        "Berkas kalender rapat",
        "Calendar file of the meeting",
        "Rapat dan tindak lanjutnya sebagai berkas .ics untuk Outlook, Google Kalender, atau ponsel.",
        "The meeting and its follow-ups as an .ics file for Outlook, Google Calendar or a phone.",
        "meeting",
        _ALL,
        (".ics",),
    ),
    ReportKind(
        "kalender-tindak-lanjut",
        "Berkas kalender tindak lanjut",
        "Calendar file of follow-ups",
        "Semua tindak lanjut yang belum selesai dan bertenggat, sebagai berkas .ics.",
        "All follow-ups that are not done and have a due date, as an .ics file.",
        "all",
        _ALL,
        (".ics",),
    ),
    ReportKind(
        "prasyarat",
        "Lembar prasyarat",
        "Prerequisites sheet",
        "Tujuh prasyarat satu tahun dengan jawaban, bukti, dan grafik radar.",
        "The seven prerequisites of one year with answers, evidence and a radar chart.",
        "year",
        _ALL,
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "laporan-semester",
        "Laporan semester",
        "Semester report",
        "Kedua laporan semester satu tahun dengan enam pokok isinya.",
        "Both semester reports of one year with their six headings.",
        "year",
        _ALL,
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "gap",
        "Analisis gender (GAP)",
        "Gender analyses (GAP)",
        "Matriks semua GAP satu tahun, sembilan atau empat langkah.",
        "The matrix of all GAPs of one year, of nine or four steps.",
        "year",
        _ALL,
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "gbs",
        "Pernyataan anggaran gender (GBS)",
        "Gender budget statements (GBS)",
        "Semua GBS satu tahun, masing-masing di halaman sendiri.",
        "All GBS of one year, each on a page of its own.",
        "year",
        _ALL,
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "rekap-kabkota",
        "Rekap kabupaten/kota",
        "Recap of a kabupaten/kota",
        "Kelengkapan, kantor, rapat, dan peserta satu kabupaten/kota.",
        "Completeness, offices, meetings and participants of one kabupaten/kota.",
        "year",
        ("kabkota", "provinsi"),
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "rekap-provinsi",
        "Rekap provinsi",
        "Recap of a province",
        "Semua kabupaten/kota: kelengkapan, rapat, penghargaan, dan indeks gender.",
        "All kabupaten/kota: completeness, meetings, awards and gender indices.",
        "year",
        ("provinsi",),
        (".pdf", ".xlsx"),
    ),
    ReportKind(
        "statistik",
        "Statistik kegiatan",
        "Statistics of meetings",
        "Kegiatan dan peserta satu tahun menurut jenis, bulan, instansi, jenis kelamin, umur, dan disabilitas.",
        "Meetings and participants of one year by kind, month, institution, sex, age and disability.",
        "year",
        _ALL,
        (".pdf", ".xlsx", ".csv"),
    ),
    ReportKind(
        "satu-pertanyaan",
        "Satu pertanyaan",
        "One question",
        "Jawaban atas satu pertanyaan, semua kabupaten/kota atau perangkat daerah berdampingan.",
        "The answers to one question, all kabupaten/kota or offices side by side.",
        "question",
        ("kabkota", "provinsi"),
        (".pdf", ".xlsx"),
    ),
)

Writer = Callable[[Workspace, Path, "Wish"], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a paper shall be about."""

    meeting_id: RecordId | None = None
    year: int | None = None
    blank: bool = False
    office_id: RecordId | None = None
    region_code: str | None = None
    lang: str = "id"
    """Of all words on paper; a window in English does not change it."""
    record_id: RecordId | None = None
    """One semester report, GAP or GBS; None for all of the year."""
    item: str | None = None
    """The code of a question; None for the first of the form."""
    spj: bool = False
    """For the accounts: whole NIPs, room to sign, the source of the money."""
    csv: str = "excel"
    """The kind of a CSV file: "excel" or "standar"."""


def report_kind(name: str) -> ReportKind:
    """The paper of that name; UnknownName when there is none."""
    for each in REPORTS:
        if each.name == name:
            return each
    raise errors.UnknownName(what="report", name=name, known=", ".join(each.name for each in REPORTS))


def write_report(
    ws: Workspace,
    name: str,
    out: Path,
    *,
    meeting_id: RecordId | None = None,
    year: int | None = None,
    blank: bool = False,
    office_id: RecordId | None = None,
    region_code: str | None = None,
    record_id: RecordId | None = None,
    item: str | None = None,
    spj: bool = False,
    csv: str = "excel",
    step: Step = silent,
) -> Path:
    """Write one paper; an existing file is replaced only when the new one is whole.

    Every paper is Indonesian as a whole, whatever the language of the window: it goes to an office and into a file.

    Args:
        ws: the profile.
        name: one of `REPORTS`.
        out: the file; its suffix says the format.
        meeting_id: for papers of a meeting.
        year: for papers of a year; None is this year, and all years for "rekap-provinsi".
        blank: an attendance list for wet signatures.
        office_id: the office whose prerequisites sheet is meant; None for the profile's own.
        region_code: the kabupaten/kota that a province asks about; None for the profile's own.
        record_id: one semester report, GAP or GBS; None for all of the year.
        item: the code of the question of "satu-pertanyaan".
        spj: a report of a meeting for the accounts: whole NIPs, room to sign, the source of the money.
        csv: the kind of a CSV file, "excel" or "standar".
        step: told before and after.

    Raises:
        UnknownName: no such paper, or not in that format.
        WrongRole: not a paper of this role.
        NoSuchRecord: no such meeting, or none was named.
        DiskFull, FolderNotWritable
    """
    kind = report_kind(name)
    if ws.profile.role not in kind.roles:
        raise errors.WrongRole(role=ws.profile.role, needed=", ".join(kind.roles))
    if out.suffix.lower() not in kind.formats:
        raise errors.UnknownName(what="format", name=out.suffix, known=", ".join(kind.formats))
    if kind.needs == "meeting" and meeting_id is None:
        raise errors.NoSuchRecord(kind="meeting", id="")
    step(0, 1)
    wish = Wish(meeting_id, year, blank, office_id, region_code, record_id=record_id, item=item, spj=spj, csv=csv)
    _writer(kind.name, out.suffix.lower())(ws, out, wish)
    step(1, 1)
    return out


def _writer(name: str, suffix: str) -> Writer:
    from pug_desktop.app import (
        calendar_export,
        letter,
        paper_activity,
        paper_meeting,
        paper_one_question,
        paper_recap,
        paper_sheet,
        paper_statistics,
        paper_written,
    )

    writers: dict[tuple[str, str], Writer] = {
        ("undangan", ".pdf"): letter.write_pdf,
        ("undangan", ".docx"): letter.write_docx,
        ("daftar-hadir", ".pdf"): paper_meeting.attendance_list,
        ("daftar-hadir", ".xlsx"): paper_meeting.attendance_workbook,
        ("notulen", ".pdf"): paper_meeting.minutes,
        ("notulen", ".docx"): paper_activity.minutes,
        ("laporan-kegiatan", ".pdf"): paper_activity.report,
        ("laporan-kegiatan", ".docx"): paper_activity.report,
        ("kalender-rapat", ".ics"): calendar_export.meeting_calendar,
        ("kalender-tindak-lanjut", ".ics"): calendar_export.follow_up_calendar,
        ("prasyarat", ".pdf"): paper_sheet.checklist,
        ("prasyarat", ".xlsx"): paper_sheet.workbook,
        ("laporan-semester", ".pdf"): paper_written.semester_report,
        ("laporan-semester", ".xlsx"): paper_written.Workbook("semester_report"),
        ("gap", ".pdf"): paper_written.gap,
        ("gap", ".xlsx"): paper_written.Workbook("gap"),
        ("gbs", ".pdf"): paper_written.gbs,
        ("gbs", ".xlsx"): paper_written.Workbook("gbs"),
        ("rekap-kabkota", ".pdf"): paper_recap.regency,
        ("rekap-kabkota", ".xlsx"): paper_recap.regency_workbook,
        ("rekap-provinsi", ".pdf"): paper_recap.province,
        ("rekap-provinsi", ".xlsx"): paper_recap.province_workbook,
        ("statistik", ".pdf"): paper_statistics.paper,
        ("statistik", ".xlsx"): paper_statistics.workbook,
        ("statistik", ".csv"): paper_statistics.csv_file,
        ("satu-pertanyaan", ".pdf"): paper_one_question.paper,
        ("satu-pertanyaan", ".xlsx"): paper_one_question.workbook,
    }
    return writers[name, suffix]


def radar_svg(ws: Workspace, sheet: Sheet, *, short: bool = False, lang: str = "id") -> str:
    """The radar of the seven as a picture for the window; `short` labels the spokes P1 to P7."""
    from pug_desktop.reports.radar import radar_svg as draw

    del ws
    labels = [each.section.name if short else each.section.label.of(lang) for each in sheet.sections]
    return draw(labels, [each.completeness.share for each in sheet.sections])
