"""One wrong part of an answer does not cost the others."""

from pug_desktop.forms.load import load_form
from pug_desktop.ui.form_view.fields import field_for
from pug_desktop.ui.saved import AutoSave


def test_a_wrong_date_keeps_the_title_beside_it_and_the_date_before_it(qtbot):
    field = field_for(load_form("prasyarat-kabkota").question("P1.01"))
    qtbot.addWidget(field)
    kept = {"date": "2018-05-01", "title": "Perwal"}
    field.set_value(kept)
    written = []
    saver = AutoSave(field, field.value, lambda value: written.append(value), unsaved_ms=20)
    field._title.set_value("Perwal 56/2018")
    field._date.set_value(None)
    assert field.good_parts(kept)["title"] == "Perwal 56/2018"
    assert field.good_parts(kept)["date"] == "2018-05-01"
    saver.settle()


def test_parts_that_contradict_each_other_wait_together(qtbot):
    field = field_for(load_form("prasyarat-kabkota").question("P1.01"))
    qtbot.addWidget(field)
    field.set_value({"date": "2024-01-01", "valid_until": "2020-01-01"})
    assert field.good_parts(None) is None
