"""Ties the inputs of one record to its fields: loads them, and commits each when it is left."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.ui.saved import AutoSave


class Input(Protocol):
    """What all our inputs have."""

    def value(self) -> object:
        """What is kept."""

    def set_value(self, value: object) -> None:
        """Show a value without telling anybody."""

    def problem(self) -> str:
        """Why what is typed cannot be kept."""


class Binder(QObject):
    """The inputs of one record.

    Signals:
        saved: what the write returned.
        failed: the PugError of a write.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, write: Callable[[str, object], object], parent: QWidget) -> None:
        """`write` commits one field of the record."""
        super().__init__(parent)
        self._write = write
        self._tied: dict[str, tuple[Input, AutoSave]] = {}
        self._loaded: dict[str, object] = {}

    def tie(self, field: str, widget: QWidget) -> None:
        """Keep `field` in this input."""
        shown = cast(Input, widget)
        saver = AutoSave(widget, partial(self._read, field, shown), partial(self._write, field))
        saver.saved.connect(self.saved)
        saver.failed.connect(self.failed)
        self._tied[field] = (shown, saver)

    def load(self, values: Mapping[str, object]) -> None:
        """Show these values; an input in which somebody is typing is left alone."""
        for field, (shown, saver) in self._tied.items():
            if saver.pending:
                continue
            self._loaded[field] = values.get(field)
            shown.set_value(values.get(field))
            saver.settle()

    def set_read_only(self, on: bool) -> None:
        """Make all inputs so that they can be read and copied, not changed."""
        for shown, _ in self._tied.values():
            # A list to choose from has no read-only state.
            if (make := getattr(shown, "setReadOnly", None)) is not None:
                make(on)
            elif isinstance(shown, QWidget):
                shown.setEnabled(not on)

    def flush(self) -> None:
        """Commit what is waiting."""
        for _, saver in self._tied.values():
            saver.flush()

    def _read(self, field: str, shown: Input) -> object:
        # What cannot be kept is not kept: the value before it stays.
        return self._loaded.get(field) if shown.problem() else shown.value()
