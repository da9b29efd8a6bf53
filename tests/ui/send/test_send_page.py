"""The page Kirim writes a real bundle into a folder, in four steps."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pug_desktop.app import digest, edit, evidence, meet, receipts, receive, send
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.errors import StickGone
from pug_desktop.progress import Cancelled, Step
from pug_desktop.ui.carry.sticks import Stick
from pug_desktop.ui.send.page import DONE, WHAT, WHERE, WORK, SendPage
from tests.ui.fakes import FakeAsk
from tests.ui.workspaces import make, make_three, opened, window_jobs
from tests.ui.world import open_copy


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three profiles with their key cards, closed; made once, since keys take a moment."""
    base = tmp_path_factory.mktemp("dunia")
    made = make_three(base)
    with opened(*made):
        meeting = meet.create_meeting(made[2])
        edit.put(made[2], "meeting", meeting, title="Rakor")
        paper = base / "undangan.txt"
        paper.write_text("Undangan rapat " * 200)
        evidence.attach(made[2], "meeting", meeting, paper)
    return base


@pytest.fixture
def three(built: Path, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    made = [open_copy(built / name, tmp_path / name) for name in ("prov", "kab", "opd")]
    with opened(*made):
        yield made[0], made[1], made[2]


@pytest.fixture
def office(three: tuple[Workspace, Workspace, Workspace]) -> Workspace:
    return three[2]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "KINGSTON"
    made.mkdir()
    return made


def plugged(root: Path, *, free: int = 8 << 30, read_only: bool = False) -> Stick:
    return Stick(root, f"{root.name} (E:)", free, 16 << 30, read_only)


def page_of(qtbot: QtBot, workspace: Workspace, ask: FakeAsk) -> SendPage:
    made = SendPage(workspace, ask, window_jobs(qtbot, ask.tell), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.where.places.watcher._find = tuple
    made.resize(1100, 680)
    made.refresh()
    made.show()
    return made


def told_what(qtbot: QtBot, page: SendPage) -> None:
    """Go to step 2 and wait for the answer."""
    page.wizard.next.click()
    assert page.wizard.step == WHAT
    qtbot.waitUntil(lambda: page._look.preview is not None or page._look.error is not None)


def write(qtbot: QtBot, page: SendPage, stick: Path) -> None:
    page.where.places.choose(stick)
    told_what(qtbot, page)
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == DONE)


# --- step 1 ---


def test_without_a_key_card_the_page_says_why_and_leads_on(qtbot: QtBot, ask: FakeAsk, tmp_path: Path) -> None:
    lonely = make(tmp_path / "opd")
    with opened(lonely):
        page = page_of(qtbot, lonely, ask)
        assert page._lacking_title.text() == "Perangkat ini belum punya kartu kunci"
        assert not page.wizard.isVisible()
        with qtbot.waitSignal(page.go_to) as told:
            page._lacking_go.click()
        assert told.args == ["office", "keys"]


def test_a_practice_profile_is_told_that_it_cannot_send(qtbot: QtBot, ask: FakeAsk, tmp_path: Path) -> None:
    practice = create_profile(
        tmp_path / "latihan", role="opd", region_code="36.71", office_name="Latihan", practice=True
    )
    with opened(practice):
        page = page_of(qtbot, practice, ask)
        assert page._lacking_title.text() == "Ini profil latihan"
        assert not page._lacking_go.isVisible()


@pytest.mark.parametrize(
    ("sticks", "ready", "says"),
    [
        ((), False, "Tancapkan atau pilih flashdisk lebih dahulu."),
        (({},), True, ""),
        (({}, {}), False, "Tancapkan atau pilih flashdisk lebih dahulu."),
        (({"read_only": True},), False, "Flashdisk ini terkunci."),
        (({"free": 1000},), False, "Flashdisk ini penuh."),
    ],
    ids=["none", "one", "several", "read-only", "full"],
)
def test_each_state_of_the_sticks_is_told(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, tmp_path: Path, sticks: tuple[dict, ...], ready: bool, says: str
) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.show_sticks(
        tuple(plugged(tmp_path / f"STICK{number}", **each) for number, each in enumerate(sticks))
    )
    assert page.wizard.next.isEnabled() == ready
    assert page.wizard.hint.startswith(says)
    assert bool(page.wizard.hint) != ready


def test_what_was_saved_sent_and_arrived_is_told_for_each_office(
    qtbot: QtBot, ask: FakeAsk, three: tuple[Workspace, Workspace, Workspace], stick: Path
) -> None:
    _province, city, office = three
    page = page_of(qtbot, office, ask)
    table = page.where.standing
    qtbot.waitUntil(table.isVisible)

    def row() -> list[str]:
        return [str(table.model.index(0, column).data()) for column in range(4)]

    assert row()[:3] == ["DP3AP2KB Kota Tangerang", "belum pernah", "–"]
    sent = send.send(office, send.addressees(office)[0], stick)
    page.refresh()
    qtbot.waitUntil(lambda: row()[1].startswith("no. 1"))
    assert row()[2] == "belum, 1 kiriman"
    receive.take_in(city, sent.path)
    receipts.write_receipt(city, sent.bundle_id, stick)
    receipts.read_receipts(office, stick)
    page.refresh()
    qtbot.waitUntil(lambda: row()[2].startswith("ya, "))
    assert row()[3] == "tidak ada"
    assert page.log.model.index(0, 5).data() == "diterima"


def test_with_a_single_office_there_is_nothing_to_choose_and_with_several_there_is(
    qtbot: QtBot, ask: FakeAsk, three: tuple[Workspace, Workspace, Workspace]
) -> None:
    alone, several = page_of(qtbot, three[2], ask), page_of(qtbot, three[1], ask)
    assert alone.where.only.text() == "Untuk DP3AP2KB Kota Tangerang: ditulis ke flashdisk mana"
    assert not alone.where._whom.isVisible()
    assert several.where._whom.isVisible()


def test_an_office_of_the_table_can_be_chosen_with_enter(
    qtbot: QtBot, ask: FakeAsk, three: tuple[Workspace, Workspace, Workspace]
) -> None:
    page = page_of(qtbot, three[1], ask)
    qtbot.waitUntil(page.where.standing.isVisible)
    page.where.standing.table.selectRow(1)
    qtbot.keyClick(page.where.standing.table, Qt.Key.Key_Return)
    assert page._presenter.addressee is not None
    assert page._presenter.addressee.office_name == "Dinas Kesehatan"


# --- step 2 ---


def test_what_goes_is_told_before_anything_is_written(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    assert page.what.counts.text().startswith("1 rapat")
    assert page.what.evidence.text().startswith("1 berkas ikut")
    assert "nama dan jabatan pimpinan rapat" in page.what.personal.text()
    assert page.what.room.text().startswith("Perlu kira-kira")
    assert list(stick.iterdir()) == []
    page.wizard.back.click()
    assert page.wizard.step == WHERE


def test_the_evidence_can_be_limited_and_then_follows_later(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    page.what.budget.setValue(0)
    page.what.limited.click()
    qtbot.waitUntil(lambda: "menyusul" in page.what.evidence.text())
    assert page.what.evidence.text().startswith("Tidak ada berkas yang ikut\n1 berkas menyusul")
    page.wizard.next.click()
    qtbot.waitUntil(lambda: page.wizard.step == DONE)
    assert "1 berkas bukti dukung menyusul" in page.done._follows.text()


def test_everything_can_be_sent_again(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    real = send.preview

    def noted(*words: object, full: bool = False, budget: int | None = None, lang: str = "id") -> send.SendPreview:
        asked.append(full)
        return real(*words, full=full, budget=budget, lang=lang)  # type: ignore[arg-type]

    monkeypatch.setattr(send, "preview", noted)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    page.what.full.click()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked == [False, True]


def test_a_full_stick_is_told_before_anything_is_written(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pug_desktop.bundle.stick.free_bytes", lambda _path: 100)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    qtbot.waitUntil(lambda: page.what.room.text().startswith("Tidak muat:"))
    assert not page.wizard.next.isEnabled()


def test_a_stick_that_is_pulled_out_before_writing_leads_back(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.show_sticks((plugged(stick),))
    told_what(qtbot, page)
    page.where.places.show_sticks(())
    assert page.wizard.step == WHERE
    assert not page.wizard.next.isEnabled()


# --- steps 3 and 4 ---


def test_the_bundle_lies_on_the_stick_and_may_be_pulled_out(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path
) -> None:
    page = page_of(qtbot, office, ask)
    write(qtbot, page, stick)
    written = list(stick.glob("*.pug"))
    assert len(written) == 1
    assert page.done.title.text() == "Boleh dicabut"
    assert page.done.what.text().startswith("Kiriman nomor 1 untuk DP3AP2KB Kota Tangerang: 1 rapat")
    assert written[0].name in page.done.files.text()
    assert page.log.model.rowCount() == 1
    assert not page.wizard.back.isVisible()
    page.where.places.choose(None)
    assert page.wizard.step == DONE
    page.wizard.next.click()
    assert page.wizard.step == WHERE


def test_before_it_was_read_back_nothing_says_that_the_stick_may_go(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*words: object, **more: object) -> send.Sent:
        step: Step = words[3]  # type: ignore[assignment]
        while True:
            time.sleep(0.01)
            step(1, 2)

    monkeypatch.setattr(send, "send", slow)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    page.wizard.next.click()
    assert page.wizard.step == WORK
    assert not page.done.isVisible()
    assert not page.wizard.next.isVisible()
    qtbot.waitUntil(lambda: page.work._percent.text() == "50 %")
    started = time.monotonic()
    qtbot.keyClick(page.work.cancel, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.step == WHAT)
    assert time.monotonic() - started < 1
    assert ask.told == []


def test_a_stick_that_goes_while_writing_is_told_and_the_page_is_ready_again(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise StickGone(path=stick)

    monkeypatch.setattr(send, "send", gone)
    page = page_of(qtbot, office, ask)
    page.where.places.choose(stick)
    told_what(qtbot, page)
    page.wizard.next.click()
    qtbot.waitUntil(lambda: bool(ask.told))
    assert [type(error) for error in ask.told] == [StickGone]
    assert page.wizard.step == WHAT


def test_a_cancel_at_any_twentieth_of_the_work_leaves_stick_and_records_as_before(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, tmp_path: Path
) -> None:
    page = page_of(qtbot, office, ask)
    steps: list[tuple[int, int]] = []
    send.send(office, send.addressees(office)[0], tmp_path, lambda *step: steps.append(step))
    page.where.places.choose(stick)
    (stick / "Foto.jpg").write_bytes(b"x")
    before = digest.digest(office)
    for twentieth in range(20):
        left = len(steps) * twentieth // 20

        def stop(done: int, total: int) -> None:
            nonlocal left
            if left == 0:
                raise Cancelled
            left -= 1

        with pytest.raises(Cancelled):
            page._presenter.send(stop)
        assert [each.name for each in stick.iterdir()] == ["Foto.jpg"]
        assert digest.digest(office) == before
    states = {each.state for each in send.sent_log(office)}
    assert states == {"dikirim", "batal"}


def test_the_covering_letter_is_printed_where_the_person_wants_it(
    qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("pug_desktop.ui.report.done_band.open_outside", lambda path: shown.append(path) or True)
    page = page_of(qtbot, office, ask)
    write(qtbot, page, stick)
    ask.answers = [tmp_path / "surat.pdf"]
    page.done.letter.click()
    qtbot.waitUntil(page.done.paper.isVisible)
    assert shown == [tmp_path / "surat.pdf"]
    assert (tmp_path / "surat.pdf").read_bytes().startswith(b"%PDF")
    assert ask.asked[0][2] == "surat-pengantar_dp3ap2kb-kota-tangerang_0001.pdf"


def test_a_bundle_is_sent_with_the_keyboard_alone(qtbot: QtBot, ask: FakeAsk, office: Workspace, stick: Path) -> None:
    page = page_of(qtbot, office, ask)
    page.where.places.show_sticks((plugged(stick),))
    page.wizard.next.setFocus()
    qtbot.keyClick(page.wizard.next, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.next.isEnabled() and page.focusWidget() is page.wizard.next)
    qtbot.keyClick(page.wizard.next, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.wizard.step == DONE)
    qtbot.waitUntil(lambda: page.focusWidget() is page.wizard.next)
    assert len(list(stick.glob("*.pug"))) == 1
