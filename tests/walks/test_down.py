"""What goes down on real files: reviews to the office they concern, instruments to everybody."""

from pug_desktop.app import edit, evidence, fill, instruments, news, review
from pug_desktop.forms.load import CATALOG
from pug_desktop.storage import records
from tests.walks.line import carry

DINKES, CITY = "Dinas Kesehatan", "DP3AP2KB Kota"


def answered(office, item="P2.06", value=4):
    sheet = fill.sheet(office, 2026)
    fill.save_answer(office, sheet, item, value=value)
    return fill.answer_id(sheet.checklist_id, item)


def said(ws, answer):
    return [(each.role, each.verdict, each.remark, each.changed) for each in review.reviews_of(ws, answer)]


def issue(province, tmp_path, number, form="prasyarat-opd"):
    text = (CATALOG / f"{form}.v2.toml").read_text(encoding="utf-8")
    path = tmp_path / f"{form}.toml"
    path.write_text(text.replace("version = 2\n", f"version = {number}\n"), encoding="utf-8")
    return instruments.publish(province, path)


def test_an_answer_is_sent_back_mended_and_accepted(line, tmp_path):
    office, city, province = line
    answer = answered(office)
    carry(office, city, tmp_path / "s")
    review.review(city, answer, "dikembalikan", "Sebutkan judulnya.")
    got = carry(city, office, tmp_path / "s", DINKES)
    assert (got.by_kind["review"], got.conflicts, got.parked) == (1, 0, 0)
    (back,) = news.news(office).returned
    assert (back.item, back.review.remark, back.review.changed) == ("P2.06", "Sebutkan judulnya.", False)

    paper = tmp_path / "daftar.pdf"
    paper.write_bytes(b"%PDF-1.4\n" + b"x" * 100)
    evidence.attach(office, "answer", answer, paper)
    assert news.news(office).returned == ()
    got = carry(office, city, tmp_path / "s")
    assert got.left_out == 0
    (again,) = news.news(city).corrected
    assert again.answer_id == answer

    review.review(city, answer, "diterima")
    assert news.news(city).corrected == ()
    carry(city, office, tmp_path / "s", DINKES)
    carry(city, province, tmp_path / "s")
    for ws in line:
        assert said(ws, answer) == [("kabkota", "diterima", "", False)]


def test_what_a_province_says_reaches_the_office_by_its_district(line, tmp_path):
    office, city, province = line
    answer = answered(office)
    carry(office, city, tmp_path / "s")
    carry(city, province, tmp_path / "s")
    review.review(city, answer, "diterima")
    review.review(province, answer, "catatan", "Bagus.")
    carry(province, city, tmp_path / "s", CITY)
    carry(city, office, tmp_path / "s", DINKES)
    assert said(office, answer) == [("kabkota", "diterima", "", False), ("provinsi", "catatan", "Bagus.", False)]


def test_a_review_that_an_office_writes_itself_is_not_taken_over(line, tmp_path):
    office, city, _province = line
    answer = answered(office)
    carry(office, city, tmp_path / "s")
    review.review(city, answer, "dikembalikan", "Sebutkan judulnya.")
    carry(city, office, tmp_path / "s", DINKES)
    with office.database.read() as connection:
        (theirs,) = records.select(connection, "review")
    edit.put(office, "review", theirs.id, verdict="diterima")
    edit.create(office, "review", {"answer_id": answer, "role": "provinsi", "verdict": "diterima"})
    got = carry(office, city, tmp_path / "s")
    assert got.left_out > 0
    assert said(city, answer) == [("kabkota", "dikembalikan", "Sebutkan judulnya.", False)]


def test_an_instrument_goes_down_to_every_office_and_new_sheets_use_it(line, tmp_path):
    office, city, province = line
    issued = issue(province, tmp_path, 3)
    carry(province, city, tmp_path / "s", CITY)
    assert news.news(city).instruments == (issued,)
    carry(city, office, tmp_path / "s", DINKES)
    assert news.news(office).instruments == (issued,)
    answer = answered(office)
    got = carry(office, city, tmp_path / "s")
    assert (got.left_out, got.conflicts, got.parked) == (0, 0, 0)
    carry(city, province, tmp_path / "s")
    for ws in line:
        with ws.database.read() as connection:
            (sheet,) = records.select(connection, "checklist")
            assert records.get(connection, "answer", answer) is not None
        assert sheet.text("form_sha256") == issued.sha256
        assert instruments.accepted(ws) == (issued,)
    assert fill.sheet(city, 2026, office_id=office.profile.office_id).form.version == 3


def test_two_versions_that_are_on_the_way_end_at_the_higher_in_any_order(line, tmp_path):
    office, city, province = line
    for number in (3, 4):
        issue(province, tmp_path, number)
        carry(province, city, tmp_path / "s", CITY)
    carry(city, office, tmp_path / "s", DINKES)
    assert [each.version for each in instruments.accepted(office)] == [4]
    assert [each.refused for each in instruments.listed(office)] == ["", ""]


def test_an_instrument_that_a_district_changes_on_the_way_is_never_used_below(line, tmp_path):
    office, city, province = line
    issue(province, tmp_path, 3)
    carry(province, city, tmp_path / "s", CITY)
    with city.database.read() as connection:
        (kept,) = records.select(connection, "instrument")
    lines = list(kept.values["document"]["toml"])
    document = {"toml": [line.replace("Apakah kepala", "Apakah Kepala") for line in lines]}
    edit.put(city, "instrument", kept.id, document=document)
    carry(city, office, tmp_path / "s", DINKES)
    assert [each.refused for each in instruments.listed(office)] == [
        "isinya berubah sejak diterbitkan / its content changed after it was issued"
    ]
    assert fill.sheet(office, 2026).form.version == 2
    # The province keeps what it issued, whatever comes up.
    carry(city, province, tmp_path / "s")
    assert [each.version for each in instruments.accepted(province)] == [3]


def test_an_instrument_of_an_office_below_is_not_taken_over(line, tmp_path):
    office, city, province = line
    edit.create(city, "instrument", {"form": "prasyarat-opd", "form_version": 9}, scope="36.71")
    got = carry(city, province, tmp_path / "s")
    assert got.left_out > 0
    assert instruments.listed(province) == ()
    assert fill.sheet(office, 2026).form.version == 2


def test_who_saw_a_newer_instrument_never_fills_in_an_older_one_even_when_it_is_taken_away(line, tmp_path):
    office, city, province = line
    issued = issue(province, tmp_path, 3)
    for sender, receiver, to in ((province, city, CITY), (city, office, DINKES)):
        carry(sender, receiver, tmp_path / "s", to)
    assert news.news(office).instruments == (issued,)
    edit.remove(city, "instrument", issued.id)
    carry(city, office, tmp_path / "s", DINKES)
    sheet = fill.sheet(office, 2026)
    assert (sheet.form.version, sheet.missing_version, sheet.mine) in ((3, None, True), (2, 3, False))
