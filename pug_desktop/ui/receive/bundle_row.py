"""One bundle on the page: who sent it, what is in it, and whether it may be taken in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from pug_desktop.app.receive import BundleCard
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.domain.words import label
from pug_desktop.errors import FromNewerProgram, NotForThisOffice, PugError, RevokedSender, UnknownSender
from pug_desktop.ui import parts
from pug_desktop.ui.carry.amounts import counts_words, joined, moment_words
from pug_desktop.ui.messages import words as error_words
from pug_desktop.ui.receive.presenter import Found, State
from pug_desktop.ui.texts import language


class BundleRow(parts.Card):
    """A card with a box to tick.

    Attributes:
        chosen: the box; only for what can be taken in.

    Signals:
        toggled: take this one in or not (its path, whether).
        enrol_pressed: get to know the sender.
    """

    toggled = Signal(object, bool)
    enrol_pressed = Signal()

    def __init__(self, found: Found, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        card = found.card
        known = card is not None and bool(card.sender_name)
        ready = found.state is State.READY
        self.chosen = QCheckBox(self)
        self.chosen.setVisible(ready)
        self.chosen.setChecked(found.chosen)
        self.chosen.setAccessibleName(
            self.tr("Terima kiriman nomor {n} dari {name}").format(n=card.seq if card else 0, name=found.name)
        )
        self.chosen.toggled.connect(self._toggled)
        title = parts.label(found.name, "heading", self)
        above = parts.row(self.chosen, title, self._chip(found))
        above.setStretch(1, 1)
        self.body.setSpacing(4)
        self.body.addLayout(above)
        if card is not None and known:
            self.body.addWidget(parts.label(self._what(card), "", self))
        if card is not None and (card.counts or card.evidence_files):
            self.body.addWidget(parts.label(self._counts(card), "muted", self))
        if found.problem is not None:
            self._say_problem(found.problem)
        self.body.addWidget(parts.label(self._file(found), "muted small", self))

    def _chip(self, found: Found) -> QWidget:
        words = {
            State.READY: (self.tr("pengirim dikenal"), "good"),
            State.WAITING: (self.tr("menunggu giliran"), ""),
            State.ALREADY: (self.tr("sudah pernah diterima"), ""),
            State.OWN: (self.tr("ditulis perangkat ini sendiri"), ""),
            State.REFUSED: (self._refused_words(found), "bad"),
            State.DONE: (self.tr("diterima"), "good"),
        }
        return parts.chip(*words[found.state], parent=self)

    def _refused_words(self, found: Found) -> str:
        match found.problem:
            case UnknownSender():
                return self.tr("pengirim belum dikenal")
            case RevokedSender():
                return self.tr("kartu kunci pengirim sudah dicabut")
            case NotForThisOffice():
                return self.tr("bukan untuk kantor ini")
            case FromNewerProgram():
                return self.tr("dari versi program yang lebih baru")
            case _:
                return self.tr("tidak dapat diterima")

    def _what(self, card: BundleCard) -> str:
        words = [
            label("role", card.sender_role, language()),
            self.tr("kiriman nomor {seq}").format(seq=number_words(card.seq)),
            self.tr("dibuat {moment}").format(moment=moment_words(card.made_at, language())),
        ]
        if card.evidence_only:
            words.append(self.tr("hanya berkas bukti dukung"))
        elif not card.full:
            words.append(self.tr("hanya perubahan"))
        return joined(words)

    def _counts(self, card: BundleCard) -> str:
        words = list(counts_words(card.counts, language()))
        if card.evidence_files:
            words.append(self.tr("{n} berkas").format(n=number_words(card.evidence_files)))
        return self.tr("Isi: {counts}").format(counts=joined(words))

    def _say_problem(self, problem: PugError) -> None:
        title, advice = error_words(problem)
        self.body.addWidget(parts.label(title, "bad", self))
        self.body.addWidget(parts.label(advice, "", self))
        if isinstance(problem, UnknownSender):
            enrol = parts.button(self.tr("Daftarkan perangkat ini…"), "key", "", self)
            enrol.clicked.connect(self.enrol_pressed)
            self.body.addLayout(parts.row(enrol, None))
        code = self.tr("Kode: {code}").format(code=problem.code)
        self.body.addWidget(parts.label(code, "muted small", self))

    def _file(self, found: Found) -> str:
        size = size_words(found.card.size, language()) if found.card is not None and found.card.size else ""
        return joined(words for words in (found.path.name, size) if words)

    def _toggled(self, wanted: bool) -> None:
        self.toggled.emit(self.found.path, wanted)
