"""Records go out as open JSON and come in again; what is not right is refused with its place; nothing is written."""

import json
import time
from pathlib import Path

import jsonschema
import pytest

from pug_desktop import errors
from pug_desktop.app import edit, exchange_json, meet
from pug_desktop.app.exchange_json import Loaded, load
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.kinds import KINDS, Type
from pug_desktop.storage import records
from tools import make_schema

VECTORS = Path(__file__).parent.parent / "vectors" / "records"
MEETING = "0190a1b2c3d47e8f9a0b1c2d3e4f5a6b"
CHILD = "0190a1b2c3d47e8f9a0b1c2d3e4f5a6c"

# Which error each file gets, and where.
REFUSED = {
    "empty_file": (errors.NotJson, (1, 1)),
    "cut_short": (errors.NotJson, None),
    "not_json": (errors.NotJson, (1, 1)),
    "comma_at_the_end": (errors.NotJson, None),
    "two_documents": (errors.NotJson, (5, 1)),
    "control_character": (errors.NotJson, None),
    "not_utf8": (errors.NotJson, None),
    "utf16": (errors.NotJson, (1, 1)),
    "top_is_a_list": (errors.WrongRecord, ""),
    "top_is_null": (errors.WrongRecord, ""),
    "no_format": (errors.WrongRecord, "pug"),
    "format_is_a_number": (errors.WrongRecord, "pug"),
    "format_of_another_program": (errors.WrongRecord, "pug"),
    "format_newer": (errors.NewerRecords, None),
    "no_records": (errors.WrongRecord, "records"),
    "records_is_an_object": (errors.WrongRecord, "records"),
    "profile_is_a_text": (errors.WrongRecord, "profile"),
    "key_twice_at_the_top": (errors.WrongRecord, "pug"),
    "key_twice_in_values": (errors.WrongRecord, "records[0].values.year"),
    "number_with_fraction": (errors.WrongRecord, "records[0].values.year"),
    "number_nan": (errors.WrongRecord, "records[0].values.year"),
    "number_infinity": (errors.WrongRecord, "records[0].values.year"),
    "number_with_exponent": (errors.WrongRecord, "records[0].values.year"),
    "number_too_large": (errors.WrongRecord, "records[0].values.year"),
    "number_of_many_digits": (errors.WrongRecord, "records[0].values.year"),
    "nested_too_deeply": (errors.WrongRecord, ""),
    "json_field_too_deep": (errors.WrongRecord, "records[0].values.participant_groups"),
    "record_is_a_text": (errors.WrongRecord, "records[0]"),
    "record_without_id": (errors.WrongRecord, "records[0].id"),
    "record_without_values": (errors.WrongRecord, "records[0].values"),
    "record_with_an_unknown_name": (errors.WrongRecord, "records[0].value"),
    "kind_unknown": (errors.WrongRecord, "records[0].kind"),
    "kind_is_a_list": (errors.WrongRecord, "records[0].kind"),
    "id_in_capitals": (errors.WrongRecord, "records[0].id"),
    "id_with_dashes": (errors.WrongRecord, "records[0].id"),
    "id_twice": (errors.WrongRecord, "records[1].id"),
    "scope_malformed": (errors.WrongRecord, "records[0].scope"),
    "scope_of_another_regency": (errors.WrongRecord, "records[0].scope"),
    "scope_above_the_profile": (errors.WrongRecord, "records[0].scope"),
    "values_is_a_list": (errors.WrongRecord, "records[0].values"),
    "field_unknown": (errors.WrongRecord, "records[0].values.titel"),
    "field_of_the_wrong_type": (errors.WrongRecord, "records[0].values.year"),
    "field_bool_for_a_number": (errors.WrongRecord, "records[0].values.year"),
    "field_outside_its_options": (errors.WrongRecord, "records[0].values.kind"),
    "field_not_a_date": (errors.WrongRecord, "records[0].values.closed_on"),
    "field_not_a_decimal": (errors.WrongRecord, "records[0].values.value"),
    "field_with_half_a_surrogate": (errors.WrongRecord, "records[0].values.title"),
    "field_with_a_null_character": (errors.WrongRecord, "records[0].values.title"),
    "field_too_long": (errors.WrongRecord, "records[0].values.title"),
    "month_13": (errors.WrongRecord, "records[0].values.month"),
    "headcount_below_zero": (errors.WrongRecord, "records[1].values.male"),
    "parent_missing": (errors.WrongRecord, "records[0].values.meeting_id"),
    "parent_not_named": (errors.WrongRecord, "records[1].values.meeting_id"),
    "parent_of_a_contact_missing": (errors.WrongRecord, "records[0].id"),
    "answer_of_the_wrong_shape": (errors.WrongRecord, "records[1].values.value"),
    "answer_to_no_question": (errors.WrongRecord, "records[1].values.item"),
}


@pytest.fixture
def ws(tmp_path):
    made = create_profile(tmp_path / "a", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang")
    yield made
    made.close()


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A profile for what writes nothing."""
    folder = tmp_path_factory.mktemp("profil") / "a"
    made = create_profile(folder, role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang")
    yield made
    made.close()


@pytest.fixture
def other(tmp_path):
    made = create_profile(tmp_path / "b", role="kabkota", region_code="36.71", office_name="DP3AP2KB Kota Tangerang")
    yield made
    made.close()


def filled(ws):
    """A record of every kind that can be made by hand, with a value of every type."""
    meeting = meet.create_meeting(ws)
    edit.put(
        ws,
        "meeting",
        meeting,
        title="Rakor “Pokja” PUG\nbaris dua",
        year=2019,
        weekday=1,
        participant_groups=["Á", 1, None],
    )
    person = edit.create(ws, "attendance", {"meeting_id": meeting, "name": "Siti", "sex": "P"})
    edit.create(ws, "attendance_contact", {"nip": "198001012005012001"}, id=person)
    edit.create(ws, "headcount", {"meeting_id": meeting, "total": 163, "excludes_speakers": True})
    edit.create(ws, "gender_index", {"index": "IPG", "year": 2022, "value": "91.25"})
    edit.create(ws, "office", {"name": "Dinas Kesehatan", "closed_on": "2022-12-31"})
    return meeting


def dumped(ws, path):
    exchange_json.write_dump(ws, path)
    return path


def document(*records):
    return {"pug": "records/1", "records": list(records)}


def record(kind="meeting", record_id=MEETING, scope="36.71", /, **values):
    return {"kind": kind, "id": record_id, "scope": scope, "values": values}


def written(tmp_path, *records):
    path = tmp_path / "masuk.json"
    path.write_text(json.dumps(document(*records)), encoding="utf-8")
    return path


# --- out and in again -----------------------------------------------------------------------------------------------


def test_loading_a_dump_changes_nothing(ws, tmp_path):
    filled(ws)
    path = dumped(ws, tmp_path / "a.json")

    assert load(ws, path) == Loaded(0, 0, 7)
    assert exchange_json.dump(ws) == path.read_bytes()


def test_a_dump_makes_the_same_records_elsewhere(ws, other, tmp_path):
    filled(ws)
    path = dumped(ws, tmp_path / "a.json")

    # The office of both is the same record.
    assert load(other, path) == Loaded(6, 0, 1)
    assert exchange_json.dump(other) == exchange_json.dump(ws)


def test_a_dump_has_only_what_has_a_value_kinds_in_order_then_ids(ws):
    meeting = filled(ws)

    found = json.loads(exchange_json.dump(ws))
    kinds = [each["kind"] for each in found["records"]]

    assert found["pug"] == "records/1"
    assert found["profile"]["scope"] == "36.71"
    assert kinds == sorted(kinds, key=list(KINDS).index)
    assert [each["id"] for each in found["records"][:2]] == sorted(each["id"] for each in found["records"][:2])
    values = next(each["values"] for each in found["records"] if each["id"] == meeting)
    assert values == {
        "kind": "rakor_pokja",
        "title": "Rakor “Pokja” PUG\nbaris dua",
        "year": 2019,
        "weekday": 1,
        "participant_groups": ["Á", 1, None],
    }


def test_a_dump_of_an_empty_profile_loads_too(ws, other, tmp_path):
    assert load(other, dumped(ws, tmp_path / "a.json")) == Loaded(0, 0, 1)


def test_the_number_of_written_records_is_told(ws, tmp_path):
    filled(ws)

    assert exchange_json.write_dump(ws, tmp_path / "a.json") == 7


def test_a_dump_that_cannot_be_written_leaves_nothing(ws, tmp_path):
    with pytest.raises(errors.StickGone):
        exchange_json.write_dump(ws, tmp_path / "no" / "a.json")


def test_a_dump_fits_the_schema(ws):
    filled(ws)
    schema = json.loads(make_schema.TARGET.read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(json.loads(exchange_json.dump(ws)))


def test_the_schema_is_that_of_the_kinds():
    schema = json.loads(make_schema.text())
    jsonschema.Draft202012Validator.check_schema(schema)

    assert make_schema.TARGET.read_text(encoding="utf-8") == make_schema.text()


SAMPLES = {
    Type.TEXT: "teks",
    Type.INT: 7,
    Type.BOOL: True,
    Type.DATE: "2022-06-30",
    Type.DECIMAL: "91.25",
    Type.ID: CHILD,
    Type.JSON: {"yes": True, "value": None},
}
NUMBERS = {"year": 2022, "month": 6, "day": 30, "weekday": 3, "semester": 2}


def whole(kind):
    """A record with a value in every field."""
    values = {
        field.name: field.options[0] if field.options else NUMBERS.get(field.name, SAMPLES[field.type])
        for field in KINDS[kind].fields
    }
    return record(kind, **values)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_takes_every_field_of_every_kind_and_no_other(kind):
    check = jsonschema.Draft202012Validator(json.loads(make_schema.text()))
    empty = record(kind, **dict.fromkeys(whole(kind)["values"]))
    wrong = record(kind, **whole(kind)["values"], bukan_ini=1)

    assert check.is_valid(document(whole(kind), empty))
    assert not check.is_valid(document(wrong))


@pytest.mark.parametrize(
    "kind",
    [
        kind.name
        for kind in KINDS.values()
        if not kind.parents and not kind.id_of and "kabkota" in kind.writers and not kind.immutable
    ],
)
def test_every_field_goes_in_and_comes_out(ws, tmp_path, kind):
    assert load(ws, written(tmp_path, whole(kind))) == Loaded(1, 0, 0)

    assert whole(kind) in json.loads(exchange_json.dump(ws))["records"]


def test_a_review_and_an_instrument_go_in_and_come_out_where_they_are_written(ws, tmp_path):
    sheet, answer = "0190a1b2c3d47e8f9a0b1c2d3e4f5a01", "0190a1b2c3d47e8f9a0b1c2d3e4f5a02"
    given = (
        record("checklist", sheet),
        record("answer", answer, checklist_id=sheet, item="P1.01"),
        record("review", CHILD, **{**whole("review")["values"], "answer_id": answer}),
    )
    assert load(ws, written(tmp_path, *given)) == Loaded(3, 0, 0)
    assert given[2] in json.loads(exchange_json.dump(ws))["records"]

    issued = record("instrument", MEETING, "36", **whole("instrument")["values"])
    with pytest.raises(errors.WrongRecord) as caught:
        load(ws, written(tmp_path, issued))
    assert caught.value.fields["place"] == "records[0].kind"

    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    assert load(province, written(tmp_path, issued)) == Loaded(1, 0, 0)
    assert load(province, written(tmp_path, issued)) == Loaded(0, 0, 1)
    changed = record("instrument", MEETING, "36", **{**issued["values"], "form_version": 3})
    with pytest.raises(errors.WrongRecord) as caught:
        load(province, written(tmp_path, changed))
    assert caught.value.fields["place"] == "records[0].values"
    assert issued in json.loads(exchange_json.dump(province))["records"]
    province.close()


def test_an_opd_takes_in_no_review_but_its_own_dump_again(tmp_path):
    made = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    scope = made.profile.scope
    sheet, answer = "0190a1b2c3d47e8f9a0b1c2d3e4f5a01", "0190a1b2c3d47e8f9a0b1c2d3e4f5a02"
    load(
        made,
        written(
            tmp_path, record("checklist", sheet, scope), record("answer", answer, scope, checklist_id=sheet, item="P1")
        ),
    )
    with pytest.raises(errors.WrongRecord):
        load(made, written(tmp_path, record("review", CHILD, scope, answer_id=answer, verdict="diterima")))
    edit.create(made, "review", {"answer_id": answer, "verdict": "diterima"}, id=CHILD, scope=scope)
    edit.create(made, "instrument", {"form": "x"}, scope="36")
    assert load(made, dumped(made, tmp_path / "d.json")).new == 0
    made.close()


# --- what a load does -----------------------------------------------------------------------------------------------


def test_a_field_that_is_not_named_stays_and_null_empties_it(ws, tmp_path):
    load(ws, written(tmp_path, record(title="Rakor", place="Serpong", year=2022)))

    assert load(ws, written(tmp_path, record(title="Rakor Awal", place=None))) == Loaded(0, 1, 0)

    found = edit.get(ws, "meeting", MEETING)
    assert (found["title"], found["place"], found["year"]) == ("Rakor Awal", None, 2022)


def test_true_is_not_one(ws, tmp_path):
    load(ws, written(tmp_path, record(disaggregation={"by_sex": 1})))

    assert load(ws, written(tmp_path, record(disaggregation={"by_sex": True}))) == Loaded(0, 1, 0)


def test_children_may_stand_before_their_parents(ws, tmp_path):
    child = record("output", CHILD, meeting_id=MEETING, text="Rencana aksi")

    assert load(ws, written(tmp_path, child, record(title="Rakor"))) == Loaded(2, 0, 0)


def test_a_child_of_a_record_that_is_here_may_come_alone(ws, tmp_path):
    meeting = filled(ws)

    assert load(ws, written(tmp_path, record("output", CHILD, meeting_id=meeting))) == Loaded(1, 0, 0)


def test_the_records_of_an_office_below_may_come_in(ws, tmp_path):
    assert load(ws, written(tmp_path, record("meeting", MEETING, f"36.71/{CHILD}"))) == Loaded(1, 0, 0)


def test_a_scope_never_changes(ws, tmp_path):
    load(ws, written(tmp_path, record(title="Rakor")))

    with pytest.raises(errors.WrongRecord) as caught:
        load(ws, written(tmp_path, record("meeting", MEETING, f"36.71/{CHILD}", title="Rakor")))

    assert caught.value.fields["place"] == "records[0].scope"


def test_what_lies_here_unchanged_is_never_refused(tmp_path):
    """A dump of an OPD may hold what came down from its regency, and what a newer program wrote."""
    opd = create_profile(tmp_path / "opd", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    try:
        with opd.database.write() as connection:
            # As a merge brings it: nobody could type this month here.
            values = {"title": "Rapat kabupaten", "month": 13}
            records.insert(connection, "meeting", opd.new_id(), "36.71", values, 1, "")
        path = dumped(opd, tmp_path / "opd.json")

        assert load(opd, path) == Loaded(0, 0, 2)
        with pytest.raises(errors.WrongRecord):
            load(opd, written(tmp_path, record(title="Bukan milik kita")))
    finally:
        opd.close()


def test_a_removed_record_comes_back(ws, tmp_path):
    meeting = filled(ws)
    path = dumped(ws, tmp_path / "a.json")
    before = path.read_bytes()
    edit.remove(ws, "meeting", meeting)

    assert load(ws, path) == Loaded(4, 0, 3)
    assert exchange_json.dump(ws) == before


def test_keys_at_the_top_that_we_do_not_know_are_only_notes(ws, tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**document(record(title="Rakor")), "pug_cli": 1, "note": "x"}), encoding="utf-8")

    assert load(ws, path) == Loaded(1, 0, 0)


def test_all_of_a_file_goes_in_or_nothing(ws, tmp_path):
    before = exchange_json.dump(ws)

    with pytest.raises(errors.WrongRecord):
        load(ws, written(tmp_path, record(title="Rakor"), record("output", CHILD, meeting_id="f" * 32)))

    assert exchange_json.dump(ws) == before


def test_a_cancel_writes_nothing(ws, tmp_path):
    class Stop(Exception):
        pass

    def step(done, total):
        if done:
            raise Stop

    with pytest.raises(Stop):
        load(ws, written(tmp_path, record(title="Rakor")), step)

    assert edit.get(ws, "meeting", MEETING) is None


@pytest.mark.slow
def test_many_records_take_seconds_not_minutes(ws, other, tmp_path):
    people = [
        record("attendance", f"{number:032x}", meeting_id=MEETING, name=f"Peserta {number}") for number in range(20_000)
    ]
    path = written(tmp_path, record(title="Besar"), *people)
    start = time.perf_counter()

    assert load(ws, path) == Loaded(20_001, 0, 0)
    assert load(ws, path) == Loaded(0, 0, 20_001)

    # A guard against a slip into one query a record, not a figure: those are in tests/bench.
    assert time.perf_counter() - start < 60


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_defect_is_told_with_its_place_and_nothing_is_written(untouched, name):
    kind, place = REFUSED[name]
    before = exchange_json.dump(untouched)

    with pytest.raises(errors.InputError) as caught:
        load(untouched, VECTORS / f"{name}.json")

    assert type(caught.value) is kind
    fields = caught.value.fields
    assert fields["path"] == VECTORS / f"{name}.json"
    if kind is errors.WrongRecord:
        assert fields["place"] == place
        own, slash, english = str(fields["problem"]).partition(" / ")
        assert own
        assert slash
        assert english
    elif kind is errors.NotJson and place:
        assert (fields["line"], fields["column"]) == place
    assert exchange_json.dump(untouched) == before


@pytest.mark.parametrize(("name", "count"), [("right", 2), ("byte_order_mark", 1)])
def test_a_right_file_goes_in(ws, name, count):
    assert load(ws, VECTORS / f"{name}.json") == Loaded(count, 0, 0)


def test_every_file_has_its_place_in_the_table():
    assert {path.stem for path in VECTORS.glob("*.json")} == {*REFUSED, "right", "byte_order_mark"}


def test_no_refused_file_but_those_beyond_a_schema_fits_it():
    """What a schema cannot say: names that stand twice, depth, ids twice, scopes, parents, answers by their form."""
    beyond = (
        *("key_twice", "number_with_fraction", "number_with_exponent", "number_of_many", "json_field_too_deep"),
        *("id_twice", "scope_of", "scope_above", "parent", "answer", "nested", "number_nan", "number_inf"),
        *("field_not_a_date", "field_with_half", "field_with_a_null"),
    )
    check = jsonschema.Draft202012Validator(json.loads(make_schema.text()))
    names = [name for name, (kind, _) in REFUSED.items() if kind is not errors.NotJson and not name.startswith(beyond)]

    fitting = [name for name in names if check.is_valid(json.loads((VECTORS / f"{name}.json").read_bytes()))]

    assert fitting == []


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_named(untouched, tmp_path, name):
    with pytest.raises(errors.FileUnreadable) as caught:
        load(untouched, tmp_path / name)

    assert " / " in str(caught.value.fields["reason"])


def test_an_unknown_name_gets_the_nearest_one_as_advice(untouched):
    with pytest.raises(errors.WrongRecord) as caught:
        load(untouched, VECTORS / "field_unknown.json")

    assert "“title”" in str(caught.value.fields["problem"])
