"""Statistics of a year: meetings that took place and who came, by kind, month, place, institution, sex, age and more.

Every table adds up to the same sum: of each meeting its list or its head count is counted, never both, as somebody
chose (`Counts.by_list`). Numbers that nobody told are None, never 0. Age and disability are shown with small numbers
hidden (`domain/small_numbers.py`), for a whole year and place only: by kind or month they could be computed back.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pug_desktop.app import regions
from pug_desktop.app.linked_persons import linked_persons
from pug_desktop.app.meeting_kinds import KindWords
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import MONTHS
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.options import AGE_BANDS, DISABILITY
from pug_desktop.domain.small_numbers import Cover, covers
from pug_desktop.domain.words import label
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import decisions, records
from pug_desktop.storage import statistics as stored
from pug_desktop.storage.database import Connection
from pug_desktop.storage.statistics import HeldMeeting, Present


@dataclass(frozen=True, slots=True)
class Sum:
    """Persons; None where no source tells. `unknown` are those whose sex nobody told."""

    meetings: int = 0
    male: int | None = None
    female: int | None = None
    unknown: int | None = None
    total: int | None = None
    silent: int = 0
    """Meetings of which nobody told how many came."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    name: str
    sum: Sum


@dataclass(frozen=True, slots=True)
class TraitLine:
    """One part of a breakdown: its number as it may be shown; None where it is hidden."""

    name: str
    number: int | None
    cover: Cover


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Persons by age or disability. `lines` are empty where none may be shown; `known` is whether anybody told any."""

    total: int
    known: bool
    lines: tuple[TraitLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a place's year was; `place` is its name."""

    year: int
    place: str
    all: Sum
    by_kind: tuple[Line, ...]
    by_month: tuple[Line, ...]
    by_place: tuple[Line, ...]
    """By kabupaten/kota of a province, else by office that organised; empty where there is only one."""
    by_type: tuple[Line, ...]
    by_institution: tuple[Line, ...]
    """Empty for a whole province."""
    age: Breakdown | None
    """None where it must not be shown: of one office or kabupaten/kota below, whose part could then be computed."""
    disability: Breakdown | None
    persons: int
    """Known persons on the lists; entries that were said to be one are one."""
    persons_rows: int
    """Rows of lists that name them."""
    whole_province: bool = False
    """Whether `by_place` is by kabupaten/kota."""
    open: int = 0
    """Meetings that hold two values for something that counts."""


def statistics(
    ws: Workspace,
    year: int,
    *,
    region_code: str | None = None,
    office_id: RecordId | None = None,
    lang: str = "id",
    step: Step = silent,
) -> Statistics:
    """The statistics of a year.

    Args:
        ws: any profile; an office sees its own meetings.
        year: of the meetings.
        region_code: a kabupaten/kota below a province.
        office_id: an office below a kabupaten/kota, whose own meetings are meant.
        lang: of the words.
        step: told before and after.
    """
    step(0, 1)
    scope = ws.profile.scope
    if ws.profile.role != "opd":
        scope = region_code or scope
        scope = scopes.of_office(scope, office_id) if office_id else scope
    below = scope != ws.profile.scope
    whole_province = len(scope) == 2
    with ws.database.read() as connection:
        held = stored.held_meetings(connection, scope, year)
        words, offices = KindWords(connection), _office_names(connection)
        listed = [] if whole_province else stored.institutions(connection, scope, year)
        types = stored.types(connection, scope, year)
        age, disability = (
            None if below else _breakdown(connection, scope, year, held, field, lang)
            for field in ("age_band", "disability")
        )
        persons = _persons(connection, scope, year)
        parts = decisions.open_parts(connection, scope)
        disagreeing = decisions.open_ids(connection, "meeting") | {
            meeting for meeting, kinds in parts.items() if kinds & {"attendance", "headcount"}
        }
    told = [each for each in held if not each.counts.by_list]
    step(1, 1)
    return Statistics(
        year=year,
        place=_place(ws, scope, offices),
        all=added(held),
        by_kind=_by(held, lambda each: words.of(each.scope, each.values, lang)),
        by_month=_by_month(held, lang),
        by_place=_by_place(held, offices, whole=whole_province),
        by_type=_present(types, told, lambda each: label("office_type", each.key, lang), lang),
        by_institution=_present(listed, told, lambda each: each.name or _none(lang), lang) if listed else (),
        age=age,
        disability=disability,
        persons=len(persons),
        persons_rows=sum(persons.values()),
        whole_province=whole_province,
        open=sum(each.id in disagreeing for each in held),
    )


def years(ws: Workspace) -> tuple[int, ...]:
    """The years to choose from, newest first; this one is always there."""
    with ws.database.read() as connection:
        found = {each.values["year"] for each in records.select(connection, "meeting")}
    return tuple(sorted({ws.today.year, *(year for year in found if isinstance(year, int))}, reverse=True))


def added(meetings: Iterable[HeldMeeting]) -> Sum:
    """The sum over some meetings."""
    male: int | None = None
    female: int | None = None
    total: int | None = None
    count = quiet = 0
    for each in meetings:
        count += 1
        men, women, whole, _institutions = each.counts.shown
        if whole is None and (men is not None or women is not None):
            # Who told of one sex only told of so many people at least.
            whole = (men or 0) + (women or 0)
        if whole is None:
            quiet += 1
            continue
        male = _plus(male, men)
        female = _plus(female, women)
        total = _plus(total, whole)
    unknown = None if total is None else total - (male or 0) - (female or 0)
    return Sum(count, male, female, unknown, total, quiet)


def _plus(sum_: int | None, number: int | None) -> int | None:
    return sum_ if number is None else (sum_ or 0) + number


def _by(held: Sequence[HeldMeeting], name: Callable[[HeldMeeting], str]) -> tuple[Line, ...]:
    """A line for each name, most people first."""
    found: dict[str, list[HeldMeeting]] = {}
    for each in held:
        found.setdefault(name(each), []).append(each)
    lines = [Line(name, added(meetings)) for name, meetings in found.items()]
    return tuple(sorted(lines, key=lambda line: (-(line.sum.total or 0), -line.sum.meetings, line.name.casefold())))


def _by_month(held: Sequence[HeldMeeting], lang: str) -> tuple[Line, ...]:
    """All months of the year; one without a meeting has none, which is known."""
    names: list[tuple[int | None, str]] = list(enumerate(MONTHS[lang], 1))
    if any(each.month is None for each in held):
        names.append((None, "Month not told" if lang == "en" else "Bulan tidak disebutkan"))
    return tuple(Line(name, added(each for each in held if each.month == month)) for month, name in names)


def _by_place(held: Sequence[HeldMeeting], offices: Mapping[str, str], *, whole: bool) -> tuple[Line, ...]:
    def name(each: HeldMeeting) -> str:
        if not whole and (office := scopes.office_of(each.scope)):
            return offices.get(office, "–")
        return regions.region(scopes.region_of(each.scope)).name

    lines = _by(held, name)
    return lines if len(lines) > 1 else ()


def _present(
    listed: Sequence[Present], told: Sequence[HeldMeeting], name: Callable[[Present], str], lang: str
) -> tuple[Line, ...]:
    """Those on lists, and in one line more those who were only counted."""
    lines = [
        Line(
            name(each),
            Sum(each.meetings, each.male, each.female, each.unknown, each.male + each.female + each.unknown),
        )
        for each in listed
    ]
    counted = added(told)
    if counted.total is not None:
        silent_ = counted.silent
        only = "Only counted, no list" if lang == "en" else "Hanya dihitung, tanpa daftar hadir"
        lines.append(
            Line(only, Sum(counted.meetings - silent_, counted.male, counted.female, counted.unknown, counted.total))
        )
    return tuple(lines)


def _none(lang: str) -> str:
    return "Institution not entered" if lang == "en" else "Instansi belum diisi"


def _breakdown(
    connection: Connection, scope: str, year: int, held: Sequence[HeldMeeting], field: str, lang: str
) -> Breakdown:
    """Persons by a trait: of the lists that count, and of the head counts that tell of it."""
    codes = AGE_BANDS if field == "age_band" else DISABILITY
    listed = stored.traits(connection, scope, year, "age_band" if field == "age_band" else "disability")
    found = Counter({code: listed.get(code, 0) for code in codes})
    total = sum(listed.values())
    for each in held:
        if each.counts.by_list:
            continue
        told: Mapping[str, int] = each.told_bands
        if field == "disability":
            told = {"ya": each.told_disability} if each.told_disability else {}
        found.update({code: told.get(code, 0) for code in codes})
        whole = added([each]).total or 0
        # Parts that are more than the whole tell of more people.
        total += max(whole, sum(told.get(code, 0) for code in codes))
    numbers = [found[code] for code in codes]
    known = sum(numbers) > 0
    numbers.append(total - sum(numbers))
    names = [*(label(field, code, lang) for code in codes), label("sex", "", lang)]
    shown = covers(numbers) if known else None
    if shown is None:
        return Breakdown(total, known)
    return Breakdown(
        total,
        known,
        tuple(
            TraitLine(name, number if cover is Cover.OPEN else None, cover)
            for name, number, cover in zip(names, numbers, shown, strict=True)
        ),
    )


def _persons(connection: Connection, scope: str, year: int) -> Counter[str]:
    persons, found = linked_persons(connection), Counter[str]()
    for person, rows in stored.known_persons(connection, scope, year).items():
        found[persons.of(person)] += rows
    return found


def _office_names(connection: Connection) -> dict[str, str]:
    return {each.id: each.text("name") for each in records.select(connection, "office")}


def _place(ws: Workspace, scope: str, offices: Mapping[str, str]) -> str:
    if office := scopes.office_of(scope):
        return ws.profile.office_name if scope == ws.profile.scope else offices.get(office, "–")
    return regions.region(scope).name
