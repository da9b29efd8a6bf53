"""Signs installers as an update, and the list of their hashes; checks both.

    python tools/sign_update.py --key FILE dist/pug-desktop-0.1.0-setup.exe dist/pug-desktop_0.1.0_amd64.deb
    python tools/sign_update.py --key FILE --sums dist/SHA256SUMS
    python tools/sign_update.py --check dist/pug-desktop-0.1.0-setup.exe dist/SHA256SUMS

One description names all the installers and is written beside each of them: NAME.pugupdate. The signature over the
hashes goes into SHA256SUMS.sig. The passphrase is asked for, or taken from PUG_RELEASE_PASSPHRASE.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pug_desktop import __version__, durable  # noqa: E402
from pug_desktop.bundle import strict_json, update_package  # noqa: E402
from pug_desktop.bundle.update_package import Manifest, Payload, ReleaseKey  # noqa: E402
from pug_desktop.errors import PugError  # noqa: E402
from tools import release_key  # noqa: E402

SIGNATURE = ".sig"
OLDEST_VERSION = "0.1.0"
OLDEST_SCHEMA = 1
"""What a release can follow upon: every former one. The data of the first release is migrated (tests/golden)."""


class Refused(Exception):
    """Something is not as it must be for a release; the text says what."""


def main(arguments: list[str] | None = None, pinned: Path = release_key.PINNED) -> int:
    """Read the command line, sign or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="installers, or the file of hashes")
    parser.add_argument("--key", type=Path, help="the private half, made by tools/make_release_key.py")
    parser.add_argument("--sums", action="store_true", help="the file is a list of hashes")
    parser.add_argument("--check", action="store_true", help="check what was signed, against the pinned keys")
    parser.add_argument("--version", default=__version__, help="of the program inside")
    parser.add_argument("--serial", type=int, help="rises with each release; by itself it follows from the version")
    parser.add_argument("--notes-id", type=Path, help="what is new, in Indonesian: a text file")
    parser.add_argument("--notes-en", type=Path, help="what is new, in English: a text file")
    given = parser.parse_args(arguments)
    keys = update_package.read_release_keys(pinned)
    try:
        if given.check:
            for path in given.files:
                print(check(path, keys))
            return 0
        if given.key is None:
            parser.error("--key FILE")
        key = release_key.load_key(given.key, release_key.ask_passphrase())
        if key.public not in keys:
            raise Refused(f"{pinned.name} does not hold this key, so no program would accept what it signs")
        made = [sign_sums(path, key) for path in given.files] if given.sums else sign(given, key)
    except PugError as error:
        print(f"{error.code} {error}", file=sys.stderr)
        return 1
    except (OSError, Refused, release_key.KeyRefused) as error:
        print(error, file=sys.stderr)
        return 1
    print(*made, sep="\n")
    return 0


def sign(given: argparse.Namespace, key: release_key.PrivateKey) -> list[Path]:
    """Write the description beside each installer, and read it as a program would."""
    if not update_package.is_version(given.version):
        raise Refused(f"{given.version} is not written as a version: three numbers")
    manifest = Manifest(
        product=update_package.PRODUCT,
        version=given.version,
        serial=given.serial or serial_of(given.version),
        needs_version=OLDEST_VERSION,
        needs_schema=OLDEST_SCHEMA,
        made_on=made_on(),
        notes_id=_text(given.notes_id),
        notes_en=_text(given.notes_en),
        files=tuple(payload_of(path) for path in sorted(given.files, key=lambda path: path.name)),
    )
    covered = update_package.signed_bytes(update_package.manifest_json(manifest))
    data = update_package.update_file(manifest, [(key.public, key.sign(covered))])
    made = []
    for path in given.files:
        target = path.with_name(path.name + update_package.SUFFIX)
        durable.write_bytes(target, data)
        if update_package.read_update(target, [key.public]) != manifest:
            raise Refused(f"{target} could not be read back")
        made.append(target)
    return made


def serial_of(version: str) -> int:
    """A number that rises with the version: 0.2.0 gives 20000, 1.0.0 gives 100000000."""
    major, minor, patch = update_package.version_key(version)
    return (major * 10_000 + minor) * 10_000 + patch


def made_on() -> date:
    """The day of SOURCE_DATE_EPOCH, so that a release can be made again; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def payload_of(path: Path) -> Payload:
    """What is signed of an installer."""
    # The version stands in .deb and .zip names too, so the end of the name tells the kind.
    system = next((name for name, end in update_package.SYSTEMS.items() if path.name.endswith(end)), None)
    if system is None or not update_package.is_installer_name(path.name, system):
        ends = ", ".join(update_package.SYSTEMS.values())
        raise Refused(f"{path.name}: an installer is called pug-desktop… and ends in {ends}")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Payload(path.name, system, file.tell(), digest)


def sign_sums(path: Path, key: release_key.PrivateKey) -> Path:
    """Sign the list of hashes."""
    signature = key.sign(release_key.sums_bytes(path.read_bytes())).hex()
    target = path.with_name(path.name + SIGNATURE)
    durable.write_bytes(target, strict_json.canonical({"key": key.public.key_id, "signature": signature}) + b"\n")
    return target


def check(path: Path, keys: Sequence[ReleaseKey]) -> str:
    """Check an installer with its description, or a list of hashes; raises Refused or a PugError."""
    signature = path.with_name(path.name + SIGNATURE)
    if signature.exists():
        return _check_sums(path, signature, keys)
    manifest = update_package.read_update(path.with_name(path.name + update_package.SUFFIX), keys)
    payload = next((each for each in manifest.files if each.name == path.name), None)
    if payload is None:
        raise Refused(f"{path.name} is not in its description")
    with path.open("rb") as file:
        update_package.check_payload(file, payload, path=path)
    return f"{path.name}: version {manifest.version}, serial {manifest.serial}, signed"


def _check_sums(path: Path, signature: Path, keys: Sequence[ReleaseKey]) -> str:
    try:
        found = strict_json.read(signature.read_bytes(), update_package.MAX_MANIFEST_BYTES)
        given = bytes.fromhex(found["signature"])
    except (strict_json.JsonRefused, KeyError, TypeError, ValueError):
        raise Refused(f"{signature.name} is no signature") from None
    covered = release_key.sums_bytes(path.read_bytes())
    if not any(each.key_id == found.get("key") and each.verifies(given, covered) for each in keys):
        raise Refused(f"{path.name}: none of the pinned keys signed it")
    return f"{path.name}: signed"


def _text(path: Path | None) -> str:
    return path.read_text(encoding="utf-8").strip() if path is not None else ""


if __name__ == "__main__":
    sys.exit(main())
