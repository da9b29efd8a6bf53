"""Instruments: issued by a province, believed for their seal alone, never exchanged for an older one."""

from itertools import pairwise

import pytest

from pug_desktop import errors
from pug_desktop.app import edit, enrol, fill, instruments
from pug_desktop.app.form_source import forms_of
from pug_desktop.forms.load import CATALOG, load_form
from pug_desktop.storage import records
from tests.app.received import copy, enter_sheet, profile

OPD = (CATALOG / "prasyarat-opd.v2.toml").read_text(encoding="utf-8")
NEW_LABEL = 'label = { id = "Berapa kali rapat? (baru)", en = "How many?" }'


def version(number, text=OPD):
    assert "version = 2\n" in text
    return text.replace("version = 2\n", f"version = {number}\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A province, a city and an office with their cards, closed."""
    folder = tmp_path_factory.mktemp("line")
    line = [
        profile(folder / "p", "provinsi", "36", "DP3AKKB"),
        profile(folder / "k", "kabkota", office="DP3AP2KB"),
        profile(folder / "o", "opd"),
    ]
    for above, below in pairwise(line):
        enrol.accept(below, enrol.approve(above, enrol.request(below, folder), folder, in_person=True), in_person=True)
    for ws in line:
        ws.close()
    return folder


@pytest.fixture
def line(made, tmp_path):
    import shutil

    from pug_desktop.app.workspace import open_profile

    opened = []
    for name in "pko":
        shutil.copytree(made / name, tmp_path / name)
        opened.append(open_profile(tmp_path / name))
    yield opened
    for ws in opened:
        ws.close()


def publish(ws, tmp_path, text):
    path = tmp_path / "baru.toml"
    path.write_text(text, encoding="utf-8")
    return instruments.publish(ws, path)


def refused(ws, tmp_path, text):
    with pytest.raises(errors.InstrumentRefused) as caught:
        publish(ws, tmp_path, text)
    with ws.database.read() as connection:
        return caught.value.fields["problem"], len(records.select(connection, "instrument"))


def reasons(ws):
    return [each.refused for each in instruments.listed(ws)]


# --- issuing --------------------------------------------------------------------------------------------------------


def test_what_is_issued_is_in_use_and_names_what_it_supersedes(line, tmp_path):
    province = line[0]
    issued = publish(province, tmp_path, version(3))
    assert (issued.name, issued.version, issued.refused) == ("prasyarat-opd", 3, "")
    with province.database.read() as connection:
        (kept,) = records.select(connection, "instrument")
    assert kept.scope == "36"
    assert kept.text("supersedes") == load_form("prasyarat-opd", 2).sha256
    assert instruments.accepted(province) == (issued,)
    assert not edit.can_undo(province)


def test_the_bytes_come_back_as_they_were(line, tmp_path):
    text = version(3).replace("\n", "\r\n", 20) + "# catatan: é\n\n"
    path = tmp_path / "baru.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    issued = instruments.publish(line[0], path)
    from hashlib import sha256

    assert issued.sha256 == sha256(text.encode()).hexdigest()


def test_only_a_province_issues(line, tmp_path):
    for ws in line[1:]:
        with pytest.raises(errors.WrongRole):
            publish(ws, tmp_path, version(3))


def test_a_form_with_a_mistake_is_refused_with_its_place(line, tmp_path):
    with pytest.raises(errors.FormError) as caught:
        publish(line[0], tmp_path, version(3).replace('kind = "document"', 'kind = "dokumen"', 1))
    assert caught.value.fields["place"] == 'question "P1.06"'


@pytest.mark.parametrize("number", [2, 3])
def test_a_version_that_is_not_above_the_known_ones_is_refused(line, tmp_path, number):
    publish(line[0], tmp_path, version(3))
    problem, kept = refused(line[0], tmp_path, version(number) + "# lain\n")
    assert "di atas 3" in problem
    assert kept == 1


def test_a_form_that_asks_nothing_of_its_own_is_refused(line, tmp_path):
    text = (CATALOG / "evaluasi-kabkota.v1.toml").read_text(encoding="utf-8")
    text = text.replace('form = "evaluasi-kabkota"\nversion = 1\n', 'form = "prasyarat-kabkota"\nversion = 3\n')
    assert "butir sendiri" in refused(line[0], tmp_path, text)[0]


def test_what_is_there_already_is_refused(line, tmp_path):
    publish(line[0], tmp_path, version(3))
    assert refused(line[0], tmp_path, version(3)) == ("instrumen ini sudah ada / this form is there already", 1)
    assert "sudah ada" in refused(line[0], tmp_path, OPD)[0]


def test_a_form_that_no_page_uses_is_refused(line, tmp_path):
    text = version(3).replace('form = "prasyarat-opd"', 'form = "prasyarat-desa"')
    assert "hanya memakai" in refused(line[0], tmp_path, text)[0]


def test_the_code_of_a_question_never_gets_another_kind_of_answer(line, tmp_path):
    text = version(3).replace('name = "P1.06"\nkind = "document"', 'name = "P1.06"\nkind = "boolean"')
    assert "P1.06" in refused(line[0], tmp_path, text)[0]


def test_the_seven_prerequisites_stay(line, tmp_path):
    text = version(3).replace('[[section]]\nname = "P2"', '[[section]]\nname = "P8"')
    assert "P1, P2, P3" in refused(line[0], tmp_path, text)[0]


def test_a_file_that_is_too_large_or_not_there_is_refused(line, tmp_path):
    for path in (tmp_path / "tidak-ada.toml", tmp_path / "besar.toml"):
        if path.stem == "besar":
            path.write_bytes(b"#" * (instruments.MAX_BYTES + 1))
        with pytest.raises(errors.FileUnreadable):
            instruments.publish(line[0], path)
    assert "terlalu panjang" in refused(line[0], tmp_path, version(3) + "#" + "x" * 100_000)[0]


# --- using ----------------------------------------------------------------------------------------------------------


def test_a_new_sheet_gets_the_newest_version_and_an_old_one_keeps_its_own(line, tmp_path):
    province, _city, office = line
    old = fill.sheet(office, 2025)
    fill.save_answer(office, old, "P2.06", value=4)
    text = version(3).replace('name = "P2.06"\nkind = "integer"\n', f'name = "P2.06"\nkind = "integer"\n{NEW_LABEL}\n#')
    publish(province, tmp_path, text)
    copy(province, office, "instrument")
    assert fill.sheet(office, 2025).form.version == 2
    new = fill.sheet(office, 2026)
    assert (new.form.version, new.mine) == (3, True)
    assert new.form.question("P2.06").label.id == "Berapa kali rapat? (baru)"
    (news,) = instruments.unused(office)
    fill.save_answer(office, new, "P2.06", value=5)
    with office.database.read() as connection:
        found = records.select(connection, "checklist", order=("year",))
    assert [(each.values["form_version"], each.text("form_sha256")) for each in found] == [
        (2, old.form.sha256),
        (3, news.sha256),
    ]
    assert instruments.unused(office) == ()
    assert instruments.accepted(office) == (news,)


def test_sheets_of_two_versions_are_counted_each_by_its_own(line, tmp_path):
    province, city, office = line
    extra = '[[section.question]]\nname = "P2.99"\nkind = "boolean"\nlabel = { id = "Baru?", en = "New?" }\n\n'
    publish(province, tmp_path, version(3).replace('[[section]]\nname = "P3"', f'{extra}[[section]]\nname = "P3"'))
    copy(province, city, "instrument")
    copy(office, city, "office")
    from tests.app.received import office_scope

    enter_sheet(city, office.profile.scope, {"P2.06": 4})
    enter_sheet(city, office_scope("Dinas Sosial"), {"P2.06": 3}, form=forms_of(city).newest("prasyarat-opd"))
    from pug_desktop.app import offices

    offices.add_office(city, "Dinas Sosial")
    totals = {each.office_name: each.total for each in fill.received_sheets(city, 2026)}
    assert totals["Dinas Sosial"] == totals["Dinas Kesehatan"] + 1
    assert fill.regency_sheet(city, 2026, "36.71").item("P2.06").computed.value == 7


def test_a_sheet_whose_form_is_not_here_can_be_looked_at_and_not_filled_in(line):
    office = line[2]
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=4)
    with office.database.write() as connection:
        connection.exec_driver_sql("UPDATE checklist SET form_version = 7, form_sha256 = ?", ("ab" * 32,))
    sheet = fill.sheet(office, 2026)
    assert (sheet.form.version, sheet.missing_version, sheet.mine) == (2, 7, False)
    assert sheet.item("P2.06").value == 4
    with pytest.raises(errors.WrongRole):
        fill.save_answer(office, sheet, "P2.06", value=5)


# --- believing ------------------------------------------------------------------------------------------------------


def tampered(line, tmp_path, **columns):
    """What an office says of an issued instrument of which some columns were changed on the way."""
    province, _city, office = line
    publish(province, tmp_path, version(3))
    copy(province, office, "instrument")
    with office.database.write() as connection:
        for name, value in columns.items():
            connection.exec_driver_sql(f"UPDATE instrument SET {name} = ?", (value,))
    assert fill.sheet(office, 2026).form.version == 2
    assert instruments.accepted(office) == ()
    return reasons(office)[0].split(" / ")[0]


def test_a_changed_word_is_noticed(line, tmp_path):
    import json

    text = version(3).replace("Apakah kepala", "Apakah Kepala", 1)
    changed = json.dumps({"toml": text.split("\n")})
    assert tampered(line, tmp_path, document=changed) == "isinya berubah sejak diterbitkan"


def test_a_changed_word_with_its_own_hash_is_noticed(line, tmp_path):
    import json
    from hashlib import sha256

    text = version(3).replace("Apakah kepala", "Apakah Kepala", 1)
    changed = json.dumps({"toml": text.split("\n")})
    told = tampered(line, tmp_path, document=changed, sha256=sha256(text.encode()).hexdigest())
    assert told == "tanda tangannya tidak cocok"


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("form_version", 4, "tanda tangannya tidak cocok"),
        ("supersedes", "0" * 64, "tanda tangannya tidak cocok"),
        ("signature", "00" * 64, "tanda tangannya tidak cocok"),
        ("signature", "bukan", "tanda tangannya tidak cocok"),
        ("signature", None, "tanda tangannya tidak cocok"),
        ("document", '{"toml":"x"}', "isinya tidak lengkap"),
        ("document", None, "isinya tidak lengkap"),
        ("issuer", "X", "bukan terbitan provinsi kantor ini"),
    ],
)
def test_whatever_was_changed_is_told_and_never_used(line, tmp_path, column, value, reason):
    assert tampered(line, tmp_path, **{column: value}) == reason


def test_a_district_cannot_issue_by_writing_the_record_itself(line, tmp_path):
    from pug_desktop.bundle.instrument_seal import Sealed, seal

    _province, city, office = line
    text = version(3)
    form = __import__("pug_desktop.forms.load", fromlist=["parse_form"]).parse_form(text.encode(), "x")
    values = {
        "form": form.form,
        "form_version": 3,
        "sha256": form.sha256,
        "document": {"toml": text.split("\n")},
        "issuer": city.keys.device_id,
        "signature": seal(Sealed(form.form, 3, form.sha256, ""), city.keys),
    }
    edit.create(office, "instrument", values, scope="36")
    assert reasons(office) == ["bukan terbitan provinsi kantor ini / not issued by the province of this office"]
    assert fill.sheet(office, 2026).form.version == 2


def test_an_office_without_a_key_card_uses_none(line, tmp_path):
    publish(line[0], tmp_path, version(3))
    stranger = profile(tmp_path / "x", "opd", office="Dinas Sosial")
    copy(line[0], stranger, "instrument")
    assert "kartu kunci" in reasons(stranger)[0]
    assert fill.sheet(stranger, 2026).form.version == 2
    stranger.close()


def test_there_is_no_way_back_to_an_older_version(line, tmp_path):
    province, _city, office = line
    for number in (3, 4):
        publish(province, tmp_path, version(number))
    copy(province, office, "instrument")
    assert [each.version for each in instruments.accepted(office)] == [4]
    with office.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM instrument WHERE form_version = 4")
    assert instruments.accepted(office) == ()
    sheet = fill.sheet(office, 2026)
    assert (sheet.missing_version, sheet.mine) == (4, False)


def test_a_sheet_that_is_made_remembers_its_version(line, tmp_path):
    province, _city, office = line
    publish(province, tmp_path, version(3))
    copy(province, office, "instrument")
    fill.save_answer(office, fill.sheet(office, 2026), "P2.06", value=4)
    with office.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM instrument")
    assert fill.sheet(office, 2027).missing_version == 3
