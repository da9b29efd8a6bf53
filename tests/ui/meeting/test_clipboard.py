import time

import pytest

from pug_desktop.ui.meeting.clipboard import MAX_ROWS, cells_of, headed, without_numbers

EXCEL_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:black}</style></head>
<body><table border=0><!--StartFragment-->
 <tr height=20><td class=xl65>Siti &amp; Rina</td><td class=xl66>198001012005012001</td><td>P</td></tr>
 <tr><td>Drs. H.<br>  Ahmad&nbsp;Fauzi</td><td></td><td>L</td></tr>
<!--EndFragment--></table></body></html>"""


def test_the_table_of_excel_is_read_cell_by_cell() -> None:
    assert cells_of(EXCEL_HTML, "unused") == [
        ["Siti & Rina", "198001012005012001", "P"],
        ["Drs. H. Ahmad Fauzi", "", "L"],
    ]


def test_a_merged_cell_leaves_the_columns_beside_it_empty() -> None:
    html = "<table><tr><td colspan=2>Siti</td><td>P</td></tr></table>"
    assert cells_of(html, "") == [["Siti", "", "P"]]


def test_a_cell_merged_downwards_leaves_the_rows_below_it_in_their_columns() -> None:
    html = (
        "<table><tr><td>Siti</td><td rowspan=3 colspan=2>Bappeda</td><td>P</td></tr>"
        "<tr><td>Rina</td><td>P</td></tr><tr><td>Ahmad</td><td>L</td></tr><tr><td>Ani</td><td>BPS</td></tr></table>"
    )
    assert cells_of(html, "") == [
        ["Siti", "Bappeda", "", "P"],
        ["Rina", "", "", "P"],
        ["Ahmad", "", "", "L"],
        ["Ani", "BPS"],
    ]


def test_a_merged_last_column_does_not_reach_further_down_than_it_is() -> None:
    html = "<table><tr><td>A</td><td rowspan=2>B</td></tr><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr></table>"
    assert cells_of(html, "") == [["A", "B"], ["C", ""], ["D", "E"]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999999999999999999", "1e9", "٣"])
def test_a_span_that_makes_no_sense_is_one(span: str) -> None:
    html = f"<table><tr><td colspan={span} rowspan={span}>A</td><td>B</td></tr><tr><td>C</td></tr></table>"
    assert cells_of(html, "") == [["A", "B"], ["C"]]


def test_without_a_table_the_text_is_split_at_tabs() -> None:
    assert cells_of("", "Siti\tP\r\nAhmad\tL\r\n") == [["Siti", "P"], ["Ahmad", "L"]]


def test_line_breaks_and_quotes_inside_a_quoted_cell_stay_in_it() -> None:
    assert cells_of("", 'Siti\t"Kepala\nBidang ""PUG"""\tP\nAhmad\t\tL') == [
        ["Siti", 'Kepala Bidang "PUG"', "P"],
        ["Ahmad", "", "L"],
    ]


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    assert cells_of("", 'Siti "Ina\tP\nAhmad\tL') == [['Siti "Ina', "P"], ["Ahmad", "L"]]


def test_html_without_a_table_is_read_as_text() -> None:
    assert cells_of("<span>Siti</span>", "Siti\tP") == [["Siti", "P"]]


def test_nothing_copied_is_nothing() -> None:
    assert cells_of("", "") == []
    assert cells_of("", " \n\t\n") == []


def test_a_heading_row_names_the_fields() -> None:
    found = headed([["No", "Nama Lengkap", "Jabatan", "No HP", "Paraf"], ["1", "Siti", "Staf", "0812", ""]])
    assert found == ([None, "name", "position", "phone", None], [["1", "Siti", "Staf", "0812", ""]])


def test_a_row_of_people_is_no_heading() -> None:
    assert headed([["Siti", "P", "Staf"]]) is None


def test_a_counting_first_column_is_left_out() -> None:
    assert without_numbers([["7.", "Siti"], ["8.", "Ahmad"]]) == [["Siti"], ["Ahmad"]]


def test_a_first_column_of_names_stays() -> None:
    assert without_numbers([["Siti", "P"], ["Ahmad", "L"]]) == [["Siti", "P"], ["Ahmad", "L"]]


def test_a_cell_as_long_as_a_book_is_cut_and_nothing_breaks() -> None:
    for text in (f'"{"x" * 200_000}"\tP', f"{'x' * 200_000}\tP", f"{'x' * 3_000_000}\tP"):
        assert [len(cell) for cell in cells_of("", text)[0]] == [5_000, 1]


def test_a_web_page_of_millions_of_letters_holds_nobody_up() -> None:
    html = "<table>" + "<tr><td>Siti</td><td>P</td></tr>" * 1_500_000 + "</table>"
    text = "Siti\tP\n" * 1_500_000
    begun = time.perf_counter()
    assert cells_of(html, text) == [["Siti", "P"]] * MAX_ROWS
    assert len(cells_of("", "\t" * 50_000_000 + "x")) in (0, 1)
    assert time.perf_counter() - begun < 3
