"""One instrument seen in the order of another: the sections of a derived form with the questions of its base.

An answer stands where its question is asked, so that nothing is typed twice.
"""

from collections.abc import Mapping
from dataclasses import replace

from pug_desktop.forms.schema import Form, Question, Section, Text

OTHER = "X"
"""The name of the section that takes what belongs to none."""

_OTHER_LABEL = Text("Belum dikelompokkan", "Not grouped yet")
_OTHER_DEFINITION = Text(
    "Butir yang belum ditempatkan dalam susunan ini.", "Questions that have no place in this order yet."
)


def derived_sections(plan: Form, base: Form, known: Mapping[str, str] | None = None) -> tuple[Section, ...]:
    """The sections of `plan`, each with the questions of `base` that belong to it; none without a question.

    Its own group counts, else the one that `known` gives for it (an older version of the base tells none), else the
    first of its section that the plan knows. Every question stands in exactly one section; what belongs to none comes
    last, under a name of its own.
    """
    places = {section.lke_group: section.name for section in plan.sections}
    found: dict[str, list[Question]] = {section.name: [] for section in plan.sections}
    rest: list[Question] = []
    for section in base.sections:
        for question in section.questions:
            told = question.lke_group or (known or {}).get(question.name) or section.lke_group
            place = next((places[each] for each in groups_of(told) if each in places), "")
            found.get(place, rest).append(question)
    made = [replace(section, questions=tuple(found[section.name])) for section in plan.sections if found[section.name]]
    if rest:
        made.append(Section(OTHER, _OTHER_LABEL, _OTHER_DEFINITION, tuple(rest)))
    return tuple(made)


def groups_of(told: str) -> list[str]:
    """The groups of "7_proses/perencanaan,pelaksanaan; inovasi", each with what it stands below."""
    found = []
    for part in told.split(";"):
        above, _, names = part.strip().partition("/")
        found += [f"{above}/{name.strip()}" for name in names.split(",")] if names else [above]
    return found
