"""Invented evidence files: real beginnings and ends of real formats around bytes that do not shrink, of usual sizes."""

import hashlib
import io
import random
import zipfile
from dataclasses import dataclass
from functools import cached_property

from tools.province.words import PAPERS

MEDIAN_BYTES = {"pdf": 600_000, "jpg": 900_000, "png": 250_000, "docx": 60_000, "xlsx": 40_000}
"""A scan of some pages, a photo of a phone reduced to 1,600 pixels, a picture of a screen, two papers of an office."""

MOST_BYTES = 20_000_000
FEWEST_BYTES = 4_000

_OFFICE_PAPER = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": f"{_OFFICE_PAPER}wordprocessingml.document",
    "xlsx": f"{_OFFICE_PAPER}spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Paper:
    """One file."""

    name: str
    title: str
    media_type: str
    content: bytes

    @cached_property
    def sha256(self) -> str:
        """64 hex digits."""
        return hashlib.sha256(self.content).hexdigest()


def paper(rnd: random.Random, most: int = MOST_BYTES) -> Paper:
    """A file of at most `most` bytes, but FEWEST_BYTES at least."""
    title, suffix = rnd.choice(PAPERS)
    drawn = int(MEDIAN_BYTES[suffix] * rnd.lognormvariate(0, 0.8))
    size = max(FEWEST_BYTES, min(drawn, most, MOST_BYTES))
    name = f"{title} {rnd.randrange(1, 1000)}.{suffix}"
    return Paper(name, title, MEDIA_TYPES[suffix], _CONTENT[suffix](rnd, size))


def _pdf(rnd: random.Random, size: int) -> bytes:
    head = b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length %d >>\nstream\n" % size
    end = b"\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    return head + rnd.randbytes(size - len(head) - len(end)) + end


def _jpg(rnd: random.Random, size: int) -> bytes:
    head = bytes.fromhex("ffd8ffe000104a46494600010100000100010000")
    return head + rnd.randbytes(size - len(head) - 2) + b"\xff\xd9"


def _png(rnd: random.Random, size: int) -> bytes:
    head = bytes.fromhex("89504e470d0a1a0a0000000d49484452000003200000025808020000001b5e1fd0")
    end = bytes.fromhex("0000000049454e44ae426082")
    return head + rnd.randbytes(size - len(head) - len(end)) + end


def _office(rnd: random.Random, size: int, inside: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in (
            ("[Content_Types].xml", b"<Types/>"),
            (f"{inside}/media/image1.jpeg", rnd.randbytes(max(size - 500, 1000))),
        ):
            # A fixed day: the same seed gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 8, 0, 0)), content)
    return made.getvalue()


_CONTENT = {
    "pdf": _pdf,
    "jpg": _jpg,
    "png": _png,
    "docx": lambda rnd, size: _office(rnd, size, "word"),
    "xlsx": lambda rnd, size: _office(rnd, size, "xl"),
}
