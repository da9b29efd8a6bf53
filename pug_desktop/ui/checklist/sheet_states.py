"""What the page "Prasyarat" does with the state of a sheet: its band, the steps, the list of final versions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app import final_versions, problem_list, states
from pug_desktop.app.final_versions import Compared, FinalVersion
from pug_desktop.app.sheets import Sheet
from pug_desktop.app.states import Standing
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.forms.problems import ERROR, Problem
from pug_desktop.forms.words import number_words
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.state_band import StateBand
from pug_desktop.ui.checklist.versions import VersionsView
from pug_desktop.ui.report.paths import plain_name
from pug_desktop.ui.texts import language

Step = Callable[[Workspace, Sheet], object]

_NAMED = 6
"""Errors that are named before a sheet is made final; the list has all of them."""


class SheetStates(QObject):
    """The band and the view belong to the page, which puts them where they stand.

    Attributes:
        band: above the sheet.
        view: the final versions, in place of the sheet.

    Signals:
        about_to_change: what is being typed has to be committed first.
        changed: the sheet stands elsewhere now.
        saved: what app.states returned.
        opened: the view shall be shown.
        problems_wanted: the list of problems shall be shown.
        closed: the sheet shall be shown again.
    """

    about_to_change = Signal()
    changed = Signal()
    saved = Signal(object)
    opened = Signal()
    problems_wanted = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        self._sheet: Sheet | None = None
        self.standing: Standing | None = None
        self.band = StateBand(parent)
        self.band.ready_wanted.connect(self._mark_ready)
        self.band.draft_wanted.connect(self._back_to_draft)
        self.band.final_wanted.connect(self._finalise)
        self.band.correction_wanted.connect(self._correct)
        self.band.versions_wanted.connect(self._open)
        self.view = VersionsView(parent)
        self.view.closed.connect(self.closed)
        self.view.save_wanted.connect(self._save)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Bring the band in line with what is shown; None for nothing."""
        self._sheet = sheet
        self.standing = states.standing(self._ws, sheet) if sheet is not None else None
        if self.standing is None:
            self.band.hide()
        else:
            self.band.show_standing(self.standing)

    # --- steps --------------------------------------------------------------------------------------------------

    def _mark_ready(self) -> None:
        self._lead(states.mark_ready)

    def _back_to_draft(self) -> None:
        self._lead(states.back_to_draft)

    def _correct(self) -> None:
        self._lead(states.correct)

    def _finalise(self) -> None:
        self.about_to_change.emit()
        sheet, standing = self._sheet, self.standing
        if sheet is None or standing is None:
            return
        title = self.tr("Finalkan lembar ini sebagai versi {n}?").format(n=standing.next_number)
        wrong = [each for each in problem_list.of_sheet(self._ws, sheet) if each.severity == ERROR]
        text = self._what_is_missing(sheet, wrong)
        if wrong:
            verb = self.tr("Finalkan juga")
            answer = self._ask.confirm_or(title, text, verb, self.tr("Lihat Daftar masalah"))
        else:
            answer = self._ask.confirm(title, text, self.tr("Finalkan")) or None
        if answer:
            self._lead(states.finalise)
        elif answer is False:
            self.problems_wanted.emit()

    def _errors_named(self, wrong: Sequence[Problem]) -> str:
        """How many there are, and the first of them with their questions."""
        lines = [self.tr("Kesalahan di Daftar masalah: {n}.").format(n=number_words(len(wrong), language()))]
        lines += [f"{each.question}: {each.cause.of(language())}" for each in wrong[:_NAMED]]
        if left := len(wrong) - _NAMED:
            lines += [self.tr("dan {n} lagi").format(n=number_words(left, language()))] if left > 0 else []
        return "\n".join(lines)

    def _what_is_missing(self, sheet: Sheet, wrong: Sequence[Problem]) -> str:
        counted = [section.completeness for section in sheet.sections]
        asked = sum(each.total - each.not_relevant for each in counted)
        empty = asked - sum(each.filled for each in counted)
        unbacked = sum(each.filled - each.backed for each in counted)
        after = self.tr(
            "Versi ini ditandatangani perangkat ini dan tidak dapat diubah atau diurungkan. Bila ada yang perlu "
            "diperbaiki, tekan “Buat perbaikan”: hasilnya menjadi versi berikutnya."
        )
        said = []
        if empty or unbacked:
            missing = self.tr("Masih kosong: {empty} dari {asked} butir. Terisi tanpa bukti: {unbacked} butir.")
            said.append(missing.format(empty=empty, asked=asked, unbacked=max(0, unbacked)))
        errors = self._errors_named(wrong) if wrong else ""
        return "\n\n".join(part for part in (" ".join(said), errors, after) if part)

    def _lead(self, step: Step) -> None:
        self.about_to_change.emit()
        if self._sheet is None:
            return
        try:
            done = step(self._ws, self._sheet)
        except PugError as error:
            self._ask.tell(error)
            return
        finally:
            self.changed.emit()
        if not isinstance(done, str):
            self.saved.emit(done)

    # --- versions -----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.standing is None:
            return
        self.view.show_versions(self.standing.versions, self._compare)
        self.opened.emit()
        self.view.table.setFocus()

    def _compare(self, version: FinalVersion) -> Sequence[Compared]:
        if self._sheet is None:
            return ()
        return final_versions.compare(self._ws, version, self._sheet, language())

    def _save(self, version: object) -> None:
        if not isinstance(version, FinalVersion) or self._sheet is None:
            return
        name = plain_name(f"{self._sheet.office_name} {self._sheet.year} versi {version.number}")
        path = self._ask.save_file(self.tr("Simpan salinan versi final"), f"{name}.json", "JSON (*.json)")
        if path is None:
            return
        try:
            final_versions.write_copy(self._ws, version.id, path)
        except PugError as error:
            self._ask.tell(error)
