"""Bundles that were not taken in but may become acceptable: Karantina, and those of a newer program.

Nothing of them reaches the records. They lie in the profile as they came, with a note why.
"""

import filecmp
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import durable, errors
from pug_desktop.app.error_words import words
from pug_desktop.app.received import Received
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle import limits, stick
from pug_desktop.progress import Step, silent

KARANTINA, WAITING = "karantina", "menunggu"

_WHERE: dict[type[errors.PugError], str] = {
    errors.FromNewerProgram: WAITING,
    errors.UnknownSender: KARANTINA,
    errors.RevokedSender: KARANTINA,
    errors.WrongSignature: KARANTINA,
    errors.OutsideScope: KARANTINA,
    errors.CopiedDevice: KARANTINA,
    errors.MalformedRecords: KARANTINA,
}

_NOTE = ".json"

MOST_KEPT = 200
MOST_BYTES = limits.MAX_BUNDLE_BYTES
"""What Karantina holds at most."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A bundle that was set aside: where (karantina or menunggu), and why, as it was told then."""

    path: Path
    where: str
    name: str
    size: int
    kept_at: str
    code: str
    title: str
    advice: str
    sender_name: str


def set_aside(ws: Workspace, copy: Path, error: errors.BundleError) -> None:
    """Keep what may become acceptable or must be looked into; the same name again replaces it."""
    where = _WHERE.get(type(error))
    if where is None:
        return
    with suppress(OSError):
        if copy.stat().st_size > limits.MAX_BUNDLE_BYTES:
            return
        target = _free(ws.folder_for(where) / copy.name, copy)
        note = {
            "at": ws.clock().isoformat(),
            "code": error.code,
            "sender": str(error.fields.get("name", "")),
            **{lang: list(_told(error, lang)) for lang in ("id", "en")},
        }
        durable.write_bytes(_note(target), json.dumps(note, ensure_ascii=False).encode())
        copy.replace(target)
        if where == KARANTINA:
            _make_room(target.parent)


def _free(target: Path, copy: Path) -> Path:
    """The name, or the first free one; the same file again takes the place of the former."""
    path, number = target, 2
    while path.exists() and not filecmp.cmp(path, copy, shallow=False):
        path, number = target.with_stem(f"{target.stem}-{number}"), number + 1
    return path


def _make_room(folder: Path) -> None:
    """Anybody can make bundles that are set aside: the oldest go when there are too many."""
    files = sorted(_bundles(folder), key=lambda path: path.stat().st_mtime, reverse=True)
    kept = size = 0
    for path in files:
        kept, size = kept + 1, size + path.stat().st_size
        if kept > MOST_KEPT or (size > MOST_BYTES and kept > 1):
            path.unlink(missing_ok=True)
            _note(path).unlink(missing_ok=True)


def _told(error: errors.PugError, lang: str) -> tuple[str, str]:
    said = words(error, lang)
    return said.title, said.advice


def _note(path: Path) -> Path:
    return path.with_name(path.name + _NOTE)


def kept(ws: Workspace, lang: str = "id") -> tuple[Kept, ...]:
    """All that was set aside, newest first."""
    found = [_kept(path, where, lang) for where in (KARANTINA, WAITING) for path in _bundles(ws.folder / where)]
    return tuple(sorted(found, key=lambda each: each.kept_at, reverse=True))


def _bundles(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if path.suffix != _NOTE and path.is_file()]
    except OSError:
        return []


def _kept(path: Path, where: str, lang: str) -> Kept:
    note: dict[str, object] = {}
    with suppress(OSError, ValueError):
        read = json.loads(_note(path).read_text(encoding="utf-8"))
        note = read if isinstance(read, dict) else {}
    said = note.get(lang)
    title, advice = said if isinstance(said, list) and len(said) == 2 else ("", "")
    size = path.stat().st_size if path.exists() else 0
    code, at, sender = (str(note.get(name, "")) for name in ("code", "at", "sender"))
    return Kept(path, where, path.name, size, at, code, str(title), str(advice), sender)


def retry(ws: Workspace, one: Kept, step: Step = silent) -> Received:
    """Try to take it in again; it leaves the list when that works or when it turns out to be known already.

    Raises:
        BundleError: it is refused still, and stays.
    """
    # The two need each other: what is refused again is set aside again.
    from pug_desktop.app.receive import take_in

    received = take_in(ws, one.path, step)
    discard(ws, one)
    return received


def discard(ws: Workspace, one: Kept) -> None:
    """Throw it away for good.

    Raises:
        FolderNotWritable: it cannot be removed.
    """
    with stick.folder_errors(ws.folder):
        one.path.unlink(missing_ok=True)
        _note(one.path).unlink(missing_ok=True)
