"""Which rows of a survey make up one question: a row of XLSForm holds one value, most of our answers several."""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop.forms.schema import AnswerKind, Question, Text

YES_NO = "yes_no"
ONE = "select_one"
MANY = "select_multiple"

SINGLE: Mapping[AnswerKind, str] = {
    AnswerKind.BOOLEAN: YES_NO,
    AnswerKind.INTEGER: "integer",
    AnswerKind.CURRENCY_IDR: "integer",
    AnswerKind.ENUM: ONE,
    AnswerKind.MULTI_ENUM: MANY,
    AnswerKind.CHECKLIST: MANY,
    AnswerKind.DECIMAL: "decimal",
    AnswerKind.DATE: "date",
    AnswerKind.TEXT: "text",
}
"""Kinds with one row, and its type."""

BY_TYPE: Mapping[str, AnswerKind] = {
    YES_NO: AnswerKind.BOOLEAN,
    "integer": AnswerKind.INTEGER,
    ONE: AnswerKind.ENUM,
    MANY: AnswerKind.MULTI_ENUM,
    "decimal": AnswerKind.DECIMAL,
    "date": AnswerKind.DATE,
    "text": AnswerKind.TEXT,
}
"""What a row of that type is when nothing else is told."""

WITH_MAIN = (
    *(AnswerKind.BOOLEAN_WITH_REFERENCE, AnswerKind.BOOLEAN_WITH_VALUE, AnswerKind.INTEGER_WITH_LIST),
    *(AnswerKind.RATIO, AnswerKind.RATIO_AND_COUNT, AnswerKind.CURRENCY_AND_PERCENTAGE, AnswerKind.ENUM_WITH_YEAR),
)
"""Kinds whose conditions look at their first part (`rules.main_value`)."""

OF_ITEMS = (AnswerKind.RATIO_MULTI, AnswerKind.CHECKLIST_DATES, AnswerKind.DECIMAL_MULTI)
"""Kinds with one part for each item."""

FRACTIONS = (AnswerKind.RATIO, AnswerKind.RATIO_AND_COUNT, AnswerKind.RATIO_MULTI)


@dataclass(frozen=True, slots=True)
class Part:
    """One row inside a question's group."""

    name: str
    type: str
    label: Text


_YES = Part("yes", YES_NO, Text("Ya atau tidak", "Yes or no"))
_FIXED: Mapping[AnswerKind, tuple[Part, ...]] = {
    AnswerKind.BOOLEAN_WITH_REFERENCE: (_YES, Part("reference", "text", Text("Rujukan", "Reference"))),
    AnswerKind.BOOLEAN_WITH_VALUE: (_YES, Part("value", "text", Text("Nilai", "Value"))),
    AnswerKind.DOCUMENT: (
        Part("document_kind", "text", Text("Jenis dokumen", "Kind of document")),
        Part("number", "text", Text("Nomor", "Number")),
        Part("date", "date", Text("Tanggal", "Date")),
        Part("title", "text", Text("Judul", "Title")),
        Part("valid_until", "date", Text("Berlaku sampai", "Valid until")),
    ),
    AnswerKind.INTEGER_BY_SEX: (
        Part("male", "integer", Text("Laki-laki", "Men")),
        Part("female", "integer", Text("Perempuan", "Women")),
    ),
    AnswerKind.INTEGER_WITH_LIST: (
        Part("count", "integer", Text("Jumlah", "Number")),
        Part("names", "text", Text("Nama, satu per baris", "Names, one a line")),
    ),
    AnswerKind.CURRENCY_AND_PERCENTAGE: (
        Part("amount", "integer", Text("Jumlah rupiah", "Amount in rupiah")),
        Part("base", "integer", Text("Belanja pembanding (rupiah)", "Reference spending (rupiah)")),
    ),
    AnswerKind.ENUM_WITH_YEAR: (
        Part("option", ONE, Text("Pilihan", "Choice")),
        Part("year", "integer", Text("Tahun", "Year")),
    ),
}
_BASE_NAME = Text("Nama belanja pembanding", "Name of the reference spending")
_DOCUMENTS = Part("documents", "integer", Text("Jumlah dokumen", "Number of documents"))
_METHODS = Part("methods", MANY, Text("Metode", "Methods"))

BOUNDED: Mapping[AnswerKind, tuple[str, ...]] = {
    AnswerKind.INTEGER_WITH_LIST: ("count",),
    AnswerKind.CURRENCY_AND_PERCENTAGE: ("amount",),
    AnswerKind.INTEGER_BY_SEX: ("male", "female"),
    AnswerKind.ENUM_WITH_YEAR: ("year",),
}
"""The parts that the bounds of a question are about; those of DECIMAL_MULTI are about every item."""


def fraction_parts(question: Question) -> tuple[Part, ...]:
    """Numerator and denominator, in the question's own words."""
    above, below = question.numerator, question.denominator
    return (
        Part("numerator", "integer", above or Text("Pembilang", "Numerator")),
        Part("denominator", "integer", below or Text("Penyebut", "Denominator")),
    )


def parts_of(question: Question) -> tuple[Part, ...]:
    """The rows inside a question's group, the one that conditions look at first; none for a kind with one row."""
    kind = question.kind
    if kind is AnswerKind.RATIO:
        return fraction_parts(question)
    if kind is AnswerKind.RATIO_AND_COUNT:
        return (*fraction_parts(question), _DOCUMENTS, *((_METHODS,) if question.options else ()))
    if kind is AnswerKind.CURRENCY_AND_PERCENTAGE:
        return (*_FIXED[kind], Part("base_name", ONE if question.options else "text", _BASE_NAME))
    if kind in OF_ITEMS:
        kind_of_item = {AnswerKind.CHECKLIST_DATES: "date", AnswerKind.DECIMAL_MULTI: "decimal"}.get(kind, "group")
        return tuple(Part(item.name, kind_of_item, item.label) for item in question.items)
    return _FIXED.get(kind, ())


def value_names(question: Question) -> tuple[str, ...]:
    """The names of the rows that hold its values, as an expression refers to them."""
    if question.kind in SINGLE:
        return (question.name,)
    names = tuple(f"{question.name}.{part.name}" for part in parts_of(question))
    if question.kind is AnswerKind.RATIO_MULTI:
        return tuple(f"{name}.{each}" for name in names for each in ("numerator", "denominator"))
    return names
