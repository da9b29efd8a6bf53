"""A full disk: told in our words, nothing half written, everything readable, and saving goes on once there is room."""

import os
import subprocess
import sys

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, enrol, meet, receive, send
from pug_desktop.app.digest import digest
from pug_desktop.app.workspace import create_profile, open_profile

SMALL_KIB = 4096


@pytest.fixture
def disk(tmp_path):
    """A disk of four megabytes, in memory."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_KIB}k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill_up(folder):
    """A file that leaves no room."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return ballast


def long_text(number: int) -> str:
    return f"{number} " + "pembahasan " * 2000


def test_a_field_that_finds_no_room_is_not_saved_and_can_be_saved_later(disk):
    ws = create_profile(disk / "p", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    meeting = meet.create_meeting(ws)
    edit.put(ws, "meeting", meeting, title="Rapat")
    ballast = fill_up(disk)
    saved = []

    def save_until_it_is_full() -> None:
        for number in range(1000):
            edit.put(ws, "meeting", meeting, discussion=long_text(number))
            saved.append(number)

    with pytest.raises(errors.DiskFull):
        save_until_it_is_full()
    found = edit.get(ws, "meeting", meeting)
    assert found["title"] == "Rapat"
    assert found["discussion"] == (long_text(saved[-1]) if saved else None)
    ballast.unlink()
    edit.put(ws, "meeting", meeting, title="Rapat kedua")
    ws.close()

    ws = open_profile(disk / "p")
    assert edit.get(ws, "meeting", meeting)["title"] == "Rapat kedua"
    ws.close()


def test_a_bundle_that_finds_no_room_is_not_taken_in(disk, tmp_path):
    province = create_profile(disk / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    enrol.accept(
        regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
    )
    for number in range(200):
        edit.create(
            regency, "meeting", {"kind": "advokasi", "title": f"Rapat {number}", "discussion": os.urandom(4000).hex()}
        )
    sent = send.send(regency, send.find_addressee(regency), tmp_path)
    before = digest(province).whole

    with pytest.raises(errors.DiskFull):
        receive.take_in(province, sent.path)
    assert digest(province).whole == before
    assert receive.received_log(province) == ()
    assert list((province.folder / "masuk").iterdir()) == []
    for ws in (regency, province):
        ws.close()


def test_a_stick_without_room_gets_no_bundle(disk, tmp_path):
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    enrol.accept(
        regency, enrol.approve(province, enrol.request(regency, tmp_path), tmp_path, in_person=True), in_person=True
    )
    ballast = fill_up(disk)

    with pytest.raises(errors.StickFull):
        send.send(regency, send.find_addressee(regency), disk)
    assert list(disk.iterdir()) == [ballast]
    for ws in (regency, province):
        ws.close()
