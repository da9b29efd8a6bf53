"""The picture at the side of the setup's first and last page."""

from pathlib import Path

from PIL import Image

SIZE = (164, 314)
_TOP, _BOTTOM = (15, 118, 110), (8, 62, 60)
"""The program's own green, and darker."""


def draw_side(icon: Path, out: Path) -> None:
    """The program's icon on its own colour, as the BMP that NSIS takes."""
    width, height = SIZE
    made = Image.new("RGB", SIZE)
    for y in range(height):
        share = y / (height - 1)
        colour = tuple(round(a + (b - a) * share) for a, b in zip(_TOP, _BOTTOM, strict=True))
        made.paste(colour, (0, y, width, y + 1))
    with Image.open(icon) as opened:
        opened.size = (128, 128)
        drawn = opened.convert("RGBA").resize((96, 96), Image.Resampling.LANCZOS)
    made.paste(drawn, ((width - 96) // 2, 56), drawn)
    made.save(out, "BMP")
