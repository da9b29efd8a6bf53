"""Where papers are put, what they are called, and how they are opened."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

MAX_NAME = 60
"""Letters of a title in a file name: the folder of a profile is long already, and Windows takes 260 in all."""

_SUFFIXES = (".pdf", ".xlsx", ".docx", ".ics", ".csv", ".zip")


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper that lies in the folder."""

    path: Path
    made_at: datetime
    size: int


def paper_file(folder: Path, name: str, about: Mapping[str, object], *, blank: bool = False, suffix: str) -> Path:
    """Where to write a paper: "daftar-hadir-kosong_2022-06-30_rapat-koordinasi.pdf".

    A paper of that name that is there already is replaced: it is the same paper, made again.
    """
    words = [f"{name}-kosong" if blank else name]
    parts = [about.get("year"), about.get("month"), about.get("day")]
    day = "-".join(f"{part:02}" for part in parts if isinstance(part, int))
    words += [day] if day else []
    if title := str(about.get("title") or ""):
        words.append(plain_name(title))
    return folder / ("_".join(words) + suffix)


def plain_name(text: str) -> str:
    """A title as a file name that every system takes: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:MAX_NAME].strip("-") or "tanpa-judul"


def made_papers(folder: Path, most: int = 12) -> tuple[MadePaper, ...]:
    """The newest papers in the folder, newest first."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.suffix.lower() in _SUFFIXES and path.is_file():
            facts = path.stat()
            found.append(MadePaper(path, datetime.fromtimestamp(facts.st_mtime).astimezone(), facts.st_size))
    return tuple(sorted(found, key=_made_at, reverse=True)[:most])


def open_outside(path: Path) -> bool:
    """Open a file or folder with the program that the system has for it; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _made_at(paper: MadePaper) -> datetime:
    return paper.made_at
