"""A district's answer from what was recorded anyway: meetings, attendance, follow-ups, assignments.

Nothing is known while nothing of the year is recorded: the answer is None then, never 0.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pug_desktop.domain.rollup import Computed
from pug_desktop.forms.schema import Question
from pug_desktop.forms.words import date_words, number_words

POKJA_MEETINGS = ("rakor_pokja", "penguatan_pokja")
"""What counts as a meeting of the Pokja."""
CAMPAIGNS = ("sosialisasi", "advokasi", "bimtek", "pelatihan", "penguatan_focal_point")
"""What counts as socialisation, advocacy and training."""
TRAININGS = ("pelatihan", "bimtek")
"""Who came to one of these was trained."""
TRAINED_ROLES = ("focal_point", "ketua_pokja", "sekretaris_pokja", "anggota_pokja", "team_driver", "tim_teknis")
"""Who shall be trained; planners are not recorded as an assignment."""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What one meeting says; None where it does not."""

    kind: str
    year: int | None
    led_by_leadership: bool | None = None
    """Whether one who chaired or opened it is top leadership; None when nobody is named."""
    male: int | None = None
    female: int | None = None
    total: int | None = None
    non_government: int | None = None
    """People of universities, civil society, business and media; None when no institution type is known."""
    vertical: int | None = None
    """People of agencies of the national government."""
    person_ids: frozenset[str] = field(default_factory=frozenset)
    """Those on the attendance list who are known people."""
    open: bool = False
    """Whether the meeting, or who was there, holds two values of which nobody has chosen one."""
    id: str = ""
    """Of its record."""
    held: bool = True
    """Whether it took place: what is planned or was called off is never counted."""


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """One follow-up of a meeting; dates as YYYY-MM-DD."""

    due_on: str | None
    state: str
    done_on: str | None = None
    open: bool = False
    id: str = ""
    """Of its record."""
    held: bool = True
    """Whether its meeting took place."""


@dataclass(frozen=True, slots=True)
class AssignmentFacts:
    """One assignment of a person; dates as YYYY-MM-DD."""

    person_id: str
    role: str
    sex: str | None = None
    from_on: str | None = None
    until_on: str | None = None
    trained_on: str | None = None
    open: bool = False
    id: str = ""
    """Of its record."""


_ACTING = r"(?:(?:plt|plh|pj|pjs|pgs)\.?|penjabat(?: sementara)?|pelaksana (?:tugas|harian))\s+"
_LEADERS = re.compile(
    rf"(?:{_ACTING})?(?:(?:wakil\s+)?(?:bupati|wali\s?kota|gubernur)|sekretaris daerah|sekda(?:ko|kab|prov)?)\b"
)


def is_top_leadership(position: str | None) -> bool:
    """Whether a position is that of the head of a region, the deputy, or the Sekda, also when acting.

    "Plt. Sekretaris Daerah Kota X" is; "Asisten Pemerintahan", "Staf Ahli Bupati" and "Bupati, diwakili Asisten I"
    are not.
    """
    words = " ".join((position or "").casefold().split())
    if "diwakili" in words:
        return False
    return any(_LEADERS.match(part.strip()) for part in re.split(r"[,;/]", words))


def from_meetings(
    question: Question,
    year: int,
    meetings: Sequence[MeetingFacts],
    follow_ups: Sequence[FollowUpFacts] = (),
    assignments: Sequence[AssignmentFacts] = (),
    *,
    today: str | None = None,
) -> Computed | None:
    """The answer to a question with `auto_from`; None when nothing is known.

    Args:
        question: of either form.
        year: of the sheet.
        meetings: all that are known, of every year.
        follow_ups: all that are known, of every year.
        assignments: all that are known, also those that ended.
        today: what is due later is not counted as due yet; assignments are taken as of today or the end of the year.
    """
    known = _Known(year, tuple(meetings), tuple(follow_ups), tuple(assignments), today)
    found = _SOURCES[question.auto_from](known) if question.auto_from else None
    if found is None or not question.auto_from or not _rests_on_open(known, question.auto_from):
        return found
    return replace(found, open=True)


@dataclass(frozen=True, slots=True)
class _Known:
    year: int
    meetings: tuple[MeetingFacts, ...]
    follow_ups: tuple[FollowUpFacts, ...]
    assignments: tuple[AssignmentFacts, ...]
    today: str | None

    @property
    def of_year(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.meetings if meeting.held and meeting.year == self.year]

    @property
    def any_open_of_year(self) -> bool:
        """Also of those that did not take place: where that is not decided, the figure is not either."""
        return any(each.open for each in self.meetings if each.year == self.year)

    @property
    def as_of(self) -> str:
        last = f"{self.year:04d}-12-31"
        return min(last, self.today) if self.today else last

    @property
    def people_now(self) -> list[AssignmentFacts]:
        day = self.as_of
        return [
            each
            for each in self.assignments
            if (each.from_on is None or each.from_on <= day) and (each.until_on is None or each.until_on >= day)
        ]


def _rests_on_open(known: _Known, source: str) -> bool:
    """Whether any record that may have been counted holds two values: which of them counts, nobody knows yet."""
    if source == "followups":
        year = f"{known.year:04d}-"
        return any(each.open and (each.due_on or year).startswith(year) for each in known.follow_ups)
    if source.startswith("people"):
        return any(each.open for each in known.people_now)
    if source == "attendance.type=pelatihan":
        until = [each for each in known.meetings if each.year is not None and each.year <= known.year]
        return any(each.open for each in until) or any(each.open for each in known.people_now)
    return known.any_open_of_year


def _led(known: _Known) -> Computed | None:
    told = [meeting.led_by_leadership for meeting in known.of_year]
    named = [led for led in told if led is not None]
    if not named:
        return None
    words = (
        f"{number_words(sum(named))} dari {number_words(len(told))} kegiatan yang dicatat pada {known.year} dibuka "
        "atau dipimpin pimpinan daerah atau Sekda"
    )
    if len(named) < len(told):
        words += f"; {number_words(len(told) - len(named))} kegiatan tidak menyebut siapa yang membuka atau memimpin"
    english = (
        f"{_en(sum(named))} of {_en(len(told))} events recorded in {known.year} were opened or led by the head of the "
        "region or the Sekda"
    )
    if len(named) < len(told):
        english += f"; events that do not say who opened or led them: {_en(len(told) - len(named))}"
    return Computed(sum(named), len(named), len(told), words, english)


def _held(kinds: tuple[str, ...], what: str, what_en: str) -> Callable[[_Known], Computed | None]:
    def count(known: _Known) -> Computed | None:
        recorded = known.of_year
        if not recorded:
            return None
        held = sum(meeting.kind in kinds for meeting in recorded)
        recorded_words = f"{number_words(len(recorded))} kegiatan yang dicatat pada {known.year}"
        words = f"{number_words(held)} {what} di antara {recorded_words}"
        english = f"{what_en}: {_en(held)} of {_en(len(recorded))} events recorded in {known.year}"
        return Computed(held, held, len(recorded), words, english)

    return count


def _follow_ups(known: _Known) -> Computed | None:
    due = [
        each
        for each in known.follow_ups
        if each.held
        and each.due_on
        and each.due_on.startswith(f"{known.year:04d}-")
        and each.state != "batal"
        and (known.today is None or each.due_on <= known.today or each.state == "selesai")
    ]
    if not due:
        return None
    done = [each for each in due if each.state == "selesai"]
    on_time = sum(each.done_on is not None and each.done_on <= (each.due_on or "") for each in done)
    undated = sum(each.done_on is None for each in done)
    words = (
        f"{number_words(on_time)} dari {number_words(len(due))} tindak lanjut yang jatuh tempo pada {known.year} "
        "selesai tepat waktu"
    )
    if undated:
        words += f"; {number_words(undated)} selesai tanpa tanggal sehingga tidak dihitung tepat waktu"
    english = f"{_en(on_time)} of {_en(len(due))} follow-ups due in {known.year} were done in time"
    if undated:
        english += f"; done without a date and so not counted as in time: {_en(undated)}"
    return Computed({"numerator": on_time, "denominator": len(due)}, len(due), len(due), words, english)


def _focal_points(known: _Known) -> Computed | None:
    sexes = {each.person_id: each.sex for each in known.people_now if each.role == "focal_point"}
    if not sexes:
        return None
    male, female = (sum(sex == wanted for sex in sexes.values()) for wanted in ("L", "P"))
    unknown = len(sexes) - male - female
    # Where nobody's sex is known, neither number is: null, not 0.
    split = {"male": male, "female": female} if male or female else {"male": None, "female": None}
    words = f"{number_words(len(sexes))} focal point menurut penugasan yang dicatat per {date_words(known.as_of)}"
    if unknown:
        words += f"; {number_words(unknown)} orang belum diketahui jenis kelaminnya"
    english = f"focal points by the appointments recorded as of {date_words(known.as_of, 'en')}: {_en(len(sexes))}"
    if unknown:
        english += f"; people whose sex is not known yet: {_en(unknown)}"
    return Computed(split, len(sexes) - unknown, len(sexes), words, english)


def _trained(known: _Known) -> Computed | None:
    people = {each.person_id for each in known.people_now if each.role in TRAINED_ROLES}
    if not people:
        return None
    by_record = {each.person_id for each in known.assignments if each.trained_on and each.trained_on <= known.as_of}
    came = {
        person
        for meeting in known.meetings
        if meeting.held and meeting.kind in TRAININGS and meeting.year is not None and meeting.year <= known.year
        for person in meeting.person_ids
    }
    trained = len(people & (by_record | came))
    words = (
        f"{number_words(trained)} dari {number_words(len(people))} orang Pokja dan focal point yang penugasannya "
        "dicatat pernah dilatih, menurut tanggal pelatihan dan daftar hadir; perencana belum termasuk"
    )
    english = (
        f"{_en(trained)} of {_en(len(people))} people of Pokja and focal points with a recorded appointment were "
        "trained, by training dates and attendance lists; planners are not included yet"
    )
    return Computed({"numerator": trained, "denominator": len(people)}, len(people), len(people), words, english)


def _participants(known: _Known) -> Computed | None:
    held = [meeting for meeting in known.of_year if meeting.kind in CAMPAIGNS]
    told = [each for each in held if each.male is not None or each.female is not None or each.total is not None]
    if not told:
        return None
    male = _sum_known(each.male for each in told)
    female = _sum_known(each.female for each in told)
    everybody = sum(_everybody(each) for each in told)
    unsplit = everybody - (male or 0) - (female or 0)
    words = (
        f"{number_words(everybody)} peserta dari {number_words(len(told))} kegiatan sosialisasi, advokasi, dan "
        f"pelatihan yang dicatat pada {known.year}"
    )
    if unsplit > 0:
        words += f"; {number_words(unsplit)} peserta tidak diketahui jenis kelaminnya dan tidak ikut dihitung"
    if len(told) < len(held):
        words += f"; {number_words(len(held) - len(told))} kegiatan tidak menyebut jumlah peserta"
    english = (
        f"{_en(everybody)} participants of {_en(len(told))} events of outreach, advocacy and training recorded in "
        f"{known.year}"
    )
    if unsplit > 0:
        english += f"; participants whose sex is not known, not counted: {_en(unsplit)}"
    if len(told) < len(held):
        english += f"; events that do not give the number of participants: {_en(len(held) - len(told))}"
    return Computed({"male": male, "female": female}, len(told), len(held), words, english)


def _sum_known(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _everybody(meeting: MeetingFacts) -> int:
    return max(meeting.total or 0, (meeting.male or 0) + (meeting.female or 0))


def _partners(known: _Known) -> Computed | None:
    held = [meeting for meeting in known.of_year if meeting.kind in POKJA_MEETINGS]
    told = [each for each in held if each.non_government is not None or each.vertical is not None]
    if not told:
        return None
    outside = sum(each.non_government or 0 for each in told)
    vertical = sum(each.vertical or 0 for each in told)
    words = (
        f"{number_words(outside)} orang unsur nonpemerintah dan {number_words(vertical)} orang instansi vertikal dalam "
        f"daftar hadir {number_words(len(told))} rapat Pokja pada {known.year}"
    )
    if len(told) < len(held):
        words += f"; {number_words(len(held) - len(told))} rapat Pokja tidak menyebut jenis instansi pesertanya"
    english = (
        f"{_en(outside)} people from outside government and {_en(vertical)} from agencies of the national government "
        f"on the attendance lists of {_en(len(told))} Pokja meetings in {known.year}"
    )
    if len(told) < len(held):
        english += f"; Pokja meetings that do not name the kind of institution: {_en(len(held) - len(told))}"
    return Computed(outside + vertical, len(told), len(held), words, english)


def _en(number: int) -> str:
    return number_words(number, "en")


_SOURCES: Mapping[str, Callable[[_Known], Computed | None]] = {
    "meetings.role=pembuka|pimpinan": _led,
    "meetings.type=rakor_pokja": _held(
        POKJA_MEETINGS, "rapat koordinasi atau penguatan Pokja", "meetings to coordinate or strengthen the Pokja"
    ),
    "meetings.type=pendampingan": _held(("pendampingan",), "pendampingan", "mentoring"),
    "people.role=focal_point": _focal_points,
    "followups": _follow_ups,
    "attendance": _participants,
    "attendance.type=pelatihan": _trained,
    "attendance.institution_type": _partners,
}
