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


@click.command(short_help="Membuat laporan PDF atau XLSX. / Make a report as PDF or XLSX.")
@click.argument("name", metavar="NAME")
@click.option(
    "--out",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Berkas .pdf atau .xlsx. / The file, .pdf or .xlsx.",
)
@click.option("--meeting", metavar="ID", help="Rapat; tanpa ini satu-satunya yang ada. / Meeting; else the only one.")
@click.option("--year", type=int, metavar="YEAR", help="Tahun. / Year.")
@click.option("--blank", is_flag=True, help="Daftar hadir kosong. / A blank attendance list.")
@click.option("--office", metavar="ID|NAME", help="Kantor pemilik lembar prasyarat. / Office whose sheet is meant.")
@click.option("--region", metavar="CODE", help="Kabupaten/kota, di provinsi. / Kabupaten/kota, at a province.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa. / Language.")
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
    lang: str,
) -> None:
    """Membuat satu laporan: daftar-hadir, notulen, prasyarat, rekap-kabkota, rekap-provinsi.

    Make one report; its format is that of the file's suffix.
    """
    from pug_desktop.app.report import report_kind, write_report

    with call.profile() as ws:
        needs = report_kind(name).needs
        path = write_report(
            ws,
            name,
            out,
            meeting_id=_meeting(ws, meeting) if needs == "meeting" else None,
            year=year,
            blank=blank,
            office_id=_office(ws, office) if office else None,
            region_code=region,
            lang=lang,
            step=call.step(out.name),
        )
    size = path.stat().st_size

    def lines() -> Iterator[str]:
        yield f"Berkas / file: {path}"
        yield f"Ukuran / size: {size_words(size)}"

    call.data({"report": name, "path": str(path), "size": size}, lines)


def _meeting(ws: "Workspace", wanted: str | None) -> str:
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
