"""The program as a person at a terminal has it: words in, an exit code and two streams out."""

import json
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from pug_desktop.cli.call import Call
from pug_desktop.cli.program import program

VECTORS = Path(__file__).parent.parent / "vectors" / "records"


@dataclass(frozen=True)
class Ran:
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        """Standard output, which holds one JSON document and nothing else."""
        found = json.loads(self.out)
        assert found["pug_cli"] == 1
        return found


@dataclass(frozen=True)
class Office:
    """A profile made by `init`."""

    folder: Path
    device_id: str
    office: str

    def run(self, *words, **more):
        return run("--profile", self.folder, *words, **more)


def run(*words, call=None, env=None):
    """Run the program with these words."""
    result = CliRunner().invoke(program, [str(word) for word in words], obj=call or Call(), env=env)
    assert "Traceback" not in result.stderr
    return Ran(result.exit_code, result.stdout, result.stderr)


def init(folder, role, region, office, *more, **kwargs):
    """A profile in that folder."""
    ran = run(
        "--profile", folder, "init", "--role", role, "--region", region, "--office", office, "--json", *more, **kwargs
    )
    assert ran.code == 0, ran.err
    return Office(folder, ran.json["device_id"], office)


def enrol(below, above, folder):
    """Give a profile its key card."""
    asked = below.run("enrol", "request", "--to", folder, "--holder", "Budi", "--json").json["path"]
    answer = above.run("enrol", "approve", asked, "--to", folder, "--in-person", "--json").json["path"]
    assert below.run("enrol", "accept", answer, "--in-person").code == 0


def loaded(office, **changes):
    """Take in a meeting with a participant."""
    document = json.loads((VECTORS / "right.json").read_text(encoding="utf-8"))
    path = office.folder.parent / "right.json"
    path.write_text(json.dumps({**document, **changes}), encoding="utf-8")
    return office.run("load", path)


def meeting_of(office, title):
    """A record of that office."""
    scope = json.loads((office.folder / "profil.json").read_text(encoding="utf-8"))["scope"]
    return {"kind": "meeting", "id": "0190a1b2c3d47e8f9a0b1c2d3e4f5a6b", "scope": scope, "values": {"title": title}}
