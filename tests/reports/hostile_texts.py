"""Texts that a program might obey instead of showing (reliability M5 and M6), and how they read when they do not."""

import string
import unicodedata

from hypothesis import strategies as st

from pug_desktop.reports import fonts
from pug_desktop.reports.plain_text import clean

FORMULAS = (
    *("=1+1", "=cmd|' /C calc'!A0", "+62812", "-1", "@SUM(A1)", '=HYPERLINK("http://x","klik")', "{=A1}", "=A1:A9"),
    *("http://example.org", "https://x", "ftp://x", "mailto:a@b", "internal:Sheet1!A1", "external:c:\\x.xlsx"),
    *("file:///etc/passwd", "00123", "198509272001021001", "1e5", "TRUE", "#REF!", "\t=1+1", "\n=1+1", "\r=1+1"),
    *("'=1+1", '"=1+1"', "=WEBSERVICE(A1)", "_x0041_", "_x005F_", " depan ", ";=1+1", "<b>&amp;</b>", "\uff1d1+1"),
)
"""What a spreadsheet takes for a formula, a link or a number."""

MARKUP = (
    "<b>tidak ditutup",
    "</para></b> tutup lebih",
    '<img src="http://127.0.0.1:9/x.png"/>',
    '<img src="/etc/hostname" width="10" height="10"/>',
    '<img src="data:image/png;base64,AAAA"/>',
    '<font color="[1 for _ in ()]">x</font>',
    '<font color="bukan warna">x</font>',
    '<font face="tidak ada">x</font>',
    '<a href="file:///etc/passwd">klik</a>',
    '<link href="https://example.org">klik</link>',
    '<onDraw name="x" label="y"/>',
    '<a name="x"/><seq id="s"/><unichar code="0x41"/>',
    "&lt;b&gt; &amp; &#65; &nbsp; &tidakada;",
    "<!-- komentar --> <![CDATA[x]]> <?pi ?>",
    "<greek>abc</greek><super>x</super><br/><index item='x'/>",
    '<para alignment="right"><bullet>x</bullet>',
)
"""What reportlab obeys in a paragraph."""

HOSTILE = (*FORMULAS, *MARKUP)

_SIGNS = "<>&\"'/;#%\\{}[]()=+-@|~^$!?:,._ \t\n\r\x00\x1b\u200b\u202e\u2028\ufeff✓☑–—…éﬁ½"

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from(_SIGNS + string.ascii_letters + string.digits), max_size=16),
    st.text(max_size=16),
    st.builds("{}{}".format, st.sampled_from(HOSTILE), st.text(max_size=8)),
)
"""Any text, more often one with signs that mean something to somebody."""


def squeezed(text: str) -> str:
    """Without white space, which a page breaks and spreads as it needs."""
    return "".join(text.split())


def drawn(text: str, font: str = fonts.TEXT) -> str:
    """What a page shows of a text: cleaned, with a mark for what no font here has, without white space."""
    return squeezed("".join(part for _, part in fonts.runs(clean(text), font)))


def reads_straight(text: str) -> bool:
    """Whether no reader of PDF turns or composes its characters: no right-to-left letters, no combining marks."""
    return all(
        unicodedata.bidirectional(each) not in ("R", "AL", "AN", "NSM") and not unicodedata.combining(each)
        for each in text
    )
