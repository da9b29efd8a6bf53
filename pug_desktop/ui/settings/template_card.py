"""The Word template of the invitation letter: the office's own, or ours."""

from PySide6.QtWidgets import QWidget

from pug_desktop.app import letter
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs


class TemplateCard(parts.Card):
    """Choose, copy, give up."""

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent, margin=20)
        self._ws, self._ask, self._jobs = workspace, ask, jobs
        self.body.addWidget(parts.label(self.tr("Templat surat undangan"), "heading", self))
        self.state = parts.label("", "muted", self)
        self.copy = parts.button(self.tr("Simpan salinan templat…"), "copy", parent=self)
        self.take = parts.button(self.tr("Pilih templat…"), "folder", parent=self)
        self.drop = parts.button(self.tr("Pakai templat bawaan"), "undo", "quiet", self)
        self.body.addWidget(self.state)
        self.body.addLayout(parts.row(self.copy, self.take, None))
        self.body.addLayout(parts.row(self.drop, None))
        self.body.addStretch(1)
        self.copy.clicked.connect(self._copy)
        self.take.clicked.connect(self._take)
        self.drop.clicked.connect(self._drop)

    def refresh(self) -> None:
        """Say which one is in use."""
        own = letter.own_template(self._ws) is not None
        self.state.setText(
            self.tr("Surat Word memakai templat kantor ini.")
            if own
            else self.tr("Surat Word memakai templat bawaan. Ubah salinannya dengan Word, lalu pilih di sini.")
        )
        self.drop.setVisible(own)

    def _copy(self) -> None:
        out = self._ask.save_file(self.tr("Simpan salinan templat"), "surat-undangan.docx", "Word (*.docx)")
        if out is None:
            return
        try:
            letter.copy_template(self._ws, out)
        except PugError as error:
            self._ask.tell(error)
            return
        self.state.setText(self.tr("Salinan tersimpan: {name}").format(name=out.name))

    def _take(self) -> None:
        path = self._ask.open_file(self.tr("Pilih templat surat undangan"), "Word (*.docx)")
        if path is None:
            return

        def work(_step: Step) -> None:
            letter.take_template(self._ws, path)

        self._jobs.start(work, label=self.tr("Mencoba templat"), succeeded=self._taken)

    def _taken(self, _done: object) -> None:
        self.refresh()

    def _drop(self) -> None:
        try:
            letter.drop_template(self._ws)
        except PugError as error:
            self._ask.tell(error)
        self.refresh()
