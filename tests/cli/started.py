"""A started program that forks for each command: what a command line does, without the half second of its imports.

Run as a module it is the program; `client` writes the `pug-desktop` that hands a command over to it.
"""

import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NOT_NEEDED = ("pug_desktop.ui", "pug_desktop.__main__", "pug_desktop.storage.migrations")
"""The window; and what cannot be imported but by Alembic."""

CLIENT = """\
import json, os, socket, sys
there = socket.socket(socket.AF_UNIX)
there.connect({address!r})
asked = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(there, [len(asked).to_bytes(4, "big")], [0, 1, 2])
there.sendall(asked)
answer = there.recv(1)
sys.exit(answer[0] if answer else "the command died")
"""


@contextmanager
def started(folder: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    """The program, started in `folder`; gives the folder of a `pug-desktop` for the PATH."""
    address, names = str(folder / "program"), folder / "bin"
    names.mkdir(parents=True)
    (folder / "client.py").write_text(CLIENT.format(address=address), encoding="utf-8")
    command = names / "pug-desktop"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{folder / "client.py"}" "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    asked = [sys.executable, "-m", "tests.cli.started", address]
    with subprocess.Popen(asked, env=environment, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        try:
            yield names
        finally:
            program.terminate()


def serve(address: str) -> None:
    """Take commands until somebody ends it."""
    import pug_desktop

    for module in pkgutil.walk_packages(pug_desktop.__path__, "pug_desktop."):
        if not module.name.startswith(NOT_NEEDED):
            importlib.import_module(module.name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen()
        print("ready", flush=True)
        while True:
            there, _address = door.accept()
            with there:
                if os.fork() == 0:
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    _answer(there)


def _answer(there: socket.socket) -> None:
    from pug_desktop.__main__ import main

    size, streams, _flags, _address = socket.recv_fds(there, 4, 3)
    with there.makefile("rb") as asked:
        arguments, folder, environment = json.loads(asked.read(int.from_bytes(size, "big")))
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (open(at, mode, closefd=False) for at, mode in enumerate("rww"))  # noqa: SIM115
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments
    code: object = 1
    try:
        code = main()
    except SystemExit as end:
        code = end.code
    except Exception:  # noqa: BLE001 (told as the interpreter would)
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        there.sendall(bytes([code if isinstance(code, int) else int(code is not None)]))
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])
