"""Writes a finished paper or workbook: the whole of it or nothing."""

import errno
from pathlib import Path

from pug_desktop.durable import write_bytes
from pug_desktop.errors import DiskFull, FolderNotWritable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def save(out: Path, data: bytes) -> None:
    """Replaces `out` in one step; a paper that was there before stays when this fails.

    Raises:
        DiskFull: fields path, needed.
        FolderNotWritable: also when a viewer holds the old paper open.
    """
    try:
        write_bytes(out, data)
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull(path=str(out), needed=len(data), free=0) from error
        raise FolderNotWritable(path=str(out), reason=error.strerror or type(error).__name__) from error
