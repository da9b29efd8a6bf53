"""What goes along has its licence text, nothing goes along that nobody answers for, and no GPL without an exception."""

import json
import sysconfig
from dataclasses import replace
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import features

import pug_desktop
from installer import components, contents, licences
from installer.components import Component
from installer.contents import LicenceProblem, Origins, UnknownOrigin

PACKAGES = Path(sysconfig.get_path("purelib"))
MIT = Component("thing", "1.0", "pypi", "MIT", texts=(("LICENSE", "Permission is hereby granted"),))


def runtime_packages():
    """Every package that an installed program may hold, by walking what pug-desktop requires."""
    names, waiting = set(), [Requirement(line) for line in requires("pug-desktop")]
    while waiting:
        wanted = waiting.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
            continue
        if (name := canonicalize_name(wanted.name)) not in names:
            names.add(name)
            waiting += [Requirement(line) for line in requires(wanted.name) or ()]
    return names


def write_account(work, *entries):
    work.mkdir()
    (work / "COLLECT-00.toc").write_text(repr(("somewhere", list(entries))), encoding="utf-8")
    (work / "PYZ-00.toc").write_text(repr(("x.pyz", [])), encoding="utf-8")


@pytest.fixture(scope="module")
def made():
    names = frozenset(contents.metadata(PACKAGES)[name][1]["Name"][0] for name in runtime_packages())
    return components.components(Origins(names, {}, {"python": "python3.11"}), PACKAGES, Path("nowhere"))


def test_every_package_of_the_program_has_a_licence_that_fits_and_its_text(made):
    assert len(made) > 35
    assert licences.problems(made) == []


def test_qt_and_python_and_the_fonts_are_named_beside_the_packages(made):
    found = {each.name: each for each in made}

    assert found["Qt"].version == found["PySide6_Essentials"].version
    assert found["CPython"].version.startswith("3.")
    assert {title for title, _ in found["Qt"].texts} == {"LGPL-3", "GPL-3", "Qt", "ICU"}
    assert "OFL-1.1" in {each.licence for each in made}


def test_everything_looked_up_by_hand_is_still_wanted():
    by_hand = components.table()["distribution"]
    elsewhere = {"pyinstaller", "pyinstaller-hooks-contrib"}

    assert set(by_hand) - runtime_packages() - elsewhere == set()


def test_what_pillows_own_list_names_wrongly_is_not_in_its_wheel():
    assert not features.check("libimagequant")


@pytest.mark.parametrize(
    "licence",
    [
        "MIT",
        "LGPL-3.0-only",
        "Apache-2.0 OR GPL-3.0-only",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "LicenseRef-Microsoft-Visual-Cpp-Runtime",
    ],
)
def test_a_licence_that_leaves_the_program_its_own_may_go_along(licence):
    assert licences.may_go_along(licence)


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "MIT AND GPL-2.0-or-later", "AGPL-3.0-only OR GPL-2.0-only"])
def test_the_gpl_alone_may_not_go_along(licence):
    assert not licences.may_go_along(licence)
    assert licences.problems([replace(MIT, licence=licence)]) == [
        f"thing 1.0: {licence} may not be part of this program"
    ]


def test_a_word_that_is_no_spdx_licence_stops_the_build():
    assert licences.problems([replace(MIT, licence="Dual License")]) != []


def test_a_package_without_a_text_stops_the_build():
    (wrong,) = licences.problems([replace(MIT, texts=(("LICENSE", " \n"),))])

    assert wrong.startswith("thing 1.0: no licence text")


def test_the_gpl_compiled_into_a_package_stops_the_build():
    (wrong,) = licences.problems([replace(MIT, inner=(("x265", "3.5", "GPL-2.0-only"),))])

    assert wrong == "thing 1.0 (inside it: x265 3.5): GPL-2.0-only may not be part of this program"


@pytest.mark.parametrize("name", ["DarkGardenMK.pfb", "libreadline.so.8", "libx265.so.199", "Qt6Charts.dll"])
def test_a_file_known_to_be_under_the_gpl_stops_the_build(name):
    assert licences.problems([MIT], [name]) == [f"{name} is under the GPL and must not be inside"]


def test_a_package_that_says_nothing_and_stands_in_no_table_stops_the_build(tmp_path):
    folder = tmp_path / "site-packages" / "silent-2.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: silent\nVersion: 2.0\n", encoding="utf-8")

    with pytest.raises(LicenceProblem, match=r"silent 2\.0: no licence is known"):
        components.components(Origins(frozenset({"silent"}), {}, {}), folder.parent, tmp_path)


def test_a_debian_library_that_stands_in_no_table_stops_the_build(tmp_path):
    found = Origins(frozenset(), {"libc6": "2.36"}, {})

    with pytest.raises(LicenceProblem, match=r"libc6 2.36: no licence is known|libc6: no "):
        components.components(found, PACKAGES, tmp_path)


def test_each_file_inside_is_traced_to_its_maker(tmp_path):
    work = tmp_path / "work"
    write_account(
        work,
        ("click", str(PACKAGES / "click" / "__init__.py"), "PYMODULE"),
        ("PIL/_imaging.pyd", r"Z:\mnt\py\Lib\site-packages\click\core.py", "EXTENSION"),
        ("libssl.so.3", "/usr/lib/libssl.so.3", "BINARY"),
        ("_bz2.pyd", r"Z:\mnt\py\DLLs\_bz2.pyd", "EXTENSION"),
        ("libcrypto-3.dll", r"Z:\mnt\py\DLLs\libcrypto-3.dll", "BINARY"),
        ("python311.dll", r"Z:\mnt\py\python311.dll", "BINARY"),
        ("resources/style.qss", str(tmp_path / "checkout" / "style.qss"), "DATA"),
        ("__main__", r"Z:\mnt\project\pug_desktop\__main__.py", "PYSOURCE"),
        ("holidays.countries", r"Z:\mnt\project\.packaging\windows\work\pug-desktop\empty.py", "PYMODULE"),
        ("libx.so", "PySide6/libx.so", "SYMLINK"),
        ("jaraco", "-", "PYMODULE"),
    )

    found = contents.origins(
        contents.sources(work), PACKAGES, [tmp_path / "checkout"], debian_of=lambda source: ("libssl3", "3.0")
    )

    assert found.distributions == {"click"}
    assert found.debian == {"libssl3": "3.0"}
    assert set(found.parts) == {"openssl", "python", "bzip2"}


def test_a_file_that_nobody_answers_for_stops_the_build(tmp_path):
    work = tmp_path / "work"
    write_account(work, ("odd.so", "/opt/odd/odd.so", "BINARY"))

    with pytest.raises(UnknownOrigin, match=r"odd\.so"):
        contents.origins(contents.sources(work), PACKAGES, [tmp_path], debian_of=lambda source: None)


def test_the_folder_of_licences_is_written_whole(tmp_path):
    program, work = tmp_path / "program", tmp_path / "work"
    program.mkdir()
    write_account(
        work,
        ("click", str(PACKAGES / "click" / "__init__.py"), "PYMODULE"),
        ("pyrage", str(PACKAGES / "pyrage" / "__init__.py"), "PYMODULE"),
        ("PySide6", str(PACKAGES / "PySide6" / "__init__.py"), "PYMODULE"),
    )

    licences.write_licences(program, work, PACKAGES, [], beside=tmp_path / "beside")

    folder = program / "lib" / "licences"
    assert {path.name for path in folder.iterdir()} == {
        "LICENSE.txt",
        "README.txt",
        "third-party.txt",
        "components.json",
    }
    everything = (folder / "third-party.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in everything
    assert everything.count("Version 3, 29 June 2007") == 2  # the LGPL and the GPL, each once
    assert "age-core" in everything  # what pyrage says to be compiled into it
    listed = json.loads((folder / "components.json").read_text(encoding="utf-8"))
    assert listed["version"] == pug_desktop.__version__
    assert {"click", "pyrage", "Qt", "DejaVu Sans"} <= {each["name"] for each in listed["components"]}
    assert [path.name for path in (tmp_path / "beside" / "sboms").iterdir()] != []


def test_the_readme_says_in_both_languages_how_qt_is_replaced():
    text = licences.README.read_text(encoding="utf-8")

    for word in ("berhak mengganti", "right to replace", "Qt6*.dll", "libQt6*.so.6", "LGPL", "third-party.txt"):
        assert word in text
