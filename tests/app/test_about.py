"""What the program tells of itself and of the works inside it."""

import platform

import pytest

import pug_desktop
from installer.components import Component
from installer.licences import listed
from pug_desktop.app.about import Work, about


@pytest.fixture
def program(tmp_path):
    folder = tmp_path / "program" / "lib" / "licences"
    folder.mkdir(parents=True)
    inside = [
        Component("zstandard", "0.25.0", "pypi", "BSD-3-Clause"),
        Component("Qt", "6.9.3", "part", "LGPL-3.0-only", "https://www.qt.io/", "see README.txt"),
    ]
    (folder / "components.json").write_text(listed(inside), encoding="utf-8")
    (folder / "third-party.txt").write_text("texts", encoding="utf-8")
    (folder / "README.txt").write_text("readme", encoding="utf-8")
    return folder.parent.parent


def test_a_packaged_program_shows_what_its_build_wrote(program):
    found = about(program)

    assert (found.version, found.python) == (pug_desktop.__version__, platform.python_version())
    assert found.is_packaged
    assert found.works == (
        Work("Qt", "6.9.3", "LGPL-3.0-only", "https://www.qt.io/", "see README.txt"),
        Work("zstandard", "0.25.0", "BSD-3-Clause"),
    )
    assert found.texts == program / "lib" / "licences" / "third-party.txt"
    assert found.readme == program / "lib" / "licences" / "README.txt"


@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b'{"components": [{"name": "x"}]}', b"\xff\xfe\x00"])
def test_a_list_that_is_gone_or_damaged_shows_nothing_and_harms_nothing(program, content):
    path = program / "lib" / "licences" / "components.json"
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    assert about(program).works == ()


def test_texts_that_are_gone_are_not_offered(program):
    (program / "lib" / "licences" / "third-party.txt").unlink()

    assert about(program).texts is None


def test_from_a_checkout_the_packages_that_are_needed_are_named():
    found = about()

    assert not found.is_packaged
    assert found.texts is None
    assert {"SQLAlchemy", "reportlab", "PySide6_Essentials"} <= {each.name for each in found.works}
    assert "pytest" not in {each.name for each in found.works}
    assert all(each.version for each in found.works)
