"""A BagIt 1.0 archive (RFC 8493) around files: what the tag files say. All names are of [A-Za-z0-9._-/].

Tools disagree on how other characters are written in a manifest; none of ours needs it.
"""

import hashlib
from collections.abc import Mapping, Sequence

from pug_desktop.reports.plain_text import one_line

PAYLOAD = "data/"

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def tag_files(
    payload: Sequence[tuple[str, str, int]], about: Mapping[str, str], bagged_on: str
) -> tuple[tuple[str, bytes], ...]:
    """The files beside the payload, by name.

    Args:
        payload: path below `data/`, SHA-256 and size of every file.
        about: fields of bag-info.txt, such as Source-Organization.
        bagged_on: the day, as ISO text.
    """
    oxum = f"{sum(size for _, _, size in payload)}.{len(payload)}"
    fields = {**about, "Bagging-Date": bagged_on, "Payload-Oxum": oxum}
    lines = sorted(f"{sha256}  {PAYLOAD}{path}\n" for path, sha256, _ in payload)
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{name}: {one_line(value)}\n" for name, value in fields.items() if one_line(value)),
        "manifest-sha256.txt": "".join(sorted(lines, key=_path_of)),
    }
    made = {name: text.encode("utf-8") for name, text in tags.items()}
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    return (*made.items(), ("tagmanifest-sha256.txt", listed.encode("ascii")))


def _path_of(line: str) -> str:
    return line.partition("  ")[2]
