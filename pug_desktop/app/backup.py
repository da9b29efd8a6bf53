"""A backup of a profile in a folder, and putting one back: always as a new writer.

    CadanganPUG_36.71_20261122-0930/
        cadangan.json       version, when, and each file with its size and SHA-256; written last
        pug.db              the database, whole and checked, with everything captured
        profil.json  kunci/  berkas/  templat/

The database is copied by SQLite itself, never as a file that somebody may be writing. A backup without `cadangan.json`
is none: it was not finished.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pug_desktop import durable, errors, paths
from pug_desktop.app import anchor
from pug_desktop.app.profiles import PROFILE_FILE, read_profile
from pug_desktop.app.recovery import SETTING as SHEET
from pug_desktop.app.workspace import DATABASE, Clock, Workspace, errors_of, new_actor, profile_lock, utc_now
from pug_desktop.bundle import stick
from pug_desktop.progress import Step, silent
from pug_desktop.storage import journal, key_records
from pug_desktop.storage.capture import capture
from pug_desktop.storage.copy import copy_database
from pug_desktop.storage.database import Database
from pug_desktop.storage.schema import prepare

INDEX = "cadangan.json"
VERSION = 1
EVIDENCE = "berkas"
_FOLDERS = ("kunci", EVIDENCE, "templat")
_PIECE = 1024 * 1024


def backup(ws: Workspace, to: Path, step: Step = silent, *, link_evidence: bool = False) -> Path:
    """Write a backup into a folder of its own below `to`; returns that folder.

    Args:
        ws: the profile.
        to: a folder or stick.
        step: told in files; a cancel leaves nothing behind.
        link_evidence: on the same disk evidence takes no room again: a file of it never changes.

    Raises:
        StickGone, StickFull, StickReadOnly, StickLies
    """
    to = paths.reachable(to)
    now = ws.clock()
    scope = ws.profile.scope.replace("/", "-")[:40]
    target = _free(to / f"CadanganPUG_{scope}_{now:%Y%m%d-%H%M}")
    part = target.with_name(target.name + durable.PART)
    with ws.database.write() as connection:
        capture(connection, now=ws.now_s, by=ws.profile.holder)
    try:
        with stick.stick_errors(to):
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            copy_database(ws.folder / DATABASE, part / DATABASE)
            index = dict(_copied(ws.folder, part, step, link_evidence))
            index[DATABASE] = _described(part / DATABASE)
            document = {"version": VERSION, "made_at": now.isoformat(), "files": index}
            durable.write_bytes(part / INDEX, json.dumps(document, indent=1).encode())
            durable.sync_folder(part)
            part.rename(target)
            durable.sync_folder(to)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return target


def _free(target: Path) -> Path:
    path, number = target, 2
    while path.exists():
        path, number = target.with_name(f"{target.name}-{number}"), number + 1
    return path


def _copied(source: Path, target: Path, step: Step, link_evidence: bool) -> Iterator[tuple[str, list[object]]]:
    files = [source / PROFILE_FILE, *(path for name in _FOLDERS for path in sorted((source / name).rglob("*")))]
    files = [path for path in files if path.is_file()]
    for done, path in enumerate(files):
        step(done, len(files))
        name = path.relative_to(source)
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if not (link_evidence and name.parts[0] == EVIDENCE and _linked(path, target / name)):
            _copy(path, target / name)
        yield name.as_posix(), _described(target / name)


def _linked(source: Path, target: Path) -> bool:
    try:
        os.link(source, target)
    except OSError:
        # Another disk, or one that knows no second name for a file.
        return False
    return True


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, _PIECE)
        writing.flush()
        os.fsync(writing.fileno())


def _described(path: Path) -> list[object]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return [file.tell(), digest]


def restore(folder: Path, source: Path, step: Step = silent, clock: Clock = utc_now) -> Path | None:
    """Put a backup in the place of a profile; the profile writes as a new one from then on.

    Args:
        folder: the profile's; it may be missing.
        source: the folder of the backup.
        step: told in files.
        clock: gives aware UTC times.

    Returns:
        Where the former state lies now; None when there was none.

    Raises:
        NotABackup: it is none, or a file in it is missing or altered; nothing was changed.
        ProfileInUse, DiskFull, FolderNotWritable
    """
    folder, source = paths.reachable(folder), paths.reachable(source)
    _check(source)
    part = folder.with_name(folder.name + durable.PART)
    with errors_of(folder):
        lock = profile_lock(folder) if (folder / PROFILE_FILE).exists() else None
        try:
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True, mode=0o700)
            files = [path for path in sorted(source.rglob("*")) if path.is_file() and path.name != INDEX]
            for done, path in enumerate(files):
                step(done, len(files))
                copy = part / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                _copy(path, copy)
            prepare(part / DATABASE)
            _carry_over(folder, part)
            _as_new(folder, part, clock)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        finally:
            if lock is not None:
                lock.release()
        former = None
        if folder.exists():
            former = _free(folder.with_name(f"{folder.name}-lama-{clock():%Y%m%d-%H%M}"))
            durable.rename(folder, former)
        try:
            durable.rename(part, folder)
        except OSError:
            # A scanner holds it: the former state goes back to its place.
            if former is not None:
                durable.rename(former, folder)
            shutil.rmtree(part, ignore_errors=True)
            raise
        durable.sync_folder(folder.parent)
    return former


def _carry_over(folder: Path, part: Path) -> None:
    """What must not go back in time: withdrawn key cards, and the recovery sheet that lies in the safe.

    Nothing of a profile that cannot be read; it may be why the backup is wanted.
    """
    with suppress(errors.PugError):
        if read_profile(folder).office_id != read_profile(part).office_id:
            return
        newer = Database(folder / DATABASE)
        try:
            with newer.read() as connection:
                lists, sheet = key_records.lists(connection), journal.read_setting(connection, SHEET)
        finally:
            newer.close()
        database = Database(part / DATABASE)
        try:
            with database.write() as connection:
                for document in lists.values():
                    key_records.take_list(connection, document)
                if sheet:
                    journal.write_setting(connection, SHEET, sheet)
        finally:
            database.close()


def _as_new(folder: Path, part: Path, clock: Clock) -> None:
    """Before it is in its place: no moment at which the former actor could write again."""
    database = Database(part / DATABASE)
    try:
        anchor.check(folder, database, new_actor(), clock().isoformat(), put_back=True)
    finally:
        database.close()


def _check(source: Path) -> None:
    try:
        document = json.loads((source / INDEX).read_text(encoding="utf-8"))
        files = document["files"]
        names = {PROFILE_FILE, DATABASE} - files.keys()
        if document["version"] != VERSION or names:
            raise errors.NotABackup(path=source, problem="index")
        for name, (size, digest) in files.items():
            path = source / name
            if ".." in Path(name).parts or Path(name).is_absolute() or _described(path) != [size, digest]:
                raise errors.NotABackup(path=source, problem=name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise errors.NotABackup(path=source, problem=str(error)[:200]) from error
    with suppress(errors.PugError):
        read_profile(source)
        return
    raise errors.NotABackup(path=source, problem=PROFILE_FILE)
