"""The home page over real profiles."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from pug_desktop.app import edit, fill, instruments, meet, receive, review, send
from pug_desktop.forms.load import CATALOG
from pug_desktop.ui import parts
from pug_desktop.ui.home.page import HomePage
from pug_desktop.ui.home.wording import days_until, when_words
from tests.app.received import copy
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make as make_profile
from tests.ui.workspaces import make_three, opened

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)


@pytest.fixture
def make(open_profile, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def page(role):
        made = HomePage(open_profile(role), FakeAsk(), NowJobs(), window)
        refresh(qtbot, made)
        return made

    yield page
    window.deleteLater()


def refresh(qtbot, page):
    """What is due comes first, the rest a moment later."""
    before = page._exchange_rows.itemAt(0)
    page.refresh()
    qtbot.waitUntil(lambda: page._exchange_rows.count() > 0 and page._exchange_rows.itemAt(0) is not before)


def words(page):
    return " | ".join(each.text() for each in page.findChildren(QLabel) if not each.isHidden())


def rows(page):
    return [each for each in page.findChildren(parts.RowButton) if not each.isHidden()]


@pytest.mark.parametrize("role", ["opd", "kabkota", "provinsi"])
def test_three_questions_are_answered_for_each_role(make, role):
    shown = words(make(role))
    assert all(question in shown for question in ("jatuh tempo?", "belum lengkap?", "dikirim dan diterima?"))


def test_follow_ups_say_who_and_until_when(make):
    shown = words(make("kabkota"))
    assert "lewat" in shown
    assert "hari lagi" in shown


def test_a_prerequisite_leads_to_its_questions(make, qtbot):
    page = make("kabkota")
    row = next(each for each in rows(page) if each.accessibleName().startswith("P3"))
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert gone.args == ["checklist", "P3"]


def test_a_follow_up_leads_to_its_meeting(make, qtbot):
    page = make("kabkota")
    row = next(each for each in rows(page) if each.property("page") == "meeting" and each.property("argument"))
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert gone.args[1] in [each.id for each in meet.meetings(page._ws)]


def test_a_new_meeting_is_made_and_opened(make, qtbot):
    page = make("kabkota")
    before = len(meet.meetings(page._ws))
    button = next(each for each in page.findChildren(QPushButton) if each.accessibleName() == "Rapat baru")
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone.args[0] == "meeting"
    assert len(meet.meetings(page._ws)) == before + 1


def test_practice_says_that_its_entries_stay_here_and_asks_for_no_key(make):
    shown = words(make("kabkota"))
    assert "Isian latihan tetap di komputer ini" in shown
    assert "kartu kunci" not in shown
    assert "Terakhir dikirim" not in shown


def test_an_office_without_a_key_card_is_led_to_ask_for_one(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    with opened(ws := make_profile(tmp_path / "opd")):
        page = HomePage(ws, FakeAsk(), NowJobs(), window)
        refresh(qtbot, page)
        assert "belum punya kartu kunci" in words(page)
        row = next(each for each in rows(page) if "permohonan kartu kunci" in each.accessibleName())
        with qtbot.waitSignal(page.go_to) as gone:
            qtbot.keyClick(row, Qt.Key.Key_Return)
        assert gone.args == ["office", "keys"]


def test_two_values_for_one_field_need_a_decision(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    _, city, office = three = make_three(tmp_path)
    with opened(*three):
        meeting = meet.create_meeting(office)
        for title in ("Rakor", "Rakor dinas"):
            edit.put(office, "meeting", meeting, title=title)
            receive.take_in(city, send.send(office, send.addressees(office)[0], tmp_path).path)
            edit.put(city, "meeting", meeting, title="Rakor kota")
        page = HomePage(city, FakeAsk(), NowJobs(), window)
        refresh(qtbot, page)
        assert "1 perlu keputusan" in words(page)


def test_refreshing_twice_does_not_double_the_rows(make, qtbot):
    page = make("kabkota")
    before = len(rows(page))
    refresh(qtbot, page)
    assert len(rows(page)) == before


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-11-22T06:00:00+00:00", "hari ini 06.00"),
        ("2026-11-21T06:00:00+00:00", "kemarin"),
        ("2022-06-30T06:00:00+00:00", "30 Juni 2022"),
    ],
)
def test_a_moment_is_said_as_people_say_it(at, words):
    assert when_words(at, NOW) == words


def test_days_are_counted_both_ways():
    assert days_until("2026-11-25", date(2026, 11, 22)) == 3
    assert days_until("2026-11-20", date(2026, 11, 22)) == -2


def test_what_came_back_leads_to_the_first_of_them(make, qtbot):
    page = make("opd")
    office = page._ws
    year = office.clock().year
    sheet = fill.sheet(office, year)
    for item in ("P2.06", "P6.03"):
        answer = fill.answer_id(sheet.checklist_id, item)
        said = {"answer_id": answer, "role": "kabkota", "verdict": "dikembalikan", "remark": f"Lampirkan SK {item}."}
        edit.create(office, "review", {**said, "seen": seen(office, answer), "reviewed_on": "2026-03-01"})
    refresh(qtbot, page)
    row = next(each for each in rows(page) if each.accessibleName() == "2 jawaban dikembalikan")
    with qtbot.waitSignal(page.go_to) as gone:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    page_name, place = gone.args
    assert (page_name, place.year, place.scope) == ("checklist", year, office.profile.scope)
    assert f"Lampirkan SK {place.item}." in words(page)
    fill.save_answer(office, sheet, place.item, value=9)
    refresh(qtbot, page)
    assert any(each.accessibleName() == "1 jawaban dikembalikan" for each in rows(page))


def seen(ws, answer):
    from pug_desktop.app.review_state import seen_of
    from pug_desktop.storage import records

    with ws.database.read() as connection:
        return seen_of(records.get(connection, "answer", answer), ())


def test_what_was_sent_back_and_came_up_changed_is_to_be_looked_at_again(make, qtbot):
    page = make("kabkota")
    waiting = review.waiting(page._ws)[0]
    review.review(page._ws, waiting.answer_id, "dikembalikan", "Periksa lagi angkanya.")
    refresh(qtbot, page)
    assert "sudah diubah" not in words(page)
    edit.put(page._ws, "answer", waiting.answer_id, note="sudah diperbaiki")
    refresh(qtbot, page)
    row = next(each for each in rows(page) if each.accessibleName() == "1 jawaban yang dikembalikan sudah diubah")
    assert row.property("argument").scope == waiting.scope


def test_a_new_instrument_is_news_until_a_sheet_is_made_with_it(tmp_path, qtbot):
    province, city, office = make_three(tmp_path)
    text = (CATALOG / "prasyarat-opd.v2.toml").read_text(encoding="utf-8").replace("version = 2\n", "version = 3\n")
    (tmp_path / "baru.toml").write_text(text, encoding="utf-8")
    instruments.publish(province, tmp_path / "baru.toml")
    copy(province, office, "instrument")
    with opened(province, city, office):
        window = QWidget()
        qtbot.addWidget(window)
        page = HomePage(office, FakeAsk(), NowJobs(), window)
        refresh(qtbot, page)
        told = "Instrumen baru: Tujuh prasyarat PUG: lembar perangkat daerah, versi 3"
        assert told in [each.accessibleName() for each in rows(page)]
        fill.save_answer(office, fill.sheet(office, office.clock().year), "P2.06", value=4)
        refresh(qtbot, page)
        assert not any(each.accessibleName().startswith("Instrumen baru") for each in rows(page))
