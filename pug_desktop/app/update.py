"""Updating the program from a stick: find, judge, copy, check the copy, back every profile up, check again, run.

    pembaruan.json                    the newest version that was ever here, and the one that is being installed
    pembaruan/<serial>/               the checked copy of the installer, alone in its folder
    cadangan-pembaruan/<time>/        backups of all profiles from before, the last two of them

Nothing on the stick is run, nothing there is believed but what a release key signed, and no version is ever replaced by
an older one. A kill leaves the program as it was, or the installer at work; `after_start` cleans up.
"""

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from pug_desktop import __version__, durable, errors, paths
from pug_desktop.app.backup import backup
from pug_desktop.app.instance import WINDOWS, Instance
from pug_desktop.app.profiles import ProfileCard, list_profiles
from pug_desktop.app.update_memory import Memory, keep_memory, read_memory
from pug_desktop.app.update_start import Started, Way, kind_of_installation, start_installer
from pug_desktop.app.workspace import Clock, Workspace, open_profile, utc_now
from pug_desktop.bundle import stick, update_package
from pug_desktop.bundle.update_package import Manifest, Payload, ReleaseKey, version_key
from pug_desktop.errors import PugError
from pug_desktop.progress import Step, silent
from pug_desktop.storage.schema import SCHEMA

__all__ = ["Found", "Here", "Prepared", "Started", "Way", "find", "here", "install", "look", "prepare"]

COPIES = "pembaruan"
BACKUPS = "cadangan-pembaruan"
KEPT_BACKUPS = 2
_BACKUP = re.compile(r"\d{8}-\d{6}-versi-[\d.]+(?:-\d+)?")
"""What else lies there is the person's."""
MOST_FOUND = 20
"""Descriptions that are looked into on one stick."""

INSTALLED_BYTES = 200 * 1024 * 1024
"""What the installed program takes beside the installer: 150 MB on Linux, 95 MB on Windows."""

Start = Callable[[Path, str], Started]


@dataclass(frozen=True, slots=True)
class Here:
    """The program on this computer: what an update is held against.

    Attributes:
        system: windows, debian, portable, or "source" when no package put it there.
        keys: the release keys that it trusts.
    """

    version: str
    system: str
    schema: int
    keys: tuple[ReleaseKey, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A description on a stick: what it offers, or why it is refused."""

    path: Path
    manifest: Manifest | None = None
    payload: Payload | None = None
    problem: PugError | None = None

    @property
    def can_be_installed(self) -> bool:
        """Whether nothing stands against it."""
        return self.problem is None and self.payload is not None


@dataclass(slots=True)
class Prepared:
    """A checked copy that is held open until it is run, or until `let_go`.

    Attributes:
        path: the copy on this computer.
        backups: one for each profile.
        skipped: profiles that cannot be opened, and so not be copied: name and reason.
    """

    manifest: Manifest
    payload: Payload
    path: Path
    backups: tuple[Path, ...] = ()
    skipped: tuple[tuple[str, PugError], ...] = ()
    _held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    file: BinaryIO | None = None

    def begin(self) -> None:
        """Make its folder: a fresh one of this user alone, with nothing beside the installer; no other start cleans it.

        Raises:
            OSError
        """
        lock = _lock()
        self._held.callback(lock.release)
        # Where no lock can be had, another start is rare enough.
        with contextlib.suppress(OSError):
            lock.claim()
        try:
            shutil.rmtree(self.path.parent, ignore_errors=True)
            self.path.parent.mkdir(mode=0o700)
        except OSError:
            self.let_go()
            raise

    def let_go(self) -> None:
        """Close the copy."""
        self._held.close()
        self.file = None

    def drop(self) -> None:
        """It will not be run: remove it."""
        self.let_go()
        shutil.rmtree(self.path.parent, ignore_errors=True)


def here() -> Here:
    """The program that is running."""
    system = kind_of_installation(Path(sys.executable), frozen=bool(getattr(sys, "frozen", False)))
    keys = update_package.read_release_keys(paths.RESOURCES / "release-keys.json")
    return Here(__version__, system, SCHEMA, keys)


# --- finding and judging --------------------------------------------------------------------------------------------


def find(folder: Path, program: Here) -> tuple[Found, ...]:
    """The updates on a stick: first what can be installed, the newest version first. One update is told once.

    Raises:
        StickGone, StickReadOnly: the folder cannot be read.
    """
    found: list[Found] = []
    for path in stick.find_files(folder, update_package.SUFFIX)[:MOST_FOUND]:
        each = look(path, program)
        # The same description lies beside each of its files; one whose installer is there counts.
        twin = next((one for one in found if one.manifest is not None and one.manifest == each.manifest), None)
        if twin is None:
            found.append(each)
        elif each.can_be_installed and not twin.can_be_installed:
            found[found.index(twin)] = each
    return tuple(sorted(found, key=_order))


def look(path: Path, program: Here) -> Found:
    """One description, or the one that lies beside an installer; its installer is not read yet."""
    if path.suffix.casefold() != update_package.SUFFIX:
        # Not `with_name`: a folder may have none ("/", ".").
        path = path.parent / f"{path.name}{update_package.SUFFIX}"
    manifest: Manifest | None = None
    try:
        manifest = update_package.read_update(path, program.keys)
        payload = judge(manifest, program, read_memory())
        if not os.path.lexists(path.with_name(payload.name)):
            raise errors.UpdateFileMissing(path=path, name=payload.name)
    except PugError as error:
        return Found(path, manifest, problem=error)
    return Found(path, manifest, payload)


def judge(manifest: Manifest, program: Here, memory: Memory) -> Payload:
    """The file of a signed update for this computer.

    Raises:
        UpdateNotNewer: the same or an older version, or older than what was here once.
        UpdateSkipsAStep: a version between the two must come first.
        UpdateForOtherSystem: no file for this kind of installation.
        UpdateNotHere: this program was not installed from a package.
    """
    offered, running = version_key(manifest.version), version_key(program.version)
    words = {"path": "", "version": manifest.version, "running": program.version}
    if offered == running:
        raise errors.UpdateNotNewer(**words, what="same")
    if offered < running:
        raise errors.UpdateNotNewer(**words, what="older")
    if offered < version_key(memory.version) or manifest.serial < memory.serial:
        raise errors.UpdateNotNewer(**words, what="seen")
    if running < version_key(manifest.needs_version) or program.schema < manifest.needs_schema:
        raise errors.UpdateSkipsAStep(**words, needed=manifest.needs_version)
    if program.system == "source":
        raise errors.UpdateNotHere(path="")
    payload = manifest.file_for(program.system)
    if payload is None:
        raise errors.UpdateForOtherSystem(version=manifest.version, system=_SYSTEM_WORDS[program.system])
    return payload


_SYSTEM_WORDS = {"windows": "Windows", "debian": "Debian", "portable": "program di stik / program on a stick"}


def _order(found: Found) -> tuple[bool, tuple[int, ...], str]:
    version = version_key(found.manifest.version) if found.manifest is not None else (0, 0, 0)
    return not found.can_be_installed, tuple(-part for part in version), found.path.name


# --- the copy -------------------------------------------------------------------------------------------------------


def prepare(
    found: Found,
    program: Here,
    step: Step = silent,
    *,
    workspace: Workspace | None = None,
    clock: Clock = utc_now,
) -> Prepared:
    """Copy the installer to this computer, check the copy, back up every profile; nothing is run yet.

    Args:
        found: what `find` or `look` told; it is read and judged once more.
        program: what is running.
        step: told in bytes and then in files; a cancel leaves nothing behind.
        workspace: the profile that is open here; the others are opened for their backup.
        clock: gives aware UTC times.

    Raises:
        every UpdateError, StickGone, StickReadOnly
        ProfileInUse: somebody works in another profile.
        FolderNotWritable: nothing can be kept on this computer.
    """
    manifest = update_package.read_update(found.path, program.keys)
    payload = judge(manifest, program, read_memory())
    profiles = _profiles(workspace)
    folder = local_folder() / str(manifest.serial)
    prepared = Prepared(manifest, payload, folder / payload.name)
    with stick.folder_errors(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
        _check_room(folder.parent, payload.size + INSTALLED_BYTES + sum(map(_size_of, profiles)))
        prepared.begin()
    try:
        update_package.copy_payload(found.path.with_name(payload.name), payload, folder, step)
        with stick.folder_errors(folder):
            prepared.file = prepared._held.enter_context(update_package.held(prepared.path))
            update_package.check_payload(prepared.file, payload, path=prepared.path)
        prepared.backups, prepared.skipped = _back_up(profiles, program, workspace, step, clock)
    except BaseException:
        prepared.drop()
        raise
    return prepared


def _lock() -> Instance:
    """Held while an update is prepared, so that another start does not clean its copy away."""
    return Instance(paths.data_dir() / WINDOWS / COPIES)


def local_folder() -> Path:
    """Where the copies go: on this computer, also when a portable program keeps its data on a stick."""
    base = paths.data_dir() if os.environ.get("PUG_DATA_DIR") else paths.data_dir_on_pc()
    return base / COPIES


def _check_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise errors.UpdateNoRoom(path=folder, needed=needed, free=free)


def _profiles(workspace: Workspace | None) -> tuple[ProfileCard, ...]:
    """All of this user, with the open one even when it lies elsewhere."""
    found = list_profiles()
    if workspace is None or any(_same(card.folder, workspace.folder) for card in found):
        return found
    return (ProfileCard(workspace.folder, workspace.profile), *found)


def _same(one: Path, other: Path) -> bool:
    # An open profile in a long folder has the name that only Windows wants.
    names = [os.path.abspath(paths.shown(each)) for each in (one, other)]  # noqa: PTH100 (resolve would follow links)
    return os.path.normcase(names[0]) == os.path.normcase(names[1])


def _size_of(card: ProfileCard) -> int:
    """What a backup of it takes beside the evidence, which is linked where that can be."""
    with contextlib.suppress(OSError):
        return (card.folder / "pug.db").stat().st_size
    return 0


def _back_up(
    profiles: Sequence[ProfileCard], program: Here, workspace: Workspace | None, step: Step, clock: Clock
) -> tuple[tuple[Path, ...], tuple[tuple[str, PugError], ...]]:
    made: list[Path] = []
    skipped: list[tuple[str, PugError]] = []
    base = paths.data_dir() / BACKUPS
    target = _fresh(base / f"{clock():%Y%m%d-%H%M%S}-versi-{program.version}")
    part = target.with_name(target.name + durable.PART)
    try:
        with stick.folder_errors(base):
            for card in profiles:
                try:
                    made.append(_backed_up(card, workspace, part, step, clock))
                except (errors.StorageError, errors.KeyFileError) as error:
                    if isinstance(error, errors.ProfileInUse | errors.DiskFull):
                        raise
                    # One that is damaged already must not keep the repair away.
                    skipped.append((card.profile.office_name, error))
            if made:
                durable.rename(part, target)
                durable.sync_folder(base)
    except (errors.StickFull, errors.DiskFull) as error:
        shutil.rmtree(part, ignore_errors=True)
        raise errors.UpdateNoRoom(path=base, needed=error.fields.get("needed", 0), free=_free(base)) from error
    except errors.StickError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise errors.FolderNotWritable(path=base, reason="") from error
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    if made:
        _forget_others(target)
    return tuple(target / each.name for each in made), tuple(skipped)


def _fresh(target: Path) -> Path:
    """The name, or the next free one: a second try in the same second must not meet the first."""
    path, number = target, 2
    while path.exists():
        path, number = target.with_name(f"{target.name}-{number}"), number + 1
    return path


def _backed_up(card: ProfileCard, workspace: Workspace | None, target: Path, step: Step, clock: Clock) -> Path:
    if workspace is not None and _same(card.folder, workspace.folder):
        return backup(workspace, target, step, link_evidence=True)
    other = open_profile(card.folder, with_keys=False, clock=clock)
    try:
        return backup(other, target, step, link_evidence=True)
    finally:
        other.close()


def _forget_others(newest: Path) -> None:
    # By name, but for the newest: where the clock of a computer went back, its name is not the last.
    with contextlib.suppress(OSError):
        others = sorted(each for each in newest.parent.iterdir() if _BACKUP.fullmatch(each.name) and each != newest)
        for each in others[: 1 - KEPT_BACKUPS]:
            shutil.rmtree(each, ignore_errors=True)


def _free(folder: Path) -> int:
    with contextlib.suppress(OSError):
        return shutil.disk_usage(folder.parent).free
    return 0


# --- running --------------------------------------------------------------------------------------------------------


def install(prepared: Prepared, start: Start = start_installer) -> Started:
    """Read the held copy a last time and run it.

    Raises:
        UpdateAltered: it changed since it was checked; it is removed.
        UpdateNotStarted: the installer did not start, or ended without success.
        FolderNotWritable, DiskFull: what is being installed cannot be noted.
    """
    file = prepared.file
    try:
        if file is None or not update_package.is_still(prepared.path, file):
            raise errors.UpdateAltered(path=prepared.path, name=prepared.payload.name)
        update_package.check_payload(file, prepared.payload, path=prepared.path)
    except errors.UpdateAltered:
        prepared.drop()
        raise
    memory = read_memory()
    keep_memory(replace(memory, pending_version=prepared.manifest.version, pending_serial=prepared.manifest.serial))
    try:
        started = start(prepared.path, prepared.payload.system)
    except PugError:
        keep_memory(memory)
        prepared.drop()
        raise
    prepared.let_go()
    return started


# --- what this computer remembers -----------------------------------------------------------------------------------


def after_start(program: Here) -> str:
    """Note what is running now and clean up; at each start, on the worker.

    Returns:
        The version whose installation was begun and has not come about; "" when there is none.
    """
    memory = read_memory()
    running = version_key(program.version)
    came = bool(memory.pending_version) and version_key(memory.pending_version) <= running
    now = memory
    if came:
        now = replace(now, serial=max(memory.serial, memory.pending_serial), pending_version="", pending_serial=0)
    if running > version_key(memory.version):
        now = replace(now, version=program.version)
    if now != memory:
        # A full disk or a read-only folder has its own place to be told.
        with contextlib.suppress(PugError):
            keep_memory(now)
    _clean(str(now.pending_serial))
    return now.pending_version


def _clean(pending: str) -> None:
    lock = _lock()
    with contextlib.suppress(OSError):
        if not lock.claim():
            return
        for each in local_folder().iterdir():
            if each.name != pending:
                shutil.rmtree(each, ignore_errors=True)
    for unfinished in (paths.data_dir() / BACKUPS).glob(f"*{durable.PART}"):
        shutil.rmtree(unfinished, ignore_errors=True)
    lock.release()


def forget_pending() -> None:
    """The person gave the begun installation up."""
    keep_memory(replace(read_memory(), pending_version="", pending_serial=0))
