"""A new profile, and the exchange of keys by files: init, enrol."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import wraps
from pathlib import Path

import click

from pug_desktop.cli.call import Call, P, R, pass_call, shared


@click.command(short_help="Membuat profil beserta kuncinya. / Make a profile with its keys.")
@click.option("--role", required=True, metavar="opd|kabkota|provinsi", help="Peran kantor. / The office's role.")
@click.option(
    "--region", required=True, metavar="CODE", help="Kode Kemendagri: 36 atau 36.71. / Kemendagri code: 36 or 36.71."
)
@click.option("--office", required=True, metavar="NAME", help="Nama kantor. / Name of the office.")
@click.option("--holder", default="", metavar="NAME", help="Nama pemakai. / Who uses it.")
@click.option("--practice", is_flag=True, help="Profil latihan. / A practice profile.")
@shared
@pass_call
def init(call: Call, role: str, region: str, office: str, holder: str, practice: bool) -> None:
    """Membuat profil baru di folder --profile (tanpa itu, folder baru di antara profil pemakai ini).

    Make a new profile in the folder of --profile (without it in a new one among this user's profiles). With a
    passphrase the keys are locked by it.
    """
    from pug_desktop.app.code_check import own_code
    from pug_desktop.app.workspace import create_profile

    call.opened = call.folder
    workspace = create_profile(
        call.folder,
        role=role,
        region_code=region,
        office_name=office,
        passphrase=call.passphrase(),
        practice=practice,
        holder=holder,
    )
    workspace.close()
    profile, code = workspace.profile, own_code(workspace)

    def lines() -> Iterator[str]:
        yield f"Folder / folder: {workspace.folder}"
        yield f"Kantor / office: {profile.office_name}, {profile.region_name} ({profile.region_code}), {profile.role}"
        yield f"Kode keamanan / security code: {code}"
        yield f"Perangkat / device: {profile.device_id}"

    call.data({"folder": str(workspace.folder), **asdict(profile), "code": code}, lines)


@click.group(short_help="Bertukar kunci lewat berkas. / Exchange keys by files.")
def enrol() -> None:
    """Bertukar kunci lewat berkas: permohonan kartu kunci naik, kartu kunci turun.

    Exchange keys by files: `request` here, `approve` at the office above, `accept` here again.
    """


def made_sure(verb: Callable[P, R]) -> Callable[P, R]:
    """The options that say how somebody made sure whose device it is."""

    @click.option("--code", metavar="DIGITS", help="Kode keamanan yang dibacakan. / Security code that was read out.")
    @click.option("--in-person", is_flag=True, help="Orangnya ada di sini. / The person is here.")
    @wraps(verb)
    def dressed(*args: P.args, **kwargs: P.kwargs) -> R:
        return verb(*args, **kwargs)

    return dressed


@enrol.command(name="request", short_help="Menulis permohonan kartu kunci. / Write the request.")
@click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder atau berkas. / Folder or file."
)
@click.option("--holder", default="", metavar="NAME", help="Nama pemakai. / Who uses the device.")
@shared
@pass_call
def request_(call: Call, to: Path, holder: str) -> None:
    """Menulis permohonan kartu kunci untuk dibawa ke kantor di atas. / Write the request for the office above."""
    from pug_desktop.app.code_check import own_code
    from pug_desktop.app.enrol import request

    with call.profile(keys=True) as ws:
        path = request(ws, to, holder)
        profile, code = ws.profile, own_code(ws)

    def lines() -> Iterator[str]:
        yield f"Berkas / file: {path}"
        yield f"Kode keamanan / security code: {code}"
        yield f"Perangkat / device: {profile.device_id}"

    data = {"path": str(path), "device_id": profile.device_id, "code": code, "office": profile.office_name}
    call.data(data, lines)


@enrol.command(short_help="Menjawab permohonan dengan kartu kunci. / Answer a request with a key card.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--to", required=True, metavar="DIR", type=click.Path(path_type=Path), help="Folder atau berkas. / Folder or file."
)
@made_sure
@shared
@pass_call
def approve(call: Call, file: Path, to: Path, code: str | None, in_person: bool) -> None:
    """Menjawab permohonan dengan kartu kunci, dengan kode keamanan yang dibacakan pemohon atau orangnya di sini.

    Answer a request with a key card: with the security code that the other side reads out, or the person being here.
    In a handover neither is needed: the former key vouches for the new one.
    """
    from pug_desktop.app import enrol as enrolment

    with call.profile(keys=True) as ws:
        asked = enrolment.look_request(ws, file)
        path = enrolment.approve(ws, file, to, code=code, in_person=in_person)
    device_id = asked.device.device_id

    def lines() -> Iterator[str]:
        yield f"Untuk / for: {asked.office.name} ({asked.office.role}, {asked.office.region_code})"
        yield f"Perangkat / device: {device_id}"
        yield f"Berkas / file: {path}"

    call.data({"path": str(path), "device_id": device_id, "office": asdict(asked.office)}, lines)


@enrol.command(short_help="Menerima kartu kunci. / Accept the key card.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@made_sure
@shared
@pass_call
def accept(call: Call, file: Path, code: str | None, in_person: bool) -> None:
    """Menerima kartu kunci dari kantor di atas. Yang pertama perlu kode keamanan kantor itu, seperti di suratnya.

    Accept the key card that came back. The first one needs the security code of the office above, from its letter or by
    phone.
    """
    from pug_desktop.app.enrol import accept as accept_card

    with call.profile() as ws:
        grant = accept_card(ws, file, code=code, in_person=in_person)
    issuer = grant.chain[0] if grant.chain else grant.card

    def lines() -> Iterator[str]:
        yield f"Kartu kunci / key card: {grant.card.office.name} ({grant.card.serial})"
        yield f"Dari / from: {issuer.office.name}"

    card = {"serial": grant.card.serial, "office": asdict(grant.card.office), "issuer": asdict(issuer.office)}
    call.data({"card": card}, lines)


@enrol.command(short_help="Kartu kunci dan perangkat yang dikenal. / Key card and known devices.")
@shared
@pass_call
def status(call: Call) -> None:
    """Apakah kantor ini punya kartu kunci, dan perangkat mana yang dipercaya.

    Whether this office has a key card, and which devices it trusts.
    """
    from pug_desktop.app.code_check import own_code
    from pug_desktop.app.enrol import status as enrolment

    with call.profile() as ws:
        found, code = enrolment(ws), own_code(ws)

    def lines() -> Iterator[str]:
        yield f"Kode keamanan / security code: {code}"
        yield f"Punya kartu kunci / enrolled: {'ya / yes' if found.enrolled else 'belum / not yet'}"
        if found.enrolled:
            yield f"Dari / from: {found.issuer_name} ({found.serial})"
        for device in found.devices:
            gone = "" if device.withdrawn is None else f" [dicabut / withdrawn: {device.withdrawn}]"
            yield f"{device.office_name} ({device.role}): {device.device_id}{gone}"

    call.data({**asdict(found), "code": code}, lines)
