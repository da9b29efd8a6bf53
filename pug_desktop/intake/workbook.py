"""The cells of a workbook as text; whoever calls says which sheets are wanted."""

import datetime
import io
from collections.abc import Iterable
from pathlib import Path

from pug_desktop import errors
from pug_desktop.intake.workbook_gate import counted_workbook

LONGEST = 100_000
"""Characters of a cell; Excel itself keeps 32,767."""

_DAMAGED = "isinya rusak / its content is damaged"


def read_sheets(path: Path, names: Iterable[str]) -> dict[str, list[list[str]]]:
    """The rows of those sheets that are there, from the first row and column on, by name in small letters.

    Raises:
        FileUnreadable
        WorkbookRefused: it is no workbook, or not one to be opened.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    wanted = {name.casefold() for name in names}
    data = counted_workbook(path)
    found: dict[str, list[list[str]]] = {}
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for name in book.sheet_names:
                plain = name.strip().casefold()
                if plain in wanted and plain not in found:
                    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                    found[plain] = [[_text(cell) for cell in row] for row in rows]
    except (CalamineError, ValueError, OverflowError) as error:
        raise errors.WorkbookRefused(path=path, problem=_DAMAGED) from error
    except BaseException as error:
        # What its authors did not foresee leaves the reader as a panic, which is no Exception.
        if type(error).__name__ == "PanicException":
            raise errors.WorkbookRefused(path=path, problem=_DAMAGED) from error
        raise
    return found


def _text(cell: object) -> str:
    """The cell as a person would have typed it; 2.0 is 2, since Excel keeps whole numbers so too."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2**53 else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(sep=" ")
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return str(cell)[:LONGEST]
