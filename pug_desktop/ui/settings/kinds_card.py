"""The kinds of meetings that this office offers: the standard ones under its names, and its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app import meeting_kinds
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import labels
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.form_view.inputs import ChoiceInput, TextInput
from pug_desktop.ui.meeting.entries import EntryList, Slot
from pug_desktop.ui.meeting.inputs import TwoWords
from pug_desktop.ui.texts import language


class KindsCard(parts.Card):
    """Rename, hide, add.

    Signals:
        saved, failed: of a field.
        removed: a sentence: an own kind was taken away.
    """

    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent, margin=20)
        self._ws = workspace
        self.body.addWidget(parts.label(self.tr("Jenis kegiatan"), "heading", self))
        advice = self.tr(
            "Jenis yang ditawarkan untuk rapat. Jenis sendiri selalu dihitung sebagai salah satu jenis baku, supaya "
            "rekap semua kantor dapat dibandingkan."
        )
        self.body.addWidget(parts.label(advice, "muted", self))
        self.entries = EntryList(
            [
                Slot("name", self.tr("Nama jenis"), TextInput, 7),
                Slot("counts_as", self.tr("Dihitung sebagai"), self._standard, 6),
                Slot("hidden", self.tr("Tampil"), self._shown, 4),
            ],
            self._write,
            self.tr("Tambah jenis"),
            "",
            self,
            ordered=False,
        )
        self.entries.saved.connect(self._saved)
        self.entries.failed.connect(self.failed)
        self.entries.add_pressed.connect(self._add)
        self.entries.remove_pressed.connect(self._remove)
        self.body.addWidget(self.entries)

    def refresh(self) -> None:
        """Read the kinds again."""
        found = meeting_kinds.kinds(self._ws, language())
        self.entries.show_entries(
            [
                {"id": each.choice, "name": each.name, "counts_as": each.counts_as, "hidden": each.hidden}
                for each in found
            ]
        )
        for row, each in zip(self.entries.rows, found, strict=True):
            row.inputs["counts_as"].setEnabled(not each.standard)

    def _standard(self, name: str, parent: QWidget) -> QWidget:
        made = ChoiceInput(labels("meeting_kind", language()), name, parent)
        made.removeItem(0)
        return made

    def _shown(self, name: str, parent: QWidget) -> QWidget:
        return TwoWords(self.tr("Ditawarkan"), self.tr("Disembunyikan"), name, parent)

    def _write(self, choice: str, field: str, value: object) -> object:
        match field:
            case "name":
                return meeting_kinds.rename(self._ws, choice, str(value or ""))
            case "counts_as":
                return meeting_kinds.count_as(self._ws, choice, str(value))
        return meeting_kinds.hide(self._ws, choice, hidden=bool(value))

    def _saved(self, saved: object) -> None:
        self.saved.emit(saved)
        self.refresh()

    def _add(self) -> None:
        names = {each.name for each in meeting_kinds.kinds(self._ws, language())}
        plain = self.tr("Jenis baru")
        name = next(each for each in (plain, *(f"{plain} {n}" for n in range(2, 1000))) if each not in names)
        try:
            made = meeting_kinds.add(self._ws, name)
        except PugError as error:
            self.failed.emit(error)
            return
        self.refresh()
        self.entries.focus(made)
        line = self.entries.rows[-1].inputs["name"]
        if isinstance(line, TextInput):
            line.selectAll()

    def _remove(self, choice: str) -> None:
        """Take an own kind away; one that is standard or that meetings have is only put out of sight."""
        found = next((each for each in meeting_kinds.kinds(self._ws, language()) if each.choice == choice), None)
        if found is None:
            return
        try:
            if found.standard or found.used:
                self.saved.emit(meeting_kinds.hide(self._ws, choice, hidden=True))
            else:
                meeting_kinds.remove(self._ws, choice)
                self.removed.emit(self.tr("Jenis “{name}” dihapus.").format(name=found.name))
        except PugError as error:
            self.failed.emit(error)
        self.refresh()
