"""What a foreign Word template must be before it is opened: counted, without macros and without links elsewhere.

A .docx is a zip file of XML. All of it is inflated once and counted while it comes out; what is handed on is a zip file
made anew, so that no second way to read the foreign one is left.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

MOST_BYTES = 10 * 1024 * 1024
MOST_ENTRIES = 500
MOST_INFLATED = 50 * 1024 * 1024
MOST_RATIO = 200
SMALL = 1024 * 1024
"""A part that inflates to less may be packed as tightly as it likes."""

NO_DOCUMENT = "bukan berkas Word .docx / it is no .docx file of Word"
LOCKED = "terkunci kata sandi atau berkas Word lama (.doc) / it is locked by a password, or an old file of Word (.doc)"
DAMAGED = "isinya rusak / its content is damaged"
LARGE = "isinya terlalu besar / its content is too large"
MACROS = "berisi makro atau berkas lain di dalamnya / it holds macros, or other files inside"
LINKED = "memakai gambar atau isi dari berkas lain / it takes pictures or content from another file"
ODD = "susunannya tidak wajar / it is put together in an odd way"

_CHUNK = 256 * 1024
_LOCKED_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "word/document.xml"
_ACTIVE = re.compile(r"vbaproject|vbadata|activex|embeddings/|\.bin$|\.exe$|\.dll$|\.js$|\.vbs$", re.IGNORECASE)
# Printer settings are bytes of a driver that every office's files carry; they are nobody's content.
_HARMLESS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>", re.IGNORECASE)
_OWN_TEMPLATE = re.compile(r"<(?:\w+:)?attachedTemplate\b[^>]*/>")


class Refused(Exception):
    """What stands against a template, in both languages."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def counted_document(data: bytes) -> bytes:
    """The same document in a zip file of our own, once it is found to do no harm.

    Raises:
        Refused: with what stands against it.
    """
    if len(data) > MOST_BYTES:
        raise Refused(LARGE)
    if data.startswith(_LOCKED_HEAD):
        raise Refused(LOCKED)
    try:
        return _made_anew(data)
    except zipfile.BadZipFile:
        raise Refused(DAMAGED if data.startswith(b"PK") else NO_DOCUMENT) from None
    except (zlib.error, EOFError, OSError, OverflowError, ValueError, expat.ExpatError):
        raise Refused(DAMAGED) from None
    except (NotImplementedError, RuntimeError):  # a method or a lock that zipfile does not know
        raise Refused(ODD) from None


def _made_anew(data: bytes) -> bytes:
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(anew, "w", zipfile.ZIP_STORED) as kept:
        entries = [each for each in archive.infolist() if not each.is_dir()]
        _check_entries(entries)
        room = MOST_INFLATED
        for entry in entries:
            content = _inflated(archive, entry, room)
            room -= len(content)
            if entry.filename.casefold().endswith((".xml", ".rels")):
                content = _checked_xml(entry.filename, content)
            kept.writestr(entry.filename, content)
    return anew.getvalue()


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_INFLATED:
        raise Refused(LARGE)
    names = [entry.filename.casefold() for entry in entries]
    if _MAIN not in names:
        raise Refused(NO_DOCUMENT)
    if any(_ACTIVE.search(name) and not _HARMLESS.search(name) for name in names):
        raise Refused(MACROS)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Refused(LOCKED)
    if len(set(names)) != len(names) or any(".." in name or "\\" in name or name[:1] == "/" for name in names):
        raise Refused(ODD)


def _inflated(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            size = len(content)
            if size > room or (size > SMALL and size > MOST_RATIO * max(entry.compress_size, 1)):
                raise Refused(LARGE)
    return bytes(content)


def _checked_xml(name: str, content: bytes) -> bytes:
    """The part as it may stay: whole, without a document type, without links that would be followed by themselves."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _doctype
    parser.Parse(content, True)
    plain = name.casefold()
    if plain == "[content_types].xml" and b"macroenabled" in content.lower():
        raise Refused(MACROS)
    if plain.endswith(".rels"):
        return _without_own_template(content.decode("utf-8")).encode("utf-8")
    if plain == "word/settings.xml":
        return _OWN_TEMPLATE.sub("", content.decode("utf-8")).encode("utf-8")
    return content


def _without_own_template(rels: str) -> str:
    """Word notes where a file's own template lay, and would fetch it from there: that one link is left out."""

    def kept(found: re.Match[str]) -> str:
        link = found[0]
        if not re.search(r"TargetMode\s*=\s*[\"']External", link, re.IGNORECASE):
            return link
        if re.search(r"/attachedTemplate[\"']", link):
            return "" if link.endswith("/>") else link
        if re.search(r"/hyperlink[\"']", link):
            return link
        raise Refused(LINKED)

    return _RELATIONSHIP.sub(kept, rels)


def _doctype(*_told: object) -> None:
    """No document has one; entities could make a gigabyte of a line."""
    raise Refused(ODD)
