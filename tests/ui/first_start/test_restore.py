"""From sheet and stick to an open profile, and a passphrase that this computer remembers."""

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from pug_desktop.app import enrol, recovery, remembered, send
from pug_desktop.app.workspace import create_profile
from pug_desktop.errors import NeedsPassphrase
from pug_desktop.ui.first_start.presenter import Restore, StartPresenter
from pug_desktop.ui.first_start.restore import RestorePage
from pug_desktop.ui.first_start.steps import FirstSteps
from pug_desktop.ui.first_start.view import FirstStart
from pug_desktop.ui.main_window import MainWindow
from tests.ui.fakes import FakeAsk, NowJobs

WORDS = "lima kata acak dari daftar"


class AtOnce(NowJobs):
    def finish_all(self, _timeout_ms: int) -> bool:
        """Nothing runs any more."""
        return True


@pytest.fixture
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUG_DATA_DIR", str(tmp_path / "data"))


def lost_office(tmp_path: Path) -> tuple[list[str], Path]:
    """The lines of its sheet, and a stick with its bundle and one of another office."""
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    city = create_profile(tmp_path / "k", role="kabkota", region_code="36.71", office_name="DP3AP2KB")
    card = enrol.approve(province, enrol.request(city, tmp_path), tmp_path, in_person=True)
    enrol.accept(city, card, in_person=True)
    text = "\n".join(page.extract_text() for page in PdfReader(recovery.make_sheet(city)).pages)
    lines = [line for line in text.splitlines() if [len(part) for part in line.split()] == [4, 3, 4, 3]]
    recovery.confirm_line(city, 3, lines[2])
    send.send(city, send.find_addressee(city), stick)
    send.send(province, send.find_addressee(province, "DP3AP2KB"), stick)
    province.close()
    city.close()
    return lines, stick


@pytest.mark.usefixtures("own_data")
def test_sheet_and_stick_open_a_new_profile(qtbot: QtBot, tmp_path: Path) -> None:
    lines, stick = lost_office(tmp_path)
    window = MainWindow()
    qtbot.addWidget(window)
    window.jobs = AtOnce()  # type: ignore[assignment]
    start = FirstStart(window)
    start.begin(None, None)
    steps = window.stack.currentWidget()
    assert isinstance(steps, FirstSteps)
    steps.restore_wanted.emit()
    page = window.stack.currentWidget()
    assert isinstance(page, RestorePage)
    for field, line in zip(page.lines, lines, strict=True):
        assert not page.go.isEnabled()
        qtbot.keyClicks(field, line.lower())
    assert not page.go.isEnabled()
    page.choose(stick)

    with qtbot.waitSignal(start.opened) as opened:
        page.go.click()

    workspace = opened.args[0]
    try:
        assert workspace.profile.office_name == "DP3AP2KB"
        assert not enrol.status(workspace).enrolled
    finally:
        workspace.close()


def test_a_line_of_another_length_and_two_passphrases_hold_the_button_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = RestorePage(FakeAsk([tmp_path]), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page._choose()
    for field in page.lines:
        qtbot.keyClicks(field, "ABCD EFG HIJK LMN")
    assert page.go.isEnabled()
    qtbot.keyClicks(page.first, "satu")
    assert not page.go.isEnabled()
    qtbot.keyClicks(page.second, "satu")
    with qtbot.waitSignal(page.restore_wanted) as told:
        page.go.click()
    assert told.args == [Restore(("ABCD EFG HIJK LMN",) * 4, tmp_path, "satu")]
    qtbot.keyClicks(page.lines[0], "X")
    assert not page.go.isEnabled()


class Kept(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.words: str | None = None

    def get_password(self, service: str, username: str) -> str | None:
        return self.words

    def set_password(self, service: str, username: str, password: str) -> None:
        self.words = password

    def delete_password(self, service: str, username: str) -> None:
        self.words = None


@pytest.mark.usefixtures("own_data")
def test_a_remembered_passphrase_opens_and_a_stale_one_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    before = keyring.get_keyring()
    backend = Kept()
    keyring.set_keyring(backend)
    made = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinkes", passphrase=WORDS)
    assert remembered.remember(made, WORDS)
    made.close()
    window = MainWindow()
    qtbot.addWidget(window)
    window.jobs = AtOnce()  # type: ignore[assignment]
    start = FirstStart(window)
    failures: list[Exception] = []
    try:
        with qtbot.waitSignal(start.opened) as opened:
            start.open_in_background(made.folder, None)
        opened.args[0].close()
        backend.words = "yang lama"
        start._presenter = type("Told", (StartPresenter,), {"failed": lambda _self, error: failures.append(error)})(
            None,  # type: ignore[arg-type]
            start,
        )
        start.open_in_background(made.folder, None)
    finally:
        keyring.set_keyring(before)
    assert [type(each) for each in failures] == [NeedsPassphrase]
