"""The band above a sheet: its state, since when and by whom, and the steps that lead on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pug_desktop.app.states import DRAFT, FINAL, READY, Standing
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.domain.words import label
from pug_desktop.ui import parts, style
from pug_desktop.ui.texts import language

_CHIPS = {DRAFT: "", READY: "warn", FINAL: "now"}


class StateBand(QFrame):
    """One line; hidden on sheets that nobody has begun.

    Signals:
        ready_wanted, draft_wanted, final_wanted, correction_wanted: the steps.
        versions_wanted: the list of final versions.
    """

    ready_wanted = Signal()
    draft_wanted = Signal()
    final_wanted = Signal()
    correction_wanted = Signal()
    versions_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("band", "info")
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 4, 8, 4)
        across.setSpacing(style.GRID)
        self.chip = parts.chip("", "", self)
        across.addWidget(self.chip)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        self.since = parts.label("", "small", self)
        self.differs = parts.label("", "warn small", self)
        lines.addWidget(self.since)
        lines.addWidget(self.differs)
        across.addLayout(lines, 1)
        self.versions = self._button(self.tr("&Versi final…"), "clock", "quiet", self.versions_wanted)
        self.draft = self._button(self.tr("Kembali ke draf"), "", "quiet", self.draft_wanted)
        self.ready = self._button(self.tr("Tandai &siap diperiksa"), "check", "", self.ready_wanted)
        self.final = self._button(self.tr("&Finalkan…"), "lock", "", self.final_wanted)
        self.correction = self._button(self.tr("Buat perbaika&n"), "edit", "", self.correction_wanted)
        for each in (self.versions, self.draft, self.ready, self.final, self.correction):
            # Never all of them at once: they would be wider than a small screen with large letters.
            each.hide()
            across.addWidget(each)
        self.hide()

    def _button(self, text: str, icon: str, look: str, signal: object) -> QPushButton:
        made = parts.button(text, icon, look, self)
        made.clicked.connect(signal)
        return made

    def show_standing(self, standing: Standing) -> None:
        """Say where the sheet stands, and offer what this profile may do."""
        style.mark(self.chip, "chip", _CHIPS.get(standing.state) or True)
        self.chip.setText(label("sheet_state", standing.state, language()))
        self.since.setText(self._since(standing))
        self.differs.setText(self._differs(standing))
        self.differs.setVisible(bool(self.differs.text()))
        self.versions.setVisible(bool(standing.versions))
        self.ready.setVisible(READY in standing.steps)
        self.final.setVisible(FINAL in standing.steps)
        self.correction.setVisible(standing.state == FINAL and DRAFT in standing.steps)
        self.draft.setVisible(standing.state == READY and DRAFT in standing.steps)
        self.setVisible(bool(standing.steps or standing.versions or standing.state != DRAFT))

    def _since(self, standing: Standing) -> str:
        day = parse_date(standing.state_on)
        when = short_date_words(day, language()) if day else ""
        who = " · ".join(part for part in (when, standing.state_by) if part)
        number = standing.current.number if standing.current else 0
        match standing.state:
            case "final" if number:
                said = self.tr("Versi {n} ditandatangani; jawaban tidak dapat diubah").format(n=number)
            case "final":
                said = self.tr("Versi finalnya belum diterima di komputer ini")
            case "siap":
                said = self.tr("Menunggu diperiksa pimpinan kantor")
            case _ if number:
                said = self.tr("Perbaikan sesudah versi {n}").format(n=number)
            case _:
                said = self.tr("Masih diisi")
        return f"{said} · {who}" if who else said

    def _differs(self, standing: Standing) -> str:
        if standing.broken:
            words = self.tr("Isi versi {n} tidak cocok dengan tanda tangannya; lihat di Versi final.")
            return words.format(n=standing.broken[0].number)
        if standing.state != FINAL or not standing.changed or standing.current is None:
            return ""
        words = self.tr("{changed} butir sekarang berbeda dari versi {n}; lihat di Versi final.")
        return words.format(changed=standing.changed, n=standing.current.number)
