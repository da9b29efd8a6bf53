"""The invitation letter on paper and in Word, from our template and from the office's own; and the list to sign."""

import docx
import pytest
from pypdf import PdfReader

from pug_desktop import errors, paths
from pug_desktop.app import backup, edit, example, invite, letter, meet, offices, report, settings
from pug_desktop.app.example import held
from pug_desktop.app.invite import Invitee
from pug_desktop.domain.addressed import head_of
from pug_desktop.domain.dates import PartialDate, date_words
from pug_desktop.domain.meeting_code import code_of, meeting_of


@pytest.fixture
def meeting(regency):
    settings.save_letterhead(regency, line3="Jl. Satria Sudirman No. 1", signing_place="Tangerang")
    made = meet.create_meeting(regency)
    edit.put(regency, "meeting", made, title="Rapat Koordinasi Awal PUG", place="Aula Bappeda", start_time="09:00")
    meet.set_date(regency, made, PartialDate(2026, 12, 3))
    letter.save(regency, made, {"letter_number": "005/123/2026"})
    letter.save(
        regency,
        made,
        {
            "letter_on": "2026-11-23",
            "nature": "Penting",
            "signer_name": "Jatmiko",
            "signer_position": "Kepala DP3AP2KB",
            "signer_nip": "196801011990031001",
            "copies": "Wali Kota Tangerang\nInspektorat",
        },
    )
    return made


def pdf(ws, meeting, tmp_path):
    path = report.write_report(ws, "undangan", tmp_path / "surat.pdf", meeting_id=meeting)
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def word(ws, meeting, tmp_path):
    path = report.write_report(ws, "undangan", tmp_path / "surat.docx", meeting_id=meeting)
    return all_text(path)


def all_text(path):
    document = docx.Document(path)
    found = [each.text or "" for each in document.element.body.iter() if each.tag.endswith("}t")]
    return " ".join(" ".join(found).split())


def invite_offices(ws, meeting, number):
    for place in range(number):
        offices.add_office(ws, f"Dinas Contoh {place + 1:03}")
    invite.invite_group(ws, meeting, "opd")


def test_a_letter_to_few_names_them_in_the_letter_itself(regency, meeting, tmp_path):
    invite.invite(
        regency, meeting, [Invitee("Dinas Kesehatan", office_type="opd"), Invitee("Bappeda", "Siti", "Kabid")]
    )
    (page,) = pdf(regency, meeting, tmp_path)
    assert "Yth. Kepala Dinas Kesehatan" in page
    assert "Siti, Kabid, Bappeda" in page
    for words in (
        "Nomor : 005/123/2026",
        "Sifat : Penting",
        "Lampiran : -",
        "Hal : Undangan Rapat Koordinasi Awal PUG",
        "Tangerang, 23 November 2026",
        "Kamis, 3 Desember 2026",
        "09.00 - selesai",
        "Aula Bappeda",
        "NIP 196801011990031001",
        "1. Wali Kota Tangerang",
    ):
        assert words in page


def test_a_letter_to_many_has_one_list_with_all_of_them(regency, meeting, tmp_path):
    invite_offices(regency, meeting, 163)
    pages = pdf(regency, meeting, tmp_path)
    assert "Yth. Daftar terlampir" in pages[0]
    assert "Lampiran : 1 (satu) lembar" in pages[0]
    listed = " ".join(pages[1:])
    assert "DAFTAR YANG DIUNDANG" in listed
    assert "Nomor: 005/123/2026" in listed
    assert [f"Dinas Contoh {place:03}" in listed for place in range(1, 164)] == [True] * 163


def test_a_programme_with_times_is_a_sheet_of_its_own(regency, meeting, tmp_path):
    first = {"meeting_id": meeting, "number": 1, "text": "Pembukaan", "start_time": "09:00", "end_time": "09:30"}
    edit.create(regency, "agenda_item", {**first, "speaker": "Sekretaris Daerah"})
    pages = pdf(regency, meeting, tmp_path)
    assert "susunan acara terlampir" in pages[0]
    assert "1. 09.00 - 09.30 Pembukaan Sekretaris Daerah" in pages[1]
    assert "09.00 - 09.30 Pembukaan Sekretaris Daerah" in word(regency, meeting, tmp_path)


def test_what_nobody_entered_is_left_to_be_written_by_hand(regency, tmp_path):
    empty = meet.create_meeting(regency)
    (page,) = pdf(regency, empty, tmp_path)
    assert "Nomor : ....." in page
    assert "Hari/tanggal : ....." in page
    assert "2026" not in page.replace("PUG Desktop", "").split("Demikian")[0]
    assert "None" not in page
    assert "None" not in word(regency, empty, tmp_path)


def test_the_word_letter_from_our_template_says_the_same(regency, meeting, tmp_path):
    invite_offices(regency, meeting, 12)
    text = word(regency, meeting, tmp_path)
    for words in (
        "PEMERINTAH KOTA TANGERANG",
        "005/123/2026",
        "Yth. Daftar terlampir",
        "Kamis, 3 Desember 2026",
        "Jatmiko",
        "NIP 196801011990031001",
        "2. Inspektorat",
        "DAFTAR YANG DIUNDANG",
        "12. Kepala Dinas Contoh 012",
    ):
        assert words in text
    assert "{" not in text
    assert "SUSUNAN ACARA" not in text


def test_a_letter_without_a_theme_has_no_line_for_it(regency, meeting, tmp_path):
    edit.put(regency, "meeting", meeting, theme=None)
    assert "Tema" not in word(regency, meeting, tmp_path)
    edit.put(regency, "meeting", meeting, theme="Sinergi (contoh)")
    assert "Sinergi (contoh)" in word(regency, meeting, tmp_path)


def own_template(tmp_path, *lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "templat kantor.docx"
    document.save(path)
    return path


def test_the_office_s_own_template_is_used_kept_in_a_backup_and_given_up(regency, meeting, tmp_path):
    letter.take_template(regency, own_template(tmp_path, "NOTA DINAS {{ nomor }}", "{{ penanda_tangan.nama }}"))
    assert word(regency, meeting, tmp_path) == "NOTA DINAS 005/123/2026 Jatmiko"
    made = backup.backup(regency, tmp_path / "cadangan")
    assert (made / "templat" / "surat-undangan.docx").is_file()
    letter.drop_template(regency)
    assert letter.own_template(regency) is None
    assert "Rapat Koordinasi Awal PUG" in word(regency, meeting, tmp_path)


def test_every_field_that_the_guide_names_may_stand_in_a_template(regency, meeting, tmp_path):
    fields = letter.template_fields(letter.paper(regency, meeting))
    single = [name for name, value in fields.items() if not isinstance(value, list | dict)]
    letter.take_template(regency, own_template(tmp_path, *(f"{{{{ {name} }}}}" for name in single)))
    guide = (paths.RESOURCES.parent / "docs" / "panduan" / "18-undangan.md").read_text("utf-8")
    assert [name for name in fields if f"`{name}`" not in guide] == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("{{ nomer }}",), "nomer"),
        (("{{ nomor.__class__ }}",), "__class__"),
        (("{% for x in undangan %}",), "tanda kurung"),
        (("{{ range(9) }}",), "Call"),
    ],
)
def test_a_bad_template_is_refused_in_one_sentence_and_the_one_before_stays(regency, tmp_path, lines, told):
    letter.take_template(regency, own_template(tmp_path, "{{ nomor }}"))
    before = letter.template(regency).read_bytes()
    with pytest.raises(errors.TemplateRefused) as caught:
        letter.take_template(regency, own_template(tmp_path, *lines))
    assert told in caught.value.fields["problem"]
    assert letter.template(regency).read_bytes() == before


def test_a_file_that_is_no_document_is_refused(regency, tmp_path):
    bad = tmp_path / "surat.docx"
    bad.write_bytes(b"bukan word")
    with pytest.raises(errors.TemplateRefused):
        letter.take_template(regency, bad)
    with pytest.raises(errors.FileUnreadable):
        letter.take_template(regency, tmp_path / "tidak-ada.docx")


def test_a_copy_of_the_template_can_be_changed_and_taken(regency, meeting, tmp_path):
    copy = tmp_path / "salinan.docx"
    letter.copy_template(regency, copy)
    letter.take_template(regency, copy)
    assert "Rapat Koordinasi Awal PUG" in word(regency, meeting, tmp_path)


HOSTILE = "<b>&amp; {{ 7*7 }} {% raw %} </w:t> \x00\x1f ]]> \u202e"


def test_the_longest_texts_make_a_letter_all_the_same(regency, meeting, tmp_path):
    long = "kata " * 2000
    edit.put(regency, "meeting", meeting, title=long, theme=long, place=long, start_time=long)
    fields = ("nature", "subject", "attachment", "opening", "closing", "signer_name", "signer_position", "signer_nip")
    letter.save(regency, meeting, dict.fromkeys(fields, long))
    letter.save(regency, meeting, {"addressed_to": "Kepala\n" * 200, "copies": f"{long[:900]}\n" * 60})
    for number in range(3):
        item = {"meeting_id": meeting, "number": number, "text": long, "speaker": long, "start_time": "09:00"}
        edit.create(regency, "agenda_item", item)
    invite.invite(regency, meeting, [Invitee(f"{number} {long}", long, long) for number in range(6)])
    pages = pdf(regency, meeting, tmp_path)
    assert sum(page.count("Kepala") for page in pages) == 200
    assert "Tembusan" in " ".join(pages)
    assert len(word(regency, meeting, tmp_path)) > 100_000


def test_what_people_wrote_stays_text(regency, meeting, tmp_path):
    edit.put(regency, "meeting", meeting, title=HOSTILE.replace("\x00", ""), theme="{{ nomor }}")
    invite.invite(regency, meeting, [Invitee(f"{HOSTILE[:20]}{place}", HOSTILE[:30]) for place in range(6)])
    pages = " ".join(pdf(regency, meeting, tmp_path))
    text = word(regency, meeting, tmp_path)
    for found in (pages, text):
        assert "<b>&amp; {{ 7*7 }}" in found


def test_the_empty_list_has_the_invited_printed_room_for_others_and_the_code(regency, meeting, tmp_path):
    invite_offices(regency, meeting, 40)
    path = report.write_report(regency, "daftar-hadir", tmp_path / "k.pdf", meeting_id=meeting, blank=True)
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
    assert [f"Dinas Contoh {place:03}" in text.replace("\n", " ") for place in range(1, 41)] == [True] * 40
    assert "50." in text
    assert "51." not in text


def test_codes_of_meetings_are_read_back_and_nothing_else_is(regency, meeting):
    assert meeting_of(code_of(meeting)) == meeting
    assert meeting_of(f"  {code_of(meeting).lower()} ") == meeting
    assert meeting_of("rakor") is None
    assert meeting_of(f"{code_of(meeting)}0") is None


@pytest.mark.parametrize(
    ("office", "office_type", "told"),
    [
        ("Dinas Kesehatan", "opd", ("Kepala", "Dinas Kesehatan")),
        ("Kecamatan Cibodas", "kecamatan", ("Camat", "Cibodas")),
        ("Cibodas", "kecamatan", ("Camat", "Cibodas")),
        ("Inspektorat", "opd", ("Pimpinan", "Inspektorat")),
        ("BPS Kota Tangerang", "vertikal", ("Kepala", "BPS Kota Tangerang")),
        ("Universitas Muhammadiyah", "kampus", ("Pimpinan", "Universitas Muhammadiyah")),
        ("Fatayat NU", None, ("Pimpinan", "Fatayat NU")),
    ],
)
def test_nobody_s_title_is_guessed(office, office_type, told):
    assert head_of(office, office_type) == told


@pytest.mark.parametrize("facts", example.real_meetings(), ids=lambda facts: facts["title"])
def test_the_letters_of_the_real_meetings_say_what_is_known_and_invent_nothing(regency, tmp_path, facts):
    made = example.enter_meeting(regency, facts)
    (page,) = pdf(regency, made, tmp_path)
    text = word(regency, made, tmp_path)
    for found in (page, text):
        assert " ".join(facts["title"].split()) in found
        assert " ".join(facts["place"].split()) in found
        assert date_words(held(facts)) in found
    # No report tells number, day, time of the letter, or who signed it: each is left to be written by hand.
    for name in ("Nomor", "Waktu"):
        assert f"{name} : ....." in page
    assert "NIP ....." in page
    assert page.count("Yth. .....") == 1
