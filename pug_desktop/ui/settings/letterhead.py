"""The letterhead editor: four lines, a logo, the place of signing, and how it will look on paper."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from pug_desktop.app.settings import LINES
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.saved import AutoSave

# As reports/blocks.py draws it: the first line and those in capitals are bold and large, the others small.
_LARGE_PT, _LESS_LARGE_PT, _SMALL_PT = 14.0, 12.0, 9.0
_PAGE_WIDTH_PT = 482
_LOGO_PT = (57, 62)
_LEFT_PT, _RIGHT_PT = 68, 17
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)


class LetterheadPreview(QWidget):
    """The top of an A4 page in small: logo, centred lines, and the double rule under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[str, ...] = ("", "", "", "")
        self._logo = QImage()
        style.use_paper_fonts()
        self.setAccessibleName(self.tr("Pratinjau kop surat"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """The words as they are typed."""
        self._lines = lines
        self.update()

    def show_logo(self, data: bytes | None) -> None:
        """The picture, or none."""
        self._logo = QImage.fromData(data) if data else QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the width of a page without its margins, in small."""
        return QSize(460, 128)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(style.colours().border))
        painter.setBrush(QColor("white"))
        painter.drawRect(sheet)
        inner = sheet.adjusted(24, 16, -24, -20)
        scale = inner.width() / _PAGE_WIDTH_PT
        logo = not self._logo.isNull()
        words = inner.adjusted(_LEFT_PT * scale if logo else 0, 0, -_RIGHT_PT * scale if logo else 0, 0)
        self._paint_lines(painter, words, scale)
        if logo:
            room = QSize(round(_LOGO_PT[0] * scale), round(min(inner.height(), _LOGO_PT[1] * scale)))
            size = self._logo.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            top = inner.center().y() - size.height() / 2
            painter.drawImage(QRectF(inner.left(), top, size.width(), size.height()), self._logo)
        for below, thick in ((5.0, 2.0), (8.5, 0.8)):
            painter.setPen(QPen(QColor("black"), thick))
            y = inner.bottom() + below
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))

    def _paint_lines(self, painter: QPainter, box: QRectF, scale: float) -> None:
        shown = [(line, _font(line, number, scale, box.width())) for number, line in enumerate(self._lines) if line]
        heights = [QFontMetricsF(font).boundingRect(box, _WRAPPED, line).height() for line, font in shown]
        top = box.center().y() - sum(heights) / 2
        painter.setPen(QColor("black"))
        for (line, font), height in zip(shown, heights, strict=True):
            painter.setFont(font)
            painter.drawText(QRectF(box.left(), top, box.width(), height), _WRAPPED, line)
            top += height


def _font(line: str, number: int, scale: float, width: float) -> QFont:
    large = number == 0 or line == line.upper()
    made = QFont(style.PAPER_FAMILY)
    made.setBold(large)
    made.setPixelSize(max(6, round((_LARGE_PT if large else _SMALL_PT) * scale)))
    if large and QFontMetricsF(made).horizontalAdvance(line) > width:
        made.setPixelSize(max(6, round(_LESS_LARGE_PT * scale)))
    return made


class LetterheadEditor(QWidget):
    """The preview, and the inputs under it.

    Signals:
        saved: what the writing function returned.
        failed: a PugError.
        logo_wanted: the button for a picture.
        logo_removed: the button that takes it off.
    """

    saved = Signal(object)
    failed = Signal(object)
    logo_wanted = Signal()
    logo_removed = Signal()

    def __init__(self, write: Callable[[str, str | None], object], parent: QWidget) -> None:
        """`write(field, value)` commits one field of the letterhead."""
        super().__init__(parent)
        self._write = write
        self._inputs: dict[str, TextInput] = {}
        self._savers: list[AutoSave] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(parts.GAP)
        self._preview = LetterheadPreview(self)
        outer.addWidget(self._preview)
        grid = QGridLayout()
        grid.setHorizontalSpacing(parts.GAP)
        grid.setVerticalSpacing(style.GRID)
        labels = (
            (self.tr("Baris 1"), self.tr("misalnya PEMERINTAH KOTA TANGERANG")),
            (self.tr("Baris 2"), self.tr("misalnya DINAS KESEHATAN")),
            (self.tr("Baris 3"), self.tr("misalnya alamat dan telepon")),
            (self.tr("Baris 4"), self.tr("misalnya laman dan surel")),
        )
        for row, (name, (label, hint)) in enumerate(zip(LINES, labels, strict=True)):
            grid.addLayout(self._field(name, label, hint), row, 0, 1, 2)
        place = self._field("signing_place", self.tr("Tempat pada tanda tangan"), self.tr("misalnya Tangerang"))
        grid.addLayout(place, len(LINES), 0)
        grid.addLayout(self._logo_field(), len(LINES), 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        outer.addLayout(grid)
        outer.addStretch(1)

    def _logo_field(self) -> QVBoxLayout:
        self._choose = parts.button(self.tr("Pilih logo…"), "folder", parent=self)
        self._choose.clicked.connect(self.logo_wanted)
        self._choose.setToolTip(self.tr("Gambar PNG atau JPEG, misalnya lambang daerah."))
        self._remove = parts.button(self.tr("Tanpa logo"), look="quiet", parent=self)
        self._remove.clicked.connect(self.logo_removed)
        made = QVBoxLayout()
        made.setSpacing(4)
        made.addWidget(parts.label(self.tr("Logo"), "field", self))
        made.addLayout(parts.row(self._choose, self._remove, None))
        return made

    def show_letterhead(self, values: Mapping[str, object], logo: bytes | None) -> None:
        """Load what is kept."""
        for name, each in self._inputs.items():
            each.set_value(values.get(name))
        for saver in self._savers:
            saver.settle()
        self._remove.setVisible(logo is not None)
        self._preview.show_logo(logo)
        self._preview_lines()

    def _field(self, name: str, label: str, hint: str) -> QVBoxLayout:
        made = TextInput("", self, hint=hint, limit=200)
        made.edited.connect(self._preview_lines)
        saver = AutoSave(made, made.value, partial(self._commit, name))
        saver.saved.connect(self.saved)
        saver.failed.connect(self.failed)
        self._inputs[name] = made
        self._savers.append(saver)
        return parts.field(label, made)

    def _commit(self, name: str, value: object) -> object:
        return self._write(name, None if value is None else str(value))

    def _preview_lines(self) -> None:
        self._preview.show_lines(tuple(self._inputs[name].text() for name in LINES))


def read_logo(path: Path | None) -> bytes | None:
    """The bytes of a kept logo; None when it is not there."""
    try:
        return path.read_bytes() if path is not None else None
    except OSError:
        return None
