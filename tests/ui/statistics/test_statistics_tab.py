"""The tab "Statistik" of the page Laporan, over real profiles."""

import pytest
from PySide6.QtCore import Qt

from pug_desktop.app import edit, meet, offices
from pug_desktop.ui.report.page import ReportPage
from pug_desktop.ui.statistics.view import CAME
from tests.ui.fakes import FakeAsk, NowJobs
from tests.ui.workspaces import make, opened


@pytest.fixture
def city(tmp_path):
    ws = make(tmp_path / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    with opened(ws):
        for name in ("Bappeda", "Dinas Sosial"):
            offices.add_office(ws, name)
        for year, men in ((ws.today.year, 12), (ws.today.year - 1, 40)):
            own = edit.create(ws, "meeting", {"kind": "bimtek", "year": year, "month": 3, "title": "Bimtek PPRG"})
            meet.set_headcount(ws, own, male=men, female=20, total=men + 20)
        own = edit.create(ws, "meeting", {"kind": "rakor_pokja", "year": ws.today.year, "month": 2})
        edit.create(ws, "attendance", {"meeting_id": own, "name": "Siti", "sex": "P", "office_name": "BAPPEDA"})
        yield ws


def shown(qtbot, ws):
    page = ReportPage(ws, FakeAsk(), NowJobs(), None)
    qtbot.addWidget(page)
    page.resize(1150, 680)
    page.show()
    page.refresh()
    assert page.statistics.view is None
    page.tabs.setCurrentWidget(page.statistics)
    return page, page.statistics.view


def bars(view):
    return {chart.accessibleName(): chart.accessibleDescription() for chart in view.charts}


def test_it_is_built_when_it_is_first_looked_at_and_counts_this_year(qtbot, city):
    _page, view = shown(qtbot, city)
    assert "33 (L 12, P 21)" in view._facts.text()
    assert bars(view)["Menurut jenis kegiatan"] == (
        "Bimbingan teknis: 32 (L 12, P 20); Rapat koordinasi Pokja PUG: 1 (P 1)"
    )


def test_another_year_is_counted_when_it_is_chosen(qtbot, city):
    _page, view = shown(qtbot, city)
    view.year.setCurrentIndex(view.year.findData(str(city.today.year - 1)))
    view.year.edited.emit()
    assert "60 (L 40, P 20)" in view._facts.text()


def test_the_map_says_who_never_came_and_what_a_cell_means(qtbot, city):
    _page, view = shown(qtbot, city)
    assert not view.map.isVisible()
    view.which.set_value(CAME)
    view.which.edited.emit()
    assert view.map.isVisible()
    assert "Tidak pernah hadir (1): Dinas Sosial." in view._came_words.text()
    view.map.move_to(0, 1)
    assert view._says.text() == "Dinas Sosial: hadir 0 dari 1 pada Februari; setahun 0 dari 1."
    qtbot.keyClick(view.map, Qt.Key.Key_Right)
    assert "tidak ada kegiatan pada Maret" in view._says.text()


def test_files_are_made_and_stand_among_what_was_made(qtbot, city):
    page, view = shown(qtbot, city)
    for button in (view.pdf, view.workbook, view.csv, view.plain_csv):
        button.click()
    year = city.today.year
    names = {f"statistik_{year}.pdf", f"statistik_{year}.xlsx"}
    names |= {f"statistik-{kind}_{year}.csv" for kind in ("excel", "standar")}
    assert {path.name for path in city.folder_for("cetak").iterdir()} == names
    assert {row.path.name for row in page._presenter.made()} == names


def test_a_year_without_meetings_says_what_to_do(qtbot, tmp_path):
    ws = make(tmp_path / "opd")
    with opened(ws):
        _page, view = shown(qtbot, ws)
        assert "halaman Rapat" in view._facts.text()
        assert not view.which.isVisible()
        assert view.charts == []


def test_a_province_chooses_all_of_it_or_one_kabupaten(qtbot, tmp_path):
    ws = make(tmp_path / "prov", "provinsi", "36", "DP3AKKB Banten")
    with opened(ws):
        edit.create(ws, "meeting", {"kind": "bimtek", "year": ws.today.year, "month": 1}, scope="36.72")
        _page, view = shown(qtbot, ws)
        assert view.region.currentText() == "Seluruh provinsi"
        assert "Kegiatan terlaksana: 1" in view._facts.text()
        view.region.setCurrentIndex(view.region.findData("36.71"))
        view.region.edited.emit()
        assert "Kegiatan terlaksana: 0" in view._facts.text()
        assert view.which.isVisible()
