"""The choice among several profiles."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pug_desktop.ui.first_start.chooser import ProfileChooser


def test_a_line_that_breaks_is_not_cut_off(qtbot: QtBot) -> None:
    made = ProfileChooser((), None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    for each in made.findChildren(QLabel):
        assert each.height() >= each.heightForWidth(each.width()), each.text()
