"""What goes into the frozen program."""

import pytest

from installer import pruning


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\platforms\\qoffscreen.dll",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt6Svg.dll",
        "holidays/locale/id/LC_MESSAGES/ID.mo",
        "tzdata/zoneinfo/Asia/Jayapura",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "resources/style.qss",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_program_uses_goes_along(path: str):
    assert pruning.is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6\\Qt6Qml.dll",
        "PySide6/Qt6Lottie.dll",
        "PySide6/Qt/lib/libQt6WaylandClient.so.6",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PIL/_avif.cp311-win_amd64.pyd",
        "holidays/locale/th/LC_MESSAGES/ID.mo",
        "holidays/locale/id/LC_MESSAGES/FR.mo",
        "tzdata/zoneinfo/Europe/Berlin",
        "libX11.so.6",
        "reportlab/fonts/_abi____.pfb",
        "msgspec/py.typed",
    ],
)
def test_what_it_never_uses_stays_behind(path: str):
    assert not pruning.is_wanted(path)


def test_one_country_and_the_pictures_that_may_come_in():
    wanted = [
        "holidays.countries.indonesia",
        "holidays.countries",
        "PIL.JpegImagePlugin",
        "PIL.Image",
        "tzdata.zoneinfo",
    ]
    unwanted = ["holidays.countries.france", "holidays.financial.ny", "PIL.FliImagePlugin", "tzdata.zoneinfo.Europe"]

    assert [name for name in wanted if not pruning.is_wanted_module(name)] == []
    assert [name for name in unwanted if pruning.is_wanted_module(name)] == []


def test_a_library_stays_only_when_something_that_goes_along_needs_it():
    entries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/p/libqxcb.so", "BINARY"),
        ("libxcb-cursor.so.0", "/s/libxcb-cursor.so.0", "BINARY"),
        ("libxcb-util.so.1", "/s/libxcb-util.so.1", "BINARY"),
        ("libgtk-3.so.0", "/s/libgtk-3.so.0", "BINARY"),
        ("libgdk-3.so.0", "/s/libgdk-3.so.0", "BINARY"),
        ("_sqlite3.so", "/s/_sqlite3.so", "EXTENSION"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ]
    links = {
        "/p/libqxcb.so": ["libxcb-cursor.so.0", "libQt6Gui.so.6", "libc.so.6"],
        "/s/libxcb-cursor.so.0": ["libxcb-util.so.1"],
        "/s/libgtk-3.so.0": ["libgdk-3.so.0"],
    }

    kept = pruning.needed(entries, lambda source: links.get(source, []))

    assert [name for name, *_ in kept if "gtk" in name or "gdk" in name] == []
    assert len(kept) == 5


GOOD = dict.fromkeys(
    (
        *("lib/x/libqxcb.so", "lib/x/libqoffscreen.so", "lib/resources/style.qss", "lib/resources/i18n/pug_en.qm"),
        *("lib/resources/i18n/qtbase_id.qm", "lib/resources/templates/surat-undangan.docx", "lib/m/env.py"),
        *("lib/f/released.toml", "lib/tzdata/zoneinfo/UTC"),
    ),
    1000,
)


def test_a_whole_and_small_folder_may_go_out():
    assert pruning.mistakes(GOOD.items(), "linux") == []


@pytest.mark.parametrize(
    "name", ["libQt6Network.so.6", "Qt6Charts.dll", "libQt6Quick.so.6", "pytest.py", "_pillow_heif.so"]
)
def test_a_folder_with_something_foreign_may_not(name: str):
    assert pruning.mistakes({**GOOD, f"lib/{name}": 1}.items(), "linux") == [f"lib/{name} must not be inside"]


@pytest.mark.parametrize("missing", sorted(GOOD))
def test_nor_one_in_which_something_is_missing(missing: str):
    files = {name: size for name, size in GOOD.items() if name != missing}

    assert pruning.mistakes(files.items(), "linux") == [f"{missing.rsplit('/', 1)[1]} is missing"]


def test_nor_one_that_is_too_large_or_in_too_many_pieces():
    windows = {name.replace("libq", "q").replace(".so", ".dll").replace("qxcb", "qwindows"): 1 for name in GOOD}
    many = windows | {f"lib/{number}": 1 for number in range(120)}

    assert pruning.mistakes(windows.items(), "win32") == []
    assert pruning.mistakes({**GOOD, "lib/large": 150_000_000}.items(), "linux") == ["150.0 MB are more than 150"]
    assert pruning.mistakes(many.items(), "win32") == [f"{len(many)} files are more than 120"]
