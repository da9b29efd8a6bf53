"""The columns required, relevant, constraint and pug_warning of one question, as the keys of a form file."""

from collections.abc import Mapping, Sequence

from pug_desktop.forms.schema import AnswerKind, Text
from pug_desktop.forms.xlsform.columns import Columns
from pug_desktop.forms.xlsform.layout import BOUNDED, SINGLE
from pug_desktop.forms.xlsform.rules import (
    FALSE_WORDS,
    NUMBER_KINDS,
    TRUE_WORDS,
    Rules,
    Told,
    check_from,
    condition_from,
    rules_from,
)
from pug_desktop.forms.xlsform.tree import Node, Tell
from pug_desktop.forms.xlsform.xpath import NotOurs

MESSAGE = Told(id="Periksa lagi jawaban ini.", en="Look at this answer again.")

_WHOLE = (*NUMBER_KINDS, AnswerKind.INTEGER_BY_SEX, AnswerKind.ENUM_WITH_YEAR)
_MOST_DIGITS = 16


def rules_told(
    node: Node,
    first: Node,
    kind: AnswerKind | None,
    told: Told,
    survey: Columns,
    kinds: Mapping[str, AnswerKind],
    tell: Tell,
    remark: Tell,
) -> Told:
    """The keys `relevant`, `required`, `min`, `max` and `constraint`; adds the bounds of items to `told`.

    Without a kind, only what does not depend on it is read.
    """
    return _Rules(node, first, kind, told, survey, kinds, tell, remark).told()


class _Rules:
    """Reads the rules of one question."""

    def __init__(
        self,
        node: Node,
        first: Node,
        kind: AnswerKind | None,
        told: Told,
        survey: Columns,
        kinds: Mapping[str, AnswerKind],
        tell: Tell,
        remark: Tell,
    ) -> None:
        self._node, self._first, self._kind = node, first, kind
        self._question = told
        self._survey = survey
        self._kinds = kinds
        self._tell, self._remark = tell, remark
        self._found: Told = {}
        self._checks: list[Told] = []

    def told(self) -> Told:
        """The keys."""
        self._relevant()
        self._required()
        if self._kind is None:
            return self._found
        for row in _leaves(self._node):
            self._constraint(row)
        if warning := self._survey.text(self._node.cells, "pug_warning"):
            self._warnings(warning)
        self._even_out()
        if self._checks:
            self._found["constraint"] = self._checks
        return self._found

    def _earlier(self, name: str) -> AnswerKind | None:
        return self._kinds.get(name) if name != self._node.name else None

    def _relevant(self) -> None:
        for row in (self._node, *_inner(self._node)):
            text = self._survey.text(row.cells, "relevant")
            if not text:
                continue
            if row is not self._node:
                problem = Text("hanya dipakai pada baris pertanyaannya", "used in the row of the question only")
                self._remark(self._survey.finding(row.row, "relevant", problem))
                continue
            try:
                self._found["relevant"] = condition_from(text, "", self._earlier)
            except NotOurs as wrong:
                self._tell(self._survey.finding(row.row, "relevant", wrong.problem))

    def _required(self) -> None:
        for row in (self._node, *_inner(self._node)):
            text = self._survey.text(row.cells, "required")
            if not text or text.casefold() in FALSE_WORDS:
                continue
            if row is not self._node and row is not self._first:
                problem = Text("hanya dipakai pada isian pertama", "used in the first entry only")
                self._remark(self._survey.finding(row.row, "required", problem))
            elif text.casefold() in TRUE_WORDS:
                self._found["required"] = True
            else:
                try:
                    self._found["required"] = condition_from(text, "", self._earlier)
                except NotOurs as wrong:
                    self._tell(self._survey.finding(row.row, "required", wrong.problem))

    # --- constraints ------------------------------------------------------------------------------------------------

    def _constraint(self, row: Node) -> None:
        text = self._survey.text(row.cells, "constraint")
        if not text:
            return
        try:
            rules = rules_from(text, self._node.name, self._kinds.get)
            checks = self._checks_of(row, rules)
        except NotOurs as wrong:
            self._tell(self._survey.finding(row.row, "constraint", wrong.problem))
            return
        if checks is not None:
            self._checks += self._with_messages(checks, row)
            if rules.checks:
                self._bounds(row, rules)
        else:
            self._bounds(row, rules)

    def _checks_of(self, row: Node, rules: Rules) -> list[Told] | None:
        """The constraints of a row; None when it holds nothing but bounds of ours."""
        if not rules.bare:
            if row is not self._first:
                indonesian = "syarat selain batas hanya dapat ditulis pada isian pertama pertanyaannya"
                raise NotOurs(indonesian, "other conditions than bounds go to the first entry of the question")
            return list(rules.checks)
        if not self._messages(row) or row is not self._first or self._kind not in NUMBER_KINDS:
            return None
        # Somebody's own bounds with somebody's own words.
        pairs = (("at_least", rules.least), ("less_than", rules.most))
        return [check_from(self._node.name, operator, bound) for operator, bound in pairs if bound is not None]

    def _messages(self, row: Node) -> Sequence[Told]:
        texts = [self._survey.text(row.cells, "constraint_message", language) for language in ("id", "en")]
        return _paired(*texts)

    def _with_messages(self, checks: list[Told], row: Node) -> list[Told]:
        return _said(checks, self._messages(row))

    def _bounds(self, row: Node, rules: Rules) -> None:
        for key, bound in (("min", rules.least), ("max", rules.most)):
            if bound is None:
                continue
            try:
                value = self._bound(bound)
            except NotOurs as wrong:
                self._tell(self._survey.finding(row.row, "constraint", wrong.problem))
                continue
            if self._kind is AnswerKind.DECIMAL_MULTI:
                for item in self._items():
                    if item["name"] == row.name.removeprefix(f"{self._node.name}."):
                        item[key] = value
            elif self._has_bounds(row):
                if self._found.setdefault(key, value) != value:
                    problem = Text("batas semua isian harus sama", "the bounds of all entries must be the same")
                    self._tell(self._survey.finding(row.row, "constraint", problem))
            else:
                problem = Text(f"{self._kind} tidak memakai batas di sini", f"{self._kind} has no bounds here")
                self._tell(self._survey.finding(row.row, "constraint", problem))
        if rules.bare and self._messages(row):
            unused = Text(
                "pesan tidak dipakai: batas jenis ini punya pesan sendiri",
                "the message is not used: bounds of this kind have their own",
            )
            self._remark(self._survey.finding(row.row, "constraint_message", unused))

    def _has_bounds(self, row: Node) -> bool:
        if self._kind is None or self._kind in SINGLE:
            return True
        return row.name.removeprefix(f"{self._node.name}.") in BOUNDED.get(self._kind, ())

    def _bound(self, bound: str) -> int | str:
        if self._kind in _WHOLE:
            whole = bound.removesuffix(".0")
            # "²" is a digit too, and Python reads no number of five thousand digits.
            if not (whole.isascii() and whole.isdigit() and len(whole) <= _MOST_DIGITS):
                raise NotOurs("batas harus bilangan bulat mulai dari 0", "a bound must be a whole number of 0 or more")
            return int(whole)
        return bound

    def _items(self) -> list[Told]:
        items = self._question.get("items")
        return [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []

    def _even_out(self) -> None:
        """Bounds that all items share are those of the question."""
        items = self._items() if self._kind is AnswerKind.DECIMAL_MULTI else []
        bounds: list[Told] = [{key: each[key] for key in ("min", "max") if key in each} for each in items]
        if bounds and all(each == bounds[0] for each in bounds):
            self._found.update(bounds[0])
            for each in items:
                each.pop("min", None)
                each.pop("max", None)

    def _warnings(self, text: str) -> None:
        cells = self._node.cells
        messages = _paired(*(self._survey.text(cells, f"pug_warning_message_{each}") for each in ("id", "en")))
        try:
            rules = rules_from(text, self._node.name, self._kinds.get)
            checks = list(rules.checks)
            for operator, bound in (("at_least", rules.least), ("less_than", rules.most)):
                if bound is not None:
                    checks.append(check_from(self._node.name, operator, bound))
        except NotOurs as wrong:
            self._tell(self._survey.finding(self._node.row, "pug_warning", wrong.problem))
            return
        self._checks += [{**each, "severity": "warning"} for each in _said(checks, messages)]


def _inner(node: Node) -> list[Node]:
    """Everything inside, at any depth."""
    return [found for each in node.inside for found in (each, *_inner(each))]


def _leaves(node: Node) -> list[Node]:
    """The rows that hold values."""
    return [each for each in (node, *_inner(node)) if each.type not in ("group", "note")]


def _paired(indonesian: str, english: str) -> Sequence[Told]:
    """One message a line, in both languages; where one is missing the other stands in for it."""
    ours = [line.strip() for line in indonesian.splitlines() if line.strip()]
    theirs = [line.strip() for line in english.splitlines() if line.strip()]
    most = max(len(ours), len(theirs))
    if len(ours) != len(theirs) and ours and theirs:
        ours, theirs, most = [" ".join(ours)], [" ".join(theirs)], 1
    return [Told(id=(ours or theirs)[each], en=(theirs or ours)[each]) for each in range(most)]


def _said(checks: list[Told], messages: Sequence[Told]) -> list[Told]:
    """Each check with its message; the last message serves all that are left, and lines too many belong to the last."""
    if not messages:
        return [{**check, "message": MESSAGE} for check in checks]
    kept = list(messages[: len(checks)])
    for each in messages[len(checks) :]:
        kept[-1] = Told(id=f"{kept[-1]['id']} {each['id']}", en=f"{kept[-1]['en']} {each['en']}")
    return [{**check, "message": kept[min(number, len(kept) - 1)]} for number, check in enumerate(checks)]
