"""JSON that can be read in one way only."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_desktop.bundle.limits import MAX_INT, MAX_JSON_DEPTH, MAX_STRING_BYTES
from pug_desktop.bundle.strict_json import JsonOverLimit, JsonRefused, canonical, read

LIMIT = 1_000_000

values = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=8), values, max_size=5))
def test_what_is_written_reads_back_and_has_one_form(value: dict[str, Any]):
    written = canonical(value)

    assert read(written, LIMIT) == value
    assert canonical(read(json.dumps(value, indent=2).encode(), LIMIT)) == written
    assert canonical(dict(reversed(value.items()))) == written


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f'{{"a":{text}}}'.encode()))
def test_whatever_comes_it_is_an_object_or_refused(data: bytes):
    try:
        value = read(data, LIMIT)
    except JsonRefused:
        return
    assert isinstance(value, dict)


def test_the_canonical_form():
    assert canonical({"b": [1, True, None], "a": {"é": "\n\u2028/"}}) == (
        b'{"a":{"\xc3\xa9":"\\n\xe2\x80\xa8/"},"b":[1,true,null]}'
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"x":[{"a":1,"b":2,"a":3}]}',
        '{"a":1,"\\u0061":2}',
        '{"a":NaN}',
        '{"a":Infinity}',
        '{"a":-Infinity}',
        '{"a":1.0}',
        '{"a":1e2}',
        '{"a":-0.0}',
        '{"a":"\\ud800"}',
        '{"\\udc00":1}',
        '{"a":1}x',
        '{"a":1,}',
        "{'a':1}",
        "[1]",
        '"a"',
        "1",
        "null",
        "",
        "\ufeff{}",
        '{"a":"\t"}',
        '{"a":01}',
    ],
)
def test_refused(text: str):
    with pytest.raises(JsonRefused):
        read(text.encode(), LIMIT)


@pytest.mark.parametrize(
    "data", [b'{"a":"\xff"}', b'{"a":"\xed\xa0\x80"}', b'{"a":"\xc0\xaf"}', '{"a":1}'.encode("utf-16")]
)
def test_only_utf_8(data: bytes):
    with pytest.raises(JsonRefused):
        read(data, LIMIT)


def nested(depth: int) -> bytes:
    return b'{"a":' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


@pytest.mark.parametrize(
    ("what", "right", "wrong"),
    [
        ("depth", nested(MAX_JSON_DEPTH), nested(MAX_JSON_DEPTH + 1)),
        ("depth", nested(MAX_JSON_DEPTH), nested(400_000)),
        ("integer", b'{"a":%d}' % MAX_INT, b'{"a":%d}' % (MAX_INT + 1)),
        ("integer", b'{"a":%d}' % -MAX_INT, b'{"a":%d}' % (-MAX_INT - 1)),
        ("integer", b'{"a":0}', b'{"a":' + b"9" * 900_000 + b"}"),
        ("string", b'{"a":"' + b"a" * MAX_STRING_BYTES + b'"}', b'{"a":"' + b"a" * (MAX_STRING_BYTES + 1) + b'"}'),
        ("bytes", b"{}" + b" " * (LIMIT - 2), b"{}" + b" " * (LIMIT - 1)),
    ],
)
def test_limits_at_n_and_n_plus_1(what: str, right: bytes, wrong: bytes):
    assert isinstance(read(right, LIMIT), dict)
    with pytest.raises(JsonOverLimit) as caught:
        read(wrong, LIMIT)
    assert caught.value.what == what


@pytest.mark.parametrize("value", [{"a": 1.5}, {"a": b"x"}, {1: 2}, {"a": {3}}, {"a": "\ud800"}, {"a": MAX_INT + 1}])
def test_what_cannot_be_read_is_not_written(value: Any):
    with pytest.raises(JsonRefused):
        canonical(value)
