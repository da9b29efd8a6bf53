"""What is wrong or doubtful in answers: errors apart from warnings, each with cause and remedy."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop.forms import AnswerKind, Condition, Form, Option, Question, Section, Text, load_form
from pug_desktop.forms.problems import Problem, is_empty, problems, question_problems
from pug_desktop.forms.rules import is_filled
from pug_desktop.forms.schema import Bounds, Constraint
from tests.forms.test_form_rules import ANY_JSON

TODAY = "2026-11-22"
WORDS = Text("Isi", "Words")
ITEMS = (Option("a", Text("Bagian A", "Part A")), Option("b", Text("Bagian B", "Part B")))


def asked(kind: AnswerKind, **more: Any) -> Question:
    return Question("Q", kind, WORDS, **{"frequency": "event", **more})


def found(question: Question, value: object, **others: Any) -> list[tuple[str, str, str]]:
    settled = bool(others.pop("settled", False))
    answers = {**others, question.name: value}
    return [
        (each.severity, each.rule, each.cause.id)
        for each in question_problems(question, answers, year=2026, today=TODAY, settled=settled)
    ]


COUNT = asked(AnswerKind.INTEGER, bounds=Bounds(1, 40))
RATIO = asked(AnswerKind.RATIO, numerator=WORDS, denominator=WORDS)
RATIOS = asked(AnswerKind.RATIO_MULTI, items=ITEMS, numerator=WORDS, denominator=WORDS)
DOCUMENT = asked(AnswerKind.DOCUMENT)
THIS_YEAR = asked(AnswerKind.DOCUMENT, frequency="annual")
AWARD = asked(AnswerKind.ENUM_WITH_YEAR, options=ITEMS)
NAMES = asked(AnswerKind.INTEGER_WITH_LIST)
MONEY = asked(AnswerKind.CURRENCY_AND_PERCENTAGE)
INDICES = asked(AnswerKind.DECIMAL_MULTI, items=(Option("IKG", Text("IKG", "IKG"), Bounds("0", "1")), *ITEMS))
PAPER = {"document_kind": "Perwal", "number": "1"}


@pytest.mark.parametrize(
    ("question", "value", "severity", "rule", "words"),
    [
        (COUNT, 41, "error", "bounds", "Jawaban 41 melebihi 40"),
        (COUNT, 0, "error", "bounds", "Jawaban 0 kurang dari 1"),
        (
            asked(AnswerKind.INTEGER_BY_SEX, bounds=Bounds(None, 9)),
            {"male": 3, "female": 10},
            "error",
            "bounds",
            "perem",
        ),
        (asked(AnswerKind.CURRENCY_IDR, bounds=Bounds(None, 999)), 1000, "error", "bounds", "Rp1.000 melebihi Rp999"),
        (asked(AnswerKind.DECIMAL, bounds=Bounds("0.5", "10")), "10.01", "error", "bounds", "10,01 melebihi 10"),
        (asked(AnswerKind.DECIMAL, bounds=Bounds("0.5", "10")), "0.49", "error", "bounds", "0,49 kurang dari 0,5"),
        (
            asked(AnswerKind.DATE, bounds=Bounds("2026-01-01")),
            "2025-12-31",
            "error",
            "bounds",
            "31 Desember 2025 kurang",
        ),
        (INDICES, {"IKG": "41.2", "a": "91", "b": "70"}, "error", "bounds", "IKG 41,2 melebihi 1,"),
        (RATIO, {"numerator": 12, "denominator": 10}, "error", "share", "(12) lebih besar daripada seluruhnya (10)"),
        (RATIOS, {"b": {"numerator": 2, "denominator": 1}}, "error", "share", "Bagian B: angka pertama (2)"),
        (MONEY, {"amount": 20, "base": 10}, "error", "share", "(Rp20) lebih besar daripada seluruhnya (Rp10)"),
        (COUNT, "tiga", "error", "kind", "bilangan bulat"),
        (RATIO, {"numerator": 0, "denominator": 0}, "warning", "doubt", "0 dari 0"),
        (RATIOS, {"a": {"numerator": 0, "denominator": 0}}, "warning", "doubt", "Bagian A: 0 dari 0"),
        (DOCUMENT, {**PAPER, "date": "2026-11-23"}, "warning", "doubt", "23 November 2026, belum tiba"),
        (DOCUMENT, {**PAPER, "date": "1999-12-31"}, "warning", "doubt", "lebih tua dari yang lazim"),
        (
            DOCUMENT,
            {**PAPER, "date": "2020-01-01", "valid_until": "2025-12-31"},
            "warning",
            "doubt",
            "31 Desember 2025",
        ),
        (THIS_YEAR, {**PAPER, "date": "2025-12-31"}, "warning", "doubt", "bertahun 2025, sedangkan data lembar ini"),
        (AWARD, {"option": "b", "year": 2027}, "warning", "doubt", "Tahun 2027 belum tiba"),
        (AWARD, {"option": "b", "year": 1999}, "warning", "doubt", "lebih tua"),
        (
            NAMES,
            {"count": 1, "names": ["Aisyiyah", "PKK"]},
            "warning",
            "doubt",
            "Tertulis 2 nama, sedangkan jumlahnya 1",
        ),
        (MONEY, {"amount": 0, "base": 0}, "warning", "doubt", "pembandingnya 0"),
        (
            asked(AnswerKind.RATIO_AND_COUNT, numerator=WORDS, denominator=WORDS),
            {"numerator": 3, "denominator": 9, "documents": 2},
            "warning",
            "doubt",
            "Dokumennya 2",
        ),
        (
            asked(AnswerKind.CHECKLIST_DATES, items=ITEMS),
            {"a": "2027-01-02", "b": None},
            "warning",
            "doubt",
            "Bagian A, 2",
        ),
        (asked(AnswerKind.DATE), "2027-01-02", "warning", "doubt", "belum tiba"),
        (RATIO, {"numerator": 3}, "warning", "incomplete", "belum lengkap"),
        (NAMES, {"count": 3}, "warning", "incomplete", "belum lengkap"),
    ],
)
def test_a_problem_is_told_with_its_severity_and_cause(question, value, severity, rule, words):
    (only,) = found(question, value)
    assert only[:2] == (severity, rule)
    assert words in only[2]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (COUNT, 1),
        (COUNT, 40),
        (COUNT, None),
        (RATIO, {"numerator": 10, "denominator": 10}),
        (RATIO, {"numerator": 0, "denominator": 10}),
        (DOCUMENT, {**PAPER, "date": TODAY, "valid_until": TODAY}),
        (DOCUMENT, {**PAPER, "date": "2018-01-01"}),
        (THIS_YEAR, {**PAPER, "date": "2026-01-01"}),
        (AWARD, {"option": "b", "year": 2026}),
        (NAMES, {"count": 2, "names": ["PKK"]}),
        (NAMES, {"count": 0}),
        (MONEY, {"amount": 0, "base": 10}),
        (INDICES, {"IKG": "0.412", "a": "191", "b": "70"}),
    ],
)
def test_an_answer_as_it_should_be_has_no_problem(question, value):
    assert found(question, value) == []


def test_an_answer_beyond_its_bounds_is_not_complete():
    assert is_filled(COUNT, 40)
    assert not is_filled(COUNT, 41)
    assert not is_filled(INDICES, {"IKG": "1.1", "a": "1", "b": "1"})


def test_without_year_and_today_nothing_is_said_about_either():
    value = {**PAPER, "date": "2090-01-01", "valid_until": "2091-01-01"}
    assert question_problems(THIS_YEAR, {"Q": value}) == ()


# --- required and constraints ---------------------------------------------------------------------------------------


def test_a_required_question_is_an_error_until_it_is_answered_or_settled():
    question = asked(AnswerKind.BOOLEAN, required=True)
    assert found(question, None)[0][:2] == ("error", "required")
    assert found(question, False) == []
    assert found(question, None, settled=True) == []


def test_a_question_is_required_only_where_an_earlier_answer_says_so():
    question = asked(AnswerKind.MULTI_ENUM, options=ITEMS, required=Condition("N", "at_least", 1))
    ((severity, rule, cause),) = found(question, None, N=2)
    assert (severity, rule) == ("error", "required")
    assert "karena jawaban N" in cause
    assert found(question, None, N=0) == []
    assert found(question, None) == []


def test_a_constraint_speaks_with_its_own_words_where_it_applies():
    limit = Constraint(
        Condition("Q", "equals", True),
        Text("ARG sudah diisi, jadi seharusnya Ya.", "A budget is given."),
        Condition("M", "at_least", 1),
        "warning",
    )
    question = asked(AnswerKind.BOOLEAN, constraints=(limit,))
    assert found(question, False, M={"amount": 5, "base": 9}) == [
        ("warning", "constraint", "ARG sudah diisi, jadi seharusnya Ya.")
    ]
    assert found(question, True, M={"amount": 5}) == []
    assert found(question, False, M={"amount": 0}) == []
    assert found(question, None, M={"amount": 5}) == []
    (problem,) = question_problems(question, {"Q": False, "M": {"amount": 5}})
    assert "jawaban M" in problem.remedy.id


def test_a_question_that_does_not_apply_has_no_problems():
    question = asked(AnswerKind.INTEGER, bounds=Bounds(1, 2), required=True, relevant=Condition("N", "at_least", 1))
    assert found(question, 7, N=0) == []
    assert found(question, None, N=0) == []
    assert found(question, 7, N=1) != []


def test_problems_come_in_the_order_of_the_form():
    first, second = COUNT, Question("R", AnswerKind.INTEGER, WORDS, required=True)
    form = Form("coba", 1, WORDS, "uji", (Section("P1", WORDS, WORDS, (first, second)),), "")
    all_of_it = problems(form, {"Q": 50}, year=2026, today=TODAY)
    assert [(each.question, each.rule) for each in all_of_it] == [("Q", "bounds"), ("R", "required")]
    assert [each.question for each in problems(form, {"Q": 50}, settled={"R"})] == ["Q"]


# --- properties -------------------------------------------------------------------------------------------------------

EVERY = [
    *(COUNT, RATIO, RATIOS, DOCUMENT, THIS_YEAR, AWARD, NAMES, MONEY, INDICES),
    *load_form("prasyarat-kabkota").questions,
]


@given(question=st.sampled_from(EVERY), value=ANY_JSON)
@settings(max_examples=300, deadline=None)
def test_any_json_has_problems_in_two_languages_and_never_fails(question, value):
    for each in question_problems(question, {question.name: value}, year=2026, today=TODAY):
        assert isinstance(each, Problem)
        assert each.severity in ("error", "warning")
        assert all(words.strip() for text in (each.cause, each.remedy) for words in (text.id, text.en))


@given(question=st.sampled_from(EVERY), value=ANY_JSON)
@settings(max_examples=300, deadline=None)
def test_an_answer_with_an_error_is_never_counted_as_complete(question, value):
    told = question_problems(question, {question.name: value})
    if any(each.severity == "error" and each.rule in ("bounds", "kind", "share") for each in told):
        assert not is_filled(question, value)


def test_a_sheet_without_answers_has_only_what_is_required():
    for name in ("prasyarat-kabkota", "prasyarat-opd"):
        for each in problems(load_form(name), {}, year=2026, today=TODAY):
            assert each.rule == "required"


@pytest.mark.parametrize(
    ("value", "empty"), [(None, True), ("", True), (" ", True), ({}, True), ([], False), (0, False)]
)
def test_what_counts_as_nothing_entered(value, empty):
    assert is_empty(value) is empty
