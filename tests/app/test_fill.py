"""Sheets: entered, computed, received."""

import pytest

from pug_desktop import errors
from pug_desktop.app import attend, edit, enrol, fill, meet, offices, receive, send
from pug_desktop.app.workspace import create_profile


def test_an_answer_is_saved_with_its_status_and_counts_as_filled(regency):
    sheet = fill.sheet(regency, 2024)
    fill.save_answer(regency, sheet, "P3.02", value=True)
    item = fill.sheet(regency, 2024).item("P3.02")
    assert (item.status, item.value, item.filled) == ("ada", True, True)
    assert fill.sheet(regency, 2024).sections[2].completeness.filled == 1
    assert fill.sheet(regency, 2023).sections[2].completeness.filled == 0
    assert 2024 in fill.years(regency)


@pytest.mark.parametrize(
    ("item", "value"), [("P3.02", "ya"), ("P4.04", 1.5), ("P1.07", {"option": "Emas", "year": 2020}), ("P3.08", -1)]
)
def test_a_value_that_the_question_does_not_allow_is_refused(regency, item, value):
    sheet = fill.sheet(regency, 2024)
    with pytest.raises(errors.WrongValue):
        fill.save_answer(regency, sheet, item, value=value)
    assert fill.sheet(regency, 2024).item(item).value is None


def test_the_sheet_of_another_office_cannot_be_edited(regency):
    other = offices.add_office(regency, "Dinas Sosial")
    with pytest.raises(errors.WrongRole):
        fill.save_answer(regency, fill.sheet(regency, 2024, office_id=other), "P1.06", status="ada")


def test_meetings_answer_what_they_can_and_a_person_may_overrule_with_a_reason(regency):
    meeting = meet.create_meeting(regency, "rakor_pokja")
    edit.put(regency, "meeting", meeting, year=2024, chair_name="A", chair_position="Sekretaris Daerah")
    item = fill.sheet(regency, 2024).item("P3.08")
    assert (item.computed.value, item.effective, item.filled) == (1, 1, True)
    fill.save_answer(regency, fill.sheet(regency, 2024), "P3.08", value=3, override_reason="dua rapat tanpa notulen")
    item = fill.sheet(regency, 2024).item("P3.08")
    assert (item.effective, item.override_reason) == (3, "dua rapat tanpa notulen")


def test_nothing_is_computed_from_nothing(regency):
    sheet = fill.sheet(regency, 2024)
    assert [item.question.name for part in sheet.sections for item in part.items if item.computed] == []


def test_an_offices_answer_rolls_up_into_the_district_and_the_province(tmp_path):
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    office = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    for below, above in ((regency, province), (office, regency)):
        enrol.accept(
            below, enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True), in_person=True
        )
    sheet = fill.sheet(office, 2024)
    yes = {"status": "ada", "value": True} if sheet.form.question("P3.03").kind == "boolean" else {"status": "ada"}
    fill.save_answer(office, sheet, "P3.03", **yes)
    for sender, receiver in ((office, regency), (regency, province)):
        receive.take_in(receiver, send.send(sender, send.find_addressee(sender), tmp_path).path)
    for ws in (regency, province):
        computed = fill.regency_sheet(ws, 2024, "36.71").item("P3.03").computed
        assert computed.value == {"numerator": 1, "denominator": 1}
        assert "1 lembar" in computed.explanation
    offices.add_office(regency, "Dinas Sosial")
    assert [(each.office_name, each.started) for each in fill.received_sheets(regency, 2024)] == [
        ("Dinas Kesehatan", True),
        ("Dinas Sosial", False),
    ]
    assert fill.regency_sheet(regency, 2024, "36.71").item("P3.03").computed.value["denominator"] == 2
    assert fill.regions_with_data(province, 2024) == ("36.71",)
    with pytest.raises(errors.WrongRole):
        fill.sheet(province, 2024)
    for ws in (province, regency, office):
        ws.close()


def test_evidence_hangs_from_an_answer_that_was_not_filled_in_yet(regency, tmp_path):
    from pug_desktop.app import evidence

    paper = tmp_path / "SK.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    target = fill.attach_evidence_target(regency, fill.sheet(regency, 2024), "P3.01")
    evidence.attach(regency, "answer", target, paper)
    item = fill.sheet(regency, 2024).item("P3.01")
    assert [each.file_name for each in item.evidence] == ["SK.pdf"]
    assert item.status == "belum_diisi"


def test_participants_are_counted_only_where_the_split_is_known(regency):
    meeting = meet.create_meeting(regency, "sosialisasi")
    edit.put(regency, "meeting", meeting, year=2024)
    attend.add(regency, meeting, name="A", sex="P")
    attend.add(regency, meeting, name="B", sex="L")
    assert fill.sheet(regency, 2024).item("P4.02").computed.value == {"male": 1, "female": 1}
