"""The container of old Office files: a small file system of sectors. One stream is taken out, or put in alone.

What is read is foreign: chains are never longer than the file, and every number is checked before it is used.
"""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SECTOR = 512
_PER_SECTOR = _SECTOR // 4
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_IN_HEADER = 109
_SMALL = 4096
_ENTRY = 128

MOST_STREAM = 6 * 1024 * 1024
"""What `alone` can hold without a second list of sectors."""


class NoCompoundFile(Exception):
    """It is none, or a damaged one."""


def streams(data: bytes) -> dict[str, bytes]:
    """The streams whose names tell what a file is, by name; a longer one than MOST_STREAM is cut off after that.

    Raises:
        NoCompoundFile
    """
    try:
        return _Reader(data).streams()
    except (struct.error, IndexError, ValueError) as error:
        raise NoCompoundFile from error


class _Reader:
    def __init__(self, data: bytes) -> None:
        if len(data) < _SECTOR or not data.startswith(SIGNATURE):
            raise NoCompoundFile
        (shift,) = struct.unpack_from("<H", data, 30)
        if shift not in (9, 12):
            raise NoCompoundFile
        self._data = data
        self._size = 1 << shift
        self._most = len(data) // self._size + 1
        self._directory, self._small_fat_at, self._second_at = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 60, 68)
        )
        self._fat = self._read_fat()

    def streams(self) -> dict[str, bytes]:
        """See above."""
        listed = b"".join(self._chain(self._directory, self._most * self._size))
        entries = [listed[at : at + _ENTRY] for at in range(0, len(listed) - _ENTRY + 1, _ENTRY)]
        root = next((each for each in entries if each[66] == 5), None)
        if root is None:
            raise NoCompoundFile
        start, size = struct.unpack_from("<II", root, 116)
        small = b"".join(self._chain(start, min(size, len(self._data))))
        small_fat = self._numbers(self._chain(self._small_fat_at, len(self._data)))
        found: dict[str, bytes] = {}
        for each in entries:
            (length,) = struct.unpack_from("<H", each, 64)
            if each[66] != 2 or not 2 <= length <= 64:
                continue
            name = each[: length - 2].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", each, 116)
            size = min(size, MOST_STREAM + 1)
            if name.casefold() not in ("workbook", "book", "encryptedpackage", "worddocument", "powerpoint document"):
                continue
            content = (
                self._from_small(small, small_fat, start, size)
                if size < _SMALL
                else b"".join(self._chain(start, size))[:size]
            )
            found.setdefault(name.casefold(), content)
        return found

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if at >= len(self._data):
            raise NoCompoundFile
        return self._data[at : at + self._size]

    def _numbers(self, sectors: Iterator[bytes]) -> list[int]:
        whole = b"".join(sectors)
        return list(struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4]))

    def _read_fat(self) -> list[int]:
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        second, seen = self._second_at, 0
        while second < _FAT and seen < self._most:
            numbers = self._numbers(iter((self._sector(second),)))
            listed += numbers[:-1]
            second, seen = numbers[-1], seen + 1
        return self._numbers(self._sector(each) for each in listed[: self._most] if each < _FAT)

    def _chain(self, start: int, size: int) -> Iterator[bytes]:
        number, steps = start, 0
        while number < _FAT and size > 0:
            steps += 1
            if steps > self._most or number >= len(self._fat):
                raise NoCompoundFile
            sector = self._sector(number)
            yield sector
            size -= len(sector)
            number = self._fat[number]

    @staticmethod
    def _from_small(small: bytes, fat: list[int], start: int, size: int) -> bytes:
        parts, number = list[bytes](), start
        while number < _FAT and len(parts) * 64 < size:
            if number >= len(fat) or len(parts) > len(fat):
                raise NoCompoundFile
            parts.append(small[number * 64 : number * 64 + 64])
            number = fat[number]
        return b"".join(parts)[:size]


def alone(name: str, content: bytes) -> bytes:
    """A compound file that holds this stream and nothing else."""
    padded = content + bytes(max(_SMALL, -(-len(content) // _SECTOR) * _SECTOR) - len(content))
    sectors = len(padded) // _SECTOR
    fats = 1
    while fats * _PER_SECTOR < sectors + 1 + fats:
        fats += 1
    if fats > _IN_HEADER:
        raise NoCompoundFile
    # The stream comes first, then the directory, then the table of sectors.
    table = [*range(1, sectors), _END, _END, *[_FAT] * fats]
    table += [_FREE] * (fats * _PER_SECTOR - len(table))
    listed = [*range(sectors + 1, sectors + 1 + fats), *[_FREE] * (_IN_HEADER - fats)]
    header = SIGNATURE + struct.pack(
        "<16xHHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, sectors, 0, _SMALL, _END, 0, _END, 0
    )
    directory = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 0, max(len(content), _SMALL))
    directory += bytes(_SECTOR - len(directory))
    return b"".join(
        (header, struct.pack(f"<{_IN_HEADER}I", *listed), padded, directory, struct.pack(f"<{len(table)}I", *table))
    )


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters) + 2, kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<II4x", start, size)
    )
