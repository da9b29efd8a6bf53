"""Papers go to an office: they are Indonesian as a whole, also when the window speaks English."""

import re
from pathlib import Path

import docx
import openpyxl
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from pug_desktop.app import gender_analysis, meet, semester
from pug_desktop.progress import silent
from pug_desktop.ui import texts
from pug_desktop.ui.report.presenter import ReportPresenter

_ENGLISH = re.compile(
    r"\b(?:the|of|and|with|offices?|sheets?|year|answers?|questions?|evidence|signed|received|recorded|filled|not|"
    r"January|February|March|May|June|July|August|October|December|Monday|Tuesday|Wednesday|Thursday|Friday|Sunday)\b"
)


def words_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    if path.suffix == ".docx":
        return " ".join(each.text for each in docx.Document(str(path)).element.body.iter() if each.tag.endswith("}t"))
    if path.suffix in (".ics", ".csv"):
        # Names of properties and types of media are English in every language.
        return re.sub(r"(?m)^[A-Z-]+[:;]", "", path.read_text(encoding="utf-8-sig"))
    book = openpyxl.load_workbook(path)
    cells = (str(cell.value) for page in book for row in page.iter_rows() for cell in row if cell.value is not None)
    return " ".join([*book.sheetnames, *cells])


def test_no_paper_of_an_english_window_has_a_word_of_english(open_profile, qapp: QApplication) -> None:
    ws = open_profile("kabkota")
    year = ws.today.year
    semester.propose(ws, semester.create_report(ws, year, 1))
    gender_analysis.create_gap(ws, "empat", year=year)
    texts.use_language(qapp, "en")
    presenter = ReportPresenter(ws, texts.language())
    lines = presenter.year_papers()
    assert "Prerequisites sheet" in [line.label for line in lines]

    made = [presenter.work_for_year(line, suffix, year, None)(silent) for line in lines for suffix in line.formats]
    row = meet.meetings(ws)[0]
    made += [
        presenter.work_for_meeting(line, suffix, row)(silent)
        for line in presenter.meeting_papers()
        for suffix in line.formats
    ]

    assert len(made) > 10
    for path in made:
        words = words_of(path)
        assert not _ENGLISH.findall(words), (path.name, words)
        assert "prasyarat-kabkota" not in words
