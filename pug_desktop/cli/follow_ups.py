"""What is still to be done after meetings: follow-ups."""

from collections.abc import Iterator
from dataclasses import asdict

import click

from pug_desktop.cli.call import NOTHING_TO_DO, Call, pass_call, shared

_STATES = ("terlambat", "terbuka", "belum", "proses", "selesai", "batal", "semua")


@click.command("follow-ups", short_help="Tindak lanjut semua rapat. / The follow-ups of all meetings.")
@click.option(
    "--state",
    type=click.Choice(_STATES),
    default="terbuka",
    show_default=True,
    help="Keadaannya. / Their state: late, open, one of four, all.",
)
@click.option("--person", default="", metavar="NAME", help="Penanggung jawab. / Who is responsible.")
@click.option("--office", default="", metavar="NAME", help="Instansi. / Institution.")
@shared
@pass_call
def follow_ups(call: Call, state: str, person: str, office: str) -> int | None:
    """Menampilkan tindak lanjut semua rapat, yang paling lama terlambat di atas. Tanpa hasil: kode 4.

    List the follow-ups of all meetings, the longest overdue first. Exit code 4 when there is none.
    """
    from pug_desktop.app.follow_ups import Wish, chosen
    from pug_desktop.app.follow_ups import follow_ups as all_of_them

    with call.profile() as ws:
        found = chosen(all_of_them(ws), Wish(None if state == "semua" else state, office, person))

    def lines() -> Iterator[str]:
        for row in found:
            due = row.due_on or "-"
            late = f" (terlambat / late: {row.late_days})" if row.late_days else ""
            who = ", ".join(each for each in (row.person, row.office) if each) or "-"
            yield f"{due}{late}  {row.text}  [{who}]  {row.state}  {row.meeting_title}"
        if not found:
            yield "Tidak ada. / None."

    told = [{name: value for name, value in asdict(row).items() if name != "sort_key"} for row in found]
    call.data({"follow_ups": told}, lines)
    return None if found else NOTHING_TO_DO
