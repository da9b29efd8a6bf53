"""What the guide and the README say of the setup is what the setup does."""

import re

import pytest

from installer.freeze import ROOT

SETUP = (ROOT / "installer" / "windows" / "setup.nsi").read_text(encoding="utf-8")
PAGES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("installer/README.md", "docs/panduan/24-memasang.md")
}
CODES = {"0", *re.findall(r"^!define CODE_\w+ (\d+)$", SETUP, re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES)
def test_every_exit_code_of_the_setup_is_explained(page):
    assert set(re.findall(r"^\| (\d) \| ", PAGES[page], re.MULTILINE)) == CODES


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("switch", ["/S", "/AllUsers", "/D="])
def test_every_switch_of_the_setup_is_explained(page, switch):
    assert f"| `{switch}" in PAGES[page]


def test_the_guide_and_the_setup_agree_on_where_program_and_data_lie():
    guide = PAGES["docs/panduan/24-memasang.md"]

    assert r"$LOCALAPPDATA\Programs\${PRODUCT}" in SETUP
    assert r"%LOCALAPPDATA%\Programs\PUG Desktop" in guide
    assert r"$LOCALAPPDATA\PUG\${PRODUCT}" in SETUP
    assert r"%LOCALAPPDATA%\PUG\PUG Desktop" in guide


def test_the_words_of_the_setup_that_the_guide_tells_to_press_are_there():
    words = (ROOT / "installer" / "windows" / "setup_words.nsh").read_text(encoding="utf-8")

    assert "Hanya untuk saya (disarankan)" in words.replace("&", "")
    assert "**Hanya untuk saya (disarankan)**" in PAGES["docs/panduan/24-memasang.md"]


def test_the_limits_in_the_release_list_are_those_that_the_build_holds():
    from installer.pruning import LIMITS
    from installer.windows.product import MAX_SETUP_BYTES

    (windows, files), (linux, _) = LIMITS["win32"], LIMITS["linux"]
    setup = MAX_SETUP_BYTES // 1_000_000
    told = f"setup {setup} MB, Windows folder {windows} MB and {files} files, Linux folder {linux} MB"

    assert told in PAGES["installer/README.md"]
