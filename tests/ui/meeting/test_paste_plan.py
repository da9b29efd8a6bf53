from pug_desktop.app.attend import AttendanceRow
from pug_desktop.ui.meeting.paste_plan import plan_paste

SITI = AttendanceRow("a" * 32, 1, "Siti", "198001012005012001", "P", "Staf", "Bappeda", "opd")


def test_a_block_without_heading_goes_where_the_cursor_is() -> None:
    plan = plan_paste([["Kabid", "Dinkes"]], 3, "position", [SITI])
    assert (plan.start_row, plan.start_field, plan.cells) == (3, "position", [["Kabid", "Dinkes"]])


def test_headings_put_the_columns_in_their_places() -> None:
    plan = plan_paste([["No", "Instansi", "Nama", "L/P"], ["1", "Bappeda", "Rina", "P"]], 0, "nip", [])
    assert plan.start_field == "name"
    assert plan.cells == [["Rina", "", "P", "", "Bappeda"]]


def test_what_the_block_has_no_column_for_stays() -> None:
    plan = plan_paste([["Nama", "L/P"], ["Siti A.", "P"]], 0, "name", [SITI])
    assert plan.cells == [["Siti A.", SITI.nip, "P"]]
