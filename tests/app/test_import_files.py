"""What people hand in as a list of participants: each file gives the right rows, or one clear sentence."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pug_desktop import errors
from pug_desktop.app.error_words import words
from pug_desktop.app.import_words import placed_words
from pug_desktop.app.people_draft import Draft
from pug_desktop.intake.tables import read_tables
from tests.intake.people_fixtures import FILES, make

ON = date(2026, 3, 2)
LAST = {"days_of_birth": "age_band", "phones_as_numbers": "phone"}
"""What the fourth word of a person is in some files."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("berkas")


READ = [name for name, told in FILES.items() if not told.refused]
REFUSED = [name for name, told in FILES.items() if told.refused]


def test_there_are_forty_files_at_least():
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", READ)
def test_the_right_rows_come_out(name, folder):
    draft = Draft(read_tables(make(name, folder)), on=ON)
    fields = ("name", "nip", "sex", LAST.get(name, "office_name"))

    assert [tuple(each.get(field, "") for field in fields) for each in draft.people()] == list(FILES[name].people)
    wrong = [(row, each) for row in draft.rows if not row.skipped for each in row.read.problems]
    assert tuple(f"{draft.column_of(each.field)}{row.place}" for row, each in wrong) == FILES[name].wrong
    for row, each in wrong:
        told = placed_words(draft, row, each)
        assert f"baris {row.place}, kolom {draft.column_of(each.field)}" in told
        assert draft.table.name in told


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_read_gets_one_clear_sentence(name, folder):
    with pytest.raises(errors.ListRefused) as caught:
        read_tables(make(name, folder))

    assert str(caught.value.fields["problem"]).startswith(FILES[name].refused)
    for lang in ("id", "en"):
        told = words(caught.value, lang)
        assert name in told.title
        assert " / " not in told.title + told.advice
        assert told.title.endswith(".")
        assert len(told.advice) > 40


def test_all_of_them_take_little_time_and_memory(folder):
    for name in FILES:
        if not list(folder.glob(f"{name}.*")):
            make(name, folder)
    child = (
        "import sys, time, json\n"
        "from pathlib import Path\n"
        "from pug_desktop import errors\n"
        "from pug_desktop.app.people_draft import Draft\n"
        "from pug_desktop.intake.tables import read_tables\n"
        "took = {}\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    at = time.process_time()\n"
        "    try:\n"
        "        Draft(read_tables(path))\n"
        "    except errors.ListRefused:\n"
        "        pass\n"
        "    took[path.name] = time.process_time() - at\n"
        # Of this process alone: `ru_maxrss` would tell that of the one it was forked from.
        "status = Path('/proc/self/status')\n"
        "lines = status.read_text().splitlines() if status.exists() else []\n"
        "print(json.dumps([took, max([int(line.split()[1]) for line in lines if 'VmHWM' in line], default=0)]))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", child, str(folder)], cwd=root, capture_output=True, text=True, check=True, timeout=120
    )
    took, kilobytes = json.loads(done.stdout)

    assert len(took) == len(FILES)
    assert {name: seconds for name, seconds in took.items() if seconds > 5} == {}
    assert kilobytes < 300_000
