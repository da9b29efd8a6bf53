"""The page Orang: who came to what, who may be one person, everybody on any list, and removing old names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from pug_desktop.app.workspace import Workspace
from pug_desktop.ui import icons, parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.person.all_people_tab import AllPeopleTab
from pug_desktop.ui.person.doubles_tab import DoublesTab
from pug_desktop.ui.person.people_tab import PeopleTab
from pug_desktop.ui.person.retention_tab import RetentionTab


class PersonPage(QWidget):
    """Persons across meetings.

    Signals:
        go_to: another page, with an argument.
        saved, failed: of a field.
        removed: a sentence: something was taken away and can be brought back.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Orang"),
                self.tr("Siapa hadir di rapat mana. NIP dan telepon tidak pernah keluar dari kabupaten/kota."),
            )
        )
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.register = PeopleTab(workspace, ask, self)
        self.doubles = DoublesTab(workspace, ask, jobs, self)
        self.everybody = AllPeopleTab(workspace, jobs, self)
        self.retention = RetentionTab(workspace, ask, jobs, self)
        for tab, icon, name in (
            (self.register, "users", self.tr("Daftar orang")),
            (self.doubles, "copy", self.tr("Mungkin sama")),
            (self.everybody, "grid", self.tr("Semua peserta")),
            (self.retention, "trash", self.tr("Hapus data peserta")),
        ):
            self.tabs.addTab(tab, icons.icon(icon), name)
        self.tabs.currentChanged.connect(lambda _index: self.refresh())
        self.register.opened_meeting.connect(self._to_meeting)
        self.everybody.opened_meeting.connect(self._to_meeting)
        for changing in (self.register, self.doubles, self.retention):
            changing.changed.connect(self.refresh)
        layout.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Read the tab that is shown again; another one is read when it is shown."""
        for tab in (self.register, self.doubles, self.everybody, self.retention):
            if tab is self.tabs.currentWidget():
                tab.refresh()

    def open(self, argument: object) -> None:
        """Show a person by id, or the tab "doubles", "all" or "retention"."""
        tabs = {"doubles": self.doubles, "all": self.everybody, "retention": self.retention}
        if argument in tabs:
            self.tabs.setCurrentWidget(tabs[str(argument)])
            return
        self.tabs.setCurrentWidget(self.register)
        self.register.refresh()
        self.register.choose(str(argument))

    def _to_meeting(self, meeting_id: str) -> None:
        self.go_to.emit("meeting", meeting_id)
