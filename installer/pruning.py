"""What goes into the frozen program and what does not: names only, nothing here touches a file.

PyInstaller takes along whatever something that it found might want: Qt's plugins with GTK behind them, every country's
holidays, a second copy of a library for another processor. `pug-desktop.spec` asks here about each entry; `freeze.py`
asks again about the finished folder.
"""

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath, PurePosixPath
from types import CodeType

EXCLUDED_MODULES = (
    # Of the standard library: windows of their own, tests, packing tools, a shell, East Asian code pages, TLS.
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_curses",
    "_multibytecodec",
    "_multiprocessing",
    "_posixshmem",
    "_ssl",
    "_tkinter",
    "curses",
    "distutils",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "pdb",
    "pydoc",
    "pydoc_data",
    "readline",
    "ssl",
    "test",
    "tkinter",
    "turtle",
    "unittest",
    "xmlrpc",
    # Tools for making programs.
    "_pyinstaller_hooks_contrib",
    "Cython",
    "PyInstaller",
    "mypy",
    "pip",
    "pkg_resources",
    "pycparser",
    "pytest",
    "setuptools",
    "wheel",
    # cryptography needs _cffi_backend, which is C; the rest of cffi writes C.
    "cffi",
    # Optional partners of what we use.
    "IPython",
    "MySQLdb",
    "asyncpg",
    "charset_normalizer",
    "defusedxml",
    "greenlet",
    "lxml.ElementInclude",
    "lxml.cssselect",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "numpy",
    "olefile",
    "pandas",
    "pillow_heif",
    "psycopg2",
    "pygments",
    "pysqlite2",
    "pytz",
    "rich",
    "rlPyCairo",
    "rl_renderPM",
    "_rl_renderPM",
    "docxtpl.subdoc",
    "sqlalchemy.ext.mypy",
    # storage/ uses the Core alone.
    "sqlalchemy.ext.asyncio",
    "sqlalchemy.orm",
    "sqlalchemy.testing",
    "alembic.testing",
    "icalendar.tests",
    "keyring.testing",
    # Its second and third copy, for other processors, and all measures but the one we ask for (names.py).
    "rapidfuzz.distance.metrics_cpp",
    "rapidfuzz.distance.metrics_cpp_avx2",
    "rapidfuzz.distance.metrics_cpp_sse2",
    "rapidfuzz.fuzz_cpp_avx2",
    "rapidfuzz.fuzz_cpp_sse2",
    "zstandard.backend_cffi",
    "zstandard._cffi",
    # Parts of Qt.
    "PySide6.QtConcurrent",
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtQuickControls2",
    "PySide6.QtQuickWidgets",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    "PySide6.scripts",
    "PySide6.support.deprecated",
    # Pictures that nobody may hand in, and windows of Pillow's own.
    "PIL._avif",
    "PIL._imagingcms",
    "PIL._imagingtk",
    "PIL.AvifImagePlugin",
    "PIL.ImageCms",
    "PIL.ImageQt",
    "PIL.ImageTk",
    # reportlab's test sheets.
    "reportlab.graphics.testdrawings",
    "reportlab.graphics.testshapes",
)

UNWANTED_AT_START = {"pyi_rth_inspect", "pyi_rth_pkgutil"}
"""Scripts of PyInstaller before the program, for one that reads its own source or lists its modules: 10 ms each."""

EXCLUDED_ON_WINDOWS = (
    # Nobody may hand in a WebP picture (intake/recognise.py).
    "PIL._webp",
    # A second OpenSSL of 5 MB only to hash with; CPython brings the same hashes, and cryptography its own OpenSSL.
    "_hashlib",
    # There each module of C is a file of its own, and Python does without these.
    "_asyncio",
    "_bz2",
    "_elementtree",
    "_lzma",
    "_queue",
    "_uuid",
    "_zoneinfo",
    "lxml.builder",
    "lxml.sax",
    "markupsafe._speedups",
    "rapidfuzz.utils_cpp",
)

_PICTURES = {"Bmp", "Gif", "Jpeg", "Mpo", "Png", "Ppm", "Tiff", "WebP"}
"""What evidence and papers open, and what Pillow itself always loads."""

_PLUGINS = {
    "platforms": {"xcb", "offscreen", "windows"},
    "imageformats": {"svg", "jpeg"},
    "iconengines": {"svgicon"},
    # Typing with dead keys and with an input method; printing.
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "printsupport": {"cupsprintersupport"},
}

_FOREIGN_QT = (
    "Charts|Concurrent|DataVisualization|Designer|Egl[A-Z]|Graphs|Help|Labs|Lottie|Multimedia|Network|OpenGL|Pdf|"
    "Qml|Quick|Sql|Test|UiTools|VirtualKeyboard|Wayland|WlShell|Xml"
)
_UNWANTED_LIBRARY = re.compile(rf"(?:Qt6?(?:{_FOREIGN_QT})\w*)|opengl32sw|d3dcompiler|avif")
FORBIDDEN = re.compile(rf"Qt6?(?:{_FOREIGN_QT})|opengl32sw|d3dcompiler|avif|pillow_heif|(?<![a-z])(?:pytest|mypy|ruff)")
"""In the name of a file of the finished folder."""

SYSTEM_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libz.so.1": "zlib1g",
}
"""What every Linux desktop has, and the Debian package of each: taken from there, not brought along."""


def is_loose_icon(name: str) -> bool:
    """Whether an icon stays a file: the style sheet names those; the others go into one file (ui/icons.py)."""
    return name.startswith(("chevron-down", "chevron-up", "tick-"))


def is_loose_resource(path: PurePath) -> bool:
    """Whether a file below resources/ goes along as a file of its own: no sources, no words for developers.

    Licences neither: all of them stand in lib/licences.
    """
    if path.parent.name == "icons":
        return is_loose_icon(path.name)
    return path.suffix not in {".ts", ".md"} and not path.name.startswith("LICENSE")


_ZONES = {"UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Pontianak"}

LIMITS = {"win32": (95, 120), "linux": (150, 1000)}
"""Megabytes and files of the finished folder."""


def without_docstrings(source: bytes, file_name: str) -> CodeType:
    """A module compiled without what only a reader of the source needs: a sixth of all code.

    Lines keep their numbers, assertions stay. A class keeps a point: a dataclass without a word makes one up, slowly.
    """
    tree = ast.parse(source, file_name)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if ast.get_docstring(node, clean=False) is None:
            continue
        first = node.body[0]
        if isinstance(node, ast.ClassDef):
            first.value = ast.copy_location(ast.Constant("."), first)  # type: ignore[attr-defined]
        elif len(node.body) == 1:
            node.body = [ast.copy_location(ast.Pass(), first)]  # type: ignore[list-item]
        else:
            del node.body[0]
    return compile(tree, file_name, "exec", dont_inherit=True)


def is_wanted_module(name: str) -> bool:
    """Whether a module of Python goes along, of those that `EXCLUDED_MODULES` leaves."""
    if found := re.fullmatch(r"PIL\.(\w+)ImagePlugin", name):
        return found[1] in _PICTURES
    # One country of two hundred and fifty: the package of all is replaced by an empty one.
    if name.startswith("holidays.countries."):
        return name == "holidays.countries.indonesia"
    if name.startswith("holidays.financial."):
        return False
    # No other database; the package alembic.ddl, which imports them all, is replaced as well.
    if re.match(r"(?:alembic\.ddl|sqlalchemy\.dialects)\.(?:mssql|mysql|oracle|postgresql)\b", name):
        return False
    if name.startswith("tzdata.zoneinfo."):
        return name == "tzdata.zoneinfo.Asia"
    return True


def is_wanted(destination: str) -> bool:
    """Whether a file goes along, by its place in the folder.

    Args:
        destination: with either kind of slash.
    """
    path = destination.replace("\\", "/")
    name = PurePosixPath(path).name
    if found := re.search(r"(?:^|/)PySide6/(?:Qt/)?plugins/([^/]+)/", path):
        return _plugin_name(name) in _PLUGINS.get(found[1], ())
    if "/translations/" in path or "/qml/" in path:
        # Our own resources/i18n/qtbase_id.qm says what Qt says; Qt has none in Indonesian.
        return False
    if path.startswith("holidays/locale/"):
        return path in {f"holidays/locale/{lang}/LC_MESSAGES/ID.mo" for lang in ("id", "en_US")}
    if found := re.search(r"(?:^|/)tzdata/zoneinfo/(.+)", path):
        return found[1] in _ZONES
    if path.startswith("reportlab/fonts/"):
        # Every paper embeds resources/fonts.
        return False
    if path.startswith(("docx/templates/default-docx-template/", "dateutil/zoneinfo/")):
        return False
    if path.startswith("lxml/") and not path.endswith((".so", ".pyd")):
        return False
    if ".dist-info/" in path:
        # keyring finds its stores by their entry points, holidays reads its own version; nothing asks for the rest.
        return bool(re.match(r"keyring-[^/]+/entry_points|holidays-[^/]+/METADATA", path))
    if re.match(r"docx/parts/.", path) and path.endswith(".py") and not path.endswith("__init__.py"):
        return False
    if re.match(r"(?:PySide6|shiboken6)/(?:vcruntime140(?:_1)?|msvcp140)\.dll", path, re.I):
        # The same run-time library lies beside python3*.dll, where everything finds it.
        return False
    if (
        path == "tzdata/zones"
        or re.search(r"/migrations/(?:versions/__init__\.py|__init__\.py|script\.py\.mako)$", path)
        or re.match(r"docx/templates/default-[cs]", path)
    ):
        return False
    if name in SYSTEM_LIBRARIES:
        return False
    return not path.endswith((".pyi", "/py.typed")) and not _UNWANTED_LIBRARY.search(name)


def _plugin_name(name: str) -> str:
    """`libqxcb.so` and `qxcb.dll` are both "xcb"."""
    return re.sub(r"^(?:lib)?q?|(?:\.so|\.dll)$", "", name)


def is_root(destination: str, kind: str) -> bool:
    """Whether a library goes along by itself, not only because another one needs it."""
    path = destination.replace("\\", "/")
    name = PurePosixPath(path).name.lower()
    is_runtime = re.match(r"(?:lib)?python3|vcruntime|msvcp|ucrtbase|api-ms-win", name)
    # ctypes and PySide6 load these by name.
    is_by_name = re.match(r"libffi|shiboken6", name)
    return kind == "EXTENSION" or "/plugins/" in path or bool(is_runtime or is_by_name)


def needed(
    libraries: Sequence[tuple[str, str, str]], needs_of: Callable[[str], Iterable[str]]
) -> list[tuple[str, str, str]]:
    """Those libraries that something which goes along needs, however far behind it.

    Args:
        libraries: destination, source and kind of each, as PyInstaller keeps them.
        needs_of: the file names that a source file is linked to.
    """
    by_name: dict[str, list[tuple[str, str, str]]] = {}
    for each in libraries:
        by_name.setdefault(PurePosixPath(each[0].replace("\\", "/")).name.lower(), []).append(each)
    waiting = [each for each in libraries if is_root(each[0], each[2])]
    kept = {each[0] for each in waiting}
    while waiting:
        _, source, kind = waiting.pop()
        if kind == "SYMLINK":
            continue
        for name in needs_of(source):
            for below in by_name.get(name.lower(), ()):
                if below[0] not in kept:
                    kept.add(below[0])
                    waiting.append(below)
    return [each for each in libraries if each[0] in kept]


def mistakes(files: Iterable[tuple[str, int]], system: str) -> list[str]:
    """What is wrong with a finished folder, in sentences; none when it may go out.

    Args:
        files: each file's place in the folder, with slashes, and its size in bytes.
        system: as `sys.platform` says.
    """
    found = dict(files)
    names = {PurePosixPath(path).name for path in found}
    wrong = [f"{path} must not be inside" for path in found if FORBIDDEN.search(PurePosixPath(path).name)]
    must = ["qwindows.dll", "qoffscreen.dll"] if system == "win32" else ["libqxcb.so", "libqoffscreen.so"]
    must += ["style.qss", "pug_en.qm", "qtbase_id.qm", "surat-undangan.docx", "env.py", "released.toml", "UTC"]
    wrong += [f"{name} is missing" for name in must if name not in names]
    megabytes, most_files = LIMITS[system]
    size = sum(found.values())
    if size > megabytes * 1_000_000:
        wrong.append(f"{size / 1_000_000:.1f} MB are more than {megabytes}")
    if len(found) > most_files:
        wrong.append(f"{len(found)} files are more than {most_files}")
    return wrong
