"""The keyring is a convenience: without it the program asks for the passphrase and goes on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from pug_desktop import errors
from pug_desktop.app import handover, remembered
from pug_desktop.app.profiles import read_profile
from pug_desktop.app.workspace import Workspace, create_profile, open_profile

WORDS = "lima kata acak dari daftar"


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Failing(KeyringBackend):
    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("dikunci")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(password)

    def delete_password(self, service: str, username: str) -> None:
        raise ValueError


class Forgetful(InMemory):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Says that it did."""


@pytest.fixture
def backend(request: pytest.FixtureRequest) -> Iterator[KeyringBackend]:
    made = getattr(request, "param", InMemory)()
    before = keyring.get_keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    made = create_profile(tmp_path / "o", role="opd", region_code="36.71", office_name="Dinkes", passphrase=WORDS)
    yield made
    made.close()


def test_nothing_is_remembered_unless_somebody_wants_it(ws, backend):
    assert remembered.recall(ws.profile) is None
    assert backend.kept == {}


def test_what_is_remembered_opens_the_profile_next_time(ws, backend):
    assert remembered.remember(ws, WORDS)
    ws.close()

    profile = read_profile(ws.folder)
    open_profile(ws.folder, passphrase=remembered.recall(profile)).close()

    remembered.stop(ws)
    assert backend.kept == {}
    assert remembered.recall(read_profile(ws.folder)) is None
    with pytest.raises(errors.NeedsPassphrase):
        open_profile(ws.folder, passphrase=None)


def test_a_wrong_passphrase_is_not_remembered(ws, backend):
    with pytest.raises(errors.WrongPassphrase):
        remembered.remember(ws, "salah")
    assert backend.kept == {}
    assert not read_profile(ws.folder).remembered


@pytest.mark.parametrize("backend", [Failing, Forgetful], indirect=True)
def test_a_keyring_that_fails_remembers_nothing_and_stops_nothing(ws, backend, caplog):
    caplog.set_level(0)

    assert remembered.remember(ws, WORDS) is False
    assert remembered.recall(ws.profile) is None
    remembered.stop(ws)
    remembered.forget(ws.profile.device_id)
    assert WORDS not in caplog.text


def test_a_keyring_that_began_to_fail_makes_the_program_ask(ws, backend):
    remembered.remember(ws, WORDS)
    keyring.set_keyring(Failing())

    assert remembered.recall(read_profile(ws.folder)) is None


def test_without_the_library_the_program_asks(ws, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert remembered.remember(ws, WORDS) is False
    remembered.forget(ws.profile.device_id)


def test_a_start_that_wants_nothing_remembered_does_not_load_the_library(ws, monkeypatch):
    monkeypatch.setitem(sys.modules, "keyring", None)
    asked = []
    monkeypatch.setattr(remembered, "_with_keyring", lambda *given: asked.append(given))

    assert remembered.recall(ws.profile) is None
    assert asked == []


def test_a_handover_forgets_the_passphrase(tmp_path, backend):
    from pug_desktop.app import enrol

    province = create_profile(tmp_path / "p", role="provinsi", region_code="36", office_name="DP3AKKB")
    ws = create_profile(tmp_path / "k2", role="kabkota", region_code="36.71", office_name="DP3AP2KB", passphrase=WORDS)
    try:
        enrol.accept(ws, enrol.approve(province, enrol.request(ws, tmp_path), tmp_path, in_person=True), in_person=True)
        remembered.remember(ws, WORDS)
        begun = handover.begin(ws, tmp_path, new_holder="Ani", passphrase="sandi Ani")

        enrol.accept(ws, enrol.approve(province, begun.request, tmp_path))

        assert backend.kept == {}
        assert not read_profile(ws.folder).remembered
    finally:
        ws.close()
        province.close()
