"""The four lines of a recovery sheet: what was typed wrongly is found line by line."""

import pyrage
import pytest

from pug_desktop import errors
from pug_desktop.bundle import recovery
from pug_desktop.bundle.recovery import key_of_lines, lines_of, make_recovery_key, read_line, shown_line

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def test_the_lines_of_a_key_are_one_and_the_same_for_ever():
    key = recovery._key_of(bytes(range(32)))

    assert lines_of(key) == ("AAAQEAYEAUDAO4", "CAJBIFQYDIOB4V", "IBCEQTCQKRMFYJ", "YDENBWHA5DYPQO")
    assert key.secret == "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG"


def test_a_key_comes_back_from_its_lines():
    for _ in range(50):
        key = make_recovery_key()
        assert key_of_lines(lines_of(key)) == key
        assert key_of_lines([shown_line(line).lower() for line in lines_of(key)]) == key


def test_what_age_makes_of_it_opens_with_age():
    key = make_recovery_key()
    sealed = pyrage.encrypt(b"isi", [pyrage.x25519.Recipient.from_str(key.recipient)])

    assert pyrage.decrypt(sealed, [key.reader().identity()]) == b"isi"


def test_every_wrong_letter_of_a_line_is_noticed():
    for number, line in enumerate(lines_of(make_recovery_key()), start=1):
        for place, letter in enumerate(line):
            for other in set(LETTERS) - {letter}:
                with pytest.raises(errors.NotARecoverySheet) as caught:
                    read_line(number, line[:place] + other + line[place + 1 :])
                assert caught.value.fields["line"] == number


def test_lines_in_another_order_are_noticed():
    found = 0
    for _ in range(20):
        lines = lines_of(make_recovery_key())
        for first in range(4):
            for second in range(first + 1, 4):
                swapped = list(lines)
                swapped[first], swapped[second] = swapped[second], swapped[first]
                with pytest.raises(errors.NotARecoverySheet):
                    key_of_lines(swapped)
                found += 1
    assert found == 120


def test_figures_that_base32_does_not_have_are_read_as_letters():
    lines = next(each for each in (lines_of(make_recovery_key()) for _ in range(200)) if "O" in each[0])

    assert read_line(1, lines[0].replace("O", "0")) == lines[0]


@pytest.mark.parametrize("lines", [[], ["A"], ["", "", "", ""], ["A" * 14] * 3, ["A" * 14] * 5, ["é" * 14] * 4])
def test_what_is_no_sheet_is_told_so(lines: list[str]):
    with pytest.raises(errors.NotARecoverySheet):
        key_of_lines(lines)


def test_the_private_half_is_never_shown():
    key = make_recovery_key()

    assert key.secret not in f"{key!r}{key}"
