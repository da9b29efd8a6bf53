"""Capture, export, import and projection on real SQLite files: any order, any repetition, the same records."""

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop.domain.kinds import Level
from pug_desktop.replica.state import DenseBlock, DenseRow, Dot, Label, RecordState
from pug_desktop.storage import journal, records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.database import Database
from pug_desktop.storage.join import Join
from pug_desktop.storage.outgoing import Outgoing, Selection
from pug_desktop.storage.removal import remove_tree
from pug_desktop.storage.schema import prepare

SCOPE = "36.71"
MEETINGS = [f"{number:032x}" for number in (1, 2)]
PEOPLE = [f"{number:032x}" for number in (11, 12, 13)]


class Replica:
    """One database with the identity of a device."""

    def __init__(self, folder: Path, name: str) -> None:
        path = folder / f"{name}.db"
        prepare(path)
        self.database = Database(path)
        with self.database.write() as connection:
            journal.found_self(connection, name, name[0] * 16)
        self.now = 0

    def meeting(self, number: int, title: str) -> None:
        self._put("meeting", MEETINGS[number % 2], {"title": title})

    def person(self, number: int, name: str) -> None:
        with self.database.read() as connection:
            parent = MEETINGS[number % 2]
            if records.get(connection, "meeting", parent) is None:
                return
        self._put("attendance", PEOPLE[number % 3], {"meeting_id": MEETINGS[number % 2], "name": name})

    def _put(self, kind: str, record_id: str, values: dict) -> None:
        self.now += 1
        with self.database.write() as connection:
            if records.get(connection, kind, record_id) is None:
                records.insert(connection, kind, record_id, SCOPE, values, self.now, "")
            else:
                records.update(connection, kind, record_id, values, self.now, "")

    def remove(self, number: int, _text: str) -> None:
        with self.database.write() as connection:
            remove_tree(connection, "meeting", MEETINGS[number % 2], now=self.now)

    def export(self) -> list[DenseBlock | RecordState]:
        with self.database.write() as connection:
            capture(connection, now=self.now)
        with self.database.read() as connection:
            return list(Outgoing(connection, Selection.of(connection, SCOPE, Level.REGENCY)).items())

    def take(self, items: list[DenseBlock | RecordState]) -> None:
        with self.database.write() as connection:
            capture(connection, now=self.now)
            join = Join(connection)
            for item in items:
                join.block(item) if isinstance(item, DenseBlock) else join.state(item)
            join.finish()

    def rows(self) -> dict[str, list[tuple[str, dict]]]:
        with self.database.read() as connection:
            return {
                kind: [(each.id, each.values) for each in records.select(connection, kind)]
                for kind in ("meeting", "attendance")
            }

    def states(self) -> list[tuple]:
        with self.database.read() as connection:
            query = "SELECT kind, id, scope, cells, deleted, conflict, parked FROM sync_record ORDER BY kind, id"
            return [tuple(row) for row in connection.exec_driver_sql(query)]

    def captured_nothing(self) -> bool:
        with self.database.write() as connection:
            return capture(connection, now=self.now) == 0

    def close(self) -> None:
        self.database.close()


@pytest.fixture
def replicas(tmp_path):
    made = [Replica(tmp_path, name) for name in ("a", "b", "c")]
    yield made
    for each in made:
        each.close()


steps = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["meeting", "meeting", "person", "person", "remove", "carry"]),
        st.integers(0, 5),
        st.text("abc", min_size=1, max_size=2),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_after_enough_exchange_all_replicas_show_the_same_and_nothing_is_left_to_capture(story):
    with TemporaryDirectory() as folder:
        made = [Replica(Path(folder), name) for name in ("a", "b")]
        for at, what, number, text in story:
            if what == "carry":
                made[1 - at].take(made[at].export())
            else:
                getattr(made[at], what)(number, f"{text}{at}")
        for _ in range(2):
            made[1].take(made[0].export())
            made[0].take(made[1].export())
        assert made[0].rows() == made[1].rows()
        assert [row[:4] for row in made[0].states()] == [row[:4] for row in made[1].states()]
        assert all(each.captured_nothing() for each in made)
        for each in made:
            each.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
def test_the_same_records_again_change_nothing(story):
    with TemporaryDirectory() as folder:
        sender, receiver = (Replica(Path(folder), name) for name in ("a", "b"))
        for _, what, number, text in story:
            if what != "carry":
                getattr(sender, what)(number, text)
        items = sender.export()
        receiver.take(items)
        before = receiver.states(), receiver.rows()
        receiver.take(items)
        assert (receiver.states(), receiver.rows()) == before
        sender.close()
        receiver.close()


def test_records_in_any_order_end_as_the_same_rows_and_wait_for_their_parents(replicas, tmp_path):
    sender = replicas[0]
    sender.meeting(0, "Rapat")
    sender.person(0, "Siti")
    sender.person(2, "Budi")
    items = sender.export()
    wanted = sender.rows()
    for number, order in enumerate(permutations(items)):
        receiver = Replica(tmp_path, f"x{number}")
        receiver.take(list(order))
        assert receiver.rows() == wanted
        receiver.close()


def test_children_that_came_before_their_parent_appear_when_it_arrives(replicas):
    sender, receiver, _ = replicas
    sender.meeting(0, "Rapat")
    sender.person(0, "Siti")
    parents = [item for item in sender.export() if item.kind == "meeting"]
    children = [item for item in sender.export() if item.kind == "attendance"]
    receiver.take(children)
    assert receiver.rows()["attendance"] == []
    assert [row[6] for row in receiver.states()] == ["parent"]
    receiver.take(parents)
    assert [values["name"] for _, values in receiver.rows()["attendance"]] == ["Siti"]
    assert [row[6] for row in receiver.states()] == [None, None]


def test_fields_and_kinds_of_a_newer_program_pass_through(replicas):
    _, middle, last = replicas
    actor = "f" * 16
    newer = DenseBlock("budget_line", ("amount",), [DenseRow("9" * 32, SCOPE, actor, 1, "", 5, [7])])
    wider = DenseBlock(
        "meeting", ("colour", "title"), [DenseRow(MEETINGS[0], SCOPE, actor, 1, "", 5, ["ungu", "Rapat"])]
    )
    middle.take([newer, wider])
    middle.meeting(0, "Rapat lain")
    passed = middle.export()
    last.take(passed)
    kinds = {row[0]: row for row in last.states()}
    assert kinds["budget_line"][3] == "[7]"
    assert kinds["budget_line"][6] == "kind"
    assert '"ungu"' in kinds["meeting"][3]
    assert last.rows()["meeting"][0][1]["title"] == "Rapat lain"


def test_a_value_that_cannot_lie_in_its_column_is_parked_and_blocks_nothing(replicas):
    receiver = replicas[1]
    rows = [
        DenseRow(MEETINGS[0], SCOPE, "f" * 16, 1, "", 5, ["bukan bilangan"]),
        DenseRow(MEETINGS[1], SCOPE, "f" * 16, 1, "", 5, [{"year": 2022, "month": 6}]),
    ]
    receiver.take([DenseBlock("meeting", ("held",), rows)])
    assert [(each, values["year"]) for each, values in receiver.rows()["meeting"]] == [(MEETINGS[1], 2022)]
    assert sorted(row[6] or "" for row in receiver.states()) == ["", "value"]


def test_a_failure_in_the_middle_of_taking_in_leaves_everything_as_it_was(replicas):
    sender, receiver, _ = replicas
    sender.meeting(0, "Rapat")
    receiver.meeting(1, "Sendiri")
    receiver.export()
    before = receiver.states(), receiver.rows()
    broken = RecordState(
        "meeting", "zz", SCOPE, {"f" * 16: 1}, {"title": {Dot(1, "f" * 16): "x"}}, {Dot(1, "f" * 16): Label("", 0)}
    )
    with pytest.raises(ValueError, match="fromhex"):
        receiver.take([*sender.export(), broken])
    assert (receiver.states(), receiver.rows()) == before


def test_a_whole_hundred_of_rows_and_the_rest_go_in_alike(replicas):
    receiver = replicas[1]
    rows = [DenseRow(f"{number:032x}", SCOPE, "f" * 16, 3, "", 5, [f"Rapat {number}"]) for number in range(1, 124)]
    receiver.take([DenseBlock("meeting", ("title",), rows)])
    assert len(receiver.rows()["meeting"]) == 123
    assert receiver.captured_nothing()
