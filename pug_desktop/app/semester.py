"""The semester report: one for each half-year of an office or region, with proposals from what is recorded."""

from collections import Counter
from collections.abc import Iterable

from pug_desktop import errors
from pug_desktop.app import edit, meet
from pug_desktop.app.meet import MeetingRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.app.written import check_mine
from pug_desktop.domain.dates import number_words, rupiah_words
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.words import label
from pug_desktop.domain.written import SEMESTER_HEADINGS
from pug_desktop.storage import records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

_LAST_MONTH_OF_FIRST = 6

_EFFORTS = ("proses", "selesai")

# A list that somebody still reads; the rest is said to be there.
_MOST_LINES = 60
_MOST_LETTERS = 300


def create_report(ws: Workspace, year: int, semester: int) -> RecordId:
    """Make the report of a half-year, or find the one that is there: two laptops of an office make the same one.

    Raises:
        WrongValue: no such half-year.
    """
    made = natural_id("semester_report", ws.profile.scope, year, semester)
    if edit.get(ws, "semester_report", made) is not None:
        return made
    values = {
        "year": year,
        "semester": semester,
        "office_id": ws.profile.office_id,
        "region_code": ws.profile.region_code,
    }
    return edit.create(ws, "semester_report", values, id=made)


def half_of(month: int) -> int:
    """The half-year of a month: 1 or 2."""
    return 1 if month <= _LAST_MONTH_OF_FIRST else 2


def half_years(ws: Workspace, number: int = 6) -> tuple[tuple[int, int], ...]:
    """Year and semester of the half-years to choose from: the present one first, then those before it."""
    today = ws.today
    place = 2 * today.year + half_of(today.month) - 1
    return tuple(((place - back) // 2, (place - back) % 2 + 1) for back in range(number))


def propose(ws: Workspace, report_id: RecordId) -> tuple[str, ...]:
    """Write what meetings and registers tell into the parts that are still empty; one step that can be undone.

    What stood in the way nobody but a person can say: the part on problems is left alone.

    Returns:
        The fields that were filled.

    Raises:
        NoSuchRecord: the report was removed.
        WrongRole: another office writes it.
    """
    check_mine(ws, "semester_report", report_id)
    report = edit.get(ws, "semester_report", report_id)
    if report is None:
        raise errors.NoSuchRecord(kind="semester_report", id=report_id)
    empty = {each.field for each in SEMESTER_HEADINGS if not str(report[each.field] or "").strip()}
    found = {name: text for name, text in proposals(ws, report).items() if text and name in empty}
    if found:
        edit.put(ws, "semester_report", report_id, **found)
    return tuple(found)


def proposals(ws: Workspace, report: dict[str, Value]) -> dict[str, str]:
    """What the records of the half-year tell, by field; a field of which they tell nothing is left out."""
    of_year = [each for each in meet.meetings(ws, year=_int(report["year"])) if each.held]
    held = [each for each in of_year if _in_half(each, report["semester"])][::-1]
    ids = [each.id for each in held]
    with ws.database.read() as connection:
        made = {
            "programmes": _numbered(_meeting_words(each) for each in held),
            "agencies": _agencies(connection, held),
            "targets": _targets(held),
            "budget": _budget(ws, connection, report),
            "efforts": _numbered(_follow_ups(connection, ids)),
        }
    return {name: text for name, text in made.items() if text}


def _in_half(row: MeetingRow, semester: Value) -> bool:
    # A meeting of which only the year is known belongs to neither half.
    month = int(row.sort_key.split("-")[1])
    return month > 0 and semester == half_of(month)


def _int(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else line[: _MOST_LETTERS - 1] + "…"


def _numbered(lines: Iterable[str]) -> str:
    told = [each for each in lines if each]
    shown = [f"{number}. {_one_line(each)}" for number, each in enumerate(told[:_MOST_LINES], 1)]
    if len(told) > _MOST_LINES:
        shown.append(f"dan {number_words(len(told) - _MOST_LINES)} lainnya")
    return "\n".join(shown)


def _meeting_words(row: MeetingRow) -> str:
    title = f"{row.kind_label}: {row.title}" if row.title else row.kind_label
    return f"{title} ({row.date_text})"


def _agencies(connection: Connection, held: list[MeetingRow]) -> str:
    """Who came to these meetings, the most frequent first; organisers count as having come."""
    seen: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for row in held:
        present = records.select(connection, "attendance", {"meeting_id": row.id})
        names = {row.organiser, *(each.text("office_name") for each in present)}
        for name in sorted(names):
            if plain := " ".join(name.split()):
                spelling.setdefault(plain.casefold(), plain)
                seen[plain.casefold()] += 1
    order = sorted(seen, key=lambda name: (-seen[name], name))
    return _numbered(spelling[name] for name in order)


def _targets(held: list[MeetingRow]) -> str:
    """One line a meeting whose number of participants is known; the others are named as unknown, never as none."""
    lines = []
    for row in held:
        if row.total is None:
            lines.append(f"{row.title or row.kind_label}: jumlah peserta tidak disebutkan")
            continue
        split = (
            f"laki-laki {number_words(row.male)}, perempuan {number_words(row.female)}"
            if row.male is not None and row.female is not None
            else "jumlah menurut jenis kelamin tidak disebutkan"
        )
        lines.append(f"{row.title or row.kind_label}: {number_words(row.total)} orang ({split})")
    return _numbered(lines)


def _budget(ws: Workspace, connection: Connection, report: dict[str, Value]) -> str:
    """The gender-responsive budget of the year, as the register has it; by source only a person knows it."""
    found = records.select(connection, "gender_budget", {"year": report["year"]})
    lines = [_budget_words(each) for each in found if each.scope == ws.profile.scope]
    return "\n".join(each for each in lines if each)


def _budget_words(stored: Stored) -> str:
    amount, base, own = (_int(stored.values[name]) for name in ("amount", "base", "institution_amount"))
    told = []
    if amount is not None:
        of = f" dari {stored.text('base_name') or 'belanja pembanding'} {rupiah_words(base)}" if base else ""
        told.append(f"ARG {stored.values['year']}: {rupiah_words(amount)}{of}")
    if own is not None:
        told.append(f"Anggaran pelembagaan PUG {stored.values['year']}: {rupiah_words(own)}")
    return "\n".join(told)


def _follow_ups(connection: Connection, meeting_ids: list[RecordId]) -> list[str]:
    """What was begun or done; what nobody has started is no effort made."""
    lines = []
    for each in meeting_ids:
        for stored in records.select(connection, "follow_up", {"meeting_id": each}, order=("number",)):
            state = stored.text("state")
            if state in _EFFORTS and stored.text("text").strip():
                lines.append(f"{_one_line(stored.text('text'))} ({label('follow_up_state', state)})")
    return lines
