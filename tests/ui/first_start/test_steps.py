"""The first start can be done with the keyboard alone, and writes nothing before its last button."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from pug_desktop.ui import style
from pug_desktop.ui.first_start.presenter import NewProfile
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.main_window import MainWindow


@pytest.fixture
def steps(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = FirstSteps(window)
    made.resize(1100, 650)
    window.resize(1100, 650)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield made
    window.close()


def press(qtbot, key, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key)


def tab_to(qtbot, wanted):
    for _ in range(40):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {wanted}")


def test_the_keyboard_is_enough(steps, qtbot):
    steps._roles.button(0).setFocus()
    press(qtbot, Qt.Key.Key_Space)
    tab_to(qtbot, steps._next)
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is steps.region.province.line
    qtbot.keyClicks(steps.region.province.line, "banten")
    assert steps.region.province.code() == "36"
    tab_to(qtbot, steps.region.regency.line)
    qtbot.keyClicks(steps.region.regency.line, "tangerang")
    press(qtbot, Qt.Key.Key_Down, 2)
    assert steps.region.region_code() == "36.71"
    tab_to(qtbot, steps.office)
    qtbot.keyClicks(steps.office, "Dinas Kesehatan")
    tab_to(qtbot, steps._next)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.keyClicks(steps.first, "rahasia")
    tab_to(qtbot, steps.second)
    qtbot.keyClicks(steps.second, "rahasia")
    tab_to(qtbot, steps._next)
    with qtbot.waitSignal(steps.create_wanted) as wanted:
        press(qtbot, Qt.Key.Key_Return)
    assert wanted.args == [NewProfile("opd", "36.71", "Dinas Kesehatan", "rahasia")]


def test_one_cannot_go_on_before_a_step_is_complete(steps):
    assert not steps._next.isEnabled()
    steps.fill("kabkota", "36.71", "")
    steps.go_on()
    assert not steps._next.isEnabled()
    steps.fill("kabkota", "36.71", "Pokja")
    assert steps._next.isEnabled()


@pytest.mark.parametrize("percent", [100, 175])
def test_the_rows_of_the_lists_do_not_overlap(qapp, qtbot, percent):
    style.apply(qapp, percent)
    try:
        window = MainWindow()
        qtbot.addWidget(window)
        made = FirstSteps(window)
        made.fill("kabkota", "36.71", "Pokja")
        window.show_first(made)
        window.show()
        made.go_on()
        for each in (made.region.province.list, made.region.regency.list):
            boxes = [each.visualItemRect(each.item(number)) for number in range(each.count())]
            assert min(box.height() for box in boxes) >= each.fontMetrics().height() + 12
            assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
    finally:
        style.apply(qapp)


def test_a_name_is_not_promised_to_be_changeable(steps):
    assert not [each for each in steps.findChildren(QLabel) if "diubah" in each.text()]


def test_a_provincial_office_has_no_regency(steps):
    steps.fill("provinsi", "36", "DP3AKKB")
    steps.go_on()
    assert steps.region.regency.isHidden()
    assert steps.wanted() == NewProfile("provinsi", "36", "DP3AKKB")


def test_two_different_passphrases_do_not_do(steps, qtbot):
    steps.fill("kabkota", "36.71", "Pokja")
    steps.go_on()
    steps.go_on()
    qtbot.keyClicks(steps.first, "satu")
    qtbot.keyClicks(steps.second, "dua")
    assert not steps._next.isEnabled()
    assert steps._differs.text()


def test_going_back_keeps_what_was_entered(steps):
    steps.fill("kabkota", "36.71", "Pokja")
    steps.go_on()
    steps._go_back()
    steps.go_on()
    assert steps.wanted() == NewProfile("kabkota", "36.71", "Pokja")


@pytest.mark.parametrize(("role", "region"), [("opd", "36.71"), ("kabkota", "36.71"), ("provinsi", "36")])
def test_the_practice_profile_is_one_press_away(steps, qtbot, role, region):
    steps.fill(role, region, "")
    with qtbot.waitSignal(steps.create_wanted) as wanted:
        qtbot.mouseClick(steps._practice, Qt.MouseButton.LeftButton)
    made = wanted.args[0]
    assert (made.role, made.region_code, made.practice) == (role, region, True)
    assert made.office_name


def test_all_inputs_have_names(steps):
    assert all(each.accessibleName() for each in steps.findChildren(QLineEdit))
