"""The proof of the update by stick, from inside the installed program: by a verb, and from its window.

The program that is updated is the frozen one with three things changed in its installed folder: the version that it
calls itself, the release keys that it trusts, and its list of files, so that it takes itself for whole. Nothing else
can stand in for a former release before there is one. The setup on the stick is the very file that goes out; so what is
proven is that a program of these bytes takes that setup, not that the code of a release before it would.
"""

import hashlib
import json
import marshal
import shutil
import time
import zlib
from pathlib import Path

from installer import program_files
from installer.windows.product import EXE, PROGRAM
from installer.windows.stage import Stage
from pug_desktop import __version__
from pug_desktop.bundle import update_package
from pug_desktop.bundle.update_package import SUFFIX, Manifest, Payload
from tools import release_key, sign_update

BEFORE, OLDER = "0.0.9", "0.0.8"
SETTINGS, UPDATES, INSTALL = "ctrl+0", "alt+n", "alt+s"
"""The keys of Pengaturan, Pembaruan and Pasang versi ini in the window."""
OPEN = "– PUG Desktop"
"""In the title of a window that has a profile open."""


class Trial:
    """An installed program that takes itself for a former version, a stick, and what may not change.

    Attributes:
        folder: of the installed program; it is for one person or for everybody.
        data: the digest of the records before.
    """

    def __init__(self, stage: Stage, profile: Path) -> None:
        self.stage = stage
        self.profile = profile
        self.key = release_key.make_key("bukti")
        self.stick = stage.wine.drive.parent / "flashdisk"
        self.folder = stage.installed
        self.data: object = None

    def digest(self) -> object:
        """What the installed program says of the records."""
        profile = self.stage.wine.windows_path(self.profile)
        told = self.stage.program("--profile", profile, "digest", "--json", folder=self.folder)
        return json.loads(told)["digest"]

    def install_former(self, *switches: str) -> None:
        """The setup of the former version, and what makes its program one."""
        self.folder = self.stage.for_all if switches else self.stage.installed
        code = self.stage.install("/S", *switches, setup=self.stage.former)
        assert code == 0, f"exit code {code}"
        self.make_former()
        self.data = self.digest()

    def make_former(self) -> None:
        """Give what is installed the former version and this trial's key."""
        rename_version(self.folder / EXE, __version__, BEFORE)
        keys = self.folder / "lib" / "resources" / "release-keys.json"
        keys.write_bytes(update_package.release_keys_json((self.key.public,)))
        listed = program_files.write_list(self.folder)
        listed.write_text(json.dumps({**json.loads(listed.read_text()), "version": BEFORE}), encoding="utf-8")
        assert BEFORE in self.stage.program("--version", folder=self.folder)

    def plug_in(self) -> None:
        """Drive E:, which Windows takes for a removable one."""
        shutil.rmtree(self.stick, ignore_errors=True)
        self.stick.mkdir()
        letter = self.stage.wine.drive.parent / "dosdevices" / "e:"
        letter.unlink(missing_ok=True)
        letter.symlink_to("../flashdisk")
        self.stage.wine.run("reg", "add", r"HKLM\Software\Wine\Drives", "/v", "e:", "/d", "floppy", "/f")
        self.stage.wine.stop()

    def put(self, folder: str, setup: bytes, version: str) -> str:
        """A setup and its signed description in a folder of the stick; the description as the program names it."""
        place = self.stick / folder
        place.mkdir()
        path = place / self.stage.setup.name
        path.write_bytes(setup)
        manifest = Manifest(
            product=update_package.PRODUCT,
            version=version,
            serial=1,
            needs_version=BEFORE,
            needs_schema=1,
            made_on=sign_update.made_on(),
            notes_id="Versi untuk membuktikan pembaruan dari flashdisk.",
            notes_en="A version that proves the update by stick.",
            files=(Payload(path.name, "windows", len(setup), hashlib.sha256(setup).hexdigest()),),
        )
        signature = self.key.sign(update_package.signed_bytes(update_package.manifest_json(manifest)))
        description = update_package.update_file(manifest, [(self.key.public, signature)])
        path.with_name(path.name + SUFFIX).write_bytes(description)
        return rf"E:\{folder}\{path.name}{SUFFIX}"

    def told(self, *arguments: str, refused: str = "", code: int = 0) -> str:
        """Run the verb; with `refused` it must end with that code, and nothing on this computer may be different."""
        before = self.seen()
        said = self.stage.program("update", *arguments, folder=self.folder, expect=(code,))
        assert refused in said, said[-800:]
        assert not refused or self.seen() == before, f"{refused}: something changed"
        return said

    def seen(self) -> object:
        """The program's files, the profile, the backups and the copies of installers."""
        places = (self.folder, self.profile, self.backups, self.copies)
        return {path: path.stat().st_mtime_ns for place in places for path in place.rglob("*") if path.is_file()}

    @property
    def backups(self) -> Path:
        """Where the program keeps the backups from before an update."""
        return self.stage.data / "cadangan-pembaruan"

    @property
    def copies(self) -> Path:
        """Where the program keeps the installer that it checked."""
        return self.stage.data / "pembaruan"

    def kept(self) -> set[str]:
        """The names of the backups from before an update; the program keeps the last two."""
        return {path.name for path in self.backups.iterdir()} if self.backups.exists() else set()

    def open(self) -> None:
        """Open the window with the profile, from a folder of the stick as a double click on a bundle there does."""
        stage, started_in = self.stage, self.stick / "kiriman"
        started_in.mkdir()
        stage.wine.run("start", "/d", r"E:\kiriman", stage.wine.windows_path(self.folder / EXE))
        stage.screen.wait_for(OPEN)
        time.sleep(2)
        # Windows removes no folder that a program works in: then the stick could not be taken out.
        stage.wine.run("cmd", "/c", "rmdir", r"E:\kiriman")
        assert not started_in.exists(), "the program works in the folder that it was started in"

    def wait_for_new(self) -> float:
        """Wait until the setup has replaced the program and opened it again; the seconds that took."""
        began = time.monotonic()
        while not is_frozen_one(self.folder) or not self.stage.screen.windows(OPEN):
            assert time.monotonic() - began < 120, "the new version did not open"
            time.sleep(0.3)
        took = time.monotonic() - began
        time.sleep(3)
        return took

    def check_new(self, before: set[str]) -> None:
        """The new version runs on the same data, with one backup more, and has cleaned up."""
        hive = "HKLM" if self.folder == self.stage.for_all else "HKCU"
        assert self.stage.displayed_version(hive) == self.stage.version
        assert self.stage.version in self.stage.program("--version", folder=self.folder)
        made = self.kept() - before
        assert len(made) == 1, f"{made} besides {before}"
        assert made.pop().endswith(f"-versi-{BEFORE}")
        memory = json.loads((self.stage.data / "pembaruan.json").read_text(encoding="utf-8"))
        assert self.stage.version in memory.values(), memory
        left = [path.name for path in self.copies.iterdir()]
        assert not left, f"the copy of the installer is still there: {left}"
        self.stage.close()
        found = self.digest()
        assert found == self.data, f"digest {self.data} became {found}"


def rename_version(program: Path, version: str, other: str) -> None:
    """Let a frozen program call itself otherwise: the one string in its package's __init__, in its place.

    Args:
        program: the executable; its modules are an archive of PyInstaller's inside it, each compressed for itself.
        version: what it calls itself.
        other: of the same length.
    """
    data = bytearray(program.read_bytes())
    archive = data.index(b"PYZ\0")
    table = archive + int.from_bytes(data[archive + 8 : archive + 12], "big")
    _kind, offset, length = dict(marshal.loads(data[table:]))["pug_desktop"]
    at = slice(archive + offset, archive + offset + length)
    code = zlib.decompress(data[at])
    assert code.count(version.encode()) == 1
    changed = zlib.compress(code.replace(version.encode(), other.encode()), 9)
    assert len(changed) <= length
    # What follows the end of a stream is not read.
    data[at] = changed.ljust(length, b"\0")
    program.write_bytes(data)


def is_frozen_one(folder: Path) -> bool:
    """Whether the installed program is the frozen one again, by its executable, its keys and its list of files."""
    names = (EXE, "lib/resources/release-keys.json", program_files.LIST_FILE)
    try:
        return all((folder / name).read_bytes() == (PROGRAM / name).read_bytes() for name in names)
    except OSError:
        # Between two names.
        return False


def update_by_stick(stage: Stage, profile: Path) -> str:
    """See `proofs.update_from_stick`; `profile` has data."""
    if (stage.installed / EXE).exists():
        stage.uninstall(stage.installed)
    trial = Trial(stage, profile)
    trial.plug_in()
    setup = stage.setup.read_bytes()
    good = trial.put("PUG", setup, stage.version)

    trial.install_former("/AllUsers")
    said = ["for everybody " + _by_verb(trial, good, "stick-update-1-for-everybody")]
    stage.uninstall(stage.for_all)

    trial.install_former()
    said.append(_refused(trial, setup))
    said.append("for one " + _by_verb(trial, good, "stick-update-2-for-one"))
    trial.make_former()
    said.append(_from_window(trial))
    return "; ".join(said)


def _refused(trial: Trial, setup: bytes) -> str:
    """Everything that may not be installed, with its code; it is gone from the stick afterwards."""
    swapped = setup[:-1] + bytes([setup[-1] ^ 1])
    altered = trial.put("berubah", setup, trial.stage.version)
    (trial.stick / "berubah" / trial.stage.setup.name).write_bytes(swapped)
    older = trial.put("lama", setup, OLDER)
    forged = trial.put("palsu", setup, trial.stage.version)
    path = trial.stick / "palsu" / f"{trial.stage.setup.name}{SUFFIX}"
    path.write_bytes(path.read_bytes().replace(b"A version", b"B version"))
    trial.told("inspect", older, refused="PUG-UPDATE-003", code=4)
    trial.told("inspect", forged, refused="PUG-UPDATE-002", code=10)
    trial.told("install", older, refused="PUG-UPDATE-003", code=4)
    trial.told("install", forged, refused="PUG-UPDATE-002", code=10)
    trial.told("install", altered, refused="PUG-UPDATE-007", code=11)
    for folder in ("berubah", "lama", "palsu"):
        shutil.rmtree(trial.stick / folder)
    return "refused: altered setup PUG-UPDATE-007, older PUG-UPDATE-003, altered description PUG-UPDATE-002"


def _by_verb(trial: Trial, good: str, picture: str) -> str:
    """`update inspect` and `update install`: while a window has the profile it is refused, then it goes through."""
    stage = trial.stage
    found = json.loads(trial.told("inspect", good, "--json"))
    assert (found["can_be_installed"], found["version"]) == (True, stage.version), found
    trial.open()
    trial.told("install", good, refused="PUG-DATA-004", code=13)
    stage.close()
    before = trial.kept()
    said = json.loads(trial.told("install", good, "--json"))
    assert (said["next"], len(said["backups"]), said["without_backup"]) == ("close", 1, []), said
    took = trial.wait_for_new()
    taken = stage.picture(picture)
    trial.check_new(before)
    return f"by the verb, new and open after {took:.1f} s, {taken}"


def _from_window(trial: Trial) -> str:
    """As a clerk does it: the stick is found, one button, one question; the program closes and comes back new."""
    stage = trial.stage
    before = trial.kept()
    trial.open()
    stage.screen.press(SETTINGS, UPDATES)
    time.sleep(3)
    taken = [stage.picture("stick-update-3-page")]
    stage.screen.press(INSTALL)
    stage.screen.wait_for(f"{stage.version}")
    time.sleep(1)
    taken.append(stage.picture("stick-update-4-question"))
    stage.screen.press("Return")
    took = trial.wait_for_new()
    stage.screen.press(SETTINGS, UPDATES)
    time.sleep(3)
    taken.append(stage.picture("stick-update-5-new"))
    trial.check_new(before)
    return f"from the window, new and open after {took:.1f} s, {', '.join(taken)}"
