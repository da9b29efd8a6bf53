"""The gate for workbooks of Excel 97 to 2003: their records are counted before anything else reads them.

The reader makes room for as many rows and texts as such a file claims to have. Here the claims are checked against what
is there; what is handed on holds the workbook alone, in a container of our own.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from pug_desktop.intake import compound_file
from pug_desktop.intake.cell_count import DAMAGED, LARGE, ODD, Count, Limits, Marks, Refused, column_letters
from pug_desktop.intake.workbook_gate import NO_SHEET, WITH_PASSWORD

_BOUNDSHEET, _FILEPASS, _END = 0x85, 0x2F, 0x0A
_TEXTS, _CONTINUED, _DIMENSIONS, _ROW = 0xFC, 0x3C, 0x200, 0x208
_TEXT_CELL = 0xFD
_SINGLE = frozenset({_TEXT_CELL, 0x204, 0xD6, 0x203, 0x27E, 0x205, 0x201, 0x06, 0x206, 0x406})
_MANY = frozenset({0xBD, 0xBE})
_FORMULAS = frozenset({0x06, 0x206, 0x406})
_ERROR = 0x205
_MOST_SHEETS = 200

_WORD = "dokumen Word atau PowerPoint / a Word or PowerPoint document"


@dataclass(frozen=True, slots=True)
class OldCounted:
    """An old workbook that was found to do no harm, and what was seen of each sheet."""

    data: bytes
    marks: dict[str, Marks]


def counted_old(data: bytes, limits: Limits) -> OldCounted:
    """The workbook in a container of our own.

    Raises:
        Refused: with what stands against it.
    """
    try:
        found = compound_file.streams(data)
    except compound_file.NoCompoundFile:
        raise Refused(DAMAGED) from None
    if "encryptedpackage" in found:
        raise Refused(WITH_PASSWORD)
    name = "workbook" if "workbook" in found else "book"
    stream = found.get(name)
    if stream is None:
        raise Refused(_WORD if found else NO_SHEET)
    if len(stream) > compound_file.MOST_STREAM:
        raise Refused(LARGE)
    try:
        book = _Book(stream, limits)
        marks = book.marks()
    except (struct.error, IndexError, ValueError):
        raise Refused(DAMAGED) from None
    return OldCounted(compound_file.alone("Workbook" if name == "workbook" else "Book", book.stream), marks)


class _Book:
    def __init__(self, stream: bytes, limits: Limits) -> None:
        self._stream = bytearray(stream)
        self._count = Count(limits)
        self._walked = 0
        self._limits = limits

    @property
    def stream(self) -> bytes:
        """The records, with claims that hold."""
        return bytes(self._stream)

    def marks(self) -> dict[str, Marks]:
        """Look at every record of every sheet."""
        sheets: list[tuple[str, int]] = []
        texts: list[bytes] = []
        for kind, body, _ in self._records(0):
            if kind == _FILEPASS:
                raise Refused(WITH_PASSWORD)
            if kind == _BOUNDSHEET and len(sheets) <= _MOST_SHEETS:
                sheets.append((_sheet_name(body), struct.unpack_from("<I", body)[0]))
            elif kind == _TEXTS:
                texts = [body]
            elif kind == _CONTINUED and texts:
                texts.append(body)
            elif texts:
                self._look_at_texts(texts)
                texts = []
        if texts:
            self._look_at_texts(texts)
        if len(sheets) > _MOST_SHEETS:
            raise Refused(ODD)
        if any(at >= len(self._stream) for _, at in sheets):
            raise Refused(DAMAGED)
        found = {name: self._sheet(name, at) for name, at in sheets}
        self._count.check_text()
        return found

    def _records(self, at: int) -> Iterator[tuple[int, bytes, int]]:
        """Kind, body and place of each record up to the end of this part."""
        stream = self._stream
        while at + 4 <= len(stream):
            kind, length = struct.unpack_from("<HH", stream, at)
            self._walked += 4 + length
            if self._walked > 2 * len(stream) + 65536:
                raise Refused(ODD)
            yield kind, bytes(stream[at + 4 : at + 4 + length]), at
            if kind == _END:
                return
            at += 4 + length

    def _sheet(self, name: str, at: int) -> Marks:
        marks, last_row, last_column, claims = Marks(), 0, 0, list[tuple[int, int]]()
        try:
            for kind, body, here in self._records(at):
                if kind in _SINGLE or kind in _MANY:
                    row, column = struct.unpack_from("<HH", body)
                    last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind in _MANY else column
                    cell = f"{column_letters(last + 1)}{row + 1}"
                    self._count.reached(row + 1, last + 1, name, cell)
                    self._count.one_more(max(1, last - column + 1), name, cell)
                    last_row, last_column = max(last_row, row + 1), max(last_column, last + 1)
                    self._count.shared += kind == _TEXT_CELL
                    if kind in _FORMULAS or (kind == _ERROR and len(body) > 7 and body[7]):
                        marks.computed.add((row, column))
                elif kind == _ROW and struct.unpack_from("<I", body, 12)[0] & 0x20:
                    marks.hidden_rows.add(struct.unpack_from("<H", body)[0])
                elif kind == _DIMENSIONS:
                    claims.append((here + 4, len(body)))
            self._count.ends(last_row, last_column, name)
            for place, length in claims:
                # The reader makes room for all that a sheet claims to have: it shall claim what it has.
                shape = "<IIHH" if length >= 12 else "<HHHH"
                struct.pack_into(shape, self._stream, place, 0, last_row, 0, last_column)
        except Refused as refused:
            raise Refused(refused.placed(refused.part)) from None
        return marks

    def _look_at_texts(self, parts: list[bytes]) -> None:
        total, unique = struct.unpack_from("<II", parts[0])
        if unique > sum(map(len, parts)) // 3 or total > 20 * self._limits.cells:
            raise Refused(ODD)
        self._count.longest = max(self._count.longest, _longest_text(parts, unique))


def _sheet_name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    letters = body[8 : 8 + length * (2 if wide else 1)]
    return letters.decode("utf-16-le" if wide else "latin-1", "replace")


def _longest_text(parts: list[bytes], unique: int) -> int:
    """The longest of the shared texts; a text may go on in the next record, there with its flags anew."""
    part, at, longest = 0, 8, 0

    def skip(count: int) -> None:
        nonlocal part, at
        while count:
            if at >= len(parts[part]):
                part, at = part + 1, 0
                continue
            step = min(count, len(parts[part]) - at)
            at, count = at + step, count - step

    for _ in range(unique):
        if at >= len(parts[part]):
            part, at = part + 1, 0
        length, flags = struct.unpack_from("<HB", parts[part], at)
        at += 3
        runs = extra = 0
        if flags & 8:
            (runs,) = struct.unpack_from("<H", parts[part], at)
            at += 2
        if flags & 4:
            (extra,) = struct.unpack_from("<I", parts[part], at)
            at += 4
        longest = max(longest, length)
        wide = flags & 1
        while length:
            if at >= len(parts[part]):
                part, at = part + 1, 1
                wide = parts[part][0] & 1
            here = min(length, (len(parts[part]) - at) // (2 if wide else 1))
            at, length = at + here * (2 if wide else 1), length - here
            if length and at < len(parts[part]):
                raise ValueError("a letter is cut in two")
        skip(4 * runs + extra)
    return longest
