"""What the home page shows, asked in one go; runs in the worker and knows no Qt."""

from dataclasses import dataclass

from pug_desktop.app import enrol, fill, home, offices, regions
from pug_desktop.app.news import News, news
from pug_desktop.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Below:
    """One kabupaten/kota as a province sees it: how many of its questions are answered this year."""

    region: regions.Region
    filled: int
    asked: int


@dataclass(frozen=True, slots=True)
class Glance:
    """A profile at a glance.

    Attributes:
        home: what is due, incomplete, sent and received.
        enrolled: whether the device has a key card.
        started: how many of those below have sent or entered something; None for an OPD, which has nobody below.
        known: how many there are.
        below: the kabupaten/kota that a province has heard of.
        news: what came down, and what came up again.
    """

    home: home.Home
    enrolled: bool
    started: int | None
    known: int
    below: tuple[Below, ...]
    news: News


def take(ws: Workspace, lang: str, most: int = 10) -> Glance:
    """Look at a profile; at most `most` kabupaten/kota are listed."""
    found, role = home.home(ws, lang=lang), ws.profile.role
    enrolled, what_is_new = enrol.status(ws).enrolled, news(ws)
    if role == "kabkota":
        sheets = fill.received_sheets(ws, found.year)
        return Glance(found, enrolled, sum(each.started for each in sheets), len(sheets), (), what_is_new)
    if role == "provinsi":
        heard, all_of_them = heard_of(ws), regions.regencies(ws.profile.region_code)
        below = tuple(_below(ws, region, found.year) for region in heard[:most])
        return Glance(found, enrolled, len(heard), len(all_of_them), below, what_is_new)
    return Glance(found, enrolled, None, 0, (), what_is_new)


def heard_of(ws: Workspace) -> tuple[regions.Region, ...]:
    """The kabupaten/kota of a province of which any office is known here."""
    known = {office.region_code for office in offices.offices(ws)}
    return tuple(each for each in regions.regencies(ws.profile.region_code) if each.code in known)


def _below(ws: Workspace, region: regions.Region, year: int) -> Below:
    counts = [each.completeness for each in fill.regency_sheet(ws, year, region.code).sections]
    return Below(region, sum(each.filled for each in counts), sum(each.total - each.not_relevant for each in counts))
