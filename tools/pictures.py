"""Save pictures of every page, off screen, into out/pictures.

python tools/pictures.py                                practice profiles of a kabupaten/kota and of an OPD
python tools/pictures.py --profile DIR --out FOLDER     any other profile whose keys are not locked
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PRACTICE = {
    "kabkota": ("36.71", "DP3AP2KB Kota Tangerang"),
    "opd": ("36.71", "Dinas Kesehatan Kota Tangerang"),
}


def main() -> int:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", type=Path, help="the folder of a profile")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "pictures", help="where the pictures go")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--font", type=int, default=100, help="size of the text in percent")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from pug_desktop.ui import pictures

    taken = list(pictures.take_first_start(given.out / "first-start", language=given.lang, font_percent=given.font))
    with tempfile.TemporaryDirectory() as folder:
        profiles = {"profile": given.profile} if given.profile else make_practice(Path(folder))
        for name, profile in profiles.items():
            taken += pictures.take_pictures(profile, given.out / name, language=given.lang, font_percent=given.font)
    print(*taken, sep="\n")
    return 0


def make_practice(folder: Path) -> dict[str, Path]:
    """Profiles full of examples."""
    from pug_desktop.app import example, workspace

    for role, (region, office) in PRACTICE.items():
        made = workspace.create_profile(folder / role, role=role, region_code=region, office_name=office, practice=True)
        example.fill_practice(made)
        made.close()
    return {role: folder / role for role in PRACTICE}


if __name__ == "__main__":
    sys.exit(main())
