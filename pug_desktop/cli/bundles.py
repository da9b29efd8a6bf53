"""Bundles on sticks: export, inspect, import."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pug_desktop import errors
from pug_desktop.cli.call import (
    DONE,
    IN_PART,
    NOTHING_TO_DO,
    Call,
    counted,
    pass_call,
    shared,
)
from pug_desktop.cli.receipts import read_folders, receipt_json, receipt_lines
from pug_desktop.cli.told import tell, told
from pug_desktop.domain.dates import size_words

if TYPE_CHECKING:
    from pug_desktop.app.receive import Outcome, Received
    from pug_desktop.app.send import Addressee, Sent
    from pug_desktop.app.workspace import Workspace

MB = 1_000_000


# --- export -------------------------------------------------------------------------------------------------------


@click.command(short_help="Menulis berkas kiriman. / Write bundles.")
@click.option(
    "--to",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder atau flashdisk. / Folder or stick.",
)
@click.option(
    "--for",
    "wanted",
    multiple=True,
    metavar="OFFICE",
    help="Kantor tujuan: nama, cakupan atau nomor perangkat. / Office by name, scope or device id. Repeatable.",
)
@click.option("--all", "everybody", is_flag=True, help="Untuk semua kantor yang dikenal. / For every office known.")
@click.option(
    "--full",
    is_flag=True,
    help="Semua catatan dan bukti dukung, juga yang sudah ada di sana. / Everything, whatever the other side has.",
)
@click.option(
    "--evidence",
    type=click.IntRange(min=0),
    metavar="MB",
    help="Bukti dukung paling banyak sekian MB; sisanya menyusul. / At most so many MB of evidence; the rest follows.",
)
@shared
@pass_call
def export(call: Call, to: Path, wanted: tuple[str, ...], everybody: bool, full: bool, evidence: int | None) -> int:
    """Menulis berkas kiriman ke folder: untuk kantor di atas, kecuali disebut lain dengan --for atau --all.

    Write bundles into a folder: for the office above unless --for or --all says otherwise; a province writes to all
    its offices.
    """
    from pug_desktop.app.send import send

    budget = None if evidence is None else evidence * MB
    results: list[tuple[Addressee, Sent | errors.PugError]] = []
    with call.profile(keys=True) as ws:
        for addressee in _addressees(ws, wanted, everybody):
            try:
                sent = send(ws, addressee, to, call.step(addressee.office_name), full=full, budget=budget)
                results.append((addressee, sent))
            except errors.StickError as error:
                # The stick fails for every further bundle as well.
                results.append((addressee, error))
                break
    failed = [each for _, each in results if isinstance(each, errors.PugError)]
    if len(failed) == len(results):
        raise failed[0]

    def lines() -> Iterator[str]:
        for addressee, each in results:
            if not isinstance(each, errors.PugError):
                yield from _sent_lines(addressee, each)

    call.data({"bundles": [_sent_json(addressee, each) for addressee, each in results]}, lines)
    for each in failed:
        tell(call, each)
    return IN_PART if failed else DONE


def _addressees(ws: "Workspace", wanted: Sequence[str], everybody: bool) -> "Sequence[Addressee]":
    from pug_desktop.app.send import addressees, find_addressee

    if wanted and not everybody:
        return [find_addressee(ws, each) for each in wanted]
    known = addressees(ws)
    if not known:
        # Says why: no key card yet, or nobody below.
        return [find_addressee(ws)]
    above = [each for each in known if each.relation == "above"]
    return known if everybody or not above else above


def _sent_json(addressee: "Addressee", sent: "Sent | errors.PugError") -> dict[str, Any]:
    to = asdict(addressee)
    if isinstance(sent, errors.PugError):
        return {"to": to, "error": told(sent)}
    return {"to": to, **asdict(sent), "path": str(sent.path), "files": [str(path) for path in sent.files]}


def _sent_lines(addressee: "Addressee", sent: "Sent") -> Iterator[str]:
    for path in sent.files:
        yield f"Berkas / file: {path}"
    yield f"Untuk / for: {addressee.office_name} ({addressee.role})"
    yield f"Nomor / number: {sent.seq}"
    yield f"Ukuran / size: {size_words(sent.size)}"
    yield f"Catatan / records: {sum(sent.counts.values())} ({counted(sent.counts)})"
    if not sent.full:
        yield f"Hanya perubahan sejak / only changes since: {sent.start}"
    follow = f", menyusul / to follow: {sent.evidence_left_out}" if sent.evidence_left_out else ""
    yield f"Bukti dukung / evidence files: {sent.evidence_files}{follow}"
    yield f"digest {sent.digest}"


# --- inspect ------------------------------------------------------------------------------------------------------


@click.command(short_help="Melihat isi berkas kiriman. / Look into a bundle.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@shared
@pass_call
def inspect(call: Call, file: Path) -> int:
    """Siapa pengirimnya, untuk siapa, nomor berapa, isinya apa, dan apakah dipercaya; tidak mengubah apa pun.

    Who sent it, for whom, its number and counts, trusted or not; changes nothing. The exit code is that of the reason
    for which it would be refused.
    """
    from pug_desktop.app.receive import look

    with call.profile(keys=True) as ws:
        card = look(ws, file)
    value = {
        **{name: each for name, each in asdict_of(card).items() if name != "problem"},
        "problem": told(card.problem) if card.problem else None,
    }

    def lines() -> Iterator[str]:
        if card.bundle_id:
            yield f"Dari / from: {card.sender_name} ({card.sender_role}, {card.sender_scope})"
            yield f"Dipercaya / trust: {card.trust}"
            yield f"Untuk kita / for us: {'ya / yes' if card.for_us else 'bukan / no'}"
            yield f"Nomor / number: {card.seq}"
            yield f"Dibuat / made: {card.made_at}"
            yield f"Catatan / records: {sum(card.counts.values())} ({counted(card.counts)})"
            yield f"Bukti dukung / evidence files: {card.evidence_files}"
            yield f"Sudah diterima / taken in before: {'ya / yes' if card.already else 'belum / no'}"

    call.data(value, lines)
    if card.problem is None:
        return DONE
    tell(call, card.problem)
    return card.problem.exit_code


def asdict_of(card: Any) -> dict[str, Any]:
    """The fields of a card of a bundle; not `asdict`, which would copy the error in it."""
    return {name: getattr(card, name) for name in card.__dataclass_fields__}


# --- import -------------------------------------------------------------------------------------------------------


@click.command(name="import", short_help="Menerima berkas kiriman. / Take bundles in.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared
@pass_call
def take_in(call: Call, paths: tuple[Path, ...]) -> int:
    """Menerima berkas kiriman; untuk folder semua yang ada di dalamnya dan ditujukan ke sini, dan tanda terimanya.

    Take bundles in, files or folders, one transaction each; of folders also the receipts for what was sent from here.
    In a folder, bundles for other offices and our own are passed over. Exit code 3: some went in, some were refused;
    4: all were known already.
    """
    from pug_desktop.app.receive import take_all

    with call.profile(keys=True) as ws:
        named, found, outcomes = _files(paths)
        taken = take_all(ws, [*named, *found], call.step("import"))
        outcomes += [_as_asked(each, each.path in found) for each in taken]
        confirmed = read_folders(ws, paths)

    def lines() -> Iterator[str]:
        for each in outcomes:
            yield from _outcome_lines(each)
        if not outcomes:
            yield "Tidak ada berkas kiriman di sini. / There is no bundle here."
        yield from receipt_lines(confirmed)

    totals = Counter[str]()
    for each in outcomes:
        totals.update(_numbers(each.received) if each.received and each.state == "taken_in" else {})
    value = {
        "bundles": [_outcome_json(each) for each in outcomes],
        "totals": dict(totals),
        "receipts": [receipt_json(each) for each in confirmed],
    }
    call.data(value, lines)
    for each in outcomes:
        if each.state == "refused" and each.error is not None:
            tell(call, each.error)
    code = exit_code(outcomes)
    return DONE if code == NOTHING_TO_DO and any(each.seqs for each in confirmed) else code


def _files(paths: Sequence[Path]) -> "tuple[list[Path], list[Path], list[Outcome]]":
    """The files that were named, those found in folders, and the folders that cannot be read."""
    from pug_desktop.app.receive import Outcome, find
    from pug_desktop.bundle.return_receipt import SUFFIX

    named: list[Path] = []
    found: list[Path] = []
    unread = []
    for path in paths:
        if not path.is_dir():
            named += [path] if path.suffix.lower() != SUFFIX else []
            continue
        try:
            found += find(path)
        except errors.StickError as error:
            unread.append(Outcome(path, "refused", error=error))
    return named, found, unread


def _as_asked(outcome: "Outcome", from_folder: bool) -> "Outcome":
    """In a folder what is for others is passed over; a file that was named is refused."""
    if isinstance(outcome.error, errors.NotForThisOffice | errors.OwnBundle):
        return replace(outcome, state="skipped" if from_folder else "refused")
    return outcome


def exit_code(outcomes: "Sequence[Outcome]") -> int:
    """What the run returns, as the contract of the command line says."""

    def those(state: str) -> "list[Outcome]":
        return [each for each in outcomes if each.state == state]

    refused, taken = those("refused"), those("taken_in")
    if refused and taken:
        return IN_PART
    if taken:
        return DONE
    if refused or not those("already"):
        first = next((each.error for each in (*refused, *those("skipped")) if each.error), None)
        return first.exit_code if first else NOTHING_TO_DO
    return NOTHING_TO_DO


_SHOWN = ("new", "changed", "unchanged", "merged_fields", "conflicts", "parked", "placed", "files", "left_out")


def _numbers(received: "Received") -> dict[str, int]:
    return {name: getattr(received, name) for name in _SHOWN}


def _outcome_json(outcome: "Outcome") -> dict[str, Any]:
    made: dict[str, Any] = {"path": str(outcome.path), "state": outcome.state}
    if outcome.received is not None:
        made.update(asdict(outcome.received))
    if outcome.error is not None:
        made["error"] = told(outcome.error)
    return made


_STATES: dict[str, str] = {
    "taken_in": "diterima / taken in",
    "already": "sudah pernah diterima / taken in before",
    "refused": "tidak diterima / refused",
    "skipped": "bukan untuk diterima di sini / not to be taken in here",
}


def _outcome_lines(outcome: "Outcome") -> Iterator[str]:
    yield f"{outcome.path.name}: {_STATES[outcome.state]}"
    received = outcome.received
    if received is None or outcome.state != "taken_in":
        return
    yield f"  Dari / from: {received.sender_name}, nomor / number {received.seq} ({received.bundle_id})"
    yield f"  Baru / new: {received.new}, berubah / changed: {received.changed}"
    yield f"  Tetap / unchanged: {received.unchanged}"
    yield f"  Digabung / merged fields: {received.merged_fields}, perlu keputusan / conflicts: {received.conflicts}"
    yield f"  Ditunda / parked: {received.parked}, bukti dukung / evidence files: {received.files}"
    if received.files_waiting:
        yield f"  Bukti dukung menyusul / evidence to follow: {received.files_waiting}"
    if received.left_out:
        yield f"  Tidak diambil alih, bukan hak pengirim / left out, not the sender's to write: {received.left_out}"
    if received.returned:
        yield f"  Isian sendiri yang kembali / own writes that came back: {received.returned}"
    if received.confirmed:
        yield f"  Kiriman kita yang sudah diterimanya / bundles of ours it took in: {len(received.confirmed)}"
    if not received.acknowledged:
        yield "  Kiriman sebelumnya belum sampai / bundles before this one are missing"
    if received.diverged:
        yield "  Isi belum sama, kiriman berikutnya lengkap / contents differ, the next bundle will be full"
