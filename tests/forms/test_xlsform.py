"""A form goes into an XLSForm workbook and comes back; what a person got wrong is told with its cell."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop.forms.load import available, load_form, parse_form
from pug_desktop.forms.schema import AnswerKind
from pug_desktop.forms.toml_text import toml_text
from pug_desktop.forms.xlsform import Grid, WorkbookMistakes, grids_of, read_grids
from pug_desktop.forms.xlsform.columns import HEADINGS, letters
from pug_desktop.forms.xlsform.xpath import NotOurs, read, written
from tests.forms.xlsform_forms import forms


def parsed(told):
    return parse_form(toml_text(told).encode(), "uji.toml")


def same(form):
    return replace(form, sha256="")


def there_and_back(form):
    reading = read_grids(grids_of(form))
    assert reading.remarks == ()
    return parsed(reading.told)


# --- there and back -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "version"), available())
def test_every_form_of_the_catalogue_comes_back_whole(name, version):
    form = load_form(name, version)

    assert same(there_and_back(form)) == same(form)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(forms())
def test_any_form_comes_back_from_its_workbook_as_it_was(told):
    form = parsed(told)

    assert same(there_and_back(form)) == same(form)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(forms())
def test_the_text_of_a_form_file_reads_as_the_tables_it_was_made_from(told):
    import tomllib

    assert tomllib.loads(toml_text(told)) == told


# --- expressions ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "${P6.01} >= 1",
        "${P1.02.yes} = 'yes'",
        "(${a} = 'x' or ${a} = \"y'\")",
        ". >= 0 and . <= 100",
        ". <= date('2026-12-31')",
        "(not(${P1.01} = 'yes') or (. >= -1.5))",
        ". = concat('a', \"'\", '\"')",
    ],
)
def test_an_expression_is_written_as_it_was_read(text):
    assert written(read(text)) == text


@pytest.mark.parametrize("text", ["", "1 = 1", "${a} = ${b}", "count(${a}) > 1", "${a} >= ", "(" * 50 + ". = 1", "."])
def test_what_our_conditions_cannot_say_is_refused(text):
    with pytest.raises(NotOurs):
        read(text)


# --- a workbook of somebody's own -----------------------------------------------------------------------------------


def grid(name, *rows, headings=None):
    headings = tuple(headings or HEADINGS[name])
    return Grid(name, headings, tuple(tuple(row.get(each, "") for each in headings) for row in rows))


SETTINGS = {"form_title": "Judul", "form_id": "prasyarat-opd", "version": "3"}
LABEL = "label"
BEGIN = {"type": "begin group", "name": "P1", LABEL: "Komitmen"}
END = {"type": "end group"}
YES_NO = (
    {"list_name": "yn", "name": "yes", LABEL: "Ya"},
    {"list_name": "yn", "name": "no", LABEL: "Tidak"},
    {"list_name": "warna", "name": "merah", LABEL: "Merah"},
    {"list_name": "warna", "name": "biru", LABEL: "Biru"},
)
SURVEY = (
    *("type", "name", LABEL, "hint", "required", "relevant"),
    *("constraint", "constraint_message", "pug_kind", "media"),
)


def workbook(*questions, survey=SURVEY, choices=YES_NO, told=SETTINGS):
    return (
        grid("survey", BEGIN, *questions, END, headings=survey),
        grid("choices", *choices, headings=("list_name", "name", LABEL)),
        grid("settings", told, headings=tuple(told)),
    )


def question(*rows, name=None):
    reading = read_grids(workbook(*rows))
    form = parsed(reading.told)
    return form.question(name or rows[-1]["name"]), reading.remarks


def mistakes(*rows, **more):
    with pytest.raises(WorkbookMistakes) as caught:
        read_grids(workbook(*rows, **more))
    assert all(each.problem.id and each.problem.en != each.problem.id for each in caught.value.findings)
    return [(each.place(), each.problem.id) for each in caught.value.findings]


FIRST = {"type": "select_one yn", "name": "A", LABEL: "Ada?"}


def test_a_plain_odk_sheet_is_understood_without_any_column_of_ours():
    asked, remarks = question(
        FIRST,
        {"type": "integer", "name": "B", LABEL: "Berapa?", "relevant": "${A} = 'yes'", "required": "yes"},
    )

    assert (asked.kind, asked.required, asked.label.en) == ("integer", True, "Berapa?")
    assert (asked.relevant.question, asked.relevant.operator, asked.relevant.value) == ("A", "equals", True)
    assert [(each.column, each.heading) for each in remarks if each.row] == [(10, "media")]
    assert "bahasa Inggris" in next(each for each in remarks if not each.row).problem.id


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"type": "select_one yn"}, "boolean"),
        ({"type": "select_one warna"}, "enum"),
        ({"type": "select one warna"}, "enum"),
        ({"type": "select_multiple warna"}, "multi_enum"),
        ({"type": "decimal"}, "decimal"),
        ({"type": "date"}, "date"),
        ({"type": "text"}, "text"),
        ({"type": "integer", "pug_kind": "currency_idr"}, "currency_idr"),
        ({"type": "select_multiple warna", "pug_kind": "checklist"}, "checklist"),
    ],
)
def test_the_type_of_a_row_says_what_is_asked(row, kind):
    assert question({**row, "name": "B", LABEL: "?"})[0].kind == kind


def test_bounds_with_a_message_of_ones_own_become_constraints_with_that_message():
    row = {"type": "integer", "name": "B", LABEL: "?", "constraint": ". >= 1 and . <= 12"}
    bare, _ = question(row)
    told, _ = question({**row, "constraint_message": "Bulan 1 sampai 12."})

    assert (bare.bounds.least, bare.bounds.most, bare.constraints) == (1, 12, ())
    assert told.bounds is None
    checks = [(each.check.operator, each.check.value) for each in told.constraints]
    assert checks == [("at_least", 1), ("less_than", 13)]
    assert {each.message.id for each in told.constraints} == {"Bulan 1 sampai 12."}


@pytest.mark.parametrize(
    ("text", "operator", "value"),
    [
        ("${B} > 4", "at_least", 5),
        ("${B} <= 4", "less_than", 5),
        ("not(${B} >= 4)", "less_than", 4),
        ("${B} != ''", "answered", True),
        ("${B} = ''", "answered", False),
        ("${B} = 3 or ${B} = 4", "one_of", (3, 4)),
    ],
)
def test_other_ways_to_say_the_same_are_understood(text, operator, value):
    found, _ = question(
        {"type": "integer", "name": "B", LABEL: "?"}, {"type": "text", "name": "C", LABEL: "?", "relevant": text}
    )

    assert (found.relevant.question, found.relevant.operator, found.relevant.value) == ("B", operator, value)


def test_a_group_without_its_kind_says_that_it_is_missing():
    group = {"type": "begin_group", "name": "R", LABEL: "?"}
    inside = {"type": "integer", "name": "R.numerator", LABEL: "?"}

    assert mistakes(group, inside, END) == [
        (
            "lembar survey, baris 3, kolom I (pug_kind)",
            "isi kolom pug_kind: kelompok di dalam bagian adalah satu pertanyaan dengan beberapa isian",
        )
    ]


def test_all_mistakes_are_told_at_once_each_with_sheet_row_and_column():
    found = mistakes(
        FIRST,
        {"type": "geopoint", "name": "G", LABEL: "Di mana?"},
        {"type": "select_one hijau", "name": "H", LABEL: "?"},
        {"type": "integer", "name": "", LABEL: "?"},
        {"type": "integer", "name": "L"},
        {"type": "text", "name": "T", LABEL: "?", "relevant": "${A} = 'yes' and ${L} > 3"},
        {"type": "text", "name": "A", LABEL: "lagi"},
        {"type": "integer", "name": "K", LABEL: "?", "pug_kind": "ratoi"},
        {"type": "integer", "name": "dua kata", LABEL: "?"},
        choices=(*YES_NO, {"list_name": "warna", "name": "biru", LABEL: "Biru"}, {"list_name": "warna", LABEL: "?"}),
        told={**SETTINGS, "version": "dua"},
    )

    assert [place for place, _ in found] == [
        "lembar survey, baris 4, kolom A (type)",
        "lembar survey, baris 5, kolom A (type)",
        "lembar survey, baris 6, kolom B (name)",
        "lembar survey, baris 7, kolom C (label)",
        "lembar survey, baris 8, kolom F (relevant)",
        "lembar survey, baris 9, kolom B (name)",
        "lembar survey, baris 10, kolom I (pug_kind)",
        "lembar survey, baris 11, kolom B (name)",
        "lembar choices, baris 6, kolom B (name)",
        "lembar choices, baris 7, kolom B (name)",
        "lembar settings, baris 2, kolom C (version)",
    ]
    assert 'maksudnya "ratio"?' in dict(found)["lembar survey, baris 10, kolom I (pug_kind)"]


def test_all_mistakes_of_one_row_are_told_at_once_also_those_that_only_the_loader_knows():
    found = mistakes(
        {"type": "integer", "name": "B", LABEL: "?"},
        {
            **{"type": "text", "name": "dua kata", "relevant": "${Z} = 1", "required": "not(", "pug_kind": "txt"},
            **{"pug_auto_from": "angin", "pug_evidence_required": "barangkali"},
        },
        {
            **{"type": "integer", "name": "C", LABEL: "?", "relevant": "${Z} = 1", "required": "${B} = 'x'"},
            **{"constraint": ". >= 9 and . <= 3", "pug_frequency": "kadang", "pug_auto_from": "angin"},
            **{"pug_evidence_required": "yes"},
        },
        {"type": "text", "name": "C", "relevant": "${dua kata} = 'x' and ${B} > 1", "pug_frequency": "kadang"},
        survey=(*SURVEY, "pug_auto_from", "pug_frequency", "pug_evidence_required"),
    )

    assert [place.partition("survey, baris ")[2].replace("kolom ", "") for place, _ in found] == [
        *("4, B (name)", "4, C (label)", "4, E (required)", "4, F (relevant)"),
        *("4, I (pug_kind)", "4, K (pug_auto_from)", "4, M (pug_evidence_required)"),
        *("5, E (required)", "5, F (relevant)", "5, G (constraint)"),
        *("5, K (pug_auto_from)", "5, L (pug_frequency)", "5, M (pug_evidence_required)"),
        *("6, B (name)", "6, C (label)", "6, F (relevant)", "6, L (pug_frequency)"),
    ]


def test_a_question_that_was_refused_is_no_second_mistake_where_it_is_spoken_of():
    found = mistakes(
        {"type": "geopoint", "name": "B", LABEL: "?"},
        {
            "type": "text",
            "name": "C",
            LABEL: "?",
            "relevant": "${B} = 'x'",
            "constraint": "(not(${B} = 'x') or . = 'y')",
        },
    )

    assert [place for place, _ in found] == ["lembar survey, baris 3, kolom A (type)"]


def test_a_mistake_of_an_entry_inside_a_question_has_the_row_of_that_entry():
    group = {"type": "begin_group", "name": "R", LABEL: "?", "pug_kind": "integer_by_sex"}
    male = {"type": "integer", "name": "R.male", LABEL: "?", "constraint": ". >= 9 and . <= 3"}
    female = {**male, "name": "R.female"}

    assert [place for place, _ in mistakes(group, male, female, END)] == [
        "lembar survey, baris 4, kolom G (constraint)"
    ]


def test_what_only_the_loader_knows_is_told_with_its_cell_too_and_not_only_the_first():
    found = mistakes(
        {"type": "text", "name": "B", LABEL: "?", "relevant": "${Z} = 'x'"},
        {"type": "text", "name": "N", LABEL: "?", "pug_kind": "text"},
        {"type": "integer", "name": "C", LABEL: "?", "constraint": ". >= 9 and . <= 3"},
        {"type": "text", "name": "D", LABEL: "?", "relevant": "${C} >= 3"},
        {"type": "select_one warna", "name": "E", LABEL: "?"},
        {"type": "text", "name": "F", LABEL: "?", "relevant": "${E} = 'hijau'"},
    )

    assert [place for place, _ in found] == [
        "lembar survey, baris 3, kolom F (relevant)",
        "lembar survey, baris 5, kolom G (constraint)",
        "lembar survey, baris 8, kolom F (relevant)",
    ]


@pytest.mark.parametrize("lost", ["survey", "choices", "settings"])
def test_a_missing_sheet_is_named(lost):
    with pytest.raises(WorkbookMistakes) as caught:
        read_grids([each for each in workbook(FIRST) if each.name != lost])

    assert [each.problem.id for each in caught.value.findings] == [f'lembar "{lost}" tidak ada dalam berkas']


def test_a_missing_and_a_doubled_column_are_named():
    headings = ("type", "name", "hint", "hint")

    assert mistakes(FIRST, survey=headings) == [
        ("lembar survey, baris 1", 'kolom "label" tidak ada'),
        ("lembar survey, baris 1, kolom D (hint)", "judul kolom ini ada dua kali"),
    ]


def test_groups_that_do_not_close_or_open_are_told():
    assert mistakes(FIRST, END) == [
        ("lembar survey, baris 5, kolom A (type)", "end_group tanpa begin_group di atasnya")
    ]
    assert mistakes({**BEGIN, "name": "Q", "pug_kind": "ratio"})[0] == (
        "lembar survey, baris 2, kolom A (type)",
        'kelompok "P1" tidak ditutup dengan end_group',
    )


def test_what_is_passed_over_is_told_as_a_remark():
    _, remarks = question({"type": "start", "name": "start"}, {"type": "note", "name": "n", LABEL: "Tentang"}, FIRST)
    places = [each.place() for each in remarks if each.row > 1]

    # The first note of a section is its definition; metadata of a telephone is no question.
    assert places == ["lembar survey, baris 3, kolom A (type)"]


def test_columns_are_lettered_as_excel_does():
    assert [letters(each) for each in (1, 26, 27, 28, 702, 703)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


# --- whatever stands in the cells -----------------------------------------------------------------------------------

_values = ("integer", "text", "date", "decimal", "select_one yn", "select_multiple warna", "select one", "select_one")
_others = ("begin_group", "begin_group", "end_group", "end_group", "note", "start", "geopoint", "begin_repeat", "")
_types = st.sampled_from((*_values, *_others))
_rules = st.sampled_from(["", "yes", "${A} = 'yes'", "${B} > 3", ". >= 1 and . <= 2", "(. != '')", "not(", "${A.yes}"])
_cells = {
    "type": _types,
    "name": st.sampled_from(["A", "B", "A.numerator", "A.denominator", "A.yes", "A.x", "P 1", ""]),
    LABEL: st.sampled_from(["", "Ada?"]) | st.text(max_size=5),
    "hint": st.text(max_size=3),
    "required": _rules,
    "relevant": _rules,
    "constraint": _rules | st.text(max_size=8),
    "constraint_message": st.sampled_from(["", "a", "a\nb\nc"]),
    "pug_kind": st.sampled_from(["", "", "", *AnswerKind]),
}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.fixed_dictionaries(_cells), max_size=8), st.booleans())
def test_any_rows_become_a_form_or_mistakes_with_their_places_and_nothing_else(rows, closed):
    survey = grid("survey", BEGIN, *rows, *([END] if closed else []), headings=SURVEY)
    findings, reading = (), None
    try:
        reading = read_grids((survey, *workbook()[1:]))
    except WorkbookMistakes as mistakes:
        findings = mistakes.findings
    assert all(each.place().startswith("lembar ") and each.problem.id and each.problem.en for each in findings)
    assert all(each.place("en").startswith("sheet ") for each in findings)
    assert findings or parsed(reading.told).questions


def test_a_sheet_of_thousands_of_rows_is_no_form():
    row = {"type": "integer", "name": "A", LABEL: "?"}

    assert mistakes(*[row] * 3_000)[0] == (
        "lembar survey, baris 3000",
        "terlalu banyak baris untuk sebuah instrumen",
    )


def test_endless_texts_in_a_cell_are_told_in_short_and_soon():
    long = "a " * 50_000
    found = mistakes(
        {"type": long, "name": "A", LABEL: "?"},
        {"type": "text", "name": "B", LABEL: "?", "relevant": "${" + "a." * 40_000 + "} = 1"},
        {"type": "text", "name": "C", LABEL: "?", "pug_kind": long},
        survey=(*SURVEY[:-1], "label::" + " (" * 40_000),
    )

    assert len(found) == 3
    assert all(len(problem) <= 300 for _place, problem in found)


@pytest.mark.parametrize("number", ["9" * 5_000, "'²'", "99999999999999999999", "-5"])
@pytest.mark.parametrize("operator", ["<=", "<", ">", ">="])
def test_a_bound_that_is_no_number_of_ours_is_told_with_its_cell(number, operator):
    row = {"type": "integer", "name": "A", LABEL: "?", "constraint": f". {operator} {number}"}

    ((place, problem),) = mistakes(row)

    assert place.startswith("lembar survey, baris 3")
    assert problem


def test_a_version_of_thousands_of_digits_is_told():
    found = mistakes({"type": "integer", "name": "A", LABEL: "?"}, told={**SETTINGS, "version": "9" * 5_000})

    assert [problem for _place, problem in found] == ["versi harus bilangan bulat, misalnya 2"]
