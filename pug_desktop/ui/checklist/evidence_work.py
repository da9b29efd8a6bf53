"""What the page "Prasyarat" does with evidence: files are attached in the worker, opened, taken off."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pug_desktop.app import evidence, fill
from pug_desktop.app.fill import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence import show_file
from pug_desktop.ui.checklist.presenter import dropped
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence

Shown = Callable[[], tuple[Sheet, SheetItem] | None]
"""Gives the sheet and the question that are shown, None when none is; what is typed there was committed before."""


class EvidenceWork(QObject):
    """The evidence of the question that is shown.

    Signals:
        changed: something was attached or taken off.
        saved: what app.evidence returned.
        removed: what was taken off, for the bar with "Urungkan".
    """

    changed = Signal()
    saved = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._shown = shown

    def choose(self) -> None:
        """Ask for files."""
        self.attach(self._ask.open_files(self.tr("Pilih berkas bukti")))

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Attach the files among these; folders are left out."""
        files = dropped(paths)
        shown = self._shown() if files else None
        if shown is None:
            return
        sheet, name = shown[0], shown[1].question.name

        def work(step: Step) -> object:
            answer_id = fill.attach_evidence_target(self._ws, sheet, name)
            return evidence.attach_many(self._ws, "answer", answer_id, files, step)

        self._jobs.start(work, label=self.tr("Menyimpan bukti…"), succeeded=self._attached, failed=self._failed)

    def _attached(self, refused: object) -> None:
        self.changed.emit()
        match refused:
            case (Exception() as error,):
                self._ask.tell(error)
            case (Exception(), *_) as several:
                self._ask.inform(
                    self.tr("Sebagian berkas tidak dilampirkan"),
                    "\n\n".join(sentence(error) for error in several if isinstance(error, PugError)),
                )

    def _failed(self, error: Exception) -> None:
        self.changed.emit()
        self._ask.tell(error)

    def open(self, evidence_id: str) -> None:
        """Show a file with the program that the system has for it."""
        try:
            path = evidence.open_copy(self._ws, evidence_id)
        except PugError as error:
            self._ask.tell(error)
            return
        if not show_file(path):
            self._ask.inform(
                self.tr("Tidak ada program untuk membuka berkas ini"),
                self.tr("Berkas tersimpan di {path}").format(path=path),
            )

    def remove(self, evidence_id: str) -> None:
        """Take a file off."""
        shown = self._shown()
        rows = shown[1].evidence if shown is not None else ()
        name = next((row.file_name for row in rows if row.id == evidence_id), "")
        try:
            self.saved.emit(evidence.detach(self._ws, evidence_id))
        except PugError as error:
            self._ask.tell(error)
            return
        self.changed.emit()
        self.removed.emit(self.tr("Bukti “{name}” dilepas.").format(name=name))
