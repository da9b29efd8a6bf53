"""What is wrong with an answer, said beside it while it is being typed: cause and remedy."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pug_desktop.forms.problems import ERROR, Problem
from pug_desktop.ui import parts
from pug_desktop.ui.texts import language


class SaidBeside(QWidget):
    """The gravest problem of one answer; an error reads otherwise than a warning, in words as in colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self._error = parts.label("", "bad small", self)
        self._warning = parts.label("", "warn small", self)
        for each in (self._error, self._warning):
            box.addWidget(each)
            each.hide()
        self.hide()

    @property
    def words(self) -> str:
        """What is said now."""
        return (self._error.text() or self._warning.text()) if not self.isHidden() else ""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say an error before a warning, and nothing when there is neither."""
        lang = language()
        chosen = sorted(problems, key=lambda each: each.severity != ERROR)[:1]
        is_error = any(each.severity == ERROR for each in chosen)
        said = "".join(f"{each.cause.of(lang)} {each.remedy.of(lang)}" for each in chosen)
        if said and not is_error:
            said = self.tr("Periksa: {words}").format(words=said)
        self._show(self._error, said if is_error else "")
        self._show(self._warning, "" if is_error else said)
        self.setVisible(bool(said))

    def _show(self, label: QLabel, said: str) -> None:
        label.setText(said)
        label.setVisible(bool(said))
