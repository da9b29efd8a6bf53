"""docs/bundle-format.md says what is: its examples are read back, and its reader reads what the program writes."""

import hashlib
import json
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from bundle_world import Member, World, manifest_of, packed_files
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pug_desktop import errors
from pug_desktop.bundle import container, limits, pack, records, strict_json
from pug_desktop.bundle.keys import DevicePublic
from pug_desktop.replica.state import DenseBlock, RecordState

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "bundle-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)
READER = DOCS / "read_bundle.py"


def block(beginning: str) -> str:
    """The example that begins so."""
    return next(each for each in BLOCKS if each.startswith(beginning))


def hex_of(text: str) -> bytes:
    """The bytes of an example; what stands after two blanks explains them."""
    return bytes.fromhex("".join(line.split("  ")[0] for line in text.splitlines()))


# --- examples -----------------------------------------------------------------------------------------------------


def test_the_example_of_the_container_is_signed_as_the_page_says():
    content = hex_of(block("50 55 47 42 31"))
    reader = container.HeadReader(Path("x"))
    head = reader.take(content)
    key = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw().hex()

    assert key in PAGE
    assert head is not None
    assert (head.manifest, head.parts_at) == (b"{}", len(content))
    assert head.is_signed_by(DevicePublic(key, "age1"))


def test_the_example_of_canonical_json_is_canonical():
    text = block('{"B":').strip().encode()

    assert strict_json.canonical(strict_json.read(text, 1000)) == text


def test_the_smallest_records_part_holds_none(tmp_path: Path):
    path = tmp_path / "records"
    path.write_bytes(bytes.fromhex(re.search(r"`(28b52ffd[0-9a-f]+)`", PAGE)[1]))

    assert list(records.read_records(path, len(b'{"end":0}\n'))) == []


def test_the_lines_of_the_page_are_two_meetings(tmp_path: Path):
    from pug_desktop.bundle.compress import compress

    lines = block('{"layout":["meeting"').encode()
    compress(tmp_path / "records", [lines])
    dense, other = records.read_records(tmp_path / "records", len(lines))

    assert isinstance(dense, DenseBlock)
    assert isinstance(other, RecordState)
    assert (dense.kind, len(other.cells["title"])) == ("meeting", 2)


def test_the_example_of_a_digest_is_the_hash_of_its_text():
    text, digest = block("meeting|").split()

    assert hashlib.sha256(text.encode()).hexdigest() == digest


LIMITS = {
    "2 GiB": limits.MAX_BUNDLE_BYTES == 2 * limits.GIB,
    "64 KiB": limits.MAX_HEADER_BYTES == limits.MAX_KEY_FILE_BYTES == 64 * limits.KIB,
    "at most 4 MiB": limits.MAX_MANIFEST_BYTES == records.MAX_LINE_BYTES == 4 * limits.MIB,
    "1 to 20,000": limits.MAX_PARTS == 20_000,
    "at most 100 MiB": limits.MAX_PART_BYTES == 100 * limits.MIB,
    "more than 200,000 records": limits.MAX_RECORDS == 200_000,
    "at most 512 MiB": limits.MAX_RECORDS_BYTES == 512 * limits.MIB,
    "more than 50,000 values": records.MAX_LINE_VALUES == 50_000,
    "8,000,000 values in all": limits.MAX_VALUES == 8_000_000,
    "200,000 definitions, 16 MiB of them": (limits.MAX_DEFINITIONS, limits.MAX_DEFINITION_BYTES)
    == (200_000, 16 * limits.MIB),
    "20,000 different cells": limits.MAX_CELL_NAMES == 20_000,
    "100,000 bytes": limits.MAX_STRING_BYTES == 100_000,
    "more than 16 levels": limits.MAX_JSON_DEPTH == 16,
    "more than 256 values of one cell": records.MAX_SIBLINGS == 256,
    "a user above 200 characters": records.MAX_USER_LENGTH == 200,
    "1 to 32": limits.MAX_RECIPIENTS == 32,
    "at most 64, each with at most 200": (limits.MAX_RECEIPTS, limits.MAX_RECEIPT_BUNDLES) == (64, 200),
    "at most 1,000 kinds": limits.MAX_KINDS == 1_000,
    "earlier lives, at most 1,000": limits.MAX_FORMER == 1_000,
    "8 MiB of zstd window": limits.MAX_ZSTD_WINDOW_BYTES == 8 * limits.MIB,
}


@pytest.mark.parametrize("words", LIMITS)
def test_a_limit_of_the_page_is_that_of_the_program(words: str):
    assert words in " ".join(PAGE.split())
    assert LIMITS[words]


def test_every_refusal_of_the_page_is_an_error_of_ours():
    named = set(re.findall(r"`([A-Z][a-z]+[A-Za-z]*)`", PAGE)) - {"NaN", "Infinity", "OverLimit"}

    assert [name for name in named if not hasattr(errors, name)] == []


def test_every_code_beside_a_refusal_is_its_own():
    for name, code in re.findall(r"`([A-Z]\w+)` \(PUG-BUNDLE-(\d{3})\)", PAGE):
        assert getattr(errors, name).code == f"PUG-BUNDLE-{code}", name


def test_every_field_of_a_manifest_stands_on_the_page(world: World, tmp_path: Path):
    from pug_desktop.bundle.manifest import read_document, write_manifest

    _, described = packed_files(tmp_path)
    document = read_document(write_manifest(manifest_of(world.opd, world.regency, described)))

    assert [name for name in document if f"| `{name}` |" not in PAGE] == []


# --- the reader ---------------------------------------------------------------------------------------------------


def bundle(folder: Path, sender: Member, reader: Member, lines: bytes) -> Path:
    files, described = packed_files(folder / "parts", lines)
    manifest = manifest_of(sender, reader, described)
    return pack.pack(folder / "PUG_x.pug", manifest, files, sender.keys, [reader.keys.public.receiving]).path


@pytest.fixture
def read() -> Callable[[bytes], Iterable[dict[str, Any]]]:
    """The reader in docs, which knows nothing of ours."""
    found: Callable[[bytes], Iterable[dict[str, Any]]] = runpy.run_path(str(READER))["read"]
    return found


def test_the_reader_of_the_page_is_short_and_knows_nothing_of_ours():
    text = READER.read_text(encoding="utf-8")

    assert "pug_desktop" not in text
    body = text[text.index("def read") : text.index("if __name__")]
    assert len([line for line in body.splitlines() if line.strip()]) <= 32


def test_the_reader_of_the_page_reads_a_bundle_of_ours(world: World, tmp_path: Path, read):
    path = bundle(tmp_path, world.opd, world.regency, block('{"layout":["meeting"').encode())
    content = pyrage.decrypt(path.read_bytes(), [world.regency.keys.identity()])

    found = list(read(content))

    assert [each["title"] for each in found] == ["Rakor Pokja", "Rapat Gugus Tugas"]
    assert found[0] == {
        "kind": "meeting",
        "id": "0" * 31 + "1",
        "scope": "36.71",
        "title": "Rakor Pokja",
        "start_date": "2022-11-01",
    }


def test_the_reader_of_the_page_notices_what_was_altered(world: World, tmp_path: Path, read):
    path = bundle(tmp_path, world.opd, world.regency, block('{"layout":["meeting"').encode())
    content = pyrage.decrypt(path.read_bytes(), [world.regency.keys.identity()])

    def believed(place: int) -> bool:
        altered = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
        try:
            list(read(altered))
        except Exception:  # noqa: BLE001 (it is a reader of thirty lines)
            return False
        return True

    assert [place for place in range(len(content)) if believed(place)] == []


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_with_the_public_age_program_it_prints_the_records(world: World, tmp_path: Path):
    path = bundle(tmp_path, world.opd, world.regency, block('{"layout":["meeting"').encode())
    identity = tmp_path / "identity.txt"
    identity.write_text(world.regency.keys.receiving_secret + "\n")

    content = subprocess.run(["age", "-d", "-i", identity, path], check=True, capture_output=True).stdout
    printed = subprocess.run([sys.executable, READER], input=content, check=True, capture_output=True).stdout

    assert [json.loads(line)["title"] for line in printed.splitlines()] == ["Rakor Pokja", "Rapat Gugus Tugas"]
