import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def build(tmp_path):
    """Builds a small paper of flowables and reads it."""
    from pug_desktop.reports.page import About, Sheet, write

    def made(*story, wide=False):
        out = tmp_path / "paper.pdf"
        write(out, story, About("Kertas", "Kantor", "Kepala lembar"), Sheet(wide=wide))
        return PdfReader(out)

    return made
