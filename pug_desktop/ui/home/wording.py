"""How a due date and a moment read on the home page; no Qt."""

from datetime import date, datetime

from pug_desktop.forms.words import date_words


def days_until(due_on: str, today: date) -> int:
    """Days from today; negative when the date has passed."""
    return (date.fromisoformat(due_on) - today).days


def when_words(at: str, now: datetime, lang: str = "id") -> str:
    """A moment given as ISO text: "hari ini 14.05", "kemarin", "30 Juni 2022"."""
    moment = datetime.fromisoformat(at).astimezone(now.tzinfo)
    days = (now.date() - moment.date()).days
    if days == 0:
        return f"{'today' if lang == 'en' else 'hari ini'} {moment:%H.%M}"
    if days == 1:
        return "yesterday" if lang == "en" else "kemarin"
    return date_words(moment.date().isoformat(), lang)
