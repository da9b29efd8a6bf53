"""A clock that is wrong by decades, on any of three offices, changes nothing of what they hold in the end."""

import shutil
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest

from pug_desktop.app import attend, doctor, edit, enrol, meet, receipts, receive, send, workspace
from pug_desktop.app.workspace import Workspace, create_profile
from tests.faults.killing import LONG

RIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
WRONG = [datetime(year, 1, 19, 3, 14, 7, tzinfo=UTC) for year in (1980, 2002, 2038, 2099)]
Clock = Callable[[], datetime]


def at(moment: datetime) -> Clock:
    return lambda: moment


def jumping() -> Clock:
    """Another decade each time somebody looks."""
    moments = [*WRONG, RIGHT] * 10_000
    return lambda: moments.pop()


def carry(sender: Workspace, receiver: Workspace, stick: Path, to: str | None = None) -> None:
    for path in send.send(sender, send.find_addressee(sender, to), stick).files:
        bundle_id = receive.take_in(receiver, path).bundle_id
    receipts.write_receipt(receiver, bundle_id, stick)
    assert all(each.error is None for each in receipts.read_receipts(sender, stick))


def story(folder: Path, clocks: dict[str, Clock]) -> dict[str, list[tuple[object, ...]]]:
    """The same year at three offices: what each holds in the end, and what is in conflict."""
    stick = folder / "stick"
    stick.mkdir(parents=True)
    with ExitStack() as stack:

        def office(name: str, role: str, region: str) -> Workspace:
            made = create_profile(
                folder / name, role=role, region_code=region, office_name=f"Kantor {name}", clock=clocks[name]
            )
            stack.callback(made.close)
            return made

        # Of two writes with the same number the larger actor is shown: they must be the same each time.
        actors = [digit * 16 for digit in "123"]
        stack.enter_context(mock.patch.object(workspace, "new_actor", side_effect=actors))
        province, regency, opd = (
            office("p", "provinsi", "36"),
            office("k", "kabkota", "36.71"),
            office("o", "opd", "36.71"),
        )
        for below, above in ((regency, province), (opd, regency)):
            asked = enrol.request(below, folder)
            enrol.accept(below, enrol.approve(above, asked, folder, in_person=True), in_person=True)
        first = meet.create_meeting(opd)
        edit.put(opd, "meeting", first, title="Rapat", place="Aula")
        attend.paste(opd, first, 0, "name", [[f"Peserta {n}", "P", "Staf", "Dinas"] for n in range(5)])
        gone = meet.create_meeting(opd)
        edit.put(opd, "meeting", gone, title="Rapat yang dihapus")
        carry(opd, regency, stick)
        carry(regency, province, stick)
        # The later edit wins whatever the clocks say; what both change at once is a conflict.
        edit.put(opd, "meeting", first, place="Ruang rapat")
        edit.put(regency, "meeting", first, title="Rapat menurut kota")
        edit.put(opd, "meeting", first, title="Rapat menurut dinas")
        edit.remove(regency, "meeting", gone)
        carry(opd, regency, stick)
        carry(regency, opd, stick, "Kantor o")
        carry(opd, regency, stick)
        carry(regency, province, stick)
        assert [doctor.check(ws).problems for ws in (province, regency, opd)] == [(), (), ()]
        return {ws.folder.name: held(ws) for ws in (province, regency, opd)}


def held(ws: Workspace) -> list[tuple[object, ...]]:
    """Everything but names that are drawn at random and labels of time."""
    with ws.database.read() as connection:

        def rows(query: str) -> list[tuple[object, ...]]:
            return sorted((tuple(row) for row in connection.exec_driver_sql(query)), key=repr)

        return [
            *rows("SELECT title, place, scope LIKE '%/%' FROM meeting"),
            *rows("SELECT name, sex, scope LIKE '%/%' FROM attendance"),
            *rows("SELECT kind, conflict, deleted, parked, count(*) FROM sync_record GROUP BY 1, 2, 3, 4"),
        ]


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    return story(tmp_path_factory.mktemp("right"), dict.fromkeys("pko", at(RIGHT)))


def test_with_right_clocks_they_agree_but_for_one_conflict(right: dict[str, list[tuple[object, ...]]]):
    assert right["o"][0][1] == "Ruang rapat"
    assert [row for row in right["k"] if row[:2] == ("meeting", 1)] == [("meeting", 1, 0, None, 1)]
    assert len([row for row in right["p"] if row[0] == "Rapat yang dihapus"]) == 0


SOME = [(WRONG[0], "k"), (WRONG[3], "o")]
ALL = [(moment, who) for moment in WRONG for who in ("p", "k", "o", "pko")]


@pytest.mark.parametrize(("moment", "who"), ALL if LONG else SOME, ids=lambda given: str(getattr(given, "year", given)))
def test_a_wrong_clock_changes_nothing(
    right: dict[str, list[tuple[object, ...]]], tmp_path: Path, who: str, moment: datetime
):
    clocks = {each: at(moment if each in who else RIGHT) for each in "pko"}

    assert story(tmp_path, clocks) == right
    shutil.rmtree(tmp_path)


def test_clocks_that_jump_change_nothing(right: dict[str, list[tuple[object, ...]]], tmp_path: Path):
    assert story(tmp_path, {each: jumping() for each in "pko"}) == right


def test_each_office_in_another_decade_changes_nothing(right: dict[str, list[tuple[object, ...]]], tmp_path: Path):
    assert story(tmp_path, dict(zip("pko", map(at, (WRONG[3], WRONG[0], WRONG[2])), strict=True))) == right
