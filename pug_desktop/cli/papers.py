"""Papers and workbooks: report."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pug_desktop import errors
from pug_desktop.cli.call import Call, pass_call, shared
from pug_desktop.domain.dates import size_words

if TYPE_CHECKING:
    from pug_desktop.app.workspace import Workspace

EVIDENCE = "data-dukung"
"""The one report that is many files."""


@click.command(short_help="Membuat laporan PDF atau XLSX. / Make a report as PDF or XLSX.")
@click.argument("name", metavar="NAME")
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Berkas .pdf atau .xlsx; data-dukung: .zip atau folder. / The file; data-dukung: .zip or a folder.",
)
@click.option("--meeting", metavar="ID", help="Rapat; tanpa ini satu-satunya yang ada. / Meeting; else the only one.")
@click.option("--year", type=int, metavar="YEAR", help="Tahun. / Year.")
@click.option("--blank", is_flag=True, help="Daftar hadir kosong. / A blank attendance list.")
@click.option("--office", metavar="ID|NAME", help="Kantor pemilik lembar prasyarat. / Office whose sheet is meant.")
@click.option("--region", metavar="CODE", help="Kabupaten/kota, di provinsi. / Kabupaten/kota, at a province.")
@click.option("--bagit", is_flag=True, help="data-dukung sebagai arsip BagIt 1.0. / data-dukung as a BagIt 1.0 bag.")
@click.option("--record", metavar="ID", help="Satu laporan semester, GAP, atau GBS. / One semester report, GAP or GBS.")
@click.option(
    "--question", metavar="CODE", help="satu-pertanyaan: kodenya, misalnya P1.06. / The code of the question."
)
@click.option("--spj", is_flag=True, help="laporan-kegiatan untuk SPJ. / The report for the accounts, with whole NIPs.")
@click.option(
    "--csv",
    "csv_kind",
    type=click.Choice(("excel", "standar")),
    default="excel",
    help="Jenis berkas .csv dari statistik. / The kind of the .csv file of statistik.",
)
@shared
@pass_call
def report(
    call: Call,
    name: str,
    out: Path,
    meeting: str | None,
    year: int | None,
    blank: bool,
    office: str | None,
    region: str | None,
    bagit: bool,
    record: str | None,
    question: str | None,
    spj: bool,
    csv_kind: str,
) -> None:
    """Membuat satu laporan.

    Nama: undangan, daftar-hadir, notulen, laporan-kegiatan, kalender-rapat, kalender-tindak-lanjut, prasyarat,
    laporan-semester, gap, gbs, rekap-kabkota, rekap-provinsi, statistik, satu-pertanyaan,
    data-dukung.

    Make one report; its format is that of the file's suffix. data-dukung writes all evidence files of a sheet in the
    ministry's order, with an index page: a zip when FILE ends in .zip, else a folder.
    """
    from pug_desktop.app.report import report_kind, write_report

    if name == EVIDENCE:
        _data_dukung(call, out, year, office, region, bagit=bagit)
        return
    with call.profile() as ws:
        needs = report_kind(name).needs
        path = write_report(
            ws,
            name,
            out,
            meeting_id=meeting_named(ws, meeting) if needs == "meeting" else None,
            year=year,
            blank=blank,
            office_id=_office(ws, office) if office else None,
            region_code=region,
            record_id=record,
            item=question,
            spj=spj,
            csv=csv_kind,
            step=call.step(out.name),
        )
    size = path.stat().st_size

    def lines() -> Iterator[str]:
        yield f"Berkas / file: {path}"
        yield f"Ukuran / size: {size_words(size)}"

    call.data({"report": name, "path": str(path), "size": size}, lines)


def _data_dukung(
    call: Call, out: Path, year: int | None, office: str | None, region: str | None, *, bagit: bool
) -> None:
    from pug_desktop.app.data_dukung import export

    with call.profile() as ws:
        office_id = _office(ws, office) if office else None
        step = call.step(out.name)
        made = export(ws, out, year=year, office_id=office_id, region_code=region, bagit=bagit, step=step)

    def lines() -> Iterator[str]:
        yield f"Data dukung / evidence: {made.path}"
        yield f"Berkas / files: {made.files}"
        if made.left_out:
            yield f"Tidak disertakan (hilang atau rusak) / left out (missing or damaged): {made.left_out}"
        if made.remarked:
            yield f"Perlu diperiksa / to be looked at: {made.remarked}"

    told = {"files": made.files, "left_out": made.left_out, "remarked": made.remarked, "bagit": bagit}
    call.data({"report": EVIDENCE, "path": str(made.path), **told}, lines)


def meeting_named(ws: "Workspace", wanted: str | None) -> str:
    """The meeting of that id, or of words in its title that no other has; the only one when none is named."""
    from pug_desktop.app.meet import meetings

    rows = meetings(ws)
    found = [row for row in rows if wanted in (None, row.id)]
    if wanted and not found:
        found = [row for row in rows if wanted.casefold() in row.title.casefold()]
    if not rows or (wanted and not found):
        raise errors.NoSuchRecord(kind="meeting", id=wanted or "")
    if len(found) > 1:
        known = "; ".join(f"{row.id} {row.title}" for row in found)
        raise errors.UnknownName(what="meeting", name=wanted or "", known=known)
    return found[0].id


def _office(ws: "Workspace", wanted: str) -> str:
    """The office of that id, or of words in its name that no other has."""
    from pug_desktop.app.offices import offices

    rows = offices(ws)
    found = [row for row in rows if wanted in (row.id, row.name)]
    found = found or [row for row in rows if wanted.casefold() in row.name.casefold()]
    if len(found) != 1:
        known = "; ".join(row.name for row in found or rows)
        raise errors.UnknownName(what="office", name=wanted, known=known)
    return found[0].id
