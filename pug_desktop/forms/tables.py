"""Reading one key of a table of a form file; every mistake is told with its place, in both languages.

Every key that is not known is a mistake, with the nearest known one as a suggestion.
"""

import difflib
import re
from collections.abc import Iterable, Mapping

from pug_desktop.forms.schema import Text

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")

Table = Mapping[str, object]


class Mistake(Exception):
    """One mistake of a form file.

    Attributes:
        place: where it stands, by the names in the file: "" is its top level.
        problem: what it is.
        key: the key that it is about; "" when it is about several, or about the table itself.
    """

    def __init__(self, place: str, indonesian: str, english: str, key: str = "") -> None:
        super().__init__(place, indonesian, english)
        self.place = place
        self.problem = Text(indonesian, english)
        self.key = key


def nearest(word: str, known: Iterable[str]) -> Text:
    """Ask whether the nearest known word was meant; empty when none is near."""
    found = difflib.get_close_matches(word, list(known), n=1)
    return Text(f'; maksudnya "{found[0]}"?', f'; is "{found[0]}" meant?') if found else Text("", "")


def inside(place: str, key: str) -> str:
    """The place of a key inside another place."""
    return f"{place}, {key}" if place else key


def check_keys(table: Table, known: tuple[str, ...], place: str) -> None:
    """Refuse a key that is not known."""
    for key in table:
        if key not in known:
            near = nearest(key, known)
            raise Mistake(place, f'kunci "{key}" tidak dikenal{near.id}', f'the key "{key}" is not known{near.en}', key)


def need(table: Table, key: str, place: str) -> object:
    """The value of a key that must be there."""
    if key not in table:
        raise Mistake(place, f"{key} tidak ada", f"{key} is missing", key)
    return table[key]


def as_table(value: object, key: str, place: str) -> Table:
    """The value as a table."""
    if not isinstance(value, dict):
        raise Mistake(place, f"{key} harus tabel {{ ... }}", f"{key} must be a table {{ ... }}", key)
    return value


def tables_of(table: Table, key: str, place: str) -> list[Table]:
    """The tables of a key that holds at least one."""
    value = need(table, key, place)
    if not isinstance(value, list) or not value:
        indonesian = f"{key} harus ditulis sebagai [[{key}]], paling sedikit satu"
        raise Mistake(place, indonesian, f"{key} must be written as [[{key}]], at least one", key)
    return [as_table(each, key, place) for each in value]


def text_of(table: Table, key: str, place: str) -> str:
    """A text that is not empty."""
    value = need(table, key, place)
    if not isinstance(value, str) or not value.strip():
        raise Mistake(place, f"{key} harus teks yang tidak kosong", f"{key} must be a text that is not empty", key)
    return value


def optional_text(table: Table, key: str, place: str) -> str | None:
    """A text where the key is there."""
    return text_of(table, key, place) if key in table else None


def name_of(table: Table, place: str) -> str:
    """The `name` of a section, question or choice."""
    name = text_of(table, "name", place)
    if not _NAME.fullmatch(name):
        indonesian = f'name = "{name}" hanya boleh huruf, angka, titik, garis bawah, dan tanda hubung'
        english = f'name = "{name}" may hold letters, digits, points, underscores and hyphens only'
        raise Mistake(place, indonesian, english, "name")
    return name


def one_of(table: Table, key: str, known: tuple[str, ...], place: str) -> str:
    """A text that is one of those known."""
    value = text_of(table, key, place)
    if value not in known:
        near = nearest(value, known)
        indonesian, english = f'{key} = "{value}" tidak dikenal{near.id}', f'{key} = "{value}" is not known{near.en}'
        raise Mistake(place, indonesian, english, key)
    return value


def texts(table: Table, key: str, place: str) -> tuple[str, ...]:
    """A list of texts, empty where the key is not there."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        raise Mistake(place, f"{key} harus daftar teks", f"{key} must be a list of texts", key)
    return tuple(value)


def words_of(table: Table, key: str, place: str) -> Text:
    """Words in both languages."""
    told = as_table(need(table, key, place), key, place)
    where = inside(place, key)
    check_keys(told, ("id", "en"), where)
    return Text(text_of(told, "id", where), text_of(told, "en", where))


def optional_words(table: Table, key: str, place: str) -> Text | None:
    """Words in both languages where the key is there."""
    return words_of(table, key, place) if key in table else None
