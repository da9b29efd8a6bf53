"""The Kode Keamanan: the same for ever, compared whole, without a hint."""

import pytest

from pug_desktop.bundle.keys import DevicePublic, make_device_keys
from pug_desktop.bundle.security_code import DIGITS, digits_of, is_code_of, security_code

FIXED = DevicePublic("00" * 32, "age1" + "q" * 58)
CHEAP = {"memory_kib": 8, "passes": 1}


def test_a_security_code_is_one_and_the_same_for_ever():
    """Another result would make every letter in the field wrong."""
    assert security_code(FIXED) == "38328 57353 06488 54857 74963 31682"


def test_a_wrong_digit_in_each_place_is_refused():
    right = security_code(FIXED, **CHEAP)
    digits = right.replace(" ", "")

    assert is_code_of(right, FIXED, **CHEAP)
    for place in range(DIGITS):
        for other in set("0123456789") - {digits[place]}:
            assert not is_code_of(digits[:place] + other + digits[place + 1 :], FIXED, **CHEAP)


def test_groups_in_another_order_are_refused():
    groups = security_code(FIXED, **CHEAP).split()

    for first in range(6):
        for second in range(first + 1, 6):
            swapped = list(groups)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            assert groups[first] != groups[second]
            assert not is_code_of(" ".join(swapped), FIXED, **CHEAP)


@pytest.mark.parametrize("between", ["", " ", "-", " - ", "\n", "–"])
def test_blanks_and_dashes_do_not_matter(between):
    assert is_code_of(between.join(security_code(FIXED, **CHEAP).split()), FIXED, **CHEAP)


@pytest.mark.parametrize("typed", ["", "12345", "1" * 29, "1" * 31, "x" * 30, "١" * 30, "1" * 29 + "²"])
def test_what_is_not_thirty_digits_is_no_code(typed):
    assert digits_of(typed) is None
    assert not is_code_of(typed, FIXED, **CHEAP)


def test_no_two_of_ten_thousand_devices_have_one_code():
    codes = {
        security_code.__wrapped__(DevicePublic(f"{number:064x}", FIXED.receiving), **CHEAP) for number in range(10_000)
    }

    assert len(codes) == 10_000


def test_the_code_hangs_on_both_keys():
    first, second = make_device_keys().public, make_device_keys().public
    mixed = DevicePublic(first.signing, second.receiving)

    assert len({security_code(each, **CHEAP) for each in (first, second, mixed)}) == 3
