"""What happens to semester reports, GAP or GBS: which are listed, made, written and printed. No Qt here."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from pug_desktop.app import documents, edit, evidence, gender_analysis, report, semester, written
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.app.written import WrittenRow, WrittenView
from pug_desktop.domain.kinds import GAP_MODELS
from pug_desktop.domain.words import label
from pug_desktop.domain.written import semester_words
from pug_desktop.errors import PugError
from pug_desktop.progress import Step
from pug_desktop.ui.report.paths import paper_file

REPORT_OF = {"semester_report": "laporan-semester", "gap": "gap", "gbs": "gbs"}
"""The paper of each kind, in `app.report.REPORTS`."""


class WrittenScreen(Protocol):
    """What the presenter asks of the tab."""

    def show_record(self, view: WrittenView) -> None:
        """Show this record to write on."""

    def show_list(self) -> None:
        """Show the list, read anew."""

    def tell_failed(self, error: PugError) -> None:
        """Say why something was not done."""


class WrittenPresenter:
    """The records of one kind, one of them open at a time."""

    def __init__(self, workspace: Workspace, kind: str, screen: WrittenScreen, lang: str) -> None:
        self._workspace = workspace
        self._screen = screen
        self._lang = lang
        self.kind = kind
        self.view: WrittenView | None = None

    @property
    def may_write(self) -> bool:
        """Whether this office writes such records."""
        return written.may_write(self._workspace, self.kind)

    @property
    def is_office(self) -> bool:
        """Whether all records here are this office's own."""
        return self._workspace.profile.role == "opd"

    def rows(self) -> tuple[WrittenRow, ...]:
        """All that are known here, newest first."""
        return written.rows(self._workspace, self.kind, lang=self._lang)

    # --- what to make -----------------------------------------------------------------------------------------------

    def choices(self) -> tuple[str, ...]:
        """What can be made, in words: half-years, models, or the analyses that a statement can be written from.

        Empty when there is nothing to choose; the first of the analyses is "none of them".
        """
        if self.kind == "semester_report":
            return tuple(f"{semester_words(half, self._lang)} {year}" for year, half in self._half_years())
        if self.kind == "gap":
            return tuple(label("gap_model", each, self._lang) for each in GAP_MODELS)
        return tuple(f"{each.title or '–'} ({each.year or '?'})" for each in self._gaps())

    def create(self, chosen: int | None) -> None:
        """Make the record of that choice and open it; None is a statement without an analysis."""
        try:
            made = self._make(chosen)
        except PugError as error:
            self._screen.tell_failed(error)
            return
        self.open(made)

    def _make(self, chosen: int | None) -> str:
        if self.kind == "semester_report":
            return semester.create_report(self._workspace, *self._half_years()[chosen or 0])
        if self.kind == "gap":
            return gender_analysis.create_gap(self._workspace, GAP_MODELS[chosen or 0])
        gap = None if chosen is None else self._gaps()[chosen].id
        return gender_analysis.create_gbs(self._workspace, gap)

    def _half_years(self) -> tuple[tuple[int, int], ...]:
        return semester.half_years(self._workspace)

    def _gaps(self) -> tuple[WrittenRow, ...]:
        return gender_analysis.own_gaps(self._workspace, self._lang)

    # --- the open record ----------------------------------------------------------------------------------------------

    def open(self, record_id: str) -> None:
        """Show a record; one that is gone leads back to the list."""
        try:
            self.view = written.view(self._workspace, self.kind, record_id, self._lang)
        except PugError as error:
            self.close()
            self._screen.tell_failed(error)
            return
        self._screen.show_record(self.view)

    def reload(self) -> None:
        """Read again what is shown; when an undo took the record away, show the list without a word."""
        if self.view is None:
            self._screen.show_list()
            return
        try:
            self.view = written.view(self._workspace, self.kind, self.view.id, self._lang)
        except PugError:
            self.close()
            return
        self._screen.show_record(self.view)

    def close(self) -> None:
        """Back to the list."""
        self.view = None
        self._screen.show_list()

    def save(self, field: str, value: object) -> edit.Saved:
        """Commit one field of the open record; raises what `edit.put` raises."""
        view = self._open_view()
        return edit.put(self._workspace, self.kind, view.id, **{field: value})

    def remove(self) -> str:
        """Take the open record out and go back to the list; returns what it was called."""
        view = self._open_view()
        written.remove(self._workspace, self.kind, view.id)
        self.close()
        return view.title

    def proofs(self) -> tuple[EvidenceRow, ...]:
        """The files that belong to the open record."""
        return evidence.of(self._workspace, self.kind, self._open_view().id)

    def judge(self, row: EvidenceRow) -> Sequence[str]:
        """What is wrong with a file; the paper that is signed may be of any year."""
        return documents.flags_of_standing(row, self._workspace.today)

    def propose(self) -> int:
        """Fill empty parts of a semester report from what is recorded; returns how many."""
        filled = semester.propose(self._workspace, self._open_view().id)
        self.reload()
        return len(filled)

    def statement_of_gap(self) -> str:
        """Make a budget statement from the open analysis; returns its id."""
        return gender_analysis.create_gbs(self._workspace, self._open_view().id)

    def work(self, suffix: str) -> Callable[[Step], Path]:
        """The job that prints the open record."""
        view = self._open_view()
        name = REPORT_OF[self.kind]
        about = {"title": view.title, "year": view.values["year"]}
        if self.kind == "semester_report":
            about["title"] = f"semester {view.values['semester'] or '?'}"
        out = paper_file(self._workspace.folder_for("cetak"), name, about, suffix=suffix)
        return partial(self._write, name, out, view.id)

    def _write(self, name: str, out: Path, record_id: str, step: Step) -> Path:
        return report.write_report(self._workspace, name, out, record_id=record_id, step=step)

    def _open_view(self) -> WrittenView:
        if self.view is None:
            raise LookupError("no record is open")
        return self.view
