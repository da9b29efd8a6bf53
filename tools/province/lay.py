"""Lays an invented province into profiles, as its offices would have it before anybody exchanged anything."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pug_desktop.app import enrol
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.storage.database import Connection
from pug_desktop.storage.rows import codec
from tools.province.invent import SECRETARIAT, Batch, District, Place, Wanted, invent

ROWS_A_TRANSACTION = 20_000

Say = Callable[[str, int, int], None]
"""Told what is being made, attendance rows so far and in all."""


@dataclass(slots=True)
class Laid:
    """Where it lies, how many records of each kind there are, and how many bytes of evidence."""

    province: Path | None = None
    districts: list[Path] = field(default_factory=list)
    laptops: list[Path] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    evidence_bytes: int = 0


def lay_profiles(wanted: Wanted, out: Path, *, laptops: int = 1, say: Say = lambda what, done, total: None) -> Laid:
    """A provincial profile without records, a profile of each district, and laptops of offices of the first one.

    All have their key cards. A laptop's records lie on it alone: they reach the district when somebody carries them.

    Args:
        wanted: what to invent.
        out: an empty folder.
        laptops: how many offices of the first district have a laptop.
        say: told about each profile.
    """
    laid, districts = Laid(), invent(wanted)
    province = _province(wanted, out)
    laid.province = province.folder
    keys = out / "kunci"
    keys.mkdir(exist_ok=True)
    try:
        for district in districts:
            regency = _regency(wanted, district, out)
            try:
                _enrol(regency, province, keys)
                apart = min(laptops, len(district.offices)) if district is districts[0] else 0
                _fill(regency, _without(district, apart), laid, wanted, say)
                laid.districts.append(regency.folder)
                for number in range(apart):
                    laptop = _laptop(wanted, district, number, out)
                    try:
                        _enrol(laptop, regency, keys)
                        _fill(laptop, [district.office(number)], laid, wanted, say)
                        laid.laptops.append(laptop.folder)
                    finally:
                        laptop.close()
            finally:
                regency.close()
    finally:
        province.close()
    return laid


def lay_one(wanted: Wanted, out: Path, *, say: Say = lambda what, done, total: None) -> Laid:
    """Everything in one profile: the district's when there is one, else the province's."""
    laid, districts = Laid(), invent(wanted)
    ws = _regency(wanted, districts[0], out) if len(districts) == 1 else _province(wanted, out)
    try:
        _fill(ws, (place for district in districts for place in district.places()), laid, wanted, say)
    finally:
        ws.close()
    if len(districts) == 1:
        laid.districts.append(ws.folder)
    else:
        laid.province = ws.folder
    return laid


def write(connection: Connection, batches: Iterable[Batch]) -> Counter[str]:
    """Write rows in a transaction; returns how many of each kind."""
    counts: Counter[str] = Counter()
    for kind, rows in batches:
        if rows:
            codec(kind).upsert(connection, rows)
            counts[kind] += len(rows)
    return counts


def fill(
    ws: Workspace, places: Iterable[Place], say: Callable[[Place, Counter[str]], None]
) -> tuple[Counter[str], int]:
    """Write places into a profile; returns the records by kind and the bytes of evidence."""
    counts: Counter[str] = Counter()
    files = 0
    waiting: list[Batch] = []
    rows = 0
    for place in places:
        for batch in place.batches():
            waiting.append(batch)
            rows += len(batch[1])
        for row, paper in place.evidence():
            files += _keep(ws, paper.content)
            waiting.append(("evidence", [row]))
        if rows >= ROWS_A_TRANSACTION:
            counts += _write_all(ws, waiting)
            rows = 0
        say(place, counts)
    counts += _write_all(ws, waiting)
    return counts, files


def _write_all(ws: Workspace, waiting: list[Batch]) -> Counter[str]:
    with ws.database.write() as connection:
        counts = write(connection, waiting)
    waiting.clear()
    return counts


def _keep(ws: Workspace, content: bytes) -> int:
    source = ws.folder_for("tmp") / "berkas"
    source.write_bytes(content)
    ws.blobs.put(source)
    source.unlink()
    return len(content)


def _fill(ws: Workspace, places: Iterable[Place], laid: Laid, wanted: Wanted, say: Say) -> None:
    before = laid.counts["attendance"]

    def told(place: Place, counts: Counter[str]) -> None:
        say(ws.profile.office_name, before + counts["attendance"], wanted.attendance)

    counts, files = fill(ws, places, told)
    laid.counts += counts
    laid.evidence_bytes += files
    say(ws.profile.office_name, laid.counts["attendance"], wanted.attendance)


def _without(district: District, apart: int) -> Iterable[Place]:
    yield district.secretariat()
    for number in range(apart, len(district.offices)):
        yield district.office(number)


def _clock(wanted: Wanted) -> Callable[[], datetime]:
    return lambda: datetime(wanted.year, 11, 22, 8, tzinfo=UTC)


def _province(wanted: Wanted, out: Path) -> Workspace:
    return create_profile(
        out / f"provinsi-{wanted.province}",
        role="provinsi",
        region_code=wanted.province,
        office_name="Dinas Pemberdayaan Perempuan dan Perlindungan Anak Provinsi",
        holder="Ratna Kusuma",
        clock=_clock(wanted),
    )


def _regency(wanted: Wanted, district: District, out: Path) -> Workspace:
    region = district.region
    return create_profile(
        out / f"kabkota-{region.code}",
        role="kabkota",
        region_code=region.code,
        office_name=f"{SECRETARIAT} {region.name}",
        holder="Siti Aminah",
        clock=_clock(wanted),
    )


def _laptop(wanted: Wanted, district: District, number: int, out: Path) -> Workspace:
    office = district.offices[number]
    return create_profile(
        out / f"opd-{district.region.code}-{number + 1:02}",
        role="opd",
        region_code=district.region.code,
        office_name=office.name,
        holder=district.people[office.id][1].name,
        clock=_clock(wanted),
    )


def _enrol(below: Workspace, above: Workspace, keys: Path) -> None:
    enrol.accept(below, enrol.approve(above, enrol.request(below, keys), keys, in_person=True), in_person=True)
