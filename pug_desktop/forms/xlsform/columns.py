"""The sheets of a workbook as plain rows, columns found by their headings, and places as Excel tells them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pug_desktop.forms.schema import Text

INDONESIAN = "Bahasa Indonesia (id)"
ENGLISH = "English (en)"

SHEETS = ("survey", "choices", "settings")

_LANGUAGES = {
    "": "id",
    "id": "id",
    "in": "id",
    "bahasa": "id",
    "indonesia": "id",
    "indonesian": "id",
    "bahasa indonesia": "id",
    "en": "en",
    "english": "en",
    "inggris": "en",
    "bahasa inggris": "en",
}
_LONGEST_HEADING = 100
_PLACES = (("lembar", "baris", "kolom"), ("sheet", "row", "column"))
_LANGUAGE = re.compile(r"(?P<words>[^()]*?)\s*(?:\((?P<code>[A-Za-z-]+)\))?")

WORDED = ("label", "hint", "constraint_message")
"""Columns that XLSForm translates; one without a language is Indonesian."""

SURVEY = (
    *("type", "name", f"label::{INDONESIAN}", f"label::{ENGLISH}", f"hint::{INDONESIAN}", f"hint::{ENGLISH}"),
    *("required", "relevant", "constraint"),
    *(f"constraint_message::{INDONESIAN}", f"constraint_message::{ENGLISH}"),
    *("pug_kind", "pug_unit_id", "pug_unit_en", "pug_note_id", "pug_note_en", "pug_evidence", "pug_evidence_required"),
    *("pug_frequency", "pug_auto_from", "pug_rollup", "pug_lke_group", "pug_aliases"),
    *("pug_warning", "pug_warning_message_id", "pug_warning_message_en", "pug_basis"),
)
CHOICES = ("list_name", "name", f"label::{INDONESIAN}", f"label::{ENGLISH}")
SETTINGS = ("form_title", "form_id", "version", "default_language", "pug_title_en", "pug_source", "pug_derives")

HEADINGS: Mapping[str, tuple[str, ...]] = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}
NEEDED: Mapping[str, tuple[str, ...]] = {
    "survey": ("type", "name", "label"),
    "choices": ("list_name", "name", "label"),
    "settings": ("form_id", "version", "form_title"),
}


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: `headings` is its first row, `rows[0]` its second."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one cell; `row` counts as Excel does, `column` from 1, and 0 means all of them."""

    sheet: str
    row: int
    column: int
    heading: str
    problem: Text

    @property
    def letter(self) -> str:
        """The column as Excel names it; "" for all of them."""
        return letters(self.column)

    def place(self, lang: str = "id") -> str:
        """As in: lembar survey, baris 12, kolom H (relevant)."""
        sheet, row, column = _PLACES[lang == "en"]
        pieces = [f"{sheet} {self.sheet}"]
        if self.row:
            pieces.append(f"{row} {self.row}")
        if self.column:
            pieces.append(f"{column} {self.letter}" + (f" ({self.heading})" if self.heading else ""))
        return ", ".join(pieces)

    def words(self, lang: str = "id") -> str:
        """The place, and what is wrong there."""
        return f"{self.place(lang)}: {self.problem.of(lang)}"


def letters(column: int) -> str:
    """The 28th column as "AB"."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


class Columns:
    """A sheet whose cells are asked for by the words of their heading.

    Attributes:
        grid: the sheet.
        unknown: (number, heading) of the columns that mean nothing to us.
        twice: (number, heading) of those whose heading stands there a second time.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.unknown: list[tuple[int, str]] = []
        self.twice: list[tuple[int, str]] = []
        self._places: dict[str, int] = {}
        known = {_plain(each)[0] for each in HEADINGS[grid.name]}
        for number, whole in enumerate(grid.headings, start=1):
            heading = whole.strip()[:_LONGEST_HEADING]
            if not heading:
                continue
            base, language = _plain(heading)
            key = f"{base}:{language}" if base in WORDED else base
            if base not in known or language is None or (language == "en" and base not in WORDED):
                self.unknown.append((number, heading))
            elif key in self._places:
                self.twice.append((number, heading))
            else:
                self._places[key] = number

    def has(self, base: str) -> bool:
        """Whether there is such a column, in one language or the other."""
        return self.number(base) > 0

    def number(self, base: str, language: str = "") -> int:
        """The number of a column from 1; 0 where there is none."""
        if base not in WORDED:
            return self._places.get(base, 0)
        if language:
            return self._places.get(f"{base}:{language}", 0)
        return self._places.get(f"{base}:id", 0) or self._places.get(f"{base}:en", 0)

    def text(self, row: Sequence[str], base: str, language: str = "") -> str:
        """What stands in a cell, without blanks around it; "" where there is no such column."""
        number = self.number(base, language)
        return row[number - 1].strip() if 0 < number <= len(row) else ""

    def finding(self, row: int, base: str, problem: Text, language: str = "") -> Finding:
        """Something about the cell of that column."""
        number = self.number(base, language)
        heading = self.grid.headings[number - 1].strip()[:_LONGEST_HEADING] if number else ""
        return Finding(self.grid.name, row, number, heading, problem)


def _plain(heading: str) -> tuple[str, str | None]:
    """What a heading asks for and in which language; None for a language that is not ours."""
    base, _, language = heading.partition("::")
    if not language and heading.count(":") == 1:
        base, _, language = heading.partition(":")
    base = "_".join(base.split()).casefold()
    match = _LANGUAGE.fullmatch(language.strip())
    if match is None:
        return base, None
    if match["code"]:
        return base, _LANGUAGES.get(match["code"].casefold())
    return base, _LANGUAGES.get(match["words"].casefold())
