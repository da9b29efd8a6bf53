"""Which forms this profile can use: those of the program, and the instruments that its province has issued.

An instrument counts when its bytes have the hash that it names and the province's device has sealed that hash. It is
never believed for coming from somebody trusted: anybody on the way could have changed it.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from pug_desktop.app.sheets import OFFICE_FORM, REGENCY_FORM
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.errors import FormError
from pug_desktop.forms.load import parse_form
from pug_desktop.forms.schema import Form, Text
from pug_desktop.forms.shelf import Shelf
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal, records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.records import Stored

if TYPE_CHECKING:
    from pug_desktop.bundle.keys import DevicePublic

SHEET_FORMS = (OFFICE_FORM, REGENCY_FORM)
SETTING = "instruments"
"""Keeps {issuer: {form: version}}, the highest version that was ever accepted."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument as it lies here; `form` is None when it cannot be used, and `refused` then says why."""

    id: RecordId
    name: str
    version: int
    sha256: str
    issued_on: str | None
    issuer: str
    form: Form | None
    refused: str


def forms_of(ws: Workspace) -> Shelf:
    """The forms that this profile can use."""
    with ws.database.read() as connection:
        found = records.select(connection, "instrument", order=("form", "form_version", "sha256"))
        remembered = journal.read_setting(connection, SETTING)
    if not found and not remembered:
        return Shelf()
    usable = tuple(each.form for each in judge(ws, found) if each.form is not None)
    return Shelf(usable, lowest(ws, remembered))


def form_of_sheet(shelf: Shelf, name: str, values: Mapping[str, Value] | None) -> tuple[Form, int | None]:
    """The form of a sheet that is there (its `values`) or of a new one.

    A sheet keeps the form it was made with, a new one gets the newest. Where that is not here the newest that is stands
    in for it, and the second part is the version that is missing: such a sheet can be looked at and not filled in.
    """
    if values is None:
        current = shelf.current(name)
        return (current, None) if current is not None else (shelf.newest(name), shelf.lowest[name])
    sha256, version = values.get("form_sha256"), values.get("form_version")
    if isinstance(sha256, str):
        found = shelf.find(name, sha256)
    else:
        found = shelf.version(name, version) if isinstance(version, int) else None
    if found is not None:
        return found, None
    return shelf.newest(name), version if isinstance(version, int) else 0


# --- judging --------------------------------------------------------------------------------------------------------


def judge(ws: Workspace, found: Sequence[Stored]) -> tuple[Instrument, ...]:
    """What becomes of each instrument, lower versions first."""
    if not found:
        return ()
    from pug_desktop.bundle.instrument_seal import Sealed, is_sealed_by

    known = issuers(ws)

    def problem(stored: Stored, data: bytes | None) -> str:
        if data is None:
            return "isinya tidak lengkap / its content is incomplete"
        if hashlib.sha256(data).hexdigest() != stored.text("sha256"):
            return "isinya berubah sejak diterbitkan / its content changed after it was issued"
        if not known:
            return "kantor ini belum punya kartu kunci / this office has no key card yet"
        if (device := known.get(stored.text("issuer"))) is None:
            return "bukan terbitan provinsi kantor ini / not issued by the province of this office"
        sealed = Sealed(stored.text("form"), _version(stored), stored.text("sha256"), stored.text("supersedes"))
        if not is_sealed_by(sealed, stored.text("signature"), device):
            return "tanda tangannya tidak cocok / its signature does not fit"
        return ""

    judged: list[Instrument] = []
    usable: list[Form] = []
    for each in sorted(found, key=lambda stored: (stored.text("form"), _version(stored), stored.text("sha256"))):
        data = document_bytes(each.values["document"])
        refused, form = problem(each, data), None
        if not refused and data is not None:
            form, refused = _read(data, each, Shelf(tuple(usable)))
        if form is not None:
            usable.append(form)
        judged.append(
            Instrument(
                each.id,
                each.text("form"),
                _version(each),
                each.text("sha256"),
                each.text("issued_on") or None,
                each.text("issuer"),
                form,
                refused,
            )
        )
    return tuple(judged)


def issuers(ws: Workspace) -> dict[str, "DevicePublic"]:
    """The devices of our province whose seal counts, by device id.

    One that handed over its office still counts for what it issued; one that was withdrawn for another reason does not.
    """
    from pug_desktop.app.trust import cards, trusted

    standing, province = cards(ws).standing, scopes.province_of(ws.profile.scope)
    found = {}
    for device_id, card in trusted(ws).cards.items():
        gone = standing.of(card)
        if card.office.role == "provinsi" and card.office.scope == province and (gone is None or gone.handed_to):
            found[device_id] = card.device
    return found


def document_bytes(document: Value) -> bytes | None:
    """The bytes of the file that an instrument holds as lines; None when it holds none."""
    lines = document.get("toml") if isinstance(document, dict) else None
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def unfit(form: Form, shelf: Shelf) -> str:
    """Why a form cannot stand beside those of the shelf, in both languages; "" when it can.

    Sheets of several versions are set side by side: the prerequisites stay the same, and the code of a question never
    gets another kind of answer.
    """
    if form.form not in SHEET_FORMS:
        known = ", ".join(SHEET_FORMS)
        return f"program ini hanya memakai formulir {known} / this program uses the forms {known} only"
    if form.derives:
        return "instrumen lembar harus berisi butir sendiri / the form of a sheet must ask questions of its own"
    earlier = [each for each in shelf.versions(form.form) if each.version < form.version]
    if not earlier:
        return ""
    former = earlier[-1]
    names = [section.name for section in former.sections]
    if [section.name for section in form.sections] != names:
        wanted = ", ".join(names)
        return f"bagian-bagiannya harus tetap {wanted} / its sections must stay {wanted}"
    kinds = {question.name: question.kind for question in former.questions}
    for question in form.questions:
        if kinds.get(question.name, question.kind) != question.kind:
            return (
                f"jenis jawaban butir {question.name} berubah; beri butir itu kode baru"
                f" / question {question.name} asks for another kind of answer; give it a new code"
            )
    return ""


def _read(data: bytes, stored: Stored, shelf: Shelf) -> tuple[Form | None, str]:
    try:
        form = _parsed(data)
    except FormError as error:
        own, english = (form_error_words(error, lang) for lang in ("id", "en"))
        return None, f"program ini belum mengenalnya, {own} / this program does not know it, {english}"
    if (form.form, form.version) != (stored.text("form"), _version(stored)):
        return None, "isinya menyebut nama atau versi lain / its content names another form or version"
    if problem := unfit(form, shelf):
        return None, problem
    return form, ""


def form_error_words(error: FormError, lang: str) -> str:
    """Where the mistake stands, and what it is."""
    told = (error.fields["place"], error.fields["problem"])
    return ": ".join(each.of(lang) if isinstance(each, Text) else str(each) for each in told)


def form_line(form: Form) -> str:
    """The form as papers name it: "Tujuh prasyarat PUG, lembar kabupaten/kota, versi 2"."""
    return f"{form.title.id.replace(': ', ', ')}, versi {form.version}"


@lru_cache(maxsize=32)
def _parsed(data: bytes) -> Form:
    """Reading one takes 30 ms, and its bytes never change."""
    return parse_form(data, "instrumen")


def _version(stored: Stored) -> int:
    version = stored.values["form_version"]
    return version if isinstance(version, int) else 0


# --- no way back ----------------------------------------------------------------------------------------------------


def lowest(ws: Workspace, remembered: Mapping[str, object]) -> dict[str, int]:
    """By form the highest version of our province that was accepted here."""
    found: dict[str, int] = {}
    for issuer in issuers(ws):
        versions = remembered.get(issuer)
        for name, version in versions.items() if isinstance(versions, dict) else ():
            if isinstance(version, int):
                found[name] = max(version, found.get(name, 0))
    return found


Issued: TypeAlias = tuple[str, str, int]
"""Issuer, form and version."""


def remember(connection: Connection, usable: Iterable[Issued]) -> None:
    """Keep the highest version of each issuer and form; it never sinks."""
    before = journal.read_setting(connection, SETTING)
    after = raised(before, usable)
    if after != before:
        journal.write_setting(connection, SETTING, after)


def remember_use(connection: Connection, form: Form) -> None:
    """A sheet was made with a form; nothing to keep for one that came with the program."""
    for each in records.select(connection, "instrument", {"sha256": form.sha256}):
        remember(connection, [(each.text("issuer"), form.form, form.version)])


def raised(remembered: Mapping[str, object], usable: Iterable[Issued]) -> dict[str, object]:
    """What is remembered after these were accepted."""
    after = dict(remembered)
    for issuer, name, version in usable:
        mine = after.get(issuer)
        versions = dict(mine) if isinstance(mine, dict) else {}
        known = versions.get(name)
        versions[name] = max(version, known if isinstance(known, int) else 0)
        after[issuer] = versions
    return after
