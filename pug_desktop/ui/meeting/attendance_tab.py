"""Who was there: the grid of names or the head counts, the totals, and the lists to print."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app.attend import Pasted
from pug_desktop.domain.attendance import Totals, totals
from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.meeting.attendance_book import AttendanceBook
from pug_desktop.ui.meeting.attendance_grid import AttendanceGrid
from pug_desktop.ui.meeting.attendance_model import AttendanceModel, short_type
from pug_desktop.ui.meeting.clipboard import cells_of
from pug_desktop.ui.meeting.count_card import CountCard

MOST_PROBLEMS = 3


class AttendanceTab(QWidget):
    """The second tab of a meeting.

    Signals:
        saved, failed: of a cell or a count.
        removed: a sentence: persons were taken out.
        told: a sentence to be read once, such as what a paste brought.
        count_edited: the fields of the head count (dict).
        print_pressed: True for the blank list, False for the filled one.
        totals_changed: the number of persons in the list.
    """

    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    count_edited = Signal(object)
    print_pressed = Signal(bool)
    totals_changed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read_only = False
        self.model = AttendanceModel(self)
        self.grid = AttendanceGrid(self.model, self.tr("Daftar hadir"), self)
        self.count = CountCard(self)
        self.mode = parts.Segments(
            [("names", self.tr("Nama peserta")), ("count", self.tr("Hanya jumlah"))], self.tr("Cara mencatat"), self
        )
        self._paste = parts.button(self.tr("Tempel dari Excel"), "copy", "quiet", self)
        self._paste.setToolTip(self.tr("Salin baris di Excel, lalu tempel di sini (Ctrl+V)"))
        self._remove = parts.button(self.tr("Hapus baris"), "trash", "quiet", self)
        self._remove.setToolTip(self.tr("Hapus baris yang dipilih (Ctrl+Delete)"))
        self._blank = parts.button(self.tr("Cetak daftar kosong"), "print", "", self)
        self._filled = parts.button(self.tr("Cetak daftar terisi"), "print", "", self)
        self._hint = parts.label("", "muted small", self)
        self._totals = parts.label("", "strong", self)
        self._types = parts.label("", "muted small", self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def show_list(self, book: AttendanceBook, count: Mapping[str, object] | None, *, read_only: bool) -> None:
        """Show another meeting's attendance."""
        self._read_only = read_only
        self.model.use(book, read_only=read_only)
        self.count.show_count(count or {}, listed=len(self.model.people), read_only=read_only)
        only_count = bool(count) and not self.model.people
        self._choose("count" if only_count else "names")
        self._paste.setVisible(not read_only)
        self._remove.setVisible(not read_only)
        self._hint_default()

    def reload(self, count: Mapping[str, object] | None) -> None:
        """Read the same meeting's attendance again."""
        self.model.reload()
        self.count.show_count(count or {}, listed=len(self.model.people), read_only=self._read_only)
        self._count_up()

    def paste_clipboard(self) -> None:
        """Paste what is on the clipboard with its top left corner in the cell of the cursor."""
        mime = QGuiApplication.clipboard().mimeData()
        cells = cells_of(mime.html() if mime.hasHtml() else "", mime.text() if mime.hasText() else "")
        if not cells:
            self._say(
                self.tr("Papan klip kosong. Di Excel pilih baris peserta, tekan Ctrl+C, lalu tempel di sini."), "warn"
            )
            return
        index = self.grid.currentIndex()
        row = index.row() if index.isValid() else len(self.model.people)
        if (pasted := self.model.paste(row, index.column() if index.isValid() else 1, cells)) is not None:
            self._say(self._pasted_words(pasted), "warn" if pasted.problems else "good")

    def _build(self) -> None:
        above = parts.row(self.mode, self._paste, self._remove, None)
        bar = QFrame(self)
        bar.setProperty("card", True)
        sums = QVBoxLayout()
        sums.setSpacing(2)
        sums.addWidget(self._totals)
        sums.addWidget(self._types)
        line = QHBoxLayout(bar)
        line.setContentsMargins(2 * style.GRID, style.GRID, style.GRID, style.GRID)
        line.addLayout(sums, 1)
        line.addWidget(self._blank)
        line.addWidget(self._filled)
        counting = parts.ScrollColumn(self)
        counting.body.addWidget(self.count)
        counting.body.addStretch(1)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(counting)
        # What the grid would like to have must not press the buttons above and below it.
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(style.GRID)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._hint)
        layout.addWidget(bar)

    def _connect(self) -> None:
        self.mode.edited.connect(self._mode_edited)
        self.model.saved.connect(self.saved)
        self.model.failed.connect(self.failed)
        self.model.changed.connect(self._count_up)
        self.model.refused.connect(self._refused)
        self.grid.pasted.connect(self.paste_clipboard)
        self.grid.removing.connect(self._remove_rows)
        self.grid.selectionModel().currentChanged.connect(self._moved)
        self._paste.clicked.connect(self.paste_clipboard)
        self._remove.clicked.connect(self._remove_rows)
        self._blank.clicked.connect(self._print_blank)
        self._filled.clicked.connect(self._print_filled)
        self.count.edited.connect(self.count_edited)

    def _choose(self, mode: str) -> None:
        self.mode.set_value(mode)
        self._stack.setCurrentIndex(0 if mode == "names" else 1)
        names = mode == "names"
        self._count_up()
        self._paste.setEnabled(names)
        self._remove.setEnabled(names)
        self._hint.setVisible(names)

    def _mode_edited(self) -> None:
        self._choose(self.mode.value() or "names")
        if self.mode.value() == "names":
            self.grid.start_typing()
        else:
            self.count.focus_first()

    def _remove_rows(self) -> None:
        rows = self.grid.selected_rows()
        names = [self.model.people[row].name for row in rows]
        removed = self.model.remove_people(rows)
        if removed == 1:
            self.removed.emit(
                self.tr("{name} dihapus dari daftar hadir.").format(name=names[0] or self.tr("Satu baris"))
            )
        elif removed:
            self.removed.emit(self.tr("{n} orang dihapus dari daftar hadir.").format(n=removed))

    def _print_blank(self) -> None:
        self.print_pressed.emit(True)

    def _print_filled(self) -> None:
        self.print_pressed.emit(False)

    def _refused(self, words: str) -> None:
        self._say(words, "warn")

    def _moved(self) -> None:
        if words := self.model.remark_words(self.grid.currentIndex().row()):
            self._say(words, "warn")
        else:
            self._hint_default()

    def _hint_default(self) -> None:
        words = self.tr("Enter: turun · Tab: ke kanan · Ctrl+V: tempel dari Excel · Ctrl+Delete: hapus baris")
        self._say("" if self._read_only else words, "muted")

    def _say(self, words: str, look: str) -> None:
        self._hint.setText(words)
        for each in ("muted", "good", "warn"):
            style.mark(self._hint, each, each == look)

    def _count_up(self) -> None:
        found = totals(self.model.people)
        counting = self.mode.value() == "count"
        self._totals.setText(self._reported_words() if counting else self._totals_words(found))
        self._types.setVisible(bool(found.total) and not counting)
        self._types.setText(
            " · ".join(
                f"{short_type(code)} {number_words(count)}"
                for code, count in sorted(found.by_type.items(), key=_most_first)
            )
        )
        self.count.listed(len(self.model.people))
        self.totals_changed.emit(found.total or self.count.reported.get("total") or 0)
        self._moved()

    def _reported_words(self) -> str:
        count = self.count.reported
        if not any(count.values()):
            return self.tr("Jumlah peserta belum diisi.")
        words = []
        if count["male"] is None and count["female"] is None:
            words.append(self.tr("L dan P tidak disebutkan"))
        for name, text in (
            ("male", self.tr("L {n}")),
            ("female", self.tr("P {n}")),
            ("total", self.tr("jumlah {n} orang")),
            ("institutions", self.tr("{n} instansi")),
        ):
            if (number := count[name]) is not None:
                words.append(text.format(n=number_words(number)))
        return self.tr("Dilaporkan: {counts}").format(counts=" · ".join(words))

    def _totals_words(self, found: Totals) -> str:
        if not found.total:
            return self.tr("Belum ada peserta.")
        words = [
            self.tr("L {n}").format(n=number_words(found.male)),
            self.tr("P {n}").format(n=number_words(found.female)),
        ]
        if found.unknown:
            words.append(self.tr("tidak disebutkan {n}").format(n=number_words(found.unknown)))
        words.append(self.tr("jumlah {n} orang").format(n=number_words(found.total)))
        words.append(self.tr("{n} instansi").format(n=number_words(found.institutions)))
        return " · ".join(words)

    def _pasted_words(self, pasted: Pasted) -> str:
        words = self.tr("Ditempel: {added} orang baru, {changed} baris berubah. Ctrl+Z membatalkan semuanya.").format(
            added=number_words(pasted.added), changed=number_words(pasted.changed)
        )
        if pasted.problems:
            shown = "; ".join(
                self.tr("baris {row}: “{text}”").format(row=each.row + 1, text=each.text)
                for each in pasted.problems[:MOST_PROBLEMS]
            )
            words += " " + self.tr("{n} isian tidak dimasukkan karena tidak dikenali ({shown}).").format(
                n=number_words(len(pasted.problems)), shown=shown
            )
        return words


def _most_first(item: tuple[str, int]) -> tuple[bool, int]:
    return (item[0] == "", -item[1])
