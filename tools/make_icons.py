"""Make installer/icons/*.ico from the drawings, each in the sizes that Windows and Linux ask for.

.venv/bin/python tools/make_icons.py
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "installer" / "icons"
PROGRAM = ROOT / "resources" / "icons" / "program.svg"
"""The window has it too."""

SIZES = (16, 24, 32, 48, 64, 128, 256)


def drawn(svg: Path, size: int) -> Image.Image:
    """A drawing as a picture of so many pixels."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data())))


def main() -> int:
    """Write one .ico for each drawing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    drawings = {"pug-desktop": PROGRAM, **{svg.stem: svg for svg in sorted(FOLDER.glob("*.svg"))}}
    for name, svg in drawings.items():
        # Each size is drawn anew; Pillow takes those it is given and scales none.
        pictures = [drawn(svg, size) for size in SIZES]
        out = FOLDER / f"{name}.ico"
        sizes = [(size, size) for size in SIZES]
        pictures[-1].save(out, format="ICO", sizes=sizes, append_images=pictures[:-1])
        print(f"{out.relative_to(ROOT)}: {out.stat().st_size} B")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
