"""A Word template filled with fields, for the papers that an office wants to shape itself.

Which fields a paper offers stands with the paper; a template that asks for others is refused with one sentence that
names the field.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pug_desktop import errors
from pug_desktop.reports.docx_gate import MOST_BYTES, Refused, counted_document
from pug_desktop.reports.file import save


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to stand in the text; PNG or JPEG."""

    data: bytes
    width_mm: float


def write_from_template(out: Path, template: Path, fields: Mapping[str, object], *, title: str) -> None:
    """Writes the filled document.

    Args:
        out: the .docx.
        template: one of ours or the office's.
        fields: texts, numbers, `Picture`s, None (nothing), and lists of mappings of these for repeated parts. A line
            end in a text becomes one in the document.
        title: for the properties of the file.

    Raises:
        FileUnreadable: the template is not there.
        TemplateRefused: what is wrong with it; nothing was written.
        DiskFull, FolderNotWritable
    """
    save(out, filled(template, fields, title=title))


def filled(template: Path, fields: Mapping[str, object], *, title: str) -> bytes:
    """The filled document as bytes, to try a template; raises as `write_from_template`."""
    try:
        with template.open("rb") as file:
            data = file.read(min(template.stat().st_size, MOST_BYTES) + 1)
    except OSError as error:
        raise errors.FileUnreadable(path=template, reason=error.strerror or "") from error
    try:
        counted = counted_document(data)
        from pug_desktop.reports.docx_engine import fill

        return fill(counted, fields, title=title)
    except Refused as refused:
        raise errors.TemplateRefused(path=template, problem=refused.problem) from refused
