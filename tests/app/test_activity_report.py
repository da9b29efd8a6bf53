"""The report of a meeting as PDF and Word file; the five real meetings on paper, with nothing made up."""

import io
import re
import zipfile

import docx
import pytest
from PIL import Image
from pypdf import PdfReader

from pug_desktop.app import attend, edit, evidence, example, meet, outcomes, report
from pug_desktop.app.workspace import create_profile
from pug_desktop.domain.dates import PartialDate, parse_date
from pug_desktop.reports.plain_text import clean
from tests.reports.hostile_texts import HOSTILE

NIP = "198503122010012004"


def pages_of(path):
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def text_of(path):
    return " ".join(pages_of(path))


def words_of(path):
    """All text of a Word file, in its order."""
    document = docx.Document(path)
    parts = [each.text for each in document.element.body.iter() if each.tag.endswith("}t")]
    return " ".join(" ".join(parts).split())


def picture(tmp_path, name, size=(80, 60)):
    path = tmp_path / name
    Image.new("RGB", size, (90, 140, 90)).save(path)
    return path


@pytest.fixture
def meeting(regency):
    made = meet.create_meeting(regency, "advokasi")
    edit.put(regency, "meeting", made, title="Advokasi PUG", place="Aula", discussion="Dibahas data terpilah.")
    meet.set_date(regency, made, PartialDate(2026, 11, 20))
    return made


def test_a_report_has_its_parts_in_order_and_leaves_out_what_nobody_wrote(regency, meeting, tmp_path):
    outcomes.save_report(regency, meeting, {"basis": "DPA 2026", "conclusion": "Perlu dilanjutkan."})
    expected = meet.add_output(regency, meeting, "Pemahaman meningkat", expected=True)
    result = meet.add_output(regency, meeting, "SK terbit")
    edit.put(regency, "output", result, prerequisites=["P1"], fulfils_id=expected)
    outcomes.add_decision(regency, meeting, "Anggaran ditambah")
    for suffix, read in ((".pdf", text_of), (".docx", words_of)):
        out = report.write_report(regency, "laporan-kegiatan", tmp_path / f"l{suffix}", meeting_id=meeting)
        text = read(out)
        wanted = (
            *("LAPORAN KEGIATAN", "Advokasi PUG", "A. Dasar", "DPA 2026", "B. Waktu dan tempat", "20 November 2026"),
            *("C. Hasil kegiatan", "SK terbit", "Prasyarat: P1 Komitmen.", "Memenuhi hasil yang diharapkan nomor 1."),
            *("Pemahaman meningkat", "Anggaran ditambah", "D. Kesimpulan", "Perlu dilanjutkan.", "E. Lampiran"),
            *("belum diisi: maksud dan tujuan, saran", "Penanggung jawab kegiatan", "Lampiran 1. Notulen Jenis rapat"),
        )
        places = [text.find(each) for each in wanted]
        assert -1 not in places, (suffix, wanted[places.index(-1)], text)
        assert places == sorted(places), suffix
        assert "Narasumber" not in text


def test_only_the_report_for_the_accounts_has_whole_nips(regency, meeting, tmp_path):
    attend.add(regency, meeting, name="Siti Aminah", nip=NIP)
    outcomes.save_report(regency, meeting, {"budget_source": "DPA Bappeda"})
    for suffix, read in ((".pdf", text_of), (".docx", words_of)):
        plain, spj = (
            read(
                report.write_report(regency, "laporan-kegiatan", tmp_path / f"{on}{suffix}", meeting_id=meeting, spj=on)
            )
            for on in (False, True)
        )
        assert NIP not in plain
        assert "Tanda tangan" not in plain
        assert NIP in spj.replace(" ", "")
        assert "Tanda tangan" in spj
        assert "Sumber anggaran : DPA Bappeda" in spj


def test_photos_stand_two_on_a_page_with_their_captions(regency, meeting, tmp_path):
    for number in range(5):
        row = evidence.attach(regency, "meeting", meeting, picture(tmp_path, f"foto{number}.png", (60 + number, 80)))
        evidence.describe(regency, row.id, title=f"Sesi {number}")
    letter = tmp_path / "undangan.pdf"
    letter.write_bytes(b"%PDF-1.4\n%%EOF\n")
    evidence.attach(regency, "meeting", meeting, letter)
    out = report.write_report(regency, "laporan-kegiatan", tmp_path / "l.pdf", meeting_id=meeting)
    pages = [re.findall(r"Sesi \d", page) for page in pages_of(out)]
    assert [each for each in pages if each] == [["Sesi 0", "Sesi 1"], ["Sesi 2", "Sesi 3"], ["Sesi 4"]]
    assert [len(page.images) for page in PdfReader(out).pages if page.images] == [2, 2, 1]
    assert "Foto kegiatan (5)" in text_of(out)
    assert "Berkas tersendiri: undangan" in text_of(out)
    word = report.write_report(regency, "laporan-kegiatan", tmp_path / "l.docx", meeting_id=meeting)
    assert len(docx.Document(word).inline_shapes) == 5
    assert len([name for name in zipfile.ZipFile(word).namelist() if name.startswith("word/media/")]) == 5


def test_a_photo_that_cannot_be_read_is_named_and_stops_nothing(regency, meeting, tmp_path):
    row = evidence.attach(regency, "meeting", meeting, picture(tmp_path, "rusak.png"))
    regency.blobs.path(row.sha256).chmod(0o600)
    regency.blobs.path(row.sha256).write_bytes(b"bukan gambar")
    other = evidence.attach(regency, "meeting", meeting, picture(tmp_path, "hilang.png", (50, 40)))
    regency.blobs.path(other.sha256).unlink()
    text = text_of(report.write_report(regency, "laporan-kegiatan", tmp_path / "l.pdf", meeting_id=meeting))
    assert "Tidak dapat dicetak: rusak, hilang." in text


def test_a_list_of_163_is_whole_in_both_files(regency, meeting, tmp_path):
    attend.add_many(regency, meeting, [{"name": f"Peserta ke-{number}"} for number in range(1, 164)])
    for suffix, read in ((".pdf", text_of), (".docx", words_of)):
        out = report.write_report(regency, "laporan-kegiatan", tmp_path / f"l{suffix}", meeting_id=meeting, spj=True)
        found = re.findall(r"Peserta ke-(\d+)", read(out).replace("- ", "-"))
        assert found == [str(number) for number in range(1, 164)]


def test_a_list_with_fewer_names_than_were_reported_says_so(regency, meeting, tmp_path):
    attend.add(regency, meeting, name="Siti Aminah")
    meet.set_headcount(regency, meeting, male=None, female=None, total=163)
    text = text_of(report.write_report(regency, "laporan-kegiatan", tmp_path / "l.pdf", meeting_id=meeting))
    assert "Daftar ini memuat 1 nama; jumlah peserta yang dilaporkan 163 orang." in text


def test_a_planned_or_called_off_meeting_is_called_so(regency, meeting, tmp_path):
    edit.put(regency, "meeting", meeting, state="batal")
    text = text_of(report.write_report(regency, "laporan-kegiatan", tmp_path / "l.pdf", meeting_id=meeting))
    assert "Keadaan : Batal" in text


def test_hostile_text_is_text_in_the_word_file(regency, meeting, tmp_path):
    for text in HOSTILE:
        meet.add_output(regency, meeting, text)
    outcomes.save_report(regency, meeting, {"basis": "\n".join(HOSTILE), "signer_name": HOSTILE[-1]})
    edit.put(regency, "meeting", meeting, title=HOSTILE[20], place="{{ 7 * 7 }}\x01\u202e")
    attend.add(regency, meeting, name=HOSTILE[2], position=HOSTILE[22])
    out = report.write_report(regency, "laporan-kegiatan", tmp_path / "l.docx", meeting_id=meeting, spj=True)
    text = "".join(words_of(out).split())
    for each in HOSTILE:
        assert "".join(clean(each).split()) in text
    links = [
        name
        for name in zipfile.ZipFile(out).namelist()
        if name.endswith(".rels") and b"External" in zipfile.ZipFile(out).read(name)
    ]
    assert links == []


def test_topics_of_speakers_and_times_of_the_agenda_stand_on_paper(regency, meeting, tmp_path):
    speaker = meet.add_role(regency, meeting, "narasumber", "Siti Aminah", "Bappeda")
    edit.put(regency, "meeting_role", speaker, topic="GAP dan GBS")
    item = meet.add_agenda_item(regency, meeting, "Paparan")
    edit.put(regency, "agenda_item", item, start_time="09:00", end_time="09:30", speaker="Siti Aminah")
    for name in ("notulen", "laporan-kegiatan"):
        text = text_of(report.write_report(regency, name, tmp_path / "n.pdf", meeting_id=meeting))
        assert "Siti Aminah, Bappeda (materi: GAP dan GBS)" in text
        assert "1. 09.00 - 09.30 Paparan (Siti Aminah)" in text


def test_minutes_as_a_word_file_say_what_the_pdf_says(regency, meeting, tmp_path):
    meet.add_output(regency, meeting, "SK terbit")
    word = words_of(report.write_report(regency, "notulen", tmp_path / "n.docx", meeting_id=meeting))
    paper = text_of(report.write_report(regency, "notulen", tmp_path / "n.pdf", meeting_id=meeting))
    for each in ("NOTULEN", "Advokasi PUG", "Dibahas data terpilah.", "SK terbit", "Jumlah peserta."):
        assert each in word
        assert each in paper


@pytest.mark.parametrize("place", range(5))
def test_the_five_real_meetings_come_out_as_their_reports_tell_them(tmp_path, place):
    facts = example.real_meetings()[place]
    ws = create_profile(tmp_path / "k", role="kabkota", region_code=facts["region_code"], office_name="Sekretariat")
    try:
        made = example.enter_meeting(ws, facts)
        names = {
            "undangan": (".pdf", ".docx"),
            "daftar-hadir": (".pdf",),
            "notulen": (".pdf", ".docx"),
            "laporan-kegiatan": (".pdf", ".docx"),
        }
        papers = {
            name + suffix: report.write_report(ws, name, tmp_path / (name + suffix), meeting_id=made)
            for name, suffixes in names.items()
            for suffix in suffixes
        }
    finally:
        ws.close()
    day = parse_date(facts["date"])
    told = [facts["title"], facts["place"], facts["organiser"], facts["theme"]]
    people = [each["name"] for each in facts["speakers"]]
    people += [facts["chair"]["name"]] if facts["chair"] else []
    said = [*facts["expected_results"], *people, *(each["about"] for each in facts["references"])]
    said.append("; ".join(facts["disaggregation_named"]))
    numbers = {number for text in _texts(facts) for number in re.findall(r"\d+", text)}
    for name, path in papers.items():
        text = words_of(path) if path.suffix == ".docx" else text_of(path)
        if name.startswith("undangan"):
            wanted = [facts["title"], facts["place"]]
        elif name.startswith("daftar"):
            wanted = [*told, *(each["name"] for each in facts["named_attendees"])]
        elif name.startswith("notulen"):
            wanted = [*told, *said]
        else:
            wanted = [*told, *said, *(each["name"] for each in facts["named_attendees"])]
        for each in filter(None, wanted):
            assert _plain(each) in _plain(text), (name, each)
        body = re.sub(r"PUG Desktop · \d+ \w+ \d{4} \d\d\.\d\d|Halaman \d+( dari \d+)?", "", text)
        # Every number on paper is one of the report's, the place of a line in a list, or the day in words.
        known = numbers | {str(number) for number in range(1, 16)} | ({str(day.day), str(day.year)} if day else set())
        assert set(re.findall(r"\d+", body)) <= known, name
        if facts["chair"] is None and name.startswith(("notulen", "laporan")):
            assert "Pimpinan rapat." in text
        if facts["headcount_reported"] is None and name.startswith(("notulen", "laporan")):
            assert "Jumlah peserta." in text
            assert not re.search(r"\d+ orang", text)


def _plain(text):
    return re.sub(r"\s+|-", "", text).casefold()


def _texts(value):
    """All texts and numbers of the facts."""
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif value is not None:
        yield str(value)


def test_a_word_file_opens_with_the_letterhead_and_its_emblem(regency, meeting, tmp_path):
    from pug_desktop.app import settings

    settings.save_letterhead(regency, line1="PEMERINTAH KOTA TANGERANG")
    settings.save_logo(regency, picture(tmp_path, "logo.png"))
    out = report.write_report(regency, "notulen", tmp_path / "n.docx", meeting_id=meeting)
    document = docx.Document(io.BytesIO(out.read_bytes()))
    assert document.paragraphs[1].text == "PEMERINTAH KOTA TANGERANG"
    assert len(document.inline_shapes) == 1
