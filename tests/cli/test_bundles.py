"""Bundles on the command line: keys first, then out, looked into and in."""

from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app.receive import Outcome
from pug_desktop.cli.bundles import exit_code
from tests.cli.terminal import init, loaded, meeting_of


def test_enrol_leads_to_a_card(chain):
    opd, regency, _province = chain

    own = opd.run("enrol", "status", "--json").json
    above = regency.run("enrol", "status").out

    assert own["enrolled"]
    assert own["issuer_name"] == regency.office
    assert opd.device_id in above


def test_without_a_card_nothing_can_be_sent(regency, stick):
    ran = regency.run("export", "--to", stick)

    assert (ran.code, ran.err[:11]) == (2, "PUG-USE-006")
    assert list(stick.iterdir()) == []


def test_a_card_for_another_device_is_code_10(chain, tmp_path):
    opd, regency, _province = chain
    second = init(tmp_path / "lain", "opd", "36.71", "Dinas Sosial Kota Tangerang")
    asked = second.run("enrol", "request", "--to", tmp_path, "--json").json["path"]
    answer = regency.run("enrol", "approve", asked, "--to", tmp_path, "--in-person", "--json").json["path"]

    ran = opd.run("enrol", "accept", answer, "--in-person")

    assert (ran.code, ran.err[:11]) == (10, "PUG-KEY-005")


def test_a_bundle_goes_up_and_both_know_the_same(chain, stick):
    opd, regency, province = chain
    loaded(opd, records=[meeting_of(opd, "Rakor")])

    sent = opd.run("export", "--to", stick, "--json").json["bundles"][0]
    seen = regency.run("inspect", sent["path"], "--json")
    taken = regency.run("import", sent["path"], "--json")

    assert Path(sent["path"]).stat().st_size == sent["size"]
    assert (sent["to"]["office_name"], sent["seq"], sent["counts"]["meeting"]) == (regency.office, 1, 1)
    assert (seen.code, seen.json["trust"], seen.json["for_us"], seen.json["already"]) == (0, "trusted", True, False)
    assert (taken.code, taken.json["bundles"][0]["state"]) == (0, "taken_in")
    assert taken.json["totals"]["new"] + taken.json["totals"]["changed"] == sum(sent["counts"].values())
    ours = opd.run("digest", "--json").json
    theirs = regency.run("digest", "--json").json
    assert all(theirs["scopes"][scope] == each for scope, each in ours["scopes"].items())

    up = regency.run("export", "--to", stick, "--json").json["bundles"][0]
    assert province.run("import", up["path"]).code == 0
    assert province.run("digest", "--json").json["travelling_scopes"].items() >= ours["travelling_scopes"].items()


def test_importing_twice_changes_nothing_and_is_code_4(chain, stick):
    opd, regency, _province = chain
    path = opd.run("export", "--to", stick, "--json").json["bundles"][0]["path"]
    regency.run("import", path)
    before = regency.run("digest").out

    again = regency.run("import", path, "--json")

    assert (again.code, again.json["bundles"][0]["state"], again.json["totals"]) == (4, "already", {})
    assert regency.run("digest").out == before
    assert regency.run("inspect", path, "--json").json["already"]


def test_a_folder_is_taken_in_and_bundles_of_others_are_passed_over(chain, stick):
    opd, regency, province = chain
    opd.run("export", "--to", stick)
    regency.run("export", "--to", stick)

    ran = regency.run("import", stick, "--json")

    assert ran.code == 0
    assert sorted(each["state"] for each in ran.json["bundles"]) == ["skipped", "taken_in"]
    assert regency.run("import", stick).code == 4
    assert opd.run("import", stick).code in (4, 10)
    assert province.run("import", stick).code == 0


def test_some_taken_in_and_some_refused_is_code_3(chain, stick):
    opd, regency, _province = chain
    good = opd.run("export", "--to", stick, "--json").json["bundles"][0]["path"]
    bad = stick / "rusak.pug"
    bad.write_bytes(Path(good).read_bytes()[:-10])

    ran = regency.run("import", bad, good, "--json")

    assert ran.code == 3
    assert [each["state"] for each in ran.json["bundles"]] == ["refused", "taken_in"]
    assert ran.json["bundles"][0]["error"]["code"] == "PUG-BUNDLE-002"
    assert "rusak.pug" in ran.err


@pytest.mark.parametrize(
    ("content", "exit_code_", "code"),
    [(b"", 11, "PUG-BUNDLE-002"), (b"bukan kiriman", 11, "PUG-BUNDLE-001"), (None, 1, "PUG-STICK-001")],
)
def test_what_is_no_bundle_is_refused_with_its_own_code(chain, stick, content, exit_code_, code):
    _opd, regency, _province = chain
    path = stick / "x.pug"
    if content is not None:
        path.write_bytes(content)

    for verb in ("inspect", "import"):
        ran = regency.run(verb, path)
        assert (ran.code, ran.err[: len(code)]) == (exit_code_, code)


def test_a_bundle_for_another_office_is_code_10_and_our_own_code_4(chain, stick):
    opd, regency, province = chain
    path = opd.run("export", "--to", stick, "--json").json["bundles"][0]["path"]

    assert province.run("import", path).code == 10
    assert opd.run("import", path).code == 4
    assert regency.run("import", path).code == 0


def test_an_empty_folder_has_nothing_to_do(regency, stick):
    ran = regency.run("import", stick, "--json")

    assert (ran.code, ran.json["bundles"]) == (4, [])


def test_an_office_can_be_named(chain, stick):
    opd, regency, province = chain

    one = regency.run("export", "--to", stick, "--for", "kesehatan", "--full", "--json")
    two = regency.run("export", "--to", stick, "--for", opd.device_id, "--for", province.office, "--json")
    everybody = regency.run("export", "--to", stick, "--all", "--json")
    nobody = regency.run("export", "--to", stick, "--for", "Dinas Perhubungan")

    names = [[each["to"]["office_name"] for each in ran.json["bundles"]] for ran in (one, two, everybody)]
    assert names == [[opd.office], [opd.office, province.office], [province.office, opd.office]]
    assert (nobody.code, nobody.err[:11]) == (2, "PUG-USE-007")


def test_a_province_writes_to_all_below(chain, stick):
    _opd, regency, province = chain

    ran = province.run("export", "--to", stick, "--json")

    assert [each["to"]["office_name"] for each in ran.json["bundles"]] == [regency.office]


def test_a_stick_that_is_not_there_is_named(chain, tmp_path):
    ran = chain[0].run("export", "--to", tmp_path / "tidak-ada")

    assert (ran.code, ran.err[:13]) == (1, "PUG-STICK-001")


def outcome(state, kind=None):
    return Outcome(Path("x.pug"), state, error=kind(path="x.pug") if kind else None)


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ([], 4),
        ([outcome("taken_in"), outcome("already")], 0),
        ([outcome("already"), outcome("already")], 4),
        ([outcome("taken_in"), outcome("refused", errors.DamagedBundle)], 3),
        ([outcome("already"), outcome("refused", errors.DamagedBundle)], 11),
        ([outcome("refused", errors.UnknownSender), outcome("refused", errors.DamagedBundle)], 10),
        ([outcome("skipped", errors.NotForThisOffice), outcome("taken_in")], 0),
        ([outcome("skipped", errors.NotForThisOffice), outcome("already")], 4),
        ([outcome("skipped", errors.NotForThisOffice)], 10),
        ([outcome("skipped", errors.OwnBundle)], 4),
        ([outcome("skipped", errors.OwnBundle), outcome("refused", errors.FromNewerProgram)], 12),
    ],
)
def test_the_exit_code_of_an_import_tells_what_became_of_all_its_files(outcomes, code):
    assert exit_code(outcomes) == code
