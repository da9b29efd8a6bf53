"""What a kind of record is: its fields, which of them merge as one, what it hangs from, how far up it may travel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

RecordId: TypeAlias = str
"""A UUID as 32 lower-case hex digits."""

Value: TypeAlias = object
"""What a field may hold: str, int, bool, None, or JSON made of these; never a float."""

Values: TypeAlias = dict[str, Value]


class Type(StrEnum):
    """What a field holds."""

    TEXT = "text"
    INT = "int"
    BOOL = "bool"
    DATE = "date"
    """ISO text, YYYY-MM-DD."""
    DECIMAL = "decimal"
    """A decimal number as text, with a point: "91.25"."""
    ID = "id"
    JSON = "json"


class Level(StrEnum):
    """The highest office that a kind may travel to."""

    REGENCY = "kabkota"
    PROVINCE = "provinsi"


ROLES = ("opd", "kabkota", "provinsi")
"""The roles of offices, the lowest first."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `parent` names the kind that an ID refers to, `required` that the record hangs from it."""

    name: str
    type: Type = Type.TEXT
    parent: str | None = None
    required: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What is merged as one: a single field, or a group whose value is an object of its fields."""

    name: str
    fields: tuple[Field, ...]

    @property
    def is_group(self) -> bool:
        """Whether the value is an object."""
        return len(self.fields) > 1 or self.fields[0].name != self.name


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    fields: tuple[Field, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    level: Level = Level.PROVINCE
    id_of: str | None = None
    """The kind whose id this record shares, one to one; that kind is its parent."""
    writers: tuple[str, ...] = ROLES
    """The roles of the offices that may write it; what others write is not taken over."""
    down: bool = False
    """It lies in the scope of a higher office and concerns every office below."""
    immutable: bool = False
    """Written once: a second write of a cell is never taken over."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Groups and single fields, in the order of the fields."""
        group_of = {name: group for group, names in self.groups.items() for name in names}
        by_name = {each.name: each for each in self.fields}
        made: dict[str, Cell] = {}
        for each in self.fields:
            group = group_of.get(each.name)
            if group is None:
                made[each.name] = Cell(each.name, (each,))
            elif group not in made:
                made[group] = Cell(group, tuple(by_name[name] for name in self.groups[group]))
        return tuple(made.values())

    @property
    def parents(self) -> tuple[Field, ...]:
        """The fields that refer to other records."""
        return tuple(each for each in self.fields if each.parent)

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when there is none."""
        for each in self.fields:
            if each.name == name:
                return each
        raise KeyError(name)
