"""Files that the program is started with come to the preview of their page, now or as soon as a profile is open."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from pug_desktop import __main__, errors
from pug_desktop.app import attend, edit, enrol, meet, receive, send
from pug_desktop.app.instance import Instance, place_of
from pug_desktop.app.preferences import read_preferences
from pug_desktop.ui.application import Program
from pug_desktop.ui.carry.sticks import Stick
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.given_files import sort_files
from pug_desktop.ui.office.page import OfficePage
from pug_desktop.ui.receive.page import CHANGE, FOUND, ReceivePage
from tests.ui.fakes import FakeAsk
from tests.ui.workspaces import make, make_three, opened


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Three closed profiles, a bundle of the office for the city, one that is none, and a request for a key card."""
    base = tmp_path_factory.mktemp("dunia")
    three = make_three(base)
    with opened(*three):
        (base / "FLASH").mkdir()
        meeting = meet.create_meeting(three[2])
        edit.put(three[2], "meeting", meeting, title="Rakor")
        attend.add(three[2], meeting, name="Siti", sex="P")
        send.send(three[2], send.addressees(three[2])[0], base / "FLASH")
        (base / "FLASH" / "Bukan.pug").write_bytes(b"halo dunia " * 100)
    return base


@pytest.fixture
def world(built, tmp_path):
    return Path(shutil.copytree(built, tmp_path / "dunia"))


@pytest.fixture
def bundle(world):
    return next((world / "FLASH").glob("PUG_*.pug"))


@pytest.fixture
def start(qapp, qtbot, monkeypatch):
    programs = []

    def begin(folder=None, files=(), instance=None):
        made = Program(qapp, read_preferences(), folder, files, instance)
        made.window.ask = FakeAsk()
        made.window.jobs.tell = made.window.ask.tell
        monkeypatch.setattr("pug_desktop.ui.carry.sticks.StickWatcher.start", lambda _self: None)
        programs.append(made)
        made.window.show()
        return made

    yield begin
    for each in programs:
        each.stop_listening()
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()


def page(program, kind):
    shown = program.window.stack.currentWidget()
    return shown if isinstance(shown, kind) else None


def previewed(program):
    shown = page(program, ReceivePage)
    return shown is not None and shown.wizard.step == CHANGE and not shown._looking


def rows(program):
    shown = page(program, ReceivePage)
    return len(shown.found.rows) if shown is not None else 0


# --- which words are files ---


@pytest.mark.parametrize(
    ("words", "folder", "names"),
    [
        ([], None, []),
        (["--profile", "p"], "p", []),
        (["a.pug"], None, ["a.pug"]),
        (["--profile", "p", "a.pug", "b.PUGKEY"], "p", ["a.pug", "b.PUGKEY"]),
        (["E:\\Kiriman\\a.pug"], None, ["E:\\Kiriman\\a.pug"]),
        (["catatan.txt"], None, ["catatan.txt"]),
    ],
)
def test_files_open_the_window(words, folder, names, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert __main__._window_wanted(words) == (
        None if folder is None else Path(folder),
        tuple(tmp_path / name for name in names),
    )


@pytest.mark.parametrize(
    "words", [["doctor"], ["--version"], ["--profile", "p", "doctor"], ["import", "a.pug"], ["a.pug", "--json"]]
)
def test_verbs_do_not(words):
    assert __main__._window_wanted(words) is None


def test_a_file_that_is_missing_or_of_another_kind_has_a_sentence(tmp_path):
    (tmp_path / "surat.docx").write_bytes(b"x")
    (tmp_path / "a.PUG").write_bytes(b"x")
    found = sort_files([tmp_path / name for name in ("surat.docx", "a.PUG", "tidak-ada.pug", "a.PUG")] + [tmp_path])

    assert found.bundles == (tmp_path / "a.PUG", tmp_path)
    assert [type(each) for each in found.problems] == [errors.NotToBeOpened, errors.FileUnreadable]


# --- bundles ---


def test_a_bundle_comes_to_its_preview_and_is_not_taken_in(start, qtbot, world, bundle):
    program = start(world / "kab", (bundle,))
    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)

    shown = page(program, ReceivePage)
    assert shown.wizard.next.text() == "Terima 1 kiriman"
    assert shown.found.places.place == bundle.parent
    assert receive.received_log(program.window.workspace) == ()
    assert program.files.waiting == ()


def test_a_stick_that_is_found_afterwards_does_not_take_the_preview_away(start, qtbot, world, bundle):
    program = start(world / "kab", (bundle,))
    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)
    places = page(program, ReceivePage).found.places
    places.show_sticks((Stick(bundle.parent, "FLASH", 1000, 500, False),))
    qtbot.wait(50)

    assert previewed(program)
    assert places.stick is not None


def test_with_one_that_is_refused_the_reasons_come_first(start, qtbot, world, bundle):
    program = start(world / "kab", (bundle, bundle.parent / "Bukan.pug"))
    qtbot.waitUntil(lambda: rows(program) == 2, timeout=20_000)

    assert page(program, ReceivePage).wizard.step == FOUND


def test_before_there_is_a_profile_the_files_wait_and_the_window_says_so(start, qtbot, bundle):
    program = start(None, (bundle,))
    qtbot.waitUntil(lambda: page(program, FirstSteps) is not None)

    assert program.files.waiting == (bundle,)
    assert "akan dibuka setelah profil siap" in program.window.profile_label.text()
    # The name of a file is no page of the web.
    assert program.window.profile_label.textFormat() == Qt.TextFormat.PlainText


def test_files_of_other_kinds_are_told(start, qtbot, world, tmp_path):
    (tmp_path / "surat.docx").write_bytes(b"x")
    program = start(world / "kab", (tmp_path / "surat.docx", tmp_path / "hilang.pug"))
    qtbot.waitUntil(lambda: len(program.window.ask.told) == 2, timeout=20_000)

    assert [each.code for each in program.window.ask.told] == ["PUG-USE-016", "PUG-IN-001"]


# --- key cards ---


def test_a_request_for_a_key_card_comes_to_the_page_of_key_cards(start, qtbot, world):
    program = start(world / "kab", tuple(sorted((world / "kunci").glob("Permohonan_36.71_Dinas*.pugkey"))))
    qtbot.waitUntil(lambda: page(program, OfficePage) is not None, timeout=20_000)
    keys = page(program, OfficePage).keys

    assert page(program, OfficePage).tabs.currentWidget() is keys
    assert [card.found.request.office.name for card in keys.files] == ["Dinas Kesehatan"]
    assert keys.files[0].button.isVisible()
    assert program.window.ask.told == []


def test_a_key_card_for_another_office_is_told(start, qtbot, world):
    card = next((world / "kunci").glob("Kartu*Dinas*.pugkey"))
    program = start(world / "kab", (card,))
    qtbot.waitUntil(lambda: bool(program.window.ask.told), timeout=20_000)

    assert [each.code for each in program.window.ask.told] == ["PUG-KEY-005"]


def test_a_card_that_is_in_use_is_no_mistake(start, qtbot, world):
    program = start(world / "opd", (next((world / "kunci").glob("Kartu*Dinas*.pugkey")),))
    qtbot.waitUntil(lambda: bool(program.window.ask.informed), timeout=20_000)

    assert program.window.ask.informed[0][0] == "Kartu kunci ini sudah terpasang"
    assert program.window.ask.told == []


def test_an_office_cannot_answer_a_request(start, qtbot, world):
    program = start(world / "opd", (next((world / "kunci").glob("Permohonan*DP3*.pugkey")),))
    qtbot.waitUntil(lambda: bool(program.window.ask.told), timeout=20_000)

    assert [each.code for each in program.window.ask.told] == ["PUG-USE-005"]


# --- another start ---


def test_what_another_start_brings_is_shown_in_the_open_window(start, qtbot, world, bundle):
    mine = Instance(place_of(None))
    assert mine.claim()
    program = start(world / "kab", (), mine)
    qtbot.waitUntil(lambda: program.window.workspace is not None, timeout=20_000)
    program.window.showMinimized()
    request = Instance(mine.folder).ask((bundle,))

    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)
    assert not request.exists()
    assert not program.window.isMinimized()
    program.stop_listening()
    assert Instance(mine.folder).claim()


def test_a_window_that_is_closing_takes_nothing_up_any_more(start, qtbot, world):
    mine = Instance(place_of(None))
    assert mine.claim()
    program = start(world / "kab", (), mine)
    qtbot.waitUntil(lambda: mine.who() is not None, timeout=20_000)
    qtbot.waitUntil(lambda: program.window.workspace is not None, timeout=20_000)
    program.window.close()

    assert mine.who() is None
    assert not Instance(mine.folder).claim()
    program.stop_listening()
    assert Instance(mine.folder).claim()


def test_while_a_question_is_open_the_files_wait_and_the_question_stays(start, qtbot, world, bundle):
    program = start(world / "kab")
    qtbot.waitUntil(lambda: program.window.workspace is not None, timeout=20_000)
    question = QDialog(program.window)
    seen = []

    def look() -> None:
        program.files.give((bundle,))
        seen.append((QApplication.activeModalWidget() is question, program.files.waiting))
        QTimer.singleShot(400, lambda: (seen.append(program.files.waiting), question.reject()))

    QTimer.singleShot(0, look)
    question.exec()
    question.deleteLater()

    assert seen == [(True, (bundle,)), (bundle,)]
    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)


def test_while_bundles_are_taken_in_the_files_wait(start, qtbot, world, bundle):
    program = start(world / "kab")
    qtbot.waitUntil(lambda: program.window.workspace is not None, timeout=20_000)
    program.window.hold(True)
    program.files.give((bundle,))

    qtbot.wait(400)
    assert program.files.waiting == (bundle,)
    program.window.hold(False)
    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)


def test_what_is_half_typed_on_another_page_is_saved_and_stays(start, qtbot, world, bundle):
    program = start(world / "kab")
    qtbot.waitUntil(lambda: program.window.workspace is not None, timeout=20_000)
    meeting = meet.create_meeting(program.window.workspace)
    program.window.go_to("meeting", meeting)
    before = program.window.stack.currentWidget()
    program.files.give((bundle,))

    qtbot.waitUntil(lambda: previewed(program), timeout=20_000)
    program.window.go_to("meeting")
    assert program.window.stack.currentWidget() is before


def test_the_bundle_of_an_unknown_sender_is_shown_with_its_reason(start, qtbot, world, tmp_path):
    province, city = (
        make(tmp_path / "p2", "provinsi", "31", "DPPAPP"),
        make(tmp_path / "k2", "kabkota", "31.71", "Suku"),
    )
    with opened(province, city):
        (tmp_path / "kartu").mkdir()
        asked = enrol.request(city, tmp_path / "kartu")
        enrol.accept(city, enrol.approve(province, asked, tmp_path / "kartu", in_person=True), in_person=True)
        sent = send.send(city, send.find_addressee(city), tmp_path).path
    program = start(world / "kab", (sent,))
    qtbot.waitUntil(lambda: rows(program) == 1, timeout=20_000)

    assert page(program, ReceivePage).wizard.step == FOUND
    assert page(program, ReceivePage).found.rows[0].found.problem is not None
