"""The answers to one question beside each other, as a paper and as a workbook; also the words and bars for the window.

What nobody answered says "belum diisi" everywhere.
"""

from pathlib import Path

from pug_desktop.app import regions
from pug_desktop.app.answer_sort import measured, number_columns, part_of
from pug_desktop.app.form_source import form_line
from pug_desktop.app.one_question import Line, OneQuestion, counts, one_question, verdict_words
from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import short_date_words
from pug_desktop.domain.words import label
from pug_desktop.reports import papers
from pug_desktop.reports.one_question import write_one_question
from pug_desktop.reports.workbook import Sheet, with_marks, write_workbook


def paper(ws: Workspace, out: Path, wish: Wish) -> None:
    """The answers to the wished question as a PDF."""
    found = _wanted(ws, wish)
    write_one_question(
        out,
        papers.OneQuestionPaper(
            letterhead=letterhead_paper(ws),
            whose=_whose(ws, found),
            head=_head(found),
            year=found.year,
            code=found.question.name,
            section=f"{found.section.name}  {found.section.label.of(wish.lang)}",
            question=found.question.label.of(wish.lang),
            form_line=form_line(found.form),
            summary=summary(found),
            bars=bars(found, wish.lang),
            lines=tuple(_line(each, found, wish.lang) for each in found.lines),
            made_at_text=made_at_text(ws),
            signature=papers.SignatureBlock(place=letterhead(ws).signing_place or None),
        ),
    )


def workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The same as a workbook, with the numbers inside the answers in columns of their own."""
    found = _wanted(ws, wish)
    numbers = number_columns(found.question)
    lines = [(each, _line(each, found, wish.lang)) for each in found.lines]
    answers = Sheet(
        "Jawaban",
        (
            "No",
            _head(found),
            "Jawaban",
            *(heading for _name, heading in numbers),
            "Lembar",
            "Bukti",
            "Verifikasi",
            "Diubah oleh",
            "Diubah tanggal",
            "Dihitung dari",
            "Catatan",
        ),
        [
            (
                number,
                words.name,
                words.answer,
                *(part_of(each.value, name) for name, _heading in numbers),
                words.sheet,
                words.proofs,
                words.verdict,
                each.changed_by or None,
                each.changed_on.isoformat() if each.changed_on else None,
                words.computed,
                words.note,
            )
            for number, (each, words) in enumerate(lines, start=1)
        ],
    )
    counted = Sheet("Ringkasan", ("Jawaban", "Jumlah"), list(counts(found, wish.lang).items()))
    about = Sheet(
        "Pertanyaan",
        ("Perihal", "Isi"),
        [
            ("Kode", found.question.name),
            ("Pertanyaan", found.question.label.of(wish.lang)),
            ("Prasyarat", f"{found.section.name} {found.section.label.of(wish.lang)}"),
            ("Tahun", str(found.year)),
            (_head(found), _whose(ws, found)),
            ("Instrumen", form_line(found.form)),
            ("Keadaan", summary(found)),
        ],
    )
    title = f"{found.question.name} – {_whose(ws, found)} – {found.year}"
    write_workbook(out, [with_marks(answers, [each.open for each in found.lines]), counted, about], title=title)


def _wanted(ws: Workspace, wish: Wish) -> OneQuestion:
    year = wish.year or ws.today.year
    return one_question(ws, year, wish.item or "", region_code=wish.region_code, lang=wish.lang)


def _whose(ws: Workspace, found: OneQuestion) -> str:
    name = regions.region(found.region or ws.profile.region_code).name
    return f"Provinsi {name.removeprefix('Provinsi ')}" if found.of_regions else name


def _head(found: OneQuestion) -> str:
    return "Kabupaten/kota" if found.of_regions else "Perangkat daerah"


def summary(found: OneQuestion) -> str:
    """How many answered, in a sentence."""
    who = "kabupaten/kota" if found.of_regions else "perangkat daerah"
    missing = len(found.lines) - found.answered
    words = f"{found.answered} dari {len(found.lines)} {who} menjawab"
    return f"{words}; {missing} belum diisi." if missing else f"{words}."


def bars(found: OneQuestion, lang: str = "id") -> tuple[papers.ChartBar, ...]:
    """The picture: how much each of them says, else how many give each sort of answer."""
    if not found.lines:
        return ()
    if not measured(found.question):
        made = counts(found, lang)
        most, silent = max(made.values()), label("answer_state", "belum_diisi", lang)
        return tuple(
            papers.ChartBar(name, number / most if number else None, str(number), pale=name == silent)
            for name, number in made.items()
        )
    most_said = max((each.amount.exact for each in found.lines if each.amount is not None), default=None)
    if most_said is None:
        return ()
    return tuple(
        papers.ChartBar(
            each.name.replace("Kabupaten ", "Kab. "),
            None if each.amount is None else float(each.amount.exact / most_said) if most_said else 0.0,
            each.amount.words if each.amount is not None else answer_words(each, lang),
        )
        for each in found.lines
    )


def answer_words(line: Line, lang: str = "id") -> str:
    """The answer, or that there is none."""
    if not line.asked:
        return "not asked in its questionnaire" if lang == "en" else "tidak ditanyakan di instrumennya"
    return line.answer or ("not filled in" if lang == "en" else "belum diisi")


def sheet_words(line: Line, lang: str = "id") -> str:
    """The state of the sheet, or that none is there."""
    if line.state is None:
        return "no sheet yet" if lang == "en" else "belum ada lembar"
    return label("sheet_state", line.state, lang)


def verdicts(line: Line, *, of_regions: bool, lang: str = "id") -> str:
    """What offices above said; above a kabupaten/kota there is only the province."""
    return "; ".join(verdict_words(each, lang, with_role=not of_regions) for each in line.reviews)


def changed_words(line: Line, lang: str = "id") -> str:
    """By whom and when."""
    day = short_date_words(line.changed_on, lang) if line.changed_on else ""
    return ", ".join(part for part in (line.changed_by, day) if part)


def _line(line: Line, found: OneQuestion, lang: str) -> papers.AnswerLine:
    return papers.AnswerLine(
        name=line.name,
        answer=answer_words(line, lang),
        sheet=sheet_words(line, lang),
        proofs=line.proofs if line.answer or line.proofs else None,
        verdict=verdicts(line, of_regions=found.of_regions, lang=lang) or None,
        changed=changed_words(line, lang) or None,
        computed=line.computed or None,
        note=line.note or None,
        open=line.open,
    )
