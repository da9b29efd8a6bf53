"""The office's recovery key: a printed sheet opens what the office sent, on a new computer, without the old one.

The private half is never written to the profile. Until somebody has typed line 3 from the paper the sheet is not in
use: a print that nobody can read protects nothing.
"""

import base64
import hmac
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pug_desktop import errors
from pug_desktop.app import regions
from pug_desktop.app.key_files import own_office, plain_name, refuse_practice
from pug_desktop.app.key_log import What, log
from pug_desktop.app.profiles import PROFILE_FILE
from pug_desktop.app.workspace import Clock, Workspace, create_profile, errors_of, utc_now
from pug_desktop.bundle import stick
from pug_desktop.bundle.cards import Card
from pug_desktop.bundle.keys import stretch
from pug_desktop.bundle.records import read_records
from pug_desktop.bundle.recovery import RecoveryKey, key_of_lines, lines_of, make_recovery_key, read_line, shown_line
from pug_desktop.bundle.unpack import Opened, Trusted, look, unpack
from pug_desktop.progress import Step, silent
from pug_desktop.replica import scope as scopes
from pug_desktop.replica.state import DenseBlock
from pug_desktop.storage import journal, records
from pug_desktop.storage.join import Join

SETTING = "recovery"

CONFIRMED_LINE = 3
"""The line that is typed at once."""

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class SheetState:
    """Whether a sheet is in use since when ("" for never), and whether one waits to be confirmed."""

    in_use_since: str
    waiting: bool
    paper: Path | None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came back into the new profile."""

    folder: Path
    office_name: str
    bundles: int
    records: int
    files: int


def recovery_recipient(ws: Workspace) -> str | None:
    """The public half of the recovery key that is in use ("age1..."); None when there is none."""
    with ws.database.read() as connection:
        found = journal.read_setting(connection, SETTING)
    recipient = found.get("recipient")
    return str(recipient) if recipient and found.get("confirmed") else None


def sheet_state(ws: Workspace) -> SheetState:
    """How far the recovery sheet of this office is."""
    with ws.database.read() as connection:
        found = journal.read_setting(connection, SETTING)
    waits = found.get("waiting")
    paper = Path(str(waits["paper"])) if isinstance(waits, dict) else None
    return SheetState(str(found.get("confirmed") or ""), isinstance(waits, dict), paper)


def make_sheet(ws: Workspace, folder: Path | None = None) -> Path:
    """Draw a new recovery key and write its sheet; the former sheet stays in use until the new one is confirmed.

    Args:
        ws: the profile.
        folder: where the PDF goes; None for the profile's folder of papers. It holds the key in the clear: it is
            printed, and `confirm_line` removes it.

    Raises:
        PracticeOnly, DiskFull, FolderNotWritable
    """
    from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
    from pug_desktop.domain.dates import date_words
    from pug_desktop.reports.recovery_sheet import RecoverySheet, write_recovery_sheet

    refuse_practice(ws)
    key, now = make_recovery_key(), ws.clock()
    lines = lines_of(key)
    out = (folder or ws.folder_for("cetak")) / f"LembarPemulihan_{plain_name(ws.profile.office_name)}.pdf"
    former = sheet_state(ws).paper
    if former is not None and former != out:
        former.unlink(missing_ok=True)
    paper = RecoverySheet(
        letterhead=letterhead_paper(ws),
        office=own_office(ws).name,
        region=ws.profile.region_name,
        date_text=date_words(now.date()),
        lines=tuple(map(shown_line, lines)),
        recipient=key.recipient,
        secret=key.secret,
        made_at_text=made_at_text(ws),
    )
    write_recovery_sheet(out, paper)
    out.chmod(0o600)
    salt = bytes.fromhex(ws.new_id())[:SALT_BYTES]
    waiting = {
        "recipient": key.recipient,
        "made_at": now.isoformat(),
        "paper": str(out),
        "salt": base64.b64encode(salt).decode("ascii"),
        "line": _stretched(lines[CONFIRMED_LINE - 1], salt),
    }
    with ws.database.write() as connection:
        kept = dict(journal.read_setting(connection, SETTING))
        journal.write_setting(connection, SETTING, {**kept, "waiting": waiting})
        log(ws, connection, What.SHEET_MADE)
    return out


def _stretched(line: str, salt: bytes) -> str:
    """So that line 3 cannot be found from what is kept, and without the others would open nothing anyway."""
    return base64.b64encode(stretch(line, salt)).decode("ascii")


def confirm_line(ws: Workspace, number: int, text: str, *, keep_file: bool = False) -> None:
    """Line 3, typed from the paper: from now on every bundle is made for the recovery key too.

    The PDF is removed, since it holds the key in the clear.

    Raises:
        NotARecoverySheet: the line is not right, or no sheet waits; its field `problem` says which.
    """
    with ws.database.read() as connection:
        kept = dict(journal.read_setting(connection, SETTING))
    waits = kept.get("waiting")
    if not isinstance(waits, dict):
        raise errors.NotARecoverySheet(path="", line=number, problem="none waits")
    if number != CONFIRMED_LINE or not _is_that_line(number, text, waits):
        raise errors.NotARecoverySheet(path="", line=number, problem="confirm")
    if not keep_file:
        with errors_of(ws.folder):
            Path(waits["paper"]).unlink(missing_ok=True)
    in_use = {"recipient": waits["recipient"], "confirmed": ws.clock().isoformat()}
    with ws.database.write() as connection:
        journal.write_setting(connection, SETTING, in_use)
        log(ws, connection, What.SHEET_CONFIRMED)


def _is_that_line(number: int, text: str, waits: Mapping[str, Any]) -> bool:
    try:
        typed = _stretched(read_line(number, text), base64.b64decode(waits["salt"]))
    except errors.NotARecoverySheet:
        return False
    return hmac.compare_digest(typed, waits["line"])


# --- on a new computer --------------------------------------------------------------------------------------------


def own_bundles(lines: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """The bundles in a folder that the sheet opens; those of other offices on the same stick are left out.

    Raises:
        NotARecoverySheet: a line is not right.
        RecoveryNotOurs: there is none.
        StickGone, StickReadOnly: the folder cannot be read.
    """
    key = key_of_lines(lines)
    found = []
    for path in stick.list_bundles(folder):
        with suppress(errors.BundleError, errors.RecoveryNotOurs):
            _look(path, key)
            found.append(path)
    if not found:
        raise errors.RecoveryNotOurs(path=folder)
    return tuple(found)


def recover(
    lines: Sequence[str],
    bundles: Sequence[Path],
    folder: Path | None,
    clock: Clock = utc_now,
    *,
    passphrase: str | None = None,
    holder: str = "",
    step: Step = silent,
) -> tuple[Workspace, Recovered]:
    """Make a new profile from the sheet and the office's own bundles; it needs a new key card afterwards.

    Args:
        lines: the four lines of the sheet.
        bundles: what the office sent, in any order.
        folder: of the new profile; None for a new one among the user's profiles.
        clock: gives aware UTC times.
        passphrase: protects the new keys.
        holder: who uses the new profile.
        step: told in bundles.

    Returns:
        The new profile, open, and what came back.

    Raises:
        NotARecoverySheet: a line is not right.
        RecoveryNotOurs: the sheet does not open a bundle, or it is of another office than the first one.
        BundleError: a bundle is damaged.
        ProfileExists, DiskFull, FolderNotWritable
    """
    key = key_of_lines(lines)
    seen = [(path, *_look(path, key)) for path in bundles]
    if not seen:
        raise errors.RecoveryNotOurs(path=folder or "")
    card = seen[0][1]
    for path, other, _trusted in seen:
        if (other.office.office_id, other.office.scope) != (card.office.office_id, card.office.scope):
            raise errors.RecoveryNotOurs(path=path)
    office = card.office
    regions.region(office.region_code)
    ws = create_profile(
        folder,
        role=office.role,
        region_code=office.region_code,
        office_name=office.name,
        passphrase=passphrase,
        holder=holder or card.holder,
        clock=clock,
    )
    try:
        return ws, _fill(ws, key, [(path, trusted) for path, _card, trusted in seen], step)
    except BaseException:
        ws.close()
        # Without it there is no profile; never more than that, since the folder may have held other things.
        (ws.folder / PROFILE_FILE).unlink(missing_ok=True)
        raise


def _look(path: Path, key: RecoveryKey) -> tuple[Card, Trusted]:
    """Whose bundle it is, and the trust under which it opens: its own province's, as one of its addressees."""
    found = look(path, key.reader(), Trusted(None, {}, ""))
    if found.manifest is None or found.sender_card is None:
        if found.problem is None or isinstance(found.problem, errors.NotForThisOffice):
            raise errors.RecoveryNotOurs(path=path)
        raise found.problem
    sender = found.manifest.sender
    root = (sender.chain[-1] if sender.chain else sender.card).device
    return found.sender_card, Trusted(root, {}, found.manifest.to[0])


def _fill(ws: Workspace, key: RecoveryKey, bundles: Sequence[tuple[Path, Trusted]], step: Step) -> Recovered:
    staging = ws.folder_for("tmp")
    opened = []
    try:
        for number, (path, trusted) in enumerate(bundles):
            step(number, len(bundles))
            opened.append(unpack(path, staging / f"pulih-{number}", key.reader(), trusted))
        files = sum(_adopt(ws, blob) for each in opened for blob in each.blobs)
        count = _join(ws, opened)
    finally:
        for number in range(len(bundles)):
            shutil.rmtree(staging / f"pulih-{number}", ignore_errors=True)
    step(len(bundles), len(bundles))
    return Recovered(ws.folder, ws.profile.office_name, len(bundles), count, files)


def _adopt(ws: Workspace, blob: Path) -> bool:
    if ws.blobs.has(blob.name, size=blob.stat().st_size):
        return False
    with errors_of(ws.folder):
        ws.blobs.adopt(blob, blob.name)
    return True


def _join(ws: Workspace, opened: Sequence[Opened]) -> int:
    """All records in one transaction, each write as it was: the lost computer is just another writer of this office."""
    profile = ws.profile
    with ws.database.write() as connection:
        # A new profile writes its own office down; what the lost one knew of it comes in its place.
        own_scope = scopes.of_office(profile.region_code, profile.office_id)
        fresh = records.get(connection, "office", profile.office_id)
        records.delete(connection, "office", profile.office_id)
        join = Join(connection)
        for each in opened:
            for item in read_records(each.records, each.manifest.parts[0].size):
                if isinstance(item, DenseBlock):
                    join.block(item)
                else:
                    join.state(item)
        done = join.finish()
        if fresh is not None and records.get(connection, "office", profile.office_id) is None:
            records.insert(connection, "office", profile.office_id, own_scope, fresh.values, ws.now_s, profile.holder)
        log(ws, connection, What.RECOVERED, profile.device_id, office=profile.office_name)
    return done.new + done.changed
