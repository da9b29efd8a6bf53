"""A phone's HEIC photo without what tells where it was taken; its picture is neither decoded nor changed.

Boxes as in ISO/IEC 14496-12 and 23008-12: the file's `meta` box names its items (`iinf`) and where their bytes lie
(`iloc`). Exif and XMP items are overwritten with empty ones of the same length, so that nothing else in the file moves.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

_KEPT = (b"ftyp", b"meta", b"mdat", b"free", b"skip")
"""Boxes at the top that a still picture needs; the others (a short film, its maker's notes) may tell the place too."""

_MOST_ITEMS = 20_000

_NOTHING = {
    # Where TIFF begins, its head, no entries, no further directory: some readers refuse a picture without these.
    b"Exif": (b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", b"\0"),
    b"mime": (b"<x/>", b" "),
    b"uri ": (b"", b"\0"),
}
"""By kind of item: how an empty one begins, and with what it is filled up."""


class NotHeic(ValueError):
    """The file is not what it says it is."""


@dataclass(frozen=True, slots=True)
class _Box:
    name: bytes
    start: int
    """Where the content begins."""
    end: int


def blank(data: bytes) -> bytes:
    """The file with nothing in its metadata.

    Raises:
        NotHeic: its boxes cannot be followed, so that nobody knows what it holds.
    """
    made = bytearray(data)
    try:
        tops = list(_boxes(data, 0, len(data)))
        for box in tops:
            if box.name not in _KEPT:
                _fill(made, box.start, box.end)
                at = data.rindex(box.name, 0, box.start)
                made[at : at + 4] = b"free"
        for kind, start, end in _items(data, next(box for box in tops if box.name == b"meta"), _NOTHING):
            _fill(made, start, end, *_NOTHING[kind])
    except (IndexError, KeyError, StopIteration, ValueError) as error:
        raise NotHeic("the boxes do not fit") from error
    return bytes(made)


def grid_pixels(data: bytes) -> int:
    """The pixels of the largest picture that the file puts together of tiles; 0 when there is none.

    A tile may be used many times, so that a small file names a huge picture.

    Raises:
        NotHeic: its boxes cannot be followed.
    """
    try:
        meta = next(box for box in _boxes(data, 0, len(data)) if box.name == b"meta")
        return max((_area(data, start) for _kind, start, _end in _items(data, meta, (b"grid",))), default=0)
    except (IndexError, KeyError, StopIteration, ValueError) as error:
        raise NotHeic("the boxes do not fit") from error


def _area(data: bytes, at: int) -> int:
    """Of the description of a grid: version, flags, rows, columns, width, height."""
    size = 4 if data[at + 1] & 1 else 2
    return _number(data, at + 4, size) * _number(data, at + 4 + size, size)


def _fill(made: bytearray, start: int, end: int, first: bytes = b"", rest: bytes = b"\0") -> None:
    if not 0 <= start <= end <= len(made):
        raise IndexError
    size = end - start
    made[start:end] = first + rest * (size - len(first)) if len(first) <= size else rest * size


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    at = start
    while at < end:
        size, head = _number(data, at, 4), 8
        name = data[at + 4 : at + 8]
        if size == 1:
            size, head = _number(data, at + 8, 8), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end or len(name) < 4:
            raise IndexError
        yield _Box(name, at + head, at + size)
        at += size


def _number(data: bytes, at: int, size: int) -> int:
    if at < 0 or at + size > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + size], "big")


def _items(data: bytes, meta: _Box, kinds: Collection[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Kind of each item of these kinds, and where its bytes lie."""
    inside = {box.name: box for box in _boxes(data, meta.start + 4, meta.end)}
    wanted = dict(_of_kinds(data, inside[b"iinf"], kinds)) if b"iinf" in inside else {}
    if not wanted:
        return
    idat = inside.get(b"idat")
    for item, method, start, size in _extents(data, inside[b"iloc"]):
        if item in wanted:
            if method == 1 and idat is not None:
                start += idat.start
            elif method != 0:
                raise IndexError
            yield wanted[item], start, start + size


def _of_kinds(data: bytes, iinf: _Box, kinds: Collection[bytes]) -> Iterator[tuple[int, bytes]]:
    version = data[iinf.start]
    for box in _boxes(data, iinf.start + (6 if version == 0 else 8), iinf.end):
        if box.name != b"infe" or data[box.start] < 2:
            continue
        width = 2 if data[box.start] == 2 else 4
        at = box.start + 4
        kind = data[at + width + 2 : at + width + 6]
        if kind in kinds:
            yield _number(data, at, width), kind


def _extents(data: bytes, iloc: _Box) -> Iterator[tuple[int, int, int, int]]:
    """Item, construction method, offset, length of every extent."""
    version, sizes, at = data[iloc.start], _number(data, iloc.start + 4, 2), iloc.start + 6
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version in (1, 2) else 0
    wide = 4 if version == 2 else 2
    count = _number(data, at, wide)
    at += wide
    if count > _MOST_ITEMS:
        raise IndexError
    for _ in range(count):
        item = _number(data, at, wide)
        at += wide
        method = 0
        if version in (1, 2):
            method = _number(data, at, 2) & 15
            at += 2
        at += 2
        base = _number(data, at, base_size)
        at += base_size
        extents = _number(data, at, 2)
        at += 2
        for _ in range(extents):
            at += index_size
            offset, length = _number(data, at, offset_size), _number(data, at + offset_size, length_size)
            at += offset_size + length_size
            yield item, method, base + offset, length
