"""The words of every error: one sentence that says what happened and one that says what to do, in two languages.

The sentences stand in `app/sentences/`. `{name}` in them is a field of the error; what follows a colon says how it is
shown: `file`, `folder` and `reason` in brackets after the noun they belong to, `place` with "pada" before it, `size`
bytes as "3,4 MB", `text` the half of "teks / text" in the language asked for, `role` and `kind` by their word. A field
that is a `Text` speaks both languages. One that an error does not carry leaves a gap in which the sentence reads well.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from pug_desktop import paths
from pug_desktop.app.sentences import exchange, local, storage, update
from pug_desktop.domain.dates import size_words
from pug_desktop.domain.words import label, labels
from pug_desktop.errors import PugError
from pug_desktop.forms.schema import Text

LONGEST = 500
"""Characters of a field: what comes from a foreign file could be a novel."""

_BYTE_LIMITS = ("bundle", "part", "records bytes", "bytes", "line", "string", "manifest", "header", "window")
_NOTHING_BETWEEN = re.compile(r"\s*(?:\(\s*\)|“”)")
# A full stop ends a sentence; the point of ".pug" does not.
_BLANK_BEFORE = re.compile(r"\s+(?=[;:,)]|\.(?:\s|$))")
_LEFT_OVER = re.compile(r"[:;,]+(?=[;)]|\.(?:\s|$))")

_OF_THE_SYSTEM = {
    "Input/output error": "flashdisk atau disk tidak menjawab",
    "No such file or directory": "tidak ada lagi",
    "Operation not permitted": "tidak diizinkan",
    "Permission denied": "tidak diizinkan",
    "Read-only file system": "hanya dapat dibaca",
}
"""What Linux says in English of a file; Windows speaks the language of its person."""

_WORDS = {**local.WORDS, **storage.WORDS, **exchange.WORDS, **update.WORDS}


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, and what to do."""

    title: str
    advice: str


def words(error: PugError, lang: str = "id") -> Words:
    """The words for an error.

    Args:
        error: any of `errors.py`; one without words of its own gets those of its category.
        lang: "id" or "en".
    """
    title, advice = _WORDS[_key(error)][lang == "en"]
    shown = _Shown(lang)
    return Words(*(_tidy(shown.vformat(each, (), error.fields)) for each in (title, advice)))


def _key(error: PugError) -> str:
    """The code, with a variant behind it where the fields make another sentence of it."""
    for each in type(error).__mro__:
        code = getattr(each, "code", "")
        if code in _WORDS:
            variant = f"{code}:{_variant(error)}"
            return variant if variant in _WORDS else code
    return PugError.code


def _variant(error: PugError) -> object:
    match error.code:
        case "PUG-BUNDLE-005" | "PUG-UPDATE-002":
            return error.fields.get("reason")
        case "PUG-BUNDLE-008":
            return "size" if error.fields.get("what") in _BYTE_LIMITS else None
        case "PUG-KEY-010" if error.fields.get("line") == 0:
            return "count"
        case "PUG-KEY-001" | "PUG-KEY-010" | "PUG-KEY-012":
            return error.fields.get("problem")
        case _:
            return error.fields.get("what")


def _tidy(sentence: str) -> str:
    """Without the marks that a missing field leaves behind."""
    closed = _BLANK_BEFORE.sub("", _NOTHING_BETWEEN.sub("", sentence))
    return " ".join(_LEFT_OVER.sub("", closed).split())


class _Shown(string.Formatter):
    """Fills in the fields; never fails."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The field, or nothing."""
        return kwargs.get(str(key), "")

    def format_field(self, value: Any, format_spec: str) -> str:
        """The field as the sentence wants it."""
        if isinstance(value, Text):
            value = value.of(self._lang)
        if isinstance(value, Path):
            value = paths.shown(value)
        text = _clean(self._half(str(value)) if format_spec in ("reason", "text") else str(value))
        match format_spec:
            case "file":
                return _bracketed(PurePath(text).name)
            case "folder" | "reason":
                return _bracketed(text)
            case "place":
                return f"{'at' if self._lang == 'en' else 'pada'} {text}" if text else ""
            case "size":
                return self._size(value)
            case "role" | "kind":
                return ", ".join(self._label(format_spec, code) for code in text.split(", "))
            case _:
                return text

    def _half(self, text: str) -> str:
        if self._lang != "en" and text in _OF_THE_SYSTEM:
            return _OF_THE_SYSTEM[text]
        halves = text.split(" / ")
        return halves[self._lang == "en"] if len(halves) == 2 else text

    def _label(self, group: str, code: str) -> str:
        return label(group, code, self._lang) if code in dict(labels(group)) else code

    def _size(self, value: object) -> str:
        return size_words(value, self._lang, up=True) if type(value) is int and value > 0 else "?"


def _bracketed(text: str) -> str:
    return f"({text})" if text else ""


def _clean(text: str) -> str:
    """One line that any terminal can show."""
    text = "".join(each if each.isprintable() else " " for each in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
