"""The whole story without a screen: demo."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from pug_desktop.cli.call import Call, pass_call, shared
from pug_desktop.domain.dates import size_words


@click.command(short_help="Contoh lengkap tanpa layar. / The whole example without a screen.")
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder hasil. / Folder of the results.",
)
@shared
@pass_call
def demo(call: Call, out: Path) -> None:
    """Lima rapat nyata, dari OPD lewat berkas kiriman sampai ke empat provinsi, lalu dicetak.

    Five real meetings, from their offices by bundles up to four provinces, and on paper. The folder gets the profiles,
    keys, bundles, papers and pictures of the pages.
    """
    from pug_desktop.app.demo import run_demo

    told = run_demo(out, pictures=call.pictures, say=call.say if call.as_json else click.echo)

    def lines() -> Iterator[str]:
        yield f"Profil / profiles: {len(told.profiles)}"
        for bundle in told.bundles:
            same = "sama / same" if bundle.same else "berbeda / different"
            size = size_words(bundle.size)
            yield f"{bundle.file}: {bundle.sender} > {bundle.receiver}, {size}, +{bundle.new}, {same}"
        yield f"Pemeriksaan / reviews: {len(told.there_and_back)} kiriman / bundles"
        yield from (f"  {line}" for line in told.reviews)
        yield f"Laporan / papers: {len(told.papers)}"
        yield f"Gambar / pictures: {len(told.pictures)}"
        yield f"Semua ada di / all of it is in: {out}"

    call.data({"out": str(out), **asdict(told)}, lines)
