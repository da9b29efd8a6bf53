"""What waits for a decision: conflicts, decide."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from pug_desktop import errors
from pug_desktop.cli.call import DONE, NOTHING_TO_DO, Call, pass_call, shared

if TYPE_CHECKING:
    from pug_desktop.app.decide import Conflict, Version


@click.command(short_help="Catatan yang perlu keputusan. / Records that hold two values.")
@shared
@pass_call
def conflicts(call: Call) -> None:
    """Isian yang berisi dua nilai; keduanya tetap disimpan sampai seseorang memutuskan dengan `decide`.

    Fields that hold two values; both stay until somebody decides with `decide`. The value with number 1 is shown now.
    """
    from pug_desktop.app.decide import conflicts as list_conflicts

    with call.profile() as ws:
        found = list_conflicts(ws)
    records = len({(each.kind, each.id) for each in found})

    def lines() -> Iterator[str]:
        yield f"Perlu keputusan / to be decided: {records} catatan / records, {len(found)} isian / fields"
        for _, fields in groupby(found, key=lambda each: (each.kind, each.id)):
            yield from _record_lines(list(fields))

    call.data({"conflicts": [_as_json(each) for each in found]}, lines)


def _record_lines(fields: Sequence["Conflict"]) -> Iterator[str]:
    first = fields[0]
    yield ""
    yield " · ".join(each for each in (first.title, first.context, first.office) if each)
    yield f"  id {first.id}"
    for each in fields:
        yield f"  {each.field} (--field {each.cell})" + ("" if each.may_decide else " – diputuskan kantor di atas")
        for number, version in enumerate(each.versions, 1):
            yield f"    {number}. {_one_line(version.words)} – {_by(version)}"


def _by(version: "Version") -> str:
    when = datetime.fromtimestamp(version.at, UTC).astimezone() if 0 < version.at < 2**40 else None
    moment = f"{when:%Y-%m-%d %H.%M}" if when is not None else "waktu tidak diketahui / time not known"
    return ", ".join(each for each in (version.user, version.device, moment) if each)


def _one_line(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 300 else f"{plain[:299]}…"


def _as_json(conflict: "Conflict") -> dict[str, Any]:
    return {
        "kind": conflict.kind,
        "id": conflict.id,
        "scope": conflict.scope,
        "cell": conflict.cell,
        "title": conflict.title,
        "context": conflict.context,
        "office": conflict.office,
        "field": conflict.field,
        "may_decide": conflict.may_decide,
        "versions": [
            {
                "number": number,
                "value": _plain(each.value),
                "words": each.words,
                "user": each.user,
                "at": each.at,
                "device": each.device,
            }
            for number, each in enumerate(conflict.versions, 1)
        ],
    }


def _plain(value: object) -> object:
    from pug_desktop.app.decide import Fate

    return value.value if isinstance(value, Fate) else value


@click.command(short_help="Memutuskan satu isian. / Decide on one field.")
@click.argument("record", metavar="ID")
@click.option(
    "--field", metavar="NAME", help="Isiannya, seperti ditulis `conflicts`. / The field, as `conflicts` has it."
)
@click.option("--keep", metavar="NUMBER", type=click.IntRange(min=1), help="Nomor isian yang dipakai. / Value to keep.")
@click.option("--value", metavar="TEXT", help="Isian lain (JSON bila bukan teks). / Another value (JSON if not text).")
@shared
@pass_call
def decide(call: Call, record: str, field: str | None, keep: int | None, value: str | None) -> int:
    """Memutuskan satu isian yang berisi dua nilai: --keep memakai salah satunya, --value menulis yang lain.

    Decide on one field that holds two values: --keep takes one of them, --value writes another. --field may be left
    out when only one field of the record is open. Exit code 4: nothing is left to be decided in that record.
    """
    from pug_desktop.app import decide as deciding

    if (keep is None) == (value is None):
        raise click.UsageError("--keep NUMBER | --value TEXT")
    with call.profile() as ws:
        found = [each for each in deciding.conflicts(ws) if each.id == record]
        if not found and deciding.is_here(ws, record):
            nothing = "Tidak ada lagi yang perlu diputuskan di sini. / Nothing is left to be decided here."
            call.data({"decided": None, "open": deciding.count(ws)}, lambda: iter((nothing,)))
            return NOTHING_TO_DO
        conflict = _find(found, record, field)
        if keep is not None:
            if keep > len(conflict.versions):
                numbers = ", ".join(str(number) for number, _ in enumerate(conflict.versions, 1))
                raise errors.UnknownName(what="value", name=str(keep), known=numbers)
            chosen = conflict.versions[keep - 1].value
        else:
            chosen = deciding.read_value(conflict, value or "")
        deciding.decide_many(ws, [deciding.Choice.of(conflict, chosen)])
        left = deciding.count(ws)

    def lines() -> Iterator[str]:
        yield f"Diputuskan / decided: {conflict.title}, {conflict.field}"
        yield f"Masih menunggu / still open: {left}"

    call.data({"decided": {"kind": conflict.kind, "id": conflict.id, "cell": conflict.cell}, "open": left}, lines)
    return DONE


def _find(of_record: Sequence["Conflict"], record: str, field: str | None) -> "Conflict":
    if not of_record:
        raise errors.NoSuchRecord(id=record)
    named = [each for each in of_record if field in (None, each.cell)]
    if len(named) != 1:
        raise errors.UnknownName(what="field", name=field or "", known=", ".join(each.cell for each in of_record))
    return named[0]
