"""Where a sheet's form comes from: those that came with the program, and more that somebody hands in.

shelf = Shelf((newer,))
shelf.current("prasyarat-opd")          # for a sheet that is made now
shelf.find("prasyarat-opd", sha256)     # for one that was made with that very form
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pug_desktop.errors import UnknownForm
from pug_desktop.forms.load import available, load_form
from pug_desktop.forms.schema import Form


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every form that can be used; `added` stand beside the catalogue.

    `lowest` is the version of a form below which a new sheet is never made, since a newer one was in use already.
    """

    added: tuple[Form, ...] = ()
    lowest: Mapping[str, int] = field(default_factory=dict)

    def versions(self, name: str) -> tuple[Form, ...]:
        """All of that name, the one that counts most last."""
        added = sorted((each for each in self.added if each.form == name), key=lambda form: form.sha256)
        return tuple(sorted((*_of_catalogue(name), *added), key=lambda form: form.version))

    def newest(self, name: str) -> Form:
        """The newest that is here.

        Raises:
            UnknownForm: none of that name.
        """
        if found := self.versions(name):
            return found[-1]
        raise UnknownForm(file=name, place="katalog formulir", problem=f'formulir "{name}" tidak ada')

    def current(self, name: str) -> Form | None:
        """The form for a new sheet; None when a newer one than those that are here was in use already."""
        found = self.newest(name)
        return found if found.version >= self.lowest.get(name, 0) else None

    def find(self, name: str, sha256: str) -> Form | None:
        """The form with these very bytes; None when it is not here."""
        return next((each for each in self.versions(name) if each.sha256 == sha256), None)

    def version(self, name: str, version: int) -> Form | None:
        """The form of that version; None when it is not here."""
        return next((each for each in reversed(self.versions(name)) if each.version == version), None)


@lru_cache(maxsize=16)
def _of_catalogue(name: str) -> tuple[Form, ...]:
    """Asked for each of 1,700 sheets, and the same as long as the program runs."""
    return tuple(load_form(form, version) for form, version in available() if form == name)
