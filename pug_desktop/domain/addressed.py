"""Whom a letter to an office addresses: the post of its head; and whether a name sounds like an office."""

import re

_HEAD_OF_REGIONAL = "Kepala"
_HEAD = "Pimpinan"
"""Fits every institution: nobody's title is guessed."""

_KECAMATAN = "kecamatan "
_WITH_OTHER_HEADS = ("sekretariat", "inspektorat", "rumah sakit", "rsud", "asisten", "staf ahli", "bagian")


_OFFICE_WORDS = re.compile(
    r"\b(dinas|badan|kantor|kecamatan|kelurahan|desa|nagari|bagian|bidang|sekretariat|setda|setwan|inspektorat|satuan|"
    r"satpol|rsud|rumah sakit|puskesmas|uptd?|bapp\w+|bpk\w*|bkd|bkpsdm|bps|bpbd|kesbangpol|kemen\w*|polres\w*|"
    r"kodim|kejaksaan|pengadilan|universitas|institut|sekolah tinggi|politeknik|stai\w*|yayasan|forum|lembaga|lsm|"
    r"perkumpulan|organisasi|ikatan|himpunan|asosiasi|komisi|komite|kpu|bawaslu|pkk|dharma wanita|muslimat|aisyiyah|"
    r"kadin|apindo|bank|pt|cv|koperasi|radio|harian|dp\w*p3?a\w*|dp\w{2,})\b",
    re.IGNORECASE,
)


def sounds_like_office(text: str) -> bool:
    """Whether a name is rather an office's than a person's: by a word that institutions have in their names."""
    return bool(_OFFICE_WORDS.search(text))


def head_of(office: str, office_type: str | None) -> tuple[str, str]:
    """The post of the head and the office it is at: ("Kepala", "Dinas Kesehatan"), ("Camat", "Cibodas")."""
    plain = " ".join(office.split())
    lower = plain.casefold()
    if office_type == "kecamatan" or lower.startswith(_KECAMATAN):
        return "Camat", plain[len(_KECAMATAN) :] if lower.startswith(_KECAMATAN) else plain
    if office_type in ("opd", "vertikal") and not lower.startswith(_WITH_OTHER_HEADS):
        return _HEAD_OF_REGIONAL, plain
    return _HEAD, plain
