"""Text from people made safe to print: no control characters, no characters that turn the reading direction around.

Source: reliability T10, T11 and T13.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u2007\u202f]")


def clean(text: str | None) -> str:
    r"""The text in NFC, its lines ended by \n, without invisible characters; None is "".

    Control and format characters (bidi controls, zero-width ones), halves of surrogate pairs and code points without
    a character are left out.
    """
    if not text:
        return ""
    if text.isascii() and text.isprintable():
        return text
    one = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    # Composing comes last: a character between two that is left out would keep them apart.
    kept = "".join(each for each in one if each == "\n" or unicodedata.category(each) not in _INVISIBLE)
    return unicodedata.normalize("NFC", kept)


def one_line(text: str | None) -> str:
    """The cleaned text with every run of white space as one blank."""
    return " ".join(clean(text).split())


_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
