"""No row vanishes within 90 days, and undoing everything gives back the very same records."""

from contextlib import ExitStack, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from pug_desktop import errors
from pug_desktop.app import attend, bin, edit, fill, meet
from pug_desktop.app.digest import digest
from pug_desktop.storage import bin as stored
from pug_desktop.storage.capture import capture
from tests.app import rivals
from tests.properties.sheet_world import Watch, forget_templates, laptops, rows

YEAR = 2026
which = st.integers(0, 99)
word = st.sampled_from(["Rakor", "Advokasi", "Bimtek", ""])


@pytest.fixture(scope="module", autouse=True)
def _tidy():
    yield
    forget_templates()


class Acts:
    """What a person does; `which` picks one of the records that are there."""

    def __init__(self, ws):
        self.ws = ws

    def pick(self, number, *kinds):
        found = sorted(key for key in rows(self.ws) if key[0] in kinds)
        return found[number % len(found)] if found else None

    def new_meeting(self, _number, text):
        made = meet.create_meeting(self.ws)
        edit.put(self.ws, "meeting", made, title=text or None)

    def new_part(self, number, text):
        if found := self.pick(number, "meeting"):
            if number % 2:
                meet.add_output(self.ws, found[1], text or "Hasil")
            else:
                attend.add(self.ws, found[1], name=text or "Siti", nip="123")

    def change(self, number, text):
        if found := self.pick(number, "meeting", "output", "attendance"):
            name = {"meeting": "title", "output": "text", "attendance": "name"}[found[0]]
            edit.put(self.ws, *found, **{name: f"{text} {number}"})

    def answer(self, number, text):
        fill.save_answer(self.ws, fill.sheet(self.ws, YEAR), "P2.06", value=number, note=text or None)

    def remove(self, number, _text):
        if found := self.pick(number, "meeting", "output", "attendance", "answer"):
            edit.remove(self.ws, *found)

    def remove_several(self, number, _text):
        people = sorted(key[1] for key in rows(self.ws) if key[0] == "attendance")
        attend.remove(self.ws, people[number % 3 :])

    def restore(self, number, _text):
        if lying := bin.removed(self.ws):
            with suppress(errors.PugError):
                bin.restore(self.ws, lying[number % len(lying)].batch)


NAMES = ("new_meeting", "new_part", "new_part", "change", "answer", "remove", "remove_several", "restore")


class Bin(RuleBasedStateMachine):
    """One laptop; removals by hand, by undo, and by what others send."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.watch = Watch()
        self.before: dict = {}
        self.gone: dict = {}
        self.n = 1000
        self.passed = 0

    @initialize()
    def start(self) -> None:
        (self.ws,) = self.stack.enter_context(laptops("a", clock=self.watch))
        self.acts = Acts(self.ws)
        for number in range(4):
            self.acts.new_meeting(number, "Rakor")
            self.acts.new_part(number, "Siti")
        self.before = rows(self.ws)
        self.acts.remove(0, "")
        self.what_went_lies_in_the_bin()

    def teardown(self) -> None:
        self.stack.close()

    @rule(name=st.sampled_from(NAMES), number=which, text=word)
    def act(self, name, number, text):
        getattr(self.acts, name)(number, text)

    @rule(back=st.booleans())
    def undo_or_redo(self, back):
        (edit.undo if back else edit.redo)(self.ws)

    @rule(days=st.sampled_from([44, 45, 89, 90, 91]))
    def wait(self, days):
        """Looking into the bin lets go of what is too old."""
        self.watch.wait(days)
        self.passed += days * 24 * 3600
        bin.removed(self.ws)

    @rule(years=st.sampled_from([-24, -1, 1, 73]))
    def set_the_clock(self, years):
        """An empty battery, a slip of the hand: no time passes."""
        if 1980 <= self.watch.now.year + years < 2150:
            self.watch.wait(365 * years)
            bin.removed(self.ws)

    @rule()
    def capture(self):
        with self.ws.database.write() as connection:
            capture(connection, now=self.ws.now_s, by="")

    @rule(number=which)
    def somebody_else_removes(self, number):
        if found := self.acts.pick(number, "meeting", "output", "attendance"):
            self.n += 1
            state = rivals.common(self.ws, found)[found]
            rivals.bring(self.ws, rivals.deleted(state, n=self.n))
            self.ws.history.forget()

    @invariant()
    def what_went_lies_in_the_bin(self):
        if not hasattr(self, "ws"):
            return
        now = rows(self.ws)
        for key in self.before.keys() - now.keys():
            self.gone[key] = (self.before[key], self.passed)
        for key in now:
            self.gone.pop(key, None)
        self.before = now
        with self.ws.database.read() as connection:
            lying = {(each.kind, each.id): each.values for each in stored.kept(connection)}
        for key, (values, at) in self.gone.items():
            if self.passed - at <= stored.KEPT_S:
                assert lying.get(key) == values


QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


def no_row_vanishes(chosen):
    run_state_machine_as_test(Bin, settings=chosen)


def test_no_row_vanishes_within_90_days():
    no_row_vanishes(settings(max_examples=20, stateful_step_count=30, **QUIET))


def undoing_all_gives_the_same_records(chosen):
    chosen(given(st.lists(st.tuples(st.sampled_from(NAMES), which, word), min_size=60, max_size=80))(_do_and_undo))()


def _do_and_undo(acts):
    """At least fifty steps, each of which is taken back alone; and done again they lead to the same end."""
    with laptops("a", clock=Watch()) as (ws,):
        # The sheet's own record is made with its first answer and stays.
        fill.save_answer(ws, fill.sheet(ws, YEAR), "P2.06", value=1)
        ws.history.forget()
        doing = Acts(ws)
        for number in range(40):
            doing.new_meeting(number, "Rakor")
        digests = {0: None}
        ws.history.forget()
        digests[0] = digest(ws).whole
        for name, number, text in acts:
            getattr(doing, name)(number, text)
            digests[len(ws.history.done)] = digest(ws).whole
        doing.change(0, "cukup")
        while len(ws.history.done) < 50:
            doing.change(len(ws.history.done), "lagi")
        done, end = len(ws.history.done), digest(ws).whole
        for _ in range(done):
            edit.undo(ws)
            if (known := digests.get(len(ws.history.done))) is not None:
                assert digest(ws).whole == known
        assert digest(ws).whole == digests[0]
        for _ in range(done):
            edit.redo(ws)
        assert digest(ws).whole == end


def test_undoing_all_that_was_done_gives_the_same_records():
    undoing_all_gives_the_same_records(settings(max_examples=5, **QUIET))
