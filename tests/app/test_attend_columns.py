from pug_desktop.app.attend_columns import want_columns, wanted_columns


def test_no_further_column_is_shown_until_it_is_wanted(office):
    assert wanted_columns(office) == ()


def test_wanted_columns_are_remembered_in_the_order_of_the_grid(office):
    want_columns(office, ("disability", "role", "name", "whatever"))
    assert wanted_columns(office) == ("role", "disability")
    want_columns(office, ())
    assert wanted_columns(office) == ()
