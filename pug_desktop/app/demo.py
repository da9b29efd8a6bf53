"""The whole road without a screen: five real meetings, from their offices by bundles to four provinces, on paper.

At the end an invented office has two answers reviewed, and one of them sent back: what comes down.

Everything is made by the same verbs that the pages and the command line use.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app import enrol, example, fill, meet, receive, regions, report, review, send
from pug_desktop.app.digest import Sum, digest
from pug_desktop.app.example import Facts
from pug_desktop.app.workspace import Clock, Workspace, create_profile, utc_now
from pug_desktop.domain.kinds import RecordId
from pug_desktop.replica import scope as scopes

MARKER = ".pug-demo"
REVIEWING, INVENTED = "36.71", "Dinas Kesehatan Kota Tangerang (contoh)"
"""The kabupaten/kota that reviews, and whose answers: no real office is made to say what it never said."""
FOLDERS = ("profil", "kunci", "kiriman", "kertas", "gambar")

Say = Callable[[str], None]
Pictures = Callable[[Path, Path], Sequence[Path]]
"""Takes pictures of the window: called with a profile's folder and the folder for the pictures."""


@dataclass(frozen=True, slots=True)
class Carried:
    """One bundle on its way: records that were new to the receiver, and whether both now have the same records."""

    file: str
    sender: str
    receiver: str
    size: int
    new: int
    changed: int
    conflicts: int
    parked: int
    same: bool


@dataclass(slots=True)
class Told:
    """What the demo did."""

    profiles: list[str] = field(default_factory=list)
    bundles: list[Carried] = field(default_factory=list)
    papers: list[Path] = field(default_factory=list)
    pictures: list[Path] = field(default_factory=list)
    meetings: list[tuple[str, str, str, int | None]] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)
    """What was said of the answers of the invented office, a line each."""
    there_and_back: list[Carried] = field(default_factory=list)
    """The bundles of that office: up, down with the reviews, up again, down."""


def run_demo(out: Path, *, pictures: Pictures | None = None, say: Say = print, clock: Clock = utc_now) -> Told:
    """Run the road into a folder; running it there again starts anew.

    Args:
        out: gets `profil/`, `kunci/`, `kiriman/`, `kertas/` and `gambar/`.
        pictures: takes pictures of the window; None leaves them out.
        say: told a line at a time what happens.
        clock: gives aware UTC times.

    Raises:
        FolderNotWritable: the folder holds something that is not ours.
    """
    _prepare(out)
    told = Told()
    road = _Road(out, told, say, clock)
    try:
        for facts in example.real_meetings():
            road.meeting(facts)
        road.provinces()
        road.reviews()
    finally:
        road.close()
    if pictures is not None:
        told.pictures.extend(pictures(out / "profil" / "kabkota-36.71", out / "gambar"))
        say(f"Gambar halaman: {len(told.pictures)}")
    return told


def _prepare(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not (out / MARKER).exists() and any(out.iterdir()):
            raise errors.FolderNotWritable(path=out, reason="folder berisi data lain / it holds other data")
        (out / MARKER).touch()
        for name in FOLDERS:
            shutil.rmtree(out / name, ignore_errors=True)
            (out / name).mkdir()
    except OSError as error:
        raise errors.FolderNotWritable(path=out, reason=error.strerror or "") from error


class _Road:
    """The profiles that are open, and what is done with them."""

    def __init__(self, out: Path, told: Told, say: Say, clock: Clock) -> None:
        self._out = out
        self._told = told
        self._say = say
        self._clock = clock
        self._provinces: dict[str, Workspace] = {}
        self._open: list[Workspace] = []

    def close(self) -> None:
        """Close every profile."""
        for ws in self._open:
            ws.close()

    def meeting(self, facts: Facts) -> None:
        """One meeting from its office to its province."""
        region = regions.region(facts["region_code"])
        province = self._province(region.province_code)
        regency = self._make("kabkota", region.code, f"Sekretariat Pokja PUG {region.name}")
        office = self._make("opd", region.code, facts["office"])
        self._enrol(regency, province)
        self._enrol(office, regency)
        made = example.enter_meeting(office, facts)
        self._carry(office, regency)
        example.enter_honours(regency, facts)
        self._carry(regency, province)
        row = next(each for each in meet.meetings(province, scope=region.code) if each.id == made)
        self._told.meetings.append((region.name, row.date_text, row.title, row.total))
        self._say(f"  {region.name}: {row.title} - {row.date_text}")
        self._papers(regency, made, facts["year"])

    def _province(self, code: str) -> Workspace:
        if code not in self._provinces:
            name = regions.region(code).name
            self._provinces[code] = self._make("provinsi", code, f"Dinas PPPA Provinsi {name}")
        return self._provinces[code]

    def _make(self, role: str, code: str, name: str, more: str = "") -> Workspace:
        folder = self._out / "profil" / f"{role}-{code}{more}"
        ws = create_profile(folder, role=role, region_code=code, office_name=name, clock=self._clock)
        self._open.append(ws)
        self._told.profiles.append(f"{role} {code} {name}")
        return ws

    def _enrol(self, below: Workspace, above: Workspace) -> None:
        keys = self._out / "kunci"
        enrol.accept(below, enrol.approve(above, enrol.request(below, keys), keys, in_person=True), in_person=True)

    def reviews(self) -> None:
        """Two answers of an invented office: one is accepted, one comes back, is mended and accepted."""
        regency = next(each for each in self._open if each.profile.scope == REVIEWING)
        office = self._make("opd", REVIEWING, INVENTED, "-contoh")
        self._enrol(office, regency)
        sheet = fill.sheet(office, office.today.year)
        answers = {item: fill.answer_id(sheet.checklist_id, item) for item in ("P2.06", "P6.03")}
        for item, value in zip(answers, (4, 2), strict=True):
            fill.save_answer(office, sheet, item, value=value, note="contoh")
        trips = self._told.there_and_back
        trips.append(self._trip(office, regency))
        review.review(regency, answers["P2.06"], "diterima")
        review.review(regency, answers["P6.03"], "dikembalikan", "Sebutkan judul KAK pada catatan (contoh).")
        trips.append(self._trip(regency, office, INVENTED))
        for each in review.returned(office):
            self._tell(f"{each.item} dikembalikan: {each.review.remark}")
            fill.save_answer(office, sheet, each.item, note="KAK posyandu, KAK kelas ibu hamil (contoh)")
        trips.append(self._trip(office, regency))
        for each in review.corrected(regency):
            self._tell(f"{each.item} sudah diubah, diperiksa lagi: diterima")
            review.review(regency, each.answer_id, "diterima")
        trips.append(self._trip(regency, office, INVENTED))
        accepted = [
            item for item, answer in answers.items() if review.reviews_of(office, answer)[0].verdict == "diterima"
        ]
        self._tell(f"Diterima di kantor itu: {', '.join(accepted)}")

    def _tell(self, line: str) -> None:
        self._told.reviews.append(line)
        self._say(f"  {INVENTED}: {line}")

    def _carry(self, sender: Workspace, receiver: Workspace) -> None:
        self._told.bundles.append(self._trip(sender, receiver))

    def _trip(self, sender: Workspace, receiver: Workspace, to: str | None = None) -> Carried:
        sent = send.send(sender, send.find_addressee(sender, to), self._out / "kiriman")
        got = receive.take_in(receiver, sent.path)
        scope = max(sender.profile.scope, receiver.profile.scope, key=len) if to else sender.profile.scope
        same = _sums(sender, scope) == _sums(receiver, scope)
        return Carried(
            sent.path.name,
            sender.profile.office_name,
            receiver.profile.office_name,
            sent.size,
            got.new,
            got.changed,
            got.conflicts,
            got.parked,
            same,
        )

    def _papers(self, ws: Workspace, meeting: RecordId, year: int) -> None:
        folder = self._out / "kertas"
        code = ws.profile.region_code
        self._write(ws, "daftar-hadir", folder / f"{code}-daftar-hadir-kosong.pdf", meeting_id=meeting, blank=True)
        self._write(ws, "daftar-hadir", folder / f"{code}-daftar-hadir.pdf", meeting_id=meeting)
        self._write(ws, "notulen", folder / f"{code}-notulen.pdf", meeting_id=meeting)
        self._write(ws, "prasyarat", folder / f"{code}-prasyarat-{year}.pdf", year=year)
        self._write(ws, "rekap-kabkota", folder / f"{code}-rekap-{year}.pdf", year=year)
        self._write(ws, "rekap-kabkota", folder / f"{code}-rekap-{year}.xlsx", year=year)

    def provinces(self) -> None:
        """The recap of each province, over all years."""
        for code, ws in sorted(self._provinces.items()):
            for suffix in (".pdf", ".xlsx"):
                self._write(ws, "rekap-provinsi", self._out / "kertas" / f"{code}-rekap-provinsi{suffix}")

    def _write(
        self,
        ws: Workspace,
        name: str,
        out: Path,
        *,
        meeting_id: RecordId | None = None,
        year: int | None = None,
        blank: bool = False,
    ) -> None:
        report.write_report(ws, name, out, meeting_id=meeting_id, year=year, blank=blank)
        self._told.papers.append(out)


def _sums(ws: Workspace, scope: str) -> dict[str, Sum]:
    """What a profile holds of a scope, kinds that stay in the district left out."""
    return {each: found for each, found in digest(ws).travelling_scopes.items() if scopes.contains(scope, each)}
