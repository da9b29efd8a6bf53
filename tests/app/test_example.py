"""Practice profiles of every role have something on every page, and all of it is allowed."""

import pytest

from pug_desktop.app import example, fill, home, meet, registers, report, written
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.written import WRITTEN
from pug_desktop.forms.checks import check_value


@pytest.mark.parametrize(
    ("role", "region"), [("opd", "36.71"), ("kabkota", "36.71"), ("provinsi", "36"), ("provinsi", "34")]
)
def test_a_practice_profile_is_full_and_right(tmp_path, role, region):
    ws = create_profile(tmp_path / "p", role=role, region_code=region, office_name="Kantor latihan", practice=True)
    example.fill_practice(ws)
    year = ws.clock().year
    assert meet.meetings(ws)
    assert home.home(ws).meetings
    if role == "provinsi":
        assert len(fill.regions_with_data(ws, year)) == 3
        sheets = [fill.regency_sheet(ws, year, code) for code in fill.regions_with_data(ws, year)]
        text = report.write_report(ws, "rekap-provinsi", tmp_path / "r.pdf")
        assert text.stat().st_size > 5000
    else:
        sheets = [fill.sheet(ws, year)]
        for kind in WRITTEN:
            (row,) = written.rows(ws, kind)
            assert row.filled >= 4
        (decree,) = registers.rows(ws, "decree")
        assert len(registers.members(ws, decree.id)) >= 2
        assert registers.rows(ws, "gender_budget")
    if role == "kabkota":
        started = [each for each in fill.received_sheets(ws, year) if each.started]
        sheets += [fill.sheet(ws, year, office_id=each.office_id) for each in started]
        assert len(started) == 3
        assert sheets[0].item("P4.06").computed.value == {"numerator": 2, "denominator": 8}
        assert sheets[0].item("P2.06").computed.value == 11
    for sheet in sheets:
        items = [item for section in sheet.sections for item in section.items]
        assert any(item.filled for item in items)
        for item in items:
            if item.effective is not None:
                check_value(item.question, item.effective)
    ws.close()
