"""What is done with bundles that were set aside: tried again, or thrown away after a question."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app.quarantine import Kept
from pug_desktop.app.received import Received
from pug_desktop.domain.dates import number_words
from pug_desktop.errors import PugError
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.receive.presenter import ReceivePresenter
from pug_desktop.ui.saved import flush_all


class KeptActions(QObject):
    """The two actions.

    Signals:
        holding: while one is taken in nothing else may be written (bool).
        changed: the list is another one now.
    """

    holding = Signal(bool)
    changed = Signal()

    def __init__(self, presenter: ReceivePresenter, ask: Ask, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._presenter = presenter
        self._ask = ask
        self._jobs = jobs
        self._page = page

    def retry(self, kept: object) -> None:
        """Try to take it in again."""
        if not isinstance(kept, Kept):
            return
        flush_all(self._page.window())
        self.holding.emit(True)
        self._jobs.start(
            partial(self._presenter.retry, kept),
            label=self.tr("Menerima kiriman"),
            succeeded=self._retried,
            failed=self._not_retried,
            cancelled=self._released,
        )

    def discard(self, kept: object) -> None:
        """Throw it away, when the person says so."""
        if not isinstance(kept, Kept):
            return
        text = self.tr(
            "Salinannya di komputer ini dihapus dan tidak dapat dikembalikan. Berkas di flashdisk pengirim tetap ada."
        )
        title = self.tr("Buang kiriman dari {name}?").format(name=kept.sender_name or kept.name)
        if self._ask.confirm(title, text, self.tr("Buang kiriman"), danger=True):
            try:
                self._presenter.discard(kept)
            except PugError as error:
                self._ask.tell(error)
            self.changed.emit()

    def _retried(self, received: object) -> None:
        self._released()
        if isinstance(received, Received):
            words = self.tr("{new} isian baru, {changed} berubah, {conflicts} perlu keputusan.").format(
                new=number_words(received.new),
                changed=number_words(received.changed),
                conflicts=number_words(received.conflicts),
            )
            self._ask.inform(self.tr("Kiriman dari {name} diterima").format(name=received.sender_name), words)

    def _not_retried(self, error: Exception) -> None:
        self._released()
        self._ask.tell(error)

    def _released(self) -> None:
        self.holding.emit(False)
        self.changed.emit()
