"""Whether a document of records is one: its shape first, then what each record means beside those that are here."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from pug_desktop import errors
from pug_desktop.domain.kinds import KINDS, Kind, RecordId, Value
from pug_desktop.domain.values import check_values, is_id, out_of_range
from pug_desktop.forms.shelf import Shelf
from pug_desktop.storage.bulk import Given

FORMAT = "records"
VERSION = 1

_VERSION = re.compile(rf"{FORMAT}/([1-9][0-9]{{0,8}})")
_SCOPE = re.compile(r"[0-9]{2}(\.[0-9]{2})?(/[0-9a-f]{32})?")
_KEYS = ("kind", "id", "scope", "values")


@dataclass(slots=True)
class Document:
    """The records of a file by kind, each with its number in the file."""

    path: Path
    total: int = 0
    given: dict[str, list[Given]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[tuple[str, RecordId], Given] = field(default_factory=dict)

    def refuse(self, number: int, place: str, problem: str) -> NoReturn:
        """WrongRecord at a place of record `number`."""
        where = f"records[{number}]" + (f".{place}" if place else "")
        raise errors.WrongRecord(path=self.path, place=where, problem=problem)


def read_document(path: Path, value: object) -> Document:
    """The records in the value of a file.

    Raises:
        NewerRecords: of a later format than ours.
        WrongRecord: not as docs/records.schema.json says.
    """
    records = _head(path, value)
    document = Document(path, total=len(records))
    for number, record in enumerate(records):
        kind, given = _record(document, number, record)
        if (kind, given.id) in document.by_id:
            document.refuse(number, "id", "catatan ini sudah ada di atas / this record stands above already")
        document.by_id[kind, given.id] = given
        document.given[kind].append(given)
        document.numbers[kind].append(number)
    return document


def _head(path: Path, value: object) -> list[object]:
    def refuse(place: str, problem: str) -> NoReturn:
        raise errors.WrongRecord(path=path, place=place, problem=problem)

    if not isinstance(value, dict):
        refuse("", "harus sebuah objek dengan “pug” dan “records” / must be an object with “pug” and “records”")
    version = value.get("pug")
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if found is None:
        refuse("pug", f"harus “{FORMAT}/{VERSION}” / must be “{FORMAT}/{VERSION}”")
    if int(found[1]) > VERSION:
        raise errors.NewerRecords(path=path, version=version)
    records = value.get("records")
    if not isinstance(records, list):
        refuse("records", "harus sebuah daftar / must be a list")
    if not isinstance(value.get("profile", {}), dict):
        refuse("profile", "harus sebuah objek / must be an object")
    return records


def _record(document: Document, number: int, record: object) -> tuple[str, Given]:
    if not isinstance(record, dict):
        document.refuse(number, "", "harus sebuah objek / must be an object")
    for name in _KEYS:
        if name not in record:
            document.refuse(number, name, "tidak ada / is missing")
    for name in record:
        if name not in _KEYS:
            document.refuse(number, str(name), f"nama ini tidak dikenal{_near(name, _KEYS)}")
    kind, record_id, scope, values = (record[name] for name in _KEYS)
    if not isinstance(kind, str) or kind not in KINDS:
        document.refuse(number, "kind", f"jenis ini tidak dikenal{_near(kind, tuple(KINDS))}")
    if not isinstance(record_id, str) or not is_id(record_id):
        document.refuse(number, "id", "harus 32 angka heksadesimal huruf kecil / must be 32 lower-case hex digits")
    if not isinstance(scope, str) or not _SCOPE.fullmatch(scope):
        document.refuse(
            number, "scope", "harus seperti 36, 36.71 atau 36.71/id kantor / must be like 36, 36.71 or 36.71/office id"
        )
    if not isinstance(values, dict):
        document.refuse(number, "values", "harus sebuah objek / must be an object")
    _check_fields(document, number, KINDS[kind], values)
    return kind, Given(record_id, scope, values)


def _check_fields(document: Document, number: int, kind: Kind, values: Mapping[str, Value]) -> None:
    known = tuple(field.name for field in kind.fields)
    for name in values:
        if name not in known:
            document.refuse(number, f"values.{name}", f"nama ini tidak dikenal{_near(name, known)}")
    try:
        check_values(kind.name, values, ranges=False)
    except errors.WrongValue as wrong:
        name = str(wrong.fields["field"]).removeprefix(f"{kind.name}.")
        document.refuse(number, f"values.{name}", _expected(wrong))


def _expected(wrong: errors.WrongValue) -> str:
    """The expected value of a WrongValue, in both languages."""
    expected = str(wrong.fields["expected"])
    own, slash, english = expected.partition(" / ")
    return f"diharapkan {own} / expected {english if slash else own}"


def _near(name: object, known: tuple[str, ...]) -> str:
    close = get_close_matches(str(name), known, n=1)
    if close:
        return f"; maksudnya “{close[0]}”? / unknown; did you mean “{close[0]}”?"
    return f"; yang ada: {', '.join(known)} / unknown; there are: {', '.join(known)}"


# --- beside what is here --------------------------------------------------------------------------------------------


def check_writer(document: Document, number: int, kind: str, role: str, *, known: bool) -> None:
    """Whether an office of this role writes records of the kind, and whether one that is there may still change."""
    if role not in KINDS[kind].writers:
        wanted = ", ".join(KINDS[kind].writers)
        document.refuse(number, "kind", f"hanya ditulis {wanted} / is written by {wanted} only")
    if known and KINDS[kind].immutable:
        document.refuse(number, "values", "tidak dapat diubah lagi / can no longer be changed")


def check_ranges(document: Document, number: int, kind: str, values: Mapping[str, Value]) -> None:
    """The numbers of a new or changed record."""
    for name, value in values.items():
        if expected := out_of_range(kind, name, value):
            document.refuse(number, f"values.{name}", expected)


def check_answer(
    document: Document, number: int, values: Mapping[str, Value], checklist: Mapping[str, Value], shelf: Shelf
) -> None:
    """The answer of a new or changed record, when the form of its checklist is here."""
    from pug_desktop.forms.rules import check_value

    name, version, item = checklist.get("form"), checklist.get("form_version"), values.get("item")
    if not isinstance(name, str) or not isinstance(version, int) or not isinstance(item, str):
        return
    sha256 = checklist.get("form_sha256")
    form = shelf.find(name, sha256) if isinstance(sha256, str) else None
    if (form := form or shelf.version(name, version)) is None:
        return
    try:
        question = form.question(item)
    except KeyError:
        document.refuse(number, "values.item", f"tidak ada di {name} v{version} / is not in {name} v{version}")
    value = values.get("value")
    if value is None:
        return
    try:
        check_value(question, value)
    except errors.WrongValue as wrong:
        document.refuse(number, "values.value", _expected(wrong))
