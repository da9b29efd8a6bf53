"""The rows of a survey as the tree that its groups make, and the lists of its choices."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pug_desktop.forms.tables import nearest
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
    """group, note, integer, decimal, date, text, yes_no, select_one or select_multiple."""
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
            tell(choices.finding(number, "list_name", "nama daftar kosong"))
        elif not name:
            tell(choices.finding(number, "name", "nama pilihan kosong"))
        elif any(each.name == name for each in found.get(list_name, ())):
            tell(choices.finding(number, "name", f'pilihan "{name}" sudah ada dalam daftar "{list_name}"'))
        else:
            found.setdefault(list_name, []).append(Choice(number, name, row))
    return found


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
                tell(survey.finding(number, "type", "end_group tanpa begin_group di atasnya"))
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
                tell(survey.finding(number, "type", "kelompok bersarang terlalu dalam"))
                return top
    for node in opened:
        tell(survey.finding(node.row, "type", f'kelompok "{node.name}" tidak ditutup dengan end_group'))
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
        remark(survey.finding(number, "type", f'baris "{kind}" dilewati: bukan pertanyaan pada lembar ini'))
        return None
    if not kind:
        tell(survey.finding(number, "type", "jenis baris kosong"))
        return None
    if not name:
        tell(survey.finding(number, "name", "nama kosong"))
    if kind == _GROUP_BEGINS:
        return Node(number, "group", name, row)
    if kind in ("select", "select1", ONE, MANY):
        return _select(survey, Node(number, _SAME[kind], name, row), words, lists, tell)
    if kind not in _VALUES:
        shown = re.sub(r"\s+", " ", " ".join(words))
        tell(survey.finding(number, "type", f'jenis "{shown}" tidak dapat dipakai{nearest(kind, _KNOWN)}'))
        return None
    return Node(number, _SAME.get(kind, kind), name, row)


def _select(survey: Columns, node: Node, words: list[str], lists: dict[str, list[Choice]], tell: Tell) -> Node | None:
    """A row with choices: "select_one daftar", also in XLSForm's older spelling "select one daftar"."""
    rest = words[1:]
    if len(rest) > 1 and words[0].casefold() == "select" and rest[0].casefold() in ("one", "multiple"):
        node.type = ONE if rest[0].casefold() == "one" else MANY
        rest = rest[1:]
    if len(rest) != 1:
        problem = f'tulis "{node.type}" diikuti nama satu daftar; "or_other" tidak dapat dipakai'
        tell(survey.finding(node.row, "type", problem))
        return None
    if rest[0] not in lists:
        tell(survey.finding(node.row, "type", f'daftar "{rest[0]}" tidak ada pada lembar choices'))
        return None
    node.list_name = rest[0]
    if node.type == ONE and frozenset(each.name.casefold() for each in lists[rest[0]]) in _YES_NO_LISTS:
        node.type = YES_NO
    return node
