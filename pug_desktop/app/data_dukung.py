"""Data dukung: the evidence of a sheet as files, in the order of the ministry's evaluation, with an index page.

    Data-dukung_2025_Kota-Tangerang/
        Daftar-Isi.html  Daftar-Isi.pdf  Lembar-Prasyarat.pdf
        A1_Landasan-Hukum/P1.01-01_Peraturan-Wali-Kota.pdf
        B1_Perencanaan/P2.02-01_Dinas-Kesehatan_Renstra.pdf

The groups and their order are those of the form "evaluasi-kabkota". The sources name no rule for file names; ours begin
with the question's code and hold only [A-Za-z0-9._-], so that every system, browser and BagIt tool takes them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import __version__, errors
from pug_desktop.app import documents, fill
from pug_desktop.app.fill import Sheet, SheetItem
from pug_desktop.app.form_source import form_line
from pug_desktop.app.proofs import Proof, by_question
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.dates import parse_date, short_date_words, size_words
from pug_desktop.domain.evidence_flags import MISSING, flag_words
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.words import label
from pug_desktop.errors import UnknownForm
from pug_desktop.forms import load_form, shown_value
from pug_desktop.forms.derive import OTHER, derived_sections
from pug_desktop.intake.recognise import ALLOWED
from pug_desktop.progress import Step, silent
from pug_desktop.reports import bag
from pug_desktop.reports.evidence_index import (
    EvidenceIndex,
    IndexFile,
    IndexGroup,
    IndexItem,
    index_html,
    write_index,
)
from pug_desktop.reports.file_tree import Leaf, write_folder, write_zip

ORDER_FORM = "evaluasi-kabkota"
"""Its sections are the ministry's groups, in its order."""

OTHERS = ("Z9", "Lainnya")
"""Where a question stands whose instrument names no group."""

DAMAGED = "isi berkas berubah sejak disimpan; tidak disertakan"

_MOST_OF_TITLE = 40
_MOST_OF_OFFICE = 30


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: where, how many files of evidence, how many could not go along, and what needs a look."""

    path: Path
    files: int
    left_out: int
    remarked: int


def export_name(year: int, office: str) -> str:
    """What the folder or zip is called without its suffix."""
    return f"Data-dukung_{year}_{plain(office, _MOST_OF_TITLE) or 'kantor'}"


def export(
    ws: Workspace,
    out: Path,
    *,
    year: int | None = None,
    office_id: RecordId | None = None,
    region_code: str | None = None,
    bagit: bool = False,
    step: Step = silent,
) -> Exported:
    """Write the evidence of one sheet, as a zip when `out` ends in ".zip", else as a folder.

    Args:
        ws: the profile.
        out: the zip, replaced when it is there; or the folder, which must be empty or not there yet.
        year: the data year; None is this one.
        office_id: the office whose sheet is meant; None for the profile's own.
        region_code: the kabupaten/kota that a province asks about.
        bagit: as a BagIt 1.0 archive, whose manifest proves later that nothing was changed.
        step: told how far it is.

    Raises:
        WrongRole: a province that names no kabupaten/kota.
        NoSuchRecord: no such office.
        FolderNotWritable: also when the folder holds something already.
        DiskFull
    """
    sheet = _sheet(ws, year or ws.today.year, office_id, region_code)
    proofs = by_question(ws, sheet)
    index, leaves = _gather(ws, sheet, proofs, step)
    with errors_of(out.parent):
        payload = [*_front(ws, index, office_id, region_code), *leaves]
        if bagit:
            payload = _bagged(ws, index, payload)
        if out.suffix.lower() == ".zip":
            write_zip(out, plain(out.stem, 80) or "Data-dukung", payload, ws.clock(), step)
        else:
            if out.exists() and (not out.is_dir() or any(out.iterdir())):
                raise errors.FolderNotWritable(path=out, reason="folder sudah berisi / the folder is not empty")
            write_folder(out, payload, step)
    files = [file for group in index.groups for item in group.items for file in item.files]
    return Exported(
        path=out,
        files=len(leaves),
        left_out=sum(file.path is None for file in files),
        remarked=sum(bool(file.remarks) for file in files),
    )


def _sheet(ws: Workspace, year: int, office_id: RecordId | None, region_code: str | None) -> Sheet:
    if office_id is None and ws.profile.role == "provinsi":
        if region_code is None:
            raise errors.WrongRole(role=ws.profile.role, needed="kabkota, opd")
        return fill.regency_sheet(ws, year, region_code)
    return fill.sheet(ws, year, office_id=office_id)


# --- the ministry's order -------------------------------------------------------------------------------------------


def _newer(sheet: Sheet) -> dict[str, str]:
    """The groups that the newest version in the catalogue names, for a sheet of an older one."""
    try:
        return {each.name: each.lke_group for each in load_form(sheet.form.form).questions if each.lke_group}
    except UnknownForm:
        # A questionnaire of the province's own.
        return {}


def _gather(
    ws: Workspace, sheet: Sheet, proofs: Mapping[str, Sequence[Proof]], step: Step
) -> tuple[EvidenceIndex, list[Leaf]]:
    """The index and the files, each looked at whether its content is still what was stored."""
    from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text

    items = {item.question.name: item for section in sheet.sections for item in section.items}
    made, leaves = [], list[Leaf]()
    total, done = sum(len(each) for each in proofs.values()), 0
    for section in derived_sections(load_form(ORDER_FORM), sheet.form, _newer(sheet)):
        code, name = OTHERS if section.name == OTHER else (section.name, section.label.id)
        listed = []
        for item in (items[question.name] for question in section.questions):
            files = []
            for number, proof in enumerate(proofs[item.question.name], 1):
                step(done, total)
                done += 1
                file = _file(ws, sheet, item, proof, number, f"{code}_{plain(name, _MOST_OF_TITLE)}")
                files.append(file)
                if file.path:
                    leaves.append(Leaf(file.path, ws.blobs.path(proof.row.sha256)))
            lacks = documents.lacks_evidence(item) and not files
            listed.append(_item(item, files, lacks=lacks))
        made.append(IndexGroup(code, name, tuple(listed)))
    form = sheet.form
    index = EvidenceIndex(
        letterhead=letterhead_paper(ws),
        office=sheet.office_name,
        region=ws.profile.region_name if sheet.office_id and ws.profile.role != "provinsi" else None,
        year=sheet.year,
        form_line=form_line(form),
        groups=tuple(made),
        made_at_text=made_at_text(ws),
    )
    return index, leaves


def _item(item: SheetItem, files: Sequence[IndexFile], *, lacks: bool) -> IndexItem:
    value = item.effective
    used = item.computed is not None and item.value is None and item.status == "belum_diisi"
    return IndexItem(
        code=item.question.name,
        question=item.question.label.id,
        status="Dihitung" if used else label("answer_state", item.status),
        answer=shown_value(item.question, value, "id") if value is not None else None,
        files=tuple(files),
        lacks=lacks,
    )


def _file(ws: Workspace, sheet: Sheet, item: SheetItem, proof: Proof, number: int, folder: str) -> IndexFile:
    row = proof.row
    flags = documents.flags_of(row, year=sheet.year, today=ws.today.isoformat(), frequency=item.question.frequency)
    remarks = [flag_words(flag) for flag in flags]
    path = None
    if MISSING not in flags:
        if ws.blobs.is_sound(row.sha256):
            path = f"{folder}/{_file_name(item.question.name, number, proof)}"
        else:
            remarks.append(DAMAGED)
    on, until = parse_date(row.document_on), parse_date(row.valid_until)
    facts = [f"No. {row.document_number}"] if row.document_number else []
    facts += [short_date_words(on)] if on else []
    facts += [f"berlaku sampai {short_date_words(until)}"] if until else []
    return IndexFile(
        path=path,
        title=row.title,
        facts=" · ".join([*facts, size_words(row.size)]),
        remarks=tuple(remarks),
        office=proof.office,
    )


def _file_name(code: str, number: int, proof: Proof) -> str:
    """The number makes a name that no other file of the question has."""
    row = proof.row
    words = [f"{plain(code, 20)}-{number:02}", plain(proof.office, _MOST_OF_OFFICE), plain(row.title, _MOST_OF_TITLE)]
    return "_".join(each for each in words if each) + ALLOWED.get(row.media_type, (".bin",))[0]


def plain(text: str, most: int) -> str:
    """Words as part of a file name: only [A-Za-z0-9.-], no dot at either end, at most so many letters."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^A-Za-z0-9.]+", "-", ascii_only).strip("-.")[:most].strip("-.")


# --- what stands beside the evidence --------------------------------------------------------------------------------


def _front(ws: Workspace, index: EvidenceIndex, office_id: RecordId | None, region_code: str | None) -> list[Leaf]:
    """The index page twice, and the sheet itself."""
    from pug_desktop.app.paper_sheet import checklist
    from pug_desktop.app.report import Wish

    folder = ws.folder_for("tmp")
    pdf, sheet = folder / f"{ws.new_id()}.pdf", folder / f"{ws.new_id()}.pdf"
    try:
        write_index(pdf, index)
        checklist(ws, sheet, Wish(year=index.year, office_id=office_id, region_code=region_code))
        return [
            Leaf("Daftar-Isi.html", index_html(index).encode("utf-8")),
            Leaf("Daftar-Isi.pdf", pdf.read_bytes()),
            Leaf("Lembar-Prasyarat.pdf", sheet.read_bytes()),
        ]
    finally:
        for each in (pdf, sheet):
            each.unlink(missing_ok=True)


def _bagged(ws: Workspace, index: EvidenceIndex, payload: Sequence[Leaf]) -> list[Leaf]:
    """The same below `data/`, with the tag files of BagIt."""
    listed = [(leaf.path, _sha256(leaf), leaf.size) for leaf in payload]
    about = {
        "Source-Organization": index.office,
        "External-Description": f"Data dukung PUG {index.year}, {index.office}",
        "Bag-Software-Agent": f"PUG Desktop {__version__}",
    }
    tags = bag.tag_files(listed, about, ws.today.isoformat())
    return [
        *(Leaf(name, data) for name, data in tags),
        *(Leaf(bag.PAYLOAD + each.path, each.content) for each in payload),
    ]


def _sha256(leaf: Leaf) -> str:
    """The name of a stored file is its digest, and was just looked at."""
    return leaf.content.name if isinstance(leaf.content, Path) else hashlib.sha256(leaf.content).hexdigest()
