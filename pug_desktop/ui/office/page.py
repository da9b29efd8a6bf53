"""The page Kantor & Perangkat: the list of offices (kabupaten/kota, provinsi) and the key cards (everybody)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from pug_desktop.app import offices
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.office.instrument_tab import InstrumentTab
from pug_desktop.ui.office.key_tab import KeyTab
from pug_desktop.ui.office.office_tab import OfficeTab


class OfficePage(QWidget):
    """Offices and devices.

    Signals:
        go_to: another page, with an argument.
        saved, failed: of a field of an office.
        removed: a sentence: an office was taken off the list and can be brought back.
        other_profile_wanted: the profile changed hands and must be opened anew.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    other_profile_wanted = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._ask = ask
        self.keys = KeyTab(workspace, ask, jobs, self)
        self.keys.changed.connect(self._reload_offices)
        self.keys.handed_over.connect(self.other_profile_wanted)
        self.offices: OfficeTab | None = None
        self.instruments: InstrumentTab | None = None
        layout = parts.page_layout(self)
        if workspace.profile.role == "opd":
            title = self.tr("Kantor & Perangkat")
            purpose = self.tr("Kartu kunci untuk bertukar data dengan kabupaten/kota.")
            layout.addWidget(parts.PageHeader(title, purpose))
            layout.addWidget(self.keys, 1)
            return
        self.add = parts.button(self.tr("Tambah kantor"), "plus", "primary", self)
        self.add.clicked.connect(self._add)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Kantor & Perangkat"),
                self.tr("Kantor yang dihitung dalam rekap, dan kartu kunci untuk bertukar data."),
                self.add,
            )
        )
        self.offices = OfficeTab(workspace, self)
        self.offices.saved.connect(self.saved)
        self.offices.failed.connect(self.failed)
        self.offices.remove_pressed.connect(self._removed)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.offices, icons.icon("office"), self.tr("Kantor"))
        self.tabs.addTab(self.keys, icons.icon("key"), self.tr("Kartu kunci"))
        if workspace.profile.role == "provinsi":
            self.instruments = InstrumentTab(workspace, ask, jobs, self)
            self.tabs.addTab(self.instruments, icons.icon("checklist"), self.tr("Instrumen"))
        layout.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Read offices and cards again."""
        self._reload_offices()
        self.keys.refresh()
        if self.instruments is not None:
            self.instruments.refresh()

    def open(self, argument: object) -> None:
        """Show the key cards: the page Kirim leads here when there is nobody to send to; or these files (a tuple)."""
        if isinstance(argument, tuple):
            if self.offices is not None:
                self.tabs.setCurrentWidget(self.keys)
            self.keys.open_files(argument)
        elif self.offices is not None and argument == "keys":
            self.tabs.setCurrentWidget(self.keys)
        elif self.instruments is not None and argument == "instruments":
            self.tabs.setCurrentWidget(self.instruments)

    def _reload_offices(self) -> None:
        if self.offices is not None:
            self.offices.refresh()

    def _add(self) -> None:
        name = self._ask.text(self.tr("Kantor baru"), self.tr("Nama kantor, seperti di kop surat:"))
        if name is None or self.offices is None:
            return
        try:
            made = offices.add_office(self._workspace, name)
        except PugError as error:
            self._ask.tell(error)
            return
        self.tabs.setCurrentWidget(self.offices)
        self.offices.refresh()
        self.offices.choose(made)

    def _removed(self, _office_id: str, name: str) -> None:
        self.removed.emit(self.tr("{name} dihapus dari daftar kantor.").format(name=name))
