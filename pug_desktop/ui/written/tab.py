"""One tab of the page Laporan: the list of one kind, and the record that is open."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from pug_desktop.app.workspace import Workspace
from pug_desktop.app.written import WrittenView
from pug_desktop.errors import PugError
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence_work import EvidenceWork, Target
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.texts import language
from pug_desktop.ui.written.editor import WrittenEditor
from pug_desktop.ui.written.list_view import WrittenList
from pug_desktop.ui.written.presenter import WrittenPresenter


class WrittenTab(QWidget):
    """Semester reports, GAP or GBS.

    Signals:
        go_to: another page, with an argument.
        saved, failed: of a field.
        removed: a sentence: a record was taken out and can be brought back.
        made: a record of another kind was made from the open one: kind and id.
        printed: a paper was made.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    made = Signal(str, str)
    printed = Signal()

    def __init__(self, workspace: Workspace, kind: str, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._jobs = jobs
        self.presenter = WrittenPresenter(workspace, kind, self, language())
        self.list = WrittenList(kind, self, may_write=self.presenter.may_write, is_office=self.presenter.is_office)
        self.list.opened.connect(self.open)
        self.list.add_pressed.connect(self._add)
        self._work = EvidenceWork(workspace, ask, jobs, self._target, self)
        self._work.changed.connect(self._show_proofs)
        self._work.saved.connect(self.saved)
        self._work.removed.connect(self.removed)
        self._editors: dict[tuple[str, ...], WrittenEditor] = {}
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)

    @property
    def editor(self) -> WrittenEditor | None:
        """The editor of the open record."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, WrittenEditor) else None

    def refresh(self) -> None:
        """Read again what is shown."""
        self.presenter.reload()

    def open(self, record_id: str) -> None:
        """Show one record by its id."""
        self.presenter.open(record_id)
        if self.editor is not None:
            self.editor.start()

    # --- what the presenter asks --------------------------------------------------------------------------------------

    def show_record(self, view: WrittenView) -> None:
        """Show this record to write on."""
        names = tuple(each.name() for each in view.headings)
        editor = self._editors.get(names) or self._make_editor(view, names)
        editor.show_record(view)
        self._stack.setCurrentWidget(editor)
        self._show_proofs()

    def show_list(self) -> None:
        """Show the list, read anew."""
        self.list.show_rows(self.presenter.rows())
        self._stack.setCurrentWidget(self.list)

    def tell_failed(self, error: PugError) -> None:
        """Say why something was not done."""
        self._ask.tell(error)

    def _show_proofs(self) -> None:
        if self.editor is not None and self.presenter.view is not None:
            self.editor.show_proofs(self.presenter.view, self.presenter.proofs(), self.presenter.judge)

    def _target(self) -> Target | None:
        view = self.presenter.view
        if view is None or not view.mine:
            return None
        flush_all(self)
        return Target(view.kind, lambda: view.id, self.presenter.proofs())

    def _make_editor(self, view: WrittenView, names: tuple[str, ...]) -> WrittenEditor:
        """One for each set of headings: the two models of a GAP have different ones."""
        editor = WrittenEditor(self.presenter.kind, view.headings, self.presenter.save, self)
        editor.back_pressed.connect(self._back)
        editor.remove_pressed.connect(self._remove)
        editor.print_pressed.connect(self._print)
        editor.help_pressed.connect(self._help)
        editor.decide_pressed.connect(self._to_decide)
        editor.saved.connect(self._saved)
        editor.failed.connect(self.failed)
        editor.proofs_made.connect(self._work.serve)
        self._editors[names] = editor
        self._stack.addWidget(editor)
        return editor

    # --- what a person presses ----------------------------------------------------------------------------------------

    def _add(self) -> None:
        options = self.presenter.choices()
        if self.presenter.kind == "gbs":
            self._add_statement(options)
            return
        title, question = (
            (self.tr("Laporan semester"), self.tr("Semester yang dilaporkan:"))
            if self.presenter.kind == "semester_report"
            else (self.tr("GAP baru"), self.tr("Model analisis:"))
        )
        chosen = self._ask.choose(title, question, options)
        if chosen is not None:
            self._create(chosen)

    def _add_statement(self, gaps: tuple[str, ...]) -> None:
        if not gaps:
            self._create(None)
            return
        options = (*gaps, self.tr("Tanpa GAP: mulai dari lembar kosong"))
        chosen = self._ask.choose(self.tr("GBS baru"), self.tr("Ditulis dari GAP:"), options)
        if chosen is not None:
            self._create(chosen if chosen < len(gaps) else None)

    def _create(self, chosen: int | None) -> None:
        self.presenter.create(chosen)
        if self.editor is not None:
            self.editor.start()

    def _back(self) -> None:
        flush_all(self)
        self.presenter.close()
        self.list.table.setFocus()

    def _remove(self) -> None:
        flush_all(self)
        name = self.presenter.remove()
        self.removed.emit(self.tr("Dihapus: {name}.").format(name=name or self.tr("Belum diberi nama")))

    def _saved(self, saved: object) -> None:
        self.saved.emit(saved)
        # The head shows the programme.
        self.presenter.reload()

    def _help(self) -> None:
        flush_all(self)
        if self.presenter.kind == "gap":
            self.made.emit("gbs", self.presenter.statement_of_gap())
        elif self.presenter.propose() == 0:
            self._ask.inform(
                self.tr("Tidak ada yang diisikan"),
                self.tr(
                    "Pokok yang masih kosong diisi dari rapat, peserta, tindak lanjut, dan anggaran semester ini. "
                    "Semuanya sudah berisi, atau belum ada yang tercatat."
                ),
            )

    def _to_decide(self) -> None:
        if self.presenter.view is not None:
            self.go_to.emit("decide", (self.presenter.kind, self.presenter.view.id))

    def _print(self, suffix: str) -> None:
        flush_all(self)
        if self.editor is not None:
            self.editor.done.hide()
        label = self.tr("Membuat PDF") if suffix == ".pdf" else self.tr("Membuat berkas Excel")
        self._jobs.start(self.presenter.work(suffix), label=label, succeeded=self._finished)

    def _finished(self, path: object) -> None:
        if isinstance(path, Path) and self.editor is not None:
            self.editor.done.show_paper(path)
            self.printed.emit()
