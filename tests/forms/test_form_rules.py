"""What may be answered, when it is complete, how it reads."""

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop.errors import WrongValue
from pug_desktop.forms import AnswerKind, Question, Text, check_value, is_filled, is_relevant, load_form
from pug_desktop.forms import shown_value as shown
from pug_desktop.forms.checks import MAX_INT
from pug_desktop.forms.schema import Condition
from pug_desktop.forms.words import decimal_words, list_words, number_words, percent_words, rupiah_words

REGENCY = load_form("prasyarat-kabkota", 1)
OFFICE = load_form("prasyarat-opd")
MEETING = load_form("rapat")
ALL = [*REGENCY.questions, *OFFICE.questions, *MEETING.questions]
NUMBER = Text("persen", "per cent")
TEXT = Question("T", AnswerKind.TEXT, Text("Teks", "Text"))


def of_kind(kind: AnswerKind) -> Question:
    """A question of that kind; for the kinds that no released form asks for, one of our own."""
    own = Question("X.01", kind, Text("Berapa?", "How many?"), unit=NUMBER if kind is AnswerKind.DECIMAL else None)
    return next((question for question in ALL if question.kind is kind), own)


def expected(question: Question, value: object) -> str:
    with pytest.raises(WrongValue) as caught:
        check_value(question, value)
    assert caught.value.fields["field"] == question.name
    told = caught.value.fields["expected"]
    assert isinstance(told, Text)
    assert told.en
    return told.id


# --- correct answers, their line and whether they are complete ----------------------------------------------------

CORRECT: list[tuple[str, Any, str, bool]] = [
    ("P3.02", True, "Ya", True),
    ("P3.02", False, "Tidak", True),
    ("P1.02", {"yes": True, "reference": "bab V, hlm. 112"}, "Ya: bab V, hlm. 112", True),
    ("P1.02", {"yes": True, "reference": " "}, "Ya", False),
    ("P1.02", {"yes": False}, "Tidak", True),
    ("P1.05", {"yes": True, "value": "IPG 92,5"}, "Ya: IPG 92,5", True),
    ("P1.05", {}, "", False),
    ("P1.01", {"document_kind": "Perwal", "number": "56/2018"}, "Ada: Perwal 56/2018", True),
    (
        "P1.01",
        {
            "document_kind": "Perda",
            "number": "3",
            "date": "2023-06-30",
            "title": "PUG",
            "valid_until": "2028-01-02",
        },
        "Ada: Perda 3, PUG, 30 Juni 2023, berlaku sampai 2 Januari 2028",
        True,
    ),
    ("P1.01", {"document_kind": "Perwal", "number": "", "date": None, "valid_until": ""}, "Ada: Perwal", False),
    ("P1.04", 1234, "1.234", True),
    ("P1.04", 0, "0", True),
    ("P4.02", {"male": 5, "female": 7}, "12 (L 5, P 7)", True),
    ("P4.02", {"male": None, "female": None}, "", False),
    ("P4.02", {"male": 5, "female": None}, "L 5, P tidak diketahui", False),
    ("P2.07", {"count": 2, "names": ["Bus pink", "Posyandu ayah"]}, "2: Bus pink, Posyandu ayah", True),
    ("P2.07", {"count": 0, "names": []}, "0", True),
    ("P2.07", {"count": 2, "names": ["", " "]}, "2", False),
    ("P1.06", {"numerator": 12, "denominator": 34}, "12 dari 34 (35,3 %)", True),
    ("P1.06", {"numerator": 12}, "12 dari tidak diketahui", False),
    ("P1.06", {"numerator": 0, "denominator": 0}, "0 dari 0", True),
    (
        "P6.01",
        {"numerator": 2, "denominator": 34, "documents": 5, "methods": ["GAP_9_langkah", "PROBA"]},
        "2 dari 34 (5,9 %); 5 dokumen; GAP sembilan langkah dan PROBA",
        True,
    ),
    ("P6.02", {"numerator": 2, "denominator": 34}, "2 dari 34 (5,9 %)", False),
    ("P3.11", {"eselon_II": {"numerator": 1, "denominator": 4}}, "Eselon II atau setara: 1 dari 4 (25,0 %)", False),
    ("P4.04", 1_500_000, "Rp1.500.000", True),
    (
        "P4.05",
        {"amount": 15_000_000, "base": 100_000_000, "base_name": "belanja_langsung"},
        "Rp15.000.000 (15,0 % dari Belanja langsung Rp100.000.000)",
        True,
    ),
    (
        "P4.05",
        {"amount": 15_000_000, "base": None, "base_name": ""},
        "Rp15.000.000 (belanja pembanding belum diketahui)",
        False,
    ),
    ("P5.05", "tahunan", "Setahun sekali", True),
    ("P5.05", "", "", False),
    ("P1.07", {"option": "Utama", "year": 2020}, "Utama (2020)", True),
    ("P1.07", {"option": "Utama"}, "Utama", False),
    ("P1.07", {"option": "Belum"}, "Belum pernah", True),
    ("P5.06", ["wilayah", "jenis_kelamin"], "Jenis kelamin, Wilayah", True),
    ("P5.06", [], "Tidak ada", False),
    ("P4.07", ["ruang_laktasi"], "Ruang laktasi", True),
    ("P4.07", [], "Tidak ada", True),
    ("P3.10", {"semester_1": "2022-07-05", "tahunan": None}, "Laporan semester I: 5 Juli 2022", False),
    ("P5.07", {"IPG": "91.25", "IDG": "70", "IKG": "0.4"}, "IPG 91,25; IDG 70; IKG 0,4", True),
    ("P5.07", {"IPG": "91.25"}, "IPG 91,25", False),
]


@pytest.mark.parametrize(("name", "value", "line", "filled"), CORRECT)
def test_a_correct_answer_passes_and_reads_in_one_line(name, value, line, filled):
    question = REGENCY.question(name)
    check_value(question, value)
    assert shown(question, value) == line
    assert is_filled(question, value) is filled


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("P1.04", 1234, "1.234 kegiatan"),
        ("P4.02", {"male": 5, "female": 7}, "12 orang (L 5, P 7)"),
        ("P4.02", {"male": 5, "female": None}, "L 5, P tidak diketahui"),
        ("P2.07", {"count": 2, "names": ["Bus pink", "Posyandu ayah"]}, "2 inovasi: Bus pink, Posyandu ayah"),
    ],
)
def test_a_number_reads_with_what_it_counts(name, value, line):
    assert shown(load_form("prasyarat-kabkota", 2).question(name), value) == line


def test_an_answer_reads_in_english_too():
    assert shown(REGENCY.question("P1.06"), {"numerator": 1200, "denominator": 3400}, "en") == "1,200 of 3,400 (35.3 %)"
    assert shown(REGENCY.question("P3.02"), True, "en") == "Yes"
    assert shown(REGENCY.question("P5.05"), "tahunan", "en") == "Once a year"


def test_several_lines_become_one():
    assert shown(TEXT, "satu\n\n  dua\ttiga") == "satu dua tiga"


# --- wrong answers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("P3.02", 1, "ya atau tidak"),
        ("P3.02", "ya", "ya atau tidak"),
        ("P1.02", {"yes": 1}, "ya atau tidak"),
        ("P1.02", True, "bagian"),
        ("P1.02", {"yes": True, "page": "3"}, "hanya boleh: yes, reference"),
        ("P1.02", {"reference": "x" * 10_001}, "paling panjang 10.000"),
        ("P1.05", {"yes": True, "value": 92}, "harus berupa tulisan"),
        ("P1.01", {"date": "2023-02-29"}, "kalender"),
        ("P1.01", {"date": "29-02-2024"}, "kalender"),
        ("P1.01", {"date": "20240229"}, "kalender"),
        ("P1.01", {"date": "2024-02-29T00:00"}, "kalender"),
        ("P1.01", {"date": 2024}, "kalender"),
        ("P1.01", {"date": "2024-02-02", "valid_until": "2024-02-01"}, "sebelum tanggal dokumen"),
        ("P1.01", {"number": 56}, "nomor harus berupa tulisan"),
        ("P1.04", 2.0, "bilangan bulat"),
        ("P1.04", -1, "tidak boleh kurang dari 0"),
        ("P1.04", True, "bilangan bulat"),
        ("P1.04", "3", "bilangan bulat"),
        ("P1.04", MAX_INT + 1, "terlalu besar"),
        ("P1.04", float("nan"), "bilangan bulat"),
        ("P4.02", {"male": -1, "female": 2}, "jumlah laki-laki tidak boleh kurang dari 0"),
        ("P4.02", {"male": False, "female": 2}, "jumlah laki-laki harus bilangan bulat"),
        ("P4.02", {"L": 1}, "hanya boleh: male, female"),
        ("P2.07", {"count": 1.5, "names": []}, "bilangan bulat"),
        ("P2.07", {"count": 1, "names": "Bus"}, "daftar"),
        ("P2.07", {"count": 1, "names": [3]}, "tulisan"),
        ("P2.07", {"count": 1, "names": ["a"] * 1001}, "paling banyak 1.000"),
        (
            "P1.06",
            {"numerator": 35, "denominator": 34},
            "OPD menandatangani (35) tidak boleh lebih besar dari jumlah OPD",
        ),
        ("P1.06", {"numerator": 1.0, "denominator": 34}, "bilangan bulat"),
        ("P1.06", 12, "bagian"),
        ("P6.01", {"numerator": 1, "denominator": 2, "documents": -1}, "jumlah dokumen"),
        ("P6.01", {"methods": ["SWOT"]}, "metode harus salah satu dari"),
        ("P6.02", {"methods": []}, "hanya boleh"),
        ("P3.11", {"eselon_II": {"numerator": 5, "denominator": 4}}, "(Eselon II atau setara)"),
        ("P3.11", {"eselon_V": {"numerator": 5, "denominator": 4}}, "hanya boleh"),
        ("P3.11", {"eselon_II": 3}, "bagian"),
        ("P4.04", 10.5, "bilangan bulat"),
        ("P4.05", {"amount": 11, "base": 10}, "belanja pembanding (Rp10)"),
        ("P4.05", {"amount": 11, "base_name": 3}, "harus berupa tulisan"),
        ("P5.05", "harian", "salah satu dari: tidak_pernah"),
        ("P5.05", ["tahunan"], "salah satu dari"),
        ("P1.07", {"option": "Emas"}, "salah satu dari"),
        ("P1.07", {"year": 20}, "empat angka"),
        ("P1.07", {"year": "2020"}, "empat angka"),
        ("P1.07", {"year": True}, "empat angka"),
        ("P5.06", ["agama"], "salah satu dari"),
        ("P5.06", ["wilayah", "wilayah"], "satu kali"),
        ("P5.06", "wilayah", "daftar"),
        ("P4.07", [["ruang_laktasi"]], "salah satu dari"),
        ("P3.10", {"semester_1": "5 Juli"}, "tanggal Laporan semester I"),
        ("P3.10", {"semester_3": None}, "hanya boleh"),
        ("P5.07", {"IPG": 91.25}, "desimal"),
        ("P5.07", {"IPG": "91,25"}, "desimal"),
        ("P5.07", {"IPG": "١"}, "desimal"),
        ("P5.07", {"IPG": "-1"}, "desimal"),
        ("P5.07", {"IPG": "1e3"}, "desimal"),
    ],
)
def test_a_wrong_answer_is_refused_and_told_what_was_expected(name, value, words):
    question = REGENCY.question(name)
    assert words in expected(question, value)
    assert not is_filled(question, value)
    assert shown(question, value) == "jawaban tidak terbaca oleh formulir ini"


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "x" * 10_001])
def test_a_text_that_cannot_be_kept_is_refused(text):
    expected(TEXT, text)


def test_a_number_too_long_to_print_is_refused_like_any_other():
    assert "terlalu besar" in expected(REGENCY.question("P1.04"), 10**5000)


def test_a_single_decimal_or_date_is_checked_like_those_among_others():
    share, day = of_kind(AnswerKind.DECIMAL), of_kind(AnswerKind.DATE)
    assert shown(share, "12.5") == "12,5 persen"
    assert shown(day, "2022-06-30") == "30 Juni 2022"
    assert is_filled(share, "12.5")
    assert is_filled(day, "2022-06-30")
    assert not is_filled(share, "")
    assert "desimal" in expected(share, 12.5)
    assert "desimal" in expected(share, "12,5")
    assert "kalender" in expected(day, "2022-06-31")


def test_a_wrong_value_is_quoted_shortly():
    with pytest.raises(WrongValue) as caught:
        check_value(TEXT, ["x" * 100_000])
    assert len(str(caught.value.fields["value"])) <= 80


# --- conditions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operator", "wanted", "value", "holds"),
    [
        ("equals", True, True, True),
        ("equals", True, False, False),
        ("equals", True, 1, False),
        ("equals", 1, True, False),
        ("equals", True, {"yes": True, "reference": ""}, True),
        ("equals", "madya", {"option": "madya", "year": 2019}, True),
        ("one_of", ("a", "b"), "b", True),
        ("one_of", ("a", "b"), "c", False),
        ("one_of", (1,), True, False),
        ("at_least", 1, 1, True),
        ("at_least", 1, 0, False),
        ("at_least", 1, True, False),
        ("at_least", 1, None, False),
        ("at_least", 2, {"count": 2, "names": []}, True),
        ("less_than", 2, 1, True),
        ("less_than", 2, 2, False),
        ("answered", True, "x", True),
        ("answered", True, "", False),
        ("answered", False, None, True),
        ("answered", True, False, True),
        ("answered", True, 0, True),
    ],
)
def test_a_question_applies_when_its_condition_holds(operator, wanted, value, holds):
    question = Question("B", AnswerKind.TEXT, Text("b", "b"), relevant=Condition("A", operator, wanted))
    assert is_relevant(question, {"A": value}) is holds


def test_an_office_without_gap_is_not_asked_for_its_method():
    method = OFFICE.question("P6.01.metode")
    assert not is_relevant(method, {"P6.01": 0})
    assert is_relevant(method, {"P6.01": 2})


# --- properties ---------------------------------------------------------------------------------------------------

_scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_names = st.sampled_from(
    [
        *("yes", "reference", "value", "document_kind", "number", "date", "title", "valid_until", "male", "female"),
        *("count", "names", "numerator", "denominator", "documents", "methods", "amount", "base", "base_name"),
        *("option", "year", "IPG", "eselon_II", "semester_1", "perempuan"),
    ]
)
ANY_JSON = st.recursive(
    _scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_names | st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)

_count = st.none() | st.integers(0, MAX_INT)
_words = st.none() | st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=40)
_bool = st.none() | st.booleans()
_date = st.none() | st.just("") | st.dates().map(lambda day: day.isoformat())
_decimal = st.none() | st.from_regex(r"[0-9]{1,9}(\.[0-9]{1,6})?", fullmatch=True, alphabet=string.digits + ".")


def _some(parts: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=parts)


def _ordered(low: str, high: str, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Parts of which the first is never larger than the second."""

    def sort(parts: dict[str, Any]) -> dict[str, Any]:
        if parts.get(low) is not None and parts.get(high) is not None:
            parts[low], parts[high] = sorted((parts[low], parts[high]))
        return parts

    return _some({low: _count, high: _count, **more}).map(sort)


def accepted(question: Question) -> st.SearchStrategy[Any]:
    """Every value that the question takes, also half-filled ones."""
    options = [option.name for option in question.options]
    items = [item.name for item in question.items]
    some_of = st.lists(st.sampled_from(options or items or ["x"]), unique=True)
    match question.kind:
        case AnswerKind.BOOLEAN:
            return _bool
        case AnswerKind.BOOLEAN_WITH_REFERENCE:
            return _some({"yes": _bool, "reference": _words})
        case AnswerKind.BOOLEAN_WITH_VALUE:
            return _some({"yes": _bool, "value": _words})
        case AnswerKind.DOCUMENT:
            return _some({"document_kind": _words, "number": _words, "title": _words, "date": _date})
        case AnswerKind.INTEGER | AnswerKind.CURRENCY_IDR:
            return _count
        case AnswerKind.INTEGER_BY_SEX:
            return _some({"male": _count, "female": _count})
        case AnswerKind.INTEGER_WITH_LIST:
            return _some({"count": _count, "names": st.lists(_words.filter(lambda word: word is not None), max_size=3)})
        case AnswerKind.RATIO:
            return _ordered("numerator", "denominator")
        case AnswerKind.RATIO_AND_COUNT:
            methods = {"methods": some_of} if options else {}
            return _ordered("numerator", "denominator", documents=_count, **methods)
        case AnswerKind.RATIO_MULTI:
            return _some({item: st.none() | _ordered("numerator", "denominator") for item in items})
        case AnswerKind.CURRENCY_AND_PERCENTAGE:
            return _ordered("amount", "base", base_name=st.sampled_from(options) | _words)
        case AnswerKind.ENUM:
            return st.none() | st.sampled_from(["", *options])
        case AnswerKind.ENUM_WITH_YEAR:
            return _some({"option": st.sampled_from(["", *options]), "year": st.none() | st.integers(1945, 2100)})
        case AnswerKind.MULTI_ENUM | AnswerKind.CHECKLIST:
            return st.none() | some_of
        case AnswerKind.CHECKLIST_DATES:
            return _some(dict.fromkeys(items, _date))
        case AnswerKind.DECIMAL_MULTI:
            return _some(dict.fromkeys(items, _decimal))
        case AnswerKind.DECIMAL:
            return _decimal | st.just("")
        case AnswerKind.DATE:
            return _date
        case AnswerKind.TEXT:
            return _words


ONE_OF_EACH = [of_kind(kind) for kind in AnswerKind]


@given(data=st.data(), lang=st.sampled_from(["id", "en"]))
@settings(max_examples=300, deadline=None)
def test_what_is_accepted_can_always_be_shown_in_one_line(data, lang):
    question = data.draw(st.sampled_from([*ONE_OF_EACH, REGENCY.question("P6.01")]))
    value = data.draw(accepted(question))
    check_value(question, value)
    line = shown(question, value, lang)
    assert len(line.splitlines()) <= 1
    assert "tidak terbaca" not in line
    assert isinstance(is_filled(question, value), bool)


@given(question=st.sampled_from(ONE_OF_EACH), value=ANY_JSON)
@settings(max_examples=500, deadline=None)
def test_any_json_is_either_accepted_or_a_wrong_value(question, value):
    try:
        check_value(question, value)
    except WrongValue:
        assert not is_filled(question, value)
    assert isinstance(shown(question, value), str)


@given(answers=st.dictionaries(st.sampled_from([question.name for question in ALL]), ANY_JSON, max_size=5))
@settings(deadline=None)
def test_a_condition_never_fails_on_odd_answers(answers):
    for question in ALL:
        assert isinstance(is_relevant(question, answers), bool)


# --- number words -------------------------------------------------------------------------------------------------


def test_numbers_are_written_the_indonesian_way():
    assert number_words(1_234_567) == "1.234.567"
    assert rupiah_words(1_500_000) == "Rp1.500.000"
    assert decimal_words("91.25") == "91,25"
    assert percent_words(12, 34) == "35,3 %"
    assert percent_words(1, 0) == ""
    assert [list_words(["a", "b", "c"][:count]) for count in range(4)] == ["", "a", "a dan b", "a, b, dan c"]


@given(denominator=st.integers(1, MAX_INT), data=st.data())
def test_a_share_lies_between_0_and_100(denominator, data):
    numerator = data.draw(st.integers(0, denominator))
    shown_share = float(percent_words(numerator, denominator, "en").removesuffix(" %").replace(",", ""))
    assert 0 <= shown_share <= 100
