"""What an office sets once: the letterhead of its papers."""

from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import edit, evidence
from pug_desktop.app.workspace import Workspace, errors_of
from pug_desktop.domain.identity import natural_id
from pug_desktop.domain.kinds import Value
from pug_desktop.storage import records

LINES = ("line1", "line2", "line3", "line4")
PICTURES = ("image/png", "image/jpeg")
MAX_LOGO_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an office's papers; `logo` is the file of the picture, None when there is none."""

    lines: tuple[str, str, str, str]
    logo: Path | None
    signing_place: str
    is_default: bool


def letterhead(ws: Workspace) -> Letterhead:
    """The letterhead of this profile's office; made of region and office until somebody edits it."""
    with ws.database.read() as connection:
        found = records.get(connection, "letterhead", _id(ws))
    if found is None:
        profile = ws.profile
        first = f"PEMERINTAH {_government(profile.role, profile.region_name)}".upper()
        return Letterhead((first, profile.office_name.upper(), "", ""), None, "", is_default=True)
    sha256 = found.text("logo_sha256")
    return Letterhead(
        lines=(found.text("line1"), found.text("line2"), found.text("line3"), found.text("line4")),
        logo=ws.blobs.path(sha256) if sha256 and ws.blobs.has(sha256) else None,
        signing_place=found.text("signing_place"),
        is_default=False,
    )


def _government(role: str, region: str) -> str:
    return f"Provinsi {region}" if role == "provinsi" else region


def _id(ws: Workspace) -> str:
    return natural_id("letterhead", ws.profile.region_code, ws.profile.office_id)


def save_letterhead(ws: Workspace, **fields: str | None) -> edit.Saved:
    """Save lines (`line1` to `line4`) or `signing_place`; the first save keeps what was shown for the others."""
    current = letterhead(ws)
    values: dict[str, Value] = {name: value or None for name, value in fields.items()}
    if current.is_default:
        shown = {name: line or None for name, line in zip(LINES, current.lines, strict=True)}
        values = {**shown, "office_id": ws.profile.office_id, **values}
    edit.create(ws, "letterhead", values, id=_id(ws))
    return edit.Saved(ws.clock())


def save_logo(ws: Workspace, path: Path | None) -> edit.Saved:
    """Take a picture as the logo, or none.

    Raises:
        EvidenceRefused: no PNG or JPEG.
        EvidenceTooLarge, EvidenceEmpty, FileUnreadable
    """
    if path is None:
        return save_letterhead(ws, logo_sha256=None)
    media_type, size = evidence.inspect(path)
    if media_type not in PICTURES:
        raise errors.EvidenceRefused(name=path.name, detected=media_type)
    if size > MAX_LOGO_BYTES:
        raise errors.EvidenceTooLarge(name=path.name, size=size, limit=MAX_LOGO_BYTES)
    with errors_of(ws.folder):
        sha256, _size = ws.blobs.put(path)
    return save_letterhead(ws, logo_sha256=sha256)
