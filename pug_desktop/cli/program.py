"""The verbs together, and how each run ends: an exit code, one line what happened, one line what to do."""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from pug_desktop import __version__
from pug_desktop.cli import (
    attendance,
    bundles,
    care,
    decisions,
    down,
    follow_ups,
    key_care,
    keys,
    papers,
    people,
    receipts,
    records,
    story,
    updates,
)
from pug_desktop.cli.call import CLI_VERSION, DONE, FAILED, USAGE, Call, pass_call
from pug_desktop.cli.told import tell, told
from pug_desktop.errors import PugError

NAME = "pug-desktop"


class Program(click.Group):
    """A group whose every run ends with one of our exit codes, and never with a traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run; exits the process unless `standalone_mode` is False, then the code is returned."""
        call = extra.pop("obj", None) or Call()
        code = self._code(call, args, prog_name or NAME, obj=call, **extra)
        if standalone_mode:
            sys.exit(code)
        return code

    def _code(self, call: Call, args: Sequence[str] | None, prog_name: str, **extra: Any) -> int:
        try:
            found = super().main(args, prog_name, standalone_mode=False, windows_expand_args=False, **extra)
        except PugError as error:
            _tell(call, error)
            return error.exit_code
        except click.UsageError as error:
            _tell_usage(call, error)
            return USAGE
        except click.ClickException as error:
            call.say(error.format_message())
            return FAILED
        except (click.Abort, KeyboardInterrupt):
            call.say("Dihentikan; tidak ada yang setengah jadi. / Stopped; nothing was left half done.")
            return FAILED
        except Exception as error:  # noqa: BLE001 (the edge of the program: nobody sees a traceback)
            from pug_desktop.app.failures import cause

            known = cause(error)
            if known is not None:
                _tell(call, known)
                return known.exit_code
            _tell_failure(call, error)
            return FAILED
        return found if isinstance(found, int) else DONE


def _tell(call: Call, error: PugError) -> None:
    tell(call, error)
    if call.as_json:
        call.data({"error": told(error)}, lambda: iter(()))


def _tell_usage(call: Call, error: click.UsageError) -> None:
    path = error.ctx.command_path if error.ctx is not None else NAME
    call.say(f"PUG-USE-000 Perintah belum lengkap atau salah tulis. / Wrong usage. {error.format_message()}")
    call.say(f"Lihat bantuannya: / See its help: {path} --help")


def _tell_failure(call: Call, error: Exception) -> None:
    from pug_desktop.app.failures import note_failure

    log = note_failure(call.opened or call.folder, " ".join(sys.argv[1:2]), error)
    where = f": {log}" if log else ""
    call.say(f"PUG-000 Ada kesalahan dalam program ({type(error).__name__}). / The program made a mistake.")
    call.say(f"Sampaikan catatan ini kepada petugas TI{where} / Give this log to your IT staff{where}")
    if os.environ.get("PUG_DEBUG"):
        call.say("".join(traceback.format_exception(error)))


@click.group(
    cls=Program,
    name=NAME,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=f"Kode keluar: 0 selesai, 1 gagal, 2 salah pakai, 3 sebagian, 4 tidak ada yang perlu, 10 tidak dipercaya, "
    f"11 rusak, 12 versi lebih baru, 13 sedang dipakai, 14 penuh, 15 perlu kata sandi. JSON: pug_cli {CLI_VERSION}.",
)
@click.option(
    "--profile",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder profil; tanpa ini satu-satunya profil yang ada. / Profile folder; else the only one there is.",
)
@click.option(
    "--passphrase-file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Berkas berisi kata sandi pengaman (atau PUG_PASSPHRASE). / File with the passphrase.",
)
@click.option(
    "--self-check", is_flag=True, help="Mencoba program ini di komputer ini. / Try this program on this computer."
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Berkas hasil --self-check. / File for the result of --self-check.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@pass_call
@click.pass_context
def program(
    context: click.Context,
    call: Call,
    profile: Path | None,
    passphrase_file: Path | None,
    self_check: bool,
    out: Path | None,
) -> int | None:
    """PUG Desktop: prasyarat, rapat dan hasilnya, dibawa dengan flashdisk.

    Tanpa perintah: jendela dibuka, dengan berkas .pug atau .pugkey pratinjaunya. / Without a verb the window opens,
    with files .pug or .pugkey their preview.
    """
    call.folder = profile
    call.passphrase_file = passphrase_file
    if self_check:
        return care.self_check(call, out)
    if out is not None:
        raise click.UsageError("--self-check --out FILE")
    if context.invoked_subcommand is not None:
        return None
    if call.window is None:
        click.echo(context.get_help())
        return USAGE
    return call.window(profile)


for _verb in (
    story.demo,
    keys.init,
    records.load,
    records.dump,
    keys.enrol,
    key_care.keys,
    bundles.export,
    bundles.inspect,
    bundles.take_in,
    receipts.receipt,
    receipts.receipts,
    receipts.standing,
    receipts.quarantine,
    decisions.conflicts,
    decisions.decide,
    down.review,
    down.reviews,
    down.instrument,
    attendance.attendance,
    people.people,
    follow_ups.follow_ups,
    papers.report,
    records.digest,
    care.doctor,
    care.backup,
    care.restore,
    updates.update,
):
    program.add_command(_verb)
