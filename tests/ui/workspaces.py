"""Real profiles in temporary folders, and the jobs of a window."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pug_desktop.app import enrol
from pug_desktop.app.workspace import Workspace, create_profile
from pug_desktop.ui.job import Jobs


@contextmanager
def opened(*made: Workspace) -> Iterator[None]:
    try:
        yield
    finally:
        for each in made:
            each.close()


def make(folder: Path, role: str = "opd", region: str = "36.71", office: str = "Dinas Kesehatan") -> Workspace:
    return create_profile(folder, role=role, region_code=region, office_name=office, holder="Siti Aminah")


def make_three(folder: Path) -> tuple[Workspace, Workspace, Workspace]:
    """A province, a city and one of its offices, each with its key card."""
    province = make(folder / "prov", "provinsi", "36", "DP3AKKB Banten")
    city = make(folder / "kab", "kabkota", "36.71", "DP3AP2KB Kota Tangerang")
    office = make(folder / "opd")
    stick = folder / "kunci"
    stick.mkdir()
    for below, above in ((city, province), (office, city)):
        enrol.accept(below, enrol.approve(above, enrol.request(below, stick), stick, in_person=True), in_person=True)
    return province, city, office


def window_jobs(qtbot: QtBot, tell: Callable[[Exception], object]) -> Jobs:
    window = QWidget()
    qtbot.addWidget(window)
    return Jobs(window, tell)
