"""A kabupaten/kota with evidence, its province and a stick, put back as they were as often as a fault needs them."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pug_desktop.app import attend, doctor, edit, enrol, evidence, meet, outgoing_files, receipts, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from tests.faults.child_carry import FEW_BYTES

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
SIZES = (9_000, 20_000, 35_000, 38_000)
"""Of the evidence: with FEW_BYTES beside the records, two files more."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The folders, at the same place again after each `restore`: a profile that was moved becomes a new writer."""

    folder: Path
    kept: Path

    @property
    def regency(self) -> Path:
        return self.folder / "regency"

    @property
    def province(self) -> Path:
        return self.folder / "province"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    def keep(self) -> None:
        """As it is now, it comes back."""
        shutil.rmtree(self.kept, ignore_errors=True)
        shutil.copytree(self.folder, self.kept)

    def restore(self) -> None:
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self.kept, self.folder, dirs_exist_ok=True)


def make_scene(base: Path, *, big: int = 0) -> Scene:
    """One exchange has gone well before; since then there are new records and evidence.

    Args:
        base: a folder of its own.
        big: bytes of one more evidence file, for those who want it to take long.
    """
    scene = Scene(base / "scene", base / "kept")
    scene.stick.mkdir(parents=True)
    chance = random.Random(5)
    province = create_profile(scene.province, role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(scene.regency, role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    asked = enrol.request(regency, base)
    enrol.accept(regency, enrol.approve(province, asked, base, in_person=True), in_person=True)
    _meeting(regency, base, "Rapat pertama", chance.randbytes(5_000))
    received = receive.take_in(province, send.send(regency, send.find_addressee(regency), base).path)
    receipts.write_receipt(province, received.bundle_id, base)
    receipts.read_receipts(regency, base)
    for number, size in enumerate((*SIZES, big) if big else SIZES):
        _meeting(regency, base, f"Rapat {number}", chance.randbytes(size))
    assert [len(state_of(ws)[2]) for ws in (regency, province)] == [len(SIZES) + bool(big) + 1, 1]
    for ws in (regency, province):
        ws.close()
    scene.keep()
    return scene


def _meeting(ws: Workspace, folder: Path, title: str, content: bytes) -> None:
    meeting = meet.create_meeting(ws)
    edit.put(ws, "meeting", meeting, title=title)
    attend.paste(ws, meeting, 0, "name", [[f"{title} {n}", "P", "Staf", "Dinas Kesehatan"] for n in range(4)])
    paper = folder / f"{title}.pdf"
    paper.write_bytes(PDF + content)
    evidence.attach(ws, "meeting", meeting, paper)


def sent_from(scene: Scene) -> list[Path]:
    """The files of one send, records first; the scene is as it was."""
    before = outgoing_files.FIRST_BYTES
    outgoing_files.FIRST_BYTES = FEW_BYTES
    try:
        with sound(scene.regency) as ws:
            sent = send.send(ws, send.find_addressee(ws), scene.stick)
    finally:
        outgoing_files.FIRST_BYTES = before
    target = scene.kept.with_name("sent")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(scene.stick, target)
    scene.restore()
    return [target / path.name for path in sent.files]


@contextmanager
def sound(folder: Path) -> Iterator[Workspace]:
    """The profile, opened at once after a fault; the doctor finds nothing, and no leftovers lie about."""
    with closing(sqlite3.connect(folder / "pug.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    ws = open_profile(folder)
    try:
        assert doctor.check(ws).problems == ()
        assert [*(folder / "tmp").glob("*"), *(folder / "masuk").glob("*"), *folder.rglob("*.part")] == []
        yield ws
    finally:
        ws.close()


State: TypeAlias = tuple[str, int, tuple[str, ...]]


def state_of(ws: Workspace) -> State:
    """All records as one number, how many bundles were taken in, and the evidence that records speak of."""
    with ws.database.read() as connection:
        named = connection.exec_driver_sql("SELECT sha256 FROM evidence").scalars().all()
    here = tuple(sorted(filter(ws.blobs.is_sound, named)))
    return digest(ws).whole.value, len(receive.received_log(ws)), here


def reached_of(states: Sequence[State], ws: Workspace) -> int:
    """Which of the states the profile is in. Evidence may lie there before the record of its bundle, never after."""
    records, taken, here = state_of(ws)
    reached = [state[:2] for state in states].index((records, taken))
    assert {*here} >= {*states[reached][2]}, "evidence that was there is gone"
    return reached


def confirmed(ws: Workspace) -> list[int]:
    """The numbers of the bundles that the other side has confirmed."""
    return sorted(each.seq for each in send.sent_log(ws) if each.state == "diterima")


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def shown(value: object) -> str:
    return json.dumps(value, default=str, indent=1)
