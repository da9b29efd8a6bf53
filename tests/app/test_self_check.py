"""The self-check does the main job on real code, tells the truth about each step, and leaves nothing behind."""

import json
import os
import tempfile
import time
from pathlib import Path

import pytest

from pug_desktop import __version__, errors
from pug_desktop.app import self_check, self_check_steps
from pug_desktop.app.self_check import SelfCheck, run_self_check
from pug_desktop.app.self_check_steps import STEPS, Trial
from tests.golden import former

LONGEST_S = 10


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[SelfCheck, float, Path]:
    """One whole run in a folder of its own, without the window."""
    place = tmp_path_factory.mktemp("tmp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(place))
        patch.setenv("PUG_DATA_DIR", str(place / "mine"))
        began = time.monotonic()
        found = run_self_check()
    return found, time.monotonic() - began, place


def test_every_step_ends_well_within_ten_seconds(whole: tuple[SelfCheck, float, Path]):
    found, took_s, _ = whole

    assert found.traces == []
    assert list(found.steps) == ["program", *STEPS]
    assert all(isinstance(each, int) for each in found.steps.values())
    assert took_s < LONGEST_S


def test_it_is_one_line_of_plain_json(whole: tuple[SelfCheck, float, Path]):
    line = whole[0].line

    assert line.isascii()
    assert "\n" not in line
    told = json.loads(line)
    assert (told["schema"], told["version"], told["ok"]) == (1, __version__, True)
    assert told["steps"] == whole[0].steps


def test_nothing_is_left_and_no_profile_of_the_user_is_touched(whole: tuple[SelfCheck, float, Path]):
    assert list(whole[2].iterdir()) == []


def test_where_data_lies_is_as_before(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(self_check_steps, "STEPS", {})
    monkeypatch.delenv("PUG_DATA_DIR", raising=False)
    run_self_check()
    assert "PUG_DATA_DIR" not in os.environ


def only(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(self_check_steps, "STEPS", {name: STEPS[name] for name in names})


def test_what_the_packaging_left_out_is_a_step_that_fails_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    only(monkeypatch, "migration", "photos", "calendar", "program_files")
    monkeypatch.setattr(self_check_steps, "SAMPLES", tmp_path)

    found = run_self_check()

    assert not found.ok
    assert found.failed == ("migration", "photos", "calendar")
    assert "profile-of-schema-1.zip" in str(found.steps["migration"])
    assert found.steps["photos"] == "_Unlike: no profile opd, see the steps before"
    assert found.steps["program_files"] == 0
    assert len(found.traces) == 3


def test_a_program_whose_modules_are_missing_says_so(monkeypatch: pytest.MonkeyPatch):
    def load(_folder: Path) -> None:
        raise ModuleNotFoundError("No module named 'alembic'")

    monkeypatch.setattr(self_check, "_load", load)

    found = run_self_check()

    assert found.steps == {"program": "ModuleNotFoundError: No module named 'alembic'"}
    assert not found.ok


def test_without_room_for_its_files_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak" / "ada"))

    found = run_self_check(lambda _profile: "")

    assert list(found.steps) == ["program"]
    assert str(found.steps["program"]).startswith("FileNotFoundError")


def test_a_step_that_takes_the_program_down_leaves_its_name(monkeypatch: pytest.MonkeyPatch):
    """What the file holds if the program ends within a step."""
    only(monkeypatch, "program_files", "keyring")
    lines: list[str] = []

    run_self_check(note=lines.append)

    last = [json.loads(line) for line in lines]
    assert [list(each["steps"])[-1] for each in last] == ["program", "program_files", "keyring"]
    assert all(list(each["steps"].values())[-1] == "did not end" and not each["ok"] for each in last)


def test_the_window_is_painted_with_a_profile_that_nobody_holds(monkeypatch: pytest.MonkeyPatch):
    only(monkeypatch, "profiles")
    painted: list[Path] = []

    def paint(profile: Path) -> str:
        from pug_desktop.app.workspace import open_profile

        open_profile(profile).close()
        painted.append(profile)
        return "offscreen, Qt 6"

    found = run_self_check(paint)

    assert found.ok
    assert found.facts["window"] == "offscreen, Qt 6"
    assert [each.exists() for each in painted] == [False]


def test_a_paper_without_its_fonts_is_found_out(monkeypatch: pytest.MonkeyPatch):
    """A PDF that names a font and does not hold it prints in another one on the next computer."""
    from pug_desktop.app import report

    real = report.write_report

    def without_fonts(*given: object, **more: object) -> Path:
        made = real(*given, **more)  # type: ignore[arg-type]
        made.write_bytes(made.read_bytes().replace(b"/FontFile2 ", b"/FontFileX "))
        return made

    only(monkeypatch, "profiles", "form", "meeting", "pdf")
    monkeypatch.setattr(report, "write_report", without_fonts)

    assert "fonts of the sheet embedded" in str(run_self_check().steps["pdf"])


def test_a_bundle_that_loses_a_record_on_its_way_is_found_out(monkeypatch: pytest.MonkeyPatch):
    from pug_desktop.app import edit, receive

    real = receive.take_in

    def lossy(ws, path):  # type: ignore[no-untyped-def]
        got = real(ws, path)
        for meeting in self_check_steps.meet.meetings(ws, scope=None) if ws.profile.role == "kabkota" else ():
            with ws.database.write() as connection:
                connection.exec_driver_sql("DELETE FROM follow_up")
            assert edit.get(ws, "meeting", meeting.id)
        return got

    only(monkeypatch, "profiles", "form", "meeting", "photos", "bundles")
    monkeypatch.setattr(receive, "take_in", lossy)

    assert str(run_self_check().steps["bundles"]).startswith("_Unlike: sums")


def test_the_older_profile_is_the_one_of_the_tests():
    """resources/self-check is made by tools/make_self_check.py; neither is ever written again."""
    import zipfile

    with zipfile.ZipFile(self_check_steps.SAMPLES / "profile-of-schema-1.zip") as archive:
        told = json.loads(archive.read("expected.json"))
        profile = archive.read("profil.json")

    assert told == {name: former.EXPECTED[name] for name in ("count", "digest")}
    assert profile == (former.HERE / "profil.json").read_bytes()


def test_the_photo_that_is_taken_in_does_hold_a_place():
    assert b"Exif" in (self_check_steps.SAMPLES / "photo.jpg").read_bytes()


def test_a_trial_that_never_got_a_profile_closes_all_the_same(tmp_path: Path):
    trial = Trial(tmp_path)
    trial.close()
    with pytest.raises(Exception, match="no meeting"):
        _ = trial.meeting


def test_a_failed_check_names_its_steps_in_words():
    from pug_desktop.app.error_words import words

    told = words(errors.SelfCheckFailed(steps="pdf, window"), "id")
    assert "pdf, window" in told.title
