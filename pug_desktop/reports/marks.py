"""The mark at what still holds two values of which nobody has chosen one, and the line that explains it."""

from reportlab.platypus import Flowable

from pug_desktop.reports import blocks

MARK = "*"

FOOTNOTE = (
    "* Angka atau isian ini masih punya dua nilai; lihat Perlu keputusan di PUG Desktop. Yang tercetak adalah nilai "
    "yang tampil saat ini."
)


def marked(text: str, open_: bool) -> str:
    """The text with the mark behind it when it is open."""
    return f"{text} {MARK}" if open_ and text else text


def footnote(any_open: bool) -> list[Flowable]:
    """The line that explains the mark; nothing when nothing is marked."""
    return [blocks.note(FOOTNOTE)] if any_open else []
