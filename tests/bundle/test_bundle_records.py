"""The records part: what is written is read again, and a line that breaks the format is refused with its number."""

import json

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pug_desktop import errors
from pug_desktop.bundle.records import read_records, write_records
from pug_desktop.replica.state import DenseBlock, DenseRow, Dot, Label, RecordState, expand

ACTOR = "ab" * 8
ID = "0" * 31 + "1"
SCOPE = "36.71"

ids = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
actors = st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")
numbers = st.integers(1, 2**53 - 1)
plain = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20)
values = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
scopes = st.sampled_from(["36", "36.71", "36.71/" + "f" * 32])


@st.composite
def blocks(draw):
    names = tuple(draw(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=3, unique=True)))
    rows = draw(
        st.lists(
            st.builds(
                lambda i, s, a, n, u, at, v: DenseRow(i, s, a, n, u, at, v),
                ids,
                scopes,
                actors,
                numbers,
                st.text(max_size=8),
                st.integers(0, 2**40),
                st.lists(values, min_size=len(names), max_size=len(names)),
            ),
            min_size=1,
            max_size=5,
        )
    )
    return DenseBlock(draw(st.sampled_from(["meeting", "budget_line"])), names, rows)


@st.composite
def states(draw):
    dot = Dot(draw(numbers), draw(actors))
    other = Dot(draw(numbers), draw(actors))
    cells = {"title": {dot: draw(values)}, "_del": {other: {dot.actor: dot.n}}}
    vector = {dot.actor: dot.n, other.actor: max(other.n, dot.n if other.actor == dot.actor else 0)}
    return RecordState("meeting", draw(ids), draw(scopes), vector, cells, {dot: Label("Sri", 5)})


def flat(items):
    """Each record on its own: how rows are put into blocks is the reader's business."""
    found = []
    for item in items:
        if isinstance(item, DenseBlock):
            found.extend(expand(item.kind, item.names, row) for row in item.rows)
        else:
            found.append(item)
    return found


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(blocks() | states(), max_size=4))
def test_what_is_written_is_read_again(tmp_path, items):
    size = write_records(tmp_path / "records", items)
    assert flat(read_records(tmp_path / "records", size)) == flat(items)


def part(tmp_path, *lines):
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines) + b"\n"
    path = tmp_path / "records"
    path.write_bytes(zstandard.compress(data))
    return path, len(data)


HEAD = ({"layout": ["meeting", ["title"]]}, {"scope": SCOPE}, {"actor": ACTOR}, {"user": ""})
ROW = [0, ID, 0, 0, 1, 0, 5, ["Rapat"]]
WHOLE = {
    "kind": "meeting",
    "id": ID,
    "scope": SCOPE,
    "vector": {ACTOR: 1},
    "cells": {"title": [[1, ACTOR, "x"]]},
    "labels": [],
}


def changed(position, value):
    return [*ROW[:position], value, *ROW[position + 1 :]]


BROKEN = {
    "id-in-capitals": changed(1, "ABCDEF" + "0" * 26),
    "id-with-a-blank": changed(1, " " + "0" * 31),
    "id-too-short": changed(1, "00"),
    "layout-unknown": changed(0, 7),
    "layout-negative": changed(0, -1),
    "scope-unknown": changed(2, 9),
    "actor-negative": changed(3, -1),
    "number-zero-below": changed(4, -1),
    "number-too-large": changed(4, 2**53),
    "time-a-text": changed(6, "besok"),
    "values-too-many": changed(7, ["a", "b"]),
    "value-a-fraction": changed(7, [1.5]),
    "value-too-large": changed(7, [2**53]),
    "fraction-deep-inside": changed(7, [{"a": [0.5]}]),
    "row-too-short": ROW[:5],
    "no-json": b"[0,",
    "record-with-float": {"record": {**WHOLE, "cells": {"title": [[1, ACTOR, 2.5]]}}},
    "record-with-strange-kind": {"record": {**WHOLE, "kind": 'meeting"; DROP'}},
    "record-with-strange-scope": {"record": {**WHOLE, "scope": "36.71%"}},
    "record-with-strange-actor": {"record": {**WHOLE, "vector": {"x": 1}}},
    "record-without-cells": {"record": {"kind": "meeting", "id": ID, "scope": SCOPE, "vector": {}}},
    "layout-with-tombstone": {"layout": ["meeting", ["_del"]]},
    "layout-with-a-cell-twice": {"layout": ["meeting", ["a", "a"]]},
    "layout-of-a-strange-kind": {"layout": ['Meeting"; DROP', ["a"]]},
    "layout-with-a-strange-cell": {"layout": ["meeting", ["a b"]]},
    "user-too-long": {"user": "x" * 201},
    "write-outside-its-vector": {"record": {**WHOLE, "cells": {"title": [[9, ACTOR, "x"]]}}},
    "label-outside-its-vector": {"record": {**WHOLE, "labels": [[9, ACTOR, "Sri", 5]]}},
    "tombstone-that-is-a-list": {"record": {**WHOLE, "cells": {"_del": [[1, ACTOR, []]]}}},
    "tombstone-with-a-text": {"record": {**WHOLE, "cells": {"_del": [[1, ACTOR, {ACTOR: "99"}]]}}},
    "a-thousand-values-in-one-cell": {
        "record": {**WHOLE, "vector": {ACTOR: 999}, "cells": {"title": [[n, ACTOR, n] for n in range(1, 999)]}}
    },
    "scope-of-another-shape": {"scope": "../x"},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_line_is_refused_with_its_number(tmp_path, name):
    path, size = part(tmp_path, *HEAD, BROKEN[name], {"end": 1})
    with pytest.raises(errors.MalformedRecords) as told:
        list(read_records(path, size))
    assert told.value.fields["line"] == 5


@pytest.mark.parametrize(
    "lines",
    [(*HEAD, ROW), (*HEAD, ROW, {"end": 2}), (*HEAD, ROW, {"end": 1}, ROW), (*HEAD, ROW, {"end": 1}, {"user": "x"})],
    ids=["no-end", "wrong-count", "record-after-end", "line-after-end"],
)
def test_the_end_is_there_once_and_counts_right(tmp_path, lines):
    path, size = part(tmp_path, *lines)
    with pytest.raises(errors.MalformedRecords):
        list(read_records(path, size))


def test_a_text_longer_than_a_record_may_hold_is_refused(tmp_path):
    path, size = part(tmp_path, *HEAD, changed(7, ["x" * 100_001]), {"end": 1})
    with pytest.raises(errors.MalformedRecords):
        list(read_records(path, size))
    path, size = part(tmp_path, *HEAD, changed(7, ["x" * 99_000]), {"end": 1})
    assert len(list(read_records(path, size))) == 1


def test_more_or_less_than_was_declared_is_refused(tmp_path):
    path, size = part(tmp_path, *HEAD, ROW, {"end": 1})
    with pytest.raises(errors.OverLimit):
        list(read_records(path, size - 1))
    with pytest.raises(errors.DamagedBundle):
        list(read_records(path, size + 1))


def test_line_breaks_count_once_however_json_writes_them(tmp_path):
    text = "baris\n" * 15_000
    block = DenseBlock("meeting", ("discussion",), [DenseRow(ID, SCOPE, ACTOR, 1, "", 5, [text])])
    size = write_records(tmp_path / "records", [block])
    assert flat(read_records(tmp_path / "records", size)) == flat([block])
