"""What the page "Prasyarat" does with the instrument of a sheet: its order, and moving to a newer version."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app import move_sheet
from pug_desktop.app.arrangement import arranged, can_arrange
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.checklist.presenter import as_it_is
from pug_desktop.ui.checklist.takeover_view import TakeoverView

if TYPE_CHECKING:
    from pug_desktop.app.fill import Sheet
    from pug_desktop.app.workspace import Workspace
    from pug_desktop.ui.ask import Ask
    from pug_desktop.ui.checklist.presenter import ChecklistPresenter

CLASSIC, EVALUATION = "classic", "evaluation"


class InstrumentWork(QObject):
    """Belongs to the page, which puts the bar above the sheet and the view in its place.

    Attributes:
        bar: the choice of the order, and the offer of a newer version; hidden where there is neither.
        order: the choice itself.
        offer: the band with the newer version.
        view: what moving the sheet would do.

    Signals:
        opened: the view is filled and wants to be seen.
        saved: what app.move_sheet returned.
    """

    opened = Signal()
    saved = Signal(object)

    def __init__(self, workspace: "Workspace", presenter: "ChecklistPresenter", ask: "Ask", page: QWidget) -> None:
        super().__init__(page)
        self._ws = workspace
        self._presenter = presenter
        self._ask = ask
        self.bar = QWidget(page)
        box = QVBoxLayout(self.bar)
        box.setContentsMargins(0, 0, 0, 0)
        self.order = parts.Segments(
            [(CLASSIC, self.tr("Tujuh prasyarat")), (EVALUATION, self.tr("Urutan evaluasi kementerian"))],
            self.tr("Susunan lembar"),
            self.bar,
        )
        self.order.edited.connect(self._arrange)
        box.addWidget(self.order)
        self.offer = QFrame(self.bar)
        self.offer.setProperty("band", "info")
        across = QHBoxLayout(self.offer)
        across.setContentsMargins(12, 4, 8, 4)
        self._offered = parts.label("", "small", self.offer)
        across.addWidget(self._offered, 1)
        self.look = parts.button(self.tr("Lihat apa yang ikut…"), parent=self.offer)
        self.look.clicked.connect(self._open)
        across.addWidget(self.look)
        box.addWidget(self.offer)
        self.view = TakeoverView(page)
        self.view.closed.connect(presenter.show_again)
        self.view.move_wanted.connect(self._move)
        self.bar.hide()

    def show_sheet(self, sheet: "Sheet", *, overview: bool) -> None:
        """Bring the bar in line with what is shown; the order is chosen among the cards only."""
        self.order.setVisible(overview and can_arrange(sheet))
        self.order.set_value(CLASSIC if self._presenter.arrange is as_it_is else EVALUATION)
        newer = move_sheet.newer_form(self._ws, sheet)
        self.offer.setVisible(overview and newer is not None)
        if newer is not None:
            words = self.tr("Lembar ini memakai instrumen versi {old}; versi {new} sudah ada.")
            self._offered.setText(words.format(old=sheet.form.version, new=newer.version))
        self.bar.setVisible(not self.order.isHidden() or not self.offer.isHidden())

    def _arrange(self) -> None:
        chosen = self.order.value() == EVALUATION
        self._presenter.arrange_by(_by_evaluation if chosen else as_it_is)
        self.order.setFocus()

    def _open(self) -> None:
        sheet = self._presenter.sheet
        if sheet is None:
            return
        try:
            found = move_sheet.plan(self._ws, sheet)
        except PugError as error:
            self._ask.tell(error)
            return
        self.view.show_plan(found, sheet.form)
        self.opened.emit()
        self.view.move_button.setFocus()

    def _move(self) -> None:
        sheet = self._presenter.sheet
        if sheet is None:
            return
        try:
            saved = move_sheet.move(self._ws, sheet)
        except PugError as error:
            self._ask.tell(error)
            return
        self.saved.emit(saved)
        self._presenter.refresh()


def _by_evaluation(sheet: "Sheet") -> "Sheet":
    return arranged(sheet) if can_arrange(sheet) else sheet
