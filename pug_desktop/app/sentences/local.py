"""What happens on this computer: what was asked, forms, files from outside. The profile: `storage.py`.

By code, then by code and variant: (Indonesian title and advice), (English title and advice).
"""

from collections.abc import Mapping

Pair = tuple[str, str]

WORDS: Mapping[str, tuple[Pair, Pair]] = {
    # --- categories ---
    "PUG-000": (
        ("Pekerjaan ini belum berhasil.", "Coba sekali lagi; bila tetap gagal, sampaikan kodenya kepada petugas TI."),
        ("This did not succeed.", "Try once more; if it fails again, tell the code to your IT staff."),
    ),
    "PUG-USE-000": (
        ("Permintaan ini tidak dapat dikerjakan.", "Periksa kembali apa yang diminta."),
        ("This request cannot be carried out.", "Check what was asked for."),
    ),
    "PUG-IN-000": (
        ("Berkas dari luar ini tidak diterima.", "Tidak ada yang diubah; pilih berkas lain."),
        ("This file from outside was not accepted.", "Nothing was changed; choose another file."),
    ),
    "PUG-BUNDLE-000": (
        ("Berkas kiriman ini tidak diterima {path:file}.", "Tidak ada yang diubah; minta kiriman baru."),
        ("This bundle was not accepted {path:file}.", "Nothing was changed; ask for a new one."),
    ),
    "PUG-KEY-000": (
        ("Berkas kunci ini tidak diterima {path:file}.", "Tidak ada yang diubah; minta berkas kunci yang baru."),
        ("This key file was not accepted {path:file}.", "Nothing was changed; ask for a new key file."),
    ),
    "PUG-DATA-000": (
        ("Data profil tidak dapat dipakai {path:file}.", "Hubungi petugas TI."),
        ("The profile's data cannot be used {path:file}.", "Call your IT staff."),
    ),
    "PUG-STICK-000": (
        ("Flashdisk atau folder tujuan tidak dapat dipakai {path:folder}.", "Coba flashdisk lain."),
        ("The stick or folder cannot be used {path:folder}.", "Try another stick."),
    ),
    # --- what was asked ---
    "PUG-USE-001": (
        (
            "Kode wilayah {region} tidak dikenal atau tidak cocok dengan peran kantor.",
            "Pilih provinsi (dua angka, misalnya 36) atau kabupaten/kota (misalnya 36.71) sesuai peran.",
        ),
        (
            "The region code {region} is not known or does not fit the office's role.",
            "Choose a province (two digits, such as 36) or a kabupaten/kota (such as 36.71), as the role needs.",
        ),
    ),
    "PUG-USE-002": (
        ("Nama “{name}” tidak dikenal.", "Yang dapat dipilih: {known}."),
        ("The name “{name}” is not known.", "Choose one of: {known}."),
    ),
    "PUG-USE-002:role": (
        ("Peran “{name}” tidak dikenal.", "Pilih salah satu peran ini: {known}."),
        ("The role “{name}” is not known.", "Choose one of these roles: {known}."),
    ),
    "PUG-USE-002:report": (
        ("Laporan “{name}” tidak dikenal.", "Pilih salah satu laporan ini: {known}."),
        ("The report “{name}” is not known.", "Choose one of these reports: {known}."),
    ),
    "PUG-USE-002:format": (
        ("Laporan ini tidak dapat dibuat sebagai “{name}”.", "Beri nama berkas yang berakhiran: {known}."),
        ("This report cannot be made as “{name}”.", "Give the file a name that ends in: {known}."),
    ),
    "PUG-USE-002:profile": (
        (
            "Ada beberapa profil di komputer ini, belum jelas yang mana.",
            "Sebutkan salah satu dengan --profile sebelum perintah: {known}.",
        ),
        (
            "There are several profiles on this computer; it is not clear which one is meant.",
            "Name one of them by --profile before the verb: {known}.",
        ),
    ),
    "PUG-USE-002:meeting": (
        ("Belum jelas rapat mana yang dimaksud.", "Sebutkan salah satu dengan --meeting: {known}."),
        ("It is not clear which meeting is meant.", "Name one of them by --meeting: {known}."),
    ),
    "PUG-USE-002:office": (
        ("Kantor “{name}” tidak dikenal, atau ada beberapa yang cocok.", "Sebutkan salah satu kantor ini: {known}."),
        ("The office “{name}” is not known, or several fit.", "Name one of these offices: {known}."),
    ),
    "PUG-USE-002:device": (
        (
            "Di bawah kantor ini tidak ada “{name}”, atau ada beberapa perangkatnya.",
            "Sebutkan nomor perangkat salah satu dari ini: {known}.",
        ),
        (
            "There is no “{name}” below this office, or it has several devices.",
            "Name the device id of one of these: {known}.",
        ),
    ),
    "PUG-USE-002:field": (
        (
            "Belum jelas isian mana yang diputuskan {name:reason}.",
            "Sebutkan dengan --field salah satu yang masih menunggu: {known}.",
        ),
        (
            "It is not clear which field is to be decided {name:reason}.",
            "Name by --field one of those that still wait: {known}.",
        ),
    ),
    "PUG-USE-002:value": (
        ("Tidak ada nilai nomor {name} pada isian ini.", "Pilih dengan --keep salah satu nomor ini: {known}."),
        ("This field has no value with the number {name}.", "Choose by --keep one of these numbers: {known}."),
    ),
    "PUG-USE-003": (
        (
            "Folder ini sudah berisi sebuah profil {folder:folder}.",
            "Buka profil itu, atau pilih folder lain untuk profil baru.",
        ),
        (
            "This folder already holds a profile {folder:folder}.",
            "Open that profile, or choose another folder for the new one.",
        ),
    ),
    "PUG-USE-004": (
        ("Tidak ada profil di folder ini {folder:folder}.", "Buat profil baru, atau tunjukkan folder yang benar."),
        ("There is no profile in this folder {folder:folder}.", "Make a new profile, or point to the right folder."),
    ),
    "PUG-USE-005": (
        (
            "Ini tidak dapat dilakukan oleh profil dengan peran {role:role}.",
            "Lakukan di komputer kantor dengan peran {needed:role}.",
        ),
        (
            "A profile with the role {role:role} cannot do this.",
            "Do it on the computer of an office with the role {needed:role}.",
        ),
    ),
    "PUG-USE-006": (
        (
            "Kantor ini belum punya kartu kunci.",
            "Buat permohonan kartu kunci, bawa ke kantor di atas, lalu pasang kartunya di sini.",
        ),
        (
            "This office has no key card yet.",
            "Make a key card request, take it to the office above, then accept the card here.",
        ),
    ),
    "PUG-USE-007": (
        (
            "Belum ada kantor tujuan yang dikenal untuk kiriman ini {wanted:reason}.",
            "Tukarkan kartu kunci dengan kantor tujuan lebih dahulu.",
        ),
        (
            "No office is known that this could be sent to {wanted:reason}.",
            "Exchange key cards with that office first.",
        ),
    ),
    "PUG-USE-008": (
        (
            "Catatan yang diminta tidak ada, mungkin sudah dihapus ({kind:kind}).",
            "Buka kembali daftarnya, lalu pilih catatan yang masih ada.",
        ),
        (
            "The record asked for is not there; it may have been removed ({kind:kind}).",
            "Open the list again and choose a record that is there.",
        ),
    ),
    "PUG-USE-009": (
        (
            "Profil latihan tidak dapat melakukan ini: {what}.",
            "Gunakan profil kantor yang sebenarnya; isi latihan tidak pernah tercampur dengannya.",
        ),
        (
            "A practice profile cannot do this: {what}.",
            "Use the office's real profile; practice records never mix with it.",
        ),
    ),
    "PUG-USE-009:kirim": (
        (
            "Profil latihan tidak dapat mengirim.",
            "Gunakan profil kantor yang sebenarnya; isi latihan tidak pernah sampai ke kantor lain.",
        ),
        (
            "A practice profile cannot send.",
            "Use the office's real profile; practice records never reach another office.",
        ),
    ),
    "PUG-USE-009:kartu kunci": (
        (
            "Profil latihan tidak dapat memiliki kartu kunci.",
            "Gunakan profil kantor yang sebenarnya untuk bertukar kunci.",
        ),
        (
            "A practice profile cannot have a key card.",
            "Use the office's real profile to exchange keys.",
        ),
    ),
    "PUG-USE-010": (
        (
            "Isian “{value}” tidak cocok untuk {field}; tidak ada yang disimpan.",
            "Yang diharapkan: {expected:text}.",
        ),
        (
            "The value “{value}” does not fit {field}; nothing was saved.",
            "Expected here: {expected:text}.",
        ),
    ),
    "PUG-USE-011": (
        (
            "Kantor ini sudah punya kartu kunci, jadi tidak dapat dihapus dari daftar.",
            "Bila kantornya sudah tidak ada, tandai sebagai ditutup.",
        ),
        (
            "This office has a key card already, so it cannot be taken off the list.",
            "If the office no longer exists, mark it as closed.",
        ),
    ),
    "PUG-USE-012": (
        (
            "Lembar ini sudah final (versi {number}), jadi isinya tidak dapat diubah.",
            "Buka halaman Prasyarat, tekan “Buat perbaikan”, lalu ulangi; versi {number} tetap tersimpan.",
        ),
        (
            "This sheet is final (version {number}), so it cannot be changed.",
            "Open the page of prerequisites, press “Make a correction” and do it again; version {number} is kept.",
        ),
    ),
    "PUG-USE-013": (
        (
            "Lembar ini belum dapat difinalkan: {open} butir mempunyai dua isian.",
            "Pilih salah satu isian di halaman Perlu keputusan, lalu finalkan lagi.",
        ),
        (
            "This sheet cannot be made final yet: {open} answers hold two values.",
            "Choose one of them on the page of what needs a decision, then make it final again.",
        ),
    ),
    "PUG-USE-014": (
        (
            "Rapat ini belum dapat masuk kalender: tanggalnya belum lengkap ({day:text}).",
            "Lengkapi hari dan tanggalnya di Data rapat, lalu buat berkas kalendernya lagi.",
        ),
        (
            "This meeting cannot go into a calendar yet: its date is not complete ({day:text}).",
            "Complete its date under Meeting, then make the calendar file again.",
        ),
    ),
    "PUG-USE-015": (
        (
            "Program ini sudah terbuka, tetapi jendelanya tidak menjawab.",
            "Tunggu sebentar, lalu coba lagi. Bila tetap diam, tutup jendela itu; yang sudah tersimpan tetap aman.",
        ),
        (
            "The program is open already, but its window does not answer.",
            "Wait a moment and try again. If it stays silent, close that window; what was saved stays safe.",
        ),
    ),
    "PUG-USE-016": (
        (
            "Program ini tidak membuka “{name}”.",
            "Yang dapat dibuka: berkas kiriman (.pug), tanda terima (.pugtt), dan kartu kunci (.pugkey).",
        ),
        (
            "This program does not open “{name}”.",
            "It opens bundles (.pug), receipts (.pugtt) and key cards (.pugkey).",
        ),
    ),
    "PUG-USE-017": (
        (
            "Data di samping program tidak dapat ditulisi {folder:folder}.",
            "Sekarang dipakai data di PC ini. Buka kunci flashdisknya atau beri hak tulis, lalu buka program lagi.",
        ),
        (
            "The data beside the program cannot be written to {folder:folder}.",
            "The data on this PC is used for now. Unlock the stick or grant the right to write, then open it again.",
        ),
    ),
    "PUG-USE-030": (
        (
            "Program ini tidak bekerja dengan utuh di komputer ini: {steps}.",
            "Pasang ulang program dari flashdisk; data Anda tidak tersentuh. Bila tetap begitu, hubungi petugas TI.",
        ),
        (
            "The program does not work as a whole on this computer: {steps}.",
            "Install it again from the stick; your data is not touched. If that does not help, call your IT staff.",
        ),
    ),
    "PUG-USE-031": (
        (
            "{count} berkas program hilang atau berubah ({files}).",
            "Mungkin antivirus mengambilnya. Pasang ulang program dari flashdisk (data Anda tetap ada), "
            "dan minta petugas TI mengecualikan folder program dari pemindaian.",
        ),
        (
            "Missing or changed files of the program: {count} ({files}).",
            "A virus scanner may have taken them. Install the program again from the stick (your data stays), "
            "and ask your IT staff to exclude the program's folder from scanning.",
        ),
    ),
    # --- forms ---
    "PUG-FORM-001": (
        (
            "Berkas instrumen memuat kesalahan {file:file} {place:place}: {problem:text}.",
            "Pasang ulang program, atau perbaiki berkas instrumen itu.",
        ),
        (
            "A form file holds a mistake {file:file} {place:place}: {problem:text}.",
            "Install the program again, or correct that form file.",
        ),
    ),
    "PUG-FORM-002": (
        (
            "Instrumen ini tidak ada di program ini: {file} {place}.",
            "Perbarui program; lembar itu dibuat dengan instrumen yang lebih baru.",
        ),
        (
            "This program does not have this form: {file} {place}.",
            "Update the program; that sheet was made with a newer form.",
        ),
    ),
    "PUG-FORM-003": (
        (
            "Instrumen ini tidak dapat dipakai {path:file}: {problem:text}.",
            "Perbaiki berkas instrumen itu, beri nomor versi baru, lalu terbitkan lagi.",
        ),
        (
            "This questionnaire cannot be used {path:file}: {problem:text}.",
            "Correct its file, give it a new version number and issue it again.",
        ),
    ),
    "PUG-FORM-004": (
        (
            "Berkas Excel ini belum dapat menjadi instrumen {path:file}: {count} kesalahan, pertama pada {first}.",
            "Perbaiki sel-sel itu di Excel, simpan, lalu periksa lagi.",
        ),
        (
            "This workbook cannot become a form yet {path:file}: mistakes: {count}, the first on {first}.",
            "Correct those cells in Excel, save, and check again.",
        ),
    ),
    "PUG-FORM-005": (
        (
            "Lembar ini tetap memakai versi instrumennya.",
            "Yang dapat dipindahkan: lembar kantor ini untuk tahun ini atau tahun lalu, selama belum final.",
        ),
        (
            "This sheet keeps the version of its form.",
            "What can be moved is this office's sheet of this year or the year before, as long as it is not final.",
        ),
    ),
    # --- foreign input ---
    "PUG-IN-001": (
        (
            "Berkas tidak dapat dibaca {path:file} {reason:reason}.",
            "Periksa nama dan letak berkas, dan apakah berkas itu sedang dibuka program lain.",
        ),
        (
            "The file cannot be read {path:file} {reason:reason}.",
            "Check its name and place, and whether another program has it open.",
        ),
    ),
    "PUG-IN-002": (
        (
            "Berkas ini bukan JSON yang utuh {path:file}: terhenti di baris {line}, kolom {column}.",
            "Perbaiki berkas di tempat itu, atau buat ulang dengan perintah dump.",
        ),
        (
            "This file is not complete JSON {path:file}: reading stopped at line {line}, column {column}.",
            "Correct the file there, or make it again with the verb dump.",
        ),
    ),
    "PUG-IN-003": (
        (
            "Berkas ini belum sesuai {path:file} {place:place}: {problem:text}.",
            "Perbaiki bagian itu; tidak ada yang disimpan. Bentuknya ada di docs/records.schema.json.",
        ),
        (
            "This file does not fit {path:file} {place:place}: {problem:text}.",
            "Correct that part; nothing was saved. The shape is in docs/records.schema.json.",
        ),
    ),
    "PUG-IN-004": (
        (
            "Berkas “{name}” tidak dapat dijadikan bukti dukung: isinya {detected:text}.",
            "Lampirkan PDF, gambar atau dokumen kantor; program tidak pernah disimpan sebagai bukti.",
        ),
        (
            "The file “{name}” cannot be evidence: by its content it is {detected:text}.",
            "Attach a PDF, a picture or an office document; programs are never kept as evidence.",
        ),
    ),
    "PUG-IN-005": (
        (
            "Berkas “{name}” terlalu besar untuk bukti dukung ({size:size}; paling besar {limit:size}).",
            "Perkecil hasil pindaiannya atau bagi menjadi beberapa berkas.",
        ),
        (
            "The file “{name}” is too large for evidence ({size:size}; at most {limit:size}).",
            "Scan it smaller or split it into several files.",
        ),
    ),
    "PUG-IN-006": (
        ("Berkas “{name}” kosong.", "Pilih berkas yang berisi; mungkin penyalinannya terputus."),
        ("The file “{name}” is empty.", "Choose a file with content; its copying may have been cut short."),
    ),
    "PUG-IN-007": (
        (
            "Berkas JSON ini dibuat program yang lebih baru {path:file}: {version}.",
            "Perbarui program di komputer ini, lalu muat lagi.",
        ),
        (
            "This JSON file was made by a newer program {path:file}: {version}.",
            "Update the program on this computer, then load it again.",
        ),
    ),
    "PUG-IN-008": (
        (
            "Berkas Excel ini tidak dibuka {path:file}: {problem:text}.",
            "Buka di Excel, simpan lagi sebagai .xlsx tanpa kata sandi, lalu pilih berkas itu.",
        ),
        (
            "This workbook was not opened {path:file}: {problem:text}.",
            "Open it in Excel, save it again as .xlsx without a password, and choose that file.",
        ),
    ),
    "PUG-IN-009": (
        (
            "Templat Word ini tidak dapat dipakai {path:file}: {problem:text}.",
            "Perbaiki templat itu di Word, atau pakai templat bawaan di Pengaturan.",
        ),
        (
            "This Word template cannot be used {path:file}: {problem:text}.",
            "Correct it in Word, or use the built-in template in the settings.",
        ),
    ),
    "PUG-IN-010": (
        (
            "Daftar peserta ini tidak dapat dibaca {path:file}: {problem:text}.",
            "{remedy:text} Belum ada yang masuk ke daftar hadir.",
        ),
        (
            "This list of participants cannot be read {path:file}: {problem:text}.",
            "{remedy:text} Nothing was added to the attendance list.",
        ),
    ),
}
