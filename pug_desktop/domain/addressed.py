"""Whom a letter to an office addresses: the post of its head."""

_HEAD_OF_REGIONAL = "Kepala"
_HEAD = "Pimpinan"
"""Fits every institution: nobody's title is guessed."""

_KECAMATAN = "kecamatan "
_WITH_OTHER_HEADS = ("sekretariat", "inspektorat", "rumah sakit", "rsud", "asisten", "staf ahli", "bagian")


def head_of(office: str, office_type: str | None) -> tuple[str, str]:
    """The post of the head and the office it is at: ("Kepala", "Dinas Kesehatan"), ("Camat", "Cibodas")."""
    plain = " ".join(office.split())
    lower = plain.casefold()
    if office_type == "kecamatan" or lower.startswith(_KECAMATAN):
        return "Camat", plain[len(_KECAMATAN) :] if lower.startswith(_KECAMATAN) else plain
    if office_type in ("opd", "vertikal") and not lower.startswith(_WITH_OTHER_HEADS):
        return _HEAD_OF_REGIONAL, plain
    return _HEAD, plain
