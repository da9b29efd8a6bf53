"""The second step of an import: which sheet, where its headings stand, and what each column is taken as."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from pug_desktop.app.import_words import target_words
from pug_desktop.app.people_columns import TARGETS, shown
from pug_desktop.app.people_draft import Draft
from pug_desktop.intake.cell_count import column_letters
from pug_desktop.ui import parts, style
from pug_desktop.ui.texts import language

MOST_COLUMNS = 60
_SAMPLES = 3


class StillCombo(QComboBox):
    """A list to choose from that does not change while the page around it is scrolled with the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the page scrolls."""
        event.ignore()


class ColumnsStep(QWidget):
    """What each column holds, as it was guessed, to be put right.

    Signals:
        changed: a person chose something else; the draft has it already.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.sheet = StillCombo(self)
        self.sheet.setAccessibleName(self.tr("Lembar"))
        self.first = QSpinBox(self)
        self.first.setAccessibleName(self.tr("Judul kolom di baris"))
        self.first.setSpecialValueText(self.tr("tidak ada"))
        self.double = QCheckBox(self.tr("dua baris judul"), self)
        self.combos: list[QComboBox] = []
        self._sheet_label = parts.label(self.tr("&Lembar:"), parent=self, wrap=False)
        self._sheet_label.setBuddy(self.sheet)
        first_label = parts.label(self.tr("&Judul kolom di baris:"), parent=self, wrap=False)
        first_label.setBuddy(self.first)
        self._told = parts.label("", "muted", self)
        scrolled = parts.ScrollColumn(self)
        self._card = parts.Card(scrolled)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(parts.GAP)
        self._grid.setVerticalSpacing(style.GRID)
        self._grid.setColumnStretch(2, 1)
        self._card.body.addLayout(self._grid)
        scrolled.body.addWidget(self._card)
        scrolled.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addLayout(
            parts.row(self._sheet_label, self.sheet, first_label, self.first, self.double, None, spacing=style.GRID)
        )
        layout.addWidget(self._told)
        layout.addWidget(scrolled, 1)
        self.sheet.activated.connect(self._choose_sheet)
        self.first.valueChanged.connect(self._choose_header)
        self.double.toggled.connect(self._choose_header)

    def show_draft(self, draft: Draft) -> None:
        """Show the columns of this file."""
        self._draft = draft
        self.sheet.clear()
        for table in draft.tables:
            self.sheet.addItem(
                self.tr("{name} (tersembunyi)").format(name=table.name) if table.is_hidden else table.name
            )
        self.sheet.setCurrentIndex(draft.sheet)
        for each in (self.sheet, self._sheet_label):
            each.setVisible(len(draft.tables) > 1)
        self._show_header()
        self._fill()

    def _show_header(self) -> None:
        assert self._draft is not None
        header = self._draft.header
        for each in (self.first, self.double):
            each.blockSignals(True)
        self.first.setRange(0, max(1, len(self._draft.table.rows)))
        self.first.setValue(0 if header.first is None else header.first + 1)
        self.double.setChecked(header.first != header.last)
        self.double.setEnabled(header.first is not None)
        for each in (self.first, self.double):
            each.blockSignals(False)

    def _choose_sheet(self, number: int) -> None:
        assert self._draft is not None
        self._draft.choose_sheet(number)
        self._show_header()
        self._fill()
        self.changed.emit()

    def _choose_header(self) -> None:
        assert self._draft is not None
        first = self.first.value()
        last = min(first + self.double.isChecked(), len(self._draft.table.rows))
        self._draft.choose_header(first or None, last or None)
        self.double.setEnabled(first > 0)
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        draft = self._draft
        assert draft is not None
        parts.clear(self._grid)
        self.combos = []
        for column, text in enumerate(
            (self.tr("Kolom"), self.tr("Judul di berkas"), self.tr("Contoh isi"), self.tr("Diambil sebagai"))
        ):
            self._grid.addWidget(parts.label(text, "strong", self._card, wrap=False), 0, column)
        used = 0
        for column in range(len(draft.columns)):
            heading = draft.header.headings[column] if column < len(draft.header.headings) else ""
            sample = self._sample(column)
            if (not heading and not sample) or used >= MOST_COLUMNS:
                continue
            used += 1
            letters = column_letters(column + 1)
            name = parts.label(heading or self.tr("(tanpa judul)"), "" if heading else "muted", self._card)
            name.setMinimumWidth(150)
            contents = parts.ClippedText("muted", self._card)
            contents.set_text(sample)
            contents.setFixedHeight(contents.fontMetrics().lineSpacing() + 4)
            contents.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo = self._combo(column, self.tr("Kolom {letters}, {heading}").format(letters=letters, heading=heading))
            for place, each in enumerate(
                (parts.label(letters, "muted", self._card, wrap=False), name, contents, combo)
            ):
                self._grid.addWidget(each, used, place, Qt.AlignmentFlag.AlignVCenter)
            self.combos.append(combo)
        self._say()

    def _combo(self, column: int, name: str) -> QComboBox:
        assert self._draft is not None
        made = StillCombo(self._card)
        made.setAccessibleName(name)
        made.addItem(self.tr("— tidak diambil —"), "")
        for target in TARGETS:
            made.addItem(target_words(target, language()), target)
        made.setCurrentIndex(max(0, made.findData(self._draft.columns[column])))
        made.setMinimumWidth(230)
        made.activated.connect(partial(self._take, column, made))
        made.setProperty("column", column)
        return made

    def _take(self, column: int, combo: QComboBox, _index: int = 0) -> None:
        assert self._draft is not None
        self._draft.take(column, str(combo.currentData()))
        for each in self.combos:
            each.setCurrentIndex(max(0, each.findData(self._draft.columns[int(each.property("column"))])))
        self._say()
        self.changed.emit()

    def _sample(self, column: int) -> str:
        assert self._draft is not None
        found: list[str] = []
        for row in self._draft.table.rows[self._draft.header.below :][:200]:
            text = " ".join(shown(row[column]).split())[:60] if column < len(row) else ""
            if text and text not in found:
                found.append(text)
            if len(found) == _SAMPLES:
                break
        return " · ".join(found)

    def _say(self) -> None:
        assert self._draft is not None
        if "name" not in self._draft.columns:
            self._told.setText(self.tr("Pilih kolom yang berisi nama: di kanan, “Diambil sebagai” Nama."))
        elif self._draft.header.first is None:
            self._told.setText(self.tr("Daftar ini tidak punya judul kolom; isinya ditebak. Periksa tiap kolom."))
        else:
            self._told.setText(self.tr("Periksa tebakan ini; lain kali judul yang sama langsung dikenali."))
        style.mark(self._told, "warn", "name" not in self._draft.columns)
