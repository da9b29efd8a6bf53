"""One question and its answers, to print in the tests."""

from paper_samples import MADE_AT, SIGNATURE

from pug_desktop.reports.one_question import write_one_question
from pug_desktop.reports.papers import AnswerLine, ChartBar, Letterhead, OneQuestionPaper


def one_question(lines: int = 3) -> OneQuestionPaper:
    return OneQuestionPaper(
        letterhead=Letterhead(("PEMERINTAH PROVINSI BANTEN",)),
        whose="Provinsi Banten",
        head="Kabupaten/kota",
        year=2026,
        code="P1.06",
        section="P1  Komitmen",
        question="Berapa kepala perangkat daerah yang telah menandatangani pernyataan komitmen?",
        form_line="prasyarat-kabkota v2",
        summary="2 dari 3 kabupaten/kota menjawab; 1 belum diisi.",
        bars=tuple(
            ChartBar(f"Kab. {number}", None if number % 3 == 0 else number / lines, f"{number} %")
            for number in range(lines)
        ),
        lines=tuple(
            AnswerLine(
                f"Kabupaten {number}",
                "belum diisi" if number % 3 == 0 else "12 dari 34 (35,3 %)",
                "Siap diperiksa",
                number or None,
                "Dikembalikan (berubah sesudahnya)",
                "Siti Aminah, 23 November 2026",
                "12 dari 34 OPD menjawab ya; 20 lembar diterima",
                "Menunggu tanda tangan",
                open=number == 1,
            )
            for number in range(lines)
        ),
        made_at_text=MADE_AT,
        signature=SIGNATURE,
    )


def empty_question() -> OneQuestionPaper:
    return OneQuestionPaper(Letterhead(), "", "Perangkat daerah", 2026, "", "", "", "", "", (), ())


PAPERS = {
    "question": (write_one_question, one_question),
    "question, 38 districts": (write_one_question, lambda: one_question(38)),
    "question, 120 offices": (write_one_question, lambda: one_question(120)),
    "question, empty": (write_one_question, empty_question),
}
