"""The number at "Perlu keputusan" in the sidebar: how many records wait for a decision."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from pug_desktop.progress import Step
from pug_desktop.ui import style
from pug_desktop.ui.job import Jobs

if TYPE_CHECKING:
    from pug_desktop.app.workspace import Workspace

MOST_COUNTED = 99
REST_MS = 400
"""What the page itself asks for goes first."""


class OpenBadge(QLabel):
    """Stands at the right of its button; gone while nothing waits."""

    def __init__(self, button: QPushButton, jobs: Jobs, workspace: "Callable[[], Workspace | None]") -> None:
        """`workspace` gives the open profile, None while there is none."""
        super().__init__("", button)
        self._button = button
        self._jobs = jobs
        self._workspace = workspace
        self._name = ""
        self.setProperty("chip", "warn")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        across = QHBoxLayout(button)
        across.setContentsMargins(0, 0, style.GRID, 0)
        across.addStretch(1)
        across.addWidget(self, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._count)
        self.hide()

    def count_soon(self) -> None:
        """Ask anew once the page that was opened has what it needs."""
        self._timer.start()

    def show_number(self, records: int) -> None:
        """Say how many wait."""
        self._timer.stop()
        self.setText(str(records) if records <= MOST_COUNTED else f"{MOST_COUNTED}+")
        self.setVisible(records > 0)
        name = self._button.text().replace("&", "").strip()
        self._button.setAccessibleName(f"{name} ({records})" if records else name)

    def _count(self) -> None:
        workspace = self._workspace()
        if workspace is None:
            return
        if self._jobs.busy:
            self._timer.start()
            return

        def count(_step: Step) -> object:
            from pug_desktop.app.waiting import waiting

            return waiting(workspace)

        self._jobs.start(count, label="", succeeded=self._counted, failed=self._not_counted, quiet=True)

    def _counted(self, records: object) -> None:
        if isinstance(records, int) and not self._timer.isActive():
            self.show_number(records)

    def _not_counted(self, _error: Exception) -> None:
        # What is wrong with the data the page that needs them says.
        self.hide()
