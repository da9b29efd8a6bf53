"""Short lists that are edited in place, one record a row: speakers, agenda, results, follow-ups."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.binder import Binder

TOOL_WIDTH = 4 * style.GRID
MOST_IN_A_LINE = 3
"""More inputs than this go into two lines when there is little room."""
LINE_LETTERS = 124
"""The width, in average letters, below which there is little room."""

Make = Callable[[str, QWidget], QWidget]


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a row: its heading, how its input is made, and its share of the width."""

    field: str
    heading: str
    make: Make
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Remark:
    """A line under a row, in one of the looks of `parts.label`; `action` is the button behind it, if there is one."""

    text: str
    look: str = "muted"
    action: str = ""


class EntryRow(QWidget):
    """One record.

    Signals:
        saved, failed: of its fields.
        remove_pressed: its id.
        move_pressed: its id and -1 or 1.
        tool_pressed: its id: the button that only this list has.
        remark_pressed: its id: the button behind the remark.
    """

    saved = Signal(object)
    failed = Signal(object)
    remove_pressed = Signal(str)
    move_pressed = Signal(str, int)
    tool_pressed = Signal(str)
    remark_pressed = Signal(str)

    def __init__(
        self,
        slots: Sequence[Slot],
        write: Callable[[str, str, object], object],
        record_id: str,
        parent: "EntryList",
    ) -> None:
        """`write(record_id, field, value)` commits one field."""
        super().__init__(parent)
        self.record_id = record_id
        self._save = write
        self._number = parts.label("", "muted", self, wrap=False)
        self._number.setMinimumWidth(self.fontMetrics().averageCharWidth() * 3)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._number.setContentsMargins(0, 7, 0, 0)
        self._remark = parts.label("", "small", self)
        self._act = parts.button("", look="quiet", parent=self)
        self._act.clicked.connect(self._acted)
        self._below = QWidget(self)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(style.GRID)
        below.addWidget(self._remark, 1)
        below.addWidget(self._act)
        self._binder = Binder(self._write, self)
        self._binder.saved.connect(self.saved)
        self._binder.failed.connect(self.failed)
        self.inputs: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.GRID)
        self._grid.setVerticalSpacing(2)
        self._headings: list[QLabel] = []
        self._stretches = [slot.stretch for slot in slots]
        self._first = True
        self._narrow: bool | None = None
        self._always_narrow = parent.two_lines
        self._read_only = False
        for slot in slots:
            heading = parts.label(slot.heading, "field", self, wrap=False)
            # A long heading must not make the first row's columns wider than those below it.
            heading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._headings.append(heading)
            widget = slot.make(slot.heading, self)
            self.inputs[slot.field] = widget
            self._binder.tie(slot.field, widget)
        self._tools = self._make_tools(parent.ordered, parent.tool)
        self._arrange(narrow=self._always_narrow)

    def show_values(self, number: int, values: Mapping[str, object], remark: Remark) -> None:
        """Show a record as the `number`-th row; the first one has the headings above it."""
        self._first = number == 1
        self._show_headings()
        self._number.setText(f"{number}.")
        for tool in self._tools.findChildren(QToolButton):
            tool.setAccessibleName(f"{tool.toolTip()} {number}")
        self._binder.load(values)
        self._remark.setText(remark.text)
        parts.rename(self._act, remark.action)
        self._act.setVisible(bool(remark.action) and not self._read_only)
        self._below.setVisible(bool(remark.text))
        for look in ("muted", "warn", "bad"):
            style.mark(self._remark, look, look == remark.look)

    def set_read_only(self, on: bool) -> None:
        """No changes here."""
        self._read_only = on
        self._binder.set_read_only(on)
        for tool in self._changing:
            tool.setVisible(not on)
        if on:
            self._act.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: many inputs in a narrow window stand in two lines, the first one above the others."""
        super().resizeEvent(event)
        little = len(self.inputs) > MOST_IN_A_LINE and self.width() < self._line_width()
        self._arrange(narrow=self._always_narrow or little)

    def _line_width(self) -> int:
        return self.fontMetrics().averageCharWidth() * LINE_LETTERS

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        widgets = list(self.inputs.values())
        for each in (self._number, *self._headings, *widgets, self._tools, self._below):
            self._grid.removeWidget(each)
        last = len(widgets) + 1
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._number, 1, 0)
        self._grid.addWidget(self._tools, 1, last, top)
        for column, (heading, widget) in enumerate(zip(self._headings, widgets, strict=True), 1):
            self._grid.setColumnStretch(column, self._stretches[column - 1])
            if narrow and column > 1:
                self._grid.addWidget(heading, 2, column - 1)
                self._grid.addWidget(widget, 3, column - 1, top)
                self._grid.setColumnStretch(column - 1, self._stretches[column - 1])
            elif narrow:
                self._grid.addWidget(heading, 0, 1, 1, last - 1)
                self._grid.addWidget(widget, 1, 1, 1, last - 1, top)
            else:
                self._grid.addWidget(heading, 0, column)
                self._grid.addWidget(widget, 1, column, top)
        if narrow:
            self._grid.setColumnStretch(last - 1, 0)
        self._grid.addWidget(self._below, 4 if narrow else 2, 1, 1, last - 1)
        self._show_headings()

    def _show_headings(self) -> None:
        for number, heading in enumerate(self._headings):
            heading.setVisible(self._first or (bool(self._narrow) and number > 0))

    def _write(self, field: str, value: object) -> object:
        return self._save(self.record_id, field, value)

    def _make_tools(self, ordered: bool, own: tuple[str, str] | None) -> QWidget:
        made = QWidget(self)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 2, 0, 0)
        line.setSpacing(0)
        if own is not None:
            line.addWidget(self._tool(*own, self._own_tool))
        changing = []
        if ordered:
            changing.append(self._tool("chevron-up", self.tr("Naikkan"), self._up))
            changing.append(self._tool("chevron-down", self.tr("Turunkan"), self._down))
        changing.append(self._tool("trash", self.tr("Hapus baris"), self._remove))
        for each in changing:
            line.addWidget(each)
        self._changing = tuple(changing)
        made.setFixedWidth(TOOL_WIDTH * line.count())
        return made

    def _tool(self, icon: str, name: str, pressed: Callable[[], None]) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(icons.icon(icon))
        tool.setToolTip(name)
        tool.setAccessibleName(name)
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tool.clicked.connect(pressed)
        return tool

    def _up(self) -> None:
        self.move_pressed.emit(self.record_id, -1)

    def _down(self) -> None:
        self.move_pressed.emit(self.record_id, 1)

    def _own_tool(self) -> None:
        self._binder.flush()
        self.tool_pressed.emit(self.record_id)

    def _acted(self) -> None:
        self._binder.flush()
        self.remark_pressed.emit(self.record_id)

    def flush(self) -> None:
        """Commit what is waiting in this row."""
        self._binder.flush()

    def _remove(self) -> None:
        self._binder.flush()
        self.remove_pressed.emit(self.record_id)


class EntryList(QWidget):
    """The rows of one list, and a button that adds one below.

    Signals:
        saved, failed: of the rows' fields.
        add_pressed: a person wants one more row.
        remove_pressed: the id of a row.
        move_pressed: the id of a row and -1 or 1.
        tool_pressed, remark_pressed: the id of a row; see `EntryRow`.
    """

    saved = Signal(object)
    failed = Signal(object)
    add_pressed = Signal()
    remove_pressed = Signal(str)
    move_pressed = Signal(str, int)
    tool_pressed = Signal(str)
    remark_pressed = Signal(str)

    def __init__(
        self,
        slots: Sequence[Slot],
        write: Callable[[str, str, object], object],
        add_text: str,
        empty_text: str,
        parent: QWidget,
        *,
        ordered: bool = True,
        remark: Callable[[Mapping[str, object]], Remark] | None = None,
        tool: tuple[str, str] | None = None,
        two_lines: bool = False,
    ) -> None:
        """`tool` is the icon and the name of a button of each row; `two_lines`: the first input stands above all."""
        super().__init__(parent)
        self.ordered = ordered
        self.tool = tool
        self.two_lines = two_lines
        self._slots = tuple(slots)
        self._save = write
        self._remark = remark
        self.rows: list[EntryRow] = []
        self._read_only = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        self._body = QVBoxLayout()
        self._body.setSpacing(style.GRID)
        layout.addLayout(self._body)
        self._empty = parts.label(empty_text, "muted", self)
        layout.addWidget(self._empty)
        self.add = parts.button(add_text, "plus", "quiet", self)
        self.add.clicked.connect(self._add)
        layout.addLayout(parts.row(self.add, None))

    def show_entries(self, entries: Sequence[Mapping[str, object]]) -> None:
        """Show these records; rows that stay keep their focus."""
        wanted = [str(entry["id"]) for entry in entries]
        if [row.record_id for row in self.rows] != wanted:
            self._arrange(wanted)
        for number, (row, entry) in enumerate(zip(self.rows, entries, strict=True), 1):
            row.show_values(number, entry, self._remark(entry) if self._remark else Remark(""))
            row.set_read_only(self._read_only)
        self._empty.setVisible(not entries)

    def focus(self, record_id: str) -> None:
        """Put the cursor into the first input of a row."""
        for row in self.rows:
            if row.record_id == record_id:
                next(iter(row.inputs.values())).setFocus()

    def set_read_only(self, on: bool) -> None:
        """No changes here."""
        self._read_only = on
        self.add.setVisible(not on)
        for row in self.rows:
            row.set_read_only(on)

    def _arrange(self, wanted: Sequence[str]) -> None:
        known = {row.record_id: row for row in self.rows}
        for record_id, row in known.items():
            self._body.removeWidget(row)
            if record_id not in wanted:
                row.hide()
                row.deleteLater()
        self.rows = [known.get(record_id) or self._make_row(record_id) for record_id in wanted]
        for row in self.rows:
            self._body.addWidget(row)
            row.show()
        parts.tab_order(self, *self.rows, self.add)

    def _make_row(self, record_id: str) -> EntryRow:
        row = EntryRow(self._slots, self._save, record_id, self)
        row.saved.connect(self.saved)
        row.failed.connect(self.failed)
        row.remove_pressed.connect(self.remove_pressed)
        row.move_pressed.connect(self.move_pressed)
        row.tool_pressed.connect(self.tool_pressed)
        row.remark_pressed.connect(self.remark_pressed)
        return row

    def _add(self) -> None:
        self.add_pressed.emit()
