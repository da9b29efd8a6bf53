from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.attendance import SexCount, Totals, mask_nip, office_key, sex_from_nip, totals


@dataclass(frozen=True)
class Row:
    name: str | None = None
    sex: str | None = None
    office_name: str | None = None
    office_type: str | None = None


def test_totals_by_sex_institution_and_type():
    rows = [
        Row("A", "L", "Dinas P3A & KB", "opd"),
        Row("B", "P", "DINAS  P3A dan KB.", "opd"),
        Row("C", None, "Forum PUSPA", "lsm"),
        Row(None, "P", None, None),
        Row("  ", None, "", "opd"),
        Row(),
    ]

    assert totals(rows) == Totals(
        male=1,
        female=2,
        unknown=1,
        total=4,
        institutions=2,
        by_type={"opd": 2, "lsm": 1, "": 1},
        sexes_by_type={"opd": SexCount(1, 1, 0), "lsm": SexCount(0, 0, 1), "": SexCount(0, 1, 0)},
    )


rows = st.lists(
    st.builds(
        Row,
        st.none() | st.text(max_size=3),
        st.sampled_from([None, "L", "P", "x"]),
        st.none() | st.text(max_size=3),
        st.sampled_from([None, "opd", "baru"]),
    )
)


@given(rows)
def test_the_parts_add_up(given_rows):
    found = totals(given_rows)

    assert found.male + found.female + found.unknown == found.total == sum(found.by_type.values())
    assert sum(each.total for each in found.sexes_by_type.values()) == found.total
    assert found.institutions <= found.total


def test_nobody_is_nothing():
    assert totals([]) == Totals()


@pytest.mark.parametrize(
    ("nip", "sex"),
    [
        ("198509272001021001", "L"),
        ("198509272001022001", "P"),
        ("19850927 200102 1 001", "L"),
        ("19850927.200102.2.001", "P"),
        ("198509272001023001", None),
        ("198513272001021001", None),
        ("198509322001021001", None),
        ("19850927200102100", None),
        ("١٩٨٥٠٩٢٧٢٠٠١٠٢١٠٠١", None),
        ("", None),
        ("tidak ada", None),
    ],
)
def test_digit_fifteen_tells_the_sex(nip, sex):
    assert sex_from_nip(nip) == sex


@pytest.mark.parametrize(
    ("nip", "masked"),
    [
        ("198509272001021001", "••••1001"),
        ("19850927 200102 1 001", "••••1001"),
        ("1234567", "••••"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_masked_nip_does_not_tell_the_birth_date(nip, masked):
    assert mask_nip(nip) == masked


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bappeda", "BAPPEDA ", True),
        ("Dinas A/B", "Dinas A-B", True),
        ("Dinas Pendidikan", "Disdik", False),
        ("", None, True),
        ("...", "", True),
    ],
)
def test_spellings_of_one_office(one, other, same):
    assert (office_key(one) == office_key(other)) == same
