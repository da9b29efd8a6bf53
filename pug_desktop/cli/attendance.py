"""Attendance lists on the command line: participants from a file, and our own workbook for them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pug_desktop.cli.call import DONE, IN_PART, NOTHING_TO_DO, Call, pass_call, shared
from pug_desktop.cli.papers import meeting_named

if TYPE_CHECKING:
    from pug_desktop.app.import_people import Line, Outcome


@click.group(short_help="Daftar hadir: impor dari berkas, templat. / Attendance lists from files.")
def attendance() -> None:
    """Daftar hadir rapat: mengimpor peserta dari Excel, LibreOffice atau CSV, dan menulis templatnya.

    The attendance list of a meeting: participants from a workbook or CSV, and the template for them.
    """


@attendance.command("import", short_help="Mengimpor peserta dari berkas. / Import participants.")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "--meeting",
    required=True,
    metavar="ID",
    help="Rapat: id atau kata dari judul. / The meeting: id or words of its title.",
)
@click.option("--sheet", metavar="NAME", help="Nama lembar; tanpa ini yang pertama cocok. / The sheet.")
@click.option(
    "--take",
    multiple=True,
    metavar="COLUMN=FIELD",
    help="Kolom diambil sebagai apa, misalnya C=nip; boleh berulang. / What a column is taken as.",
)
@click.option("--dry-run", is_flag=True, help="Hanya membaca, tidak mengimpor. / Only read.")
@click.option("--empty-problems", is_flag=True, help="Kosongkan isian yang bermasalah. / Empty cells that do not fit.")
@click.option("--result", metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Hasil per baris. / Row results.")
@shared
@pass_call
def import_file(
    call: Call,
    file: Path,
    meeting: str,
    sheet: str | None,
    take: tuple[str, ...],
    dry_run: bool,
    empty_problems: bool,
    result: Path | None,
) -> int:
    """Mengimpor peserta dari .xlsx, .xls, .ods atau .csv ke daftar hadir sebuah rapat.

    Import participants into the attendance list of a meeting. A row with a problem stays outside and is told with its
    sheet, row and column (exit code 3); nothing to import gives 4, a file that cannot be read 11.
    """
    from pug_desktop.app import import_people

    with call.profile() as ws:
        meeting_id = meeting_named(ws, meeting)
        draft = import_people.open_list(ws, meeting_id, file, call.step("Membaca"))
        if sheet is not None:
            draft.choose_sheet(_sheet(sheet, [each.name for each in draft.tables]))
        for each in take:
            draft.take(*_taken(each))
        if empty_problems:
            draft.empty_problem_cells()
        if dry_run:
            found = import_people.outcome_of(draft)
        else:
            found = import_people.run(ws, meeting_id, draft, call.step("Mengimpor"))
        if result is not None:
            import_people.write_result(result, draft, found)
    counts = {name: found.count(name) for name in import_people.OUTCOMES}
    columns = {draft.column_of(target): target for target in draft.targets}

    def lines() -> Iterator[str]:
        yield f"Lembar / sheet: {draft.table.name} ({', '.join(f'{at}={target}' for at, target in columns.items())})"
        yield f"Masuk / imported: {counts['masuk']}{' (dry run)' * dry_run}"
        yield f"Dilewati / left out: {counts['dilewati']}"
        yield f"Gagal / failed: {counts['gagal']}"
        yield from (_told(line) for line in found.lines if line.why[0])

    told = [
        {"row": each.row, "outcome": each.outcome, "why_id": each.why[0], "why_en": each.why[1]} for each in found.lines
    ]
    data = {"sheet": draft.table.name, "columns": columns, "dry_run": dry_run, **_english(counts), "rows": told}
    call.data(data, lines)
    if not counts["masuk"]:
        return NOTHING_TO_DO
    return IN_PART if counts["gagal"] else DONE


@attendance.command(short_help="Menulis templat daftar peserta. / Write the template.")
@click.option(
    "--out", required=True, metavar="FILE.xlsx", type=click.Path(path_type=Path), help="Berkas tujuan. / The file."
)
@click.option("--meeting", metavar="ID", help="Isi dengan daftar hadir rapat ini. / Filled with this meeting's list.")
@shared
@pass_call
def template(call: Call, out: Path, meeting: str | None) -> None:
    """Menulis buku kerja untuk daftar peserta: kolom NIP berformat teks, pilihan L/P; terbaca kembali apa adanya.

    Write the workbook for a list of participants: text cells for the NIP, lists to choose from; it reads back exactly.
    """
    from pug_desktop.app.import_people import write_template

    with call.profile() as ws:
        write_template(ws, out, meeting_named(ws, meeting) if meeting else None)
    call.data({"path": str(out)}, lambda: iter((str(out),)))


def _sheet(name: str, names: list[str]) -> int:
    from pug_desktop.errors import UnknownName

    for number, each in enumerate(names):
        if each.casefold() == name.casefold():
            return number
    raise UnknownName(what="sheet", name=name, known=", ".join(names))


def _taken(text: str) -> tuple[int, str]:
    from pug_desktop.app.people_columns import TARGETS
    from pug_desktop.errors import UnknownName

    letters, _, target = text.partition("=")
    column = 0
    for letter in letters.strip().upper():
        column = column * 26 + ord(letter) - 64 if "A" <= letter <= "Z" and column < 1000 else 10**6
    if not 1 <= column <= 200 or target not in ("", *TARGETS):
        raise UnknownName(what="column", name=text, known=", ".join(TARGETS))
    return column - 1, target


def _english(counts: Mapping["Outcome", int]) -> dict[str, int]:
    return {"imported": counts["masuk"], "left_out": counts["dilewati"], "failed": counts["gagal"]}


def _told(line: "Line") -> str:
    return f"{line.row} {line.outcome}: {line.why[0]} / {line.why[1]}"
