"""The steps of sending as cards: to whom and where, what goes, and what came of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from pug_desktop.app.send import Addressee, SendPreview, Sent
from pug_desktop.domain.dates import number_words, size_words
from pug_desktop.domain.words import label
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.amounts import counts_words, digest_words, joined
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.send.presenter import Room
from pug_desktop.ui.texts import language

MOST_BUTTONS = 3
"""More addressees than this stand in a list to choose from."""


class WhereCard(parts.Card):
    """Step 1: to whom, and onto which stick.

    Signals:
        addressee_chosen: a device id.
        place_chosen: a folder (Path), or None when the stick was pulled out.
    """

    addressee_chosen = Signal(str)
    place_chosen = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._choices = parts.row(spacing=style.GRID)
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Penerima"))
        self.list.setMinimumContentsLength(40)
        self.list.activated.connect(self._picked)
        self.places = PlacePicker(ask, self.tr("Tulis kiriman di folder mana?"), self)
        self.places.chosen.connect(self.place_chosen)
        self.body.addWidget(parts.label(self.tr("1. Kepada siapa, dan ke mana ditulis"), "heading", self))
        self.body.addWidget(parts.label(self.tr("Penerima"), "field", self))
        self.body.addLayout(self._choices)
        self.body.addWidget(self.list)
        self.body.addSpacing(style.GRID)
        self.body.addWidget(parts.label(self.tr("Flashdisk"), "field", self))
        self.body.addWidget(self.places)

    def show_addressees(self, addressees: Sequence[Addressee], chosen: Addressee | None) -> None:
        """Offer these; a few as buttons, many as a list."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        parts.clear(self._choices)
        few = len(addressees) <= MOST_BUTTONS
        self.list.setVisible(not few)
        self.list.clear()
        if not few:
            self.list.addItem(self.tr("Pilih penerima…"), "")
        for each in addressees:
            if few:
                self._add_button(each, checked=chosen is not None and chosen.device_id == each.device_id)
            else:
                self.list.addItem(f"{each.office_name} – {label('role', each.role, language())}", each.device_id)
        self._choices.addStretch(1)
        if chosen is not None and not few:
            self.list.setCurrentIndex(max(0, self.list.findData(chosen.device_id)))

    def _add_button(self, each: Addressee, *, checked: bool) -> None:
        words = label("role", each.role, language())
        name = self.fontMetrics().elidedText(
            each.office_name, Qt.TextElideMode.ElideMiddle, self.fontMetrics().averageCharWidth() * 40
        )
        button = QPushButton(icons.icon("office"), f"{name.replace('&', '&&')}\n{words}", self)
        button.setProperty("choice", True)
        button.setAutoDefault(True)
        button.setIconSize(QSize(28, 28))
        button.setCheckable(True)
        button.setChecked(checked)
        button.setAccessibleName(each.office_name)
        button.setToolTip(each.office_name)
        button.clicked.connect(partial(self._chose, each.device_id))
        self._group.addButton(button)
        self._choices.addWidget(button)

    def _chose(self, device_id: str, *_: object) -> None:
        self.addressee_chosen.emit(device_id)

    def _picked(self, _index: int) -> None:
        self.addressee_chosen.emit(str(self.list.currentData() or ""))


class WhatCard(parts.Card):
    """Step 2: what goes, whether it fits, and the button that sends.

    Signals:
        send_pressed: go.
    """

    send_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts = parts.label("", "", self)
        self._files = parts.label("", "muted", self)
        self._personal = parts.label("", "muted small", self)
        self._room = parts.label("", "muted", self)
        self.send = parts.button(self.tr("Kirim sekarang"), "send", "primary", self)
        self.send.clicked.connect(self.send_pressed)
        self.body.addWidget(parts.label(self.tr("2. Yang akan dikirim"), "heading", self))
        for each in (self._counts, self._files, self._personal):
            self.body.addWidget(each)
        row = parts.row(self._room, self.send, spacing=parts.GAP)
        row.setStretch(0, 1)
        self.body.addLayout(row)
        self.show_preview(None, Room(0, None))

    def show_preview(self, preview: SendPreview | None, room: Room) -> None:
        """Say what would go."""
        self.send.setEnabled(preview is not None and not room.missing)
        for each in (self._files, self._personal):
            each.setVisible(preview is not None)
        if preview is None:
            self._counts.setText(self.tr("Pilih penerima dan flashdisk lebih dahulu."))
            style.mark(self._counts, "muted", True)
            self._say_room("", "")
            return
        style.mark(self._counts, "muted", False)
        counts = counts_words(preview.counts, language())
        self._counts.setText(joined(counts) or self.tr("Belum ada isian."))
        self._files.setText(self._files_words(preview))
        self._personal.setText(
            self.tr("Data pribadi yang ikut: {fields}. Isi kiriman hanya dapat dibuka oleh penerima.").format(
                fields="; ".join(preview.personal_fields)
            )
            if preview.personal_fields
            else self.tr("Tidak ada data pribadi yang ikut. Isi kiriman hanya dapat dibuka oleh penerima.")
        )
        self._show_room(room)

    def _files_words(self, preview: SendPreview) -> str:
        words = (
            self.tr("{n} berkas bukti dukung, {size}.").format(
                n=number_words(preview.evidence_files), size=size_words(preview.evidence_bytes, language())
            )
            if preview.evidence_files
            else self.tr("Tanpa berkas bukti dukung.")
        )
        if preview.evidence_left_out:
            words += " " + self.tr("{n} berkas tidak ikut karena belum ada di komputer ini atau terlalu besar.").format(
                n=number_words(preview.evidence_left_out)
            )
        return words

    def _show_room(self, room: Room) -> None:
        needed = size_words(room.needed, language())
        if room.missing:
            words = self.tr("Tidak muat: perlu {needed}, kurang {missing}. Pilih flashdisk lain.").format(
                needed=needed, missing=size_words(room.missing, language())
            )
            self._say_room(words, "bad")
        elif room.free is None:
            self._say_room(self.tr("Perlu kira-kira {needed}.").format(needed=needed), "muted")
        else:
            words = self.tr("Perlu kira-kira {needed}; kosong {free}.").format(
                needed=needed, free=size_words(room.free, language())
            )
            self._say_room(words, "muted")

    def _say_room(self, words: str, look: str) -> None:
        self._room.setText(words)
        for each in ("muted", "bad"):
            style.mark(self._room, each, each == look)


class ResultCard(parts.Card):
    """Step 4: it lies on the stick, read back, and the stick may be pulled out.

    Signals:
        again_pressed: one more bundle.
    """

    again_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = parts.label("", "title", self)
        self._what = parts.label("", "", self)
        self._file = parts.label("", "muted", self)
        self._next = parts.label("", "muted", self)
        image = parts.label("", parent=self)
        image.setPixmap(icons.picture("check", 40, style.colours().good))
        self.again = parts.button(self.tr("Buat kiriman lain"), "send", "", self)
        self.again.clicked.connect(self.again_pressed)
        above = parts.row(image, self._title, self.again, spacing=parts.GAP)
        above.setStretch(1, 1)
        self.body.addLayout(above)
        for each in (self._what, self._file, self._next):
            self.body.addWidget(each)
        self.hide()

    def show_sent(self, sent: Sent, addressee: Addressee) -> None:
        """Say what lies where."""
        self._title.setText(self.tr("Boleh dicabut"))
        self._what.setText(
            self.tr("Kiriman nomor {seq} untuk {name}: {counts}").format(
                seq=sent.seq, name=addressee.office_name, counts=joined(counts_words(sent.counts, language()))
            )
        )
        self._file.setText(
            self.tr("Berkas {file} · {size} · kode isi {digest}").format(
                file=sent.path.name, size=size_words(sent.size, language()), digest=digest_words(sent.digest)
            )
        )
        self._next.setText(
            self.tr("Sudah ditulis dan dibaca ulang. Antarkan ke {name}; di sana dibuka lewat halaman Terima.").format(
                name=addressee.office_name
            )
        )
        self.show()
