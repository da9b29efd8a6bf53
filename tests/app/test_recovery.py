"""The recovery sheet: in use once its print was read, and then a stick and a sheet are enough on a new computer."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import edit, enrol, evidence, receive, recovery, send
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.bundle.recovery import LINES
from pug_desktop.reports.recovery_sheet import WARNING, WARNING_EN


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """A regency with its card, and an office with its card."""
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    regency = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    office = create_profile(
        tmp_path / "o", role="opd", region_code="36.71", office_name="Dinas Kesehatan", holder="Budi"
    )
    for above, below in ((province, regency), (regency, office)):
        card = enrol.approve(above, enrol.request(below, tmp_path), tmp_path, in_person=True)
        enrol.accept(below, card, in_person=True)
    province.close()
    yield regency, office
    for each in (regency, office):
        each.close()


def printed(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def lines_on(path: Path) -> list[str]:
    """The four lines as a person reads them from the paper."""
    found = [line.strip() for line in printed(path).splitlines()]
    shown = [line for line in found if [len(part) for part in line.split()] == [4, 3, 4, 3] and line == line.upper()]
    assert len(shown) == LINES
    return shown


def test_the_sheet_says_what_it_is_and_that_nobody_asks_for_it(pair):
    _, office = pair
    text = " ".join(printed(recovery.make_sheet(office)).split())

    for sentence in (WARNING, WARNING_EN, "Dinas Kesehatan", "Lembar Pemulihan".upper()):
        assert sentence in text
    for word in ("WhatsApp", "telepon", "phone"):
        assert word in text


def test_a_sheet_that_nobody_read_is_not_in_use(pair):
    _, office = pair
    paper = recovery.make_sheet(office)
    lines = lines_on(paper)

    assert recovery.recovery_recipient(office) is None
    assert recovery.sheet_state(office).waiting
    for number, text in ((3, lines[0]), (3, "A" * 14), (3, ""), (1, lines[0]), (2, lines[2])):
        with pytest.raises(errors.NotARecoverySheet):
            recovery.confirm_line(office, number, text)
    assert recovery.recovery_recipient(office) is None

    recovery.confirm_line(office, 3, lines[2].lower().replace(" ", "-"))

    assert recovery.recovery_recipient(office).startswith("age1")
    assert not recovery.sheet_state(office).waiting
    assert not paper.exists()


def test_a_former_sheet_stays_in_use_until_the_new_one_is_read(pair):
    _, office = pair
    recovery.confirm_line(office, 3, lines_on(recovery.make_sheet(office))[2])
    first = recovery.recovery_recipient(office)

    paper = recovery.make_sheet(office)
    assert recovery.recovery_recipient(office) == first

    recovery.confirm_line(office, 3, lines_on(paper)[2])
    assert recovery.recovery_recipient(office) not in (None, first)


def test_the_private_half_lies_nowhere_in_the_profile(pair):
    _, office = pair
    paper = recovery.make_sheet(office)
    lines = [line.replace(" ", "") for line in lines_on(paper)]
    secret = recovery.key_of_lines(lines).secret
    recovery.confirm_line(office, 3, lines[2])
    office.close()

    whole = [path.read_bytes() for path in office.folder.rglob("*") if path.is_file()]

    for seed in (*lines, *(line[:13] for line in lines), secret, secret.lower()):
        assert not any(seed.encode() in data for data in whole)


def test_on_a_new_computer_sheet_and_stick_bring_everything_back(pair, tmp_path):
    """Nothing else: not a file of the old profile, which is gone."""
    regency, office = pair
    stick = tmp_path / "stick"
    stick.mkdir()
    lines = lines_on(paper := recovery.make_sheet(office))
    recovery.confirm_line(office, 3, lines[2])
    assert not paper.exists()
    meeting = edit.create(office, "meeting", {"kind": "advokasi", "title": "Rapat lama", "year": 2026})
    edit.create(office, "attendance", {"meeting_id": meeting, "name": "Siti Aminah"})
    proof = tmp_path / "sk.pdf"
    proof.write_bytes(b"%PDF-1.7\n" + b"isi " * 200 + b"\n%%EOF\n")
    evidence.attach(office, "meeting", meeting, proof)
    edit.put(office, "office", office.profile.office_id, short_name="Dinkes")
    first = send.send(office, send.find_addressee(office), stick)
    receive.take_in(regency, first.path)
    edit.put(office, "meeting", meeting, title="Rapat baru")
    second = send.send(office, send.find_addressee(office), stick)
    old_device = office.profile.device_id
    office.close()
    shutil.rmtree(office.folder)

    made, told = recovery.recover(lines, [second.path, first.path], tmp_path / "baru", passphrase="sandi baru")
    try:
        assert (told.office_name, told.bundles, told.files) == ("Dinas Kesehatan", 2, 1)
        assert made.profile.device_id != old_device
        assert (made.profile.role, made.profile.holder, made.profile.locked) == ("opd", "Budi", True)
        assert edit.get(made, "meeting", meeting)["title"] == "Rapat baru"
        assert edit.get(made, "office", made.profile.office_id)["short_name"] == "Dinkes"
        assert edit.conflicts(made, "office", made.profile.office_id) == ()
        assert not enrol.status(made).enrolled
        # A new key card, and the exchange goes on without a conflict.
        card = enrol.approve(regency, enrol.request(made, stick), stick, in_person=True)
        enrol.accept(made, card, in_person=True)
        edit.put(made, "meeting", meeting, title="Rapat sesudah pulih")
        sent = send.send(made, send.find_addressee(made), stick)
        got = receive.take_in(regency, sent.path)
        assert got.conflicts == 0
        assert edit.get(regency, "meeting", meeting)["title"] == "Rapat sesudah pulih"
    finally:
        made.close()


def test_a_sheet_of_another_office_opens_nothing(pair, tmp_path):
    _, office = pair
    recovery.confirm_line(office, 3, lines_on(recovery.make_sheet(office))[2])
    sent = send.send(office, send.find_addressee(office), tmp_path)
    foreign = recovery.lines_of(recovery.make_recovery_key())

    with pytest.raises(errors.RecoveryNotOurs):
        recovery.recover(foreign, [sent.path], tmp_path / "baru")
    assert not (tmp_path / "baru").exists()


def test_bundles_from_before_the_sheet_and_no_bundles_bring_nothing_back(pair, tmp_path):
    _, office = pair
    sent = send.send(office, send.find_addressee(office), tmp_path)
    lines = lines_on(recovery.make_sheet(office))
    recovery.confirm_line(office, 3, lines[2])

    for bundles in ([sent.path], []):
        with pytest.raises(errors.RecoveryNotOurs):
            recovery.recover(lines, bundles, tmp_path / "baru")


def test_a_damaged_bundle_makes_no_profile(pair, tmp_path):
    _, office = pair
    lines = lines_on(recovery.make_sheet(office))
    recovery.confirm_line(office, 3, lines[2])
    sent = send.send(office, send.find_addressee(office), tmp_path)
    data = bytearray(sent.path.read_bytes())
    data[-30] ^= 1
    sent.path.write_bytes(data)

    with pytest.raises(errors.DamagedBundle):
        recovery.recover(lines, [sent.path], tmp_path / "baru")
    assert not (tmp_path / "baru" / "profil.json").exists()


def test_a_profile_that_is_there_is_not_replaced(pair, tmp_path):
    _, office = pair
    lines = lines_on(recovery.make_sheet(office))
    recovery.confirm_line(office, 3, lines[2])
    sent = send.send(office, send.find_addressee(office), tmp_path)

    with pytest.raises(errors.ProfileExists):
        recovery.recover(lines, [sent.path], office.folder)
    assert (office.folder / "profil.json").exists()
