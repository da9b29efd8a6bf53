"""The proof that both programs speak of the same thing: bundles between this system's program and the Windows one."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer.windows.product import CACHE, ROOT
from installer.windows.stage import Stage

# A folder as people have them, with spaces and accents; below the person's own it makes more than 200 characters.
OFFICE = " ".join(["Dinas Kesehatan é Ñ ç Seksi Pengarusutamaan Gender"] * 3)
BUNDLE = "Kiriman é.pug"
"""On drive C: in the end: a bundle for that office which nobody has taken in."""


def carry_there_and_back(stage: Stage) -> str:
    """An OPD on Windows, its kabupaten on Linux; both have the same records of the OPD in the end."""
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        stick = Path(folder) / "flashdisk é"
        stick.mkdir()
        return _carry(stage, stick, str(Path(folder) / "kota"))


def _carry(stage: Stage, stick: Path, kota: str) -> str:
    inside = stage.wine.windows_path(stick)
    # The only profile from here on, so that the window opens it by itself.
    shutil.rmtree(stage.data / "profil", ignore_errors=True)
    office = stage.wine.windows_path(stage.data / "profil" / OFFICE)
    assert len(office) > 200

    def opd(*arguments: str) -> str:
        return stage.program("--profile", office, *arguments)

    _make_regency(kota, stick)
    opd("init", "--role", "opd", "--region", "36.71", "--office", "Dinas Kesehatan (contoh)", "--holder", "Petugas")
    opd("enrol", "request", "--to", f"{inside}\\dinkes.pugkey")
    card = stick / "kartu.pugkey"
    _here(kota, "enrol", "approve", str(stick / "dinkes.pugkey"), "--to", str(card), "--in-person")
    opd("enrol", "accept", f"{inside}\\kartu.pugkey", "--in-person")

    opd("dump", "--out", f"{inside}\\isian.json")
    dumped = (stick / "isian.json").read_text(encoding="utf-8")
    found = re.search(r'"scope":"([^"]+)","practice"', dumped)
    assert found, "dump wrote no scope"
    scope = found[1]
    _write_meeting(stick / "rapat.json", scope)
    opd("load", f"{inside}\\rapat.json")
    opd("export", "--to", inside)
    _here(kota, "import", str(stick))
    there, here = stage.digest(office, scope), _digest(kota, scope)
    assert there == here, f"Windows {there}, Linux {here}"

    _write_change(stick / "ubah.json", scope, "Judul dari kabupaten")
    _here(kota, "load", str(stick / "ubah.json"))
    _here(kota, "export", "--to", str(stick), "--for", "Dinas Kesehatan (contoh)")
    opd("import", inside)
    there, back = stage.digest(office, scope), _digest(kota, scope)
    assert there == back, f"Windows {there}, Linux {back}"
    assert here != back, "nothing came back"

    _write_change(stick / "ubah.json", scope, "Judul yang belum diterima")
    _here(kota, "load", str(stick / "ubah.json"))
    before = set(stick.glob("*.pug"))
    _here(kota, "export", "--to", str(stick), "--for", "Dinas Kesehatan (contoh)")
    (bundle,) = set(stick.glob("*.pug")) - before
    shutil.copy(bundle, stage.wine.drive / BUNDLE)
    return f"{back} on both sides; the profile's folder has {len(office)} characters"


def _make_regency(kota: str, stick: Path) -> None:
    """A kabupaten with its key card from a province, both on this system."""
    province, asked, given = f"{kota}-provinsi", str(stick / "kota.pugkey"), str(stick / "kartu-kota.pugkey")
    _here(province, "init", "--role", "provinsi", "--region", "36", "--office", "Dinas PPPA (contoh)")
    _here(kota, "init", "--role", "kabkota", "--region", "36.71", "--office", "Sekretariat Pokja PUG (contoh)")
    _here(kota, "enrol", "request", "--to", asked)
    _here(province, "enrol", "approve", asked, "--to", given, "--in-person")
    _here(kota, "enrol", "accept", given, "--in-person")


def _write_meeting(path: Path, scope: str) -> None:
    values = {"kind": "advokasi", "title": "Advokasi PUG — “Ñandú, é, ✓”", "year": 2026, "month": 3}
    records = [
        {"kind": "meeting", "id": f"{1:032x}", "scope": scope, "values": values},
        {"kind": "headcount", "id": f"{2:032x}", "scope": scope, "values": {"meeting_id": f"{1:032x}", "total": 40}},
    ]
    path.write_text(json.dumps({"pug": "records/1", "records": records}), encoding="utf-8")


def _write_change(path: Path, scope: str, title: str) -> None:
    change = {"kind": "meeting", "id": f"{1:032x}", "scope": scope, "values": {"title": title}}
    path.write_text(json.dumps({"pug": "records/1", "records": [change]}), encoding="utf-8")


def _digest(profile: str, scope: str) -> object:
    return json.loads(_here(profile, "digest", "--json"))["scopes"][scope]


def _here(profile: str, *arguments: str) -> str:
    """Run a verb of this system's program."""
    python = ROOT / ".venv" / "bin" / "python"
    command = [
        str(python) if python.exists() else sys.executable,
        "-m",
        "pug_desktop",
        "--profile",
        profile,
        *arguments,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: exit code {done.returncode}: {done.stderr[-800:]}"
    return done.stdout
