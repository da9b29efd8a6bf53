"""What the page "Perlu keputusan" shows and keeps, without Qt: records with open fields, what is chosen so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pug_desktop.app import decide
from pug_desktop.app.decide import Choice, Conflict, Fate
from pug_desktop.app.edit import Saved
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId

Key = tuple[str, RecordId]


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """One record with the fields of it that wait."""

    key: Key
    fields: tuple[Conflict, ...]

    @property
    def first(self) -> Conflict:
        """Any of its fields knows what the record is called."""
        return self.fields[0]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is chosen in one field and not saved yet; `number` of a version, or None for another value."""

    number: int | None
    value: object = None


class DecidePresenter:
    """The list, the office it is narrowed to, and the drafts; nothing is decided before `save`.

    Attributes:
        records: what the list shows.
        office: the office it is narrowed to, "" for all.
        drafts: what is chosen so far, by record and field; forgotten when the program closes.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._ws = workspace
        self._all: tuple[Conflict, ...] = ()
        self.records: tuple[OpenRecord, ...] = ()
        self.office = ""
        self.drafts: dict[tuple[Key, str], Draft] = {}

    @property
    def count(self) -> int:
        """How many records wait, whatever the list is narrowed to."""
        return len({(each.kind, each.id) for each in self._all})

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices whose records wait, by name."""
        return tuple(sorted({each.office for each in self._all}, key=str.casefold))

    @property
    def narrowed(self) -> tuple[Conflict, ...]:
        """The fields of the list as it is narrowed."""
        return tuple(each for record in self.records for each in record.fields)

    def read(self, lang: str) -> tuple[Conflict, ...]:
        """Ask for everything anew; runs in the worker."""
        return decide.conflicts(self._ws, lang=lang)

    def take(self, found: tuple[Conflict, ...]) -> None:
        """This is what waits now; drafts of fields that changed meanwhile are dropped."""
        before = {_place(each): each.versions for each in self._all}
        now = {_place(each): each.versions for each in found}
        self.drafts = {
            place: draft for place, draft in self.drafts.items() if place in now and before.get(place) == now[place]
        }
        self._all = found
        self.narrow(self.office if self.office in self.offices else "")

    def narrow(self, office: str) -> None:
        """Show only the records of one office; "" for all."""
        self.office = office
        chosen = [each for each in self._all if office in ("", each.office)]
        self.records = tuple(
            OpenRecord(key, tuple(fields)) for key, fields in groupby(chosen, key=lambda each: (each.kind, each.id))
        )

    def find(self, wanted: Key) -> OpenRecord | None:
        """The first record that is this one or stands on its page; the list is widened when it is narrowed away."""
        for office in (self.office, ""):
            if office != self.office:
                self.narrow(office)
            for record in self.records:
                if wanted in (record.key, record.first.root):
                    return record
        return None

    def drafted(self, record: OpenRecord) -> int:
        """In how many fields of a record something is chosen and not saved."""
        return sum((record.key, each.cell) in self.drafts for each in record.fields)

    def choices(self, record: OpenRecord) -> tuple[Choice, ...]:
        """What the drafts of a record decide."""
        made = []
        for each in record.fields:
            draft = self.drafts.get((record.key, each.cell))
            if draft is not None:
                value = each.versions[draft.number].value if draft.number is not None else draft.value
                made.append(Choice.of(each, value))
        return tuple(made)

    def save(self, choices: Sequence[Choice]) -> Saved:
        """Decide as one step; what was decided leaves the list at once."""
        saved = decide.decide_many(self._ws, choices)
        gone = {(each.kind, each.id) for each in choices if each.value is Fate.REMOVE}
        done = {((each.kind, each.id), each.cell) for each in choices}
        for place in done:
            self.drafts.pop(place, None)
        left = tuple(each for each in self._all if _place(each) not in done and (each.kind, each.id) not in gone)
        self.take(left)
        return saved


def _place(each: Conflict) -> tuple[Key, str]:
    return (each.kind, each.id), each.cell
