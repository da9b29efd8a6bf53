"""Forms from their files; every mistake in a file is told with its place.

Public functions: `load_form`, `available`, `parse_form`.
"""

import functools
import hashlib
import re
import tomllib
from pathlib import Path

from pug_desktop.errors import FormError, UnknownForm
from pug_desktop.forms.parse import form_from
from pug_desktop.forms.schema import Form, Text
from pug_desktop.forms.tables import Mistake

SHELF = Text("katalog formulir", "catalogue of forms")
_START = Text("awal berkas", "start of the file")

CATALOG = Path(__file__).parent / "catalog"

_FILE = re.compile(r"(?P<form>[a-z][a-z0-9-]*)\.v(?P<version>[1-9][0-9]*)\.toml")
_PLACE = re.compile(r"\s*\(at (?:line (?P<line>[0-9]+), column (?P<column>[0-9]+)|end of document)\)")


def available(folder: Path | None = None) -> tuple[tuple[str, int], ...]:
    """Name and version of every form in the folder, in order."""
    found = (_FILE.fullmatch(path.name) for path in (folder or CATALOG).glob("*.toml"))
    return tuple(sorted((match["form"], int(match["version"])) for match in found if match))


def form_bytes(name: str, version: int) -> bytes:
    """The file of a form of the catalogue; one of those that `available` lists."""
    return (CATALOG / f"{name}.v{version}.toml").read_bytes()


def load_form(name: str, version: int | None = None, *, folder: Path | None = None) -> Form:
    """The form of that name, in its newest version unless one is told.

    Raises:
        UnknownForm: no such file.
        FormError: the file has a mistake.
    """
    return _load(name, version, folder or CATALOG)


@functools.lru_cache(maxsize=64)
def _load(name: str, version: int | None, folder: Path) -> Form:
    versions = [number for form, number in available(folder) if form == name]
    if version is None and versions:
        version = versions[-1]
    if version not in versions:
        known = ", ".join(f"{form} v{number}" for form, number in available(folder)) or "-"
        asked = name if version is None else f"{name} v{version}"
        problem = Text(
            f'formulir "{asked}" tidak ada; yang ada: {known}', f'there is no form "{asked}"; there are: {known}'
        )
        raise UnknownForm(file=asked, place=SHELF, problem=problem)
    file = f"{name}.v{version}.toml"
    form = parse_form((folder / file).read_bytes(), file)
    if (form.form, form.version) != (name, version):
        found = f"{form.form} v{form.version}"
        problem = Text(
            f"isinya menyebut {found}, tidak sama dengan nama berkas", f"it names {found}, unlike the name of the file"
        )
        raise FormError(file=file, place=_START, problem=problem)
    return form


def parse_form(data: bytes, file: str) -> Form:
    """The form in these bytes; `file` is its name, for error messages.

    Raises:
        FormError: `place` says where ('question "P1.06"'), `problem` what is wrong.
    """
    try:
        told = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        place = Text(f"baris {line}", f"line {line}")
        raise FormError(file=file, place=place, problem=Text("bukan teks UTF-8", "it is no UTF-8 text")) from error
    except tomllib.TOMLDecodeError as error:
        raise _toml_error(file, str(error)) from error
    except RecursionError:
        problem = Text("kurung bersarang terlalu dalam", "its brackets are nested too deep")
        raise FormError(file=file, place=_START, problem=problem) from None
    try:
        return form_from(told, hashlib.sha256(data).hexdigest())
    except Mistake as mistake:
        raise FormError(file=file, place=mistake.place or _START, problem=mistake.problem) from None


def _toml_error(file: str, words: str) -> FormError:
    """The parser's message ends in "(at line 3, column 5)"."""
    match = _PLACE.search(words)
    place = Text("akhir berkas", "end of the file")
    if match and match["line"]:
        line, column = match["line"], match["column"]
        place = Text(f"baris {line}, kolom {column}", f"line {line}, column {column}")
    told = _PLACE.sub("", words)
    return FormError(file=file, place=place, problem=Text(f"bukan TOML yang benar: {told}", f"no valid TOML: {told}"))
