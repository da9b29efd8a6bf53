"""What the home page shows, asked in one go; runs in the worker and knows no Qt."""

from dataclasses import dataclass

from pug_desktop.app import enrol, fill, home, offices, overview, regions
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
        rows = {row.key: row for row in overview.overview(ws, found.year).rows}
        below = tuple(_below(region, rows[region.code]) for region in heard[:most])
        return Glance(found, enrolled, len(heard), len(all_of_them), below, what_is_new)
    return Glance(found, enrolled, None, 0, (), what_is_new)


def heard_of(ws: Workspace) -> tuple[regions.Region, ...]:
    """The kabupaten/kota of a province of which any office is known here."""
    known = {office.region_code for office in offices.offices(ws)}
    return tuple(each for each in regions.regencies(ws.profile.region_code) if each.code in known)


def _below(region: regions.Region, row: overview.Row) -> Below:
    return Below(region, sum(part.filled for part in row.parts), sum(part.asked for part in row.parts))
