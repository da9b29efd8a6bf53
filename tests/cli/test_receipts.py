"""Receipts, what arrived, what was set aside and backups, on the command line."""

import re
import shutil
from pathlib import Path

from tests.cli.terminal import loaded, meeting_of

VECTORS = Path(__file__).parent.parent / "vectors"


def sent(opd, stick, *more):
    loaded(opd, records=[meeting_of(opd, "Rakor")])
    return opd.run("export", "--to", stick, "--json", *more).json["bundles"][0]


def test_a_receipt_goes_back_on_the_stick_and_the_sender_knows(chain, stick, tmp_path):
    opd, regency, _province = chain
    bundle = sent(opd, stick)
    before = opd.run("standing", "--json").json["offices"][0]
    taken = regency.run("import", stick, "--json").json["bundles"][0]

    wrote = regency.run("receipt", taken["bundle_id"], "--to", stick, "--paper", tmp_path / "tanda.pdf", "--json")
    read = opd.run("receipts", stick, "--json")
    after = opd.run("standing", "--json").json["offices"][0]

    assert wrote.code == 0
    assert Path(wrote.json["path"]).suffix == ".pugtt"
    assert Path(wrote.json["paper"]).read_bytes().startswith(b"%PDF")
    assert wrote.json["receipt"]["sender_name"] == opd.office
    assert (read.code, read.json["receipts"][0]["seqs"]) == (0, [bundle["seq"]])
    assert (before["unconfirmed"], after["unconfirmed"], after["confirmed_seq"]) == (1, 0, bundle["seq"])
    assert after["waiting_changes"] == 0
    assert opd.run("receipts", stick).code == 4
    assert opd.run("receipts", stick).out == "Tidak ada tanda terima baru di sini. / There is no new receipt here.\n"


def test_a_receipt_is_for_the_newest_bundle_unless_one_is_named(chain, stick, tmp_path):
    opd, regency, _province = chain
    none = regency.run("receipt", "--to", stick)
    assert (none.code, none.err) == (4, "")
    assert none.out.startswith("Belum ada kiriman yang diterima di sini.")
    for number in (1, 2):
        bundle = opd.run("export", "--to", stick, "--json").json["bundles"][0]
        assert regency.run("import", bundle["path"]).code == 0, number

    wrote = regency.run("receipt", "--to", tmp_path, "--json")

    assert (wrote.code, wrote.json["receipt"]["bundle_id"]) == (0, bundle["bundle_id"])


def test_an_import_reads_the_receipts_of_the_folder_too(chain, stick):
    opd, regency, _province = chain
    bundle = sent(opd, stick)
    taken = regency.run("import", stick, "--json").json["bundles"][0]
    regency.run("receipt", taken["bundle_id"], "--to", stick)
    Path(bundle["path"]).unlink()

    ran = opd.run("import", stick)

    assert ran.code == 0
    assert f"taken in by {regency.office}: nomor / number 1" in ran.out
    assert opd.run("import", stick).code == 4


def test_a_receipt_needs_a_place_and_a_bundle_that_was_taken_in(chain, stick):
    _opd, regency, _province = chain

    assert regency.run("receipt", "00" * 16).code == 2
    assert regency.run("receipt", "00" * 16, "--to", stick).err.startswith("PUG-USE-008")


def test_a_receipt_of_nobody_known_is_refused_and_the_rest_goes_on(chain, stick):
    opd, _regency, _province = chain
    (stick / "PUG_TandaTerima_x.pugtt").write_bytes(b"bukan")

    ran = opd.run("receipts", stick)

    assert (ran.code, ran.err[:14]) == (11, "PUG-BUNDLE-013")
    assert opd.run("receipts", stick / "tidak-ada").code == 1


def test_evidence_can_be_limited_and_follows(chain, stick):
    opd, _regency, _province = chain
    bundle = sent(opd, stick, "--evidence", "0", "--full")

    assert (bundle["evidence_files"], bundle["full"], bundle["files"]) == (0, True, [bundle["path"]])
    assert opd.run("export", "--to", stick, "--evidence", "-1").code == 2


def test_standing_of_a_profile_that_knows_nobody_is_4(regency):
    ran = regency.run("standing")

    assert (ran.code, ran.out) == (4, "Belum ada kantor yang dikenal. / No office is known yet.\n")


def test_standing_tells_what_went_and_what_waits(chain, stick):
    opd, regency, _province = chain
    sent(opd, stick)

    lines = opd.run("standing").out.splitlines()

    assert lines[0] == f"{regency.office} (kabkota)"
    assert re.fullmatch(r"  Terakhir dikirim / last sent: 1 \(\d+ [A-Z][a-z]+ \d{4} pukul \d\d\.\d\d\)", lines[1])
    assert "belum / not yet: 1" in lines[2]


def test_a_bundle_that_was_set_aside_is_listed_tried_again_and_thrown_away(regency):
    folder = regency.folder / "menunggu"
    folder.mkdir(exist_ok=True)
    shutil.copy(VECTORS / "newer-format.pug", folder / "PUG_baru.pug")

    listed = regency.run("quarantine", "--json")

    assert [each["name"] for each in listed.json["kept"]] == ["PUG_baru.pug"]
    assert listed.json["kept"][0]["where"] == "menunggu"
    assert regency.run("quarantine", "--retry", "PUG_baru.pug").code == 10
    assert regency.run("quarantine", "--discard", "PUG_lain.pug").code == 2
    assert regency.run("quarantine", "--retry", "a", "--discard", "a").code == 2
    assert regency.run("quarantine", "--discard", "PUG_baru.pug").code == 0
    assert regency.run("quarantine").code == 4


def test_a_backup_is_put_back_as_a_new_writer_and_the_former_state_is_kept(regency, tmp_path):
    loaded(regency, records=[meeting_of(regency, "Rakor")])
    made = regency.run("backup", "--to", tmp_path, "--json")
    before = regency.run("digest", "--json").json
    loaded(regency, records=[{**meeting_of(regency, "Lain"), "id": "0190a1b2c3d47e8f9a0b1c2d3e4f5a6c"}])

    back = regency.run("restore", made.json["path"], "--json")

    assert (made.code, back.code) == (0, 0)
    assert Path(back.json["set_aside"]).is_dir()
    assert regency.run("digest", "--json").json["scopes"] == before["scopes"]
    assert regency.run("restore", tmp_path).err.startswith("PUG-DATA-009")
