from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.carry.sticks import Stick, StickWatcher
from tests.ui.fakes import FakeAsk

KINGSTON = Stick(Path("/media/siti/KINGSTON"), "KINGSTON (E:)", 1 << 30, 16 << 30, False)
LOCKED = Stick(Path("/media/siti/LAMA"), "LAMA (F:)", 0, 1 << 30, True)


def picker(qtbot: QtBot, ask: FakeAsk) -> PlacePicker:
    made = PlacePicker(ask, "Ke mana?", None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.watcher._find = tuple  # no stick of this computer
    return made


def names(made: PlacePicker) -> list[str]:
    return [each.accessibleName() for each in made.findChildren(QPushButton) if not each.isHidden()]


def press(made: PlacePicker, name: str) -> None:
    next(
        each for each in made.findChildren(QPushButton) if each.accessibleName() == name and not each.isHidden()
    ).click()


def test_a_stick_that_arrives_is_offered_as_a_button(qtbot: QtBot) -> None:
    made = picker(qtbot, FakeAsk())
    made.show_sticks((KINGSTON, LOCKED))
    assert names(made) == ["KINGSTON (E:)", "LAMA (F:)", "Pilih folder…"]


def test_pressing_a_stick_chooses_its_root(qtbot: QtBot) -> None:
    made = picker(qtbot, FakeAsk())
    made.show_sticks((KINGSTON,))
    with qtbot.waitSignal(made.chosen) as told:
        press(made, "KINGSTON (E:)")
    assert told.args == [KINGSTON.root]
    assert made.place == KINGSTON.root


def test_a_chosen_stick_that_is_pulled_out_is_chosen_no_more(qtbot: QtBot) -> None:
    made = picker(qtbot, FakeAsk())
    made.show_sticks((KINGSTON,))
    made.choose(KINGSTON.root)
    with qtbot.waitSignal(made.chosen) as told:
        made.show_sticks(())
    assert told.args == [None]


def test_a_folder_stays_chosen_when_a_stick_goes(qtbot: QtBot, tmp_path: Path) -> None:
    made = picker(qtbot, FakeAsk([tmp_path]))
    made.show_sticks((KINGSTON,))
    press(made, "Pilih folder…")
    made.show_sticks(())
    assert made.place == tmp_path


def test_the_watcher_tells_only_of_changes(qtbot: QtBot) -> None:
    there: list[tuple[Stick, ...]] = [(), (KINGSTON,), (KINGSTON,), ()]
    told: list[tuple[Stick, ...]] = []
    window = QWidget()
    qtbot.addWidget(window)
    watcher = StickWatcher(window, lambda: there.pop(0))
    watcher.changed.connect(told.append)
    for _ in range(4):
        watcher.look()
    assert told == [(), (KINGSTON,), ()]


FULL = Stick(Path("/media/siti/PENUH"), "PENUH (G:)", 1000, 4 << 30, False)


def eager(qtbot: QtBot) -> PlacePicker:
    made = PlacePicker(FakeAsk(), "Ke mana?", None, only_one=True)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.watcher._find = tuple
    return made


def test_without_a_stick_the_person_is_told_to_plug_one_in(qtbot: QtBot) -> None:
    made = eager(qtbot)
    made.show_sticks(())
    assert made.words.startswith("Belum ada flashdisk.")
    assert made.place is None


def test_a_stick_that_is_alone_is_chosen_by_itself(qtbot: QtBot) -> None:
    made = eager(qtbot)
    with qtbot.waitSignal(made.chosen) as told:
        made.show_sticks((KINGSTON,))
    assert told.args == [KINGSTON.root]
    assert (made.stick, made.words) == (KINGSTON, "")


def test_of_several_sticks_none_is_chosen_for_the_person(qtbot: QtBot) -> None:
    made = eager(qtbot)
    made.show_sticks((KINGSTON, LOCKED))
    assert made.place is None
    assert made.words == "Ada 2 flashdisk. Pilih yang dipakai."


def test_when_the_chosen_stick_goes_the_other_one_is_not_taken_in_silence(qtbot: QtBot) -> None:
    made = eager(qtbot)
    made.show_sticks((KINGSTON, FULL))
    made.choose(KINGSTON.root)
    made.show_sticks((FULL,))
    assert made.place is None


def test_locked_and_full_sticks_say_so(qtbot: QtBot) -> None:
    made = picker(qtbot, FakeAsk())
    made.show_sticks((LOCKED, FULL))
    words = [each.toolTip() for each in made.findChildren(QPushButton) if not each.isHidden()]
    assert words[:2] == ["terkunci: hanya bisa dibaca", "penuh: tidak ada ruang"]
    assert (LOCKED.is_full, FULL.is_full, KINGSTON.is_full) == (True, True, False)


def test_who_chose_a_folder_goes_on_from_there_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    made = picker(qtbot, FakeAsk([tmp_path]))
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: names(made) == ["Pilih folder…"])
    other = next(each for each in made.findChildren(QPushButton) if not each.isHidden())
    other.setFocus()
    other.click()
    qtbot.waitUntil(lambda: len(names(made)) == 2)
    held = made.window().focusWidget()
    assert isinstance(held, QPushButton)
    assert held.accessibleName() == tmp_path.name
