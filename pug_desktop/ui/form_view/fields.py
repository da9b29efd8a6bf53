"""Which widget asks for which kind of answer."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from pug_desktop.forms.schema import AnswerKind, Question
from pug_desktop.ui.form_view import amounts, choices, papers, singles
from pug_desktop.ui.form_view.answer import AnswerField

FIELDS: Mapping[AnswerKind, type[AnswerField]] = {
    AnswerKind.BOOLEAN: choices.YesNoField,
    AnswerKind.BOOLEAN_WITH_REFERENCE: choices.YesNoDetailField,
    AnswerKind.BOOLEAN_WITH_VALUE: choices.YesNoValueField,
    AnswerKind.DOCUMENT: papers.DocumentField,
    AnswerKind.INTEGER: singles.CountField,
    AnswerKind.INTEGER_BY_SEX: amounts.BySexField,
    AnswerKind.INTEGER_WITH_LIST: papers.CountWithNamesField,
    AnswerKind.RATIO: amounts.RatioField,
    AnswerKind.RATIO_AND_COUNT: amounts.RatioAndCountField,
    AnswerKind.RATIO_MULTI: amounts.RatioMultiField,
    AnswerKind.CURRENCY_IDR: amounts.RupiahField,
    AnswerKind.CURRENCY_AND_PERCENTAGE: amounts.RupiahShareField,
    AnswerKind.ENUM: choices.OneField,
    AnswerKind.ENUM_WITH_YEAR: choices.OneWithYearField,
    AnswerKind.MULTI_ENUM: choices.SeveralField,
    AnswerKind.CHECKLIST: choices.SeveralField,
    AnswerKind.CHECKLIST_DATES: choices.DatedItemsField,
    AnswerKind.DECIMAL_MULTI: amounts.DecimalsField,
    AnswerKind.DECIMAL: singles.DecimalField,
    AnswerKind.DATE: singles.DateField,
    AnswerKind.TEXT: papers.WordsField,
}


def field_for(question: Question, parent: QWidget | None = None) -> AnswerField:
    """The widget that asks this question."""
    return FIELDS[question.kind](question, parent)
