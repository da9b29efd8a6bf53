"""Which column of a list of persons holds what: by its heading, in one row or two, or by what stands in it.

Nothing here knows the database: reading a list must not wait for it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pug_desktop.app.attend_cells import FIELDS
from pug_desktop.intake.tables import Cell, Table

NUMBER, SEX_L, SEX_P, BIRTH = "number", "sex_l", "sex_p", "birth"
"""Columns that lists have and the grid has not: a number, two columns to tick, the day of birth (kept as age band)."""

_BESIDE = {"sex": (SEX_L, SEX_P), "phone": (BIRTH,)}

TARGETS = tuple(target for field in FIELDS for target in (field, *_BESIDE.get(field, ())))
"""What a column can be taken as, in the order of the grid."""

_HEADINGS: Mapping[str, str] = {
    NUMBER: "no|nomor|nomor urut|no urut|urut|number",
    "name": "nama|nama lengkap|nama peserta|peserta|nama dan gelar|nama lengkap dan gelar|nama pegawai|name|full name",
    "nip": "nip|nip nik|nip ni pppk|nip nrp|nomor induk pegawai|nip nippk|ni pppk",
    "sex": "l p|p l|lp|jk|j k|jenis kelamin|jns kelamin|kelamin|gender|sex",
    "position": "jabatan|jabatan golongan|pangkat jabatan|nama jabatan|position",
    "office_name": "instansi|unit kerja|opd|skpd|perangkat daerah|asal instansi|instansi opd|asal|lembaga|organisasi"
    "|instansi unit kerja|asal opd|kantor|nama instansi|nama opd|institusi|institution|office|dinas instansi",
    "office_type": "jenis instansi|jenis lembaga|unsur|type of institution",
    "role": "peran|sebagai|role|peran dalam rapat",
    "phone": "no hp|nomor hp|hp|telepon|no telepon|no telp|telp|nomor telepon|wa|no wa|nomor wa|whatsapp|handphone"
    "|no hp wa|no wa hp|kontak|phone|nomor kontak",
    "age_band": "umur|usia|kelompok umur|kelompok usia|rentang usia|rentang umur|age|age band",
    BIRTH: "tanggal lahir|tgl lahir|tempat tanggal lahir|tempat tgl lahir|ttl|date of birth",
    "disability": "disabilitas|penyandang disabilitas|difabel|ragam disabilitas|disability",
    SEX_L: "l|lk|laki laki|pria",
    SEX_P: "p|pr|perempuan|wanita",
    "": "tanda tangan|ttd|paraf|keterangan|ket|email|e mail|alamat email|alamat|catatan|golongan|pangkat|gol"
    "|pangkat gol",
}
_BY_HEADING = {word: field for field, words in _HEADINGS.items() for word in words.split("|")}

_BY_WORD: Sequence[tuple[frozenset[str], str]] = tuple(
    (frozenset(words.split()), field)
    for words, field in (
        ("ttd paraf email tangan kegiatan acara", ""),
        ("nip nippk", "nip"),
        ("kelamin gender", "sex"),
        ("lahir", BIRTH),
        ("umur usia", "age_band"),
        ("disabilitas difabel", "disability"),
        ("hp wa telp telepon handphone whatsapp", "phone"),
        ("jabatan", "position"),
        ("instansi opd skpd lembaga institusi organisasi unit kerja", "office_name"),
        ("peran", "role"),
        ("nama", "name"),
    )
)

_LONGEST_HEADING = 60
_ROWS_TO_LOOK_AT = 60
_FURTHER = 10
_SAMPLE = 40
_PART_THAT_TELLS = 0.6


@dataclass(frozen=True, slots=True)
class Header:
    """Where the headings stand (rows from 0, both included; None where there are none), and what each column says."""

    first: int | None
    last: int | None
    headings: tuple[str, ...]

    @property
    def below(self) -> int:
        """The first row below."""
        return 0 if self.last is None else self.last + 1


def shown(cell: Cell) -> str:
    """A cell as a person would have typed it; 2.0 is 2, since Excel keeps whole numbers so too."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e21 else repr(cell)
    if isinstance(cell, str):
        return _visible(cell).strip()
    found = cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
    return found.removesuffix("T00:00:00").replace("T", " ")


def _visible(text: str) -> str:
    """Without the signs of no width that copied texts carry; they would make another name of a name."""
    if text.isascii():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


@lru_cache(maxsize=4096)
def plain_heading(text: str) -> str:
    """A heading as it is recognised and remembered: small letters, words alone."""
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text).casefold()).split())


def field_of(heading: str, remembered: Mapping[str, str] | None = None) -> str | None:
    """What a heading names: a target, NUMBER, or "" for what the grid does not have; None when nobody knows."""
    plain = plain_heading(heading)
    if not plain or len(plain) > _LONGEST_HEADING:
        return None
    if remembered and plain in remembered:
        return remembered[plain]
    if (found := _BY_HEADING.get(plain)) is not None:
        return found
    words = set(plain.split())
    if words & {"instansi", "lembaga"} and "jenis" in words:
        return "office_type"
    return next((field for known, field in _BY_WORD if words & known), None)


def find_header(table: Table, remembered: Mapping[str, str] | None = None) -> Header:
    """The row or two rows of headings: those that name most of what a list of persons has."""
    best, most = Header(None, None, ()), 1
    for number in range(min(len(table.rows), _ROWS_TO_LOOK_AT)):
        if best.last is not None and number > best.last + _FURTHER:
            break
        for last in (number, number + 1):
            if last >= len(table.rows) or (last > number and not _is_below(table, number, remembered)):
                continue
            made = header_at(table, number, last)
            known = _known(made, remembered)
            # A row above that adds nothing, a title or an empty one, is no row of headings.
            if last > number and known == _known(header_at(table, last, last), remembered):
                continue
            if known > most:
                best, most = made, known
    return best


def _known(header: Header, remembered: Mapping[str, str] | None) -> int:
    """So much of what a list of persons has is named here; without the name nothing counts."""
    fields = {field for each in header.headings if (field := field_of(each, remembered))}
    return len(fields - {NUMBER}) if "name" in fields else 0


def header_at(table: Table, first: int, last: int) -> Header:
    """The headings that stand in these rows; a merged cell is the heading of all columns below it."""
    width = table.width
    lines = [[_heading(table, row, column) for column in range(width)] for row in range(first, last + 1)]
    headings = []
    for column in range(width):
        parts = [line[column] for line in lines if line[column]]
        # The lower one says more, where it is known; "Jenis Kelamin" over "L" and "P" is two columns to tick.
        known = [each for each in parts if field_of(each)]
        headings.append((known or parts or [""])[-1])
    return Header(first, last, tuple(headings))


def _heading(table: Table, row: int, column: int) -> str:
    cells = table.rows[row]
    text = shown(cells[column]) if column < len(cells) else ""
    if not text and (left := table.covered.get((row, column))) is not None:
        text = shown(cells[left]) if left < len(cells) else ""
    return " ".join(text.split())[:200]


def _is_below(table: Table, row: int, remembered: Mapping[str, str] | None) -> bool:
    """Whether the next row goes on with the headings: it has some, none of them below a heading of its own."""
    upper, lower = (
        [shown(cell) for cell in table.rows[each]] + [""] * (len(table.rows[row]) - len(table.rows[each]))
        for each in (row, row + 1)
    )
    given = [(above, text) for above, text in zip(upper, lower, strict=False) if text]
    if not given or any(field_of(above, remembered) == "name" for above, _ in given):
        return False
    return all(_BY_HEADING.get(plain_heading(text)) is not None for _above, text in given)


def guess(table: Table, header: Header, remembered: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What each column is taken as, "" for not at all; each target once, the first column that fits."""
    width = table.width
    if header.last is None:
        return _by_content(table, width)
    made, taken = [], set[str]()
    named = [field_of(each, remembered) or "" for each in header.headings] + [""] * width
    ticked = SEX_L in named and SEX_P in named
    for field in named[:width]:
        fits = field not in taken and (field not in (SEX_L, SEX_P) or ticked)
        made.append(field if fits else "")
        taken.add(field)
    return tuple("" if field == NUMBER else field for field in made)


def _by_content(table: Table, width: int) -> tuple[str, ...]:
    """A list without headings: what looks like a NIP, a sex, a phone number, a name."""
    made = [""] * width
    tests = (
        ("nip", r"\d{8} ?\d{6} ?\d ?\d{3}"),
        ("sex", r"(?i)[lp]|laki-laki|perempuan"),
        ("phone", r"(?:\+62|0)8[\d -]{7,14}"),
        ("name", r"(?=.*[A-Za-z]{3}).*[A-Za-z.,'’ -]{5,}"),
    )
    for field, pattern in tests:
        for column in range(width):
            if made[column]:
                continue
            cells = [shown(row[column]) for row in table.rows[:_SAMPLE] if column < len(row)]
            given = [cell for cell in cells if cell]
            if given and sum(bool(re.fullmatch(pattern, cell)) for cell in given) >= _PART_THAT_TELLS * len(cells):
                made[column] = field
                break
    return tuple(made)
