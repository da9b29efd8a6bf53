"""A sheet in the order of the ministry's evaluation: the same answers and evidence, gathered in other sections."""

from dataclasses import replace
from functools import lru_cache

from pug_desktop.app.computed import counted_as
from pug_desktop.app.sheets import REGENCY_FORM, Sheet, SheetSection
from pug_desktop.domain.checklist import AnswerState, completeness
from pug_desktop.forms.derive import derived_sections
from pug_desktop.forms.load import available, load_form
from pug_desktop.forms.schema import Form

EVALUATION = "evaluasi-kabkota"


def can_arrange(sheet: Sheet) -> bool:
    """Whether the ministry evaluates what is on this sheet; an office's sheet is part of its regency's."""
    return sheet.form.form == _plan().derives


def arranged(sheet: Sheet) -> Sheet:
    """The sheet with the sections of the evaluation; everything else, saving too, is as it was."""
    sections = derived_sections(_plan(), sheet.form, _groups())
    items = {item.question.name: item for section in sheet.sections for item in section.items}
    counted = {
        name: counted_as(
            AnswerState(item.status, item.value, item.note, item.override_reason, len(item.evidence)), item.computed
        )
        for name, item in items.items()
    }
    how_far = completeness(replace(sheet.form, sections=sections), counted)
    made = tuple(
        SheetSection(section, tuple(items[each.name] for each in section.questions), how_far[section.name])
        for section in sections
    )
    return replace(sheet, sections=made)


def _plan() -> Form:
    return load_form(EVALUATION)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    """The group of every question as the newest version of the catalogue tells it; version 1 told none."""
    newest = max(version for name, version in available() if name == REGENCY_FORM)
    return {question.name: question.lke_group for question in load_form(REGENCY_FORM, newest).questions}
