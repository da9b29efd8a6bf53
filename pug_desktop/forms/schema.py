"""What a form is made of: sections, questions, options, conditions.

The words are XLSForm's (`name`, `label`, `hint`, `relevant`), so that who has used ODK or Kobo reads a file at once.
"""

from dataclasses import dataclass
from enum import StrEnum


class AnswerKind(StrEnum):
    """What an answer looks like; the JSON of each stands beside it."""

    BOOLEAN = "boolean"
    """true, false"""
    BOOLEAN_WITH_REFERENCE = "boolean_with_reference"
    """{"yes": bool, "reference": str}: chapter, page or address."""
    BOOLEAN_WITH_VALUE = "boolean_with_value"
    """{"yes": bool, "value": str}"""
    DOCUMENT = "document"
    """{"document_kind", "number", "date", "title", "valid_until"}: texts, dates as YYYY-MM-DD; the file is evidence."""
    INTEGER = "integer"
    """int"""
    INTEGER_BY_SEX = "integer_by_sex"
    """{"male": int or null, "female": int or null}: null is "not known", never 0."""
    INTEGER_WITH_LIST = "integer_with_list"
    """{"count": int, "names": [str]}"""
    RATIO = "ratio"
    """{"numerator": int, "denominator": int}"""
    RATIO_AND_COUNT = "ratio_and_count"
    """{"numerator": int, "denominator": int, "documents": int}, and "methods": [str] where the question has options."""
    RATIO_MULTI = "ratio_multi"
    """{item: {"numerator": int, "denominator": int}}"""
    CURRENCY_IDR = "currency_idr"
    """int, whole rupiah"""
    CURRENCY_AND_PERCENTAGE = "currency_and_percentage"
    """{"amount": int, "base": int or null, "base_name": str}: the name of an option, or the office's own words."""
    ENUM = "enum"
    """str, the name of an option"""
    ENUM_WITH_YEAR = "enum_with_year"
    """{"option": str, "year": int}"""
    MULTI_ENUM = "multi_enum"
    """[str], names of options"""
    CHECKLIST = "checklist"
    """[str], names of the items that are there"""
    CHECKLIST_DATES = "checklist_dates"
    """{item: "YYYY-MM-DD" or null}"""
    DECIMAL_MULTI = "decimal_multi"
    """{item: "91.25"}: text with a decimal point, never a float"""
    DECIMAL = "decimal"
    """"91.25": text with a decimal point, never a float"""
    DATE = "date"
    """"YYYY-MM-DD\""""
    TEXT = "text"
    """str"""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in both languages; Indonesian comes first."""

    id: str
    en: str

    def of(self, lang: str) -> str:
        """The words in that language; Indonesian unless `lang` is "en"."""
        return self.en if lang == "en" else self.id


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that an answer may be: whole numbers, decimals as text, or dates; None is no bound."""

    least: int | str | None = None
    most: int | str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen or filled in; `name` is what a record keeps."""

    name: str
    label: Text
    bounds: Bounds | None = None
    """What the number of this item may be, where it differs from the question's (`DECIMAL_MULTI`)."""


@dataclass(frozen=True, slots=True)
class Rollup:
    """How a district's answer is computed from the sheets of its offices (`domain/indicators.py` knows the rules)."""

    source: str
    """The question of the offices' form."""
    rule: str
    of: str | None = None
    """"offices" when the denominator is the number of offices in the list."""
    detail: str | None = None
    """A second question of the offices' form, whose choices are collected."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A comparison with an answer: `operator` is one of OPERATORS, `question` stands earlier in the form.

    Says when a question applies (`relevant`), when it must be answered (`required`), and what must hold of an answer.
    """

    question: str
    operator: str
    value: object


OPERATORS = ("equals", "one_of", "at_least", "less_than", "answered")

SEVERITIES = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Constraint:
    """What must hold of an answer, `check`, where `when` holds; `message` says what to do otherwise.

    `check` looks at the question itself or at one before it, `when` always at one before it.
    """

    check: Condition
    message: Text
    when: Condition | None = None
    severity: str = "error"
    """One of SEVERITIES; a warning may be right and is looked at again."""


FREQUENCIES = ("annual", "semester", "5-year", "event")

AUTO_SOURCES = (
    "meetings.role=pembuka|pimpinan",
    "meetings.type=rakor_pokja",
    "meetings.type=pendampingan",
    "people.role=focal_point",
    "followups",
    "attendance",
    "attendance.type=pelatihan",
    "attendance.institution_type",
    "register.regulation",
    "register.regulation=edaran",
    "register.regulation=rencana_aksi",
    "register.regulation=pedoman",
    "register.decree=pokja",
    "register.decree=team_driver",
    "register.decree=focal_point",
    "register.decree=tim_teknis",
    "register.decree=fasilitator",
    "register.decree=pengelola_data",
    "register.award",
    "register.gender_index",
    "register.gender_budget",
    "register.institution_budget",
)
"""What an answer can be computed from beside the offices' sheets (`domain/indicators.py`, docs/indicators.md)."""

ROLLUP_GIVES = {
    "count_yes": AnswerKind.RATIO,
    "count_positive": AnswerKind.RATIO,
    "sum": AnswerKind.INTEGER,
    "sum_by_sex": AnswerKind.INTEGER_BY_SEX,
    "sum_ratio": AnswerKind.RATIO,
    "sum_money": AnswerKind.CURRENCY_AND_PERCENTAGE,
    "union": AnswerKind.CHECKLIST,
    "yes_and_documents": AnswerKind.RATIO_AND_COUNT,
}
"""The kind of answer that each roll-up rule computes."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked."""

    name: str
    kind: AnswerKind
    label: Text
    hint: Text | None = None
    options: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    numerator: Text | None = None
    denominator: Text | None = None
    evidence: tuple[str, ...] = ()
    """Examples of papers that prove the answer."""
    evidence_required: bool = False
    frequency: str = "annual"
    auto_from: str | None = None
    rollup: Rollup | None = None
    relevant: Condition | None = None
    required: bool | Condition = False
    """Whether it must be answered: always, or where an earlier answer says so."""
    unit: Text | None = None
    """What a number counts: "orang", "dokumen"."""
    bounds: Bounds | None = None
    constraints: tuple[Constraint, ...] = ()
    lke_group: str = ""
    """The place in the ministry's evaluation; empty where that of the section holds."""
    note: Text | None = None
    basis: tuple[str, ...] = ()
    """Where the question comes from ("S" stated by a source, "I" inferred, "K" to be verified); not shown to people."""

    def choice(self, name: str) -> Option | None:
        """The option or item of that name."""
        for each in (*self.options, *self.items):
            if each.name == name:
                return each
        return None


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together: one prerequisite, one part of a meeting's papers."""

    name: str
    label: Text
    definition: Text
    questions: tuple[Question, ...]
    lke_group: str = ""
    """The place in the ministry's current evaluation; empty where it has none."""
    aliases: tuple[str, ...] = ()
    """Other names in use for the same thing; regions differ."""


@dataclass(frozen=True, slots=True)
class Form:
    """One released instrument; a record keeps `form`, `version` and `sha256`."""

    form: str
    version: int
    title: Text
    source: str
    """Where the wording comes from."""
    sections: tuple[Section, ...]
    sha256: str
    """Of the bytes of the file, so that a province can tell two forms with one version apart."""
    derives: str = ""
    """The form whose questions this one arranges by `lke_group`; its sections ask nothing of their own then."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of the form."""
        return tuple(question for section in self.sections for question in section.questions)

    def question(self, name: str) -> Question:
        """The question of that name; KeyError when there is none."""
        for each in self.questions:
            if each.name == name:
                return each
        raise KeyError(name)

    def section(self, name: str) -> Section:
        """The section of that name; KeyError when there is none."""
        for each in self.sections:
            if each.name == name:
                return each
        raise KeyError(name)
