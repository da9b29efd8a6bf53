"""Proves the Debian package in a bare Debian: `python -m installer.prove_deb` (as root).

A Debian from debootstrap (kept in .packaging) is the lower half of an overlay, so that each proof begins with one that
has never seen the package. The person in it has a space and an accent in the name of the home folder; one profile lies
at the end of a path of 200 characters and was left behind by the first release. Pictures go to out/packaging.
"""

import argparse
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pug_desktop
from installer.debian_root import make_root
from installer.freeze import CACHE, DIST, NAME
from installer.make_deb import deb_version, make_deb
from installer.windows.screen import Screen
from tests.golden import former

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "packaging"
SUITE = "bookworm"
BEFORE = "0.0.9"
PERSON = "siti"
HOME = Path("/home/Siti Nurhaliza é")
DESKTOP = ("desktop-file-utils", "shared-mime-info", "xdg-utils", "libfile-mimeinfo-perl", "hicolor-icon-theme")
"""What every desktop has and a bare Debian lacks: who looks file types up and opens files."""
TOOLS = ("debootstrap", "imagemagick", "xdotool", "xvfb")
OLD_FILE = f"opt/{NAME}/lib/only-in-the-old-version"
GOLDEN = ROOT / "tests" / "golden" / "1-0.1.0" / "kabkota"


class Proof:
    """One Debian with one person and one screen."""

    def __init__(self, root: Path, screen: Screen) -> None:
        self.root, self.screen = root, screen
        self._began = self._last = time.monotonic()

    def say(self, what: str) -> None:
        """One line for what has been shown, with its seconds and those since the beginning."""
        now = time.monotonic()
        print(f"  {what:<86} {now - self._last:4.0f} s {now - self._began:5.0f} s", flush=True)
        self._last = now

    def run(self, *command: str, user: str = "root", offline: bool = False, code: int = 0) -> str:
        """Run a command inside; what it wrote, and a stop when its exit code is another."""
        done = subprocess.run(self._inside(command, user, offline=offline), capture_output=True, text=True, check=False)
        if done.returncode != code:
            raise SystemExit(
                f"{shlex.join(command)}: exit {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
            )
        return done.stdout

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program of the person's and leave it running."""
        return subprocess.Popen(self._inside(command, PERSON), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _inside(self, command: Sequence[str], user: str, *, offline: bool = False) -> list[str]:
        home = "/root" if user == "root" else str(HOME)
        # No word of this machine's own environment gets in.
        variables = {
            "HOME": home,
            "USER": user,
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
            "DISPLAY": self.screen.display,
        }
        told = ["env", "-i", *(f"{name}={value}" for name, value in variables.items())]
        net = ["unshare", "--net"] if offline else []
        return [*net, "chroot", f"--userspec={user}:{user}", str(self.root), *told, *command]

    def expect(self, what: str, found: object, wanted: object) -> None:
        """Stop when something is not as it must be."""
        if found != wanted:
            raise SystemExit(f"{what}: {found!r}, expected {wanted!r}")

    @property
    def home(self) -> Path:
        """The person's folder as this machine sees it."""
        return self.root / HOME.relative_to("/")


@contextmanager
def fresh_debian(base: Path) -> Iterator[Path]:
    """The base with a new layer over it; only in a mount namespace of one's own, with which the mounts vanish."""
    with tempfile.TemporaryDirectory(dir=base.parent, prefix="proof-", ignore_cleanup_errors=True) as folder:
        upper, work, root = (Path(folder, name) for name in ("upper", "work", "root"))
        for each in (upper, work, root):
            each.mkdir()
        subprocess.run(
            ["mount", "-t", "overlay", "overlay", "-o", f"lowerdir={base},upperdir={upper},workdir={work}", str(root)],
            check=True,
        )
        mounted = [root]
        try:
            for source, place in (("/proc", "proc"), ("/dev", "dev"), ("/tmp/.X11-unix", "tmp/.X11-unix")):
                (root / place).mkdir(parents=True, exist_ok=True)
                subprocess.run(["mount", "--bind", source, str(root / place)], check=True)
                mounted.append(root / place)
            yield root
        finally:
            # The folder is removed next: nothing of this machine may be mounted in it then.
            for each in reversed(mounted):
                subprocess.run(["umount", "--lazy", str(each)], check=True)


def tree_digest(folder: Path) -> str:
    """One hash over the names and bytes of all files below."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def long_folder() -> Path:
    """A folder of the person's at the end of a path of 200 characters with accents and spaces."""
    path = HOME / "Dokumen" / "Data PUG Kabupaten Área"
    while len(str(path)) < 160:
        path /= "Folder yang sangat panjang"
    return path / ("p" * (199 - len(str(path))))


def make_old(folder: Path) -> Path:
    """The same program packed as the version before, with a file that this one has no more."""
    program = shutil.copytree(DIST / NAME, folder / NAME, symlinks=True, copy_function=os.link)
    (program / "lib" / Path(OLD_FILE).name).touch()
    return make_deb(program, folder, BEFORE, level=0)


def prove(proof: Proof, new: Path, old: Path) -> None:
    """All proofs, one after the other."""
    _install(proof, old)
    long, kept = _lay_out_data(proof)
    _upgrade(proof, new)
    _data(proof, long)
    _file_types(proof)
    _windows(proof)
    _remove(proof, kept)


def _install(proof: Proof, old: Path) -> None:
    shutil.copy(old, proof.root / "tmp/old.deb")
    proof.run("apt-get", "update", "-qq")
    proof.run("apt-get", "install", "--yes", "-qq", "--no-install-recommends", "/tmp/old.deb", *DESKTOP)
    proof.run("useradd", "--home-dir", str(HOME), "--create-home", "--shell", "/bin/sh", PERSON)
    proof.say(f"version {BEFORE} installed with apt in a bare Debian 12, its dependencies found")


def _lay_out_data(proof: Proof) -> tuple[Path, Path]:
    """Two profiles; where the one at the long path lies inside, and the folder that must outlive everything."""
    long = long_folder()
    proof.expect("length of the path", len(str(long)), 200)
    outside = proof.root / long.relative_to("/")
    outside.parent.mkdir(parents=True)
    former.lay_out(outside)
    profile = proof.home / ".local/share/PUG Desktop/profil/kota"
    shutil.copytree(GOLDEN, profile, ignore=shutil.ignore_patterns("*.zst", "expected.json", "*.pug"))
    (profile / "pug.db").write_bytes(former.zstandard.decompress((GOLDEN / "pug.db.zst").read_bytes()))
    (profile / "kunci" / "perangkat.kunci").chmod(0o600)
    profile.chmod(0o700)
    stick = proof.home / "FLASHDISK"
    stick.mkdir()
    for path in GOLDEN.glob("*.pug"):
        shutil.copy(path, stick)
    shutil.copy(ROOT / "tests" / "vectors" / "grant-good.pugkey", stick / "kartu.pugkey")
    proof.run("chown", "-R", f"{PERSON}:{PERSON}", str(HOME))
    return long, proof.home


def _upgrade(proof: Proof, new: Path) -> None:
    proof.expect("the old version's own file", (proof.root / OLD_FILE).exists(), True)
    data = tree_digest(proof.home)
    shutil.copy(new, proof.root / "tmp/new.deb")
    proof.run("dpkg", "-i", "/tmp/new.deb", offline=True)
    version = proof.run("dpkg-query", "-W", "-f", "${Version}", NAME)
    proof.expect("version after the upgrade", version, deb_version(pug_desktop.__version__))
    proof.expect("the old version's own file", (proof.root / OLD_FILE).exists(), False)
    proof.expect("data after the upgrade", tree_digest(proof.home), data)
    proof.run("apt-get", "check", "-qq")
    proof.say("upgraded with dpkg alone, without a network; not a byte of the data changed")


def _data(proof: Proof, long: Path) -> None:
    told = json.loads(proof.run(NAME, "--self-check", user=PERSON).splitlines()[-1])
    proof.expect("self-check", told["ok"], True)
    proof.say(f"self-check: {len(told['steps'])} steps in {sum(told['steps'].values())} ms")
    found = json.loads(proof.run(NAME, "--profile", str(long), "digest", "--json", user=PERSON))
    wanted = (former.EXPECTED["count"], former.EXPECTED["digest"])
    proof.expect("records of the first release's profile", (found["records"], found["digest"]), wanted)
    proof.run(NAME, "--profile", str(long), "doctor", user=PERSON)
    proof.say("a profile of the first release, 200 characters deep: moved to this schema, same digest, doctor content")


def _file_types(proof: Proof) -> None:
    bundle, card = "application/vnd.pug.bundle", "application/vnd.pug.key-card"
    for name, wanted in ((next(GOLDEN.glob("*.pug")).name, bundle), ("kartu.pugkey", card)):
        told = proof.run("xdg-mime", "query", "filetype", f"{HOME}/FLASHDISK/{name}", user=PERSON).strip()
        proof.expect(f"type of {name}", told, wanted)
        proof.run("cp", f"{HOME}/FLASHDISK/{name}", "/tmp/tanpa-nama")
        told = proof.run("mimetype", "--brief", "--magic-only", "/tmp/tanpa-nama", user=PERSON).strip()
        proof.expect(f"type of {name} by its content", told, wanted)
        default = proof.run("xdg-mime", "query", "default", wanted, user=PERSON).strip()
        proof.expect(f"program for {wanted}", default, "pug-desktop.desktop")
    proof.run("desktop-file-validate", "/usr/share/applications/pug-desktop.desktop")
    proof.say("both file types known by name and by content, both open with this program")


def _windows(proof: Proof) -> None:
    title = "PUG Desktop"
    first = proof.start(NAME)
    proof.screen.wait_for(title)
    proof.screen.picture(OUT / "debian-1-window.png")
    proof.say("window on the screen (debian-1-window.png)")
    bundle = next(iter(sorted(GOLDEN.glob("*.pug")))).name
    before = time.monotonic()
    proof.run("xdg-open", f"{HOME}/FLASHDISK/{bundle}", user=PERSON)
    time.sleep(2)
    proof.screen.picture(OUT / "debian-2-double-click.png")
    proof.expect("windows after the double click", len(proof.screen.windows(title)), 1)
    proof.expect("the first program still runs", first.poll(), None)
    proof.say(f"a bundle opened by double click: shown by the first window ({time.monotonic() - before:.0f} s)")
    proof.screen.press("alt+F4")
    first.terminate()
    first.wait()


def _remove(proof: Proof, kept: Path) -> None:
    data = tree_digest(kept)
    proof.run("apt-get", "remove", "--yes", "-qq", NAME, offline=True)
    proof.run("dpkg", "--purge", NAME)
    left = proof.run("find", "/", "-xdev", "-path", str(HOME), "-prune", "-o", "-name", f"*{NAME}*", "-print").split(
        "\n"
    )
    proof.expect("left behind", [each for each in left if each and not each.startswith("/var/log/")], [])
    proof.expect("data after the removal", tree_digest(kept), data)
    default = proof.run("xdg-mime", "query", "default", "application/vnd.pug.bundle", user=PERSON).strip()
    proof.expect("program for bundles", default, "")
    proof.say("removed and purged: nothing of the program left, not a byte of the data changed")


def _install_tools() -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if all(shutil.which(name) for name in ("debootstrap", "convert", "xdotool", "Xvfb")):
        return
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=True)
    apt = ["apt-get", "install", "--yes", "-qq", "--no-install-recommends", *TOOLS]
    subprocess.run(apt, env=quiet, check=True, stdout=subprocess.DEVNULL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Install, use, upgrade and remove the Debian package in a bare Debian."""
    parser = argparse.ArgumentParser(prog="python -m installer.prove_deb", description=main.__doc__)
    parser.add_argument("deb", type=Path, nargs="?", help="the package; else the one in dist")
    given = parser.parse_args(arguments)
    if os.environ.get("PUG_PROOF_NAMESPACE") != "1":
        # Its mounts and processes vanish with it, whatever happens.
        flags = ("--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private")
        again = (sys.executable, "-m", "installer.prove_deb", *(arguments or sys.argv[1:]))
        os.execvpe("unshare", ("unshare", *flags, "--", *again), {**os.environ, "PUG_PROOF_NAMESPACE": "1"})
    new = given.deb or ROOT / "dist" / f"{NAME}_{deb_version(pug_desktop.__version__)}_amd64.deb"
    _install_tools()
    began = time.monotonic()
    base = CACHE / SUITE
    make_root(base, SUITE, ())
    print(f"  a bare Debian 12 {time.monotonic() - began:79.0f} s", flush=True)
    with Screen() as screen, tempfile.TemporaryDirectory(dir=CACHE) as folder, fresh_debian(base) as root:
        proof = Proof(root, screen)
        old = make_old(Path(folder))
        proof.say(f"the same program packed as version {BEFORE}")
        prove(proof, new, old)
    print("Debian package: all proofs passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
