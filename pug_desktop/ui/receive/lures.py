"""What the shortcut virus leaves on a stick: named to the person, never opened. No Qt here.

The virus hides the files of a stick and puts shortcuts with their names in their place (reliability T17).
"""

import stat
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".pug"
_SHORTCUT = ".lnk"
_SCRIPTS = (".vbs", ".vbe", ".js", ".jse", ".wsf", ".scr", ".pif", ".bat", ".cmd")
_STARTS = "autorun.inf"
MOST = 200


@dataclass(frozen=True, slots=True)
class Lures:
    """What lies in a folder beside the bundles; `worm`: the shortcut virus was here.

    A shortcut alone means nothing in a folder of the computer: there people make them.
    """

    names: tuple[str, ...] = ()
    worm: bool = False


def lures_in(folder: Path) -> Lures:
    """Look at names and kinds only; nothing is opened or followed."""
    entries = {each.name.casefold(): each for each in folder.iterdir()}
    bundles = [name for name in entries if name.endswith(SUFFIX)]
    found = sorted(each.name for name, each in entries.items() if _is_lure(name, each))[:MOST]
    hidden = any(_is_hidden(entries[name]) for name in bundles)
    twins = {*bundles, *(name.removesuffix(SUFFIX) for name in bundles)}
    shortcuts = [name.removesuffix(_SHORTCUT) for name in entries if name.endswith(_SHORTCUT)]
    on_a_stick = bool(shortcuts) and folder.is_mount()
    moved = bool(shortcuts) and any(_is_nameless(each) for each in entries.values() if each.is_dir())
    worm = hidden or any(name in twins for name in shortcuts) or on_a_stick or moved
    return Lures(tuple(found) if worm or _STARTS in entries or _false_bundles(entries) else (), worm)


def _is_nameless(folder: Path) -> bool:
    """Where the virus moves everything: a hidden folder, or one whose name is a blank."""
    return not folder.is_symlink() and (not folder.name.strip() or _is_hidden(folder))


def _is_lure(name: str, path: Path) -> bool:
    return name == _STARTS or name.endswith((_SHORTCUT, *_SCRIPTS)) or _is_false_bundle(name, path)


def _false_bundles(entries: dict[str, Path]) -> bool:
    return any(_is_false_bundle(name, path) for name, path in entries.items())


def _is_false_bundle(name: str, path: Path) -> bool:
    """A folder or a link with the name of a bundle."""
    return name.endswith(SUFFIX) and (path.is_symlink() or path.is_dir())


def _is_hidden(path: Path) -> bool:
    attributes: int = getattr(path.stat(follow_symlinks=False), "st_file_attributes", 0)
    return path.name.startswith(".") or bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)
