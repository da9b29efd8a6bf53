"""An instrument in Excel: the newest form written as an XLSForm workbook, and a workbook read into a form.

What is issued is always the text of a form file; a workbook is only the way to write it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.form_source import form_error_words, forms_of
from pug_desktop.app.workspace import Workspace
from pug_desktop.forms.load import parse_form
from pug_desktop.forms.schema import Form, Text
from pug_desktop.forms.toml_text import toml_text
from pug_desktop.forms.xlsform import Finding, WorkbookMistakes, grids_of, read_grids

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""What a person may take for a workbook; only the first is read, the others are told so."""

_MARK = "# Dibuat dari buku kerja Excel (XLSForm) / made from a workbook: {name}\n\n"
_LIMIT = 32_767


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook that is a form: `toml` is what would be issued, `remarks` what of the workbook is not in it."""

    form: Form
    toml: bytes
    remarks: tuple[Finding, ...]


def is_workbook(path: Path) -> bool:
    """Whether the file is a workbook by its name."""
    return path.suffix.casefold() in ENDINGS


def read_draft(path: Path) -> Draft:
    """The form in a workbook; nothing is kept.

    Raises:
        FileUnreadable, WorkbookRefused: it cannot be opened.
        WorkbookMistakes: with all that must be corrected, each with sheet, row and column.
    """
    from pug_desktop.intake.xlsform import read_xlsform

    try:
        reading = read_grids(read_xlsform(path))
        # A name may hold what no text file can: control characters, bytes that are no letters.
        name = "".join(each for each in " ".join(path.name.split()) if each.isprintable())
        data = (_MARK.format(name=name) + toml_text(reading.told)).encode("utf-8")
        form = parse_form(data, path.name)
    except WorkbookMistakes as mistakes:
        raise _refusal(path, mistakes.findings) from None
    except errors.FormError as error:
        found = Finding("survey", 0, 0, "", Text(form_error_words(error, "id"), form_error_words(error, "en")))
        raise _refusal(path, (found,)) from error
    return Draft(form, data, reading.remarks)


def write_workbook(ws: Workspace, name: str, out: Path) -> Form:
    """Write the newest version of a form as a workbook, to be edited into the next one.

    Raises:
        UnknownForm: no such form.
        InstrumentRefused: a text in it is longer than a cell of Excel can be.
        DiskFull, FolderNotWritable: nothing was written.
    """
    form = forms_of(ws).newest(name)
    write_form(form, out)
    return form


def write_form(form: Form, out: Path) -> None:
    """Write a form as a workbook.

    Raises:
        InstrumentRefused: a text in it is longer than a cell of Excel can be.
        DiskFull, FolderNotWritable: nothing was written.
    """
    from pug_desktop.app.instrument_guide import OFFERED, guide
    from pug_desktop.reports.xlsform import FormSheet, write_xlsform

    grids = grids_of(form)
    if any(len(text) > _LIMIT for grid in grids for row in grid.rows for text in row):
        problem = "ada teks yang tidak muat dalam satu sel Excel / a text is longer than a cell of Excel can be"
        raise errors.InstrumentRefused(path=out, problem=problem)
    offered = {"survey": OFFERED}
    sheets = [FormSheet(each.name, each.headings, each.rows, offered.get(each.name, ())) for each in grids]
    write_xlsform(out, sheets, guide(), title=form.title.id)


def findings_told(findings: Sequence[Finding]) -> list[dict[str, object]]:
    """Findings as the command line writes them."""
    return [
        {
            "sheet": each.sheet,
            "row": each.row or None,
            "column": each.column or None,
            "heading": each.heading or None,
            "problem_id": each.problem.id,
            "problem_en": each.problem.en,
        }
        for each in findings
    ]


def _refusal(path: Path, findings: tuple[Finding, ...]) -> errors.WorkbookMistakes:
    first = findings[0]
    words = Text(first.words("id"), first.words("en"))
    return errors.WorkbookMistakes(path=path, count=len(findings), first=words, findings=findings)
