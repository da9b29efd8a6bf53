"""No final version's bytes ever change: whatever two laptops of an office do, and whatever comes in."""

from contextlib import ExitStack, suppress
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from pug_desktop import errors
from pug_desktop.app import edit, fill, final_versions, states
from pug_desktop.app.final_versions import Trust
from pug_desktop.domain.kinds import Level
from pug_desktop.replica import capture as writing
from pug_desktop.replica.state import DenseBlock, Dot, Label
from pug_desktop.storage import peers
from pug_desktop.storage.capture import capture
from pug_desktop.storage.join import Join
from pug_desktop.storage.outgoing import Outgoing, Selection
from pug_desktop.storage.states import Layouts, load
from tests.properties.sheet_world import Watch, forget_templates, laptops

YEAR = 2026
STEPS = 25
EVIL = "e" * 16
who = st.integers(0, 1)


@pytest.fixture(scope="module", autouse=True)
def _tidy():
    yield
    forget_templates()


class Finals(RuleBasedStateMachine):
    """Two laptops that fill in one sheet, finalise it and exchange, and somebody who sends forged versions."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.n = 0
        self.first: list[dict[str, tuple]] = [{}, {}]

    @initialize()
    def start(self) -> None:
        self.both = self.stack.enter_context(laptops("a", "b", clock=Watch()))
        for at in (0, 1):
            self.new_version(at, at)

    def teardown(self) -> None:
        self.stack.close()

    def sheet(self, at):
        return fill.sheet(self.both[at], YEAR)

    @rule(at=who, value=st.integers(0, 9))
    def answer(self, at, value):
        with suppress(errors.SheetIsFinal):
            fill.save_answer(self.both[at], self.sheet(at), "P2.06", value=value)

    @rule(at=who, value=st.integers(0, 9))
    def new_version(self, at, value):
        self.correct(at)
        self.answer(at, value)
        self.finalise(at)

    @rule(at=who)
    def finalise(self, at):
        with suppress(errors.PugError):
            states.mark_ready(self.both[at], self.sheet(at))
        with suppress(errors.PugError):
            states.finalise(self.both[at], self.sheet(at))

    @rule(at=who)
    def correct(self, at):
        with suppress(errors.PugError):
            states.correct(self.both[at], self.sheet(at))

    @rule(at=who, back=st.booleans())
    def undo_or_redo(self, at, back):
        (edit.undo if back else edit.redo)(self.both[at])

    @rule(at=who, field=st.sampled_from(["number", "signer", "document", None]))
    def write_over_it(self, at, field):
        """What pages, the command line and `load` pass through."""
        for version in final_versions.versions(self.both[at], self.sheet(at).checklist_id):
            other = {"number": version.number + 1, "signer": "Lain", "document": {}}
            act = partial(edit.remove, self.both[at], "final_version", version.id)
            if field is not None:
                act = partial(edit.put, self.both[at], "final_version", version.id, **{field: other[field]})
            with pytest.raises(errors.SheetIsFinal):
                act()

    @rule(at=who)
    def remove_the_sheet(self, at):
        sheet = self.sheet(at).checklist_id
        if final_versions.versions(self.both[at], sheet):
            with pytest.raises(errors.SheetIsFinal):
                edit.remove(self.both[at], "checklist", sheet)

    @rule(at=who)
    def exchange(self, at):
        ours, theirs = self.both[at], self.both[1 - at]
        with ours.database.write() as connection:
            capture(connection, now=ours.now_s, by="")
        with ours.database.read() as connection:
            items = list(Outgoing(connection, Selection.of(connection, ours.profile.scope, Level.REGENCY)).items())
        with theirs.database.write() as connection:
            self.join(theirs, connection, items)

    def join(self, ws, connection, items):
        capture(connection, now=ws.now_s, by="")
        rights = peers.rights_of(connection, above=False, scope=ws.profile.scope, role="opd")
        join = Join(connection, rights)
        for each in items:
            join.block(each) if isinstance(each, DenseBlock) else join.state(each)
        join.finish()
        ws.history.forget()

    @rule(at=who, deletes=st.booleans())
    def forge(self, at, deletes):
        """A bundle of somebody who is trusted brings the version with another content, or its removal."""
        ws = self.both[at]
        with ws.database.write() as connection:
            capture(connection, now=ws.now_s, by="")
            for version in self.first[at]:
                known = load(connection, Layouts(connection), "final_version", version)
                self.n += 1
                dot, label = Dot(10_000 + self.n, EVIL), Label("Rudi", 1)
                if deletes:
                    forged = writing.delete(known[0], dot=dot, label=label)
                else:
                    final = {"number": 1, "document": {}, "sha256": "0" * 64, "signer": "Rudi"}
                    forged = writing.decide(known[0], "final", final, dot=dot, label=label)
                self.join(ws, connection, [forged])

    @invariant()
    def what_was_final_is_as_it_was(self):
        for at, ws in enumerate(getattr(self, "both", ())):
            with ws.database.read() as connection:
                found = connection.exec_driver_sql(
                    "SELECT id, checklist_id, scope, number, document, sha256, finalised_on, signer, device_id, "
                    "signature FROM final_version"
                ).all()
            now = {row[0].hex(): tuple(row) for row in found}
            assert {each: now.get(each) for each in self.first[at]} == self.first[at]
            self.first[at] |= now

    @invariant()
    def no_signature_is_broken(self):
        for at, ws in enumerate(getattr(self, "both", ())):
            found = final_versions.versions(ws, self.sheet(at).checklist_id)
            assert all(each.trust is not Trust.BROKEN for each in found)

    @invariant()
    def numbers_rise_where_they_were_made(self):
        for at, ws in enumerate(getattr(self, "both", ())):
            own = [
                each.number
                for each in final_versions.versions(ws, self.sheet(at).checklist_id)
                if each.device_id == ws.profile.device_id
            ]
            assert len(own) == len(set(own))


def no_final_version_changes(chosen):
    run_state_machine_as_test(Finals, settings=chosen)


def test_no_final_versions_bytes_ever_change():
    ordinary = settings(
        max_examples=12,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    no_final_version_changes(ordinary)
