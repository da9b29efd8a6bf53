"""One bundle on the page: who sent it, what is in it, whether it may be taken in, and what it brought."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app.receive import BundleCard, Received
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.domain.words import label
from pug_desktop.errors import FromNewerProgram, NotForThisOffice, UnknownSender
from pug_desktop.ui import parts
from pug_desktop.ui.carry.amounts import counts_words, joined, moment_words
from pug_desktop.ui.messages import words as error_words
from pug_desktop.ui.receive.presenter import Found, State
from pug_desktop.ui.texts import language


class BundleRow(parts.Card):
    """A card.

    Signals:
        take_pressed: take this one in (its path).
    """

    take_pressed = Signal(object)

    def __init__(self, found: Found, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        card = found.card
        known = card is not None and bool(card.sender_name)
        title = parts.label(card.sender_name if card is not None and known else found.path.name, "heading", self)
        self.take = parts.button(self.tr("Terima"), "receive", "", self)
        self.take.setAccessibleName(self.tr("Terima kiriman dari {name}").format(name=title.text()))
        self.take.clicked.connect(self._take)
        self.take.setVisible(found.state is State.READY)
        above = parts.row(title, self._chip(found), self.take)
        above.setStretch(0, 1)
        self.body.addLayout(above)
        if card is not None and known:
            self.body.addWidget(parts.label(self._what(card), "", self))
        if card is not None and card.counts:
            self.body.addWidget(parts.label(self._counts(card), "muted", self))
        if found.problem is not None:
            self._say_problem(found)
        if found.result is not None and found.state is State.DONE:
            self.body.addWidget(parts.label(self.result_words(found.result), "strong", self))
            if advice := self._result_advice(found.result):
                self.body.addWidget(parts.label(advice, "warn", self))
        self.body.addWidget(parts.label(self._file(found), "muted small", self))

    def result_words(self, result: Received) -> str:
        """What came of it, in numbers to copy to paper."""
        numbers = (
            (self.tr("{n} baru"), result.new),
            (self.tr("{n} berubah"), result.changed),
            (self.tr("{n} digabung otomatis"), result.merged_fields),
            (self.tr("{n} perlu keputusan"), result.conflicts),
            (self.tr("{n} ditunda"), result.parked),
            (self.tr("{n} tidak berubah"), result.unchanged),
            (self.tr("{n} berkas"), result.files),
        )
        return joined(text.format(n=number_words(count)) for text, count in numbers)

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
            case NotForThisOffice():
                return self.tr("bukan untuk kantor ini")
            case FromNewerProgram():
                return self.tr("dari versi program yang lebih baru")
            case _:
                return self.tr("tidak dapat diterima")

    def _what(self, card: BundleCard) -> str:
        return self.tr("{role} · kiriman nomor {seq} · dibuat {moment}").format(
            role=label("role", card.sender_role, language()),
            seq=number_words(card.seq),
            moment=moment_words(card.made_at, language()),
        )

    def _counts(self, card: BundleCard) -> str:
        words = list(counts_words(card.counts, language()))
        if card.evidence_files:
            words.append(self.tr("{n} berkas").format(n=number_words(card.evidence_files)))
        return self.tr("Isi: {counts}").format(counts=joined(words))

    def _say_problem(self, found: Found) -> None:
        if found.problem is None:
            return
        title, advice = error_words(found.problem)
        self.body.addWidget(parts.label(title, "bad", self))
        self.body.addWidget(parts.label(advice, "", self))
        code = self.tr("Kode: {code}").format(code=found.problem.code)
        self.body.addWidget(parts.label(code, "muted small", self))

    def _result_advice(self, result: Received) -> str:
        words = [decide_words(result.conflicts)]
        if result.parked:
            words.append(
                self.tr(
                    "{n} ditunda: menunggu isian lain yang belum diterima, atau dibuat program yang lebih baru. "
                    "Isian itu tersimpan dan tampil begitu yang ditunggu ada."
                ).format(n=number_words(result.parked))
            )
        return " ".join(each for each in words if each)

    def _file(self, found: Found) -> str:
        size = size_words(found.card.size, language()) if found.card is not None and found.card.size else ""
        return joined(words for words in (found.path.name, size) if words)

    def _take(self) -> None:
        self.take_pressed.emit(self.found.path)


def decide_words(count: int) -> str:
    """What stands under a number of records that need a decision; "" for none."""
    if not count:
        return ""
    return QCoreApplication.translate(
        "BundleRow",
        "{n} perlu keputusan: dua kantor mengisinya berbeda. Kedua isian tersimpan; halaman untuk memilihnya ada pada "
        "versi berikutnya.",
    ).format(n=number_words(count))
