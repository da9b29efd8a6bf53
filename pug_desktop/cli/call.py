"""One run of the command line: which profile, how to print, what the window's side hands in."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from pug_desktop import errors, paths
from pug_desktop.progress import Step, silent

if TYPE_CHECKING:
    from pug_desktop.app.workspace import Workspace

CLI_VERSION = 1
"""Of the JSON that the verbs print: rises when a name changes its meaning or goes away, not when one is added."""

DONE, FAILED, USAGE, IN_PART, NOTHING_TO_DO = 0, 1, 2, 3, 4
"""Exit codes of this layer; the others come from the errors."""

P = ParamSpec("P")
R = TypeVar("R")

Window = Callable[[Path | None], int]
"""Opens the window with a profile (None: the person chooses) and returns when it is closed."""


@dataclass(slots=True)
class Call:
    """What one run knows.

    `window`, `pictures` and `paint` are handed in by `__main__`, since this package knows no Qt; `opened` is the
    profile that a failure is logged into.
    """

    window: Window | None = None
    pictures: Callable[..., Any] | None = None
    paint: Callable[[Path], str] | None = None
    folder: Path | None = None
    passphrase_file: Path | None = None
    as_json: bool = False
    opened: Path | None = field(default=None)

    @contextmanager
    def profile(self, *, keys: bool = False) -> Iterator["Workspace"]:
        """The profile of this run, open; with `keys` locked ones must be opened too."""
        from pug_desktop.app.workspace import open_profile

        folder = self.folder or self._only_profile()
        self.opened = folder
        workspace = open_profile(folder, passphrase=self.passphrase(), with_keys=keys)
        try:
            yield workspace
        finally:
            workspace.close()

    def _only_profile(self) -> Path:
        """The folder of the only profile of this user."""
        from pug_desktop.app import portable
        from pug_desktop.app.profiles import list_profiles
        from pug_desktop.cli.told import tell

        if (problem := portable.problem()) is not None:
            tell(self, problem)
        found = list_profiles()
        if not found:
            raise errors.NoProfile(folder=paths.profiles_dir())
        if len(found) > 1:
            raise errors.UnknownName(what="profile", name="", known=", ".join(str(card.folder) for card in found))
        return found[0].folder

    def passphrase(self) -> str | None:
        """From the file that was named, else from PUG_PASSPHRASE; None when there is none."""
        if self.passphrase_file is None:
            return os.environ.get("PUG_PASSPHRASE") or None
        try:
            lines = self.passphrase_file.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "bukan teks UTF-8 / no UTF-8 text"
            raise errors.FileUnreadable(path=self.passphrase_file, reason=reason) from error
        return (lines[0] if lines else "") or None

    # --- printing ---

    def data(self, value: Mapping[str, Any], lines: Callable[[], Iterator[str]]) -> None:
        """The result, on stdout: as JSON when it was asked for, else these lines."""
        if self.as_json:
            document = {"pug_cli": CLI_VERSION, **value}
            click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))
        else:
            for line in lines():
                click.echo(line)

    def say(self, text: str) -> None:
        """A word beside the result, on stderr."""
        click.echo(text, err=True)

    def step(self, what: str) -> Step:
        """Shows how far work is on the last line of a terminal; silent elsewhere."""
        return _Progress(what) if sys.stderr is not None and sys.stderr.isatty() else silent


class _Progress:
    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // total if total else 0
        if percent != self._shown:
            self._shown = percent
            end = "\n" if percent >= 100 else ""
            click.echo(f"\r{self._what}: {percent} %", err=True, nl=False)
            click.echo(end, err=True, nl=False)


pass_call = click.make_pass_decorator(Call)


def shared(verb: Callable[P, R]) -> Callable[P, R]:
    """The options that every verb has: `--json` and `--passphrase-file`."""

    @click.option(
        "--json", is_flag=True, expose_value=False, callback=_want_json, help="Hasil sebagai JSON. / Result as JSON."
    )
    @click.option(
        "--passphrase-file",
        metavar="FILE",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_keep_passphrase_file,
        help="Berkas berisi kata sandi pengaman (atau PUG_PASSPHRASE). / File with the passphrase (or PUG_PASSPHRASE).",
    )
    @wraps(verb)
    def dressed(*args: P.args, **kwargs: P.kwargs) -> R:
        return verb(*args, **kwargs)

    return dressed


def _want_json(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.find_object(Call).as_json = True  # type: ignore[union-attr]  # program.py always hands one in


def _keep_passphrase_file(context: click.Context, _option: click.Parameter, path: Path | None) -> None:
    if path is not None:
        context.find_object(Call).passphrase_file = path  # type: ignore[union-attr]  # as above


def counted(counts: Mapping[str, int]) -> str:
    """Counts by kind as words: rapat 5, hasil rapat 12."""
    from pug_desktop.domain.words import label

    return ", ".join(f"{label('kind', kind)} {count}" for kind, count in counts.items()) or "0"
