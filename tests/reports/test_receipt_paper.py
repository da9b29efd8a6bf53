"""Tanda terima: one page for a bundle, a code that names it, and no personal data."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from reportlab.graphics.barcode.qr import QrCode

from pug_desktop.reports import receipt
from pug_desktop.reports.papers import Letterhead
from pug_desktop.reports.receipt import BundlePaper, write_bundle_papers

PAPER = BundlePaper(
    letterhead=Letterhead(("PEMERINTAH KOTA TANGERANG", "DP3AP2KB")),
    title="Tanda terima kiriman data",
    number=1234,
    opening="Telah diterima kiriman dengan rincian sebagai berikut.",
    facts=(("Dari", "Dinas Kesehatan – OPD"), ("Diterima oleh", "DP3AP2KB"), ("Bukti dukung", None)),
    counts_title="Isian baru atau berubah",
    counts=(("rapat", 12), ("peserta", 1340)),
    closing=(),
    left="Yang menyerahkan,",
    right="Yang menerima,",
    bundle_id="01a204f757787000b7d6ccad4d89252f",
    sender_device="LLOQSDT-MBWZZHM",
    digest="a0a856435ff35b3fb0d2",
    made_at_text="22 November 2026 20.34",
)


def written(tmp_path, *papers):
    out = tmp_path / "tanda.pdf"
    assert write_bundle_papers(out, papers) == len(papers)
    return [" ".join(page.extract_text().split()) for page in PdfReader(out).pages]


def test_a_receipt_is_one_page_with_both_offices_the_number_and_the_numbers(tmp_path):
    (text,) = written(tmp_path, PAPER)
    for words in ("Nomor kiriman: 1.234", "Dinas Kesehatan", "DP3AP2KB", "rapat 12", "peserta 1.340"):
        assert words in text
    assert "Kode isi: a0a8 5643 5ff3 5b3f b0d2" in text
    assert PAPER.bundle_id in text
    assert text.count("NIP") == 2
    assert "Bukti dukung" not in text


def test_the_code_names_bundle_sender_number_and_digest(tmp_path, monkeypatch):
    drawn = []

    class Noted(QrCode):
        def __init__(self, value, **more):
            drawn.append(value)
            super().__init__(value, **more)

    monkeypatch.setattr(receipt, "QrCode", Noted)
    written(tmp_path, PAPER)
    assert drawn == ["PUG1|01a204f757787000b7d6ccad4d89252f|LLOQSDT-MBWZZHM|1234|a0a856435ff35b3fb0d2"]


def test_each_bundle_has_a_page_of_its_own(tmp_path):
    pages = written(tmp_path, PAPER, replace(PAPER, number=7))
    assert ["Nomor kiriman: 1.234" in pages[0], "Nomor kiriman: 7" in pages[1]] == [True, True]


def test_the_same_receipt_is_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written(tmp_path / name, PAPER)
    assert (tmp_path / "a" / "tanda.pdf").read_bytes() == (tmp_path / "b" / "tanda.pdf").read_bytes()


@pytest.mark.parametrize("office", ["<b>&", "K" * 5000, "‮abc\x00", ""])
def test_no_name_of_an_office_breaks_the_page(office, tmp_path):
    paper = replace(PAPER, facts=(("Dari", office),), counts=tuple((office, n) for n in range(40)))
    out = tmp_path / "tanda.pdf"
    assert write_bundle_papers(out, [paper]) == 1
