"""Bars in the window: the drawing of the papers in the colours of the window."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from pug_desktop.reports.answer_chart import chart_svg
from pug_desktop.reports.papers import ChartBar
from pug_desktop.ui import style

# The bars, names, grey words and the line beside the names as reports/answer_chart.py writes them.
PAPER_INKS = ("rgb(18%,36%,54%)", "rgb(0%,0%,0%)", "rgb(33%,33%,33%)", "rgb(73%,73%,73%)")


class ChartView(QWidget):
    """As high as its bars need; lies in a scroll area."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        style.use_paper_fonts()
        self._renderer = QSvgRenderer(self)
        self._bars: tuple[ChartBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(180)

    def show_bars(self, bars: tuple[ChartBar, ...]) -> None:
        """Show these."""
        self._bars = bars
        self.setAccessibleDescription("; ".join(f"{each.name}: {each.text}" for each in bars))
        self._draw()

    def _draw(self) -> None:
        chosen, size = style.colours(), self.fontMetrics().ascent() * 0.86
        svg = chart_svg(self._bars, width=self.width(), size=size)
        inks = (chosen.accent, chosen.text, chosen.muted, chosen.border)
        for ink, colour in zip(PAPER_INKS, inks, strict=True):
            svg = svg.replace(ink, colour)
        self._renderer.load(QByteArray(svg.encode()))
        self.setFixedHeight(self._renderer.defaultSize().height() if self._bars else 0)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: draw anew when the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        if self._bars and self._renderer.isValid():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._renderer.render(painter, QRectF(0, 0, self.width(), self.height()))
