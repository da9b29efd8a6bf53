"""What happens between computers: bundles, keys, sticks.

By code, then by code and variant: (Indonesian title and advice), (English title and advice).
"""

from collections.abc import Mapping

Pair = tuple[str, str]

WORDS: Mapping[str, tuple[Pair, Pair]] = {
    # --- bundles ---
    "PUG-BUNDLE-001": (
        (
            "Ini bukan berkas kiriman PUG {path:file}.",
            "Pilih berkas berakhiran .pug yang dibuat dengan Kirim.",
        ),
        (
            "This is not a PUG bundle {path:file}.",
            "Choose a file ending in .pug that was made by Kirim (send).",
        ),
    ),
    "PUG-BUNDLE-002": (
        (
            "Berkas kiriman ini rusak atau terpotong {path:file}; tidak ada yang diubah.",
            "Salin ulang dari flashdisk, atau minta pengirim mengirim lagi.",
        ),
        (
            "This bundle is damaged or cut short {path:file}; nothing was changed.",
            "Copy it again from the stick, or ask the sender to send it again.",
        ),
    ),
    "PUG-BUNDLE-003": (
        (
            "Berkas kiriman ini dibuat program yang lebih baru {path:file}.",
            "Perbarui program di komputer ini, lalu terima lagi; berkasnya tetap dapat dipakai.",
        ),
        (
            "This bundle was made by a newer program {path:file}.",
            "Update the program on this computer, then receive it again; the file stays usable.",
        ),
    ),
    "PUG-BUNDLE-004": (
        (
            "Berkas kiriman ini ditujukan kepada kantor lain {path:file}.",
            "Serahkan kepada kantor tujuannya, atau minta pengirim memilih kantor ini.",
        ),
        (
            "This bundle is addressed to another office {path:file}.",
            "Hand it to that office, or ask the sender to choose this one.",
        ),
    ),
    "PUG-BUNDLE-005": (
        (
            "Pengirim berkas kiriman ini belum dikenal {path:file}: {name}.",
            "Tukarkan kartu kunci dengan kantor itu lebih dahulu, dan cocokkan kode keamanannya lewat telepon.",
        ),
        (
            "The sender of this bundle is not known yet {path:file}: {name}.",
            "Exchange key cards with that office first, and compare the security code by phone.",
        ),
    ),
    "PUG-BUNDLE-012": (
        (
            "Kartu kunci pengirim berkas kiriman ini sudah dicabut {path:file}: {name}.",
            "Minta kantor itu memohon kartu kunci baru, lalu mengirim lagi.",
        ),
        (
            "The key card of this bundle's sender was withdrawn {path:file}: {name}.",
            "Ask that office to get a new key card and to send again.",
        ),
    ),
    "PUG-BUNDLE-006": (
        (
            "Tanda tangan berkas kiriman ini tidak ada atau tidak cocok {path:file}; tidak ada yang diubah.",
            "Jangan dipakai; tanyakan kepada pengirim dan minta kiriman baru.",
        ),
        (
            "The signature of this bundle is missing or does not fit {path:file}; nothing was changed.",
            "Do not use it; ask the sender and have a new one made.",
        ),
    ),
    "PUG-BUNDLE-007": (
        (
            "Berkas kiriman ini memuat catatan di luar wilayah pengirimnya {path:file}: {scope}.",
            "Tidak ada yang diubah; beri tahu pengirim. Kartu kuncinya hanya berlaku untuk {allowed}.",
        ),
        (
            "This bundle holds records outside its sender's area {path:file}: {scope}.",
            "Nothing was changed; tell the sender. Its key card covers only {allowed}.",
        ),
    ),
    "PUG-BUNDLE-008": (
        (
            "Berkas kiriman ini memuat lebih dari yang diperbolehkan {path:file}: {found}, paling banyak {limit}.",
            "Minta pengirim membaginya menjadi beberapa kiriman.",
        ),
        (
            "This bundle holds more than a bundle may {path:file}: {found}, at most {limit}.",
            "Ask the sender to split it into several bundles.",
        ),
    ),
    "PUG-BUNDLE-008:size": (
        (
            "Berkas kiriman ini terlalu besar {path:file}: {found:size}, paling besar {limit:size}.",
            "Minta pengirim mengirim bukti dukung yang lebih kecil atau sebagian demi sebagian.",
        ),
        (
            "This bundle is too large {path:file}: {found:size}, at most {limit:size}.",
            "Ask the sender to send smaller evidence files or a part at a time.",
        ),
    ),
    "PUG-BUNDLE-009": (
        (
            "Isi berkas kiriman ini tidak tersusun sebagaimana mestinya {path:file}, baris {line}.",
            "Tidak ada yang diubah; minta pengirim memperbarui programnya dan mengirim lagi.",
        ),
        (
            "The content of this bundle is not laid out as it must be {path:file}, line {line}.",
            "Nothing was changed; ask the sender to update the program and to send again.",
        ),
    ),
    "PUG-BUNDLE-010": (
        (
            "Profil pengirim berkas kiriman ini rupanya disalin atau dikembalikan dari salinan lama {path:file}.",
            "Tidak ada yang diubah; terima dulu di sana satu kiriman dari sini, lalu minta kiriman baru.",
        ),
        (
            "The profile of this bundle's sender seems to be a copy, or put back from an older one {path:file}.",
            "Nothing was changed; have one bundle of ours taken in there first, then ask for a new one.",
        ),
    ),
    "PUG-BUNDLE-011": (
        (
            "Berkas kiriman ini dibuat di komputer ini sendiri {path:file}.",
            "Tidak ada yang perlu diterima; bawa ke kantor tujuannya.",
        ),
        (
            "This bundle was made on this very computer {path:file}.",
            "There is nothing to take in; carry it to the office it is for.",
        ),
    ),
    "PUG-BUNDLE-013": (
        (
            "Ini bukan tanda terima PUG, atau berkasnya rusak {path:file}.",
            "Minta kantor tujuan menulis ulang tanda terimanya ke flashdisk.",
        ),
        (
            "This is no receipt of this program, or it is damaged {path:file}.",
            "Ask the other office to write its receipt to the stick again.",
        ),
    ),
    "PUG-BUNDLE-014": (
        (
            "Tanda terima ini tidak ditandatangani perangkat yang dikenal di sini {path:file}.",
            "Kiriman itu tetap dianggap belum diterima; minta tanda terima dari kantor tujuannya sendiri.",
        ),
        (
            "This receipt is not signed by a device that is known here {path:file}.",
            "The bundle still counts as not received; ask the office it was for to write the receipt.",
        ),
    ),
    # --- keys ---
    "PUG-KEY-001": (
        (
            "Ini bukan berkas kunci PUG, atau berkasnya rusak {path:file}.",
            "Salin ulang berkas kunci itu, atau minta yang baru.",
        ),
        (
            "This is not a PUG key file, or it is damaged {path:file}.",
            "Copy the key file again, or ask for a new one.",
        ),
    ),
    "PUG-KEY-001:permohonan": (
        (
            "Ini permohonan kartu kunci, bukan kartu kunci {path:file}.",
            "Berkasnya baik: bawa ke kantor di atas untuk dijawab (enrol approve), lalu pasang kartu yang kembali.",
        ),
        (
            "This is a request for a key card, not a key card {path:file}.",
            "The file is sound: take it to the office above to be answered (enrol approve), then accept its card.",
        ),
    ),
    "PUG-KEY-001:kartu kunci": (
        (
            "Ini kartu kunci, bukan permohonan {path:file}.",
            "Berkasnya baik: pasang di komputer kantor yang memohonnya (enrol accept).",
        ),
        (
            "This is a key card, not a request for one {path:file}.",
            "The file is sound: accept it on the computer of the office that asked for it (enrol accept).",
        ),
    ),
    "PUG-KEY-002": (
        (
            "Kartu kunci ini tidak berasal dari kantor yang dipercaya di sini {path:file}.",
            "Tanyakan kepada kantor pemberinya dan cocokkan kode keamanan lewat telepon.",
        ),
        (
            "This key card does not come from an office that is trusted here {path:file}.",
            "Ask the office that gave it and compare the security code by phone.",
        ),
    ),
    "PUG-KEY-003": (
        (
            "Kunci perangkat ini dilindungi kata sandi pengaman.",
            "Masukkan kata sandi pengaman; pada baris perintah dengan --passphrase-file atau PUG_PASSPHRASE.",
        ),
        (
            "The keys of this device are protected by a passphrase.",
            "Enter the passphrase; on the command line by --passphrase-file or PUG_PASSPHRASE.",
        ),
    ),
    "PUG-KEY-004": (
        (
            "Kata sandi pengaman ini tidak membuka kunci perangkat.",
            "Ketik lagi dengan teliti; perhatikan huruf besar dan Caps Lock.",
        ),
        (
            "This passphrase does not open the keys of the device.",
            "Type it again with care; mind capital letters and Caps Lock.",
        ),
    ),
    "PUG-KEY-005": (
        (
            "Kartu kunci ini dibuat untuk perangkat lain {path:file}.",
            "Buka di komputer yang memohonnya, atau buat permohonan kartu kunci dari komputer ini.",
        ),
        (
            "This key card was made for another device {path:file}.",
            "Open it on the computer that asked for it, or make a key card request on this one.",
        ),
    ),
    "PUG-KEY-006": (
        (
            "Berkas kunci ini dibuat program yang lebih baru {path:file}.",
            "Perbarui program di komputer ini, lalu buka lagi berkas kunci itu.",
        ),
        (
            "This key file was made by a newer program {path:file}.",
            "Update the program on this computer, then open the key file again.",
        ),
    ),
    "PUG-KEY-007": (
        (
            "Kantor dalam permohonan kartu kunci ini tidak berada langsung di bawah kantor ini {path:file}: {scope}.",
            "OPD memohon kepada kabupaten/kotanya, kabupaten/kota kepada provinsinya ({allowed}).",
        ),
        (
            "The office of this key card request does not stand directly below this one {path:file}: {scope}.",
            "An OPD asks its kabupaten/kota, a kabupaten/kota its province ({allowed}).",
        ),
    ),
    "PUG-KEY-008": (
        (
            "Kode keamanan yang diketik tidak cocok; masih dapat dicoba {left} kali.",
            "Minta orangnya membacakan lagi keenam kelompok angka itu dari layarnya.",
        ),
        (
            "The security code that was typed does not match; it can be tried {left} more times.",
            "Ask the person to read out the six groups of digits from the screen again.",
        ),
    ),
    "PUG-KEY-009": (
        (
            "Kode keamanan sudah tiga kali salah untuk {name}.",
            "Sekarang hanya bertemu langsung yang dapat membuktikan siapa yang memohon (perintah: --in-person).",
        ),
        (
            "The security code was wrong three times for {name}.",
            "Only meeting in person can show now who is asking (command line: --in-person).",
        ),
    ),
    "PUG-KEY-010": (
        (
            "Baris {line} lembar pemulihan tidak benar.",
            "Ketik lagi keempat baris dengan teliti dari lembar yang tercetak.",
        ),
        (
            "Line {line} of the recovery sheet is not right.",
            "Type all four lines again with care from the printed sheet.",
        ),
    ),
    "PUG-KEY-010:count": (
        (
            "Lembar pemulihan terdiri dari empat baris; yang diketik lebih atau kurang.",
            "Ketik keempat baris itu, masing-masing pada barisnya sendiri, tanpa baris lain.",
        ),
        (
            "The recovery sheet has four lines; what was typed has more or fewer.",
            "Type these four lines, each on a line of its own, and nothing else.",
        ),
    ),
    "PUG-KEY-010:confirm": (
        (
            "Baris {line} tidak sama dengan yang di lembar pemulihan.",
            "Ketik lagi baris {line} saja, dari lembar yang terakhir dicetak.",
        ),
        (
            "Line {line} is not the one on the recovery sheet.",
            "Type line {line} alone again, from the sheet that was printed last.",
        ),
    ),
    "PUG-KEY-010:none waits": (
        (
            "Tidak ada lembar pemulihan yang menunggu diketik barisnya.",
            "Lembar yang sudah dipakai tetap berlaku; untuk menggantinya, buat dan cetak lembar baru dahulu.",
        ),
        (
            "No recovery sheet waits for its line to be typed.",
            "A sheet that is in use stays so; to replace it, make and print a new one first.",
        ),
    ),
    "PUG-KEY-011": (
        (
            "Lembar pemulihan ini tidak membuka berkas itu {path:file}.",
            "Pakai lembar pemulihan dari kantor yang membuat berkasnya.",
        ),
        (
            "This recovery sheet does not open that file {path:file}.",
            "Use the recovery sheet of the office that made the file.",
        ),
    ),
    "PUG-KEY-012": (
        (
            "Kode keamanan belum dicocokkan untuk {name}.",
            "Ketik kode yang dibacakan lewat telepon, atau nyatakan bahwa orangnya ada di sini; "
            "pada baris perintah salah satu dari --code dan --in-person.",
        ),
        (
            "The security code was not compared for {name}.",
            "Type the code that is read out by phone, or state that the person is here; "
            "on the command line one of --code and --in-person.",
        ),
    ),
    "PUG-KEY-012:digits": (
        (
            "Kode keamanan harus 30 angka: enam kelompok lima angka.",
            "Minta orangnya membacakan seluruhnya, lalu ketik ulang; ini belum dihitung sebagai percobaan.",
        ),
        (
            "A security code takes 30 digits: six groups of five.",
            "Have the person read out all of it and type it again; this was not counted as a try.",
        ),
    ),
    # --- the place a file is written to ---
    "PUG-STICK-001": (
        (
            "Berkas, folder, atau flashdisk ini tidak ditemukan {path:folder}.",
            "Periksa namanya, atau pasang kembali flashdisk sampai terbaca, lalu ulangi.",
        ),
        (
            "This file, folder or stick cannot be found {path:folder}.",
            "Check its name, or plug the stick in again until it is recognised, then do it again.",
        ),
    ),
    "PUG-STICK-002": (
        (
            "Flashdisk penuh: perlu {needed:size}, tersisa {free:size}.",
            "Kosongkan flashdisk atau pakai yang lain; tidak ada berkas setengah jadi yang tertinggal.",
        ),
        (
            "The stick is full: {needed:size} needed, {free:size} free.",
            "Make room on it or use another; no half-written file was left behind.",
        ),
    ),
    "PUG-STICK-003": (
        (
            "Flashdisk atau folder ini hanya dapat dibaca {path:folder}.",
            "Geser pengunci flashdisk, atau pakai flashdisk lain.",
        ),
        (
            "This stick or folder can only be read {path:folder}.",
            "Move the stick's write lock, or use another stick.",
        ),
    ),
    "PUG-STICK-004": (
        (
            "Flashdisk ini tidak menyimpan dengan benar {path:file}: yang dibaca kembali berbeda dari yang ditulis.",
            "Jangan pakai flashdisk itu lagi; ulangi dengan flashdisk lain.",
        ),
        (
            "This stick does not keep what is written {path:file}: what was read back differs.",
            "Do not use that stick any more; do it again with another one.",
        ),
    ),
}
