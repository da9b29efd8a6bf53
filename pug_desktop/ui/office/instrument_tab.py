"""Instruments of a province: next year's questionnaire is written in Excel, checked here, and issued."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app import instruments
from pug_desktop.app.form_source import Instrument
from pug_desktop.app.instrument_workbook import write_workbook
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.forms.xlsform import Finding
from pug_desktop.progress import Step
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.office import instrument_presenter as presenter
from pug_desktop.ui.office.instrument_presenter import Checked, KnownForm
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class InstrumentTab(QWidget):
    """The forms that are in use, and what a workbook still lacks before it can be issued.

    Signals:
        issued: an instrument was issued.
    """

    issued = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self._jobs = jobs
        self._checked: Checked | None = None
        self.save = parts.button(self.tr("Simpan sebagai E&xcel…"), "report", parent=self)
        self.check = parts.button(self.tr("Perik&sa berkas Excel…"), "search", parent=self)
        self.publish = parts.button(self.tr("Terb&itkan versi ini"), "send", "primary", self)
        self.publish.setEnabled(False)
        self.known = RowsModel(self._known_columns(), self)
        self.known_table = RowsTable(self.known, self.tr("Daftar instrumen"), self)
        self.known_table.setFixedHeight(style.GRID * 26)
        self.findings = RowsModel(self._finding_columns(), self)
        self.findings_table = RowsTable(self.findings, self.tr("Daftar kesalahan dan catatan"), self)
        self.verdict = parts.label("", "strong", self)
        self.advice = parts.label("", "muted", self)
        self._build()
        self.save.clicked.connect(self._save)
        self.check.clicked.connect(self._choose)
        self.publish.clicked.connect(self._publish)
        self.findings_table.chosen.connect(self._explain)
        self._show(None)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, style.GRID * 2, 0, 0)
        layout.setSpacing(style.GRID)
        text = self.tr(
            "Lembar tahun depan ditulis di Excel: simpan versi sekarang, ubah, naikkan nomor versinya, periksa, "
            "lalu terbitkan. Versi baru turun ke semua kantor bersama kiriman; lembar yang sudah ada tidak berubah."
        )
        layout.addWidget(parts.label(text, "muted", self))
        layout.addLayout(parts.row(self.save, self.check, self.publish, None))
        layout.addWidget(self.known_table)
        card = parts.Card(self, self.tr("Hasil pemeriksaan berkas Excel"), margin=style.GRID * 2)
        for each in (self.verdict, self.advice):
            card.body.addWidget(each)
        card.body.addWidget(self.findings_table, 1)
        card.body.addStretch()
        layout.addWidget(card, 1)
        parts.tab_order(self.save, self.check, self.publish, self.known_table, self.findings_table)

    def _known_columns(self) -> list[Column]:
        return [
            Column(self.tr("Instrumen"), _title, width=0, tip=_title),
            Column(self.tr("Versi"), _version, number=True),
            Column(self.tr("Diterbitkan"), _issued_on, text=self._day),
            Column(self.tr("Keadaan"), self._state, width=250, tip=self._state),
        ]

    def _finding_columns(self) -> list[Column]:
        return [
            Column(self.tr("Lembar"), _sheet),
            Column(self.tr("Baris"), _row, number=True),
            Column(self.tr("Kolom"), _column),
            Column(self.tr("Yang perlu dilihat"), _problem, width=0, tip=_problem),
        ]

    def _day(self, value: object) -> str:
        return str(value) or self.tr("bawaan program")

    def _state(self, row: KnownForm) -> str:
        words = {
            presenter.IN_USE: self.tr("dipakai untuk lembar baru"),
            presenter.EARLIER: self.tr("hanya untuk lembar yang sudah ada"),
            presenter.REFUSED: self.tr("tidak dipakai: {reason}").format(reason=row.reason),
        }
        return words[row.state]

    def refresh(self) -> None:
        """Read the instruments again; the workbook that was checked stays on show."""
        self.known.set_rows(presenter.known_forms(self._workspace, language()))

    # --- to Excel -----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        titles = presenter.sheet_titles(self._workspace, language())
        chosen = self._ask.choose(
            self.tr("Simpan sebagai Excel"), self.tr("Instrumen yang mana?"), [title for _name, title in titles]
        )
        if chosen is None:
            return
        name = titles[chosen][0]
        out = self._ask.save_file(
            self.tr("Simpan sebagai Excel"), f"{name}.xlsx", self.tr("Buku kerja Excel") + " (*.xlsx)"
        )
        if out is None:
            return
        try:
            form = write_workbook(self._workspace, name, out)
        except PugError as error:
            self._ask.tell(error)
            return
        text = self.tr(
            "Versi {version} tersimpan. Ubah di Excel, naikkan angka version di lembar settings menjadi {next}, "
            "lalu periksa di sini. Lembar petunjuk di berkas itu menjelaskan kolom-kolomnya."
        ).format(version=form.version, next=form.version + 1)
        self._ask.inform(self.tr("Tersimpan sebagai Excel"), text)

    # --- from Excel ---------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        path = self._ask.open_file(self.tr("Periksa berkas Excel"), self.tr("Buku kerja Excel") + " (*.xlsx)")
        if path is not None:
            self._look(path)

    def _look(self, path: Path) -> None:
        self._show(None)

        def look(_step: Step) -> object:
            return presenter.check(self._workspace, path)

        self._jobs.start(look, label=self.tr("Memeriksa berkas Excel…"), succeeded=self._looked, failed=self._ask.tell)

    def _looked(self, found: object) -> None:
        self._show(cast(Checked, found))

    def _show(self, checked: Checked | None) -> None:
        self._checked = checked
        self.publish.setEnabled(checked is not None and checked.form is not None)
        self.findings.set_rows(checked.findings if checked else ())
        self.findings_table.setVisible(bool(checked and checked.findings))
        if checked is None:
            self.verdict.setText(self.tr("Belum ada berkas yang diperiksa."))
            self.advice.setText(self.tr("Tekan Periksa berkas Excel… untuk melihat apa yang masih perlu diperbaiki."))
        elif checked.form is None:
            count = len(checked.findings)
            self.verdict.setText(self.tr("{name}: {n} kesalahan.").format(name=checked.path.name, n=count))
            self.advice.setText(self.tr("Perbaiki sel-sel ini di Excel, simpan, lalu periksa lagi."))
        else:
            form = checked.form
            text = self.tr("{name} siap diterbitkan: {title}, versi {version}, {n} pertanyaan.")
            self.verdict.setText(
                text.format(
                    name=checked.path.name, title=form.title.of(language()), version=form.version, n=len(form.questions)
                )
            )
            remarks = self.tr("Yang di bawah ini dilewati dan tidak ikut menjadi instrumen.")
            complete = self.tr("Semua isinya ikut menjadi instrumen.")
            self.advice.setText(remarks if checked.findings else complete)

    def _explain(self, row: object) -> None:
        """The whole sentence of the chosen row: a cell of the table may be too narrow for it."""
        if isinstance(row, Finding):
            self.advice.setText(row.words(language()))

    # --- issuing ------------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        if self._checked is None or self._checked.form is None:
            return
        form, path = self._checked.form, self._checked.path
        text = self.tr(
            "{title}, versi {version}, turun ke semua kantor bersama kiriman berikutnya. "
            "Yang sudah diterbitkan tidak dapat diubah atau ditarik; kesalahan diperbaiki dengan versi berikutnya."
        ).format(title=form.title.of(language()), version=form.version)
        if not self._ask.confirm(self.tr("Terbitkan instrumen?"), text, self.tr("Terbitkan")):
            return
        self._jobs.start(
            partial(_issue, self._workspace, path),
            label=self.tr("Menerbitkan instrumen…"),
            succeeded=self._published,
            failed=self._ask.tell,
        )

    def _published(self, made: object) -> None:
        found = cast(Instrument, made)
        self._show(None)
        self.refresh()
        self.verdict.setText(
            self.tr("{name} versi {version} sudah diterbitkan.").format(
                name=found.form.title.of(language()) if found.form else found.name, version=found.version
            )
        )
        self.advice.setText(self.tr("Versi ini ikut dengan kiriman berikutnya ke semua kantor: buka halaman Kirim."))
        self.issued.emit()


def _issue(workspace: Workspace, path: Path, _step: Step) -> object:
    return instruments.publish(workspace, path)


def _title(row: KnownForm) -> str:
    return row.title


def _version(row: KnownForm) -> object:
    return row.version


def _issued_on(row: KnownForm) -> object:
    return row.issued_on


def _sheet(row: Finding) -> object:
    return row.sheet


def _row(row: Finding) -> object:
    return row.row or None


def _column(row: Finding) -> str:
    return f"{row.letter} ({row.heading})" if row.heading else row.letter


def _problem(row: Finding) -> str:
    return row.problem.of(language())
