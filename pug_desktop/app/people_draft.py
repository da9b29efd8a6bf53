"""A list of persons that is about to be imported: its columns, its rows, what stands against them, what is corrected.

What is shown here is what goes in: `people` hands on the values of the rows on show. No database here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pug_desktop.app.attend_cells import FIELDS
from pug_desktop.app.attend_check import Checked, Double, RowRemark, check
from pug_desktop.app.people_cells import Fault, Problem, ReadRow, read_row
from pug_desktop.app.people_columns import TARGETS, Header, find_header, guess, header_at, plain_heading, shown
from pug_desktop.domain.attendance import office_key
from pug_desktop.intake.cell_count import column_letters
from pug_desktop.intake.tables import Cell, Table, Tables

__all__ = ["Draft", "DraftRow", "Fault", "Problem", "Skipped"]

_NO_PERSON = re.compile(
    r"(?i)(jumlah|total|sub ?total|mengetahui|menyetujui|laki-laki|perempuan|keterangan|catatan|ketua panitia"
    r"|panitia|notulis|nip|pimpinan rapat|kepala dinas|peserta)\b[^a-z]{0,3}.*"
)
_NOTHING_ODD = RowRemark()

_SIGNATURE = 3
"""Columns: with fewer filled ones a row without a name is the foot of a list."""


class Skipped(StrEnum):
    """Why a row stays outside."""

    NO = ""
    BY_HAND = "by_hand"
    NO_PERSON = "no_person"
    """A heading that is repeated, numbers of columns, a sum, a place for a signature."""
    ALREADY = "already"
    """The person is on the list of the meeting."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One row of the file.

    Attributes:
        place: its number in the file, from 1, as Excel shows it.
        remark: what looks odd; `remark.other` is a place among those on the list, then the rows of the file.
        on_list: the number on the list of the meeting that it doubles; 0 for none.
    """

    place: int
    read: ReadRow
    skipped: Skipped = Skipped.NO
    is_hidden: bool = False
    remark: RowRemark = _NOTHING_ODD
    on_list: int = 0

    @property
    def is_ready(self) -> bool:
        """Whether it goes in."""
        return not self.skipped and not self.read.problems

    @property
    def is_odd(self) -> bool:
        """Whether somebody should look at it, though it can go in."""
        return not self.skipped and (bool(self.remark) or self.is_hidden)

    @property
    def name(self) -> str | None:
        """As it will be kept."""
        return self.read.values.get("name")

    @property
    def nip(self) -> str | None:
        """As it will be kept."""
        return self.read.values.get("nip")

    @property
    def sex(self) -> str | None:
        """As it will be kept."""
        return self.read.values.get("sex")

    @property
    def office_name(self) -> str | None:
        """As it will be kept."""
        return self.read.values.get("office_name")


class Draft:
    """The file, as a person sees and corrects it before it goes in.

    Attributes:
        tables: the sheets; those with nothing in them are left out.
        sheet: which of them is shown, from 0.
        header: where its headings stand.
        columns: what each of its columns is taken as; "" for not at all.
        rows: the rows below the headings that hold anything in a column that is taken.
    """

    def __init__(
        self,
        tables: Tables,
        *,
        there: Sequence[Checked] = (),
        remembered: Mapping[str, str] | None = None,
        on: date | None = None,
    ) -> None:
        """`there` is the list of the meeting as it is, `remembered` what columns were taken as before."""
        self.kind = tables.kind
        self.tables = tables.tables
        self._there = tuple(there)
        self._remembered = dict(remembered or {})
        self._on = on
        self.rows: list[DraftRow] = []
        self.choose_sheet(self._likely_sheet())

    @property
    def table(self) -> Table:
        """The sheet that is shown."""
        return self.tables[self.sheet]

    @property
    def targets(self) -> tuple[str, ...]:
        """What columns are taken as, in the order of the grid."""
        taken = {each for each in self.columns if each}
        return tuple(each for each in TARGETS if each in taken)

    def _likely_sheet(self) -> int:
        """The first that is not hidden and has headings of a list of persons; else the first that is not hidden."""
        shown_ones = [number for number, each in enumerate(self.tables) if not each.is_hidden]
        for number in shown_ones:
            if find_header(self.tables[number], self._remembered).last is not None:
                return number
        return (shown_ones or [0])[0]

    # --- which columns ----------------------------------------------------------------------------------------------

    def choose_sheet(self, number: int) -> None:
        """Show another sheet; its headings and columns are guessed anew."""
        self.sheet = number
        self.header: Header = find_header(self.table, self._remembered)
        self.columns = list(guess(self.table, self.header, self._remembered))
        self._read()

    def choose_header(self, first: int | None, last: int | None = None) -> None:
        """The headings stand in these rows, from 1; None: there are none."""
        if first is None:
            self.header = Header(None, None, ())
        else:
            self.header = header_at(self.table, first - 1, (last or first) - 1)
        self.columns = list(guess(self.table, self.header, self._remembered))
        self._read()

    def take(self, column: int, target: str) -> None:
        """Take a column as something, "" for not at all; a target is one column's alone."""
        if target:
            self.columns = ["" if each == target else each for each in self.columns]
        if column < len(self.columns):
            self.columns[column] = target
        self._read()

    def mapping(self) -> dict[str, str]:
        """What each heading was taken as, for the next file."""
        return {plain: target for text, target in self._named_columns() if (plain := plain_heading(text))}

    def _named_columns(self) -> list[tuple[str, str]]:
        return list(zip(self.header.headings, self.columns, strict=False))

    def column_of(self, target: str) -> str:
        """The column of a target as Excel names it: "C"; "" when none is taken as it."""
        return column_letters(self.columns.index(target) + 1) if target in self.columns else ""

    def heading_of(self, target: str) -> str:
        """The heading of the column that is taken as a target."""
        if target not in self.columns or self.header.last is None:
            return ""
        return self.header.headings[self.columns.index(target)]

    # --- the rows ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        table, taken = self.table, [(column, target) for column, target in enumerate(self.columns) if target]
        made = []
        for number in range(self.header.below, len(table.rows)):
            row = table.rows[number]
            cells: dict[str, Cell] = {target: row[column] if column < len(row) else "" for column, target in taken}
            missing = frozenset(
                target for column, target in taken if (number, column) in table.computed and cells[target] in ("", None)
            )
            if not missing and all(cell in ("", None) or not shown(cell) for cell in cells.values()):
                continue
            read = read_row(cells, missing, self._on)
            skipped = Skipped.NO_PERSON if self._is_no_person(read) else Skipped.NO
            made.append(DraftRow(number + 1, read, skipped, is_hidden=number in table.hidden_rows))
        self.rows = made
        self._compare(first=True)

    def _is_no_person(self, read: ReadRow) -> bool:
        texts = read.texts
        name = texts.get("name", "")
        given = [text for text in texts.values() if text]
        if not name:
            return len(given) < _SIGNATURE and not any(texts.get(each) for each in ("sex", "nip"))
        if all(text.strip("()").isdigit() and len(text) < 4 for text in given):
            return True  # the numbers of the columns
        if plain_heading(name) == plain_heading(self.heading_of("name")) and len(given) > 1:
            return True  # the headings again, on a new page
        return len(given) < _SIGNATURE and len(texts) >= _SIGNATURE and _NO_PERSON.fullmatch(name) is not None

    def _compare(self, *, first: bool = False) -> None:
        """Look for doubles, on the list of the meeting and in the file."""
        asked = [number for number, row in enumerate(self.rows) if row.skipped not in (Skipped.NO_PERSON,) and row.name]
        remarks = check([*self._there, *(self.rows[number] for number in asked)])[len(self._there) :]
        for number, remark in zip(asked, remarks, strict=True):
            row = self.rows[number]
            on_list = remark.other + 1 if remark.double and remark.other < len(self._there) else 0
            row = replace(row, remark=remark, on_list=on_list)
            if first and on_list and not row.skipped and self._is_the_same(row, remark):
                row = replace(row, skipped=Skipped.ALREADY)
            self.rows[number] = row

    def _is_the_same(self, row: DraftRow, remark: RowRemark) -> bool:
        """Whether nothing at all speaks for two persons."""
        there = self._there[remark.other]
        return remark.double is Double.NIP or office_key(there.office_name) == office_key(row.office_name)

    def double_of(self, row: DraftRow) -> int:
        """The row of the file that this one doubles, as Excel numbers it; 0 for none."""
        if not row.remark.double or row.on_list:
            return 0
        asked = [each for each in self.rows if each.skipped is not Skipped.NO_PERSON and each.name]
        at = row.remark.other - len(self._there)
        return asked[at].place if 0 <= at < len(asked) else 0

    def edit(self, number: int, target: str, text: str) -> None:
        """Correct a cell of a row (from 0): it is read as if the file had it."""
        row = self.rows[number]
        cells: dict[str, Cell] = {**row.read.texts, target: text}
        still = frozenset(
            each.field for each in row.read.problems if each.fault is Fault.NO_VALUE and each.field != target
        )
        read = read_row(cells, still, self._on)
        skipped = Skipped.NO if row.skipped is Skipped.NO_PERSON and not read.problems else row.skipped
        self.rows[number] = replace(row, read=read, skipped=skipped)
        self._compare()

    def skip(self, numbers: Sequence[int], skipped: bool = True) -> None:
        """Leave rows out, or take them in again."""
        for number in numbers:
            self.rows[number] = replace(self.rows[number], skipped=Skipped.BY_HAND if skipped else Skipped.NO)
        self._compare()

    def empty_problem_cells(self) -> int:
        """Empty every cell that cannot go in, where the row can go in without it; returns how many."""
        count = 0
        for number, row in enumerate(self.rows):
            wrong = [each for each in row.read.problems if each.field != "name"]
            if row.skipped or not wrong:
                continue
            fields = {each.field for each in wrong} | ({"sex_p"} if any(_both(each) for each in wrong) else set())
            cells: dict[str, Cell] = {
                target: "" if target in fields else text for target, text in row.read.texts.items()
            }
            count += len(wrong)
            self.rows[number] = replace(row, read=read_row(cells, frozenset(), self._on))
        self._compare()
        return count

    def skip_problem_rows(self) -> int:
        """Leave out every row that cannot go in; returns how many."""
        wrong = [number for number, row in enumerate(self.rows) if row.read.problems and not row.skipped]
        self.skip(wrong)
        return len(wrong)

    # --- sums -------------------------------------------------------------------------------------------------------

    @property
    def ready(self) -> int:
        """Rows that go in."""
        return sum(row.is_ready for row in self.rows)

    @property
    def with_problems(self) -> int:
        """Rows that cannot go in as they are."""
        return sum(bool(row.read.problems) and not row.skipped for row in self.rows)

    @property
    def left_out(self) -> int:
        """Rows that stay outside."""
        return sum(bool(row.skipped) for row in self.rows)

    def people(self) -> list[dict[str, str]]:
        """What goes in: the columns of the grid of each row that is ready, empty ones left out."""
        return [
            {field: value for field in FIELDS if (value := row.read.values.get(field))}
            for row in self.rows
            if row.is_ready
        ]


def _both(problem: Problem) -> bool:
    return problem.fault is Fault.BOTH_SEXES
