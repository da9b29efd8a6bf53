"""The windows that say what went wrong: known errors in plain words, unknown ones with a report to copy.

The words of each error are in `app/error_words.py`; here they are only shown.
"""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

import pug_desktop
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.texts import language


def sentence(error: PugError) -> str:
    """One line for the status bar or beside a field: what happened and what to do."""
    title, advice = words(error)
    return f"{title} {advice}".strip()


def words(error: PugError) -> tuple[str, str]:
    """Title and advice of an error in the window's language."""
    from pug_desktop.app import error_words

    found = error_words.words(error, language())
    return found.title, found.advice


class ErrorWindow(QDialog):
    """What happened, what to do, and the code to read out on the phone."""

    @classmethod
    def show_for(cls, parent: QWidget | None, error: PugError) -> None:
        """Show and wait until it was read."""
        window = cls(parent, error)
        window.exec()
        window.deleteLater()

    def __init__(self, parent: QWidget | None, error: PugError) -> None:
        super().__init__(parent)
        title, advice = words(error)
        self.setWindowTitle(self.tr("Belum berhasil"))
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(title, "heading", self))
        layout.addWidget(parts.label(advice, parent=self))
        code = parts.label(self.tr("Kode: {code}").format(code=error.code), "muted small", self, wrap=False)
        code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = parts.button(self.tr("Mengerti"), look="primary", parent=self)
        close.clicked.connect(self.accept)
        layout.addLayout(parts.row(code, None, close))
        close.setFocus()


class CrashWindow(QDialog):
    """A mistake of the program itself: nothing saved is lost; the report can be copied and sent."""

    @classmethod
    def show_for(cls, parent: QWidget | None, error: BaseException) -> None:
        """Show and wait until it was read."""
        window = cls(parent, report(error))
        window.exec()
        window.deleteLater()

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ada kesalahan dalam program"))
        self.setMinimumSize(640, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.MARGIN, parts.MARGIN, parts.MARGIN, parts.MARGIN)
        layout.setSpacing(parts.GAP)
        layout.addWidget(parts.label(self.tr("Ada kesalahan dalam program"), "heading", self))
        layout.addWidget(
            parts.label(
                self.tr(
                    "Isian yang sudah tersimpan tetap aman. Salin laporan di bawah ini, kirimkan kepada petugas TI, "
                    "lalu tutup dan buka lagi program ini."
                ),
                parent=self,
            )
        )
        self.report = QPlainTextEdit(text, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Laporan kesalahan"))
        layout.addWidget(self.report, 1)
        copy = parts.button(self.tr("Salin laporan"), parent=self)
        copy.clicked.connect(self._copy)
        close = parts.button(self.tr("Tutup pesan"), look="primary", parent=self)
        close.clicked.connect(self.accept)
        layout.addLayout(parts.row(None, copy, close))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def report(error: BaseException) -> str:
    """What a developer needs: versions and the traceback; no record of the person is in it."""
    head = (
        f"PUG Desktop {pug_desktop.__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
    return head + "\n\n" + "".join(traceback.format_exception(error))


def show_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What `sys.excepthook` calls: say what the disk did, else print the traceback and show it."""
    from pug_desktop.app.failures import cause

    known = cause(error)
    if known is not None and QApplication.instance() is not None:
        ErrorWindow.show_for(QApplication.activeWindow(), known)
        return
    sys.__excepthook__(kind, error, trace)
    if isinstance(error, KeyboardInterrupt) or QApplication.instance() is None:
        return
    CrashWindow.show_for(QApplication.activeWindow(), error)
