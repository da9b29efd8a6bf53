"""Prints the records of a bundle, with nothing of PUG Desktop: written from docs/bundle-format.md alone.

age -d -i identity.txt BUNDLE.pug | python read_bundle.py
"""

import hashlib
import json
import sys
from collections.abc import Iterator

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def read(content: bytes) -> Iterator[dict[str, object]]:
    """The records of a decrypted bundle; an exception when signature, digests or lengths do not fit."""
    end = 9 + int.from_bytes(content[5:9], "big")
    manifest, signature, at = content[9:end], content[end : end + 64], end + 64
    about = json.loads(manifest)
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(about["sender"]["card"]["device"]["signing"]))
    key.verify(signature, b"PUG-BUNDLE-v1\0" + hashlib.sha256(manifest).digest())
    parts = []
    for part in about["parts"]:
        parts.append(content[at : (at := at + part["packed_size"])])
        if hashlib.sha256(parts[-1]).hexdigest() != part["sha256"]:
            raise ValueError(part)
    if content[:5] != b"PUGB1" or at != len(content):
        raise ValueError("not a bundle, or not all of it")
    lines = zstandard.ZstdDecompressor().decompress(parts[0], max_output_size=about["parts"][0]["size"])
    lists: dict[str, list] = {"layout": [], "scope": [], "actor": [], "user": []}
    for line in map(json.loads, lines.split(b"\n")[:-1]):
        if isinstance(line, list):
            kind, cells = lists["layout"][line[0]]
            yield {
                "kind": kind,
                "id": line[1],
                "scope": lists["scope"][line[2]],
                **dict(zip(cells, line[7], strict=True)),
            }
        elif "record" in line:
            shown = {cell: max(values)[2] for cell, values in line["record"]["cells"].items()}
            yield {name: line["record"][name] for name in ("kind", "id", "scope")} | shown
        else:
            for name in line.keys() & lists.keys():
                lists[name].append(line[name])


if __name__ == "__main__":
    for record in read(sys.stdin.buffer.read()):
        print(json.dumps(record, ensure_ascii=False))
