"""The Debian package: dist/pug-desktop_<version>_amd64.deb from dist/linux/pug-desktop.

    python -m installer.make_deb

Program in /opt/pug-desktop; desktop file, file types, icons and man pages in /usr/share, where dpkg's triggers of the
desktop find them: nothing needs a script at install, and nothing a network. What it depends on is read off the
libraries.
"""

import argparse
import gzip
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import pug_desktop
from installer.freeze import DIST, NAME, build_time
from installer.pruning import SYSTEM_LIBRARIES

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "installer" / "debian"
ICONS = ROOT / "installer" / "icons"
MAINTAINER = "PUG Desktop contributors <pug-desktop@example.invalid>"

_FROM_SYSTEM = {
    **SYSTEM_LIBRARIES,
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxcb.so.1": "libxcb1",
    "libdrm.so.2": "libdrm2",
}
"""Libraries that are not in the folder, by what the folder's own ask for."""

_C_LIBRARY = re.compile(r"(?:libc|libm|libdl|librt|libutil|libpthread|libresolv|ld-linux-x86-64)\.so\.\d")

_CONTROL = """\
Package: pug-desktop
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: desktop-file-utils, hicolor-icon-theme, shared-mime-info
Suggests: gnome-keyring | kwalletmanager
Section: misc
Priority: optional
Description: records of gender mainstreaming, offline, carried by USB stick
 Seven prerequisites, meetings with attendance and what came of them, for
 offices, districts and provinces in Indonesia. Signed, encrypted bundle files
 on USB sticks carry the records; no network is needed, neither to install nor
 to work.
 .
 Tujuh prasyarat pengarusutamaan gender, rapat dan daftar hadir beserta
 hasilnya, untuk OPD, kabupaten/kota dan provinsi. Catatan dibawa dengan berkas
 kiriman di flashdisk; internet tidak diperlukan.
"""


def deb_version(version: str) -> str:
    """As Debian sorts: 1.0rc1 comes before 1.0."""
    return re.sub(r"(?<=\d)[.-]?(a|b|rc|dev)", r"~\1", version)


def drawing(name: str) -> Path:
    """The drawing that an icon is made from; the window has the program's own, too."""
    return ROOT / "resources" / "icons" / "program.svg" if name == NAME else ICONS / f"{name}.svg"


def icon_pictures(ico: bytes) -> Iterator[tuple[int, bytes]]:
    """The pictures in an .ico file, each by its width; all of ours are PNG."""
    _, _, count = struct.unpack_from("<3H", ico)
    for place in range(count):
        width, *_, size, start = struct.unpack_from("<4B2H2I", ico, 6 + 16 * place)
        yield width or 256, ico[start : start + size]


def changelog(text: str, when: int) -> str:
    """CHANGELOG.md in Debian's form, newest first.

    Args:
        text: with headings like `## [0.1.0] - 2026-11-23` or `- unreleased`.
        when: seconds, for a version that is not released yet.
    """
    made = []
    for part in re.split(r"^## (?=\[)", text, flags=re.M)[1:]:
        head, body = part.split("\n", 1)
        found = re.match(r"\[([^]]+)\](?: - (\d{4}-\d{2}-\d{2}))?", head)
        if not found or found[1].casefold() == "unreleased":
            continue
        day = datetime.fromisoformat(found[2]).replace(tzinfo=UTC) if found[2] else datetime.fromtimestamp(when, UTC)
        points = [line[2:].strip() for line in body.splitlines() if line.startswith("- ")]
        lines = [
            textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False)
            for point in points or ["Lihat CHANGELOG.md. / See CHANGELOG.md."]
        ]
        end = f" -- {MAINTAINER}  {format_datetime(day)}"
        made.append(
            "\n".join([f"pug-desktop ({deb_version(found[1])}) stable; urgency=medium", "", *lines, "", end, ""])
        )
    return "\n".join(made)


def depends(needs: Iterable[str], inside: Iterable[str], glibc: str) -> list[str]:
    """The Debian packages of those libraries that are needed and not inside.

    Args:
        needs: names of libraries.
        inside: names of the files in the folder.
        glibc: the newest version of the C library that something asks for.
    """
    missing = set(needs) - set(inside)
    packages = {_FROM_SYSTEM[name] for name in missing if name in _FROM_SYSTEM}
    if strange := sorted(name for name in missing if name not in _FROM_SYSTEM and not _C_LIBRARY.fullmatch(name)):
        raise SystemExit(f"No Debian package known for {', '.join(strange)}")
    # xkb-data: the keyboard layouts, which the library that goes along reads.
    return [f"libc6 (>= {glibc})", *sorted(packages | {"xkb-data"})]


def _needs(program: Path) -> tuple[set[str], str]:
    """What the libraries of the folder are linked to, and the newest symbols of the C library that they use."""
    needs: set[str] = set()
    newest = (2, 0)
    for path in [program / NAME, *sorted(program.rglob("*.so*"))]:
        if path.is_symlink():
            continue
        told = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout
        needs |= set(re.findall(r"NEEDED\s+(\S+)", told))
        versions = re.findall(r"GLIBC_(\d+)\.(\d+)", told)
        newest = max([newest, *((int(major), int(minor)) for major, minor in versions)])
    return needs, f"{newest[0]}.{newest[1]}"


def lay_out(root: Path, program: Path, version: str) -> None:
    """Everything of the package but the control files."""
    shutil.copytree(program, root / "opt" / NAME, symlinks=True)
    share = root / "usr" / "share"
    _put(share / "applications" / "pug-desktop.desktop", (HERE / "pug-desktop.desktop").read_bytes())
    _put(share / "mime" / "packages" / "pug-desktop.xml", (HERE / "pug-desktop.xml").read_bytes())
    for source, kind, name in (
        ("pug-desktop", "apps", "pug-desktop"),
        ("bundle", "mimetypes", "application-vnd.pug.bundle"),
        ("key-card", "mimetypes", "application-vnd.pug.key-card"),
    ):
        hicolor = share / "icons" / "hicolor"
        _put(hicolor / "scalable" / kind / f"{name}.svg", drawing(source).read_bytes())
        for size, png in icon_pictures((ICONS / f"{source}.ico").read_bytes()):
            _put(hicolor / f"{size}x{size}" / kind / f"{name}.png", png)
    doc = share / "doc" / NAME
    _put(doc / "copyright", (HERE / "copyright").read_bytes())
    said = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _put(doc / "changelog.gz", _packed(changelog(said, build_time()).encode()))
    day = datetime.fromtimestamp(build_time(), UTC).date().isoformat()
    for source, folder in (("pug-desktop.1", "man1"), ("pug-desktop.id.1", "id/man1")):
        page = (HERE / source).read_text(encoding="utf-8").replace("@VERSION@", version).replace("@DATE@", day)
        _put(share / "man" / folder / "pug-desktop.1.gz", _packed(page.encode()))
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / NAME).symlink_to(f"/opt/{NAME}/{NAME}")


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def _packed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def control(root: Path, program: Path, version: str) -> None:
    """The control files, for what `lay_out` laid out."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    # Debian counts in kibibytes, each file rounded up.
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    needs, glibc = _needs(program)
    wanted = depends(needs, (path.name for path in program.rglob("*")), glibc)
    fields = {"version": deb_version(version), "maintainer": MAINTAINER, "size": size, "depends": ", ".join(wanted)}
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
    folder = root / "DEBIAN"
    _put(folder / "control", _CONTROL.format(**fields).encode())
    _put(folder / "md5sums", sums.encode())
    _put(folder / "preinst", (HERE / "preinst").read_bytes())
    (folder / "preinst").chmod(0o755)


def make_deb(program: Path, out: Path, version: str, *, level: int = 6) -> Path:
    """Write the package; its path.

    Args:
        program: the frozen program's folder.
        out: the folder that gets it.
        version: as the package pug_desktop says, but in a proof of upgrading.
        level: of xz; 1 is five times as fast and a tenth larger.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = out / f"{NAME}_{deb_version(version)}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=out) as work:
        root = Path(work) / "root"
        root.mkdir(mode=0o755)
        lay_out(root, program, version)
        control(root, program, version)
        for path in (*root.rglob("*"), root):
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (build_time(), build_time()), follow_symlinks=False)
        build = ["dpkg-deb", "--root-owner-group", "-Zxz", f"-z{level}", "--build", str(root), str(made)]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(build_time())}
        subprocess.run(build, env=environment, check=True, stdout=subprocess.DEVNULL)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the Debian package of the frozen program."""
    parser = argparse.ArgumentParser(prog="python -m installer.make_deb", description=main.__doc__)
    parser.add_argument("--program", type=Path, default=DIST / NAME)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--version", default=pug_desktop.__version__, help="another one, to try an upgrade")
    parser.add_argument("--quick", action="store_true", help="pack fast and a tenth larger")
    given = parser.parse_args(arguments)
    made = make_deb(given.program, given.out, given.version, level=1 if given.quick else 6)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
