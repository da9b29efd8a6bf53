"""What was done with keys: codes compared, persons met, cards given and withdrawn, lists, handovers, sheets."""

from dataclasses import dataclass
from enum import StrEnum

from pug_desktop.app.workspace import Workspace
from pug_desktop.storage import key_records
from pug_desktop.storage.database import Connection
from pug_desktop.storage.key_records import KeyEvent

__all__ = ["KeyEvent", "What", "events", "log", "words"]


class What(StrEnum):
    """What can be done; these words lie in databases and are never changed."""

    CODE_WRONG = "code_wrong"
    CODE_COMPARED = "code_compared"
    MET = "met_in_person"
    CARD_GIVEN = "card_given"
    CARD_ACCEPTED = "card_accepted"
    WITHDRAWN = "withdrawn"
    LIST_TAKEN = "list_taken"
    LIST_REFUSED = "list_refused"
    HANDOVER_BEGUN = "handover_begun"
    HANDOVER_VOUCHED = "handover_vouched"
    HANDOVER_DONE = "handover_done"
    KEYS_NEW = "keys_new"
    CHANGES_WITHDRAWN = "changes_withdrawn"
    SHEET_MADE = "sheet_made"
    SHEET_CONFIRMED = "sheet_confirmed"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class _Words:
    own: str
    english: str


_WORDS = {
    What.CODE_WRONG: _Words("Kode keamanan tidak cocok: {office}", "Security code did not match: {office}"),
    What.CODE_COMPARED: _Words("Kode keamanan dicocokkan: {office}", "Security code compared: {office}"),
    What.MET: _Words("Bertemu langsung: {office}", "Met in person: {office}"),
    What.CARD_GIVEN: _Words("Kartu kunci diberikan: {office}, {holder}", "Key card given: {office}, {holder}"),
    What.CARD_ACCEPTED: _Words("Kartu kunci dipasang, dari {office}", "Key card put in, from {office}"),
    What.WITHDRAWN: _Words("Kartu kunci dicabut: {office}; {reason}", "Key card withdrawn: {office}; {reason}"),
    What.LIST_TAKEN: _Words(
        "Daftar kunci nomor {list} diterima dari {office}", "List of key cards no. {list} taken in from {office}"
    ),
    What.LIST_REFUSED: _Words("Daftar kunci tidak dipakai ({problem})", "List of key cards not used ({problem})"),
    What.HANDOVER_BEGUN: _Words("Serah terima dimulai: {old} ke {new}", "Handover begun: {old} to {new}"),
    What.HANDOVER_VOUCHED: _Words(
        "Serah terima disetujui: {office}, {old} ke {new}", "Handover approved: {office}, {old} to {new}"
    ),
    What.HANDOVER_DONE: _Words("Serah terima selesai: {new}", "Handover done: {new}"),
    What.KEYS_NEW: _Words("Kunci baru dibuat, tanpa kunci lama", "New keys made, without the former ones"),
    What.CHANGES_WITHDRAWN: _Words(
        "Perubahan ditarik: {emptied} isian, {removed} catatan",
        "Changes withdrawn: {emptied} fields, {removed} records",
    ),
    What.SHEET_MADE: _Words("Lembar pemulihan dibuat", "Recovery sheet made"),
    What.SHEET_CONFIRMED: _Words("Lembar pemulihan dipakai", "Recovery sheet in use"),
    What.RECOVERED: _Words("Dipulihkan dengan lembar pemulihan: {office}", "Recovered with the sheet: {office}"),
}


def log(ws: Workspace, connection: Connection, what: What, device_id: str = "", **detail: object) -> None:
    """Write a line within a transaction; never a code, a passphrase or a key."""
    key_records.log_key(connection, ws.clock().isoformat(), what, device_id, detail)


def events(ws: Workspace) -> tuple[KeyEvent, ...]:
    """Every line, newest first."""
    with ws.database.read() as connection:
        return tuple(reversed(key_records.key_log(connection)))


def words(event: KeyEvent, lang: str = "id") -> str:
    """A line in words; one of a newer program by its name."""
    if event.what not in _WORDS:
        return event.what
    pair = _WORDS[What(event.what)]
    return (pair.english if lang == "en" else pair.own).format_map(_Or(event.detail))


class _Or(dict[str, object]):
    def __missing__(self, _name: str) -> str:
        return "–"
