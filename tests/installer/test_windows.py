import re
from pathlib import Path

import pytest

from installer import pruning
from installer.windows.windows_python import wanted_packages
from installer.windows.wine import Wine

ROOT = Path(__file__).resolve().parents[2]
SETUP = (ROOT / "installer" / "windows" / "setup.nsi").read_text(encoding="utf-8")
WORDS = (ROOT / "installer" / "windows" / "setup_words.nsh").read_text(encoding="utf-8").replace("\\\n", " ")
SENTENCES = {
    found[1]: (found[2], found[3])
    for found in re.finditer(r'^!insertmacro Words (\w+)\s+"([^"]*)"\s+"([^"]*)"\s*$', WORDS, re.M)
}


def test_every_sentence_of_the_setup_is_there_in_both_languages():
    assert len(SENTENCES) == WORDS.count("!insertmacro Words ")
    for name, (indonesian, english) in SENTENCES.items():
        assert indonesian != english, name
        assert len(indonesian) > 5 < len(english), name


def test_the_setup_says_what_has_words_and_nothing_else():
    used = set(re.findall(r"\$\((\w+)\)", SETUP))
    assert used == set(SENTENCES)


def test_no_sentence_of_the_setup_stands_outside_the_words():
    for line in SETUP.splitlines():
        if "MessageBox" in line:
            assert re.search(r'"\$\(\w+\)"|"\$R9"', line), line


def test_the_exit_codes_are_those_that_the_readme_lists():
    codes = {int(code) for code in re.findall(r"^!define CODE_\w+ (\d+)$", SETUP, re.M)}
    readme = (ROOT / "installer" / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| code | |")[2].partition("\n\n")[0]
    assert codes | {0} == {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.M)}


def test_the_setup_deletes_no_folder_with_all_that_is_in_it_but_those_it_made():
    removed = set(re.findall(r'RMDir /r "([^"]+)"', SETUP))
    assert removed == {rf"$INSTDIR\{name}" for name in ("lib", "lib.new", "lib.old")}


def test_the_setup_asks_for_no_rights_by_itself():
    assert "RequestExecutionLevel user" in SETUP


def test_the_packages_are_those_that_a_windows_would_choose():
    wanted = wanted_packages(ROOT)
    names = {re.split("[<>=]", each)[0] for each in wanted}
    assert {"pywin32-ctypes", "colorama", "pefile", "pyinstaller", "pyside6-essentials"} <= names
    assert not {"jeepney", "secretstorage", "atheris", "pytest"} & names
    assert "pyside6-essentials==6.9.3" in wanted
    assert not [each for each in wanted if ";" in each]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("project/dist/setup.exe", r"Z:\mnt\project\dist\setup.exe"),
        ("root/root/build/drive_c/users/é/a b", r"C:\users\é\a b"),
    ],
)
def test_a_file_has_its_name_inside(tmp_path, path, name):
    wine = Wine(tmp_path / "root", tmp_path / "project", display=":1")
    assert wine.windows_path(tmp_path / path) == name


def test_the_icons_of_the_style_sheet_stay_files():
    style = (ROOT / "resources" / "style.qss").read_text(encoding="utf-8")
    for name in re.findall(r"@icons/([^\"]+)", style):
        for variant in (name.replace("@arrow", "").replace("@tick", "tick-dark"), name.replace("@arrow", "-light")):
            if "@" not in variant:
                assert (ROOT / "resources" / "icons" / variant).exists(), variant
                assert pruning.is_loose_icon(variant), variant
    assert not pruning.is_loose_icon("home.svg")


def test_a_module_without_docstrings_does_what_it_did():
    module = '''"""Module."""
class A:
    """Class."""
def f():
    """F."""
def g():
    """G."""
    assert A
    return "g"
'''
    source = module.encode()
    space: dict[str, object] = {}
    exec(pruning.without_docstrings(source, "x.py"), space)
    assert space.get("__doc__") is None
    assert (space["A"].__doc__, space["f"].__doc__, space["g"].__doc__) == (".", None, None)
    assert (space["f"](), space["g"]()) == (None, "g")
    assert space["g"].__code__.co_firstlineno == 6


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("alembic.ddl.sqlite", True),
        ("alembic.ddl.postgresql", False),
        ("sqlalchemy.dialects.sqlite.base", True),
        ("sqlalchemy.dialects.mysql.base", False),
    ],
)
def test_one_database_goes_along(name, wanted):
    assert pruning.is_wanted_module(name) is wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("PySide6/MSVCP140.dll", False),
        ("PySide6/MSVCP140_1.dll", True),
        ("MSVCP140.dll", True),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("click-8.5.1.dist-info/METADATA", False),
    ],
)
def test_what_lies_twice_or_is_asked_for_by_nobody_stays_behind(path, wanted):
    assert pruning.is_wanted(path.replace("/", "\\")) is wanted
