"""A person reads days off the wall: near midnight, and in another year than Greenwich, the program says the same."""

import re
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

import pug_desktop
from pug_desktop.app import edit, example, fill, gender_analysis, handover, home, meet
from pug_desktop.app.due import due
from pug_desktop.app.enrol import accept, approve, request
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.dates import short_date_words
from pug_desktop.ui.report.presenter import ReportPresenter

IN_GREENWICH = datetime(2026, 12, 31, 20, 0, tzinfo=UTC)
"""Five in the morning of the new year in Jayapura."""
NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
def jayapura(monkeypatch):
    if not hasattr(time, "tzset"):
        pytest.skip("this system takes no time zone from the environment")
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def line(jayapura, tmp_path):
    """A province and a kabupaten/kota that it knows."""
    made = [
        create_profile(
            tmp_path / role, role=role, region_code=region, office_name=role, holder="Siti", clock=lambda: IN_GREENWICH
        )
        for role, region in (("provinsi", "91"), ("kabkota", "91.71"))
    ]
    stick = tmp_path / "kunci"
    stick.mkdir()
    province, regency = made
    accept(regency, approve(province, request(regency, stick), stick, in_person=True), in_person=True)
    yield made
    for each in made:
        each.close()


def test_days_and_years_are_those_of_the_wall(line):
    _province, regency = line
    assert regency.today == NEW_YEAR
    assert fill.years(regency)[0] == 2027
    assert home.home(regency).year == 2027
    assert ReportPresenter(regency, "id").this_year() == 2027
    gap = gender_analysis.create_gap(regency)
    assert edit.get(regency, "gap", gap)["year"] == 2027


def test_what_was_due_yesterday_is_overdue_today(line):
    regency = line[1]
    meeting = meet.create_meeting(regency, "rakor_pokja")
    for day in ("2026-12-31", "2027-01-01"):
        made = meet.add_follow_up(regency, meeting, day)
        edit.put(regency, "follow_up", made, due_on=day)
    assert [(row.due_on, row.overdue) for row in due(regency)] == [("2026-12-31", True), ("2027-01-01", False)]


def test_the_examples_are_of_this_year(line):
    regency = line[1]
    example.fill_practice(regency)
    items = [item for section in fill.sheet(regency, 2027).sections for item in section.items]
    assert any(item.value is not None for item in items)


def test_the_paper_of_a_handover_has_the_day_of_the_wall(line, tmp_path):
    begun = handover.begin(line[1], tmp_path, new_holder="Ani", passphrase=None, paper=tmp_path / "b.pdf")
    assert begun
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / "b.pdf").pages).split())
    assert short_date_words(NEW_YEAR) in text
    assert "31 Desember 2026" not in text


def test_nobody_takes_a_day_or_a_year_from_greenwich():
    """`Workspace.today` is the day; a bare clock is for moments."""
    taken = re.compile(r"clock\(\)\s*\.(?:date\(|year\b|month\b|day\b)")
    found = [
        f"{path.name}:{number}"
        for path in Path(pug_desktop.__file__).parent.rglob("*.py")
        for number, text in enumerate(path.read_text("utf-8").splitlines(), 1)
        if taken.search(text)
    ]
    assert found == []
