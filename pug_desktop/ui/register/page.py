"""The page Dokumen: the registers that answer questions of the sheet by themselves."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from pug_desktop.app import offices, registers
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.register.decree_tab import DecreeTab
from pug_desktop.ui.register.presenter import AWARDS, INDICES, TABS, read_year
from pug_desktop.ui.register.tab import RegisterTab
from pug_desktop.ui.texts import language

_ICONS: Mapping[str, str] = {
    "regulation": "report",
    "decree": "users",
    "award": "award",
    "gender_index": "flag",
    "gender_budget": "excel",
}


class RegisterPage(QWidget):
    """Regulations, decrees and people, awards, indices, budgets.

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
        self._ws, self._ask, self._jobs = workspace, ask, jobs
        self.add = parts.button("", "plus", "primary", self)
        self.add.clicked.connect(self._add)
        layout = parts.page_layout(self)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Dokumen"),
                self.tr("Dicatat sekali di sini, menjawab butir yang bersangkutan pada lembar Prasyarat setiap tahun."),
                self.add,
            )
        )
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.registers: dict[str, RegisterTab] = {}
        for kind in TABS[workspace.profile.role]:
            tab = self._make_tab(kind)
            self.registers[kind] = tab
            self.tabs.addTab(tab, icons.icon(_ICONS[kind]), self._names()[kind])
        self.tabs.currentChanged.connect(self._shown)
        layout.addWidget(self.tabs, 1)
        self._name_add()

    @property
    def current(self) -> RegisterTab:
        """The register that is shown."""
        return self.registers[TABS[self._ws.profile.role][self.tabs.currentIndex()]]

    def refresh(self) -> None:
        """Read the register that is shown again; another one is read when it is shown."""
        self.current.refresh()

    def open(self, argument: object) -> None:
        """Show a register by its kind, or a row by its id."""
        kind = argument if argument in self.registers else registers.find(self._ws, str(argument))
        if isinstance(kind, str) and kind in self.registers:
            self.tabs.setCurrentWidget(self.registers[kind])
            if argument != kind:
                self.current.choose(str(argument))

    def _make_tab(self, kind: str) -> RegisterTab:
        title, advice = self._empty_words(kind)
        empty = parts.EmptyPage(_ICONS[kind], title, advice, self._add_words()[kind], self)
        if kind == "decree":
            tab: RegisterTab = DecreeTab(self._ws, self._ask, self._jobs, empty, self)
        else:
            tab = RegisterTab(kind, self._ws, self._ask, self._jobs, empty, self)
        tab.saved.connect(self.saved)
        tab.failed.connect(self.failed)
        tab.removed.connect(self.removed)
        tab.add_wanted.connect(self._add)
        return tab

    def _names(self) -> Mapping[str, str]:
        return {
            "regulation": self.tr("Peraturan"),
            "decree": self.tr("SK dan tim"),
            "award": self.tr("Penghargaan"),
            "gender_index": self.tr("Indeks"),
            "gender_budget": self.tr("Anggaran (ARG)"),
        }

    def _add_words(self) -> Mapping[str, str]:
        return {
            "regulation": self.tr("Tambah peraturan"),
            "decree": self.tr("Tambah SK"),
            "award": self.tr("Tambah penghargaan"),
            "gender_index": self.tr("Tambah indeks"),
            "gender_budget": self.tr("Tambah anggaran"),
        }

    def _empty_words(self, kind: str) -> tuple[str, str]:
        if kind == "regulation" and self._ws.profile.role == "opd":
            return (
                self.tr("Belum ada aturan internal"),
                self.tr(
                    "Catat keputusan kepala dinas atau SOP yang mendukung PUG. Jumlah dan judulnya mengisi butir P2.05."
                ),
            )
        return {
            "regulation": (
                self.tr("Belum ada peraturan"),
                self.tr("Catat Perda, Perwal atau Perbup, surat edaran, rencana aksi, dan pedoman PUG dengan masanya."),
            ),
            "decree": (
                self.tr("Belum ada SK"),
                self.tr("Catat SK Pokja, Team Driver, tim teknis, atau focal point, dengan orang dan masa tugasnya."),
            ),
            "award": (
                self.tr("Belum ada penghargaan"),
                self.tr("Catat predikat APE atau PPE tiap tahun. Yang terakhir mengisi butir P1.07."),
            ),
            "gender_index": (
                self.tr("Belum ada indeks"),
                self.tr("Catat nilai dan peringkat IPG, IDG, dan IKG tiap tahun menurut BPS."),
            ),
            "gender_budget": (
                self.tr("Belum ada anggaran"),
                self.tr("Catat ARG tiap tahun beserta belanja pembandingnya, supaya persennya dapat dibandingkan."),
            ),
        }[kind]

    def _shown(self, _index: int) -> None:
        self._name_add()
        self.current.refresh()

    def _name_add(self) -> None:
        parts.rename(self.add, self._add_words()[self.current.kind])

    def _add(self) -> None:
        tab = self.current
        tab.flush()
        values = self._asked(tab.kind)
        if values is None:
            return
        try:
            made = registers.add(self._ws, tab.kind, values)
        except PugError as error:
            self._ask.tell(error)
            return
        tab.choose(made)

    def _asked(self, kind: str) -> dict[str, object] | None:
        """What a new row is known by; None when the person changed their mind."""
        match kind:
            case "regulation":
                return {}
            case "decree":
                return {"decree_kind": "focal_point"} if self._ws.profile.role == "opd" else {}
            case "award":
                return self._ask_award()
            case "gender_index":
                names = [label("gender_index", each, language()) for each in INDICES]
                chosen = self._ask.choose(self.tr("Indeks baru"), self.tr("Indeks yang mana?"), names)
                return None if chosen is None else self._with_year({"index": INDICES[chosen]}, back=1)
        return self._ask_budget()

    def _ask_award(self) -> dict[str, object] | None:
        names = [
            self.tr("Anugerah Parahita Ekapraya (APE)"),
            self.tr("Penganugerahan Parahita Ekapraya (PPE)"),
            self.tr("Penghargaan lain"),
        ]
        chosen = self._ask.choose(self.tr("Penghargaan baru"), self.tr("Penghargaan yang mana?"), names)
        if chosen is None:
            return None
        name = AWARDS[chosen] if chosen < len(AWARDS) else self._ask.text(names[chosen], self.tr("Nama penghargaan:"))
        return None if name is None else self._with_year({"award": name}, back=0)

    def _ask_budget(self) -> dict[str, object] | None:
        if self._ws.profile.role == "opd":
            return self._with_year({}, back=0)
        profile = self._ws.profile
        rows = [row for row in offices.offices(self._ws, profile.region_code) if row.office_type == "opd"]
        whole = self.tr("Seluruh {region}").format(region=profile.region_name)
        chosen = self._ask.choose(
            self.tr("Anggaran baru"), self.tr("Anggaran siapa?"), [whole, *(row.name for row in rows)]
        )
        if chosen is None:
            return None
        return self._with_year({"office_id": rows[chosen - 1].id} if chosen else {}, back=0)

    def _with_year(self, values: dict[str, object], *, back: int) -> dict[str, object] | None:
        year = self._ask.text(self.tr("Tahun"), self.tr("Tahun data, empat angka:"), str(self._ws.today.year - back))
        return None if year is None else {**values, "year": read_year(year)}
