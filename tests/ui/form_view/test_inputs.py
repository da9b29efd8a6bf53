"""Numbers, decimals and dates as people type them."""

from datetime import date

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from pug_desktop.ui import style, texts
from pug_desktop.ui.form_view.dates import DateInput, read_date, write_date
from pug_desktop.ui.form_view.inputs import ChoiceInput, DecimalInput, NumberInput, RupiahInput, TextInput


@pytest.mark.parametrize(
    "text", ["30/6/2022", "30-06-2022", "30.6.2022", "30 Juni 2022", "30 jun 2022", "30 June 2022", "2022-06-30"]
)
def test_a_date_is_read_in_many_ways(text):
    assert read_date(text) == date(2022, 6, 30)


@pytest.mark.parametrize("text", ["", "30", "31/6/2022", "30/13/2022", "30 xyz 2022", "30/6/22", "besok"])
def test_what_is_no_date_is_none(text):
    assert read_date(text) is None


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_is_written_can_be_read_again(qapp, month, lang):
    texts.use_language(qapp, lang)
    assert read_date(write_date(date(2023, month, 9))) == date(2023, month, 9)


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_letter_of_a_date_is_cut(qapp, qtbot, percent):
    style.apply(qapp, percent)
    try:
        window = QWidget()
        qtbot.addWidget(window)
        across = QHBoxLayout(window)
        made, beside = DateInput("Tanggal"), TextInput("Nama")
        across.addWidget(made)
        across.addWidget(beside, 10)
        window.resize(10, 10)
        window.show()
        made.set_value("2026-09-30")
        line = made.findChild(QLineEdit)
        inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, _option(line), line)
        # Qt leaves two pixels at each side of the text.
        assert inside.width() - 4 >= line.fontMetrics().horizontalAdvance("30 September 2026")
        assert inside.height() >= line.fontMetrics().height()
        assert made.height() >= beside.height()
    finally:
        style.apply(qapp)


def _option(line):
    made = QStyleOptionFrame()
    line.initStyleOption(made)
    return made


def test_a_date_may_be_empty_and_a_wrong_one_is_a_problem(qtbot):
    made = DateInput("Tanggal")
    qtbot.addWidget(made)
    assert (made.value(), made.problem()) == (None, "")
    qtbot.keyClicks(made.findChild(QLineEdit), "31/6/2022")
    assert made.value() is None
    assert "30/06/2022" in made.problem()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1250", 1250), ("1.250", 1250), ("0", 0), ("", None), ("1.25", None), ("-3", None), ("x", None)],
)
def test_a_number_may_have_thousands_dots(qtbot, typed, value):
    made = NumberInput("Jumlah")
    qtbot.addWidget(made)
    qtbot.keyClicks(made, typed)
    assert made.value() == value
    assert bool(made.problem()) == (bool(typed) and value is None)


def test_a_number_is_shown_with_thousands_dots(qtbot):
    made = RupiahInput("Jumlah")
    qtbot.addWidget(made)
    made.set_value(1_500_000)
    assert made.text() == "1.500.000"


def test_a_year_has_no_thousands_dot_and_a_range(qtbot):
    made = NumberInput("Tahun", smallest=1990, largest=2100, grouped=False)
    qtbot.addWidget(made)
    made.set_value(2020)
    assert (made.text(), made.value()) == ("2020", 2020)
    made.setText("20")
    assert "1990" in made.problem()


@pytest.mark.parametrize(("typed", "value"), [("91,25", "91.25"), ("91.25", "91.25"), ("7", "7"), ("9,", None)])
def test_a_decimal_is_kept_with_a_point(qtbot, typed, value):
    made = DecimalInput("IPG")
    qtbot.addWidget(made)
    qtbot.keyClicks(made, typed)
    assert made.value() == value


def test_blanks_are_no_text(qtbot):
    made = TextInput("Nama")
    qtbot.addWidget(made)
    qtbot.keyClicks(made, "   ")
    assert made.value() is None


def test_a_choice_may_be_empty_and_ignores_what_it_does_not_know(qtbot):
    made = ChoiceInput([("a", "Satu")], "Pilihan")
    qtbot.addWidget(made)
    assert made.value() is None
    made.set_value("a")
    assert made.value() == "a"
    made.set_value("b")
    assert made.value() is None
