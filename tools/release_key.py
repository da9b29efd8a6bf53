"""The private half of a release key: a file locked by a passphrase, kept outside the project, best in a safe.

Who has it and its passphrase can make every installed program accept an update. See installer/README.md.
"""

import getpass
import hashlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cryptography.exceptions import InvalidTag  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305  # noqa: E402

from pug_desktop import durable  # noqa: E402
from pug_desktop.bundle import strict_json  # noqa: E402
from pug_desktop.bundle.keys import stretch  # noqa: E402
from pug_desktop.bundle.update_package import ReleaseKey  # noqa: E402

PINNED = ROOT / "resources" / "release-keys.json"
SHORTEST_PASSPHRASE = 12
PASSPHRASE_VARIABLE = "PUG_RELEASE_PASSPHRASE"

_WHAT = "pug-release-private-key"
_SUMS_TAG = b"PUG-SUMS-v1\0"
_MOST_BYTES = 64 * 1024


class KeyRefused(Exception):
    """The file is no private release key, or the passphrase does not open it; the text says which."""


@dataclass(frozen=True)
class PrivateKey:
    """Both halves."""

    public: ReleaseKey
    seed: bytes = field(repr=False)

    def sign(self, data: bytes) -> bytes:
        """64 bytes; `data` begins with the tag of what it is."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(data)


def make_key(name: str) -> PrivateKey:
    """A new one from the system's random source."""
    return _key_of(name, os.urandom(32))


def _key_of(name: str, seed: bytes) -> PrivateKey:
    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw().hex()
    return PrivateKey(ReleaseKey(name, public), seed)


def save_key(path: Path, key: PrivateKey, passphrase: str) -> None:
    """Write it, readable by this user only; raises FileExistsError rather than replacing a key."""
    if path.exists():
        raise FileExistsError(f"{path} is there already; a release key is never replaced")
    salt, nonce = os.urandom(16), os.urandom(12)
    document: strict_json.Object = {
        "what": _WHAT,
        "version": 1,
        "name": key.public.name,
        "signing": key.public.signing,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
    }
    sealed = ChaCha20Poly1305(stretch(passphrase, salt)).encrypt(nonce, key.seed, strict_json.canonical(document))
    durable.write_bytes(path, strict_json.canonical({**document, "secret": sealed.hex()}) + b"\n", mode=0o600)


def load_key(path: Path, passphrase: str) -> PrivateKey:
    """The key in the file; raises KeyRefused."""
    try:
        document = strict_json.read(path.read_bytes(), _MOST_BYTES)
        sealed = bytes.fromhex(document.pop("secret"))
        if (document["what"], document["version"]) != (_WHAT, 1):
            raise KeyRefused(f"{path} is no private release key")
        salt, nonce = bytes.fromhex(document["salt"]), bytes.fromhex(document["nonce"])
        seed = ChaCha20Poly1305(stretch(passphrase, salt)).decrypt(nonce, sealed, strict_json.canonical(document))
    except InvalidTag:
        raise KeyRefused("the passphrase does not open this key, or its file is damaged") from None
    except (OSError, strict_json.JsonRefused, KeyError, TypeError, ValueError, AttributeError) as error:
        raise KeyRefused(f"{path} is no private release key: {error}") from None
    key = _key_of(document["name"], seed)
    if key.public.signing != document["signing"]:
        raise KeyRefused(f"{path}: its two halves do not belong together")
    return key


def ask_passphrase(*, twice: bool = False) -> str:
    """From PUG_RELEASE_PASSPHRASE, else from the terminal."""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given:
        return given
    typed = getpass.getpass("Passphrase of the release key: ")
    if twice and getpass.getpass("Once more: ") != typed:
        raise KeyRefused("the two passphrases differ")
    return typed


def sums_bytes(data: bytes) -> bytes:
    """What the signature over a SHA256SUMS file covers."""
    return _SUMS_TAG + hashlib.sha256(data).digest()
