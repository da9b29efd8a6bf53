"""A list of names and typed numbers of one meeting: a person says which counts, and everything follows."""

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import attend, edit, meet
from pug_desktop.app.facts import gather
from pug_desktop.app.report import write_report
from pug_desktop.app.statistics import statistics


@pytest.fixture
def meeting(office):
    made = meet.create_meeting(office)
    edit.put(office, "meeting", made, year=2026)
    for name, sex in (("Siti", "P"), ("Rina", "P"), ("Ahmad", "L")):
        attend.add(office, made, name=name, sex=sex, office_name=f"Dinas {name}")
    meet.set_headcount(office, made, male=10, female=20, total=31, excludes_speakers=True)
    return made


def counted(ws, meeting_id):
    """What the page, the list of meetings and the indicators say."""
    view, row = meet.meeting(ws, meeting_id), meet.meetings(ws)[0]
    with ws.database.read() as connection:
        fact = gather(connection, ws.profile.scope).meetings[0]
    assert view.shown == (row.male, row.female, row.total, row.institutions)
    assert view.shown[:3] == (fact.male, fact.female, fact.total)
    return view.shown, view.by_list


def test_until_somebody_chooses_the_head_count_goes_first_and_takes_nothing_from_the_list(office, meeting):
    assert counted(office, meeting) == ((10, 20, 31, None), False)


@pytest.mark.parametrize(
    ("chosen", "shown", "by_list"),
    [("daftar", (1, 2, 3, 3), True), ("jumlah", (10, 20, 31, None), False), (None, (10, 20, 31, None), False)],
)
def test_what_was_chosen_is_counted_everywhere(office, meeting, chosen, shown, by_list):
    edit.put(office, "meeting", meeting, counted_by=chosen)
    assert counted(office, meeting) == (shown, by_list)


def test_the_choice_waits_while_there_is_only_one_of_the_two(office, meeting):
    edit.put(office, "meeting", meeting, counted_by="daftar")
    attend.remove(office, [row.id for row in attend.rows(office, meeting)])
    assert counted(office, meeting) == ((10, 20, 31, None), False)
    edit.put(office, "meeting", meeting, counted_by="jumlah")
    attend.add(office, meeting, name="Siti", sex="P")
    meet.set_headcount(office, meeting, male=None, female=None, total=None)
    assert counted(office, meeting) == ((0, 1, 1, 0), True)


def test_the_paper_says_the_numbers_that_were_chosen(office, meeting, tmp_path):
    def text(name):
        write_report(office, "daftar-hadir", tmp_path / f"{name}.pdf", meeting_id=meeting)
        return " ".join(" ".join(page.extract_text() for page in PdfReader(tmp_path / f"{name}.pdf").pages).split())

    told = text("jumlah")
    assert "Daftar ini memuat 3 nama; jumlah peserta yang dilaporkan 31 orang." in told
    edit.put(office, "meeting", meeting, counted_by="daftar")
    listed = text("daftar")
    assert "yang dilaporkan" not in listed
    assert "31" not in listed.replace("2026", "")


def test_a_head_count_may_tell_ages_and_disability(office, meeting):
    meet.set_headcount(
        office, meeting, male=None, female=None, total=30, disability=2, age_bands={"18_30": 4, "60_up": 3}
    )
    kept = meet.meeting(office, meeting).headcount
    assert (kept["disability"], kept["age_bands"]) == (2, {"18_30": 4, "60_up": 3})
    meet.set_headcount(office, meeting, male=None, female=None, total=None)
    assert meet.meeting(office, meeting).headcount is None


@pytest.mark.parametrize(
    "told",
    [{"disability": 31}, {"disability": -1}, {"age_bands": {"18_30": 20, "60_up": 11}}, {"age_bands": {"u18": -1}}],
)
def test_parts_that_cannot_be_are_refused(office, meeting, told):
    with pytest.raises(errors.WrongValue):
        meet.set_headcount(office, meeting, male=None, female=None, total=30, **told)
    assert meet.meeting(office, meeting).headcount["total"] == 31


def test_a_workbook_tells_roles_and_phones_where_there_are_some_and_never_age_or_disability(office, tmp_path):
    def rows(name):
        write_report(office, "daftar-hadir", tmp_path / f"{name}.xlsx", meeting_id=meeting)
        return [
            [cell for cell in row if cell is not None]
            for row in load_workbook(tmp_path / f"{name}.xlsx").active.iter_rows(values_only=True)
        ]

    meeting = meet.create_meeting(office)
    made = attend.add(office, meeting, name="Siti", age_band="60_up", disability="ya")
    assert not any("Peran" in row or "No. HP" in row for row in rows("bare"))
    attend.save(office, made, "role", "Narasumber")
    attend.save(office, made, "phone", "0812")
    told = rows("told")
    assert any(row[-2:] == ["Peran", "No. HP"] for row in told)
    assert any(row[-2:] == ["Narasumber", "0812"] for row in told)
    assert "60 tahun" not in str(told)


def test_a_row_whose_cells_were_all_emptied_is_nobody_anywhere(office, meeting):
    edit.put(office, "meeting", meeting, counted_by="daftar")
    emptied = attend.add(office, meeting, name="Budi", position="Kasubag", office_type="lsm", age_band="60_up")
    assert counted(office, meeting) == ((1, 2, 4, 3), True)
    attend.clear(office, [(emptied, "name"), (emptied, "office_type")])
    assert counted(office, meeting) == ((1, 2, 3, 3), True)
    assert attend.totals(office, meeting).total == 3
    with office.database.read() as connection:
        assert gather(connection, office.profile.scope).meetings[0].non_government == 0
    found = statistics(office, 2026)
    assert (found.all.total, found.age.total, sum(line.sum.total for line in found.by_type)) == (3, 3, 3)


def test_a_sex_that_only_a_newer_program_knows_is_a_person_of_unknown_sex(office, meeting):
    edit.put(office, "meeting", meeting, counted_by="daftar")
    newer = attend.rows(office, meeting)[2].id
    with office.database.write() as connection:
        connection.exec_driver_sql("UPDATE attendance SET sex = 'X' WHERE id = ?", (bytes.fromhex(newer),))
    assert counted(office, meeting) == ((0, 2, 3, 3), True)
