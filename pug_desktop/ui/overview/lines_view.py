"""The lines over the years in the window: the drawing of the papers in the colours of the window."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from pug_desktop.app import overview_map
from pug_desktop.app.overview import YearPoint
from pug_desktop.ui import style

# The thick line, the thin ones, the words and the grid as reports/year_lines.py writes them.
PAPER_INKS = ("rgb(18%,36%,54%)", "rgb(57%,66%,74%)", "rgb(12%,24%,37%)", "rgb(33%,33%,33%)", "rgb(73%,73%,73%)")


class LinesView(QWidget):
    """The lines over the years: the drawing of the papers in the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        style.use_paper_fonts()
        self._renderer = QSvgRenderer(self)
        self._points: tuple[YearPoint, ...] = ()
        self._codes: list[str] = []
        self.setMinimumSize(220, 150)

    def show_points(self, points: tuple[YearPoint, ...], codes: list[str]) -> None:
        """Show these years."""
        self._points, self._codes = points, codes
        self._draw()

    def _draw(self) -> None:
        """As large as there is room, with letters a little smaller than those around."""
        chosen = style.colours()
        scale = self.fontMetrics().ascent() / 9.0
        width, height = max(self.width(), 220) / scale, max(self.height(), 150) / scale
        svg = overview_map.lines_svg(self._points, self._codes, width=width, height=min(height, width * 0.8))
        inks = (chosen.accent, chosen.border, chosen.accent, chosen.muted, chosen.soft)
        for ink, colour in zip(PAPER_INKS, inks, strict=True):
            svg = svg.replace(ink, colour)
        self._renderer.load(QByteArray(svg.encode()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: draw anew."""
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw, as large as fits."""
        if not self._points or not self._renderer.isValid():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wanted = self._renderer.defaultSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(painter, QRectF((self.width() - wanted.width()) / 2, 0, wanted.width(), wanted.height()))
