"""One update that was found: its version, what is new, and whether it can be installed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pug_desktop.app.update import Found
from pug_desktop.domain.dates import date_words, size_words
from pug_desktop.ui import parts
from pug_desktop.ui.messages import words as error_words
from pug_desktop.ui.texts import language


class UpdateCard(parts.Card):
    """A card; the button is there when nothing stands against it.

    Signals:
        install_pressed: install this one (the Found).
    """

    install_pressed = Signal(object)

    def __init__(self, found: Found, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = found
        manifest, problem = found.manifest, found.problem
        name = self.tr("Versi {version}").format(version=manifest.version) if manifest is not None else found.path.name
        ready = found.can_be_installed
        state = self.tr("dapat dipasang") if ready else self.tr("tidak dapat dipasang")
        above = parts.row(parts.label(name, "heading", self), parts.chip(state, "good" if ready else "bad", self), None)
        self.body.addLayout(above)
        if manifest is not None:
            made = date_words(manifest.made_on, language())
            self.body.addWidget(parts.label(self.tr("Dibuat {day}").format(day=made), "muted", self))
            notes = manifest.notes_en if language() == "en" else manifest.notes_id
            # What is new in a version that is not taken would only be in the way of the reason.
            if notes and ready:
                self.body.addWidget(parts.label(self.tr("Yang baru:"), "field", self))
                self.body.addWidget(parts.label(notes, "", self))
        if problem is not None:
            title, advice = error_words(problem)
            self.body.addWidget(parts.label(title, "bad", self))
            self.body.addWidget(parts.label(advice, "", self))
            code = self.tr("Kode: {code}").format(code=problem.code)
            self.body.addWidget(parts.label(code, "muted small", self))
        payload = found.payload
        if payload is not None and ready:
            size = size_words(payload.size, language())
            self.install = parts.button(self.tr("Pa&sang versi ini…"), "receive", "primary", self)
            self.install.clicked.connect(self._install)
            told = parts.label(f"{payload.name} · {size}", "muted small", self, wrap=False)
            self.body.addLayout(parts.row(self.install, told, None, spacing=parts.GAP))

    def _install(self) -> None:
        self.install_pressed.emit(self.found)
