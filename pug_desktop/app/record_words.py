"""What a record is called and where a person finds it: "Peserta: Siti Aminah", of which meeting, on which page."""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import regions
from pug_desktop.app.value_words import AskedOn, Words
from pug_desktop.domain.dates import PartialDate, short_date_words
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.words import label
from pug_desktop.domain.written import WRITTEN, WrittenPlace, title_of
from pug_desktop.replica import scope as scopes

CUT = 90

_PAGES: Mapping[str, str] = {
    **dict.fromkeys(("checklist", "answer", "evidence", "review"), "checklist"),
    **dict.fromkeys(
        (
            "meeting",
            "meeting_role",
            "agenda_item",
            "attendance",
            "attendance_contact",
            "attendance_trait",
            "headcount",
            "output",
        ),
        "meeting",
    ),
    **dict.fromkeys(("follow_up", "regulation"), "meeting"),
    **dict.fromkeys(("office", "office_name", "person", "person_contact", "assignment"), "office"),
    "letterhead": "settings",
    **dict.fromkeys(("decree", "award", "gender_index", "gender_budget"), "register"),
    **dict.fromkeys(WRITTEN, "report"),
}

_NAMES: Mapping[str, tuple[str, str]] = {
    "office": ("Kantor", "Office"),
    "office_name": ("Nama kantor", "Name of an office"),
    "person": ("Orang", "Person"),
    "person_contact": ("Kontak orang", "Contact of a person"),
    "assignment": ("Penugasan", "Assignment"),
    "letterhead": ("Kop surat", "Letterhead"),
    "checklist": ("Lembar prasyarat", "Prerequisites sheet"),
    "evidence": ("Bukti dukung", "Evidence"),
    "meeting_role": ("Peran dalam rapat", "Role in the meeting"),
    "agenda_item": ("Acara rapat", "Agenda item"),
    "attendance": ("Peserta", "Participant"),
    "attendance_contact": ("Kontak peserta", "Contact of a participant"),
    "attendance_trait": ("Umur dan disabilitas peserta", "Age and disability of a participant"),
    "headcount": ("Jumlah peserta", "Number of participants"),
    "output": ("Hasil rapat", "Result of the meeting"),
    "follow_up": ("Tindak lanjut", "Follow-up"),
    "regulation": ("Peraturan", "Regulation"),
    "award": ("Penghargaan", "Award"),
    "gender_index": ("Indeks gender", "Gender index"),
    "decree": ("Keputusan (SK)", "Decree"),
    "gender_budget": ("Anggaran responsif gender", "Gender-responsive budget"),
    "gap": ("GAP", "GAP"),
    "gbs": ("GBS", "GBS"),
    "semester_report": ("Laporan semester", "Semester report"),
    "review": ("Pemeriksaan", "Review"),
    "instrument": ("Instrumen", "Questionnaire"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record in words.

    Attributes:
        title: what it is called.
        context: what it belongs to ("Rapat: …", "Prasyarat 2024 · Dinas Kesehatan"); "" when it stands alone.
        page: where it is edited: checklist, meeting, register, report, office, settings; "" when no page shows it.
        target: what that page shall open: a meeting's or a register row's id, of a question its year, code and
            sheet's scope, of what is written on the page Laporan a WrittenPlace; None when the page itself is enough.
        root: kind and id of the record that the page opens.
    """

    title: str
    context: str
    page: str
    target: object
    root: tuple[str, RecordId]


def subject(words: Words, kind: str, record_id: RecordId, cells: Mapping[str, Value]) -> Subject:
    """A record in words; `cells` are its shown values."""
    page = _PAGES.get(kind, "")
    if kind == "meeting":
        return Subject(meeting_title(words, cells), "", page, record_id, (kind, record_id))
    if kind == "answer":
        return _answer(words, record_id, cells)
    if kind == "evidence":
        return _evidence(words, record_id, cells)
    if kind == "review":
        above = words.stored("answer", cells.get("answer_id"))
        found = _answer(words, above.id, above.values) if above else None
        title = f"{_name(kind, words)}: {found.title}" if found else _name(kind, words)
        if found is None:
            return Subject(title, "", page, None, (kind, record_id))
        return Subject(title, found.context, page, found.target, found.root)
    own = _own_name(words, kind, record_id, cells)
    title = f"{_name(kind, words)}: {_cut(own)}" if own else _name(kind, words)
    meeting_id = _meeting_of(words, kind, record_id, cells)
    if meeting_id is not None:
        meeting = words.stored("meeting", meeting_id)
        shown = meeting_title(words, meeting.values) if meeting else ""
        context = f"{words.say('Rapat', 'Meeting')}: {shown}" if shown else ""
        return Subject(title, context, page, meeting_id, ("meeting", meeting_id))
    if page == "register" or kind == "regulation":
        return Subject(title, "", "register", record_id, (kind, record_id))
    if page == "report":
        return Subject(title, "", page, WrittenPlace(kind, record_id), (kind, record_id))
    return Subject(title, "", page, None, (kind, record_id))


def meeting_title(words: Words, cells: Mapping[str, Value]) -> str:
    """A meeting by its title and day; `cells` may also be its fields."""
    held = cells.get("held", cells)
    parts = [held.get(name) for name in ("year", "month", "day", "weekday")] if isinstance(held, Mapping) else []
    day = PartialDate(*(each if isinstance(each, int) else None for each in parts))
    when = short_date_words(day, words.lang)
    title = str(cells.get("title") or "") or words.say("Rapat tanpa judul", "Meeting without a title")
    return _cut(title) if when == "–" else f"{_cut(title)} ({when})"


def _answer(words: Words, record_id: RecordId, cells: Mapping[str, Value]) -> Subject:
    item = str(cells.get("item") or "")
    question = words.question(cells)
    title = f"{item} {question.label.of(words.lang)}" if question else item or words.say("Jawaban", "Answer")
    sheet = words.sheet(cells.get("checklist_id"))
    target = None
    if sheet and question and sheet.year is not None:
        scope = scopes.of_office(sheet.region_code, sheet.office_id) if sheet.office_id else sheet.region_code
        target = (sheet.year, item, scope)
    return Subject(_cut(title, 160), _sheet_words(words, sheet), "checklist", target, ("answer", record_id))


def _sheet_words(words: Words, sheet: AskedOn | None) -> str:
    if sheet is None:
        return ""
    office = words.stored("office", sheet.office_id)
    whose = office.text("name") if office else region_name(sheet.region_code)
    parts = (f"{words.say('Prasyarat', 'Prerequisites')} {sheet.year or ''}".strip(), whose)
    return " · ".join(each for each in parts if each)


def region_name(code: str) -> str:
    """The name of a region; its code when it is not in the list."""
    try:
        return regions.region(code).name
    except errors.UnknownRegion:
        return code


def _evidence(words: Words, record_id: RecordId, cells: Mapping[str, Value]) -> Subject:
    file = cells.get("file")
    name = cells.get("title") or (file.get("file_name") if isinstance(file, Mapping) else "")
    title = f"{_name('evidence', words)}: {_cut(str(name or '?'))}"
    owner, owner_id = str(cells.get("owner_kind") or ""), cells.get("owner_id")
    if owner == "answer" and (answer := words.stored("answer", owner_id)) is not None:
        above = _answer(words, answer.id, answer.values)
        return Subject(title, f"{above.title} · {above.context}", above.page, above.target, above.root)
    if owner == "meeting" and (meeting := words.stored("meeting", owner_id)) is not None:
        shown = f"{words.say('Rapat', 'Meeting')}: {meeting_title(words, meeting.values)}"
        return Subject(title, shown, "meeting", meeting.id, ("meeting", meeting.id))
    if (owner == "regulation" or _PAGES.get(owner) == "register") and (
        row := words.stored(owner, owner_id)
    ) is not None:
        above = subject(words, owner, row.id, row.values)
        return Subject(title, above.title, above.page, above.target, above.root)
    return Subject(title, "", "", None, ("evidence", record_id))


def _meeting_of(words: Words, kind: str, record_id: RecordId, cells: Mapping[str, Value]) -> RecordId | None:
    if kind in ("attendance_contact", "attendance_trait"):
        above = words.stored("attendance", record_id)
        found: object = above.values["meeting_id"] if above else None
    elif _PAGES.get(kind) == "meeting":
        found = cells.get("meeting_id")
    else:
        found = None
    return found if isinstance(found, str) and found else None


def _own_name(words: Words, kind: str, record_id: RecordId, cells: Mapping[str, Value]) -> str:
    match kind:
        case "checklist":
            office = words.stored("office", cells.get("office_id"))
            whose = office.text("name") if office else region_name(str(cells.get("region_code") or ""))
            return " ".join(str(each) for each in (cells.get("year"), whose) if each)
        case "assignment":
            person = words.stored("person", cells.get("person_id"))
            role = label("assignment_role", str(cells.get("role") or ""), words.lang)
            return " – ".join(each for each in (person.text("name") if person else "", role) if each)
        case "person_contact" | "attendance_contact" | "attendance_trait":
            above = words.stored(kind.partition("_")[0], record_id)
            return above.text("name") if above else ""
        case "award":
            return " ".join(str(each) for n in ("award", "year", "region_code") if (each := cells.get(n)))
        case "gender_index":
            region = region_name(str(cells.get("region_code") or ""))
            return " ".join(str(each) for each in (cells.get("index"), cells.get("year"), region) if each)
        case "regulation":
            return " ".join(str(each) for n in ("regulation_kind", "number", "year") if (each := cells.get(n)))
        case "decree":
            kind_words = label("decree_kind", str(cells.get("decree_kind") or ""), words.lang)
            return " ".join(each for each in (kind_words, str(cells.get("number") or "")) if each)
        case "gender_budget":
            office = words.stored("office", cells.get("office_id"))
            whose = office.text("name") if office else region_name(str(cells.get("region_code") or ""))
            return " ".join(str(each) for each in (cells.get("year"), whose) if each)
        case "semester_report" | "gap" | "gbs":
            return title_of(kind, cells, words.lang)
        case "letterhead":
            return str(cells.get("line1") or "")
        case "headcount":
            return ""
    return str(cells.get("name") or cells.get("text") or cells.get("title") or "")


def _name(kind: str, words: Words) -> str:
    pair = _NAMES.get(kind)
    return words.say(*pair) if pair else label("kind", kind, words.lang)


def _cut(text: str, most: int = CUT) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
