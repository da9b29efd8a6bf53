"""Records in and out on the command line."""

import json

import pytest

from tests.cli.terminal import VECTORS, loaded, meeting_of


def test_load_then_dump_then_load_changes_nothing(regency, tmp_path):
    first = loaded(regency)
    before = regency.run("digest").out
    dumped = regency.run("dump", "--out", tmp_path / "d.json", "--json")
    again = regency.run("load", tmp_path / "d.json", "--json")

    assert first.code == 0
    assert dumped.json["records"] == 3
    assert (again.code, again.json["new"], again.json["changed"], again.json["unchanged"]) == (4, 0, 0, 3)
    assert regency.run("digest").out == before


def test_dump_goes_to_standard_output_and_can_be_loaded(regency, tmp_path):
    loaded(regency)

    for words in (["dump"], ["dump", "--json"]):
        ran = regency.run(*words)
        (tmp_path / "d.json").write_text(ran.out, encoding="utf-8")
        assert json.loads(ran.out)["pug"] == "records/1"
        assert regency.run("load", tmp_path / "d.json").code == 4
    assert ran.json["pug_cli"] == 1


def test_a_refused_file_is_told_in_two_lines_and_nothing_changes(regency):
    before = regency.run("digest").out

    ran = regency.run("load", VECTORS / "field_unknown.json")

    assert (ran.code, ran.out) == (11, "")
    assert len(ran.err.splitlines()) == 2
    assert ran.err.startswith("PUG-IN-003 Berkas ini belum sesuai (field_unknown.json) pada records[0].values.titel")
    assert regency.run("digest").out == before


@pytest.mark.parametrize(
    ("name", "code"),
    [("format_newer", 12), ("not_json", 11), ("field_with_half_a_surrogate", 11), ("tidak_ada", 11)],
)
def test_each_refusal_has_its_exit_code_and_in_json_its_error(regency, name, code):
    ran = regency.run("load", VECTORS / f"{name}.json", "--json")

    assert ran.code == code
    assert ran.json["error"]["code"] in ran.err
    assert set(ran.json["error"]) == {"code", "what_id", "what_en", "do_id", "do_en"}


def test_digest_has_a_sum_for_each_scope(regency):
    loaded(regency)

    found = regency.run("digest", "--json").json
    text = regency.run("digest").out.splitlines()

    assert found["records"] == 3
    assert sum(count for count, _ in found["scopes"].values()) == 3
    assert text[0] == f"digest {found['digest']}"
    assert text[1] == "records 3"


def test_conflicts_lists_both_values(chain, stick):
    opd, regency, _province = chain
    loaded(opd, records=[meeting_of(opd, "Rakor")])
    assert regency.run("import", opd.run("export", "--to", stick, "--json").json["bundles"][0]["path"]).code == 0
    loaded(opd, records=[meeting_of(opd, "Rakor Awal")])
    loaded(regency, records=[meeting_of(opd, "Rakor Pokja")])
    assert regency.run("import", opd.run("export", "--to", stick, "--json").json["bundles"][0]["path"]).code == 0

    ran = regency.run("conflicts", "--json")

    (found,) = ran.json["conflicts"]
    assert (ran.code, found["kind"], found["cell"]) == (0, "meeting", "title")
    assert {each["value"] for each in found["versions"]} == {"Rakor Awal", "Rakor Pokja"}
    assert "Rakor Awal" in regency.run("conflicts").out
