"""Records in and out: load, dump, digest."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from pug_desktop.cli.call import CLI_VERSION, DONE, NOTHING_TO_DO, Call, pass_call, shared


@click.command(short_help="Memuat catatan dari JSON. / Take in records from JSON.")
@click.argument("file", metavar="FILE.json", type=click.Path(path_type=Path))
@shared
@pass_call
def load(call: Call, file: Path) -> int:
    """Memuat catatan dari berkas JSON; semuanya diperiksa dulu, lalu disimpan sekaligus.

    Take in records from a JSON file: all is checked, then written in one transaction. Loading it again changes nothing
    (exit code 4). Bentuk / shape: docs/records.schema.json.
    """
    from pug_desktop.app.exchange_json import load as load_records

    with call.profile() as ws:
        loaded = load_records(ws, file, call.step("Memuat"))

    def lines() -> Iterator[str]:
        yield f"Baru / new: {loaded.new}"
        yield f"Berubah / changed: {loaded.changed}"
        yield f"Tetap / unchanged: {loaded.unchanged}"

    call.data(asdict(loaded), lines)
    return DONE if loaded.new or loaded.changed else NOTHING_TO_DO


@click.command(short_help="Menulis semua catatan sebagai JSON. / Write all records as JSON.")
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="Berkas tujuan. / The file to write.")
@shared
@pass_call
def dump(call: Call, out: Path | None) -> None:
    """Menulis semua catatan sebagai JSON yang dapat dimuat lagi; tanpa --out ke stdout.

    Write all records as JSON that can be loaded again; without --out to stdout.
    """
    from pug_desktop.app import exchange_json

    with call.profile() as ws:
        if out is None:
            text = exchange_json.dump(ws).decode("utf-8")
            # Also this JSON says which version of the command line made it; `load` takes no notice.
            click.echo(text.replace("{", f'{{"pug_cli":{CLI_VERSION},', 1) if call.as_json else text, nl=False)
            return
        count = exchange_json.write_dump(ws, out, call.step("Menulis"))

    def lines() -> Iterator[str]:
        yield f"Berkas / file: {out}"
        yield f"Catatan / records: {count}"

    call.data({"path": str(out), "records": count}, lines)


@click.command(short_help="Satu angka atas semua catatan. / One hash over all records.")
@shared
@pass_call
def digest(call: Call) -> None:
    """Satu angka atas semua catatan: sama di dua tempat yang mengetahui hal yang sama.

    One hash over all visible records, equal at two places that know the same. `travels` leaves out the kinds that stay
    in the kabupaten/kota; `scopes` has one for each office.
    """
    from pug_desktop.app.digest import digest as take_digest

    with call.profile() as ws:
        found = take_digest(ws, call.step("Menghitung"))
    scopes = {scope: [each.count, each.value] for scope, each in found.scopes.items()}
    travelling = {scope: [each.count, each.value] for scope, each in found.travelling_scopes.items()}

    def lines() -> Iterator[str]:
        yield f"digest {found.whole.value}"
        yield f"records {found.whole.count}"
        yield f"travels {found.travels.value} {found.travels.count}"
        for scope, each in found.scopes.items():
            yield f"scope {scope} {each.value} {each.count}"

    call.data(
        {
            "digest": found.whole.value,
            "records": found.whole.count,
            "travels": found.travels.value,
            "travels_records": found.travels.count,
            "scopes": scopes,
            "travelling_scopes": travelling,
        },
        lines,
    )
