"""The recaps of a kabupaten/kota and of a province, as papers and workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pug_desktop.app import fill, meet, offices, overview, regions, statistics
from pug_desktop.app.form_source import forms_of
from pug_desktop.app.meet import MeetingRow
from pug_desktop.app.overview_map import year_shares
from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.paper_sheet import section_papers
from pug_desktop.app.report import Wish
from pug_desktop.app.settings import letterhead
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import MONTHS, decimal_words, whole_percent
from pug_desktop.domain.words import label
from pug_desktop.replica import scope as scopes
from pug_desktop.reports import papers
from pug_desktop.reports.province_recap import write_province_recap
from pug_desktop.reports.regency_recap import write_regency_recap
from pug_desktop.reports.workbook import Sheet, with_marks, write_workbook
from pug_desktop.storage import decisions, records, tallies
from pug_desktop.storage import statistics as storage_statistics
from pug_desktop.storage.records import Stored


def regency(ws: Workspace, out: Path, wish: Wish) -> None:
    """The recap of one kabupaten/kota."""
    write_regency_recap(out, regency_paper(ws, wish))


def regency_paper(ws: Workspace, wish: Wish) -> papers.RegencyRecapPaper:
    """What is known of one kabupaten/kota in a year."""
    code = wish.region_code or ws.profile.region_code
    year = wish.year or ws.today.year
    sheet = fill.regency_sheet(ws, year, code)
    received = overview.overview(ws, year, code).rows
    awards, indices = _honours(ws, code)
    started = sum(1 for each in received if each.started)
    return papers.RegencyRecapPaper(
        letterhead=letterhead_paper(ws),
        region=regions.region(code).name,
        year=year,
        sections=section_papers(sheet, wish.lang),
        offices=office_rows(received),
        years=year_shares(overview.over_years(ws, code)),
        meetings=tuple(
            papers.MeetingRow(
                row.date_text,
                row.kind_label,
                row.title,
                row.male,
                row.female,
                row.total,
                row.institutions,
                open="meeting" in row.open_parts,
                count_open=row.count_open,
            )
            for row in reversed(_held(ws, year, code, wish.lang))
        ),
        attendance=_attendance(ws, code, year),
        awards=awards,
        indices=indices,
        notes=(f"{started} dari {len(received)} perangkat daerah sudah mengirim lembar prasyarat tahun {year}.",),
        made_at_text=made_at_text(ws),
        signature=papers.SignatureBlock(place=letterhead(ws).signing_place or None),
    )


def _held(ws: Workspace, year: int | None, scope: str, lang: str) -> tuple[MeetingRow, ...]:
    """The meetings that took place, newest first: a recap tells of nothing that is only planned."""
    return tuple(each for each in meet.meetings(ws, year=year, scope=scope, lang=lang) if each.held)


def office_rows(rows: Sequence[overview.Row]) -> tuple[papers.OfficeRow, ...]:
    """The offices of an overview for the papers."""
    return tuple(
        papers.OfficeRow(
            name=each.name,
            type=label("office_type", each.office_type),
            filled=tuple((part.filled, part.asked) for part in each.parts) if each.started else (),
            last_received=_day(each.last_received),
            open=tuple(part.open for part in each.parts) if each.started else (),
        )
        for each in rows
    )


def _attendance(ws: Workspace, scope: str, year: int) -> tuple[papers.AttendanceTotal, ...]:
    """The sums by type of those on lists that count, and those of whom only heads were counted."""
    with ws.database.read() as connection:
        listed = storage_statistics.types(connection, scope, year)
        told = [each for each in storage_statistics.held_meetings(connection, scope, year) if not each.counts.by_list]
        open_types = decisions.open_types(connection, scope, year)
        open_parts = decisions.open_parts(connection, scope)
    made = [
        papers.AttendanceTotal(
            label("office_type", each.key) if each.key else "Tidak diisi",
            each.male,
            each.female,
            each.unknown,
            open=each.key in open_types,
        )
        for each in listed
    ]
    counted = statistics.added(told)
    if counted.total:
        numbers = (counted.male or 0, counted.female or 0, counted.unknown or 0)
        open_ = any(open_parts.get(each.id, frozenset()) & meet.COUNTED for each in told)
        made.append(papers.AttendanceTotal("Hanya dihitung, tanpa daftar hadir", *numbers, open=open_))
    return tuple(made)


def _day(iso: str | None) -> str | None:
    """A day for the narrow column beside a heat map: "23 Nov 2026"."""
    import datetime

    if not iso:
        return None
    day = datetime.datetime.fromisoformat(iso).date()
    return f"{day.day} {MONTHS['id'][day.month - 1][:3]} {day.year}"


def _honours(ws: Workspace, scope: str) -> tuple[tuple[papers.AwardRow, ...], tuple[papers.IndexRow, ...]]:
    """Awards and gender indices of a scope, in the order of region and year."""

    def mine(stored: Stored) -> bool:
        return scopes.contains(scope, stored.scope)

    with ws.database.read() as connection:
        awards = [each for each in records.select(connection, "award", order=("region_code", "year")) if mine(each)]
        found = records.select(connection, "gender_index", order=("region_code", "year", "index"))
        indices = [each for each in found if mine(each)]
        open_awards, open_indices = (decisions.open_ids(connection, kind) for kind in ("award", "gender_index"))
    return (
        tuple(
            papers.AwardRow(
                each.text("award"),
                _int(each, "year"),
                each.text("category") or None,
                _region_name(each),
                open=each.id in open_awards,
            )
            for each in awards
        ),
        tuple(
            papers.IndexRow(
                index=each.text("index"),
                year=_int(each, "year"),
                value=decimal_words(each.text("value")) if each.text("value") else None,
                rank=_int(each, "rank"),
                rank_of=_int(each, "rank_of"),
                rank_scope=each.text("rank_scope") or None,
                region=_region_name(each),
                open=each.id in open_indices,
            )
            for each in indices
        ),
    )


def _int(stored: Stored, field: str) -> int | None:
    value = stored.values[field]
    return value if isinstance(value, int) else None


def _region_name(stored: Stored) -> str:
    return regions.region(scopes.region_of(stored.scope)).name


@dataclass(frozen=True, slots=True)
class _Known:
    """What a province knows of one of its kabupaten/kota."""

    row: papers.RegencyRow
    meetings: tuple[MeetingRow, ...]


def province(ws: Workspace, out: Path, wish: Wish) -> None:
    """The recap of the province."""
    write_province_recap(out, province_paper(ws, wish))


def province_paper(ws: Workspace, wish: Wish) -> papers.ProvinceRecapPaper:
    """What is known of a province: of one year, or of all."""
    code = ws.profile.region_code
    known = _regencies(ws, wish)
    awards, indices = _honours(ws, code)
    form = forms_of(ws).newest(fill.REGENCY_FORM)
    with ws.database.read() as connection:
        results = tallies.results(connection)
    sent = sum(1 for each in known if each.row.last_received)
    return papers.ProvinceRecapPaper(
        letterhead=letterhead_paper(ws),
        province=regions.region(code).name,
        year=wish.year,
        regencies=tuple(each.row for each in known),
        section_names=tuple((section.name, section.label.of(wish.lang)) for section in form.sections),
        years=year_shares(overview.over_years(ws)),
        meetings=tuple(
            papers.ProvinceMeetingRow(
                each.row.name,
                row.date_text,
                row.kind_label,
                row.title,
                row.total,
                results.get(row.id, 0),
                open="meeting" in row.open_parts,
                count_open=row.count_open,
            )
            for each in known
            for row in reversed(each.meetings)
        ),
        awards=awards,
        indices=indices,
        notes=(
            f"{sent} dari {len(known)} kabupaten/kota sudah mengirim data.",
            "Kelengkapan prasyarat adalah keadaan pada tahun "
            + (f"{wish.year}." if wish.year else "terakhir yang ada datanya di tiap kabupaten/kota."),
        ),
        made_at_text=made_at_text(ws),
        signature=papers.SignatureBlock(place=letterhead(ws).signing_place or None),
    )


def _regencies(ws: Workspace, wish: Wish) -> list[_Known]:
    """All kabupaten/kota; each is counted in the wished year, else in its latest."""
    held = {each.code: _held(ws, wish.year, each.code, wish.lang) for each in regions.regencies(ws.profile.region_code)}
    received: dict[str, list[str]] = {}
    for office in offices.offices(ws):
        if office.last_received:
            received.setdefault(office.region_code, []).append(office.last_received)
    years = {code: wish.year or _latest_year(ws, rows, code) for code, rows in held.items()}
    counted = {year: {row.key: row for row in overview.whole_province(ws, year).rows} for year in set(years.values())}
    known = []
    for code, rows in held.items():
        last = max([*received.get(code, ()), *_received_from(ws, code)], default=None)
        known.append(_regency(counted[years[code]][code], rows, last))
    return known


def _regency(found: overview.Row, rows: tuple[MeetingRow, ...], last: str | None) -> _Known:
    heard_of = bool(last or rows)
    return _Known(
        papers.RegencyRow(
            code=found.key,
            name=found.name,
            shares=tuple(part.share for part in found.parts) if heard_of else (),
            meetings=len(rows),
            participants=_sum([row.total for row in rows]),
            male=_sum([row.male for row in rows]),
            female=_sum([row.female for row in rows]),
            last_received=_day(last),
            open=tuple(part.open for part in found.parts) if heard_of else (),
            count_open=any(row.count_open for row in rows),
            sheets=found.sheets,
            offices=found.offices,
            office_rows=office_rows(found.under),
        ),
        rows,
    )


def _latest_year(ws: Workspace, rows: Sequence[MeetingRow], region_code: str) -> int:
    """The last year of which a sheet or a meeting of the region is here."""
    with ws.database.read() as connection:
        sheets = records.select(connection, "checklist", {"region_code": region_code})
    years = [_int(each, "year") or 0 for each in sheets] + [int(row.sort_key[:4]) for row in rows]
    # A year typed wrong must not stand for the district.
    return max((year for year in years if year <= ws.today.year), default=0) or ws.today.year


def _received_from(ws: Workspace, scope: str) -> list[str]:
    from pug_desktop.storage import journal

    with ws.database.read() as connection:
        return [each.taken_at for each in journal.all_taken(connection) if each.sender_scope == scope]


def _sum(numbers: Sequence[int | None]) -> int | None:
    """The sum of what is known; None when nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def regency_workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The recap of one kabupaten/kota as a workbook."""
    paper = regency_paper(ws, wish)
    codes = [section.code for section in paper.sections]
    sheets = [
        with_marks(
            Sheet(
                "Prasyarat",
                ("Kode", "Prasyarat", "Terisi", "Jumlah", "Berbukti", "Tidak relevan"),
                [
                    (each.code, each.name, each.filled, each.total, each.backed, each.not_relevant)
                    for each in paper.sections
                ],
            ),
            [each.open for each in paper.sections],
        ),
        with_marks(
            Sheet(
                "Kantor",
                ("Kantor", "Jenis", *(f"{code} terisi" for code in codes), "Terakhir diterima"),
                [
                    (each.name, each.type, *(pair[0] if pair else None for pair in each.filled), each.last_received)
                    for each in paper.offices
                ],
            ),
            [any(each.open) for each in paper.offices],
        ),
        with_marks(
            Sheet(
                "Rapat",
                ("Tanggal", "Jenis", "Judul", "L", "P", "Jumlah", "Instansi"),
                [
                    (each.date, each.kind, each.title, each.male, each.female, each.total, each.institutions)
                    for each in paper.meetings
                ],
            ),
            [each.open or each.count_open for each in paper.meetings],
        ),
        with_marks(
            Sheet(
                "Peserta",
                ("Jenis instansi", "L", "P", "Tidak disebutkan", "Jumlah"),
                [(each.label, each.male, each.female, each.unknown, each.total) for each in paper.attendance],
            ),
            [each.open for each in paper.attendance],
        ),
        *_honour_sheets(paper.awards, paper.indices),
    ]
    write_workbook(out, sheets, title=f"Rekap {paper.region} {paper.year}")


def province_workbook(ws: Workspace, out: Path, wish: Wish) -> None:
    """The recap of the province as a workbook."""
    paper = province_paper(ws, wish)
    codes = [code for code, _name in paper.section_names]
    sheets = [
        with_marks(
            Sheet(
                "Kabupaten-kota",
                ("Kode", "Nama", *(f"{code} (%)" for code in codes), "Rapat", "Peserta", "L", "P", "Terakhir diterima"),
                [
                    (
                        each.code,
                        each.name,
                        *(_percent(share) for share in each.shares or (None,) * len(codes)),
                        each.meetings,
                        each.participants,
                        each.male,
                        each.female,
                        each.last_received,
                    )
                    for each in paper.regencies
                ],
            ),
            [any(each.open) or each.count_open for each in paper.regencies],
        ),
        with_marks(
            Sheet(
                "Rapat",
                ("Kabupaten/kota", "Tanggal", "Jenis", "Judul", "Peserta", "Hasil"),
                [
                    (each.region, each.date, each.kind, each.title, each.participants, each.results)
                    for each in paper.meetings
                ],
            ),
            [each.open or each.count_open for each in paper.meetings],
        ),
        *_honour_sheets(paper.awards, paper.indices),
    ]
    write_workbook(out, sheets, title=f"Rekap Provinsi {paper.province}")


def _percent(share: float | None) -> int | None:
    return None if share is None else whole_percent(share)


def _honour_sheets(awards: Sequence[papers.AwardRow], indices: Sequence[papers.IndexRow]) -> tuple[Sheet, Sheet]:
    return (
        with_marks(
            Sheet(
                "Penghargaan",
                ("Kabupaten/kota", "Penghargaan", "Tahun", "Predikat"),
                [(each.region, each.award, each.year, each.category) for each in awards],
            ),
            [each.open for each in awards],
        ),
        with_marks(
            Sheet(
                "Indeks gender",
                ("Kabupaten/kota", "Indeks", "Tahun", "Nilai", "Peringkat", "Dari", "Lingkup"),
                [
                    (each.region, each.index, each.year, each.value, each.rank, each.rank_of, each.rank_scope)
                    for each in indices
                ],
            ),
            [each.open for each in indices],
        ),
    )
