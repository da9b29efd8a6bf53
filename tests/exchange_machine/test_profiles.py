"""Whole profiles with real bundles, signed and encrypted: the same walks on the road that people take.

Every kind, every file and every anchor is the product's own here; so the walks are few. The digests are compared in the
end, as two clerks on the telephone would.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.app import attend, backup, edit, enrol, evidence, meet, receive, send
from pug_desktop.app.digest import Sum, digest
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from tests.exchange_machine.settings import PROFILE_RUNS, PROFILE_STEPS, hunting, scratch

OFFICES = {"a": "Dinas Kesehatan", "b": "Dinas Pendidikan"}
LINKS = (("a", "k"), ("b", "k"), ("k", "p"))
REGION = "36.71"


@pytest.fixture(scope="module")
def enrolled() -> Iterator[Path]:
    """Two OPD, their district and its province, enrolled and closed."""
    folder = Path(tempfile.mkdtemp(prefix="pug-profiles-", dir=scratch()))
    province = create_profile(folder / "p", role="provinsi", region_code=REGION[:2], office_name="DP3AKKB Provinsi")
    regency = create_profile(folder / "k", role="kabkota", region_code=REGION, office_name="DP3AP2KB Kota")
    made = [province, regency]
    _enrol(regency, province, folder)
    for name, office in OFFICES.items():
        made.append(create_profile(folder / name, role="opd", region_code=REGION, office_name=office))
        _enrol(made[-1], regency, folder)
    for each in made:
        each.close()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _enrol(below: Workspace, above: Workspace, folder: Path) -> None:
    asked = enrol.request(below, folder)
    enrol.accept(below, enrol.approve(above, asked, folder, in_person=True), in_person=True)


@dataclass
class Sticks:
    """Four open profiles and the bundles and backups between them."""

    folder: Path
    profiles: dict[str, Workspace]
    kept: list[tuple[str, Path]] = field(default_factory=list)
    backups: list[tuple[str, Path]] = field(default_factory=list)
    numbers: int = 0

    def close(self) -> None:
        for each in self.profiles.values():
            each.close()

    def do(self, what: str, name: str, number: int) -> None:
        getattr(self, what)(name, number)

    # --- what people do -----------------------------------------------------------------------------------------------

    def meeting(self, name: str, number: int) -> None:
        made = meet.create_meeting(self.profiles[name])
        edit.put(self.profiles[name], "meeting", made, title=f"Rapat {self._number()}")
        attend.add(self.profiles[name], made, name=f"Peserta {self.numbers}", phone="08123456789")
        meet.add_follow_up(self.profiles[name], made, f"Tindak {self.numbers}")

    def change(self, name: str, number: int) -> None:
        ws = self.profiles[name]
        if found := meet.meetings(ws):
            chosen = found[number % len(found)].id
            edit.put(ws, "meeting", chosen, **{("title", "place", "theme")[number % 3]: f"Isi {self._number()}"})

    def remove(self, name: str, number: int) -> None:
        ws = self.profiles[name]
        if found := meet.meetings(ws):
            edit.remove(ws, "meeting", found[number % len(found)].id)
            if number % 2:
                edit.undo(ws)

    def attach(self, name: str, number: int) -> None:
        ws = self.profiles[name]
        if found := [each for each in meet.meetings(ws) if meet.meeting(ws, each.id).mine]:
            path = self.folder / f"bukti-{self._number()}.txt"
            path.write_text(f"Isi berkas {self.numbers}", encoding="utf-8")
            evidence.attach(ws, "meeting", found[number % len(found)].id, path)

    def _number(self) -> int:
        self.numbers += 1
        return self.numbers

    # --- what sticks do -----------------------------------------------------------------------------------------------

    def carry(self, name: str, number: int) -> None:
        """From one profile to a neighbour, sometimes without evidence, sometimes everything."""
        to = self._neighbour(name, number)
        for path in self._sent(name, to, number):
            received = receive.take_in(self.profiles[to], path)
            assert receive.take_in(self.profiles[to], path).already
            assert not received.already

    def keep(self, name: str, number: int) -> None:
        to = self._neighbour(name, number)
        self.kept.extend((to, path) for path in self._sent(name, to, number))

    def deliver(self, name: str, number: int) -> None:
        if self.kept:
            to, path = self.kept[number % len(self.kept)]
            receive.take_in(self.profiles[to], path)

    def _neighbour(self, name: str, number: int) -> str:
        near = [high if low == name else low for low, high in LINKS if name in (low, high)]
        return near[number % len(near)]

    def _sent(self, name: str, to: str, number: int = 0) -> tuple[Path, ...]:
        ws = self.profiles[name]
        addressee = send.find_addressee(ws, self.profiles[to].profile.device_id)
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        budget = (None, 0)[number % 3 == 2]
        return send.send(ws, addressee, stick, full=number % 5 == 0, budget=budget).files

    # --- backups ------------------------------------------------------------------------------------------------------

    def back_up(self, name: str, number: int) -> None:
        stick = self.folder / f"cadangan-{self._number()}"
        stick.mkdir()
        self.backups.append((name, backup.backup(self.profiles[name], stick)))

    def restore(self, name: str, number: int) -> None:
        if not self.backups:
            return
        name, source = self.backups[number % len(self.backups)]
        folder = self.profiles[name].folder
        self.profiles[name].close()
        try:
            backup.restore(folder, source)
        finally:
            self.profiles[name] = open_profile(folder)

    def put_back(self, name: str, number: int) -> None:
        """The folder is copied away, goes on, and is put back by hand."""
        ws = self.profiles[name]
        copy = self.folder / f"salinan-{self._number()}"
        folder = ws.folder
        ws.close()
        shutil.copytree(folder, copy)
        self.profiles[name] = open_profile(folder)
        self.carry(name, number)
        self.profiles[name].close()
        shutil.rmtree(folder)
        shutil.copytree(copy, folder)
        self.profiles[name] = open_profile(folder)
        assert self.profiles[name].renewed

    # --- the end ------------------------------------------------------------------------------------------------------

    def come_to_rest(self) -> None:
        for _ in range(3):
            for lower, upper in (*LINKS, *((high, low) for low, high in reversed(LINKS))):
                for path in self._sent(lower, upper):
                    receive.take_in(self.profiles[upper], path)

    def check(self) -> None:
        sums = {name: digest(ws) for name, ws in self.profiles.items()}
        assert _of_the_region(sums["k"].travelling_scopes) == _of_the_region(sums["p"].travelling_scopes)
        for name in OFFICES:
            scope = self.profiles[name].profile.scope
            assert sums[name].scopes.get(scope) == sums["k"].scopes.get(scope), name
            assert sums[name].travelling_scopes.get(scope) == sums["p"].travelling_scopes.get(scope), name
        for ws in self.profiles.values():
            for each in meet.meetings(ws):
                for row in evidence.of(ws, "meeting", each.id):
                    assert row.present, (ws.profile.office_name, row.file_name)


def _of_the_region(sums: dict[str, Sum]) -> dict[str, Sum]:
    return {scope: each for scope, each in sums.items() if scope.startswith(REGION)}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "meeting",
                "change",
                "change",
                "remove",
                "attach",
                "carry",
                "carry",
                "carry",
                "keep",
                "deliver",
                "back_up",
                "restore",
                "put_back",
            )
        ),
        st.sampled_from(("a", "b", "k", "p")),
        st.integers(0, 1000),
    ),
    min_size=PROFILE_STEPS // 2,
    max_size=PROFILE_STEPS,
)


def test_whole_profiles_agree_after_any_walk_of_sticks_backups_and_copies(enrolled):
    @hunting(PROFILE_RUNS)
    @given(STEPS)
    def walk(steps):
        folder = Path(tempfile.mkdtemp(prefix="pug-walk-", dir=scratch()))
        sticks = None
        try:
            for name in ("a", "b", "k", "p"):
                shutil.copytree(enrolled / name, folder / name)
            sticks = Sticks(folder, {name: open_profile(folder / name) for name in ("a", "b", "k", "p")})
            for what, name, number in steps:
                sticks.do(what, name, number)
            sticks.come_to_rest()
            sticks.check()
        finally:
            if sticks is not None:
                with suppress(errors.PugError):
                    sticks.close()
            shutil.rmtree(folder, ignore_errors=True)

    walk()
