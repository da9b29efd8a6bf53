"""The rows that papers are made of: plain texts and numbers, ready to print.

Whoever fills these has resolved names, masked NIPs and put dates into words (`domain/dates.py`). None and "" mean "not
known"; a paper says so or leaves the line out, and never fills it in. A share is 0.0 to 1.0, None of nothing.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page: up to four lines, centred, and a logo at the left."""

    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    """PNG or JPEG; a picture that cannot be read is left out."""


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Who signs, at the bottom right; what is missing becomes a dotted line."""

    place: str | None = None
    date_text: str | None = None
    position: str | None = None
    name: str | None = None
    rank: str | None = None
    nip: str | None = None
    """In full: the signer's own paper shows it."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a part in the meeting; `role` is a word ("Narasumber"), `topic` what was spoken about."""

    name: str | None
    position: str | None = None
    role: str | None = None
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """One row of the attendance list."""

    number: int
    name: str | None = None
    nip: str | None = None
    """Masked already."""
    sex: str | None = None
    """L or P."""
    position: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One item of the agenda, when and by whom, and what was said to it."""

    number: int
    text: str
    discussion: str | None = None
    time_text: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One result; `expected` when the source speaks of what the meeting was to bring about.

    `prerequisites` names those of the seven that it serves, `fulfils` the numbers of the expected results that it
    brings about; `achieved` says in words how far an expected one was reached.
    """

    number: int
    text: str
    expected: bool = False
    prerequisites: tuple[str, ...] = ()
    fulfils: tuple[int, ...] = ()
    achieved: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """One follow-up; `due` and `state` are words."""

    number: int
    text: str
    person: str | None = None
    office: str | None = None
    due: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """One meeting: for the attendance list and the minutes."""

    letterhead: Letterhead
    region: str
    kind: str
    title: str
    date_text: str
    theme: str | None = None
    time_text: str | None = None
    place: str | None = None
    organiser: str | None = None
    chair: Person | None = None
    people: tuple[Person, ...] = ()
    groups: tuple[str, ...] = ()
    """Groups of participants as the source names them."""
    disaggregation: tuple[str, ...] = ()
    """By what the data that were discussed are broken down, as the source names it."""
    attendees: tuple[AttendeeLine, ...] = ()
    totals_text: str | None = None
    """One sentence on who came, for the minutes."""
    male: int | None = None
    female: int | None = None
    total: int | None = None
    institutions: int | None = None
    agenda: tuple[AgendaLine, ...] = ()
    opening: str | None = None
    discussion: str | None = None
    closing: str | None = None
    results: tuple[ResultLine, ...] = ()
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[FollowUpLine, ...] = ()
    references: tuple[str, ...] = ()
    source_note: str | None = None
    missing: tuple[str, ...] = ()
    """Sentences: what the source does not say."""
    signature: SignatureBlock | None = None
    letter_number: str | None = None
    code: str | None = None
    """What a QR code on its papers holds; None for none."""
    made_at_text: str | None = None
    open: frozenset[str] = frozenset()
    """What holds two values: fields of the meeting by their names in `domain/kinds.py`, parts by their kinds."""


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """One question of a checklist with its answer in words."""

    code: str
    question: str
    status_label: str
    answer: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    computed: str | None = None
    """Where a computed value comes from: "12 dari 34 OPD menjawab ya"."""
    override: str | None = None
    """Why the office entered another value than the computed one."""
    conflict: bool = False
    """Two offices or devices entered different values and nobody has chosen yet."""
    open: bool = False
    """The answer holds two values, or is computed from a record that does."""


@dataclass(frozen=True, slots=True)
class SectionPaper:
    """One prerequisite. `total` counts all questions, `not_relevant` those that do not apply."""

    code: str
    name: str
    definition: str | None = None
    filled: int = 0
    total: int = 0
    backed: int = 0
    """Filled and with a piece of evidence."""
    share: float | None = None
    items: tuple[ItemPaper, ...] = ()
    not_relevant: int = 0
    open: bool = False
    """An answer holds two values, so that the numbers may change."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One document of a sheet and the questions that it backs; dates are words."""

    codes: tuple[str, ...]
    title: str
    number: str | None = None
    document_on: str | None = None
    valid_until: str | None = None
    file_name: str | None = None
    size: str | None = None
    present: bool = True
    """False while the file has not arrived here."""


@dataclass(frozen=True, slots=True)
class ChecklistPaper:
    """One filled form."""

    letterhead: Letterhead
    title: str
    office: str
    year: int
    form_line: str
    """Name, version and the head of the SHA-256 of the form."""
    sections: tuple[SectionPaper, ...]
    made_at_text: str | None = None
    signature: SignatureBlock | None = None
    region: str | None = None
    evidence: tuple[EvidenceLine, ...] = ()
    """All documents of the sheet, in the order of the questions."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office of a regency; `filled` has (filled, total) for each prerequisite, None where no sheet came."""

    name: str
    type: str
    filled: tuple[tuple[int, int] | None, ...] = ()
    last_received: str | None = None
    open: tuple[bool, ...] = ()
    """Of each prerequisite, whether an answer holds two values."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting of a regency."""

    date: str
    kind: str
    title: str
    male: int | None = None
    female: int | None = None
    total: int | None = None
    institutions: int | None = None
    open: bool = False
    """A field of the meeting holds two values."""
    count_open: bool = False
    """The number of participants rests on a record that does."""


@dataclass(frozen=True, slots=True)
class AttendanceTotal:
    """Participants of one institution type."""

    label: str
    male: int = 0
    female: int = 0
    unknown: int = 0
    open: bool = False

    @property
    def total(self) -> int:
        """All of them."""
        return self.male + self.female + self.unknown


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One award; `region` only where several regions stand in one list."""

    award: str
    year: int | None = None
    category: str | None = None
    region: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One gender index; a source may tell the rank and not the value."""

    index: str
    year: int | None = None
    value: str | None = None
    """In words: "91,25"."""
    rank: int | None = None
    rank_of: int | None = None
    rank_scope: str | None = None
    region: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class YearShares:
    """One year: the share of each prerequisite (none when nothing of the year is here) and of all together."""

    year: int
    shares: tuple[float | None, ...]
    total: float | None


@dataclass(frozen=True, slots=True)
class RegencyRecapPaper:
    """A regency in one year."""

    letterhead: Letterhead
    region: str
    year: int
    sections: tuple[SectionPaper, ...] = ()
    """The regency's own sheet, without items; empty when there is none."""
    offices: tuple[OfficeRow, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    years: tuple[YearShares, ...] = ()
    """How complete the regency's own sheet was in each year."""
    attendance: tuple[AttendanceTotal, ...] = ()
    """From attendance lists; head counts without a list stand with their meeting only."""
    awards: tuple[AwardRow, ...] = ()
    indices: tuple[IndexRow, ...] = ()
    notes: tuple[str, ...] = ()
    made_at_text: str | None = None
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class RegencyRow:
    """One regency in the province's recap; `shares` has one for each prerequisite, empty when no sheet came."""

    code: str
    name: str
    shares: tuple[float | None, ...] = ()
    meetings: int = 0
    participants: int | None = None
    male: int | None = None
    female: int | None = None
    last_received: str | None = None
    open: tuple[bool, ...] = ()
    """Of each prerequisite, whether an answer holds two values."""
    count_open: bool = False
    """A number of participants rests on a record that does."""
    sheets: int = 0
    offices: int = 0
    """So many of so many OPD have a sheet."""
    office_rows: tuple[OfficeRow, ...] = ()
    """Their sheets, for the map of this regency."""


@dataclass(frozen=True, slots=True)
class ProvinceMeetingRow:
    """One meeting of any regency."""

    region: str
    date: str
    kind: str
    title: str
    participants: int | None = None
    results: int = 0
    open: bool = False
    count_open: bool = False


@dataclass(frozen=True, slots=True)
class ProvinceRecapPaper:
    """A province in one year, or in all years."""

    letterhead: Letterhead
    province: str
    year: int | None
    regencies: tuple[RegencyRow, ...] = ()
    section_names: tuple[tuple[str, str], ...] = field(default=())
    """(code, name) of the prerequisites, for the key below the table."""
    years: tuple[YearShares, ...] = ()
    """How complete the sheets of all regencies were together in each year."""
    meetings: tuple[ProvinceMeetingRow, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    indices: tuple[IndexRow, ...] = ()
    notes: tuple[str, ...] = ()
    made_at_text: str | None = None
    signature: SignatureBlock | None = None


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar of a chart: its name, how long it is (None for none at all), what stands at its end.

    `pale` is for silence.
    """

    name: str
    share: float | None
    text: str
    pale: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What one office or kabupaten/kota answers to a question, in words; `answer` is never empty."""

    name: str
    answer: str
    sheet: str
    proofs: int | None
    """None where nobody answered."""
    verdict: str | None = None
    changed: str | None = None
    """By whom and when."""
    computed: str | None = None
    note: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class OneQuestionPaper:
    """One question and the answers of many beside each other."""

    letterhead: Letterhead
    whose: str
    """"Provinsi Banten", "Kota Tangerang"."""
    head: str
    """What the lines are: "Kabupaten/kota"."""
    year: int
    code: str
    section: str
    question: str
    form_line: str
    summary: str
    bars: tuple[ChartBar, ...]
    lines: tuple[AnswerLine, ...]
    made_at_text: str | None = None
    signature: SignatureBlock | None = None
