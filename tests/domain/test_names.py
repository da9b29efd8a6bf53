"""Names of persons: titles, spellings, what is proof and what is only likely."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.names import (
    LIKELY,
    Known,
    blocks,
    compare,
    key,
    likeness,
    near,
    phone_key,
    words,
    worth_comparing,
)

PAIRS = Path(__file__).with_name("name_pairs.tsv")
NIP, OTHER_NIP = "198503122010012004", "197203121998031004"


def pairs():
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def likely(row):
    one, other = Known(row["one"], nip=row["nip_one"]), Known(row["other"], nip=row["nip_other"])
    return compare(one, other).score >= LIKELY


def test_of_500_pairs_hardly_a_double_is_missed_and_few_are_suggested_wrongly():
    """The pairs are made: 414 by hand, 22 with NIPs, 64 by varying names; half of all are one person's."""
    rows = pairs()
    assert (len(rows), sum(row["verdict"] == "sama" for row in rows)) == (500, 250)
    found = [row["verdict"] for row in rows if likely(row)]
    right = found.count("sama")
    assert right / 250 >= 0.95
    assert right / len(found) >= 0.8


def test_likely_doubles_are_compared_at_all():
    """They share a block; one that no block brings together is hardly one in a hundred."""
    found = [row for row in pairs() if likely(row) and row["nip_one"] == ""]
    apart = [
        row
        for row in found
        if not set(blocks(row["one"])) & set(blocks(row["other"])) or not worth_comparing([row["one"], row["other"]])
    ]
    assert len(apart) <= len(found) / 100, apart


def test_the_order_of_a_pair_does_not_matter():
    for row in pairs():
        assert likeness(row["one"], row["other"]) == likeness(row["other"], row["one"]), row


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Dra. Hj. SITI AMINAH, S.Sos., M.Si", "siti aminah"),
        ("Dra.Hj.Siti Aminah,SSos,MSi", "siti aminah"),
        ("Prof. Dr. dr. H. Ahmad Zaki, Sp.OG (K)", "ahmad zaki"),
        ("Budi Santoso S. Sos. M. Si.", "budi santoso"),
        ("Aminah, Siti", "aminah siti"),
        ("Hj. Dra", "dra"),
        ("dr.", "dr"),
        ("Abd. Ghani", "abd ghani"),
        ("Ma'ruf Amin", "maruf amin"),
        ("", ""),
        (" . , ", ""),
        (None, ""),
    ],
)
def test_titles_and_degrees_are_no_part_of_a_name(written, left):
    assert " ".join(words(written)) == left


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(one, other):
    assert 0 <= likeness(one, other) <= 100
    if words(one):
        assert likeness(one, one) == 100
    assert key(one) == key(one.upper()) or not one.isascii()


def test_one_nip_is_one_person_and_two_are_two():
    siti = Known("Siti Aminah", nip=NIP)
    assert compare(siti, Known("Ny. Harahap", nip="19850312 201001 2 004")).proof == "nip"
    assert compare(siti, Known("Siti Aminah", nip=OTHER_NIP)).score < LIKELY
    assert compare(siti, Known("Siti Aminah", nip=NIP[:-1] + "5")).score >= LIKELY, "a digit mistyped"
    assert compare(siti, Known("Siti Aminah", nip="12")).proof is None


def test_a_phone_number_is_proof_only_with_names_that_are_alike():
    one = Known("Siti Aminah", phone="+62 812-3456-7890")
    assert compare(one, Known("Siti A.", phone="081234567890")).proof == "phone"
    assert compare(one, Known("Budi Santoso", phone="081234567890")).score < LIKELY
    assert phone_key("0812") == "", "too short to be anybody's"


def test_man_and_woman_of_one_name_are_hardly_one():
    assert compare(Known("Nur Hidayat", sex="L"), Known("Nur Hidayat", sex="P")).score < LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dewi Wahyuni F.", "Dewi Wahyuni P."), ("Rina Gunawan Z.", "Rina Santoso G."), ("Eko K. C.", "Eko K. D.")],
)
def test_letters_that_stand_for_other_names_speak_against_it(one, other):
    assert likeness(one, other) < LIKELY


def test_a_name_spelled_otherwise_is_found_among_many():
    many = ["Sri Wahyuni", "Mochamad Joesoef, S.E.", "Yusuf Kalla", "Muhammad Yunus"]
    assert near("Moh. Yusuf", many) == ("Mochamad Joesoef, S.E.",)
    assert near("Moh", many) == ()
