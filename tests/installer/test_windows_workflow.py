"""The workflow for a real Windows builds with what the lane under Wine uses, and calls what there is."""

import re
from importlib.util import find_spec

import pytest

from installer.freeze import ROOT
from installer.windows import real_windows

WORKFLOW = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")


def test_it_has_the_same_minor_version_of_python_as_the_lane():
    from installer.windows.windows_python import MINOR

    assert f'python-version: "{MINOR[0]}.{MINOR[1]}"' in WORKFLOW


def test_every_module_that_it_runs_is_there():
    modules = re.findall(r"-m (installer[\w.]*)", WORKFLOW)

    assert modules
    assert all(find_spec(name) for name in modules)


def test_it_says_that_it_was_not_run():
    assert "NOT RUN YET" in WORKFLOW
    assert "Not run yet" in (ROOT / "installer" / "README.md").read_text(encoding="utf-8")


def test_elsewhere_the_build_for_a_real_windows_says_so():
    with pytest.raises(SystemExit, match="make windows"):
        real_windows.main()
