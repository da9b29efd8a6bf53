"""Sticks that are full, read-only, pulled out or lying; and files that are whole or not there."""

import errno
import os
import resource
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from bundle_world import World, good_bundle, manifest_of, names, packed_files

from pug_desktop import durable, errors
from pug_desktop.bundle import limits, pack, stick
from pug_desktop.progress import Cancelled


@pytest.fixture
def export(world: World, tmp_path: Path) -> Callable[..., pack.Packed]:
    """Write one bundle into the folder `stick`."""
    files, described = packed_files(tmp_path / "parts", blobs=(os.urandom(100_000),))
    manifest = manifest_of(world.opd, world.regency, described)
    folder = tmp_path / "stick"
    folder.mkdir()

    def run(**more: object) -> pack.Packed:
        target = folder / stick.bundle_name("36.71-0003", "36.71", date(2022, 11, 1), 1)
        to = [world.regency.keys.public.receiving]
        return pack.pack(target, manifest, files, world.opd.keys, to, **more)  # type: ignore[arg-type]

    return run


def fail(number: int) -> Callable[..., None]:
    def raise_it(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return raise_it


def left(tmp_path: Path) -> list[str]:
    return names(tmp_path / "stick")


# --- writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, errors.StickFull),
        (errno.EDQUOT, errors.StickFull),
        (errno.EROFS, errors.StickReadOnly),
        (errno.EPERM, errors.StickReadOnly),
        (errno.EIO, errors.StickGone),
        (errno.ENODEV, errors.StickGone),
        (errno.ECONNABORTED, errors.StickGone),
        (errno.ENOTCONN, errors.StickGone),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_what_the_system_says_becomes_our_word(
    export: Callable[..., pack.Packed],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    expected: type[errors.StickError],
    call: str,
):
    with monkeypatch.context() as patch:
        patch.setattr(durable.os, call, fail(number))
        with pytest.raises(expected) as caught:
            export()
    assert caught.value.fields["path"].parent == tmp_path / "stick"
    assert left(tmp_path) == []


def test_no_room_is_seen_before_the_start(
    export: Callable[..., pack.Packed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stick, "free_bytes", lambda path: 50_000)

    with pytest.raises(errors.StickFull) as caught:
        export()
    assert caught.value.fields["free"] == 50_000
    assert 100_000 < caught.value.fields["needed"] < 110_000
    assert left(tmp_path) == []


def test_the_largest_file_of_the_medium_is_told_as_full(export: Callable[..., pack.Packed], tmp_path: Path):
    """What FAT32 does at 4 GiB; a real failure in the middle of writing."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, before[1]))
    try:
        with pytest.raises(errors.StickFull):
            export()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert left(tmp_path) == []


def test_a_stick_that_is_not_there(world: World, tmp_path: Path):
    files, described = packed_files(tmp_path / "parts")
    manifest = manifest_of(world.opd, world.regency, described)

    with pytest.raises(errors.StickGone):
        pack.pack(tmp_path / "none" / "x.pug", manifest, files, world.opd.keys, [])


@pytest.mark.parametrize("harm", ["flip", "cut", "zero"])
def test_a_stick_that_lies_is_caught(
    export: Callable[..., pack.Packed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
):
    """Between the sync and the reading back, the medium loses what it said it had."""

    def lose(descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(size // 2)
            match harm:
                case "flip":
                    byte = file.read(1)[0]
                    file.seek(size // 2)
                    file.write(bytes([byte ^ 1]))
                case "cut":
                    file.truncate()
                case "zero":
                    file.write(bytes(4096))

    monkeypatch.setattr(durable, "forget_cached", lose)

    with pytest.raises(errors.StickLies):
        export()
    assert left(tmp_path) == []


def test_cancelling_at_any_moment_leaves_nothing(export: Callable[..., pack.Packed], tmp_path: Path):
    calls = 0

    def count(done: int, total: int) -> None:
        nonlocal calls
        calls += 1

    export(step=count).path.unlink()
    for last in range(calls):
        left_over = [last]

        def stop(done: int, total: int, left_over: list[int] = left_over) -> None:
            left_over[0] -= 1
            if left_over[0] < 0:
                raise Cancelled

        with pytest.raises(Cancelled):
            export(step=stop)
        assert left(tmp_path) == []


def test_what_an_interrupted_export_left_is_cleaned_by_the_next(export: Callable[..., pack.Packed], tmp_path: Path):
    folder = tmp_path / "stick"
    for name in ("PUG_36.71-0003_36.71_20221001_0007.pug.part", "PUG_36.72_36_20221001_0001.pug.part", "x.part"):
        (folder / name).write_bytes(b"half")

    packed = export()

    assert left(tmp_path) == sorted(["PUG_36.72_36_20221001_0001.pug.part", "x.part", packed.path.name])


def test_a_bundle_on_the_stick_is_never_replaced(export: Callable[..., pack.Packed]):
    first, second, third = export(), export(), export()

    assert second.path.name == "PUG_36.71-0003_36.71_20221101_0001-2.pug"
    assert third.path.name == "PUG_36.71-0003_36.71_20221101_0001-3.pug"
    assert first.sha256 != second.sha256


def test_only_the_unfinished_file_is_ever_opened_for_writing(
    export: Callable[..., pack.Packed], monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []
    original = os.open

    def watched(path: str | Path, flags: int, *more: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            opened.append(Path(path).name)
        return original(path, flags, *more)

    monkeypatch.setattr(os, "open", watched)

    packed = export()

    assert opened == [packed.path.name + ".part"]


def test_evidence_that_is_gone_or_rotten_is_named(world: World, tmp_path: Path):
    files, described = packed_files(tmp_path / "parts")
    manifest = manifest_of(world.opd, world.regency, described)
    right = files[1].read_bytes()
    (tmp_path / "stick").mkdir()

    for rotten in (right[:-1], right + b"x", right[::-1], None):
        files[1].unlink()
        if rotten is not None:
            files[1].write_bytes(rotten)
        else:
            files[1].mkdir()
        with pytest.raises(errors.EvidenceMissing) as caught:
            pack.pack(tmp_path / "stick" / "x.pug", manifest, files, world.opd.keys, [])
        assert caught.value.fields["name"] == "SK Pokja 0.pdf"
        assert left(tmp_path) == []


def test_mistakes_of_the_caller_are_told(world: World, tmp_path: Path):
    files, described = packed_files(tmp_path / "parts")
    manifest = manifest_of(world.opd, world.regency, described)

    for name, given, keys in (
        ("x.pug", files[:1], world.opd.keys),
        ("x.pug", files, world.regency.keys),
        ("x" * 90 + ".pug", files, world.opd.keys),
        ("é.pug", files, world.opd.keys),
    ):
        with pytest.raises(ValueError, match=r"bundle|belong"):
            pack.pack(tmp_path / name, manifest, given, keys, [])


def test_more_than_a_bundle_may_hold_is_not_written(world: World, tmp_path: Path):
    files, described = packed_files(tmp_path / "parts")
    manifest = manifest_of(world.opd, world.regency, described, counts={"meeting": limits.MAX_RECORDS + 1})

    with pytest.raises(errors.OverLimit) as caught:
        pack.pack(tmp_path / "x.pug", manifest, files, world.opd.keys, [])
    assert caught.value.fields["what"] == "records"


# --- reading ------------------------------------------------------------------------------------------------------


def test_bundles_are_found_hidden_or_not_and_lures_are_not(tmp_path: Path):
    for name in ("b.pug", ".hidden.pug", "A.PUG", "c.pug.part", "x.lnk", "autorun.inf", "._b.pug", "c.pug.lnk"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "folder.pug").mkdir()
    (tmp_path / "link.pug").symlink_to(tmp_path / "b.pug")
    os.mkfifo(tmp_path / "pipe.pug")

    assert [path.name for path in stick.list_bundles(tmp_path)] == [".hidden.pug", "A.PUG", "b.pug"]
    with pytest.raises(errors.StickGone):
        stick.list_bundles(tmp_path / "none")


def test_only_a_plain_file_is_copied(tmp_path: Path):
    (tmp_path / "real.pug").write_bytes(b"content")
    (tmp_path / "link.pug").symlink_to("real.pug")
    (tmp_path / "folder.pug").mkdir()
    os.mkfifo(tmp_path / "pipe.pug")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.pug"))

    for name in ("link.pug", "folder.pug", "pipe.pug", "socket.pug"):
        with pytest.raises(errors.NotABundle):
            stick.copy_in(tmp_path / name, tmp_path / "masuk")
    copy = stick.copy_in(tmp_path / "real.pug", tmp_path / "masuk")
    assert copy.read_bytes() == b"content"
    assert names(tmp_path / "masuk") == ["real.pug"]


def test_a_file_over_the_limit_is_not_copied(tmp_path: Path):
    with (tmp_path / "huge.pug").open("wb") as file:
        file.truncate(limits.MAX_BUNDLE_BYTES + 1)

    with pytest.raises(errors.OverLimit):
        stick.copy_in(tmp_path / "huge.pug", tmp_path / "masuk")
    assert not (tmp_path / "masuk").exists()


def test_copying_can_be_stopped_and_fails_cleanly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "real.pug").write_bytes(bytes(3_000_000))

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        stick.copy_in(tmp_path / "real.pug", tmp_path / "masuk", stop)
    with monkeypatch.context() as patch:
        patch.setattr(durable.os, "fsync", fail(errno.ENOSPC))
        with pytest.raises(errors.DiskFull):
            stick.copy_in(tmp_path / "real.pug", tmp_path / "masuk")
    assert names(tmp_path / "masuk") == []


def test_a_file_that_shrinks_while_it_is_copied_is_damaged(tmp_path: Path):
    path = tmp_path / "real.pug"
    path.write_bytes(bytes(3_000_000))

    def cut(done: int, total: int) -> None:
        os.truncate(path, 1_500_000)

    with pytest.raises(errors.DamagedBundle):
        stick.copy_in(path, tmp_path / "masuk", cut)
    assert names(tmp_path / "masuk") == []


def test_a_whole_bundle_is_copied_byte_for_byte(world: World, tmp_path: Path):
    path = good_bundle(tmp_path, world.opd, world.regency, blobs=(os.urandom(2_500_000),))

    assert stick.copy_in(path, tmp_path / "masuk").read_bytes() == path.read_bytes()


def test_free_space(tmp_path: Path):
    assert stick.free_bytes(tmp_path) > 0
    with pytest.raises(errors.StickGone):
        stick.free_bytes(tmp_path / "none")


def test_names_are_plain_and_short():
    day = date(2022, 11, 1)

    assert stick.bundle_name("36.71", "36", day, 1) == "PUG_36.71_36_20221101_0001.pug"
    assert stick.bundle_name("36.71", "36", day, 12345, volume=2) == "PUG_36.71_36_20221101_12345-b02.pug"
    assert stick.bundle_name("Dinas É/:\\*?", "..", day, 1) == "PUG_Dinas-E_x_20221101_0001.pug"
    longest = stick.bundle_name("x" * 99, "y" * 99, date(9999, 12, 31), 10**9, volume=20)
    assert longest.isascii()
    assert len(longest) <= stick.MAX_NAME_LENGTH


# --- whole or not there -------------------------------------------------------------------------------------------


def test_a_rename_is_tried_again_while_a_scanner_holds_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    waits: list[float] = []
    tries = 0
    original = Path.replace

    def held(self: Path, target: Path) -> Path:
        nonlocal tries
        tries += 1
        if tries <= 5:
            raise PermissionError(errno.EACCES, "held")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", held)
    durable.write_bytes(tmp_path / "x", b"content", sleep=waits.append)

    assert waits == [0.05, 0.1, 0.2, 0.4, 0.8]
    assert (tmp_path / "x").read_bytes() == b"content"


def test_after_two_and_a_half_seconds_it_gives_up_and_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "x").write_bytes(b"old")
    waits: list[float] = []
    monkeypatch.setattr(Path, "replace", fail(errno.EACCES))

    with pytest.raises(PermissionError):
        durable.write_bytes(tmp_path / "x", b"new", sleep=waits.append)
    assert sum(waits) == pytest.approx(2.5)
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x").read_bytes() == b"old"


def test_a_failed_sync_is_never_called_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """F3: one EIO of fsync and the file is not there; nothing is retried."""
    (tmp_path / "x").write_bytes(b"old")
    monkeypatch.setattr(durable.os, "fsync", fail(errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        durable.write_bytes(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"old"


def test_a_medium_that_cannot_sync_folders_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    original = os.fsync

    def only_files(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, "no")
        original(descriptor)

    monkeypatch.setattr(durable.os, "fsync", only_files)
    durable.write_bytes(tmp_path / "x", b"new")

    assert (tmp_path / "x").read_bytes() == b"new"


def test_the_order_is_write_sync_check_rename_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    order: list[str] = []
    sync, rename = os.fsync, Path.replace
    monkeypatch.setattr(
        durable.os,
        "fsync",
        lambda fd: (order.append("folder" if os.path.isdir(f"/proc/self/fd/{fd}") else "file"), sync(fd)),  # noqa: PTH112
    )
    monkeypatch.setattr(Path, "replace", lambda self, target: (order.append("rename"), rename(self, target))[1])

    def check(part: Path) -> None:
        assert part.read_bytes() == b"new"
        order.append("check")

    durable.write_whole(tmp_path / "x", lambda file: (file.write(b"new"), None)[1], check=check)

    assert order == ["file", "check", "rename", "folder"]


def test_a_link_in_the_place_of_the_unfinished_file_is_not_followed(tmp_path: Path):
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "x.part").symlink_to("victim")

    durable.write_bytes(tmp_path / "x", b"new")

    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert (tmp_path / "x").read_bytes() == b"new"
