"""The list of regions is complete, correctly named and easy to search."""

import re

import pytest

from pug_desktop.app.regions import provinces, regencies, region, search
from pug_desktop.errors import UnknownRegion


def names(found):
    return [each.name for each in found]


def test_there_are_38_provinces_and_514_regencies_in_the_order_of_their_codes():
    codes = [each.code for each in provinces()]
    below = [each.code for province in provinces() for each in regencies(province.code)]

    assert (len(codes), len(below)) == (38, 514)
    assert codes == sorted(codes)
    assert below == sorted(below)
    assert all(re.fullmatch(r"\d\d\.\d\d", code) for code in below)


@pytest.mark.parametrize(
    ("code", "name", "level", "province_code"),
    [
        ("36", "Banten", "provinsi", "36"),
        ("21", "Kepulauan Riau", "provinsi", "21"),
        ("31", "Daerah Khusus Ibukota Jakarta", "provinsi", "31"),
        ("34", "Daerah Istimewa Yogyakarta", "provinsi", "34"),
        ("36.71", "Kota Tangerang", "kabkota", "36"),
        ("36.74", "Kota Tangerang Selatan", "kabkota", "36"),
        ("12.71", "Kota Medan", "kabkota", "12"),
        ("63.72", "Kota Banjarbaru", "kabkota", "63"),
        ("62.10", "Kabupaten Gunung Mas", "kabkota", "62"),
        ("62.71", "Kota Palangka Raya", "kabkota", "62"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "kabkota", "31"),
        ("31.74", "Kota Administrasi Jakarta Selatan", "kabkota", "31"),
        ("72.09", "Kabupaten Tojo Una-Una", "kabkota", "72"),
        ("73.10", "Kabupaten Pangkajene dan Kepulauan", "kabkota", "73"),
    ],
)
def test_a_region_bears_its_official_name(code, name, level, province_code):
    found = region(code)

    assert (found.code, found.name, found.level, found.province_code) == (code, name, level, province_code)


def test_a_kabupaten_is_numbered_below_70_and_a_kota_from_71_on():
    for province in provinces():
        for each in regencies(province.code):
            assert each.name.startswith("Kota " if int(each.code[3:]) >= 71 else "Kabupaten ")


@pytest.mark.parametrize("code", ["", "37", "36.99", "3671", "36.71 ", "Banten"])
def test_an_unknown_code_is_refused(code):
    with pytest.raises(UnknownRegion) as caught:
        region(code)

    assert caught.value.fields == {"region": code}


@pytest.mark.parametrize("code", ["37", "36.71"])
def test_only_a_province_has_regencies(code):
    with pytest.raises(UnknownRegion):
        regencies(code)


def test_the_nearest_name_comes_first():
    assert names(search("tangerang")) == ["Kabupaten Tangerang", "Kota Tangerang", "Kota Tangerang Selatan"]
    assert names(search("medan")) == ["Kota Medan", "Kabupaten Sumedang"]
    assert names(search("banjar", "63")) == ["Kabupaten Banjar", "Kota Banjarmasin", "Kota Banjarbaru"]
    assert names(search("riau")) == ["Riau", "Kepulauan Riau"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GUNUNG MAS", "62.10"),
        ("mas gunung", "62.10"),
        ("kab gunung mas", "62.10"),
        ("fakfak", "92.03"),
        ("toli toli", "72.04"),
        ("palangkaraya", "62.71"),
        ("kalteng", "62"),
        ("NTT", "53"),
        ("36.74", "36.74"),
    ],
)
def test_words_are_found_whatever_their_case_order_spaces_and_hyphens(text, code):
    assert search(text)[0].code == code


def test_a_search_within_a_province_finds_its_regencies_only():
    assert names(search("tangerang", "36")) == ["Kabupaten Tangerang", "Kota Tangerang", "Kota Tangerang Selatan"]
    assert search("tangerang", "12") == ()
    assert search("", "36") == regencies("36")
    assert len(search("")) == 552


def test_nothing_is_found_for_a_name_that_is_none():
    assert search("atlantis") == ()
