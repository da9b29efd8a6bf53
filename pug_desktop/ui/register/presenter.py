"""What the page Dokumen shows of a row and which inputs a row has; no Qt here."""

from collections.abc import Mapping

from pug_desktop.app.registers import MemberRow, RegisterRow
from pug_desktop.domain.dates import (
    decimal_words,
    number_words,
    parse_date,
    percent_words,
    rupiah_words,
    short_date_words,
)
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.registers import Validity, titled
from pug_desktop.domain.words import label

TABS: Mapping[str, tuple[str, ...]] = {
    "opd": ("regulation", "decree", "gender_budget"),
    "kabkota": ("regulation", "decree", "award", "gender_index", "gender_budget"),
    "provinsi": ("regulation", "decree", "award", "gender_index", "gender_budget"),
}
"""The registers of each role: awards and indices are given to a region, not to an office."""

FIELDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "regulation": (("regulation_kind",), ("number", "year"), ("about",), ("enacted_on",), ("valid_until",)),
    "decree": (("decree_kind",), ("number",), ("decree_on",), ("about",), ("from_on",), ("until_on",)),
    "award": (("category",),),
    "gender_index": (("value",), ("rank", "rank_of"), ("rank_scope",)),
    "gender_budget": (("amount",), ("base",), ("base_name",), ("institution_amount",)),
    "member": (("name",), ("sex",), ("position",), ("role",), ("from_on",), ("until_on",), ("trained_on",)),
}
"""The fields of a row as lines of its card; what a row is known by (year, index, award) stands in its heading."""

LOOKS: Mapping[Validity, str] = {
    Validity.IN_FORCE: "good",
    Validity.ENDS_SOON: "warn",
    Validity.ENDED: "bad",
    Validity.NOT_YET: "warn",
    Validity.UNDATED: "warn",
}

REGULATION_KINDS = (
    "Perda",
    "Perwal",
    "Perbup",
    "Pergub",
    "Surat Edaran",
    "Instruksi",
    "Keputusan Kepala Daerah",
    "Keputusan Sekda",
    "Keputusan Kepala Dinas",
    "Juknis",
    "SOP",
    "Rencana Aksi Daerah",
)
CATEGORIES = ("Pratama", "Madya", "Nindya", "Utama", "Mentor")
AWARDS = ("APE", "PPE")
INDICES = ("IPG", "IDG", "IKG")


def title(row: RegisterRow, lang: str) -> str:
    """What a row is called: "Perwal 56 Tahun 2018", "SK Pokja PUG", "IPG 2022"; "" when nothing of it is known."""
    match row.kind:
        case "regulation":
            return " ".join(
                part for part in (row.text("regulation_kind"), titled(row.text("number"), row.number("year"))) if part
            )
        case "decree":
            return label("decree_kind", row.text("decree_kind"), lang)
        case "award":
            return " ".join(part for part in (row.text("award"), _year(row)) if part)
        case "gender_index":
            return " ".join(part for part in (row.text("index"), _year(row)) if part)
    return " – ".join(part for part in (_year(row), row.place) if part)


def listed(row: RegisterRow, lang: str) -> str:
    """What stands in the list: the number of a decree with it, and whose it is when it is not our own."""
    words = title(row, lang) or "–"
    if row.kind == "decree" and row.text("number"):
        words = f"{words}, {row.text('number')}"
    return words if row.mine else f"{words} · {row.place}"


def _year(row: RegisterRow) -> str:
    year = row.number("year")
    return "" if year is None else str(year)


def validity_words(row: RegisterRow, lang: str) -> str:
    """Whether a paper is in force: "Berlaku", "Segera berakhir"; empty for what has no end."""
    return "" if row.validity is None else label("validity", row.validity.value, lang)


def rank_words(row: RegisterRow, lang: str) -> str:
    """The rank as "3 dari 8, Provinsi Banten"; empty when none is known."""
    rank, of = row.number("rank"), row.number("rank_of")
    if rank is None:
        return ""
    words = (
        number_words(rank)
        if of is None
        else f"{number_words(rank)} {'of' if lang == 'en' else 'dari'} {number_words(of)}"
    )
    return ", ".join(part for part in (words, row.text("rank_scope")) if part)


def value_words(row: RegisterRow) -> str:
    """An index with a comma; "" while it is not known."""
    return decimal_words(row.text("value")) if row.text("value") else ""


def money_words(amount: int | None) -> str:
    """Rupiah; "" while nobody entered it, which is not Rp0."""
    return "" if amount is None else rupiah_words(amount)


def share_words(row: RegisterRow) -> str:
    """ARG as a share of its base; "" where either is missing or the base is smaller."""
    amount, base = row.number("amount"), row.number("base")
    if amount is None or not base or base < amount:
        return ""
    return percent_words(amount, base)


def member_words(member: MemberRow, lang: str) -> tuple[str, str, str]:
    """Role, first and last day of a member."""
    days = [parse_date(str(member.values[name] or "")) for name in ("from_on", "until_on")]
    first, last = ("–" if day is None else short_date_words(day, lang) for day in days)
    return label("assignment_role", str(member.values["role"] or ""), lang), first, last


def input_name(kind: str, field: str, lang: str) -> str:
    """The words above an input: "Nomor SK"."""
    if kind == "member":
        kind = "person" if field in ("name", "sex", "position") else "assignment"
    words = field_label(kind, field, lang)
    return words[:1].upper() + words[1:]


def read_year(text: str) -> object:
    """What was typed as a year; not a number stays as it is and is refused with a sentence."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else text


def fitting(words: tuple[str, ...], typed: str) -> list[str]:
    """The offers that hold what is typed so far."""
    return [each for each in words if typed.casefold().strip() in each.casefold()]
