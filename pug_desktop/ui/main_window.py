"""The main window: sidebar, pages, status line; the one place where pages and window are connected.

Nothing here imports the database: the window is painted first, then a worker opens the profile, and each page is
imported and built when it is first shown.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts, style, texts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.open_badge import MOST_COUNTED, OpenBadge
from pug_desktop.ui.pages import PAGES, PageEntry, shortcut_of
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.undo_bar import UndoBar

if TYPE_CHECKING:
    from pug_desktop.app.profiles import Profile
    from pug_desktop.app.workspace import Workspace

__all__ = ["PAGES", "MainWindow", "PageEntry"]


class MainWindow(QMainWindow):
    """The window of the program.

    Signals:
        painted: once, after the first paint; only then is the profile opened.
        language_chosen: "id" or "en"; the application loads the words and builds the pages anew.
        font_chosen: the size of the text in percent.
        other_profile_wanted: the person wants to choose or make another profile.
        closing: it closes, which may take some seconds.
    """

    closing = Signal()
    painted = Signal()
    language_chosen = Signal(str)
    font_chosen = Signal(int)
    other_profile_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.workspace: Workspace | None = None
        self.ask = Ask(self)
        self.jobs = Jobs(self, self.ask.tell)
        self._pages: dict[str, QWidget] = {}
        self._badge: OpenBadge | None = None
        self._offered: object = None
        self._was_painted = False
        self.held = False
        self.setWindowTitle("PUG Desktop")
        self.setMinimumSize(960, 560)
        self.resize(1280, 690)
        self._build()
        self._add_shortcuts()
        # Only the text field with the focus is watched: a filter on the whole program would pass every event to Python.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.stack = QStackedWidget(self)
        self._opening = QWidget(self.stack)
        layout = parts.page_layout(self._opening)
        self._waiting = parts.label("", "muted", self._opening)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._waiting)
        self.stack.addWidget(self._opening)
        self._band = self._practice_band()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._band)
        self.notices = QVBoxLayout()
        right.addLayout(self.notices)
        right.addWidget(self.stack, 1)
        centre = QWidget(self)
        across = QHBoxLayout(centre)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._sidebar = self._make_sidebar(centre)
        self.name_pages()
        across.addWidget(self._sidebar)
        across.addLayout(right, 1)
        self.setCentralWidget(centre)
        self.undo_bar = UndoBar(centre)
        right.addWidget(self.undo_bar)
        self.undo_bar.undo_wanted.connect(self._undo_offered)
        self._build_status()

    def _make_sidebar(self, parent: QWidget) -> QFrame:
        sidebar = QFrame(parent)
        sidebar.setObjectName("sidebar")
        layout = QVBoxLayout(sidebar)
        layout.setContentsMargins(12, 20, 12, 12)
        layout.setSpacing(4)
        name = parts.label("PUG Desktop", "heading", sidebar, wrap=False)
        name.setContentsMargins(12, 0, 0, 12)
        layout.addWidget(name)
        self._nav: dict[str, QPushButton] = {}
        for entry in PAGES:
            if entry.name == "settings":
                layout.addStretch(1)
            each = QPushButton(sidebar)
            each.setProperty("nav", True)
            each.setCheckable(True)
            each.setAutoExclusive(True)
            each.setIcon(icons.icon(entry.icon))
            each.setIconSize(QSize(20, 20))
            each.setObjectName(entry.name)
            each.setEnabled(False)
            each.clicked.connect(self._nav_clicked)
            self._nav[entry.name] = each
            layout.addWidget(each)
        if (decide := self._nav.get("decide")) is not None:
            self._badge = OpenBadge(decide, self.jobs, self._open_workspace)
        return sidebar

    def _open_workspace(self) -> "Workspace | None":
        return self.workspace

    def name_pages(self) -> None:
        """Write the names of the pages in the present language."""
        names = self._page_names()
        for name, each in self._nav.items():
            each.setText("  " + names[name])
            each.setAccessibleName(names[name].replace("&", ""))
            each.setToolTip(f"{names[name].replace('&', '')} ({shortcut_of(name)})")
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        widest = max(metrics.horizontalAdvance(each.text()) for each in self._nav.values())
        if (decide := self._nav.get("decide")) is not None:
            # Room for the number beside it.
            widest = max(widest, metrics.horizontalAdvance(f"{decide.text()} {MOST_COUNTED}+"))
        self._sidebar.setFixedWidth(max(200, widest + 72))

    def _page_names(self) -> dict[str, str]:
        return {
            "home": self.tr("&Beranda"),
            "checklist": self.tr("&Prasyarat"),
            "overview": self.tr("K&elengkapan"),
            "meeting": self.tr("&Rapat"),
            "person": self.tr("&Orang"),
            "register": self.tr("&Dokumen"),
            "report": self.tr("&Laporan"),
            "send": self.tr("&Kirim"),
            "receive": self.tr("&Terima"),
            "decide": self.tr("Perlu kep&utusan"),
            "office": self.tr("K&antor"),
            "settings": self.tr("Pen&gaturan"),
        }

    def _practice_band(self) -> QFrame:
        band = QFrame(self)
        band.setProperty("band", "warn")
        layout = QHBoxLayout(band)
        layout.setContentsMargins(parts.MARGIN, 2, parts.MARGIN, 2)
        text = self.tr("Mode latihan: data di sini hanya contoh dan tidak dapat dikirim ke kantor lain.")
        layout.addWidget(parts.label(text, "warn small", band), 1)
        leave = parts.button(self.tr("Pindah ke profil kantor…"), look="quiet", parent=band)
        leave.clicked.connect(self.other_profile_wanted)
        layout.addWidget(leave)
        band.hide()
        return band

    def _build_status(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 2, 12, 2)
        self.profile_label = parts.label("", "muted", self, wrap=False)
        self.saved_label = QLabel("", self)
        self.saved_label.setAccessibleName(self.tr("Keadaan simpanan"))
        self.saved_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        bar.addWidget(self.profile_label, 1)
        bar.addPermanentWidget(self.saved_label)

    def _add_shortcuts(self) -> None:
        for entry in PAGES:
            self._add_action(shortcut_of(entry.name), self._nav[entry.name].click)
        self._add_action("Ctrl+Z", self.undo)
        self._add_action("Ctrl+Y", self.redo)
        self._add_action("Ctrl+Shift+Z", self.redo)
        self._add_action("F5", self.refresh)
        self._add_action("Ctrl++", self._larger)
        self._add_action("Ctrl+=", self._larger)
        self._add_action("Ctrl+-", self._smaller)

    def _add_action(self, keys: str, act: Callable[[], object]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(act)
        self.addAction(action)

    # --- profile ------------------------------------------------------------------------------------------------

    def show_waiting(self, text: str) -> None:
        """Say what is going on before there is a page."""
        self._waiting.setText(text)
        self.stack.setCurrentWidget(self._opening)

    def show_first(self, page: QWidget) -> None:
        """Show a page of the first start in place of the pages; the sidebar is of no use meanwhile."""
        self._sidebar.hide()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def show_workspace(self, workspace: "Workspace") -> None:
        """A profile is open: show its home page."""
        self.close_workspace()
        self.workspace = workspace
        profile = workspace.profile
        for entry in PAGES:
            wanted = profile.role in entry.roles
            self._nav[entry.name].setVisible(wanted)
            self._nav[entry.name].setEnabled(wanted)
        self._sidebar.show()
        self._band.setVisible(profile.practice)
        self._show_profile(profile)
        self.go_to("home", None)

    def close_workspace(self) -> None:
        """Commit what waits, drop the pages, close the profile."""
        self._drop_pages()
        # Their shortcuts work while the sidebar is hidden, and would ask for a profile that is not there.
        for each in self._nav.values():
            each.setEnabled(False)
        self._band.hide()
        self.profile_label.clear()
        self.saved_label.clear()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None

    def rebuild(self) -> None:
        """Build the pages anew, after the language or the size of the text has changed."""
        shown = next((name for name, page in self._pages.items() if page is self.stack.currentWidget()), "home")
        self._drop_pages()
        self.name_pages()
        if self.workspace is not None:
            self._show_profile(self.workspace.profile)
            self.go_to(shown, None)

    def _show_profile(self, profile: "Profile") -> None:
        roles = {
            "opd": self.tr("Perangkat daerah"),
            "kabkota": self.tr("Kabupaten/kota"),
            "provinsi": self.tr("Provinsi"),
        }
        text = f"{profile.office_name}  ·  {roles[profile.role]}  ·  {profile.region_name}"
        self.profile_label.setText(text)
        self.setWindowTitle(f"{profile.office_name} – PUG Desktop")

    def _drop_pages(self) -> None:
        self.undo_bar.hide()
        for page in self._pages.values():
            flush_all(page)
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    # --- pages --------------------------------------------------------------------------------------------------

    def go_to(self, name: str, argument: object = None) -> None:
        """Show a page, with what it shall open; what was typed on the page before is committed first."""
        self._commit()
        page = self._page(name)
        if page is not self.stack.currentWidget():
            # Else the cursor would stay at the name of the page left, or fall upon any button of this one.
            self._nav[name].setFocus()
        self.stack.setCurrentWidget(page)
        self._nav[name].setChecked(True)
        cast("Callable[[], None]", page.refresh)()  # type: ignore[attr-defined]
        if argument is not None and hasattr(page, "open"):
            page.open(argument)
        self._count_open()

    def hold(self, on: bool) -> None:
        """While bundles are taken in no other page is shown and nothing undone: neither may write in between."""
        self.held = on
        role = self.workspace.profile.role if self.workspace is not None else ""
        for entry in PAGES:
            self._nav[entry.name].setEnabled(not on and role in entry.roles)
        for action in self.actions():
            action.setEnabled(not on)
        if on:
            self.undo_bar.hide()
        elif self._badge is not None:
            self._badge.count_soon()

    def page(self, name: str) -> QWidget:
        """The page of that name, built when it is not there yet."""
        return self._page(name)

    def refresh(self) -> None:
        """Load the shown page again."""
        shown = self.stack.currentWidget()
        if shown in self._pages.values():
            flush_all(shown)
            shown.refresh()  # type: ignore[attr-defined]
            self._count_open()

    def _page(self, name: str) -> QWidget:
        if name in self._pages:
            return self._pages[name]
        entry = next(each for each in PAGES if each.name == name)
        module, _, made_by = entry.path.partition(":")
        page = cast(QWidget, getattr(import_module(module), made_by)(self.workspace, self.ask, self.jobs, self.stack))
        self._connect(page)
        self.stack.addWidget(page)
        self._pages[name] = page
        return page

    def _connect(self, page: QWidget) -> None:
        """All that a page may wish of the window, and all that it tells."""
        for signal, slot in (
            ("go_to", self.go_to),
            ("saved", self.show_saved),
            ("failed", self.show_failed),
            ("removed", self._offer_undo),
            ("taken_back", self.undo_bar.say),
            ("counted", self._show_open),
            ("language_chosen", self.language_chosen),
            ("font_chosen", self.font_chosen),
            ("other_profile_wanted", self.other_profile_wanted),
            ("holding", self.hold),
            ("closing_wanted", self.close),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)

    def _show_open(self, records: int) -> None:
        if self._badge is not None:
            self._badge.show_number(records)

    def _count_open(self) -> None:
        if self._badge is not None:
            self._badge.count_soon()

    def _nav_clicked(self) -> None:
        self.go_to(self.sender().objectName())

    def _commit(self) -> None:
        shown = self.stack.currentWidget()
        if shown is not None:
            flush_all(shown)

    # --- saved state and undo -----------------------------------------------------------------------------------

    def show_saved(self, saved: object) -> None:
        """Say "Tersimpan 14.05" with a green dot."""
        at = getattr(saved, "at", None)
        time = f"{at.astimezone():%H.%M}" if at is not None else ""
        self._say_saved("good", self.tr("Tersimpan {time}").format(time=time).strip())

    def show_failed(self, error: object) -> None:
        """Red, and it stays until something could be saved again."""
        from pug_desktop.ui.messages import sentence

        reason = sentence(error) if isinstance(error, PugError) else str(error)
        self._say_saved("bad", self.tr("Belum tersimpan: {reason}").format(reason=reason))

    def _say_saved(self, look: str, text: str) -> None:
        colour = getattr(style.colours(), look)
        self.saved_label.setTextFormat(Qt.TextFormat.RichText)
        shown = text.replace("&", "&amp;").replace("<", "&lt;")
        self.saved_label.setText(f'<span style="color:{colour}">●</span>&nbsp; {shown}')
        self.saved_label.setToolTip(text)
        style.mark(self.saved_label, "bad", look == "bad")

    def undo(self) -> None:
        """Take back the last change of this session and show the page anew."""
        self._change_back("undo")

    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._change_back("redo")

    def _change_back(self, which: str) -> None:
        if self.workspace is None:
            return
        from pug_desktop.app import edit

        self._commit()
        try:
            what = (edit.undo if which == "undo" else edit.redo)(self.workspace, texts.language())
        except PugError as error:
            self.ask.tell(error)
            return
        if what:
            self.refresh()
            self.undo_bar.say(what)

    def _offer_undo(self, what: str) -> None:
        self._offered = self._last_step()
        self.undo_bar.offer(what)

    def _undo_offered(self) -> None:
        """The bar names one step: when another was done since, that one is not taken back in its place."""
        self._commit()
        if self._last_step() is self._offered:
            self.undo()
        else:
            self.undo_bar.say(self.tr("Sesudahnya ada perubahan lain. Urungkan dulu perubahan itu dengan Ctrl+Z."))

    def _last_step(self) -> object:
        done = self.workspace.history.done if self.workspace is not None else ()
        return done[-1] if done else None

    # --- text size ----------------------------------------------------------------------------------------------

    def _larger(self) -> None:
        self._step_font(1)

    def _smaller(self) -> None:
        self._step_font(-1)

    def _step_font(self, step: int) -> None:
        now = QGuiApplication.font().pointSizeF() / style.BASE_PT * 100
        nearest = min(range(len(style.FONT_PERCENTS)), key=lambda number: abs(style.FONT_PERCENTS[number] - now))
        wanted = nearest + step
        if 0 <= wanted < len(style.FONT_PERCENTS):
            self.font_chosen.emit(style.FONT_PERCENTS[wanted])

    # --- Qt -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Qt: notice the first paint."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._tell_painted)
        return done

    def _tell_painted(self) -> None:
        self.setWindowIcon(icons.program())
        self.painted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: let Ctrl+Z through to the window when the text field has nothing to undo itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not _has_own(watched, undo):
                event.ignore()
                return True
        return False

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit | QPlainTextEdit):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: commit what waits, let the running work stop, close the profile."""
        self.closing.emit()
        self._commit()
        self.jobs.finish_all(5000)
        self.close_workspace()
        super().closeEvent(event)


def _has_own(widget: QObject, undo: bool) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if undo else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() if undo else widget.document().isRedoAvailable()
    return False
