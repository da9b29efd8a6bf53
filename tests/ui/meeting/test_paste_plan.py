from pug_desktop.ui.meeting.paste_plan import plan_paste

SHOWN = ("name", "nip", "sex", "position")


def test_a_block_without_heading_goes_where_the_cursor_is() -> None:
    plan = plan_paste([["P", "Kabid", "Dinkes"]], 3, "sex", SHOWN)
    assert (plan.start_row, plan.columns, plan.cells) == (3, ("sex", "position"), [["P", "Kabid", "Dinkes"]])


def test_headings_put_the_columns_in_their_places() -> None:
    plan = plan_paste([["No", "Instansi", "Nama", "L/P"], ["1", "Bappeda", "Rina", "P"]], 0, "nip", SHOWN)
    assert plan.columns == ("office_name", "name", "sex")
    assert plan.cells == [["Bappeda", "Rina", "P"]]


def test_headings_reach_columns_that_are_hidden_and_short_lines_end_empty() -> None:
    plan = plan_paste([["Nama", "Tanda tangan", "Umur", "Nama"], ["Rina", "x", "34", "y"], ["Ani"]], 0, "name", SHOWN)
    assert plan.columns == ("name", "age_band")
    assert plan.cells == [["Rina", "34"], ["Ani", ""]]
