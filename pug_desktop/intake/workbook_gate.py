"""What a foreign workbook must be before it is opened: a small file of 200 kB can ask for a gigabyte of memory.

A workbook is a zip file of XML. All of it is inflated once here and counted while it comes out, and every cell is
looked at: the reader makes room for all cells up to the last one. What is handed on is a zip file made anew from the
XML alone, so that no second way to read the foreign one is left.
"""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from pug_desktop import errors

MOST_BYTES = 50 * 1024 * 1024
MOST_ENTRIES = 2_000
MOST_INFLATED = 200 * 1024 * 1024
MOST_RATIO = 200
SMALL = 1024 * 1024
"""An entry that inflates to less may be packed as tightly as it likes: styles and empty sheets are."""

MOST_ROWS = 20_000
MOST_COLUMNS = 256
MOST_CELLS = 1_000_000
"""An instrument has 300 rows and 30 columns."""

_CHUNK = 1024 * 1024
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_WORKBOOK = "xl/workbook.xml"

_NO_WORKBOOK = "bukan berkas Excel .xlsx / it is no .xlsx workbook"
_LOCKED_WORDS = (
    "terkunci kata sandi atau berkas Excel lama (.xls) / it is locked by a password, or an old workbook (.xls)"
)
_DAMAGED = "isinya rusak / its content is damaged"
_LARGE = "isinya terlalu besar / its content is too large"
_WIDE = "ada sel yang terlalu jauh ke bawah atau ke kanan / a cell lies too far down or to the right"
_ODD = "susunannya tidak wajar / it is put together in an odd way"


def counted_workbook(path: Path) -> bytes:
    """The XML of a workbook, in a zip file of our own, once it is found to do no harm.

    Raises:
        FileUnreadable
        WorkbookRefused: with what stands against it.
    """
    try:
        with path.open("rb") as file:
            # Asking for more than there is takes that much memory.
            data = file.read(min(path.stat().st_size, MOST_BYTES) + 1)
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error
    try:
        return _counted(data)
    except _Refused as refused:
        problem = refused.problem
    except zipfile.BadZipFile:
        problem = _DAMAGED if data.startswith(b"PK") else _NO_WORKBOOK
    except (zlib.error, struct.error, EOFError, OSError, OverflowError, ValueError):
        problem = _DAMAGED
    except (NotImplementedError, RuntimeError):  # a method or a lock that zipfile does not know
        problem = _ODD
    raise errors.WorkbookRefused(path=path, problem=problem)


class _Refused(Exception):
    """What stands against the workbook, in both languages."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def _counted(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise _Refused(_LARGE)
    if data.startswith(_LOCKED):
        raise _Refused(_LOCKED_WORDS)
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(anew, "w", zipfile.ZIP_STORED) as kept:
        entries = archive.infolist()
        _check_entries(entries, data)
        cells, room = _Cells(), MOST_INFLATED
        for entry in entries:
            is_xml = entry.filename.casefold().endswith((".xml", ".rels"))
            size, content = _inflated(archive, entry, room, keep=is_xml)
            room -= size
            if is_xml:
                _count(content, cells)
                kept.writestr(entry.filename, content)
    return anew.getvalue()


def _check_entries(entries: list[zipfile.ZipInfo], data: bytes) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_INFLATED:
        raise _Refused(_LARGE)
    names = [entry.filename.casefold() for entry in entries]
    if _WORKBOOK not in names:
        raise _Refused(_NO_WORKBOOK)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise _Refused(_LOCKED_WORDS)
    is_odd = len(set(names)) != len(names) or any(entry.compress_type not in _METHODS for entry in entries)
    if is_odd or _overlap(entries, data):
        raise _Refused(_ODD)


def _overlap(entries: list[zipfile.ZipInfo], data: bytes) -> bool:
    """Whether two entries share bytes, as in a file that inflates to a thousand times its size."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end or entry.header_offset + _HEADER.size > len(data):
            return True
        header = _HEADER.unpack_from(data, entry.header_offset)
        end = entry.header_offset + _HEADER.size + header[9] + header[10] + entry.compress_size
    return end > len(data)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, *, keep: bool) -> tuple[int, bytes]:
    """The real size of an entry, never more than there is room for, and its content when it is to be kept."""
    size, content = 0, bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room or (size > SMALL and size > MOST_RATIO * max(entry.compress_size, 1)):
                raise _Refused(_LARGE)
            if keep:
                content += chunk
    return size, bytes(content)


class _Cells:
    """How many cells there were in all parts so far."""

    def __init__(self) -> None:
        self.count = 0


def _count(content: bytes, cells: _Cells) -> None:
    """Look at every cell of one part; parts without any pass."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _Sheet(cells).begins
    parser.StartDoctypeDeclHandler = _doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        raise _Refused(_DAMAGED) from None


def _doctype(*_told: object) -> None:
    """No workbook has one; entities could make a gigabyte of a line."""
    raise _Refused(_ODD)


class _Sheet:
    """Where the cells of one part lie."""

    def __init__(self, cells: _Cells) -> None:
        self._cells = cells
        self._row = 0
        self._column = 0

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2]
        if tag == "row":
            # Some programs name the last row there can be; without a cell it takes no room.
            self._row = _number(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
        elif tag == "c":
            reference = attributes.get("r", "")
            self._cells.count += 1
            self._column = _column(reference) or self._column + 1
            self._row = _row(reference) or self._row
            if self._cells.count > MOST_CELLS:
                raise _Refused(_LARGE)
            if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
                raise _Refused(_WIDE)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else MOST_ROWS + 1


def _column(reference: str) -> int:
    """The column of "AB12", 28."""
    found = 0
    for letter in reference.upper():
        if not "A" <= letter <= "Z":
            break
        found = min(found * 26 + ord(letter) - 64, MOST_COLUMNS + 1)
    return found


def _row(reference: str) -> int:
    digits = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$")
    return _number(digits) if digits else 0
