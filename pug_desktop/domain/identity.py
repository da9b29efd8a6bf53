"""Where ids come from: UUIDv7 for what is made, UUIDv5 for what two people would make alike.

The clock in a UUIDv7 only keeps neighbours together in the file; it decides nothing.
"""

import time
import uuid
from collections.abc import Callable
from secrets import randbits
from threading import Lock

from pug_desktop.domain.kinds import RecordId

_NAMESPACE = uuid.UUID("7b0a5b0e-6d0d-5f57-9d5e-2f6f5a3c1e36")
_VERSION_7, _VARIANT = 7, 2
_COUNTER_BITS = 12


class IdSource:
    """Gives UUIDv7 ids that rise, also within one millisecond and when the clock is set back."""

    def __init__(self, now_ms: Callable[[], int] = lambda: time.time_ns() // 1_000_000) -> None:
        self._now_ms = now_ms
        self._lock = Lock()
        self._last = 0

    def __call__(self) -> RecordId:
        """The next id."""
        with self._lock:
            # Milliseconds and a counter in the 12 bits that follow the version (RFC 9562, 6.2, method 1).
            self._last = max(self._last + 1, self._now_ms() << _COUNTER_BITS)
            ms, counter = self._last >> _COUNTER_BITS, self._last & ((1 << _COUNTER_BITS) - 1)
        number = (ms & ((1 << 48) - 1)) << 80 | _VERSION_7 << 76 | counter << 64 | _VARIANT << 62 | randbits(62)
        return f"{number:032x}"


def made_at(record_id: RecordId) -> int | None:
    """When an id was given, in seconds; None of one that is made of a natural key."""
    return int(record_id[:12], 16) // 1000 if record_id[12:13] == f"{_VERSION_7:x}" else None


def natural_id(kind: str, *parts: object) -> RecordId:
    """The id of a record that exists once for its natural key: two offline creators make the same one."""
    return uuid.uuid5(_NAMESPACE, "\x1f".join([kind, *map(str, parts)])).hex


def office_id(region_code: str, name: str) -> RecordId:
    """The id of an office by its name; case and spaces do not count."""
    return natural_id("office", region_code, " ".join(name.casefold().split()))
