"""The offices of a region: the list that "x of N OPD" counts, and who of them exchanges with us."""

from dataclasses import dataclass

from pug_desktop import errors
from pug_desktop.app import edit
from pug_desktop.app.trust import Standing, standing
from pug_desktop.app.workspace import Workspace
from pug_desktop.bundle.cards import card_from_json
from pug_desktop.domain.identity import office_id
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.replica import scope as scopes
from pug_desktop.storage import journal, records
from pug_desktop.storage.records import Stored


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One office; `last_received` is the ISO time of the last bundle it sent us, None when it sent none."""

    id: RecordId
    name: str
    short_name: str
    office_type: str
    region_code: str
    in_pokja: bool
    closed: bool
    enrolled: bool
    last_received: str | None


def offices(ws: Workspace, region_code: str | None = None) -> tuple[OfficeRow, ...]:
    """The offices that this profile knows (of one region when it is given), by name."""
    with ws.database.read() as connection:
        found = records.select(connection, "office")
        kept, withdrawn = journal.cards(connection), standing(connection)
        by_device = {device: _office_of_card(card) for device, _relation, card in kept}
        holding = {_office_of_card(card) for _device, _relation, card in kept if not _is_withdrawn(card, withdrawn)}
        received: dict[str, str] = {}
        for entry in journal.all_taken(connection):
            received.setdefault(by_device.get(entry.sender, ""), entry.taken_at)
    rows = [_row(each, holding, received) for each in found]
    if region_code is not None:
        rows = [each for each in rows if each.region_code == region_code]
    return tuple(sorted(rows, key=lambda row: (row.region_code, row.name.casefold())))


def _office_of_card(card: object) -> str:
    office = card.get("office", {}) if isinstance(card, dict) else {}
    return str(office.get("office_id", ""))


def _is_withdrawn(card: object, found: Standing) -> bool:
    return found.of(card_from_json(card)) is not None


def _row(stored: Stored, enrolled: set[str], received: dict[str, str]) -> OfficeRow:
    return OfficeRow(
        id=stored.id,
        name=stored.text("name"),
        short_name=stored.text("short_name"),
        office_type=stored.text("office_type") or "lainnya",
        region_code=scopes.region_of(stored.scope),
        in_pokja=bool(stored.values["in_pokja"]),
        closed=stored.values["closed_on"] is not None,
        enrolled=stored.id in enrolled,
        last_received=received.get(stored.id),
    )


def add_office(
    ws: Workspace, name: str, office_type: str = "opd", in_pokja: bool = True, region_code: str | None = None
) -> RecordId:
    """Add an office to the list; one of that name that is there already is kept.

    Raises:
        WrongValue: no name.
    """
    name = " ".join(name.split())
    if not name:
        raise errors.WrongValue(field="name", value=name, expected="nama kantor")
    region = region_code or ws.profile.region_code
    made = office_id(region, name)
    if edit.get(ws, "office", made) is None:
        values: dict[str, Value] = {
            "name": name,
            "office_type": office_type,
            "region_code": region,
            "in_pokja": in_pokja,
        }
        edit.create(ws, "office", values, id=made, scope=scopes.of_office(region, made))
    return made


def save_office(ws: Workspace, office: RecordId, **fields: Value) -> edit.Saved:
    """Save fields of an office: name, short_name, office_type, in_pokja, closed_on, address."""
    return edit.put(ws, "office", office, **fields)


def remove_office(ws: Workspace, office: RecordId) -> edit.Saved:
    """Take an office off the list.

    Raises:
        OfficeEnrolled: it has a key card; it can be closed instead.
    """
    with ws.database.read() as connection:
        cards = journal.cards(connection)
    if office in {_office_of_card(card) for _device, _relation, card in cards}:
        raise errors.OfficeEnrolled(office=office)
    return edit.remove(ws, "office", office)


def counted_offices(rows: tuple[OfficeRow, ...]) -> int:
    """N of "x of N OPD": the OPD that were not closed."""
    return sum(1 for row in rows if row.office_type == "opd" and not row.closed)
