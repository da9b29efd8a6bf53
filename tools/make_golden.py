"""Makes tests/golden/<format>-<version>: bundles of this program that every later one must take in as this one does.

    python tools/make_golden.py [NAME]

A folder is made once for each release and never again: it stands for what lies on sticks out there. It has the
receivers' profiles as they were before (database, keys), the bundles in the order in which they came, and in
expected.json what each import brought and what the records were at the end. Its keys are published: use them nowhere.
"""

import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import zstandard  # noqa: E402

from pug_desktop import __version__  # noqa: E402
from pug_desktop.app import (  # noqa: E402
    attend,
    edit,
    enrol,
    evidence,
    fill,
    gender_analysis,
    instruments,
    meet,
    outgoing_files,
    receipts,
    receive,
    registers,
    review,
    semester,
    send,
    states,
)
from pug_desktop.app.trust import cards  # noqa: E402
from pug_desktop.app.workspace import Workspace, create_profile  # noqa: E402
from pug_desktop.bundle.cards import Grant  # noqa: E402
from pug_desktop.bundle.manifest import FORMAT  # noqa: E402
from pug_desktop.storage.capture import capture  # noqa: E402
from tests.bundle.bundle_world import Member  # noqa: E402
from tests.golden.taking import OUTCOME, outcome, take_all  # noqa: E402
from tests.hostile.opening import forged  # noqa: E402

GOLDEN = ROOT / "tests" / "golden"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Line:
    """The offices and the stick."""

    folder: Path
    province: Workspace
    regency: Workspace
    office: Workspace

    @property
    def stick(self) -> Path:
        """Where bundles are written to."""
        return self.folder / "stick"


def main(name: str) -> None:
    """One folder; it must not be there yet."""
    target = GOLDEN / name
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        # Small as it is, it shall have changes only and evidence in files of its own, as a large office's has.
        stack.enter_context(mock.patch.object(outgoing_files, "FIRST_BYTES", 3_000))
        line = make_line(Path(folder))
        for receiver, story in ((line.regency, to_the_regency), (line.office, to_the_office), (line.province, above)):
            _keep(target, line, receiver, story)
        for ws in (line.province, line.regency, line.office):
            ws.close()
    print(f"{sum(1 for path in target.rglob('*') if path.is_file())} files in {target}")


def make_line(folder: Path) -> Line:
    """Three offices that have exchanged once."""

    def profile(name: str, role: str, region: str, office: str, holder: str) -> Workspace:
        return create_profile(
            folder / name, role=role, region_code=region, office_name=office, holder=holder, clock=lambda: AT
        )

    line = Line(
        folder,
        profile("provinsi", "provinsi", "36", "DP3AKKB Provinsi Banten", "Siti"),
        profile("kabkota", "kabkota", "36.71", "DP3AP2KB Kota Tangerang", "Sri"),
        profile("opd", "opd", "36.71", "Dinas Kesehatan Kota Tangerang", "Budi"),
    )
    line.stick.mkdir()
    for below, above_it in ((line.regency, line.province), (line.office, line.regency)):
        asked = enrol.request(below, folder)
        enrol.accept(below, enrol.approve(above_it, asked, folder, in_person=True), in_person=True)
    first = meeting(line.office, folder, "Rapat awal", 900)
    fill.save_answer(line.office, (sheet := fill.sheet(line.office, 2026)), question(sheet), note="Sudah ada")
    _carry(line.office, line.regency, line.stick)
    _carry(line.regency, line.province, line.stick)
    # Both change the same title, the regency reviews an answer, the province issues an instrument.
    edit.put(line.regency, "meeting", first, title="Rapat awal menurut kota")
    edit.put(line.office, "meeting", first, title="Rapat awal menurut dinas", place="Aula")
    with line.regency.database.read() as connection:
        answer = connection.exec_driver_sql("SELECT lower(hex(id)) FROM answer").scalar_one()
    review.review(line.regency, answer, "dikembalikan", "Mohon lampirkan SK")
    catalog = ROOT / "pug_desktop" / "forms" / "catalog"
    instruments.publish(line.province, next_version(catalog / "prasyarat-opd.v2.toml", folder))
    for ws in (line.province, line.regency, line.office):
        # A profile that is laid out again elsewhere becomes another writer, and which of two values is shown follows
        # from the writer: what was written so far must be noted under the name that it has now.
        with ws.database.write() as connection:
            capture(connection, now=ws.now_s, by=ws.profile.holder)
    return line


def question(sheet: fill.Sheet) -> str:
    """The first question of a sheet."""
    return next(item.question.name for section in sheet.sections for item in section.items)


def next_version(path: Path, folder: Path) -> Path:
    """The next version of a form, with the same questions."""
    text = path.read_text(encoding="utf-8")
    line = next(each for each in text.splitlines() if each.startswith("version = "))
    number = int(line.partition("=")[2])
    target = folder / path.name
    target.write_text(text.replace(line, f"version = {number + 1}", 1), encoding="utf-8")
    return target


def meeting(ws: Workspace, folder: Path, title: str, size: int) -> str:
    """A meeting with people and a file."""
    made = meet.create_meeting(ws)
    edit.put(ws, "meeting", made, title=title, discussion="Pembahasan\nbaris kedua")
    attend.paste(ws, made, 0, "name", [[f"{title} {n}", "P" if n % 2 else "L", "Staf", "Bappeda"] for n in range(3)])
    paper = folder / f"{title}.pdf"
    paper.write_bytes(PDF + title.encode() * (size // len(title)))
    evidence.attach(ws, "meeting", made, paper)
    return made


def _carry(sender: Workspace, receiver: Workspace, stick: Path) -> None:
    for path in send.send(sender, send.find_addressee(sender), stick).files:
        bundle_id = receive.take_in(receiver, path).bundle_id
    receipts.write_receipt(receiver, bundle_id, stick)
    receipts.read_receipts(sender, stick)


def to_the_regency(line: Line) -> list[Path]:
    """Changes only, with receipts, evidence parts, a deletion and a conflict; then a bundle of a newer program."""
    ws = line.office
    gone = meeting(ws, line.folder, "Rapat yang dihapus", 100)
    for number, size in enumerate((1_000, 2_500, 2_800)):
        meeting(ws, line.folder, f"Rapat {number}", size)
    papers(ws)
    after(ws, meeting(ws, line.folder, "Rapat dengan undangan", 200))
    with mock.patch.object(send, "DELTA_ABOVE", 0):
        files = list(send.send(ws, send.find_addressee(ws), line.stick).files)
        edit.remove(ws, "meeting", gone)
        files += send.send(ws, send.find_addressee(ws), line.stick).files
    newer = line.stick / "PUG_36.71-newer_36.71_20271122_0001.pug"
    newer.write_bytes(
        forged(line.folder, member(ws), member(line.regency), newer_lines(ws.profile.scope), newer_fields)
    )
    return [*files, newer]


def papers(ws: Workspace) -> None:
    """A record of each register and paper, and a sheet that is final."""
    decree = registers.add(ws, "decree", {"decree_kind": "focal_point", "number": "800/1", "decree_on": "2026-01-05"})
    registers.add_member(ws, decree, "Siti Aminah")
    registers.add(ws, "gender_budget", {"year": 2026, "amount": 5, "base": 100, "base_name": "belanja_langsung"})
    gap = gender_analysis.create_gap(ws)
    edit.put(ws, "gap", gap, programme="Program", step1="Tujuan")
    gender_analysis.create_gbs(ws, gap)
    edit.put(ws, "semester_report", semester.create_report(ws, 2026, 1), problems="Anggaran turun")
    states.mark_ready(ws, fill.sheet(ws, 2026))
    states.finalise(ws, fill.sheet(ws, 2026))


def after(ws: Workspace, held: str) -> None:
    """A record of each kind that a meeting may have."""
    edit.put(ws, "meeting", held, state="terlaksana", counted_by="daftar")
    scope = ws.profile.scope
    for kind in ("meeting_letter", "meeting_report"):
        edit.create(ws, kind, {"signer_name": "Sri"}, id=held, scope=scope)
    edit.create(ws, "invitation", {"meeting_id": held, "number": 1, "office_name": "Bappeda"}, scope=scope)
    edit.create(ws, "meeting_decision", {"meeting_id": held, "number": 1, "text": "Disepakati"}, scope=scope)
    own = edit.create(ws, "meeting_kind", {"name": "Temu wicara", "counts_as": "sosialisasi"}, scope=scope)
    edit.put(ws, "meeting", held, own_kind_id=own)
    first, *_ = attend.rows(ws, held)
    edit.create(ws, "attendance_trait", {"age_band": "31_45", "disability": "tidak"}, id=first.id, scope=scope)
    one, other = (edit.create(ws, "person", {"name": name}, scope=scope) for name in ("Siti A.", "Siti Aminah"))
    edit.create(ws, "person_link", {"person_id": one, "kept_id": other, "verdict": "sama"}, scope=scope)
    edit.create(ws, "holiday", {"day_on": "2026-12-24", "name": "Cuti bersama"}, scope=scope)


def newer_lines(scope: str) -> bytes:
    """A kind, a cell and a sort of line that nobody knows yet."""
    lines: list[object] = [
        {"later": {"x": 1}},
        {"layout": ["pilot_2028", ["title", "weights"]]},
        {"layout": ["meeting", ["kind", "title", "later_cell"]]},
        {"scope": scope},
        {"actor": "f" * 16},
        {"user": "Tri"},
        [0, "1" * 32, 0, 0, 1, 0, 1_800_000_000, ["Kelak", {"a": [1, None, True]}]],
        [1, "2" * 32, 0, 0, 1, 0, 1_800_000_000, ["rakor_pokja", "Rapat dari program baru", "2028"]],
        {"end": 2},
    ]
    return b"".join(json.dumps(line, separators=(",", ":")).encode() + b"\n" for line in lines)


def newer_fields(document: dict[str, object]) -> None:
    """What a later format may add without a new `min_reader`."""
    document.update(format=FORMAT + 1, later={"nobody": "knows"}, counts={"pilot_2028": 1, "meeting": 1}, full=False)


def to_the_office(line: Line) -> list[Path]:
    """Down: what was written, a review, the instrument of the province, lists of key cards, receipts."""
    for path in send.send(line.province, send.find_addressee(line.province, "Kota Tangerang"), line.stick).files:
        receive.take_in(line.regency, path)
    return list(send.send(line.regency, send.find_addressee(line.regency, "Dinas Kesehatan"), line.stick).files)


def above(line: Line) -> list[Path]:
    """Up: everything, with the conflict and the deletion."""
    return list(send.send(line.regency, send.find_addressee(line.regency), line.stick, full=True).files)


def member(ws: Workspace) -> Member:
    """A profile's device, to forge bundles with."""
    kept = cards(ws)
    if kept.own is None:
        raise ValueError("not enrolled")
    return Member(ws.keys, Grant(kept.own, kept.above))


def _keep(target: Path, line: Line, receiver: Workspace, story: Callable[[Line], list[Path]]) -> None:
    """The receiver as it was before, the bundles, and what taking them in brings."""
    folder = target / receiver.folder.name
    (folder / "kunci").mkdir(parents=True)
    files = story(line)
    with closing(sqlite3.connect(receiver.folder / "pug.db")) as connection:
        connection.execute("VACUUM INTO ?", (str(folder / "pug.db"),))
    packed = zstandard.compress((folder / "pug.db").read_bytes(), 19)
    (folder / "pug.db").unlink()
    (folder / "pug.db.zst").write_bytes(packed)
    shutil.copy(receiver.folder / "profil.json", folder)
    shutil.copyfile(receiver.folder / "kunci" / "perangkat.kunci", folder / "kunci" / "perangkat.kunci")
    if (receiver.folder / "berkas").exists():
        shutil.copytree(receiver.folder / "berkas", folder / "berkas", copy_function=shutil.copyfile)
    for number, path in enumerate(files, 1):
        shutil.copyfile(path, folder / f"{number:02}-{path.name}")
    expected = {"imports": take_all(receiver, sorted(folder.glob("*.pug"))), OUTCOME: outcome(receiver)}
    text = json.dumps(expected, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else f"{FORMAT}-{__version__}")
