"""The final versions of a sheet: chosen from a list, read as a table beside what the sheet says now."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pug_desktop.app.final_versions import Compared, FinalVersion, Trust
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.inputs import ChoiceInput
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language

_CHIPS = {Trust.GOOD: "good", Trust.UNKNOWN: "warn", Trust.BROKEN: "bad"}

Compare = Callable[[FinalVersion], Sequence[Compared]]


class VersionsView(QWidget):
    """One version at a time; what differs from now comes first and is marked in words.

    Signals:
        closed: back to the sheet.
        save_wanted: the version (FinalVersion) shall be written to a file.
    """

    closed = Signal()
    save_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._versions: tuple[FinalVersion, ...] = ()
        self._compare: Compare | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.back = parts.button(self.tr("Kembali ke lembar"), "chevron-left", "quiet", self)
        self.back.clicked.connect(self.closed)
        self.version = ChoiceInput((), self.tr("Versi final"), self)
        self.version.setMinimumContentsLength(30)
        self.version.edited.connect(self._show_version)
        only = (("changed", self.tr("Yang berbeda")), ("all", self.tr("Semua butir")))
        self.filter = parts.Segments(only, self.tr("Butir"), self)
        self.filter.set_value("all")
        self.filter.edited.connect(self._show_version)
        self.save = parts.button(self.tr("S&impan salinan…"), "copy", parent=self)
        self.save.clicked.connect(self._save)
        head = FlowLayout(spacing=12)
        for each in (self.back, self.version, self.filter, self.save):
            head.addWidget(each)
        layout.addLayout(head)
        self.trust = parts.chip("", "", self)
        self.told = parts.label("", "muted small", self)
        told = parts.row(self.trust, self.told, spacing=style.GRID)
        told.setStretch(1, 1)
        layout.addLayout(told)
        columns = [
            Column(self.tr("Butir"), _item, width=90),
            Column(self.tr("Pertanyaan"), _question, width=0, tip=_question),
            Column(self.tr("Versi ini"), _then, width=260, tip=_then_whole),
            Column(self.tr("Sekarang"), self._now, width=260, tip=_now_whole),
        ]
        self._rows = RowsModel(columns, self)
        self.table = RowsTable(self._rows, self.tr("Isi versi final"), self)
        self.table.chosen.connect(self._show_row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._reading_card())
        parts.tab_order(self.back, self.version, self.filter, self.save, self.table)

    def _reading_card(self) -> parts.Card:
        card = parts.Card(self, margin=12)
        self._question = parts.label("", "strong", card)
        self._texts = {name: parts.label("", parent=card) for name in ("then", "now")}
        grid = QGridLayout()
        grid.setHorizontalSpacing(parts.GAP)
        for column, (name, heading) in enumerate((("then", self.tr("Versi ini")), ("now", self.tr("Sekarang")))):
            text = self._texts[name]
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(parts.label(heading, "muted small", card), 0, column)
            grid.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        card.body.addWidget(self._question)
        card.body.addLayout(grid)
        return card

    def show_versions(self, versions: Sequence[FinalVersion], compare: Compare) -> None:
        """List these, the first one shown; `compare` sets one beside what the sheet says now."""
        kept = self.version.value()
        self._versions, self._compare = tuple(versions), compare
        self.version.clear()
        for each in versions:
            self.version.addItem(self._name(each), each.id)
        self.version.setCurrentIndex(max(0, self.version.findData(kept)))
        self._show_version()

    def current(self) -> FinalVersion | None:
        """The version that is shown."""
        chosen = self.version.value()
        return next((each for each in self._versions if each.id == chosen), None)

    def _name(self, version: FinalVersion) -> str:
        day = parse_date(version.finalised_on)
        when = short_date_words(day, language()) if day else ""
        words = self.tr("Versi {n}").format(n=version.number)
        return " · ".join(part for part in (words, when, version.signer) if part)

    def _show_version(self) -> None:
        version = self.current()
        if version is None or self._compare is None:
            self._rows.set_rows(())
            return
        self.version.setToolTip(self._name(version))
        rows = self._compare(version)
        changed = [each for each in rows if each.changed]
        style.mark(self.trust, "chip", _CHIPS[version.trust])
        self.trust.setText(self._trust_words(version.trust))
        words = self.tr("{changed} dari {total} butir sekarang berbeda. Perangkat {device}, kode isi {hash}.")
        shown = words.format(
            changed=len(changed), total=len(rows), device=version.device_id[:15] or "–", hash=version.sha256[:16]
        )
        self.told.setText(shown)
        self._rows.set_rows(changed if self.filter.value() == "changed" else (*changed, *_rest(rows)))
        self.table.selectRow(0)
        self._show_row(self.table.current_row())

    def _trust_words(self, trust: Trust) -> str:
        match trust:
            case Trust.GOOD:
                return self.tr("Tanda tangan cocok")
            case Trust.UNKNOWN:
                return self.tr("Tanda tangan belum dapat diperiksa: kartu kunci pembuatnya tidak ada di sini")
            case _:
                return self.tr("Isi tidak cocok dengan tanda tangan: jangan dipakai")

    def _now(self, row: Compared) -> str:
        return _first(row.now) if row.changed else self.tr("sama")

    def _show_row(self, row: object) -> None:
        if not isinstance(row, Compared):
            row = Compared("", self.tr("Tidak ada butir yang berbeda."), "", "", False)
        self._question.setText(f"{row.item} {row.question}".strip())
        for name, text in (("then", row.then), ("now", row.now)):
            self._texts[name].setText(text or "–")

    def _save(self) -> None:
        if (version := self.current()) is not None:
            self.save_wanted.emit(version)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _rest(rows: Sequence[Compared]) -> list[Compared]:
    return [each for each in rows if not each.changed]


def _item(row: Compared) -> str:
    return row.item


def _question(row: Compared) -> str:
    return row.question


def _then(row: Compared) -> str:
    return _first(row.then)


def _then_whole(row: Compared) -> str:
    return row.then


def _now_whole(row: Compared) -> str:
    return row.now


def _first(text: str) -> str:
    """The first line, with dots when there are more."""
    first, _, rest = text.partition("\n")
    return f"{first} …" if rest else first or "–"
