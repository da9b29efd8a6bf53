"""What goes down: reviews of answers, and instruments."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pug_desktop.cli.call import DONE, Call, pass_call, shared
from pug_desktop.cli.told import tell
from pug_desktop.domain.kinds import VERDICTS
from pug_desktop.domain.words import label
from pug_desktop.forms.load import available

if TYPE_CHECKING:
    from pug_desktop.app.form_source import Instrument
    from pug_desktop.app.review import Reviewed, Waiting
    from pug_desktop.forms.xlsform import Finding


@click.command(short_help="Memeriksa satu jawaban. / Review one answer.")
@click.argument("answer_id", metavar="ANSWER_ID")
@click.option("--verdict", required=True, type=click.Choice(VERDICTS), help="Hasil pemeriksaan. / What is said of it.")
@click.option("--remark", default="", metavar="TEKS", help="Catatan untuk kantor itu. / What that office shall read.")
@shared
@pass_call
def review(call: Call, answer_id: str, verdict: str, remark: str) -> None:
    """Memeriksa jawaban kantor di bawah: diterima, dikembalikan (dengan catatan), atau catatan saja.

    Review an answer of an office below. It travels down with the next bundle. Ids: `reviews --waiting`.
    """
    from pug_desktop.app.review import review as review_answer
    from pug_desktop.app.review import reviews_of

    with call.profile() as ws:
        review_answer(ws, answer_id, verdict, remark)
        said = reviews_of(ws, answer_id)

    def lines() -> Iterator[str]:
        for each in said:
            yield f"{label('role', each.role)}: {label('verdict', each.verdict)} {each.remark}".rstrip()

    call.data({"answer": answer_id, "reviews": [asdict(each) for each in said]}, lines)


@click.command(short_help="Jawaban yang dikembalikan. / Answers that were sent back.")
@click.option("--waiting", is_flag=True, help="Yang belum diperiksa kantor ini. / What this office has not reviewed.")
@shared
@pass_call
def reviews(call: Call, waiting: bool) -> None:
    """Jawaban yang dikembalikan kepada kantor ini, dan yang dikembalikannya lalu sudah diubah.

    Answers that came back to this office, and those that it sent back and that were changed since.
    """
    from pug_desktop.app import review as app

    with call.profile() as ws:
        if waiting:
            open_ones = app.waiting(ws)
            none = "Tidak ada jawaban yang menunggu diperiksa. / No answer waits for a review."
            told = [_place(each) for each in open_ones] or [none]
            call.data({"waiting": [asdict(each) for each in open_ones]}, lambda: iter(told))
            return
        back, again = app.returned(ws), app.corrected(ws)

    def lines() -> Iterator[str]:
        yield f"Dikembalikan / sent back: {sum(not each.review.changed for each in back)}"
        yield from map(_said, back)
        if again:
            yield f"Sudah diubah, periksa lagi / changed, look again: {len(again)}"
            yield from map(_said, again)

    found = {"returned": [asdict(each) for each in back], "corrected": [asdict(each) for each in again]}
    call.data(found, lines)


def _place(each: "Waiting") -> str:
    asked = each.question.id if each.question else ""
    return f"{each.answer_id} {each.scope} {each.year} {each.item} {asked}".rstrip()


def _said(each: "Reviewed") -> str:
    changed = " (berubah setelah diperiksa / changed since)" if each.review.changed else ""
    return f"{_place(each)}: {each.review.remark} - {each.review.reviewer}{changed}"


@click.group(short_help="Instrumen: salin, terbitkan, daftar. / Instruments: copy, publish, list.")
def instrument() -> None:
    """Instrumen yang diterbitkan provinsi untuk semua kantornya.

    Instruments that a province issues for all its offices. They never change; a mistake is mended by the next version.
    """


@instrument.command(short_help="Menerbitkan versi baru. / Issue a new version.")
@click.argument("file", metavar="FILE.toml|FILE.xlsx", type=click.Path(path_type=Path))
@shared
@pass_call
def publish(call: Call, file: Path) -> None:
    """Menerbitkan instrumen dari berkas TOML atau Excel (XLSForm); ikut dengan kiriman berikutnya ke semua kantor.

    Issue the form in a TOML file or an XLSForm workbook; it goes to every office with the next bundle. Sheets that are
    there keep theirs.
    """
    from pug_desktop.app.instruments import publish as publish_file

    with call.profile(keys=True) as ws:
        issued = publish_file(ws, file)
    call.data(_shown(issued), lambda: iter((_line(issued),)))


@instrument.command(short_help="Menyalin berkas untuk diubah. / Copy a file to be changed.")
@click.argument("form", metavar="FORM")
@click.option(
    "--out", required=True, metavar="FILE", type=click.Path(path_type=Path), help="Berkas tujuan. / The file to write."
)
@shared
@pass_call
def copy(call: Call, form: str, out: Path) -> None:
    """Menulis versi terbaru sebuah formulir (prasyarat-opd, prasyarat-kabkota), untuk diubah: TOML, atau Excel (.xlsx).

    Write the newest version of a form, to be edited into the next one: as TOML, or as an XLSForm workbook (.xlsx).
    """
    from pug_desktop.app.instrument_workbook import write_workbook
    from pug_desktop.app.instruments import write_source

    with call.profile() as ws:
        found = (write_workbook if out.suffix.casefold() == ".xlsx" else write_source)(ws, form, out)
    told = {"path": str(out), "form": found.form, "version": found.version, "sha256": found.sha256}
    call.data(told, lambda: iter((f"{out}: {found.form} v{found.version}",)))


@instrument.command(short_help="Memeriksa berkas Excel. / Check a workbook.")
@click.argument("file", metavar="FILE.xlsx", type=click.Path(path_type=Path))
@shared
@pass_call
def check(call: Call, file: Path) -> int:
    """Memeriksa instrumen dalam berkas Excel (XLSForm) tanpa menerbitkannya: tiap kesalahan dengan letaknya.

    Check the form in an XLSForm workbook without issuing it: every mistake with its sheet, row and column. Exit code 11
    when there are any.
    """
    from pug_desktop.app.instrument_workbook import findings_told
    from pug_desktop.app.instruments import check_draft
    from pug_desktop.errors import WorkbookMistakes

    try:
        with call.profile() as ws:
            draft = check_draft(ws, file)
    except WorkbookMistakes as refused:
        wrong = refused.fields["findings"]
        assert isinstance(wrong, tuple)
        told = {"form": None, "version": None, "questions": 0, "mistakes": findings_told(wrong), "remarks": []}
        call.data(told, lambda: (_found(each) for each in wrong))
        tell(call, refused)
        return refused.exit_code
    form = draft.form

    def lines() -> Iterator[str]:
        yield f"{form.form} v{form.version}: {len(form.questions)} pertanyaan / questions"
        yield from map(_found, draft.remarks)

    shown = {"form": form.form, "version": form.version, "questions": len(form.questions), "mistakes": []}
    call.data({**shown, "remarks": findings_told(draft.remarks)}, lines)
    return DONE


def _found(each: "Finding") -> str:
    """The place, then what is wrong there, in both languages on one line."""
    return f"{each.place()}: {each.problem.id} / {each.problem.en}"


@instrument.command("list", short_help="Instrumen yang ada di sini. / The instruments that are here.")
@shared
@pass_call
def list_instruments(call: Call) -> None:
    """Instrumen yang diterbitkan provinsi, juga yang tidak dapat dipakai beserta sebabnya; tanpa itu, bawaan program.

    The instruments that were issued, also those that cannot be used and why; without any, those of the program.
    """
    from pug_desktop.app.instruments import listed

    with call.profile() as ws:
        found = listed(ws)
    built_in = {name: version for name, version in available() if name.startswith("prasyarat-")}

    def lines() -> Iterator[str]:
        yield f"Instrumen / instruments: {len(found)}"
        yield from map(_line, found)
        if not found:
            names = ", ".join(f"{name} v{version}" for name, version in built_in.items())
            yield f"Dipakai dari program / in use from the program: {names}"

    call.data({"instruments": [_shown(each) for each in found], "built_in": built_in}, lines)


def _shown(each: "Instrument") -> dict[str, object]:
    return {
        "form": each.name,
        "version": each.version,
        "sha256": each.sha256,
        "issued_on": each.issued_on,
        "issuer": each.issuer,
        "usable": each.form is not None,
        "refused": each.refused,
    }


def _line(each: "Instrument") -> str:
    told = f"tidak dipakai / not used: {each.refused}" if each.refused else "dipakai / in use"
    return f"{each.name} v{each.version} {each.sha256[:12]} {each.issued_on or ''} {told}"
