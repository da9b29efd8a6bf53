"""What is said of an update that is not installed.

By code, then by code and variant: (Indonesian title and advice), (English title and advice).
"""

from collections.abc import Mapping

Pair = tuple[str, str]

WORDS: Mapping[str, tuple[Pair, Pair]] = {
    "PUG-UPDATE-000": (
        ("Pembaruan ini tidak dipasang.", "Program dan datanya tetap seperti semula; minta pembaruan yang lain."),
        ("This update was not installed.", "The program and its data are as they were; ask for another update."),
    ),
    "PUG-UPDATE-001": (
        (
            "Ini bukan pembaruan program, atau berkasnya rusak {path:file}.",
            "Salin lagi berkas pembaruan dari sumber aslinya ke flashdisk, lalu cari lagi.",
        ),
        (
            "This is no update of the program, or its file is damaged {path:file}.",
            "Copy the files of the update to the stick again from where they came, then look again.",
        ),
    ),
    "PUG-UPDATE-002": (
        (
            "Pembaruan ini tidak ditandatangani pembuat program {path:file}.",
            "Jangan dipasang dan jangan dibuka dari flashdisk; minta pembaruan dari provinsi atau kementerian.",
        ),
        (
            "This update is not signed by the makers of the program {path:file}.",
            "Do not install it and do not open it from the stick; ask your province or the ministry for one.",
        ),
    ),
    "PUG-UPDATE-002:no-keys": (
        (
            "Program ini dibuat tanpa kunci rilis, jadi tidak dapat mengenali pembaruan mana pun.",
            "Pasang versi baru dengan berkas pemasangnya, dari sumber yang dipercaya petugas TI.",
        ),
        (
            "This program was built without a release key, so it cannot tell a true update from a false one.",
            "Install the new version with its installer, from a source that your IT staff trusts.",
        ),
    ),
    "PUG-UPDATE-003": (
        ("Versi {version} tidak lebih baru daripada yang ada di sini.", "Tidak ada yang perlu dipasang."),
        ("Version {version} is not newer than what is here.", "There is nothing to install."),
    ),
    "PUG-UPDATE-003:same": (
        ("Versi {version} sudah terpasang di komputer ini.", "Tidak ada yang perlu dilakukan."),
        ("Version {version} is installed on this computer already.", "There is nothing to do."),
    ),
    "PUG-UPDATE-003:older": (
        (
            "Versi {version} lebih lama daripada program ini ({running}).",
            "Versi lama tidak dipasang di atas versi baru; minta pembaruan terbaru.",
        ),
        (
            "Version {version} is older than this program ({running}).",
            "An older version is never put over a newer one; ask for the latest update.",
        ),
    ),
    "PUG-UPDATE-003:seen": (
        (
            "Di komputer ini pernah terpasang versi yang lebih baru daripada {version}.",
            "Minta pembaruan terbaru; yang ini sudah digantikan.",
        ),
        (
            "A version newer than {version} was installed on this computer before.",
            "Ask for the latest update; this one has been replaced.",
        ),
    ),
    "PUG-UPDATE-004": (
        (
            "Berkas ini memperbarui program lain {product:reason} {path:file}.",
            "Cari flashdisk yang berisi pembaruan PUG Desktop.",
        ),
        (
            "This file updates another program {product:reason} {path:file}.",
            "Look for the stick that holds the update of PUG Desktop.",
        ),
    ),
    "PUG-UPDATE-005": (
        (
            "Pembaruan versi {version} tidak berisi berkas untuk komputer ini {system:reason}.",
            "Minta flashdisk pembaruan yang juga berisi berkas untuk komputer seperti ini.",
        ),
        (
            "The update to version {version} has no file for this computer {system:reason}.",
            "Ask for a stick whose update also holds the file for computers like this one.",
        ),
    ),
    "PUG-UPDATE-006": (
        (
            "Berkas program “{name}” tidak ada di samping keterangannya {path:file}.",
            "Salin kedua berkas pembaruan ke folder yang sama, lalu cari lagi.",
        ),
        (
            "The program's file “{name}” does not lie beside its description {path:file}.",
            "Copy both files of the update into the same folder, then look again.",
        ),
    ),
    "PUG-UPDATE-007": (
        (
            "Berkas program “{name}” berbeda dari yang ditandatangani; tidak ada yang dijalankan.",
            "Jangan membukanya sendiri. Salin lagi pembaruan dari sumber aslinya, dan periksa flashdisk dari virus.",
        ),
        (
            "The program's file “{name}” is not the one that was signed; nothing was run.",
            "Do not open it yourself. Copy the update again from where it came, and check the stick for viruses.",
        ),
    ),
    "PUG-UPDATE-008": (
        (
            "Program ini ({running}) terlalu lama untuk langsung diperbarui ke versi {version}.",
            "Pasang versi {needed} lebih dahulu, sesudah itu pembaruan ini.",
        ),
        (
            "This program ({running}) is too old to be updated to version {version} at once.",
            "Install version {needed} first, and this update after it.",
        ),
    ),
    "PUG-UPDATE-009": (
        (
            "Keterangan pembaruan ini ditulis untuk program yang lebih baru {path:file}.",
            "Pasang versi baru dengan berkas pemasangnya sendiri; mintalah bantuan petugas TI.",
        ),
        (
            "The description of this update is written for a newer program {path:file}.",
            "Install the new version with its own installer; ask your IT staff for help.",
        ),
    ),
    "PUG-UPDATE-010": (
        (
            "Ruang di disk komputer ini kurang untuk pembaruan: perlu {needed:size}, tersisa {free:size}.",
            "Hapus berkas yang tidak dipakai lagi, lalu pasang lagi; program dan datanya tidak berubah.",
        ),
        (
            "The disk of this computer has too little room for the update: {needed:size} needed, {free:size} left.",
            "Delete files that are no longer used, then install again; program and data are unchanged.",
        ),
    ),
    "PUG-UPDATE-011": (
        (
            "Program ini tidak dipasang dari paket, jadi tidak dapat diperbarui dari sini.",
            "Perbarui dengan cara yang sama seperti program ini dahulu dipasang.",
        ),
        (
            "This program was not installed from a package, so it cannot be updated from here.",
            "Update it in the way in which it was installed.",
        ),
    ),
    "PUG-UPDATE-012": (
        (
            "Pemasangan “{name}” belum berhasil {reason:reason}.",
            "Program yang lama masih ada dan dapat dipakai; coba lagi atau hubungi petugas TI.",
        ),
        (
            "The installation of “{name}” did not succeed {reason:reason}.",
            "The former program is still there and can be used; try again or call your IT staff.",
        ),
    ),
}
