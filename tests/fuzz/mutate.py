"""Changes of JSON that stay JSON: bytes alone rarely get past the first bracket of a manifest."""

import json
import random
from typing import Any

MAGIC_AND_LENGTH = 9
"""Before the manifest in a bundle's content."""

STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2**53 - 1, 2**53, -(2**63), 10**30, 1.5, 1e308),
    *("", "0" * 32, "f" * 64, "36.71", "../x", "_del", "é", "\x00", "\u202e", "x" * 600, "-0"),
    *([], {}, [[]], [{}], {"": 0}, [0] * 300, [[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]),
)


def mutated(data: bytes, rnd: random.Random) -> bytes | None:
    """One value of the JSON changed, left out, doubled or moved; None where there is no JSON."""
    if data[:5] == b"PUGB1":
        end = MAGIC_AND_LENGTH + int.from_bytes(data[5:9], "big")
        inner = changed_json(data[MAGIC_AND_LENGTH:end], rnd)
        return None if inner is None else data[:5] + len(inner).to_bytes(4, "big") + inner + data[end:]
    lines = data.split(b"\n")
    number = rnd.randrange(len(lines))
    if rnd.random() < 0.2:
        lines.insert(rnd.randrange(len(lines)), lines[number])
    else:
        line = changed_json(lines[number], rnd)
        if line is None:
            return None
        lines[number] = line
    return b"\n".join(lines)


def changed_json(text: bytes, rnd: random.Random) -> bytes | None:
    """The same of one document."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        found = waiting.pop()
        for key in list(found) if isinstance(found, dict) else range(len(found)) if isinstance(found, list) else ():
            places.append((found, key))
            waiting.append(found[key])
    if not places:
        return None
    for _ in range(rnd.choice((1, 1, 1, 2, 4))):
        container, key = rnd.choice(places)
        other, where = rnd.choice(places)
        try:
            what = rnd.randrange(5)
            if what == 0:
                del container[key]
            elif what == 1:
                container[key] = other[where]
            elif what == 2 and isinstance(container, list):
                container.insert(key, other[where])
            elif what == 2:
                container[str(rnd.choice(STRANGE))] = other[where]
            else:
                container[key] = rnd.choice(STRANGE)
        except (KeyError, IndexError):
            continue
    try:
        return json.dumps(value, separators=(",", ":")).encode()
    except (ValueError, RecursionError):  # it may contain itself by now
        return None
