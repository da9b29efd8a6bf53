"""A form file with a mistake is refused with its place; one test a mistake."""

import pytest

from pug_desktop.errors import FormError, UnknownForm
from pug_desktop.forms import AnswerKind, Condition, Rollup, Text, available, load_form, parse_form
from pug_desktop.forms.schema import Bounds, Constraint

HEAD = """\
form = "coba"
version = 1
title = { id = "Coba", en = "Try" }
source = "uji"
"""
SECTION = """
[[section]]
name = "P1"
label = { id = "Bagian", en = "Part" }
definition = { id = "Isi", en = "Content" }
"""
YES = """
[[section.question]]
name = "P1.01"
kind = "boolean"
label = { id = "Ada?", en = "Is there?" }
"""
COUNT = """
[[section.question]]
name = "P1.02"
kind = "integer"
label = { id = "Berapa?", en = "How many?" }
"""
CHOICE = """
[[section.question]]
name = "P1.03"
kind = "enum"
label = { id = "Yang mana?", en = "Which?" }
options = [{ name = "pratama", id = "Pratama", en = "Pratama" }, { name = "madya", id = "Madya", en = "Madya" }]
"""
LAST = """
[[section.question]]
name = "P1.09"
kind = "text"
label = { id = "Apa?", en = "What?" }
"""
RATIO = """
[[section.question]]
name = "P1.06"
kind = "ratio"
label = { id = "Berapa?", en = "How many?" }
numerator = { id = "OPD ya", en = "yes" }
denominator = { id = "jumlah OPD", en = "all" }
"""
COUNT_ONLY = HEAD + SECTION + COUNT
UNIT = 'unit = { id = "orang", en = "people" }'
INDEX = (
    HEAD
    + SECTION
    + """
[[section.question]]
name = "P5.07"
kind = "decimal_multi"
label = { id = "Berapa?", en = "How much?" }
items = [{ name = "IPG", id = "IPG", en = "IPG", max = "100" }]
"""
)
LIMIT = "[[section.question.constraint]]\n"
SAY = 'message = { id = "Periksa.", en = "Look again." }\n'
DERIVED = (
    HEAD
    + """derives = "prasyarat-kabkota"
[[section]]
name = "A"
label = { id = "Bagian", en = "Part" }
definition = { id = "Isi", en = "Content" }
lke_group = "a/b"
"""
)
GOOD = HEAD + SECTION + YES + COUNT + CHOICE + LAST


def refused(text: str | bytes) -> FormError:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(FormError) as caught:
        parse_form(data, "coba.v1.toml")
    assert caught.value.fields["file"] == "coba.v1.toml"
    return caught.value


def test_a_correct_form_is_taken():
    form = parse_form(GOOD.encode(), "coba.v1.toml")
    assert (form.form, form.version, len(form.questions)) == ("coba", 1, 4)
    assert form.question("P1.03").choice("madya").label.of("en") == "Madya"
    with pytest.raises(KeyError):
        form.question("P9.99")


MISTAKES = [
    ("no TOML", GOOD + "\nname = \n", "baris 32, kolom 8", "bukan TOML yang benar"),
    ("cut short", GOOD[:-20] + '"', "akhir berkas", "bukan TOML yang benar"),
    ("key twice", GOOD + 'kind = "text"\n', "baris", "bukan TOML yang benar"),
    ("not UTF-8", HEAD.encode() + b"\xff\xfe", "baris 5", "bukan teks UTF-8"),
    ("no version", GOOD.replace("version = 1\n", ""), "awal berkas", "version tidak ada"),
    ("version 0", GOOD.replace("version = 1", "version = 0"), "awal berkas", "mulai dari 1"),
    ("version true", GOOD.replace("version = 1", "version = true"), "awal berkas", "mulai dari 1"),
    ("odd name of form", GOOD.replace('"coba"', '"../coba"'), "awal berkas", "huruf kecil"),
    ("no source", GOOD.replace('source = "uji"\n', ""), "awal berkas", "source tidak ada"),
    ("no section", HEAD, "awal berkas", "section tidak ada"),
    ("section is no table", HEAD + "section = 3", "awal berkas", "[[section]]"),
    ("section without questions", HEAD + SECTION, 'section "P1"', "question tidak ada"),
    ("section twice", GOOD + SECTION + LAST.replace("P1.09", "P1.10"), 'section "P1"', "sudah dipakai"),
    ("unknown key of form", "titel = 3\n" + GOOD, "awal berkas", 'maksudnya "title"?'),
    ("unknown key of section", GOOD.replace("definition", "defenition"), 'section "P1"', '"definition"?'),
    ("unknown key of question", GOOD + 'evidense = ["x"]\n', 'question "P1.09"', 'maksudnya "evidence"?'),
    ("question twice", GOOD + LAST, 'question "P1.09"', "sudah dipakai"),
    ("question without name", GOOD + '[[section.question]]\nkind = "text"\n', "question 5", "name tidak ada"),
    ("odd name of question", GOOD.replace('"P1.09"', '"P1 09"'), "question 4", "hanya boleh huruf"),
    ("unknown kind", GOOD.replace('"boolean"', '"bolean"'), 'question "P1.01"', 'maksudnya "boolean"?'),
    ("label in one language", GOOD.replace(', en = "What?"', ""), 'question "P1.09", label', "en tidak ada"),
    ("label empty", GOOD.replace('"Apa?"', '" "'), 'question "P1.09", label', "tidak kosong"),
    ("label is text", GOOD.replace('{ id = "Apa?", en = "What?" }', '"Apa?"'), 'question "P1.09"', "harus tabel"),
    ("no options", GOOD.replace('"integer"', '"enum"'), 'question "P1.02"', "memerlukan options"),
    ("options not used", GOOD.replace('"enum"', '"text"'), 'question "P1.03"', "tidak memakai options"),
    ("option twice", GOOD.replace('"madya"', '"pratama"'), 'options "pratama"', "sudah dipakai"),
    ("no items", GOOD.replace('"integer"', '"checklist"'), 'question "P1.02"', "memerlukan items"),
    (
        "items not used",
        GOOD + 'items = [{ name = "a", id = "A", en = "A" }]\n',
        'question "P1.09"',
        "tidak memakai items",
    ),
    ("no denominator", GOOD.replace('"integer"', '"ratio"'), 'question "P1.02"', "numerator dan denominator"),
    (
        "denominator not used",
        GOOD + 'denominator = { id = "a", en = "a" }\n',
        'question "P1.09"',
        "tidak memakai numerator",
    ),
    ("evidence is text", GOOD + 'evidence = "foto"\n', 'question "P1.09"', "daftar teks"),
    ("evidence required of nothing", GOOD + "evidence_required = true\n", 'question "P1.09"', "tanpa contoh"),
    ("evidence required maybe", GOOD + 'evidence_required = "ya"\n', 'question "P1.09"', "true atau false"),
    ("unknown frequency", GOOD + 'frequency = "anual"\n', 'question "P1.09"', 'maksudnya "annual"?'),
    ("unknown auto_from", GOOD + 'auto_from = "followup"\n', 'question "P1.09"', 'maksudnya "followups"?'),
    (
        "unknown rule",
        HEAD + SECTION + RATIO + 'rollup = { source = "P1.06", rule = "count_yess" }\n',
        'question "P1.06"',
        'maksudnya "count_yes"?',
    ),
    (
        "rule of another kind",
        HEAD + SECTION + RATIO + 'rollup = { source = "P1.06", rule = "sum" }\n',
        'question "P1.06"',
        "menghasilkan integer, bukan ratio",
    ),
    (
        "unknown key of roll-up",
        HEAD + SECTION + RATIO + 'rollup = { sorce = "P1.06", rule = "count_yes" }\n',
        'question "P1.06", rollup',
        'maksudnya "source"?',
    ),
    (
        "condition on a later question",
        HEAD + SECTION + YES + 'relevant = { question = "P1.02", at_least = 1 }\n' + COUNT,
        'question "P1.01"',
        "tidak ditanyakan sebelum",
    ),
    (
        "condition on itself",
        HEAD + SECTION + YES + 'relevant = { question = "P1.01", equals = true }\n',
        'question "P1.01"',
        "tidak ditanyakan sebelum",
    ),
    (
        "condition on a misspelt question",
        GOOD + 'relevant = { question = "P1.O2", at_least = 1 }\n',
        'question "P1.09"',
        'maksudnya "P1.02"?',
    ),
    (
        "condition without operator",
        GOOD + 'relevant = { question = "P1.02" }\n',
        'question "P1.09"',
        "tepat satu dari",
    ),
    (
        "condition with two operators",
        GOOD + 'relevant = { question = "P1.02", at_least = 1, less_than = 4 }\n',
        'question "P1.09"',
        "tepat satu dari",
    ),
    (
        "unknown operator",
        GOOD + 'relevant = { question = "P1.02", equal = 1 }\n',
        'question "P1.09", relevant',
        'maksudnya "equals"?',
    ),
    (
        "at_least of a yes",
        GOOD + 'relevant = { question = "P1.01", at_least = 1 }\n',
        'question "P1.09"',
        "memerlukan jawaban angka",
    ),
    (
        "at_least of words",
        GOOD + 'relevant = { question = "P1.02", at_least = "1" }\n',
        'question "P1.09"',
        "bilangan bulat",
    ),
    (
        "equals of another type",
        GOOD + 'relevant = { question = "P1.01", equals = 1 }\n',
        'question "P1.09"',
        "tidak cocok",
    ),
    (
        "equals an option that is not there",
        GOOD + 'relevant = { question = "P1.03", equals = "madia" }\n',
        'question "P1.09"',
        'maksudnya "madya"?',
    ),
    ("one_of nothing", GOOD + 'relevant = { question = "P1.03", one_of = [] }\n', 'question "P1.09"', "kosong"),
    (
        "unit of a yes",
        GOOD.replace('"Ada?", en = "Is there?" }', '"Ada?", en = "Is there?" }\n' + UNIT),
        "P1.01",
        "unit",
    ),
    ("bounds of a yes", GOOD.replace('kind = "boolean"', 'kind = "boolean"\nmin = 1'), "P1.01", "min dan max"),
    ("bound is text", COUNT_ONLY + 'min = "1"\n', "P1.02", "bilangan bulat mulai dari 0"),
    ("bound below 0", COUNT_ONLY + "min = -1\n", "P1.02", "bilangan bulat mulai dari 0"),
    ("bound is a float", INDEX.replace('"100"', "100.0"), 'items "IPG"', "desimal sebagai teks"),
    ("bounds crossed", COUNT_ONLY + "min = 5\nmax = 4\n", "P1.02", "lebih besar daripada max"),
    ("bounds of an option", GOOD.replace('en = "Madya" }', 'en = "Madya", max = 3 }'), 'options "madya"', '"max"'),
    ("required maybe", GOOD + 'required = "ya"\n', "P1.09", "required harus tabel"),
    (
        "required by a later one",
        COUNT_ONLY + 'required = { question = "P1.09", answered = true }\n',
        "P1.02",
        "sebelum",
    ),
    ("constraint without message", COUNT_ONLY + LIMIT + "at_least = 1\n", "constraint 1", "message tidak ada"),
    ("constraint without operator", COUNT_ONLY + LIMIT + SAY, "constraint 1", "tepat satu dari"),
    ("constraint of another type", COUNT_ONLY + LIMIT + SAY + 'equals = "x"\n', "constraint 1", "tidak cocok"),
    (
        "constraint with odd severity",
        COUNT_ONLY + LIMIT + SAY + 'at_least = 1\nseverity = "warn"\n',
        "constraint 1",
        'maksudnya "warning"?',
    ),
    (
        "constraint that looks ahead",
        COUNT_ONLY + LIMIT + SAY + 'at_least = 1\nwhen = { question = "P1.02", at_least = 1 }\n',
        "constraint 1",
        "tidak ditanyakan sebelum",
    ),
    ("derived form with questions", DERIVED + YES, 'section "A"', '"question"'),
    ("derived form without group", DERIVED.replace("lke_group", "aliases").replace('"a/b"', '["a"]'), "A", "lke_group"),
    (
        "answered maybe",
        GOOD + 'relevant = { question = "P1.03", answered = "ya" }\n',
        'question "P1.09"',
        "true atau false",
    ),
]
"""What is wrong, the file, where it must say so, what it must say."""


@pytest.mark.parametrize(
    ("text", "place", "problem"), [case[1:] for case in MISTAKES], ids=[case[0] for case in MISTAKES]
)
def test_a_mistake_is_told_with_its_place(text, place, problem):
    error = refused(text)
    where, told = error.fields["place"], error.fields["problem"]
    assert place in (where.id if isinstance(where, Text) else where)
    assert problem in told.id
    assert told.en not in ("", told.id)


def test_brackets_without_end_do_not_bring_it_down():
    refused("a = " + "[" * 100_000)


def test_every_operator_is_read():
    for operator, value, kept in (
        ("equals = true", "P1.01", True),
        ('one_of = ["madya"]', "P1.03", ("madya",)),
        ("at_least = 2", "P1.02", 2),
        ("less_than = 2", "P1.02", 2),
        ("answered = true", "P1.03", True),
    ):
        text = f'{GOOD}relevant = {{ question = "{value}", {operator} }}\n'
        question = parse_form(text.encode(), "coba.v1.toml").question("P1.09")
        assert question.relevant == Condition(value, operator.split(" ")[0], kept)


def test_a_roll_up_is_read():
    text = HEAD + SECTION + RATIO + 'rollup = { source = "P1.06", rule = "count_yes", of = "offices" }\n'
    question = parse_form(text.encode(), "coba.v1.toml").question("P1.06")
    assert question.kind is AnswerKind.RATIO
    assert question.rollup == Rollup("P1.06", "count_yes", "offices")


def test_unit_bounds_required_and_constraints_are_read():
    text = (
        f"{GOOD.replace(LAST, '')}"
        '[[section.question]]\nname = "P1.04"\nkind = "integer"\nlabel = { id = "Berapa?", en = "How many?" }\n'
        f'{UNIT}\nmin = 1\nmax = 40\nrequired = {{ question = "P1.01", equals = true }}\nlke_group = "a/b"\n'
        f'{LIMIT}{SAY}less_than = 10\nwhen = {{ question = "P1.02", less_than = 2 }}\nseverity = "warning"\n'
    )
    question = parse_form(text.encode(), "coba.v1.toml").question("P1.04")
    assert question.unit == Text("orang", "people")
    assert question.bounds == Bounds(1, 40)
    assert question.required == Condition("P1.01", "equals", True)
    assert question.lke_group == "a/b"
    message = Text("Periksa.", "Look again.")
    when = Condition("P1.02", "less_than", 2)
    assert question.constraints == (Constraint(Condition("P1.04", "less_than", 10), message, when, "warning"),)


def test_an_item_has_its_own_bounds():
    question = parse_form(INDEX.encode(), "coba.v1.toml").question("P5.07")
    assert question.items[0].bounds == Bounds(None, "100")


def test_a_derived_form_holds_groups_and_no_questions():
    form = parse_form(DERIVED.encode(), "coba.v1.toml")
    assert (form.derives, form.questions) == ("prasyarat-kabkota", ())
    assert form.section("A").lke_group == "a/b"


def test_an_unknown_form_is_told_with_the_known_ones():
    with pytest.raises(UnknownForm) as caught:
        load_form("prasyarat-desa")
    assert "prasyarat-kabkota v1" in caught.value.fields["problem"].id
    with pytest.raises(UnknownForm):
        load_form("rapat", 99)
    with pytest.raises(UnknownForm):
        load_form("../catalog/rapat")


def test_the_newest_version_is_taken_unless_one_is_told(tmp_path):
    for version in (1, 2, 10):
        text = GOOD.replace("version = 1", f"version = {version}")
        (tmp_path / f"coba.v{version}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "released.toml").write_text("", encoding="utf-8")
    assert available(tmp_path) == (("coba", 1), ("coba", 2), ("coba", 10))
    assert load_form("coba", folder=tmp_path).version == 10
    assert load_form("coba", 2, folder=tmp_path).version == 2


def test_a_file_whose_name_and_content_differ_is_refused(tmp_path):
    (tmp_path / "coba.v2.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(FormError, match="tidak sama dengan nama berkas"):
        load_form("coba", folder=tmp_path)
