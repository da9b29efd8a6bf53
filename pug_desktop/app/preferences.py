"""What the person prefers on this computer: language, size of the text, the profile used last.

One small JSON file beside the profiles; read before the first paint, hence no database and no key is touched here.
"""

import json
from pathlib import Path
from typing import NamedTuple

from pug_desktop import paths

LANGUAGES = ("id", "en")
SMALLEST_PERCENT, LARGEST_PERCENT = 90, 175


class Preferences(NamedTuple):
    """The preferences; `last_profile` is the name of a folder, or None.

    A NamedTuple, since the first paint waits for this module and `dataclasses` would cost 5 ms.
    """

    language: str = "id"
    font_percent: int = 100
    last_profile: str | None = None


def preferences_file() -> Path:
    """Where they lie."""
    return paths.data_dir() / "pengaturan.json"


def read_preferences() -> Preferences:
    """The preferences; what is missing or makes no sense is as at the first start."""
    try:
        found = json.loads(preferences_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    language, percent, last = (found.get(name) for name in Preferences._fields)
    return Preferences(
        language=language if language in LANGUAGES else "id",
        font_percent=percent if isinstance(percent, int) and _in_range(percent) else 100,
        last_profile=last if isinstance(last, str) else None,
    )


def _in_range(percent: int) -> bool:
    return SMALLEST_PERCENT <= percent <= LARGEST_PERCENT


def save_preferences(preferences: Preferences) -> None:
    """Keep them; all of the new file or all of the old one survives a power cut."""
    from pug_desktop import durable

    target = preferences_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    durable.write_bytes(target, json.dumps(preferences._asdict(), indent=1).encode("utf-8"))
