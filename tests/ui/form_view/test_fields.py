"""Every kind of answer has a widget that gives back what it was shown."""

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from pug_desktop.forms.load import load_form
from pug_desktop.forms.rules import check_value
from pug_desktop.forms.schema import AnswerKind, Option, Question, Text
from pug_desktop.ui.form_view.fields import FIELDS, field_for

OPTIONS = tuple(Option(name, Text(name, name)) for name in ("satu", "dua", "tiga"))

VALUES = {
    AnswerKind.BOOLEAN: True,
    AnswerKind.BOOLEAN_WITH_REFERENCE: {"yes": True, "reference": "Bab IV"},
    AnswerKind.BOOLEAN_WITH_VALUE: {"yes": False, "value": "91,5"},
    AnswerKind.DOCUMENT: {
        "document_kind": "Peraturan Wali Kota",
        "number": "56 Tahun 2018",
        "date": "2018-10-01",
        "title": "PUG",
        "valid_until": "2023-12-31",
    },
    AnswerKind.INTEGER: 1250,
    AnswerKind.INTEGER_BY_SEX: {"male": 12, "female": None},
    AnswerKind.INTEGER_WITH_LIST: {"count": 2, "names": ["Aisyiyah", "Muslimat NU"]},
    AnswerKind.RATIO: {"numerator": 12, "denominator": 34},
    AnswerKind.RATIO_AND_COUNT: {"numerator": 3, "denominator": 9, "documents": 7, "methods": ["dua"]},
    AnswerKind.RATIO_MULTI: {"satu": {"numerator": 1, "denominator": 4}, "tiga": {"numerator": 0, "denominator": 4}},
    AnswerKind.CURRENCY_IDR: 1_500_000_000,
    AnswerKind.CURRENCY_AND_PERCENTAGE: {"amount": 5_000_000, "base": 90_000_000, "base_name": "dua"},
    AnswerKind.ENUM: "dua",
    AnswerKind.ENUM_WITH_YEAR: {"option": "tiga", "year": 2020},
    AnswerKind.MULTI_ENUM: ["satu", "tiga"],
    AnswerKind.CHECKLIST: ["dua"],
    AnswerKind.CHECKLIST_DATES: {"satu": "2022-06-30", "dua": None},
    AnswerKind.DECIMAL_MULTI: {"satu": "91.25", "dua": "0.412"},
    AnswerKind.DECIMAL: "91.25",
    AnswerKind.DATE: "2022-06-30",
    AnswerKind.TEXT: "Dua baris\ndi sini",
}


def question(kind):
    return Question("P9.01", kind, Text("Pertanyaan", "Question"), options=OPTIONS, items=OPTIONS)


@pytest.fixture
def field(qtbot, request):
    made = field_for(question(request.param))
    qtbot.addWidget(made)
    return made


every_kind = pytest.mark.parametrize("field", list(AnswerKind), indirect=True, ids=str)


def test_every_kind_of_answer_has_a_widget():
    assert set(FIELDS) == set(AnswerKind)


@every_kind
def test_a_new_widget_is_empty_and_has_no_problem(field):
    assert field.value() is None
    assert field.problem() == ""


@every_kind
def test_a_widget_gives_back_what_it_was_shown(field):
    field.set_value(VALUES[field.question.kind])
    assert field.value() == VALUES[field.question.kind]
    check_value(field.question, field.value())
    assert field.problem() == ""
    field.set_value(None)
    assert field.value() is None


@every_kind
def test_showing_an_answer_is_not_taken_for_typing(field, qtbot):
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(VALUES[field.question.kind])


@every_kind
def test_an_answer_of_another_kind_is_shown_as_empty(field):
    for foreign in ("???", 5, ["x"], {"x": 1}, True):
        field.set_value(foreign)
        value = field.value()
        assert value is None or value == foreign or str(value) == str(foreign)


@every_kind
def test_every_input_has_a_name_for_the_screen_reader(field):
    inputs = [each for each in field.findChildren(QWidget) if isinstance(each, QLineEdit | QPlainTextEdit | QComboBox)]
    inputs = [each for each in inputs if not isinstance(each.parent(), QComboBox | QAbstractSpinBox)]
    assert all(each.accessibleName() for each in inputs), [type(each).__name__ for each in inputs]
    assert field.accessibleName()


@pytest.mark.parametrize("name", ["prasyarat-kabkota", "prasyarat-opd"])
def test_every_question_of_the_released_forms_can_be_drawn(qtbot, name):
    parent = QWidget()
    qtbot.addWidget(parent)
    for each in load_form(name).questions:
        assert field_for(each, parent).value() is None


@pytest.mark.parametrize("kind", [AnswerKind.INTEGER, AnswerKind.DECIMAL])
def test_what_a_number_counts_stands_beside_it(qtbot, kind):
    made = field_for(Question("P9.01", kind, Text("Berapa?", "How many?"), unit=Text("kegiatan", "events")))
    qtbot.addWidget(made)
    assert "kegiatan" in [each.text() for each in made.findChildren(QLabel)]


@pytest.mark.parametrize("field", [AnswerKind.RATIO], indirect=True)
def test_a_share_shows_its_percentage_while_it_is_typed(field, qtbot):
    part, whole = field.findChildren(QLineEdit)
    qtbot.keyClicks(part, "12")
    qtbot.keyClicks(whole, "34")
    assert field.summary() == "35,3 %"


@pytest.mark.parametrize("field", [AnswerKind.RATIO], indirect=True)
def test_a_part_larger_than_the_whole_is_a_problem(field):
    field.set_value({"numerator": 35, "denominator": 34})
    assert "lebih besar" in field.problem()


@pytest.mark.parametrize("field", [AnswerKind.DOCUMENT], indirect=True)
def test_a_document_does_not_end_before_it_begins(field):
    field.set_value({"date": "2022-01-01", "valid_until": "2021-01-01"})
    assert "sebelum tanggal" in field.problem()


@pytest.mark.parametrize("field", [AnswerKind.INTEGER_WITH_LIST], indirect=True)
def test_names_without_a_number_count_themselves(field, qtbot):
    with qtbot.waitSignal(field.edited):
        field.findChild(QPlainTextEdit).insertPlainText("Aisyiyah\nPKK")
    assert field.value() == {"count": 2, "names": ["Aisyiyah", "PKK"]}
