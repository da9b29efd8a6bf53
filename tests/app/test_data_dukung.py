"""The export of evidence: the ministry's order, safe names, an index page, and an archive that bagit validates."""

import html.parser
import re
import zipfile

import bagit
import pytest
from pypdf import PdfReader

from pug_desktop import errors
from pug_desktop.app import attend, data_dukung, edit, evidence, fill, meet
from pug_desktop.app.data_dukung import export
from pug_desktop.domain.identity import office_id
from pug_desktop.forms import load_form
from pug_desktop.progress import Cancelled
from pug_desktop.reports.evidence_index import EvidenceIndex, IndexFile, IndexGroup, IndexItem, index_html
from pug_desktop.reports.papers import Letterhead
from tests.app.received import enter_evidence, enter_sheet, office_scope, profile

PDF = b"%PDF-1.4\n" + b"x" * 500
SAFE = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")
HOSTILE = (
    "../../etc/passwd",
    "CON",
    "=1+1",
    "<script>alert(1)</script>",
    "\u202efdp.exe",
    "nama\nbaris",
    "日本",
    "a/b\\c",
)


def attach(ws, item, path, *, year=2025, data=PDF, title=None, **described):
    path.write_bytes(data)
    sheet = fill.sheet(ws, year)
    row = evidence.attach(ws, "answer", fill.attach_evidence_target(ws, sheet, item), path)
    evidence.describe(ws, row.id, **({"title": title} if title else {}), **described)
    return row


def files_of(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def filled(office, tmp_path):
    """An OPD with three documents, of which one proves two answers."""
    fill.save_answer(office, fill.sheet(office, 2025), "P6.05", status="ada")
    attach(office, "P5.02", tmp_path / "profil.pdf", data=PDF + b"1", title="Profil gender 2025")
    row = attach(office, "P1.06", tmp_path / "komitmen.pdf", title="Pernyataan komitmen", document_number="12/2025")
    evidence.reuse(office, "answer", fill.attach_evidence_target(office, fill.sheet(office, 2025), "P2.02"), [row.id])
    return office


def test_the_folder_has_the_ministrys_groups_in_its_order(filled, tmp_path):
    made = export(filled, tmp_path / "keluar", year=2025)
    assert files_of(made.path) == [
        "A1_Landasan-Hukum/P1.06-01_Pernyataan-komitmen.pdf",
        "A3_Data-Terpilah/P5.02-01_Profil-gender-2025.pdf",
        "B1_Perencanaan/P2.02-01_Pernyataan-komitmen.pdf",
        "Daftar-Isi.html",
        "Daftar-Isi.pdf",
        "Lembar-Prasyarat.pdf",
    ]
    assert (made.files, made.left_out) == (3, 0)
    assert (made.path / "A3_Data-Terpilah" / "P5.02-01_Profil-gender-2025.pdf").read_bytes() == PDF + b"1"


@pytest.mark.parametrize(("name", "version"), [("prasyarat-opd", 1), ("prasyarat-opd", 2), ("prasyarat-kabkota", 1)])
def test_every_question_stands_in_the_group_that_its_instrument_names(tmp_path, name, version):
    ws = profile(tmp_path / "p", "opd" if name == "prasyarat-opd" else "kabkota")
    enter_sheet(ws, ws.profile.scope, {}, year=2025, form=load_form(name, version))
    made = export(ws, tmp_path / "keluar", year=2025)
    page = (made.path / "Daftar-Isi.html").read_text(encoding="utf-8")
    ws.close()
    assert "Landasan Hukum" in page
    assert data_dukung.OTHERS[1] not in page


def meeting_with_paper(ws, path, kind, data=PDF, **values):
    made = meet.create_meeting(ws, kind)
    edit.put(ws, "meeting", made, year=2025, **values)
    path.write_bytes(data)
    evidence.attach(ws, "meeting", made, path)
    return made


def files_under(folder, item):
    return sorted(file.rpartition("_")[2] for file in files_of(folder) if f"/{item}-" in file)


def test_the_files_of_meetings_stand_under_the_indicators_that_are_counted_from_them(regency, tmp_path):
    meeting_with_paper(regency, tmp_path / "rakor.pdf", "rakor_pokja", chair_position="Sekretaris Daerah")
    meeting_with_paper(regency, tmp_path / "dampingan.pdf", "pendampingan", PDF + b"2", chair_position="Kepala Bidang")
    made = export(regency, tmp_path / "keluar", year=2025)
    items = {each.auto_from: each.name for each in fill.sheet(regency, 2025).form.questions}
    assert files_under(made.path, items["meetings.type=rakor_pokja"]) == ["rakor.pdf"]
    assert files_under(made.path, items["meetings.type=pendampingan"]) == ["dampingan.pdf"]
    # The other was chaired by nobody of the top.
    assert files_under(made.path, items["meetings.role=pembuka|pimpinan"]) == ["rakor.pdf"]
    assert made.files == 3


def test_a_persons_own_answer_and_one_of_another_year_bring_no_files_of_meetings(regency, tmp_path):
    meeting_with_paper(regency, tmp_path / "rakor.pdf", "rakor_pokja")
    fill.save_answer(regency, fill.sheet(regency, 2025), "P3.08", value=2, override_reason="satu tanpa notula")
    for year in (2024, 2025):
        made = export(regency, tmp_path / f"keluar-{year}", year=year)
        assert files_under(made.path, "P3.08") == []


def test_trainings_prove_that_those_who_came_were_trained(regency, tmp_path):
    person = edit.create(regency, "person", {"name": "Sri", "sex": "P"})
    edit.create(regency, "assignment", {"person_id": person, "role": "focal_point", "from_on": "2024-01-01"})
    training = meeting_with_paper(regency, tmp_path / "pelatihan.pdf", "pelatihan")
    attend.add(regency, training, name="Sri", sex="P", person_id=person)
    meeting_with_paper(regency, tmp_path / "lain.pdf", "pelatihan", PDF + b"2")
    for number, state in enumerate(("rencana", "batal")):
        # Who was asked to a training that was never held stands on its list, and was not trained there.
        never = meeting_with_paper(regency, tmp_path / f"{state}.pdf", "bimtek", PDF + bytes([51 + number]))
        edit.put(regency, "meeting", never, state=state)
        attend.add(regency, never, name="Sri", sex="P", person_id=person)
    item = next(
        each.name for each in fill.sheet(regency, 2025).form.questions if each.auto_from == "attendance.type=pelatihan"
    )
    made = export(regency, tmp_path / "keluar", year=2025)
    assert files_under(made.path, item) == ["pelatihan.pdf"]


def test_the_index_names_every_question_its_files_and_what_is_missing(filled, tmp_path):
    made = export(filled, tmp_path / "keluar", year=2025)
    page = (made.path / "Daftar-Isi.html").read_text(encoding="utf-8")
    paper = " ".join(each.extract_text() for each in PdfReader(made.path / "Daftar-Isi.pdf").pages)
    paper = " ".join(paper.split())
    for text in (page, paper):
        assert all(question.name in text for question in fill.sheet(filled, 2025).form.questions)
        assert "12/2025" in text
        assert "3 berkas untuk 3 butir" in text
        assert "1 butir dijawab “Ada” tanpa bukti" in text
    links = re.findall(r'href="([^"]+)"', page)
    assert sorted(links) == files_of(made.path)[:3]


def test_a_lost_and_a_changed_file_are_named_and_left_out(filled, tmp_path):
    rows = [fill.sheet(filled, 2025).item(name).evidence[0] for name in ("P5.02", "P1.06")]
    filled.blobs.path(rows[0].sha256).unlink()
    filled.blobs.path(rows[1].sha256).write_bytes(PDF + b"diubah")
    made = export(filled, tmp_path / "keluar", year=2025)
    page = (made.path / "Daftar-Isi.html").read_text(encoding="utf-8")
    assert (made.files, made.left_out, made.remarked) == (0, 3, 3)
    assert "berkas belum diterima" in page
    assert data_dukung.DAMAGED in page


def test_the_zip_holds_one_folder_with_the_same_files(filled, tmp_path):
    folder = export(filled, tmp_path / "keluar", year=2025).path
    made = export(filled, tmp_path / "Data dukung.zip", year=2025)
    with zipfile.ZipFile(made.path) as archive:
        assert archive.testzip() is None
        names = sorted(archive.namelist())
        assert names == [f"Data-dukung/{name}" for name in files_of(folder)]
        assert archive.read(names[0]) == PDF


def test_bagit_validates_the_archive_and_finds_a_changed_byte(filled, tmp_path):
    made = export(filled, tmp_path / "arsip", year=2025, bagit=True)
    bag = bagit.Bag(str(made.path))
    bag.validate()
    assert bag.info["Source-Organization"] == "Dinas Kesehatan"
    paper = made.path / "data" / "A1_Landasan-Hukum" / "P1.06-01_Pernyataan-komitmen.pdf"
    paper.write_bytes(PDF[:-1] + b"y")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(made.path)).validate()


def test_bagit_validates_the_archive_that_came_as_a_zip(filled, tmp_path):
    made = export(filled, tmp_path / "arsip.zip", year=2025, bagit=True)
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(tmp_path / "keluar")
    bagit.Bag(str(tmp_path / "keluar" / "arsip")).validate()


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_titles_become_safe_names_and_plain_text(office, tmp_path, bad):
    attach(office, "P1.06", tmp_path / "a.pdf", title=bad, document_number=bad)
    fill.save_answer(office, fill.sheet(office, 2025), "P2.02", value={"yes": True, "reference": bad})
    made = export(office, tmp_path / "keluar", year=2025, bagit=True)
    bagit.Bag(str(made.path)).validate()
    assert all(SAFE.fullmatch(name) for name in files_of(made.path))
    page = (made.path / "data" / "Daftar-Isi.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "\u202e" not in page


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, tuple(attrs)))


def test_no_text_makes_a_tag_of_its_own_in_the_page():
    def page(text):
        file = IndexFile("A1/a.pdf", text, text, (text,), text)
        item = IndexItem(text, text, text, text, (file,))
        head = Letterhead((), None)
        return index_html(EvidenceIndex(head, text, text, 2025, text, (IndexGroup(text, text, (item,)),), text))

    def tags(text):
        seen = Tags()
        seen.feed(page(text))
        return seen.seen

    assert all(
        tags(bad) == tags("biasa") for bad in (*HOSTILE, '"><img src=x onerror=alert(1)>', "</td></table>", "&lt;b&gt;")
    )


def test_a_regencys_export_brings_the_papers_of_its_offices_under_the_computed_answer(regency, tmp_path):
    scope = office_scope("Dinas Kesehatan")
    own = {"name": "Dinas Kesehatan", "office_type": "opd", "region_code": "36.71"}
    edit.create(regency, "office", own, id=office_id("36.71", "Dinas Kesehatan"), scope=scope)
    answers = enter_sheet(regency, scope, {"P2.02": {"yes": True, "reference": "Bab II"}}, year=2025)
    (tmp_path / "renstra.pdf").write_bytes(PDF)
    enter_evidence(regency, "answer", answers["P2.02"], tmp_path / "renstra.pdf")
    made = export(regency, tmp_path / "keluar", year=2025)
    assert "B1_Perencanaan/P2.02-01_Dinas-Kesehatan_renstra.pdf" in files_of(made.path)
    assert "Dinas Kesehatan: renstra" in (made.path / "Daftar-Isi.html").read_text(encoding="utf-8")


def test_a_folder_with_something_in_it_is_left_alone(filled, tmp_path):
    (tmp_path / "keluar").mkdir()
    (tmp_path / "keluar" / "milik-orang.txt").write_text("penting")
    with pytest.raises(errors.FolderNotWritable):
        export(filled, tmp_path / "keluar", year=2025)
    assert files_of(tmp_path / "keluar") == ["milik-orang.txt"]


@pytest.mark.parametrize("name", ["keluar", "keluar.zip"])
def test_a_cancel_leaves_nothing_behind(filled, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    told = []

    def step(done, total):
        told.append((done, total))
        if len(told) > 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(filled, tmp_path / name, year=2025, step=step)
    assert sorted(tmp_path.iterdir()) == before
    assert not list((filled.folder / "tmp").iterdir())


def test_a_folder_of_that_name_with_another_ending_is_left_alone(filled, tmp_path):
    """What is not whole yet lies beside the export, never in place of what a person keeps there."""
    kept = tmp_path / "Arsip.part" / "penting.txt"
    kept.parent.mkdir()
    kept.write_text("milik orang")
    export(filled, tmp_path / "Arsip", year=2025)
    assert kept.read_text() == "milik orang"
    assert (tmp_path / "Arsip" / "Daftar-Isi.html").exists()
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith("Arsip")) == ["Arsip", "Arsip.part"]
