"""Looking after a profile: doctor, backup, restore."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from pug_desktop import durable, errors
from pug_desktop.cli.call import DONE, FAILED, Call, pass_call, shared
from pug_desktop.cli.told import tell


@click.command(short_help="Memeriksa profil. / Check the profile.")
@shared
@pass_call
def doctor(call: Call) -> int:
    """Memeriksa basis data, riwayat, bukti dukung, kunci dan folder; tidak mengubah apa pun.

    Check database, history, evidence files, keys and folder; changes nothing. Exit code 1 when there is a problem.
    """
    from pug_desktop.app.doctor import check

    with call.profile() as ws:
        found = check(ws, call.step("Memeriksa"))

    def lines() -> Iterator[str]:
        for name, value in found.facts.items():
            yield f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for each in found.problems:
            yield f"{each.code} {each.text_id} / {each.text_en} [{each.where}]"
        if found.ok:
            yield "Semua baik. / All is well."

    problems = [asdict(each) for each in found.problems]
    call.data({"ok": found.ok, "problems": problems, "facts": found.facts}, lines)
    return DONE if found.ok else FAILED


def _write(out: Path, text: str) -> None:
    try:
        durable.write_bytes(out, text.encode("ascii"))
    except OSError as error:
        raise errors.FolderNotWritable(path=out.parent, reason=error.strerror or "") from error


def self_check(call: Call, out: Path | None) -> int:
    """`--self-check`: one line of JSON on stdout and into the file; what went wrong and where on stderr."""
    from pug_desktop.app.self_check import run_self_check

    def note(line: str) -> None:
        if out is not None:
            _write(out, f"{line}\n")

    found = run_self_check(call.paint, note if out is not None else None)
    note(found.line)
    click.echo(found.line)
    for trace in found.traces:
        call.say(trace)
    if not found.ok:
        tell(call, errors.SelfCheckFailed(steps=", ".join(found.failed)))
    return DONE if found.ok else FAILED


@click.command(short_help="Membuat cadangan. / Make a backup.")
@click.option(
    "--to",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder atau flashdisk. / Folder or stick.",
)
@shared
@pass_call
def backup(call: Call, to: Path) -> None:
    """Menyalin seluruh profil ke sebuah folder: basis data, kunci, dan berkas bukti; diperiksa setelah ditulis.

    Copy the whole profile into a folder of its own: database, keys, evidence; checked after it was written.
    """
    from pug_desktop.app.backup import backup as make

    with call.profile() as ws:
        made = make(ws, to, call.step("Cadangan"))
    call.data({"path": str(made)}, lambda: iter((f"Cadangan / backup: {made}",)))


@click.command(short_help="Mengembalikan cadangan. / Put a backup back.")
@click.argument("source", metavar="BACKUP", type=click.Path(path_type=Path))
@shared
@pass_call
def restore(call: Call, source: Path) -> None:
    """Mengembalikan cadangan ke folder --profile; profil yang ada di sana disisihkan, tidak dihapus.

    Put a backup into the folder --profile. A profile that lies there is set aside, not deleted. The restored profile
    goes on as a new writer, and gets what it lost back from the other offices.
    """
    if call.folder is None:
        raise click.UsageError("--profile DIR")
    from pug_desktop.app.backup import restore as put_back

    aside = put_back(call.folder, source, call.step("Cadangan"))

    def lines() -> Iterator[str]:
        yield f"Profil / profile: {call.folder}"
        if aside is not None:
            yield f"Profil yang lama / former profile: {aside}"

    call.data({"profile": str(call.folder), "set_aside": str(aside) if aside else None}, lines)
