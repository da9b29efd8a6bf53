import pytest

from pug_desktop.domain.nip import NipRemark, nip_digits, nip_remark


@pytest.mark.parametrize(
    ("nip", "sex", "remark"),
    [
        (None, "P", NipRemark.NONE),
        ("19800101 200501 2 001", "P", NipRemark.NONE),
        ("198001012005012001", None, NipRemark.NONE),
        # A PPPK: year of the contract and its code 21.
        ("199104122022212005", "P", NipRemark.NONE),
        ("198001012005012001", "L", NipRemark.OTHER_SEX),
        ("19800101200501", "L", NipRemark.LENGTH),
        ("3671014101800002", "P", NipRemark.NIK),
        ("belum ada", "L", NipRemark.LETTERS),
        ("١٩٨٠٠١٠١٢٠٠٥٠١٢٠٠١", "P", NipRemark.LETTERS),
        ("198013012005012001", "P", NipRemark.BIRTH),
        ("198002302005012001", "P", NipRemark.BIRTH),
        ("198001012005132001", "P", NipRemark.APPOINTED),
        ("198001012005002001", "P", NipRemark.APPOINTED),
        ("198001011985012001", "P", NipRemark.APPOINTED),
        ("198001012005013001", "P", NipRemark.SEX_DIGIT),
    ],
)
def test_a_nip_is_only_remarked_upon(nip: str | None, sex: str | None, remark: NipRemark) -> None:
    assert nip_remark(nip, sex) is remark


def test_what_people_write_between_the_digits_does_not_count() -> None:
    assert nip_digits("19800101 200501.2-001") == "198001012005012001"
    assert nip_digits(None) == ""
