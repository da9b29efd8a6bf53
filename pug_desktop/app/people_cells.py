"""One row of somebody's list, read: what each column of the grid gets, and what stands against it.

The preview, a correction in it and the import all read with `read_row`: what is shown is what goes in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeGuard

from pug_desktop import errors
from pug_desktop.app.attend_cells import age_band_of, read_cell
from pug_desktop.app.people_columns import BIRTH, SEX_L, SEX_P, TARGETS, shown
from pug_desktop.intake.tables import Cell

MOST_DIGITS = 10**15
"""A number of Excel has fifteen digits that are true."""

LOST = "???"
"""Stands for the last three digits of a NIP that was kept as a number."""

_OLDEST = 120
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan januari january", "feb februari pebruari february", "mar maret march", "apr april", "mei may"),
            *("jun juni june", "jul juli july", "agu agt ags agustus aug august", "sep sept september"),
            *("okt oktober oct october", "nov november nopember", "des desember dec december"),
        ),
        1,
    )
    for name in names.split()
}


class Fault(StrEnum):
    """Why a row cannot go in as it is."""

    NO_NAME = "no_name"
    NAME_IS_NUMBER = "name_is_number"
    NIP_DAMAGED = "nip_damaged"
    NO_VALUE = "no_value"
    BOTH_SEXES = "both_sexes"
    NO_DATE = "no_date"
    NOT_FITTING = "not_fitting"


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell that cannot go in: the target that its column is taken as, and what was expected ("teks / text")."""

    field: str
    fault: Fault
    text: str
    expected: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says: the text of each target, what the grid keeps of it, what stands against it."""

    texts: Mapping[str, str]
    values: Mapping[str, str | None]
    problems: tuple[Problem, ...]
    zeros: tuple[str, ...] = ()
    """Phone numbers that Excel took the zero off, which was put back."""


def read_row(cells: Mapping[str, Cell], missing: frozenset[str] = frozenset(), on: date | None = None) -> ReadRow:
    """Read one row.

    Args:
        cells: by target.
        missing: targets whose cell has a formula or a mistake of Excel and no value.
        on: the day of the meeting, on which the age is taken.
    """
    texts = {target: shown(cell) for target, cell in cells.items()}
    values: dict[str, str | None] = {}
    problems: list[Problem] = []
    zeros: list[str] = []
    for target in missing:
        problems.append(Problem(target, Fault.NO_VALUE, texts.get(target, "")))
    for target, cell in cells.items():
        if target in missing or target in (SEX_L, SEX_P, BIRTH):
            continue
        text = texts[target]
        if target == "nip" and _is_number(cell) and abs(cell) >= MOST_DIGITS:
            # The digits that Excel made up are not shown as if somebody had written them.
            text = texts[target] = text[: -len(LOST)] + LOST
        if target == "nip" and text.endswith(LOST):
            problems.append(Problem(target, Fault.NIP_DAMAGED, text))
            continue
        if target == "phone" and _is_number(cell) and text.startswith("8"):
            text = texts[target] = f"0{text}"
            zeros.append(target)
        try:
            values[target] = read_cell(target, text)
        except errors.WrongValue as error:
            fault = Fault.NIP_DAMAGED if target == "nip" else Fault.NOT_FITTING
            problems.append(Problem(target, fault, text, str(error.fields["expected"])))
    _ticked(texts, values, problems)
    _born(cells, texts, values, problems, on)
    _named(values, problems)
    problems.sort(key=lambda each: TARGETS.index(each.field))
    return ReadRow(texts, values, tuple(problems), tuple(zeros))


def _is_number(cell: Cell) -> TypeGuard[int | float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _named(values: dict[str, str | None], problems: list[Problem]) -> None:
    if any(each.field == "name" for each in problems):
        return
    name = values.get("name")
    if not name:
        problems.append(Problem("name", Fault.NO_NAME, ""))
    elif not any(letter.isalpha() for letter in name):
        problems.append(Problem("name", Fault.NAME_IS_NUMBER, name))


def _ticked(texts: Mapping[str, str], values: dict[str, str | None], problems: list[Problem]) -> None:
    """A column for men and one for women, of which one is ticked."""
    told = {sex: texts[column] for column, sex in ((SEX_L, "L"), (SEX_P, "P")) if _tells(texts.get(column, ""))}
    if len(told) == 2:
        problems.append(Problem(SEX_L, Fault.BOTH_SEXES, " / ".join(told.values())))
    elif told and not values.get("sex"):
        values["sex"] = next(iter(told))


def _tells(text: str) -> bool:
    return text.strip().casefold() not in ("", "0", "-", "–", "tidak", "x0", "false")


def _born(
    cells: Mapping[str, Cell],
    texts: dict[str, str],
    values: dict[str, str | None],
    problems: list[Problem],
    on: date | None,
) -> None:
    """The day of birth is not kept: the age band of that day is."""
    if BIRTH not in cells or not texts[BIRTH] or any(each.field == BIRTH for each in problems):
        return
    day = read_day(cells[BIRTH])
    years = None if day is None or on is None else on.year - day.year - ((on.month, on.day) < (day.month, day.day))
    if day is None or (years is not None and not 0 <= years <= _OLDEST):
        problems.append(Problem(BIRTH, Fault.NO_DATE, texts[BIRTH]))
    elif years is not None and not values.get("age_band"):
        values["age_band"] = age_band_of(years)


def read_day(cell: Cell) -> date | None:
    """A day as people write it: 12/03/1980, 12-3-1980, 1980-03-12, 12 Maret 1980, also behind a place and a comma."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = shown(cell).rpartition(",")[2].strip().casefold()
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?: 00:00(?::00)?)?", text):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        day, month, year = map(int, found.groups())
    elif (found := re.fullmatch(r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})", text)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS[found[2]], int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
