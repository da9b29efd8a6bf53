"""Receipts, what has arrived where, and what was set aside: receipt, receipts, standing, quarantine."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pug_desktop import errors
from pug_desktop.cli.call import DONE, IN_PART, NOTHING_TO_DO, Call, pass_call, shared
from pug_desktop.cli.told import tell, told
from pug_desktop.domain.dates import short_date_words, size_words

if TYPE_CHECKING:
    from pug_desktop.app.quarantine import Kept
    from pug_desktop.app.receipts import Confirmed
    from pug_desktop.app.send import Standing
    from pug_desktop.app.workspace import Workspace


# --- receipts -----------------------------------------------------------------------------------------------------


@click.command(short_help="Menulis tanda terima. / Write a receipt.")
@click.argument("bundle_id", metavar="BUNDLE_ID", required=False)
@click.option(
    "--to",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Flashdisk atau folder untuk berkas tanda terima. / Stick or folder for the receipt file.",
)
@click.option(
    "--paper", metavar="FILE", type=click.Path(path_type=Path), help="Tanda terima untuk dicetak (PDF). / To print."
)
@shared
@pass_call
def receipt(call: Call, bundle_id: str | None, to: Path | None, paper: Path | None) -> int:
    """Tanda terima untuk kiriman yang sudah diterima, tanpa BUNDLE_ID yang terbaru; ID tampil pada `import`.

    The receipt for a bundle that was taken in, the newest unless one is named: a file for its sender, paper, or both.
    Exit code 4: nothing was taken in yet.
    """
    if to is None and paper is None:
        raise click.UsageError("--to DIR / --paper FILE")
    from pug_desktop.app import receipts as app

    made: dict[str, str] = {}
    with call.profile(keys=to is not None) as ws:
        bundle_id = bundle_id or _newest(ws)
        if bundle_id is None:
            none = "Belum ada kiriman yang diterima di sini. / No bundle was taken in here yet."
            call.data({"receipt": None}, lambda: iter((none,)))
            return NOTHING_TO_DO
        facts = app.receipt_facts(ws, bundle_id)
        if to is not None:
            made["path"] = str(app.write_receipt(ws, bundle_id, to))
        if paper is not None:
            from pug_desktop.app import paper_receipt

            made["paper"] = str(paper_receipt.receipts(ws, [bundle_id], paper))

    def lines() -> Iterator[str]:
        yield f"Kiriman / bundle: {facts.sender_name}, nomor / number {facts.seq}"
        for path in made.values():
            yield f"Berkas / file: {path}"

    call.data({**made, "receipt": asdict(facts)}, lines)
    return DONE


def _newest(ws: "Workspace") -> str | None:
    from pug_desktop.app.receive import received_log

    return next((each.bundle_id for each in received_log(ws)), None)


@click.command(short_help="Membaca tanda terima. / Read receipts.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared
@pass_call
def receipts(call: Call, folder: Path) -> int:
    """Membaca tanda terima di flashdisk: kiriman mana yang sudah diterima kantor lain.

    Read the receipts on a stick: which bundles of ours another office took in. Exit code 4: nothing new.
    """
    with call.profile() as ws:
        confirmed = read_folders(ws, [folder], strict=True)
    none = "Tidak ada tanda terima baru di sini. / There is no new receipt here."
    told_lines = list(receipt_lines(confirmed)) or [none]
    call.data({"receipts": [receipt_json(each) for each in confirmed]}, lambda: iter(told_lines))
    refused = [each.error for each in confirmed if each.error is not None]
    for error in refused:
        tell(call, error)
    news = any(each.seqs for each in confirmed)
    if refused:
        return IN_PART if news else refused[0].exit_code
    return DONE if news else NOTHING_TO_DO


def read_folders(ws: "Workspace", paths: Sequence[Path], *, strict: bool = False) -> "list[Confirmed]":
    """The receipts in these folders, and beside a receipt that was named; `strict` raises for a folder not there."""
    from pug_desktop.app.receipts import read_receipts
    from pug_desktop.bundle.return_receipt import SUFFIX

    folders = [path if path.is_dir() else path.parent for path in paths if path.is_dir() or path.suffix == SUFFIX]
    if strict and not folders:
        raise errors.StickGone(path=paths[0])
    found: list[Confirmed] = []
    for folder in dict.fromkeys(folders):
        try:
            found += read_receipts(ws, folder)
        except errors.StickError:
            if strict:
                raise
    return found


def receipt_json(confirmed: "Confirmed") -> dict[str, Any]:
    """A receipt that was read."""
    made: dict[str, Any] = {name: getattr(confirmed, name) for name in ("device_id", "office_name", "seqs", "at")}
    made["path"] = str(confirmed.path)
    return {**made, "error": told(confirmed.error)} if confirmed.error is not None else made


def receipt_lines(confirmed: "Sequence[Confirmed]") -> Iterator[str]:
    """What the receipts say that is new."""
    for each in confirmed:
        if each.seqs:
            numbers = ", ".join(map(str, each.seqs))
            yield f"Sudah diterima / taken in by {each.office_name}: nomor / number {numbers}"
        elif each.error is not None:
            yield f"{each.path.name}: tanda terima ditolak / receipt refused ({each.error.code})"


# --- what has arrived ---------------------------------------------------------------------------------------------


@click.command(short_help="Apa yang sudah sampai. / What has arrived where.")
@shared
@pass_call
def standing(call: Call) -> int:
    """Per kantor: kiriman terakhir, sudah diterima atau belum, dan apa yang menunggu di sini.

    For each office: the last bundle, whether it was taken in, and what waits here. Exit code 4: no office is known.
    """
    from pug_desktop.app.send import standing as read

    with call.profile() as ws:
        found = read(ws)

    def lines() -> Iterator[str]:
        for each in found:
            yield from _standing_lines(each)
        if not found:
            yield "Belum ada kantor yang dikenal. / No office is known yet."

    call.data({"offices": [asdict(each) for each in found]}, lines)
    return DONE if found else NOTHING_TO_DO


def _standing_lines(each: "Standing") -> Iterator[str]:
    yield f"{each.addressee.office_name} ({each.addressee.role})"
    sent = f"{each.last_sent_seq} ({_moment(each.last_sent_at)})" if each.last_sent_seq else "–"
    yield f"  Terakhir dikirim / last sent: {sent}"
    confirmed = f"{each.confirmed_seq} ({_moment(each.confirmed_at)})" if each.confirmed_seq else "–"
    yield f"  Sudah diterima di sana / taken in there: {confirmed}; belum / not yet: {each.unconfirmed}"
    yield f"  Menunggu / waiting: {each.waiting_changes} perubahan / changes, {each.evidence_waiting} berkas / files"
    received = f"{each.last_received_seq} ({_moment(each.last_received_at)})" if each.last_received_seq else "–"
    yield f"  Terakhir diterima / last received: {received}"
    if each.missing_seqs:
        yield f"  Belum diterima / missing: {', '.join(map(str, each.missing_seqs))}"


def _moment(text: str | None) -> str:
    """When it was, in this computer's time: "12 November 2026 pukul 14.05"."""
    try:
        moment = datetime.fromisoformat(text or "").astimezone()
    except (ValueError, OverflowError):
        return text or "–"
    return f"{short_date_words(moment.date())} pukul {moment:%H.%M}"


# --- what was set aside -------------------------------------------------------------------------------------------


@click.command(short_help="Kiriman yang disisihkan. / Bundles that were set aside.")
@click.option("--retry", metavar="NAME", help="Coba terima lagi yang ini. / Try to take this one in again.")
@click.option("--discard", metavar="NAME", help="Buang yang ini. / Throw this one away.")
@shared
@pass_call
def quarantine(call: Call, retry: str | None, discard: str | None) -> int:
    """Karantina, dan kiriman yang menunggu pembaruan program: daftarnya, coba lagi, atau buang.

    Bundles of unknown senders and of newer programs: list them, try one again, or throw one away. Exit code 4: none.
    """
    if retry and discard:
        raise click.UsageError("--retry / --discard")
    from pug_desktop.app import quarantine as app

    with call.profile(keys=bool(retry)) as ws:
        known = app.kept(ws)
        if retry:
            received = app.retry(ws, _named(known, retry), call.step(retry))
            value = {"retried": retry, "new": received.new, "changed": received.changed, "already": received.already}
            call.data(value, lambda: iter((f"Baru / new: {received.new}, berubah / changed: {received.changed}",)))
            return NOTHING_TO_DO if received.already else DONE
        if discard:
            app.discard(ws, _named(known, discard))
            call.data({"discarded": discard}, lambda: iter((f"Dibuang / thrown away: {discard}",)))
            return DONE

    def lines() -> Iterator[str]:
        for each in known:
            yield f"{each.name} ({each.where}, {size_words(each.size)}): {each.code} {each.title}"
        if not known:
            yield "Tidak ada yang disisihkan. / Nothing was set aside."

    call.data({"kept": [{**asdict(each), "path": str(each.path)} for each in known]}, lines)
    return DONE if known else NOTHING_TO_DO


def _named(known: "Sequence[Kept]", name: str) -> "Kept":
    for each in known:
        if each.name == name:
            return each
    raise errors.UnknownName(what="kiriman", name=name, known=", ".join(each.name for each in known))
