"""Gathers what is handed out: the packages, their bills of materials, hashes and signatures, in dist/release/VERSION.

    python -m installer.release [--rehearsal]

`make release` runs the tests and builds the packages before. A rehearsal leaves out what belongs to a real one: a clean
checkout, a dated entry in the changelog, a signature. With PUG_RELEASE_KEY=FILE the packages become an update that
installed programs accept, and the hashes are signed; its passphrase is asked for.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pug_desktop
from installer import freeze, sbom
from installer.licences import FOLDER
from installer.program_files import LIST_FILE

ROOT = freeze.ROOT
DIST = ROOT / "dist"
KEY_VARIABLE = "PUG_RELEASE_KEY"
_SIGN = ROOT / "tools" / "sign_update.py"
_TOGETHER_S = 1800
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def packages(dist: Path, version: str) -> dict[Path, Path]:
    """Each package that is handed out, with the frozen program's folder that is in it."""
    linux, windows = dist / "linux" / freeze.NAME, dist / "windows" / freeze.NAME
    return {
        dist / f"pug-desktop_{version}_amd64.deb": linux,
        dist / f"pug-desktop-{version}-setup.exe": windows,
        dist / f"pug-desktop-{version}-portable.zip": windows,
    }


def hindrances(made: dict[Path, Path], version: str, changelog: str, changed: str) -> list[str]:
    """What stands against handing these out, in sentences.

    Args:
        made: what `packages` gave.
        version: of the package.
        changelog: the text of CHANGELOG.md.
        changed: what `git status --porcelain` says.
    """
    found = []
    if not _VERSION.fullmatch(version):
        found.append(f"{version}: a release has three numbers")
    if not re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d$", changelog, re.M):
        found.append(f"CHANGELOG.md gives {version} no date")
    if changed.strip():
        found.append("the checkout is not clean: git status")
    return found + missing(made, version)


def missing(made: dict[Path, Path], version: str) -> list[str]:
    """Packages that are not there, or that hold another program than the folder which their SBOM tells of."""
    found = []
    for package, program in made.items():
        if not package.exists():
            found.append(f"{package.name} is not there: make deb, make windows")
            continue
        try:
            beside = (program / LIST_FILE).read_bytes()
            inside = json.loads(beside)["version"]
        except (OSError, ValueError, KeyError):
            found.append(f"{program}: no list of files")
            continue
        if inside != version:
            found.append(f"{package.name}: the program inside is {inside}")
        if not _holds(package, beside):
            found.append(f"{package.name} holds another program than {program}: build it again")
    return found


def _holds(package: Path, listed: bytes) -> bool:
    """Whether the program in a package is the one with this list of files."""
    match package.suffix:
        case ".deb":
            with tempfile.TemporaryDirectory() as folder:
                done = subprocess.run(["dpkg-deb", "-x", str(package), folder], capture_output=True, check=False)
                inside = Path(folder, "opt", freeze.NAME, LIST_FILE)
                return done.returncode == 0 and inside.exists() and inside.read_bytes() == listed
        case ".zip":
            with zipfile.ZipFile(package) as archive:
                return any(
                    name.endswith(f"/{LIST_FILE}") and archive.read(name) == listed for name in archive.namelist()
                )
        case _:
            # A setup cannot be looked into; it is made in the same minutes as the portable program.
            portable = package.with_name(package.name.replace("-setup.exe", "-portable.zip"))
            return portable.exists() and abs(portable.stat().st_mtime - package.stat().st_mtime) < _TOGETHER_S


def gather(made: dict[Path, Path], out: Path, version: str, epoch: int) -> list[Path]:
    """Copy the packages and write beside them an SBOM of each and the packages' own SBOMs; what was written."""
    out.mkdir(parents=True)
    written = []
    for package, program in made.items():
        copy = out / package.name
        shutil.copyfile(package, copy)
        bill = out / f"{package.name}.cdx.json"
        sbom.write_sbom(program, copy, bill, epoch)
        written += [copy, bill]
    parts = out / f"pug-desktop-{version}-sbom-of-parts.zip"
    _zip(
        {f"{program.parent.name}/{path.name}": path for program in set(made.values()) for path in _parts(program)},
        parts,
    )
    licences = []
    for program in sorted(set(made.values())):
        licences.append(out / f"pug-desktop-{version}-licences-{program.parent.name}.txt")
        shutil.copyfile(program / FOLDER / "third-party.txt", licences[-1])
    return [*written, parts, *licences]


def _parts(program: Path) -> Iterable[Path]:
    return sorted((program.parent / "sboms").glob("*.json"))


def _zip(members: dict[str, Path], target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            # One fixed day: the archive shall be the same each time.
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), members[name].read_bytes(), zipfile.ZIP_DEFLATED
            )


def write_sums(files: Iterable[Path], target: Path) -> None:
    """SHA256SUMS as sha256sum writes and reads it."""
    lines = []
    for path in sorted(files, key=lambda path: path.name):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n")
    target.write_text("".join(lines), encoding="ascii", newline="\n")


def sign(key: Path, out: Path, made: Iterable[Path]) -> None:
    """Describe and sign the packages as an update; the hashes are signed by `sign_sums`, when they are all there."""
    _run(sys.executable, str(_SIGN), "--key", str(key), *(str(out / package.name) for package in made))


def sign_sums(key: Path, sums: Path) -> None:
    """Sign the list of hashes, and read back what the pinned keys say of it."""
    _run(sys.executable, str(_SIGN), "--key", str(key), "--sums", str(sums))
    _run(sys.executable, str(_SIGN), "--check", str(sums))


def _run(*command: str) -> None:
    if subprocess.run(command, check=False).returncode != 0:
        raise SystemExit(f"{' '.join(command)}: failed")


def main(arguments: Sequence[str] | None = None) -> int:
    """Gather a release, or say why not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rehearsal", action="store_true", help="to try it; nothing of it may be handed out")
    given = parser.parse_args(arguments)
    version = pug_desktop.__version__
    made = packages(DIST, version)
    key = os.environ.get(KEY_VARIABLE)
    changed = subprocess.run(
        ["git", "-C", str(ROOT), "status", "--porcelain"], capture_output=True, text=True, check=False
    )
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    wrong = missing(made, version) if given.rehearsal else hindrances(made, version, changelog, changed.stdout)
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    if not key and not given.rehearsal:
        print(f"{KEY_VARIABLE}=FILE is not set: no installed program would accept this as an update", file=sys.stderr)
        return 1
    out = DIST / "release" / (f"{version}-rehearsal" if given.rehearsal else version)
    shutil.rmtree(out, ignore_errors=True)
    gather(made, out, version, freeze.build_time())
    if key:
        sign(Path(key), out, made)
    sums = out / "SHA256SUMS"
    write_sums((path for path in out.iterdir() if path != sums), sums)
    if key:
        sign_sums(Path(key), sums)
    for path in sorted(out.iterdir()):
        print(f"{path.stat().st_size:>12,}  {path.relative_to(ROOT)}")
    print("Next: the list in installer/README.md, on a real Windows PC.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
