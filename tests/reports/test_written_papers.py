"""What semester reports, the GAP matrix and the GBS say, and how they are laid out."""

from dataclasses import replace

import written_samples as samples
from pypdf import PdfReader

from pug_desktop.domain.written import SEMESTER_HEADINGS
from pug_desktop.reports.marks import FOOTNOTE


def pages_of(write, paper, tmp_path):
    count = write(tmp_path / "a.pdf", paper)
    reader = PdfReader(tmp_path / "a.pdf")
    texts = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert count == len(texts)
    return reader, texts


def test_each_report_starts_on_a_page_of_its_own(tmp_path):
    _, texts = pages_of(samples.write_reports, samples.semester_reports(), tmp_path)
    first = [number for number, text in enumerate(texts) if "LAPORAN PELAKSANAAN" in text]
    assert len(first) == 2
    assert "Semester I tahun 2026" in texts[first[0]]
    assert "Semester II tahun 2026" in texts[first[1]]


def test_a_report_has_six_headings_numbered_as_on_their_page_and_says_which_is_empty(tmp_path):
    _, texts = pages_of(samples.write_reports, samples.semester_reports(1), tmp_path)
    whole = " ".join(texts)
    for number, heading in enumerate(SEMESTER_HEADINGS, start=1):
        assert f"{number}. {heading.name()}" in whole
    assert whole.count("Belum diisi.") == 1


def test_the_matrix_is_landscape_with_its_steps_on_every_page(tmp_path):
    reader, texts = pages_of(samples.write_matrix, samples.gap(), tmp_path)
    assert len(texts) > 2
    assert all(page.mediabox.width > page.mediabox.height for page in reader.pages)
    with_nine = [text for text in texts if "Kegiatan" in text]
    assert all("9. Indikator gender" in text and "2. Data pembuka wawasan" in text for text in with_nine)
    assert sum("GAP empat langkah" in text for text in texts) == 1


def test_the_matrix_has_every_analysis_once_and_names_its_office(tmp_path):
    _, texts = pages_of(samples.write_matrix, samples.gap(), tmp_path)
    words = " ".join(texts).split()
    found = [
        int(words[place + 1]) for place, word in enumerate(words) if word == "Kegiatan" and words[place + 1].isdigit()
    ]
    assert found == list(range(12))
    assert "Dinas 7" in " ".join(texts)


def test_only_a_matrix_with_two_values_explains_the_mark(tmp_path):
    _, texts = pages_of(samples.write_matrix, samples.gap(), tmp_path)
    assert FOOTNOTE[:40] in " ".join(texts)
    _, texts = pages_of(samples.write_matrix, samples.gap(2), tmp_path)
    assert FOOTNOTE[:40] not in " ".join(texts)


def test_a_matrix_of_one_office_does_not_repeat_its_name(tmp_path):
    paper = replace(samples.gap(1), with_office=False)
    _, texts = pages_of(samples.write_matrix, paper, tmp_path)
    assert "Dinas 0" not in " ".join(texts)


def test_an_empty_matrix_can_be_written_on(tmp_path):
    _, texts = pages_of(samples.write_matrix, samples.empty_gap(), tmp_path)
    assert "dapat diisi dengan tangan" in texts[0]
    assert "9. Indikator gender" in texts[0]


def test_a_statement_shows_its_budget_in_rupiah_and_an_unknown_one_as_not_filled(tmp_path):
    _, texts = pages_of(samples.write_statements, samples.statements(), tmp_path)
    assert "Rp1.250.000.000" in texts[0]
    assert "Rp0" not in " ".join(texts)
    assert texts[1].count("Belum diisi.") >= 8


def test_nothing_written_is_said_and_is_a_paper_all_the_same(tmp_path):
    for write, sentence in (
        (samples.write_reports, "Belum ada laporan semester."),
        (samples.write_statements, "Belum ada pernyataan anggaran gender."),
    ):
        _, texts = pages_of(write, [], tmp_path)
        assert sentence in texts[0]
