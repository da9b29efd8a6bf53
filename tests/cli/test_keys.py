"""Key cards after they were given, from the command line."""

from pathlib import Path

from pypdf import PdfReader

from tests.cli.terminal import enrol, init, run


def code_of(office):
    return office.run("enrol", "status", "--json").json["code"]


def test_a_card_is_given_for_a_code_and_accepted_for_another(tmp_path, regency):
    province = init(tmp_path / "p", "provinsi", "36", "DP3AKKB Provinsi Banten")
    asked = regency.run("enrol", "request", "--to", tmp_path, "--holder", "Budi", "--json").json
    right, wrong = asked["code"], "0" * 30

    assert province.run("enrol", "approve", asked["path"], "--to", tmp_path).code == 10
    refused = province.run("enrol", "approve", asked["path"], "--to", tmp_path, "--code", wrong)
    assert (refused.code, refused.err[:11]) == (10, "PUG-KEY-008")
    card = province.run("enrol", "approve", asked["path"], "--to", tmp_path, "--code", right, "--json").json["path"]

    assert regency.run("enrol", "accept", card).err[:11] == "PUG-KEY-012"
    assert regency.run("enrol", "accept", card, "--code", code_of(province)).code == 0


def test_devices_are_listed_withdrawn_and_logged(chain):
    opd, regency, _ = chain
    found = regency.run("keys", "list", "--codes", "--json").json
    assert {each["device_id"]: each["code"] for each in found["devices"]}[opd.device_id] == code_of(opd)

    ran = regency.run("keys", "revoke", opd.office, "--reason", "laptop hilang", "--yes", "--json")

    assert ran.json == {"pug_cli": 1, "device_id": opd.device_id, "list": 2}
    assert "dicabut / withdrawn: laptop hilang" in regency.run("keys", "list").out
    assert "Kartu kunci dicabut" in regency.run("keys", "log").out
    assert regency.run("keys", "revoke", "bukan", "--reason", "x").code == 2


def test_a_card_is_withdrawn_only_after_asking(chain):
    opd, regency, _ = chain

    refused = regency.run("keys", "revoke", opd.office, "--reason", "laptop hilang")

    assert refused.code == 1
    assert f"{opd.office} ({opd.device_id})" in refused.err
    assert "tidak dapat dibatalkan" in refused.err
    assert "withdrawn" not in regency.run("keys", "list").out


def test_a_card_that_was_withdrawn_before_is_told_so_by_name_and_by_device(chain):
    opd, regency, _ = chain
    assert regency.run("keys", "revoke", opd.office, "--reason", "laptop hilang", "--yes").code == 0

    for wanted in (opd.office, opd.device_id):
        again = regency.run("keys", "revoke", wanted, "--reason", "lagi")
        assert (again.code, again.err) == (4, "")
        assert again.out == f"Sudah dicabut / withdrawn already: {opd.office} ({opd.device_id}): laptop hilang\n"
    assert regency.run("keys", "revoke", opd.office, "--reason", "lagi", "--json").json["withdrawn"] == "laptop hilang"


def test_what_a_withdrawn_device_wrote_is_found_by_the_name_of_its_office(chain, stick):
    opd, regency, _ = chain
    opd.run("export", "--to", stick)
    regency.run("import", stick)
    regency.run("keys", "revoke", opd.office, "--reason", "laptop hilang", "--yes")

    assert regency.run("keys", "written-by", opd.office, "--json").json["written"]


def test_a_name_that_is_not_below_is_answered_with_offices_and_their_devices(chain, tmp_path):
    opd, regency, province = chain

    for wanted in ("bukan", province.office):
        ran = regency.run("keys", "revoke", wanted, "--reason", "x", "--yes")
        assert (ran.code, ran.err[:11]) == (2, "PUG-USE-002")
        assert f"{opd.office} ({opd.device_id})" in ran.err
    # Two devices of one office: its name alone says not which.
    second = init(tmp_path / "opd2", "opd", "36.71", opd.office)
    enrol(second, regency, tmp_path)
    ran = regency.run("keys", "revoke", opd.office, "--reason", "x", "--yes")
    assert ran.code == 2
    assert f"{opd.office} ({second.device_id})" in ran.err


def test_the_list_says_in_words_what_a_device_is_to_us(chain):
    _opd, regency, _ = chain

    out = regency.run("keys", "list").out

    for words in ("kantor ini / this office", "di atas / above", "di bawah / below"):
        assert words in out
    assert {each["relation"] for each in regency.run("keys", "list", "--json").json["devices"]} == {
        "own",
        "above",
        "below",
    }


def test_an_incomplete_code_is_told_as_such_and_is_no_try(tmp_path, regency):
    province = init(tmp_path / "p", "provinsi", "36", "DP3AKKB Provinsi Banten")
    asked = regency.run("enrol", "request", "--to", tmp_path, "--json").json["path"]

    short = province.run("enrol", "approve", asked, "--to", tmp_path, "--code", "12345 12345")
    none = province.run("enrol", "approve", asked, "--to", tmp_path)

    assert (short.code, short.err[:11]) == (10, "PUG-KEY-012")
    assert "30 angka" in short.err
    assert "30 digits" in short.err
    assert "30" not in none.err
    assert "--code" in none.err
    assert "--in-person" in none.err
    for _ in range(3):
        locked = province.run("enrol", "approve", asked, "--to", tmp_path, "--code", "0" * 30)
    assert locked.err[:11] == "PUG-KEY-009"
    assert "--in-person" in locked.err


def test_a_key_file_of_the_other_kind_is_told_where_it_belongs(chain, tmp_path):
    opd, regency, _ = chain
    asked = opd.run("enrol", "request", "--to", tmp_path / "mohon.pugkey", "--json").json["path"]
    card = regency.run("enrol", "approve", asked, "--to", tmp_path / "kartu.pugkey", "--in-person", "--json").json[
        "path"
    ]

    up = opd.run("enrol", "accept", asked, "--in-person")
    down = regency.run("enrol", "approve", card, "--to", tmp_path, "--in-person")

    assert (up.code, down.code) == (11, 11)
    assert "permohonan kartu kunci, bukan kartu kunci (mohon.pugkey)" in up.err
    assert "enrol approve" in up.err
    assert "kartu kunci, bukan permohonan (kartu.pugkey)" in down.err
    assert "enrol accept" in down.err
    for path in (asked, card):
        with Path(path).open("r+b") as file:
            file.seek(60)
            file.write(b"####")
    for ran in (opd.run("enrol", "accept", asked), regency.run("enrol", "approve", card, "--to", tmp_path)):
        assert "rusak" in ran.err


def test_what_a_device_wrote_is_listed(chain, stick):
    opd, regency, _ = chain
    opd.run("export", "--to", stick)
    regency.run("import", stick)

    found = regency.run("keys", "written-by", opd.device_id, "--json").json["written"]

    assert {each["kind"] for each in found} >= {"office"}
    assert "Jumlah / total:" in regency.run("keys", "written-by", opd.office).out


def test_an_office_comes_back_from_sheet_and_stick(chain, stick, tmp_path):
    opd, _, _ = chain
    first = opd.run("keys", "sheet")
    assert "tidak berlaku lagi" not in first.out
    again = opd.run("keys", "sheet")
    assert "lembar yang dicetak sebelumnya tidak berlaku lagi" in again.out
    paper = opd.run("keys", "sheet", "--json").json["paper"]
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    lines = [line for line in text.splitlines() if [len(part) for part in line.split()] == [4, 3, 4, 3]]
    other = opd.run("keys", "sheet", "--confirm", lines[0])
    assert other.code == 11
    assert "baris 3" in other.err
    assert "keempat" not in other.err
    assert "all four" not in other.err
    assert opd.run("keys", "sheet", "--confirm", lines[2]).code == 0
    assert "Tidak ada lembar pemulihan yang menunggu" in opd.run("keys", "sheet", "--confirm", lines[2]).err
    opd.run("export", "--to", stick)
    typed = tmp_path / "baris.txt"
    typed.write_text("\n\n", encoding="utf-8")
    empty = run("--profile", tmp_path / "baru", "keys", "recover", stick, "--sheet", typed)
    assert (empty.code, empty.err[:11]) == (11, "PUG-KEY-010")
    assert "empat baris" in empty.err
    assert "Baris 0" not in empty.err
    typed.write_text("\n".join(lines), encoding="utf-8")

    ran = run("--profile", tmp_path / "baru", "keys", "recover", stick, "--sheet", typed, "--json")

    assert ran.code == 0, ran.err
    assert ran.json["office_name"] == opd.office
    assert run("--profile", tmp_path / "baru", "doctor").code == 0


def test_a_sheet_in_use_says_what_becomes_of_it_when_another_is_made(chain):
    opd, _, _ = chain

    def line_3(paper):
        text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
        return [line for line in text.splitlines() if [len(part) for part in line.split()] == [4, 3, 4, 3]][2]

    first = line_3(opd.run("keys", "sheet", "--json").json["paper"])
    assert "sebelumnya" not in opd.run("keys", "sheet", "--confirm", first).out

    made = opd.run("keys", "sheet").out
    confirmed = opd.run("keys", "sheet", "--confirm", line_3(opd.run("keys", "sheet", "--json").json["paper"])).out

    assert "tetap berlaku sampai" in made
    assert "hanya membuka kiriman yang dibuat sebelum ini" in confirmed


def test_a_device_is_handed_over(chain, tmp_path):
    opd, regency, _ = chain
    secret = tmp_path / "sandi.txt"
    secret.write_text("sandi Ani yang panjang\n", encoding="utf-8")

    assert opd.run("keys", "handover").code == 2
    begun = opd.run(
        "keys", "handover", "--to", tmp_path, "--holder", "Ani", "--new-passphrase-file", secret, "--json"
    ).json
    card = regency.run("enrol", "approve", begun["path"], "--to", tmp_path, "--json").json["path"]
    assert opd.run("enrol", "accept", card).code == 0

    assert opd.run("export", "--to", tmp_path).code == 15
    assert opd.run("export", "--to", tmp_path, "--passphrase-file", secret).code == 0
    assert "serah terima" in regency.run("keys", "list").out
    for each in (opd, regency):
        found = each.run("doctor", "--json", "--passphrase-file", secret)
        assert found.code == 0, found.json


def test_a_handover_can_be_given_up(chain, tmp_path):
    opd, regency, _ = chain
    begun = opd.run("keys", "handover", "--to", tmp_path, "--holder", "Ani", "--json").json
    assert opd.run("keys", "handover", "--give-up").code == 0
    nothing = opd.run("keys", "handover", "--give-up")
    assert (nothing.code, nothing.out) == (4, "Tidak ada serah terima yang dimulai. / No handover was begun.\n")
    card = regency.run("enrol", "approve", begun["path"], "--to", tmp_path, "--json").json["path"]

    assert opd.run("enrol", "accept", card).err[:11] == "PUG-KEY-005"


def test_new_keys_are_made_after_asking_and_the_card_is_asked_for_again(chain, stick):
    opd, regency, _ = chain
    before = opd.device_id

    refused = opd.run("keys", "new")
    assert refused.code != 0
    assert "kartu kunci harus dimohon lagi" in refused.err
    assert opd.run("enrol", "status", "--json").json["enrolled"]

    made = opd.run("keys", "new", "--yes", "--json").json
    assert made["device_id"] != before
    assert not opd.run("enrol", "status", "--json").json["enrolled"]
    asked = opd.run("enrol", "request", "--to", stick, "--json").json
    assert (asked["device_id"], asked["code"]) == (made["device_id"], made["code"])
    card = regency.run("enrol", "approve", asked["path"], "--to", stick, "--code", made["code"], "--json").json["path"]
    assert opd.run("enrol", "accept", card, "--code", code_of(regency)).code == 0
