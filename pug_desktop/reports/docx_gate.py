"""What a foreign Word template must be before it is opened: counted, without macros and without links elsewhere.

A .docx is a zip file of XML. All of it is inflated once and counted while it comes out; what is handed on is a zip file
made anew, so that no second way to read the foreign one is left.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

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
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OF_A_LINK = ("Id", "Type", "Target", "TargetMode")
_INSIDE = "Internal"
_OWN_TEMPLATE = re.compile(r"<(?:\w+:)?attachedTemplate\b[^>]*?(?:/>|>\s*</(?:\w+:)?attachedTemplate>)")
_FETCHES = re.compile(
    r"^\s*(?:dde|ddeauto|link|include|includetext|includepicture|import|database|rd)(?![a-z])",
    re.IGNORECASE | re.MULTILINE,
)
"""Commands of fields that take something from another file or program when the letter is opened."""


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
    plain, seen = name.casefold(), _Seen()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _doctype
    parser.StartElementHandler = seen.begins
    parser.EndElementHandler = seen.ends
    parser.CharacterDataHandler = seen.told
    parser.Parse(content, True)
    if plain == "[content_types].xml" and b"macroenabled" in content.lower():
        raise Refused(MACROS)
    if _FETCHES.search("".join(seen.fields)):
        raise Refused(LINKED)
    if plain.endswith(".rels"):
        return _links_kept(seen.links)
    if plain == "word/settings.xml":
        return _OWN_TEMPLATE.sub("", content.decode("utf-8")).encode("utf-8")
    return content


class _Seen:
    """The links of a part, and the commands of its fields, as the XML says them: no other way to write them is left."""

    def __init__(self) -> None:
        self.links: list[dict[str, str]] = []
        self.fields: list[str] = []
        self._in_field = False

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = _bare(name)
        if tag == "Relationship":
            self.links.append({_bare(key): value for key, value in attributes.items()})
        elif tag == "fldSimple":
            self.fields += ["\n", *(value for key, value in attributes.items() if _bare(key) == "instr")]
        elif tag == "fldChar":
            self.fields.append("\n")
        self._in_field = tag == "instrText"

    def ends(self, _name: str) -> None:
        """An element ends."""
        self._in_field = False

    def told(self, text: str) -> None:
        """Characters; Word cuts the command of a field into as many pieces as it likes."""
        if self._in_field:
            self.fields.append(text)


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _links_kept(links: list[dict[str, str]]) -> bytes:
    """The links anew. Word notes where a file's own template lay, and would fetch it from there: that one is left out.

    Raises:
        Refused: another one leads elsewhere, and would be followed without a click.
    """
    kept = []
    for link in links:
        kind = link.get("Type", "").rpartition("/")[2]
        if link.get("TargetMode", _INSIDE) != _INSIDE:
            if kind == "attachedTemplate":
                continue
            if kind != "hyperlink":
                raise Refused(LINKED)
        kept.append("".join(f" {name}={quoteattr(link[name])}" for name in _OF_A_LINK if name in link))
    lines = "".join(f"<Relationship{each}/>" for each in kept)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Relationships xmlns="{_RELATIONSHIPS}">{lines}</Relationships>'.encode()


def _doctype(*_told: object) -> None:
    """No document has one; entities could make a gigabyte of a line."""
    raise Refused(ODD)
