"""From the recovery sheet: four lines, a stick with the office's own bundles, a passphrase for the new keys."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.first_start.presenter import Restore

LINES = 4
LINE_CHARACTERS = 14
WIDTH = 860


class RestorePage(QWidget):
    """One page; nothing is written before the last button.

    Attributes:
        lines: where the four lines are typed.
        first, second: the new passphrase, twice.
        go: does it.

    Signals:
        restore_wanted: a Restore.
        back_wanted: to the steps of the first start.
    """

    restore_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self._folder: Path | None = None
        outer = parts.page_layout(self)
        middle = QWidget(self)
        middle.setMaximumWidth(WIDTH)
        column = parts.ScrollColumn(middle)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, parts.GAP, 0, 0)
        inside.addWidget(column, 1)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        outer.addLayout(centred, 1)
        body = column.body
        body.addWidget(parts.label(self.tr("Pulihkan dengan lembar pemulihan"), "title", self))
        body.addWidget(
            parts.label(
                self.tr(
                    "Perlu dua hal: lembar dari brankas, dan flashdisk dengan kiriman kantor Anda sendiri. Sesudahnya "
                    "mohon kartu kunci baru, dan minta kantor di atas mencabut kartu perangkat yang hilang."
                ),
                "muted",
                self,
            )
        )
        body.addWidget(self._sheet_card())
        body.addWidget(self._stick_card())
        body.addWidget(self._lock_card())
        body.addStretch(1)
        self.go = parts.button(self.tr("Pulihkan"), "check", "primary", self)
        self.go.clicked.connect(self._press)
        back = parts.button(self.tr("Kembali"), parent=self)
        back.clicked.connect(self.back_wanted)
        inside.addLayout(parts.row(back, None, self.go))
        self.setFocusProxy(self.lines[0])
        self._update()

    def _sheet_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Keempat baris di lembar"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(parts.GAP)
        self.lines = [self._line(number) for number in range(1, LINES + 1)]
        for number, each in enumerate(self.lines):
            box = parts.field(self.tr("Baris {n}").format(n=number + 1), each)
            grid.addLayout(box, number // 2, number % 2)
        card.body.addLayout(grid)
        return card

    def _line(self, number: int) -> QLineEdit:
        made = QLineEdit(self)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        made.setFont(font)
        made.setPlaceholderText("ABCD EFG HIJK LMN")
        made.setAccessibleName(self.tr("Baris {n}").format(n=number))
        made.textEdited.connect(self._update)
        return made

    def _stick_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Kiriman kantor Anda"))
        self._where = parts.label("", "muted", card)
        choose = parts.button(self.tr("Pilih flashdisk atau folder…"), "stick", "", card)
        choose.clicked.connect(self._choose)
        line = parts.row(self._where, choose)
        line.setStretch(0, 1)
        card.body.addLayout(line)
        return card

    def _lock_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Kata sandi pengaman baru (boleh dikosongkan)"))
        self.first, self.second = self._secret(), self._secret()
        grid = QGridLayout()
        grid.setHorizontalSpacing(parts.GAP)
        grid.addLayout(parts.field(self.tr("Kata sandi pengaman"), self.first), 0, 0)
        grid.addLayout(parts.field(self.tr("Ketik sekali lagi"), self.second), 0, 1)
        card.body.addLayout(grid)
        self._differs = parts.label("", "bad small", card)
        card.body.addWidget(self._differs)
        return card

    def _secret(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.textEdited.connect(self._update)
        return made

    def choose(self, folder: Path) -> None:
        """Take the bundles from this folder."""
        self._folder = folder
        self._update()

    def _choose(self) -> None:
        folder = self._ask.folder(self.tr("Flashdisk dengan kiriman kantor Anda"))
        if folder is not None:
            self.choose(folder)

    def _update(self, *_: object) -> None:
        self._where.setText(str(self._folder) if self._folder else self.tr("Belum dipilih."))
        differs = bool(self.second.text()) and self.first.text() != self.second.text()
        self._differs.setText(self.tr("Kedua kata sandi belum sama.") if differs else "")
        whole = all(len("".join(each.text().split()).replace("-", "")) == LINE_CHARACTERS for each in self.lines)
        if hasattr(self, "go"):
            same = self.first.text() == self.second.text()
            self.go.setEnabled(whole and self._folder is not None and same)

    def _press(self) -> None:
        if self._folder is not None:
            lines = tuple(each.text() for each in self.lines)
            self.restore_wanted.emit(Restore(lines, self._folder, self.first.text() or None))
