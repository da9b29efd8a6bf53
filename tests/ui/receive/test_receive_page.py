"""The page Terima takes real bundles in; a bad one stops nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, edit, meet, send
from pug_desktop.app.receive import Received
from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.receive.page import ReceivePage
from pug_desktop.ui.receive.presenter import Found, State
from tests.ui.fakes import FakeAsk
from tests.ui.workspaces import make_three, opened, window_jobs


@pytest.fixture
def three(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    made = make_three(tmp_path)
    with opened(*made):
        yield made


@pytest.fixture
def stick(tmp_path: Path, three: tuple[Workspace, Workspace, Workspace]) -> Path:
    """Two bundles of the office for the city, one for nobody here, one damaged and one that is no bundle."""
    made = tmp_path / "KINGSTON"
    made.mkdir()
    office = three[2]
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rakor")
    attend.add(office, meeting, name="Siti", sex="P")
    above = send.addressees(office)[0]
    first = send.send(office, above, made)
    attend.add(office, meeting, name="Ahmad", sex="L")
    send.send(office, above, made)
    data = bytearray(first.path.read_bytes())
    data[len(data) // 2] ^= 1
    (made / "Rusak.pug").write_bytes(bytes(data))
    (made / "Bukan.pug").write_bytes(b"halo dunia " * 100)
    return made


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def page(qtbot: QtBot, three: tuple[Workspace, Workspace, Workspace], ask: FakeAsk) -> ReceivePage:
    made = ReceivePage(three[1], ask, window_jobs(qtbot, ask.tell), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def look(qtbot: QtBot, page: ReceivePage, stick: Path, count: int) -> None:
    page.places.choose(stick)
    qtbot.waitUntil(lambda: len(page.rows) == count)


def states(page: ReceivePage) -> list[State]:
    return [row.found.state for row in page.rows]


def test_looking_tells_who_sent_what_and_changes_nothing(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: tuple[Workspace, Workspace, Workspace]
) -> None:
    look(qtbot, page, stick, 4)
    assert states(page) == [State.READY, State.READY, State.REFUSED, State.REFUSED]
    assert [row.found.card.seq for row in page.rows[:2] if row.found.card] == [1, 2]
    assert page._found_title.text() == "4 kiriman ditemukan"
    assert page.take_all.text() == "Terima semua (2)"
    assert meet.meetings(three[1]) == ()


def test_all_that_can_come_in_comes_in(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: tuple[Workspace, Workspace, Workspace]
) -> None:
    look(qtbot, page, stick, 4)
    page.take_all.click()
    qtbot.waitUntil(page._sums.isVisible)
    assert states(page)[:2] == [State.DONE, State.DONE]
    assert page._sums_title.text() == "2 kiriman diterima"
    rows = meet.meetings(three[1])
    assert [(row.title, row.total) for row in rows] == [("Rakor", 2)]
    assert page._log_model.rowCount() == 2
    assert not page.work.isVisible()


def test_one_alone_can_be_taken_in(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: tuple[Workspace, Workspace, Workspace]
) -> None:
    look(qtbot, page, stick, 4)
    page.rows[0].take.click()
    qtbot.waitUntil(page._sums.isVisible)
    assert states(page)[:2] == [State.DONE, State.READY]
    assert [row.total for row in meet.meetings(three[1])] == [1]


def test_a_bundle_that_goes_bad_meanwhile_does_not_stop_the_next(
    qtbot: QtBot, page: ReceivePage, stick: Path, ask: FakeAsk
) -> None:
    look(qtbot, page, stick, 4)
    page.rows[0].found.path.write_bytes(b"kosong")
    page.take_all.click()
    qtbot.waitUntil(page._sums.isVisible)
    assert states(page)[:2] == [State.REFUSED, State.DONE]
    assert "1 ditolak" in page._sums_title.text()
    assert ask.told == []


def test_what_came_in_before_is_said_to_be_known(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    look(qtbot, page, stick, 4)
    page.take_all.click()
    qtbot.waitUntil(page._sums.isVisible)
    page.places.choose(stick)
    qtbot.waitUntil(lambda: State.ALREADY in states(page))
    assert not page.take_all.isVisible()


def test_a_refused_bundle_says_why_and_gives_its_code(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    look(qtbot, page, stick, 4)
    refused = [row.found.problem for row in page.rows[2:]]
    assert {error.code for error in refused if error} == {"PUG-BUNDLE-001", "PUG-BUNDLE-002"}


def test_a_bundle_for_somebody_else_is_refused_in_words(
    qtbot: QtBot, stick: Path, three: tuple[Workspace, Workspace, Workspace], ask: FakeAsk
) -> None:
    made = ReceivePage(three[0], ask, window_jobs(qtbot, ask.tell), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.places.watcher._find = tuple
    made.show()
    look(qtbot, made, stick, 4)
    assert set(states(made)) == {State.REFUSED}


def test_an_empty_folder_says_so(qtbot: QtBot, page: ReceivePage, tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    page.places.choose(empty)
    qtbot.waitUntil(lambda: bool(page._found_title.text()))
    assert page._found_title.text() == "Tidak ada berkas kiriman (.pug) di sini."


WORM = "Flashdisk ini tampak terkena virus shortcut; berkas Anda masih ada dan aman dibaca."


def test_a_clean_stick_has_no_word_of_a_virus(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    (stick / "Foto rapat.lnk").write_bytes(b"L")
    look(qtbot, page, stick, 4)
    assert not page._worm.isVisible()


@pytest.mark.parametrize("traces", ["hidden", "same name", "same name and ending"])
def test_a_stick_that_the_shortcut_virus_visited_is_told_calmly_and_read(
    qtbot: QtBot, page: ReceivePage, stick: Path, traces: str
) -> None:
    bundle = sorted(stick.glob("PUG_*.pug"))[0]
    if traces == "hidden":
        bundle.rename(bundle.with_name(f".{bundle.name}"))
    else:
        name = bundle.name if traces == "same name and ending" else bundle.stem
        (stick / f"{name}.lnk").write_bytes(b"L")
    look(qtbot, page, stick, 4)
    assert page._worm.isVisible()
    assert page._worm_words.text() == WORM
    assert states(page)[:2] == [State.READY, State.READY]


def test_on_a_stick_any_shortcut_is_a_trace(
    qtbot: QtBot, page: ReceivePage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stick / "Foto.lnk").write_bytes(b"L")
    monkeypatch.setattr(Path, "is_mount", lambda self: self == stick)
    look(qtbot, page, stick, 4)
    assert page._worm_words.text() == WORM


def test_without_a_bundle_nothing_is_promised(
    qtbot: QtBot, page: ReceivePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "kosong" / "Foto.lnk").write_bytes(b"L")
    monkeypatch.setattr(Path, "is_mount", lambda self: self.name == "kosong")
    page.places.choose(tmp_path / "kosong")
    qtbot.waitUntil(page._worm.isVisible)
    assert "masih ada" not in page._worm_words.text()


def test_numbers_that_need_explaining_are_explained(page: ReceivePage) -> None:
    received = Received("b", "Dinas", "opd", 1, "", "", conflicts=2, parked=3)
    page.show_found((Found(Path("a.pug"), None, State.DONE, result=received),))
    page.show_sums((received,), 0)
    words = " ".join(each.text() for each in page.rows[0].findChildren(QLabel))
    assert "2 perlu keputusan: dua kantor mengisinya berbeda. Kedua isian tersimpan" in words
    assert "versi berikutnya" in words
    assert "3 ditunda: menunggu isian lain yang belum diterima, atau dibuat program yang lebih baru." in words
    assert "versi berikutnya" in page._sums_advice.text()


def test_a_dropped_file_is_looked_into(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    page.drop.dropped.emit((stick / "Bukan.pug",))
    qtbot.waitUntil(lambda: len(page.rows) == 1)
    assert states(page) == [State.REFUSED]
