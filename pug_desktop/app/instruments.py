"""Instruments: a province issues a new version of a sheet's form, and it travels down to every office.

What is issued never changes: who finds a mistake issues the next version. Sheets that are there keep theirs.
"""

import errno
from pathlib import Path

from pug_desktop import durable, errors
from pug_desktop.app import edit
from pug_desktop.app.form_source import (
    SETTING,
    Instrument,
    document_bytes,
    forms_of,
    judge,
    raised,
    remember,
    unfit,
)
from pug_desktop.app.instrument_workbook import Draft, is_workbook, read_draft
from pug_desktop.app.trust import own_card
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.stick import stick_errors
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.values import MAX_TEXT_BYTES, check_values
from pug_desktop.forms.load import form_bytes, parse_form
from pug_desktop.forms.schema import Form
from pug_desktop.storage import journal, records

MAX_BYTES = 1024 * 1024
"""Twenty times the largest form there is; a record must fit into one line of a bundle."""

_MARK = b"\xef\xbb\xbf"
"""Windows editors put it at the start."""


def publish(ws: Workspace, toml_file: Path) -> Instrument:
    """Issue the form in a file as a new instrument; it goes to every office with the next bundle.

    The file is a form file (TOML) or an XLSForm workbook.

    Raises:
        WrongRole: only a province issues instruments.
        FileUnreadable: the file cannot be read, or is too large.
        FormError: it is no form; with the place of the mistake.
        WorkbookRefused, WorkbookMistakes: a workbook that cannot be opened, or is no form yet.
        InstrumentRefused: it is known already, its version is not above the known ones, or it does not fit them.
        NeedsPassphrase: the profile was opened without its keys.
    """
    from pug_desktop.bundle.instrument_seal import Sealed, seal

    if ws.profile.role != "provinsi":
        raise errors.WrongRole(role=ws.profile.role, needed="provinsi")
    data = read_draft(toml_file).toml if is_workbook(toml_file) else _read(toml_file)
    form = parse_form(data, toml_file.name)
    former = _check(ws, toml_file, data, form)
    keys = ws.keys
    if own_card(ws).device != keys.public:
        raise errors.InstrumentRefused(path=toml_file, problem="kunci perangkat / device keys")
    supersedes = former.sha256 if former is not None else ""
    signature = seal(Sealed(form.form, form.version, form.sha256, supersedes), keys)
    values: dict[str, Value] = {
        "form": form.form,
        "form_version": form.version,
        "sha256": form.sha256,
        "supersedes": supersedes or None,
        "document": {"toml": data.decode("utf-8").split("\n")},
        "issuer": keys.device_id,
        "signature": signature,
        "issued_on": ws.today.isoformat(),
    }
    check_values("instrument", values)
    made = _id(form.sha256)
    with ws.database.write() as connection:
        # No step that could be undone: what was issued may have travelled already.
        edit.make(ws, connection, "instrument", values, made, ws.profile.scope)
    issued = next(each for each in listed(ws) if each.id == made)
    if issued.form is None:
        raise errors.InstrumentRefused(path=toml_file, problem=issued.refused)
    return issued


def listed(ws: Workspace) -> tuple[Instrument, ...]:
    """Every instrument that lies here, also those that cannot be used; by form and version.

    What is usable is remembered, so that no older version ever takes its place.
    """
    with ws.database.read() as connection:
        found = records.select(connection, "instrument")
        remembered = journal.read_setting(connection, SETTING)
    judged = judge(ws, found)
    usable = [(each.issuer, each.name, each.version) for each in judged if each.form is not None]
    if raised(remembered, usable) != remembered:
        with ws.database.write() as connection:
            remember(connection, usable)
    return judged


def accepted(ws: Workspace) -> tuple[Instrument, ...]:
    """The instruments that new sheets are made with: of each form the highest version."""
    highest = {each.name: each for each in listed(ws) if each.form is not None}
    shelf = forms_of(ws)
    return tuple(each for each in highest.values() if shelf.current(each.name) == each.form)


def unused(ws: Workspace) -> tuple[Instrument, ...]:
    """Those of `accepted` that no sheet here was made with yet: the news."""
    found = accepted(ws)
    if not found:
        return ()
    with ws.database.read() as connection:
        return tuple(
            each for each in found if not records.select(connection, "checklist", {"form_sha256": each.sha256})
        )


def write_source(ws: Workspace, name: str, out: Path) -> Form:
    """Write the file of the newest version of a form, to be edited into the next one.

    Raises:
        UnknownForm: no such form.
        StickGone, StickFull, StickReadOnly: it cannot be written.
    """
    form = forms_of(ws).newest(name)
    with ws.database.read() as connection:
        issued = records.select(connection, "instrument", {"sha256": form.sha256})
    data = document_bytes(issued[0].values["document"]) if issued else form_bytes(form.form, form.version)
    with stick_errors(out):
        durable.write_bytes(out, data or b"")
    return form


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise errors.FileUnreadable(path=path, reason="terlalu besar / it is too large")
        data = path.read_bytes()
    except OSError as error:
        missing = "tidak ada / it is not there"
        reason = missing if error.errno == errno.ENOENT else error.strerror or ""
        raise errors.FileUnreadable(path=path, reason=reason) from error
    return data.removeprefix(_MARK)


def check_draft(ws: Workspace, path: Path) -> Draft:
    """Whether the form in a workbook could be issued here as it is; nothing is kept.

    Raises:
        FileUnreadable, WorkbookRefused, WorkbookMistakes, InstrumentRefused
    """
    draft = read_draft(path)
    _check(ws, path, draft.toml, draft.form)
    return draft


def _check(ws: Workspace, path: Path, data: bytes, form: Form) -> Form | None:
    """Refuse what could not be used; returns the version that this one supersedes."""
    shelf = forms_of(ws)
    known = shelf.versions(form.form)
    highest = max([shelf.lowest.get(form.form, 0), *(each.version for each in known)])
    with ws.database.read() as connection:
        there = records.get(connection, "instrument", _id(form.sha256))
    if there is not None or any(each.sha256 == form.sha256 for each in known):
        problem = "instrumen ini sudah ada / this form is there already"
    elif problem := unfit(form, shelf):
        pass
    elif len(data) > MAX_BYTES:
        problem = "terlalu besar / it is too large"
    elif form.version <= highest:
        problem = f"versinya harus di atas {highest} / its version must be above {highest}"
    elif any(len(line) > MAX_TEXT_BYTES for line in data.split(b"\n")):
        problem = "ada baris yang terlalu panjang / one of its lines is too long"
    if problem:
        raise errors.InstrumentRefused(path=path, problem=problem)
    return known[-1] if known else None


def _id(sha256: str) -> RecordId:
    """The same wherever that form is issued."""
    return natural_id("instrument", sha256)
