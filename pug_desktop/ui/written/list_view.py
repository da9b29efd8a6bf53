"""The list of semester reports, GAP or GBS."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.written import WrittenRow
from pug_desktop.ui import parts
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable


class WrittenList(QWidget):
    """All records of one kind; when there is none, what to do next.

    Signals:
        opened: the id of a record.
        add_pressed: a new one is wanted.
    """

    opened = Signal(str)
    add_pressed = Signal()

    def __init__(self, kind: str, parent: QWidget, *, may_write: bool, is_office: bool) -> None:
        super().__init__(parent)
        self._kind = kind
        self.add = parts.button(self._add_words(), "plus", "primary", self)
        self.add.clicked.connect(self.add_pressed)
        self.add.setVisible(may_write)
        purpose = parts.label(self._purpose(), "muted", self)
        self._model = RowsModel(self._columns(is_office), self)
        self.table = RowsTable(self._model, self._add_words(), self)
        self.table.setAccessibleName(self._purpose())
        self.table.opened.connect(self._open)
        self.empty = parts.EmptyPage(
            "edit", self._empty_words(), self._advice(may_write), self._add_words() if may_write else "", self
        )
        self.empty.pressed.connect(self.add_pressed)
        above = parts.row(purpose, self.add, spacing=parts.GAP)
        above.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self._may_write = may_write

    def show_rows(self, rows: Sequence[WrittenRow]) -> None:
        """Show these."""
        self._model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        # The empty page has the same button, in the middle.
        self.add.setVisible(self._may_write and bool(rows))

    def _columns(self, is_office: bool) -> list[Column]:
        columns = [Column(self.tr("Tahun"), _year, text=str)]
        name = self.tr("Semester") if self._kind == "semester_report" else self.tr("Program dan kegiatan")
        columns.append(Column(name, self._title, width=0, tip=_whole_title))
        if self._kind == "gap":
            columns.append(Column(self.tr("Model"), self._steps, width=120, tip=_model))
        if not is_office:
            columns.append(Column(self.tr("Kantor"), _origin, width=240, tip=_origin))
        columns.append(Column(self.tr("Terisi"), self._filled, width=110))
        columns.append(Column(self.tr("Keterangan"), self._remark, width=140))
        return columns

    def _title(self, row: WrittenRow) -> str:
        return row.title or self.tr("Belum diberi nama")

    def _filled(self, row: WrittenRow) -> str:
        return self.tr("{filled} dari {total}").format(filled=row.filled, total=row.total)

    def _steps(self, row: WrittenRow) -> str:
        return self.tr("{number} langkah").format(number=row.total)

    def _remark(self, row: WrittenRow) -> str:
        if row.conflict:
            return self.tr("Perlu keputusan")
        return "" if row.mine else self.tr("Hanya dibaca")

    def _open(self, row: object) -> None:
        if isinstance(row, WrittenRow):
            self.opened.emit(row.id)

    def _add_words(self) -> str:
        return {
            "semester_report": self.tr("Tulis laporan semester"),
            "gap": self.tr("Tambah GAP"),
            "gbs": self.tr("Tambah GBS"),
        }[self._kind]

    def _purpose(self) -> str:
        return {
            "semester_report": self.tr("Laporan pelaksanaan PUG setiap enam bulan, dengan enam pokok isi."),
            "gap": self.tr("Analisis gender satu program atau kegiatan, sembilan atau empat langkah."),
            "gbs": self.tr("Pernyataan anggaran gender satu program atau kegiatan."),
        }[self._kind]

    def _empty_words(self) -> str:
        return {
            "semester_report": self.tr("Belum ada laporan semester"),
            "gap": self.tr("Belum ada GAP"),
            "gbs": self.tr("Belum ada GBS"),
        }[self._kind]

    def _advice(self, may_write: bool) -> str:
        if not may_write:
            return self.tr(
                "Yang ditulis kabupaten/kota dan perangkat daerah tampil di sini sesudah kirimannya diterima."
            )
        return {
            "semester_report": self.tr(
                "Pilih semesternya. Rapat, peserta, dan tindak lanjut yang sudah dicatat dapat diisikan sebagai usulan."
            ),
            "gap": self.tr("Pilih model sembilan atau empat langkah, lalu isi langkah demi langkah."),
            "gbs": self.tr("GBS dapat ditulis dari GAP yang sudah ada; isinya disalin dan boleh diubah."),
        }[self._kind]


def _year(row: WrittenRow) -> int:
    return row.year or 0


def _whole_title(row: WrittenRow) -> str:
    return row.title


def _model(row: WrittenRow) -> str:
    return row.model


def _origin(row: WrittenRow) -> str:
    return row.origin
