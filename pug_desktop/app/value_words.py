"""What a field holds, in words that people read: dates, options by their names, answers as the papers write them."""

from collections.abc import Mapping
from typing import NamedTuple

from pug_desktop.app.form_source import SHEET_FORMS, form_of_sheet
from pug_desktop.domain.dates import PartialDate, date_words, decimal_words, number_words, parse_date, size_words
from pug_desktop.domain.field_words import field_label
from pug_desktop.domain.kinds import KINDS, Cell, Field, RecordId, Type, Value
from pug_desktop.domain.words import label
from pug_desktop.forms.schema import Form, Question
from pug_desktop.forms.shelf import Shelf
from pug_desktop.forms.shown import shown_value
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

OPTIONS: Mapping[tuple[str, str], str] = {
    ("office", "office_type"): "office_type",
    ("attendance", "office_type"): "office_type",
    ("attendance", "sex"): "sex",
    ("attendance", "role"): "attendance_role",
    ("attendance_trait", "age_band"): "age_band",
    ("attendance_trait", "disability"): "disability",
    ("invitation", "office_type"): "office_type",
    ("invitation", "sex"): "sex",
    ("person", "sex"): "sex",
    ("person", "office_type"): "office_type",
    ("person_link", "verdict"): "same_person",
    ("assignment", "role"): "assignment_role",
    ("answer", "status"): "answer_state",
    ("checklist", "state"): "sheet_state",
    ("evidence", "owner_kind"): "evidence_owner",
    ("meeting", "kind"): "meeting_kind",
    ("meeting", "state"): "meeting_state",
    ("meeting", "counted_by"): "counted_by",
    ("meeting_kind", "counts_as"): "meeting_kind",
    ("output", "achieved"): "achieved",
    ("meeting_role", "role"): "meeting_role",
    ("follow_up", "state"): "follow_up_state",
    ("gender_index", "index"): "gender_index",
    ("decree", "decree_kind"): "decree_kind",
    ("gap", "model"): "gap_model",
    ("review", "verdict"): "verdict",
    ("review", "role"): "role",
}
"""The group of `domain/words.py` that has the word for a code."""

_PLAIN_NUMBERS = {"year", "form_version", "month", "day", "weekday", "number"}
"""Numbers that nobody writes with a point between the thousands."""

_MOST = 100_000


class AskedOn(NamedTuple):
    """Where an answer stands: its form, the year, whose sheet it is.

    `missing` says that the form it was made with is not here: another version stands in for it.
    """

    form: Form
    missing: bool
    year: int | None
    office_id: RecordId | None
    region_code: str


class Words:
    """Values in words, with the names of what they refer to; within one transaction."""

    def __init__(self, connection: Connection, lang: str = "id", shelf: Shelf | None = None) -> None:
        """`shelf` are the forms of the profile; without it those of the program."""
        self._connection = connection
        self._shelf = shelf or Shelf()
        self.lang = lang
        self._known: dict[tuple[str, RecordId], Stored | None] = {}
        self._sheets: dict[RecordId, AskedOn | None] = {}

    def stored(self, kind: str, record_id: object) -> Stored | None:
        """A record that another one refers to; None when it is not here."""
        if not isinstance(record_id, str) or len(record_id) != 32:
            return None
        if (kind, record_id) not in self._known:
            self._known[kind, record_id] = records.get(self._connection, kind, record_id)
        return self._known[kind, record_id]

    def sheet(self, checklist_id: object) -> AskedOn | None:
        """The sheet that an answer stands on; None when it is not here."""
        if not isinstance(checklist_id, str):
            return None
        if checklist_id not in self._sheets:
            self._sheets[checklist_id] = self._read_sheet(checklist_id)
        return self._sheets[checklist_id]

    def _read_sheet(self, checklist_id: RecordId) -> AskedOn | None:
        found = self.stored("checklist", checklist_id)
        if found is None:
            return None
        if found.text("form") not in SHEET_FORMS:
            return None
        form, missing = form_of_sheet(self._shelf, found.text("form"), found.values)
        year = found.values["year"]
        return AskedOn(
            form,
            missing is not None,
            year if isinstance(year, int) else None,
            found.text("office_id") or None,
            found.text("region_code"),
        )

    def question(self, cells: Mapping[str, Value]) -> Question | None:
        """What an answer with these cells answers; None when this program does not know it."""
        sheet = self.sheet(cells.get("checklist_id"))
        if sheet is None:
            return None
        try:
            return sheet.form.question(str(cells.get("item")))
        except KeyError:
            return None

    def asks(self, cells: Mapping[str, Value]) -> Question | None:
        """The question, for answering it anew; None also where another version of the form stands in."""
        sheet = self.sheet(cells.get("checklist_id"))
        return None if sheet is None or sheet.missing else self.question(cells)

    # --- values -----------------------------------------------------------------------------------------------------

    def value(self, kind: str, cell_name: str, value: Value, cells: Mapping[str, Value]) -> str:
        """A cell's value in words; `cells` are those of its record. What nobody can read is said to be so."""
        if value is None or value in ({}, []):
            return self.say("(kosong)", "(empty)")
        cell = next((each for each in KINDS[kind].cells if each.name == cell_name), None) if kind in KINDS else None
        if cell is None:
            return plain(value)
        if not cell.is_group:
            return self._field(kind, cell.fields[0], value)
        if not isinstance(value, dict):
            return self.say("(tidak terbaca oleh program ini)", "(not readable by this program)")
        return self._group(kind, cell, value, cells)

    def _group(self, kind: str, cell: Cell, value: dict[str, Value], cells: Mapping[str, Value]) -> str:
        match cell.name:
            case "held":
                parts = [each if isinstance(each := value.get(n), int) else None for n in _DATE_PARTS]
                return date_words(PartialDate(*parts), self.lang)
            case "time":
                start, end = (str(value.get(name) or "").replace(":", ".") for name in ("start_time", "end_time"))
                if start and end:
                    return f"{start} - {end}"
                return start or f"{self.say('sampai', 'until')} {end}"
            case "chair":
                return ", ".join(str(each) for n in ("chair_name", "chair_position") if (each := value.get(n)))
            case "answer":
                return self._answer(value, cells)
            case "count":
                return self._count(value)
            case "file":
                size = value.get("size")
                words = size_words(size, self.lang) if isinstance(size, int) else ""
                name = str(value.get("file_name") or "?")
                return f"{name} ({words}, {str(value.get('sha256'))[:8]})" if words else name
        parts_told = [
            f"{field_label(kind, field.name, self.lang)}: {self._field(kind, field, part)}"
            for field in cell.fields
            if (part := value.get(field.name)) is not None
        ]
        return "; ".join(parts_told)

    def _answer(self, value: dict[str, Value], cells: Mapping[str, Value]) -> str:
        status = label("answer_state", str(value.get("status") or ""), self.lang)
        given = value.get("value")
        if given is None:
            return status
        question = self.question(cells)
        shown = shown_value(question, given, self.lang) if question else plain(given)
        return f"{status}: {shown}" if status and not shown.startswith(f"{status}:") else shown

    def _count(self, value: dict[str, Value]) -> str:
        told = [
            f"{word} {number_words(number)}"
            for name, word in (
                ("male", self.say("L", "M")),
                ("female", self.say("P", "F")),
                ("total", self.say("jumlah", "total")),
            )
            if isinstance(number := value.get(name), int)
        ]
        words = ", ".join(told) or self.say("tanpa angka", "no number")
        return f"{words} ({self.say('di luar narasumber', 'without speakers')})" if _yes(value) else words

    def _field(self, kind: str, field: Field, value: Value) -> str:
        if (group := OPTIONS.get((kind, field.name))) is not None and isinstance(value, str):
            return label(group, value, self.lang)
        if (kind, field.name) == ("headcount", "age_bands") and isinstance(value, dict):
            return ", ".join(f"{label('age_band', code, self.lang)}: {plain(each)}" for code, each in value.items())
        match field.type:
            case Type.BOOL:
                return self.say("ya", "yes") if value else self.say("tidak", "no")
            case Type.DATE:
                day = parse_date(value) if isinstance(value, str) else None
                return date_words(day, self.lang) if day else plain(value)
            case Type.DECIMAL:
                return decimal_words(str(value))
            case Type.INT if isinstance(value, int) and field.name not in _PLAIN_NUMBERS:
                return number_words(value)
            case Type.ID:
                return self._named(field, value)
        return plain(value)

    def _named(self, field: Field, value: Value) -> str:
        kind = field.parent or _RESULTS.get(field.name)
        found = self.stored(kind, value) if kind else None
        named = next((each for name in _NAMES if found and (each := found.values.get(name))), None)
        return str(named) if named else self.say("(catatan lain)", "(another record)")

    def say(self, indonesian: str, english: str) -> str:
        """The one of two that fits the language."""
        return english if self.lang == "en" else indonesian


_NAMES = ("name", "title", "text")
"""What a record is called by."""

_RESULTS = {"fulfils_id": "output", "output_id": "output"}
"""Fields that refer to a result without hanging from it."""

_DATE_PARTS = ("year", "month", "day", "weekday")


def _yes(value: dict[str, Value]) -> bool:
    return value.get("excludes_speakers") is True


def plain(value: Value) -> str:
    """A value of which only its shape is known: texts as they are, lists one below the other."""
    if isinstance(value, list):
        return "\n".join(plain(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {plain(each)}" for name, each in sorted(value.items()) if each is not None)
    return str(value)[:_MOST]
