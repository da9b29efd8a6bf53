"""The seven cards with their progress, and the radar of the seven as the eighth."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pug_desktop.app.fill import SheetSection
from pug_desktop.domain.dates import whole_percent
from pug_desktop.ui import parts, style
from pug_desktop.ui.texts import language

COLUMNS = 4

_RADAR_BOX = QRectF(36, 14, 228, 216)


class Ring(QWidget):
    """A ring that is full when everything is answered, with the percentage in it."""

    def __init__(self, parent: QWidget, size: int = 60) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._words = ""
        self.setFixedSize(size, size)

    def set_share(self, share: float | None) -> None:
        """0.0 to 1.0; None when no question applies."""
        self._share = share
        self._words = "–" if share is None else f"{whole_percent(share)} %"
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        chosen = style.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 6
        box = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setPen(QPen(QColor(chosen.soft), thick))
        painter.drawEllipse(box)
        if self._share:
            pen = QPen(QColor(chosen.accent), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(self._share * 360 * 16))
        painter.setPen(QColor(chosen.text))
        font = QFont(self.font())
        font.setPixelSize(round(self.width() * 0.24))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class SectionCard(QPushButton):
    """One prerequisite; a click opens it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("choice", True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(4)
        self._code = parts.label("", "accent small", self)
        self._name = parts.label("", "heading", self)
        self._text = parts.ClippedText(parent=self)
        self._ring = Ring(self)
        self._filled = parts.label("", "strong", self)
        self._backed = parts.label("", "muted small", self)
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addStretch(1)
        below.addWidget(self._filled)
        below.addWidget(self._backed)
        below.addStretch(1)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(self._ring)
        bottom.addLayout(below, 1)
        layout.addWidget(self._code)
        layout.addWidget(self._name)
        layout.addWidget(self._text, 1)
        layout.addLayout(bottom)
        for each in self.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_section(self, section: SheetSection) -> None:
        """`section` is an app.fill SheetSection."""
        counts, lang = section.completeness, language()
        name = section.section.label.of(lang)
        asked = counts.total - counts.not_relevant
        self._code.setText(section.section.name)
        self._name.setText(name)
        self._text.set_text(section.section.definition.of(lang))
        self._ring.set_share(counts.share)
        self._filled.setText(self.tr("{filled} dari {asked} terisi").format(filled=counts.filled, asked=asked))
        self._backed.setText(self.tr("{backed} berbukti").format(backed=counts.backed))
        self.setAccessibleName(f"{section.section.name} {name}")
        self.setAccessibleDescription(self._filled.text())
        self.setToolTip(section.section.definition.of(lang))

    def sizeHint(self) -> QSize:
        """Qt: at least name, one line of text and the ring."""
        line = self.fontMetrics().height()
        return QSize(200, line * 5 + 110)

    def minimumSizeHint(self) -> QSize:
        """Qt: the same."""
        return self.sizeHint()


class Radar(QWidget):
    """The radar of the seven: the same drawing as in the papers, in the colours of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self.setMinimumSize(180, 160)

    def show_svg(self, svg: str) -> None:
        """Show this drawing."""
        self._renderer.load(QByteArray(svg.encode()))
        # With the short labels the drawing has empty borders.
        self._renderer.setViewBox(_RADAR_BOX)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw, as large as fits."""
        if not self._renderer.isValid():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wanted = _RADAR_BOX.size().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - wanted.width()) / 2, (self.height() - wanted.height()) / 2
        self._renderer.render(painter, QRectF(left, top, wanted.width(), wanted.height()))


class Overview(parts.ScrollColumn):
    """The first view of the page; it scrolls only when large letters leave no room for all of it.

    Signals:
        opened: the name of the section that was clicked.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(parts.GAP)
        self.body.addLayout(self._grid, 1)
        self._cards: list[SectionCard] = []
        self._names: list[str] = []
        self._radar_card = parts.Card(self, margin=8)
        self.radar = Radar(self._radar_card)
        self.radar.setAccessibleName(self.tr("Gambar radar kelengkapan prasyarat"))
        self._radar_card.body.addWidget(self.radar, 1)

    def show_sections(self, sections: Sequence[SheetSection], svg: str) -> None:
        """Show the completeness of these sections."""
        self._names = [section.section.name for section in sections]
        while len(self._cards) < len(sections):
            card = SectionCard(self)
            card.clicked.connect(self._clicked)
            self._cards.append(card)
            number = len(self._cards) - 1
            self._grid.addWidget(card, number // COLUMNS, number % COLUMNS)
        for number, card in enumerate(self._cards):
            card.setVisible(number < len(sections))
            if number < len(sections):
                card.show_section(sections[number])
        last = len(sections)
        self._grid.addWidget(self._radar_card, last // COLUMNS, last % COLUMNS)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 1 if row <= last // COLUMNS else 0)
        self.radar.show_svg(svg)

    def focus_section(self, name: str) -> None:
        """Put the cursor on a card."""
        if name in self._names:
            self._cards[self._names.index(name)].setFocus()

    def _clicked(self) -> None:
        card = self.sender()
        self.opened.emit(self._names[[each is card for each in self._cards].index(True)])
