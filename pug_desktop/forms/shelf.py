"""Where a sheet's form comes from: those that came with the program, and more that somebody hands in.

shelf = Shelf((newer,))
shelf.current("prasyarat-opd")          # for a sheet that is made now
shelf.find("prasyarat-opd", sha256)     # for one that was made with that very form
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pug_desktop.errors import UnknownForm
from pug_desktop.forms.load import SHELF, available, form_bytes, load_form
from pug_desktop.forms.schema import Form, Text


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every form that can be used; `added` stand beside the catalogue.

    `lowest` is the version of a form below which a new sheet is never made, since a newer one was in use already.
    """

    added: tuple[Form, ...] = ()
    lowest: Mapping[str, int] = field(default_factory=dict)

    def versions(self, name: str) -> tuple[Form, ...]:
        """All of that name, the one that counts most last."""
        catalogue = tuple(load_form(name, number) for number in _numbers(name))
        return tuple(sorted((*catalogue, *self._added(name)), key=lambda form: form.version))

    def newest(self, name: str) -> Form:
        """The newest that is here.

        Raises:
            UnknownForm: none of that name.
        """
        added, numbers = self._added(name), _numbers(name)
        if added and (not numbers or added[-1].version >= numbers[-1]):
            return added[-1]
        if numbers:
            return load_form(name, numbers[-1])
        problem = Text(f'formulir "{name}" tidak ada', f'there is no form "{name}"')
        raise UnknownForm(file=name, place=SHELF, problem=problem)

    def current(self, name: str) -> Form | None:
        """The form for a new sheet; None when a newer one than those that are here was in use already."""
        found = self.newest(name)
        return found if found.version >= self.lowest.get(name, 0) else None

    def find(self, name: str, sha256: str) -> Form | None:
        """The form with these very bytes; None when it is not here."""
        for number in _numbers(name):
            if _sha256(name, number) == sha256:
                return load_form(name, number)
        return next((each for each in self._added(name) if each.sha256 == sha256), None)

    def version(self, name: str, version: int) -> Form | None:
        """The form of that version; None when it is not here."""
        for each in reversed(self._added(name)):
            if each.version == version:
                return each
        return load_form(name, version) if version in _numbers(name) else None

    def _added(self, name: str) -> list[Form]:
        """Those beside the catalogue, in an order that is the same everywhere."""
        return sorted((each for each in self.added if each.form == name), key=lambda form: (form.version, form.sha256))


@lru_cache(maxsize=16)
def _numbers(name: str) -> tuple[int, ...]:
    """Asked for each of 1,700 sheets, and the same as long as the program runs."""
    return tuple(version for form, version in available() if form == name)


@lru_cache(maxsize=64)
def _sha256(name: str, version: int) -> str:
    """Of a file of the catalogue; reading a form takes 50 ms, so only those that are asked for are read."""
    return hashlib.sha256(form_bytes(name, version)).hexdigest()
