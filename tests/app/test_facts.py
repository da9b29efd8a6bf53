"""What counts: only meetings that took place, by what somebody chose to count, and every person once."""

import pytest

from pug_desktop.app import edit, meet, paper_recap, report, semester
from pug_desktop.app.facts import gather
from pug_desktop.domain.activity import from_meetings
from pug_desktop.domain.indicators import AssignmentFacts, FollowUpFacts, MeetingFacts
from pug_desktop.forms import load_form
from pug_desktop.forms.schema import AUTO_SOURCES
from tests.app.rivals import disagree

YEAR = 2024
FORM = load_form("prasyarat-kabkota")
QUESTIONS = [question for question in FORM.questions if question.auto_from and not question.auto_from.startswith("reg")]


def meeting(ws, kind="sosialisasi", state=None, **fields):
    return edit.create(ws, "meeting", {"kind": kind, "year": YEAR, "month": 3, "state": state, **fields})


def person(ws, meeting_id, **fields):
    return edit.create(ws, "attendance", {"meeting_id": meeting_id, **fields})


def computed(ws, item):
    facts = _facts(ws)
    return from_meetings(FORM.question(item), YEAR, facts.meetings, facts.follow_ups, facts.assignments)


def answer(ws, item):
    found = computed(ws, item)
    return None if found is None else found.value


def _facts(ws):
    with ws.database.read() as connection:
        return gather(connection, ws.profile.scope)


def test_every_question_that_meetings_answer_is_looked_at_here():
    assert {question.auto_from for question in QUESTIONS} == {each for each in AUTO_SOURCES if "register" not in each}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_what_did_not_take_place_answers_nothing(question):
    planned = MeetingFacts("bimtek", YEAR, True, 3, 4, 7, 1, 1, frozenset({"a"}), held=False)
    due = FollowUpFacts(f"{YEAR}-05-01", "selesai", f"{YEAR}-04-01", held=False)
    in_office = AssignmentFacts("a", "focal_point", "P")
    nothing = from_meetings(question, YEAR, (), (), (in_office,))
    assert from_meetings(question, YEAR, (planned,), (due,), (in_office,)) == nothing


def test_planned_and_called_off_meetings_count_in_no_answer_and_in_no_recap(regency):
    held = meeting(regency, title="Sosialisasi PPRG")
    for state in ("rencana", "batal"):
        fell_through = meeting(regency, state=state, title=f"Sosialisasi {state}", chair_position="Bupati")
        person(regency, fell_through, name="Budi", sex="L", office_type="opd")
        follow_up = {"meeting_id": fell_through, "due_on": f"{YEAR}-05-01", "state": "belum"}
        edit.create(regency, "follow_up", follow_up)
    person(regency, held, name="Siti", sex="P", office_type="opd")
    assert answer(regency, "P4.02") == {"male": 0, "female": 1}
    assert answer(regency, "P3.09") is None
    assert answer(regency, "P1.04") is None
    paper = paper_recap.regency_paper(regency, report.Wish(year=YEAR))
    assert [row.title for row in paper.meetings] == ["Sosialisasi PPRG"]
    assert [(row.male, row.female) for row in paper.attendance] == [(0, 1)]

    told = semester.proposals(regency, {"year": YEAR, "semester": 1})
    assert "PPRG" in told["programmes"]
    assert "rencana" not in told["programmes"]
    assert "batal" not in told["programmes"]


def test_what_somebody_chose_to_count_is_what_the_answer_counts(regency):
    both = meeting(regency)
    person(regency, both, name="Siti", sex="P")
    meet.set_headcount(regency, both, male=10, female=20, total=30)
    assert answer(regency, "P4.02") == {"male": 10, "female": 20}
    edit.put(regency, "meeting", both, counted_by="daftar")
    assert answer(regency, "P4.02") == {"male": 0, "female": 1}
    edit.put(regency, "meeting", both, counted_by="jumlah")
    assert answer(regency, "P4.02") == {"male": 10, "female": 20}


def test_linked_entries_are_one_focal_point_and_one_trained_person_until_the_link_is_taken_back(regency):
    one = edit.create(regency, "person", {"name": "Moh. Yusuf"})
    other = edit.create(regency, "person", {"name": "Muhammad Yusuf", "sex": "L"})
    edit.create(regency, "assignment", {"person_id": one, "role": "focal_point"})
    edit.create(regency, "assignment", {"person_id": other, "role": "focal_point"})
    third = edit.create(regency, "person", {"name": "M. Yusuf"})
    person(regency, meeting(regency, "pelatihan"), name="M. Yusuf", person_id=third)
    assert answer(regency, "P3.04") == {"male": 1, "female": 0}
    assert answer(regency, "P4.01") == {"numerator": 0, "denominator": 2}
    first = edit.create(regency, "person_link", {"person_id": other, "kept_id": one, "verdict": "sama"})
    second = edit.create(regency, "person_link", {"person_id": third, "kept_id": other, "verdict": "sama"})
    (assigned,) = {each.person_id for each in _facts(regency).assignments}
    assert assigned in (one, other, third)
    assert answer(regency, "P3.04") == {"male": 1, "female": 0}
    assert answer(regency, "P4.01") == {"numerator": 1, "denominator": 1}
    edit.remove(regency, "person_link", second)
    assert answer(regency, "P4.01") == {"numerator": 0, "denominator": 1}
    edit.remove(regency, "person_link", first)
    assert answer(regency, "P4.01") == {"numerator": 0, "denominator": 2}


def test_linked_entries_of_two_sexes_are_a_person_whose_sex_nobody_knows(regency):
    one, other = (edit.create(regency, "person", {"name": "Yus", "sex": sex}) for sex in "LP")
    edit.create(regency, "assignment", {"person_id": one, "role": "focal_point"})
    edit.create(regency, "person_link", {"person_id": other, "kept_id": one, "verdict": "sama"})
    assert answer(regency, "P3.04") == {"male": None, "female": None}


def test_where_nobody_decided_whether_a_meeting_took_place_the_answer_may_still_change(regency):
    meeting(regency, "pendampingan")
    disputed = meeting(regency, "pendampingan")

    def call_off():
        edit.put(regency, "meeting", disputed, state="batal")

    disagree(regency, "meeting", disputed, call_off, state="terlaksana")
    found = computed(regency, "P6.08")
    assert found.open
    facts = _facts(regency)
    assert {each.id: each.open for each in facts.meetings}[disputed]


def test_two_titles_of_a_meeting_that_was_called_off_leave_the_answers_alone(regency):
    meeting(regency, "pendampingan")
    called_off = meeting(regency, "pendampingan", state="batal", title="Lama")

    def rename():
        edit.put(regency, "meeting", called_off, title="Baru")

    disagree(regency, "meeting", called_off, rename, title="Lain")
    found = computed(regency, "P6.08")
    assert (found.value, found.open) == (1, False)
