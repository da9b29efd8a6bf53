"""Fills a counted Word template: docxtpl with a Jinja that can do no more than place what it is given.

Imported late, by `docx_template`: docxtpl, python-docx, lxml and Jinja cost half a second.

A template may name fields, repeat a part for each line of a list, and leave a part out. It calls nothing, reckons
nothing and reads no attribute that is not one of ours, so that its work is bounded by what it is given; the text that
comes out is counted as well.
"""

import io
from collections.abc import Mapping
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.environment import Template
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from pug_desktop.reports.docx_gate import DAMAGED, LARGE, Refused
from pug_desktop.reports.docx_template import Picture
from pug_desktop.reports.plain_text import clean

MOST_TEXT = 30_000_000
"""Characters of XML that one part of the filled document may have: a list of 2,000 people needs 5 million."""

DEEPEST = 2
"""A repeated part inside a repeated part, and no more."""

FILTERS = frozenset({"default", "upper", "lower", "title", "trim", "join", "length", "first", "last"})
TESTS = frozenset({"defined", "undefined", "none"})
_LOOP = frozenset({"index", "index0", "first", "last", "length"})

_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.Keyword),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not),
    *(nodes.Filter, nodes.Test),
)
_NOT_ALLOWED = "memakai perintah yang tidak diizinkan ({what}) / it uses a command that is not allowed ({what})"
_UNKNOWN = "isian “{name}” tidak dikenal / the field “{name}” is not known"
_SYNTAX = "tanda kurung atau perintahnya belum lengkap: {what} / its braces or commands are not complete: {what}"
_DEEP = "bagian berulang bertumpuk terlalu dalam / its repeated parts lie too deep inside each other"
_PICTURE = "gambar untuk dokumen ini rusak / a picture for this document is damaged"


class _Counted(Template):
    """Stops when more text comes out than any letter has."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        made: list[str] = []
        size = 0
        for piece in self.generate(*args, **kwargs):
            size += len(piece)
            if size > MOST_TEXT:
                raise Refused(LARGE)
            made.append(piece)
        return "".join(made)


class _Unknown(StrictUndefined):
    """A field that there is none of; asked about ("if") it is simply not there."""

    def __bool__(self) -> bool:  # type: ignore[override]  # StrictUndefined says that it never returns
        return False


class _Narrow(ImmutableSandboxedEnvironment):
    """Jinja without calls, sums, macros, files and attributes of Python."""

    template_class = _Counted

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, cache_size=0)
        self.globals.clear()

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Template:
        """Jinja: what is found in a part of the document."""
        _check(self.parse(source), 0)
        return super().from_string(source, *args, **kwargs)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Jinja: only the fields of our own lines, never those of Python's objects."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return super().getattr(obj, attribute)
        return self.undefined(obj=obj, name=attribute)


def _check(node: nodes.Node, depth: int) -> None:
    """Only what stands in `_ALLOWED`, and never deeper than DEEPEST."""
    if not isinstance(node, _ALLOWED):
        what = type(node).__name__
        raise Refused(_NOT_ALLOWED.format(what=what))
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise Refused(_NOT_ALLOWED.format(what=node.name))
    if isinstance(node, nodes.Test) and node.name not in TESTS:
        raise Refused(_NOT_ALLOWED.format(what=node.name))
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise Refused(_NOT_ALLOWED.format(what=node.attr))
    if isinstance(node, nodes.For):
        depth += 1
        if depth > DEEPEST:
            raise Refused(_DEEP)
        if node.recursive:
            raise Refused(_NOT_ALLOWED.format(what="recursive"))
    for child in node.iter_child_nodes():
        _check(child, depth)


class _Letter(DocxTemplate):
    """docxtpl that leaves the properties of the file and the text of people as they are."""

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """docxtpl: nothing; the title is set by `fill`, and a property holds 255 characters only."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """docxtpl: without its own marks ("{_{"), which would change what people wrote."""
        self.current_rendering_part = part
        rendered = jinja_env.from_string(src_xml).render(context)
        return str(self.resolve_listing(rendered))


def fill(template: bytes, fields: Mapping[str, object], *, title: str) -> bytes:
    """The filled document; `template` was counted before.

    Raises:
        Refused: with what is wrong with the template.
    """
    try:
        letter = _Letter(io.BytesIO(template))
        letter.init_docx()
        letter.render(_ready(letter, fields), jinja_env=_Narrow())
        properties = letter.docx.core_properties
        properties.title, properties.comments, properties.author = clean(title)[:255], "", ""
        made = io.BytesIO()
        letter.save(made)
    except UndefinedError as error:
        raise Refused(_UNKNOWN.format(name=_brief(_missing(error)))) from error
    except TemplateError as error:
        raise Refused(_SYNTAX.format(what=_brief(error.message or ""))) from error
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError) as error:
        raise Refused(_PICTURE) from error
    except (etree.LxmlError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # What python-docx and docxtpl did not foresee in a file that Word would not open either.
        raise Refused(DAMAGED) from error
    return made.getvalue()


def _missing(error: UndefinedError) -> str:
    # "'nomor' is undefined", "'dict object' has no attribute 'nama'"
    parts = (error.message or "").split("'")
    return parts[-2] if len(parts) > 2 else ""


def _brief(text: str) -> str:
    return " ".join(clean(text).replace("/", " ").split())[:80]


def _ready(letter: DocxTemplate, value: Any) -> Any:
    """Texts cleaned, pictures as docxtpl wants them, lines as plain mappings."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Picture):
        return InlineImage(letter, io.BytesIO(value.data), width=Mm(value.width_mm))
    if isinstance(value, Mapping):
        return {name: _ready(letter, each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_ready(letter, each) for each in value]
    return "" if value is None else value
