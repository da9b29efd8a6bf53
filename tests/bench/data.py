"""The data of the bench: a kabupaten/kota with its offices, meetings and lists, invented from a seed; made once a run.

FOLDER/regency      a kabupaten/kota profile with everything in it
FOLDER/province     an enrolled provincial profile with nothing in it
FOLDER/district     a kabupaten/kota profile of ordinary size, for the start
FOLDER/stick        the bundle from the regency to the province
"""

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pug_desktop.app import enrol, fill, offices, send
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.domain.identity import IdSource
from pug_desktop.domain.kinds import RecordId, Values
from pug_desktop.storage.rows import codec
from tests.bench.first_row import DUE_TEXT
from tests.bench.names import DISTRICTS, FIRST, LAST, OFFICE_WORDS

SEED = 20221101
SCOPE = "36.71"
YEAR = 2026

DEGREES = ("", "", "", "", ", S.E.", ", S.Sos.", ", S.H.", ", M.Si.", ", S.Kom.", ", S.T.", ", M.M.", ", S.Pd.")
POSITIONS = (
    "Kepala Dinas",
    "Sekretaris",
    "Kepala Bidang Pengarusutamaan Gender",
    "Kepala Subbagian Perencanaan",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Perencana Ahli Muda",
    "Perencana Ahli Pertama",
    "Analis Kebijakan Ahli Muda",
    "Penyuluh Keluarga Berencana",
    "Pengelola Data",
    "Bendahara Pengeluaran",
    "Staf Pelaksana",
)
PLACES = ("Aula Bappeda", "Ruang Rapat Wali Kota", "Aula DP3AP2KB", "Gedung Wanita", "Hotel Narita")
TITLES = (
    "Rapat Koordinasi Pokja PUG",
    "Advokasi Pengarusutamaan Gender bagi Perangkat Daerah",
    "Bimbingan Teknis Penyusunan GAP dan GBS",
    "Penguatan Focal Point PUG",
    "Sosialisasi Perencanaan dan Penganggaran Responsif Gender",
)
KINDS = ("rakor_pokja", "advokasi", "bimtek", "penguatan_focal_point", "sosialisasi")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a profile holds."""

    meetings: int
    people: int
    follow_ups: int = 0


BUNDLE = Size(meetings=1000, people=100)
"""The 100,000 attendance records of the goal: five times the year of a large district."""

DISTRICT = Size(meetings=130, people=100, follow_ups=2)


@dataclass(frozen=True, slots=True)
class Made:
    """What the children need to know."""

    bundle: str
    bundle_bytes: int
    records: int
    attendance: int
    database_bytes: int


def make(folder: Path, size: Size = BUNDLE, district: Size | None = DISTRICT) -> Made:
    """Make everything below `folder` and leave the facts in `made.json`."""
    regency, province = _enrolled(folder)
    fill_profile(regency, size)
    stick = folder / "stick"
    stick.mkdir()
    sent = send.send(regency, send.find_addressee(regency), stick)
    for ws in (regency, province):
        ws.close()
    if district is not None:
        _district(folder / "data" / "profil" / "district", district)
    made = Made(
        bundle=sent.path.name,
        bundle_bytes=sent.size,
        records=sum(sent.counts.values()),
        attendance=sent.counts["attendance"],
        database_bytes=(folder / "regency" / "pug.db").stat().st_size,
    )
    (folder / "made.json").write_text(json.dumps(asdict(made)), encoding="utf-8")
    return made


def read(folder: Path) -> Made:
    """The facts of what `make` made."""
    return Made(**json.loads((folder / "made.json").read_text(encoding="utf-8")))


def _enrolled(folder: Path) -> tuple[Workspace, Workspace]:
    province = create_profile(folder / "province", role="provinsi", region_code="36", office_name="DP3AKKB Banten")
    regency = create_profile(
        folder / "regency",
        role="kabkota",
        region_code=SCOPE,
        office_name="DP3AP2KB Kota Tangerang",
        holder="Siti Aminah",
    )
    cards = folder / "cards"
    cards.mkdir()
    enrol.accept(regency, enrol.approve(province, enrol.request(regency, cards), cards))
    return regency, province


def _district(folder: Path, size: Size) -> None:
    ws = create_profile(
        folder, role="kabkota", region_code=SCOPE, office_name="DP3AP2KB Kota Tangerang", holder="Siti Aminah"
    )
    fill_profile(ws, size)
    sheet = fill.sheet(ws, YEAR)
    for section in sheet.sections:
        for item in section.items[::2]:
            fill.save_answer(ws, sheet, item.question.name, status="proses", note="menunggu SK")
    ws.close()


def fill_profile(ws: Workspace, size: Size) -> None:
    """Offices, meetings and their lists, as if they had been typed in over a year."""
    rnd = random.Random(SEED)
    names = [f"Dinas {words} Kota Tangerang" for words in OFFICE_WORDS]
    names += [f"Kecamatan {name}" for name in DISTRICTS]
    names += [f"Badan {words} Daerah" for words in ("Perencanaan Pembangunan", "Keuangan", "Kepegawaian", "Pendapatan")]
    names += [f"Bagian {words} Sekretariat Daerah" for words in ("Umum", "Hukum", "Organisasi", "Kesra", "Ekonomi")]
    names += ["Inspektorat", "Sekretariat DPRD", "RSUD Kota Tangerang", "Satpol PP", "BPBD", "Kantor Kemenag"]
    ids = [offices.add_office(ws, name, _type(name)) for name in names]
    clock = Clock(datetime(YEAR - 1, 11, 3, 8, tzinfo=UTC))
    new_id = IdSource(clock.ms)
    for number in range(size.meetings):
        with ws.database.write() as connection:
            for kind, rows in _meeting(rnd, clock, new_id, number, size, list(zip(names, ids, strict=True))):
                made = codec(kind)
                made.upsert(
                    connection, [made.row(each, SCOPE, cells, at, ws.profile.holder) for each, cells, at in rows]
                )


class Clock:
    """Time as it passes while somebody types."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def pass_(self, seconds: float) -> int:
        """Let time pass; seconds since 1970."""
        self._now += timedelta(seconds=seconds)
        return int(self._now.timestamp())

    def ms(self) -> int:
        """Milliseconds since 1970."""
        return int(self._now.timestamp() * 1000)


Rows = list[tuple[RecordId, Values, int]]


def _meeting(
    rnd: random.Random,
    clock: Clock,
    new_id: IdSource,
    number: int,
    size: Size,
    offices: list[tuple[str, RecordId]],
) -> Iterator[tuple[str, Rows]]:
    at = clock.pass_(6 * 3600)
    meeting = new_id()
    day = date(YEAR, 1, 5) + timedelta(days=number % 350)
    which = rnd.randrange(len(TITLES))
    cells: Values = {
        "kind": KINDS[which],
        "title": f"{TITLES[which]} ke-{number + 1}",
        "held": {"year": day.year, "month": day.month, "day": day.day, "weekday": day.weekday()},
        "place": rnd.choice(PLACES),
        "organiser": "DP3AP2KB Kota Tangerang",
        "chair": {"chair_name": _person(rnd), "chair_position": "Kepala Dinas"},
    }
    yield "meeting", [(meeting, cells, at)]
    yield "attendance", [_attendee(rnd, clock, new_id, meeting, line, offices) for line in range(1, size.people + 1)]
    if size.follow_ups:
        yield (
            "follow_up",
            [
                (new_id(), _follow_up(rnd, meeting, line, day), clock.pass_(40))
                for line in range(1, size.follow_ups + 1)
            ],
        )


def _attendee(
    rnd: random.Random,
    clock: Clock,
    new_id: IdSource,
    meeting: RecordId,
    line: int,
    offices: list[tuple[str, RecordId]],
) -> tuple[RecordId, Values, int]:
    # A row takes somebody who types well ten seconds; names are picked from the suggestions for most offices.
    at = clock.pass_(rnd.uniform(4, 16))
    name, office = rnd.choice(offices)
    cells: Values = {
        "meeting_id": meeting,
        "number": line,
        "name": _person(rnd),
        "sex": rnd.choice("LP"),
        "position": rnd.choice(POSITIONS),
        "office_name": name,
        "office_type": _type(name),
    }
    if rnd.random() < 0.8:
        cells["office_id"] = office
    return new_id(), cells, at


def _follow_up(rnd: random.Random, meeting: RecordId, line: int, day: date) -> Values:
    return {
        "meeting_id": meeting,
        "number": line,
        "text": DUE_TEXT,
        "person_name": _person(rnd),
        "due_on": (day + timedelta(days=30)).isoformat(),
        "progress": {"state": "belum" if rnd.random() < 0.3 else "selesai"},
    }


def _person(rnd: random.Random) -> str:
    return f"{rnd.choice(FIRST)} {rnd.choice(LAST)} {rnd.choice(LAST)}{rnd.choice(DEGREES)}"


def _type(name: str) -> str:
    if name.startswith("Kecamatan"):
        return "kecamatan"
    return "vertikal" if name == "Kantor Kemenag" else "opd"
