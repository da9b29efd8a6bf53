"""After a meeting: results that serve prerequisites, follow-ups with proof and due day, the report, all follow-ups."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, evidence, meet, outcomes
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.domain.dates import PartialDate
from pug_desktop.ui.meeting.page import MeetingPage
from pug_desktop.ui.meeting.result_inputs import PrerequisiteChips, ResultChoice
from pug_desktop.ui.pages import FOLLOW_UPS
from pug_desktop.ui.report import done_band
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import opened

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def noon() -> datetime:
    return NOON


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(
        tmp_path / "opd", role="opd", region_code="12.71", office_name="Dinas P3APM", holder="Siti", clock=noon
    )
    with opened(made):
        yield made


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> MeetingPage:
    monkeypatch.setattr(done_band, "open_outside", lambda _path: True)
    made = MeetingPage(workspace, FakeAsk(), NowJobs(), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


@pytest.fixture
def meeting(page: MeetingPage, workspace: Workspace) -> str:
    made = meet.create_meeting(workspace, "rakor_pokja")
    edit.put(workspace, "meeting", made, title="Rakor Pokja")
    meet.set_date(workspace, made, PartialDate(2026, 11, 20))
    return made


def output(workspace: Workspace, meeting: str, number: int) -> dict[str, object]:
    return meet.meeting(workspace, meeting).outputs[number]


def test_a_result_is_linked_to_prerequisites_and_to_what_was_expected(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    expected = meet.add_output(workspace, meeting, "SK focal point terbit", expected=True)
    meet.add_output(workspace, meeting, "SK ditandatangani")
    page.open(meeting)
    minutes = page.detail.minutes
    chips = minutes.results.rows[0].inputs["prerequisites"]
    assert isinstance(chips, PrerequisiteChips)
    assert [each.text() for each in chips.buttons.values()] == list("1234567")
    chips.buttons["P1"].click()
    chips.buttons["P3"].click()
    choice = minutes.results.rows[0].inputs["fulfils_id"]
    assert isinstance(choice, ResultChoice)
    assert [choice.itemText(each) for each in range(choice.count())] == ["–", "1. SK focal point terbit"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    flush_all(page)
    kept = output(workspace, meeting, 1)
    assert (kept["prerequisites"], kept["fulfils_id"]) == (["P1", "P3"], expected)
    assert minutes.expected.rows[0]._remark.text() == "Dipenuhi oleh hasil nomor 1."


def test_a_code_of_a_newer_program_stays_with_the_result(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    made = meet.add_output(workspace, meeting, "Hasil")
    edit.put(workspace, "output", made, prerequisites=["P1", "P8"])
    page.open(meeting)
    chips = page.detail.minutes.results.rows[0].inputs["prerequisites"]
    assert isinstance(chips, PrerequisiteChips)
    chips.buttons["P1"].click()
    flush_all(page)
    assert output(workspace, meeting, 0)["prerequisites"] == ["P8"]


def test_a_result_moves_among_its_own_kind_only(page: MeetingPage, workspace: Workspace, meeting: str) -> None:
    for text, expected in (("h1", False), ("harap", True), ("h2", False)):
        meet.add_output(workspace, meeting, text, expected=expected)
    page.open(meeting)
    second = page.detail.minutes.results.rows[1]
    second.move_pressed.emit(second.record_id, -1)
    view = meet.meeting(workspace, meeting)
    assert [each["text"] for each in view.outputs] == ["h2", "harap", "h1"]
    page.detail.minutes.results.rows[0].move_pressed.emit(second.record_id, -1)
    assert [each["text"] for each in meet.meeting(workspace, meeting).outputs] == ["h2", "harap", "h1"]


def test_decisions_are_added_typed_and_taken_back(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    page.open(meeting)
    decisions = page.detail.minutes.decisions
    decisions.add.click()
    qtbot.keyClicks(decisions.rows[0].inputs["text"], "SK terbit bulan Maret")
    flush_all(page)
    assert [each["text"] for each in outcomes.decisions(workspace, meeting)] == ["SK terbit bulan Maret"]
    with qtbot.waitSignal(page.removed) as told:
        decisions.rows[0].remove_pressed.emit(decisions.rows[0].record_id)
    assert told.args == ["Keputusan “SK terbit bulan Maret” dihapus."]
    assert outcomes.decisions(workspace, meeting) == ()


def test_a_due_day_on_a_holiday_is_told_and_moved_to_the_next_working_day(
    page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    made = meet.add_follow_up(workspace, meeting, "Menyusun SK")
    edit.put(workspace, "follow_up", made, due_on="2026-12-25")
    page.open(meeting)
    row = page.detail.follow_ups.entries.rows[0]
    assert "Hari Raya Natal" in row._remark.text()
    assert row._act.text() == "Pindah ke Senin, 28 Desember 2026"
    row._act.click()
    assert meet.meeting(workspace, meeting).follow_ups[0]["due_on"] == "2026-12-28"
    assert row._act.isHidden()


def test_a_person_taken_from_the_list_brings_the_office_and_the_register_entry(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    person = edit.create(workspace, "person", {"name": "Siti Aminah", "office_name": "Bappeda"})
    meet.add_follow_up(workspace, meeting, "Menyusun SK")
    page.open(meeting)
    row = page.detail.follow_ups.entries.rows[0]
    (found, words), *_ = page.detail.follow_ups._suggest("siti")
    assert "Bappeda" in words
    page.detail.follow_ups._take_person(row, found)
    kept = meet.meeting(workspace, meeting).follow_ups[0]
    assert (kept["person_name"], kept["person_id"], kept["office_name"]) == ("Siti Aminah", person, "Bappeda")
    line = row.inputs["person_name"]
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(line, "Budi")
    flush_all(page)
    kept = meet.meeting(workspace, meeting).follow_ups[0]
    assert (kept["person_name"], kept["person_id"]) == ("Budi", None)


def test_a_proof_is_attached_at_its_follow_up(
    page: MeetingPage, workspace: Workspace, meeting: str, tmp_path: Path
) -> None:
    made = meet.add_follow_up(workspace, meeting, "Menyusun SK")
    page.open(meeting)
    tab = page.detail.follow_ups
    tab.entries.rows[0].tool_pressed.emit(made)
    proof = tmp_path / "sk.pdf"
    proof.write_bytes(b"%PDF-1.4\n%%EOF\n")
    tab.proofs.files_wanted.emit((proof,), False)
    assert [each.file_name for each in evidence.of(workspace, "follow_up", made)] == ["sk.pdf"]
    assert list(tab.proofs.list.lines)
    assert tab.entries.rows[0]._remark.text() == "1 bukti terlampir."


def test_the_report_is_typed_and_made_for_the_accounts(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    attend.add(workspace, meeting, name="Siti", nip="198503122010012004")
    page.open(meeting)
    report = page.detail.report
    page.detail.tabs.setCurrentWidget(report)
    basis = report.inputs["basis"]
    basis.setFocus()
    qtbot.keyClicks(basis, "DPA 2026")
    flush_all(page)
    assert outcomes.report_of(workspace, meeting)["basis"] == "DPA 2026"
    report.for_accounts.setChecked(True)
    report.word.click()
    report.pdf.click()
    made = sorted(each.name for each in workspace.folder_for("cetak").iterdir())
    assert made == [
        "laporan-kegiatan-spj_2026-11-20_rakor-pokja.docx",
        "laporan-kegiatan-spj_2026-11-20_rakor-pokja.pdf",
    ]


def test_all_follow_ups_stand_in_one_list_the_latest_first(
    qtbot: QtBot, page: MeetingPage, workspace: Workspace, meeting: str
) -> None:
    for text, due, state in (
        ("belum jatuh", "2027-01-04", "belum"),
        ("lama terlambat", "2026-06-01", "proses"),
        ("selesai", "2026-05-01", "selesai"),
        ("tanpa hari", None, "belum"),
        ("baru terlambat", "2026-11-20", "belum"),
    ):
        made = meet.add_follow_up(workspace, meeting, text)
        edit.put(workspace, "follow_up", made, due_on=due, state=state, office_name="Bappeda" if due else None)
    page.open(FOLLOW_UPS)
    view = page.follow_ups
    shown = [view.model.row(number).text for number in range(view.model.rowCount())]  # type: ignore[attr-defined]
    assert shown == ["lama terlambat", "baru terlambat", "belum jatuh", "tanpa hari"]
    view.state.setCurrentIndex(view.state.findData("terlambat"))
    view.state.activated.emit(0)
    assert view.model.rowCount() == 2
    assert view._sums.text() == "2 tindak lanjut · 2 terlambat"
    view.office.setCurrentIndex(view.office.findData("Bappeda"))
    view.office.activated.emit(0)
    assert view.model.rowCount() == 2
    view.table.selectRow(0)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.detail.tabs.currentWidget() is page.detail.follow_ups


def test_the_calendar_of_all_open_follow_ups_is_made(page: MeetingPage, workspace: Workspace, meeting: str) -> None:
    made = meet.add_follow_up(workspace, meeting, "Menyusun SK")
    edit.put(workspace, "follow_up", made, due_on="2026-12-28")
    page.open(FOLLOW_UPS)
    page.follow_ups.calendar.click()
    text = (workspace.folder_for("cetak") / "kalender-tindak-lanjut.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Tindak lanjut: Menyusun SK" in text
    assert page.follow_ups.done.isVisible()


def test_others_reports_can_be_read_and_not_written(page: MeetingPage, workspace: Workspace, meeting: str) -> None:
    other = edit.create(workspace, "meeting", {"kind": "advokasi", "title": "Milik lain"}, scope="12.72")
    edit.create(workspace, "follow_up", {"meeting_id": other, "number": 1, "text": "x"}, scope="12.72")
    page.open(other)
    assert not page.detail.report.photos.drop.isVisibleTo(page.detail.report)
    assert page.detail.follow_ups.entries.add.isHidden()
    assert page.detail.report.inputs["basis"].isReadOnly()  # type: ignore[attr-defined]
