"""The steps of the self-check, on the real code: offices, a sheet, a meeting, bundles, papers, an older profile."""

import base64
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from pug_desktop import errors, paths
from pug_desktop.app import (
    attend,
    backup,
    doctor,
    enrol,
    evidence,
    example,
    fill,
    import_people,
    invite,
    meet,
    persons,
    program_files,
    receive,
    report,
    review,
    send,
)
from pug_desktop.app.digest import Sum, digest
from pug_desktop.app.findings import Finding
from pug_desktop.app.invite import Invitee
from pug_desktop.app.workspace import Workspace, create_profile, open_profile
from pug_desktop.domain.dates import PartialDate
from pug_desktop.domain.kinds import RecordId, Value
from pug_desktop.domain.working_days import national
from pug_desktop.replica import scope as scopes

SAMPLES = paths.RESOURCES / "self-check"
"""Made by tools/make_self_check.py."""

REGION = "36.71"
OFFICE = "Dinas Kesehatan Kota Tangerang (contoh)"
PASSPHRASE = "pemeriksaan mandiri ✓"
TITLE = "Rapat Koordinasi Pokja PUG – contoh ✓"
DAY = date(2026, 3, 12)

PEOPLE: tuple[Mapping[str, Value], ...] = (
    {"name": "Siti Rahmawati, S.Sos", "sex": "P", "office_name": "Bappeda", "office_type": "opd"},
    {"name": "Bambang Sutrisno", "sex": "L", "office_name": "Dinas Sosial", "office_type": "opd"},
    {"name": "Ni Luh Ayu Dewi", "sex": "P", "office_name": "Dinkes", "office_type": "opd"},
)

_POLYGON_OF_SEVEN = re.compile(rb"m(?: [\d.-]+ [\d.-]+ l){6} h")
_STREAM = re.compile(rb"/ASCII85Decode /FlateDecode[^>]*>>\s*stream\r?\n(.*?)~>\s*endstream", re.DOTALL)
_RADAR_POLYGONS = 5
"""Four lines of the grid and the shape of the answers."""


class Trial:
    """The profiles that are open during the check, and what the steps made.

    Attributes:
        folder: everything lies in it.
        facts: what the steps tell beside their time.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.facts: dict[str, str] = {}
        self._open: dict[str, Workspace] = {}
        self._meeting: RecordId = ""

    def profile(self, role: str) -> Workspace:
        """The open profile of that role; refuses to go on without it."""
        if role not in self._open:
            raise _Unlike(f"no profile {role}, see the steps before")
        return self._open[role]

    def keep(self, role: str, ws: Workspace) -> Workspace:
        """Hold it open until the end."""
        self._open[role] = ws
        return ws

    @property
    def meeting(self) -> RecordId:
        """The office's meeting."""
        if not self._meeting:
            raise _Unlike("no meeting, see the steps before")
        return self._meeting

    @meeting.setter
    def meeting(self, made: RecordId) -> None:
        self._meeting = made

    def release_regency(self) -> Path:
        """Close the profile of the kabupaten/kota and return its folder, so that the window can open it."""
        ws = self.profile("kabkota")
        ws.close()
        del self._open["kabkota"]
        return ws.folder

    def close(self) -> None:
        """Close all of them."""
        for ws in self._open.values():
            ws.close()
        self._open.clear()


class _Unlike(Exception):
    """Something came out otherwise than it must."""


def _expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise _Unlike(f"{what}: {found!r}, expected {wanted!r}")


# --- the steps --------------------------------------------------------------------------------------------------------


def _profiles(trial: Trial) -> None:
    """A province, a kabupaten/kota and an office with a passphrase, each with the key card of the one above."""
    made = (("provinsi", "36", "Dinas PPPA Provinsi (contoh)", None), ("kabkota", REGION, "Sekretariat (contoh)", None))
    for role, region, name, passphrase in (*made, ("opd", REGION, OFFICE, PASSPHRASE)):
        # Names of Windows' users have spaces and accents.
        folder = trial.folder / f"profil é {role}"
        ws = create_profile(folder, role=role, region_code=region, office_name=name, passphrase=passphrase)
        trial.keep(role, ws)
    keys = trial.folder / "kunci"
    keys.mkdir()
    for below, above in (("kabkota", "provinsi"), ("opd", "kabkota")):
        asked = enrol.request(trial.profile(below), keys)
        enrol.accept(
            trial.profile(below), enrol.approve(trial.profile(above), asked, keys, in_person=True), in_person=True
        )


def _passphrase(trial: Trial) -> None:
    """The office's keys open with the passphrase, and not without it."""
    ws = trial.profile("opd")
    ws.close()
    try:
        open_profile(ws.folder).close()
    except errors.NeedsPassphrase:
        trial.keep("opd", open_profile(ws.folder, passphrase=PASSPHRASE))
    else:
        raise _Unlike("the keys opened without their passphrase")


def _form(trial: Trial) -> None:
    """Answers of several kinds are kept, counted, and a wrong one is refused."""
    ws = trial.profile("opd")
    sheet = fill.sheet(ws, DAY.year)
    fill.save_answer(ws, sheet, "P2.06", value=4, note="contoh")
    fill.save_answer(ws, sheet, "P4.06", value=True)
    fill.save_answer(ws, sheet, "P4.07", value=["ruang_laktasi", "jalur_landai"])
    try:
        fill.save_answer(ws, sheet, "P2.06", value="empat")
    except errors.WrongValue:
        pass
    else:
        raise _Unlike("a wrong answer was kept")
    kept = {item.question.name: item.value for part in fill.sheet(ws, DAY.year).sections for item in part.items}
    _expect("answer", (kept["P2.06"], kept["P4.06"]), (4, True))


def _meeting(trial: Trial) -> None:
    """A meeting with its invited, its list, a result and a follow-up."""
    ws = trial.profile("opd")
    trial.meeting = made = _new_meeting(ws)
    invite.invite(ws, made, [Invitee(office_name="Bappeda"), Invitee(name="Bambang Sutrisno", office_name="Dinsos")])
    attend.add_many(ws, made, PEOPLE)
    meet.add_output(ws, made, "Data terpilah disepakati (contoh).")
    meet.add_follow_up(ws, made, "Menyusun GAP dan GBS (contoh).")
    totals = attend.totals(ws, made)
    _expect("attendance", (totals.total, totals.female, totals.male), (3, 2, 1))


def _new_meeting(ws: Workspace) -> RecordId:
    from pug_desktop.app import edit

    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title=TITLE, place="Aula (contoh)", start_time="09:00", end_time="12:00")
    meet.set_date(ws, made, PartialDate.of(DAY))
    return made


def _photos(trial: Trial) -> None:
    """A photo is made smaller and loses its place, a phone's HEIC becomes a JPEG."""
    ws = trial.profile("opd")
    owner = fill.answer_id(fill.sheet(ws, DAY.year).checklist_id, "P2.06")
    for name in ("photo.jpg", "photo.heic"):
        row = evidence.attach(ws, "answer", owner, SAMPLES / name)
        _expect(name, (row.media_type, ws.blobs.is_sound(row.sha256)), ("image/jpeg", True))
        kept = ws.blobs.path(row.sha256).read_bytes()
        _expect(f"{name} holds metadata", b"Exif" in kept, False)


def _bundles(trial: Trial) -> None:
    """Up with the sheet, the meeting and the photos, down with a review; both sides then hold the same."""
    office, regency = trial.profile("opd"), trial.profile("kabkota")
    _carry(trial, office, regency, None)
    answer = fill.answer_id(fill.sheet(office, DAY.year).checklist_id, "P2.06")
    review.review(regency, answer, "dikembalikan", "Sebutkan judul KAK (contoh).")
    _carry(trial, regency, office, OFFICE)
    _expect("returned answers", len(review.returned(office)), 1)
    for each in evidence.of(regency, "answer", answer):
        _expect("photo in the kabupaten/kota", regency.blobs.is_sound(each.sha256), True)


def _carry(trial: Trial, sender: Workspace, receiver: Workspace, to: str | None) -> None:
    stick = trial.folder / "stik"
    stick.mkdir(exist_ok=True)
    sent = send.send(sender, send.find_addressee(sender, to), stick)
    got = receive.take_in(receiver, sent.path)
    _expect("parked records and conflicts", (got.parked, got.conflicts), (0, 0))
    scope = max(sender.profile.scope, receiver.profile.scope, key=len)
    sums = _sums(sender, scope)
    _expect("sums", (bool(sums), _sums(receiver, scope)), (True, sums))


def _sums(ws: Workspace, scope: str) -> dict[str, Sum]:
    return {each: found for each, found in digest(ws).travelling_scopes.items() if scopes.contains(scope, each)}


def _pdf(trial: Trial) -> None:
    """The sheet with its radar and the attendance list, with all of their fonts inside."""
    ws, out = trial.profile("opd"), trial.folder / "cetak"
    out.mkdir(exist_ok=True)
    sheet = report.write_report(ws, "prasyarat", out / "lembar.pdf", year=DAY.year).read_bytes()
    listed = report.write_report(ws, "daftar-hadir", out / "daftar.pdf", meeting_id=trial.meeting).read_bytes()
    for name, data in (("sheet", sheet), ("list", listed)):
        fonts = len(re.findall(rb"/BaseFont /[A-Z]{6}\+LiberationSans", data))
        _expect(
            f"fonts of the {name} embedded", (fonts > 0, len(re.findall(rb"/FontFile2 ", data)) >= fonts), (True, True)
        )
    drawn = max(len(_POLYGON_OF_SEVEN.findall(page)) for page in _pages(sheet))
    _expect("polygons of the radar", drawn, _RADAR_POLYGONS)
    _expect("radar on the screen", "<svg" in report.radar_svg(ws, fill.sheet(ws, DAY.year)), True)


def _pages(data: bytes) -> list[bytes]:
    """What reportlab drew on each page."""
    return [zlib.decompress(base64.a85decode(each)) for each in _STREAM.findall(data)]


def _workbooks(trial: Trial) -> None:
    """The list goes out as a workbook and comes in again as the list of another meeting; names are found by sound."""
    ws, out = trial.profile("opd"), trial.folder / "cetak"
    report.write_report(ws, "prasyarat", out / "lembar.xlsx", year=DAY.year)
    listed = report.write_report(ws, "daftar-hadir", out / "daftar.xlsx", meeting_id=trial.meeting)
    other = _new_meeting(ws)
    import_people.run(ws, other, import_people.open_list(ws, other, listed))
    _expect("names", [each.name for each in attend.rows(ws, other)], [each["name"] for each in PEOPLE])
    likely = [each.name for each in persons.suggest(ws, "Siti Rachmawaty")]
    _expect("a name spelled otherwise", likely, ["Siti Rahmawati, S.Sos"])


def _word(trial: Trial) -> None:
    """The invitation from its template, and the report of the meeting."""
    ws, out = trial.profile("opd"), trial.folder / "cetak"
    for name in ("undangan", "laporan-kegiatan"):
        made = report.write_report(ws, name, out / f"{name}.docx", meeting_id=trial.meeting)
        with zipfile.ZipFile(made) as archive:
            _expect(f"title in {name}", TITLE in archive.read("word/document.xml").decode(), True)


def _calendar(trial: Trial) -> None:
    """The meeting as an entry of a calendar; the national holidays by their Indonesian names."""
    ws, out = trial.profile("opd"), trial.folder / "cetak"
    made = report.write_report(ws, "kalender-rapat", out / "rapat.ics", meeting_id=trial.meeting)
    _expect("entries", made.read_bytes().count(b"BEGIN:VEVENT"), 1)
    _expect("holiday", national(DAY.year).get(date(DAY.year, 8, 17)), "Hari Kemerdekaan Republik Indonesia")
    _expect("holiday in English", national(DAY.year, "en").get(date(DAY.year, 8, 17)), "Independence Day")


def _examples(trial: Trial) -> None:
    """A practice profile gets its invented records, and the five real meetings of `demo` are there."""
    made = create_profile(
        trial.folder / "latihan", role="kabkota", region_code=REGION, office_name="Latihan", practice=True
    )
    with closing(made) as ws:
        example.fill_practice(ws)
        _expect("meetings of the practice profile", len(meet.meetings(ws)), 1)
    _expect("real meetings", len(example.real_meetings()), 5)


def _migration(trial: Trial) -> None:
    """The profile of the first release comes up to today's schema with all it held."""
    folder = trial.folder / "profil lama"
    with zipfile.ZipFile(SAMPLES / "profile-of-schema-1.zip") as archive:
        archive.extractall(folder)
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    with closing(open_profile(folder)) as ws:
        whole = digest(ws).whole
        _expect("records", (whole.count, whole.value), (expected["count"], expected["digest"]))
        _expect("problems", _problems(ws), [])


def _backup(trial: Trial) -> None:
    """A backup is made and comes back as a profile that holds the same."""
    ws, to = trial.profile("kabkota"), trial.folder / "cadangan"
    to.mkdir()
    folder = trial.folder / "kembali"
    backup.restore(folder, backup.backup(ws, to))
    with closing(open_profile(folder)) as restored:
        _expect("sums", digest(restored).whole, digest(ws).whole)


def _doctor(trial: Trial) -> None:
    """Nothing is wrong with any of the profiles."""
    for role in ("provinsi", "kabkota", "opd"):
        _expect(f"problems of {role}", _problems(trial.profile(role)), [])


def _problems(ws: Workspace) -> list[Finding]:
    """A disk that is nearly full is no fault of the program; its files have a step of their own."""
    return [each for each in doctor.check(ws, program=False).problems if each.code != "PUG-CHECK-019"]


def _program_files(trial: Trial) -> None:
    """Every file of the program is as it was built; nothing to look at in a checkout."""
    found = program_files.check()
    trial.facts["program_files"] = str(found.files)
    _expect("missing or changed", (found.missing, found.changed), ((), ()))


def _keyring(trial: Trial) -> None:
    """The library that remembers passphrases finds the system's keyring, or none: that is told, and no failure."""
    import keyring

    kind = type(keyring.get_keyring())
    trial.facts["keyring"] = f"{kind.__module__}.{kind.__qualname__}"


STEPS: Mapping[str, Callable[[Trial], None]] = {
    "profiles": _profiles,
    "passphrase": _passphrase,
    "form": _form,
    "meeting": _meeting,
    "photos": _photos,
    "bundles": _bundles,
    "pdf": _pdf,
    "workbooks": _workbooks,
    "word": _word,
    "calendar": _calendar,
    "examples": _examples,
    "migration": _migration,
    "backup": _backup,
    "doctor": _doctor,
    "program_files": _program_files,
    "keyring": _keyring,
}
"""In their order; each rests on those before it."""
