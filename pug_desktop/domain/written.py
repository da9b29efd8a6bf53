"""What the papers that an office writes itself consist of: the semester report, the GAP and the GBS.

The six headings of the semester report, the nine and the four steps of the Gender Analysis Pathway and the lines of the
Gender Budget Statement follow the domain guide (1.3 and 3.2). A region that has its own layout writes its text under
the heading that fits best.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pug_desktop.domain.kinds import GAP_MODELS, RecordId, Value

WRITTEN = ("semester_report", "gap", "gbs")
"""The kinds that have a page to write on."""

_COLUMN = {"id": 0, "en": 1}


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """One record to write on, for other pages to lead to."""

    kind: str
    id: RecordId


@dataclass(frozen=True, slots=True)
class Heading:
    """One part to write: its field, its name and what belongs there, in Indonesian and English."""

    field: str
    names: tuple[str, str]
    hints: tuple[str, str]

    def name(self, lang: str = "id") -> str:
        """What it is called."""
        return self.names[_COLUMN[lang]]

    def hint(self, lang: str = "id") -> str:
        """What belongs there."""
        return self.hints[_COLUMN[lang]]


SEMESTER_HEADINGS = (
    Heading(
        "programmes",
        ("Program dan kegiatan yang dilaksanakan", "Programmes and activities carried out"),
        ("Apa yang dikerjakan dalam semester ini, dan kapan.", "What was done in this half-year, and when."),
    ),
    Heading(
        "agencies",
        ("Instansi yang terlibat", "Agencies involved"),
        (
            "Perangkat daerah dan pihak lain yang ikut melaksanakan.",
            "Regional offices and others that took part.",
        ),
    ),
    Heading(
        "targets",
        ("Sasaran kegiatan", "Target groups"),
        (
            "Siapa yang dijangkau dan berapa orang, laki-laki dan perempuan.",
            "Who was reached and how many, men and women.",
        ),
    ),
    Heading(
        "budget",
        ("Penggunaan anggaran", "Budget used"),
        ("Jumlah menurut sumber: APBN, APBD, atau sumber lain.", "Amounts by source: APBN, APBD or other."),
    ),
    Heading(
        "problems",
        ("Permasalahan yang dihadapi", "Problems met"),
        ("Apa yang menghambat, dan di mana.", "What stood in the way, and where."),
    ),
    Heading(
        "efforts",
        ("Upaya yang telah dilakukan", "Efforts made"),
        ("Apa yang sudah dilakukan untuk mengatasinya.", "What was done about it."),
    ),
)

_NINE_STEPS = (
    Heading(
        "step1",
        ("Program dan tujuan", "Programme and goal"),
        (
            "Kebijakan, program, atau kegiatan yang dianalisis, dan tujuannya.",
            "The policy, programme or activity analysed, and its goal.",
        ),
    ),
    Heading(
        "step2",
        ("Data pembuka wawasan", "Eye-opening data"),
        (
            "Data menurut jenis kelamin dan umur yang menunjukkan kesenjangan.",
            "Data by sex and age that show the gap.",
        ),
    ),
    Heading(
        "step3",
        ("Faktor kesenjangan", "Factors of the gap"),
        ("Akses, partisipasi, kontrol, dan manfaat.", "Access, participation, control and benefit."),
    ),
    Heading(
        "step4",
        ("Sebab kesenjangan internal", "Internal causes"),
        ("Sebab di dalam lembaga sendiri.", "Causes within the own institution."),
    ),
    Heading(
        "step5",
        ("Sebab kesenjangan eksternal", "External causes"),
        ("Sebab di luar lembaga, misalnya kebiasaan masyarakat.", "Causes outside, such as customs of society."),
    ),
    Heading(
        "step6",
        ("Reformulasi tujuan", "Goal, put anew"),
        ("Tujuan yang dirumuskan ulang agar responsif gender.", "The goal, reworded to be gender-responsive."),
    ),
    Heading(
        "step7",
        ("Rencana aksi", "Plan of action"),
        ("Kegiatan yang akan mengatasi kesenjangan itu.", "Activities that will close the gap."),
    ),
    Heading(
        "step8",
        ("Data dasar (baseline)", "Baseline"),
        ("Angka sekarang, sebagai titik awal pengukuran.", "The figure now, from which progress is measured."),
    ),
    Heading(
        "step9",
        ("Indikator gender", "Gender indicator"),
        ("Ukuran keberhasilan: keluaran dan hasil.", "How success is measured: output and outcome."),
    ),
)

_FOUR_STEPS = (
    Heading(
        "step1",
        ("Isu gender", "Gender issue"),
        ("Kesenjangan yang ada, dengan datanya.", "The gap, with its data."),
    ),
    Heading(
        "step2",
        ("Penyebab kesenjangan", "Causes of the gap"),
        (
            "Mengapa kesenjangan itu ada: akses, partisipasi, kontrol, dan manfaat.",
            "Why there is a gap: access, participation, control and benefit.",
        ),
    ),
    Heading(
        "step3",
        ("Rencana aksi", "Plan of action"),
        ("Dampak, hasil, dan keluaran yang dituju.", "Impact, outcome and output aimed at."),
    ),
    Heading(
        "step4",
        ("Perangkat daerah terkait", "Offices concerned"),
        ("Kementerian, lembaga, atau perangkat daerah yang melaksanakan.", "The institutions that carry it out."),
    ),
)

GAP_STEPS: Mapping[str, tuple[Heading, ...]] = dict(zip(GAP_MODELS, (_NINE_STEPS, _FOUR_STEPS), strict=True))
"""The steps of each model."""

GBS_HEADINGS = (
    Heading(
        "goal",
        ("Tujuan", "Goal"),
        ("Tujuan program atau kegiatan, sesudah analisis gender.", "The goal, after the gender analysis."),
    ),
    Heading(
        "situation",
        ("Analisis situasi", "Situation"),
        (
            "Data terpilah, faktor kesenjangan, dan sebabnya.",
            "Disaggregated data, factors of the gap and their causes.",
        ),
    ),
    Heading(
        "action",
        ("Rencana aksi", "Plan of action"),
        ("Kegiatan yang dianggarkan untuk mengatasi kesenjangan.", "Activities budgeted to close the gap."),
    ),
    Heading(
        "output",
        ("Keluaran (output)", "Output"),
        ("Apa yang dihasilkan, dengan angka.", "What is produced, with figures."),
    ),
    Heading(
        "outcome",
        ("Hasil (outcome)", "Outcome"),
        ("Apa yang berubah bagi perempuan dan laki-laki.", "What changes for women and men."),
    ),
)

_SEMESTERS = {1: "I", 2: "II"}


def headings_of(kind: str, values: Mapping[str, Value]) -> tuple[Heading, ...]:
    """The parts of one record, in their order; a model of a newer program is shown with all nine fields."""
    if kind == "semester_report":
        return SEMESTER_HEADINGS
    if kind == "gbs":
        return GBS_HEADINGS
    return GAP_STEPS.get(str(values.get("model")), _NINE_STEPS)


def semester_words(semester: Value, lang: str = "id") -> str:
    """Semester I, Semester II; "Semester ?" while nobody has said which."""
    number = _SEMESTERS.get(semester) if isinstance(semester, int) else None
    return f"{'Half-year' if lang == 'en' else 'Semester'} {number or '?'}"


def title_of(kind: str, values: Mapping[str, Value], lang: str = "id") -> str:
    """What one record is called in a list: its half-year, or its programme and activity; "" without any."""
    if kind == "semester_report":
        year = values.get("year")
        return f"{semester_words(values.get('semester'), lang)} {'?' if year is None else year}"
    words = (" ".join(str(values.get(name) or "").split()) for name in ("programme", "activity"))
    return " – ".join(each for each in words if each)


def filled(kind: str, values: Mapping[str, Value]) -> tuple[int, int]:
    """How many parts hold a text, and how many there are."""
    headings = headings_of(kind, values)
    return sum(1 for each in headings if str(values.get(each.field) or "").strip()), len(headings)
