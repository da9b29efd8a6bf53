"""The frame of Kirim and Terima: four steps, two buttons, the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.ui.carry.wizard import Wizard
from pug_desktop.ui.flow import FlowLayout


def wizard(qtbot: QtBot) -> Wizard:
    made = Wizard(("Tujuan", "Isi", "Menulis", "Selesai"), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    for name in "abcd":
        made.add(QLabel(name))
    made.show()
    return made


def chips(made: Wizard) -> list[str]:
    return [each.text() for each in made.strip.findChildren(QLabel) if each.text()]


def test_steps_that_are_done_have_a_tick_and_the_present_one_is_spoken(qtbot: QtBot) -> None:
    made = wizard(qtbot)
    made.show_step(2)
    assert chips(made) == ["✓  Tujuan", "✓  Isi", "3  Menulis", "4  Selesai"]
    assert made.strip.accessibleName() == "Langkah 3 dari 4: Menulis"


def test_the_button_that_leads_on_tells_from_which_step(qtbot: QtBot) -> None:
    made = wizard(qtbot)
    made.show_step(1)
    made.offer(back=True, on="Tulis", ready=True)
    with qtbot.waitSignal(made.next_pressed) as on:
        qtbot.keyClick(made.next, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.back_pressed) as back:
        qtbot.keyClick(made.back, Qt.Key.Key_Space)
    assert (on.args, back.args) == ([1], [1])


def test_what_is_lacking_is_said_beside_a_button_that_cannot_be_pressed(qtbot: QtBot) -> None:
    made = wizard(qtbot)
    made.offer(back=False, on="Lanjut", ready=False, hint="Pilih flashdisk lebih dahulu.")
    assert not made.next.isEnabled()
    assert made.hint == "Pilih flashdisk lebih dahulu."
    assert not made.back.isVisible()


def test_buttons_without_room_stand_on_the_next_line_and_none_is_cut_off(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window, spacing=8)
    buttons = [QPushButton("KINGSTON (E:) 14 GB kosong") for _ in range(4)]
    for each in buttons:
        flow.addWidget(each)
    wide = buttons[0].sizeHint().width()
    window.resize(2 * wide + 20, 300)
    window.show()
    assert {each.y() for each in buttons} == {buttons[0].y(), buttons[2].y()}
    assert buttons[2].y() > buttons[0].y()
    assert max(each.geometry().right() for each in buttons) < window.width()
    assert flow.minimumSize().width() <= wide
