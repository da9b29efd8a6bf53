"""Shows what the presenter of the first start decides, in the main window.

Its pages are imported when they are shown: who opens a profile every day never sees them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop import errors
from pug_desktop.app import profiles
from pug_desktop.app.profiles import ProfileCard
from pug_desktop.progress import Step
from pug_desktop.ui.first_start.presenter import NewProfile, Restore, StartPresenter
from pug_desktop.ui.job import Then, Work
from pug_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pug_desktop.app.workspace import Workspace


def _remembered(folder: Path) -> str | None:
    """The passphrase that this computer remembers; None nearly always, and then no keyring is loaded."""
    profile = profiles.read_profile(folder)
    if not profile.remembered:
        return None
    from pug_desktop.app import remembered

    return remembered.recall(profile)


class FirstStart(QObject):
    """Between the first paint and the open profile.

    Signals:
        opened: the workspace.
    """

    opened = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: QWidget | None = None
        self._presenter = StartPresenter(profiles, self)

    def begin(self, folder: Path | None, last_used: str | None) -> None:
        """See StartPresenter.begin."""
        self._presenter.begin(folder, last_used)

    def choose(self) -> None:
        """See StartPresenter.choose."""
        self._presenter.choose()

    # --- StartView ----------------------------------------------------------------------------------------------

    def show_steps(self, *, can_go_back: bool) -> None:
        """The steps of the first start."""
        from pug_desktop.ui.first_start.steps import FirstSteps

        steps = FirstSteps(self._window, can_go_back=can_go_back)
        steps.create_wanted.connect(self._presenter.create)
        steps.back_wanted.connect(self._presenter.choose)
        steps.restore_wanted.connect(self._presenter.restore)
        self._show(steps)

    def show_profiles(self, cards: Sequence[ProfileCard]) -> None:
        """The choice among profiles."""
        from pug_desktop.ui.first_start.chooser import ProfileChooser

        chooser = ProfileChooser(cards, self._window)
        chooser.open_wanted.connect(self._presenter.open)
        chooser.new_wanted.connect(self._presenter.make_new)
        self._show(chooser)

    def open_in_background(self, folder: Path, passphrase: str | None) -> None:
        """Import the database and open the profile, both in the worker."""
        self._window.show_waiting(self.tr("Membuka data…"))

        def work(_step: Step) -> object:
            from pug_desktop.app import workspace

            known = passphrase or _remembered(folder)
            try:
                return workspace.open_profile(folder, passphrase=known)
            except errors.WrongPassphrase:
                if passphrase is not None or known is None:
                    raise
            # What the keyring remembers is of another time: ask.
            return workspace.open_profile(folder)

        self._start(work, self.tr("Membuka data…"))

    def create_in_background(self, wanted: NewProfile) -> None:
        """Make database and keys in the worker."""
        self._window.show_waiting(self.tr("Menyiapkan data dan kunci perangkat…"))

        def work(step: Step) -> object:
            from pug_desktop.app import example, workspace

            made = workspace.create_profile(
                None,
                role=wanted.role,
                region_code=wanted.region_code,
                office_name=wanted.office_name,
                passphrase=wanted.passphrase,
                practice=wanted.practice,
            )
            if wanted.practice:
                try:
                    example.fill_practice(made, step)
                except BaseException:
                    made.close()
                    raise
            return made

        self._start(work, self.tr("Menyiapkan data dan kunci perangkat…"))

    def show_restore(self) -> None:
        """The page for the recovery sheet."""
        from pug_desktop.ui.first_start.restore import RestorePage

        page = RestorePage(self._window.ask, self._window)
        page.restore_wanted.connect(self._presenter.restore_from)
        page.back_wanted.connect(self._presenter.make_new)
        self._show(page)

    def restore_in_background(self, wanted: Restore) -> None:
        """Open the bundles and join them in the worker; the page stays, so that a line can be corrected."""

        def work(step: Step) -> object:
            from pug_desktop.app import recovery

            bundles = recovery.own_bundles(wanted.lines, wanted.folder)
            made, _told = recovery.recover(wanted.lines, bundles, None, passphrase=wanted.passphrase, step=step)
            return made

        text = self.tr("Memulihkan data kantor")
        self._window.jobs.start(
            work, label=text, succeeded=cast(Then, self._presenter.opened), failed=self._window.ask.tell
        )

    def ask_passphrase(self, *, wrong: bool) -> str | None:
        """Kata sandi pengaman."""
        text = (
            self.tr("Kata sandi itu belum cocok. Periksa huruf besar dan kecil, lalu coba lagi.")
            if wrong
            else self.tr("Kunci perangkat ini terkunci. Ketik kata sandi pengaman untuk membukanya.")
        )
        return self._window.ask.passphrase(self.tr("Buka profil"), text)

    def tell(self, error: Exception) -> None:
        """What went wrong."""
        self._window.ask.tell(error)

    def show_workspace(self, workspace: "Workspace") -> None:
        """The profile is open; the pages of the first start are of no use any more."""
        self._drop()
        self.opened.emit(workspace)

    def _start(self, work: Work, label: str) -> None:
        self._window.jobs.start(
            work, label=label, succeeded=cast(Then, self._presenter.opened), failed=self._presenter.failed, quiet=True
        )

    def _show(self, page: QWidget) -> None:
        self._drop()
        self._page = page
        self._window.show_first(page)

    def _drop(self) -> None:
        if self._page is not None:
            self._window.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
