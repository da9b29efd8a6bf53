"""The statistics of a year as words: for the paper, the workbook, the CSV file and the window."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.participation import Came, Participation, participation
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.statistics import Breakdown, Line, Statistics, Sum, statistics
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import MONTHS
from pug_desktop.domain.small_numbers import SMALL, Cover
from pug_desktop.forms.words import number_words, percent_words
from pug_desktop.reports import papers
from pug_desktop.reports.csv_file import write_csv
from pug_desktop.reports.heatmap import HeatCell, HeatMap, HeatRow
from pug_desktop.reports.statistics import StatisticsPaper, StatisticTable, bars_of, write_statistics
from pug_desktop.reports.workbook import Sheet, write_workbook

UNKNOWN = "–"
_MOST_UNKNOWN = 10
"""So many institutions that nobody knows are named above the map."""

_HEADINGS = {
    "id": ("Kegiatan", "Laki-laki", "Perempuan", "Tidak disebutkan", "Jumlah"),
    "en": ("Meetings", "Male", "Female", "Not told", "Total"),
}
_TITLES = {
    "kind": ("Menurut jenis kegiatan", "By kind of meeting"),
    "month": ("Menurut bulan", "By month"),
    "region": ("Menurut kabupaten/kota", "By kabupaten/kota"),
    "organiser": ("Menurut penyelenggara", "By organising office"),
    "type": ("Menurut jenis instansi peserta", "By type of institution"),
    "institution": ("Menurut instansi peserta", "By institution"),
    "age": ("Menurut umur", "By age"),
    "disability": ("Menurut disabilitas", "By disability"),
}
_FIRST = {
    "kind": ("Jenis kegiatan", "Kind"),
    "month": ("Bulan", "Month"),
    "region": ("Kabupaten/kota", "Kabupaten/kota"),
    "organiser": ("Penyelenggara", "Office"),
    "type": ("Jenis instansi", "Type"),
    "institution": ("Instansi", "Institution"),
    "age": ("Kelompok umur", "Age"),
    "disability": ("Disabilitas", "Disability"),
}
_SPLIT_LONGEST = 0.8
"""Share of the room for the longest bar, where men and women stand at its end."""
_SHORT = {"id": ("L", "P", "tidak disebutkan"), "en": ("M", "F", "not told")}


def _at(lang: str) -> int:
    return 1 if lang == "en" else 0


# --- files ------------------------------------------------------------------------------------------------------------


def paper(ws: Workspace, out: Path, wish: Wish) -> None:
    """The statistics as a PDF."""
    found, came = _wanted(ws, wish)
    write_statistics(
        out,
        StatisticsPaper(
            letterhead=letterhead_paper(ws),
            place=found.place,
            year=found.year,
            facts=facts(found),
            tables=tables(found),
            offices=None if came is None else came_map(came),
            offices_words=() if came is None else came_words(came),
            notes=notes(found),
            made_at_text=made_at_text(ws),
            signature=papers.SignatureBlock(place=letterhead(ws).signing_place or None),
        ),
    )


def workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The same as a workbook, a sheet for each table."""
    found, came = _wanted(ws, wish)
    sheets = [Sheet("Ringkasan", ("Perihal", "Isi"), [*facts(found), *(("Catatan", each) for each in notes(found))])]
    for name, lines in _line_tables(found):
        rows = [(line.name, *_numbers(line.sum)) for line in lines]
        sheets.append(Sheet(_FIRST[name][0], (_FIRST[name][0], *_HEADINGS["id"]), rows))
    for name, breakdown in _breakdowns(found):
        cells: list[tuple[str, str | int | None]] = [
            (line.name, _shown(line.number, line.cover)) for line in breakdown.lines
        ]
        if not breakdown.lines:
            cells.append((hidden_words(breakdown), None))
        whole = ("Jumlah", breakdown.total)
        sheets.append(Sheet(_FIRST[name][0], (_FIRST[name][0], "Orang"), [*cells, whole]))
    if came is not None:
        sheets.append(_came_sheet(came))
    write_workbook(out, sheets, title=f"Statistik kegiatan PUG – {found.place} – {found.year}")


def csv_file(ws: Workspace, out: Path, wish: Wish) -> None:
    """The same as one table for other programs: a row for each line of each table."""
    found, came = _wanted(ws, wish)
    rows: list[tuple[str | int | None, ...]] = [
        (_TITLES[name][0], line.name, *_numbers(line.sum)) for name, lines in _line_tables(found) for line in lines
    ]
    rows += [
        (_TITLES[name][0], line.name, None, None, None, None, _shown(line.number, line.cover))
        for name, breakdown in _breakdowns(found)
        for line in breakdown.lines
    ]
    if came is not None:
        rows += [
            ("Kehadiran perangkat daerah", line.name, line.all.asked, None, None, None, line.all.came)
            for line in came.lines
        ]
    headings = ("Tempat", "Tahun", "Tabel", "Baris", *_HEADINGS["id"])
    write_csv(out, headings, [(found.place, found.year, *row) for row in rows], kind=wish.csv)


def _wanted(ws: Workspace, wish: Wish) -> tuple[Statistics, Participation | None]:
    year, region = wish.year or ws.today.year, wish.region_code
    found = statistics(ws, year, region_code=region, office_id=wish.office_id, lang=wish.lang)
    if ws.profile.role == "opd" or wish.office_id or len(region or ws.profile.region_code) == 2:
        return found, None
    return found, participation(ws, year, region_code=region)


# --- tables -----------------------------------------------------------------------------------------------------------


def _line_tables(found: Statistics) -> Iterator[tuple[str, Sequence[Line]]]:
    place = "region" if found.whole_province else "organiser"
    named = (
        ("kind", found.by_kind),
        ("month", found.by_month if found.all.meetings else ()),
        (place, found.by_place),
        ("type", found.by_type),
        ("institution", found.by_institution),
    )
    yield from ((name, lines) for name, lines in named if lines)


def _breakdowns(found: Statistics) -> Iterator[tuple[str, Breakdown]]:
    for name, breakdown in (("age", found.age), ("disability", found.disability)):
        if breakdown is not None and breakdown.total:
            yield name, breakdown


def tables(found: Statistics, lang: str = "id", *, split: bool = False) -> tuple[StatisticTable, ...]:
    """All tables with their bars; `split` where no table stands beside these, so that they say men and women too."""
    at = _at(lang)
    made = [
        StatisticTable(
            _TITLES[name][at],
            (_FIRST[name][at], *_HEADINGS[lang]),
            tuple((line.name, *(_words(each, lang) for each in _numbers(line.sum))) for line in lines),
            bars_of(
                [line.name for line in lines],
                [line.sum.total for line in lines],
                [sum_words(line.sum, lang, short=True) if split else _words(line.sum.total, lang) for line in lines],
                longest=_SPLIT_LONGEST if split else 1.0,
            ),
        )
        for name, lines in _line_tables(found)
    ]
    for name, breakdown in _breakdowns(found):
        numbers = [line.number for line in breakdown.lines]
        texts = [str(_shown(line.number, line.cover, lang)) for line in breakdown.lines]
        made.append(
            StatisticTable(
                _TITLES[name][at],
                (_FIRST[name][at], _HEADINGS[lang][-1]),
                _with_whole(breakdown, texts, lang),
                bars_of([line.name for line in breakdown.lines], numbers, texts),
                hidden_words(breakdown, lang),
            )
        )
    return tuple(made)


def _with_whole(breakdown: Breakdown, texts: Sequence[str], lang: str) -> tuple[tuple[str, str], ...]:
    if not breakdown.lines:
        return ()
    rows = [(line.name, text) for line, text in zip(breakdown.lines, texts, strict=True)]
    return (*rows, (_HEADINGS[lang][-1], _words(breakdown.total, lang)))


def _numbers(sum_: Sum) -> tuple[int | None, ...]:
    return sum_.meetings, sum_.male, sum_.female, sum_.unknown, sum_.total


def _words(number: int | None, lang: str) -> str:
    return UNKNOWN if number is None else number_words(number, lang)


def _shown(number: int | None, cover: Cover, lang: str = "id") -> str | int:
    """A number of a breakdown, or what stands in its place."""
    if cover is Cover.SMALL:
        return f"<{SMALL}"
    if cover is Cover.OTHER or number is None:
        return "not shown" if lang == "en" else "tidak ditampilkan"
    return number


def sum_words(sum_: Sum, lang: str = "id", *, short: bool = False) -> str:
    """Everything of a line in a few words: "340 (L 120, P 200, tidak disebutkan 20)"; `short` says "? 20"."""
    if not sum_.meetings:
        return UNKNOWN
    if sum_.total is None:
        return "participants not told" if lang == "en" else "peserta tidak disebutkan"
    male, female, unknown = _SHORT[lang]
    unknown = "?" if short else unknown
    told = [
        f"{word} {number_words(number, lang)}"
        for word, number in ((male, sum_.male), (female, sum_.female), (unknown, sum_.unknown))
        if number
    ]
    return f"{number_words(sum_.total, lang)} ({', '.join(told)})" if told else number_words(sum_.total, lang)


def hidden_words(breakdown: Breakdown, lang: str = "id") -> str:
    """Why nothing of a breakdown is shown, or what its signs mean; "" where all of it is."""
    english = lang == "en"
    if not breakdown.known:
        return "Nobody has entered it yet." if english else "Belum ada yang mengisinya."
    if not breakdown.lines:
        return (
            f"Of {breakdown.total} people it is not shown, so that nobody can be recognised."
            if english
            else f"Dari {breakdown.total} orang tidak ditampilkan, agar tidak ada orang yang dikenali."
        )
    if all(line.cover is Cover.OPEN for line in breakdown.lines):
        return ""
    return (
        "“<5” means 1 to 4 people. Another number is not shown either, so that it cannot be computed."
        if english
        else "“<5” berarti 1 sampai 4 orang. Angka lain ikut tidak ditampilkan, agar yang kecil tidak dapat dihitung."
    )


def facts(found: Statistics, lang: str = "id") -> tuple[tuple[str, str], ...]:
    """The sums of the year."""
    english, whole = lang == "en", found.all
    made = [("Meetings" if english else "Kegiatan terlaksana", number_words(whole.meetings, lang))]
    made.append(("Participants" if english else "Peserta", sum_words(whole, lang) if whole.meetings else UNKNOWN))
    if whole.male is not None and whole.female is not None and whole.male + whole.female:
        share = percent_words(whole.female, whole.male + whole.female, lang)
        made.append(
            ("Share of women", f"{share} of those whose sex is known")
            if english
            else ("Bagian perempuan", f"{share} dari peserta yang jenis kelaminnya diketahui")
        )
    if found.persons:
        people, rows = number_words(found.persons, lang), number_words(found.persons_rows, lang)
        made.append(
            ("Known persons", f"{people} persons came {rows} times")
            if english
            else ("Orang dalam register", f"{people} orang hadir {rows} kali")
        )
    return tuple(made)


def notes(found: Statistics, lang: str = "id") -> tuple[str, ...]:
    """What a reader must know."""
    english = lang == "en"
    made = [
        "Only meetings that took place are counted; who came to several is counted each time."
        if english
        else "Hanya kegiatan yang terlaksana dihitung; orang yang hadir beberapa kali dihitung setiap kali."
    ]
    if found.all.silent:
        number = number_words(found.all.silent, lang)
        made.append(
            f"Meetings that do not tell how many came: {number}."
            if english
            else f"{number} kegiatan tidak menyebut jumlah pesertanya dan tidak dihitung sebagai nol."
        )
    if found.age is None:
        made.append(
            "Age and disability are shown for the whole only, so that small numbers cannot be computed."
            if english
            else "Umur dan disabilitas hanya ditampilkan untuk keseluruhan, agar angka kecil tidak dapat dihitung."
        )
    if found.open:
        number = number_words(found.open, lang)
        made.append(
            f"Meetings that still hold two values: {number}."
            if english
            else f"{number} kegiatan masih punya isian dengan dua nilai; angkanya dapat berubah."
        )
    return tuple(made)


# --- offices by month -------------------------------------------------------------------------------------------------


def came_map(found: Participation, lang: str = "id") -> HeatMap:
    """The map of office by month."""
    english = lang == "en"
    months = tuple(month[:3] for month in MONTHS[lang])
    return HeatMap(
        "Office" if english else "Perangkat daerah",
        months,
        tuple(
            HeatRow(
                line.name,
                tuple(HeatCell(each.share, _came(each)) for each in line.months) if line.all.asked else (),
                (_came(line.all),),
            )
            for line in found.lines
        ),
        ("Came" if english else "Hadir",),
        "not asked to a meeting with a list" if english else "tidak ada kegiatan dengan daftar hadir",
        letters=2.9,
    )


def _came(each: Came) -> str:
    return f"{each.came}/{each.asked}" if each.asked else UNKNOWN


def came_words(found: Participation, lang: str = "id") -> tuple[str, ...]:
    """Above the map: what was counted, and who never came."""
    english = lang == "en"
    if not found.lines:
        return (
            "No office is listed yet." if english else "Belum ada perangkat daerah yang terdaftar di halaman Kantor.",
        )
    if not found.with_list:
        return (
            f"No meeting of {found.year} has an attendance list, so nobody knows who came."
            if english
            else f"Belum ada kegiatan {found.year} yang punya daftar hadir, jadi belum diketahui siapa yang hadir.",
        )
    said = (
        f"{found.with_list} of {found.meetings} meetings have an attendance list. 2/3: came to two of three."
        if english
        else f"{found.with_list} dari {found.meetings} kegiatan punya daftar hadir. 2/3: hadir pada dua dari tiga."
    )
    if not (never := found.never):
        return (said, "Every office came at least once." if english else "Semua pernah hadir.")
    names = "; ".join(line.name for line in never)
    head = f"Never came ({len(never)})" if english else f"Tidak pernah hadir ({len(never)})"
    return said, f"{head}: {names}.", *_unknown_words(found, lang)


def _unknown_words(found: Participation, lang: str) -> tuple[str, ...]:
    """An office that a list calls by another name seems never to have come: what to do about it."""
    if not found.unknown:
        return ()
    shown = "; ".join(found.unknown[:_MOST_UNKNOWN])
    if (further := len(found.unknown) - _MOST_UNKNOWN) > 0:
        shown += f"; and {further} more" if lang == "en" else f"; dan {further} lagi"
    return (
        f"Names on the lists that no listed office has: {shown}. If one of them is an office above, enter it as its "
        "short name on the page Offices."
        if lang == "en"
        else f"Nama di daftar hadir yang tidak dikenal: {shown}. Bila itu salah satu kantor di atas, isikan sebagai "
        "singkatannya di halaman Kantor.",
    )


def _came_sheet(found: Participation) -> Sheet:
    months = MONTHS["id"]
    return Sheet(
        "Kehadiran OPD",
        ("Perangkat daerah", "Hadir", "Diharapkan hadir", *months, "Bulan tidak disebutkan"),
        [
            (
                line.name,
                line.all.came,
                line.all.asked,
                *(each.came if each.asked else None for each in (*line.months, line.undated)),
            )
            for line in found.lines
        ],
    )
