"""A list of frozen rows as a Qt model."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from pug_desktop.ui.rows_model import ROW_ROLE, SORT_ROLE, Column, RowsModel, RowsTable


@dataclass(frozen=True)
class Row:
    name: str
    count: int | None


ROWS = (Row("Bappeda", 1200), Row("Aisyiyah", None), Row("Dinas Kesehatan", 7))


@pytest.fixture
def model(qapp):
    made = RowsModel(
        [Column("Nama", lambda row: row.name, width=0), Column("Hadir", lambda row: row.count, number=True)]
    )
    made.set_rows(ROWS)
    return made


@pytest.fixture
def table(model, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    yield RowsTable(model, "Daftar", parent)
    parent.close()


def test_qt_finds_no_fault_in_the_model(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS[:1])
    model.set_rows(())
    assert model.rowCount() == 0


def test_a_cell_has_text_value_and_row(model):
    index = model.index(0, 1)
    assert index.data() == "1.200"
    assert index.data(SORT_ROLE) == 1200
    assert index.data(ROW_ROLE) is ROWS[0]


def test_numbers_stand_at_the_right(model):
    assert Qt.AlignmentFlag(model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert not Qt.AlignmentFlag(model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight


def test_nothing_is_shown_for_what_nobody_knows(model):
    assert model.index(1, 1).data() == ""


def test_sorting_goes_by_value_and_the_unknown_come_first(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    shown = [table.model().index(row, 0).data() for row in range(3)]
    assert shown == ["Aisyiyah", "Dinas Kesehatan", "Bappeda"]


def test_enter_opens_the_row_itself(table, qtbot):
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]
    assert table.current_row() is ROWS[1]


def test_words_narrow_the_table_down(table):
    table.filter("dinas")
    assert table.model().rowCount() == 1


def test_columns_of_a_set_width_give_way_until_the_title_can_be_read(qtbot):
    model = RowsModel(
        [
            Column("Jenis", lambda row: "Rapat koordinasi Pokja PUG", width=260),
            Column("Judul", lambda row: row.name, width=0),
            Column("Asal", lambda row: "Kota Tangerang", width=260),
        ]
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    table = RowsTable(model, "Daftar", parent)
    model.set_rows(ROWS)
    parent.show()
    table.resize(1200, 300)
    wide = table.columnWidth(0)
    table.resize(600, 300)
    assert table.columnWidth(0) == table.columnWidth(2) < wide
    assert table.columnWidth(1) >= table.fontMetrics().averageCharWidth() * 20
    table.resize(1200, 300)
    assert table.columnWidth(0) == wide


def test_a_width_that_a_person_dragged_stays_in_a_wide_window(qtbot):
    model = RowsModel(
        [Column("Jenis", lambda row: "x", width=100), Column("Judul", lambda row: row.name, width=0)],
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    table = RowsTable(model, "Daftar", parent)
    parent.show()
    table.resize(1200, 300)
    table.horizontalHeader().resizeSection(0, 333)
    table.resize(1300, 300)
    model.set_rows(ROWS)
    assert table.columnWidth(0) == 333
