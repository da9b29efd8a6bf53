"""The columns of the attendance grid, and how a typed or pasted text is read in each."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from pug_desktop import errors
from pug_desktop.domain.kinds import OFFICE_TYPES
from pug_desktop.domain.options import AGE_BANDS, ATTENDANCE_ROLES, DISABILITY
from pug_desktop.domain.words import labels, not_entered

FIELDS = (
    "name",
    "nip",
    "sex",
    "position",
    "office_name",
    "office_type",
    "role",
    "phone",
    "age_band",
    "disability",
)
"""The columns of the grid in their order."""

CONTACT_FIELDS = ("nip", "phone")
"""They lie in a record of their own (`attendance_contact`) that stays in the district."""

TRAIT_FIELDS = ("age_band", "disability")
"""They lie in a record of their own (`attendance_trait`) that stays in the district."""

MOST_LETTERS = 1000
"""Longer than any name or office: a whole page that was pasted into one cell is none."""

_NOTHING = re.compile(r"[-–—_.…\s]+")
"""What people write into a cell to say that there is nothing."""

_NOT_ENTERED = {field: {word.casefold() for word in not_entered(field)} for field in ("office_type", "sex")}
"""What our own papers and workbooks print there."""

_MEN = frozenset({"l", "lk", "laki", "lakilaki", "pria", "m", "male"})
_WOMEN = frozenset({"p", "pr", "perempuan", "wanita", "w", "f", "female"})

_ROLES: Mapping[str, str] = {
    "peserta rapat": "peserta",
    "undangan": "peserta",
    "nara sumber": "narasumber",
    "pembicara": "narasumber",
    "pemateri": "narasumber",
    "pimpinan rapat": "pimpinan",
    "ketua rapat": "pimpinan",
    "panitia pelaksana": "panitia",
}
"""Words that people write for a role, beside the codes and labels."""

_YES = frozenset({"ya", "y", "yes", "ada", "v", "✓", "✔", "disabilitas", "difabel", "penyandang disabilitas"})
_NO = frozenset({"tidak", "t", "no", "n", "bukan", "non disabilitas", "nondisabilitas", "non-disabilitas", "tidak ada"})

_OLDEST = 120


def read_cell(field: str, text: str | None) -> str | None:
    """A typed or pasted text as the column keeps it; None for an empty one, and for one that only has dashes.

    "perempuan", "pr", "w" are P; a type, a role or an age band may be written as its word, an age as a number of years.
    A NIP that a spreadsheet turned into a number has lost its last digits for good, and is refused rather than kept
    wrong.

    Raises:
        WrongValue: the text does not fit the column.
    """
    plain = " ".join(_printable(text or "").split())
    if not plain or _NOTHING.fullmatch(plain) or plain.casefold() in _NOT_ENTERED.get(field, ()):
        return None
    if len(plain) > MOST_LETTERS:
        raise errors.WrongValue(
            field=field_path(field), value=plain, expected=f"≤ {MOST_LETTERS} huruf / {MOST_LETTERS} characters"
        )
    reader = _READERS.get(field)
    return reader(plain) if reader else plain


def field_path(field: str) -> str:
    """A column as an error names it: attendance_contact.nip."""
    kind = (
        "attendance_contact"
        if field in CONTACT_FIELDS
        else "attendance_trait"
        if field in TRAIT_FIELDS
        else "attendance"
    )
    return f"{kind}.{field}"


def _printable(text: str) -> str:
    """Without what is no letter: control characters count as blanks, halves of surrogate pairs as nothing."""
    if text.isprintable():
        return text
    kinds = ((letter, unicodedata.category(letter)) for letter in text)
    return "".join(" " if kind in ("Cc", "Zl", "Zp") else letter for letter, kind in kinds if kind != "Cs")


def _sex(text: str) -> str:
    word = re.sub(r"[^a-z]", "", text.casefold())
    if word in _MEN:
        return "L"
    if word in _WOMEN:
        return "P"
    raise errors.WrongValue(field="attendance.sex", value=text, expected="L / P")


def _nip(text: str) -> str:
    if _is_number_of_excel(text) or re.fullmatch(r"\d{15}0{3}", text):
        raise errors.WrongValue(
            field="attendance_contact.nip", value=text, expected="NIP sebagai teks / as text, 18 angka / digits"
        )
    digits = re.sub(r"[\s.\-']", "", text)
    return digits if digits.isascii() and digits.isdigit() else text


def _phone(text: str) -> str:
    if _is_number_of_excel(text):
        raise errors.WrongValue(
            field="attendance_contact.phone", value=text, expected="nomor sebagai teks / number as text"
        )
    return text.removeprefix("'").strip()


def _is_number_of_excel(text: str) -> bool:
    return re.fullmatch(r"\d(?:[.,]\d+)?e\+?\d+", text.casefold()) is not None


def _office_type(text: str) -> str:
    return _option("attendance.office_type", "office_type", OFFICE_TYPES, text)


def _role(text: str) -> str:
    return _ROLES.get(text.casefold()) or _option("attendance.role", "attendance_role", ATTENDANCE_ROLES, text)


def _age_band(text: str) -> str:
    word = re.sub(r"\s*(tahun|thn?|years?)\.?$", "", text.casefold()).strip()
    if word.isascii() and word.isdigit() and int(word) <= _OLDEST:
        return age_band_of(int(word))
    shape = re.sub(r"\s+", "", word).replace("–", "-").replace("—", "-").replace("s/d", "-").replace("sd", "-")
    shapes = {
        **dict.fromkeys(("<18", "0-17", "anak", "dibawah18"), "u18"),
        **{f"{low}-{high}": code for code, low, high in (("18_30", 18, 30), ("31_45", 31, 45), ("46_59", 46, 59))},
        **dict.fromkeys(("60+", ">60", ">=60", "≥60", "lansia", "60keatas"), "60_up"),
    }
    return shapes.get(shape) or _option("attendance_trait.age_band", "age_band", AGE_BANDS, text)


def age_band_of(years: int) -> str:
    """The band that an age lies in."""
    limits = ((18, "u18"), (31, "18_30"), (46, "31_45"), (60, "46_59"))
    return next((code for limit, code in limits if years < limit), "60_up")


def _disability(text: str) -> str:
    word = text.casefold()
    if word in _YES:
        return "ya"
    if word in _NO:
        return "tidak"
    return _option("attendance_trait.disability", "disability", DISABILITY, text)


def _option(path: str, name: str, codes: tuple[str, ...], text: str) -> str:
    word = text.casefold()
    if word.replace(" ", "_") in codes:
        return word.replace(" ", "_")
    shown = labels(name, "id")
    for code, label in (*shown, *labels(name, "en")):
        if code in codes and word in (label.casefold(), label.casefold().partition("(")[2].rstrip(")")):
            return code
    raise errors.WrongValue(field=path, value=text, expected=", ".join(label for code, label in shown if code in codes))


_READERS: Mapping[str, Callable[[str], str]] = {
    "sex": _sex,
    "nip": _nip,
    "phone": _phone,
    "office_type": _office_type,
    "role": _role,
    "age_band": _age_band,
    "disability": _disability,
}
