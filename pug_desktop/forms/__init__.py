"""The paper instruments as data.

A form says what is asked, in which order, which answers are allowed and when a question applies. It never changes once
released; a new wording is a new version (`catalog/released.toml` holds the hashes). Nothing here draws a window:
`ui/form_view/` does.

    form = load_form("prasyarat-kabkota")
    question = form.question("P1.06")
    check_value(question, {"numerator": 12, "denominator": 34})
    shown_value(question, {"numerator": 12, "denominator": 34})     # "12 dari 34 (35,3 %)"
"""

from pug_desktop.forms.load import available, load_form, parse_form
from pug_desktop.forms.rules import check_value, is_filled, is_relevant, shown_value
from pug_desktop.forms.schema import AnswerKind, Condition, Form, Option, Question, Rollup, Section, Text

__all__ = [
    "AnswerKind",
    "Condition",
    "Form",
    "Option",
    "Question",
    "Rollup",
    "Section",
    "Text",
    "available",
    "check_value",
    "is_filled",
    "is_relevant",
    "load_form",
    "parse_form",
    "shown_value",
]
