"""Makes what `pug-desktop --self-check` takes in, in resources/self-check: two photos, and a profile of schema 1.

    python tools/make_self_check.py

The photos are drawn here. The profile is tests/golden/schema1, packed into one file with what must be found in it.
"""

import io
import json
import zipfile
from pathlib import Path

import pillow_heif
import zstandard
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "self-check"
FORMER = ROOT / "tests" / "golden" / "schema1"
_FIXED = (2026, 1, 1, 0, 0, 0)
_GPS, _SOFTWARE = 0x8825, 0x0131


def main() -> None:
    """Write all of them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "photo.jpg").write_bytes(jpeg())
    (TARGET / "photo.heic").write_bytes(heic())
    (TARGET / "profile-of-schema-1.zip").write_bytes(former_profile())


def _gradient(width: int, height: int) -> Image.Image:
    across = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (across, across.transpose(Image.Transpose.FLIP_TOP_BOTTOM), across.rotate(180)))


def jpeg() -> bytes:
    """A photo larger than the program keeps, with a place in it that the program must take out."""
    exif = Image.Exif()
    exif[_SOFTWARE] = "PUG self-check"
    exif[_GPS] = {1: "S", 2: (6.0, 10.0, 30.0), 3: "E", 4: (106.0, 38.0, 24.0)}
    file = io.BytesIO()
    _gradient(2000, 1500).save(file, "JPEG", quality=40, exif=exif.tobytes())
    return file.getvalue()


def heic() -> bytes:
    """A photo as phones take them."""
    file = io.BytesIO()
    pillow_heif.from_pillow(_gradient(320, 240)).save(file, quality=50)
    return file.getvalue()


def former_profile() -> bytes:
    """The profile that the first release left behind, and its digest."""
    told = json.loads((FORMER / "rows.json").read_text(encoding="utf-8"))
    expected = json.dumps({"count": told["count"], "digest": told["digest"]}).encode()
    files = {path.relative_to(FORMER).as_posix(): path.read_bytes() for path in FORMER.rglob("*") if path.is_file()}
    files["pug.db"] = zstandard.decompress(files.pop("pug.db.zst"))
    del files["rows.json"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted({**files, "expected.json": expected}.items()):
            archive.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


if __name__ == "__main__":
    main()
