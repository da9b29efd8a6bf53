"""A final sheet and the files that `load` takes in: it stays as it is, and none becomes final without its version."""

import json

import pytest

from pug_desktop import errors
from pug_desktop.app import exchange_json, fill, states
from pug_desktop.app.exchange_json import load
from pug_desktop.app.workspace import create_profile


def written(tmp_path, record):
    path = tmp_path / "masuk.json"
    path.write_text(json.dumps({"pug": "records/1", "records": [record]}), encoding="utf-8")
    return path


@pytest.fixture
def final(tmp_path):
    """An office whose sheet is final, with one answer."""
    made = create_profile(tmp_path / "opd", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    fill.save_answer(made, fill.sheet(made, 2026), "P2.06", value=4)
    states.mark_ready(made, fill.sheet(made, 2026))
    states.finalise(made, fill.sheet(made, 2026))
    yield made
    made.close()


def of_sheet(ws, kind):
    sheet = fill.sheet(ws, 2026)
    known = {"checklist": sheet.checklist_id, "answer": fill.answer_id(sheet.checklist_id, "P2.06")}
    return {"kind": kind, "id": known.get(kind, "ab" * 16), "scope": ws.profile.scope}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("answer", {"value": 99}),
        ("answer", {"note": "lain"}),
        ("checklist", {"year": 2025}),
        ("checklist", {"state": "draf", "form_version": 1}),
        ("evidence", {"owner_kind": "answer", "sha256": "0" * 64}),
    ],
)
def test_a_final_sheet_stays_whatever_a_file_says(final, tmp_path, kind, values):
    before = exchange_json.dump(final)
    if kind == "evidence":
        values = {**values, "owner_id": of_sheet(final, "answer")["id"]}
    with pytest.raises(errors.WrongRecord) as told:
        load(final, written(tmp_path, {**of_sheet(final, kind), "values": values}))
    assert told.value.fields["place"] == "records[0].values"
    assert exchange_json.dump(final) == before


def test_a_file_begins_a_correction_as_a_person_does(final, tmp_path):
    load(final, written(tmp_path, {**of_sheet(final, "checklist"), "values": {"state": "draf"}}))
    assert fill.sheet(final, 2026).editable


def test_no_file_makes_a_sheet_final_without_its_version(final, tmp_path):
    states.correct(final, fill.sheet(final, 2026))
    with pytest.raises(errors.WrongRecord) as told:
        load(final, written(tmp_path, {**of_sheet(final, "checklist"), "values": {"state": "final"}}))
    assert told.value.fields["place"] == "records[0].values.state"
    assert fill.sheet(final, 2026).state == "draf"


def test_a_dump_with_a_final_sheet_goes_in_elsewhere_with_its_version(final, tmp_path):
    (tmp_path / "dump.json").write_bytes(exchange_json.dump(final))
    other = create_profile(tmp_path / "lain", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    fill.save_answer(other, fill.sheet(other, 2026), "P2.06", value=1)
    load(other, tmp_path / "dump.json")
    there = states.standing(other, fill.sheet(other, 2026))
    assert (there.state, len(there.versions), there.changed) == ("final", 1, 0)
    assert load(other, tmp_path / "dump.json").changed == 0
    other.close()
