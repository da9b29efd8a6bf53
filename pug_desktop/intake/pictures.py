"""Photos made fit to be sent on: at most 1600 px long, upright, without the place where they were taken.

A photo of a phone has 4 MB and its GPS position; a flashdisk of an office carries hundreds of them. What a person wants
as it is, is kept as it is (`app/evidence.py`, `original`).
"""

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from pug_desktop import errors
from pug_desktop.intake import heic, heic_picture

LONGEST_PX = 1600
"""Of the longer side: a page of A4 has 137 dots an inch then, which reads well and prints well."""

QUALITY = 88

MOST_PIXELS = {"image/jpeg": 120_000_000, "image/png": 60_000_000, "image/heic": 60_000_000}
"""A phone makes up to 108 million. A JPEG is decoded at a fraction of its size, a PNG takes 4 bytes a pixel, a HEIC
8 while it is turned into a JPEG."""

PICTURES = ("image/jpeg", "image/png", "image/heic")

_DAMAGED = "gambar yang rusak atau terpotong / a damaged or incomplete picture"
_HUGE = "gambar dengan terlalu banyak titik; perkecil dulu / a picture of too many pixels; make it smaller first"
_FORMATS = {"image/jpeg": ("JPEG", "MPO"), "image/png": ("PNG",)}
_ORIENTATION = 0x0112

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs hIST sPLT acTL fcTL fdAT".split(b" ")
)


@dataclass(frozen=True, slots=True)
class Tidied:
    """A picture as it shall be kept; `data` is None when the file can stay as it is, `media_type` when that stays."""

    data: bytes | None
    shrunk: bool = False
    media_type: str | None = None


def tidy(path: Path, media_type: str, name: str) -> Tidied:
    """Reduce a photo and take out its metadata; what is small and clean already stays byte for byte.

    Raises:
        EvidenceRefused: the picture cannot be decoded, or has more pixels than memory.
        FileUnreadable
    """
    if media_type not in PICTURES:
        return Tidied(None)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise errors.FileUnreadable(path=path, reason=error.strerror or "") from error
    try:
        if media_type == "image/heic":
            return _heic(data)
        with warnings.catch_warnings():
            # Its size is looked at below, before anything is decoded.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS[media_type]) as image:
                if image.width * image.height > MOST_PIXELS[media_type]:
                    raise errors.EvidenceRefused(name=name, detected=_HUGE)
                return _jpeg(image, data) if media_type == "image/jpeg" else _png(image, data)
    except (Image.DecompressionBombError, heic_picture.TooManyPixels, MemoryError) as error:
        raise errors.EvidenceRefused(name=name, detected=_HUGE) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error, IndexError, KeyError) as error:
        # Pillow raises all of these for pictures that are broken in one way or another.
        raise errors.EvidenceRefused(name=name, detected=_DAMAGED) from error


def _jpeg(image: Image.Image, data: bytes) -> Tidied:
    large = max(image.size) > LONGEST_PX
    if not large and _is_clean_jpeg(data):
        image.load()
        return Tidied(None)
    # The decoder leaves out what would be thrown away.
    image.draft("RGB" if image.mode != "L" else "L", (LONGEST_PX, LONGEST_PX))
    return Tidied(_as_jpeg(ImageOps.exif_transpose(image), image.info.get("icc_profile")), large)


def _as_jpeg(upright: Image.Image, profile: bytes | None) -> bytes:
    if upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
        profile = None
    upright.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    # A picture without exif, comment and XMP: only what is named here is written.
    upright.info.clear()
    upright.save(file, "JPEG", quality=QUALITY, optimize=True, icc_profile=profile, exif=b"")
    return file.getvalue()


def _heic(data: bytes) -> Tidied:
    """As a JPEG, which every computer shows; what cannot be decoded here keeps its picture and loses its metadata."""
    image = heic_picture.decoded(data, MOST_PIXELS["image/heic"])
    if image is None:
        made = heic.blank(data)
        return Tidied(made if made != data else None)
    large = max(image.size) > LONGEST_PX
    return Tidied(_as_jpeg(image, image.info.get("icc_profile")), large, "image/jpeg")


def _is_clean_jpeg(data: bytes) -> bool:
    """Whether it has no segment but those of the picture, and nothing after its end."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            return data.rstrip(b"\0").endswith(b"\xff\xd9")
        named = data[at + 4 : at + 16]
        is_picture = marker not in range(0xE0, 0xF0) and marker != 0xFE
        is_header = (
            (marker == 0xE0 and named.startswith(b"JFIF\0"))
            or (marker == 0xE2 and named.startswith(b"ICC_PROFILE\0"))
            or (marker == 0xEE and named.startswith(b"Adobe"))
        )
        if not (is_picture or is_header):
            return False
        at += 2 + size
    return False


def _png(image: Image.Image, data: bytes) -> Tidied:
    image.load()
    turned = image.getexif().get(_ORIENTATION, 1) != 1
    plain = _without_notes(data)
    # Of a damaged file a chunk may be gone without which nothing can be shown.
    with Image.open(io.BytesIO(plain), formats=("PNG",)) as again:
        again.load()
    kept = Tidied(plain if plain != data else None)
    if not turned and (max(image.size) <= LONGEST_PX or image.mode.startswith(("I", "F"))):
        return kept
    made = ImageOps.exif_transpose(image)
    if made.mode not in ("L", "LA", "RGB", "RGBA"):
        made = made.convert("L" if made.mode == "1" else "RGBA" if "transparency" in made.info else "RGB")
    made.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    profile = made.info.get("icc_profile")
    made.info.clear()
    made.save(file, "PNG", optimize=True, icc_profile=profile, exif=b"")
    # A drawing of few colours grows when it is scaled.
    if not turned and len(file.getvalue()) >= len(plain):
        return kept
    return Tidied(file.getvalue(), max(image.size) > LONGEST_PX)


def _without_notes(data: bytes) -> bytes:
    """The chunks that make the picture, without texts, Exif and what stands behind the end."""
    made, at = [_PNG_SIGNATURE], len(_PNG_SIGNATURE)
    while at + 12 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(data):
            break
        if name in _PNG_KEPT:
            made.append(data[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(made)
