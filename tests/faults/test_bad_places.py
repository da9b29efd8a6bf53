"""A profile where none can be: read-only, full, gone, a file, a long path. A sentence with a code, no traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pug_desktop import errors, paths
from pug_desktop.app import edit, enrol, meet, receive, report, send
from pug_desktop.app.failures import cause
from pug_desktop.app.preferences import read_preferences
from pug_desktop.app.workspace import create_profile, open_profile
from pug_desktop.ui.application import Program
from tests.cli.terminal import run
from tests.faults.usb import needs_stick, stick
from tests.ui.fakes import FakeAsk

LONG = "Dinas Pemberdayaan Perempuan é ñ ü 日本 – Bidang Pengarusutamaan Gender"
"""Seventy characters; three of them below each other are two hundred."""


class Disk:
    """A small disk in memory that can be locked, filled and taken away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lock(self) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(self.folder)], check=True)

    def fill(self) -> Path:
        ballast = self.folder / "ballast"
        with ballast.open("ab", buffering=0) as file:
            for size in (65536, 4096, 512, 1):
                try:
                    while True:
                        file.write(b"x" * size)
                except OSError:
                    continue
        return ballast


@pytest.fixture
def disk(tmp_path):
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1024k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield Disk(folder)
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture(scope="module")
def former(tmp_path_factory):
    """A closed profile, made once."""
    folder = tmp_path_factory.mktemp("former") / "p"
    create_profile(folder, role="kabkota", region_code="36.71", office_name="DP3AP2KB").close()
    return folder


@pytest.fixture
def profile(former, tmp_path):
    return Path(shutil.copytree(former, tmp_path / "p"))


def told_by(folder, *words):
    """The code that the command line told; it always tells one, and never its own mistake."""
    ran = run("--profile", folder, *words)
    assert ran.code != 0
    assert ran.out == ""
    code, line = ran.err.split(" ", 1)
    assert code != "PUG-000", ran.err
    assert len(line) > 20
    return code


VERBS = (("digest",), ("doctor",), ("standing",), ("dump",))
INIT = ("init", "--role", "opd", "--region", "36.71", "--office", "Dinas Kesehatan")


# --- a file, or nothing, where the folder has to be ---


@pytest.mark.parametrize("words", VERBS)
def test_a_file_instead_of_the_profile(tmp_path, words):
    (tmp_path / "p").write_text("halo", encoding="utf-8")

    assert told_by(tmp_path / "p", *words) == "PUG-DATA-011"


def test_a_profile_is_not_made_in_a_file_nor_below_one(tmp_path):
    (tmp_path / "p").write_text("halo", encoding="utf-8")

    assert told_by(tmp_path / "p", *INIT) == "PUG-DATA-011"
    assert told_by(tmp_path / "p" / "q", *INIT) == "PUG-DATA-011"
    assert (tmp_path / "p").read_text(encoding="utf-8") == "halo"


def test_a_file_instead_of_the_folder_of_all_profiles(tmp_path, monkeypatch):
    (tmp_path / "data").write_text("halo", encoding="utf-8")
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))

    assert run("digest").err.startswith("PUG-USE-004")
    assert run(*INIT).err.startswith("PUG-DATA-011")


def test_a_profile_file_that_is_a_folder(profile):
    (profile / "profil.json").unlink()
    (profile / "profil.json").mkdir()

    assert told_by(profile, "digest") == "PUG-DATA-003"


def test_a_name_that_no_disk_can_have(tmp_path):
    assert told_by(tmp_path / ("x" * 300), "digest") == "PUG-DATA-006"
    assert told_by(tmp_path / ("x" * 300), *INIT) == "PUG-DATA-006"


def test_the_folder_that_is_gone(tmp_path):
    assert told_by(tmp_path / "cabut" / "p", "digest") == "PUG-USE-004"


@pytest.mark.parametrize("verb", ["backup", "restore", "export", "report"])
def test_a_file_instead_of_the_folder_of_a_backup_a_bundle_or_a_paper(profile, tmp_path, verb):
    (tmp_path / "berkas").write_text("halo", encoding="utf-8")
    words = {
        "backup": ("backup", "--to", tmp_path / "berkas" / "bawah"),
        "restore": ("restore", tmp_path / "berkas"),
        "export": ("export", "--to", tmp_path / "berkas" / "bawah"),
        "report": ("report", "semester", "--out", tmp_path / "berkas" / "bawah.pdf"),
    }

    assert told_by(profile, *words[verb]).startswith("PUG-")
    assert (tmp_path / "berkas").read_text(encoding="utf-8") == "halo"


# --- read-only ---


@pytest.mark.parametrize("words", VERBS)
def test_a_profile_on_a_read_only_disk(former, disk, words):
    shutil.copytree(former, disk.folder / "p")
    disk.lock()

    assert told_by(disk.folder / "p", *words) == "PUG-DATA-006"


def test_no_profile_is_made_on_a_read_only_disk(disk):
    disk.lock()

    assert told_by(disk.folder / "p", *INIT) == "PUG-DATA-006"


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux'")
def test_a_read_only_folder_on_a_disk_that_can_be_written(profile):
    if os.geteuid() != 0:
        pytest.skip("only root can")
    script = f'mount --bind "{profile}" "{profile}" && mount -o remount,ro,bind "{profile}" && exec "$@"'
    command = [sys.executable, "-m", "pug_desktop", "--profile", str(profile), "digest"]
    ran = subprocess.run(
        ["unshare", "--mount", "--propagation", "private", "bash", "-c", script, "-", *command],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr.startswith("PUG-DATA-006"), ran.stderr
    assert "Traceback" not in ran.stderr


# --- full ---


def test_no_profile_is_made_on_a_full_disk_and_nothing_stands_in_the_way_later(disk):
    ballast = disk.fill()

    assert told_by(disk.folder / "p", *INIT) == "PUG-DATA-005"
    ballast.unlink()
    assert told_by(disk.folder / "p", "digest") == "PUG-USE-004"


@pytest.mark.parametrize("words", VERBS[:2])
def test_a_profile_that_is_opened_on_a_full_disk(former, disk, words):
    shutil.copytree(former, disk.folder / "p")
    ballast = disk.fill()
    ran = run("--profile", disk.folder / "p", *words)

    # What needs no room may work.
    assert ran.code in (0, 1, 14), ran.err
    assert not ran.err or ran.err.startswith("PUG-DATA-005")
    ballast.unlink()
    assert run("--profile", disk.folder / "p", "digest").code == 0


# --- pulled out ---


@needs_stick
def test_a_profile_on_a_stick_that_is_pulled_out_while_it_is_open(former, tmp_path):
    with stick(tmp_path) as usb:
        usb.format()
        usb.plug_in()
        shutil.copytree(former, usb.folder / "p")
        assert paths.is_fragile(usb.folder / "p")
        ws = open_profile(usb.folder / "p")
        assert ws.database.journal == "delete"
        meeting = meet.create_meeting(ws)
        edit.put(ws, "meeting", meeting, title="Rapat")
        usb.pull()

        with pytest.raises((errors.ProfileGone, errors.FolderNotWritable)):
            edit.put(ws, "meeting", meeting, title="Rapat kedua")
        ws.close()
        usb.clear_away()
        assert run("--profile", usb.folder / "p", "digest").err.startswith(("PUG-USE-004", "PUG-DATA-006"))
        usb.plug_in()
        ws = open_profile(usb.folder / "p")
        assert edit.get(ws, "meeting", meeting)["title"] == "Rapat"
        ws.close()


# --- long ---


def test_two_hundred_characters_with_accents_and_blanks_are_an_ordinary_place(tmp_path):
    base = tmp_path.joinpath(*[f"{LONG} {number}" for number in range(3)])
    assert len(str(base)) > 200
    province = create_profile(base / "prov", role="provinsi", region_code="36", office_name="DP3AKKB")
    city = create_profile(base / "kab", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    (base / "FLASH").mkdir()
    asked = enrol.request(city, base / "FLASH")
    enrol.accept(city, enrol.approve(province, asked, base / "FLASH", in_person=True), in_person=True)
    meeting = meet.create_meeting(city)
    edit.put(city, "meeting", meeting, title="Rapat")
    sent = send.send(city, send.find_addressee(city), base / "FLASH")

    assert not receive.take_in(province, sent.path).already
    made = report.write_report(city, "notulen", base / "notulen.pdf", meeting_id=meeting)
    assert (base / "notulen.pdf").stat().st_size > 1000, made
    for ws in (province, city):
        ws.close()
    assert run("--profile", base / "kab", "doctor").code == 0


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("C:\\Users\\Budi\\PUG", "C:\\Users\\Budi\\PUG"),
        ("C:\\" + "a" * 200, "\\\\?\\C:\\" + "a" * 200),
        ("\\\\server\\bagian\\" + "a" * 200, "\\\\?\\UNC\\server\\bagian\\" + "a" * 200),
        ("\\\\?\\C:\\" + "a" * 200, "\\\\?\\C:\\" + "a" * 200),
    ],
)
def test_a_long_path_of_windows_gets_the_name_under_which_it_is_found(path, name):
    assert paths.long_name(path) == name
    assert paths.shown(Path(name)) == path.replace("\\\\?\\", "")


# --- in the window ---


@pytest.fixture
def start(qapp, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))
    programs = []

    def begin(folder):
        made = Program(qapp, read_preferences(), folder)
        made.window.ask = FakeAsk()
        programs.append(made)
        made.window.show()
        qtbot.waitUntil(lambda: bool(made.window.ask.told) or made.window.workspace is not None, timeout=20_000)
        return made

    yield begin
    for each in programs:
        each.window.close()
        each.window.deleteLater()
        each.deleteLater()


def test_the_window_tells_each_of_them_and_goes_on(start, former, disk, tmp_path):
    (tmp_path / "berkas").write_text("halo", encoding="utf-8")
    shutil.copytree(former, disk.folder / "p")
    disk.lock()
    for folder, code in (
        (tmp_path / "berkas", "PUG-DATA-011"),
        (disk.folder / "p", "PUG-DATA-006"),
        (tmp_path / "tidak-ada", "PUG-USE-004"),
        (tmp_path / ("x" * 300), "PUG-DATA-006"),
    ):
        program = start(folder)
        assert [each.code for each in program.window.ask.told] == [code]
        assert program.window.isVisible()


def test_preferences_that_cannot_be_kept_hold_for_this_run(start, profile, tmp_path):
    (tmp_path / "data").write_text("a file where the folder has to be", encoding="utf-8")
    program = start(profile)
    program.window.language_chosen.emit("en")
    program.window.font_chosen.emit(110)

    assert "PUG" not in program.window.saved_label.text()
    assert "cannot be written" in program.window.saved_label.toolTip()
    assert program.window.ask.told == []
    program.window.language_chosen.emit("id")


@needs_stick
def test_the_window_outlives_a_stick_that_is_pulled_out(start, qtbot, former, tmp_path):
    with stick(tmp_path) as usb:
        usb.format()
        usb.plug_in()
        shutil.copytree(former, usb.folder / "p")
        program = start(usb.folder / "p")
        window = program.window
        assert window.workspace is not None
        meeting = meet.create_meeting(window.workspace)
        window.go_to("meeting", meeting)
        usb.pull()

        with pytest.raises(errors.PugError):
            edit.put(window.workspace, "meeting", meeting, title="Rapat")
        with qtbot.capture_exceptions() as unexpected:
            for name in ("home", "receive", "send", "settings", "report", "office", "person", "register", "decide"):
                window._nav[name].click()
                window.jobs.finish_all()
                qtbot.wait(20)
            window.close()
        # What reaches the last resort is shown as a sentence there, and not as a mistake of the program.
        found = [*window.ask.told, *(error for _kind, error, _trace in unexpected)]
        assert found
        assert [each for each in found if not isinstance(each, errors.PugError) and cause(each) is None] == []
        usb.clear_away()


@pytest.mark.parametrize("room", [0, 20_000])
def test_the_window_opens_a_profile_on_a_full_disk_or_says_why_not(start, qtbot, former, disk, room):
    shutil.copytree(former, disk.folder / "p")
    ballast = disk.fill()
    if room:
        os.truncate(ballast, ballast.stat().st_size - room)
    program = start(disk.folder / "p")

    if program.window.workspace is None:
        assert [each.code for each in program.window.ask.told] == ["PUG-DATA-005"]
    else:
        for name in ("home", "meeting", "receive", "settings", "home"):
            program.window.go_to(name)
            program.window.jobs.finish_all()
            qtbot.wait(20)
        assert {each.code for each in program.window.ask.told} <= {"PUG-DATA-005"}
