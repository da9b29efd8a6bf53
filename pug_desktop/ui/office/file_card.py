"""One key file on the stick: a request that can be approved, or a card that can be put in, and how one makes sure."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pug_desktop.domain.words import label
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.amounts import moment_words
from pug_desktop.ui.office.code_input import CodeInput
from pug_desktop.ui.office.presenter import KeyFile
from pug_desktop.ui.texts import language


class FileCard(parts.Card):
    """A file, and under it the field for the code where one is needed.

    Attributes:
        found: the file.
        code: where the code is typed.
        in_person: ticked instead.
        button: does it.

    Signals:
        wanted: the file, the code (None without) and whether the person is here.
    """

    wanted = Signal(object, object, bool)

    def __init__(self, found: KeyFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        title, words, verb = self._words(found)
        self.button = parts.button(verb, "check", "primary" if not found.known else "", self)
        self.button.setAccessibleName(f"{verb} {title}")
        self.button.clicked.connect(self._press)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(parts.label(title, "strong", self))
        texts.addWidget(parts.label(words, "muted small", self))
        above = parts.row(texts, self.button)
        above.setStretch(0, 1)
        self.body.addLayout(above)
        self.code = CodeInput(self.tr("Kode keamanan yang dibacakan"), self)
        self.in_person = QCheckBox(self.tr("Orangnya ada di sini"), self)
        self.in_person.setAccessibleName(self.in_person.text())
        self._hint = parts.label("", "muted small", self)
        for each in (self.code, self.in_person, self._hint):
            each.setVisible(found.needs_proof)
        if found.needs_proof:
            self.body.addWidget(parts.line(self))
            self.body.addWidget(parts.label(self._question(found), "field", self))
            self.body.addLayout(parts.row(self.code, self.in_person, None, spacing=2 * style.GRID))
            self.body.addWidget(self._hint)
        self.code.changed.connect(self._update)
        self.code.returnPressed.connect(self._press)
        self.in_person.toggled.connect(self._update)
        self._update()

    def _words(self, found: KeyFile) -> tuple[str, str, str]:
        if found.grant is not None:
            issuer = found.grant.chain[0] if found.grant.chain else found.grant.card
            title = self.tr("Kartu kunci untuk perangkat ini")
            return title, self.tr("Dari {name}").format(name=issuer.office.name), self.tr("Pasang kartu kunci")
        asked = found.request
        assert asked is not None
        if found.statement is not None:
            title = self.tr("Serah terima di {name}").format(name=asked.office.name)
            words = self.tr(
                "{old} menyerahkan kepada {new}. Kunci lama menjamin kunci baru; kartu lama dicabut."
            ).format(old=found.statement.old_holder or "–", new=found.statement.new_holder)
            return title, words, self.tr("Setujui serah terima")
        title = self.tr("Permohonan dari {name}").format(name=asked.office.name)
        words = self.tr("{role} · pemegang: {holder} · dibuat {moment}").format(
            role=label("role", asked.office.role, language()),
            holder=asked.holder or "–",
            moment=moment_words(asked.made_at, language()),
        )
        return title, words, self.tr("Beri kartu lagi") if found.known else self.tr("Setujui")

    def _question(self, found: KeyFile) -> str:
        if found.grant is not None:
            return self.tr("Ketik kode keamanan kantor pemberi, seperti di surat (SK) atau lewat telepon:")
        return self.tr("Telepon pemohon di nomor kantornya. Ketik kode keamanan yang dibacakan dari layarnya:")

    def _update(self, *_: object) -> None:
        locked = self.found.tries == 0
        met = self.in_person.isChecked()
        self.code.setEnabled(not locked and not met)
        ready = not self.found.needs_proof or met or (self.code.code() is not None and not locked)
        self.button.setEnabled(ready)
        if locked:
            words = self.tr("Kodenya sudah tiga kali tidak cocok. Sekarang hanya bertemu langsung yang membuktikan.")
        elif self.found.tries < 3:
            words = self.tr("Kode tadi tidak cocok. Masih dapat dicoba {n} kali.").format(n=self.found.tries)
        else:
            words = self.tr("Komputer ini yang membandingkan, setelah keenam kelompok angka lengkap.")
        self._hint.setText(words)
        style.mark(self._hint, "bad", locked)

    def _press(self) -> None:
        if not self.button.isEnabled():
            return
        met = self.found.needs_proof and self.in_person.isChecked()
        code = self.code.code() if self.found.needs_proof and not met else None
        self.wanted.emit(self.found, code, met)
