"""The root of the tree of errors."""

from typing import ClassVar


class PugError(Exception):
    """The root: `code` is stable, `exit_code` is what the command line returns, fields fill in the words."""

    code: ClassVar[str] = "PUG-000"
    exit_code: ClassVar[int] = 1

    def __init__(self, **fields: object) -> None:
        super().__init__(self.code, fields)
        self.fields = fields

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} {type(self).__name__}({shown})"
