"""The five states of an answer: their words and the small sign that stands for each (never colour alone)."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pug_desktop.domain.kinds import ANSWER_STATES
from pug_desktop.domain.words import label
from pug_desktop.ui import style
from pug_desktop.ui.texts import language


def state_options() -> list[tuple[str, str]]:
    """The states with their words, in the order in which work goes on."""
    return [(state, label("answer_state", state, lang=language())) for state in ANSWER_STATES]


def paint_state(painter: QPainter, at: QRectF, state: str) -> None:
    """A ring (belum diisi), half full (proses), full with a tick (ada), a cross (belum ada), a dash (tidak relevan).

    What is there but not complete ("kurang") has an exclamation mark instead of the tick.
    """
    colours = style.colours()
    colour = QColor(_colour(state))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match state:
        case "ada":
            painter.setBrush(colour)
            painter.drawEllipse(at)
            painter.setPen(QPen(QColor(colours.card), 1.8))
            middle = at.center()
            painter.drawPolyline(
                [middle + QPointF(-3.2, 0.2), middle + QPointF(-0.8, 2.6), middle + QPointF(3.4, -2.4)]
            )
        case "kurang":
            painter.drawEllipse(at)
            middle = at.center()
            painter.drawLine(middle + QPointF(0, -3.6), middle + QPointF(0, 0.8))
            painter.drawPoint(middle + QPointF(0, 3.6))
        case "proses":
            painter.drawEllipse(at)
            painter.setBrush(colour)
            painter.drawPie(at, -90 * 16, 180 * 16)
        case "belum_ada":
            painter.drawEllipse(at)
            middle = at.center()
            painter.drawLine(middle + QPointF(-2.4, -2.4), middle + QPointF(2.4, 2.4))
            painter.drawLine(middle + QPointF(-2.4, 2.4), middle + QPointF(2.4, -2.4))
        case "tidak_relevan":
            painter.drawLine(
                QPointF(at.left() + 2, at.center().y()),
                QPointF(at.right() - 2, at.center().y()),
            )
        case _:
            painter.setPen(QPen(QColor(colours.muted), 1.4, Qt.PenStyle.DotLine))
            painter.drawEllipse(at)
    painter.restore()


def _colour(state: str) -> str:
    colours = style.colours()
    named: Mapping[str, str] = {
        "ada": colours.good,
        "proses": colours.warn,
        "kurang": colours.warn,
        "belum_ada": colours.bad,
    }
    return named.get(state, colours.muted)
