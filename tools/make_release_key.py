"""Makes the key that signs releases: once, by the owner of the project, before the first release.

    python tools/make_release_key.py --name 2026 --out FILE

FILE holds the private half, locked by a passphrase; it must lie outside the project, best on a stick in a safe, with a
copy in another place. The public half is added to resources/release-keys.json, which every later build carries. A
second key for the day when the first is lost: run it again with another name and FILE.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pug_desktop import durable  # noqa: E402
from pug_desktop.bundle.update_package import read_release_keys, release_keys_json  # noqa: E402
from tools import release_key  # noqa: E402


def main(arguments: list[str] | None = None, pinned: Path = release_key.PINNED) -> int:
    """Read the command line and make the key."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--name", required=True, help="what people call the key, such as its year")
    parser.add_argument("--out", required=True, type=Path, help="the file of the private half, outside the project")
    given = parser.parse_args(arguments)
    out = given.out.expanduser().resolve()
    if out.is_relative_to(ROOT):
        parser.error(f"{out} lies inside the project: a private key must never come near a commit")
    keys = read_release_keys(pinned)
    if any(each.name == given.name for each in keys):
        parser.error(f"{pinned.name} has a key of that name already: {given.name}")
    try:
        passphrase = release_key.ask_passphrase(twice=True)
        if len(passphrase) < release_key.SHORTEST_PASSPHRASE:
            parser.error(f"a passphrase of at least {release_key.SHORTEST_PASSPHRASE} characters, such as five words")
        key = release_key.make_key(given.name)
        # The private half first: a pinned key that nobody has would be of no use.
        release_key.save_key(out, key, passphrase)
        if release_key.load_key(out, passphrase) != key:
            raise release_key.KeyRefused(f"{out} could not be read back")
        durable.write_bytes(pinned, release_keys_json((*keys, key.public)))
    except (OSError, release_key.KeyRefused) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{given.name} {key.public.key_id}: private half in {out}, public half in {pinned}")
    print("Commit the public half. Keep the private one and its passphrase apart, and a copy of each in another place.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
