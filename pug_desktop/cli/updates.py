"""The verb update: what an update on a stick is, and installing it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pug_desktop.cli.call import DONE, IN_PART, Call, pass_call, shared

if TYPE_CHECKING:
    from pug_desktop.app.update import Found, Started

_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.group(short_help="Memperbarui program dari flashdisk. / Update the program from a stick.")
def update() -> None:
    """Memeriksa dan memasang pembaruan program; FILE adalah berkas .pugupdate atau berkas pemasang di sampingnya.

    Check and install an update of the program; FILE is the .pugupdate file or the installer beside it.
    """


@update.command(short_help="Apa isinya, dan boleh dipasang atau tidak. / What it is, and whether it can be installed.")
@_FILE
@shared
@pass_call
def inspect(call: Call, file: Path) -> int:
    """Membaca keterangan pembaruan dan memeriksa tanda tangannya; tidak mengubah apa pun.

    Read the description of an update and check its signature; changes nothing.
    """
    from pug_desktop.app.update import here, look

    program = here()
    found = look(file, program)
    if found.manifest is None and found.problem is not None:
        raise found.problem
    call.data(_told(found), lambda: _lines(found))
    if found.problem is not None:
        raise found.problem
    return DONE


@update.command(short_help="Memasang. / Install.")
@_FILE
@shared
@pass_call
def install(call: Call, file: Path) -> int:
    """Menyalin, memeriksa salinannya, mencadangkan semua profil, lalu memasang.

    Copy it to this computer, check the copy, back every profile up, then install. Close the window first: a profile
    that is open cannot be backed up (exit code 13). On Debian it needs root, else the command is printed (exit code 3).
    """
    from pug_desktop.app import update as app
    from pug_desktop.app.update_start import start_installer
    from pug_desktop.cli.told import told

    program = app.here()
    # Without a window nobody else notes what the last update brought, and removes its copy.
    app.after_start(program)
    found = app.look(file, program)
    if found.problem is not None:
        raise found.problem
    prepared = app.prepare(found, program, call.step("Pembaruan"))
    started = app.install(prepared, lambda path, system: start_installer(path, system, with_window=False))

    def lines() -> Iterator[str]:
        yield from _started(started)
        for each in prepared.backups:
            yield f"Cadangan / backup: {each}"
        for name, error in prepared.skipped:
            words = told(error)
            yield f"Tanpa cadangan / no backup: {name}: {words['what_id']} / {words['what_en']}"

    call.data(
        {
            **_told(found),
            "next": started.way.value,
            "path": str(started.path),
            "command": started.command,
            "backups": [str(each) for each in prepared.backups],
            "without_backup": [{"office": name, **told(error)} for name, error in prepared.skipped],
        },
        lines,
    )
    return IN_PART if started.way is app.Way.BY_HAND else DONE


def _told(found: "Found") -> dict[str, Any]:
    manifest = found.manifest
    if manifest is None:
        return {}
    return {
        "can_be_installed": found.can_be_installed,
        "version": manifest.version,
        "serial": manifest.serial,
        "made_on": manifest.made_on.isoformat(),
        "needs": {"version": manifest.needs_version, "schema": manifest.needs_schema},
        "notes_id": manifest.notes_id,
        "notes_en": manifest.notes_en,
        "files": [
            {"name": each.name, "system": each.system, "size": each.size, "sha256": each.sha256}
            for each in manifest.files
        ],
    }


def _lines(found: "Found") -> Iterator[str]:
    manifest = found.manifest
    if manifest is None:
        return
    yield f"PUG Desktop {manifest.version} ({manifest.made_on.isoformat()}), serial {manifest.serial}"
    for each in manifest.files:
        yield f"{each.name} {each.system} {each.size} {each.sha256}"
    for notes in (manifest.notes_id, manifest.notes_en):
        if notes:
            yield notes


def _started(started: "Started") -> Iterator[str]:
    from pug_desktop.app.update_start import Way

    if started.way is Way.CLOSE:
        yield "Pemasang berjalan; tutup program. / The setup is running; close the program."
    elif started.way is Way.DONE:
        yield "Versi baru sudah terpasang. / The new version is installed."
    elif started.command:
        yield f"Jalankan / run: {started.command}"
    else:
        yield f"Berkas yang sudah diperiksa / the checked file: {started.path}"
