"""Key cards after they were given: lists, withdrawal, what a device wrote, recovery sheet, handover."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from pug_desktop import errors
from pug_desktop.cli.call import DONE, NOTHING_TO_DO, Call, pass_call, shared

if TYPE_CHECKING:
    from pug_desktop.app.enrol import DeviceRow
    from pug_desktop.app.recovery import SheetState
    from pug_desktop.app.workspace import Workspace

_RELATIONS = {"own": "kantor ini / this office", "above": "di atas / above", "below": "di bawah / below"}


@click.group(short_help="Kartu kunci: daftar, pencabutan, pemulihan, serah terima. / Key cards after they were given.")
def keys() -> None:
    """Kartu kunci sesudah diberikan: daftar, pencabutan, lembar pemulihan, serah terima.

    Key cards after they were given: who has one, withdrawing one, the recovery sheet, handover.
    """


@keys.command(name="list", short_help="Perangkat yang dikenal dan keadaannya. / Known devices and how they stand.")
@click.option("--codes", is_flag=True, help="Juga kode keamanannya. / Their security codes too.")
@shared
@pass_call
def list_(call: Call, codes: bool) -> None:
    """Perangkat yang dikenal, keadaan kartunya, dan nomor daftar kunci kantor ini.

    The devices that are known, whether their cards hold, and the number of this office's list.
    """
    from pug_desktop.app.code_check import code_of
    from pug_desktop.app.enrol import status
    from pug_desktop.app.key_lists import numbers

    with call.profile() as ws:
        found, lists = status(ws), numbers(ws)
        shown = {each.device_id: code_of(ws, each.device_id) for each in found.devices} if codes else {}

    def lines() -> Iterator[str]:
        for each in found.devices:
            state = "berlaku / holds" if each.withdrawn is None else f"dicabut / withdrawn: {each.withdrawn}"
            yield f"{each.office_name} ({each.role}, {_RELATIONS[each.relation]}), {each.holder or '-'}: {state}"
            yield f"    {each.device_id}"
            if codes:
                yield f"    {shown[each.device_id]}"
        for office, number in lists.items():
            yield f"Daftar kunci / list of key cards: {office}, {number}"

    devices = [{**asdict(each), "code": shown.get(each.device_id)} for each in found.devices]
    call.data({"devices": devices, "lists": lists}, lines)


@keys.command(short_help="Mencabut kartu kunci sebuah perangkat. / Withdraw a device's key card.")
@click.argument("device", metavar="DEVICE")
@click.option("--reason", required=True, metavar="TEXT", help="Alasan, misalnya laptop hilang. / Why.")
@click.option("--yes", is_flag=True, help="Tidak bertanya lagi. / Do not ask.")
@shared
@pass_call
def revoke(call: Call, device: str, reason: str, yes: bool) -> int:
    """Mencabut kartu kunci; tidak dapat dibatalkan. DEVICE: nomor perangkat, atau nama kantor bila hanya satu.

    Withdraw a key card; it cannot be undone. DEVICE: its id, or the office's name where it has one device. Exit code
    4: it was withdrawn before.
    """
    from pug_desktop.app.enrol import REPLACED
    from pug_desktop.app.key_lists import check_below
    from pug_desktop.app.key_lists import revoke as withdraw

    with call.profile(keys=True) as ws:
        device_id = _device(ws, device)
        row = next((each for each in _devices(ws) if each.device_id == device_id), None)
        # A card in whose place the same key got another one can still be withdrawn for good.
        if row is not None and row.withdrawn not in (None, REPLACED):
            told = f"Sudah dicabut / withdrawn already: {row.office_name} ({device_id}): {row.withdrawn}"
            call.data({"device_id": device_id, "withdrawn": row.withdrawn}, lambda: iter((told,)))
            return NOTHING_TO_DO
        check_below(ws, device_id)
        if not yes:
            whose = f"{row.office_name} ({device_id})" if row is not None else device_id
            click.confirm(
                f"{whose}: kartu kuncinya dicabut dan tidak dapat dibatalkan; kirimannya lalu ditolak. Lanjut? / "
                "its key card is withdrawn for good, its bundles are refused from now on. Go on?",
                abort=True,
                err=True,
            )
        number = withdraw(ws, device_id, reason)

    def lines() -> Iterator[str]:
        yield f"Dicabut / withdrawn: {device_id}"
        yield f"Daftar kunci nomor / list of key cards no.: {number}"

    call.data({"device_id": device_id, "list": number}, lines)
    return DONE


def _devices(ws: "Workspace") -> "tuple[DeviceRow, ...]":
    from pug_desktop.app.enrol import status

    return status(ws).devices


def _device(ws: "Workspace", wanted: str) -> str:
    """The device of the office of that name: the only one whose card holds, else the only one that there was."""
    named = [each for each in _devices(ws) if each.office_name == wanted]
    holding = [each for each in named if each.withdrawn is None]
    found = {each.device_id for each in holding or named}
    return found.pop() if len(found) == 1 else wanted


@keys.command(name="log", short_help="Apa yang dilakukan dengan kunci. / What was done with keys.")
@shared
@pass_call
def log_(call: Call) -> None:
    """Catatan tentang kunci, yang terbaru dahulu. / What was done with keys, newest first."""
    from pug_desktop.app.key_log import events, words

    with call.profile() as ws:
        found = events(ws)

    def lines() -> Iterator[str]:
        for each in found:
            yield f"{each.at[:16].replace('T', ' ')}  {words(each)} / {words(each, 'en')}"

    call.data({"events": [asdict(each) for each in found]}, lines)


@keys.command(name="written-by", short_help="Apa yang ditulis sebuah perangkat. / What a device wrote.")
@click.argument("device", metavar="DEVICE")
@shared
@pass_call
def written_by(call: Call, device: str) -> None:
    """Isian dari sebuah perangkat yang masih ada. / What a device wrote that is still there."""
    from pug_desktop.app.withdraw import written_by as find

    with call.profile() as ws:
        found = find(ws, _device(ws, device))

    def lines() -> Iterator[str]:
        for each in found:
            mark = "" if each.shown else " (tidak tampil / not shown)"
            yield f"{each.title} · {each.field}: {each.words}{mark} · {each.user or '-'}"
        yield f"Jumlah / total: {len(found)}"

    shown = ("kind", "id", "scope", "title", "cell", "value", "at", "user", "shown", "only")
    call.data({"written": [{name: getattr(each, name) for name in shown} for each in found]}, lines)


@keys.command(short_help="Lembar pemulihan: membuat dan memakai. / Recovery sheet: make it, put it to use.")
@click.option("--to", metavar="DIR", type=click.Path(path_type=Path), help="Folder untuk PDF. / Folder for the PDF.")
@click.option("--confirm", metavar="LINE", help="Baris 3 dari kertas. / Line 3 from the paper.")
@shared
@pass_call
def sheet(call: Call, to: Path | None, confirm: str | None) -> None:
    """Membuat lembar pemulihan, lalu memakainya dengan --confirm dan baris 3 dari kertasnya; PDF lalu dihapus.

    Make the recovery sheet; put it to use by --confirm and line 3 from the paper, which also removes the PDF.
    """
    from pug_desktop.app import recovery

    with call.profile() as ws:
        before = recovery.sheet_state(ws)
        if confirm is None:
            paper = recovery.make_sheet(ws, to)
        else:
            recovery.confirm_line(ws, recovery.CONFIRMED_LINE, confirm)
            paper = None
        recipient = recovery.recovery_recipient(ws)

    def lines() -> Iterator[str]:
        if paper is not None:
            yield f"Cetak lalu ketik baris 3 dengan --confirm / print, then type line 3 with --confirm: {paper}"
        else:
            yield f"Lembar pemulihan dipakai / recovery sheet in use: {recipient}"
        yield from _former_sheets(before, made=paper is not None)

    call.data({"paper": str(paper) if paper else None, "recipient": recipient}, lines)


def _former_sheets(before: "SheetState", *, made: bool) -> Iterator[str]:
    """What becomes of the sheets printed before: somebody keeps them in a safe."""
    if made and before.waiting:
        yield (
            "Perhatian: lembar yang dicetak sebelumnya tidak berlaku lagi, musnahkan / "
            "mind: the sheet printed before this one is worthless now, destroy it"
        )
    if made and before.in_use_since:
        yield (
            "Lembar yang sudah dipakai tetap berlaku sampai baris 3 ini diketik / "
            "the sheet in use holds until this line 3 is typed"
        )
    if not made and before.in_use_since:
        yield (
            "Perhatian: lembar sebelumnya kini hanya membuka kiriman yang dibuat sebelum ini / "
            "mind: the former sheet now opens only bundles made before this"
        )


@keys.command(short_help="Memulihkan kantor dengan lembar dan kirimannya. / Restore an office from its sheet.")
@click.argument("bundles", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--sheet",
    "sheet_file",
    required=True,
    metavar="FILE",
    type=click.File(encoding="utf-8"),
    help="Berkas dengan keempat baris, atau - untuk mengetiknya. / File with the four lines, - to type them.",
)
@click.option("--holder", default="", metavar="NAME", help="Nama pemakai. / Who uses it.")
@shared
@pass_call
def recover(call: Call, bundles: tuple[Path, ...], sheet_file: TextIO, holder: str) -> None:
    """Membuat profil baru di --profile dari kiriman kantor sendiri (berkas atau folder) dan lembar pemulihannya.

    Make a new profile at --profile from the office's own bundles (files or folders) and its recovery sheet. It needs a
    new key card afterwards.
    """
    from pug_desktop.app import recovery

    typed = sheet_file.read().splitlines()
    found = [each for path in bundles for each in (recovery.own_bundles(typed, path) if path.is_dir() else (path,))]
    call.opened = call.folder
    ws, told = recovery.recover(typed, found, call.folder, passphrase=call.passphrase(), holder=holder)
    ws.close()

    def lines() -> Iterator[str]:
        yield f"Folder / folder: {told.folder}"
        yield f"Pulih / restored: {told.office_name}, {told.records} catatan / records, {told.files} berkas / files"
        yield "Mohon kartu kunci baru / ask for a new key card: enrol request"

    call.data({**asdict(told), "folder": str(told.folder)}, lines)


@keys.command(short_help="Serah terima kepada pemegang baru. / Hand over to a new holder.")
@click.option("--to", metavar="DIR", type=click.Path(path_type=Path), help="Folder atau berkas. / Folder or file.")
@click.option("--holder", metavar="NAME", help="Pemegang baru. / Who takes over.")
@click.option(
    "--new-passphrase-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Kata sandi pemegang baru; tanpa ini kuncinya tidak terlindung. / The new holder's passphrase.",
)
@click.option("--paper", metavar="FILE", type=click.Path(path_type=Path), help="Berita acara. / Where the paper goes.")
@click.option("--give-up", is_flag=True, help="Membatalkan yang dimulai. / Forget the one that was begun.")
@shared
@pass_call
def handover(
    call: Call, to: Path | None, holder: str | None, new_passphrase_file: Path | None, paper: Path | None, give_up: bool
) -> int:
    """Menulis permohonan serah terima dan berita acaranya; kartu yang kembali dipasang dengan `enrol accept`.

    Write the request of a handover and its paper; the card that comes back is put in by `enrol accept`. Exit code 4:
    there was none to give up.
    """
    from pug_desktop.app import handover as handing

    if give_up:
        with call.profile() as ws:
            begun_before = handing.pending(ws) is not None
            # Also what lies there half made goes.
            handing.give_up(ws)
        none = "Tidak ada serah terima yang dimulai. / No handover was begun."
        told = "Dibatalkan / given up" if begun_before else none
        call.data({"given_up": begun_before}, lambda: iter((told,)))
        return DONE if begun_before else NOTHING_TO_DO
    if to is None or holder is None:
        raise click.UsageError("--to --holder")
    passphrase = _first_line(new_passphrase_file) if new_passphrase_file else None
    with call.profile(keys=True) as ws:
        begun = handing.begin(ws, to, new_holder=holder, passphrase=passphrase, paper=paper)

    def lines() -> Iterator[str]:
        yield f"Berkas / file: {begun.request}"
        yield f"Berita acara / paper: {begun.paper}"
        yield f"Tindak lanjut yang beralih / follow-ups handed over: {begun.follow_ups}"

    call.data(
        {"path": str(begun.request), "paper": str(begun.paper), "follow_ups": begun.follow_ups, "holder": holder}, lines
    )
    return DONE


@keys.command(short_help="Kunci baru bila kata sandinya lupa. / New keys when the passphrase is forgotten.")
@click.option(
    "--new-passphrase-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Kata sandi baru; tanpa ini kuncinya tidak terlindung. / The new passphrase.",
)
@click.option("--yes", is_flag=True, help="Tidak bertanya lagi. / Do not ask.")
@shared
@pass_call
def new(call: Call, new_passphrase_file: Path | None, yes: bool) -> None:
    """Membuat kunci baru tanpa kunci lama. Catatan tetap ada; kartu kunci harus dimohon lagi seperti yang pertama.

    Make new keys without the former ones. The records stay; the key card must be asked for again like the first one,
    and what is still under way to the former key cannot be opened any more.
    """
    from pug_desktop.app.code_check import own_code
    from pug_desktop.app.handover import start_over

    passphrase = _first_line(new_passphrase_file) if new_passphrase_file else None
    with call.profile() as ws:
        if not yes:
            click.confirm(
                f"{ws.profile.office_name}: kunci lama dibuang, kartu kunci harus dimohon lagi, kiriman yang masih di "
                "jalan tidak dapat dibuka. Lanjut? / the former keys go, the key card must be asked for again, bundles "
                "under way cannot be opened. Go on?",
                abort=True,
                err=True,
            )
        start_over(ws, passphrase)
        device_id, code = ws.profile.device_id, own_code(ws)

    def lines() -> Iterator[str]:
        yield f"Perangkat baru / new device: {device_id}"
        yield f"Kode keamanan / security code: {code}"
        yield "Mohon kartu kunci baru, minta yang lama dicabut / ask for a new key card: enrol request"

    call.data({"device_id": device_id, "code": code}, lines)


def _first_line(path: Path) -> str:
    try:
        return (path.read_text(encoding="utf-8-sig").splitlines() or [""])[0]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "bukan teks UTF-8 / no UTF-8 text"
        raise errors.FileUnreadable(path=path, reason=reason) from error
