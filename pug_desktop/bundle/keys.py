"""The key pairs of one device, their file, and the device id that is made of them.

Ed25519 signs, X25519 (as age writes it) receives. The private halves lie in one JSON file: sealed with Argon2id and
ChaCha20-Poly1305 when there is a passphrase, else in plain words "unprotected" (practice profiles, command line).
"""

import base64
import binascii
import hashlib
import os
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage

from pug_desktop import durable, errors
from pug_desktop.bundle import limits, stick, strict_json
from pug_desktop.bundle.strict_json import JsonRefused

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEYS_VERSION = 1
KDF_MEMORY_KIB = 64 * limits.KIB
KDF_PASSES = 3
KDF_LANES = 1
"""0.24 s on an office PC of 2022, 1 to 1.5 s on an old laptop; OWASP's floor is 19 MiB and 2 passes."""

_DEVICE_TAG = b"PUG-DEVICE-v1\0"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_DEVICE_ID = re.compile(r"[A-Z2-7]{7}(?:-[A-Z2-7]{7}){7}")
_SIGNING = re.compile(r"[0-9a-f]{64}")
_RECEIVING = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_WHAT = "pug-device-keys"


@dataclass(frozen=True, slots=True)
class DevicePublic:
    """The public halves: `signing` Ed25519 as 64 hex digits, `receiving` X25519 as age writes it ("age1...")."""

    signing: str
    receiving: str

    @property
    def device_id(self) -> str:
        """What names the device everywhere: 8 groups of 7, with check characters."""
        whole = hashlib.sha256(_DEVICE_TAG + bytes.fromhex(self.signing) + self.receiving.encode("ascii"))
        letters = base64.b32encode(whole.digest()).decode("ascii").rstrip("=")
        checked = "".join(piece + check_character(piece) for piece in _cut(letters, 13))
        return "-".join(_cut(checked, 7))

    def is_sound(self) -> bool:
        """Whether both halves are written as keys are written."""
        if not (_SIGNING.fullmatch(self.signing) and _RECEIVING.fullmatch(self.receiving)):
            return False
        try:
            return str(pyrage.x25519.Recipient.from_str(self.receiving)) == self.receiving
        except pyrage.RecipientError:
            return False

    def verifies(self, signature: bytes, data: bytes) -> bool:
        """Whether `signature` (64 bytes) was made over `data` by the private half of `signing`."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.signing)).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """Both halves of both pairs; the private ones are never shown.

    `signing_seed` has 32 bytes, `receiving_secret` is "AGE-SECRET-KEY-1...".
    """

    public: DevicePublic
    signing_seed: bytes = field(repr=False)
    receiving_secret: str = field(repr=False)

    @property
    def device_id(self) -> str:
        """The id of the public halves."""
        return self.public.device_id

    def sign(self, data: bytes) -> bytes:
        """64 bytes; `data` begins with the tag of what it is, so that no signature fits two purposes."""
        return _private_signing(self.signing_seed).sign(data)

    def identity(self) -> pyrage.x25519.Identity:
        """What opens an age file that was made for us."""
        return pyrage.x25519.Identity.from_str(self.receiving_secret)


def make_device_keys() -> DeviceKeys:
    """New keys from the system's random source."""
    return _keys_of(os.urandom(32), str(pyrage.x25519.Identity.generate()))


@lru_cache(maxsize=4096)
def is_device_id(text: str) -> bool:
    """Whether the text is written as a device id is, check characters included."""
    if not _DEVICE_ID.fullmatch(text):
        return False
    groups = _cut(text.replace("-", ""), 14)
    return all(group[13] == check_character(group[:13]) for group in groups)


def save_keys(path: Path, keys: DeviceKeys, passphrase: str | None) -> None:
    """Write the private halves; readable by this user only, whole or not at all.

    Args:
        path: the file; replaced when it exists.
        keys: what to write.
        passphrase: None or "" writes them unprotected.

    Raises:
        DiskFull, FolderNotWritable: it cannot be written.
    """
    secret = {"signing": keys.signing_seed.hex(), "receiving": keys.receiving_secret}
    document: strict_json.Object = {
        "what": _WHAT,
        "version": KEYS_VERSION,
        "device": {"signing": keys.public.signing, "receiving": keys.public.receiving},
    }
    if passphrase:
        salt, nonce = os.urandom(16), os.urandom(12)
        document["protection"] = "passphrase"
        document["kdf"] = {
            "name": "argon2id",
            "memory_kib": KDF_MEMORY_KIB,
            "passes": KDF_PASSES,
            "lanes": KDF_LANES,
            "salt": _base64(salt),
        }
        document["cipher"] = {"name": "chacha20poly1305", "nonce": _base64(nonce)}
        key = _derive(passphrase, salt, KDF_MEMORY_KIB, KDF_PASSES, KDF_LANES)
        document["secret"] = _base64(_seal(key, nonce, strict_json.canonical(secret), _around(document)))
    else:
        document["protection"] = "unprotected"
        document["secret"] = secret
    with stick.folder_errors(path.parent):
        durable.write_bytes(path, strict_json.canonical(document) + b"\n", mode=0o600)


def public_of(path: Path) -> DevicePublic:
    """The public halves that the file names, without opening what is locked.

    Raises:
        NotAKeyFile: no file of device keys, or damaged.
        KeyFileNewer: written by a newer program.
    """
    found = _read_document(path).get("device")
    if isinstance(found, dict):
        public = DevicePublic(str(found.get("signing")), str(found.get("receiving")))
        if public.is_sound():
            return public
    raise errors.NotAKeyFile(path=path, problem="device")


def is_locked(path: Path) -> bool:
    """Whether the file can only be opened with a passphrase.

    Raises:
        NotAKeyFile: no file of device keys.
        KeyFileNewer: written by a newer program.
    """
    return bool(_read_document(path)["protection"] == "passphrase")


def load_keys(path: Path, passphrase: str | None) -> DeviceKeys:
    """The keys in the file; a passphrase is ignored when they are unprotected.

    Raises:
        NeedsPassphrase: locked, and no passphrase was given.
        WrongPassphrase: the passphrase does not open it (or the sealed part is damaged: the two look the same).
        NotAKeyFile: no file of device keys, or damaged.
        KeyFileNewer: written by a newer program.
    """
    document = _read_document(path)
    if document["protection"] == "passphrase":
        if not passphrase:
            raise errors.NeedsPassphrase(path=path)
        secret = _open_secret(path, document, passphrase)
    else:
        secret = document.get("secret")
    if not isinstance(secret, dict) or set(secret) != {"signing", "receiving"}:
        raise errors.NotAKeyFile(path=path, problem="secret")
    try:
        seed = bytes.fromhex(secret["signing"])
        if len(seed) != 32:
            raise errors.NotAKeyFile(path=path, problem="secret")
        keys = _keys_of(seed, secret["receiving"])
    except (TypeError, ValueError, pyrage.IdentityError):
        raise errors.NotAKeyFile(path=path, problem="secret") from None
    if document.get("device") != {"signing": keys.public.signing, "receiving": keys.public.receiving}:
        raise errors.NotAKeyFile(path=path, problem="device")
    return keys


def _read_document(path: Path) -> strict_json.Object:
    try:
        data = stick.read_small(path, limits.MAX_KEY_FILE_BYTES)
    except errors.StickError as error:
        raise errors.NotAKeyFile(path=path, problem="unreadable") from error
    if data is None:
        raise errors.NotAKeyFile(path=path, problem="size")
    try:
        document = strict_json.read(data, limits.MAX_KEY_FILE_BYTES)
    except JsonRefused as error:
        raise errors.NotAKeyFile(path=path, problem=str(error)) from None
    version = document.get("version")
    if document.get("what") != _WHAT or type(version) is not int or version < 1:
        raise errors.NotAKeyFile(path=path, problem="what")
    if version > KEYS_VERSION:
        raise errors.KeyFileNewer(path=path, version=version)
    if document.get("protection") not in ("passphrase", "unprotected"):
        raise errors.NotAKeyFile(path=path, problem="protection")
    return document


def _open_secret(path: Path, document: strict_json.Object, passphrase: str) -> object:
    """The sealed part; every figure is checked before it is used, since the file may not be ours."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    kdf, cipher = document.get("kdf"), document.get("cipher")
    if not isinstance(kdf, dict) or not isinstance(cipher, dict):
        raise errors.NotAKeyFile(path=path, problem="kdf")
    if (kdf.get("name"), cipher.get("name")) != ("argon2id", "chacha20poly1305"):
        raise errors.NotAKeyFile(path=path, problem="kdf")
    lanes = _figure(path, kdf, "lanes", 1, limits.MAX_KDF_LANES)
    passes = _figure(path, kdf, "passes", 1, limits.MAX_KDF_PASSES)
    memory_kib = _figure(path, kdf, "memory_kib", 8 * lanes, limits.MAX_KDF_MEMORY_KIB)
    salt, nonce = _from_base64(path, kdf.get("salt")), _from_base64(path, cipher.get("nonce"))
    sealed = _from_base64(path, document.get("secret"))
    if not 16 <= len(salt) <= 64 or len(nonce) != 12:
        raise errors.NotAKeyFile(path=path, problem="salt")
    key = _derive(passphrase, salt, memory_kib, passes, lanes)
    try:
        opened = ChaCha20Poly1305(key).decrypt(nonce, sealed, _around(document))
    except InvalidTag:
        raise errors.WrongPassphrase(path=path) from None
    try:
        return strict_json.read(opened, limits.MAX_KEY_FILE_BYTES)
    except JsonRefused:
        raise errors.NotAKeyFile(path=path, problem="secret") from None


def _figure(path: Path, kdf: dict[str, Any], name: str, least: int, most: int) -> int:
    value = kdf.get(name)
    if type(value) is not int or not least <= value <= most:
        raise errors.NotAKeyFile(path=path, problem=name)
    return value


def stretch(words: str, salt: bytes) -> bytes:
    """32 bytes of a secret that a person types; slow, so that nobody tries them all."""
    return _derive(words, salt, KDF_MEMORY_KIB, KDF_PASSES, KDF_LANES)


def _derive(passphrase: str, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    # NFC: one keyboard writes é as one character, another as two.
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory_kib).derive(words)


def _seal(key: bytes, nonce: bytes, plain: bytes, around: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key).encrypt(nonce, plain, around)


def _around(document: strict_json.Object) -> bytes:
    """What is not secret but sealed with it: nobody can exchange the public halves or weaken the figures."""
    return strict_json.canonical({name: value for name, value in document.items() if name != "secret"})


def _keys_of(seed: bytes, receiving_secret: str) -> DeviceKeys:
    signing = _private_signing(seed).public_key().public_bytes_raw().hex()
    receiving = str(pyrage.x25519.Identity.from_str(receiving_secret).to_public())
    return DeviceKeys(DevicePublic(signing, receiving), seed, receiving_secret)


def _private_signing(seed: bytes) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _from_base64(path: Path, text: object) -> bytes:
    if not isinstance(text, str):
        raise errors.NotAKeyFile(path=path, problem="base64")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise errors.NotAKeyFile(path=path, problem="base64") from None


def _cut(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def check_character(text: str) -> str:
    """Luhn mod 32, weights 1 and 2 from the left as Syncthing has them: finds every single wrong character."""
    total = 0
    for place, letter in enumerate(text):
        value = ALPHABET.index(letter) * (1 + place % 2)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]
