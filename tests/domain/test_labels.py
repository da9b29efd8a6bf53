import pytest

from pug_desktop.domain import kinds
from pug_desktop.domain.words import groups, label, labels

OPTIONS = {
    "meeting_kind": kinds.MEETING_KINDS,
    "meeting_role": kinds.MEETING_ROLES,
    "office_type": kinds.OFFICE_TYPES,
    "sex": kinds.SEXES,
    "assignment_role": kinds.ASSIGNMENT_ROLES,
    "answer_state": kinds.ANSWER_STATES,
    "follow_up_state": kinds.FOLLOW_UP_STATES,
    "evidence_owner": kinds.EVIDENCE_OWNERS,
    "verdict": kinds.VERDICTS,
    "sheet_state": kinds.SHEET_STATES,
    "decree_kind": kinds.DECREE_KINDS,
    "gap_model": kinds.GAP_MODELS,
    "meeting_state": kinds.MEETING_STATES,
    "counted_by": kinds.COUNTED_BY,
    "attendance_role": kinds.ATTENDANCE_ROLES,
    "age_band": kinds.AGE_BANDS,
    "disability": kinds.DISABILITY,
    "achieved": kinds.ACHIEVED,
    "same_person": kinds.SAME_PERSON,
    "kind": tuple(kinds.KINDS),
}


@pytest.mark.parametrize("group", OPTIONS)
def test_every_code_of_the_records_has_a_word_in_both_languages(group):
    for lang in ("id", "en"):
        assert tuple(code for code, _ in labels(group, lang)) == OPTIONS[group]
        assert all(word for _, word in labels(group, lang))


def test_every_closed_list_of_a_field_has_its_words():
    lists = {field.options for kind in kinds.KINDS.values() for field in kind.fields if field.options}
    worded = [tuple(code for code, _ in labels(group)) for group in groups()]

    assert all(options in worded for options in lists)


def test_a_code_of_a_newer_program_is_shown_as_it_is():
    assert label("meeting_kind", "rapat_baru") == "rapat baru"


def test_no_code_is_a_word_or_nothing():
    assert label("sex", None) == "Belum diisi"
    assert label("meeting_kind", None) == ""
