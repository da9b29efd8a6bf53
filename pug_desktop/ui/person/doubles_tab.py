"""Likely doubles, one pair after the other: the same person, two persons, or later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import doubles
from pug_desktop.app.doubles import Double, Said
from pug_desktop.app.people import Entry
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.words import label
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.person.lines import fact_line
from pug_desktop.ui.person.presenter import facts, reason
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class DoublesTab(QWidget):
    """The review list.

    Signals:
        changed: something was said of a pair, or taken back.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._ws, self._ask, self._jobs = workspace, ask, jobs
        self.later: set[tuple[str, str]] = set()
        self.chosen: Double | None = None
        self.model = RowsModel(
            [
                Column(self.tr("Nama"), lambda row: row.one.name, width=0),
                Column(self.tr("Mungkin sama dengan"), lambda row: row.other.name, width=260),
                Column(self.tr("Alasan"), self._reason, width=200),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Mungkin orang yang sama"), self)
        self.table.chosen.connect(self._show)
        self.said_model = RowsModel(
            [
                Column(self.tr("Nama"), lambda row: row.one, width=0),
                Column(self.tr("dan"), lambda row: row.other, width=260),
                Column(self.tr("Keputusan"), lambda row: label("same_person", row.verdict, language()), width=200),
            ],
            self,
        )
        self.said_table = RowsTable(self.said_model, self.tr("Yang sudah diputuskan"), self)
        self.empty = parts.EmptyPage(
            "check",
            self.tr("Tidak ada yang perlu dibandingkan"),
            self.tr("Bila dua nama mungkin satu orang (gelar, singkatan, ejaan, NIP sama), keduanya muncul di sini."),
            parent=self,
        )
        self._build()

    def refresh(self) -> None:
        """Look for doubles again, in the background."""
        self.said_model.set_rows(doubles.said(self._ws))
        self.which.setVisible(self.said_model.rowCount() > 0)
        if not self.said_model.rowCount():
            self.which.set_value("open")
        self._jobs.start(
            lambda step: doubles.doubles(self._ws, step),
            label=self.tr("Membandingkan nama"),
            succeeded=self._found,
            quiet=True,
        )

    def _found(self, found: object) -> None:
        if not isinstance(found, tuple):
            return
        left = [each for each in found if (each.one.key, each.other.key) not in self.later]
        self.model.set_rows(left)
        self._turn()
        self.chosen = None
        if left:
            self.table.selectRow(0)
            self._show(left[0])

    def _build(self) -> None:
        self._cards = [parts.Card(self), parts.Card(self)]
        self._heads = [parts.label("", "heading", card) for card in self._cards]
        self._facts = [QVBoxLayout(), QVBoxLayout()]
        for card, head, lines in zip(self._cards, self._heads, self._facts, strict=True):
            card.body.addWidget(head)
            lines.setSpacing(2)
            card.body.addLayout(lines)
            card.body.addStretch(1)
            card.body.setSpacing(4)
        self.same = parts.button(self.tr("Orang yang &sama"), "check", "primary", self)
        self.two = parts.button(self.tr("Ora&ng berbeda"), "close", parent=self)
        self.not_now = parts.button(self.tr("Nant&i"), look="quiet", parent=self)
        self.same.clicked.connect(lambda: self._decide("sama"))
        self.two.clicked.connect(lambda: self._decide("beda"))
        self.not_now.clicked.connect(self._later)
        advice = parts.label(
            self.tr("Tidak ada yang dihapus: kedua catatan tetap ada, dan keputusan dapat ditarik kapan saja."),
            "muted small",
            self,
        )
        self._full = QWidget(self)
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(parts.GAP)
        inside.addWidget(self.table, 1)
        across = QHBoxLayout()
        across.setSpacing(parts.GAP)
        for card in self._cards:
            across.addWidget(card, 1)
        inside.addLayout(across)
        inside.addLayout(parts.row(self.same, self.two, self.not_now, None))
        inside.addWidget(advice)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        self._said = QWidget(self)
        decided = QVBoxLayout(self._said)
        decided.setContentsMargins(0, 0, 0, 0)
        decided.setSpacing(parts.GAP)
        self.take_back = parts.button(self.tr("Tar&ik keputusan"), "undo", parent=self)
        self.take_back.clicked.connect(self._take_back)
        decided.addWidget(self.said_table, 1)
        decided.addLayout(parts.row(self.take_back, None))
        self._stack.addWidget(self._said)
        self.which = parts.Segments(
            [("open", self.tr("Perlu dibandingkan")), ("said", self.tr("Yang sudah diputuskan"))],
            self.tr("Daftar yang ditampilkan"),
            self,
        )
        self.which.set_value("open")
        self.which.edited.connect(self._turn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addWidget(self.which)
        layout.addWidget(self._stack, 1)

    def _turn(self) -> None:
        """Show the list that is chosen."""
        if self.which.value() == "said":
            self._stack.setCurrentWidget(self._said)
        else:
            self._stack.setCurrentWidget(self._full if self.model.rowCount() else self.empty)

    def _reason(self, row: Double) -> str:
        words = {
            "nip": self.tr("NIP sama"),
            "phone": self.tr("Nomor telepon sama"),
            "name": self.tr("Nama mirip ({score} %)"),
        }
        return reason(row, words)

    def _show(self, row: object) -> None:
        if not isinstance(row, Double):
            return
        self.chosen = row
        for head, lines, entry in zip(self._heads, self._facts, (row.one, row.other), strict=True):
            head.setText(entry.name)
            parts.clear(lines)
            for name, value in self._lines(entry):
                lines.addWidget(fact_line(name, value, self))

    def _lines(self, entry: Entry) -> list[tuple[str, str]]:
        names = {
            "position": self.tr("Jabatan"),
            "office": self.tr("Instansi"),
            "type": self.tr("Jenis instansi"),
            "sex": self.tr("Jenis kelamin"),
            "nip": self.tr("NIP"),
            "phone": self.tr("Telepon"),
        }
        times = self.tr("{times} kali").format(times=entry.times)
        return [*facts(entry, language(), names), (self.tr("Hadir"), times)]

    def _decide(self, verdict: str) -> None:
        if self.chosen is None:
            return
        try:
            doubles.decide(self._ws, self.chosen.one.key, self.chosen.other.key, verdict)
        except PugError as error:
            self._ask.tell(error)
            return
        self.changed.emit()

    def _later(self) -> None:
        if self.chosen is not None:
            self.later.add((self.chosen.one.key, self.chosen.other.key))
            self.refresh()

    def _take_back(self) -> None:
        row = self.said_table.current_row()
        if not isinstance(row, Said):
            return
        if not row.mine:
            self._ask.inform(
                self.tr("Keputusan kantor lain"), self.tr("Hanya kantor yang memutuskan dapat menariknya kembali.")
            )
            return
        doubles.take_back(self._ws, row.link_id)
        self.changed.emit()
