"""Going from one question that needs work to the next, and accepting at once what nobody changed."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pug_desktop.app import review, review_many
from pug_desktop.app.sheets import Sheet
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.ui import parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.presenter import ChecklistPresenter


class Walk(QWidget):
    """Two buttons with a letter each, so that a sheet is walked through without the mouse; a third stands apart.

    Attributes:
        accept: takes more room; the page puts it where there is some.

    Signals:
        next_wanted, previous_wanted: the next or the former question that needs work.
        accept_wanted: all that can be accepted unseen.
    """

    next_wanted = Signal()
    previous_wanted = Signal()
    accept_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        self.accept = parts.button("", "check", "quiet", parent)
        self.accept.clicked.connect(self.accept_wanted)
        self.previous = parts.button(self.tr("Sebelu&mnya"), "chevron-left", "quiet", self)
        self.previous.clicked.connect(self.previous_wanted)
        self.next = parts.button(self.tr("Berikutn&ya"), "chevron-right", "quiet", self)
        self.next.clicked.connect(self.next_wanted)
        for each in (self.previous, self.next):
            layout.addWidget(each)

    def show_work(self, *, reviews: bool, acceptable: int) -> None:
        """`reviews` is whether the sheet is looked at for another office; `acceptable` how many can be accepted."""
        parts.rename(self.accept, self.tr("Terima yang tidak beruba&h ({n})").format(n=acceptable))
        self.accept.setVisible(reviews and acceptable > 0)
        told = self.tr("Butir yang belum diperiksa") if reviews else self.tr("Butir yang belum lengkap")
        for each in (self.previous, self.next):
            each.setToolTip(told)
            each.setAccessibleDescription(told)


class WalkWork(QObject):
    """What the buttons do on the page "Prasyarat".

    Attributes:
        strip, accept: the buttons; the page puts them where they stand.

    Signals:
        accepted: how many answers were accepted at once.
    """

    accepted = Signal(int)

    def __init__(self, workspace: Workspace, presenter: ChecklistPresenter, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws = workspace
        self._presenter = presenter
        self._ask = ask
        self.strip = Walk(parent)
        self.accept = self.strip.accept
        self.strip.next_wanted.connect(self._next)
        self.strip.previous_wanted.connect(self._previous)
        self.strip.accept_wanted.connect(self._accept)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Offer what can be done on this sheet."""
        reviews = sheet is not None and review.may_review(self._ws, sheet.scope)
        count = len(review_many.acceptable(self._ws, sheet)) if sheet is not None and reviews else 0
        self.strip.show_work(reviews=reviews, acceptable=count)

    def _next(self) -> None:
        self._go(1)

    def _previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        if not self._presenter.walk(step):
            self._ask.inform(self.tr("Sudah semua"), self.tr("Tidak ada butir lain yang menunggu di lembar ini."))

    def _accept(self) -> None:
        sheet = self._presenter.sheet
        if sheet is None:
            return
        names = review_many.acceptable(self._ws, sheet)
        title = self.tr("Terima {n} jawaban yang tidak berubah?").format(n=len(names))
        text = self.tr(
            "Jawaban ini sudah diterima sebelumnya, oleh tingkat lain atau tahun lalu, dan sejak itu tidak berubah: "
            "{items}. Penerimaan ini dapat diurungkan."
        ).format(items=", ".join(names))
        if not names or not self._ask.confirm(title, text, self.tr("Terima semua")):
            return
        try:
            done = review_many.accept_unchanged(self._ws, sheet)
        except PugError as error:
            self._ask.tell(error)
            return
        self._presenter.reload_item()
        self.accepted.emit(done)
