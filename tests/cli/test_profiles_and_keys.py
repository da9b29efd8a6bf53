"""A new profile, and its keys."""

import json

import pytest

from tests.cli.terminal import init, run

# --- init -----------------------------------------------------------------------------------------------------------


def test_init_tells_the_folder_and_the_device(tmp_path):
    ran = run("--profile", tmp_path / "a", "init", "--role", "opd", "--region", "36.71", "--office", "Dinas Kesehatan")

    assert ran.code == 0
    assert str(tmp_path / "a") in ran.out
    assert (tmp_path / "a" / "profil.json").exists()
    profile = json.loads((tmp_path / "a" / "profil.json").read_text(encoding="utf-8"))
    assert profile["device_id"] in ran.out


def test_init_without_a_folder_makes_one_and_the_other_verbs_find_it():
    made = run("init", "--role", "provinsi", "--region", "36", "--office", "DP3AKKB", "--json")

    found = run("doctor", "--json")

    assert found.json["facts"]["folder"] == made.json["folder"]


@pytest.mark.parametrize(
    ("role", "region", "office", "code"),
    [
        ("camat", "36.71", "X", "PUG-USE-002"),
        ("opd", "36", "X", "PUG-USE-001"),
        ("provinsi", "36.71", "X", "PUG-USE-001"),
        ("kabkota", "99.99", "X", "PUG-USE-001"),
        ("kabkota", "36.71", "  ", "PUG-USE-010"),
    ],
)
def test_init_refuses_what_does_not_exist(tmp_path, role, region, office, code):
    ran = run("--profile", tmp_path / "a", "init", "--role", role, "--region", region, "--office", office)

    assert ran.code == 2
    assert ran.err.startswith(code)
    assert not (tmp_path / "a" / "profil.json").exists()


def test_init_never_replaces_a_profile(regency):
    ran = regency.run("init", "--role", "opd", "--region", "36.71", "--office", "X")

    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-003")


# --- passphrase -----------------------------------------------------------------------------------------------------


def test_locked_keys_need_their_passphrase(tmp_path):
    secret = tmp_path / "sandi.txt"
    secret.write_text("kuda hijau makan awan\n", encoding="utf-8")
    office = init(tmp_path / "a", "opd", "36.71", "Dinas Kesehatan", "--passphrase-file", secret)
    ask = ("enrol", "request", "--to", tmp_path)

    assert office.run(*ask).code == 15
    assert office.run(*ask, env={"PUG_PASSPHRASE": "salah"}).code == 15
    assert office.run(*ask, "--passphrase-file", secret).code == 0
    assert office.run("--passphrase-file", secret, *ask).code == 0
    assert office.run(*ask, env={"PUG_PASSPHRASE": "kuda hijau makan awan"}).code == 0
    assert office.run(*ask, "--passphrase-file", tmp_path / "tidak-ada").code == 11
    # What needs no keys works without.
    assert office.run("doctor", "--json").json["facts"]["keys"] == "passphrase"
