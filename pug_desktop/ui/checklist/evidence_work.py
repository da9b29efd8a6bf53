"""What a page does with evidence: files are attached in the worker, described, used again, opened, taken off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from pug_desktop.app import documents, evidence, fill
from pug_desktop.app.evidence import Attached, EvidenceRow
from pug_desktop.app.fill import Sheet, SheetItem
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence import EvidenceBox, show_file
from pug_desktop.ui.checklist.presenter import dropped
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.messages import sentence
from pug_desktop.ui.texts import language


@dataclass(frozen=True, slots=True)
class Target:
    """What files shall prove: its kind, how to get its id (an answer may not be there yet), the files it has."""

    kind: str
    owner_id: Callable[[], RecordId]
    rows: Sequence[EvidenceRow] = ()


Shown = Callable[[], Target | None]
"""Gives what is shown, None when nothing is; what is typed there was committed before."""


def answer_target(ws: Workspace, sheet: Sheet, item: SheetItem) -> Target:
    """An answer of a sheet; it is made when the first file comes."""
    make = partial(fill.attach_evidence_target, ws, sheet, item.question.name)
    return Target("answer", make, item.evidence)


class EvidenceWork(QObject):
    """The evidence of the record that is shown.

    Signals:
        changed: something was attached, described or taken off.
        saved: what app.evidence returned.
        removed: what was taken off, for the bar with "Urungkan".
        told: a sentence on what came of the files, for the line below them.
    """

    changed = Signal()
    saved = Signal(object)
    removed = Signal(str)
    told = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, shown: Shown, parent: QObject) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._jobs = jobs
        self._shown = shown

    def serve(self, box: EvidenceBox) -> None:
        """Do what is wished for in this box, until it is gone."""
        box.files_wanted.connect(self.attach)
        box.choose_wanted.connect(self.choose)
        box.image_pasted.connect(self.attach_image)
        box.reuse_wanted.connect(self.reuse)
        box.open_wanted.connect(self.open)
        box.remove_wanted.connect(self.remove)
        box.described.connect(self.describe)
        self.told.connect(box.show_result)

    def choose(self, original: bool = False) -> None:
        """Ask for files."""
        self.attach(self._ask.open_files(self.tr("Pilih berkas bukti")), original)

    def attach(self, paths: tuple[Path, ...], original: bool = False) -> None:
        """Attach the files among these; folders are left out. `original`: photos stay as they are."""
        files = dropped(paths)
        if paths and not files:
            self.told.emit(self.tr("Folder tidak dapat dilampirkan. Buka foldernya, lalu seret berkas di dalamnya."))
        target = self._shown() if files else None
        if target is None:
            return

        def work(step: Step) -> object:
            return evidence.attach_many(self._ws, target.kind, target.owner_id(), files, step, original=original)

        self._jobs.start(
            work,
            label=self.tr("Menyimpan bukti…"),
            succeeded=self._attached,
            failed=self._failed,
            cancelled=self.changed.emit,
        )

    def attach_image(self, image: QImage, original: bool = False) -> None:
        """Attach a picture that was copied in another program."""
        name = f"tempelan-{self._ws.clock().astimezone():%Y-%m-%d-%H%M%S}.png"
        try:
            path = self._ws.folder_for("tmp") / name
        except PugError as error:
            self._ask.tell(error)
            return
        if image.save(str(path), "PNG"):  # type: ignore[call-overload]  # the stubs want bytes, PySide takes a str
            self.attach((path,), original)
        else:
            self.told.emit(self.tr("Gambar yang disalin tidak dapat disimpan. Periksa ruang disk komputer ini."))

    def _attached(self, made: object) -> None:
        self.changed.emit()
        if not isinstance(made, Attached):
            return
        self.told.emit(self._words(made))
        match made.refused:
            case (error,):
                self._ask.tell(error)
            case (_, *_) as several:
                self._ask.inform(
                    self.tr("Sebagian berkas tidak dilampirkan"),
                    "\n\n".join(sentence(error) for error in several),
                )

    def _words(self, made: Attached) -> str:
        said = [self.tr("{n} berkas dilampirkan.").format(n=len(made.rows))] if made.rows else []
        if made.shrunk:
            said.append(self.tr("{n} foto dikecilkan dan lokasi pengambilannya dihapus.").format(n=made.shrunk))
        if made.there:
            said.append(self.tr("Sudah terlampir: {names}.").format(names=", ".join(made.there)))
        return " ".join(said)

    def _failed(self, error: Exception) -> None:
        self.changed.emit()
        self._ask.tell(error)

    def reuse(self) -> None:
        """Choose among the documents that are here already."""
        target = self._shown()
        if target is None:
            return
        has = {row.sha256 for row in target.rows}
        known = [each for each in documents.documents(self._ws, language()) if each.row.sha256 not in has]
        if not known:
            self.told.emit(self.tr("Belum ada dokumen lain di kantor ini. Lampirkan berkas dengan tombol di atas."))
            return
        chosen = self._ask.documents(known)
        if not chosen:
            return
        try:
            made = evidence.reuse(self._ws, target.kind, target.owner_id(), chosen)
        except PugError as error:
            self._failed(error)
            return
        self.changed.emit()
        self.told.emit(self._words(Attached(rows=made)))

    def describe(self, evidence_id: str, fields: dict[str, str | None]) -> None:
        """Keep what was typed about a document."""
        try:
            self.saved.emit(evidence.describe(self._ws, evidence_id, **fields))
        except PugError as error:
            self._ask.tell(error)
        self.changed.emit()

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
        target = self._shown()
        rows = target.rows if target is not None else ()
        name = next((row.file_name for row in rows if row.id == evidence_id), "")
        try:
            self.saved.emit(evidence.detach(self._ws, evidence_id))
        except PugError as error:
            self._ask.tell(error)
            return
        self.changed.emit()
        self.removed.emit(self.tr("Bukti “{name}” dilepas.").format(name=name))
