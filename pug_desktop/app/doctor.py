"""Whether a profile is sound: database, replica, evidence, keys, cards, folder; and the program. Repairs nothing.

It is the one checker that every fault test uses. What only waits (records without their parent, rows not captured yet,
evidence files that nobody needs any more) is a fact, no problem.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import __version__, errors
from pug_desktop.app import program_files
from pug_desktop.app.card_check import card_findings
from pug_desktop.app.documents import uses_of
from pug_desktop.app.findings import Finding, finding
from pug_desktop.app.workspace import KEYS, Workspace
from pug_desktop.bundle.keys import is_locked, load_keys
from pug_desktop.progress import Step, silent
from pug_desktop.storage import checks
from pug_desktop.storage.capture import unmarked
from pug_desktop.storage.checks import States
from pug_desktop.storage.database import APPLICATION_ID
from pug_desktop.storage.schema import SCHEMA
from pug_desktop.storage.states import read_self

__all__ = ["Finding", "Findings", "check"]

LEAST_FREE_BYTES = 100 * 1024 * 1024
"""Room for an evidence file of the largest size and the database's own log."""


@dataclass(frozen=True, slots=True)
class Findings:
    """`ok` when there is no problem; `facts` are figures for people and tests, ready for JSON."""

    ok: bool
    problems: tuple[Finding, ...]
    facts: dict[str, object]


def check(ws: Workspace, step: Step = silent, *, program: bool = True) -> Findings:
    """Look at everything; writes nothing but one probe file, which is removed.

    Args:
        ws: the profile.
        step: told how far each part is.
        program: read the files of the packaged program too, 100 MB.
    """
    profile = ws.profile
    facts: dict[str, object] = {
        "program": __version__,
        "folder": str(ws.folder),
        "device_id": profile.device_id,
        "role": profile.role,
        "scope": profile.scope,
        "practice": profile.practice,
    }
    parts: tuple[Callable[[Workspace, dict[str, object], Step], Iterator[Finding]], ...] = (
        _database,
        _replica,
        _bundles,
        _evidence,
        _keys,
        _cards,
        _folder,
        *([_program] if program else []),
    )
    problems: list[Finding] = []
    for part in parts:
        try:
            problems.extend(part(ws, facts, step))
        except errors.DatabaseDamaged as error:
            problems.append(finding("unreadable", str(error.fields.get("problem", ""))))
    return Findings(not problems, tuple(problems), facts)


def _database(ws: Workspace, facts: dict[str, object], _step: Step) -> Iterator[Finding]:
    with ws.database.read() as connection:
        header = checks.header(connection)
        yield from (finding("integrity", each) for each in header.integrity[: checks.MOST_EXAMPLES])
        yield from (finding("foreign_key", each) for each in sorted(set(header.foreign_keys)))
        facts["schema"] = header.schema
        if (header.application_id, header.schema) != (APPLICATION_ID, SCHEMA):
            yield finding("header", f"{header.application_id:#x}/{header.schema}")
        if header.journal_mode != ws.database.journal:
            yield finding("journal", header.journal_mode)
        facts["rows"] = checks.rows(connection)


def _replica(ws: Workspace, facts: dict[str, object], step: Step) -> Iterator[Finding]:
    with ws.database.read() as connection:
        me = read_self(connection)
        found = checks.states(connection, step)
        waiting = checks.waiting(connection)
    facts["replica"] = {
        "known": found.known,
        "removed": found.deleted,
        "conflicts": found.conflicts,
        "parked": dict(sorted(found.parked.items())),
        "not_captured": {"new": waiting.new, "removed": waiting.removed},
        "n": me.n,
        "lseq": me.lseq,
    }
    if me.device_id != ws.profile.device_id:
        yield finding("device", me.device_id)
    if not found.unreadable:
        with ws.database.write() as connection:
            missed = unmarked(connection)
        yield from (finding("unmarked", f"{kind} {each}") for kind, each in missed[: checks.MOST_EXAMPLES])
    yield from _state_findings(found)
    if found.highest_n > me.n:
        yield finding("n", f"{found.highest_n} > {me.n}")
    if found.highest_lseq > me.lseq or found.repeated_lseq:
        yield finding("lseq", f"{found.highest_lseq} / {me.lseq}, {found.repeated_lseq}")


def _state_findings(found: States) -> Iterator[Finding]:
    for code, names in (("state", found.unreadable), ("marks", found.wrong_marks)):
        yield from (finding(code, each) for each in names[: checks.MOST_EXAMPLES])


def _bundles(ws: Workspace, facts: dict[str, object], _step: Step) -> Iterator[Finding]:
    with ws.database.read() as connection:
        facts["bundles"] = checks.bundle_counts(connection)
        for what, where in checks.bundle_log(connection):
            yield finding(f"bundle_{what}", where)
        for what, where in checks.exchange(connection):
            yield finding(f"exchange_{what}", where)


def _evidence(ws: Workspace, facts: dict[str, object], step: Step) -> Iterator[Finding]:
    with ws.database.read() as connection:
        referenced = checks.evidence(connection)
    own = {each.sha256: each for each in referenced if each.scope == ws.profile.scope}
    wanted = {**{each.sha256: each for each in referenced}, **own}
    elsewhere = size = 0
    for done, (sha256, each) in enumerate(wanted.items()):
        step(done, len(wanted))
        where = each.name or sha256
        if not ws.blobs.has(sha256):
            # A file of another office may still be on its way.
            elsewhere += sha256 not in own
            if sha256 in own:
                yield finding("evidence_missing", _proving(ws, sha256, where))
        elif not ws.blobs.is_sound(sha256):
            yield finding("evidence_damaged", _proving(ws, sha256, where))
        else:
            size += ws.blobs.path(sha256).stat().st_size
    here = {path.name for path in (ws.folder / "berkas").glob("??/*")}
    facts["evidence"] = {
        "files": len(wanted),
        "bytes": size,
        "not_here_yet": elsewhere,
        "unused": len(here - wanted.keys()),
    }


def _proving(ws: Workspace, sha256: str, name: str) -> str:
    """The file and what it proves, so that a person knows where to attach it again."""
    uses = uses_of(ws, sha256)
    return f"{name}: {', '.join(uses)}" if uses else name


def _keys(ws: Workspace, facts: dict[str, object], _step: Step) -> Iterator[Finding]:
    try:
        locked = is_locked(ws.folder / KEYS)
    except errors.KeyFileError:
        yield finding("keys", KEYS.name)
        return
    facts["keys"] = "passphrase" if locked else "unprotected"
    if locked != ws.profile.locked:
        yield finding("keys_lock", KEYS.name)
    if locked:
        return
    try:
        device_id = load_keys(ws.folder / KEYS, None).device_id
    except errors.KeyFileError:
        yield finding("keys", KEYS.name)
        return
    if device_id != ws.profile.device_id:
        yield finding("device", device_id)


def _cards(ws: Workspace, facts: dict[str, object], _step: Step) -> Iterator[Finding]:
    enrolled, devices, found = card_findings(ws)
    facts["enrolled"] = enrolled
    facts["devices"] = devices
    yield from found


def _folder(ws: Workspace, facts: dict[str, object], _step: Step) -> Iterator[Finding]:
    free = shutil.disk_usage(ws.folder).free
    facts["free_bytes"] = free
    if free < LEAST_FREE_BYTES:
        yield finding("space", f"{free // (1024 * 1024)} MB")
    try:
        _probe(ws.folder)
    except OSError as error:
        yield finding("folder", error.strerror or type(error).__name__)


def _program(_ws: Workspace, facts: dict[str, object], step: Step) -> Iterator[Finding]:
    found = program_files.check(step=step)
    facts["program_files"] = found.files
    for what, names in (("program_missing", found.missing), ("program_changed", found.changed)):
        yield from (finding(what, name) for name in names[: checks.MOST_EXAMPLES])


def _probe(folder: Path) -> None:
    probe = folder / f"{os.urandom(8).hex()}.coba"
    try:
        probe.write_bytes(b"PUG")
    finally:
        probe.unlink(missing_ok=True)
