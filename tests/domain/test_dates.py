import datetime
from decimal import Decimal

import pytest
from babel import dates as babel_dates
from babel import numbers as babel_numbers
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.domain.dates import (
    PartialDate,
    date_words,
    decimal_words,
    number_words,
    parse_date,
    percent_words,
    rupiah_words,
    short_date_words,
    size_words,
    whole_percent,
)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)))
def test_a_whole_date_reads_as_babel_writes_it(day):
    assert date_words(day) == babel_dates.format_date(day, "EEEE, d MMMM y", locale="id")
    assert date_words(PartialDate.of(day)) == date_words(day)
    assert date_words(day, "en") == babel_dates.format_date(day, "EEEE, d MMMM y", locale="en_GB")
    assert short_date_words(day) == babel_dates.format_date(day, "d MMMM y", locale="id")
    assert PartialDate.of(day).complete == day


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (PartialDate(2022, 6, 30), "Kamis, 30 Juni 2022"),
        (PartialDate(2022, 6, 30, 3), "Kamis, 30 Juni 2022"),
        (PartialDate(2022, 6, 30, 0), "Kamis, 30 Juni 2022 (di sumber tertulis hari Senin)"),
        (PartialDate(2019, weekday=1), "Selasa, 2019 (tanggal tidak disebutkan)"),
        (PartialDate(2019), "2019 (tanggal tidak disebutkan)"),
        (PartialDate(2019, 3), "Maret 2019 (tanggal tidak disebutkan)"),
        (PartialDate(2019, 3, weekday=4), "Jumat, Maret 2019 (tanggal tidak disebutkan)"),
        (PartialDate(weekday=1), "Selasa (tanggal tidak disebutkan)"),
        (PartialDate(month=6, day=30), "30 Juni (tahun tidak disebutkan)"),
        (PartialDate(2022, day=30), "2022 (tanggal tidak disebutkan)"),
        (PartialDate(2022, 2, 30), "30 Februari 2022 (tanggal ini tidak ada di kalender)"),
        (PartialDate(2022, 13, 1), "2022 (tanggal ini tidak ada di kalender)"),
        (PartialDate(), "tanggal tidak disebutkan"),
    ],
)
def test_a_partial_date_says_what_is_not_known(part, text):
    assert date_words(part) == text


@given(
    st.builds(
        PartialDate,
        st.none() | st.integers(-5, 99_999),
        st.none() | st.integers(-5, 20),
        st.none() | st.integers(-5, 40),
        st.none() | st.integers(-5, 10),
    )
)
def test_no_partial_date_breaks_and_none_invents_a_year(part):
    text = date_words(part)

    assert text
    if part.year is not None:
        assert str(part.year) in text
    else:
        assert "tidak disebutkan" in text


@pytest.mark.parametrize(
    ("part", "text"),
    [(PartialDate(2022, 6, 30), "30 Juni 2022"), (PartialDate(2019, weekday=1), "2019"), (PartialDate(), "–")],
)
def test_short_dates(part, text):
    assert short_date_words(part) == text


@pytest.mark.parametrize(
    ("text", "day"), [("2022-06-30", (2022, 6, 30)), ("2022-02-30", None), ("", None), (None, None)]
)
def test_iso_text_is_read_or_refused(text, day):
    assert parse_date(text) == (datetime.date(*day) if day else None)


@given(st.integers(-(10**12), 10**12))
def test_numbers_read_as_babel_writes_them(number):
    assert number_words(number) == babel_numbers.format_decimal(number, locale="id")
    spaced = babel_numbers.format_currency(number, "IDR", "¤#,##0", locale="id", currency_digits=False)
    assert rupiah_words(number) == spaced.replace("\u00a0", "")


@given(st.decimals(-(10**6), 10**6, places=2))
def test_decimals_keep_their_digits(number):
    text = format(number, "f")

    assert Decimal(decimal_words(text).replace(".", "").replace(",", ".")) == number
    assert decimal_words(text) == babel_numbers.format_decimal(number, "#,##0.00", locale="id") or number == 0


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [(12, 34, "35,3 %"), (0, 5, "0,0 %"), (1, 0, "–"), (1, 3, "33,3 %"), (1, 8, "12,5 %"), (1, 16, "6,3 %"),
     (3, 3, "100,0 %"), (2000, 100, "2.000,0 %"), (2, 3, "66,7 %")],
)  # fmt: skip
def test_shares_have_one_decimal(numerator, denominator, text):
    assert percent_words(numerator, denominator) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 byte"), (812, "812 byte"), (999, "999 byte"), (1000, "1 kB"), (1024, "1 kB"), (11_500, "11,2 kB"),
     (3_565_158, "3,4 MB"), (16 * 1024**3, "16 GB"), (5000 * 1024**4, "5000 TB")],
)  # fmt: skip
def test_a_size_is_told_in_the_unit_that_a_clerk_knows(size, text):
    assert size_words(size) == text
    assert size_words(size, "en") == text.replace(",", ".")


def test_a_size_over_a_limit_does_not_read_as_the_limit():
    limit = 25 * 1024**2
    assert size_words(limit + 1) == size_words(limit) == "25 MB"
    assert size_words(limit + 1, up=True) == "25,1 MB"


@pytest.mark.parametrize(
    ("share", "percent"), [(0.0, 0), (1 / 8, 13), (3 / 8, 38), (1 / 3, 33), (0.994, 99), (1.0, 100)]
)
def test_half_a_percent_is_rounded_up(share, percent):
    assert whole_percent(share) == percent
