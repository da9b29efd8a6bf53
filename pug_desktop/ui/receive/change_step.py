"""Step 2 of receiving: what the chosen bundles would change, tried and taken back; nothing is written yet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.received import Received
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.carry.work_band import WorkBand
from pug_desktop.ui.messages import words as error_words
from pug_desktop.ui.receive.advice import advice
from pug_desktop.ui.receive.numbers import Numbers, sums
from pug_desktop.ui.receive.presenter import Found, State
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable

MOST_ROWS = 6


class ChangeStep(parts.ScrollColumn):
    """Numbers, one line for each bundle, and what they mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.work = WorkBand(self)
        self.title = parts.label("", "heading", self)
        self.numbers = Numbers(self)
        self.model = RowsModel(
            [
                Column(self.tr("Dari"), _name, width=0, tip=_name),
                Column(self.tr("Nomor"), _seq, number=True),
                Column(self.tr("Baru"), _new, number=True),
                Column(self.tr("Berubah"), _changed, number=True),
                Column(self.tr("Perlu keputusan"), _conflicts, number=True),
                Column(self.tr("Berkas"), _files, number=True),
            ],
            self,
        )
        self.table = RowsTable(self.model, self.tr("Yang akan berubah, per kiriman"), self)
        self.notes = parts.label("", "", self)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(style.GRID)
        self._promise = parts.label(
            self.tr("Belum ada yang diubah. Setiap kiriman masuk seluruhnya atau tidak sama sekali."), "muted", self
        )
        for each in (self.work, self.title, self.numbers, self.table, self.notes):
            self.body.addWidget(each)
        self.body.addLayout(self._refused)
        self.body.addWidget(self._promise)
        self.body.addStretch(1)

    def show_looking(self) -> None:
        """It is being tried."""
        self._show((), ())
        self._promise.hide()

    def show_foreseen(self, found: Sequence[Found]) -> None:
        """Say what would change."""
        good = [each for each in found if each.foreseen is not None and each.state is State.READY]
        self._show(good, [each for each in found if each.problem is not None])
        self._promise.setVisible(bool(good))

    def _show(self, good: Sequence[Found], bad: Sequence[Found]) -> None:
        results = [each.foreseen for each in good if each.foreseen is not None]
        self.title.setText(self._title_words(results) if good or bad else "")
        self.numbers.setVisible(bool(good))
        self.numbers.show_numbers(sums(results), pressable=False)
        self.model.set_rows(good)
        self.table.setVisible(len(good) > 1)
        rows = min(len(good), MOST_ROWS)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * self.table.verticalHeader().defaultSectionSize() + 4)
        lines = advice(results, before=True)
        if len(good) > 1:
            lines.append(self.tr("Tiap kiriman dihitung sendiri; isian yang ada di dua kiriman terhitung dua kali."))
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
        show_refused(self._refused, bad, self)

    def _title_words(self, results: Sequence[Received]) -> str:
        if not results:
            return self.tr("Tidak ada yang dapat diterima")
        if any(each.new or each.changed or each.files for each in results):
            if len(results) == 1:
                # Who double-clicked a bundle comes here without having seen its sender.
                first = results[0]
                words = self.tr("Yang akan berubah dari kiriman nomor {seq}, {name}")
                return words.format(seq=number_words(first.seq), name=first.sender_name)
            return self.tr("Yang akan berubah dari {n} kiriman").format(n=number_words(len(results)))
        return self.tr("Tidak ada yang akan berubah: semua isian sudah ada di sini")


def show_refused(column: QVBoxLayout, bad: Sequence[Found], parent: QWidget) -> None:
    """One card for each bundle that cannot come in: why, and what to do."""
    parts.clear(column)
    for each in bad:
        if each.problem is None:
            continue
        title, what = error_words(each.problem)
        card = parts.Card(parent)
        card.body.setSpacing(4)
        card.body.addWidget(parts.label(each.name, "strong", card))
        card.body.addWidget(parts.label(title, "bad", card))
        card.body.addWidget(parts.label(what, "", card))
        card.body.addWidget(parts.label(f"{each.path.name} · {each.problem.code}", "muted small", card))
        column.addWidget(card)


def _foreseen(row: Found) -> Received:
    assert row.foreseen is not None
    return row.foreseen


def _name(row: Found) -> str:
    return row.name


def _seq(row: Found) -> int:
    return _foreseen(row).seq


def _new(row: Found) -> int:
    return _foreseen(row).new


def _changed(row: Found) -> int:
    return _foreseen(row).changed


def _conflicts(row: Found) -> int:
    return _foreseen(row).conflicts


def _files(row: Found) -> int:
    return _foreseen(row).files
