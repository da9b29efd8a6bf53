"""What a foreign workbook must be before it is opened: a small file of 200 kB can ask for a gigabyte of memory.

A workbook is a zip file of XML. All of it is inflated once here and counted while it comes out, and every cell is
looked at (`cell_count.py`). What is handed on is a zip file made anew from the XML alone, so that no second way to read
the foreign one is left.
"""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from pug_desktop import errors
from pug_desktop.intake.cell_count import DAMAGED, LARGE, ODD, Count, Limits, Marks, Refused, count_open_document
from pug_desktop.intake.cell_count import count_part as _count_part

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

MOST_TEXT = 100_000_000

_CHUNK = 1024 * 1024
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = struct.Struct("<4sHHHHHIIIHH")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_WORKBOOK = "xl/workbook.xml"
_CONTENT = "content.xml"
_MANIFEST = "meta-inf/manifest.xml"
_MIMETYPE = "mimetype"

_NO_WORKBOOK = "bukan berkas Excel .xlsx / it is no .xlsx workbook"
_LOCKED_WORDS = (
    "terkunci kata sandi atau berkas Excel lama (.xls) / it is locked by a password, or an old workbook (.xls)"
)
WITH_PASSWORD = "terkunci kata sandi / it is locked by a password"
_BINARY = "bentuknya .xlsb, yang tidak dikenal di sini / it is an .xlsb workbook, which is not known here"
NO_SHEET = "bukan lembar kerja / it is no spreadsheet"


@dataclass(frozen=True, slots=True)
class Counted:
    """A workbook that was found to do no harm: its XML in a zip file of our own, and what was seen of each sheet."""

    data: bytes
    is_open_document: bool
    marks: dict[str, Marks]
    """By the name of the sheet."""


def counted_workbook(path: Path) -> bytes:
    """The XML of a workbook, in a zip file of our own, once it is found to do no harm.

    Raises:
        FileUnreadable
        WorkbookRefused: with what stands against it.
    """
    limits = Limits(MOST_BYTES, MOST_INFLATED, MOST_ROWS, MOST_COLUMNS, MOST_CELLS, MOST_TEXT)
    try:
        data = read_whole(path, limits)
        if data.startswith(_LOCKED):
            raise Refused(_LOCKED_WORDS)
        return counted_zip(data, limits, open_documents=False).data
    except Refused as refused:
        raise errors.WorkbookRefused(path=path, problem=refused.problem) from None


def read_whole(path: Path, limits: Limits) -> bytes:
    """The bytes of a file that is not too large.

    Raises:
        FileUnreadable
        Refused
    """
    try:
        with path.open("rb") as file:
            # Asking for more than there is takes that much memory.
            data = file.read(min(path.stat().st_size, limits.file_bytes) + 1)
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error
    if len(data) > limits.file_bytes:
        raise Refused(LARGE)
    return data


def counted_zip(data: bytes, limits: Limits, *, open_documents: bool = True) -> Counted:
    """The same of a file in memory, also of a spreadsheet of OpenDocument when that is wanted.

    Raises:
        Refused: with what stands against it.
    """
    try:
        return _counted(data, limits, open_documents)
    except zipfile.BadZipFile:
        problem = DAMAGED if data.startswith(b"PK") else _NO_WORKBOOK
    except (zlib.error, struct.error, EOFError, OSError, OverflowError, ValueError):
        problem = DAMAGED
    except (NotImplementedError, RuntimeError):  # a method or a lock that zipfile does not know
        problem = ODD
    raise Refused(problem)


def _counted(data: bytes, limits: Limits, open_documents: bool) -> Counted:
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(anew, "w", zipfile.ZIP_STORED) as kept:
        entries = archive.infolist()
        is_open = _check_entries(entries, data, limits, open_documents)
        count, room = Count(limits), limits.inflated
        names = _Names()
        try:
            for entry in entries:
                name = entry.filename.casefold()
                is_xml = name.endswith((".xml", ".rels"))
                size, content = _inflated(archive, entry, room, keep=is_xml or name == _MIMETYPE)
                room -= size
                if is_xml:
                    names.look(name, content)
                    _count(name, content, count, is_open)
                if is_xml or (is_open and name == _MIMETYPE):
                    kept.writestr(entry.filename, content)
            count.check_text()
        except Refused as refused:
            raise Refused(refused.placed(_name_of(archive, names, refused.part, is_open))) from None
    marks = count.marks if is_open else {names.of(part): found for part, found in count.marks.items()}
    return Counted(anew.getvalue(), is_open, marks)


def _count(name: str, content: bytes, count: Count, is_open: bool) -> None:
    if is_open and name == _MANIFEST and b"encryption-data" in content:
        raise Refused(WITH_PASSWORD)
    if is_open and name == _CONTENT:
        count_open_document(content, count)
    else:
        _count_part(name, content, count)


def _check_entries(entries: list[zipfile.ZipInfo], data: bytes, limits: Limits, open_documents: bool) -> bool:
    """Whether it is a spreadsheet of OpenDocument."""
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > limits.inflated:
        raise Refused(LARGE)
    names = [entry.filename.casefold() for entry in entries]
    is_open = open_documents and _CONTENT in names and _MIMETYPE in names and _WORKBOOK not in names
    if _WORKBOOK not in names and not is_open:
        raise Refused(_BINARY if "xl/workbook.bin" in names else NO_SHEET if open_documents else _NO_WORKBOOK)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(_LOCKED_WORDS if not open_documents else WITH_PASSWORD)
    is_odd = len(set(names)) != len(names) or any(entry.compress_type not in _METHODS for entry in entries)
    if is_odd or _overlap(entries, data):
        raise Refused(ODD)
    return is_open


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
    size, parts = 0, list[bytes]()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > room or (size > SMALL and size > MOST_RATIO * max(entry.compress_size, 1)):
                raise Refused(LARGE, part=entry.filename.casefold())
            if keep:
                parts.append(chunk)
    return size, b"".join(parts)


class _Names:
    """What the sheets of a workbook are called."""

    def __init__(self) -> None:
        self._sheets: dict[str, str] = {}
        self._parts: dict[str, str] = {}

    def look(self, name: str, content: bytes) -> None:
        """Read the names, where this part tells them."""
        if name in (_WORKBOOK, "xl/_rels/workbook.xml.rels"):
            parser = expat.ParserCreate()
            parser.StartElementHandler = self._sheet if name == _WORKBOOK else self._relation
            parser.StartDoctypeDeclHandler = _no_doctype
            try:
                parser.Parse(content, True)
            except (expat.ExpatError, LookupError):
                return  # the counting tells it

    def of(self, part: str) -> str:
        """The name of the sheet that lies in a part; "" when none does."""
        return self._sheets.get(self._parts.get(part, ""), "")

    def _sheet(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            relation = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            self._sheets[relation] = attributes.get("name", "")

    def _relation(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            target = attributes.get("Target", "").casefold()
            self._parts[target.lstrip("/") if target.startswith("/") else f"xl/{target}"] = attributes.get("Id", "")


def _no_doctype(*_told: object) -> None:
    raise Refused(ODD)


def _name_of(archive: zipfile.ZipFile, names: _Names, part: str, is_open: bool) -> str:
    """The name of the sheet in which something was found; the parts that tell it may not have been read yet."""
    if is_open or not part.startswith("xl/worksheets/"):
        return part if is_open and part != _CONTENT else ""
    for entry in archive.infolist():
        if entry.filename.casefold() in (_WORKBOOK, "xl/_rels/workbook.xml.rels"):
            try:
                names.look(entry.filename.casefold(), _inflated(archive, entry, SMALL, keep=True)[1])
            except (Refused, zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError):
                return ""
    return names.of(part)
