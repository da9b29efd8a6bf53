"""The small part of XLSForm's expressions that our closed set of conditions can be written in, there and back.

    ${P6.01} >= 1                               at_least
    ${P1.02.yes} = 'yes'                        equals
    (${P1.07} = 'madya' or ${P1.07} = 'utama')  one_of
    ${P2.06} != ''                              answered
    . >= 0 and . <= 100                         the bounds of the answer itself
    (not(${P1.01} = 'yes') or (. >= 1))         a constraint that holds where another answer says so

Nothing is ever evaluated here: an expression becomes comparisons, or it is refused with what may be written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from pug_desktop.forms.schema import Text

SELF = "."
"""How an expression names the answer of its own row."""

_DEEPEST = 20
"""Brackets in one another; ours need three."""

_TOKEN = re.compile(
    r"""\s*(?:\$\{\s*(?P<ref>[^}\s]{1,200})\s*\}
    |'(?P<single>[^']*)'|"(?P<double>[^"]*)"
    |(?P<number>-?(?:[0-9]+(?:\.[0-9]+)?))
    |(?P<word>[A-Za-z][A-Za-z-]*)
    |(?P<sign>>=|<=|!=|[=<>(),.]))""",
    re.VERBOSE,
)


class NotOurs(Exception):
    """The expression says something that our conditions cannot; `problem` says what."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(indonesian, english)
        self.problem = Text(indonesian, english)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date: date('2026-01-31')."""

    text: str


Literal: TypeAlias = str | Number | Day


@dataclass(frozen=True, slots=True)
class Comparison:
    """`name` is a question, one part of it, or SELF; `operator` one of = != < <= > >=."""

    name: str
    operator: str
    value: Literal


@dataclass(frozen=True, slots=True)
class Joined:
    """Expressions with "and" or "or" between them."""

    joiner: str
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite: not(...)."""

    inner: "Expression"


@dataclass(frozen=True, slots=True)
class Bracket:
    """What stands in brackets: a constraint of ours does, a bound does not."""

    inner: "Expression"


Expression: TypeAlias = Comparison | Joined | Not | Bracket


# --- writing --------------------------------------------------------------------------------------------------------


def written(expression: Expression) -> str:
    """The expression as XLSForm writes it."""
    match expression:
        case Comparison(name, operator, value):
            return f"{SELF if name == SELF else f'${{{name}}}'} {operator} {_literal(value)}"
        case Joined(joiner, parts):
            return f" {joiner} ".join(written(part) for part in parts)
        case Not(inner):
            return f"not({written(inner)})"
        case Bracket(inner):
            return f"({written(inner)})"


def _literal(value: Literal) -> str:
    if isinstance(value, Number):
        return value.text
    if isinstance(value, Day):
        return f"date('{value.text}')"
    if "'" not in value:
        return f"'{value}'"
    if '"' not in value:
        return f'"{value}"'
    # XPath knows no escapes: a text with both quotes is put together.
    pieces = [f"'{piece}'" if piece != "'" else '"\'"' for piece in re.split("(')", value) if piece]
    return f"concat({', '.join(pieces)})"


# --- reading --------------------------------------------------------------------------------------------------------


def read(text: str) -> Expression:
    """The expression in the text.

    Raises:
        NotOurs: it holds something else than comparisons with and, or, not.
    """
    text = text.rstrip()
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            rest = _short(text[at:])
            raise NotOurs(f'"{rest}" tidak dikenal di sini', f'"{rest}" is not known here')
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    reader = _Reader(tokens)
    found = reader.either(0)
    reader.done()
    return found


def bare(expression: Expression) -> Expression:
    """The expression without the brackets around it."""
    while isinstance(expression, Bracket):
        expression = expression.inner
    return expression


def parts_of(expression: Expression, joiner: str) -> tuple[Expression, ...]:
    """What stands between the "and" or "or" of an expression; the expression itself where there is none."""
    return expression.parts if isinstance(expression, Joined) and expression.joiner == joiner else (expression,)


def _short(text: str) -> str:
    plain = text.strip()
    return plain if len(plain) <= 30 else f"{plain[:27]}..."


class _Reader:
    """Reads one token after the other."""

    def __init__(self, tokens: Sequence[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _take(self, *wanted: str) -> str:
        kind, text = self._peek()
        if kind not in wanted and not (kind in ("sign", "word") and text in wanted):
            if kind == "end":
                raise NotOurs("tulisannya berhenti terlalu cepat", "the expression ends too soon")
            raise NotOurs(f'"{text}" tidak pada tempatnya', f'"{text}" is out of place')
        self._at += 1
        return text

    def done(self) -> None:
        """Nothing may follow."""
        self._take("end") if self._peek()[0] != "end" else None

    def either(self, depth: int) -> Expression:
        return self._joined("or", depth)

    def _joined(self, joiner: str, depth: int) -> Expression:
        parts = [self._part(joiner, depth)]
        while self._peek() == ("word", joiner):
            self._at += 1
            parts.append(self._part(joiner, depth))
        return parts[0] if len(parts) == 1 else Joined(joiner, tuple(parts))

    def _part(self, joiner: str, depth: int) -> Expression:
        return self._joined("and", depth) if joiner == "or" else self._term(depth)

    def _term(self, depth: int) -> Expression:
        if depth > _DEEPEST:
            raise NotOurs("kurung bersarang terlalu dalam", "the brackets are nested too deep")
        kind, text = self._peek()
        if (kind, text) == ("sign", "("):
            return Bracket(self._bracketed(depth))
        if (kind, text) == ("word", "not"):
            self._at += 1
            return Not(self._bracketed(depth))
        if (kind, text) == ("word", "selected"):
            return self._selected()
        name = self._take("ref", SELF)
        operator = self._take("=", "!=", "<", "<=", ">", ">=")
        return Comparison(name, operator, self._value())

    def _bracketed(self, depth: int) -> Expression:
        self._take("(")
        inner = self.either(depth + 1)
        self._take(")")
        return inner

    def _selected(self) -> Expression:
        self._take("selected")
        self._take("(")
        name = self._take("ref", SELF)
        self._take(",")
        value = self._value()
        self._take(")")
        return Comparison(name, "=", value)

    def _value(self) -> Literal:
        kind, text = self._peek()
        if (kind, text) == ("word", "date"):
            self._at += 1
            self._take("(")
            day = Day(self._take("single", "double"))
            self._take(")")
            return day
        if (kind, text) == ("word", "concat"):
            return self._concat()
        if kind == "number":
            return Number(self._take("number"))
        return self._take("single", "double")

    def _concat(self) -> str:
        self._take("concat")
        self._take("(")
        pieces = [self._take("single", "double")]
        while self._peek() == ("sign", ","):
            self._take(",")
            pieces.append(self._take("single", "double"))
        self._take(")")
        return "".join(pieces)
