"""The pieces that all pages are made of: page header, card, empty page, buttons, labels, segments, scroll area.

They take words that are already translated, so that `tr()` stands where a sentence is written.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pug_desktop.ui import icons, style
from pug_desktop.ui.flow import FlowLayout

MARGIN = 3 * style.GRID
GAP = 2 * style.GRID


def label(text: str, look: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> QLabel:
    """A line of text; looks: title, heading, strong, figure, muted, small, field, accent, good, warn, bad."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    for each in look.split():
        made.setProperty(each, True)
    return made


def chip(text: str, kind: str = "", parent: QWidget | None = None) -> QLabel:
    """A short word on a tinted ground: kind "" (neutral), "good", "warn" or "bad"."""
    made = label(text, parent=parent, wrap=False)
    made.setProperty("chip", kind or True)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def button(text: str, icon: str = "", look: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button; looks: "" (plain), primary (one a page), quiet (no frame), danger."""
    made = QPushButton(text, parent)
    if icon:
        colour = style.colours().on_accent if look == "primary" else None
        if look == "quiet":
            colour = style.colours().accent
        made.setIcon(icons.icon(icon, colour))
        made.setIconSize(QSize(20, 20))
    if look:
        made.setProperty(look, True)
    made.setAccessibleName(spoken(text))
    # Enter presses the button that has the focus, as people expect; Qt alone wants Space.
    made.setAutoDefault(True)
    return made


def rename(button: QPushButton, text: str) -> None:
    """Write other words on a button, for the eye and for a screen reader."""
    button.setText(text)
    button.setAccessibleName(spoken(text))


def spoken(text: str) -> str:
    """The words on a button without the marks of its shortcut."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line between two parts of a card."""
    made = QFrame(parent)
    made.setProperty("line", True)
    return made


def row(*parts: QWidget | QLayout | None, spacing: int = style.GRID) -> QHBoxLayout:
    """Parts beside each other; None stretches."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, QLayout):
            made.addLayout(part)
        else:
            made.addWidget(part)
    return made


def field(text: str, editor: QWidget, hint: str = "") -> QVBoxLayout:
    """An input under its label; gives the input its accessible name."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(4)
    above = label(text, "field")
    above.setBuddy(editor)
    plain = text.replace("&", "")
    if not editor.accessibleName():
        editor.setAccessibleName(plain)
    made.addWidget(above)
    made.addWidget(editor)
    if hint:
        made.addWidget(label(hint, "muted small"))
        editor.setAccessibleDescription(hint)
    return made


class Card(QFrame):
    """A white sheet with a thin border. Add to `body`.

    Attributes:
        body: the vertical layout inside.
    """

    def __init__(self, parent: QWidget | None = None, heading: str = "", *, margin: int = GAP) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(style.GRID)
        if heading:
            self.body.addWidget(label(heading, "heading", self))


class PageHeader(QWidget):
    """Top of a page: its name, one line of what it is for, and the main button(s) at the right."""

    def __init__(self, title: str, purpose: str, *right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self.title = label(title, "title", self, wrap=False)
        self.purpose = label(purpose, "muted", self)
        texts.addWidget(self.title)
        texts.addWidget(self.purpose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addLayout(texts, 1)
        for each in right:
            layout.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)


class EmptyPage(QWidget):
    """What stands where rows will be: what to do next, and the button for it.

    Signals:
        pressed: the button.
    """

    pressed = Signal()

    def __init__(self, icon: str, title: str, advice: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.GRID)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        image = QLabel(self)
        image.setPixmap(icons.picture(icon, 48))
        image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(image)
        heading = label(title, "heading", self)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(heading)
        text = label(advice, "muted", self)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setMinimumWidth(420)
        text.setMaximumWidth(560)
        layout.addWidget(text, 0, Qt.AlignmentFlag.AlignCenter)
        if action:
            self.button = button(action, look="primary", parent=self)
            self.button.clicked.connect(self.pressed)
            layout.addSpacing(style.GRID)
            layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)


class RowButton(QFrame):
    """A line of a card that leads somewhere: pressed with the mouse, Enter or Space. Add to `body`.

    Unlike a QPushButton it is as high as the wrapped words inside.

    Attributes:
        body: the vertical layout inside.

    Signals:
        clicked: it was pressed.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("line-button", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(style.GRID, 6, style.GRID, 6)
        self.body.setSpacing(4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: pressed."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: pressed with the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class Segments(QWidget):
    """Buttons in one strip of which one is chosen; arrow keys move among them.

    Signals:
        edited: a person chose another one.
    """

    edited = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        """`options` are (value, label); `name` is what a screen reader says; `wraps` goes on in a second line."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [value for value, _ in options]
        self._group = QButtonGroup(self)
        layout: QLayout = FlowLayout(self) if wraps else QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, (_, text) in enumerate(options):
            each = QPushButton(text, self)
            each.setCheckable(True)
            each.setAccessibleName(f"{name}: {text}")
            each.setProperty("segment", "first" if number == 0 else "last" if number == len(options) - 1 else "true")
            self._group.addButton(each, number)
            layout.addWidget(each)
        if isinstance(layout, QHBoxLayout):
            layout.addStretch(1)
        self._group.idClicked.connect(self._clicked)

    def value(self) -> str | None:
        """The chosen value; None when none is."""
        return self._values[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def set_value(self, value: str | None) -> None:
        """Choose without telling anybody."""
        self._group.setExclusive(False)
        for number, each in enumerate(self._values):
            self._group.button(number).setChecked(each == value)
        self._group.setExclusive(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the cursor goes on to the chosen button; a focus proxy would hide the buttons before it from Tab."""
        (self._group.checkedButton() or self._group.button(0)).setFocus(event.reason())

    def _clicked(self, _number: int) -> None:
        self.edited.emit()


class ClippedText(QWidget):
    """Words in as many whole lines as there is room for; the last one ends in dots when more would follow.

    A wrapped QLabel asks for all its lines and squeezes its neighbours when they do not fit.
    """

    def __init__(self, look: str = "muted small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label lends its font and colour, which the style sheet knows.
        self._like = label("", look, self)
        self._like.hide()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def set_text(self, text: str) -> None:
        """Show these words."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Qt: nothing at all when there is no room."""
        return QSize(40, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the lines that fit."""
        self._like.ensurePolished()
        painter = QPainter(self)
        painter.setFont(self._like.font())
        painter.setPen(self._like.palette().color(QPalette.ColorRole.WindowText))
        metrics = painter.fontMetrics()
        room = self.height() // metrics.lineSpacing()
        for number, text in enumerate(lines(self._text, metrics, self.width(), room)):
            painter.drawText(0, metrics.ascent() + number * metrics.lineSpacing(), text)


def lines(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """The text broken at blanks into at most that many lines, the last one cut with dots."""
    words, made = text.split(), list[str]()
    while words and len(made) < most:
        if len(made) == most - 1:
            made.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
            break
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        made.append(line)
    return made


class _Inside(QWidget):
    """What a ScrollColumn scrolls: never less high than its wrapped words need, which QScrollArea does not see to."""

    def event(self, event: QEvent) -> bool:
        """Qt: measure again after each change of the layout or the width."""
        done = super().event(event)
        layout = self.layout()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize) and layout is not None:
            needed = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else 0
            if needed != self.minimumHeight():
                self.setMinimumHeight(max(0, needed))
        return done


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down, never sideways. Add to `body`.

    Attributes:
        body: the vertical layout inside.
    """

    def __init__(self, parent: QWidget | None = None, *, margin: int = 0, spacing: int = GAP) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = _Inside()
        inside.setObjectName("scrolled")
        inside.setProperty("scrolled", True)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)
        self.setWidget(inside)


def page_layout(page: QWidget) -> QVBoxLayout:
    """The outer layout of a page, with its margins; also marks the page for the style sheet."""
    page.setProperty("page", True)
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made = QVBoxLayout(page)
    made.setContentsMargins(MARGIN, GAP + 4, MARGIN, GAP)
    made.setSpacing(GAP)
    return made


def tab_order(*stops: QWidget) -> None:
    """Tab goes through these as they stand here; one that is made of parts is gone through part by part."""
    chain: list[QWidget] = []
    for stop in stops:
        # The list of a combo box is a window of its own.
        inside = [each for each in stop.findChildren(QWidget) if _takes_tab(each) and each.window() is stop.window()]
        chain += [stop] if _takes_tab(stop) else [stop, *inside]
    for before, after in pairwise(chain):
        QWidget.setTabOrder(before, after)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it later."""
    while (each := layout.takeAt(0)) is not None:
        if (widget := each.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := each.layout()) is not None:
            clear(inner)
