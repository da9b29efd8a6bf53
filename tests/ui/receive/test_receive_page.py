"""The page Terima takes real bundles in, in four steps; a bad one stops nothing."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet, quarantine, receipts, receive, send
from pug_desktop.app.quarantine import Kept
from pug_desktop.app.receive import Received
from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Cancelled, Step
from pug_desktop.ui.carry.sticks import Stick
from pug_desktop.ui.receive.page import CHANGE, FOUND, RESULT, WORK, ReceivePage
from pug_desktop.ui.receive.presenter import Found, Gap, Given, Past, State
from pug_desktop.ui.saved import AutoSave
from tests.ui.fakes import FakeAsk
from tests.ui.workspaces import make_three, opened, window_jobs
from tests.ui.world import open_copy

Three = tuple[Workspace, Workspace, Workspace]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three profiles with their key cards, closed, and a stick; made once, since keys take a moment."""
    base = tmp_path_factory.mktemp("dunia")
    three = make_three(base)
    with opened(*three):
        fill_stick(base / "KINGSTON", three[2])
    return base


@pytest.fixture
def three(built: Path, tmp_path: Path) -> Iterator[Three]:
    made = [open_copy(built / name, tmp_path / name) for name in ("prov", "kab", "opd")]
    with opened(*made):
        yield made[0], made[1], made[2]


@pytest.fixture
def stick(built: Path, tmp_path: Path) -> Path:
    """Two bundles of the office for the city, one damaged and one that is no bundle."""
    return Path(shutil.copytree(built / "KINGSTON", tmp_path / "KINGSTON"))


def fill_stick(made: Path, office: Workspace) -> None:
    made.mkdir()
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


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def page(qtbot: QtBot, three: Three, ask: FakeAsk) -> ReceivePage:
    return page_of(qtbot, three[1], ask)


def page_of(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> ReceivePage:
    made = ReceivePage(workspace, ask, window_jobs(qtbot, ask.tell), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.found.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def look(qtbot: QtBot, page: ReceivePage, stick: Path, count: int) -> None:
    page.found.places.choose(stick)
    qtbot.waitUntil(lambda: len(page.found.rows) == count)


def foresee(qtbot: QtBot, page: ReceivePage) -> None:
    page.wizard.next.click()
    assert page.wizard.step == CHANGE
    qtbot.waitUntil(page.wizard.back.isVisible)


def take_in(qtbot: QtBot, page: ReceivePage) -> None:
    foresee(qtbot, page)
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == RESULT)


def states(page: ReceivePage) -> list[State]:
    return [each.state for each in page._presenter.found]


def plugged(root: Path) -> Stick:
    return Stick(root, f"{root.name} (E:)", 8 << 30, 16 << 30, False)


# --- step 1: what lies there ---


def test_looking_tells_who_sent_what_and_changes_nothing(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    look(qtbot, page, stick, 4)
    assert states(page) == [State.READY, State.READY, State.REFUSED, State.REFUSED]
    assert [row.found.card.seq for row in page.found.rows[:2] if row.found.card] == [1, 2]
    assert page.found.title.text() == "4 kiriman ditemukan"
    assert page.wizard.next.isEnabled()
    assert meet.meetings(three[1]) == ()


def test_one_stick_alone_is_looked_at_without_asking(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    page.found.places.show_sticks((plugged(stick),))
    qtbot.waitUntil(lambda: len(page.found.rows) == 4)


def test_a_stick_that_is_pulled_out_takes_its_list_away(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    page.found.places.show_sticks((plugged(stick),))
    qtbot.waitUntil(lambda: len(page.found.rows) == 4)
    foresee(qtbot, page)
    page.found.places.show_sticks(())
    assert page.wizard.step == FOUND
    assert page.found.rows == []
    assert page.found.title.text() == ""


def test_a_refused_bundle_says_why_and_gives_its_code(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    look(qtbot, page, stick, 4)
    refused = [row.found.problem for row in page.found.rows[2:]]
    assert {error.code for error in refused if error} == {"PUG-BUNDLE-001", "PUG-BUNDLE-002"}


def test_a_bundle_for_somebody_else_is_refused_in_words(qtbot: QtBot, stick: Path, three: Three, ask: FakeAsk) -> None:
    made = page_of(qtbot, three[0], ask)
    look(qtbot, made, stick, 4)
    assert set(states(made)) == {State.REFUSED}
    assert not made.wizard.next.isEnabled()


def test_an_unknown_sender_leads_to_the_key_cards(qtbot: QtBot, page: ReceivePage) -> None:
    stranger = errors.UnknownSender(path=Path("a.pug"), name="Dinas Sosial")
    page.show_found((Found(Path("a.pug"), None, State.REFUSED, problem=stranger),))
    with qtbot.waitSignal(page.go_to) as told:
        page.found.rows[0].enrol_pressed.emit()
    assert told.args == ["office", "keys"]


def test_an_empty_folder_says_so(qtbot: QtBot, page: ReceivePage, tmp_path: Path) -> None:
    empty = tmp_path / "kosong"
    empty.mkdir()
    page.found.places.choose(empty)
    qtbot.waitUntil(lambda: bool(page.found.title.text()))
    assert page.found.title.text() == "Tidak ada berkas kiriman (.pug) di sini."


def test_a_hidden_bundle_among_lures_is_found_and_the_lures_are_named_and_never_opened(
    qtbot: QtBot, page: ReceivePage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = sorted(stick.glob("PUG_*.pug"))[0]
    bundle.rename(bundle.with_name(f".{bundle.name}"))
    lures = [stick / f"{bundle.name}.lnk", stick / "autorun.inf", stick / "Foto.vbs"]
    for lure in lures:
        lure.write_bytes(b"x")
    (stick / "Foto.pug").mkdir()
    looked_into: list[Path] = []
    real = receive.look
    monkeypatch.setattr(receive, "look", lambda ws, path: looked_into.append(path) or real(ws, path))
    look(qtbot, page, stick, 4)
    assert states(page)[:2] == [State.READY, State.READY]
    assert page.found.worm.words == (
        "Flashdisk ini tampak terkena virus shortcut; berkas Anda masih ada dan aman dibaca. Terlihat dan tidak "
        f"dibuka: Foto.pug, Foto.vbs, {bundle.name}.lnk, autorun.inf."
    )
    assert not {*lures, stick / "Foto.pug"} & {*looked_into}


def test_without_a_bundle_nothing_is_promised(
    qtbot: QtBot, page: ReceivePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kosong").mkdir()
    (tmp_path / "kosong" / "Foto.lnk").write_bytes(b"L")
    monkeypatch.setattr(Path, "is_mount", lambda self: self.name == "kosong")
    page.found.places.choose(tmp_path / "kosong")
    qtbot.waitUntil(page.found.worm.isVisible)
    assert "masih ada" not in page.found.worm.words


def test_a_dropped_file_is_looked_into(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    page.found.drop.dropped.emit((stick / "Bukan.pug",))
    qtbot.waitUntil(lambda: len(page.found.rows) == 1)
    assert states(page) == [State.REFUSED]


def test_receipts_on_the_stick_are_read_at_once_and_told(
    qtbot: QtBot, three: Three, ask: FakeAsk, tmp_path: Path
) -> None:
    _province, city, office = three
    carried = tmp_path / "STICK"
    carried.mkdir()
    above = send.addressees(office)[0]
    for _ in range(2):
        receive.take_in(city, send.send(office, above, tmp_path).path)
    receipts.write_receipt(city, receive.received_log(city)[0].bundle_id, carried)
    page = page_of(qtbot, office, ask)
    page.found.places.choose(carried)
    qtbot.waitUntil(page.found.confirmed.isVisible)
    assert page.found.confirmed.words == "Kiriman nomor 3 dan 4 sudah diterima DP3AP2KB Kota Tangerang."
    assert [each.state for each in send.sent_log(office)] == ["diterima", "diterima", "dikirim", "dikirim"]


def test_a_receipt_that_is_none_is_told_and_stops_nothing(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    (stick / "PUG_TandaTerima_x.pugtt").write_bytes(b"bukan tanda terima")
    look(qtbot, page, stick, 4)
    qtbot.waitUntil(page.found.receipt_problem.isVisible)
    assert "bukan tanda terima PUG" in page.found.receipt_problem.words
    assert states(page)[:2] == [State.READY, State.READY]


def test_bundles_that_never_came_are_named(qtbot: QtBot, page: ReceivePage) -> None:
    page._show_gaps((Gap("Dinas Kesehatan", (3, 5)),))
    words = "Kiriman nomor 3 dan 5 dari Dinas Kesehatan belum diterima. Minta flashdisknya, atau kiriman yang baru."
    assert page.found.gaps.words == words
    assert page.history.gaps.words == words


# --- step 2: what would change ---


def test_what_would_change_is_told_and_nothing_is_written(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    look(qtbot, page, stick, 4)
    foresee(qtbot, page)
    assert page.change.title.text() == "Yang akan berubah dari 2 kiriman"
    assert page.change.numbers.tiles["new"].count > 0
    assert page.change.model.rowCount() == 2
    assert page.wizard.next.text() == "Terima 2 kiriman"
    assert meet.meetings(three[1]) == ()
    assert receive.received_log(three[1]) == ()
    page.wizard.back.click()
    assert page.wizard.step == FOUND
    assert len(page.found.rows) == 4


def test_only_what_is_ticked_is_looked_at_and_taken_in(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    look(qtbot, page, stick, 4)
    page.found.rows[1].chosen.click()
    assert not page.found.all.isChecked()
    take_in(qtbot, page)
    assert states(page)[:2] == [State.DONE, State.READY]
    assert [row.total for row in meet.meetings(three[1])] == [1]


def test_with_nothing_ticked_there_is_no_way_on_and_the_page_says_why(
    qtbot: QtBot, page: ReceivePage, stick: Path
) -> None:
    look(qtbot, page, stick, 4)
    page.found.all.click()
    assert [row.chosen.isChecked() for row in page.found.rows[:2]] == [False, False]
    assert not page.wizard.next.isEnabled()
    assert page.wizard.hint == "Centang kiriman yang akan diterima."


def test_looking_ahead_can_be_stopped(
    qtbot: QtBot, page: ReceivePage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "foresee", endless)
    look(qtbot, page, stick, 4)
    page.wizard.next.click()
    qtbot.waitUntil(page.change.work.isVisible)
    page.change.work._cancel.click()
    qtbot.waitUntil(lambda: page.wizard.step == FOUND)


def endless(_ws: Workspace, _path: Path, step: Step) -> Received:
    while True:
        time.sleep(0.01)
        step(1, 2)


# --- step 3: the work ---


def test_all_that_can_come_in_comes_in_and_one_bad_stops_nothing(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three, ask: FakeAsk
) -> None:
    look(qtbot, page, stick, 4)
    foresee(qtbot, page)
    page._presenter.found[0].path.write_bytes(b"kosong")
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == RESULT)
    assert states(page)[:2] == [State.REFUSED, State.DONE]
    assert page.result.title.text() == "1 kiriman diterima · 1 ditolak"
    shown = " ".join(each.text() for each in page.result.findChildren(QLabel) if each.isVisibleTo(page.result))
    assert "Ini bukan berkas kiriman PUG" in shown
    assert "PUG-BUNDLE-001" in shown
    assert [(row.title, row.total) for row in meet.meetings(three[1])] == [("Rakor", 2)]
    assert ask.told == []


def test_while_bundles_come_in_the_other_pages_wait(
    qtbot: QtBot, page: ReceivePage, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    page.holding.connect(held.append)
    monkeypatch.setattr(receive, "take_in", endless)
    look(qtbot, page, stick, 4)
    foresee(qtbot, page)
    page.wizard.next.click()
    assert page.wizard.step == WORK
    assert held == [True]
    started = time.monotonic()
    qtbot.keyClick(page.work.cancel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.step == FOUND)
    assert time.monotonic() - started < 1
    assert held == [True, False]
    assert states(page)[:2] == [State.READY, State.READY]


def test_what_was_typed_elsewhere_is_saved_before_bundles_come_in(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    field, written = QLineEdit(page), list[object]()
    saver = AutoSave(field, field.text, lambda text: written.append((text, page.wizard.step)))
    look(qtbot, page, stick, 4)
    foresee(qtbot, page)
    qtbot.keyClicks(field, "Notula")
    assert saver.pending
    page.wizard.next.click()
    assert written == [("Notula", CHANGE)]
    qtbot.waitUntil(lambda: page.wizard.step == RESULT)


def test_a_cancel_at_any_twentieth_of_the_work_leaves_the_records_as_before(
    page: ReceivePage, stick: Path, three: Three
) -> None:
    city = three[1]
    path = sorted(stick.glob("PUG_*.pug"))[1]
    steps: list[tuple[int, int]] = []
    receive.foresee(city, path, lambda *step: steps.append(step))
    on_stick = sorted(stick.iterdir())
    for twentieth in range(20):
        left = len(steps) * twentieth // 20

        def stop(done: int, total: int) -> None:
            nonlocal left
            if left == 0:
                raise Cancelled
            left -= 1

        with pytest.raises(Cancelled):
            page._presenter.take_in(path, stop)
        assert meet.meetings(city) == ()
        assert receive.received_log(city) == ()
        assert [each for name in ("masuk", "tmp") for each in city.folder_for(name).iterdir()] == []
    assert sorted(stick.iterdir()) == on_stick


def test_a_full_disk_ends_the_round_and_is_told_once(
    qtbot: QtBot, page: ReceivePage, stick: Path, ask: FakeAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Received:
        raise errors.DiskFull(path=stick, needed=1, free=0)

    look(qtbot, page, stick, 4)
    foresee(qtbot, page)
    monkeypatch.setattr(receive, "take_in", full)
    page.wizard.next.click()
    qtbot.waitUntil(lambda: bool(ask.told))
    assert [type(each) for each in ask.told] == [errors.DiskFull]
    assert page.wizard.step == FOUND


# --- step 4: what came of it ---


def test_each_number_leads_to_its_records_and_a_record_to_its_page(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    look(qtbot, page, stick, 4)
    take_in(qtbot, page)
    tile = page.result.numbers.tiles["new"]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    qtbot.waitUntil(page.result.list.isVisible)
    titles = [str(page.result.model.index(row, 0).data()) for row in range(page.result.model.rowCount())]
    row = next(number for number, title in enumerate(titles) if title.startswith("Rakor"))
    page.result.list.selectRow(row)
    with qtbot.waitSignal(page.go_to) as told:
        qtbot.keyClick(page.result.list, Qt.Key.Key_Return)
    assert told.args == ["meeting", meet.meetings(three[1])[0].id]
    assert len(titles) == tile.count


def test_a_number_of_nothing_cannot_be_pressed(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    look(qtbot, page, stick, 4)
    take_in(qtbot, page)
    tile = page.result.numbers.tiles["conflict"]
    assert (tile.count, tile.pressable, tile.focusPolicy()) == (0, False, Qt.FocusPolicy.NoFocus)
    assert not page.result.decide.isVisible()


def test_conflicts_lead_to_the_page_where_they_are_decided(
    qtbot: QtBot, page: ReceivePage, three: Three, tmp_path: Path
) -> None:
    _province, city, office = three
    meeting = meet.create_meeting(office)
    edit.put(office, "meeting", meeting, title="Rakor")
    above = send.addressees(office)[0]
    receive.take_in(city, send.send(office, above, tmp_path).path)
    edit.put(city, "meeting", meeting, title="Rapat koordinasi")
    edit.put(office, "meeting", meeting, title="Rakor Pokja")
    carried = tmp_path / "STICK"
    carried.mkdir()
    send.send(office, above, carried)
    look(qtbot, page, carried, 1)
    foresee(qtbot, page)
    assert page.change.numbers.tiles["conflict"].count == 1
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == RESULT)
    assert page.result.numbers.tiles["conflict"].pressable
    assert "1 perlu keputusan: dua kantor mengisinya berbeda." in page.result.notes.text()
    with qtbot.waitSignal(page.go_to) as told:
        page.result.decide.click()
    assert told.args == ["decide", None]


def test_what_a_sender_may_not_write_and_what_waits_is_explained(page: ReceivePage) -> None:
    received = Received(
        "b", "Dinas", "opd", 1, "", "", parked=3, left_out=2, files_waiting=4, acknowledged=False, diverged=True
    )
    page.result.show_round((Found(Path("a.pug"), None, State.DONE, result=received),))
    words = page.result.notes.text()
    assert "3 ditunda: menunggu isian lain yang belum diterima" in words
    assert "2 isian tidak diambil alih, karena pengirim tidak berhak mengisinya." in words
    assert "4 berkas bukti dukung menyusul" in words
    assert "Ada kiriman sebelumnya yang belum sampai." in words
    assert "kiriman berikutnya dibuat lengkap" in words


def test_the_receipt_is_written_onto_the_stick_by_itself(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    look(qtbot, page, stick, 4)
    take_in(qtbot, page)
    qtbot.waitUntil(page.result.given.isVisible)
    assert page.result.given.words.startswith("Boleh dicabut. 1 tanda terima sudah ditulis ke KINGSTON")
    confirmed = receipts.read_receipts(three[2], stick)
    assert [each.seqs for each in confirmed] == [(1, 2)]


def test_a_receipt_that_cannot_be_written_is_no_failure_of_the_import(page: ReceivePage, stick: Path) -> None:
    page.result.show_round((Found(stick, None, State.DONE, result=Received("b", "Dinas", "opd", 1, "", "")),))
    page.result.show_given(Given(folder=stick, error=errors.StickReadOnly(path=stick)), "KINGSTON")
    assert page.result.not_given.words.startswith("Tanda terima belum tertulis, isiannya sudah masuk.")
    assert not page.result.given.isVisibleTo(page.result)


def test_after_a_dropped_file_the_person_is_asked_where_the_receipt_goes(
    qtbot: QtBot, page: ReceivePage, stick: Path, tmp_path: Path, ask: FakeAsk
) -> None:
    page.found.drop.dropped.emit((sorted(stick.glob("PUG_*.pug"))[0],))
    qtbot.waitUntil(lambda: len(page.found.rows) == 1)
    take_in(qtbot, page)
    assert list(stick.glob("*.pugtt")) == []
    target = tmp_path / "LAIN"
    target.mkdir()
    ask.answers = [target]
    page.result.give.click()
    qtbot.waitUntil(page.result.given.isVisible)
    assert len(list(target.glob("*.pugtt"))) == 1


def test_the_receipt_is_printed_for_each_bundle_of_the_round(
    qtbot: QtBot, page: ReceivePage, stick: Path, tmp_path: Path, ask: FakeAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("pug_desktop.ui.report.done_band.open_outside", lambda path: shown.append(path) or True)
    look(qtbot, page, stick, 4)
    take_in(qtbot, page)
    ask.answers = [tmp_path / "tanda.pdf"]
    page.result.print.click()
    qtbot.waitUntil(page.result.paper.isVisible)
    assert shown == [tmp_path / "tanda.pdf"]
    assert ask.asked[0][2] == "tanda-terima_dinas-kesehatan.pdf"


def test_what_came_in_before_is_said_to_be_known(qtbot: QtBot, page: ReceivePage, stick: Path) -> None:
    look(qtbot, page, stick, 4)
    take_in(qtbot, page)
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == FOUND and State.ALREADY in states(page))
    assert not page.wizard.next.isEnabled()
    assert page.history.model.rowCount() == 2


def test_bundles_are_taken_in_with_the_keyboard_alone(
    qtbot: QtBot, page: ReceivePage, stick: Path, three: Three
) -> None:
    page.found.places.show_sticks((plugged(stick),))
    qtbot.waitUntil(lambda: page.wizard.next.isEnabled())
    page.found.rows[1].chosen.setFocus()
    qtbot.keyClick(page.found.rows[1].chosen, Qt.Key.Key_Space)
    page.wizard.next.setFocus()
    qtbot.keyClick(page.wizard.next, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.next.isVisible() and page.focusWidget() is page.wizard.next)
    qtbot.keyClick(page.wizard.next, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.step == RESULT)
    assert [row.total for row in meet.meetings(three[1])] == [1]


# --- the other tabs ---


def kept(where: str, name: str = "PUG_1.pug", code: str = "PUG-BUNDLE-005") -> Kept:
    return Kept(
        Path(name), where, name, 1000, "2026-11-22T10:00:00+00:00", code, "Belum dikenal.", "Daftarkan.", "Dinas"
    )


def test_bundles_set_aside_stand_in_their_tabs_with_their_number(page: ReceivePage) -> None:
    page._show_past(Past(kept=(kept("karantina"), kept("karantina", "PUG_2.pug"), kept("menunggu", "PUG_3.pug"))))
    names = [page.tabs.tabText(number) for number in range(4)]
    assert names == ["Dari flashdisk", "Karantina (2)", "Menunggu pembaruan (1)", "Pernah diterima"]
    assert [card.kept.name for card in page.quarantine.cards] == ["PUG_1.pug", "PUG_2.pug"]


def test_a_bundle_in_quarantine_leads_to_the_key_cards_only_when_its_sender_is_unknown(
    qtbot: QtBot, page: ReceivePage
) -> None:
    page._show_past(Past(kept=(kept("karantina"), kept("karantina", "b.pug", "PUG-BUNDLE-006"))))
    first, second = page.quarantine.cards
    assert second.enrol.isHidden()
    with qtbot.waitSignal(page.go_to) as told:
        first.enrol.click()
    assert told.args == ["office", "keys"]


def test_a_bundle_is_thrown_away_only_after_a_question(
    qtbot: QtBot, page: ReceivePage, ask: FakeAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[Kept] = []
    monkeypatch.setattr(quarantine, "discard", lambda _ws, each: gone.append(each))
    page._show_past(Past(kept=(kept("karantina"),)))
    ask.answers = [False, True]
    page.quarantine.cards[0].discard.click()
    assert gone == []
    page.quarantine.cards[0].discard.click()
    assert [each.name for each in gone] == ["PUG_1.pug"]
    assert ask.asked[0][:2] == ("confirm", "Buang kiriman dari Dinas?")


def test_a_bundle_of_a_newer_program_is_kept_and_can_be_tried_again(
    qtbot: QtBot, page: ReceivePage, stick: Path, ask: FakeAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def again(_ws: Workspace, each: Kept, _step: Step) -> Received:
        tried.append(each.name)
        if len(tried) == 1:
            raise errors.FromNewerProgram(path=each.path)
        return Received("b", "Dinas", "opd", 1, "", "", new=3)

    monkeypatch.setattr(quarantine, "retry", again)
    page._show_past(Past(kept=(kept("menunggu"),)))
    page.waiting.cards[0].again.click()
    qtbot.waitUntil(lambda: bool(ask.told))
    page._show_past(Past(kept=(kept("menunggu"),)))
    page.waiting.cards[0].again.click()
    qtbot.waitUntil(lambda: bool(ask.informed))
    assert ask.informed == [("Kiriman dari Dinas diterima", "3 isian baru, 0 berubah, 0 perlu keputusan.")]


def test_a_lost_receipt_is_written_again_from_the_list(
    qtbot: QtBot, page: ReceivePage, stick: Path, tmp_path: Path, ask: FakeAsk, three: Three
) -> None:
    receive.take_in(three[1], sorted(stick.glob("PUG_*.pug"))[0])
    page.refresh()
    qtbot.waitUntil(lambda: page.history.model.rowCount() == 1)
    assert not page.history.give.isEnabled()
    page.tabs.setCurrentIndex(3)
    page.history.table.selectRow(0)
    ask.answers = [tmp_path]
    page.history.give.click()
    qtbot.waitUntil(page.history.said.isVisible)
    assert len(list(tmp_path.glob("*.pugtt"))) == 1
