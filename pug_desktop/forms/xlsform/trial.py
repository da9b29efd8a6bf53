"""All that the loader of forms has against the tables of a form: what it refuses is taken out, and it looks again."""

import copy
import re
from collections.abc import Collection

from pug_desktop.forms.parse import form_from
from pug_desktop.forms.tables import Mistake
from pug_desktop.forms.xlsform.rules import Told

_QUESTION = re.compile(r'question "(?P<name>[^"]*)"')
_SECTION = re.compile(r'section "(?P<name>[^"]*)"')
_CONSTRAINT = re.compile(r"constraint (?P<number>[0-9]+)")
_CHOICE = re.compile(r'(?P<key>options|items) "(?P<name>[^"]*)"')

_STAYS = ("name", "kind", "label", "definition", "question")
"""Keys without which there is no question and no section."""
_TOGETHER = {"min": ("min", "max"), "numerator": ("numerator", "denominator")}
_SOUND: Told = {"form": "x", "version": 1, "title": {"id": "x", "en": "x"}, "source": "x"}


def loader_mistakes(told: Told, unsure: Collection[str], most: int) -> list[Mistake]:
    """Every mistake that the loader finds, one after the other.

    Args:
        told: the tables of a form.
        unsure: names of questions that were refused already; what others say about them is not looked at.
        most: how many mistakes are enough.
    """
    trial: Told = copy.deepcopy(told)
    for name in unsure:
        _silence(trial, name)
    if "derives" not in trial:
        # Whether a section is empty was told before: here it may only have lost what was refused.
        trial["section"] = [each for each in _tables(trial, "section") if each.get("question")]
    found: list[Mistake] = []
    while len(found) < most and trial.get("section"):
        try:
            form_from(trial, "")
        except Mistake as mistake:
            found.append(mistake)
            if not _take_out(trial, mistake):
                break
        else:
            break
    return found


def _take_out(trial: Told, mistake: Mistake) -> bool:
    """Take what is wrong out of the tables, as little as can be; whether that could be done."""
    if match := _QUESTION.search(mistake.place):
        question = next((each for each in _questions(trial) if each.get("name") == match["name"]), None)
        if question is None:
            return False
        if not _cut(question, mistake):
            _drop(trial, match["name"])
        return True
    if match := _SECTION.search(mistake.place):
        return _mend_section(trial, match["name"], mistake)
    top = mistake.place or mistake.key
    if top in _SOUND:
        is_new = trial.get(top) != _SOUND[top]
        trial[top] = _SOUND[top]
        return is_new
    return trial.pop(top, None) is not None


def _cut(question: Told, mistake: Mistake) -> bool:
    """Cut one constraint, one choice or one key out of a question."""
    if match := _CONSTRAINT.search(mistake.place):
        checks = _tables(question, "constraint")
        kept = [each for number, each in enumerate(checks, start=1) if number != int(match["number"])]
        question["constraint"] = kept
        if not kept:
            del question["constraint"]
        return True
    if match := _CHOICE.search(mistake.place):
        choices = _tables(question, match["key"])
        last = max((number for number, each in enumerate(choices) if each.get("name") == match["name"]), default=None)
        if last is None or len(choices) < 2:
            return False
        question[match["key"]] = choices[:last] + choices[last + 1 :]
        return True
    if mistake.key in _STAYS or mistake.key not in question:
        return False
    for key in _TOGETHER.get(mistake.key, (mistake.key,)):
        question.pop(key, None)
    return True


def _mend_section(trial: Told, name: str, mistake: Mistake) -> bool:
    sections = _tables(trial, "section")
    numbers = [number for number, each in enumerate(sections) if each.get("name") == name]
    if not numbers:
        return False
    section = sections[numbers[-1]]
    if mistake.key == "name" and len(numbers) > 1:
        section["name"] = f"{name}-{numbers[-1]}"
        return True
    if mistake.key not in _STAYS and mistake.key in section:
        del section[mistake.key]
        return True
    trial["section"] = [each for each in sections if each is not section]
    return True


def _drop(trial: Told, name: str) -> None:
    """Take out a question, and whatever is said about it."""
    sections = _tables(trial, "section")
    for section in sections:
        if "question" in section:
            section["question"] = [each for each in _tables(section, "question") if each.get("name") != name]
    trial["section"] = [each for each in sections if "question" not in each or each["question"]]
    _silence(trial, name)


def _silence(trial: Told, name: str) -> None:
    for section in _tables(trial, "section"):
        if "question" in section:
            section["question"] = [_forget(each, name) for each in _tables(section, "question")]


def _forget(question: Told, name: str) -> Told:
    def about(value: object) -> bool:
        if not isinstance(value, dict):
            return False
        asked = value.get("question")
        is_named = isinstance(asked, str) and (asked == name or asked.startswith(f"{name}."))
        return is_named or about(value.get("when"))

    found = {key: value for key, value in question.items() if not about(value)}
    if "constraint" in found:
        found["constraint"] = [each for each in _tables(found, "constraint") if not about(each)]
        if not found["constraint"]:
            del found["constraint"]
    return found


def _questions(trial: Told) -> list[Told]:
    return [each for section in _tables(trial, "section") for each in _tables(section, "question")]


def _tables(table: Told, key: str) -> list[Told]:
    value = table.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
