"""Persons on the command line: who came how often, likely doubles, removing old participants' data."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from pug_desktop.cli.call import DONE, NOTHING_TO_DO, Call, pass_call, shared
from pug_desktop.domain.attendance import mask_nip

if TYPE_CHECKING:
    from pug_desktop.app.people import Entry


@click.group(short_help="Orang: daftar, nama yang mungkin sama, hapus data lama. / Persons across meetings.")
def people() -> None:
    """Orang di semua rapat: daftar, nama yang mungkin satu orang, menghapus data peserta rapat lama.

    Persons across all meetings: the register, likely doubles, removing the participants' data of old meetings.
    """


@people.command("list", short_help="Siapa hadir berapa kali. / Who came how often.")
@click.option("--search", default="", metavar="WORDS", help="Nama, jabatan, instansi, awal NIP. / Words, or a NIP.")
@shared
@pass_call
def list_(call: Call, search: str) -> None:
    """Daftar orang dan nama pada daftar hadir; NIP disamarkan.

    The register and the names on lists; a NIP is masked.
    """
    from pug_desktop.app.people import entries

    with call.profile() as ws:
        found = entries(ws, search)

    def lines() -> Iterator[str]:
        yield f"Orang / persons: {len(found)}"
        for each in found:
            yield f"  {_words(each)} – {each.times} x – {each.key}"

    call.data({"people": [_as_json(each) for each in found]}, lines)


@people.command(short_help="Nama yang mungkin satu orang. / Likely doubles.")
@shared
@pass_call
def doubles(call: Call) -> None:
    """Pasangan yang mungkin satu orang; program tidak pernah menggabungkan sendiri.

    Pairs that are likely one person; nothing is ever merged by itself.
    """
    from pug_desktop.app.doubles import doubles as find

    with call.profile() as ws:
        found = find(ws, call.step("Membandingkan"))
    pairs = [
        {
            "one": _as_json(each.one),
            "other": _as_json(each.other),
            "score": each.likeness.score,
            "proof": each.likeness.proof,
        }
        for each in found
    ]

    def lines() -> Iterator[str]:
        yield f"Mungkin sama / likely doubles: {len(found)}"
        for each in found:
            yield f"  {_words(each.one)} = {_words(each.other)} ({each.likeness.proof or each.likeness.score})"

    call.data({"doubles": pairs}, lines)


@people.command(short_help="Menghapus data peserta rapat lama. / Remove participants' data.")
@click.option(
    "--before",
    required=True,
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Rapat sebelum tanggal ini. / Meetings before this day.",
)
@click.option("--yes", is_flag=True, help="Sungguh menghapus, untuk selamanya. / Really remove, for good.")
@shared
@pass_call
def clear(call: Call, before: datetime, yes: bool) -> int:
    """Menghapus nama, NIP, telepon dan jabatan peserta rapat kantor ini sebelum sebuah tanggal; jumlahnya tetap ada.

    Remove names, NIPs, phones and positions of the participants of this office's meetings before a day; what is counted
    stays. Without --yes it only lists the meetings. Older backups, papers and bundles still hold the names.
    """
    from pug_desktop.app import retention

    with call.profile() as ws:
        old = retention.old_meetings(ws, before.date())
        done = retention.clear(ws, [each.id for each in old], call.step("Menghapus")) if yes and old else None
    meetings = [{"id": each.id, "date": each.date_text, "title": each.title, "persons": each.persons} for each in old]

    def lines() -> Iterator[str]:
        verb = "Dihapus / removed" if done else "Belum dihapus, pakai --yes / not removed, use --yes"
        yield f"{verb}: {sum(each.persons for each in old)} nama / names, {len(old)} rapat / meetings"
        for each in old:
            yield f"  {each.date_text} – {each.title or each.id} – {each.persons}"

    call.data({"meetings": meetings, "removed": done is not None, "register": done.register if done else 0}, lines)
    return DONE if old else NOTHING_TO_DO


def _words(each: "Entry") -> str:
    return ", ".join(part for part in (each.name, each.office_name, mask_nip(each.nip)) if part)


def _as_json(each: "Entry") -> dict[str, object]:
    return {
        "key": each.key,
        "person_id": each.person_id,
        "name": each.name,
        "position": each.position,
        "office": each.office_name,
        "sex": each.sex,
        "nip": mask_nip(each.nip),
        "times": each.times,
    }
