"""The page of an instrument's workbook that explains the other three, for who has never seen XLSForm."""

from pug_desktop.forms.schema import AUTO_SOURCES, FREQUENCIES, AnswerKind
from pug_desktop.reports.xlsform import Guide

HEADING = "Petunjuk mengisi instrumen / How to write an instrument"

LINES = (
    "Ubah lembar survey (pertanyaan), choices (pilihan), dan settings (nama dan versi). Naikkan version di settings.",
    "Satu bagian: baris begin_group, pertanyaannya, lalu end_group. Baris note pertama menjelaskan bagian itu.",
    "Pertanyaan dengan beberapa isian adalah kelompok di dalam bagian; jenisnya ditulis di kolom pug_kind.",
    "Nama isian di dalamnya: nama pertanyaan, titik, nama isian, misalnya P1.06.numerator. Jangan diubah.",
    "Kode pertanyaan (name) yang sudah pernah dipakai tidak boleh mendapat jenis jawaban lain; pakai kode baru.",
    "Syarat di relevant dan required: ${P6.01} >= 1, ${P1.01} = 'yes', ${P2.01} != '' (sudah dijawab).",
    "Batas di constraint: . >= 0 and . <= 100. Kolom pug_ boleh dikosongkan; program lain melewatinya.",
    "Edit survey (questions), choices and settings (name and version). Raise the version in settings.",
    "A section is begin_group, its questions, end_group. The first note explains the section.",
    "A question with several values is a group inside a section; its kind stands in the column pug_kind.",
)

_ROWS: dict[AnswerKind, tuple[str, str]] = {
    AnswerKind.BOOLEAN: ("select_one ya_tidak", "ya atau tidak / yes or no"),
    AnswerKind.BOOLEAN_WITH_REFERENCE: (
        "begin_group: yes, reference",
        "ya atau tidak, dengan rujukannya",
    ),
    AnswerKind.BOOLEAN_WITH_VALUE: ("begin_group: yes, value", "ya atau tidak, dengan satu nilai"),
    AnswerKind.DOCUMENT: ("begin_group: document_kind, number, date, title, valid_until", "satu dokumen / a document"),
    AnswerKind.INTEGER: ("integer", "bilangan bulat / a whole number"),
    AnswerKind.INTEGER_BY_SEX: ("begin_group: male, female", "jumlah laki-laki dan perempuan / men and women"),
    AnswerKind.INTEGER_WITH_LIST: ("begin_group: count, names", "jumlah dan nama-namanya / a number and the names"),
    AnswerKind.RATIO: ("begin_group: numerator, denominator", "bagian dari seluruhnya / so many of so many"),
    AnswerKind.RATIO_AND_COUNT: (
        "begin_group: numerator, denominator, documents, methods (bila ada pilihan)",
        "bagian dari seluruhnya, dan jumlah dokumen / with a number of documents",
    ),
    AnswerKind.RATIO_MULTI: (
        "begin_group: satu begin_group per butir dengan numerator, denominator",
        "bagian dari seluruhnya untuk tiap butir / for each item",
    ),
    AnswerKind.CURRENCY_IDR: ("integer", "rupiah"),
    AnswerKind.CURRENCY_AND_PERCENTAGE: (
        "begin_group: amount, base, base_name",
        "rupiah dan belanja pembandingnya / with the spending that it is a share of",
    ),
    AnswerKind.ENUM: ("select_one DAFTAR", "satu pilihan / one choice"),
    AnswerKind.ENUM_WITH_YEAR: ("begin_group: option (select_one DAFTAR), year", "satu pilihan dan tahunnya"),
    AnswerKind.MULTI_ENUM: ("select_multiple DAFTAR", "beberapa pilihan / several choices"),
    AnswerKind.CHECKLIST: ("select_multiple DAFTAR", "butir yang tersedia / which items are there"),
    AnswerKind.CHECKLIST_DATES: ("begin_group: satu baris date per butir", "tanggal tiap butir / a date for each item"),
    AnswerKind.DECIMAL_MULTI: (
        "begin_group: satu baris decimal per butir",
        "angka tiap butir / a number each",
    ),
    AnswerKind.DECIMAL: ("decimal", "angka dengan koma / a number with decimals"),
    AnswerKind.DATE: ("date", "tanggal / a date"),
    AnswerKind.TEXT: ("text", "tulisan / text"),
}

OFFERED = (
    ("pug_kind", tuple(kind.value for kind in AnswerKind)),
    ("pug_evidence_required", ("yes", "no")),
    ("pug_frequency", FREQUENCIES),
    ("pug_auto_from", AUTO_SOURCES),
)
"""What Excel offers in the cells of a column."""


def guide() -> Guide:
    """The page."""
    rows = tuple((kind.value, *_ROWS[kind]) for kind in AnswerKind)
    return Guide("petunjuk", HEADING, LINES, ("pug_kind", "Cara menulis / written as", "Jawaban / answer"), rows)
