"""Which pages the window has: their order, who sees them, and where each is imported from when it is first shown."""

from typing import NamedTuple

ALL = ("opd", "kabkota", "provinsi")


FOLLOW_UPS = "tindak-lanjut"
"""What the page "meeting" is given to show the follow-ups of all meetings."""


class PageEntry(NamedTuple):
    """One page: its name in `go_to`, its icon, who sees it, and where it is imported from when first shown."""

    name: str
    icon: str
    path: str
    roles: tuple[str, ...] = ALL
    keys: str = ""
    """Its shortcut where that is not Ctrl and a number."""


PAGES = (
    PageEntry("home", "home", "pug_desktop.ui.home.page:HomePage"),
    PageEntry("checklist", "checklist", "pug_desktop.ui.checklist.page:ChecklistPage"),
    PageEntry("overview", "grid", "pug_desktop.ui.overview.page:OverviewPage", keys="Ctrl+E"),
    PageEntry("meeting", "meeting", "pug_desktop.ui.meeting.page:MeetingPage"),
    PageEntry("person", "users", "pug_desktop.ui.person.page:PersonPage", keys="Ctrl+J"),
    PageEntry("register", "folder", "pug_desktop.ui.register.page:RegisterPage"),
    PageEntry("report", "report", "pug_desktop.ui.report.page:ReportPage"),
    PageEntry("send", "send", "pug_desktop.ui.send.page:SendPage"),
    PageEntry("receive", "receive", "pug_desktop.ui.receive.page:ReceivePage"),
    PageEntry("decide", "decide", "pug_desktop.ui.decide.page:DecidePage"),
    PageEntry("office", "office", "pug_desktop.ui.office.page:OfficePage"),
    PageEntry("settings", "settings", "pug_desktop.ui.settings.page:SettingsPage"),
)
"""In the order of the sidebar; Ctrl and its number among those without keys of their own shows a page, Ctrl+0 the
tenth."""


def shortcut_of(name: str) -> str:
    """The keys that show a page."""
    numbered = [each.name for each in PAGES if not each.keys]
    own = next((each.keys for each in PAGES if each.name == name), "")
    return own or f"Ctrl+{(numbered.index(name) + 1) % 10}"
