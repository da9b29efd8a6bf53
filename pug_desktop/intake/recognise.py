"""What a file is, by its content alone: its name may say anything. What is refused is named, so that a person can act.

`detected` of the refusals is "teks / text": Indonesian, a slash, English (app/error_words.py takes one half).
"""

import codecs
from collections.abc import Mapping
from pathlib import Path

import puremagic

from pug_desktop import errors

HEAD_BYTES = 8192

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (".pptx",),
    "text/plain": (".txt",),
    "text/csv": (".csv",),
    "audio/mpeg": (".mp3",),
    "audio/mp4": (".m4a",),
}
"""What may be evidence, by content; the first suffix is the one that a copy gets."""

_PROGRAM = "sebuah program / a program"
_ZIP = "arsip ZIP; keluarkan dulu isinya / a ZIP archive; take out what is in it first"
_OLD_OFFICE = (
    "dokumen Office lama (DOC, XLS, PPT); simpan sebagai DOCX, XLSX, PPTX atau PDF"
    " / an old Office document (DOC, XLS, PPT); save it as DOCX, XLSX, PPTX or PDF"
)
_LOCKED_OFFICE = "dokumen Office berkata sandi / an Office document with a password"
_OPEN_DOCUMENT = "dokumen OpenDocument; simpan sebagai PDF / an OpenDocument file; save it as PDF"
_VIDEO = "sebuah video; lampirkan foto atau tautannya di catatan / a video; attach a photo or put its link in the note"
_WEB_PAGE = "halaman web atau gambar SVG; simpan sebagai PDF / a web page or an SVG picture; save it as PDF"

_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "program Windows (EXE) / a Windows program (EXE)"),
    (b"\x7fELF", _PROGRAM),
    (b"\xcf\xfa\xed\xfe", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"#!", "sebuah skrip / a script"),
    (b"L\0\0\0\x01\x14\x02\0", "pintasan Windows (LNK) / a Windows shortcut (LNK)"),
    (b"Rar!\x1a\x07", "arsip RAR; keluarkan dulu isinya / a RAR archive; take out what is in it first"),
    (b"7z\xbc\xaf\x27\x1c", "arsip 7z; keluarkan dulu isinya / a 7z archive; take out what is in it first"),
    (b"\x1f\x8b", "arsip GZIP; keluarkan dulu isinya / a GZIP archive; take out what is in it first"),
    (b"\x1a\x45\xdf\xa3", _VIDEO),
    (b"GIF8", "gambar GIF; simpan sebagai PNG / a GIF picture; save it as PNG"),
    (b"BM", "gambar BMP; simpan sebagai PNG / a BMP picture; save it as PNG"),
    (b"II*\0", "gambar TIFF; simpan sebagai PDF atau PNG / a TIFF picture; save it as PDF or PNG"),
    (b"MM\0*", "gambar TIFF; simpan sebagai PDF atau PNG / a TIFF picture; save it as PDF or PNG"),
    (b"{\\rtf", "dokumen RTF; simpan sebagai PDF / an RTF document; save it as PDF"),
)
"""What a refused file begins with, and what it is called."""

_OFFICE_FOLDERS = {"word/": ".docx", "xl/": ".xlsx", "ppt/": ".pptx"}

_SAME_TYPE = {"audio/x-m4a": "audio/mp4", "image/heif": "image/heic", "audio/mp3": "audio/mpeg"}


def detect(path: Path, head: bytes, name: str) -> str:
    """The media type by content.

    Args:
        path: the file; a zip is looked into, nothing in it is unpacked.
        head: its first HEAD_BYTES.
        name: as it is told to the person.

    Raises:
        EvidenceRefused: it is none of `ALLOWED`, whatever its name says.
    """
    suffix = path.suffix.lower()
    if head.startswith(b"PK\x03\x04"):
        return _office_file(path, name)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        locked = "EncryptedPackage".encode("utf-16-le") in _all_of(path)
        raise errors.EvidenceRefused(name=name, detected=_LOCKED_OFFICE if locked else _OLD_OFFICE)
    for start, what in _REFUSED:
        # "BM" begins many a text; a picture has zeros in its head.
        if head.startswith(start) and (start != b"BM" or b"\0" in head):
            raise errors.EvidenceRefused(name=name, detected=what)
    if head[:4] == b"RIFF" and head[8:12] in (b"WEBP", b"AVI "):
        webp = "gambar WebP; simpan sebagai JPG atau PNG / a WebP picture; save it as JPG or PNG"
        raise errors.EvidenceRefused(name=name, detected=webp if head[8:12] == b"WEBP" else _VIDEO)
    if (branded := _by_brand(head, suffix, name)) is not None:
        return branded
    if _is_text(head):
        return _text_file(head, suffix, name)
    for match in _matches(head):
        media_type: str = _SAME_TYPE.get(match.mime_type, match.mime_type)
        if media_type in ALLOWED:
            return media_type
    raise errors.EvidenceRefused(name=name, detected=_unknown(suffix))


def _unknown(suffix: str) -> str:
    shown = "".join(each for each in suffix if each.isalnum() or each == ".")[:12]
    return f"berkas yang tidak dikenal {shown} / a file of an unknown kind {shown}"


def _all_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error


def _by_brand(head: bytes, suffix: str, name: str) -> str | None:
    """Pictures, sound and videos of phones, by the brand of their container; None for anything else."""
    if head[4:8] != b"ftyp":
        return None
    brand = head[8:12]
    if brand in (b"heic", b"heix", b"mif1", b"msf1"):
        return "image/heic"
    if brand == b"M4A " or (suffix == ".m4a" and brand in (b"mp42", b"isom", b"3gp4", b"3gp5")):
        return "audio/mp4"
    raise errors.EvidenceRefused(name=name, detected=_VIDEO)


def _matches(head: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return []


def _text_file(head: bytes, suffix: str, name: str) -> str:
    """A text is evidence only under a name that cannot be run."""
    lowered = head[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if lowered.startswith(b"<"):
        raise errors.EvidenceRefused(name=name, detected=_WEB_PAGE)
    if lowered.startswith((b"[internetshortcut]", b"[autorun]")):
        raise errors.EvidenceRefused(name=name, detected="sebuah pintasan / a shortcut")
    for media_type in ("text/plain", "text/csv"):
        if suffix in ALLOWED[media_type]:
            return media_type
    shown = _unknown(suffix).removeprefix("berkas yang tidak dikenal ").split(" / ")[0]
    raise errors.EvidenceRefused(
        name=name, detected=f"teks berakhiran {shown} / a text file ending in {shown}" if shown else "teks / text"
    )


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        # A letter may be cut in two where the head ends.
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD_BYTES)
    except UnicodeDecodeError:
        # Excel writes a CSV in the code page of old Windows.
        return not any(byte < 32 and byte not in b"\t\r\n\f" for byte in head)
    return True


def _office_file(path: Path, name: str) -> str:
    """A zip is evidence only when it is an Office file without macros; nothing in it is unpacked."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except Exception as error:
        damaged = "dokumen atau ZIP yang rusak / a damaged document or ZIP"
        raise errors.EvidenceRefused(name=name, detected=damaged) from error
    if any("vbaproject" in each.casefold() for each in names):
        macros = "dokumen Office bermakro; simpan tanpa makro / an Office document with macros; save it without them"
        raise errors.EvidenceRefused(name=name, detected=macros)
    if "[Content_Types].xml" not in names:
        is_open = names[:1] == ["mimetype"] and "content.xml" in names
        raise errors.EvidenceRefused(name=name, detected=_OPEN_DOCUMENT if is_open else _ZIP)
    for start, suffix in _OFFICE_FOLDERS.items():
        if any(each.startswith(start) for each in names):
            return next(media for media, suffixes in ALLOWED.items() if suffix in suffixes)
    raise errors.EvidenceRefused(name=name, detected=_ZIP)
