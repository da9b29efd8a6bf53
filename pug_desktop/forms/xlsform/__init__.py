"""A form as the rows of an XLSForm workbook, and back: who knows ODK or Kobo writes next year's instrument in Excel.

    grids = grids_of(form)              # survey, choices, settings: plain rows, no file
    reading = read_grids(grids)         # the tables of a form file, and what was passed over
    parse_form(toml_text(reading.told).encode(), "baru.toml")

What a round trip does not keep stands in docs/xlsform.md.
"""

from pug_desktop.forms.xlsform.columns import SHEETS, Finding, Grid
from pug_desktop.forms.xlsform.read import Reading, WorkbookMistakes, read_grids
from pug_desktop.forms.xlsform.write import grids_of

__all__ = ["SHEETS", "Finding", "Grid", "Reading", "WorkbookMistakes", "grids_of", "read_grids"]
