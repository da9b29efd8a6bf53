"""Errors as the command line tells them: two lines on stderr, an object in JSON."""

from pug_desktop.cli.call import Call
from pug_desktop.errors import PugError


def told(error: PugError) -> dict[str, str]:
    """An error for JSON."""
    from pug_desktop.app.error_words import words

    own, english = words(error, "id"), words(error, "en")
    return {
        "code": error.code,
        "what_id": own.title,
        "what_en": english.title,
        "do_id": own.advice,
        "do_en": english.advice,
    }


def tell(call: Call, error: PugError) -> None:
    """What happened on one line, what to do on the next."""
    words = told(error)
    call.say(f"{words['code']} {words['what_id']} / {words['what_en']}")
    call.say(f"{words['do_id']} / {words['do_en']}")
