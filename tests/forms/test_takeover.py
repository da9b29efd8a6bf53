"""What of answers to an old form goes over into a new one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop.forms import AnswerKind, Form, Option, Question, Section, Text, check_value, load_form
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.takeover import takeover
from tests.forms.test_form_rules import REGENCY, accepted

WORDS = Text("Isi", "Words")


def options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, Text(name.title(), name.upper())) for name in names)


def form(version: int, *questions: Question) -> Form:
    return Form("coba", version, WORDS, "uji", (Section("P1", WORDS, WORDS, questions),), "")


def asked(kind: AnswerKind, name: str = "Q", **more: Any) -> Question:
    return Question(name, kind, Text("Yang mana?", "Which?"), **more)


ABC, AB = {"options": options("a", "b", "c")}, {"options": options("a", "b")}
I_ABC, I_AB = {"items": options("a", "b", "c")}, {"items": options("a", "b")}
KIND = AnswerKind


@pytest.mark.parametrize(
    ("kind", "old", "new", "value", "kept", "words"),
    [
        (KIND.ENUM, ABC, AB, "c", None, "C."),
        (KIND.ENUM_WITH_YEAR, ABC, AB, {"option": "c", "year": 2020}, None, "C."),
        (KIND.MULTI_ENUM, ABC, AB, ["a", "c"], ["a"], "C."),
        (KIND.MULTI_ENUM, ABC, AB, ["c"], None, "C."),
        (KIND.CHECKLIST, I_ABC, I_AB, ["b", "c"], ["b"], "C."),
        (KIND.CHECKLIST_DATES, I_ABC, I_AB, {"a": "2026-01-02", "c": "2026-01-03"}, {"a": "2026-01-02"}, "C."),
        (KIND.DECIMAL_MULTI, I_ABC, I_AB, {"b": "1.5", "c": "2"}, {"b": "1.5"}, "C."),
        (
            KIND.RATIO_AND_COUNT,
            ABC,
            AB,
            {"numerator": 1, "denominator": 2, "documents": 3, "methods": ["a", "c"]},
            {"numerator": 1, "denominator": 2, "documents": 3, "methods": ["a"]},
            "C.",
        ),
    ],
)
def test_choices_that_are_gone_are_left_and_the_others_go_over(kind, old, new, value, kept, words):
    found = takeover(form(1, asked(kind, **old)), form(2, asked(kind, **new)), {"Q": value})
    assert found.changed == {"Q": kept}
    (left,) = found.left
    assert (left.value, left.gone) == (value, False)
    assert left.why.id.endswith(words)


def test_a_choice_that_is_still_there_goes_over_as_it_is():
    found = takeover(form(1, asked(KIND.ENUM, **ABC)), form(2, asked(KIND.ENUM, **AB)), {"Q": "b"})
    assert (found.same, found.changed, found.left) == (("Q",), {}, ())


def test_a_reference_spending_that_is_gone_stays_in_its_words():
    value = {"amount": 1, "base": 2, "base_name": "c"}
    kind = KIND.CURRENCY_AND_PERCENTAGE
    found = takeover(form(1, asked(kind, **ABC)), form(2, asked(kind, **AB)), {"Q": value})
    assert found.changed == {"Q": {"amount": 1, "base": 2, "base_name": "C"}}
    assert found.left == ()


def test_another_kind_of_answer_is_not_guessed():
    found = takeover(form(1, asked(KIND.INTEGER)), form(2, asked(KIND.TEXT)), {"Q": 4})
    assert found.changed == {"Q": None}
    assert found.left[0].why.id.startswith("Jenis jawabannya berubah")


def test_a_question_that_is_gone_is_told_and_one_that_is_new_as_well():
    old = form(1, asked(KIND.INTEGER), asked(KIND.TEXT, "R"))
    new = form(2, asked(KIND.INTEGER), asked(KIND.TEXT, "S"))
    found = takeover(old, new, {"Q": 4, "R": "ya"})
    assert found.same == ("Q",)
    assert found.changed == {}
    assert [(each.question.name, each.gone) for each in found.left] == [("R", True)]
    assert [question.name for question in found.new] == ["S"]


def test_an_empty_answer_is_neither_taken_nor_left():
    old, new = form(1, asked(KIND.TEXT)), form(2, asked(KIND.INTEGER))
    for value in (None, "", {}):
        found = takeover(old, new, {"Q": value})
        assert (found.same, found.changed, found.left) == ((), {}, ())


@pytest.mark.parametrize("name", ["prasyarat-kabkota", "prasyarat-opd"])
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_from_version_1_to_2_every_answer_goes_over_as_it_is(name, data):
    old, new = load_form(name, 1), load_form(name, 2)
    question = data.draw(st.sampled_from(old.questions))
    value = data.draw(accepted(question))
    found = takeover(old, new, {question.name: value})
    assert found.left == found.new == ()
    assert found.same == (() if is_empty(value) else (question.name,))


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_what_goes_over_is_always_an_answer_of_the_new_form_and_nothing_vanishes_untold(data):
    question = data.draw(st.sampled_from(REGENCY.questions))
    value = data.draw(accepted(question))
    thinner = replace(question, options=question.options[1:], items=question.items[1:])
    found = takeover(form(1, question), form(2, thinner), {question.name: value})
    for name, kept in found.changed.items():
        check_value(thinner, kept)
        assert name == question.name
    if not is_empty(value):
        assert found.same or found.changed
    if found.changed and not found.left and question.kind is not AnswerKind.CURRENCY_AND_PERCENTAGE:
        kept = found.changed[question.name]
        assert {**value, **kept} == value
        assert all(is_empty(part) for name, part in value.items() if name not in kept)
