"""What people do with records, and what they fear for them: each a function that does nothing where nothing fits."""

from pug_desktop.domain.kinds import KINDS
from pug_desktop.storage import decisions, records
from pug_desktop.storage.decisions import Ruling
from tests.exchange_machine.hostile import forge
from tests.exchange_machine.model import GONE, Key, Known
from tests.exchange_machine.places import LINKS, SLOTS, Slot, slots_of, travels
from tests.exchange_machine.replica import Replica
from tests.exchange_machine.versions import LACKING_KINDS, NAMES, PARENTS
from tests.exchange_machine.world import Broken, World, templates

# --- records ----------------------------------------------------------------------------------------------------------


def put(world: World, replica: Replica, slot: int, field: int) -> Slot | None:
    """Somebody fills in a field of a record; one that is not there is made, when what it hangs from is there."""
    rows = replica.rows()
    slots = [each for each in slots_of(replica.place) if _can_be_put(replica, each, rows)]
    if not slots:
        return None
    chosen = slots[slot % len(slots)]
    _put(world, replica, chosen, field)
    return chosen


def _can_be_put(replica: Replica, slot: Slot, rows: dict[Key, object]) -> bool:
    if slot.kind not in NAMES[replica.older] or (slot.parent is not None and slot.parent not in rows):
        return False
    # An instrument is issued once; nobody has a page to change it.
    return slot.kind != "instrument" or (slot.kind, slot.id) not in rows.keys() | replica.mind.known.keys()


def _put(world: World, replica: Replica, slot: Slot, field: int) -> None:
    number = world.number()
    values = slot.fields[field % len(slot.fields)](number)
    replica.put(slot.kind, slot.id, slot.scope, dict(slot.fixed), values)
    if slot.kind == "evidence" and "sha256" in values:
        replica.blobs.sizes[values["sha256"]] = number


def empty(world: World, replica: Replica, number: int, field: int) -> None:
    """Somebody empties a field."""
    rows = replica.rows()
    slots = [each for each in slots_of(replica.place) if (each.kind, each.id) in rows and each.kind != "instrument"]
    if slots:
        slot = slots[number % len(slots)]
        values = dict.fromkeys(slot.fields[field % len(slot.fields)](1))
        replica.put(slot.kind, slot.id, slot.scope, {}, values)


def remove(world: World, replica: Replica, number: int) -> Key | None:
    """Somebody removes a record, and what hangs from it goes out of sight."""
    writable = {(each.kind, each.id) for each in slots_of(replica.place)} - {
        (each.kind, each.id) for each in SLOTS if each.kind == "instrument"
    }
    keys = sorted(replica.rows().keys() & writable)
    if not keys:
        return None
    world.remove(replica, key := keys[number % len(keys)])
    return key


def bring_back(world: World, number: int) -> None:
    """Somebody takes a removal back: the rows are there again as they were, as far as nobody else made them."""
    if not world.trash:
        return
    name, rows = world.trash.pop(number % len(world.trash))
    replica = world.replicas[name]
    there = replica.rows().keys()
    replica.now += 1
    with replica.writing() as connection:
        for kind, row in rows:
            parent = PARENTS.get(kind, "")
            above, _, cell = parent.partition(".")
            wanted = row.id if cell == "id" else row.values.get(cell)
            if (kind, row.id) in there or kind not in KINDS or (parent and (above, wanted) not in there):
                continue
            values = {name: value for name, value in row.values.items() if name in {f.name for f in KINDS[kind].fields}}
            records.insert(connection, kind, row.id, row.scope, values, replica.now, replica.name)
            there = {*there, (kind, row.id)}


def decide(world: World, replica: Replica, number: int, *, write_another: bool) -> None:
    """Somebody chooses between two values, or writes a third."""
    open_cells = sorted(
        (key, cell)
        for key, known in replica.mind.known.items()
        for cell, writes in known.alive.items()
        # Who may not write such records is not offered the choice (app/decide.py).
        if replica.place.role in KINDS[key[0]].writers
        if key in replica.rows() and cell in NAMES[replica.older][key[0]] and _contradicts(known, cell)
    )
    if not open_cells:
        return
    key, cell = open_cells[number % len(open_cells)]
    # What was typed since the last capture is written down first.
    world.capture(replica)
    known = replica.mind.known[key]
    if key not in replica.rows() or not _contradicts(known, cell):
        return
    values = [each.cells[cell] for each in sorted(known.alive[cell], key=lambda each: each.order)]
    value = values[number % len(values)]
    if write_another and isinstance(value, str):
        value = f"w{world.number()}"
    mind = replica.mind.copy()
    write = mind.decide(key, cell, value)
    replica.now += 1
    with replica.writing() as connection:
        decisions.decide(connection, [Ruling(*key, cell, value)], now=replica.now, by=replica.name)
    world.accept(replica, mind, [write])


def _contradicts(known: Known, cell: str) -> bool:
    return cell != GONE and len({repr(each.cells[cell]) for each in known.alive.get(cell, ())}) > 1


# --- sticks -----------------------------------------------------------------------------------------------------------


def commute(world: World, one: int, other: int) -> None:
    """Two bundles for one device, in both orders."""
    first = world.sticks[one % len(world.sticks)]
    others = [each for each in world.sticks if each.receiver == first.receiver and each is not first]
    if others:
        world.commute(world.replicas[first.receiver.name], first, others[other % len(others)])


def lose_after_ack(world: World, link: tuple[str, str], slot: int, *, by_hand: bool) -> None:
    """A backup, a write that arrives, the receipt for it that goes out, and then the backup put back."""
    lower, upper = (world.replicas[name] for name in (link if slot % 2 else link[::-1]))
    backup = world.snapshot(lower) if by_hand else world.backup(lower)
    put(world, upper, slot, slot)
    for from_, to in ((upper, lower), (lower, upper)):
        for bundle in world.export(from_, to.place):
            world.take(to, bundle, again=False)
    world.restore(lower, backup, by_hand=by_hand)


def late_bundle_of_a_former_life(world: World, link: tuple[str, str], slot: int, *, seen: bool) -> None:
    """A bundle written before a restore arrives after the first one of the new life."""
    from_, to = (world.replicas[name] for name in (link if slot % 2 else link[::-1]))
    if seen:
        _carry(world, from_, to)
    backup = world.backup(from_)
    put(world, from_, slot, slot)
    late = world.export(from_, to.place)
    world.restore(from_, backup, by_hand=False)
    put(world, from_, slot + 1, slot)
    _carry(world, from_, to)
    _carry(world, to, from_)
    for bundle in late:
        world.take(to, bundle)
    _carry(world, to, from_)


def a_removal_of_what_the_district_lost(world: World, number: int) -> None:
    """The district is put back to before a write from above; an office that has seen it removes the record.

    The district cannot believe the office that there was such a write: the removal must wait, and must not get lost.
    """
    province, district, office = (world.replicas[name] for name in ("P", "D", "L1"))
    meeting = _meeting_that_all_have(world, number)
    if (meeting.kind, meeting.id) not in office.rows() or (meeting.kind, meeting.id) not in province.rows():
        return
    backup = world.backup(district)
    _put(world, province, meeting, number)
    _carry(world, province, district)
    _carry(world, district, office)
    world.remove(office, (meeting.kind, meeting.id))
    world.restore(district, backup, by_hand=False)
    world.trip(office.name, district.name)
    world.trip(district.name, province.name)


def an_edit_of_what_the_district_does_not_know_to_be_removed(world: World, number: int) -> None:
    """The district is put back to before a removal from above; an office that has seen it brings the record back.

    Taken in without the removal, the edit would stand beside it everywhere but at the office, where it replaced it.
    """
    province, district, office = (world.replicas[name] for name in ("P", "D", "L1"))
    meeting = _meeting_that_all_have(world, number)
    if (meeting.kind, meeting.id) not in office.rows() or (meeting.kind, meeting.id) not in province.rows():
        return
    backup = world.backup(district)
    world.remove(province, (meeting.kind, meeting.id))
    _carry(world, province, district)
    _carry(world, district, office)
    _put(world, office, meeting, number)
    world.restore(district, backup, by_hand=False)
    world.trip(office.name, district.name)
    world.trip(district.name, province.name)


def what_everybody_above_lost(world: World, number: int, *, edited: bool) -> None:
    """District and province are put back to before a write of the province that an office has seen, perhaps edited."""
    province, district, office = (world.replicas[name] for name in ("P", "D", "L1"))
    meeting = _meeting_that_all_have(world, number)
    if any((meeting.kind, meeting.id) not in each.rows() for each in (province, district, office)):
        return
    backups = [(each, world.backup(each)) for each in (province, district)]
    _put(world, province, meeting, number)
    _carry(world, province, district)
    _carry(world, district, office)
    for each, backup in backups:
        world.restore(each, backup, by_hand=bool(number % 2))
    if edited and (meeting.kind, meeting.id) in office.rows():
        _put(world, office, meeting, number)
    world.trip(office.name, district.name)


def a_review_that_everybody_above_lost(world: World, number: int, *, anew: bool) -> None:
    """District and province are put back to before a review that an office has seen, and which it may not write.

    Only the province can tell that it was its own; the district has to bring it there.
    """
    province, district, office = (world.replicas[name] for name in ("P", "D", "L1"))
    for each in slots_of(office.place):
        if each.kind in ("checklist", "answer"):
            _put(world, office, each, number)
    _up_and_down(world)
    review = next(
        each for each in slots_of(province.place) if each.kind == "review" and each.scope == office.place.scope
    )
    if any(review.parent not in each.rows() for each in (province, district, office)):
        return
    backups = [(each, world.backup(each)) for each in (province, district)]
    _put(world, province, review, number)
    _carry(world, province, district)
    _carry(world, district, office)
    for each, backup in backups:
        world.restore(each, backup, by_hand=bool(number % 2))
    if anew and review.parent in province.rows():
        _put(world, province, review, number)
    world.trip(district.name, province.name)
    world.trip(office.name, district.name)


def once_around(world: World) -> None:
    """Everybody's sticks go up and down once."""
    for lower, upper in LINKS:
        world.trip(lower, upper, answer=False)
    for lower, upper in reversed(LINKS):
        world.trip(lower, upper, up=False, answer=False)


def _up_and_down(world: World) -> None:
    """One office, the district and the province tell each other what they have."""
    province, district, office = (world.replicas[name] for name in ("P", "D", "L1"))
    for from_, to in ((office, district), (district, province), (province, district), (district, office)):
        _carry(world, from_, to)


def _meeting_that_all_have(world: World, number: int) -> Slot:
    """A meeting of that office, if there is one; it may be that nobody has made it."""
    _up_and_down(world)
    meetings = [each for each in slots_of(world.replicas["L1"].place) if each.kind == "meeting"]
    return meetings[number % len(meetings)]


def _carry(world: World, from_: Replica, to: Replica) -> None:
    for bundle in world.export(from_, to.place):
        world.take(to, bundle, again=False)


def both_make_the_same_record(world: World, slot: int, field: int) -> None:
    """Two devices of one office make the same record offline, each fills in another part; the district gets both."""
    devices = world.replicas["L1"], world.replicas["L1b"]
    for number, replica in enumerate(devices):
        chosen = put(world, replica, slot, field + number)
        if chosen is not None and chosen.parent is None:
            _put(world, replica, chosen, field)
    for replica in devices:
        _carry(world, replica, world.replicas["D"])


def child_under_a_deleted_parent(world: World, number: int, link: tuple[str, str]) -> None:
    """One office deletes a record, the other adds something under it before it hears of that."""
    lower, upper = (world.replicas[name] for name in link)
    world.trip(*link)
    parents = {each.parent for each in slots_of(lower.place) if each.parent}
    there = sorted(lower.rows().keys() & upper.rows().keys() & parents)
    if not there:
        return
    parent = there[number % len(there)]
    world.remove(upper, parent)
    children = [each for each in slots_of(lower.place) if each.parent == parent]
    _put(world, lower, children[number % len(children)], number)
    world.trip(*link, up=bool(number % 2))


def a_gap(world: World, link: tuple[str, str], slots: list[int]) -> None:
    """Pieces of one export arrive, but not the first of them."""
    from_, to = (world.replicas[name] for name in (link if slots[0] % 2 else link[::-1]))
    for slot in slots:
        put(world, from_, slot, slot)
    pieces = world.export(from_, to.place, limit=1)
    for bundle in pieces[1:]:
        world.take(to, bundle, again=False)
    _carry(world, to, from_)


def an_edit_before_a_backup(world: World, replica: Replica, number: int) -> None:
    """A field is filled in, a backup made; the value travels, is replaced at the neighbour; the backup comes back."""
    neighbour = world.replicas[
        next(high if low == replica.name else low for low, high in LINKS if replica.name in (low, high))
    ]
    slot = put(world, replica, number, number)
    if slot is None:
        return
    backup = world.backup(replica)
    _carry(world, replica, neighbour)
    if (slot.kind, slot.id) in neighbour.rows() and neighbour.place.role in slot.writers and slot.kind != "instrument":
        _put(world, neighbour, slot, number)
    world.capture(neighbour)
    world.restore(replica, backup, by_hand=False)
    _carry(world, neighbour, replica)


# --- what goes wrong on a disk ----------------------------------------------------------------------------------------


def heal(world: World, replica: Replica, number: int) -> None:
    """A record vanishes from a database without a trace; its neighbours find out and bring it back.

    Of two computers with the keys of one device the neighbours hear the one that came last: the other gets no receipts,
    and so cannot tell a loss from what is still under way.
    """
    if len(world.at(replica.place.device)) > 1:
        return
    world.capture(replica)
    neighbours = [
        each
        for each in world.replicas.values()
        if (each.place.above == replica.place.name or replica.place.above == each.place.name)
        and len(world.at(each.place.device)) == 1
    ]
    for each in neighbours:
        for _ in range(2):
            _both_ways(world, replica, each)
    parents = {
        parent for key, (_scope, cells) in replica.rows().items() if (parent := _parent_of(key, cells)) is not None
    }
    lost = sorted(
        key
        for key in replica.rows().keys() - parents
        # An instrument lies above the scopes that are compared: it comes again when it is issued or sent again.
        if key[0] != "instrument" and any(_can_give_back(each, replica, key) for each in neighbours)
    )
    if not lost:
        return
    key = lost[number % len(lost)]
    replica.raw.execute(f'DELETE FROM "{key[0]}" WHERE id = ?', (bytes.fromhex(key[1]),))
    replica.raw.execute("DELETE FROM sync_record WHERE kind = ? AND id = ?", (key[0], bytes.fromhex(key[1])))
    before = replica.mind.known.pop(key)
    with world.broken_disk():
        for each in neighbours:
            for _ in range(3):
                _both_ways(world, each, replica)
    if key not in replica.mind.known or not before.seen <= replica.mind.known[key].seen:
        raise Broken("P1", f"{replica.name} lost {key} and nobody brought it back")


def _can_give_back(neighbour: Replica, replica: Replica, key: Key) -> bool:
    """Whether a neighbour has all of it, and may bring it: nobody below brings us words of our own."""
    acked = replica.numbers("sync_acked").get((neighbour.place.device, neighbour.mind.actor), -1)
    if acked < replica.self_row()[2]:
        # It waits for a third to tell it of a write that it lost: until then what differs may still be under way.
        return False
    seen, scope = replica.mind.known[key].seen, replica.mind.known[key].scope
    if not travels(neighbour.place, replica.place, key, scope, older=neighbour.older):
        return False
    if key not in neighbour.mind.known or not seen <= neighbour.mind.known[key].seen:
        return False
    own = {each for each in seen if each.actor == replica.mind.actor}
    alive = {each for writes in neighbour.mind.known[key].alive.values() for each in writes}
    return own <= alive if replica.place.above == neighbour.place.name else not own


def _both_ways(world: World, one: Replica, other: Replica) -> None:
    _carry(world, one, other)
    _carry(world, other, one)


def _parent_of(key: Key, cells: dict[str, object]) -> Key | None:
    kind, _, cell = PARENTS.get(key[0], "").partition(".")
    named = key[1] if cell == "id" else cells.get(cell)
    return (kind, named) if isinstance(named, str) else None


def lose_a_file(world: World, replica: Replica, number: int) -> None:
    """An evidence file goes bad: it is asked for again."""
    held = sorted(replica.blobs.sizes)
    if held:
        sha256 = held[number % len(held)]
        del replica.blobs.sizes[sha256]
        world.lost_blobs.add((replica.name, sha256))


def dishonest(world: World, link: tuple[str, str], forgery: str, number: int) -> None:
    """An office makes a bundle by another program."""
    liar, victim = (world.replicas[name] for name in link)
    for bundle in world.export(liar, victim.place, full=True):
        forged = forge(forgery, bundle, victim, number)
        if forged is not None:
            world.take(victim, forged)


def upgrade(world: World) -> None:
    """The district gets the newest program."""
    district = world.replicas["D"]
    world.capture(district)
    world.passed_on |= {("D", key) for key in district.mind.known if key[0] in LACKING_KINDS}
    district.upgrade(templates() / "newest.db")
