"""The icons: outlines of 24 x 24 in `resources/icons`, drawn in the colour of the text around them."""

from collections.abc import Mapping
from functools import cache
from zipfile import ZipFile

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pug_desktop.paths import RESOURCES
from pug_desktop.ui import style

DRAWN_IN = b"#4b5563"
"""The colour in the files, which is exchanged for the one that is asked for."""

SIZE = 20
"""Pixels at 100 %, on buttons and in the sidebar."""


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon of that name; grey like text, accent when its button is checked."""
    chosen = style.colours()
    made = QIcon()
    ratio = _screen_ratio()
    source = _read(name)
    states = ((QIcon.State.Off, colour or chosen.muted), (QIcon.State.On, colour or chosen.accent))
    for state, ink in states if colour is None else states[:1]:
        drawn = _draw(source, ink, round(SIZE * ratio))
        drawn.setDevicePixelRatio(ratio)
        made.addPixmap(drawn, QIcon.Mode.Normal, state)
    return made


def program() -> QIcon:
    """The program's own icon, as the desktop shows it."""
    source = _read("program")
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(_draw(source, "", size))
    return made


def picture(name: str, size: int, colour: str | None = None, ratio: float = 2.0) -> QPixmap:
    """The icon as a picture for a label, `size` pixels wide at 100 %."""
    made = _draw(_read(name), colour or style.colours().muted, round(size * ratio))
    made.setDevicePixelRatio(ratio)
    return made


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return max(1.0, screen.devicePixelRatio()) if screen is not None else 1.0


def _read(name: str) -> bytes:
    loose = RESOURCES / "icons" / f"{name}.svg"
    return _packed().get(loose.name) or loose.read_bytes()


@cache
def _packed() -> Mapping[str, bytes]:
    """In the frozen program most icons are one file: forty small ones cost a scanner longer than the program itself."""
    packed = RESOURCES / "icons.zip"
    if not packed.exists():
        return {}
    with ZipFile(packed) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _draw(source: bytes, colour: str, size: int) -> QPixmap:
    made = QPixmap(QSize(size, size))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.replace(DRAWN_IN, colour.encode()))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
