"""The fuzzer: bytes that find their way into unexpected places of the readers.

    make fuzz FUZZ_SECONDS=600
    python -m tests.fuzz FOLDER [libFuzzer's own arguments]

FOLDER keeps what was found interesting. The first byte of an input chooses the door. A finding ends the run; its bytes
lie in the folder beside the corpus. Make a test of it first, then repair.
"""

import random
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pug_desktop.bundle", "pug_desktop.domain", "pug_desktop.intake", "json"]):
    from tests.fuzz.doors import OURS, WORDS, Doors, seeds
from tests.fuzz.mutate import mutated

JSON_SHARE = 0.6
"""Of the changes that know what JSON is."""


def main(folder: Path, *more: str) -> None:
    """Until the time given by -max_total_time is over."""
    doors = Doors()
    names = list(doors.doors)
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, (name, data) in enumerate(seeds(doors)):
        (corpus / f"seed-{number}").write_bytes(bytes([names.index(name)]) + data)
    words = folder / "words"
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in WORDS))

    def one(data: bytes) -> None:
        if data:
            try:
                doors.doors[names[data[0] % len(names)]](data[1:])
            except OURS:
                return

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        rnd = random.Random(seed)
        found = mutated(data[1:], rnd) if data and rnd.random() < JSON_SHARE else None
        return atheris.Mutate(data, most) if found is None or len(found) >= most else data[:1] + found

    options = [f"-dict={words}", f"-artifact_prefix={folder}/", "-timeout=10", "-rss_limit_mb=1024", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *options, *more, str(corpus)], one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
