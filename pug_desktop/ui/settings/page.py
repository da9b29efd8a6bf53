"""The page "Pengaturan"."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop import paths
from pug_desktop.app import settings
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.settings.about_view import AboutView
from pug_desktop.ui.settings.bin_view import BinView
from pug_desktop.ui.settings.days_off import DaysOffView
from pug_desktop.ui.settings.kinds_card import KindsCard
from pug_desktop.ui.settings.letterhead import LetterheadEditor, read_logo
from pug_desktop.ui.settings.portable_line import PortableLine
from pug_desktop.ui.settings.template_card import TemplateCard
from pug_desktop.ui.settings.update_view import UpdateView
from pug_desktop.ui.texts import language


class SettingsPage(QWidget):
    """Letterhead with preview, language, size of the text, where the data lies.

    Signals:
        go_to: page name and argument.
        saved: what was committed.
        failed: the PugError of a save.
        language_chosen: "id" or "en".
        font_chosen: the size of the text in percent.
        other_profile_wanted: choose or make another profile.
        removed: what came back, for the bar with "Urungkan".
        closing_wanted: the program has to be closed, since it is being replaced.
    """

    go_to = Signal(str, object)
    saved = Signal(object)
    failed = Signal(object)
    language_chosen = Signal(str)
    font_chosen = Signal(int)
    other_profile_wanted = Signal()
    removed = Signal(str)
    closing_wanted = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._ask = ask
        outer = parts.page_layout(self)
        self._views = QStackedWidget(self)
        outer.addWidget(self._views)
        self._cards = QWidget(self._views)
        layout = QVBoxLayout(self._cards)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(parts.GAP)
        self._views.addWidget(self._cards)
        self.bin = BinView(workspace, ask, self._views)
        self.bin.closed.connect(self._close_bin)
        self.bin.saved.connect(self.saved)
        self.bin.restored.connect(self.removed)
        self._views.addWidget(self.bin)
        self.days_off = DaysOffView(workspace, ask, self._views)
        self.days_off.closed.connect(self._close_days_off)
        self.days_off.saved.connect(self.saved)
        self.days_off.removed.connect(self.removed)
        self._views.addWidget(self.days_off)
        self.about = AboutView(self._views)
        self.about.closed.connect(self._close_about)
        self._views.addWidget(self.about)
        self.update_view = UpdateView(workspace, ask, jobs, self._views)
        self.update_view.closed.connect(self._close_update)
        self.update_view.closing_wanted.connect(self.closing_wanted)
        self._views.addWidget(self.update_view)
        layout.addWidget(
            parts.PageHeader(
                self.tr("Pengaturan"),
                self.tr("Kop surat kantor, tampilan, dan letak data. Setiap perubahan langsung tersimpan."),
                parent=self,
            )
        )
        column = parts.ScrollColumn(self._cards)
        layout.addWidget(column, 1)
        across, right = QHBoxLayout(), QVBoxLayout()
        for each in (across, right):
            each.setSpacing(parts.GAP)
        right.addWidget(self._look_card())
        right.addWidget(self._profile_card())
        right.addWidget(self._care_card(), 1)
        across.addWidget(self._letterhead_card(), 3)
        across.addLayout(right, 2)
        column.body.addLayout(across)
        column.body.addWidget(self._template_card(jobs))
        column.body.addWidget(self._kinds_card())
        column.body.addStretch(1)

    def _letterhead_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Kop surat"), margin=20)
        card.body.addWidget(
            parts.label(self.tr("Dicetak di atas daftar hadir, notulen, lembar prasyarat, dan rekap."), "muted", card)
        )
        self.letterhead = LetterheadEditor(self._write_letterhead, card)
        self.letterhead.saved.connect(self.saved)
        self.letterhead.failed.connect(self.failed)
        self.letterhead.logo_wanted.connect(self._choose_logo)
        self.letterhead.logo_removed.connect(self._remove_logo)
        card.body.addWidget(self.letterhead)
        return card

    def _template_card(self, jobs: Jobs) -> parts.Card:
        self.template = TemplateCard(self._ws, self._ask, jobs, self)
        return self.template

    def _kinds_card(self) -> parts.Card:
        self.kinds = KindsCard(self._ws, self)
        self.kinds.saved.connect(self.saved)
        self.kinds.failed.connect(self.failed)
        self.kinds.removed.connect(self.removed)
        return self.kinds

    def _look_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Tampilan"), margin=20)
        self._language = parts.Segments((("id", "Bahasa Indonesia"), ("en", "English")), self.tr("Bahasa"), card)
        self._language.edited.connect(self._language_edited)
        card.body.addLayout(parts.field(self.tr("Bahasa"), self._language))
        sizes = [(str(percent), f"{percent}") for percent in style.FONT_PERCENTS]
        self._size = parts.Segments(sizes, self.tr("Ukuran huruf"), card)
        self._size.edited.connect(self._size_edited)
        card.body.addSpacing(style.GRID)
        card.body.addLayout(
            parts.field(
                self.tr("Ukuran huruf (persen)"), self._size, self.tr("Dari papan ketik: Ctrl dan +, Ctrl dan -.")
            )
        )
        card.body.addStretch(1)
        return card

    def _profile_card(self) -> parts.Card:
        profile = self._ws.profile
        card = parts.Card(self, self.tr("Profil dan data"), margin=20)
        card.body.addWidget(parts.label(f"{profile.office_name} · {profile.region_name}", "strong", card))
        card.body.addWidget(parts.label(self.tr("Semua data kantor ini berada di folder:"), "muted", card))
        where = parts.label(_breakable(self._ws.folder), "small", card)
        where.setAccessibleName(self.tr("Folder data"))
        card.body.addWidget(where)
        show = parts.button(self.tr("Buka folder"), "folder", parent=card)
        show.clicked.connect(self._open_folder)
        other = parts.button(self.tr("Pindah profil…"), "sync", parent=card)
        other.clicked.connect(self.other_profile_wanted)
        card.body.addSpacing(style.GRID)
        card.body.addLayout(parts.row(show, other, None))
        self.portable = PortableLine(self._ask, card, self._ws.folder)
        card.body.addWidget(self.portable)
        card.body.addStretch(1)
        return card

    def _care_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Pemeliharaan"), margin=20)
        told = self.tr("Yang dihapus tersimpan 90 hari dan dapat dikembalikan.")
        card.body.addWidget(parts.label(told, "muted", card))
        self.open_bin = parts.button(self.tr("Buka Keran&jang"), "trash", parent=card)
        self.open_bin.clicked.connect(self._show_bin)
        self.open_days_off = parts.button(self.tr("Hari libur"), "calendar", parent=card)
        self.open_days_off.clicked.connect(self._show_days_off)
        card.body.addLayout(parts.row(self.open_bin, self.open_days_off, None))
        self.open_about = parts.button(self.tr("Tent&ang program"), "info", parent=card)
        self.open_about.clicked.connect(self._show_about)
        self.open_update = parts.button(self.tr("Pembarua&n"), "sync", parent=card)
        self.open_update.clicked.connect(self._show_update)
        card.body.addLayout(parts.row(self.open_update, self.open_about, None))
        card.body.addStretch(1)
        return card

    def open(self, argument: object) -> None:
        """Open "keranjang", "hari-libur", "tentang" or "pembaruan"; a folder (Path) is looked at for an update."""
        if argument == "tentang":
            self._show_about()
        elif argument == "pembaruan":
            self._show_update()
        elif isinstance(argument, Path):
            self._show_update()
            self.update_view.show_place(argument)
        elif argument == "keranjang":
            self._show_bin()
        elif argument == "hari-libur":
            self._show_days_off()

    def _show_about(self) -> None:
        self.about.refresh()
        self._views.setCurrentWidget(self.about)
        self.about.back.setFocus()

    def _close_about(self) -> None:
        self._views.setCurrentWidget(self._cards)
        self.open_about.setFocus()

    def _show_update(self) -> None:
        self._views.setCurrentWidget(self.update_view)
        self.update_view.refresh()
        self.update_view.back.setFocus()

    def _close_update(self) -> None:
        self._views.setCurrentWidget(self._cards)
        self.open_update.setFocus()

    def _show_days_off(self) -> None:
        self.days_off.refresh()
        self._views.setCurrentWidget(self.days_off)
        self.days_off.table.setFocus()

    def _close_days_off(self) -> None:
        self._views.setCurrentWidget(self._cards)
        self.open_days_off.setFocus()

    def _show_bin(self) -> None:
        self.bin.refresh()
        self._views.setCurrentWidget(self.bin)
        self.bin.table.setFocus()

    def _close_bin(self) -> None:
        self._views.setCurrentWidget(self._cards)
        self.open_bin.setFocus()

    def refresh(self) -> None:
        """Load everything anew."""
        if self._views.currentWidget() is self.bin:
            self.bin.refresh()
        if self._views.currentWidget() is self.days_off:
            self.days_off.refresh()
        if self._views.currentWidget() is self.update_view:
            self.update_view.refresh()
        self.template.refresh()
        self.kinds.refresh()
        self._language.set_value(language())
        now = QGuiApplication.font().pointSizeF() / style.BASE_PT * 100
        self._size.set_value(str(min(style.FONT_PERCENTS, key=lambda percent: abs(percent - now))))
        try:
            found = settings.letterhead(self._ws)
        except PugError as error:
            self._ask.tell(error)
            return
        values = dict(zip(settings.LINES, found.lines, strict=True)) | {"signing_place": found.signing_place}
        self.letterhead.show_letterhead(values, read_logo(found.logo))

    def _write_letterhead(self, field: str, value: str | None) -> object:
        return settings.save_letterhead(self._ws, **{field: value})

    def _choose_logo(self) -> None:
        path = self._ask.open_file(self.tr("Pilih logo"), self.tr("Gambar") + " (*.png *.jpg *.jpeg)")
        if path is not None:
            self._save_logo(path)

    def _remove_logo(self) -> None:
        self._save_logo(None)

    def _save_logo(self, path: Path | None) -> None:
        try:
            self.saved.emit(settings.save_logo(self._ws, path))
        except PugError as error:
            self._ask.tell(error)
        self.refresh()

    def _language_edited(self) -> None:
        self.language_chosen.emit(self._language.value() or "id")

    def _size_edited(self) -> None:
        self.font_chosen.emit(int(self._size.value() or 100))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(paths.shown(self._ws.folder)))


def _breakable(path: Path) -> str:
    """A path that may be broken after each separator."""
    return paths.shown(path).replace("/", "/\u200b").replace("\\", "\\\u200b")
