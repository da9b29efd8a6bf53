"""Indicators computed from sheets, meetings, follow-ups and assignments."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pug_desktop.domain.checklist import AnswerState
from pug_desktop.domain.indicators import (
    AssignmentFacts,
    Computed,
    FollowUpFacts,
    MeetingFacts,
    OfficeSheet,
    compute,
    from_meetings,
    is_top_leadership,
    roll_up,
)
from pug_desktop.domain.kinds import ANSWER_STATES
from pug_desktop.forms import check_value, load_form
from pug_desktop.forms.schema import AUTO_SOURCES

REGENCY = load_form("prasyarat-kabkota")
ROLLED = [question for question in REGENCY.questions if question.rollup]

ADA, BELUM = "ada", "belum_ada"


def sheets(item: str, *answers: tuple[str, Any] | None) -> list[OfficeSheet]:
    """One sheet an answer; None is a sheet that does not answer the item."""
    return [
        OfficeSheet(f"{number:032x}", f"Dinas {number}", {item: AnswerState(*answer)} if answer else {})
        for number, answer in enumerate(answers)
    ]


def rolled(item: str, *answers: tuple[str, Any] | None, offices: int = 34) -> Computed:
    computed = roll_up(REGENCY.question(item), sheets(item, *answers), offices)
    assert computed is not None
    check_value(REGENCY.question(item), computed.value)
    return computed


# --- from the offices' sheets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ROLLED, ids=lambda question: question.name)
def test_nothing_is_known_while_no_sheet_was_received(question):
    assert roll_up(question, [], 34) is None


@pytest.mark.parametrize("question", ROLLED, ids=lambda question: question.name)
def test_nothing_is_known_while_no_sheet_answers(question):
    assert roll_up(question, sheets(question.name, None, None), 34) is None
    silent = ("belum_diisi", None)
    assert roll_up(question, sheets(question.rollup.source, silent, silent), 34) is None


def test_a_question_without_rule_is_not_rolled_up():
    assert roll_up(REGENCY.question("P1.01"), sheets("P1.01", (ADA, None)), 34) is None


def test_offices_that_say_yes_are_counted_of_all_in_the_list():
    computed = rolled(
        "P1.06",
        (ADA, {"document_kind": "Pernyataan", "number": "1"}),
        (ADA, None),
        ("proses", None),
        (BELUM, None),
        None,
    )
    assert computed.value == {"numerator": 2, "denominator": 34}
    assert (computed.counted, computed.of) == (4, 34)
    assert computed.explanation == "2 dari 34 OPD menjawab ya; 5 lembar diterima, 1 belum menjawab butir ini"


@pytest.mark.parametrize(
    ("item", "yes", "no"),
    [
        ("P2.02", {"yes": True, "reference": "bab 2"}, {"yes": False}),
        ("P2.05", {"count": 1, "names": ["SOP"]}, {"count": 0, "names": []}),
        ("P3.03", {"document_kind": "SK", "number": "4"}, {}),
        ("P4.06", True, False),
        ("P5.02", {"yes": True, "reference": "tabel"}, {"yes": False, "reference": "belum"}),
        ("P6.05", {"number": "700/1", "date": "2024-01-02"}, {"number": ""}),
    ],
)
def test_every_count_of_yes_understands_its_answer(item, yes, no):
    computed = rolled(item, (ADA, yes), ("belum_diisi", no), (BELUM, None))
    assert computed.value == {"numerator": 1, "denominator": 34}


def test_sheets_without_a_yes_make_an_honest_nought():
    computed = rolled("P4.06", (ADA, False), (BELUM, None))
    assert computed.value == {"numerator": 0, "denominator": 34}
    assert computed.explanation == "0 dari 34 OPD menjawab ya; 2 lembar diterima"


def test_a_yes_that_was_withdrawn_does_not_count():
    assert rolled("P4.06", (BELUM, True), ("tidak_relevan", True)).value == {"numerator": 0, "denominator": 34}


def test_the_list_of_offices_is_never_shorter_than_the_sheets():
    assert rolled("P4.06", (ADA, True), (ADA, True), offices=1).value == {"numerator": 2, "denominator": 2}


def test_what_offices_attached_backs_the_sum_but_not_what_goes_with_a_no():
    answers = [AnswerState(ADA, True, evidence_count=2), AnswerState(BELUM, None, evidence_count=1), AnswerState(ADA)]
    received = [OfficeSheet(f"{n:032x}", f"Dinas {n}", {"P2.02": each}) for n, each in enumerate(answers)]
    computed = roll_up(REGENCY.question("P2.02"), received, 34)
    assert computed is not None
    assert computed.proofs == 2


def test_two_sheets_of_one_office_count_once():
    twice = [OfficeSheet("a" * 32, "Dinas A", {"P4.06": AnswerState(ADA, True)})] * 2
    computed = roll_up(REGENCY.question("P4.06"), twice, 34)
    assert computed is not None
    assert computed.value == {"numerator": 1, "denominator": 34}


def test_numbers_are_summed_over_those_that_gave_one():
    computed = rolled("P2.06", (ADA, 3), (ADA, 4), (BELUM, None), None)
    assert (computed.value, computed.counted) == (7, 3)
    assert computed.explanation == "Jumlah dari 3 di antara 34 OPD; 4 lembar diterima, 1 belum menjawab butir ini"


@pytest.mark.parametrize("item", ["P2.06", "P3.04", "P4.01", "P4.05", "P4.07", "P5.08", "P6.03"])
def test_a_sum_of_nothing_is_not_nought(item):
    assert roll_up(REGENCY.question(item), sheets(item, None, None), 34) is None


def test_people_are_summed_by_sex_and_the_unknown_stays_unknown():
    computed = rolled("P3.04", (ADA, {"male": 1, "female": 2}), (ADA, {"male": None, "female": 3}))
    assert computed.value == {"male": 1, "female": 5}
    assert "1 OPD hanya menyebut salah satu jenis kelamin" in computed.explanation
    assert rolled("P3.04", (ADA, {"male": None, "female": 3})).value == {"male": None, "female": 3}


def test_trained_people_are_summed_on_both_sides():
    computed = rolled("P4.01", (ADA, {"numerator": 2, "denominator": 3}), (ADA, {"numerator": 1, "denominator": None}))
    assert computed.value == {"numerator": 2, "denominator": 3}
    assert "1 belum menjawab" in computed.explanation


def test_money_is_summed_and_its_share_only_when_the_bases_agree():
    own = {"amount": 10, "base": 100, "base_name": "belanja_langsung"}
    other = {"amount": 5, "base": 50, "base_name": "total_apbd"}
    assert rolled("P4.05", (ADA, own), (ADA, own)).value == {
        "amount": 20,
        "base": 200,
        "base_name": "belanja_langsung",
    }
    mixed = rolled("P4.05", (ADA, own), (ADA, other))
    assert mixed.value == {"amount": 15, "base": None, "base_name": ""}
    assert "berbeda-beda" in mixed.explanation
    partly = rolled("P4.05", (ADA, own), (ADA, {"amount": 5}))
    assert partly.value == {"amount": 15, "base": None, "base_name": ""}
    assert "belum lengkap" in partly.explanation


def test_facilities_are_collected_and_told_where_there_are_how_many():
    computed = rolled(
        "P4.07", (ADA, ["jalur_landai", "ruang_laktasi"]), (ADA, ["ruang_laktasi", "kolam"]), (BELUM, None)
    )
    assert computed.value == ["ruang_laktasi", "jalur_landai"]
    assert computed.explanation == "Ruang laktasi di 2 OPD dan Jalur landai (ram) di 1 OPD; 3 lembar diterima"
    assert rolled("P4.07", (BELUM, None)).value == []


def test_documents_are_counted_beside_the_offices_that_made_them():
    received = [
        OfficeSheet(
            "a" * 32,
            "Dinas A",
            {"P6.01": AnswerState(ADA, 3), "P6.01.metode": AnswerState(ADA, ["PROBA", "GAP_4_langkah"])},
        ),
        OfficeSheet("b" * 32, "Dinas B", {"P6.01": AnswerState(BELUM)}),
    ]
    computed = roll_up(REGENCY.question("P6.01"), received, 34)
    assert computed is not None
    assert computed.value == {
        "numerator": 1,
        "denominator": 34,
        "documents": 3,
        "methods": ["GAP_4_langkah", "PROBA"],
    }
    assert computed.explanation == "1 dari 34 OPD menyusun, seluruhnya 3 dokumen; 2 lembar diterima"


_counts = st.none() | st.integers(-2, 50)
_values = st.one_of(
    _counts,
    st.booleans(),
    st.text(max_size=3),
    st.floats(),
    st.lists(st.sampled_from(["ruang_laktasi", "jalur_landai", "PROBA", "x"]), max_size=3),
    st.fixed_dictionaries({}, optional={"yes": st.none() | st.booleans(), "count": _counts, "names": st.just([])}),
    st.fixed_dictionaries({}, optional={"numerator": _counts, "denominator": _counts}),
    st.fixed_dictionaries({}, optional={"male": _counts, "female": _counts}),
    st.fixed_dictionaries(
        {}, optional={"amount": _counts, "base": _counts, "base_name": st.sampled_from(["", "a", "b"])}
    ),
)
_states = st.builds(AnswerState, st.sampled_from(ANSWER_STATES), _values)


def _of_sheets(item: str) -> st.SearchStrategy[list[OfficeSheet]]:
    answers = st.fixed_dictionaries({}, optional={item: _states, f"{item}.metode": _states})
    made = st.lists(answers, max_size=6)
    return made.map(lambda each: [OfficeSheet(f"{n:032x}", "Dinas", answers) for n, answers in enumerate(each)])


def _figures(value: object) -> list[int]:
    """The counts in a computed value; without the base of a share, which needs all offices to agree."""
    if isinstance(value, dict):
        return [part or 0 for name, part in value.items() if name not in ("base", "base_name", "methods")]
    return [len(value)] if isinstance(value, list) else [value] if isinstance(value, int) else []


@given(data=st.data(), offices=st.integers(0, 8))
@settings(max_examples=300, deadline=None)
def test_a_roll_up_is_a_correct_answer_and_another_sheet_never_lowers_a_count(data, offices):
    """Which also says that no numerator is larger than its denominator: `check_value` refuses that."""
    question = data.draw(st.sampled_from(ROLLED))
    received = data.draw(_of_sheets(question.name))
    before = roll_up(question, received[:-1], offices)
    after = roll_up(question, received, offices)
    for computed in (before, after):
        if computed is not None:
            check_value(question, computed.value)
            assert 0 <= computed.counted <= computed.of
            assert "lembar diterima" in computed.explanation
    if before is not None:
        assert after is not None
        assert all(old <= new for old, new in zip(_figures(before.value), _figures(after.value), strict=True))


# --- from what was recorded ---------------------------------------------------------------------------------------

RAKOR = MeetingFacts("rakor_pokja", 2022, True, total=60)
GUNUNG_MAS = MeetingFacts("penguatan_pokja", 2022, True, vertical=3, non_government=1)
# What registers answer is tested in test_register_answers.py.
MEETING_SOURCES = [source for source in AUTO_SOURCES if not source.startswith("register.")]
MEDAN = MeetingFacts("advokasi", 2019, False, total=163)
CLINIC = MeetingFacts("pendampingan", 2022)


def auto(item: str, year: int, *meetings: MeetingFacts, **more: Any) -> Computed:
    computed = from_meetings(REGENCY.question(item), year, meetings, **more)
    assert computed is not None
    check_value(REGENCY.question(item), computed.value)
    return computed


@pytest.mark.parametrize(
    "question", [each for each in REGENCY.questions if each.auto_from in MEETING_SOURCES], ids=lambda each: each.name
)
def test_nothing_is_known_while_nothing_of_the_year_is_recorded(question):
    assert from_meetings(question, 2021, [RAKOR, MEDAN, CLINIC], [FollowUpFacts("2022-03-01", "belum")], []) is None


def test_a_question_without_source_is_not_computed():
    assert from_meetings(REGENCY.question("P1.02"), 2022, [RAKOR]) is None


def test_events_led_by_the_leadership_are_counted():
    computed = auto("P1.04", 2022, RAKOR, GUNUNG_MAS, CLINIC, MEDAN)
    assert (computed.value, computed.counted, computed.of) == (2, 2, 3)
    assert computed.explanation == (
        "2 dari 3 kegiatan yang dicatat pada 2022 dibuka atau dipimpin pimpinan daerah atau Sekda; "
        "1 kegiatan tidak menyebut siapa yang membuka atau memimpin"
    )
    assert from_meetings(REGENCY.question("P1.04"), 2022, [CLINIC]) is None


def test_meetings_of_the_pokja_and_clinics_are_counted():
    assert auto("P3.08", 2022, RAKOR, GUNUNG_MAS, CLINIC).value == 2
    clinics = auto("P6.08", 2022, RAKOR, CLINIC)
    assert clinics.value == 1
    assert clinics.explanation == "1 pendampingan di antara 2 kegiatan yang dicatat pada 2022"
    assert auto("P6.08", 2022, RAKOR).value == 0


def test_participants_of_whom_no_sex_is_known_are_not_guessed():
    computed = auto("P4.02", 2019, MEDAN)
    assert computed.value == {"male": None, "female": None}
    assert computed.explanation == (
        "163 peserta dari 1 kegiatan sosialisasi, advokasi, dan pelatihan yang dicatat pada 2019; "
        "163 peserta tidak diketahui jenis kelaminnya dan tidak ikut dihitung"
    )


def test_participants_are_summed_by_sex():
    computed = auto(
        "P4.02",
        2019,
        MEDAN,
        MeetingFacts("pelatihan", 2019, male=4, female=6, total=10),
        MeetingFacts("bimtek", 2019),
        RAKOR,
    )
    assert computed.value == {"male": 4, "female": 6}
    assert computed.explanation.startswith("173 peserta dari 2 kegiatan")
    assert computed.explanation.endswith("1 kegiatan tidak menyebut jumlah peserta")


def test_partners_in_pokja_meetings_are_counted():
    computed = auto("P7.07", 2022, RAKOR, GUNUNG_MAS)
    assert (computed.value, computed.counted, computed.of) == (4, 1, 2)
    assert "1 rapat Pokja tidak menyebut jenis instansi pesertanya" in computed.explanation
    assert from_meetings(REGENCY.question("P7.07"), 2022, [RAKOR]) is None


def test_follow_ups_done_in_time_are_counted_of_those_due():
    told = [
        FollowUpFacts("2022-03-01", "selesai", "2022-02-27"),
        FollowUpFacts("2022-03-01", "selesai", "2022-03-02"),
        FollowUpFacts("2022-03-01", "selesai"),
        FollowUpFacts("2022-12-01", "proses"),
        FollowUpFacts("2022-03-01", "batal"),
        FollowUpFacts("2023-03-01", "selesai", "2022-02-27"),
        FollowUpFacts(None, "belum"),
    ]
    computed = auto("P3.09", 2022, follow_ups=told)
    assert computed.value == {"numerator": 1, "denominator": 4}
    assert computed.explanation == (
        "1 dari 4 tindak lanjut yang jatuh tempo pada 2022 selesai tepat waktu; "
        "1 selesai tanpa tanggal sehingga tidak dihitung tepat waktu"
    )
    assert auto("P3.09", 2022, follow_ups=told, today="2022-06-30").value == {"numerator": 1, "denominator": 3}


def test_focal_points_are_those_in_office_at_the_end_of_the_year():
    told = [
        AssignmentFacts("a", "focal_point", "P", "2021-01-01"),
        AssignmentFacts("a", "focal_point", "P", "2022-01-01"),
        AssignmentFacts("b", "focal_point", "L", "2020-01-01", "2022-05-01"),
        AssignmentFacts("c", "focal_point", None),
        AssignmentFacts("d", "focal_point", "L", "2023-01-01"),
        AssignmentFacts("e", "team_driver", "L"),
    ]
    computed = auto("P3.04", 2022, assignments=told)
    assert computed.value == {"male": 0, "female": 1}
    assert computed.explanation == (
        "2 focal point menurut penugasan yang dicatat per 31 Desember 2022; 1 orang belum diketahui jenis kelaminnya"
    )
    assert auto("P3.04", 2022, assignments=told, today="2022-04-30").value == {"male": 1, "female": 1}
    assert auto("P3.04", 2022, assignments=[told[3]]).value == {"male": None, "female": None}


def test_people_are_trained_by_record_or_by_attendance():
    told = [
        AssignmentFacts("a", "focal_point", trained_on="2020-02-02"),
        AssignmentFacts("b", "ketua_pokja"),
        AssignmentFacts("b", "team_driver"),
        AssignmentFacts("c", "anggota_pokja", trained_on="2023-02-02"),
        AssignmentFacts("d", "fasilitator", trained_on="2020-02-02"),
    ]
    training = MeetingFacts("bimtek", 2021, person_ids=frozenset({"b", "x"}))
    computed = auto("P4.01", 2022, training, assignments=told)
    assert computed.value == {"numerator": 2, "denominator": 3}
    assert auto("P4.01", 2020, training, assignments=told).value == {"numerator": 1, "denominator": 3}


def test_sheets_stand_before_what_was_recorded():
    question = REGENCY.question("P3.04")
    told = [AssignmentFacts("a", "focal_point", "P")]
    received = sheets("P3.04", (ADA, {"male": 2, "female": 3}))
    from_sheets = compute(question, 2022, sheets=received, offices=34, assignments=told)
    recorded = compute(question, 2022, sheets=sheets("P3.04", None), offices=34, assignments=told)
    assert from_sheets is not None
    assert from_sheets.value == {"male": 2, "female": 3}
    assert recorded is not None
    assert recorded.value == {"male": 0, "female": 1}
    assert compute(REGENCY.question("P1.01"), 2022) is None


@pytest.mark.parametrize(
    "position",
    [
        "Sekretaris Daerah Kota Tangerang",
        "Sekretaris Daerah Kabupaten Gunung Mas",
        "Wakil Wali Kota Tangerang Selatan",
        "Wakil Wali Kota Banjarbaru",
        "Bupati Gunung Mas",
        "WALIKOTA MEDAN",
        "Plt. Bupati",
        "Pj Sekda",
        "Penjabat  Wali Kota Medan",
        "Pelaksana Tugas Sekretaris Daerah",
        "pembuka, Wakil Bupati",
        "Sekdako Medan",
    ],
)
def test_heads_of_region_deputies_and_sekda_are_the_leadership(position):
    assert is_top_leadership(position)


@pytest.mark.parametrize(
    "position",
    [
        None,
        "",
        "Kepala Dinas P3A2PKB Kota Tangerang",
        "Asisten Pemerintahan dan Sosial Pemerintah Kota Medan",
        "Staf Ahli Bupati",
        "Sekretaris Dinas",
        "Sekretariat Daerah",
        "Kepala Bagian Hukum Sekretariat Daerah",
        "Mewakili Bupati",
        "Bupati, diwakili Asisten I",
        "Ketua TP PKK, istri Wali Kota",
        "narasumber, Deputi Kesetaraan Gender KemenPPPA",
    ],
)
def test_others_are_not(position):
    assert not is_top_leadership(position)
