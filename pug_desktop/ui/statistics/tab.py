"""The tab "Statistik" of the page Laporan: built when it is first looked at, since drawing takes libraries."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs

if TYPE_CHECKING:
    from pug_desktop.ui.statistics.view import StatisticsView


class StatisticsTab(QWidget):
    """Holds the view.

    Signals:
        printed: a file was made.
    """

    printed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._ask, self._jobs = workspace, ask, jobs
        self.view: StatisticsView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Read anew what is looked at."""
        if self.view is not None and self.isVisible():
            self.view.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: build it, and read what may have changed meanwhile."""
        super().showEvent(event)
        if self.view is None:
            from pug_desktop.ui.statistics.view import StatisticsView

            self.view = StatisticsView(self._workspace, self._ask, self._jobs, self)
            self.view.printed.connect(self.printed)
            self._layout.addWidget(self.view)
            self.view.show()
        self.view.refresh()
