"""Sticks with updates, signed by keys that are made here."""

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pug_desktop.bundle import strict_json, update_package
from pug_desktop.bundle.update_package import Manifest, Payload
from tools.release_key import PrivateKey, make_key

SETUP = b"MZ" + bytes(range(256)) * 400
PACKAGE = b"!<arch>\n" + bytes(range(256)) * 300
KEY = make_key("2026")
OTHER_KEY = make_key("a stranger's")


def payload(name: str, system: str, data: bytes) -> Payload:
    return Payload(name, system, len(data), hashlib.sha256(data).hexdigest())


def manifest(version: str = "0.2.0", **changes: Any) -> Manifest:
    made = Manifest(
        product=update_package.PRODUCT,
        version=version,
        serial=20_000,
        needs_version="0.1.0",
        needs_schema=1,
        made_on=date(2026, 11, 23),
        notes_id="Statistik dapat dicetak.\nPerbaikan impor.",
        notes_en="Statistics can be printed.\nThe import was mended.",
        files=(
            payload(f"pug-desktop-{version}-setup.exe", "windows", SETUP),
            payload(f"pug-desktop_{version}_amd64.deb", "debian", PACKAGE),
        ),
    )
    return replace(made, **changes)


def signed(document: strict_json.Object, *keys: PrivateKey) -> bytes:
    """Any document as a description, signed as it stands."""
    covered = update_package.signed_bytes(document)
    signatures = [{"key": key.public.key_id, "signature": key.sign(covered).hex()} for key in keys]
    return strict_json.canonical({"manifest": document, "signatures": signatures}) + b"\n"


def fill_stick(folder: Path, made: Manifest | None = None, *keys: PrivateKey, system: str = "debian") -> Path:
    """The installer of a system and its description; returns the description."""
    made = made or manifest()
    folder.mkdir(parents=True, exist_ok=True)
    own = next(each for each in made.files if each.system == system)
    (folder / own.name).write_bytes(SETUP if system == "windows" else PACKAGE)
    path = folder / (own.name + update_package.SUFFIX)
    path.write_bytes(signed(update_package.manifest_json(made), *(keys or (KEY,))))
    return path
