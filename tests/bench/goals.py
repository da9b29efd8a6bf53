"""The goals: what is measured against what, and what is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Found = Mapping[str, float]
"""One child's answer."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the table.

    `child` is the module that measures, None for what follows from the data alone; `of` makes the figure of one round
    from the program's and the reference's answer; the goal holds for the median over the rounds.
    """

    name: str
    child: str | None
    what: str
    of: Callable[[Found, Found], float]
    at_most: float | None = None
    at_least: float | None = None
    key: str = "wall_ms"
    unit: str = ""

    def is_met(self, figure: float) -> bool:
        """Whether the median is good enough."""
        if self.at_most is not None:
            return figure <= self.at_most
        return self.at_least is None or figure >= self.at_least

    @property
    def asked(self) -> str:
        """The goal as people write it."""
        if self.at_most is not None:
            return f"<= {self.at_most:g}{self.unit}"
        return f">= {self.at_least:g}{self.unit}" if self.at_least is not None else ""


def slower(key: str, reference: str = "") -> Callable[[Found, Found], float]:
    """How many times as long as the reference."""
    return lambda ours, theirs: ours[key] / theirs[reference or key]


def speed(key: str) -> Callable[[Found, Found], float]:
    """The share of the reference's speed."""
    return lambda ours, theirs: theirs[key] / ours[key]


def own(key: str) -> Callable[[Found, Found], float]:
    """The program's figure itself."""
    return lambda ours, theirs: ours[key]


GOALS: Sequence[Goal] = (
    Goal(
        "start-paint",
        "child_start",
        "process start to first paint, against a bare Qt window",
        slower("paint_ms"),
        at_most=1.5,
        key="paint_ms",
    ),
    Goal(
        "start-data",
        "child_start",
        "process start to first row of data, against a bare Qt window's paint",
        slower("data_ms", "paint_ms"),
        at_most=3.5,
        key="data_ms",
    ),
    Goal(
        "start-gap",
        "child_start",
        "longest silence of the window's thread meanwhile",
        own("gap_ms"),
        at_most=100,
        key="gap_ms",
        unit=" ms",
    ),
    Goal(
        "import",
        "child_import",
        "import of 100,000 attendance records, speed against executemany",
        speed("wall_ms"),
        at_least=0.3,
    ),
    Goal(
        "import-cpu",
        "child_import",
        "the same in processor time",
        speed("cpu_ms"),
        key="cpu_ms",
    ),
    Goal("size", None, "bytes of the bundle per record", own("bytes_per_record"), at_most=80, key="bytes_per_record"),
    Goal(
        "size-share",
        None,
        "bundle as a share of the database file",
        own("share_of_database"),
        at_most=0.25,
        key="share_of_database",
    ),
    Goal(
        "save",
        "child_save",
        "a saved field, against a bare UPDATE and COMMIT (WAL, FULL)",
        slower("wall_ms"),
        at_most=2,
    ),
    Goal("save-cpu", "child_save", "the same in processor time", slower("cpu_ms"), key="cpu_ms"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A goal with what was found: the medians of both sides and the ratio of each round."""

    goal: Goal
    reference: float | None
    ours: float
    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """What the goal is asked of."""
        return median(self.rounds)

    @property
    def is_met(self) -> bool:
        """Whether it is good enough."""
        return self.goal.is_met(self.median)


def figure(goal: Goal, rounds: Sequence[tuple[Found, Found]]) -> Figure:
    """The figure from the rounds, each the program's and the reference's answer."""
    theirs = [reference.get(goal.key, reference.get("paint_ms")) for _, reference in rounds if reference]
    return Figure(
        goal,
        median(each for each in theirs if each is not None) if theirs and not goal.unit else None,
        median(ours[goal.key] for ours, _ in rounds),
        tuple(goal.of(ours, reference) for ours, reference in rounds),
    )
