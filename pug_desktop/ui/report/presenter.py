"""Which papers there are for this profile, and the job that makes one. No Qt here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pug_desktop.app import fill, meet, offices, regions, report, written
from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step
from pug_desktop.ui.report.paths import MadePaper, made_papers, paper_file

BLANK_OF = "daftar-hadir"
"""The report that also exists as an empty list for wet signatures."""
ALL_YEARS_OF = "rekap-provinsi"
SHEET = "prasyarat"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper that can be made: the report, whether it is the blank one or of all years, and the file endings.

    `full_nip`: its workbook has the NIPs that the PDF masks; they never reach a province.
    """

    name: str
    label: str
    purpose: str
    formats: tuple[str, ...]
    blank: bool = False
    all_years: bool = False
    full_nip: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose paper: an office or a region below the profile's own; neither for the profile itself."""

    label: str
    office_id: str | None = None
    region_code: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the page shall open at: one of REPORTS, and what it is about as far as that is known."""

    name: str
    meeting_id: str | None = None
    year: int | None = None
    subject: Subject | None = None


class ReportPresenter:
    """Papers of one profile."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self._workspace = workspace
        self._lang = lang
        self.folder = workspace.folder_for("cetak")

    def meeting_papers(self) -> tuple[PaperLine, ...]:
        """What can be printed of one meeting."""
        return self._lines("meeting")

    def year_papers(self) -> tuple[PaperLine, ...]:
        """What can be printed of one year."""
        return self._lines("year")

    def meetings(self) -> tuple[meet.MeetingRow, ...]:
        """The meetings to choose from, newest first."""
        return meet.meetings(self._workspace, lang=self._lang)

    def this_year(self) -> int:
        """The year that is shown first."""
        return self._workspace.today.year

    def years(self) -> tuple[int, ...]:
        """The years to choose from, newest first; analyses are often written for the year to come."""
        return tuple(sorted({*fill.years(self._workspace), *written.years(self._workspace)}, reverse=True))

    def subjects(self) -> tuple[Subject, ...]:
        """Whose papers can be made: a kabupaten/kota has its own and its offices', a province its regencies'."""
        profile = self._workspace.profile
        if profile.role == "opd":
            return ()
        if profile.role == "provinsi":
            return tuple(Subject(each.name, region_code=each.code) for each in regions.regencies(profile.region_code))
        below = offices.offices(self._workspace, profile.region_code)
        own = Subject(profile.region_name)
        return (own, *(Subject(each.name, office_id=each.id) for each in below if each.office_type == "opd"))

    def made(self) -> tuple[MadePaper, ...]:
        """What lies in the folder, newest first."""
        return made_papers(self.folder)

    def work_for_meeting(self, line: PaperLine, suffix: str, row: meet.MeetingRow) -> Callable[[Step], Path]:
        """The job that makes a paper of a meeting."""
        year, month, day = (int(part) or None for part in row.sort_key.split("-"))
        about = {"title": row.title, "year": year, "month": month, "day": day}
        out = paper_file(self.folder, line.name, about, blank=line.blank, suffix=suffix)
        return partial(self._write, line, out, {"meeting_id": row.id, "blank": line.blank})

    def work_for_year(self, line: PaperLine, suffix: str, year: int, subject: Subject | None) -> Callable[[Step], Path]:
        """The job that makes a paper of a year, or of all years."""
        whose = subject if line.name != ALL_YEARS_OF else None
        about: dict[str, object] = {} if line.all_years else {"year": year}
        if whose is not None:
            about["title"] = whose.label
        out = paper_file(self.folder, line.name, about, suffix=suffix)
        wish: dict[str, Any] = {"year": None if line.all_years else year}
        if whose is not None:
            wish |= {"office_id": whose.office_id, "region_code": whose.region_code}
        return partial(self._write, line, out, wish)

    def work_for_sheet(self, year: int, subject: Subject | None) -> Callable[[Step], Path]:
        """The job that makes the prerequisites sheet of a year as a PDF."""
        line = next(each for each in self.year_papers() if each.name == SHEET)
        return self.work_for_year(line, ".pdf", year, subject)

    def _write(self, line: PaperLine, out: Path, wish: dict[str, Any], step: Step) -> Path:
        return report.write_report(self._workspace, line.name, out, step=step, **wish)

    def _lines(self, needs: str) -> tuple[PaperLine, ...]:
        found: list[PaperLine] = []
        for kind in report.REPORTS:
            if kind.needs != needs or self._workspace.profile.role not in kind.roles:
                continue
            english = self._lang == "en"
            label, purpose = (kind.label_en, kind.purpose_en) if english else (kind.label, kind.purpose)
            if kind.name == BLANK_OF:
                found.append(PaperLine(kind.name, label, purpose, (".pdf",), blank=True))
            full_nip = kind.name == BLANK_OF and self._workspace.profile.role != "provinsi"
            found.append(PaperLine(kind.name, label, purpose, kind.formats, full_nip=full_nip))
            if kind.name == ALL_YEARS_OF:
                found.append(PaperLine(kind.name, label, purpose, kind.formats, all_years=True))
        return tuple(found)
