"""The prerequisites sheet as a paper."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import fill, regions
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.fill import Sheet, SheetItem, SheetSection
from pug_desktop.app.form_source import form_line
from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.proofs import of_registers
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import parse_date, short_date_words, size_words
from pug_desktop.domain.words import label
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.shown import shown_value
from pug_desktop.reports import papers
from pug_desktop.reports import workbook as workbooks
from pug_desktop.reports.checklist import write_checklist

Evidence = Mapping[str, Sequence[EvidenceRow]]
"""Documents by question."""


def checklist(ws: Workspace, out: Path, wish: Wish) -> None:
    """One sheet with its answers, evidence and radar."""
    sheet = _wanted(ws, wish)
    form, rows = sheet.form, _evidence(ws, sheet)
    write_checklist(
        out,
        papers.ChecklistPaper(
            letterhead=letterhead_paper(ws),
            title=form.title.of(wish.lang),
            office=sheet.office_name,
            year=sheet.year,
            form_line=form_line(form),
            sections=section_papers(sheet, wish.lang, rows=rows),
            made_at_text=made_at_text(ws),
            signature=papers.SignatureBlock(place=letterhead(ws).signing_place or None),
            region=regions.region(sheet.region_code).name if sheet.office_id else None,
            evidence=evidence_lines(rows, wish.lang),
        ),
    )


def workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The same sheet as a workbook: its answers, all its documents, how complete it is."""
    sheet = _wanted(ws, wish)
    rows = _evidence(ws, sheet)
    sections = section_papers(sheet, wish.lang, rows=rows)
    items = [(section, item) for section in sections for item in section.items]
    answers = workbooks.Sheet(
        "Jawaban",
        (
            "Kode",
            "Prasyarat",
            "Pertanyaan",
            "Status",
            "Jawaban",
            "Dihitung dari",
            "Diisi lain karena",
            "Catatan",
            "Bukti",
        ),
        [
            (
                item.code,
                section.name,
                item.question,
                item.status_label,
                item.answer,
                item.computed,
                item.override,
                item.note,
                len(item.evidence),
            )
            for section, item in items
        ],
    )
    documents = workbooks.Sheet(
        "Daftar bukti",
        ("No", "Kode", "Dokumen", "Nomor", "Tanggal", "Berlaku sampai", "Berkas", "Ukuran", "Keadaan"),
        [
            (
                number,
                ", ".join(line.codes),
                line.title,
                line.number,
                line.document_on,
                line.valid_until,
                line.file_name,
                line.size,
                "ada" if line.present else "berkas menyusul",
            )
            for number, line in enumerate(evidence_lines(rows, wish.lang), 1)
        ],
    )
    complete = workbooks.Sheet(
        "Kelengkapan",
        ("Kode", "Prasyarat", "Terisi", "Pertanyaan", "Tidak relevan", "Berbukti"),
        [(each.code, each.name, each.filled, each.total, each.not_relevant, each.backed) for each in sections],
    )
    marked = workbooks.with_marks(answers, [item.open for _, item in items])
    title = f"{sheet.form.title.of(wish.lang)} – {sheet.office_name} – {sheet.year}"
    workbooks.write_workbook(out, [marked, documents, complete], title=title)


def _wanted(ws: Workspace, wish: Wish) -> Sheet:
    year = wish.year or ws.today.year
    if wish.office_id is None and ws.profile.role == "provinsi":
        if wish.region_code is None:
            raise errors.WrongRole(role=ws.profile.role, needed="kabkota, opd")
        return fill.regency_sheet(ws, year, wish.region_code)
    return fill.sheet(ws, year, office_id=wish.office_id)


def _evidence(ws: Workspace, sheet: Sheet) -> Evidence:
    """The documents by question, those of a register too where it answers."""
    items = [item for section in sheet.sections for item in section.items]
    return {item.question.name: (*item.evidence, *of_registers(ws, item)) for item in items}


def evidence_lines(evidence: Evidence, lang: str) -> tuple[papers.EvidenceLine, ...]:
    """The documents of a sheet; one that backs several questions stands once, with all their codes."""
    codes: dict[tuple[object, ...], list[str]] = {}
    rows: dict[tuple[object, ...], EvidenceRow] = {}
    for name, found in evidence.items():
        for row in found:
            same = (row.sha256, row.title, row.document_number, row.document_on, row.valid_until)
            rows.setdefault(same, row)
            if name not in codes.setdefault(same, []):
                codes[same].append(name)
    return tuple(
        papers.EvidenceLine(
            codes=tuple(codes[same]),
            title=row.title,
            number=row.document_number,
            document_on=_day(row.document_on, lang),
            valid_until=_day(row.valid_until, lang),
            file_name=row.file_name,
            size=size_words(row.size, lang),
            present=row.present,
        )
        for same, row in rows.items()
    )


def _day(iso: str | None, lang: str) -> str | None:
    day = parse_date(iso)
    return short_date_words(day, lang) if day else iso


def section_papers(sheet: Sheet, lang: str, *, rows: Evidence | None = None) -> tuple[papers.SectionPaper, ...]:
    """The prerequisites of a sheet in words; with their questions when their documents are given."""
    return tuple(_section(each, lang, rows) for each in sheet.sections)


def _section(each: SheetSection, lang: str, rows: Evidence | None) -> papers.SectionPaper:
    how_far = each.completeness
    return papers.SectionPaper(
        code=each.section.name,
        name=each.section.label.of(lang),
        definition=each.section.definition.of(lang),
        filled=how_far.filled,
        total=how_far.total,
        backed=how_far.backed,
        share=how_far.share,
        items=() if rows is None else tuple(_item(item, lang, rows[item.question.name]) for item in each.items),
        not_relevant=how_far.not_relevant,
        open=any(item.open for item in each.items),
    )


def _item(item: SheetItem, lang: str, rows: Sequence[EvidenceRow]) -> papers.ItemPaper:
    used = item.computed is not None and item.value is None and item.status == "belum_diisi"
    value = item.effective
    override = None
    computed = item.computed.value if item.computed is not None else None
    if not is_empty(computed) and item.value is not None and item.value != computed:
        override = item.override_reason or "tanpa alasan"
    return papers.ItemPaper(
        code=item.question.name,
        question=item.question.label.of(lang),
        status_label="Dihitung" if used else label("answer_state", item.status, lang),
        answer=shown_value(item.question, value, lang) if value is not None else None,
        note=item.note,
        evidence=tuple(f"{each.title}{'' if each.present else ' (berkas menyusul)'}" for each in rows),
        computed=item.computed.explanation if item.computed is not None else None,
        override=override,
        conflict=item.conflict,
        open=item.open,
    )
