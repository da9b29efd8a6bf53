"""A clerk without a mouse: from the first start to a meeting, a row of its list and an answer, by key presses only."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.app import attend, fill, meet
from pug_desktop.app.preferences import Preferences
from pug_desktop.app.workspace import create_profile
from pug_desktop.ui.application import Program, dress
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.home.page import HomePage

CTRL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """All that a person has who never touches the mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def at(self) -> QWidget:
        """Where the cursor is."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        self._qtbot.keyClick(self.at, key, modifier)
        # What a key sets off behind it is over before the next one comes.
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Letter by letter, each to whatever has the cursor then."""
        for each in text:
            self._qtbot.keyClicks(self.at, each)
            QCoreApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Tab until the cursor stands on what a screen reader calls by that name."""
        seen = []
        for _ in range(60):
            self.press(Qt.Key.Key_Tab)
            seen.append(said(self.at))
            if seen[-1] == name:
                return
        raise AssertionError(f"Tab never reaches {name!r}, only {seen}")


def said(widget: QWidget) -> str:
    """What a screen reader would say of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text.replace("&", "").strip() or type(widget).__name__


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program as it starts on a computer that has never seen it."""
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path))
    dress(qapp, Preferences())
    made = Program(qapp, Preferences(), None)
    made.window.show()
    qtbot.waitUntil(lambda: isinstance(made.window.stack.currentWidget(), FirstSteps))
    made.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_clerk_gets_from_the_first_start_to_an_answer_without_a_mouse(program: Program, qtbot: QtBot) -> None:
    keys, window = Keyboard(qtbot), program.window

    assert said(keys.at) == "Perangkat daerah (OPD)"
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("Lanjut")
    keys.press(Qt.Key.Key_Return)
    keys.type("banten")
    keys.tab_to("Kabupaten/kota")
    keys.type("kota tangerang")
    keys.press(Qt.Key.Key_Down)
    keys.tab_to("Nama kantor")
    keys.type("Dinas Kesehatan Kota Tangerang")
    keys.tab_to("Lanjut")
    keys.press(Qt.Key.Key_Return)
    keys.tab_to("Mulai")
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), HomePage), timeout=10_000)
    ws = window.workspace
    assert ws is not None
    assert (ws.profile.role, ws.profile.region_code) == ("opd", "36.71")
    assert said(keys.at) == "Beranda"

    keys.press(Qt.Key.Key_3, CTRL)
    assert said(keys.at) == "Rapat"
    keys.tab_to("Catat rapat pertama")
    keys.press(Qt.Key.Key_Return)
    assert said(keys.at) == "Judul rapat"
    keys.type("Rakor Pokja PUG")
    keys.tab_to("Tanggal rapat")
    keys.type("30/6/2022")
    keys.tab_to("Mulai")
    (row,) = meet.meetings(ws)
    assert (row.title, row.date_text) == ("Rakor Pokja PUG", "Kamis, 30 Juni 2022")

    keys.press(Qt.Key.Key_Tab, CTRL)
    keys.press(Qt.Key.Key_Tab, CTRL)
    keys.tab_to("Daftar hadir")
    keys.type("Siti Aminah")
    keys.press(Qt.Key.Key_Tab)
    keys.type("198503122010012004")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_5, CTRL)
    (person,) = attend.rows(ws, row.id)
    assert (person.name, person.nip, person.sex) == ("Siti Aminah", "198503122010012004", "P")

    keys.press(Qt.Key.Key_2, CTRL)
    sheet = fill.sheet(ws, fill.years(ws)[0])
    section = sheet.sections[0]
    item = section.items[0]
    name = f"{section.section.name} {section.section.label.id}"
    if said(keys.at) != name:
        keys.tab_to(name)
    keys.press(Qt.Key.Key_Return)
    assert said(keys.at) == "Butir prasyarat"
    keys.press(Qt.Key.Key_Return)
    assert said(keys.at).startswith("Status")
    keys.tab_to("Jenis dokumen")
    keys.type("Keputusan")
    keys.tab_to("Nomor")
    keys.type("800/12")
    keys.press(Qt.Key.Key_1, CTRL)
    answer = fill.sheet(ws, sheet.year).item(item.question.name)
    assert isinstance(answer.value, dict)
    assert (answer.value["document_kind"], answer.value["number"]) == ("Keputusan", "800/12")
    assert said(keys.at) == "Beranda"


def test_tab_goes_through_a_meeting_as_it_is_read(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    ws = create_profile(tmp_path / "p", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    program.window.show_workspace(ws)
    keys = Keyboard(qtbot)
    program.window.go_to("meeting", meet.create_meeting(ws))
    order = [said(keys.at)]
    while order[-1] != "Tambah orang":
        keys.press(Qt.Key.Key_Tab)
        order.append(said(keys.at))
    assert [name for name in order if "Pilih dari kalender" not in name] == [
        *("Judul rapat", "Jenis kegiatan", "Tema", "Penyelenggara", "Nomor surat undangan"),
        *("Tanggal diketahui: Tanggal lengkap", "Tanggal rapat", "Mulai", "Selesai", "Tempat"),
        *("Pimpinan rapat", "Jabatan pimpinan", "Tambah orang"),
    ]


def test_tab_goes_through_rows_that_were_added_in_their_order(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    ws = create_profile(tmp_path / "p", role="opd", region_code="36.71", office_name="Dinas Kesehatan")
    program.window.show_workspace(ws)
    keys = Keyboard(qtbot)
    program.window.go_to("meeting", meet.create_meeting(ws))
    keys.tab_to("Tambah orang")
    for name in ("Dewi", "Rahmat"):
        keys.press(Qt.Key.Key_Return)
        assert said(keys.at) == "Peran"
        keys.tab_to("Nama")
        keys.type(name)
        keys.tab_to("Hapus baris 1" if name == "Dewi" else "Hapus baris 2")
        keys.press(Qt.Key.Key_Tab)
        assert said(keys.at) == "Tambah orang"
    (row,) = meet.meetings(ws)
    assert [role["name"] for role in meet.meeting(ws, row.id).roles] == ["Dewi", "Rahmat"]
