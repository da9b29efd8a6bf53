; Every sentence of the setup that is not NSIS's own, in both languages; NSIS stops when one of the two is missing.

!macro Words name indonesian english
  LangString ${name} ${LANG_INDONESIAN} "${indonesian}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend
!define GAP "$\r$\n$\r$\n"

!insertmacro Words welcome_title "Memasang ${PRODUCT} ${VERSION}" "Installing ${PRODUCT} ${VERSION}"
!insertmacro Words welcome_text \
  "${PRODUCT} dipakai tanpa internet. Pemasangan selesai dalam dua menit dan tidak perlu hak administrator.${GAP}Bila ${PRODUCT} sudah terpasang, program diganti dengan versi ini. Data Anda tidak diubah.${GAP}Tekan Lanjut." \
  "${PRODUCT} works without the internet. Installing takes two minutes and needs no administrator.${GAP}If ${PRODUCT} is installed already, the program is replaced by this version. Your data are not changed.${GAP}Press Next."

!insertmacro Words scope_title "Untuk siapa?" "For whom?"
!insertmacro Words scope_subtitle "Siapa yang akan memakai ${PRODUCT} di PC ini" "Who will use ${PRODUCT} on this PC"
!insertmacro Words scope_me "&Hanya untuk saya (disarankan)" "Only for &me (recommended)"
!insertmacro Words scope_me_text \
  "Tidak perlu hak administrator." \
  "No administrator is needed."
!insertmacro Words scope_all "Untuk &semua pengguna PC ini" "For &all users of this PC"
!insertmacro Words scope_all_text \
  "Windows akan meminta hak administrator. Data setiap orang tetap terpisah." \
  "Windows will ask for an administrator. Everybody's data stay apart."

!insertmacro Words folder_text \
  "Folder ini hanya berisi program. Data Anda disimpan terpisah, di:$\r$\n$DataFolder" \
  "This folder holds the program only. Your data are kept apart, in:$\r$\n$DataFolder"
!insertmacro Words folder_too_long \
  "Nama folder ini terlalu panjang untuk Windows. Pilih folder yang lebih pendek." \
  "The name of this folder is too long for Windows. Choose a shorter one."

!insertmacro Words finish_title "${PRODUCT} sudah terpasang" "${PRODUCT} is installed"
!insertmacro Words finish_text \
  "${PRODUCT} ada di menu Start dan di desktop. Klik dua kali sebuah berkas .pug untuk melihat isinya sebelum diterima." \
  "${PRODUCT} is in the Start menu and on the desktop. Double-click a .pug file to see what is in it before it is taken in."
!insertmacro Words finish_run "&Buka ${PRODUCT} sekarang" "&Open ${PRODUCT} now"

!insertmacro Words waiting "Menunggu ${PRODUCT} ditutup ..." "Waiting for ${PRODUCT} to close ..."
!insertmacro Words running \
  "${PRODUCT} masih terbuka. Tutup dahulu, lalu tekan Coba lagi (Retry)." \
  "${PRODUCT} is still open. Close it, then press Retry."
!insertmacro Words held \
  "Berkas program sedang dipakai program lain, mungkin pemindai virus. Tidak ada yang berubah. Tunggu sebentar, lalu jalankan pemasang ini lagi." \
  "The program's files are in use by another program, perhaps a virus scanner. Nothing was changed. Wait a moment, then run this setup again."
!insertmacro Words disk \
  "Berkas program tidak dapat ditulis. Mungkin disk penuh (perlu 200 MB) atau folder ini tidak boleh ditulis. Tidak ada yang berubah." \
  "The program's files could not be written. The disk may be full (200 MB are needed) or the folder read-only. Nothing was changed."
!insertmacro Words old_windows \
  "${PRODUCT} memerlukan Windows 10 versi 1809 atau lebih baru. PC ini memakai Windows yang lebih lama. Tidak ada yang dipasang." \
  "${PRODUCT} needs Windows 10 version 1809 or newer. This PC has an older Windows. Nothing was installed."
!insertmacro Words newer_installed \
  "Versi yang lebih baru sudah terpasang ($0); pemasang ini versi ${VERSION}. Tidak ada yang diubah." \
  "A newer version is installed already ($0); this setup holds ${VERSION}. Nothing was changed."
!insertmacro Words no_rights \
  "Tanpa hak administrator ${PRODUCT} tidak dapat dipasang untuk semua pengguna. Jalankan lagi dan pilih Hanya untuk saya." \
  "Without an administrator ${PRODUCT} cannot be installed for all users. Run this again and choose Only for me."

!insertmacro Words type_bundle "Kiriman PUG" "PUG bundle"
!insertmacro Words type_card "Kartu kunci PUG" "PUG key card"

!insertmacro Words uninstall_text \
  "Hanya program yang dihapus. Data Anda tetap ada di PC ini, di:$\r$\n$DataFolder" \
  "Only the program is removed. Your data stay on this PC, in:$\r$\n$DataFolder"
!insertmacro Words uninstalled_title "${PRODUCT} sudah dihapus" "${PRODUCT} is removed"
!insertmacro Words uninstalled_text \
  "Data Anda tetap ada di:${GAP}$DataFolder${GAP}Bila ${PRODUCT} dipasang lagi, data itu langsung dipakai. Hapus folder itu sendiri hanya bila data benar-benar tidak diperlukan lagi." \
  "Your data are still in:${GAP}$DataFolder${GAP}If ${PRODUCT} is installed again, it uses them at once. Delete that folder yourself only if the data are really not needed any more."
