"""Persons as they count: entries of the register that somebody said are one are one (`person_link`)."""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop.domain.kinds import RecordId
from pug_desktop.storage import persons as registered
from pug_desktop.storage import tallies
from pug_desktop.storage.database import Connection


@dataclass(frozen=True, slots=True)
class LinkedPersons:
    """Which entry stands for each, and what sex the person is said to be of."""

    one: Mapping[RecordId, RecordId]
    sexes: Mapping[RecordId, str]
    """By the entry that stands; left out where linked entries contradict each other."""

    def of(self, person_id: RecordId) -> RecordId:
        """The entry that stands for this one; itself where nobody linked it."""
        return self.one.get(person_id, person_id)

    def sex(self, person_id: RecordId) -> str | None:
        """Of the person that an entry is of."""
        return self.sexes.get(self.of(person_id))


def linked_persons(connection: Connection) -> LinkedPersons:
    """All links of this profile, and the sexes of those who have an assignment."""
    one = registered.one_person(connection)
    said: dict[RecordId, set[str]] = {}
    for person, sex in tallies.sexes(connection).items():
        said.setdefault(one.get(person, person), set()).add(sex)
    return LinkedPersons(one, {person: next(iter(sexes)) for person, sexes in said.items() if len(sexes) == 1})
