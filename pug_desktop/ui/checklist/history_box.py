"""The history of an answer, folded up below its panel until somebody wants to read it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pug_desktop.app.answer_history import Entry
from pug_desktop.ui import icons, parts
from pug_desktop.ui.carry.amounts import short_moment_words
from pug_desktop.ui.texts import language

MOST_SHOWN = 50


class HistoryBox(QWidget):
    """A button, and below it one block for each change, the newest first.

    Signals:
        wanted: the entries shall be loaded (`show_entries`).
    """

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.button = parts.button(self.tr("Ri&wayat jawaban"), "chevron-right", "quiet", self)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggled)
        layout.addLayout(parts.row(self.button, None))
        self._inside = QWidget(self)
        self._entries = QVBoxLayout(self._inside)
        self._entries.setContentsMargins(12, 0, 0, 0)
        self._entries.setSpacing(8)
        self._inside.hide()
        layout.addWidget(self._inside)

    def refresh(self) -> None:
        """After a change: what is open is loaded anew."""
        if self.button.isChecked():
            self.wanted.emit()

    def _toggled(self, on: bool) -> None:
        self.button.setIcon(icons.icon("chevron-down" if on else "chevron-right"))
        self._inside.setVisible(on)
        self.refresh()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The changes that this computer knows."""
        parts.clear(self._entries)
        for each in entries[:MOST_SHOWN]:
            self._entries.addWidget(self._block(each))
        if not entries:
            self._entries.addWidget(parts.label(self.tr("Butir ini belum pernah dijawab."), "muted", self._inside))
        if (more := len(entries) - MOST_SHOWN) > 0:
            words = self.tr("{n} perubahan yang lebih lama tidak ditampilkan.").format(n=more)
            self._entries.addWidget(parts.label(words, "muted small", self._inside))

    def _block(self, entry: Entry) -> QFrame:
        block = QFrame(self._inside)
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(parts.label(self._head(entry), "muted small", block))
        if entry.removed:
            layout.addWidget(parts.label(self.tr("Jawaban dihapus."), parent=block))
        for name, old, new in entry.fields:
            field = self._field(name)
            nothing = self.tr("(kosong)")
            words = self.tr("{field}: {old} → {new}")
            if not old and not entry.removed:
                words = self.tr("{field}: {new}")
            text = words.format(field=field, old=old or nothing, new=new or nothing)
            layout.addWidget(parts.label(text, parent=block))
        return block

    def _field(self, name: str) -> str:
        match name:
            case "note":
                return self.tr("Catatan")
            case "override_reason":
                return self.tr("Alasan mengisi sendiri")
            case _:
                return self.tr("Jawaban")

    def _head(self, entry: Entry) -> str:
        when = short_moment_words(entry.at, language()) if entry.at else ""
        if not when and not entry.removed and all(not old for _, old, _ in entry.fields):
            when = self.tr("Isian pertama yang diketahui komputer ini")
        when = when or self.tr("Waktu tidak diketahui")
        where = self.tr("lewat kiriman {office}").format(office=entry.sender) if entry.sender else ""
        return " · ".join(part for part in (when, entry.by, where) if part)
