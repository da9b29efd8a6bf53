"""The seal of an instrument fits one document, one name, one version, one issuer."""

from dataclasses import replace

import pytest

from pug_desktop.bundle.instrument_seal import Sealed, is_sealed_by, seal
from pug_desktop.bundle.keys import make_device_keys

SEALED = Sealed("prasyarat-opd", 2, "ab" * 32, "cd" * 32)
KEYS = make_device_keys()
SIGNATURE = seal(SEALED, KEYS)


def test_it_fits_what_it_was_made_for():
    assert is_sealed_by(SEALED, SIGNATURE, KEYS.public)


@pytest.mark.parametrize(
    "changed", [{"form": "prasyarat-kabkota"}, {"version": 3}, {"sha256": "ac" * 32}, {"supersedes": ""}]
)
def test_it_fits_nothing_else(changed):
    assert not is_sealed_by(replace(SEALED, **changed), SIGNATURE, KEYS.public)


def test_it_fits_no_other_device():
    assert not is_sealed_by(SEALED, SIGNATURE, make_device_keys().public)


@pytest.mark.parametrize("place", range(0, 128, 9))
def test_one_changed_digit_is_noticed(place):
    digit = "0" if SIGNATURE[place] != "0" else "1"
    assert not is_sealed_by(SEALED, SIGNATURE[:place] + digit + SIGNATURE[place + 1 :], KEYS.public)


@pytest.mark.parametrize("signature", ["", "00", "x" * 128, "0" * 126, "0" * 130, SIGNATURE + "00"])
def test_what_is_no_signature_does_not_fit(signature):
    assert not is_sealed_by(SEALED, signature, KEYS.public)


def test_the_signed_bytes_are_those_of_the_format():
    assert SEALED.signed_bytes() == (
        b'PUG-INSTRUMENT-v1\0{"form":"prasyarat-opd","sha256":"'
        + b"ab" * 32
        + b'","supersedes":"'
        + b"cd" * 32
        + b'","version":2}'
    )
