from pug_desktop.app import meet
from pug_desktop.app.value_words import OPTIONS, Words
from pug_desktop.domain.kinds import KINDS
from pug_desktop.domain.words import labels


def test_every_code_that_a_record_may_hold_has_a_word():
    coded = {
        (kind, field.name): field.options for kind, each in KINDS.items() for field in each.fields if field.options
    }
    assert {pair for pair in coded if pair not in OPTIONS} == set()
    for pair, codes in coded.items():
        assert set(codes) <= {code for code, _ in labels(OPTIONS[pair])}, pair


def test_ages_of_a_head_count_are_said_in_words(office):
    with office.database.read() as connection:
        words = Words(connection)
        assert words.value("headcount", "age_bands", {"18_30": 4, "60_up": 1}, {}) == (
            "18-30 tahun: 4, 60 tahun ke atas: 1"
        )
        assert words.value("attendance", "role", "narasumber", {}) == "Narasumber"


def test_a_result_that_is_referred_to_is_called_by_its_text(office):
    made = meet.add_output(office, meet.create_meeting(office), "SK terbit")
    with office.database.read() as connection:
        words = Words(connection)
        assert words.value("follow_up", "output_id", made, {}) == "SK terbit"
        assert words.value("output", "fulfils_id", made, {}) == "SK terbit"
        assert words.value("output", "fulfils_id", "f" * 32, {}) == "(catatan lain)"
        assert words.value("output", "prerequisites", ["P1", "P3"], {}) == "P1\nP3"
