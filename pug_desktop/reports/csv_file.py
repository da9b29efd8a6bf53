"""Tables as CSV: what a person typed stays text wherever the file is opened.

Two kinds. "Untuk Excel": semicolons and a byte order mark, as Excel with Indonesian settings wants it; what Excel would
make a number, a date or a formula of gets an apostrophe in front. "Standar": RFC 4180 with commas in UTF-8, for
other programs; only what a spreadsheet would run as a formula gets the apostrophe. A text that begins with an
apostrophe gets one more, so that `bare` gives back every text.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from pug_desktop.reports.file import save
from pug_desktop.reports.plain_text import clean

EXCEL, STANDARD = "excel", "standar"
CSV_KINDS = (EXCEL, STANDARD)

MARK = "'"

_RUNS = re.compile(r"\s*['=+\-@|%\uff1d\uff0b\uff0d\uff20\t\r]")
"""What a spreadsheet may take for a formula, also behind spaces and in wide letters."""

_MONTHS_AND_DAYS = (
    "jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec"
    "|sen|sel|rab|kam|jum|sab|min|ahad|mon|tue|wed|thu|fri|sat|sun"
)
_READS_AS_NUMBER = re.compile(
    rf"(?=.*\d)(?:[\d\s.,:/%()+\-'$€£¥]|(?:{_MONTHS_AND_DAYS})[a-z]*+|rp|idr|usd|e|am|pm)+|\s*(?:true|false|benar|salah)\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What Excel may make a number, a date, a time or a truth of: nothing else stands there.

The letters behind a month are never given back: "janjanjan" could be cut in so many ways that it would take years.
"""


def guarded(text: str, kind: str) -> str:
    """The text as it stands in the file."""
    if _RUNS.match(text) or (kind == EXCEL and _READS_AS_NUMBER.fullmatch(text)):
        return MARK + text
    return text


def bare(text: str) -> str:
    """The text as it was, from what stands in the file."""
    return text.removeprefix(MARK)


def write_csv(
    out: Path, headings: Sequence[str], rows: Sequence[Sequence[str | int | None]], *, kind: str = EXCEL
) -> None:
    """Writes one table; texts stand in quotes, numbers do not, nothing at all where nobody told.

    Raises:
        DiskFull, FolderNotWritable: nothing was written.
    """
    between = ";" if kind == EXCEL else ","
    lines = [between.join(_cell(each, kind) for each in row) for row in (headings, *rows)]
    text = "".join(f"{line}\r\n" for line in lines)
    save(out, text.encode("utf-8-sig" if kind == EXCEL else "utf-8"))


def _cell(value: str | int | None, kind: str) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return '"' + guarded(clean(value), kind).replace('"', '""') + '"'
