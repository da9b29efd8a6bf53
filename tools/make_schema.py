"""Makes docs/records.schema.json, the shape of what `load` and `dump` read and write, from the kinds of record.

Run it after a change of the kinds: python tools/make_schema.py
"""

import json
import sys
from pathlib import Path

from pug_desktop.app.exchange_check import FORMAT, VERSION
from pug_desktop.domain.kinds import KINDS, Field, Kind, Type
from pug_desktop.domain.values import MAX_INT, MAX_TEXT_BYTES, RANGES

TARGET = Path(__file__).resolve().parent.parent / "docs" / "records.schema.json"

ID = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
SCOPE = {"type": "string", "pattern": r"^[0-9]{2}(\.[0-9]{2})?(/[0-9a-f]{32})?$"}
TEXT = {"type": "string", "maxLength": MAX_TEXT_BYTES}
INTEGER = {"type": "integer", "minimum": -MAX_INT, "maximum": MAX_INT}

TYPES = {
    Type.TEXT: TEXT,
    Type.INT: INTEGER,
    Type.BOOL: {"type": "boolean"},
    Type.DATE: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Type.DECIMAL: {"type": "string", "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,9})?$"},
    Type.ID: ID,
    Type.JSON: {"$ref": "#/$defs/json"},
}

JSON_VALUE = {
    "description": "JSON without fractions, at most 16 levels deep",
    "oneOf": [
        {"type": ["null", "boolean"]},
        TEXT,
        INTEGER,
        {"type": "array", "items": {"$ref": "#/$defs/json"}},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/json"}},
    ],
}


def schema() -> dict[str, object]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of PUG Desktop",
        "description": (
            "What `pug-desktop dump` writes and `pug-desktop load` reads. A field that a record does not name stays as "
            "it is, null empties it. No name may stand twice in an object; a record hangs from one that is in the same "
            "file or in the profile; its scope lies inside the profile's."
        ),
        "type": "object",
        "required": ["pug", "records"],
        "properties": {
            "pug": {"const": f"{FORMAT}/{VERSION}"},
            "made_with": {"type": "string", "description": "version of the program; only a note"},
            "profile": {"type": "object", "description": "the profile that was dumped; only a note"},
            "records": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["kind", "id", "scope", "values"],
                    "properties": {"kind": {"enum": list(KINDS)}},
                    "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS],
                },
            },
        },
        "$defs": {"json": JSON_VALUE, **{name: _record(kind) for name, kind in KINDS.items()}},
    }


def _record(kind: Kind) -> dict[str, object]:
    about = {"description": f"its id is that of its {kind.id_of}"} if kind.id_of else {}
    return {
        **about,
        "properties": {
            "kind": {"const": kind.name},
            "id": ID,
            "scope": SCOPE,
            "values": {
                "type": "object",
                "properties": {field.name: _field(kind, field) for field in kind.fields},
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    }


def _field(kind: Kind, field: Field) -> dict[str, object]:
    about: dict[str, object] = {}
    if field.parent:
        need = "needed by a new record" if field.required else "may be unknown here"
        about["description"] = f"id of {field.parent}; {need}"
    if field.options:
        return {**about, "enum": [*field.options, None]}
    made = TYPES[field.type]
    if (limits := RANGES.get((kind.name, field.name))) is not None:
        made = {"type": "integer", "minimum": limits[0], "maximum": limits[1]}
    if field.type is Type.JSON:
        return {**about, **made}
    return {**about, **made, "type": [made["type"], "null"]}


def text() -> str:
    """The file's text."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file."""
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
