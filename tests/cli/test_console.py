"""A program without streams prints into the file or console it was started from; nothing breaks where there is none.

The real kernel32 is asked by the lane that runs the program on Windows; here the choice among its answers.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pug_desktop.cli import console
from pug_desktop.cli.console import STDERR, STDIN, STDOUT, have_streams


@dataclass
class Windows:
    """What a Windows answers."""

    files: dict[int, int] = field(default_factory=dict)
    attached: bool = False
    asked: int = 0

    def file_of(self, handle: int) -> int | None:
        self.asked += 1
        return self.files.get(handle)

    @property
    def has_console(self) -> bool:
        self.asked += 1
        return self.attached


@contextmanager
def no_streams() -> Iterator[None]:
    """Without any, as the packaged program is started on Windows; those that it gets are closed again.

    No fixture: pytest exchanges the streams between a fixture and its test.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin = sys.stdout = sys.stderr = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if stream is not None:
                stream.close()
        sys.stdin, sys.stdout, sys.stderr = before


def test_a_redirected_verb_writes_into_the_file(tmp_path: Path):
    out = os.open(tmp_path / "out", os.O_WRONLY | os.O_CREAT)
    with no_streams():
        have_streams(with_console=True, system=Windows({STDOUT: out}))
        print("prasyarat ✓")
        print("hilang", file=sys.stderr)
        nowhere = sys.stderr.name

    assert (tmp_path / "out").read_text(encoding="utf-8") == "prasyarat ✓\n"
    assert nowhere == os.devnull


def test_a_verb_reads_what_is_piped_into_it():
    read, write = os.pipe()
    os.write(write, b"ya\n")
    os.close(write)
    with no_streams():
        have_streams(with_console=True, system=Windows({STDIN: read}))
        line = sys.stdin.readline()

    assert line == "ya\n"


def test_a_verb_prints_to_the_console_of_its_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    names = {STDIN: str(tmp_path / "in"), STDOUT: str(tmp_path / "out"), STDERR: str(tmp_path / "err")}
    (tmp_path / "in").write_text("ya\n", encoding="utf-8")
    monkeypatch.setattr(console, "_NAMES", names)
    with no_streams():
        have_streams(with_console=True, system=Windows(attached=True))
        print("hasil")
        line = sys.stdin.readline()

    assert line == "ya\n"
    assert (tmp_path / "out").read_text(encoding="utf-8") == "hasil\n"


def test_a_console_that_cannot_be_opened_is_no_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(console, "_NAMES", dict.fromkeys((STDIN, STDOUT, STDERR), str(tmp_path / "tidak" / "ada")))
    with no_streams():
        have_streams(with_console=True, system=Windows(attached=True))
        print("ke mana pun")
        where = sys.stdout.name

    assert where == os.devnull


def test_the_window_never_takes_part_in_a_console():
    asked = Windows(attached=True)
    with no_streams():
        have_streams(with_console=False, system=asked)
        print("ke mana pun")
        where = sys.stdout.name

    assert (where, asked.asked) == (os.devnull, 0)


def test_elsewhere_a_stream_that_was_closed_goes_nowhere():
    with no_streams():
        have_streams(with_console=True)
        print("ke mana pun")
        where = sys.stdout.name

    assert where == os.devnull


def test_a_program_with_streams_keeps_them(capsys: pytest.CaptureFixture[str]):
    before = sys.stdout
    asked = Windows(attached=True)

    have_streams(with_console=True, system=asked)

    assert (sys.stdout is before, asked.asked) == (True, 0)
