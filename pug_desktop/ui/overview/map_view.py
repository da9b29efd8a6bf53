"""The heat map in the window: the drawing of the papers, with a cursor that goes from cell to cell."""

import math
from dataclasses import replace

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from pug_desktop.app.overview_map import Picture, picture
from pug_desktop.reports.heatmap import HeatMap, shape_of
from pug_desktop.ui import style

# Names, grey words, the heading's ground and lines as reports/heatmap.py writes them.
PAPER_INKS = ("rgb(0%,0%,0%)", "rgb(33%,33%,33%)", "rgb(91%,91%,91%)", "rgb(73%,73%,73%)")

_LEAST_NAME = 13
"""Letters of a name that are always to be seen."""
_LEAST_CELL = 3.6
"""Letters of a cell that are always to be seen: "100 %*"."""


class MapView(QWidget):
    """A picture of cells of which one has the cursor; lies in a scroll area.

    Signals:
        moved: row and column of the cursor.
        opened: the same, when Enter or a double click wants more.
    """

    moved = Signal(int, int)
    opened = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.use_paper_fonts()
        self._heat: HeatMap | None = None
        self._picture: Picture | None = None
        self._pixmap = QPixmap()
        self._row = self._column = 0

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """Row and column."""
        return self._row, self._column

    def show_map(self, heat: HeatMap) -> None:
        """Show this; the cursor stays as far as there is such a cell."""
        self._heat = heat
        self._row = min(self._row, max(0, len(heat.rows) - 1))
        self._column = min(self._column, max(0, len(heat.columns) - 1))
        self._draw()
        self.moved.emit(self._row, self._column)

    def move_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        if self._heat is None or not self._heat.rows:
            return
        self._row = min(max(row, 0), len(self._heat.rows) - 1)
        self._column = min(max(column, 0), len(self._heat.columns) - 1)
        self.update()
        self.moved.emit(self._row, self._column)

    def cell_box(self) -> QRectF:
        """Where the cursor is."""
        if self._picture is None:
            return QRectF()
        return QRectF(*self._picture.shape.at(self._row, self._column))

    # --- drawing ------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        """The picture as wide as there is room; drawn once, since painting it takes longer than a scroll step."""
        if self._heat is None:
            return
        chosen = style.colours()
        size = self.fontMetrics().ascent() * 0.93
        shape = shape_of(replace(self._heat, letters=_LEAST_CELL), width=0, size=size)
        least = math.ceil(_LEAST_NAME * size - shape.name)
        self.setMinimumWidth(least)
        width = max(self.width(), least)
        heat = replace(self._heat, letters=min(self._heat.letters, self._fitting_letters(width, size)))
        made = picture(heat, width=width, size=size, full=_paler(chosen.accent))
        svg = made.svg
        for ink, colour in zip(PAPER_INKS, (chosen.text, chosen.muted, chosen.soft, chosen.border), strict=True):
            svg = svg.replace(ink, colour)
        self._picture = made
        ratio = self.devicePixelRatioF()
        box = QRectF(0, 0, made.shape.width, made.height)
        self._pixmap = QPixmap((box.size() * ratio).toSize())
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, box)
        painter.end()
        self.setFixedHeight(round(made.height) + 2)
        self.update()

    def _fitting_letters(self, width: float, size: float) -> float:
        """How wide cells may be, in letters, so that the names have their room."""
        columns = len(self._heat.columns) if self._heat is not None else 0
        if self._heat is None or not columns:
            return _LEAST_CELL
        room = width + shape_of(replace(self._heat, columns=()), width=0, size=size).name - _LEAST_NAME * size
        return max(_LEAST_CELL, room / (columns * size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: the picture, and a frame around the cell with the cursor."""
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._pixmap)
        if self._heat is not None and self._heat.rows and self.hasFocus():
            painter.setPen(QPen(QColor(style.colours().text), 2))
            painter.drawRect(self.cell_box().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: draw anew when the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    # --- hands --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows, Home, End and the page keys move, Enter opens."""
        steps = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_PageUp: (-10, 0),
            Qt.Key.Key_PageDown: (10, 0),
            Qt.Key.Key_Home: (-(10**6), 0),
            Qt.Key.Key_End: (10**6, 0),
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._row, self._column)
        elif event.key() in steps:
            down, right = steps[Qt.Key(event.key())]
            self.move_to(self._row + down, self._column + right)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the cursor goes where the mouse is."""
        if (found := self._at(event)) is not None:
            self.move_to(*found)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: open."""
        if (found := self._at(event)) is not None:
            self.opened.emit(*found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: show the cursor."""
        super().focusInEvent(event)
        self.moved.emit(self._row, self._column)
        self.update()

    def _at(self, event: QMouseEvent) -> tuple[int, int] | None:
        if self._picture is None or self._heat is None:
            return None
        found = self._picture.shape.find(event.position().x(), event.position().y())
        if found is None or found[0] >= len(self._heat.rows):
            return None
        row, column = found
        return row, self._column if column is None else column


def _paler(colour: str) -> str:
    """A tint of the accent on which dark words still read well."""
    part, found = 0.55, QColor(colour)
    red, green, blue = (round(255 - part * (255 - each)) for each in (found.red(), found.green(), found.blue()))
    return QColor(red, green, blue).name()
