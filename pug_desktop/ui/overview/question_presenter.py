"""Decides what the view "Satu pertanyaan" shows; knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import report
from pug_desktop.app.answer_sort import measured, sorts_of
from pug_desktop.app.one_question import Line, OneQuestion, one_question
from pug_desktop.app.workspace import Workspace
from pug_desktop.progress import Step, silent
from pug_desktop.ui.checklist.presenter import Place
from pug_desktop.ui.report.paths import paper_file

REPORT = "satu-pertanyaan"


@dataclass(slots=True)
class QuestionPresenter:
    """The question that is looked at.

    Attributes:
        year: of the sheets.
        region: a kabupaten/kota of a province, whose offices are shown; "" otherwise.
        item: the code of the question; "" before the first answer.
        found: what is shown, None before the first answer.
    """

    ws: Workspace
    lang: str
    year: int = 0
    region: str = ""
    item: str = ""
    found: OneQuestion | None = None

    def read(self, step: Step = silent) -> OneQuestion:
        """The answers to the question; to the first one where the form has none of that code. Runs in the worker."""
        year, region, item = self.year, self.region or None, self.item
        try:
            return one_question(self.ws, year, item, region_code=region, lang=self.lang, step=step)
        except errors.UnknownName:
            return one_question(self.ws, year, region_code=region, lang=self.lang, step=step)

    def fits(self, found: OneQuestion) -> bool:
        """Whether that is still what is asked for."""
        own = self.region or ("" if self.ws.profile.role == "provinsi" else self.ws.profile.region_code)
        known = [each.name for each in found.form.questions]
        return (found.year, found.region) == (self.year, own) and self.item in (
            "",
            found.question.name,
            *_less(known, self.item),
        )

    def show(self, found: OneQuestion) -> None:
        """This is shown now."""
        self.found, self.item = found, found.question.name

    def neighbour(self, step: int) -> str | None:
        """The code of the next question (1) or the former one (-1), None at the ends."""
        if self.found is None:
            return None
        names = [each.name for each in self.found.form.questions]
        place = names.index(self.found.question.name) + step
        return names[place] if 0 <= place < len(names) else None

    def first_of(self, section: str) -> str:
        """The code of the first question of a prerequisite."""
        return self.found.form.section(section).questions[0].name if self.found is not None else ""

    def sections(self) -> list[tuple[str, str]]:
        """Code and words of the prerequisites."""
        if self.found is None:
            return []
        return [(each.name, f"{each.name}  {each.label.of(self.lang)}") for each in self.found.form.sections]

    def questions(self) -> list[tuple[str, str]]:
        """Code and words of the questions of the prerequisite."""
        if self.found is None:
            return []
        return [(each.name, f"{each.name}  {each.label.of(self.lang)}") for each in self.found.section.questions]

    def sort_key(self, line: Line) -> float | str:
        """Sorts answers: by what they measure, else yes before no and options as the form has them; silence first."""
        if self.found is None:
            return ""
        if measured(self.found.question):
            return -1.0 if line.amount is None else float(line.amount.exact)
        order = ("belum_diisi", *(each for each in reversed(sorts_of(self.found.question)) if each != "belum_diisi"))
        place = order.index(line.sort) if line.sort in order else len(order)
        return f"{place:03}{line.answer.casefold()}"

    def place(self, line: Line) -> Place | None:
        """Where the answer of a line is; None where nothing has come."""
        if self.found is None or not line.there:
            return None
        return Place(self.found.year, self.found.question.name if line.asked else "", line.scope)

    def work(self, suffix: str) -> Callable[[Step], Path]:
        """The job that makes the paper or the workbook."""
        name = f"{self.item} {self.region}" if self.region else self.item
        out = paper_file(self.ws.folder_for("cetak"), REPORT, {"year": self.year, "title": name}, suffix=suffix)
        region = self.region or None
        return partial(_write, self.ws, out, year=self.year, region_code=region, item=self.item)


def _less(known: list[str], item: str) -> tuple[str, ...]:
    return (item,) if item not in known else ()


def _write(ws: Workspace, out: Path, step: Step, *, year: int, region_code: str | None, item: str) -> Path:
    return report.write_report(ws, REPORT, out, year=year, region_code=region_code, item=item, step=step)
