"""What Windows shows of the program under Properties, Details; the version comes from the package."""

import re
from typing import Any

_LANGUAGE, _CODE_PAGE = 0x0421, 1200
"""Indonesian, Unicode."""


def numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: "1.2.3rc1" is 1.2.3.0."""
    found = [int(each) for each in re.findall(r"\d+", version)[:3]]
    major, minor, patch = (*found, 0, 0, 0)[:3]
    return major, minor, patch, 0


def strings(version: str) -> dict[str, str]:
    """The lines, by Windows' names for them."""
    return {
        "CompanyName": "PUG Desktop contributors",
        "FileDescription": "PUG Desktop",
        "FileVersion": version,
        "InternalName": "pug-desktop",
        "LegalCopyright": "MIT",
        "OriginalFilename": "pug-desktop.exe",
        "ProductName": "PUG Desktop",
        "ProductVersion": version,
    }


def version_info(version: str) -> Any:
    """The structure that PyInstaller writes into the exe."""
    from PyInstaller.utils.win32 import versioninfo as win

    table = [win.StringStruct(name, text) for name, text in strings(version).items()]
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(
            filevers=numbers(version), prodvers=numbers(version), mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0
        ),
        kids=[
            win.StringFileInfo([win.StringTable(f"{_LANGUAGE:04X}{_CODE_PAGE:04X}", table)]),
            win.VarFileInfo([win.VarStruct("Translation", [_LANGUAGE, _CODE_PAGE])]),
        ],
    )
