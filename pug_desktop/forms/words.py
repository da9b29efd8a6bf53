"""Numbers as they are written in Indonesia: dots for thousands, a comma for decimals."""


def number_words(number: int, lang: str = "id") -> str:
    """1234 as "1.234" ("1,234" in English)."""
    grouped = f"{number:,}"
    return grouped if lang == "en" else grouped.replace(",", ".")


def rupiah_words(amount: int, lang: str = "id") -> str:
    """1500000 as "Rp1.500.000"."""
    return f"Rp{number_words(amount, lang)}"


def decimal_words(decimal: str, lang: str = "id") -> str:
    """The text "91.25" as "91,25"."""
    whole, _, fraction = decimal.partition(".")
    shown = number_words(int(whole), lang)
    if not fraction:
        return shown
    return f"{shown}.{fraction}" if lang == "en" else f"{shown},{fraction}"


def percent_words(numerator: int, denominator: int, lang: str = "id") -> str:
    """12 of 34 as "35,3 %"; empty when the denominator is 0. Whole numbers only, rounded half up."""
    if denominator <= 0:
        return ""
    tenths = (numerator * 2000 + denominator) // (denominator * 2)
    return f"{decimal_words(f'{tenths // 10}.{tenths % 10}', lang)} %"


def date_words(iso: str, lang: str = "id") -> str:
    """The date "2022-06-30" as "30 Juni 2022"."""
    year, month, day = iso.split("-")
    name = (_MONTHS_EN if lang == "en" else _MONTHS)[int(month) - 1]
    return f"{int(day)} {name} {year}"


def list_words(words: list[str] | tuple[str, ...], lang: str = "id") -> str:
    """Things in a row: "a", "a dan b", "a, b, dan c"."""
    joint = "and" if lang == "en" else "dan"
    if len(words) < 3:
        return f" {joint} ".join(words)
    return f"{', '.join(words[:-1])}, {joint} {words[-1]}"


_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_MONTHS_EN = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
