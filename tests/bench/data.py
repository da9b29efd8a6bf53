"""The data of the bench, made once a run by tools/province.

FOLDER/data/profil/district     a kabupaten/kota profile of ordinary size, for the start and the saves
FOLDER/province/                a province of 1,700 OPD sheets in one profile, for the overview and its recap
FOLDER/evidence/                profiles and files for evidence
FOLDER/<attendance rows>/       for each size:
    sender      the profile of a kabupaten/kota, nothing captured yet
    captured    the same after its first bundle
    empty       the province's profile, enrolled, without records
    filled      the same with the first bundle taken in
    edited      the same with another field of 1 % of the attendance changed
    stick/      full, again (the same records in another bundle), newer (10 % changed), edits (1 % changed)
    plain.db    the rows that travel, and nothing else
"""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pug_desktop.app import fill, receive, send
from pug_desktop.app.workspace import Workspace, open_profile
from pug_desktop.domain.kinds import KINDS, Level
from pug_desktop.storage.schema import prepare
from tests.bench.first_row import DUE_TEXT
from tools.province import lay
from tools.province.invent import Wanted

SIZES = (13_000, 100_000, 500_000)
"""Attendance rows: a kabupaten/kota in a year, five large ones, a province of 1,700 offices."""

ROWS_AN_OFFICE = 300
YEAR = 2026

TENTH = "substr(hex(id), 31) < '1A'"
HUNDREDTH = "substr(hex(id), 31) < '03'"
"""Shares of rows, by the random end of their id: the same ones at both sides."""

ALL = ("full", "again", "newer", "edits")


@dataclass(frozen=True, slots=True)
class Made:
    """What the children need to know: the bundle files by name, sizes in bytes, records that travel."""

    bundles: dict[str, list[str]]
    bundle_bytes: int
    records: int
    attendance: int
    database_bytes: int


def make(folder: Path, attendance: int) -> Made:
    """Make everything of one size below `folder` and leave the facts in `made.json`."""
    wanted = Wanted(offices=max(45, attendance // ROWS_AN_OFFICE), attendance=attendance, year=YEAR)
    laid = lay.lay_profiles(wanted, folder, laptops=0)
    assert laid.province is not None
    sender = laid.districts[0].rename(folder / "sender")
    empty = laid.province.rename(folder / "empty")
    captured = shutil.copytree(sender, folder / "captured")
    bundles = {"full": _send(captured, folder, "full"), "again": _send(captured, folder, "again")}
    for name, change, share in (
        ("newer", "position = coalesce(position, '') || ' (Plt.)'", TENTH),
        ("edits", "name = name || ', M.Pd.'", HUNDREDTH),
    ):
        changed = shutil.copytree(captured, folder / name)
        _change(changed, change, share)
        bundles[name] = _send(changed, folder, name)
        shutil.rmtree(changed)
    filled = shutil.copytree(empty, folder / "filled")
    counts = _take(filled, folder, bundles["full"])
    edited = shutil.copytree(filled, folder / "edited")
    _change(edited, "position = coalesce(position, '') || ' (Plt.)'", HUNDREDTH)
    _plain_copy(captured / "pug.db", folder / "plain.db")
    assert counts["attendance"] == attendance
    made = Made(
        bundles=bundles,
        bundle_bytes=sum((folder / "stick" / "full" / name).stat().st_size for name in bundles["full"]),
        records=sum(counts.values()),
        attendance=attendance,
        database_bytes=(folder / "plain.db").stat().st_size,
    )
    (folder / "made.json").write_text(json.dumps(asdict(made)), encoding="utf-8")
    return made


def read(folder: Path) -> Made:
    """The facts of what `make` made."""
    return Made(**json.loads((folder / "made.json").read_text(encoding="utf-8")))


def bundles(folder: Path, name: str) -> list[Path]:
    """The files of one of `ALL`."""
    return [folder / "stick" / name / each for each in read(folder).bundles[name]]


def _send(profile: Path, folder: Path, name: str) -> list[str]:
    stick = folder / "stick" / name
    stick.mkdir(parents=True)
    ws = open_profile(profile)
    files = send_all(ws, stick)
    ws.close()
    return [path.name for path in files]


def send_all(ws: Workspace, stick: Path) -> Sequence[Path]:
    """Send everything upwards; returns the files."""
    return send.send(ws, send.find_addressee(ws), stick).files


def _take(profile: Path, folder: Path, names: Sequence[str]) -> dict[str, int]:
    ws = open_profile(profile)
    counts: dict[str, int] = {}
    for name in names:
        taken = receive.take_in(ws, folder / "stick" / "full" / name)
        for kind, count in taken.by_kind.items():
            counts[kind] = counts.get(kind, 0) + count
    ws.close()
    return counts


def _change(profile: Path, change: str, share: str) -> None:
    with sqlite3.connect(profile / "pug.db") as connection:
        connection.execute(f"UPDATE attendance SET {change}, changed_at = changed_at + 60 WHERE {share}")
    connection.close()


def _plain_copy(source: Path, target: Path) -> None:
    """The record tables alone with the rows that a province may have, in the order of their parents."""
    prepare(target)
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("ATTACH ? AS source", (str(source),))
    kinds = [kind.name for kind in KINDS.values() if kind.level is Level.PROVINCE]
    tables = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in tables:
        if name in kinds:
            connection.execute(f'INSERT INTO "{name}" SELECT * FROM source."{name}" ORDER BY rowid')
    for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    for (name,) in reversed(tables):
        if name not in kinds and not name.startswith("sqlite_"):
            connection.execute(f'DROP TABLE "{name}"')
    connection.execute("DETACH source")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("VACUUM")
    connection.close()


def make_district(folder: Path) -> None:
    """A profile as somebody has it who works with it daily; one sort of follow-up, which the start waits for."""
    laid = lay.lay_one(Wanted(), folder.parent)
    laid.districts[0].rename(folder)
    ws = open_profile(folder)
    with ws.database.write() as connection:
        connection.exec_driver_sql("UPDATE follow_up SET text = ?", (DUE_TEXT,))
    sheet = fill.sheet(ws, YEAR)
    fill.save_answer(ws, sheet, sheet.sections[0].items[0].question.name, status="proses", note="menunggu SK")
    ws.close()


def make_province(folder: Path) -> None:
    """34 kabupaten/kota with 50 OPD each; every tenth answer has a piece of evidence."""
    laid = lay.lay_one(Wanted(province="33", districts=34, offices=50, attendance=SIZES[0], year=YEAR), folder)
    assert laid.province is not None
    with sqlite3.connect(laid.province / "pug.db") as connection:
        connection.execute(
            "INSERT INTO evidence (id, scope, owner_kind, owner_id, sha256, changed_at, changed_by) "
            "SELECT randomblob(16), scope, 'answer', id, hex(randomblob(32)), changed_at, changed_by FROM answer "
            f"WHERE {TENTH}"
        )
    connection.close()


def province_of(folder: Path) -> Path:
    """The profile that `make_province` made."""
    return next(folder.glob("provinsi-*"))


def make_evidence(folder: Path, megabytes: int) -> None:
    """A sender with evidence and a province to take it, for `child_evidence`."""
    wanted = Wanted(attendance=400, evidence_mb=megabytes, seed=3)
    laid = lay.lay_profiles(wanted, folder, laptops=0)
    assert laid.province is not None
    sender = laid.districts[0].rename(folder / "sender")
    laid.province.rename(folder / "empty")
    ws = open_profile(sender)
    stick = folder / "stick"
    stick.mkdir()
    files = send_all(ws, stick)
    ws.close()
    (folder / "made.json").write_text(json.dumps([path.name for path in files]), encoding="utf-8")
