"""What the attendance list points out, without ever standing in the way."""

import time

from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.app.attend import AttendanceRow
from pug_desktop.app.attend_check import Double, check
from pug_desktop.domain.nip import NipRemark

WOMAN, MAN = "198001012005012001", "198001012005011001"


def row(number, name=None, nip=None, sex=None, office=None):
    return AttendanceRow(f"{number:032x}", number, name, nip, sex, None, office, None)


def doubles(*rows):
    return [(each.double, each.other) for each in check(rows)]


def test_a_name_with_and_without_titles_is_there_twice():
    found = doubles(row(1, "Dra. Hj. Siti Aminah, M.Si", office="Bappeda"), row(2, "SITI  AMINAH"), row(3, "Siti"))
    assert found == [(Double.NAME, 1), (Double.NAME, 0), (Double.NONE, 0)]


def test_one_name_in_two_offices_or_with_two_nips_or_sexes_is_two_persons():
    assert not any(check([row(1, "Siti Aminah", office="Bappeda"), row(2, "Siti Aminah", office="Dinas Sosial")]))
    other = "198101012006012002"
    assert not any(check([row(1, "Siti Aminah", WOMAN), row(2, "Siti Aminah", other)]))
    assert not any(check([row(1, "Dwi", sex="L"), row(2, "Dwi", sex="P")]))


def test_one_nip_is_one_person_whatever_the_names():
    assert doubles(row(1, "Siti", WOMAN), row(2, "Rina", "19800101 200501 2 001")) == [(Double.NIP, 1), (Double.NIP, 0)]


def test_a_nip_is_remarked_upon_in_its_row():
    found = check([row(1, "Siti", MAN, "P"), row(2, "Rina", "123", "P"), row(3, "Ani", WOMAN, "P")])
    assert [each.nip for each in found] == [NipRemark.OTHER_SEX, NipRemark.LENGTH, NipRemark.NONE]


def test_empty_rows_are_no_doubles():
    assert not any(check([row(1), row(2), row(3, sex="P"), row(4, sex="P", office="Bappeda")]))


texts = st.none() | st.sampled_from(["Siti", "Dra. Siti", WOMAN, "x"]) | st.text(max_size=6)


@given(st.lists(st.builds(row, st.just(1), texts, texts, st.sampled_from([None, "L", "P"]), texts), max_size=12))
def test_who_is_a_double_is_one_of_somebody_who_is_one_too(rows):
    found = check(rows)
    assert len(found) == len(rows)
    for place, each in enumerate(found):
        if each.double:
            assert each.other != place
            assert found[each.other].double


def test_thousands_of_rows_of_one_name_are_checked_at_once():
    same = [row(number, "Peserta") for number in range(20_000)]
    begun = time.perf_counter()
    found = check(same)
    numbered = check([row(number, "Peserta", f"1980010120050120{number:02}") for number in range(5_000)])
    assert time.perf_counter() - begun < 5
    assert [each.other for each in found[:3]] == [1, 0, 0]
    assert all(each.double is Double.NAME for each in found)
    assert len(numbered) == 5_000
