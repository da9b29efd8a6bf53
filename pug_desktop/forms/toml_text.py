"""The tables of a form as the text of a TOML file, in the order in which a person would write it.

The counterpart of `load.parse_form`: what it reads from this text are the same tables.
"""

import json
from collections.abc import Mapping

_WIDE = 100
"""Lists longer than this get a line for each of their parts."""


def toml_text(told: Mapping[str, object]) -> str:
    """The text of the file; `told` holds texts, numbers, booleans, lists and tables only."""
    lines = [*_pairs(told, without="section")]
    for section in _tables(told, "section"):
        lines += ["", "", "[[section]]", *_pairs(section, without="question")]
        for question in _tables(section, "question"):
            lines += ["", "[[section.question]]", *_pairs(question)]
    return "\n".join([*lines, ""])


def _tables(table: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
    value = table.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list | tuple) else []


def _pairs(table: Mapping[str, object], without: str = "") -> list[str]:
    return [f"{_key(key)} = {_value(value)}" for key, value in table.items() if key != without]


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else _string(key)


def _value(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return f"{{ {', '.join(_pairs(value))} }}"
    if isinstance(value, list | tuple):
        parts = [_value(each) for each in value]
        short = f"[{', '.join(parts)}]"
        return short if len(short) <= _WIDE else "\n".join(["[", *(f"    {part}," for part in parts), "]"])
    raise TypeError(f"TOML of a form holds no {type(value).__name__}")


def _string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, and DEL needs one too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
