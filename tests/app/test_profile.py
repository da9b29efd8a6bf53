"""Making and opening profiles."""

import json

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, workspace
from pug_desktop.app.profiles import list_profiles, read_profile
from pug_desktop.app.workspace import create_profile, open_profile

MADE = {"role": "opd", "region_code": "36.71", "office_name": "Dinas  Kesehatan"}


def test_a_profile_can_be_closed_and_opened_again(tmp_path):
    made = create_profile(tmp_path / "p", **MADE)
    assert made.profile.office_name == "Dinas Kesehatan"
    made.close()
    again = open_profile(tmp_path / "p")
    assert again.profile == made.profile
    assert again.keys.device_id == made.profile.device_id
    again.close()


def test_two_devices_of_one_office_make_the_same_office(tmp_path):
    one = create_profile(tmp_path / "1", **MADE)
    two = create_profile(tmp_path / "2", role="opd", region_code="36.71", office_name="dinas kesehatan")
    assert one.profile.office_id == two.profile.office_id
    assert one.profile.device_id != two.profile.device_id
    one.close()
    two.close()


def test_a_second_instance_is_told_that_the_profile_is_open(tmp_path):
    made = create_profile(tmp_path / "p", **MADE)
    with pytest.raises(errors.ProfileInUse):
        open_profile(tmp_path / "p")
    made.close()
    open_profile(tmp_path / "p").close()


def test_locked_keys_need_their_passphrase(tmp_path):
    create_profile(tmp_path / "p", **MADE, passphrase="lima kata yang panjang sekali").close()
    with pytest.raises(errors.NeedsPassphrase):
        open_profile(tmp_path / "p")
    with pytest.raises(errors.WrongPassphrase):
        open_profile(tmp_path / "p", passphrase="bukan ini")
    open_profile(tmp_path / "p", passphrase="lima kata yang panjang sekali").close()
    looking = open_profile(tmp_path / "p", with_keys=False)
    with pytest.raises(errors.NeedsPassphrase):
        _ = looking.keys
    looking.close()


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"role": "camat"}, errors.UnknownName),
        ({"region_code": "99"}, errors.UnknownRegion),
        ({"region_code": "36"}, errors.UnknownRegion),
        ({"office_name": "  "}, errors.WrongValue),
    ],
)
def test_a_profile_that_makes_no_sense_is_refused_and_leaves_nothing(tmp_path, wrong, error):
    with pytest.raises(error):
        create_profile(tmp_path / "p", **{**MADE, **wrong})
    assert not (tmp_path / "p").exists()


def test_a_folder_that_holds_a_profile_is_not_made_anew(tmp_path):
    create_profile(tmp_path / "p", **MADE).close()
    with pytest.raises(errors.ProfileExists):
        create_profile(tmp_path / "p", **MADE)


def test_no_profile_and_a_newer_one_are_told_apart(tmp_path):
    with pytest.raises(errors.NoProfile):
        open_profile(tmp_path)
    create_profile(tmp_path / "p", **MADE).close()
    path = tmp_path / "p" / "profil.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 99}))
    with pytest.raises(errors.DataFromNewerProgram):
        read_profile(tmp_path / "p")


def test_what_a_killed_start_left_behind_is_made_anew(tmp_path):
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "pug.db").write_bytes(b"half")
    made = create_profile(folder, **MADE)
    assert edit.get(made, "office", made.profile.office_id)["name"] == "Dinas Kesehatan"
    made.close()


def test_profiles_of_the_user_are_listed_and_broken_folders_left_out(tmp_path, monkeypatch):
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path))
    made = create_profile(None, **MADE)
    made.close()
    (tmp_path / "profil" / "rusak").mkdir()
    (found,) = list_profiles()
    assert found.folder == made.folder
    assert workspace.list_profiles() == (found,)


def test_a_province_signs_its_own_card(tmp_path):
    from pug_desktop.app import enrol

    made = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    assert enrol.status(made).enrolled
    made.close()
