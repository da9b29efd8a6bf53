"""Own kinds of meetings and the template of the letter, on the page Pengaturan."""

import docx
import pytest

from pug_desktop.app import letter, meeting_kinds
from pug_desktop.errors import TemplateRefused
from pug_desktop.ui.saved import flush_all
from pug_desktop.ui.settings.kinds_card import KindsCard
from pug_desktop.ui.settings.template_card import TemplateCard
from tests.ui.fakes import FakeAsk, NowJobs


@pytest.fixture
def ws(open_profile):
    return open_profile("kabkota")


@pytest.fixture
def card(ws, qtbot):
    made = KindsCard(ws, None)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def row(card, choice):
    return next(each for each in card.entries.rows if each.record_id == choice)


def test_a_new_kind_is_there_at_once_with_its_name_to_be_typed(card, ws, qtbot):
    card.entries.add.click()
    own = meeting_kinds.kinds(ws)[-1]
    line = row(card, own.choice).inputs["name"]
    assert (own.name, own.standard) == ("Jenis baru", False)
    assert line.selectedText() == "Jenis baru"
    qtbot.keyClicks(line, "Lokakarya")
    flush_all(card)
    assert meeting_kinds.kinds(ws)[-1].name == "Lokakarya"
    card.entries.add.click()
    assert [each.name for each in meeting_kinds.kinds(ws)[-2:]] == ["Lokakarya", "Jenis baru"]


def test_a_name_that_another_kind_has_is_told(card, qtbot):
    line = row(card, "bimtek").inputs["name"]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Advokasi")
    with qtbot.waitSignal(card.failed):
        flush_all(card)


def test_as_what_a_standard_kind_counts_cannot_be_changed(card, ws):
    own = meeting_kinds.add(ws, "Lokakarya", "pelatihan")
    card.refresh()
    assert not row(card, "advokasi").inputs["counts_as"].isEnabled()
    choice = row(card, own).inputs["counts_as"]
    assert choice.isEnabled()
    assert choice.value() == "pelatihan"


def test_a_standard_kind_is_hidden_and_an_own_one_goes(card, ws, qtbot):
    own = meeting_kinds.add(ws, "Lokakarya")
    card.refresh()
    card.entries.remove_pressed.emit("advokasi")
    assert "advokasi" not in dict(meeting_kinds.offered(ws))
    with qtbot.waitSignal(card.removed) as told:
        card.entries.remove_pressed.emit(own)
    assert told.args == ["Jenis “Lokakarya” dihapus."]
    assert own not in dict(meeting_kinds.offered(ws))


def test_a_template_is_copied_taken_and_given_up(ws, qtbot, tmp_path):
    ask = FakeAsk([tmp_path / "salinan.docx", tmp_path / "salinan.docx"])
    card = TemplateCard(ws, ask, NowJobs(), None)
    qtbot.addWidget(card)
    card.refresh()
    assert card.drop.isHidden()
    card.copy.click()
    assert (tmp_path / "salinan.docx").is_file()
    card.take.click()
    assert letter.own_template(ws) is not None
    assert not card.drop.isHidden()
    card.drop.click()
    assert letter.own_template(ws) is None


def test_a_template_with_an_unknown_field_is_told(ws, qtbot, tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ nomer }}")
    document.save(tmp_path / "salah.docx")
    card = TemplateCard(ws, FakeAsk([tmp_path / "salah.docx"]), NowJobs(), None)
    qtbot.addWidget(card)
    card.refresh()
    with pytest.raises(TemplateRefused):
        card._take()
    assert letter.own_template(ws) is None
