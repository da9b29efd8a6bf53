"""A bare Debian in a folder, to build in or to prove a package in."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_APT = Path("/etc/apt")
_QUIET = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}


def mirror() -> str:
    """Where this machine gets Debian's packages from, so that no address stands in the project."""
    lists = [_APT / "sources.list", *sorted((_APT / "sources.list.d").glob("*.sources"))]
    lists += sorted((_APT / "sources.list.d").glob("*.list"))
    for path in lists:
        if path.exists() and (
            found := re.search(r"^(?:URIs:|deb)\s.*?(\S+://\S*/debian)/?(?:\s|$)", path.read_text(), re.M)
        ):
            return found[1]
    raise SystemExit("Sumber paket Debian tidak ditemukan di /etc/apt. / No Debian source in /etc/apt.")


def make_root(root: Path, suite: str, packages: Sequence[str], *, architectures: Sequence[str] = ()) -> None:
    """Debootstrap `suite` into `root` and install `packages` there; nothing to do when it is there already.

    The folder gets its name when all is done: an interrupted run starts anew.
    """
    if root.exists():
        return
    half = root.with_name(root.name + ".half")
    if half.exists():
        # Everything that mounts does so in a mount namespace of its own, so nothing of the machine can be in here.
        shutil.rmtree(half)
    half.parent.mkdir(parents=True, exist_ok=True)
    _run("debootstrap", "--variant=minbase", suite, str(half), mirror())
    _copy_apt(half)
    for architecture in architectures:
        in_root(half, "dpkg", "--add-architecture", architecture)
    in_root(half, "apt-get", "update", "-qq")
    if packages:
        in_root(half, "apt-get", "install", "--yes", "-qq", "--no-install-recommends", *packages)
    in_root(half, "apt-get", "clean")
    half.rename(root)


def in_root(root: Path, *command: str) -> None:
    """Run a command inside the folder; its output is shown only when it fails."""
    _run("chroot", str(root), *command)


def _copy_apt(root: Path) -> None:
    # Proxies, certificates and the like hold inside too; the sources stay those that debootstrap wrote.
    for path in sorted((_APT / "apt.conf.d").iterdir()):
        if path.is_file():
            shutil.copy(path, root / "etc/apt/apt.conf.d" / path.name)
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    # A package must not start its services in here.
    policy = root / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)


def _run(*command: str) -> None:
    done = subprocess.run(command, env=_QUIET, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
