"""How far a sheet is filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.checklist import AnswerState, Completeness, applies, completeness, is_answered
from pug_desktop.domain.kinds import ANSWER_STATES
from pug_desktop.forms import load_form

REGENCY = load_form("prasyarat-kabkota")
OFFICE = load_form("prasyarat-opd")


def test_an_empty_sheet_is_filled_nowhere():
    found = completeness(REGENCY, {})
    assert list(found) == ["P1", "P2", "P3", "P4", "P5", "P6", "P7"]
    assert sum(each.total for each in found.values()) == 55
    assert all((each.filled, each.backed, each.share) == (0, 0, 0.0) for each in found.values())


def test_filled_and_backed_are_counted_apart():
    answers = {
        "P1.01": AnswerState("ada", {"document_kind": "Perwal", "number": "56/2018"}, evidence_count=1),
        "P1.02": AnswerState("ada", {"yes": True, "reference": "bab V"}),
        "P1.03": AnswerState("belum_ada"),
        "P1.04": AnswerState("belum_diisi", evidence_count=2),
    }
    assert completeness(REGENCY, answers)["P1"] == Completeness(total=7, filled=3, backed=1, not_relevant=0)


def test_what_is_not_relevant_leaves_the_share():
    answers = {f"P1.0{number}": AnswerState("tidak_relevan") for number in range(1, 8)}
    assert completeness(REGENCY, answers)["P1"] == Completeness(total=7, filled=0, backed=0, not_relevant=7)
    assert completeness(REGENCY, answers)["P1"].share is None
    del answers["P1.03"]
    answers["P1.02"] = AnswerState("belum_ada")
    assert completeness(REGENCY, answers)["P1"].share == 0.5


def test_a_question_whose_condition_does_not_hold_is_not_asked():
    without = {"P6.01": AnswerState("ada", 0)}
    assert not applies(OFFICE.question("P6.01.metode"), without)
    assert completeness(OFFICE, without)["P6"].not_relevant == 1
    assert completeness(OFFICE, {"P6.01": AnswerState("ada", 2)})["P6"].not_relevant == 0


@pytest.mark.parametrize(
    ("name", "status", "value", "answered"),
    [
        ("P1.01", "belum_ada", None, True),
        ("P1.01", "proses", None, True),
        ("P1.01", "ada", None, False),
        ("P1.01", "ada", {"document_kind": "Perwal", "number": "56"}, True),
        ("P1.04", "proses", None, False),
        ("P1.04", "belum_ada", None, True),
        ("P1.04", "ada", 3, True),
        ("P1.04", "ada", 3.5, False),
        ("P1.04", "belum_diisi", 3, True),
        ("P1.04", "belum_diisi", None, False),
    ],
)
def test_what_counts_as_answered(name, status, value, answered):
    assert is_answered(REGENCY.question(name), AnswerState(status, value)) is answered
    assert not is_answered(REGENCY.question(name), None)


_answers = st.dictionaries(
    st.sampled_from([question.name for question in REGENCY.questions]),
    st.builds(
        AnswerState,
        st.sampled_from(ANSWER_STATES),
        st.none() | st.booleans() | st.integers(0, 9) | st.just({"numerator": 1, "denominator": 2}),
        evidence_count=st.integers(0, 2),
    ),
)


@given(answers=_answers)
def test_the_counts_never_exceed_each_other(answers):
    for each in completeness(REGENCY, answers).values():
        assert 0 <= each.backed <= each.filled <= each.total - each.not_relevant
        assert each.share is None or 0 <= each.share <= 1
