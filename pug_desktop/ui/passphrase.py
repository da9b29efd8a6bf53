"""The window that asks for the kata sandi pengaman."""

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from pug_desktop.ui import parts


class PassphraseWindow(QDialog):
    """One hidden line, or two that must agree when the passphrase is set."""

    @classmethod
    def ask(cls, parent: QWidget, title: str, text: str, *, twice: bool = False) -> str | None:
        """The passphrase; None when the person changed their mind."""
        window = cls(parent, title, text, twice=twice)
        answer = window.first.text() if window.exec() == QDialog.DialogCode.Accepted else None
        window.deleteLater()
        return answer

    def __init__(self, parent: QWidget, title: str, text: str, *, twice: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(title, "heading", self))
        layout.addWidget(parts.label(text, "muted", self))
        self.first = self._line()
        layout.addLayout(parts.field(self.tr("Kata sandi pengaman"), self.first))
        self._second = self._line() if twice else None
        if self._second is not None:
            layout.addLayout(parts.field(self.tr("Ketik sekali lagi"), self._second))
        self._hint = parts.label("", "bad small", self)
        layout.addWidget(self._hint)
        self._ok = parts.button(self.tr("Buka") if not twice else self.tr("Pakai"), look="primary", parent=self)
        self._ok.clicked.connect(self.accept)
        self._ok.setDefault(True)
        cancel = parts.button(self.tr("Batal"), parent=self)
        cancel.clicked.connect(self.reject)
        layout.addLayout(parts.row(None, cancel, self._ok))
        self._check()

    def _line(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.textChanged.connect(self._check)
        return made

    def _check(self) -> None:
        first, second = self.first.text(), getattr(self, "_second", None)
        differs = second is not None and bool(second.text()) and second.text() != first
        if not hasattr(self, "_ok"):
            return
        self._hint.setText(self.tr("Kedua kata sandi belum sama.") if differs else "")
        self._ok.setEnabled(bool(first) and (second is None or second.text() == first))
