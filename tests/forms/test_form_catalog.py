"""The forms that are shipped: complete, in both languages, unchanged once released."""

import csv
import hashlib
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from pug_desktop.domain import kinds
from pug_desktop.domain.words import label
from pug_desktop.forms import (
    AnswerKind,
    Form,
    Question,
    Text,
    available,
    is_filled,
    is_relevant,
    load_form,
    shown_value,
)
from pug_desktop.forms.load import CATALOG
from pug_desktop.forms.schema import AUTO_SOURCES, ROLLUP_GIVES

FACTS = Path(__file__).parent / "prerequisites.tsv"
"""Code, kind, scope, wording and choices of the 55 indicators, as the domain guide gives them."""


def facts() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def all_forms() -> list[Form]:
    return [load_form(name, version) for name, version in available()]


@pytest.fixture
def regency() -> Form:
    return load_form("prasyarat-kabkota")


@pytest.fixture
def office() -> Form:
    return load_form("prasyarat-opd")


def test_every_instrument_is_there():
    assert available() == (
        ("evaluasi-kabkota", 1),
        ("prasyarat-kabkota", 1),
        ("prasyarat-kabkota", 2),
        ("prasyarat-opd", 1),
        ("prasyarat-opd", 2),
        ("rapat", 1),
    )


def test_a_released_form_has_not_changed():
    """A new wording is a new version: a record keeps the hash of the form it was filled with."""
    released = tomllib.loads((CATALOG / "released.toml").read_text(encoding="utf-8"))
    files = {path.name: path.read_bytes() for path in CATALOG.glob("*.toml") if path.name != "released.toml"}
    assert {name: hashlib.sha256(data).hexdigest() for name, data in files.items()} == released
    assert {f"{form.form}.v{form.version}.toml": form.sha256 for form in all_forms()} == released


FIRST = ("prasyarat-kabkota", "prasyarat-opd", "rapat")


def test_the_first_release_is_this_one():
    """`released.toml` lies beside the forms and could be changed with them; this copy could not by mistake."""
    assert {form.form: form.sha256 for form in all_forms() if form.version == 1 and form.form in FIRST} == {
        "prasyarat-kabkota": "7ceee422af7a807403063277a87470b1b19c6c25e552c852c94e869cee410e23",
        "prasyarat-opd": "7da7dc42d31b3d0e05370e99e5e2a6f1cd2c2754ca259e8c382fec09cdb29ccb",
        "rapat": "12751762d0d5ab69097eaef42a527528a4db0c699a48ccee380a5b623e003c30",
    }


@pytest.mark.parametrize("version", [1, 2])
def test_the_regency_sheet_holds_all_55_indicators_as_the_domain_guide_words_them(version):
    regency = load_form("prasyarat-kabkota", version)
    wanted = [
        (
            fact["code"],
            fact["answer_type"],
            fact["text_id"],
            fact["numerator"],
            fact["denominator"],
            fact["evidence"],
            fact["auto_from"],
            fact["scope"] == "opd_aggregate",
        )
        for fact in facts()
    ]
    found = [
        (
            question.name,
            str(question.kind),
            question.label.id,
            question.numerator.id if question.numerator else "",
            question.denominator.id if question.denominator else "",
            "|".join(question.evidence),
            "" if (question.auto_from or "").startswith("register.") else question.auto_from or "",
            question.rollup is not None,
        )
        for question in regency.questions
    ]
    assert found == wanted
    assert len(found) == 55


def test_choices_are_those_of_the_domain_guide(regency):
    for fact in facts():
        if fact["choices"]:
            question = regency.question(fact["code"])
            names = [each.name for each in (question.items or question.options)]
            assert names == fact["choices"].split("|"), fact["code"]


@pytest.mark.parametrize("name", ["prasyarat-kabkota", "prasyarat-opd"])
def test_the_seven_prerequisites_stand_in_their_order(name):
    form = load_form(name)
    assert [section.name for section in form.sections] == [f"P{number}" for number in range(1, 8)]
    for section in form.sections:
        assert section.lke_group
        assert all(question.name.startswith(f"{section.name}.") for question in section.questions)


def test_every_one_of_the_17_roll_ups_has_a_question_an_office_can_answer(regency, office):
    rolled = [question for question in regency.questions if question.rollup]
    assert len(rolled) == 17
    fitting = {
        "count_yes": {AnswerKind.BOOLEAN, AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.DOCUMENT},
        "count_positive": {AnswerKind.INTEGER, AnswerKind.INTEGER_WITH_LIST},
        "sum": {AnswerKind.INTEGER},
        "sum_by_sex": {AnswerKind.INTEGER_BY_SEX},
        "sum_ratio": {AnswerKind.RATIO},
        "sum_money": {AnswerKind.CURRENCY_AND_PERCENTAGE},
        "union": {AnswerKind.CHECKLIST},
        "yes_and_documents": {AnswerKind.INTEGER},
    }
    assert set(fitting) == set(ROLLUP_GIVES)
    for question in rolled:
        asked = office.question(question.rollup.source)
        assert asked.name == question.name
        assert asked.kind in fitting[question.rollup.rule]
        assert "Anda" in asked.label.id
        assert [each.name for each in asked.items] == [each.name for each in question.items]
        if question.rollup.detail:
            detail = office.question(question.rollup.detail)
            assert [each.name for each in detail.options] == [each.name for each in question.options]


def test_the_office_sheet_asks_nothing_that_the_regency_does_not_know(regency, office):
    known = {question.name for question in regency.questions}
    assert {question.name for question in office.questions} - known == {"P6.01.metode"}


def test_every_source_of_a_computed_answer_is_used(regency):
    assert {question.auto_from for question in regency.questions if question.auto_from} == set(AUTO_SOURCES)


@pytest.mark.parametrize("name", ["prasyarat-kabkota", "prasyarat-opd"])
def test_version_2_asks_what_version_1_asked(name):
    """Only units, bounds, rules, registers and groups came with it: every answer maps."""
    added = {"bounds": None, "unit": None, "required": False, "constraints": (), "lke_group": "", "auto_from": None}

    def asked(version: int) -> list[Question]:
        found = []
        for question in load_form(name, version).questions:
            items = tuple(replace(item, bounds=None) for item in question.items)
            found.append(replace(question, items=items, **added))
        return found

    assert asked(2) == asked(1)


def test_every_question_has_one_place_in_the_ministrys_evaluation(regency, office):
    groups = [section.lke_group for section in load_form("evaluasi-kabkota").sections]
    assert len(groups) == len(set(groups)) == 11
    for question in (*regency.questions, *office.questions):
        assert question.lke_group in groups, question.name
    assert {question.lke_group for question in regency.questions} == set(groups)


def test_the_evaluation_has_three_prerequisites_seven_processes_and_innovation():
    sections = load_form("evaluasi-kabkota").sections
    assert [each.label.id for each in sections] == [
        *("Landasan Hukum", "Kelembagaan, SDM, dan Pokja", "Data Terpilah"),
        *("Perencanaan", "Penganggaran", "Pelaksanaan", "Pemantauan", "Evaluasi", "Pengawasan", "Pelaporan"),
        "Inovasi",
    ]


def test_the_meeting_form_speaks_of_the_same_codes_and_words_as_the_records():
    form = load_form("rapat")
    for name, codes, what in (
        ("kind", kinds.MEETING_KINDS, "meeting_kind"),
        ("role", kinds.MEETING_ROLES, "meeting_role"),
        ("office_type", kinds.OFFICE_TYPES, "office_type"),
        ("state", kinds.FOLLOW_UP_STATES, "follow_up_state"),
    ):
        options = form.question(name).options
        assert tuple(option.name for option in options) == codes
        assert all(option.label.id == label(what, option.name) for option in options)


def test_the_meeting_form_covers_every_text_of_a_meeting():
    asked = {question.name for question in load_form("rapat").questions}
    # Chosen with buttons of their own, not filled in.
    chosen = {"chair", "state", "own_kind_id", "counted_by", "cleared_on"}
    fields = {cell.name for cell in kinds.KINDS["meeting"].cells} - chosen
    assert fields <= asked


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_form_opens_in_every_language(lang):
    for form in all_forms():
        assert form.title.of(lang)
        for question in form.questions:
            words = [question.label, question.hint, question.note, question.numerator, question.denominator]
            words += [each.label for each in (*question.options, *question.items)]
            assert all(isinstance(text, Text) and text.of(lang).strip() for text in words if text)
            assert shown_value(question, None, lang) == ""
            assert not is_filled(question, None)
            assert is_relevant(question, {}) is (question.relevant is None)


def test_labels_are_words_and_not_codes():
    for form in all_forms():
        for question in form.questions:
            for each in (*question.options, *question.items):
                assert "_" not in each.label.id, (question.name, each.name)


def test_every_indicator_names_its_source(regency):
    for question in regency.questions:
        assert question.basis
        assert all(line[:3] in ("S: ", "I: ", "K: ") for line in question.basis)
