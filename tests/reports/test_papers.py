import subprocess
import sys
from dataclasses import fields, is_dataclass, replace

import paper_samples as samples
import pytest
import question_samples
import written_samples
from pypdf import PdfReader
from reportlab.platypus import Paragraph

from pug_desktop.errors import FolderNotWritable
from pug_desktop.reports.attendance_list import write_attendance_list
from pug_desktop.reports.checklist import NO_SCORE, write_checklist
from pug_desktop.reports.minutes import write_minutes
from pug_desktop.reports.papers import AttendeeLine, Letterhead
from pug_desktop.reports.province_recap import write_province_recap
from pug_desktop.reports.regency_recap import write_regency_recap

A4 = (595, 842)


def blank(out, paper):
    return write_attendance_list(out, paper, blank_lines=25)


PAPERS = {
    "attendance, large": (write_attendance_list, lambda: samples.large_meeting(60)),
    "attendance, Medan": (write_attendance_list, samples.medan_meeting),
    "attendance, bare": (write_attendance_list, samples.bare_meeting),
    "attendance, blank": (blank, samples.large_meeting),
    "minutes, large": (write_minutes, samples.large_meeting),
    "minutes, Medan": (write_minutes, samples.medan_meeting),
    "minutes, bare": (write_minutes, samples.bare_meeting),
    "checklist": (write_checklist, samples.checklist),
    "checklist, empty": (write_checklist, samples.empty_checklist),
    "regency": (write_regency_recap, samples.regency_recap),
    "regency, empty": (write_regency_recap, samples.empty_regency_recap),
    "province": (write_province_recap, samples.province_recap),
    "province, empty": (write_province_recap, samples.empty_province_recap),
    **question_samples.PAPERS,
    **written_samples.PAPERS,
}


@pytest.fixture(params=PAPERS, ids=list(PAPERS), scope="module")
def paper(request, tmp_path_factory):
    write, make = PAPERS[request.param]
    out = tmp_path_factory.mktemp("paper") / "paper.pdf"
    pages = write(out, make())
    return pages, PdfReader(out)


def flat(reader):
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def written(write, paper, tmp_path, **more):
    write(tmp_path / "paper.pdf", paper, **more)
    return flat(PdfReader(tmp_path / "paper.pdf"))


def test_every_sheet_is_a4_and_numbered(paper):
    pages, reader = paper

    assert pages == len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert sorted(round(side) for side in page.mediabox[2:]) == list(A4)
        assert f"Halaman {number} dari {pages}" in page.extract_text()
        assert "PUG Desktop" in page.extract_text()


def test_every_font_is_embedded(paper):
    _, reader = paper
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]


def test_the_properties_name_paper_and_maker(paper):
    _, reader = paper

    assert reader.metadata.title
    assert reader.metadata.author
    assert reader.metadata.creator.startswith("PUG Desktop")
    assert reader.root_object["/Lang"] == "id-ID"


def test_nothing_in_a_paper_can_be_clicked_or_started(paper):
    _, reader = paper

    assert all("/Annots" not in page for page in reader.pages)
    assert "/OpenAction" not in reader.root_object
    assert "/Names" not in reader.root_object


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_paper_is_the_same_bytes(name, tmp_path):
    write, make = PAPERS[name]
    for each in ("a.pdf", "b.pdf"):
        write(tmp_path / each, make())

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_another_process_writes_the_same_bytes(tmp_path):
    write_minutes(tmp_path / "a.pdf", samples.large_meeting())
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]; from pathlib import Path; import paper_samples;"
        "from pug_desktop.reports.minutes import write_minutes as write;"
        "write(Path(sys.argv[1]), paper_samples.large_meeting())"
    )
    paths = [str(tmp_path / "b.pdf"), *(each for each in sys.path if each)]
    subprocess.run([sys.executable, "-c", program, *paths], check=True)

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_attendance_list_has_everybody_and_its_heading_on_every_page(tmp_path):
    write_attendance_list(tmp_path / "paper.pdf", samples.large_meeting(250))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "paper.pdf").pages]
    numbers = [int(word[:-1]) for page in pages for word in page.split() if word[:-1].isdigit() and word[-1] == "."]

    # Each number stands twice: before the name and where to sign.
    assert sorted(numbers) == sorted([*range(1, 251), *range(1, 251)])
    assert all(page.count("Tanda tangan") == 1 for page in pages)


def test_the_last_sheet_of_an_attendance_list_has_names_totals_and_the_signature(tmp_path):
    for count in range(8, 24, 2):
        write_attendance_list(tmp_path / "paper.pdf", samples.large_meeting(count))
        last = PdfReader(tmp_path / "paper.pdf").pages[-1].extract_text()

        assert f"{count}." in last
        assert "Jumlah peserta" in last
        assert "NIP 19660412 199203 2 004" in last
        assert "Tangerang, 30 Juni 2022" in last


def test_no_page_of_a_list_has_its_heading_twice(tmp_path):
    for lines in range(10, 34):
        write_attendance_list(tmp_path / "paper.pdf", samples.medan_meeting(), blank_lines=lines)
        pages = [page.extract_text() for page in PdfReader(tmp_path / "paper.pdf").pages]

        assert [page.count("Tanda tangan") for page in pages] == [1] * len(pages)
        assert f"{lines}." in pages[-1]
        assert "NIP ....." in pages[-1]


def test_a_blank_list_has_lines_and_no_names(tmp_path):
    text = written(write_attendance_list, samples.large_meeting(), tmp_path, blank_lines=30)

    assert "30." in text
    assert "31." not in text
    assert "Kusumaningrum" not in text


def test_a_list_that_names_only_some_says_so(tmp_path):
    text = written(write_attendance_list, samples.medan_meeting(), tmp_path)

    assert "Daftar ini memuat 2 nama; jumlah peserta yang dilaporkan 163 orang." in text


def test_a_full_nip_fits_its_column(tmp_path):
    paper = replace(
        samples.bare_meeting(), attendees=(AttendeeLine(1, "Siti", "198509272001021001", "L", "Staf", "Bappeda"),)
    )

    assert "198509272001021001" in written(write_attendance_list, paper, tmp_path)


def test_minutes_say_what_the_source_does_not(tmp_path):
    text = written(write_minutes, samples.medan_meeting(), tmp_path)

    assert "Selasa, 2019 (tanggal tidak disebutkan)" in text
    assert "Waktu : tidak disebutkan" in text
    assert "Yang tidak disebutkan sumber" in text
    assert "Tanggal rapat tidak disebutkan, hanya hari Selasa dan tahun 2019." in text
    assert "Hasil yang diharapkan" in text
    assert "Hasil rapat" not in text
    assert "Tindak lanjut" not in text


def test_minutes_without_gaps_have_no_grey_box(tmp_path):
    text = written(write_minutes, samples.large_meeting(), tmp_path)

    assert "Yang tidak disebutkan" not in text
    assert "B. Pembukaan" in text
    assert "≥ 11,4 %" in text
    assert "data terpilah — menurut" in text


def test_the_signature_never_stands_alone(tmp_path):
    for lines in range(0, 60, 5):
        paper = replace(samples.large_meeting(), discussion="\n".join(["Pembahasan."] * lines))
        write_minutes(tmp_path / "paper.pdf", paper)
        last = PdfReader(tmp_path / "paper.pdf").pages[-1].extract_text()

        assert "Rapat ditutup pada pukul 12.30 WIB." in last
        assert "Tangerang, 30 Juni 2022" in last
        assert "NIP 19660412" in last


def test_what_is_missing_of_a_signature_is_dotted(tmp_path):
    text = written(write_minutes, samples.medan_meeting(), tmp_path)

    assert "NIP ..........." in text


def test_the_checklist_marks_computed_overridden_and_double_answers(tmp_path):
    text = written(write_checklist, samples.checklist(), tmp_path)

    assert "Dihitung dari: 12 dari 34 OPD menjawab ya" in text
    assert "Diisi lain dari hitungan: Dua OPD melapor langsung lewat surat." in text
    assert text.count("⚠ Dua isian:") == 1
    assert NO_SCORE in text
    assert "Instrumen : Tujuh prasyarat PUG, lembar kabupaten/kota, versi 1" in text
    assert all(f"P{number}.08" in text for number in range(1, 8))


def test_empty_lists_say_so(tmp_path):
    regency = written(write_regency_recap, samples.empty_regency_recap(), tmp_path)
    province = written(write_province_recap, samples.empty_province_recap(), tmp_path)

    assert "Lembar prasyarat Kabupaten Gunung Mas tahun 2023 belum ada." in regency
    assert "Belum ada rapat yang dicatat pada tahun 2023." in regency
    assert "Belum ada kabupaten/kota yang terdaftar." in province
    assert "Belum ada penghargaan yang dicatat." in province


def test_a_rank_without_a_value_is_a_rank(tmp_path):
    text = written(write_regency_recap, samples.regency_recap(), tmp_path)

    assert "2021 tidak disebutkan 4 dari 14 (Provinsi Kalimantan Tengah)" in text
    assert "0,412" in text


def test_the_province_shows_every_regency_and_says_of_which_nothing_came(tmp_path):
    text = written(write_province_recap, samples.province_recap(), tmp_path)

    assert all(f"36.{number:02}" in text for number in range(1, 39))
    assert "Kabupaten Lebak 5 belum ada data" in text
    assert "Semua tahun" in text


@pytest.mark.parametrize("logo", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, b"GIF89a" + b"\0" * 20])
def test_a_logo_that_is_none_is_left_out(logo, tmp_path):
    paper = replace(samples.bare_meeting(), letterhead=Letterhead(("PEMERINTAH KOTA MEDAN",), logo))
    write_minutes(tmp_path / "paper.pdf", paper)
    (page,) = PdfReader(tmp_path / "paper.pdf").pages

    assert "PEMERINTAH KOTA MEDAN" in page.extract_text()
    assert not list(page.images)


def test_only_the_logo_is_a_picture(tmp_path):
    write_minutes(tmp_path / "paper.pdf", samples.large_meeting())
    pictures = [len(page.images) for page in PdfReader(tmp_path / "paper.pdf").pages]

    assert pictures == [1, 0]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FolderNotWritable) as caught:
        write_minutes(tmp_path / "tidak ada" / "paper.pdf", samples.bare_meeting())

    assert caught.value.fields["path"].endswith("paper.pdf")


def changed(each, change):
    """The paper with `change` done to every text in it."""
    if isinstance(each, str):
        return change(each)
    if isinstance(each, tuple):
        return tuple(changed(part, change) for part in each)
    if is_dataclass(each):
        return type(each)(**{field.name: changed(getattr(each, field.name), change) for field in fields(each)})
    return each


CHANGES = {
    "nothing": lambda text: "",
    "blanks": lambda text: " \n ",
    "many words": lambda text: f"{text} " * 20,
    "a word without end": lambda text: "q" * 700,
    "many lines": lambda text: "baris\n" * 50,
    "markup": lambda text: f"<b>{text}</i> &amp; <img src='x'/>",
    "turned around": lambda text: f"\u202e{text}\x00\ud800",
    "another script": lambda text: "龍" * 30,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(
    "name", [name for name in PAPERS if not any(each in name for each in ("blank", "Medan", "120"))]
)
def test_no_text_stops_a_paper(name, change, tmp_path):
    write, make = PAPERS[name]
    paper = make()
    for part in ("attendees", "offices", "regencies"):
        if hasattr(paper, part):
            paper = replace(paper, **{part: getattr(paper, part)[:2]})
    if hasattr(paper, "sections"):
        paper = replace(paper, sections=tuple(replace(each, items=each.items[:1]) for each in paper.sections[:3]))

    assert write(tmp_path / "paper.pdf", changed(paper, CHANGES[change])) > 0


def test_a_table_of_many_pages_breaks_each_paragraph_into_lines_about_once(tmp_path, monkeypatch):
    """reportlab asks for the height of all rows that are left at each page, and again when it cuts them."""
    counted = {"made": 0, "broken": 0}

    def counting(name, honest):
        def act(self, *args, **kwargs):
            counted[name] += 1
            return honest(self, *args, **kwargs)

        return act

    monkeypatch.setattr(Paragraph, "__init__", counting("made", Paragraph.__init__))
    monkeypatch.setattr(Paragraph, "breakLines", counting("broken", Paragraph.breakLines))
    write, make = PAPERS["gap"]
    assert write(tmp_path / "gap.pdf", changed(make(), lambda text: "baris\n" * 10)) > 10
    assert counted["broken"] < 2 * counted["made"]
