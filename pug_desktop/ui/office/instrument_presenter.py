"""What the tab Instrumen shows: which forms are in use, and what a workbook still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pug_desktop.app import instruments
from pug_desktop.app.form_source import SHEET_FORMS, forms_of
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import parse_date, short_date_words
from pug_desktop.errors import WorkbookMistakes
from pug_desktop.forms.schema import Form
from pug_desktop.forms.xlsform import Finding

IN_USE, EARLIER, REFUSED = "in_use", "earlier", "refused"


@dataclass(frozen=True, slots=True)
class KnownForm:
    """One version of a sheet's form; `issued_on` is empty for one that came with the program."""

    title: str
    form: str
    version: int
    issued_on: str
    state: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of looking at a workbook; `form` is None when it is no form yet."""

    path: Path
    form: Form | None
    findings: tuple[Finding, ...]


def known_forms(ws: Workspace, lang: str) -> tuple[KnownForm, ...]:
    """Every version that is here, newest first, of each sheet; also those that cannot be used, and why."""
    shelf = forms_of(ws)
    issued = {each.sha256: each for each in instruments.listed(ws)}
    found: list[KnownForm] = []
    for name in SHEET_FORMS:
        current = shelf.current(name)
        for form in reversed(shelf.versions(name)):
            told = issued.get(form.sha256)
            day = _day(told.issued_on if told else None, lang)
            state = IN_USE if current is not None and form.sha256 == current.sha256 else EARLIER
            found.append(KnownForm(form.title.of(lang), name, form.version, day, state))
    for each in issued.values():
        if each.form is None:
            reason = each.refused.partition(" / ")[2 if lang == "en" else 0] or each.refused
            day = _day(each.issued_on, lang)
            found.append(KnownForm(each.name, each.name, each.version, day, REFUSED, reason))
    return tuple(found)


def check(ws: Workspace, path: Path) -> Checked:
    """Look at a workbook without issuing it.

    Raises:
        FileUnreadable, WorkbookRefused: it cannot be opened.
        InstrumentRefused: it is a form, and not one that can be issued here.
    """
    try:
        draft = instruments.check_draft(ws, path)
    except WorkbookMistakes as mistakes:
        findings = mistakes.fields["findings"]
        return Checked(path, None, findings if isinstance(findings, tuple) else ())
    return Checked(path, draft.form, draft.remarks)


def sheet_titles(ws: Workspace, lang: str) -> Sequence[tuple[str, str]]:
    """Name and title of each form that can be taken to Excel, in its newest version."""
    shelf = forms_of(ws)
    return tuple((name, shelf.newest(name).title.of(lang)) for name in SHEET_FORMS)


def _day(iso: str | None, lang: str) -> str:
    day = parse_date(iso)
    return short_date_words(day, lang) if day is not None else ""
