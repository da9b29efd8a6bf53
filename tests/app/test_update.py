"""An update from a stick: nothing is run but a checked copy of something newer, with every profile backed up before."""

import errno
import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

import pytest

from pug_desktop import errors, paths
from pug_desktop.app import backup, update
from pug_desktop.app.update_memory import Memory, keep_memory, read_memory
from pug_desktop.app.update_start import Started, Way, kind_of_installation, setup_switches, start_installer
from pug_desktop.app.workspace import create_profile
from pug_desktop.progress import Cancelled
from tests.bundle.updates import KEY, OTHER_KEY, PACKAGE, SETUP, fill_stick, manifest, payload

HERE = update.Here("0.1.0", "debian", schema=4, keys=(KEY.public,))
ON_WINDOWS = replace(HERE, system="windows")
DEB = "pug-desktop_0.2.0_amd64.deb"


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "stick"


@pytest.fixture
def profile():
    """One profile of this user, closed."""
    made = create_profile(None, role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    evidence = made.folder_for("berkas") / "ab"
    evidence.mkdir()
    (evidence / ("ab" * 32)).write_bytes(b"bukti" * 1000)
    made.close()
    return made.folder


class Runner:
    """Takes the place of the installer: notes what it is handed, and what lay there at that moment."""

    def __init__(self, way=Way.CLOSE, fails=False):
        self.way, self.fails, self.ran = way, fails, []

    def __call__(self, path, system):
        self.ran.append((path.read_bytes(), system, [each.name for each in path.parent.iterdir()], read_memory()))
        if self.fails:
            raise errors.UpdateNotStarted(name=path.name, reason="")
        return Started(self.way, path)


def one(stick, program=HERE):
    (found,) = update.find(stick, program)
    return found


def problem(stick, program=HERE):
    found = one(stick, program)
    assert not found.can_be_installed
    return found.problem


# --- finding and judging --------------------------------------------------------------------------------------------


def test_an_update_on_a_stick_is_found_with_what_it_brings(stick):
    fill_stick(stick)

    found = one(stick)

    assert found.can_be_installed
    assert (found.manifest.version, found.payload.name) == ("0.2.0", DEB)


def test_a_stick_for_both_systems_tells_its_one_update_once(stick):
    fill_stick(stick, system="windows")
    fill_stick(stick, system="debian")

    assert [each.payload.system for each in update.find(stick, HERE)] == ["debian"]
    assert [each.payload.system for each in update.find(stick, ON_WINDOWS)] == ["windows"]


def test_it_is_found_in_a_hidden_folder_and_never_behind_a_link_or_a_shortcut(stick, tmp_path):
    fill_stick(stick / ".tersembunyi")
    fill_stick(tmp_path / "elsewhere")
    (stick / "pembaruan").symlink_to(tmp_path / "elsewhere")
    (stick / "pug-desktop.deb.pugupdate").symlink_to(tmp_path / "elsewhere" / f"{DEB}.pugupdate")
    (stick / f"{DEB}.pugupdate.lnk").write_bytes(b"L\0\0\0")

    assert one(stick).path.parent.name == ".tersembunyi"


def test_what_can_be_installed_comes_first_and_the_newest_before_the_others(stick):
    fill_stick(stick / "a", manifest("0.0.9"))
    fill_stick(stick / "b", manifest("0.2.0"))
    fill_stick(stick / "c", manifest("0.10.0", serial=100_000))

    assert [each.manifest.version for each in update.find(stick, HERE)] == ["0.10.0", "0.2.0", "0.0.9"]


def test_nothing_on_a_stick_is_nothing(stick):
    stick.mkdir()
    (stick / "pug-desktop-0.2.0-setup.exe").write_bytes(SETUP)

    assert update.find(stick, HERE) == ()


def test_a_stick_that_is_gone_is_told(stick):
    with pytest.raises(errors.StickGone):
        update.find(stick, HERE)


def test_an_installer_is_looked_at_by_its_own_name_too(stick):
    fill_stick(stick)

    assert update.look(stick / DEB, HERE).can_be_installed


@pytest.mark.parametrize("path", ["/", ".", ".."])
def test_a_folder_without_a_name_is_no_update(path):
    assert isinstance(update.look(Path(path), HERE).problem, errors.StickGone)


@pytest.mark.parametrize(
    ("made", "program", "expected", "what"),
    [
        (manifest("0.1.0"), HERE, errors.UpdateNotNewer, "same"),
        (manifest("0.0.9"), HERE, errors.UpdateNotNewer, "older"),
        (manifest(), replace(HERE, version="0.10.0"), errors.UpdateNotNewer, "older"),
        (manifest(product="pug-tablet"), HERE, errors.UpdateOfOtherProduct, None),
        (manifest(needs_version="0.1.5"), HERE, errors.UpdateSkipsAStep, None),
        (manifest(needs_schema=5), HERE, errors.UpdateSkipsAStep, None),
        (manifest(), replace(HERE, system="portable"), errors.UpdateForOtherSystem, None),
        (manifest(), replace(HERE, system="source"), errors.UpdateNotHere, None),
        (manifest(), replace(HERE, keys=()), errors.UpdateNotTrusted, None),
        (manifest(), replace(HERE, keys=(OTHER_KEY.public,)), errors.UpdateNotTrusted, None),
    ],
)
def test_what_is_not_for_this_program_is_refused_with_its_reason(stick, made, program, expected, what):
    fill_stick(stick, made)

    error = problem(stick, program)

    assert type(error) is expected
    assert error.fields.get("what") == what
    with pytest.raises(expected):
        update.prepare(one(stick, program), program)


def test_a_version_that_was_replaced_here_before_is_not_taken_again(stick):
    keep_memory(Memory(version="0.3.0", serial=0))
    fill_stick(stick)

    assert problem(stick).fields["what"] == "seen"


def test_an_older_serial_under_a_newer_version_is_not_taken(stick):
    keep_memory(Memory(version="0.1.0", serial=20_001))
    fill_stick(stick)

    assert problem(stick).fields["what"] == "seen"


def test_the_installer_must_lie_beside_its_description(stick):
    path = fill_stick(stick)
    path.with_suffix("").unlink()

    assert type(problem(stick)) is errors.UpdateFileMissing


# --- the copy and the backup ----------------------------------------------------------------------------------------


def test_the_copy_lies_alone_in_a_folder_of_this_user(stick, tmp_path):
    fill_stick(stick)
    leftover = update.local_folder() / "20000" / "version.dll"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"planted")

    prepared = update.prepare(one(stick), HERE)

    assert prepared.path == tmp_path / "data" / "pembaruan" / "20000" / DEB
    assert [each.name for each in prepared.path.parent.iterdir()] == [DEB]
    assert prepared.path.parent.stat().st_mode & 0o077 == 0
    prepared.let_go()


def test_every_profile_is_backed_up_before(stick, profile):
    open_here = create_profile(None, role="opd", region_code="36.71", office_name="Dinas Sosial")
    fill_stick(stick)

    prepared = update.prepare(one(stick), HERE, workspace=open_here)

    assert len(prepared.backups) == 2
    assert prepared.skipped == ()
    for each in prepared.backups:
        backup._check(each)
    open_here.close()
    prepared.let_go()


def test_a_profile_that_lies_elsewhere_is_backed_up_when_it_is_open(stick, office):
    fill_stick(stick)

    prepared = update.prepare(one(stick), HERE, workspace=office)

    assert len(prepared.backups) == 1
    prepared.let_go()


def test_the_open_profile_is_known_by_the_name_that_windows_wants_for_a_long_folder(stick, office, monkeypatch):
    fill_stick(stick)
    listed = update.ProfileCard(Path("\\\\?\\" + str(office.folder)), office.profile)
    monkeypatch.setattr(update, "list_profiles", lambda: (listed,))

    prepared = update.prepare(one(stick), HERE, workspace=office)

    assert len(prepared.backups) == 1
    assert not prepared.skipped
    prepared.let_go()


def test_evidence_in_the_backup_takes_no_room_again(stick, profile):
    fill_stick(stick)

    prepared = update.prepare(one(stick), HERE)

    name = Path("berkas") / "ab" / ("ab" * 32)
    assert (prepared.backups[0] / name).stat().st_ino == (profile / name).stat().st_ino
    assert (prepared.backups[0] / "pug.db").stat().st_ino != (profile / "pug.db").stat().st_ino
    prepared.let_go()


def test_evidence_is_copied_where_a_file_has_no_second_name(stick, profile, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EXDEV, "")

    monkeypatch.setattr(backup.os, "link", refuse)
    fill_stick(stick)

    prepared = update.prepare(one(stick), HERE)

    backup._check(prepared.backups[0])
    prepared.let_go()


def test_a_profile_in_which_somebody_works_stops_it(stick, profile):
    held = backup.profile_lock(profile)
    fill_stick(stick)

    with pytest.raises(errors.ProfileInUse):
        update.prepare(one(stick), HERE)
    held.release()
    assert left() == []


def test_a_damaged_profile_is_told_and_does_not_keep_the_update_away(stick, profile):
    create_profile(None, role="opd", region_code="36.71", office_name="Dinas Sosial").close()
    (profile / "pug.db").write_bytes(b"not a database" * 100)
    fill_stick(stick)

    prepared = update.prepare(one(stick), HERE)

    assert [name for name, _ in prepared.skipped] == ["Dinas Kesehatan"]
    assert len(prepared.backups) == 1
    prepared.let_go()


def test_only_the_last_backups_are_kept(stick, profile):
    fill_stick(stick)

    for minute in range(4):
        moment = datetime(2026, 11, 23, 9, minute, tzinfo=UTC)
        update.prepare(one(stick), HERE, clock=lambda moment=moment: moment).let_go()

    kept = sorted(each.name for each in (paths.data_dir() / update.BACKUPS).iterdir())
    assert kept == ["20261123-090200-versi-0.1.0", "20261123-090300-versi-0.1.0"]


def test_another_start_leaves_what_is_being_prepared_alone(stick, profile):
    fill_stick(stick)
    starts = []

    def start(_done, _total):
        if not starts:
            starts.append(update.after_start(HERE))

    prepared = update.prepare(one(stick), HERE, start)
    update.after_start(HERE)

    assert prepared.path.exists()
    assert prepared.backups[0].exists()
    prepared.let_go()
    update.after_start(HERE)
    assert not prepared.path.exists()


def test_the_backup_just_made_stays_where_the_clock_went_back(stick, profile):
    fill_stick(stick)
    for year in (2025, 2026, 2015):
        moment = datetime(year, 11, 23, 9, 0, tzinfo=UTC)
        prepared = update.prepare(one(stick), HERE, clock=lambda moment=moment: moment)
        prepared.let_go()

    kept = sorted(each.name[:4] for each in (paths.data_dir() / update.BACKUPS).iterdir())
    assert prepared.backups[0].exists()
    assert kept == ["2015", "2026"]


def test_what_a_person_puts_beside_the_backups_stays_and_drives_none_out(stick, profile):
    fill_stick(stick)
    kept = paths.data_dir() / "cadangan-pembaruan"
    for name in ("Cadangan saya", "Cadangan lama", "0 catatan"):
        (kept / name).mkdir(parents=True)

    prepared = update.prepare(one(stick), HERE)

    assert prepared.backups[0].exists()
    assert {each.name for each in kept.iterdir()} >= {"Cadangan saya", "Cadangan lama", "0 catatan"}
    prepared.drop()


def test_two_backups_in_one_second_do_not_meet(stick, profile):
    fill_stick(stick)
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    for _ in range(2):
        update.prepare(one(stick), HERE, clock=lambda: moment).let_go()

    assert len(list((paths.data_dir() / update.BACKUPS).glob("*/*"))) == 2


def left():
    folder = update.local_folder()
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize("change", ["cut", "byte"])
def test_an_altered_installer_leaves_nothing(stick, change):
    path = fill_stick(stick).with_suffix("")
    path.write_bytes(PACKAGE[:-1] if change == "cut" else b"?" + PACKAGE[1:])

    with pytest.raises(errors.UpdateAltered):
        update.prepare(one(stick), HERE)
    assert left() == []


def test_a_description_that_is_exchanged_after_it_was_found_is_judged_again(stick):
    path = fill_stick(stick)
    found = one(stick)
    path.write_bytes(fill_stick(stick.parent / "other", None, OTHER_KEY).read_bytes())

    with pytest.raises(errors.UpdateNotTrusted):
        update.prepare(found, HERE)


def test_too_little_room_is_seen_before_the_start(stick, monkeypatch):
    fill_stick(stick)
    usage = shutil.disk_usage("/")._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)

    with pytest.raises(errors.UpdateNoRoom) as caught:
        update.prepare(one(stick), HERE)
    assert caught.value.fields["free"] == 1000
    assert caught.value.fields["needed"] > update.INSTALLED_BYTES
    assert left() == []


def test_a_disk_that_fills_up_during_the_backup_leaves_nothing(stick, profile, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(backup, "copy_database", full)
    fill_stick(stick)

    with pytest.raises(errors.UpdateNoRoom):
        update.prepare(one(stick), HERE)
    assert left() == []
    assert list((paths.data_dir() / update.BACKUPS).iterdir()) == []


def test_a_cancel_leaves_nothing(stick, profile):
    fill_stick(stick)
    for stop_at in (1, 2, 3):
        told = []

        def step(_done, _total, told=told, stop_at=stop_at):
            told.append(1)
            if len(told) == stop_at:
                raise Cancelled

        with pytest.raises(Cancelled):
            update.prepare(one(stick), HERE, step)
        assert left() == []
    assert read_memory() == Memory()


# --- running --------------------------------------------------------------------------------------------------------


def test_what_is_run_is_the_checked_copy(stick):
    fill_stick(stick, system="windows")
    runner = Runner()

    started = update.install(update.prepare(one(stick, ON_WINDOWS), ON_WINDOWS), runner)

    ((data, system, beside, memory),) = runner.ran
    assert (data, system, beside) == (SETUP, "windows", ["pug-desktop-0.2.0-setup.exe"])
    assert (memory.pending_version, memory.pending_serial) == ("0.2.0", 20_000)
    assert started.way is Way.CLOSE


@pytest.mark.parametrize("how", ["byte", "longer", "cut", "exchanged", "link", "gone"])
def test_a_copy_that_changed_after_the_check_is_not_run(stick, how):
    fill_stick(stick)
    prepared = update.prepare(one(stick), HERE)
    path = prepared.path
    if how == "byte":
        with path.open("r+b") as file:
            file.seek(400)
            file.write(b"?")
    elif how == "longer":
        with path.open("ab") as file:
            file.write(b"?")
    elif how == "cut":
        os.truncate(path, 100)
    elif how == "exchanged":
        (path.parent / "evil").write_bytes(b"MZ evil")
        (path.parent / "evil").replace(path)
    elif how == "link":
        path.rename(path.with_name("kept"))
        path.symlink_to("kept")
    else:
        path.unlink()
    runner = Runner()

    with pytest.raises(errors.UpdateAltered):
        update.install(prepared, runner)
    assert runner.ran == []
    assert left() == []
    assert read_memory() == Memory()


def test_what_was_let_go_is_not_run(stick):
    fill_stick(stick)
    prepared = update.prepare(one(stick), HERE)
    prepared.let_go()

    with pytest.raises(errors.UpdateAltered):
        update.install(prepared, Runner())


def test_an_installer_that_does_not_start_leaves_all_as_it_was(stick):
    fill_stick(stick)

    with pytest.raises(errors.UpdateNotStarted):
        update.install(update.prepare(one(stick), HERE), Runner(fails=True))
    assert left() == []
    assert read_memory() == Memory()


# --- afterwards -----------------------------------------------------------------------------------------------------


def test_after_the_update_it_is_remembered_and_the_copy_is_gone(stick):
    fill_stick(stick)
    update.install(update.prepare(one(stick), HERE), Runner())
    new = replace(HERE, version="0.2.0")

    assert update.after_start(new) == ""
    assert left() == []
    assert read_memory() == Memory(version="0.2.0", serial=20_000)
    assert problem(stick, new).fields["what"] == "same"
    assert problem(stick, replace(new, version="0.2.1")).fields["what"] == "older"


def test_an_update_that_did_not_come_about_is_told_and_its_copy_kept(stick):
    """The person typed no password: the command that the page showed must still find its file."""
    fill_stick(stick)
    prepared = update.prepare(one(stick), HERE)
    update.install(prepared, Runner(Way.BY_HAND))
    (update.local_folder() / "7").mkdir()

    assert update.after_start(HERE) == "0.2.0"
    assert left() == ["20000"]
    assert prepared.path.exists()
    assert one(stick).can_be_installed

    update.forget_pending()
    assert update.after_start(HERE) == ""
    assert left() == []


def test_a_newer_program_that_came_by_its_own_setup_is_remembered_too():
    update.after_start(replace(HERE, version="0.4.0"))
    update.after_start(HERE)

    assert read_memory().version == "0.4.0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"version": "x"}',
        json.dumps({"version": "9", "serial": 1, "pending_version": "", "pending_serial": 0}),
    ],
)
def test_a_memory_that_makes_no_sense_is_none(text):
    paths.data_dir().mkdir(parents=True)
    (paths.data_dir() / "pembaruan.json").write_text(text, encoding="utf-8")

    assert read_memory() == Memory()


def test_a_folder_that_cannot_be_written_is_no_failure_of_the_start(monkeypatch):
    def refuse(*_args, **_more):
        raise OSError(errno.EROFS, "")

    monkeypatch.setattr("pug_desktop.durable.write_bytes", refuse)
    assert update.after_start(HERE) == ""


# --- which kind of installation, and its installer ------------------------------------------------------------------


def test_where_the_program_lies_tells_how_it_was_installed(tmp_path):
    frozen = {"frozen": True, "platform": "linux"}
    assert kind_of_installation(Path("/opt/pug-desktop/pug-desktop"), **frozen) == "debian"
    assert kind_of_installation(tmp_path / "pug-desktop", **frozen) == "source"
    assert kind_of_installation(tmp_path / "pug-desktop.exe", frozen=True, platform="win32") == "windows"
    assert kind_of_installation(Path("/usr/bin/python3"), frozen=False) == "source"
    (tmp_path / "portable.txt").touch()
    assert kind_of_installation(tmp_path / "pug-desktop.exe", frozen=True, platform="win32") == "portable"


def test_a_program_for_everybody_is_updated_for_everybody():
    windows = {"ProgramFiles": "C:\\Program Files", "ProgramW6432": "C:\\Program Files"}
    mine = PureWindowsPath("C:\\Users\\Siti\\AppData\\Local\\Programs\\PUG Desktop\\pug-desktop.exe")
    shared = PureWindowsPath("c:\\program files\\PUG Desktop\\pug-desktop.exe")

    assert setup_switches(mine, windows) == ["/UPDATE"]
    assert setup_switches(shared, windows) == ["/UPDATE", "/AllUsers"]
    assert setup_switches(shared, {}) == ["/UPDATE"]


def test_here_is_a_program_from_source_with_the_pinned_keys():
    found = update.here()

    assert found.system == "source"
    assert found.keys == update.update_package.read_release_keys(paths.RESOURCES / "release-keys.json")


@pytest.fixture
def tools(tmp_path):
    """A pkexec and an apt-get that note what they are handed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script(folder / "apt-get", f'echo "$@" "[$LD_LIBRARY_PATH]" >> {folder}/said')
    script(folder / "pkexec", f'echo asked >> {folder}/said; exec "$@"')
    return folder


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="ascii")
    path.chmod(0o755)


@pytest.fixture
def clerk(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.mark.usefixtures("clerk")
def test_a_package_is_installed_after_the_password_was_asked(tools, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/pug-desktop/lib")

    started = start_installer(Path("/tmp/a b/x.deb"), "debian", tools=tools)

    assert started.way is Way.DONE
    said = (tools / "said").read_text(encoding="ascii").splitlines()
    assert said == ["asked", "install --yes --no-install-recommends /tmp/a b/x.deb []"]


@pytest.mark.usefixtures("clerk")
@pytest.mark.parametrize("code", [126, 127])
def test_without_the_password_the_command_is_told(tools, code):
    script(tools / "pkexec", f"exit {code}")

    started = start_installer(Path("/tmp/a b/x.deb"), "debian", tools=tools)

    assert (started.way, started.command) == (Way.BY_HAND, "sudo apt-get install '/tmp/a b/x.deb'")


@pytest.mark.usefixtures("clerk")
def test_without_a_screen_or_pkexec_the_command_is_told(tools):
    (tools / "pkexec").unlink()

    for with_window in (True, False):
        assert start_installer(Path("/tmp/x.deb"), "debian", tools=tools, with_window=with_window).way is Way.BY_HAND
    assert not (tools / "said").exists()


def test_the_administrator_is_not_asked(tools, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    assert start_installer(Path("/tmp/x.deb"), "debian", tools=tools, with_window=False).way is Way.DONE
    assert (tools / "said").read_text(encoding="ascii").startswith("install ")


@pytest.mark.usefixtures("clerk")
def test_what_apt_says_last_is_the_reason(tools):
    script(tools / "apt-get", "echo first >&2; echo 'E: dpkg was interrupted' >&2; exit 100")

    with pytest.raises(errors.UpdateNotStarted) as caught:
        start_installer(Path("/tmp/x.deb"), "debian", tools=tools)
    assert caught.value.fields["reason"] == "E: dpkg was interrupted"


def test_a_portable_program_is_replaced_by_hand(tmp_path, stick):
    program = replace(HERE, system="portable")
    name = "pug-desktop-0.2.0-portable.zip"
    fill_stick(stick, manifest(files=(payload(name, "portable", PACKAGE),)), system="portable")

    started = update.install(update.prepare(one(stick, program), program))

    assert (started.way, started.path.name, started.command) == (Way.BY_HAND, name, "")
    assert started.path.read_bytes() == PACKAGE
