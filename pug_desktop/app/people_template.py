"""Our own workbook for a list of participants: what is typed into it reads back as it was meant."""

from collections.abc import Sequence
from pathlib import Path

from pug_desktop.app.attend import AttendanceRow
from pug_desktop.app.attend_cells import FIELDS
from pug_desktop.app.import_words import target_words
from pug_desktop.domain.options import AGE_BANDS, ATTENDANCE_ROLES, DISABILITY, OFFICE_TYPES, SEXES
from pug_desktop.domain.words import label
from pug_desktop.reports.people_template import Column, write_people_template

_OPTIONS = {
    "office_type": ("office_type", OFFICE_TYPES),
    "role": ("attendance_role", ATTENDANCE_ROLES),
    "age_band": ("age_band", AGE_BANDS),
}
_ASIDE = {"sex": SEXES, "disability": DISABILITY}
"""What is written as it is kept."""

_WIDTHS = {"name": 34, "nip": 22, "sex": 6, "position": 30, "office_name": 34, "office_type": 24, "phone": 18}

NOTES = (
    "Isi lembar “Peserta”, satu orang satu baris; hanya Nama yang wajib.",
    "NIP dan No. HP sudah berformat teks: jangan diubah menjadi angka, sebab Excel hanya menyimpan 15 angka.",
    "L/P, Jenis instansi, Peran, Umur dan Disabilitas dipilih dari daftar di selnya.",
    "Umur boleh diisi angka (misalnya 43). Umur dan disabilitas tidak wajib.",
    "Judul kolom jangan diubah. Kolom yang tidak dipakai boleh dikosongkan.",
    "Simpan, lalu di PUG Desktop buka rapatnya, Daftar hadir, Impor dari Excel.",
    "Fill in the sheet “Peserta”, one person a row; only the name (Nama) is needed. Leave the headings as they are.",
)


def template(out: Path, people: Sequence[AttendanceRow]) -> None:
    """Write it, with these persons in it."""
    columns = [Column(target_words(field), _WIDTHS.get(field, 16), _choices(field)) for field in FIELDS]
    rows = [[_shown(field, getattr(person, field)) for field in FIELDS] for person in people]
    write_people_template(out, columns, rows, NOTES)


def _choices(field: str) -> tuple[str, ...]:
    if field in _ASIDE:
        return _ASIDE[field]
    group, codes = _OPTIONS.get(field, ("", ()))
    return tuple(label(group, code, "id") for code in codes)


def _shown(field: str, value: str | None) -> str:
    if value and field in _OPTIONS:
        return label(_OPTIONS[field][0], value, "id")
    return value or ""
