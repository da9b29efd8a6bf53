"""What the Windows setup must do, one function a promise; each returns what it saw, and raises when it is not so."""

import json
import shutil
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from installer.windows import product
from installer.windows.bundles import BUNDLE, OFFICE, carry_there_and_back
from installer.windows.product import EXE, PROGRAM, ROOT
from installer.windows.stage import PERSON, PICTURES, TITLE, UNINSTALL_KEY, Stage
from installer.windows.stick_update import update_by_stick

OLD_PROFILE = ROOT / "resources" / "self-check" / "profile-of-schema-1.zip"
FORMER_VERSION = "0.0.9"
DISK_FULL, REFUSED_RUNNING, REFUSED_NEWER, REFUSED_WINDOWS = 3, 5, 6, 7


def sizes(stage: Stage) -> str:
    """Setup, folder and number of files within their limits; the folder's own are asserted when it is frozen."""
    files, size = product.files_and_bytes()
    setup = stage.setup.stat().st_size
    assert setup <= product.MAX_SETUP_BYTES, f"the setup has {setup} bytes"
    portable = stage.portable.stat().st_size
    return (
        f"setup {setup / 1e6:.1f} MB, portable {portable / 1e6:.1f} MB, installed {size / 1e6:.1f} MB in {files} files"
    )


def silent(stage: Stage) -> str:
    """`/S` puts the former version into the person's own folder."""
    began = time.monotonic()
    code = stage.install("/S", setup=stage.former)
    assert code == 0, f"exit code {code}"
    assert stage.displayed_version() == FORMER_VERSION
    return f"{time.monotonic() - began:.1f} s"


def by_hand(stage: Stage) -> str:
    """A person installs it page by page, in Indonesian; the uninstaller says where the data stay."""
    stage.wine.start(stage.wine.windows_path(stage.setup))
    stage.screen.wait_for(TITLE)
    taken = [stage.picture("setup-1-bahasa")]
    stage.screen.press("Return")
    time.sleep(1)
    for name in ("2-awal", "3-untuk-siapa", "4-folder"):
        taken.append(stage.picture(f"setup-{name}"))
        stage.screen.press("Return")
        time.sleep(0.5)
    until = time.monotonic() + 60
    while not (stage.installed / "uninstall.exe").exists():
        assert time.monotonic() < until, "nothing was installed"
        time.sleep(0.2)
    time.sleep(2)
    taken.append(stage.picture("setup-5-selesai"))
    # The last page opens the program.
    stage.screen.press("Return")
    stage.screen.wait_for("– PUG Desktop")
    stage.close()
    assert stage.displayed_version() == stage.version
    stage.wine.start(stage.wine.windows_path(stage.installed / "uninstall.exe"))
    stage.screen.wait_for("PUG Desktop")
    taken.append(stage.picture("setup-6-hapus"))
    stage.screen.press("Return")
    until = time.monotonic() + 60
    while (stage.installed / EXE).exists():
        assert time.monotonic() < until, "nothing was removed"
        time.sleep(0.2)
    time.sleep(2)
    taken.append(stage.picture("setup-7-terhapus"))
    stage.screen.press("Return")
    stage.screen.wait_until_gone("PUG Desktop")
    assert stage.data.exists()
    return ", ".join(taken)


def silent_upgrade(stage: Stage) -> str:
    """`/S` over the former version, with the data of the first release: program new, data untouched and migrated."""
    profile = stage.data / "profil" / "kantor-lama"
    with zipfile.ZipFile(OLD_PROFILE) as packed:
        packed.extractall(profile)
    expected = json.loads((profile / "expected.json").read_text(encoding="utf-8"))
    (profile / "expected.json").unlink()
    before = _schema(profile)
    data = {path: path.read_bytes() for path in stage.data.rglob("*") if path.is_file()}
    stale = stage.installed / "lib" / "stale.txt"
    stale.write_text("left by the former version")
    began = time.monotonic()
    code = stage.install("/S")
    took = time.monotonic() - began
    assert code == 0, f"exit code {code}"
    assert not stale.exists()
    assert {path: path.read_bytes() for path in stage.data.rglob("*") if path.is_file()} == data
    assert stage.displayed_version() == stage.version
    left = {path.name for path in stage.installed.iterdir()}
    assert left == {EXE, "lib", "uninstall.exe"}, left
    found = json.loads(stage.program("--profile", stage.wine.windows_path(profile), "digest", "--json"))
    assert (found["records"], found["digest"]) == (expected["count"], expected["digest"]), found
    after = _schema(profile)
    assert after > before, f"schema {before} stayed {after}"
    return f"{took:.1f} s; schema {before} became {after}, {found['records']} records with the digest of that release"


def same_files(stage: Stage) -> str:
    """What is installed is what was frozen, byte for byte, and nothing but it."""
    frozen = {path.relative_to(PROGRAM): path.read_bytes() for path in PROGRAM.rglob("*") if path.is_file()}
    installed = {p.relative_to(stage.installed): p.read_bytes() for p in stage.installed.rglob("*") if p.is_file()}
    installed.pop(Path("uninstall.exe"))
    assert installed == frozen, sorted(set(installed) ^ set(frozen))[:5]
    return f"{len(installed)} files"


def registry(stage: Stage) -> str:
    """Start menu, list of programs, both kinds of file with their icons; all below the person's own key."""
    home = stage.wine.windows_path(stage.installed)
    for number, (ending, program_id) in enumerate(
        ((".pug", "PUGDesktop.Bundle"), (".pugkey", "PUGDesktop.KeyCard")), 1
    ):
        assert program_id in stage.registry(rf"HKCU\Software\Classes\{ending}")
        opens = stage.registry(rf"HKCU\Software\Classes\{program_id}")
        assert f'{EXE}" "%1"' in opens, opens
        assert f"{EXE},{number}" in opens, opens
    assert stage.registry(rf"HKLM\{UNINSTALL_KEY}") == ""
    menu = stage.wine.home / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/PUG Desktop.lnk"
    assert menu.exists()
    assert (stage.wine.home / "Desktop/PUG Desktop.lnk").exists()
    return home.replace(PERSON, "…")


def older_refused(stage: Stage) -> str:
    """The former setup over this version ends with 6 and changes nothing."""
    code = stage.install("/S", setup=stage.former)
    assert code == REFUSED_NEWER, f"exit code {code}"
    assert stage.displayed_version() == stage.version
    return f"exit code {code}"


def old_windows_refused(stage: Stage) -> str:
    """Windows 10 1803 and Windows 8.1 get a sentence and 7."""
    key, build = r"HKCU\Software\Wine", r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
    seen = []
    for name in ("win81", "win10-1803"):
        if name == "win81":
            stage.wine.run("reg", "add", key, "/v", "Version", "/d", "win81", "/f")
        else:
            stage.wine.run("reg", "delete", key, "/v", "Version", "/f")
            for value in ("CurrentBuild", "CurrentBuildNumber"):
                stage.wine.run("reg", "add", build, "/v", value, "/d", "17134", "/f")
        stage.wine.stop()
        seen.append(f"{name} {stage.install('/S')}")
    stage.wine.run("reg", "add", key, "/v", "Version", "/d", "win10", "/f")
    stage.wine.stop()
    assert [each.split()[1] for each in seen] == [str(REFUSED_WINDOWS)] * 2, seen
    return "exit codes: " + ", ".join(seen)


def self_check(stage: Stage) -> str:
    """The installed program does the main job once."""
    out = stage.wine.drive / "self-check.json"
    began = time.monotonic()
    printed = stage.program("--self-check", "--out", stage.wine.windows_path(out), expect=(0, 1))
    took = time.monotonic() - began
    told = json.loads(out.read_text(encoding="utf-8"))
    failed = {name: said for name, said in told["steps"].items() if isinstance(said, str)}
    assert told["ok"], failed
    assert json.loads(printed) == told, "what it prints is not what it writes"
    shutil.copy(out, PICTURES / "windows-self-check.json")
    return f"{len(told['steps'])} steps in {took:.1f} s, printed and written"


def window(stage: Stage) -> str:
    """The program's window is on the screen."""
    took = stage.open()
    time.sleep(2)
    return f"after {took:.1f} s; {stage.picture('program')}"


def refused_while_running(stage: Stage) -> str:
    """A silent setup ends with 5 while the program runs, and overwrites nothing."""
    stage.have_open()
    before = {path: path.stat().st_mtime_ns for path in stage.installed.rglob("*")}
    code = stage.install("/S")
    assert code == REFUSED_RUNNING, f"exit code {code}"
    assert {path: path.stat().st_mtime_ns for path in stage.installed.rglob("*")} == before
    return f"exit code {code}"


def second_start(stage: Stage) -> str:
    """A second start with a bundle ends at once; the first window shows what is in the bundle."""
    stage.have_open()
    before = stage.screen.windows(TITLE)
    began = time.monotonic()
    stage.program(stage.wine.windows_path(_bundle(stage)))
    took = time.monotonic() - began
    time.sleep(3)
    assert stage.screen.windows(TITLE) == before, "a second window opened"
    return f"ended after {took:.1f} s; {stage.picture('second-start')}"


def update(stage: Stage) -> str:
    """`/UPDATE` waits for the open program, puts the new one in its place, and opens it again."""
    stage.have_open()
    started = stage.wine.start(stage.wine.windows_path(stage.setup), "/UPDATE")
    time.sleep(4)
    taken = stage.picture("update")
    assert started.poll() is None, "it did not wait"
    (stage.installed / "lib" / "stale.txt").write_text("left by the former version")
    stage.wine.run("taskkill", "/im", EXE)
    began = time.monotonic()
    code = started.wait(120)
    assert code == 0, f"exit code {code}"
    stage.screen.wait_for(TITLE)
    assert not (stage.installed / "lib" / "stale.txt").exists()
    took = time.monotonic() - began
    stage.close()
    return f"closed, replaced and open again in {took:.1f} s; {taken}"


def update_from_stick(stage: Stage) -> str:
    """The installed program takes a signed setup from a stick, by its verb and from its window; refuses what it must.

    A window that has the profile keeps the verb away; from the window the program closes by itself, is replaced and
    comes back, with the same data and one backup more. What stands for the former program: stick_update.py.
    """
    profile = next((each for each in (stage.data / "profil").glob("*") if (each / "pug.db").exists()), None)
    if profile is None:
        # Asked for alone: with the data of the first release, in a folder as long.
        profile = stage.data / "profil" / OFFICE
        with zipfile.ZipFile(OLD_PROFILE) as packed:
            packed.extractall(profile)
        (profile / "expected.json").unlink()
    return update_by_stick(stage, profile)


def uninstall(stage: Stage) -> str:
    """The program goes with its menu, its kinds of file and its registry; the data stay."""
    data = {path: path.read_bytes() for path in stage.data.rglob("*") if path.is_file()}
    stage.uninstall(stage.installed)
    assert not stage.installed.exists(), sorted(stage.installed.rglob("*"))[:5]
    for key in (
        r"Software\Classes\.pug",
        r"Software\Classes\PUGDesktop.Bundle",
        r"Software\Classes\PUGDesktop.KeyCard",
    ):
        assert stage.registry(rf"HKCU\{key}") == ""
    assert stage.displayed_version() == ""
    assert not list(stage.wine.home.rglob("PUG Desktop.lnk"))
    assert {path: path.read_bytes() for path in stage.data.rglob("*") if path.is_file()} == data
    return f"{len(data)} files of data kept"


def for_everybody(stage: Stage) -> str:
    """`/AllUsers` puts it into Program Files and HKLM, and a double click on a bundle shows what is in it."""
    code = stage.install("/S", "/AllUsers")
    assert code == 0, f"exit code {code}"
    assert (stage.for_all / EXE).exists()
    assert stage.displayed_version("HKLM") == stage.version
    stage.wine.run("start", stage.wine.windows_path(_bundle(stage)))
    stage.screen.wait_for(TITLE)
    time.sleep(4)
    taken = stage.picture("double-click")
    stage.close()
    stage.uninstall(stage.for_all)
    assert not stage.for_all.exists()
    assert stage.displayed_version("HKLM") == ""
    return taken


def full_disk(stage: Stage) -> str:
    """An upgrade that does not fit ends with 3, leaves nothing behind, and the program that was there still starts."""
    disk = stage.wine.drive / "Kecil"
    disk.mkdir(exist_ok=True)
    # One program fits, not two. The mount ends with the lane, whose namespace is its own.
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=130m", "tmpfs", str(disk)], check=True)
    try:
        code = stage.install("/S", r"/D=C:\Kecil\PUG", setup=stage.former)
        assert code == 0, f"exit code {code} for the former version"
        code = stage.install("/S", r"/D=C:\Kecil\PUG")
        assert code == DISK_FULL, f"exit code {code}"
        folder = disk / "PUG"
        assert not (folder / "lib.new").exists(), "lib.new was left on the full disk"
        assert not (folder / f"{EXE}.new").exists()
        assert stage.displayed_version() == FORMER_VERSION
        told = stage.program("--version", folder=folder)
        stage.uninstall(folder)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return f"exit code {code}; the program that was there still answers: {told.strip()}"


def portable(stage: Stage) -> str:
    """The zip, unpacked into a folder with spaces and accents, runs and asks where its data shall lie."""
    stick = stage.wine.drive / "Flashdisk é"
    shutil.rmtree(stick, ignore_errors=True)
    with zipfile.ZipFile(stage.portable) as packed:
        packed.extractall(stick)
    folder = stick / "PUG Desktop"
    took = stage.open(folder=folder)
    time.sleep(2)
    taken = stage.picture("portable")
    # The answer that is offered: on this PC.
    stage.screen.press("Return")
    until = time.monotonic() + 20
    while not (folder / "letak-data.txt").exists():
        assert time.monotonic() < until, "the answer was not kept"
        time.sleep(0.2)
    time.sleep(2)
    stage.close()
    shutil.rmtree(stick)
    return f"after {took:.1f} s; {taken}"


def _schema(profile: Path) -> str:
    with closing(sqlite3.connect(profile / "pug.db")) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _bundle(stage: Stage) -> Path:
    path = stage.wine.drive / BUNDLE
    if not path.exists():
        # The proof that leaves a real one was not asked for: one for somebody else has a preview too.
        shutil.copy(next((ROOT / "tests" / "golden").rglob("*.pug")), path)
    return path


PROOFS: tuple[tuple[str, Callable[[Stage], str]], ...] = (
    ("sizes", sizes),
    ("silent install of a former version", silent),
    ("silent upgrade with data", silent_upgrade),
    ("installed is what was frozen", same_files),
    ("start menu, files, list of programs", registry),
    ("older version refused", older_refused),
    ("Windows before 1809 refused", old_windows_refused),
    ("self-check of the installed program", self_check),
    ("bundles to Linux and back", carry_there_and_back),
    ("window", window),
    ("refused while it runs", refused_while_running),
    ("second start hands over", second_start),
    ("update", update),
    ("update from a stick", update_from_stick),
    ("uninstall keeps the data", uninstall),
    ("for everybody, double click", for_everybody),
    ("installed and removed by hand", by_hand),
    ("portable", portable),
    ("upgrade on a full disk", full_disk),
)
