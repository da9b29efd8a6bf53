"""An open profile: its folder, database, keys and clock. It is handed to every verb; there is no global one."""

import errno
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pug_desktop import errors, paths
from pug_desktop.app import anchor, regions
from pug_desktop.app.history import History
from pug_desktop.app.profiles import (
    PROFILE_FILE,
    Profile,
    ProfileCard,
    list_profiles,
    read_profile,
    write_profile,
)
from pug_desktop.bundle.keys import DeviceKeys, load_keys, make_device_keys, save_keys
from pug_desktop.domain.identity import IdSource, office_id
from pug_desktop.domain.kinds import ROLES, RecordId, Value
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal, records
from pug_desktop.storage.blobs import BlobStore
from pug_desktop.storage.database import Connection, Database
from pug_desktop.storage.schema import prepare

__all__ = ["Profile", "ProfileCard", "Workspace", "create_profile", "list_profiles", "open_profile"]

DATABASE = "pug.db"
KEYS = Path("kunci") / "perangkat.kunci"
HANDING_OVER = Path("kunci") / "serah-terima.json"
"""Says what a handover changes, while it does (`app/handover.py`)."""

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of a running program."""
    return datetime.now(UTC)


class Workspace:
    """An open profile.

    Attributes:
        folder: everything of the profile lies in it.
        profile: whose records these are.
        database: the records.
        blobs: the evidence files.
        history: what can be undone in this session.
        clock: gives aware UTC times.
        new_id: gives ids of new records.
        renewed: the profile was copied, moved or put back, and writes as a new one since it was opened.
    """

    def __init__(
        self, folder: Path, profile: Profile, keys: DeviceKeys | None, lock: FileLock, *, clock: Clock, new_id: IdSource
    ) -> None:
        self.folder = folder
        self.profile = profile
        self.database = Database(folder / DATABASE)
        self.blobs = BlobStore(folder / "berkas")
        self.history = History()
        self.clock = clock
        self.new_id = new_id
        self.renewed = False
        self._keys = keys
        self._lock = lock

    @property
    def keys(self) -> DeviceKeys:
        """The device keys; NeedsPassphrase when the profile was opened without them."""
        if self._keys is None:
            raise errors.NeedsPassphrase(path=self.folder / KEYS)
        return self._keys

    @property
    def has_keys(self) -> bool:
        """Whether the profile was opened with its keys."""
        return self._keys is not None

    @property
    def now_s(self) -> int:
        """Seconds since 1970."""
        return int(self.clock().timestamp())

    @property
    def today(self) -> date:
        """The day on the wall where this computer stands: at eight in Jayapura it is still yesterday in Greenwich."""
        return self.clock().astimezone().date()

    def folder_for(self, name: str) -> Path:
        """A folder inside the profile, made when it is missing."""
        folder = self.folder / name
        with errors_of(self.folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder

    def change_hands(self, profile: Profile) -> None:
        """Another key belongs to the profile now: the old one is dropped, the new one asked for at the next opening."""
        self.profile = profile
        self._keys = None

    def close(self) -> None:
        """Close the database and let go of the profile; the workspace cannot be used afterwards."""
        self.database.close()
        # On a stick that was pulled out nothing can be let go of any more.
        with suppress(OSError):
            self._lock.release()


def create_profile(
    folder: Path | None,
    *,
    role: str,
    region_code: str,
    office_name: str,
    passphrase: str | None = None,
    practice: bool = False,
    holder: str = "",
    clock: Clock = utc_now,
) -> Workspace:
    """Make a profile with its keys and its office, and open it.

    Args:
        folder: where; None for a new one among the user's profiles.
        role: opd, kabkota or provinsi.
        region_code: "36" for a province, "36.71" for a kabupaten/kota and its OPD.
        office_name: as it stands on the letterhead.
        passphrase: protects the keys; None leaves them unprotected.
        practice: marks a profile that never exchanges with real ones.
        holder: the person who uses it.
        clock: gives aware UTC times.

    Raises:
        UnknownName: no such role.
        UnknownRegion: no such region, or not one of that role's level.
        WrongValue: no office name.
        ProfileExists: the folder holds one already.
        FolderNotWritable, DiskFull: it cannot be made.
    """
    if role not in ROLES:
        raise errors.UnknownName(what="role", name=role, known=", ".join(ROLES))
    region = regions.region(region_code)
    if region.level != ("provinsi" if role == "provinsi" else "kabkota"):
        raise errors.UnknownRegion(region=region_code)
    name = " ".join(office_name.split())
    if not name:
        raise errors.WrongValue(field="office_name", value=office_name, expected="nama kantor")
    with errors_of(folder or paths.profiles_dir()):
        folder = paths.reachable(folder or _new_folder(role, region_code, name))
        if (folder / PROFILE_FILE).exists():
            raise errors.ProfileExists(folder=folder)
    with errors_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # NIPs lie in it: other users of a shared computer have no business here.
        folder.chmod(0o700)
        lock = profile_lock(folder)
        try:
            return _make(folder, lock, role, region, name, passphrase, practice, holder, clock)
        except BaseException:
            lock.release()
            raise


def _make(
    folder: Path,
    lock: FileLock,
    role: str,
    region: regions.Region,
    name: str,
    passphrase: str | None,
    practice: bool,
    holder: str,
    clock: Clock,
) -> Workspace:
    keys = make_device_keys()
    own_office = office_id(region.code, name)
    profile = Profile(
        role=role,
        region_code=region.code,
        region_name=region.name,
        office_id=own_office,
        office_name=name,
        device_id=keys.device_id,
        scope=scopes.of_office(region.code, own_office) if role == "opd" else region.code,
        practice=practice,
        locked=passphrase is not None,
        holder=holder,
    )
    # An unfinished profile has no profil.json: what a kill left behind is made anew.
    for leftover in folder.glob(f"{DATABASE}*"):
        leftover.unlink()
    (folder / KEYS).parent.mkdir(exist_ok=True)
    save_keys(folder / KEYS, keys, passphrase)
    prepare(folder / DATABASE)
    workspace = Workspace(folder, profile, keys, lock, clock=clock, new_id=IdSource())
    with workspace.database.write() as connection:
        journal.found_self(connection, keys.device_id, new_actor())
        values = own_office_values(role, region.code, name)
        own_scope = scopes.of_office(region.code, own_office)
        records.insert(connection, "office", own_office, own_scope, values, workspace.now_s, holder)
        if role == "provinsi":
            _sign_own_card(workspace, connection)
    with workspace.database.read() as connection:
        anchor.drop(folder, connection)
    write_profile(folder, profile)
    return workspace


def _sign_own_card(ws: Workspace, connection: Connection) -> None:
    """Every chain of key cards ends at a province, which signs its own."""
    # Cards are needed here only, and cost 13 ms of each start.
    from pug_desktop.bundle.cards import Office, card_json, root_card

    profile, now = ws.profile, ws.clock().isoformat()
    office = Office(profile.role, profile.region_code, profile.office_id, profile.office_name)
    card = root_card(ws.keys, office, holder=profile.holder, serial=ws.new_id(), issued_at=now)
    journal.keep_card(connection, profile.device_id, "own", card_json(card), now)


def own_office_values(role: str, region_code: str, name: str) -> dict[str, Value]:
    """What a profile's own office is known as, the same wherever it is written down first.

    What a Pokja's secretariat is, the list of offices says: only an OPD knows that it is one.
    """
    sort: dict[str, Value] = {"office_type": "opd", "in_pokja": True} if role == "opd" else {}
    return {"name": name, "region_code": region_code, **sort}


def open_profile(
    folder: Path, *, passphrase: str | None = None, with_keys: bool = True, clock: Clock = utc_now
) -> Workspace:
    """Open a profile; an older database is brought up to this program first.

    Args:
        folder: the profile's.
        passphrase: opens its keys when they are locked.
        with_keys: False leaves the key file alone, even a damaged one; sending then raises NeedsPassphrase.
        clock: gives aware UTC times.

    Raises:
        NoProfile, ProfileInUse, DataFromNewerProgram, DatabaseDamaged, NotOurDatabase
        NotAFolder, FolderNotWritable, DiskFull, ProfileGone: the place cannot be used.
        NeedsPassphrase, WrongPassphrase: the keys are locked.
    """
    folder = paths.reachable(folder)
    profile = read_profile(folder)
    with errors_of(folder):
        lock = profile_lock(folder)
        try:
            if (folder / HANDING_OVER).exists():
                profile = _finish_handover(folder)
            keys = load_keys(folder / KEYS, passphrase) if with_keys else None
            if not (folder / DATABASE).exists():
                raise errors.DatabaseDamaged(path=folder / DATABASE, problem="missing")
            prepare(folder / DATABASE)
            # Decrypted copies, half-written files and copies of bundles of a session that did not end.
            for leftovers in ("tmp", "masuk"):
                shutil.rmtree(folder / leftovers, ignore_errors=True)
            workspace = Workspace(folder, profile, keys, lock, clock=clock, new_id=IdSource())
            workspace.renewed = anchor.check(folder, workspace.database, new_actor(), clock().isoformat())
            return workspace
        except BaseException:
            lock.release()
            raise


def _finish_handover(folder: Path) -> Profile:
    """The program ended while the profile changed hands: do the rest."""
    from pug_desktop.app import handover

    prepare(folder / DATABASE)
    handover.finish(folder)
    return read_profile(folder)


def new_actor() -> RecordId:
    """64 random bits: this device in a new incarnation."""
    return os.urandom(8).hex()


class errors_of:  # noqa: N801 (used as a word in a with statement)
    """Turn what the file system says of a profile's folder into our errors."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        """Translate an OSError."""
        if isinstance(error, OSError):
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise errors.DiskFull(path=self._folder, needed=0, free=0) from error
            if isinstance(error, NotADirectoryError | FileExistsError):
                raise errors.NotAFolder(path=self._folder) from error
            raise errors.FolderNotWritable(path=self._folder, reason=error.strerror or "") from error


def profile_lock(folder: Path) -> FileLock:
    """Held by the operating system, so that it is free at once when the program dies."""
    lock = FileLock(folder / "pug.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise errors.ProfileInUse(path=folder) from None
    return lock


def _new_folder(role: str, region_code: str, name: str) -> Path:
    words = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:40] or "kantor"
    base = paths.profiles_dir() / f"{role}-{region_code}-{words}"
    folder, number = base, 1
    while folder.exists() and any(folder.iterdir()):
        number += 1
        folder = base.with_name(f"{base.name}-{number}")
    return folder
