"""Bundles on sticks: export, inspect, import."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
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
from pug_desktop.cli.told import tell, told
from pug_desktop.domain.dates import size_words

if TYPE_CHECKING:
    from pug_desktop.app.receive import Received
    from pug_desktop.app.send import Addressee, Sent
    from pug_desktop.app.workspace import Workspace


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
    help="Kantor tujuan: nama, cakupan atau kode keamanan. / Office by name, scope or device id. Repeatable.",
)
@click.option("--all", "everybody", is_flag=True, help="Untuk semua kantor yang dikenal. / For every office known.")
@click.option(
    "--full",
    is_flag=True,
    help="Semua catatan, bukan hanya yang baru; versi ini selalu begitu. / All records; this version always does.",
)
@shared
@pass_call
def export(call: Call, to: Path, wanted: tuple[str, ...], everybody: bool, full: bool) -> int:
    """Menulis berkas kiriman ke folder: untuk kantor di atas, kecuali disebut lain dengan --for atau --all.

    Write bundles into a folder: for the office above unless --for or --all says otherwise; a province writes to all
    its offices.
    """
    from pug_desktop.app.send import send

    del full
    results: list[tuple[Addressee, Sent | errors.PugError]] = []
    with call.profile(keys=True) as ws:
        for addressee in _addressees(ws, wanted, everybody):
            try:
                results.append((addressee, send(ws, addressee, to, call.step(addressee.office_name))))
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
    return {"to": to, **asdict(sent), "path": str(sent.path)}


def _sent_lines(addressee: "Addressee", sent: "Sent") -> Iterator[str]:
    yield f"Berkas / file: {sent.path}"
    yield f"Untuk / for: {addressee.office_name} ({addressee.role})"
    yield f"Nomor / number: {sent.seq}"
    yield f"Ukuran / size: {size_words(sent.size)}"
    yield f"Catatan / records: {sum(sent.counts.values())} ({counted(sent.counts)})"
    yield f"Bukti dukung / evidence files: {sent.evidence_files}"
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: taken_in, already, refused, or skipped (in a folder, but not for us)."""

    path: Path
    state: str
    received: "Received | None" = None
    error: errors.PugError | None = None


@click.command(name="import", short_help="Menerima berkas kiriman. / Take bundles in.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@shared
@pass_call
def take_in(call: Call, paths: tuple[Path, ...]) -> int:
    """Menerima berkas kiriman; untuk folder semua yang ada di dalamnya dan ditujukan ke sini.

    Take bundles in, files or folders, one transaction each. In a folder, bundles for other offices and our own are
    passed over. Exit code 3: some went in, some were refused; 4: all were known already.
    """
    outcomes: list[Outcome] = []
    with call.profile(keys=True) as ws:
        for path, from_folder in _files(paths, outcomes):
            outcome = _take_one(ws, path, from_folder, call)
            outcomes.append(outcome)
            if isinstance(outcome.error, errors.StorageError):
                break

    def lines() -> Iterator[str]:
        for each in outcomes:
            yield from _outcome_lines(each)
        if not outcomes:
            yield "Tidak ada berkas kiriman di sini. / There is no bundle here."

    totals = Counter[str]()
    for each in outcomes:
        totals.update(_numbers(each.received) if each.received and each.state == "taken_in" else {})
    call.data({"bundles": [_outcome_json(each) for each in outcomes], "totals": dict(totals)}, lines)
    for each in outcomes:
        if each.state == "refused" and each.error is not None:
            tell(call, each.error)
    return exit_code(outcomes)


def _files(paths: Sequence[Path], outcomes: list[Outcome]) -> Iterator[tuple[Path, bool]]:
    from pug_desktop.app.receive import find

    for path in paths:
        if not path.is_dir():
            yield path, False
            continue
        try:
            found = find(path)
        except errors.StickError as error:
            outcomes.append(Outcome(path, "refused", error=error))
            continue
        yield from ((each, True) for each in found)


def _take_one(ws: "Workspace", path: Path, from_folder: bool, call: Call) -> Outcome:
    from pug_desktop.app.receive import take_in as take

    try:
        received = take(ws, path, call.step(path.name))
    except (errors.NotForThisOffice, errors.OwnBundle) as error:
        return Outcome(path, "skipped" if from_folder else "refused", error=error)
    except errors.PugError as error:
        return Outcome(path, "refused", error=error)
    return Outcome(path, "already" if received.already else "taken_in", received)


def exit_code(outcomes: Sequence[Outcome]) -> int:
    """What the run returns, as the contract of the command line says."""

    def those(state: str) -> list[Outcome]:
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


_SHOWN = ("new", "changed", "unchanged", "merged_fields", "conflicts", "parked", "placed", "files")


def _numbers(received: "Received") -> dict[str, int]:
    return {name: getattr(received, name) for name in _SHOWN}


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
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


def _outcome_lines(outcome: Outcome) -> Iterator[str]:
    yield f"{outcome.path.name}: {_STATES[outcome.state]}"
    received = outcome.received
    if received is None or outcome.state != "taken_in":
        return
    yield f"  Dari / from: {received.sender_name}, nomor / number {received.seq}"
    yield f"  Baru / new: {received.new}, berubah / changed: {received.changed}"
    yield f"  Tetap / unchanged: {received.unchanged}"
    yield f"  Digabung / merged fields: {received.merged_fields}, perlu keputusan / conflicts: {received.conflicts}"
    yield f"  Ditunda / parked: {received.parked}, bukti dukung / evidence files: {received.files}"
