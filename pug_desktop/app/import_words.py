"""What is said of a row that is imported, in both languages: its problems, what looks odd, why it stays outside."""

from pug_desktop.app.attend_check import Double
from pug_desktop.app.people_cells import Fault, Problem
from pug_desktop.app.people_columns import BIRTH, SEX_L, SEX_P
from pug_desktop.app.people_draft import Draft, DraftRow, Skipped
from pug_desktop.domain.nip import NipRemark

TARGET_WORDS: dict[str, tuple[str, str]] = {
    "name": ("Nama", "Name"),
    "nip": ("NIP", "NIP"),
    "sex": ("L/P", "L/P"),
    "position": ("Jabatan", "Position"),
    "office_name": ("Instansi", "Institution"),
    "office_type": ("Jenis instansi", "Type of institution"),
    "role": ("Peran", "Role"),
    "phone": ("No. HP", "Phone"),
    "age_band": ("Umur", "Age"),
    "disability": ("Disabilitas", "Disability"),
    SEX_L: ("L (dicentang)", "L (ticked)"),
    SEX_P: ("P (dicentang)", "P (ticked)"),
    BIRTH: ("Tanggal lahir (menjadi kelompok umur)", "Date of birth (becomes an age band)"),
}

_FAULTS: dict[Fault, tuple[str, str]] = {
    Fault.NO_NAME: ("nama kosong", "no name"),
    Fault.NAME_IS_NUMBER: ("“{text}” bukan nama", "“{text}” is no name"),
    Fault.NIP_DAMAGED: (
        "NIP rusak oleh Excel: disimpan sebagai angka, tiga angka terakhirnya hilang; ketik ulang atau kosongkan",
        "the NIP was damaged by Excel: it was kept as a number and lost its last three digits; type it or leave it out",
    ),
    Fault.NO_VALUE: (
        "rumus atau kesalahan Excel tanpa hasil; ketik isinya",
        "a formula or a mistake of Excel without a value; type what it should be",
    ),
    Fault.BOTH_SEXES: ("L dan P dicentang dua-duanya", "L and P are both ticked"),
    Fault.NO_DATE: ("“{text}” bukan tanggal lahir", "“{text}” is no date of birth"),
    Fault.NOT_FITTING: (
        "“{text}” tidak dikenali; yang dapat diisi: {expected}",
        "“{text}” is not known; it can be: {expected}",
    ),
}

_NIP_REMARKS: dict[NipRemark, tuple[str, str]] = {
    NipRemark.LENGTH: ("NIP tidak 18 angka", "the NIP does not have 18 digits"),
    NipRemark.LETTERS: ("NIP berisi huruf", "the NIP holds letters"),
    NipRemark.NIK: ("NIP 16 angka: mungkin NIK", "a NIP of 16 digits: perhaps a NIK"),
    NipRemark.BIRTH: ("delapan angka pertama NIP bukan tanggal lahir", "the first eight digits of the NIP are no date"),
    NipRemark.APPOINTED: ("bulan pengangkatan dalam NIP janggal", "the month of appointment in the NIP looks odd"),
    NipRemark.SEX_DIGIT: ("angka ke-15 NIP bukan 1 atau 2", "digit 15 of the NIP is neither 1 nor 2"),
    NipRemark.OTHER_SEX: ("L/P berbeda dari angka ke-15 NIP", "L/P differs from digit 15 of the NIP"),
}

_SKIPPED: dict[Skipped, tuple[str, str]] = {
    Skipped.BY_HAND: ("dilewati", "left out"),
    Skipped.NO_PERSON: ("bukan baris peserta", "no row of a participant"),
    Skipped.ALREADY: ("sudah ada di daftar hadir, nomor {n}", "on the attendance list already, number {n}"),
}


def target_words(target: str, lang: str = "id") -> str:
    """What a column is taken as."""
    return TARGET_WORDS[target][lang == "en"]


def heading_words(target: str, lang: str = "id") -> str:
    """The same in a narrow column."""
    return target_words(target, lang).partition(" (")[0]


def problem_words(problem: Problem, lang: str = "id") -> str:
    """What stands against a cell."""
    halves = problem.expected.split(" / ")
    expected = halves[lang == "en"] if len(halves) == 2 and problem.field != "sex" else problem.expected
    text = problem.text if len(problem.text) <= 40 else problem.text[:39] + "…"
    return _FAULTS[problem.fault][lang == "en"].format(text=text, expected=expected)


def placed_words(draft: Draft, row: DraftRow, problem: Problem, lang: str = "id") -> str:
    """The same with sheet, row and column."""
    sheet, line, column = ("sheet", "row", "column") if lang == "en" else ("lembar", "baris", "kolom")
    letters = draft.column_of(problem.field)
    where = f"{sheet} “{draft.table.name}”, {line} {row.place}" + (f", {column} {letters}" if letters else "")
    return f"{where}: {problem_words(problem, lang)}"


def skipped_words(row: DraftRow, lang: str = "id") -> str:
    """Why a row stays outside; "" when it does not."""
    return _SKIPPED[row.skipped][lang == "en"].format(n=row.on_list) if row.skipped else ""


def remark_words(draft: Draft, row: DraftRow, lang: str = "id") -> tuple[str, ...]:
    """What looks odd and stands in nobody's way."""
    english = lang == "en"
    told = []
    if row.remark.nip:
        told.append(_NIP_REMARKS[row.remark.nip][english])
    if row.remark.double is not Double.NONE and row.skipped is not Skipped.ALREADY:
        if row.on_list:
            told.append(
                (
                    f"mungkin sudah ada di daftar hadir, nomor {row.on_list}",
                    f"perhaps on the list already, number {row.on_list}",
                )[english]
            )
        elif other := draft.double_of(row):
            what = (("NIP sama", "same NIP"), ("nama sama", "same name"))[row.remark.double is Double.NAME][english]
            told.append((f"{what} dengan baris {other}", f"{what} as row {other}")[english])
    if row.read.zeros:
        told.append(("angka 0 di depan nomor HP dikembalikan", "the 0 before the phone number was put back")[english])
    if row.is_hidden:
        told.append(("baris tersembunyi di Excel", "a hidden row in Excel")[english])
    return tuple(told)
