"""The data of the list of all participants: a province's profile with half a million rows, written straight into it."""

import random
from pathlib import Path

from pug_desktop.app.workspace import create_profile
from tests.bench.measure import plain

ROWS = 500_000
A_MEETING = 163

_FIRST = ("Siti", "Muhammad", "Sri", "Agus", "Dewi", "Ahmad", "Rina", "Budi", "Nur", "Eko", "Made", "Fitri", "Andi")
_LAST = (
    *("Wahyuni", "Santoso", "Aminah", "Hidayat", "Lestari", "Kurniawan", "Rahmawati", "Setiawan", "Nasution"),
    *("Siregar", "Suardana", "Simanjuntak", "Handayani", "Prasetyo", "Maulana", "Harahap", "Gunawan", "Fatimah"),
)
_POSITIONS = ("Kepala Bidang", "Kasubag Perencanaan", "Analis Kebijakan", "Sekretaris", "Perencana Ahli Muda", None)
_TYPES = ("opd", "opd", "opd", "kecamatan", "vertikal", "kampus", "lsm")


def make(folder: Path, rows: int = ROWS) -> Path:
    """The profile; returns its folder."""
    create_profile(folder, role="provinsi", region_code="36", office_name="DP3AKKB").close()
    chance = random.Random(5)
    offices = [f"Dinas {number} Kabupaten {number % 30}" for number in range(1700)]
    meetings = -(-rows // A_MEETING)
    with plain(folder / "pug.db") as connection:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO meeting (id, scope, title, year, month, day) VALUES (?, '36', ?, ?, ?, ?)",
            ((_id(1, n), f"Rapat ke-{n}", 2015 + n % 12, 1 + n % 12, 1 + n % 28) for n in range(meetings)),
        )
        connection.executemany(
            "INSERT INTO attendance (id, scope, meeting_id, number, name, sex, position, office_name, office_type, "
            "role) VALUES (?, '36', ?, ?, ?, ?, ?, ?, ?, 'peserta')",
            (
                (
                    _id(2, n),
                    _id(1, n // A_MEETING),
                    n % A_MEETING,
                    f"{chance.choice(_FIRST)} {chance.choice(_LAST)} {chance.choice(_LAST)} {n % 977}",
                    chance.choice("LP"),
                    chance.choice(_POSITIONS),
                    chance.choice(offices),
                    chance.choice(_TYPES),
                )
                for n in range(rows)
            ),
        )
        connection.execute("DELETE FROM sync_mark")
        connection.execute("COMMIT")
    return folder


def _id(kind: int, number: int) -> bytes:
    return kind.to_bytes(8, "big") + number.to_bytes(8, "big")
