"""Key cards after they were given, from the command line."""

from pypdf import PdfReader

from tests.cli.terminal import init, run


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

    ran = regency.run("keys", "revoke", opd.office, "--reason", "laptop hilang", "--json")

    assert ran.json == {"pug_cli": 1, "device_id": opd.device_id, "list": 2}
    assert "dicabut / withdrawn: laptop hilang" in regency.run("keys", "list").out
    assert "Kartu kunci dicabut" in regency.run("keys", "log").out
    assert regency.run("keys", "revoke", "bukan", "--reason", "x").code == 2


def test_what_a_device_wrote_is_listed(chain, stick):
    opd, regency, _ = chain
    opd.run("export", "--to", stick)
    regency.run("import", stick)

    found = regency.run("keys", "written-by", opd.device_id, "--json").json["written"]

    assert {each["kind"] for each in found} >= {"office"}
    assert "Jumlah / total:" in regency.run("keys", "written-by", opd.office).out


def test_an_office_comes_back_from_sheet_and_stick(chain, stick, tmp_path):
    opd, _, _ = chain
    paper = opd.run("keys", "sheet", "--json").json["paper"]
    text = "\n".join(page.extract_text() for page in PdfReader(paper).pages)
    lines = [line for line in text.splitlines() if [len(part) for part in line.split()] == [4, 3, 4, 3]]
    assert opd.run("keys", "sheet", "--confirm", lines[0]).code == 11
    assert opd.run("keys", "sheet", "--confirm", lines[2]).code == 0
    opd.run("export", "--to", stick)
    typed = tmp_path / "baris.txt"
    typed.write_text("\n".join(lines), encoding="utf-8")

    ran = run("--profile", tmp_path / "baru", "keys", "recover", stick, "--sheet", typed, "--json")

    assert ran.code == 0, ran.err
    assert ran.json["office_name"] == opd.office
    assert run("--profile", tmp_path / "baru", "doctor").code == 0


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
