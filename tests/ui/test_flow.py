"""A row that goes on in the next line."""

from PySide6.QtWidgets import QLabel, QWidget

from pug_desktop.ui import parts
from pug_desktop.ui.flow import FlowLayout


def row(qtbot, width, count=3):
    box = QWidget()
    qtbot.addWidget(box)
    layout = FlowLayout(box, spacing=10)
    labels = [QLabel(box) for _ in range(count)]
    for each in labels:
        each.setFixedSize(100, 20)
        layout.addWidget(each)
    box.resize(width, 200)
    box.show()
    return box, layout, [(each.x(), each.y()) for each in labels]


def test_with_room_all_stand_in_one_line(qtbot):
    _box, layout, places = row(qtbot, 320)
    assert places == [(0, 0), (110, 0), (220, 0)]
    assert (layout.heightForWidth(320), layout.sizeHint().width()) == (20, 320)


def test_without_room_they_go_on_below(qtbot):
    _box, layout, places = row(qtbot, 319)
    assert places == [(0, 0), (110, 0), (0, 30)]
    assert layout.heightForWidth(319) == 50
    assert layout.heightForWidth(50) == 3 * 20 + 2 * 10
    assert layout.minimumSize().width() == 100


def test_what_is_hidden_takes_no_room(qtbot):
    box, layout, _places = row(qtbot, 320)
    box.findChildren(QLabel)[0].hide()
    assert layout.sizeHint().width() == 210
    layout.activate()
    assert box.findChildren(QLabel)[1].x() == 0


def test_it_can_be_emptied(qtbot):
    _box, layout, _places = row(qtbot, 320)
    parts.clear(layout)
    assert (layout.count(), layout.itemAt(0), layout.takeAt(0)) == (0, None, None)
    assert layout.heightForWidth(320) == 0


def test_segments_that_wrap_show_all_their_words(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    strip = parts.Segments([(str(number), f"Keadaan nomor {number}") for number in range(5)], "Status", box, wraps=True)
    needed = strip.layout().sizeHint().width()
    assert strip.minimumSizeHint().width() < needed / 3
    assert strip.heightForWidth(needed // 2) > strip.heightForWidth(needed)
