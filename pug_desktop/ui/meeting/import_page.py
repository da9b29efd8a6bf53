"""Participants from a file, in four steps: choose the file, match its columns, put right what is wrong, import."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import edit, import_people
from pug_desktop.app.import_people import Imported, Line
from pug_desktop.app.people_draft import Draft
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.wizard import Wizard
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.meeting.import_columns import ColumnsStep
from pug_desktop.ui.meeting.import_file import FileStep
from pug_desktop.ui.meeting.import_rows import RowsStep
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

FILE, COLUMNS, ROWS, DONE = range(4)


class DoneStep(QWidget):
    """What became of each row.

    Signals:
        save_pressed: keep it as a workbook.
        undo_pressed: take the whole import back.
    """

    save_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sums = parts.label("", "heading", self)
        self.save = parts.button(self.tr("Simpan &hasil per baris (Excel)…"), "excel", "", self)
        self.undo = parts.button(self.tr("&Urungkan impor ini"), "undo", "", self)
        self.model = RowsModel(
            [
                Column(self.tr("Baris"), _row, number=True),
                Column(self.tr("Nama"), _name, width=260, tip=_name),
                Column(self.tr("Hasil"), self._outcome, width=110),
                Column(self.tr("Keterangan"), _why, width=0, tip=_why),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Hasil impor per baris"), self)
        self.save.clicked.connect(self.save_pressed)
        self.undo.clicked.connect(self.undo_pressed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addWidget(self.sums)
        layout.addLayout(parts.row(self.save, self.undo, None))
        layout.addWidget(self.table, 1)

    def show_result(self, found: Imported) -> None:
        """Show what an import did."""
        self.model.set_rows(found.lines)
        self.sums.setText(
            self.tr("{added} orang masuk daftar hadir · {left} baris dilewati · {failed} baris gagal").format(
                added=number_words(found.count("masuk")),
                left=number_words(found.count("dilewati")),
                failed=number_words(found.count("gagal")),
            )
        )
        self.undo.setEnabled(bool(found.added))

    def say_undone(self) -> None:
        """The import was taken back."""
        self.sums.setText(self.tr("Impor ini sudah diurungkan; daftar hadir seperti sebelumnya."))
        self.undo.setEnabled(False)

    def _outcome(self, line: Line) -> str:
        words = {"masuk": self.tr("masuk"), "dilewati": self.tr("dilewati"), "gagal": self.tr("gagal")}
        return words[line.outcome]


class ImportPage(QWidget):
    """The wizard, in place of the meeting.

    Signals:
        closed: back to the meeting; True when its list may have changed.
        imported: a sentence: persons were added and can be taken back.
        taken_back: a sentence: the import was undone here.
    """

    closed = Signal(bool)
    imported = Signal(str)
    taken_back = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._meeting_id = ""
        self.draft: Draft | None = None
        self._result: Imported | None = None
        self.leave = parts.button(self.tr("Kembali ke rapat"), "chevron-left", "quiet", self)
        self._header = parts.PageHeader(self.tr("Impor daftar hadir"), "", self.leave, parent=self)
        self.wizard = Wizard(
            (
                self.tr("Pilih berkas"),
                self.tr("Cocokkan kolom"),
                self.tr("Perbaiki masalah"),
                self.tr("Impor"),
            ),
            self,
        )
        self.file, self.columns, self.rows, self.done = (
            FileStep(self),
            ColumnsStep(self),
            RowsStep(self),
            DoneStep(self),
        )
        for each in (self.file, self.columns, self.rows, self.done):
            self.wizard.add(each)
        layout = parts.page_layout(self)
        layout.addWidget(self._header)
        layout.addWidget(self.wizard, 1)
        self._connect()

    def _connect(self) -> None:
        self.leave.clicked.connect(self._leave)
        self.file.choose_pressed.connect(self._choose)
        self.file.dropped.connect(self._open)
        self.file.template_pressed.connect(self._save_template)
        self.columns.changed.connect(self._offer_columns)
        self.rows.changed.connect(self._offer_rows)
        self.done.save_pressed.connect(self._save_result)
        self.done.undo_pressed.connect(self._undo)
        self.wizard.back_pressed.connect(self._back)
        self.wizard.next_pressed.connect(self._next)

    def begin(self, meeting_id: str, title: str) -> None:
        """Start anew for a meeting."""
        self._meeting_id = meeting_id
        self.draft = self._result = None
        self._header.purpose.setText(title)
        self.wizard.show_step(FILE, self.file.choose)
        self.wizard.offer(back=False, on="")

    def is_at_work(self) -> bool:
        """Whether somebody is in the middle of an import, from which nothing else shall take them away."""
        return self.isVisible() and self.wizard.step in (COLUMNS, ROWS)

    # --- the steps --------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        kinds = self.tr("Daftar peserta") + " (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"
        if (path := self._ask.open_file(self.tr("Pilih berkas daftar peserta"), kinds)) is not None:
            self._open(path)

    def _open(self, path: object) -> None:
        if isinstance(path, Path):
            self._jobs.start(
                partial(self._read, path),
                label=self.tr("Membaca {name}").format(name=path.name),
                succeeded=self._opened,
            )

    def _read(self, path: Path, step: Step) -> Draft:
        return import_people.open_list(self._workspace, self._meeting_id, path, step)

    def _opened(self, found: object) -> None:
        if isinstance(found, Draft):
            self.draft = found
            self.columns.show_draft(found)
            self.wizard.show_step(COLUMNS)
            self._offer_columns()

    def _offer_columns(self) -> None:
        if self.draft is None or self.wizard.step != COLUMNS:
            return
        named = "name" in self.draft.columns
        hint = self.tr("{n} baris terbaca").format(n=number_words(len(self.draft.rows)))
        lacking = self.tr("Belum ada kolom Nama") if not named else self.tr("Tidak ada baris di bawah judul")
        ready = named and bool(self.draft.rows)
        self.wizard.offer(back=True, on=self.tr("Lanjut"), ready=ready, hint=hint if ready else lacking)

    def _offer_rows(self) -> None:
        if self.draft is None or self.wizard.step != ROWS:
            return
        ready, wrong = self.draft.ready, self.draft.with_problems
        hint = self.tr("{n} baris bermasalah tidak akan ikut").format(n=number_words(wrong)) if wrong else ""
        on = self.tr("Impor {n} orang").format(n=number_words(ready))
        self.wizard.offer(back=True, on=on, ready=ready > 0, hint=hint)

    def _back(self, step: int) -> None:
        if step == COLUMNS:
            self.begin(self._meeting_id, self._header.purpose.text())
        elif step == ROWS:
            self.wizard.show_step(COLUMNS)
            self._offer_columns()

    def _next(self, step: int) -> None:
        if self.draft is None:
            return
        if step == COLUMNS:
            self.wizard.show_step(ROWS, self.rows.table)
            self.rows.show_draft(self.draft)
            self._offer_rows()
        elif step == ROWS:
            self._jobs.start(
                partial(self._run, self.draft), label=self.tr("Memasukkan peserta"), succeeded=self._finished
            )
        else:
            self._leave()

    def _run(self, draft: Draft, step: Step) -> Imported:
        return import_people.run(self._workspace, self._meeting_id, draft, step)

    def _finished(self, found: object) -> None:
        if isinstance(found, Imported):
            self._result = found
            self.done.show_result(found)
            self.wizard.show_step(DONE)
            self.wizard.offer(back=False, on=self.tr("Ke daftar hadir"))
            self.imported.emit(
                self.tr("{n} orang diimpor ke daftar hadir.").format(n=number_words(found.count("masuk")))
            )

    # --- further buttons --------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        self.closed.emit(self._result is not None)

    def _undo(self) -> None:
        done = self._workspace.history.done
        if self._result is None or not done or done[-1].what != "import":
            self._ask.inform(
                self.tr("Impor ini tidak lagi langkah terakhir"),
                self.tr("Sesudahnya ada perubahan lain. Urungkan dulu perubahan itu dengan Ctrl+Z."),
            )
            return
        try:
            what = edit.undo(self._workspace, language())
        except PugError as error:
            self._ask.tell(error)
            return
        self.done.say_undone()
        self.taken_back.emit(what or "")

    def _save_template(self) -> None:
        kinds = self.tr("Buku kerja Excel") + " (*.xlsx)"
        out = self._ask.save_file(self.tr("Simpan templat"), "templat-daftar-peserta.xlsx", kinds)
        if out is not None:
            self._jobs.start(partial(self._write_template, out), label=self.tr("Menyimpan templat"))

    def _write_template(self, out: Path, _step: Step) -> None:
        import_people.write_template(self._workspace, out)

    def _save_result(self) -> None:
        kinds = self.tr("Buku kerja Excel") + " (*.xlsx)"
        out = self._ask.save_file(self.tr("Simpan hasil impor"), "hasil-impor.xlsx", kinds)
        if out is not None and self.draft is not None and self._result is not None:
            self._jobs.start(
                partial(self._write_result, out, self.draft, self._result), label=self.tr("Menyimpan hasil")
            )

    def _write_result(self, out: Path, draft: Draft, found: Imported, _step: Step) -> None:
        import_people.write_result(out, draft, found, language())


def _row(line: Line) -> int:
    return line.row


def _name(line: Line) -> str:
    return line.name


def _why(line: Line) -> str:
    return line.why[language() == "en"]
