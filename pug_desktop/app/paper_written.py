"""Semester reports, GAP and GBS as papers and workbooks: one record, or all of a year."""

from collections.abc import Mapping
from pathlib import Path

from pug_desktop.app import written
from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.app.written import WrittenView
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.domain.kinds import GAP_MODELS, Value
from pug_desktop.domain.words import label
from pug_desktop.domain.written import GAP_STEPS, GBS_HEADINGS, SEMESTER_HEADINGS, semester_words
from pug_desktop.replica import scope as scopes
from pug_desktop.reports import papers
from pug_desktop.reports.workbook import Sheet, with_marks, write_workbook
from pug_desktop.reports.written import (
    GapPaper,
    GapRow,
    GapTable,
    GbsPaper,
    Part,
    SemesterPaper,
    write_gap,
    write_gbs,
    write_semester_reports,
)

_MONTHS = {1: "Januari sampai Juni", 2: "Juli sampai Desember"}


def semester_report(ws: Workspace, out: Path, wish: Wish) -> None:
    """The report of one half-year, or both of a year."""
    made = [_semester(ws, each, wish.lang) for each in _wanted(ws, "semester_report", wish)]
    write_semester_reports(out, made, made_at_text=made_at_text(ws))


def gap(ws: Workspace, out: Path, wish: Wish) -> None:
    """The matrix of one analysis, or of all of a year."""
    found = _wanted(ws, "gap", wish)
    offices = {each.origin for each in found}
    whole = wish.record_id is None
    tables = [_gap_table(model, found, wish.lang) for model in GAP_MODELS]
    # Without any analysis the classic matrix is printed empty, to be written on.
    shown = tuple(each for each in tables if each.rows) or tuple(tables[:1])
    paper = GapPaper(
        letterhead=_head(ws, found),
        office=_whose(ws, offices),
        period=f"Tahun {_year(ws, wish)}" if whole else _own_year(found),
        tables=shown,
        with_office=len(offices) > 1,
        signature=_signature(ws),
    )
    write_gap(out, paper, made_at_text=made_at_text(ws))


def gbs(ws: Workspace, out: Path, wish: Wish) -> None:
    """One budget statement, or all of a year."""
    made = [_gbs(ws, each, wish.lang) for each in _wanted(ws, "gbs", wish)]
    write_gbs(out, made, made_at_text=made_at_text(ws))


class Workbook:
    """Writes the records of one kind as rows."""

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def __call__(self, ws: Workspace, out: Path, wish: Wish) -> None:
        """Write the workbook."""
        found = _wanted(ws, self._kind, wish)
        write_workbook(out, self._sheets(found, wish.lang), title=label("evidence_owner", self._kind, wish.lang))

    def _sheets(self, found: list[WrittenView], lang: str) -> list[Sheet]:
        if self._kind == "semester_report":
            names = (
                "Kantor",
                "Tahun",
                "Semester",
                *(each.name(lang) for each in SEMESTER_HEADINGS),
                "Nomor surat",
                "Dikirim",
            )
            fields = ("year", "semester", *(each.field for each in SEMESTER_HEADINGS), "letter_number", "sent_on")
            return [_sheet("Laporan semester", names, fields, found)]
        if self._kind == "gbs":
            names = ("Kantor", "Tahun", "Program", "Kegiatan", *(each.name(lang) for each in GBS_HEADINGS), "Anggaran")
            fields = ("year", "programme", "activity", *(each.field for each in GBS_HEADINGS), "budget")
            return [_sheet("GBS", names, fields, found)]
        made = []
        for model in GAP_MODELS:
            steps = GAP_STEPS[model]
            names = ("Kantor", "Tahun", "Program", "Kegiatan", *(each.name(lang) for each in steps))
            fields = ("year", "programme", "activity", *(each.field for each in steps))
            mine = [each for each in found if _model(each) == model]
            made.append(_sheet(label("gap_model", model, lang), names, fields, mine))
        return made


def _sheet(name: str, names: tuple[str, ...], fields: tuple[str, ...], found: list[WrittenView]) -> Sheet:
    rows = [(each.origin, *(_cell(each.values[field]) for field in fields)) for each in found]
    return with_marks(Sheet(name, names, rows), [bool(each.conflicts) for each in found])


def _cell(value: Value) -> str | int | None:
    return value if isinstance(value, str | int) else None


def _wanted(ws: Workspace, kind: str, wish: Wish) -> list[WrittenView]:
    """The one record, or those of the year: of an office or region when one is meant."""
    if wish.record_id is not None:
        return [written.view(ws, kind, wish.record_id, wish.lang)]
    found = [written.view(ws, kind, each.id, wish.lang) for each in written.rows(ws, kind, year=_year(ws, wish))]
    if wish.office_id is not None:
        return [each for each in found if wish.office_id in (each.values["office_id"], scopes.office_of(each.scope))]
    if wish.region_code is not None:
        found = [each for each in found if scopes.region_of(each.scope) == wish.region_code]
    # A region reports for itself; analyses and statements are its offices' work, shown together.
    if kind == "semester_report":
        own = wish.region_code or ws.profile.scope
        found = [each for each in found if each.scope == own]
    return found


def _year(ws: Workspace, wish: Wish) -> int:
    return wish.year or ws.today.year


def _whose(ws: Workspace, offices: set[str]) -> str:
    """The one office whose paper it is; an empty one is this office's, one of several the region's."""
    if len(offices) == 1:
        return next(iter(offices))
    return ws.profile.region_name if offices else ws.profile.office_name


def _own_year(found: list[WrittenView]) -> str:
    year = found[0].values["year"] if found else None
    return "" if year is None else f"Tahun {year}"


def _head(ws: Workspace, found: list[WrittenView]) -> papers.Letterhead:
    """The letterhead of this office, on nothing that another office wrote."""
    return letterhead_paper(ws) if all(each.mine for each in found) else papers.Letterhead()


def _signature(ws: Workspace, position: Value = None, name: Value = None) -> papers.SignatureBlock:
    place = letterhead(ws).signing_place or None
    return papers.SignatureBlock(place=place, position=_text(position), name=_text(name))


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _parts(each: WrittenView, lang: str) -> tuple[Part, ...]:
    return tuple(
        Part(heading.name(lang), _text(each.values[heading.field]), heading.field in each.conflicts)
        for heading in each.headings
    )


def _semester(ws: Workspace, each: WrittenView, lang: str) -> SemesterPaper:
    values: Mapping[str, Value] = each.values
    semester = values["semester"]
    months = _MONTHS.get(semester) if isinstance(semester, int) else None
    year = "?" if values["year"] is None else values["year"]
    sent = parse_date(_text(values["sent_on"]))
    return SemesterPaper(
        letterhead=_head(ws, [each]),
        office=each.origin,
        region=_region_name(each),
        period=f"{semester_words(semester)} tahun {year}" + (f" ({months})" if months else ""),
        parts=_parts(each, lang),
        letter_number=_text(values["letter_number"]),
        sent_on=short_date_words(sent) if sent else None,
        signature=_signature(ws) if each.mine else papers.SignatureBlock(),
    )


def _region_name(each: WrittenView) -> str:
    return written.region_name(scopes.region_of(each.scope))


def _gap_table(model: str, found: list[WrittenView], lang: str) -> GapTable:
    mine = [each for each in found if _model(each) == model]
    rows = tuple(
        GapRow(
            office=each.origin,
            programme=_text(each.values["programme"]),
            activity=_text(each.values["activity"]),
            parts=_parts(each, lang),
            open=bool(each.conflicts & {"programme", "activity"}),
        )
        for each in mine
    )
    return GapTable(label("gap_model", model, lang), tuple(each.name(lang) for each in GAP_STEPS[model]), rows)


def _model(each: WrittenView) -> str:
    """An analysis that does not say its model has the fields of the classic one."""
    model = str(each.values["model"])
    return model if model in GAP_MODELS else GAP_MODELS[0]


def _gbs(ws: Workspace, each: WrittenView, lang: str) -> GbsPaper:
    values = each.values
    budget, year = values["budget"], values["year"]
    return GbsPaper(
        letterhead=_head(ws, [each]),
        office=each.origin,
        year=year if isinstance(year, int) else None,
        programme=_text(values["programme"]),
        activity=_text(values["activity"]),
        parts=_parts(each, lang),
        budget=budget if isinstance(budget, int) else None,
        open=each.conflicts & {"programme", "activity", "budget", "year"},
        signature=_signature(ws, values["signer_position"], values["signer"])
        if each.mine
        else papers.SignatureBlock(position=_text(values["signer_position"]), name=_text(values["signer"])),
    )
