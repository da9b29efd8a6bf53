"""The problems of the sheet that is shown: counted on a button, listed, and said at the field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app import problem_list
from pug_desktop.forms.problems import Problem
from pug_desktop.forms.words import number_words
from pug_desktop.ui import parts
from pug_desktop.ui.checklist.problem_list import ProblemList
from pug_desktop.ui.texts import language

if TYPE_CHECKING:
    from pug_desktop.app.fill import Sheet
    from pug_desktop.app.workspace import Workspace
    from pug_desktop.ui.checklist.presenter import ChecklistPresenter


class ProblemWork(QObject):
    """Belongs to the page "Prasyarat", which puts the button and the list where they are seen.

    Attributes:
        button: "Daftar masalah" with the number of problems.
        list: the list itself; a line of it leads to its question.

    Signals:
        opened: the list is filled and wants to be seen.
    """

    opened = Signal()

    def __init__(self, workspace: "Workspace", presenter: "ChecklistPresenter", page: QWidget) -> None:
        super().__init__(page)
        self._ws = workspace
        self._presenter = presenter
        self.button = parts.button(self.tr("Daftar masalah"), "flag", parent=page)
        self.button.clicked.connect(self.open)
        self.list = ProblemList(page)
        self.list.wanted.connect(presenter.open_item)
        self.list.closed.connect(presenter.show_again)

    def count(self, sheet: "Sheet") -> None:
        """Say on the button how many there are now."""
        found = len(problem_list.of_sheet(self._ws, sheet))
        words = self.tr("Daftar masalah ({n})").format(n=number_words(found, language()))
        parts.rename(self.button, words if found else self.tr("Daftar masalah"))

    def judge(self, name: str, value: object) -> tuple[Problem, ...]:
        """What is wrong with an answer that is being typed."""
        sheet = self._presenter.sheet
        return problem_list.while_typing(self._ws, sheet, name, value) if sheet is not None else ()

    def open(self) -> None:
        """Show the list."""
        sheet = self._presenter.sheet
        if sheet is None:
            return
        self.opened.emit()
        # What was typed is saved by the page before the list is made.
        sheet = self._presenter.sheet or sheet
        self.list.show_problems(sheet.form, problem_list.of_sheet(self._ws, sheet))
        self.list.back.setFocus()
