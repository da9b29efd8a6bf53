"""One window for each user and profile: a second start hands its files over, and a dead one stands in nobody's way."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pug_desktop import errors, paths
from pug_desktop.app import instance
from pug_desktop.app.instance import Instance, Wish, enter, place_of

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that it forks")


@pytest.fixture(autouse=True)
def _data(tmp_path, monkeypatch):
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def first():
    made = enter(None, ())
    assert made is not None
    yield made
    made.release()


class Window(threading.Thread):
    """An open window as far as another start sees it: takes requests up until it is closed."""

    def __init__(self, mine: Instance) -> None:
        super().__init__()
        self.mine, self.seen, self.closed = mine, list[Wish](), threading.Event()

    def run(self) -> None:
        self.mine.listen()
        while not self.closed.wait(0.005):
            self.seen.extend(self.mine.wishes())


@pytest.fixture
def window(first):
    made = Window(first)
    made.start()
    yield made
    made.closed.set()
    made.join()


def requests(mine):
    return list(mine.folder.glob("*.minta"))


def test_a_second_start_hands_its_files_over(window, tmp_path):
    files = (tmp_path / "Kiriman é.pug", tmp_path / "kartu.pugkey")

    assert enter(None, files) is None
    assert window.seen == [Wish(files)]
    assert requests(window.mine) == []


def test_a_start_without_files_only_brings_the_window_forward(window):
    assert enter(None, ()) is None
    assert window.seen == [Wish(())]


def test_a_profile_of_its_own_has_a_window_of_its_own(window, tmp_path):
    for name in ("satu", "dua"):
        (tmp_path / name).mkdir()
    one, two = (enter(tmp_path / name, ()) for name in ("satu", "dua"))

    assert one is not None
    assert two is not None
    assert place_of(tmp_path / "satu" / ".." / "satu") == one.folder
    assert enter(None, ()) is None
    one.release()
    two.release()


def test_a_double_click_goes_to_the_window_that_is_open_whichever_profile_it_shows(tmp_path):
    (tmp_path / "p").mkdir()
    shown = Window(enter(tmp_path / "p", ()))
    shown.start()
    while shown.mine.who() is None:
        time.sleep(0.005)
    try:
        assert enter(None, (tmp_path / "a.pug",)) is None
        assert shown.seen == [Wish((tmp_path / "a.pug",))]
        # Without a file another window is wanted.
        own = enter(None, ())
        assert own is not None
        own.release()
    finally:
        shown.closed.set()
        shown.join()
        shown.mine.release()
    own = enter(None, (tmp_path / "a.pug",))
    assert own is not None
    assert own.folder == place_of(None)
    own.release()


def test_one_that_is_only_starting_is_waited_for(first):
    began = time.monotonic()
    opens = Window(first)
    threading.Timer(0.4, opens.start).start()
    try:
        assert enter(None, (), answer_s=0.2) is None
    finally:
        opens.closed.set()
        opens.join()
    assert 0.3 < time.monotonic() - began < 5


def test_one_that_hangs_is_told_and_its_request_taken_back(first, tmp_path):
    first.listen()

    with pytest.raises(errors.WindowSilent):
        enter(None, (tmp_path / "a.pug",), answer_s=0.2)
    assert requests(first) == []
    assert first.wishes() == ()


def test_one_that_closes_while_it_is_asked_leaves_the_window_to_the_other(first):
    first.listen()
    threading.Timer(0.2, first.release).start()
    mine = enter(None, ())

    assert mine is not None
    assert mine.claim()
    assert requests(mine) == []
    mine.release()


def test_a_request_of_long_ago_or_of_nonsense_is_thrown_away(first, tmp_path):
    old = Instance(first.folder, clock=lambda: time.time() - 1000)
    old.ask([tmp_path / "lama.pug"])
    absurd = ("[" * 100_000, '{"at": 1' + "0" * 400 + ', "files": []}')
    for number, text in enumerate(("", "[]", "{", '{"at": "x"}', '{"at": 1}', '{"files": []}', "null", *absurd)):
        (first.folder / f"{number}.minta").write_text(text, encoding="utf-8")
    (first.folder / "besar.minta").write_bytes(b" " * (instance.MOST_BYTES + 1))

    assert first.wishes() == ()
    assert requests(first) == []


def test_one_that_cannot_be_taken_away_keeps_no_other_waiting(first, tmp_path):
    (first.folder / "0.minta").mkdir()
    first.ask([tmp_path / "a.pug"])

    assert first.wishes() == (Wish((tmp_path / "a.pug",)),)
    assert first.wishes() == ()


def test_a_request_is_never_read_half_written(first, tmp_path):
    (first.folder / "1.part").write_text('{"at": 1, "fil', encoding="utf-8")

    assert first.wishes() == ()
    assert json.loads(first.ask([tmp_path / "a.pug"]).read_text(encoding="utf-8"))["files"] == [str(tmp_path / "a.pug")]


@needs_fork
def test_after_each_of_a_hundred_kills_the_next_window_opens_at_once():
    mine = Instance(place_of(None))
    for _ in range(100):
        ready, tell = os.pipe()
        child = os.fork()
        if child == 0:
            held = Instance(mine.folder)
            held.claim()
            held.listen()
            os.write(tell, b"1")
            signal.pause()
        assert os.read(ready, 1) == b"1"
        assert not mine.claim()
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for end in (ready, tell):
            os.close(end)

        assert mine.claim()
        assert mine.who() is None
        mine.release()


def test_where_no_lock_can_be_had_the_window_opens_all_the_same(tmp_path, monkeypatch):
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "berkas"))
    mine = enter(None, ())

    assert mine is not None
    mine.listen()
    assert mine.wishes() == ()
    mine.release()


SECOND = """
import sys
from pug_desktop.app import instance
sys.exit(0 if instance.enter(None, ()) is None else 1)
"""


def test_another_process_is_answered_and_loads_no_window(window):
    code = SECOND.replace("sys.exit", "assert not [name for name in sys.modules if 'PySide6' in name]\nsys.exit")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)

    assert (done.returncode, done.stderr) == (0, "")
    assert window.seen == [Wish(())]


def test_the_lock_lies_with_the_data(tmp_path):
    assert paths.data_dir() in place_of(None).parents
    assert place_of(Path("a")) != place_of(Path("b"))
