"""What `doctor` can find wrong, in words of both languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem: a stable code, the place, a sentence in Indonesian and one in English."""

    code: str
    where: str
    text_id: str
    text_en: str


def finding(what: str, where: str) -> Finding:
    """The finding of that sort at that place."""
    code, text_id, text_en = FINDINGS[what]
    return Finding(code, where, text_id, text_en)


FINDINGS: Mapping[str, tuple[str, str, str]] = {
    "unreadable": (
        "PUG-CHECK-001",
        "Basis data tidak dapat dibaca sampai habis; salin folder profil ke tempat aman dan hubungi petugas TI.",
        "The database cannot be read to its end; copy the profile folder to a safe place and call your IT staff.",
    ),
    "integrity": (
        "PUG-CHECK-002",
        "Basis data rusak; salin folder profil ke tempat aman dan hubungi petugas TI.",
        "The database is damaged; copy the profile folder to a safe place and call your IT staff.",
    ),
    "foreign_key": (
        "PUG-CHECK-003",
        "Ada catatan yang induknya hilang.",
        "There are records whose parent is gone.",
    ),
    "header": (
        "PUG-CHECK-004",
        "Nomor program atau skema di kepala basis data tidak sesuai.",
        "The program's number or the schema in the head of the database is not as it must be.",
    ),
    "journal": (
        "PUG-CHECK-005",
        "Basis data tidak dalam mode WAL; perubahan terakhir kurang terlindungi saat listrik padam.",
        "The database is not in WAL mode; the last changes are less safe in a power cut.",
    ),
    "device": (
        "PUG-CHECK-006",
        "Nomor perangkat berbeda antara profil, basis data dan kunci; mungkin folder ini campuran dua salinan.",
        "Profile, database and keys name different devices; this folder may be a mixture of two copies.",
    ),
    "state": (
        "PUG-CHECK-007",
        "Riwayat sebuah catatan tidak dapat dibaca.",
        "The history of a record cannot be read.",
    ),
    "marks": (
        "PUG-CHECK-008",
        "Tanda dihapus, perlu keputusan atau menunggu pada sebuah catatan tidak sesuai riwayatnya.",
        "The marks of a record (removed, two values, waiting) are not what its history says.",
    ),
    "n": (
        "PUG-CHECK-009",
        "Nomor tulisan tertinggi lebih besar daripada yang dicatat perangkat ini.",
        "The highest write number is above the one this device has noted.",
    ),
    "lseq": (
        "PUG-CHECK-010",
        "Urutan perubahan memuat nomor ganda atau melebihi yang dicatat.",
        "The order of changes holds a number twice or one above the noted.",
    ),
    "bundle_above": (
        "PUG-CHECK-011",
        "Sebuah kiriman bernomor lebih tinggi daripada nomor terakhir yang diberikan.",
        "A bundle has a number above the last one given.",
    ),
    "bundle_twice": (
        "PUG-CHECK-012",
        "Satu nomor kiriman dipakai dua kali; mungkin profil pengirimnya pernah disalin.",
        "One bundle number was used twice; the sender's profile may have been copied.",
    ),
    "evidence_missing": (
        "PUG-CHECK-013",
        "Berkas bukti dukung milik kantor ini hilang dari folder profil; lampirkan lagi.",
        "An evidence file of this office is gone from the profile folder; attach it again.",
    ),
    "evidence_damaged": (
        "PUG-CHECK-014",
        "Isi berkas bukti dukung berubah sejak disimpan; lampirkan lagi atau minta dikirim ulang.",
        "The content of an evidence file has changed since it was kept; attach it again or have it sent again.",
    ),
    "keys": (
        "PUG-CHECK-015",
        "Berkas kunci perangkat tidak dapat dibaca; tanpa itu kantor ini tidak dapat mengirim dan menerima.",
        "The file of device keys cannot be read; without it this office can neither send nor receive.",
    ),
    "keys_lock": (
        "PUG-CHECK-016",
        "Profil dan berkas kunci tidak sepakat apakah kunci memakai kata sandi pengaman.",
        "Profile and key file disagree whether the keys have a passphrase.",
    ),
    "card": (
        "PUG-CHECK-017",
        "Sebuah kartu kunci tidak tersambung sampai ke provinsi atau tanda tangannya tidak cocok.",
        "A key card does not lead up to the province, or a signature does not fit.",
    ),
    "card_other": (
        "PUG-CHECK-018",
        "Kartu kunci kantor ini dibuat untuk perangkat lain.",
        "The key card of this office was made for another device.",
    ),
    "space": (
        "PUG-CHECK-019",
        "Ruang di disk komputer hampir habis; hapus berkas yang tidak perlu.",
        "The disk of the computer is nearly full; delete files that are not needed.",
    ),
    "exchange_open": (
        "PUG-CHECK-021",
        "Basis data tidak tahu atas nama siapa perangkat ini menulis; mungkin berkasnya campuran dua salinan.",
        "The database does not know under which name this device writes; it may be a mixture of two copies.",
    ),
    "exchange_acked": (
        "PUG-CHECK-022",
        "Sebuah kantor dicatat sudah menerima lebih banyak daripada yang pernah dikirim; pakai Kirim lengkap.",
        "An office is noted as having received more than was ever sent; use the full bundle.",
    ),
    "unmarked": (
        "PUG-CHECK-023",
        "Sebuah perubahan tidak ditandai untuk kiriman berikutnya; penanda di basis data tidak lengkap.",
        "A change is not marked for the next bundle; what marks changes in the database is not complete.",
    ),
    "program_missing": (
        "PUG-CHECK-024",
        "Berkas program hilang; mungkin diambil antivirus. Pasang ulang program dari flashdisk, data Anda tetap ada.",
        "A file of the program is gone; a scanner may have taken it. Install it again from the stick, your data stays.",
    ),
    "program_changed": (
        "PUG-CHECK-025",
        "Berkas program berubah sejak dibuat. Pasang ulang program dari flashdisk, data Anda tetap ada.",
        "A file of the program has changed since it was built. Install it again from the stick, your data stays.",
    ),
    "folder": (
        "PUG-CHECK-020",
        "Folder profil tidak dapat ditulisi; periksa hak aksesnya.",
        "The profile folder cannot be written to; check your rights to it.",
    ),
}
"""By sort: code, Indonesian, English. A code never changes its meaning."""
