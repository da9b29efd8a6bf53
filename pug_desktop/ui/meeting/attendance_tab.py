"""Who was there: the grid of names or the head counts, the totals, and the lists to print."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app.attend import Pasted
from pug_desktop.app.attend_columns import FURTHER
from pug_desktop.domain.attendance import Totals, totals
from pug_desktop.domain.dates import number_words
from pug_desktop.domain.words import label, labels
from pug_desktop.ui import parts, style
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.meeting.attendance_book import AttendanceBook
from pug_desktop.ui.meeting.attendance_grid import AttendanceGrid
from pug_desktop.ui.meeting.attendance_model import FIELDS, NAME, OPTIONS, AttendanceModel, short_type
from pug_desktop.ui.meeting.clipboard import MAX_ROWS, cells_of
from pug_desktop.ui.meeting.count_card import CountCard
from pug_desktop.ui.meeting.count_choice import CountChoice
from pug_desktop.ui.texts import language

MOST_PROBLEMS = 3
_SHOWN_WHEN_FILLED = ("role", "phone")
"""Age and disability stay hidden until somebody wants to see them, whatever is filled in."""


class AttendanceTab(QWidget):
    """The second tab of a meeting.

    Signals:
        saved, failed: of a cell or a count.
        removed: a sentence: persons were taken out.
        told: a sentence to be read once, such as what a paste brought.
        count_edited: the fields of the head count (dict).
        counted_by_edited: `daftar` or `jumlah`: what counts where there are both.
        print_pressed: True for the blank list, False for the filled one.
        totals_changed: the number of persons in the list.
        import_pressed: persons shall come from a file.
    """

    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    count_edited = Signal(object)
    counted_by_edited = Signal(str)
    print_pressed = Signal(bool)
    totals_changed = Signal(int)
    import_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._read_only = False
        self.model = AttendanceModel(self)
        self.grid = AttendanceGrid(self.model, self.tr("Daftar hadir"), self)
        self.count = CountCard(self)
        self.both = CountChoice(self)
        self._counted_by: str | None = None
        self.mode = parts.Segments(
            [("names", self.tr("Nama peserta")), ("count", self.tr("Hanya jumlah"))], self.tr("Cara mencatat"), self
        )
        self._paste = parts.button(self.tr("Tempel dari Excel"), "copy", "quiet", self)
        self._paste.setToolTip(self.tr("Salin baris di Excel, lalu tempel di sini (Ctrl+V)"))
        self.import_file = parts.button(self.tr("Impor dari Excel…"), "excel", "quiet", self)
        self.import_file.setToolTip(self.tr("Ambil peserta dari berkas .xlsx, .xls, .ods atau .csv (Ctrl+I)"))
        self.import_file.setShortcut("Ctrl+I")
        self._remove = parts.button(self.tr("Hapus baris"), "trash", "quiet", self)
        self._remove.setToolTip(self.tr("Hapus baris yang dipilih (Ctrl+Delete)"))
        self._columns = parts.button(self.tr("Kolom"), "grid", "quiet", self)
        self._columns.setToolTip(self.tr("Pilih kolom tambahan: peran, nomor HP, kelompok umur, disabilitas"))
        self._further = self._column_menu()
        self._odd = parts.button("", "warning", "quiet", self)
        self._odd.setToolTip(self.tr("Ke baris berikutnya yang perlu dicek"))
        self._blank = parts.button(self.tr("Cetak daftar kosong"), "print", "", self)
        self._filled = parts.button(self.tr("Cetak daftar terisi"), "print", "", self)
        self._hint = parts.label("", "muted small", self)
        self._totals = parts.label("", "strong", self)
        self._types = parts.label("", "muted small", self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()

    def show_list(
        self,
        book: AttendanceBook,
        count: Mapping[str, object] | None,
        *,
        read_only: bool,
        counted_by: str | None = None,
    ) -> None:
        """Show another meeting's attendance."""
        self._read_only = read_only
        self._counted_by = counted_by
        self.model.use(book, read_only=read_only)
        filled = [field for field in self.model.hidden_with_values() if field in _SHOWN_WHEN_FILLED]
        self._show_columns([*self.model.further, *filled], keep=False)
        self.count.show_count(count or {}, listed=len(self.model.people), read_only=read_only)
        only_count = bool(count) and not self.model.people
        self._choose("count" if only_count else "names")
        self._paste.setVisible(not read_only)
        self.import_file.setVisible(not read_only)
        self._remove.setVisible(not read_only)
        self._hint_default()

    def reload(self, count: Mapping[str, object] | None, counted_by: str | None = None) -> None:
        """Read the same meeting's attendance again."""
        self._counted_by = counted_by
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
        row, column = self.grid.top_left()
        hidden = self.model.hidden_with_values()
        if (pasted := self.model.paste(row, column, cells)) is not None:
            # What was pasted is shown, also where its heading named a column that was hidden.
            if brought := [field for field in self.model.hidden_with_values() if field not in hidden]:
                self._show_columns([*self.model.further, *brought])
            words = self._pasted_words(pasted)
            if is_cut := len(cells) >= MAX_ROWS:
                words += " " + self.tr(
                    "Hanya {n} baris pertama yang ditempel; impor berkasnya untuk yang lain."
                ).format(n=number_words(MAX_ROWS))
            self._say(words, "warn" if pasted.problems or is_cut else "good")

    def _build(self) -> None:
        above = FlowLayout(spacing=style.GRID)
        for each in (self.mode, self._paste, self.import_file, self._remove, self._columns):
            above.addWidget(each)
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
        layout.addWidget(self.both)
        layout.addWidget(self._stack, 1)
        told = parts.row(self._hint, self._odd)
        told.setStretch(0, 1)
        layout.addLayout(told)
        layout.addWidget(bar)
        above_list = (self.mode, self._paste, self.import_file, self._remove, self._columns, self.both)
        parts.tab_order(*above_list, self.grid, self.count, self._odd, self._blank, self._filled)

    def _column_menu(self) -> QMenu:
        menu = QMenu(self)
        for field in FURTHER:
            heading = str(self.model.headerData(FIELDS.index(field), Qt.Orientation.Horizontal))
            action = menu.addAction(heading)
            action.setCheckable(True)
            action.setData(field)
            action.triggered.connect(partial(self._toggle_column, field))
        return menu

    def _open_columns(self) -> None:
        self._further.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    def _toggle_column(self, field: str, on: bool) -> None:
        self._show_columns([each for each in (*self.model.further, field) if on or each != field])

    def _show_columns(self, fields: list[str], *, keep: bool = True) -> None:
        self.model.show_further(fields, keep=keep)
        self.grid.show_columns()
        for action in self._further.actions():
            action.setChecked(action.data() in self.model.further)
        self._count_up()

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
        self.import_file.clicked.connect(self.import_pressed)
        self._remove.clicked.connect(self._remove_rows)
        self._blank.clicked.connect(self._print_blank)
        self._filled.clicked.connect(self._print_filled)
        self.count.edited.connect(self.count_edited)
        self.both.edited.connect(self.counted_by_edited)
        self._odd.clicked.connect(self._next_odd)
        self._columns.clicked.connect(self._open_columns)

    def _choose(self, mode: str) -> None:
        self.mode.set_value(mode)
        self._stack.setCurrentIndex(0 if mode == "names" else 1)
        names = mode == "names"
        self._count_up()
        self._paste.setEnabled(names)
        self._remove.setEnabled(names)
        self._columns.setEnabled(names)
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

    def _next_odd(self) -> None:
        """The cursor goes to the next row that looks odd, from the last on to the first again."""
        odd = self.model.remarked()
        here = self.grid.currentIndex().row()
        if odd:
            row = next((each for each in odd if each > here), odd[0])
            self.grid.setCurrentIndex(self.model.index(row, NAME))
            self.grid.setFocus()

    def _hint_default(self) -> None:
        words = self.tr(
            "Enter: turun · Tab: ke kanan · Ctrl+V: tempel dari Excel · Ctrl+D: isi ke bawah · Ctrl+Delete: hapus baris"
        )
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
        self._types.setText("\n".join(self._split_words(found)))
        self.count.listed(len(self.model.people))
        told = self.count.told
        self.both.show_counts(found.total, told, self._counted_by, read_only=self._read_only)
        by_list = told is None or (found.total > 0 and self._counted_by == "daftar")
        self.totals_changed.emit(found.total if by_list else told)
        odd = len(self.model.remarked())
        self._odd.setVisible(odd > 0 and not counting)
        parts.rename(self._odd, self.tr("{n} baris perlu dicek").format(n=number_words(odd)))
        self._moved()

    def _split_words(self, found: Totals) -> list[str]:
        """The persons by office type, and by each further column with a closed list that is shown."""
        types = sorted(found.by_type.items(), key=_most_first)
        lines = [" · ".join(f"{short_type(code)} {number_words(count)}" for code, count in types)]
        groups = {FIELDS[column]: group for column, group in OPTIONS.items() if FIELDS[column] in self.model.further}
        split = []
        for field, group in groups.items():
            counts = Counter(getattr(person, field) or "" for person in self.model.people)
            words = [(label(group, code, language()), counts[code]) for code, _ in labels(group, language())]
            # A colon: an age band ends with a number of its own.
            known = [f"{word}: {number_words(count)}" for word, count in words if count]
            if counts[""]:
                known.append(self.tr("tidak disebutkan {n}").format(n=number_words(counts[""])))
            split.append(
                f"{self.model.headerData(FIELDS.index(field), Qt.Orientation.Horizontal)} – {', '.join(known)}"
            )
        return [*lines, " · ".join(split)] if split else lines

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
