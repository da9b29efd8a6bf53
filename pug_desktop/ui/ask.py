"""Every question to the person: the only place for Qt's message, file and input windows.

Pages get an `Ask` in their constructor; a test hands in a fake that answers from a list (tests/ui/fakes.py).
Each method returns the answer, or None when the person changed their mind.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from pug_desktop.errors import PugError

if TYPE_CHECKING:
    from pug_desktop.app.documents import Document


class Ask(QObject):
    """Asks over the window it is given."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""

    def confirm(self, title: str, text: str, verb: str, *, danger: bool = False) -> bool:
        """Ask before something that cannot be undone; `verb` is the button ("Hapus rapat"), never "Ya"."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        do = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Batal"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay if danger else do)
        box.setEscapeButton(stay)
        box.exec()
        yes = box.clickedButton() is do
        box.deleteLater()
        return yes

    def confirm_or(self, title: str, text: str, verb: str, instead: str) -> bool | None:
        """Like `confirm` with another way, which Enter takes: True is the verb, False that way, None neither."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        do = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(instead, QMessageBox.ButtonRole.ActionRole)
        stay = box.addButton(self.tr("Batal"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(other)
        box.setEscapeButton(stay)
        box.exec()
        pressed = box.clickedButton()
        answer = True if pressed is do else False if pressed is other else None
        box.deleteLater()
        return answer

    def tell(self, error: Exception) -> None:
        """Say what went wrong and what to do; a mistake of the program is shown with its report to copy."""
        # Imported when needed, like the passphrase window: both are out of the way of the first paint.
        from pug_desktop.ui.messages import CrashWindow, ErrorWindow

        if not isinstance(error, PugError):
            from pug_desktop.app.failures import cause

            error = cause(error) or error
        if isinstance(error, PugError):
            ErrorWindow.show_for(self._window, error)
        else:
            CrashWindow.show_for(self._window, error)

    def inform(self, title: str, text: str) -> None:
        """Say something that has to be read before going on; prefer a line on the page."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle(title)
        box.setText(title)
        box.setInformativeText(text)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addButton(self.tr("Mengerti"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        box.deleteLater()

    def open_file(self, title: str, kinds: str = "") -> Path | None:
        """One file that exists; `kinds` in Qt's form: "Permohonan kartu kunci (*.pugkey)"."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, self._folder, kinds)
        return self._remember(name)

    def open_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        """Several files that exist; empty when none was chosen."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder, kinds)
        for name in names[:1]:
            self._remember(name)
        return tuple(Path(name) for name in names)

    def save_file(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        """Where to write a file; asks itself before replacing one."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(Path(self._folder) / suggested), kinds)
        return self._remember(name)

    def folder(self, title: str) -> Path | None:
        """A folder or stick."""
        name = QFileDialog.getExistingDirectory(self._window, title, self._folder)
        if not name:
            return None
        self._folder = name
        return Path(name)

    def text(self, title: str, question: str, present: str = "") -> str | None:
        """One line of text without blanks around it; None also when it was left empty."""
        answer, ok = QInputDialog.getText(self._window, title, question, text=present)
        return answer.strip() or None if ok else None

    def choose(self, title: str, question: str, options: Sequence[str], present: int = 0) -> int | None:
        """The number of one of the options."""
        answer, ok = QInputDialog.getItem(self._window, title, question, list(options), present, False)
        return list(options).index(answer) if ok else None

    def documents(self, known: "Sequence[Document]") -> tuple[str, ...]:
        """The ids of the evidence that shall be used again; empty when none was chosen."""
        from pug_desktop.ui.checklist.evidence_picker import DocumentWindow

        return DocumentWindow.ask(self._window, known)

    def passphrase(self, title: str, text: str, *, twice: bool = False) -> str | None:
        """Kata sandi pengaman, hidden while typed; `twice` when it is set for the first time."""
        from pug_desktop.ui.passphrase import PassphraseWindow

        return PassphraseWindow.ask(self._window, title, text, twice=twice)

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        self._folder = str(Path(name).parent)
        return Path(name)
