"""Pages one after another, inside the page of the window: which step this is, back, and on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style


class StepStrip(QWidget):
    """The names of the steps in one line: what is done has a tick, where we are stands out."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        self._labels: list[QLabel] = []
        for number, name in enumerate(self._names):
            if number:
                arrow = parts.label("", parent=self, wrap=False)
                arrow.setPixmap(icons.picture("chevron-right", 14))
                layout.addWidget(arrow)
            each = parts.chip(f"{number + 1}  {name}", parent=self)
            self._labels.append(each)
            layout.addWidget(each)
        layout.addStretch(1)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Mark this step; those before it are done."""
        for number, (each, name) in enumerate(zip(self._labels, self._names, strict=True)):
            sign = "✓" if number < now else str(number + 1)
            each.setText(f"{sign}  {name}")
            style.mark(each, "chip", "now" if number == now else "good" if number < now else True)
        self.setAccessibleName(
            self.tr("Langkah {n} dari {all}: {name}").format(n=now + 1, all=len(self._names), name=self._names[now])
        )

    def words(self) -> str:
        """What a screen reader says."""
        return self.accessibleName()


class Wizard(QWidget):
    """At most four pages and the two buttons below them.

    Attributes:
        back, next: the buttons; `next` is the one that leads on.

    Signals:
        back_pressed, next_pressed: with the number of the page that is shown.
    """

    back_pressed = Signal(int)
    next_pressed = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = StepStrip(names, self)
        self._stack = QStackedWidget(self)
        self._hint = parts.label("", "muted", self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back = parts.button(self.tr("Kembali"), "chevron-left", "", self)
        self.next = parts.button(self.tr("Lanjut"), "", "primary", self)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addWidget(self.strip)
        layout.addWidget(self._stack, 1)
        foot = parts.row(self.back, self._hint, self.next, spacing=parts.GAP)
        foot.setStretch(1, 1)
        foot.setContentsMargins(0, 0, style.GRID, 0)
        line = QFrame(self)
        line.setProperty("line", True)
        layout.addWidget(line)
        layout.addLayout(foot)

    def add(self, page: QWidget) -> None:
        """The next page."""
        self._stack.addWidget(page)

    @property
    def step(self) -> int:
        """The number of the page that is shown."""
        return self._stack.currentIndex()

    def show_step(self, number: int, focus: QWidget | None = None) -> None:
        """Show this page; the cursor goes to `focus`, else to the button that leads on."""
        self._stack.setCurrentIndex(number)
        self.strip.show_step(number)
        if self.isVisible():
            # Once the buttons of the new page have been laid out.
            QTimer.singleShot(0, focus or self.next, (focus or self.next).setFocus)

    def offer(self, *, back: bool, on: str, icon: str = "", ready: bool = True, hint: str = "") -> None:
        """What the two buttons do on this page; "" takes the second away. `hint` says what is still lacking."""
        self.back.setVisible(back)
        self.next.setVisible(bool(on))
        if on:
            parts.rename(self.next, on)
            self.next.setIcon(icons.icon(icon, style.colours().on_accent) if icon else QIcon())
        self.next.setEnabled(ready)
        self._hint.setText(hint)

    @property
    def hint(self) -> str:
        """What is still lacking, in words."""
        return self._hint.text()

    def _back(self) -> None:
        self.back_pressed.emit(self.step)

    def _next(self) -> None:
        self.next_pressed.emit(self.step)
