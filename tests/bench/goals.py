"""The goals: what is measured against what, and what is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.measure import PAGE_CACHE_BYTES

Found = Mapping[str, float]
"""One child's answer."""

Round = Mapping[str, Found]
"""The answers of one round by variant ("import@13000"; "start-ours" has no size)."""

PEERS = ("morango", "geodiff", "session", "git", "copy", "zip", "sheet")


@dataclass(frozen=True, slots=True)
class Goal:
    """One line of the table.

    `of` makes the figure of one round, for one size when the goal is asked of each; a round that lacks an answer is
    left out. The goal holds for the median over the rounds. `scale` is what the program's own figure is shown as.
    """

    name: str
    what: str
    variants: tuple[str, ...]
    of: Callable[[Round, int], float]
    shown: Callable[[Round, int], tuple[float, float | None]]
    at_most: float | None = None
    at_least: float | None = None
    unit: str = ""
    sizes: str = "each"
    """"each", "once" (no size), "largest" or "across" (smallest against largest)."""

    def is_met(self, figure: float) -> bool:
        """Whether the median is good enough."""
        if self.at_most is not None:
            return figure <= self.at_most
        return self.at_least is None or figure >= self.at_least

    @property
    def has_goal(self) -> bool:
        """Whether anything is asked."""
        return self.at_most is not None or self.at_least is not None

    @property
    def asked(self) -> str:
        """The goal as people write it."""
        if self.at_most is not None:
            return f"<= {self.at_most:g}{self.unit}"
        return f">= {self.at_least:g}{self.unit}" if self.at_least is not None else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A goal with what was found: both sides (medians, as shown) and the ratio of each round."""

    goal: Goal
    size: int
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


def at(found: Round, variant: str, size: int) -> Found:
    """One answer; KeyError when that was not measured in this round."""
    return found[f"{variant}@{size}" if size else variant]


CPU = "cpu_ms"
"""The exchange is work of one process: its processor time is steadier than the clock on the wall, which is in the file.

What waits for the disk or for another process (start, saving) is measured by the clock.
"""


def _speed(variant: str, reference: str, key: str = CPU) -> dict[str, object]:
    """The share of the reference's speed."""

    def shown(found: Round, size: int) -> tuple[float, float]:
        return at(found, variant, size)[key], at(found, reference, size)[key]

    return {
        "of": lambda found, size: shown(found, size)[1] / shown(found, size)[0],
        "shown": shown,
        "variants": (variant, reference),
    }


def _slower(variant: str, reference: str, key: str = CPU, reference_key: str = "") -> dict[str, object]:
    """How many times as long as the reference."""

    def shown(found: Round, size: int) -> tuple[float, float]:
        return at(found, variant, size)[key], at(found, reference, size)[reference_key or key]

    return {
        "of": lambda found, size: shown(found, size)[0] / shown(found, size)[1],
        "shown": shown,
        "variants": (variant, reference),
    }


def _own(variant: str, figure: Callable[[Found], float]) -> dict[str, object]:
    """The program's figure itself."""
    return {
        "of": lambda found, size: figure(at(found, variant, size)),
        "shown": lambda found, size: (figure(at(found, variant, size)), None),
        "variants": (variant,),
    }


def beyond_cache(found: Found) -> float:
    """Megabytes that memory grew by, without the pages of the database that SQLite keeps (16 MB at most)."""
    return max(found["grown_bytes"] - min(PAGE_CACHE_BYTES, found.get("database_bytes", 0)), 0) / 1e6


def _per_record(variant: str) -> dict[str, object]:
    """The cost of a record at the largest size against the smallest."""

    def cost(found: Round, size: int) -> float:
        return at(found, variant, size)[CPU] * 1000 / at(found, "size", size)["records"]

    def shown(found: Round, largest: int) -> tuple[float, float]:
        return cost(found, largest), cost(found, smallest_of(found, variant))

    return {
        "of": lambda found, largest: shown(found, largest)[0] / shown(found, largest)[1],
        "shown": shown,
        "variants": (variant, "size"),
    }


def smallest_of(found: Round, variant: str) -> int:
    """The smallest size of that round."""
    sizes = [int(name.partition("@")[2]) for name in found if name.startswith(f"{variant}@")]
    return min(sizes)


def _memory_growth(found: Round, largest: int) -> float:
    # Below some megabytes the figure is that of the allocator.
    floor = 8.0
    smallest = smallest_of(found, "import")
    return max(beyond_cache(at(found, "import", largest)), floor) / max(
        beyond_cache(at(found, "import", smallest)), floor
    )


def _against_morango(found: Round, size: int) -> float:
    theirs = at(found, "morango", size)
    return (theirs["import_ms"] / theirs["records"]) / (
        at(found, "import", size)[CPU] / at(found, "size", size)["records"]
    )


def _goal(name: str, what: str, of: dict[str, object], **asked: object) -> Goal:
    return Goal(name, what, **of, **asked)  # type: ignore[arg-type]


INSERT = "insert"
START, SAVE = ("start-ours", "start-reference"), "save"
FROZEN = ("start-frozen", "start-source")

GOALS: Sequence[Goal] = (
    _goal(
        "start-paint",
        "process start to first paint, against a bare Qt window",
        _slower(*START, "paint_ms"),
        at_most=1.5,
        sizes="once",
    ),
    _goal(
        "start-data",
        "process start to first row of data, against a bare Qt window's paint",
        _slower(*START, "data_ms", "paint_ms"),
        at_most=3.5,
        sizes="once",
    ),
    _goal(
        "start-gap",
        "longest silence of the window's thread meanwhile",
        _own("start-ours", lambda found: found["gap_ms"]),
        at_most=100,
        unit=" ms",
        sizes="once",
    ),
    _goal(
        "frozen-paint",
        "start to first pixels of the frozen program, against the checkout's (X11)",
        _slower(*FROZEN, "paint_ms"),
        at_most=1.2,
        sizes="once",
    ),
    _goal(
        "frozen-memory",
        "memory of the frozen program at its first pixels",
        _own(FROZEN[0], lambda found: found["rss_bytes"] / 1e6),
        at_most=110,
        unit=" MB",
        sizes="once",
    ),
    _goal(
        "save",
        "a saved field, against a bare UPDATE and COMMIT (WAL, FULL)",
        _slower(SAVE, SAVE, "ours_ms", "reference_ms"),
        at_most=2,
        sizes="once",
    ),
    _goal(
        "capture-new", "every record captured for the first time, speed against insert", _speed("capture-new", INSERT)
    ),
    _goal(
        "capture-same",
        "nothing changed since the last capture: time, against the import of the same records",
        _slower("capture-same", "import"),
        at_most=0.1,
    ),
    _goal("export", "full export, speed against insert", _speed("export", INSERT), at_least=1.0),
    _goal("import", "import into an empty profile, speed against insert", _speed("import", INSERT), at_least=0.35),
    _goal("again", "the same records in another bundle, speed against insert", _speed("again", INSERT), at_least=0.8),
    *(
        _goal(f"{step}-wall", f"{step}, by the clock on the wall", _speed(step, INSERT, "wall_ms"))
        for step in ("export", "import", "again")
    ),
    _goal("newer", "a tenth of the attendance newer, speed against insert", _speed("newer", INSERT)),
    _goal("edits", "1 % changed at both sides in other fields, speed against insert", _speed("edits", INSERT)),
    _goal(
        "bytes",
        "bytes on the stick for each attendance record, all that travels with it included",
        _own("size", lambda found: found["bundle_bytes"] / found["attendance"]),
        at_most=80,
    ),
    _goal(
        "share",
        "the bundle as a share of a database file with the same rows and nothing else",
        _own("size", lambda found: found["bundle_bytes"] / found["database_bytes"]),
        at_most=0.25,
    ),
    _goal(
        "memory",
        "growth of memory in the largest import beyond SQLite's page cache",
        _own("import", beyond_cache),
        at_most=40,
        unit=" MB",
        sizes="largest",
    ),
    Goal(
        "memory-flat",
        "the same against the smallest import",
        ("import",),
        _memory_growth,
        lambda found, size: (
            beyond_cache(at(found, "import", size)),
            beyond_cache(at(found, "import", smallest_of(found, "import"))),
        ),
        at_most=1.5,
        sizes="across",
    ),
    *(
        _goal(
            f"flat-{step}",
            f"{step}: microseconds for each record, largest size against smallest",
            _per_record(step),
            at_most=1.3,
            sizes="across",
        )
        for step in ("import", "export", "again", "capture-same")
    ),
    Goal(
        "morango",
        "import into empty, times as fast as morango 0.8 takes its store into its tables, record by record",
        ("morango", "import", "size"),
        _against_morango,
        lambda found, size: (at(found, "import", size)[CPU], at(found, "morango", size)["import_ms"]),
        at_least=40,
    ),
    _goal(
        "evidence-out",
        "evidence sent (encrypted, synced, read back), speed against a plain copy",
        _speed("evidence-out", "evidence-copy", "wall_ms"),
        at_least=0.1,
        sizes="once",
    ),
    _goal(
        "evidence-in",
        "evidence unpacked (decrypted, checked), speed against a plain copy",
        _speed("evidence-in", "evidence-copy", "wall_ms"),
        at_least=0.1,
        sizes="once",
    ),
    _goal(
        "evidence-memory",
        "growth of memory while evidence is sent and unpacked",
        {
            "of": lambda found, size: _evidence_memory(found),
            "shown": lambda found, size: (_evidence_memory(found), None),
            "variants": ("evidence-out", "evidence-in"),
        },
        at_most=10,
        unit=" MB",
        sizes="once",
    ),
    _goal(
        "heatmap",
        "heat map of 1,700 OPD sheets, read, counted and painted, against the plain SQL query of their answers",
        _slower("heatmap", "heatmap", "ours_ms", "reference_ms"),
        at_most=12,
        sizes="once",
    ),
    _goal(
        "heatmap-open",
        "the same, milliseconds of the processor",
        _own("heatmap", lambda found: found["ours_ms"]),
        at_most=500,
        unit=" ms",
        sizes="once",
    ),
    _goal(
        "recap",
        "recap of that province as PDF, against reportlab alone drawing its cells as one table",
        _slower("recap", "recap", "ours_ms", "reference_ms"),
        at_most=4,
        sizes="once",
    ),
    _goal(
        "recap-time",
        "the same by the clock on the wall",
        _own("recap", lambda found: found["wall_s"]),
        at_most=20,
        unit=" s",
        sizes="once",
    ),
    *(
        _goal(
            f"workbook-{name}",
            f"{what}, the library's import included, speed against openpyxl's import and its cells alone",
            _speed(f"list-ours-{size}", f"list-reference-{size}", key),
            sizes="once",
            **asked,
        )
        for name, size, key, what, asked in (
            ("hall", "hall", "people_ms", "163 participants from .xlsx, counted, matched and checked", {"at_least": 5}),
            ("many", "many", "cells_ms", "5,000 participants from .xlsx, counted, their cells", {"at_least": 5}),
            ("many-checked", "many", "people_ms", "the same, also matched and checked", {}),
        )
    ),
    _goal(
        "workbook-time",
        "the slowest of the files that people hand in as a list, hostile ones included",
        _own("list-hostile", lambda found: found["longest_s"]),
        at_most=5,
        unit=" s",
        sizes="once",
    ),
    _goal(
        "workbook-memory",
        "all of these one after another: the most memory of the whole process",
        _own("list-hostile", lambda found: found["peak_bytes"] / 1e6),
        at_most=300,
        unit=" MB",
        sizes="once",
    ),
    _goal(
        "list-print",
        "attendance list of 163 persons as PDF, from the database on, against a canvas drawn by hand",
        _slower("list-print", "list-print", "ours_ms", "reference_ms"),
        at_most=3,
        sizes="once",
    ),
    *(
        _goal(
            f"people-{step}",
            f"500,000 rows of lists in one table {what}, against a list model behind QSortFilterProxyModel",
            _slower("people-ours", "people-reference", key),
            at_most=most,
            sizes="once",
        )
        for step, what, key, most in (
            ("ready", "ready", "ready_ms", 0.3),
            ("filter", "filtered", "filter_ms", 0.1),
            ("sort", "sorted", "sort_ms", 0.02),
            ("memory", "through all three: memory", "grown_bytes", 0.15),
        )
    ),
)


def _evidence_memory(found: Round) -> float:
    return max(found[name]["grown_bytes"] for name in ("evidence-out", "evidence-in")) / 1e6


def figures(goal: Goal, sizes: Sequence[int], rounds: Sequence[Round]) -> list[Figure]:
    """The figures of a goal; none for what was not measured."""
    asked = {"each": sizes, "once": (0,), "largest": (max(sizes),), "across": (max(sizes),)}[goal.sizes]
    if goal.sizes == "across" and len(sizes) < 2:
        return []
    made = []
    for size in asked:
        there = [found for found in rounds if _has(goal, found, size)]
        if there:
            sides = [goal.shown(found, size) for found in there]
            theirs = [reference for _, reference in sides if reference is not None]
            made.append(
                Figure(
                    goal,
                    size,
                    median(theirs) if theirs else None,
                    median(ours for ours, _ in sides),
                    tuple(goal.of(found, size) for found in there),
                )
            )
    return made


def _has(goal: Goal, found: Round, size: int) -> bool:
    try:
        goal.of(found, size)
    except KeyError:
        return False
    return True
