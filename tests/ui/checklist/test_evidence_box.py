"""Evidence on the page: dropped, pasted, described, used again, with what is wrong with it."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from pug_desktop.app import documents, evidence, fill
from pug_desktop.ui.checklist.evidence_picker import DocumentWindow
from pug_desktop.ui.checklist.page import ChecklistPage
from pug_desktop.ui.saved import flush_all
from tests.ui.fakes import FakeAsk, NowJobs

PDF = b"%PDF-1.4\n" + b"x" * 5000


@pytest.fixture
def ask():
    return FakeAsk()


@pytest.fixture
def page(open_profile, qtbot, ask):
    window = QWidget()
    window.resize(1150, 650)
    qtbot.addWidget(window)
    made = ChecklistPage(open_profile("kabkota"), ask, NowJobs(), window)
    made.resize(1150, 650)
    made.ws = made._ws
    window.show()
    made.refresh()
    made.open("P2.01")
    yield made
    window.close()


@pytest.fixture
def paper(tmp_path):
    def make(name="SK.pdf", data=PDF):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return make


def rows(page, name="P2.01"):
    return fill.sheet(page.ws, page.presenter.sheet.year).item(name).evidence


def box(page):
    return page._panel.evidence


def told(page):
    return box(page)._result.text()


def chips(page):
    return [each.text() for each in box(page).findChildren(QLabel) if each.property("chip") and not each.isHidden()]


def test_a_copied_picture_is_pasted_with_the_keyboard(page, qtbot):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page._list.setFocus()
    qtbot.keySequence(page._list, QKeySequence(QKeySequence.StandardKey.Paste))
    (row,) = rows(page)
    assert (row.media_type, row.file_name[:9]) == ("image/png", "tempelan-")
    assert "1 berkas dilampirkan" in told(page)


def test_copied_files_are_pasted_with_the_button(page, qtbot, paper):
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(paper(name, PDF + name.encode()))) for name in ("a.pdf", "b.pdf")])
    QGuiApplication.clipboard().setMimeData(copied)
    qtbot.mouseClick(box(page).drop.paste_button, Qt.MouseButton.LeftButton)
    assert [row.file_name for row in rows(page)] == ["a.pdf", "b.pdf"]


def test_a_clipboard_without_files_is_told(page):
    QGuiApplication.clipboard().setText("bukan berkas")
    box(page).drop.paste()
    assert "Tidak ada berkas" in told(page)
    assert rows(page) == ()


def test_text_that_is_pasted_into_an_input_stays_text(page, qtbot):
    QGuiApplication.clipboard().setText("Bab II")
    line = page._panel.field.findChild(QLineEdit)
    line.setFocus()
    qtbot.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    assert line.text() == "Bab II"
    assert told(page) == ""


def test_a_folder_is_told(page, tmp_path):
    box(page).drop.dropped.emit((tmp_path,))
    assert "Folder tidak dapat dilampirkan" in told(page)


@pytest.mark.parametrize("original", [False, True])
def test_a_photo_is_reduced_unless_the_box_is_ticked(page, qtbot, tmp_path, original):
    file = io.BytesIO()
    Image.new("RGB", (2400, 1200)).save(file, "JPEG")
    (tmp_path / "foto.jpg").write_bytes(file.getvalue())
    box(page).drop.original.setChecked(original)
    box(page).drop.dropped.emit((tmp_path / "foto.jpg",))
    with Image.open(evidence.open_copy(page.ws, rows(page)[0].id)) as kept:
        assert kept.size == ((2400, 1200) if original else (1600, 800))
    assert ("1 foto dikecilkan" in told(page)) != original


def test_a_file_that_is_there_is_said_to_be(page, paper):
    for _ in range(2):
        page.evidence.attach((paper(),))
    assert len(rows(page)) == 1
    assert "Sudah terlampir: SK.pdf" in told(page)


def test_number_and_dates_of_a_document_are_typed_and_an_old_one_is_flagged(page, qtbot, paper):
    page.evidence.attach((paper(),))
    (line,) = box(page).list.lines.values()
    assert "nomor dan tanggal belum diisi" in line._facts.text()
    qtbot.mouseClick(line.edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line.number, "12/2019")
    qtbot.keyClicks(line.on._line, "1/2/2019")
    qtbot.keyClicks(line.until._line, "31/12/2020")
    flush_all(page)
    (row,) = rows(page)
    assert (row.document_number, row.document_on, row.valid_until) == ("12/2019", "2019-02-01", "2020-12-31")
    assert box(page).list.lines == {row.id: line}
    qtbot.waitUntil(lambda: "habis masa berlaku" in chips(page))


def test_a_document_that_ends_before_it_begins_is_not_kept_and_told(page, qtbot, paper):
    page.evidence.attach((paper(),))
    (line,) = box(page).list.lines.values()
    line.edit.setChecked(True)
    qtbot.keyClicks(line.on._line, "1/2/2025")
    flush_all(page)
    qtbot.keyClicks(line.until._line, "1/1/2025")
    flush_all(page)
    assert not line._refused.isHidden()
    assert rows(page)[0].valid_until is None
    line.on._line.clear()
    qtbot.keyClicks(line.on._line, "1/12/2024")
    flush_all(page)
    assert line._refused.isHidden()
    assert (rows(page)[0].document_on, rows(page)[0].valid_until) == ("2024-12-01", "2025-01-01")


def test_an_answer_that_wants_evidence_and_has_none_is_flagged(page, paper):
    fill.save_answer(page.ws, page.presenter.sheet, "P2.01", status="ada")
    page.presenter.reload_item()
    assert "Bukti belum dilampirkan" in chips(page)
    page.evidence.attach((paper(),))
    assert "Bukti belum dilampirkan" not in chips(page)


def test_a_document_of_another_answer_is_used_again(page, paper, ask):
    page.evidence.attach((paper(),))
    page.open("P2.02")
    known = documents.documents(page.ws)
    ask.answers = [(known[0].row.id,)]
    box(page).drop.reuse_button.click()
    assert [row.sha256 for row in rows(page, "P2.02")] == [rows(page)[0].sha256]
    assert ask.asked[-1][0] == "documents"


def test_the_window_of_documents_narrows_and_ticks_with_the_keyboard(page, qtbot, paper):
    for name in ("SK Pokja.pdf", "Renja.pdf"):
        page.evidence.attach((paper(name, PDF + name.encode()),))
    window = DocumentWindow(page, documents.documents(page.ws))
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClicks(window.search, "pokja p2.01")
    shown = [line for line in window._lines() if not line.isHidden()]
    assert [line.text().splitlines()[0] for line in shown] == ["SK Pokja"]
    assert not window.take.isEnabled()
    window.list.setCurrentItem(shown[0])
    qtbot.keyClick(window.list, Qt.Key.Key_Space)
    assert window.take.text() == "Lampirkan 1"
    assert window.chosen() == (shown[0].data(Qt.ItemDataRole.UserRole),)


def test_everything_about_evidence_is_reached_with_tab(page, paper):
    page.evidence.attach((paper(),))
    (line,) = box(page).list.lines.values()
    stops = [line.edit, line.open, line.remove, box(page).drop.button, box(page).drop.paste_button]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in stops)
    assert all(each.accessibleName() for each in stops)
