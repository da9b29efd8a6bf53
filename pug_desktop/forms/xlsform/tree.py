"""The rows of a survey as the tree that its groups make, and the lists of its choices."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pug_desktop.forms.schema import Text
from pug_desktop.forms.tables import Mistake, name_of, nearest
from pug_desktop.forms.xlsform.columns import Columns, Finding
from pug_desktop.forms.xlsform.layout import MANY, ONE, YES_NO

Tell: TypeAlias = Callable[[Finding], None]

_GROUP_BEGINS, _GROUP_ENDS = "begin_group", "end_group"
_VALUES = ("integer", "decimal", "date", "text", "string", "int")
_SAME = {"string": "text", "int": "integer", "select1": ONE, "select_one": ONE, "select_multiple": MANY, "select": MANY}
_PASSED_OVER = (
    *("start", "end", "today", "deviceid", "username", "phonenumber", "email", "simserial", "subscriberid", "audit"),
    *("start-geopoint", "background-audio", "calculate", "hidden", "acknowledge", "trigger"),
    *("note", "image", "photo", "file", "audio", "video"),
)
_KNOWN = (_GROUP_BEGINS, _GROUP_ENDS, *_VALUES[:4], ONE, MANY, "note")
_DEEPEST = 5
_LONGEST_QUOTE = 60
UNKNOWN = "unknown"
_YES_NO_LISTS = (frozenset(("yes", "no")), frozenset(("ya", "tidak")), frozenset(("true", "false")))


@dataclass(slots=True)
class Choice:
    """One row of the sheet choices."""

    row: int
    name: str
    cells: Sequence[str]


@dataclass(slots=True)
class Node:
    """One row of the survey; a group has what stands inside it."""

    row: int
    type: str
    """group, note, integer, decimal, date, text, yes_no, select_one or select_multiple; UNKNOWN was told already."""
    name: str
    cells: Sequence[str]
    list_name: str = ""
    inside: "list[Node]" = field(default_factory=list)


def lists_of(choices: Columns, tell: Tell) -> dict[str, list[Choice]]:
    """The rows of each list."""
    found: dict[str, list[Choice]] = {}
    for number, row in enumerate(choices.grid.rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        list_name, name = choices.text(row, "list_name"), choices.text(row, "name")
        if not list_name:
            tell(choices.finding(number, "list_name", Text("nama daftar kosong", "the name of the list is empty")))
        if not name:
            tell(choices.finding(number, "name", Text("nama pilihan kosong", "the name of the choice is empty")))
        elif problem := name_problem(name):
            tell(choices.finding(number, "name", problem))
        elif any(each.name == name for each in found.get(list_name, ())):
            indonesian = f'pilihan "{name}" sudah ada dalam daftar "{list_name}"'
            problem = Text(indonesian, f'the list "{list_name}" has the choice "{name}" already')
            tell(choices.finding(number, "name", problem))
        elif list_name:
            found.setdefault(list_name, []).append(Choice(number, name, row))
        if list_name:
            # A list whose choices are all wrong is there all the same.
            found.setdefault(list_name, [])
    return found


def name_problem(name: str) -> Text | None:
    """What is wrong with the name of a section, a question or a choice; an empty one is told elsewhere."""
    try:
        name_of({"name": name}, "")
    except Mistake as mistake:
        return mistake.problem if name else None
    return None


def tree_of(survey: Columns, lists: dict[str, list[Choice]], tell: Tell, remark: Tell) -> list[Node]:
    """The rows as a tree; what cannot be a question of ours is told or remarked."""
    top: list[Node] = []
    opened: list[Node] = []
    for number, row in enumerate(survey.grid.rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        words = survey.text(row, "type").replace("begin group", _GROUP_BEGINS).replace("end group", _GROUP_ENDS).split()
        kind = words[0].casefold() if words else ""
        if kind == _GROUP_ENDS:
            if not opened:
                problem = Text("end_group tanpa begin_group di atasnya", "end_group without a begin_group above it")
                tell(survey.finding(number, "type", problem))
            else:
                opened.pop()
            continue
        node = _node(survey, number, row, kind, words, lists, tell, remark)
        if node is None:
            continue
        (opened[-1].inside if opened else top).append(node)
        if node.type == "group":
            opened.append(node)
            if len(opened) > _DEEPEST:
                problem = Text("kelompok bersarang terlalu dalam", "the groups are nested too deep")
                tell(survey.finding(number, "type", problem))
                return top
    for node in opened:
        indonesian = f'kelompok "{node.name}" tidak ditutup dengan end_group'
        tell(survey.finding(node.row, "type", Text(indonesian, f'the group "{node.name}" has no end_group')))
    return top


def _node(
    survey: Columns,
    number: int,
    row: Sequence[str],
    kind: str,
    words: list[str],
    lists: dict[str, list[Choice]],
    tell: Tell,
    remark: Tell,
) -> Node | None:
    name = survey.text(row, "name")
    if kind == "note":
        return Node(number, "note", name, row)
    if kind in _PASSED_OVER:
        indonesian = f'baris "{kind}" dilewati: bukan pertanyaan pada lembar ini'
        remark(survey.finding(number, "type", Text(indonesian, f'"{kind}" is passed over: no question of this sheet')))
        return None
    if kind.startswith("end"):
        _tell_type(survey, number, kind, words, tell)
        return None
    if not name:
        tell(survey.finding(number, "name", Text("nama kosong", "the name is empty")))
    if not kind:
        tell(survey.finding(number, "type", Text("jenis baris kosong", "the type of the row is empty")))
        return Node(number, UNKNOWN, name, row)
    if kind == _GROUP_BEGINS:
        return Node(number, "group", name, row)
    if kind in ("select", "select1", ONE, MANY):
        return _select(survey, Node(number, _SAME[kind], name, row), words, lists, tell)
    if kind not in _VALUES:
        _tell_type(survey, number, kind, words, tell)
        return Node(number, UNKNOWN, name, row)
    return Node(number, _SAME.get(kind, kind), name, row)


def quoted(text: str) -> str:
    """The beginning of a cell, so that what is said about it can still be read."""
    plain = re.sub(r"\s+", " ", text[: _LONGEST_QUOTE * 2]).strip()
    return f'"{plain}"' if len(plain) <= _LONGEST_QUOTE else f'"{plain[: _LONGEST_QUOTE - 3]}..."'


def _tell_type(survey: Columns, number: int, kind: str, words: list[str], tell: Tell) -> None:
    shown, near = quoted(" ".join(words)), nearest(kind, _KNOWN)
    indonesian, english = f"jenis {shown} tidak dapat dipakai{near.id}", f"the type {shown} cannot be used{near.en}"
    tell(survey.finding(number, "type", Text(indonesian, english)))


def _select(survey: Columns, node: Node, words: list[str], lists: dict[str, list[Choice]], tell: Tell) -> Node:
    """A row with choices: "select_one daftar", also in XLSForm's older spelling "select one daftar"."""
    rest = words[1:]
    if len(rest) > 1 and words[0].casefold() == "select" and rest[0].casefold() in ("one", "multiple"):
        node.type = ONE if rest[0].casefold() == "one" else MANY
        rest = rest[1:]
    if len(rest) != 1:
        indonesian = f'tulis "{node.type}" diikuti nama satu daftar; "or_other" tidak dapat dipakai'
        english = f'write "{node.type}" followed by the name of one list; "or_other" cannot be used'
        tell(survey.finding(node.row, "type", Text(indonesian, english)))
        node.type = UNKNOWN
        return node
    if rest[0] not in lists:
        indonesian = f'daftar "{rest[0]}" tidak ada pada lembar choices'
        tell(survey.finding(node.row, "type", Text(indonesian, f'the sheet choices has no list "{rest[0]}"')))
        node.type = UNKNOWN
        return node
    node.list_name = rest[0]
    if node.type == ONE and frozenset(each.name.casefold() for each in lists[rest[0]]) in _YES_NO_LISTS:
        node.type = YES_NO
    return node
