"""Every error has words of its own in both languages, a code of its own and an exit code that never changes."""

import re
import string
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app.error_words import words
from pug_desktop.app.sentences import exchange, local, storage, update

# What scripts rely on. A new error adds a line; no line ever changes.
EXIT_CODES = {
    "PUG-USE-001": 2,
    "PUG-USE-002": 2,
    "PUG-USE-003": 2,
    "PUG-USE-004": 2,
    "PUG-USE-005": 2,
    "PUG-USE-006": 2,
    "PUG-USE-007": 2,
    "PUG-USE-008": 2,
    "PUG-USE-009": 2,
    "PUG-USE-010": 2,
    "PUG-USE-011": 2,
    "PUG-USE-012": 2,
    "PUG-USE-013": 2,
    "PUG-USE-014": 2,
    "PUG-USE-015": 13,
    "PUG-USE-016": 2,
    "PUG-USE-017": 2,
    "PUG-USE-030": 1,
    "PUG-USE-031": 1,
    "PUG-FORM-001": 11,
    "PUG-FORM-002": 11,
    "PUG-FORM-003": 11,
    "PUG-FORM-004": 11,
    "PUG-FORM-005": 11,
    "PUG-IN-001": 11,
    "PUG-IN-002": 11,
    "PUG-IN-003": 11,
    "PUG-IN-004": 11,
    "PUG-IN-005": 11,
    "PUG-IN-006": 11,
    "PUG-IN-007": 12,
    "PUG-IN-008": 11,
    "PUG-IN-009": 11,
    "PUG-IN-010": 11,
    "PUG-BUNDLE-001": 11,
    "PUG-BUNDLE-002": 11,
    "PUG-BUNDLE-003": 12,
    "PUG-BUNDLE-004": 10,
    "PUG-BUNDLE-005": 10,
    "PUG-BUNDLE-006": 10,
    "PUG-BUNDLE-007": 10,
    "PUG-BUNDLE-008": 11,
    "PUG-BUNDLE-009": 11,
    "PUG-BUNDLE-010": 10,
    "PUG-BUNDLE-011": 4,
    "PUG-BUNDLE-012": 10,
    "PUG-BUNDLE-013": 11,
    "PUG-BUNDLE-014": 10,
    "PUG-KEY-001": 11,
    "PUG-KEY-002": 10,
    "PUG-KEY-003": 15,
    "PUG-KEY-004": 15,
    "PUG-KEY-005": 10,
    "PUG-KEY-006": 12,
    "PUG-KEY-007": 10,
    "PUG-KEY-008": 10,
    "PUG-KEY-009": 10,
    "PUG-KEY-010": 11,
    "PUG-KEY-011": 10,
    "PUG-KEY-012": 10,
    "PUG-DATA-001": 12,
    "PUG-DATA-002": 11,
    "PUG-DATA-003": 11,
    "PUG-DATA-004": 13,
    "PUG-DATA-005": 14,
    "PUG-DATA-006": 1,
    "PUG-DATA-007": 13,
    "PUG-DATA-008": 1,
    "PUG-DATA-009": 11,
    "PUG-DATA-010": 1,
    "PUG-DATA-011": 1,
    "PUG-STICK-001": 1,
    "PUG-STICK-002": 14,
    "PUG-STICK-003": 1,
    "PUG-STICK-004": 1,
    "PUG-UPDATE-001": 11,
    "PUG-UPDATE-002": 10,
    "PUG-UPDATE-003": 4,
    "PUG-UPDATE-004": 10,
    "PUG-UPDATE-005": 1,
    "PUG-UPDATE-006": 1,
    "PUG-UPDATE-007": 11,
    "PUG-UPDATE-008": 1,
    "PUG-UPDATE-009": 12,
    "PUG-UPDATE-010": 14,
    "PUG-UPDATE-011": 2,
    "PUG-UPDATE-012": 1,
}

SENTENCES = {**local.WORDS, **storage.WORDS, **exchange.WORDS, **update.WORDS}

# Words that blame, frighten or are no clerk's.
BANNED = re.compile(
    r"\b(?:tidak valid|invalid|illegal|ilegal|fatal|sertifikat|certificate|fingerprint|sidik jari|private key)\b", re.I
)

FIELDS = {
    "path": Path("F:/kiriman/PUG_36.71_36_20221101_0001.pug"),
    "folder": Path("/data/profil/x"),
    "size": 31 * 1024 * 1024,
    "limit": 25 * 1024 * 1024,
    "found": 26 * 1024 * 1024,
    "needed": 3 * 1024 * 1024,
    "free": 1024,
    "line": 3,
    "column": 7,
    "reason": "tidak ada / it is not there",
    "name": "SK Pokja.pdf",
    "number": 2,
    "open": 3,
    "count": 4,
    "first": "lembar survey, baris 3, kolom A (type)",
}


def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


def leaves():
    return [each for each in below(errors.PugError) if not each.code.endswith("-000")]


def test_every_error_has_a_code_of_its_own():
    codes = [each.code for each in below(errors.PugError)]

    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"PUG-(USE|FORM|IN|BUNDLE|KEY|DATA|STICK|UPDATE)-\d{3}", code) for code in codes)


def test_codes_and_exit_codes_are_frozen():
    assert {each.code: each.exit_code for each in leaves()} == EXIT_CODES


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.code)
def test_every_error_has_words_in_both_languages(kind):
    own, english = words(kind(**FIELDS), "id"), words(kind(**FIELDS), "en")

    for each in (own.title, own.advice, english.title, english.advice):
        assert each.endswith(".")
        assert len(each) > 10
    assert kind.code in SENTENCES
    assert own.title != english.title
    assert own.advice != english.advice


@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_two_errors_share_a_sentence(lang):
    titles = [pair[lang == "en"][0] for pair in SENTENCES.values()]
    advice = [pair[lang == "en"][1] for pair in SENTENCES.values()]

    assert len(set(titles)) == len(titles)
    assert len(set(advice)) == len(advice)


@pytest.mark.parametrize("kind", leaves(), ids=lambda kind: kind.code)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_missing_field_leaves_a_sentence_that_still_reads_well(kind, lang):
    said = words(kind(), lang)

    for each in (said.title, said.advice):
        assert not re.search(r"[{}]|\(\s*\)|“”|\s[.,;:](?:\s|$)|[:;,]\.|  ", each), each


def test_words_stand_only_for_errors_that_exist():
    codes = {each.code for each in [errors.PugError, *below(errors.PugError)]}

    assert {key.partition(":")[0] for key in SENTENCES} == codes


def test_every_place_for_a_field_is_one_that_the_errors_know():
    names = {
        name
        for pair in SENTENCES.values()
        for sentence in (*pair[0], *pair[1])
        for _text, name, _spec, _conversion in string.Formatter().parse(sentence)
        if name
    }

    assert names <= {*FIELDS, "region", "known", "role", "wanted", "kind", "what", "field", "value"} | {
        "expected", "file", "place", "problem", "detected", "version", "scope", "allowed", "left", "day", "remedy",
        "running", "product", "system", "steps", "files", "count",
    }  # fmt: skip


def test_no_sentence_blames_or_uses_words_of_the_trade():
    found = [sentence for pair in SENTENCES.values() for sentence in (*pair[0], *pair[1]) if BANNED.search(sentence)]

    assert found == []


def test_only_the_name_of_a_file_is_shown_and_sizes_have_a_unit():
    damaged = words(errors.DamagedBundle(path=FIELDS["path"], part="records"), "id")
    full = words(errors.StickFull(path="x", needed=1_572_865, free=900), "id")
    large = words(errors.EvidenceTooLarge(name="a.pdf", size=31 * 2**20, limit=25 * 2**20), "en")

    assert damaged.title == (
        "Berkas kiriman ini rusak atau terpotong (PUG_36.71_36_20221101_0001.pug); tidak ada yang diubah."
    )
    assert full.title == "Flashdisk penuh: perlu 1,6 MB, tersisa 900 byte."
    assert large.title == "The file “a.pdf” is too large for evidence (31 MB; at most 25 MB)."


def test_a_limit_is_told_in_its_own_unit():
    many = words(errors.OverLimit(path="a.pug", what="records", limit=200_000, found=200_001), "en")
    large = words(errors.OverLimit(path="a.pug", what="bundle", limit=2 * 2**30, found=3 * 2**30), "en")

    assert "200001, at most 200000" in many.title
    assert "3 GB, at most 2 GB" in large.title


def test_a_withdrawn_card_is_told_apart_from_an_unknown_sender():
    unknown = words(errors.UnknownSender(path="a.pug", name="Dinas X"))
    revoked = words(errors.RevokedSender(path="a.pug", name="Dinas X"))

    assert unknown.title != revoked.title
    assert "dicabut" in revoked.title


def test_a_problem_in_two_languages_is_told_in_the_one_asked_for():
    error = errors.WrongRecord(path="a.json", place="records[3].id", problem="tidak ada / is missing")

    assert words(error, "id").title == "Berkas ini belum sesuai (a.json) pada records[3].id: tidak ada."
    assert words(error, "en").title == "This file does not fit (a.json) at records[3].id: is missing."


def test_what_a_foreign_file_says_can_neither_break_the_line_nor_fill_the_screen():
    said = words(errors.WrongRecord(path="a\n\x1b[31m\u202e.json", place="\ud800" * 3, problem="x" * 9_000))

    assert said.title.isprintable()
    assert len(said.title) < 700


def test_an_error_of_a_newer_part_gets_the_words_of_its_category():
    class Unheard(errors.BundleError):
        code = "PUG-BUNDLE-999"

    assert words(Unheard(path="a.pug"), "en").title == "This bundle was not accepted (a.pug)."


def test_the_point_of_a_suffix_keeps_its_blank():
    told = words(errors.NotABundle(path="foto.jpg"), "id")
    assert " .pug" in told.title + told.advice
