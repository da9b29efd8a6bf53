"""The page Orang, walked over a real profile."""

import pytest
from PySide6.QtCore import QDate, Qt

from pug_desktop.app import all_people, attend, doubles, edit, meet, people
from pug_desktop.domain.dates import PartialDate
from pug_desktop.ui.person.all_people_model import AllPeopleModel
from pug_desktop.ui.person.page import PersonPage
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened

NIP = "198503122010012004"


@pytest.fixture
def city(tmp_path):
    made = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(made):
        yield made


@pytest.fixture
def meetings(city):
    made = []
    for year, title in ((2018, "Rakor Awal"), (2026, "Advokasi PUG")):
        each = meet.create_meeting(city)
        meet.set_date(city, each, PartialDate(year, 6, 30))
        edit.put(city, "meeting", each, title=title)
        made.append(each)
    attend.add(city, made[0], name="Moh. Yusuf, S.E.", nip=NIP, office_name="BPS", position="Kepala")
    attend.add(city, made[1], name="Muhammad Yusuf", office_name="BPS")
    attend.add(city, made[1], name="Sri Wahyuni", office_name="Bappeda", sex="P")
    return made


def page_of(qtbot, workspace, *answers):
    made = PersonPage(workspace, FakeAsk(answers), NowJobs(), None)
    qtbot.addWidget(made)
    made.resize(1130, 680)
    made.refresh()
    made.show()
    return made


def texts(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_without_anybody_the_page_says_where_names_come_from(qtbot, city):
    page = page_of(qtbot, city)
    assert page.register.empty.isVisible()
    page.open("doubles")
    assert page.doubles.empty.isVisible()
    page.open("retention")
    assert page.retention.empty.isVisible()
    assert not page.retention.clear.isEnabled()


def test_the_chosen_one_is_shown_with_the_meetings_and_without_the_whole_nip(qtbot, city, meetings):
    page = page_of(qtbot, city)
    assert [row[0] for row in texts(page.register.table)] == ["Moh. Yusuf, S.E.", "Muhammad Yusuf", "Sri Wahyuni"]
    shown = [each.text() for each in page.register.card.findChildren(type(page.register.heading))]
    assert page.register.heading.text() == "Moh. Yusuf, S.E."
    assert not any(NIP in each for each in shown)
    assert any("2004" in each for each in shown)
    assert [row[1] for row in texts(page.register.came_table)] == ["Rakor Awal"]
    page.register.search.setText("wahyu bappeda")
    assert [row[0] for row in texts(page.register.table)] == ["Sri Wahyuni"]


def test_a_meeting_is_opened_from_the_person(qtbot, city, meetings):
    page = page_of(qtbot, city)
    page.register.came_table.selectRow(0)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(page.register.came_table, Qt.Key.Key_Return)
    assert told.args == ["meeting", meetings[0]]


def test_a_name_is_entered_as_a_person_and_stays_shown(qtbot, city, meetings):
    page = page_of(qtbot, city)
    assert page.register.enter.isVisible()
    page.register.enter.click()
    assert not page.register.enter.isVisible()
    assert page.register.heading.text() == "Moh. Yusuf, S.E."
    assert people.entries(city)[0].person_id is not None


def test_a_pair_is_said_to_be_one_taken_back_and_put_off(qtbot, city, meetings):
    page = page_of(qtbot, city)
    page.open("doubles")
    tab = page.doubles
    assert [row[2] for row in texts(tab.table)] == ["Nama mirip (100 %)"]
    tab.same.click()
    assert len(people.entries(city)) == 2
    assert tab.empty.isVisible()
    tab.which._group.button(1).click()
    assert [row[2] for row in texts(tab.said_table)] == ["Orang yang sama"]
    tab.said_table.selectRow(0)
    tab.take_back.click()
    assert len(people.entries(city)) == 3
    assert tab.table.isVisible(), "with nothing decided there is one list only"
    assert doubles.said(city) == ()
    tab.not_now.click()
    assert tab.empty.isVisible(), "later is not now"
    assert doubles.said(city) == ()


def test_two_persons_are_not_asked_about_again(qtbot, city, meetings):
    page = page_of(qtbot, city)
    page.open("doubles")
    page.doubles.two.click()
    assert page.doubles.empty.isVisible()
    assert [each.verdict for each in doubles.said(city)] == ["beda"]


def test_everybody_is_found_and_sorted_by_the_headings(qtbot, city, meetings):
    page = page_of(qtbot, city)
    page.open("all")
    tab = page.everybody
    assert [row[0] for row in texts(tab.table)] == ["Sri Wahyuni", "Muhammad Yusuf", "Moh. Yusuf, S.E."]
    tab.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert [row[0] for row in texts(tab.table)] == ["Moh. Yusuf, S.E.", "Muhammad Yusuf", "Sri Wahyuni"]
    tab.year.setCurrentIndex(tab.year.findData(2026))
    assert tab.count.text() == "2 baris"
    tab.search.setText("yusuf")
    tab.ask()
    assert [row[0] for row in texts(tab.table)] == ["Muhammad Yusuf"]
    tab.table.selectRow(0)
    with qtbot.waitSignal(page.go_to) as told:
        tab.table.doubleClicked.emit(tab.model.index(0, 0))
    assert told.args == ["meeting", meetings[1]]


def test_old_names_go_after_a_question_and_the_page_says_what_remains(qtbot, city, meetings):
    page = page_of(qtbot, city, False, True)
    page.open("retention")
    tab = page.retention
    tab.before.setDate(QDate(2020, 1, 1))
    assert [each.title for each in tab.chosen] == ["Rakor Awal"]
    tab.clear.click()
    assert len(people.entries(city)) == 3, "no is no"
    tab.clear.click()
    assert [each.name for each in people.entries(city)] == ["Muhammad Yusuf", "Sri Wahyuni"]
    assert tab.empty.isVisible()
    assert "1 baris peserta dari 1 rapat" in tab.result.text()
    assert "Cadangan lama" in tab.result.text()


def test_a_meeting_that_is_not_ticked_is_kept(qtbot, city, meetings):
    page = page_of(qtbot, city)
    page.open("retention")
    tab = page.retention
    tab.before.setDate(QDate(2020, 1, 1))
    tab.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert tab.chosen == []
    assert not tab.clear.isEnabled()


def test_the_model_reads_only_the_pages_that_are_looked_at(qtbot, city):
    meeting = meet.create_meeting(city)
    attend.paste(city, meeting, 0, "name", [[f"Orang {number:04}"] for number in range(1000)])
    read = []

    def page(numbers):
        read.append(len(numbers))
        return all_people.page(city, numbers)

    model = AllPeopleModel(["Nama"], [lambda row: row.name], page)
    model.show_numbers(all_people.rows(city, all_people.Asked(sort="name")))
    assert model.rowCount() == 1000
    assert [model.index(row, 0).data() for row in (0, 199, 950)] == ["Orang 0000", "Orang 0199", "Orang 0950"]
    assert read == [200, 200]
