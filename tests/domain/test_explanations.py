"""The sentence of every computed answer says the same in both languages."""

import re
from dataclasses import replace

import pytest

from pug_desktop.domain.activity import AssignmentFacts, FollowUpFacts, MeetingFacts, from_meetings
from pug_desktop.domain.checklist import AnswerState
from pug_desktop.domain.register_answers import from_registers
from pug_desktop.domain.registers import (
    AwardFacts,
    BudgetFacts,
    DecreeFacts,
    IndexFacts,
    Member,
    Registers,
    RegulationFacts,
)
from pug_desktop.domain.rollup import OfficeSheet, roll_up
from pug_desktop.forms import load_form
from pug_desktop.forms.schema import AUTO_SOURCES

REGENCY, OFFICE = load_form("prasyarat-kabkota"), load_form("prasyarat-opd")
YEAR = 2026

INDONESIAN = re.compile(
    r"\b(?:dari|menurut|daftar|yang|pada|dan|orang|lembar|diterima|belum|jumlah|kegiatan|dicatat|tidak|atau|jenis)\b",
    re.I,
)


def agrees(found):
    """The English sentence is no Indonesian, and tells every number that the Indonesian one does."""
    own, english = found.words("id"), found.words("en")
    assert english not in ("", own)
    assert not INDONESIAN.findall(english), english
    digits = [sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", each))) for each in (own, english)]
    assert digits[0] == digits[1], (own, english)


MEETINGS = [
    MeetingFacts("rakor_pokja", YEAR, True, 10, 12, 25, 4, 2, frozenset(("a",)), id="1"),
    MeetingFacts("rakor_pokja", YEAR, None, id="2"),
    MeetingFacts("sosialisasi", YEAR, False, 5, 7, 14, id="3"),
    MeetingFacts("pelatihan", YEAR, None, id="4"),
    MeetingFacts("pendampingan", YEAR, True, 1, 1, 2, id="5"),
]
FOLLOW_UPS = [FollowUpFacts("2026-03-01", "selesai", "2026-02-01"), FollowUpFacts("2026-04-01", "selesai")]
ASSIGNED = [AssignmentFacts("a", "focal_point", "P"), AssignmentFacts("b", "focal_point")]


@pytest.mark.parametrize("source", [each for each in AUTO_SOURCES if not each.startswith("register.")])
def test_what_meetings_tell(source):
    found = from_meetings(
        replace(REGENCY.questions[0], auto_from=source), YEAR, MEETINGS, FOLLOW_UPS, ASSIGNED, today="2026-06-30"
    )
    assert found is not None
    agrees(found)


KINDS = {
    "count_yes": [True, False],
    "count_positive": [3, 0],
    "sum": [1_200, 3],
    "sum_by_sex": [{"male": 1_000, "female": 2}, {"male": 3}],
    "sum_ratio": [{"numerator": 1, "denominator": 1_500}],
    "sum_money": [{"amount": 1_000, "base": 10_000, "base_name": "APBD"}, {"amount": 2_500}],
    "yes_and_documents": [1_002, 0],
}


@pytest.mark.parametrize("question", [each for each in REGENCY.questions if each.rollup], ids=lambda each: each.name)
def test_what_offices_tell(question):
    rule = question.rollup.rule
    values = KINDS.get(rule) or [[each.name for each in question.items]]
    told = [{question.rollup.source: AnswerState("ada", value)} for value in values]
    sheets = [OfficeSheet(str(number), "Dinas", each) for number, each in enumerate([*told, {}, {}])]
    found = roll_up(question, sheets, 1_034)
    assert found is not None
    agrees(found)


KINDS_OF_DECREE = ("pokja", "team_driver", "focal_point", "tim_teknis", "fasilitator", "pengelola_data")
MEMBERS = (Member("a", "L"), Member("b"))
REGISTERS = Registers(
    regulations=tuple(
        RegulationFacts(f"{kind}{day}", kind, "5", 2026, about, day, until)
        for kind, about in (
            *(("Perwal", "Pengarusutamaan Gender"), ("Surat Edaran", "Pengarusutamaan Gender"), ("SOP", "Layanan")),
            *(("RAD", "Pengarusutamaan Gender"), ("Pedoman", "Penganggaran responsif gender")),
        )
        for day, until in (("2026-02-03", None), ("2020-01-01", "2021-01-01"))
    ),
    decrees=tuple(
        DecreeFacts(f"{kind}{until}", kind, "8/2026", "2026-01-05", "", None, until, "o", MEMBERS)
        for kind in KINDS_OF_DECREE
        for until in (None, "2026-02-01")
    ),
    awards=(AwardFacts("a", "Anugerah Parahita Ekapraya", 2025, "Madya"),),
    indices=(IndexFacts("i", "IPG", 2025, "91.25"),),
    budgets=(
        BudgetFacts("b", YEAR, "o", 1_500_000, 9_000_000, "APBD", 20_000),
        BudgetFacts("c", YEAR, "p", 2_500_000, None, "", 30_000),
    ),
)


@pytest.mark.parametrize("form", [REGENCY, OFFICE], ids=["kabkota", "opd"])
def test_what_registers_tell(form):
    asked = [each for each in form.questions if (each.auto_from or "").startswith("register.")]
    found = {each.name: from_registers(each, YEAR, REGISTERS, offices=1_034, today="2026-06-30") for each in asked}
    assert [name for name, computed in found.items() if computed is None] == []
    for computed in found.values():
        agrees(computed)
