"""What happens to the profile on this computer: its folder, its database, its backups.

By code: (Indonesian title and advice), (English title and advice).
"""

from collections.abc import Mapping

Pair = tuple[str, str]

WORDS: Mapping[str, tuple[Pair, Pair]] = {
    "PUG-DATA-001": (
        (
            "Data profil ini dibuat program yang lebih baru (skema {found}; program ini mengenal {known}).",
            "Perbarui program di komputer ini; datanya tidak disentuh.",
        ),
        (
            "The data of this profile was made by a newer program (schema {found}; this one knows {known}).",
            "Update the program on this computer; the data was not touched.",
        ),
    ),
    "PUG-DATA-002": (
        (
            "Berkas ini bukan basis data program ini {path:file}.",
            "Periksa apakah folder profilnya benar; jangan mengganti berkas di dalamnya.",
        ),
        (
            "This file is not a database of this program {path:file}.",
            "Check that it is the right profile folder; do not replace files inside it.",
        ),
    ),
    "PUG-DATA-003": (
        (
            "Data profil rusak atau tidak lengkap {path:file} {problem:reason}.",
            "Tutup program, salin folder profil ke tempat aman, lalu hubungi petugas TI.",
        ),
        (
            "The profile's data is damaged or incomplete {path:file} {problem:reason}.",
            "Close the program, copy the profile folder to a safe place, then call your IT staff.",
        ),
    ),
    "PUG-DATA-004": (
        (
            "Profil ini sedang dibuka di jendela atau perintah lain {path:file}.",
            "Tutup yang lain itu lebih dahulu.",
        ),
        (
            "This profile is open in another window or command {path:file}.",
            "Close the other one first.",
        ),
    ),
    "PUG-DATA-005": (
        (
            "Ruang di disk komputer ini habis; perubahan terakhir belum tersimpan.",
            "Hapus berkas yang tidak perlu dari komputer, lalu ulangi.",
        ),
        (
            "The disk of this computer is full; the last change is not saved.",
            "Delete files that are not needed from the computer, then do it again.",
        ),
    ),
    "PUG-DATA-006": (
        (
            "Folder ini tidak dapat ditulisi {path:folder} {reason:reason}.",
            "Periksa hak aksesnya, atau pilih folder lain.",
        ),
        (
            "This folder cannot be written to {path:folder} {reason:reason}.",
            "Check your rights to it, or choose another folder.",
        ),
    ),
    "PUG-DATA-007": (
        (
            "Data profil sedang dipakai pekerjaan lain terlalu lama.",
            "Tunggu sebentar, lalu ulangi; yang sudah tersimpan tetap aman.",
        ),
        (
            "Other work has held the profile's data for too long.",
            "Wait a moment and do it again; what was saved stays safe.",
        ),
    ),
    "PUG-DATA-009": (
        (
            "Ini bukan cadangan profil, atau cadangannya tidak utuh {path:file}.",
            "Pilih berkas cadangan lain; profil yang ada tidak diubah.",
        ),
        (
            "This is no backup of a profile, or not a whole one {path:file}.",
            "Choose another backup; the present profile was not changed.",
        ),
    ),
    "PUG-DATA-010": (
        (
            "Folder data ini tidak ada lagi {path:folder}.",
            "Bila datanya di flashdisk, tancapkan lagi, lalu buka program lagi; yang sudah tersimpan tetap ada.",
        ),
        (
            "This folder of data is not there any more {path:folder}.",
            "If the data lies on a stick, plug it in and open the program again; what was saved is still there.",
        ),
    ),
    "PUG-DATA-011": (
        (
            "Di tempat folder data terdapat sebuah berkas {path:folder}.",
            "Pilih folder lain, atau pindahkan berkas itu.",
        ),
        (
            "There is a file where the folder of data has to be {path:folder}.",
            "Choose another folder, or move that file away.",
        ),
    ),
    "PUG-DATA-008": (
        (
            "Berkas bukti dukung “{name}” tidak ada di komputer ini.",
            "Minta kantor pengirimnya mengirim lagi, atau lampirkan lagi berkasnya.",
        ),
        (
            "The evidence file “{name}” is not on this computer.",
            "Ask the office that sent it to send it again, or attach the file again.",
        ),
    ),
}
