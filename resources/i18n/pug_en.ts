<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>AboutView</name>
    <message>
        <source>Kembali ke Pengaturan</source>
        <translation>Back to Settings</translation>
    </message>
    <message>
        <source>Cari karya atau lisensi</source>
        <translation>Search works or licences</translation>
    </message>
    <message>
        <source>Hak Anda dan &amp;mengganti Qt</source>
        <translation>Your rights, and &amp;replacing Qt</translation>
    </message>
    <message>
        <source>&amp;Teks semua lisensi</source>
        <translation>&amp;Texts of all licences</translation>
    </message>
    <message>
        <source>Karya</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Lisensi</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Karya orang lain di dalam program</source>
        <translation>Works of others inside the program</translation>
    </message>
    <message>
        <source>Tentang program</source>
        <translation>About the program</translation>
    </message>
    <message>
        <source>PUG Desktop bebas dipakai, disalin, dan dibagikan di bawah lisensi {licence}. Karya orang lain di dalamnya juga bebas, masing-masing dengan lisensinya; Qt berlisensi LGPL dan boleh Anda ganti.</source>
        <translation>PUG Desktop is free to use, copy and pass on under the {licence} licence. The works of others inside it are free as well, each under its own licence; Qt is under the LGPL and you may replace it.</translation>
    </message>
    <message>
        <source>Daftarnya tidak ada di folder program. Pasang ulang program dari flashdisk; data Anda tidak disentuh.</source>
        <translation>The list is missing from the folder of the program. Install the program again from the stick; your data is not touched.</translation>
    </message>
</context>
<context>
    <name>AllPeopleTab</name>
    <message>
        <source>Cari nama, jabatan, atau instansi…</source>
        <translation>Search name, position or office…</translation>
    </message>
    <message>
        <source>Cari peserta</source>
        <translation>Search participants</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>L dan P</source>
        <translation>M and F</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Type of office</translation>
    </message>
    <message>
        <source>Semua instansi</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>Mencari peserta</source>
        <translation>Searching participants</translation>
    </message>
    <message>
        <source>{count} baris</source>
        <translation>{count} rows</translation>
    </message>
    <message>
        <source>Semua peserta</source>
        <translation>All participants</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Rapat</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
</context>
<context>
    <name>AnswerEditor</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>AnswerField</name>
    <message>
        <source>Angka pertama lebih besar daripada seluruhnya. Periksa kedua angka.</source>
        <translation>The first number is larger than the whole. Please check both numbers.</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>AttendanceModel</name>
    <message>
        <source>No</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Kind of institution</translation>
    </message>
    <message>
        <source>Ketik nama di sini…</source>
        <translation>Type a name here…</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>No. HP</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Disabilitas</source>
        <translation>Disability</translation>
    </message>
    <message>
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Umur</source>
        <translation>Age</translation>
    </message>
</context>
<context>
    <name>AttendanceTab</name>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Nama peserta</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Hanya jumlah</source>
        <translation>Numbers only</translation>
    </message>
    <message>
        <source>Cara mencatat</source>
        <translation>Way of recording</translation>
    </message>
    <message>
        <source>Tempel dari Excel</source>
        <translation>Paste from Excel</translation>
    </message>
    <message>
        <source>Salin baris di Excel, lalu tempel di sini (Ctrl+V)</source>
        <translation>Copy rows in Excel, then paste them here (Ctrl+V)</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>Hapus baris yang dipilih (Ctrl+Delete)</source>
        <translation>Delete the selected rows (Ctrl+Delete)</translation>
    </message>
    <message>
        <source>Cetak daftar kosong</source>
        <translation>Print blank list</translation>
    </message>
    <message>
        <source>Cetak daftar terisi</source>
        <translation>Print filled list</translation>
    </message>
    <message>
        <source>Papan klip kosong. Di Excel pilih baris peserta, tekan Ctrl+C, lalu tempel di sini.</source>
        <translation>The clipboard is empty. Select the rows in Excel, press Ctrl+C, then paste here.</translation>
    </message>
    <message>
        <source>{name} dihapus dari daftar hadir.</source>
        <translation>{name} was removed from the attendance list.</translation>
    </message>
    <message>
        <source>Satu baris</source>
        <translation>One row</translation>
    </message>
    <message>
        <source>{n} orang dihapus dari daftar hadir.</source>
        <translation>{n} people were removed from the attendance list.</translation>
    </message>
    <message>
        <source>Jumlah peserta belum diisi.</source>
        <translation>The number of participants is not filled in.</translation>
    </message>
    <message>
        <source>Belum ada peserta.</source>
        <translation>No participants yet.</translation>
    </message>
    <message>
        <source>L {n}</source>
        <translation>M {n}</translation>
    </message>
    <message>
        <source>P {n}</source>
        <translation>F {n}</translation>
    </message>
    <message>
        <source>tidak disebutkan {n}</source>
        <translation>not stated {n}</translation>
    </message>
    <message>
        <source>jumlah {n} orang</source>
        <translation>{n} people in all</translation>
    </message>
    <message>
        <source>{n} instansi</source>
        <translation>{n} institutions</translation>
    </message>
    <message>
        <source>Ditempel: {added} orang baru, {changed} baris berubah. Ctrl+Z membatalkan semuanya.</source>
        <translation>Pasted: {added} new people, {changed} rows changed. Ctrl+Z takes it all back.</translation>
    </message>
    <message>
        <source>baris {row}: “{text}”</source>
        <translation>row {row}: “{text}”</translation>
    </message>
    <message>
        <source>{n} isian tidak dimasukkan karena tidak dikenali ({shown}).</source>
        <translation>{n} entries were left out because they are not known ({shown}).</translation>
    </message>
    <message>
        <source>L dan P tidak disebutkan</source>
        <translation>M and F not stated</translation>
    </message>
    <message>
        <source>Dilaporkan: {counts}</source>
        <translation>Reported: {counts}</translation>
    </message>
    <message>
        <source>Impor dari Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Ambil peserta dari berkas .xlsx, .xls, .ods atau .csv (Ctrl+I)</source>
        <translation>Take participants from an .xlsx, .xls, .ods or .csv file (Ctrl+I)</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Pilih kolom tambahan: peran, nomor HP, kelompok umur, disabilitas</source>
        <translation>Choose further columns: role, phone, age band, disability</translation>
    </message>
    <message>
        <source>Ke baris berikutnya yang perlu dicek</source>
        <translation>To the next row that should be checked</translation>
    </message>
    <message>
        <source>Enter: turun · Tab: ke kanan · Ctrl+V: tempel dari Excel · Ctrl+D: isi ke bawah · Ctrl+Delete: hapus baris</source>
        <translation>Enter: down · Tab: right · Ctrl+V: paste from Excel · Ctrl+D: fill down · Ctrl+Delete: delete rows</translation>
    </message>
    <message>
        <source>{n} baris perlu dicek</source>
        <translation>{n} rows to check</translation>
    </message>
    <message>
        <source>Hanya {n} baris pertama yang ditempel; impor berkasnya untuk yang lain.</source>
        <translation>Only the first {n} rows were pasted; import the file for the rest.</translation>
    </message>
</context>
<context>
    <name>BinView</name>
    <message>
        <source>Kembali ke Pengaturan</source>
        <translation>Back to the settings</translation>
    </message>
    <message>
        <source>Cari di Keranjang</source>
        <translation>Search the bin</translation>
    </message>
    <message>
        <source>Ke&amp;mbalikan</source>
        <translation>&amp;Bring back</translation>
    </message>
    <message>
        <source>Semua yang dihapus tersimpan di sini 90 hari, juga yang dihapus kantor lain lewat kiriman. Pilih barisnya, lalu tekan Kembalikan.</source>
        <translation>All that is removed lies here for 90 days, also what other offices removed by a bundle. Choose a row and press Bring back.</translation>
    </message>
    <message>
        <source>Isi Keranjang</source>
        <translation>What lies in the bin</translation>
    </message>
    <message>
        <source>Keranjang kosong</source>
        <translation>The bin is empty</translation>
    </message>
    <message>
        <source>Apa pun yang dihapus akan muncul di sini dan dapat dikembalikan selama 90 hari.</source>
        <translation>Whatever is removed appears here and can be brought back for 90 days.</translation>
    </message>
    <message>
        <source>Apa</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Bagian dari</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>Dihapus</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Oleh</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Sisa hari</source>
        <translation>Days left</translation>
    </message>
    <message>
        <source>Ini milik kantor lain: hanya kantor itu yang dapat mengembalikannya.</source>
        <translation>This is another office&apos;s: only that office can bring it back.</translation>
    </message>
    <message>
        <source>Yang memuatnya juga dihapus: kembalikan itu lebih dahulu.</source>
        <translation>What it belongs to was removed as well: bring that back first.</translation>
    </message>
    <message>
        <source>Lembarnya sudah final: tekan “Buat perbaikan” di halaman Prasyarat lebih dahulu.</source>
        <translation>Its sheet is final: press “Make a correction” on the page of prerequisites first.</translation>
    </message>
    <message>
        <source>“{title}” dikembalikan.</source>
        <translation>“{title}” was brought back.</translation>
    </message>
    <message>
        <source>Keranjang</source>
        <translation>Bin</translation>
    </message>
</context>
<context>
    <name>BundleRow</name>
    <message>
        <source>{n} berkas</source>
        <translation>{n} files</translation>
    </message>
    <message>
        <source>pengirim dikenal</source>
        <translation>known sender</translation>
    </message>
    <message>
        <source>menunggu giliran</source>
        <translation>waiting its turn</translation>
    </message>
    <message>
        <source>sudah pernah diterima</source>
        <translation>received before</translation>
    </message>
    <message>
        <source>ditulis perangkat ini sendiri</source>
        <translation>written by this device</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>received</translation>
    </message>
    <message>
        <source>pengirim belum dikenal</source>
        <translation>unknown sender</translation>
    </message>
    <message>
        <source>bukan untuk kantor ini</source>
        <translation>not for this office</translation>
    </message>
    <message>
        <source>dari versi program yang lebih baru</source>
        <translation>from a newer version of the program</translation>
    </message>
    <message>
        <source>tidak dapat diterima</source>
        <translation>cannot be received</translation>
    </message>
    <message>
        <source>Isi: {counts}</source>
        <translation>Contents: {counts}</translation>
    </message>
    <message>
        <source>Kode: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Terima kiriman nomor {n} dari {name}</source>
        <translation>Receive bundle number {n} from {name}</translation>
    </message>
    <message>
        <source>kartu kunci pengirim sudah dicabut</source>
        <translation>the sender&apos;s key card was withdrawn</translation>
    </message>
    <message>
        <source>kiriman nomor {seq}</source>
        <translation>bundle number {seq}</translation>
    </message>
    <message>
        <source>dibuat {moment}</source>
        <translation>made {moment}</translation>
    </message>
    <message>
        <source>hanya berkas bukti dukung</source>
        <translation>evidence files only</translation>
    </message>
    <message>
        <source>hanya perubahan</source>
        <translation>changes only</translation>
    </message>
    <message>
        <source>Daftarkan perangkat ini…</source>
        <translation>Register this device…</translation>
    </message>
</context>
<context>
    <name>BySexField</name>
    <message>
        <source>Laki-laki (L)</source>
        <translation>Men (L)</translation>
    </message>
    <message>
        <source>Perempuan (P)</source>
        <translation>Women (P)</translation>
    </message>
    <message>
        <source>Jumlah {total} orang, perempuan {share}</source>
        <translation>{total} people, women {share}</translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Pengamanan</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>Buat lembar…</source>
        <translation>Make the sheet…</translation>
    </message>
    <message>
        <source>Ketik baris 3…</source>
        <translation>Type line 3…</translation>
    </message>
    <message>
        <source>Serah terima…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>Batalkan serah terima</source>
        <translation>Give up the handover</translation>
    </message>
    <message>
        <source>Lembar pemulihan</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>Serah terima</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>Kata sandi pengaman</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Lembar sudah dibuat, belum dipakai. Cetak, lalu ketik baris 3 dari kertasnya.</source>
        <translation>The sheet was made and is not in use yet. Print it, then type line 3 from the paper.</translation>
    </message>
    <message>
        <source>Dipakai sejak {moment}. Kiriman kantor ini dapat dibuka dengan lembar di brankas.</source>
        <translation>In use since {moment}. This office&apos;s bundles can be opened with the sheet in the safe.</translation>
    </message>
    <message>
        <source>Belum ada. Dengan lembar di brankas, data kembali dari flashdisk bila komputer ini hilang.</source>
        <translation>None yet. With a sheet in the safe the data come back from a stick when this computer is lost.</translation>
    </message>
    <message>
        <source>Buat lembar baru…</source>
        <translation>Make a new sheet…</translation>
    </message>
    <message>
        <source>Kunci provinsi tidak berganti. Pemegang baru cukup diberi kata sandinya.</source>
        <translation>A province&apos;s key does not change. It is enough to give the new holder the passphrase.</translation>
    </message>
    <message>
        <source>Menunggu kartu kunci untuk {name} dari kantor di atas.</source>
        <translation>Waiting for the key card for {name} from the office above.</translation>
    </message>
    <message>
        <source>Bila petugas berganti: kunci baru untuk pemegang baru, tanpa telepon dan tanpa kode.</source>
        <translation>When staff changes: a new key for the new holder, without a phone call and without a code.</translation>
    </message>
    <message>
        <source>Tersedia setelah perangkat ini punya kartu kunci.</source>
        <translation>Available once this device has a key card.</translation>
    </message>
    <message>
        <source>Kunci perangkat ini tidak dilindungi kata sandi.</source>
        <translation>The key of this device is not protected by a passphrase.</translation>
    </message>
    <message>
        <source>Diingat di komputer ini. Jangan dipakai bila komputer ini dipakai bersama.</source>
        <translation>Remembered on this computer. Do not use this on a shared computer.</translation>
    </message>
    <message>
        <source>Ditanyakan setiap kali program dibuka.</source>
        <translation>Asked for each time the program is opened.</translation>
    </message>
    <message>
        <source>Lupakan kata sandi</source>
        <translation>Forget the passphrase</translation>
    </message>
    <message>
        <source>Ingat kata sandi di komputer ini…</source>
        <translation>Remember the passphrase on this computer…</translation>
    </message>
    <message>
        <source>Lembar ini membuka semua kiriman kantor Anda. Siapkan pencetak dan amplop. Setelah dicetak, ketik baris 3 dari kertasnya; berkas PDF lalu dihapus dari komputer ini.

Tidak ada yang akan meminta isi lembar ini lewat WhatsApp atau telepon.</source>
        <translation>This sheet opens all bundles of your office. Have a printer and an envelope ready. After printing, type line 3 from the paper; the PDF is then removed from this computer.

Nobody will ever ask for this sheet by WhatsApp or phone.</translation>
    </message>
    <message>
        <source>Buat lembar pemulihan?</source>
        <translation>Make a recovery sheet?</translation>
    </message>
    <message>
        <source>Buat lembar</source>
        <translation>Make the sheet</translation>
    </message>
    <message>
        <source>Membuat lembar pemulihan</source>
        <translation>Making the recovery sheet</translation>
    </message>
    <message>
        <source>Cetak {name}, lalu tekan “Ketik baris 3…”.</source>
        <translation>Print {name}, then press “Type line 3…”.</translation>
    </message>
    <message>
        <source>Ketik baris 3 dari lembar yang sudah dicetak, bukan dari layar:</source>
        <translation>Type line 3 from the printed sheet, not from the screen:</translation>
    </message>
    <message>
        <source>Lembar pemulihan dipakai mulai sekarang. Simpan kertasnya di brankas.</source>
        <translation>The recovery sheet is in use from now on. Keep the paper in a safe.</translation>
    </message>
    <message>
        <source>Nama pemegang baru:</source>
        <translation>Name of the new holder:</translation>
    </message>
    <message>
        <source>Pemegang baru mengetik kata sandi pengamannya sendiri, dua kali.</source>
        <translation>The new holder types a passphrase of their own, twice.</translation>
    </message>
    <message>
        <source>Flashdisk untuk kantor di atas</source>
        <translation>Stick for the office above</translation>
    </message>
    <message>
        <source>Menyiapkan serah terima</source>
        <translation>Preparing the handover</translation>
    </message>
    <message>
        <source>Ditulis: {name}. Serahkan flashdisk kepada kantor di atas, lalu pasang kartu kunci yang kembali. Tindak lanjut yang beralih: {n}. Cetak dan tanda tangani berita acaranya.</source>
        <translation>Written: {name}. Give the stick to the office above, then put in the key card that comes back. Follow-ups handed over: {n}. Print and sign the handover paper.</translation>
    </message>
    <message>
        <source>Batalkan serah terima?</source>
        <translation>Give up the handover?</translation>
    </message>
    <message>
        <source>Kartu kunci yang kembali untuk pemegang baru tidak akan dapat dipasang lagi.</source>
        <translation>The key card that comes back for the new holder can then no longer be put in.</translation>
    </message>
    <message>
        <source>Kata sandi dilupakan. Program akan menanyakannya lagi.</source>
        <translation>The passphrase was forgotten. The program will ask for it again.</translation>
    </message>
    <message>
        <source>Ingat kata sandi di komputer ini</source>
        <translation>Remember the passphrase on this computer</translation>
    </message>
    <message>
        <source>Jangan dipakai bila komputer ini dipakai bersama orang lain.</source>
        <translation>Do not use this on a computer that others use too.</translation>
    </message>
    <message>
        <source>Kata sandi diingat di komputer ini.</source>
        <translation>The passphrase is remembered on this computer.</translation>
    </message>
    <message>
        <source>Komputer ini tidak dapat menyimpan kata sandi. Program akan tetap menanyakannya.</source>
        <translation>This computer cannot keep the passphrase. The program will go on asking for it.</translation>
    </message>
</context>
<context>
    <name>ChangeStep</name>
    <message>
        <source>Dari</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Baru</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Berubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Perlu keputusan</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Yang akan berubah, per kiriman</source>
        <translation>What will change, by bundle</translation>
    </message>
    <message>
        <source>Belum ada yang diubah. Setiap kiriman masuk seluruhnya atau tidak sama sekali.</source>
        <translation>Nothing has been changed yet. Each bundle comes in whole or not at all.</translation>
    </message>
    <message>
        <source>Tiap kiriman dihitung sendiri; isian yang ada di dua kiriman terhitung dua kali.</source>
        <translation>Each bundle is counted by itself; what is in two bundles is counted twice.</translation>
    </message>
    <message>
        <source>Tidak ada yang dapat diterima</source>
        <translation>Nothing can be received</translation>
    </message>
    <message>
        <source>Yang akan berubah dari {n} kiriman</source>
        <translation>What will change, from {n} bundles</translation>
    </message>
    <message>
        <source>Tidak ada yang akan berubah: semua isian sudah ada di sini</source>
        <translation>Nothing will change: all of it is here already</translation>
    </message>
    <message>
        <source>Yang akan berubah dari kiriman nomor {seq}, {name}</source>
        <translation>What bundle number {seq} from {name} would change</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Cetak lembar</source>
        <translation>Print sheet</translation>
    </message>
    <message>
        <source>Prasyarat</source>
        <translation>Prerequisites</translation>
    </message>
    <message>
        <source>Isi jawaban, lampirkan bukti, lihat yang masih kurang.</source>
        <translation>Answer, attach evidence, see what is missing.</translation>
    </message>
    <message>
        <source>Semua prasyarat</source>
        <translation>All prerequisites</translation>
    </message>
    <message>
        <source>{filled} dari {asked} terisi · {backed} berbukti</source>
        <translation>{filled} of {asked} filled in · {backed} with evidence</translation>
    </message>
    <message>
        <source>Belum ada data kabupaten/kota</source>
        <translation>No data of districts and cities yet</translation>
    </message>
    <message>
        <source>Terima kiriman</source>
        <translation>Receive a bundle</translation>
    </message>
    <message>
        <source>{filled} dari {asked} terisi · {backed} berbukti · hanya dapat dilihat</source>
        <translation>{filled} of {asked} filled in · {backed} with evidence · to be read only</translation>
    </message>
    <message>
        <source>Lembar kabupaten/kota muncul di sini sesudah kiriman mereka diterima.</source>
        <translation>The sheets of districts and cities appear here once their bundles are received.</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>{office} (belum mengirim)</source>
        <translation>{office} (nothing sent yet)</translation>
    </message>
    <message>
        <source>Instrumen versi {n}.</source>
        <translation>Questionnaire version {n}.</translation>
    </message>
    <message>
        <source>Instrumen versi {n} belum diterima, jadi lembar ini hanya dapat dilihat.</source>
        <translation>Version {n} of the questionnaire has not arrived, so this sheet can only be looked at.</translation>
    </message>
    <message>
        <source>{filled} dari {asked} terisi · {backed} berbukti · {reviewed} diperiksa</source>
        <translation>{filled} of {asked} filled in · {backed} with evidence · {reviewed} reviewed</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Judul kolom di baris</source>
        <translation>Headings in row</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>none</translation>
    </message>
    <message>
        <source>dua baris judul</source>
        <translation>two heading rows</translation>
    </message>
    <message>
        <source>&amp;Lembar:</source>
        <translation>&amp;Sheet:</translation>
    </message>
    <message>
        <source>&amp;Judul kolom di baris:</source>
        <translation>&amp;Headings in row:</translation>
    </message>
    <message>
        <source>{name} (tersembunyi)</source>
        <translation>{name} (hidden)</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Judul di berkas</source>
        <translation>Heading in the file</translation>
    </message>
    <message>
        <source>Contoh isi</source>
        <translation>Examples</translation>
    </message>
    <message>
        <source>Diambil sebagai</source>
        <translation>Taken as</translation>
    </message>
    <message>
        <source>(tanpa judul)</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>Kolom {letters}, {heading}</source>
        <translation>Column {letters}, {heading}</translation>
    </message>
    <message>
        <source>— tidak diambil —</source>
        <translation>— not taken —</translation>
    </message>
    <message>
        <source>Pilih kolom yang berisi nama: di kanan, “Diambil sebagai” Nama.</source>
        <translation>Choose the column that holds the names: at the right, “Taken as” Name.</translation>
    </message>
    <message>
        <source>Daftar ini tidak punya judul kolom; isinya ditebak. Periksa tiap kolom.</source>
        <translation>This list has no headings; what it holds was guessed. Check each column.</translation>
    </message>
    <message>
        <source>Periksa tebakan ini; lain kali judul yang sama langsung dikenali.</source>
        <translation>Check this guess; next time the same headings are known at once.</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>Laki-laki</source>
        <translation>Men</translation>
    </message>
    <message>
        <source>Perempuan</source>
        <translation>Women</translation>
    </message>
    <message>
        <source>Jumlah seluruhnya</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Jumlah instansi</source>
        <translation>Number of institutions</translation>
    </message>
    <message>
        <source>Jumlah ini tidak termasuk narasumber</source>
        <translation>These numbers leave out the speakers</translation>
    </message>
    <message>
        <source>Daftar nama berisi {n} orang; jumlah di sini berdiri sendiri.</source>
        <translation>The list of names has {n} people; the numbers here stand on their own.</translation>
    </message>
    <message>
        <source>Jumlah peserta yang dilaporkan</source>
        <translation>Reported number of participants</translation>
    </message>
    <message>
        <source>Untuk rapat yang daftar namanya tidak ada. Yang tidak diketahui dibiarkan kosong.</source>
        <translation>For meetings without a list of names. Leave empty what is not known.</translation>
    </message>
    <message>
        <source>Belum disimpan: laki-laki dan perempuan bersama lebih {n} dari jumlah seluruhnya. Periksa angkanya.</source>
        <translation>Not saved yet: men and women together are {n} more than the total. Please check the numbers.</translation>
    </message>
    <message>
        <source>Jenis kelamin {n} orang tidak disebutkan.</source>
        <translation>The sex of {n} people is not stated.</translation>
    </message>
    <message>
        <source>Perlu keputusan: dua komputer menulis jumlah yang berbeda. Keduanya tersimpan.</source>
        <translation>To be decided: two computers wrote different numbers. Both are kept.</translation>
    </message>
    <message>
        <source>Putuskan…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>Penyandang disabilitas</source>
        <translation>Persons with disability</translation>
    </message>
    <message>
        <source>Catat juga kelompok umur dan penyandang disabilitas</source>
        <translation>Also record age bands and persons with disability</translation>
    </message>
    <message>
        <source>Belum disimpan: jumlah menurut umur atau disabilitas melebihi jumlah seluruhnya. Periksa angkanya.</source>
        <translation>Not saved yet: the numbers by age or disability are more than the total. Please check the numbers.</translation>
    </message>
</context>
<context>
    <name>CountChoice</name>
    <message>
        <source>Daftar nama</source>
        <translation>List of names</translation>
    </message>
    <message>
        <source>Jumlah yang diketik</source>
        <translation>Numbers that were typed</translation>
    </message>
    <message>
        <source>Yang dihitung</source>
        <translation>What is counted</translation>
    </message>
    <message>
        <source>Yang dihitung:</source>
        <translation>What is counted:</translation>
    </message>
    <message>
        <source>Rapat ini punya daftar nama ({listed} orang) dan jumlah yang diketik ({told} orang).</source>
        <translation>This meeting has a list of names ({listed} people) and numbers that were typed ({told} people).</translation>
    </message>
    <message>
        <source>Keduanya tidak dicampur: daftar rapat, laporan dan indikator memakai yang dipilih di sini.</source>
        <translation>The two are not mixed: the list of meetings, reports and indicators use what is chosen here.</translation>
    </message>
    <message>
        <source>Pilih mana yang dihitung; sebelum dipilih, jumlah yang diketik yang dipakai.</source>
        <translation>Choose which is counted; until then the numbers that were typed are used.</translation>
    </message>
</context>
<context>
    <name>CountWithNamesField</name>
    <message>
        <source>Satu nama pada setiap baris</source>
        <translation>One name on each line</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jumlah {count}, nama yang tertulis {listed}.</source>
        <translation>Number {count}, names written {listed}.</translation>
    </message>
    <message>
        <source>{listed} nama tertulis.</source>
        <translation>{listed} names written.</translation>
    </message>
    <message>
        <source>Jumlah {what}</source>
        <translation>Number of {what}</translation>
    </message>
</context>
<context>
    <name>CrashWindow</name>
    <message>
        <source>Ada kesalahan dalam program</source>
        <translation>The program has made a mistake</translation>
    </message>
    <message>
        <source>Isian yang sudah tersimpan tetap aman. Salin laporan di bawah ini, kirimkan kepada petugas TI, lalu tutup dan buka lagi program ini.</source>
        <translation>What was saved is safe. Copy the report below, send it to your IT staff, then close and open the program again.</translation>
    </message>
    <message>
        <source>Laporan kesalahan</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>Salin laporan</source>
        <translation>Copy report</translation>
    </message>
    <message>
        <source>Tutup pesan</source>
        <translation>Close message</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>tgl/bln/tahun</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Pilih dari kalender</source>
        <translation>Choose from the calendar</translation>
    </message>
</context>
<context>
    <name>DatedItemsField</name>
    <message>
        <source>Tanggal {name}</source>
        <translation>Date of {name}</translation>
    </message>
    <message>
        <source>{n} dari {total} sudah dilakukan</source>
        <translation>{n} of {total} done</translation>
    </message>
</context>
<context>
    <name>DaysOffView</name>
    <message>
        <source>Kembali ke Pengaturan</source>
        <translation>Back to the settings</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>Hari</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Asal</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Hari libur</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Nama hari</source>
        <translation>Name of the day</translation>
    </message>
    <message>
        <source>mis. Cuti bersama Natal</source>
        <translation>e.g. joint leave at Christmas</translation>
    </message>
    <message>
        <source>Hari kerja</source>
        <translation>Working day</translation>
    </message>
    <message>
        <source>Centang bila kantor ini tetap bekerja pada hari libur nasional itu.</source>
        <translation>Tick when this office works on that national holiday.</translation>
    </message>
    <message>
        <source>Tambahkan</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Batas waktu tindak lanjut yang jatuh pada hari libur diberi peringatan. Libur nasional sudah ada; cuti bersama ditetapkan tiap tahun, jadi tambahkan di sini.</source>
        <translation>A due date of a follow-up that falls on a day off is pointed out. National holidays are here already; joint leave is decreed each year, so add it here.</translation>
    </message>
    <message>
        <source>Isi dulu tanggalnya.</source>
        <translation>Enter the date first.</translation>
    </message>
    <message>
        <source>Hari “{day}” dihapus dari daftar kantor.</source>
        <translation>“{day}” removed from the office&apos;s list.</translation>
    </message>
    <message>
        <source>Libur</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Ditambahkan kantor</source>
        <translation>Added by the office</translation>
    </message>
    <message>
        <source>Libur nasional</source>
        <translation>National holiday</translation>
    </message>
</context>
<context>
    <name>DecidePage</name>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Semua kantor</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>Semua dari…</source>
        <translation>All from…</translation>
    </message>
    <message>
        <source>Pakai isian dari satu tempat untuk semua yang tampil di daftar</source>
        <translation>Take the entries of one place for everything in the list</translation>
    </message>
    <message>
        <source>Diisi berbeda di dua komputer; kedua isian tersimpan. Meninggalkan halaman ini tidak memutuskan apa pun.</source>
        <translation>Filled in differently on two computers; both entries are kept. Leaving this page decides nothing.</translation>
    </message>
    <message>
        <source>Perlu keputusan</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Semua sudah diputuskan</source>
        <translation>Everything is decided</translation>
    </message>
    <message>
        <source>Bila dua kantor mengisi hal yang sama dengan isian yang berbeda, keduanya muncul di sini sesudah kiriman diterima.</source>
        <translation>When two offices fill in the same thing differently, both entries appear here after a bundle was received.</translation>
    </message>
    <message>
        <source>Membaca data…</source>
        <translation>Reading data…</translation>
    </message>
    <message>
        <source>Diputuskan: {title}</source>
        <translation>Decided: {title}</translation>
    </message>
    <message>
        <source>Diputuskan satu per satu</source>
        <translation>Decided one by one</translation>
    </message>
    <message>
        <source>Catatan yang dihapus di satu tempat dan diubah di tempat lain diputuskan satu per satu.</source>
        <translation>Records that were deleted in one place and changed in another are decided one by one.</translation>
    </message>
    <message>
        <source>{device} ({n} isian)</source>
        <translation>{device} ({n} fields)</translation>
    </message>
    <message>
        <source>Semua dari satu tempat</source>
        <translation>All from one place</translation>
    </message>
    <message>
        <source>Pakai isian dari komputer mana untuk semua di daftar?</source>
        <translation>From which computer shall the entries be taken for everything in the list?</translation>
    </message>
    <message>
        <source>{n} isian akan memakai isian dari {device}; isian lainnya tidak dipakai lagi. Satu kali Urungkan mengembalikan semuanya selama belum ada yang dikirim.</source>
        <translation>{n} fields will take the entry of {device}; the other entries will no longer be used. One Undo brings everything back as long as nothing was sent.</translation>
    </message>
    <message>
        <source>Semua dari {device}</source>
        <translation>All from {device}</translation>
    </message>
    <message>
        <source>Pakai semua</source>
        <translation>Take all</translation>
    </message>
    <message>
        <source>{n} isian diputuskan: semua dari {device}</source>
        <translation>{n} fields decided: all from {device}</translation>
    </message>
    <message>
        <source>Menyimpan keputusan</source>
        <translation>Saving the decisions</translation>
    </message>
</context>
<context>
    <name>DecimalInput</name>
    <message>
        <source>Tulis angka dengan koma, misalnya 91,25.</source>
        <translation>Write a number with a comma, such as 91,25.</translation>
    </message>
</context>
<context>
    <name>DecreeTab</name>
    <message>
        <source>Tambah orang</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tugas</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Sampai</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Orang dalam SK</source>
        <translation>People of the decree</translation>
    </message>
    <message>
        <source>Lepas dari SK</source>
        <translation>Take off the decree</translation>
    </message>
    <message>
        <source>Kembali ke SK</source>
        <translation>Back to the decree</translation>
    </message>
    <message>
        <source>Orang dalam SK ini: {n}</source>
        <translation>People of this decree: {n}</translation>
    </message>
    <message>
        <source>Orang baru dalam SK</source>
        <translation>New person of the decree</translation>
    </message>
    <message>
        <source>Nama lengkap, tanpa gelar bila tidak perlu:</source>
        <translation>Full name, without titles where they are not needed:</translation>
    </message>
    <message>
        <source>Orang yang sama: {who}</source>
        <translation>The same person: {who}</translation>
    </message>
    <message>
        <source>Nama ini sudah dicatat</source>
        <translation>This name is recorded already</translation>
    </message>
    <message>
        <source>“{name}” sudah ada. Orang yang sama atau orang lain?</source>
        <translation>“{name}” is there already. The same person or another one?</translation>
    </message>
    <message>
        <source>Orang lain dengan nama yang sama</source>
        <translation>Another person of the same name</translation>
    </message>
    <message>
        <source>{name} dilepas dari SK.</source>
        <translation>{name} was taken off the decree.</translation>
    </message>
</context>
<context>
    <name>DeviceList</name>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Tingkat</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Pemegang</source>
        <translation>Holder</translation>
    </message>
    <message>
        <source>Kartu kunci</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>Diberikan</source>
        <translation>Given</translation>
    </message>
    <message>
        <source>Perangkat yang dikenal</source>
        <translation>Known devices</translation>
    </message>
    <message>
        <source>Lihat kode keamanan</source>
        <translation>Show the security code</translation>
    </message>
    <message>
        <source>Perubahan dari perangkat ini…</source>
        <translation>Changes from this device…</translation>
    </message>
    <message>
        <source>Cabut kartu kunci…</source>
        <translation>Withdraw the key card…</translation>
    </message>
    <message>
        <source>Kode keamanan {name}: {code}</source>
        <translation>Security code of {name}: {code}</translation>
    </message>
    <message>
        <source>Klik sebuah perangkat untuk melihat kode keamanannya atau mencabut kartunya.</source>
        <translation>Click a device to see its security code or to withdraw its card.</translation>
    </message>
    <message>
        <source>Nomor perangkat: {id}</source>
        <translation>Device number: {id}</translation>
    </message>
    <message>
        <source>Dicabut: {reason}</source>
        <translation>Withdrawn: {reason}</translation>
    </message>
    <message>
        <source>dicabut: {reason}</source>
        <translation>withdrawn: {reason}</translation>
    </message>
    <message>
        <source>perangkat ini</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>berlaku</source>
        <translation>holds</translation>
    </message>
</context>
<context>
    <name>DocumentField</name>
    <message>
        <source>misalnya Peraturan Wali Kota</source>
        <translation>such as Peraturan Wali Kota</translation>
    </message>
    <message>
        <source>misalnya 56 Tahun 2018</source>
        <translation>such as 56 Tahun 2018</translation>
    </message>
    <message>
        <source>Jenis dokumen</source>
        <translation>Kind of document</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Berlaku sampai (bila ada)</source>
        <translation>Valid until (if any)</translation>
    </message>
    <message>
        <source>Masa berlaku berakhir sebelum tanggal dokumen. Periksa kedua tanggal.</source>
        <translation>The document ends before its own date. Please check both dates.</translation>
    </message>
</context>
<context>
    <name>DocumentWindow</name>
    <message>
        <source>Pakai dokumen yang sudah ada</source>
        <translation>Use a document that is here already</translation>
    </message>
    <message>
        <source>Satu dokumen boleh menjadi bukti banyak butir. Berkasnya tetap satu, tidak disalin lagi.</source>
        <translation>One document may prove many answers. Its file stays one, it is not copied again.</translation>
    </message>
    <message>
        <source>Cari judul, nomor, atau kode butir</source>
        <translation>Search title, number or code of a question</translation>
    </message>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Tidak ada dokumen yang cocok.</source>
        <translation>No document fits.</translation>
    </message>
    <message>
        <source>Lampirkan</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Dipakai untuk: {uses}</source>
        <translation>Used for: {uses}</translation>
    </message>
    <message>
        <source>Lampirkan {n}</source>
        <translation>Attach {n}</translation>
    </message>
</context>
<context>
    <name>DoneBand</name>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Laporan lain…</source>
        <translation>Other reports…</translation>
    </message>
    <message>
        <source>Selesai: {name}</source>
        <translation>Done: {name}</translation>
    </message>
    <message>
        <source>Tersimpan: {name}. Tidak ada program untuk membukanya di komputer ini; berkasnya ada di folder.</source>
        <translation>Saved: {name}. No program on this computer can open it; the file is in the folder.</translation>
    </message>
</context>
<context>
    <name>DoneStep</name>
    <message>
        <source>Boleh dicabut</source>
        <translation>You may pull it out</translation>
    </message>
    <message>
        <source>Cetak surat pengantar</source>
        <translation>Print the covering letter</translation>
    </message>
    <message>
        <source>Yang ditulis</source>
        <translation>What was written</translation>
    </message>
    <message>
        <source>Setelah ini</source>
        <translation>What to do next</translation>
    </message>
    <message>
        <source>tanpa isian baru</source>
        <translation>no new records</translation>
    </message>
    <message>
        <source>Kiriman nomor {seq} untuk {name}: {counts}</source>
        <translation>Bundle number {seq} for {name}: {counts}</translation>
    </message>
    <message>
        <source>dan {n} berkas lagi</source>
        <translation>and {n} more files</translation>
    </message>
    <message>
        <source>{size} · kode isi {digest}</source>
        <translation>{size} · content code {digest}</translation>
    </message>
    <message>
        <source>{n} berkas bukti dukung menyusul pada kiriman berikutnya.</source>
        <translation>{n} evidence files follow with the next bundle.</translation>
    </message>
    <message>
        <source>Cabut flashdisk dan antarkan ke {name}.</source>
        <translation>Pull the stick out and take it to {name}.</translation>
    </message>
    <message>
        <source>Di sana flashdisk dibuka lewat halaman Terima; tanda terima ditulis ke flashdisk.</source>
        <translation>There it is opened on the page Receive, and a receipt is written onto it.</translation>
    </message>
    <message>
        <source>Minta flashdisk kembali. Buka halaman Terima di sini, maka kiriman ini tercatat sudah diterima.</source>
        <translation>Ask for the stick back. Open the page Receive here, and this bundle is noted as received.</translation>
    </message>
    <message>
        <source>Sudah ditulis dan dibaca ulang dari flashdisk.</source>
        <translation>It was written and read back from the stick.</translation>
    </message>
    <message>
        <source>Simpan &amp;hasil per baris (Excel)…</source>
        <translation>Save the &amp;outcome of each row (Excel)…</translation>
    </message>
    <message>
        <source>&amp;Urungkan impor ini</source>
        <translation>&amp;Undo this import</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Hasil impor per baris</source>
        <translation>Outcome of each row</translation>
    </message>
    <message>
        <source>{added} orang masuk daftar hadir · {left} baris dilewati · {failed} baris gagal</source>
        <translation>{added} persons are on the list · {left} rows left out · {failed} rows failed</translation>
    </message>
    <message>
        <source>Impor ini sudah diurungkan; daftar hadir seperti sebelumnya.</source>
        <translation>This import was undone; the attendance list is as before.</translation>
    </message>
    <message>
        <source>masuk</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>dilewati</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>gagal</source>
        <translation>failed</translation>
    </message>
</context>
<context>
    <name>DoublesTab</name>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mungkin sama dengan</source>
        <translation>Perhaps the same as</translation>
    </message>
    <message>
        <source>Alasan</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Mungkin orang yang sama</source>
        <translation>Perhaps the same person</translation>
    </message>
    <message>
        <source>dan</source>
        <translation>and</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Yang sudah diputuskan</source>
        <translation>Decided so far</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dibandingkan</source>
        <translation>Nothing to compare</translation>
    </message>
    <message>
        <source>Bila dua nama mungkin satu orang (gelar, singkatan, ejaan, NIP sama), keduanya muncul di sini.</source>
        <translation>When two names may be one person (titles, short forms, spelling, the same NIP), both appear here.</translation>
    </message>
    <message>
        <source>Membandingkan nama</source>
        <translation>Comparing names</translation>
    </message>
    <message>
        <source>Orang yang &amp;sama</source>
        <translation>&amp;The same person</translation>
    </message>
    <message>
        <source>Ora&amp;ng berbeda</source>
        <translation>T&amp;wo persons</translation>
    </message>
    <message>
        <source>Nant&amp;i</source>
        <translation>L&amp;ater</translation>
    </message>
    <message>
        <source>Tidak ada yang dihapus: kedua catatan tetap ada, dan keputusan dapat ditarik kapan saja.</source>
        <translation>Nothing is deleted: both entries stay, and the decision can be taken back at any time.</translation>
    </message>
    <message>
        <source>Tar&amp;ik keputusan</source>
        <translation>Take decision &amp;back</translation>
    </message>
    <message>
        <source>Perlu dibandingkan</source>
        <translation>To compare</translation>
    </message>
    <message>
        <source>Daftar yang ditampilkan</source>
        <translation>List that is shown</translation>
    </message>
    <message>
        <source>NIP sama</source>
        <translation>Same NIP</translation>
    </message>
    <message>
        <source>Nomor telepon sama</source>
        <translation>Same phone number</translation>
    </message>
    <message>
        <source>Nama mirip ({score} %)</source>
        <translation>Similar name ({score} %)</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Type of office</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Telepon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>{times} kali</source>
        <translation>{times} times</translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Keputusan kantor lain</source>
        <translation>Another office&apos;s decision</translation>
    </message>
    <message>
        <source>Hanya kantor yang memutuskan dapat menariknya kembali.</source>
        <translation>Only the office that decided can take it back.</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Seret berkas bukti ke sini, atau</source>
        <translation>Drop evidence files here, or</translation>
    </message>
    <message>
        <source>Pilih berkas…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Pilih berkas kiriman…</source>
        <translation>Choose bundle files…</translation>
    </message>
    <message>
        <source>atau seret berkas kiriman (.pug) ke sini</source>
        <translation>or drop bundle files (.pug) here</translation>
    </message>
    <message>
        <source>Tempel (Ctrl+V)</source>
        <translation>Paste (Ctrl+V)</translation>
    </message>
    <message>
        <source>Pakai dokumen yang sudah ada…</source>
        <translation>Use a document that is here already…</translation>
    </message>
    <message>
        <source>Simpan foto apa adanya (ukuran asli, dengan lokasinya)</source>
        <translation>Keep photos as they are (full size, with their place)</translation>
    </message>
    <message>
        <source>Tanpa centang, foto dikecilkan menjadi 1600 titik dan lokasi pengambilannya (GPS) dihapus.</source>
        <translation>Unticked, photos are reduced to 1600 pixels and the place where they were taken (GPS) is removed.</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Naikkan</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Turunkan</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Hapus baris</source>
        <translation>Delete row</translation>
    </message>
</context>
<context>
    <name>ErrorWindow</name>
    <message>
        <source>Belum berhasil</source>
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>Kode: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Mengerti</source>
        <translation>Got it</translation>
    </message>
</context>
<context>
    <name>EvidenceBox</name>
    <message>
        <source>Bukti belum dilampirkan</source>
        <translation>No evidence attached</translation>
    </message>
    <message>
        <source>Bukti dukung</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Contoh: {examples}</source>
        <translation>Examples: {examples}</translation>
    </message>
    <message>
        <source>Tidak ada berkas atau gambar yang disalin. Salin dulu, lalu tempel di sini.</source>
        <translation>No file or picture was copied. Copy one first, then paste it here.</translation>
    </message>
</context>
<context>
    <name>EvidenceExport</name>
    <message>
        <source>Data dukung</source>
        <translation>Evidence files</translation>
    </message>
    <message>
        <source>Semua berkas bukti menurut urutan evaluasi Kementerian, dengan daftar isi. Arsip BagIt membuktikan kelak bahwa isinya tidak berubah.</source>
        <translation>All evidence files in the order of the ministry&apos;s evaluation, with an index. A BagIt archive proves later that nothing in it was changed.</translation>
    </message>
    <message>
        <source>Buat ZIP</source>
        <translation>Make a ZIP</translation>
    </message>
    <message>
        <source>Buat folder…</source>
        <translation>Make a folder…</translation>
    </message>
    <message>
        <source>Buat arsip BagIt</source>
        <translation>Make a BagIt archive</translation>
    </message>
</context>
<context>
    <name>EvidenceLine</name>
    <message>
        <source>Nomor, tanggal, dan masa berlaku {name}</source>
        <translation>Number, date and validity of {name}</translation>
    </message>
    <message>
        <source>Buka {name}</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Lepas {name}</source>
        <translation>Take off {name}</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>berlaku sampai {day}</source>
        <translation>valid until {day}</translation>
    </message>
    <message>
        <source>nomor dan tanggal belum diisi</source>
        <translation>number and date not filled in</translation>
    </message>
    <message>
        <source>misalnya 56 Tahun 2018</source>
        <translation>such as 56 of 2018</translation>
    </message>
    <message>
        <source>Judul dokumen</source>
        <translation>Title of the document</translation>
    </message>
    <message>
        <source>Nomor dokumen</source>
        <translation>Number of the document</translation>
    </message>
    <message>
        <source>Tanggal dokumen</source>
        <translation>Date of the document</translation>
    </message>
    <message>
        <source>Berlaku sampai (bila ada)</source>
        <translation>Valid until (if any)</translation>
    </message>
    <message>
        <source>Masa berlaku berakhir sebelum tanggal dokumen. Periksa kedua tanggal.</source>
        <translation>The document ends before its own date. Check both dates.</translation>
    </message>
</context>
<context>
    <name>EvidenceWork</name>
    <message>
        <source>Pilih berkas bukti</source>
        <translation>Choose evidence files</translation>
    </message>
    <message>
        <source>Menyimpan bukti…</source>
        <translation>Saving evidence…</translation>
    </message>
    <message>
        <source>Sebagian berkas tidak dilampirkan</source>
        <translation>Some files were not attached</translation>
    </message>
    <message>
        <source>Tidak ada program untuk membuka berkas ini</source>
        <translation>There is no program to open this file</translation>
    </message>
    <message>
        <source>Berkas tersimpan di {path}</source>
        <translation>The file is at {path}</translation>
    </message>
    <message>
        <source>Bukti “{name}” dilepas.</source>
        <translation>Evidence “{name}” was taken off.</translation>
    </message>
    <message>
        <source>Folder tidak dapat dilampirkan. Buka foldernya, lalu seret berkas di dalamnya.</source>
        <translation>A folder cannot be attached. Open it and drag the files inside.</translation>
    </message>
    <message>
        <source>Gambar yang disalin tidak dapat disimpan. Periksa ruang disk komputer ini.</source>
        <translation>The copied picture cannot be kept. Check the disk space of this computer.</translation>
    </message>
    <message>
        <source>{n} berkas dilampirkan.</source>
        <translation>Files attached: {n}.</translation>
    </message>
    <message>
        <source>{n} foto dikecilkan dan lokasi pengambilannya dihapus.</source>
        <translation>Photos made smaller, with their place removed: {n}.</translation>
    </message>
    <message>
        <source>Sudah terlampir: {names}.</source>
        <translation>Attached already: {names}.</translation>
    </message>
    <message>
        <source>Belum ada dokumen lain di kantor ini. Lampirkan berkas dengan tombol di atas.</source>
        <translation>This office has no other documents yet. Attach files with the button above.</translation>
    </message>
</context>
<context>
    <name>FactsTab</name>
    <message>
        <source>Jenis kegiatan</source>
        <translation>Kind of activity</translation>
    </message>
    <message>
        <source>Judul rapat</source>
        <translation>Title of the meeting</translation>
    </message>
    <message>
        <source>mis. Rapat Koordinasi Pokja PUG</source>
        <translation>e.g. Rapat Koordinasi Pokja PUG</translation>
    </message>
    <message>
        <source>Tema</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>mis. Aula Bappeda</source>
        <translation>e.g. Aula Bappeda</translation>
    </message>
    <message>
        <source>Penyelenggara</source>
        <translation>Organiser</translation>
    </message>
    <message>
        <source>Nomor surat undangan</source>
        <translation>Number of the invitation</translation>
    </message>
    <message>
        <source>Pimpinan rapat</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>nama lengkap</source>
        <translation>full name</translation>
    </message>
    <message>
        <source>Jabatan pimpinan</source>
        <translation>Position of the chair</translation>
    </message>
    <message>
        <source>mis. Sekretaris Daerah</source>
        <translation>e.g. Sekretaris Daerah</translation>
    </message>
    <message>
        <source>Kelompok peserta</source>
        <translation>Groups of participants</translation>
    </message>
    <message>
        <source>satu kelompok per baris, mis. anggota Pokja PUG</source>
        <translation>one group on each line, e.g. members of the Pokja PUG</translation>
    </message>
    <message>
        <source>Data terpilah yang dibahas</source>
        <translation>Disaggregated data discussed</translation>
    </message>
    <message>
        <source>satu kelompok per baris, mis. lansia, penyandang disabilitas</source>
        <translation>one group on each line, e.g. elderly people, people with disabilities</translation>
    </message>
    <message>
        <source>Catatan sumber</source>
        <translation>Note on the source</translation>
    </message>
    <message>
        <source>dari mana data ini, apa yang tidak disebutkan sumber</source>
        <translation>where this comes from, what the source does not say</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Tambah orang</source>
        <translation>Add person</translation>
    </message>
    <message>
        <source>Narasumber, pembuka, moderator, dan notulis dicatat di sini.</source>
        <translation>Speakers, who opened, moderator and note-taker are recorded here.</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Waktu dan tempat</source>
        <translation>Time and place</translation>
    </message>
    <message>
        <source>Hari dan tanggal</source>
        <translation>Day and date</translation>
    </message>
    <message>
        <source>Pimpinan, narasumber, dan petugas</source>
        <translation>Chair, speakers and helpers</translation>
    </message>
    <message>
        <source>Kelompok peserta dan catatan</source>
        <translation>Groups of participants and notes</translation>
    </message>
    <message>
        <source>Materi</source>
        <translation>Topic</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>tampil sekarang</source>
        <translation>shown now</translation>
    </message>
    <message>
        <source>Diubah di {device}</source>
        <translation>Changed at {device}</translation>
    </message>
    <message>
        <source>Dihapus di {device}</source>
        <translation>Deleted at {device}</translation>
    </message>
    <message>
        <source>waktu tidak diketahui</source>
        <translation>time not known</translation>
    </message>
    <message>
        <source>tanpa nama</source>
        <translation>no name</translation>
    </message>
    <message>
        <source>Tulis lain</source>
        <translation>Write another</translation>
    </message>
    <message>
        <source>Tampilkan {n} isian lain</source>
        <translation>Show {n} more entries</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Kode keamanan yang dibacakan</source>
        <translation>Security code that was read out</translation>
    </message>
    <message>
        <source>Orangnya ada di sini</source>
        <translation>The person is here</translation>
    </message>
    <message>
        <source>Kartu kunci untuk perangkat ini</source>
        <translation>Key card for this device</translation>
    </message>
    <message>
        <source>Dari {name}</source>
        <translation>From {name}</translation>
    </message>
    <message>
        <source>Pasang kartu kunci</source>
        <translation>Put in the key card</translation>
    </message>
    <message>
        <source>Serah terima di {name}</source>
        <translation>Handover at {name}</translation>
    </message>
    <message>
        <source>{old} menyerahkan kepada {new}. Kunci lama menjamin kunci baru; kartu lama dicabut.</source>
        <translation>{old} hands over to {new}. The former key vouches for the new one; the former card is withdrawn.</translation>
    </message>
    <message>
        <source>Setujui serah terima</source>
        <translation>Approve the handover</translation>
    </message>
    <message>
        <source>Permohonan dari {name}</source>
        <translation>Request from {name}</translation>
    </message>
    <message>
        <source>{role} · pemegang: {holder} · dibuat {moment}</source>
        <translation>{role} · holder: {holder} · made {moment}</translation>
    </message>
    <message>
        <source>Beri kartu lagi</source>
        <translation>Give a card again</translation>
    </message>
    <message>
        <source>Setujui</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Ketik kode keamanan kantor pemberi, seperti di surat (SK) atau lewat telepon:</source>
        <translation>Type the security code of the office that gave it, from its letter (SK) or by phone:</translation>
    </message>
    <message>
        <source>Telepon pemohon di nomor kantornya. Ketik kode keamanan yang dibacakan dari layarnya:</source>
        <translation>Phone the applicant at the office number. Type the security code that is read out from that screen:</translation>
    </message>
    <message>
        <source>Kodenya sudah tiga kali tidak cocok. Sekarang hanya bertemu langsung yang membuktikan.</source>
        <translation>The code did not match three times. Only meeting in person can show it now.</translation>
    </message>
    <message>
        <source>Kode tadi tidak cocok. Masih dapat dicoba {n} kali.</source>
        <translation>That code did not match. It can be tried {n} more times.</translation>
    </message>
    <message>
        <source>Komputer ini yang membandingkan, setelah keenam kelompok angka lengkap.</source>
        <translation>This computer compares, once all six groups of digits are there.</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Pilih &amp;berkas…</source>
        <translation>Choose a &amp;file…</translation>
    </message>
    <message>
        <source>Simpan &amp;templat Excel…</source>
        <translation>Save the Excel &amp;template…</translation>
    </message>
    <message>
        <source>Berkas daftar peserta</source>
        <translation>File with the list of participants</translation>
    </message>
    <message>
        <source>Pilih berkas Excel (.xlsx atau .xls), LibreOffice (.ods) atau CSV, atau seret ke sini. Judul kolomnya boleh apa saja, di baris mana saja. Belum ada yang masuk sebelum langkah terakhir.</source>
        <translation>Choose a file of Excel (.xlsx or .xls), LibreOffice (.ods) or CSV, or drop it here. Its headings may be called anything and stand in any row. Nothing goes in before the last step.</translation>
    </message>
    <message>
        <source>Belum punya daftarnya?</source>
        <translation>No list yet?</translation>
    </message>
    <message>
        <source>Simpan templat, isi di Excel, lalu pilih di sini. Kolom NIP di dalamnya sudah berformat teks, sehingga 18 angkanya tetap utuh.</source>
        <translation>Save the template, fill it in with Excel, then choose it here. Its NIP column is formatted as text, so that all 18 digits stay.</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Membuka data…</source>
        <translation>Opening data…</translation>
    </message>
    <message>
        <source>Menyiapkan data dan kunci perangkat…</source>
        <translation>Preparing data and device keys…</translation>
    </message>
    <message>
        <source>Kata sandi itu belum cocok. Periksa huruf besar dan kecil, lalu coba lagi.</source>
        <translation>That passphrase does not fit. Check capitals, then try again.</translation>
    </message>
    <message>
        <source>Kunci perangkat ini terkunci. Ketik kata sandi pengaman untuk membukanya.</source>
        <translation>The keys of this device are locked. Type the passphrase to open them.</translation>
    </message>
    <message>
        <source>Buka profil</source>
        <translation>Open profile</translation>
    </message>
    <message>
        <source>Memulihkan data kantor</source>
        <translation>Restoring the office&apos;s data</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Perangkat daerah (OPD)</source>
        <translation>Local office (OPD)</translation>
    </message>
    <message>
        <source>Saya focal point di dinas, badan, atau kecamatan. Saya mengisi lembar kantor saya.</source>
        <translation>I am the focal point of an office, agency or subdistrict. I fill in the sheet of my office.</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>District or city</translation>
    </message>
    <message>
        <source>Saya di sekretariat Pokja PUG. Saya menerima lembar OPD dan menyusun rekap daerah.</source>
        <translation>I work in the secretariat of the Pokja PUG. I receive the sheets of the OPD and make the district summary.</translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Saya di tingkat provinsi. Saya menerima data kabupaten/kota dan menyusun rekap provinsi.</source>
        <translation>I work for the province. I receive the data of districts and cities and make the provincial summary.</translation>
    </message>
    <message>
        <source>Isi dengan data contoh</source>
        <translation>Fill with example data</translation>
    </message>
    <message>
        <source>Ingin mencoba dulu?</source>
        <translation>Would you like to try it first?</translation>
    </message>
    <message>
        <source>Profil latihan berisi contoh rapat dan isian, dan tidak tercampur dengan data kantor.</source>
        <translation>A practice profile has example meetings and answers and is kept apart from the data of the office.</translation>
    </message>
    <message>
        <source>Nama kantor</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Kata sandi pengaman (boleh dikosongkan)</source>
        <translation>Passphrase (may be left empty)</translation>
    </message>
    <message>
        <source>Mengunci kunci perangkat ini, sehingga orang lain yang memakai komputer ini tidak dapat mengirim atas nama kantor Anda. Ditanyakan setiap kali program dibuka. Kata sandi yang lupa tidak dapat dicari kembali; catat di tempat aman.</source>
        <translation>Locks the keys of this device, so that others who use this computer cannot send in the name of your office. It is asked for each time the program is opened. A forgotten passphrase cannot be found again; write it down in a safe place.</translation>
    </message>
    <message>
        <source>Kata sandi pengaman</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ketik sekali lagi</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Yang akan dibuat</source>
        <translation>What will be made</translation>
    </message>
    <message>
        <source>Selamat datang. Kantor apakah ini?</source>
        <translation>Welcome. What kind of office is this?</translation>
    </message>
    <message>
        <source>Pilihan ini menentukan halaman yang tampil. Semua data disimpan di komputer ini.</source>
        <translation>This decides which pages are shown. All data stays on this computer.</translation>
    </message>
    <message>
        <source>Di mana kantor ini?</source>
        <translation>Where is this office?</translation>
    </message>
    <message>
        <source>Ketik sebagian nama untuk mencari, lalu pilih dengan tombol panah.</source>
        <translation>Type part of the name to search, then choose with the arrow keys.</translation>
    </message>
    <message>
        <source>Lindungi kunci perangkat</source>
        <translation>Protect the device keys</translation>
    </message>
    <message>
        <source>Langkah terakhir. Sesudah ini Anda dapat langsung mengisi.</source>
        <translation>The last step. After it you can start filling in.</translation>
    </message>
    <message>
        <source>Langkah {n} dari {total}</source>
        <translation>Step {n} of {total}</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>misalnya Dinas Kesehatan Kota Tangerang</source>
        <translation>such as Dinas Kesehatan Kota Tangerang</translation>
    </message>
    <message>
        <source>misalnya DP3AP2KB Kota Tangerang</source>
        <translation>such as DP3AP2KB Kota Tangerang</translation>
    </message>
    <message>
        <source>misalnya DP3AKKB Provinsi Banten</source>
        <translation>such as DP3AKKB Provinsi Banten</translation>
    </message>
    <message>
        <source>perangkat daerah</source>
        <translation>local office</translation>
    </message>
    <message>
        <source>kabupaten/kota</source>
        <translation>district or city</translation>
    </message>
    <message>
        <source>provinsi</source>
        <translation>province</translation>
    </message>
    <message>
        <source>{office}, profil {role}, {region}</source>
        <translation>{office}, profile of a {role}, {region}</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passphrases differ.</translation>
    </message>
    <message>
        <source>Kantor latihan {region}</source>
        <translation>Practice office {region}</translation>
    </message>
    <message>
        <source>Seperti pada kop surat.</source>
        <translation>As on the letterhead.</translation>
    </message>
    <message>
        <source>Komputer lama hilang? Pulihkan dengan lembar…</source>
        <translation>Lost the old computer? Restore from the sheet…</translation>
    </message>
    <message>
        <source>Pilihan ini menentukan halaman yang tampil. Semua data disimpan di flashdisk ini.</source>
        <translation>This choice decides which pages are shown. All data is kept on this stick.</translation>
    </message>
</context>
<context>
    <name>FollowUpList</name>
    <message>
        <source>Semua rapat</source>
        <translation>All meetings</translation>
    </message>
    <message>
        <source>Berkas kalender</source>
        <translation>Calendar file</translation>
    </message>
    <message>
        <source>Yang belum selesai, untuk Outlook, Google Kalender, atau ponsel (.ics)</source>
        <translation>Those not done, for Outlook, Google Calendar or a phone (.ics)</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Belum selesai</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>Terlambat</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Semua keadaan</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Cari tindak lanjut…</source>
        <translation>Search follow-ups…</translation>
    </message>
    <message>
        <source>Cari tindak lanjut</source>
        <translation>Search follow-ups</translation>
    </message>
    <message>
        <source>Semua tindak lanjut</source>
        <translation>All follow-ups</translation>
    </message>
    <message>
        <source>Belum ada tindak lanjut</source>
        <translation>No follow-ups yet</translation>
    </message>
    <message>
        <source>Buka sebuah rapat, lalu tulis di bagian Tindak lanjut siapa mengerjakan apa sampai kapan.</source>
        <translation>Open a meeting and write under Follow-ups who does what until when.</translation>
    </message>
    <message>
        <source>Tidak ada yang cocok</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>Pilih keadaan, orang, atau instansi lain di atas.</source>
        <translation>Choose another state, person or institution above.</translation>
    </message>
    <message>
        <source>Semua orang</source>
        <translation>All persons</translation>
    </message>
    <message>
        <source>Semua instansi</source>
        <translation>All institutions</translation>
    </message>
    <message>
        <source>Tindak lanjut semua rapat</source>
        <translation>Follow-ups of all meetings</translation>
    </message>
    <message>
        <source>Yang paling lama terlambat berdiri paling atas. Enter membuka rapatnya.</source>
        <translation>The longest overdue stands first. Enter opens its meeting.</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Siapa</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Rapat</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Tanpa batas waktu</source>
        <translation>Without a due date</translation>
    </message>
    <message>
        <source>Terlambat {n} hari.</source>
        <translation>{n} days late.</translation>
    </message>
    <message>
        <source>Batas waktunya hari libur: {name}.</source>
        <translation>The due date is a day off: {name}.</translation>
    </message>
    <message>
        <source>{n} tindak lanjut · {late} terlambat</source>
        <translation>{n} follow-ups · {late} late</translation>
    </message>
</context>
<context>
    <name>FollowUpTab</name>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Penanggung jawab</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Batas waktu</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Tambah tindak lanjut</source>
        <translation>Add follow-up</translation>
    </message>
    <message>
        <source>Belum ada tindak lanjut. Tulis siapa mengerjakan apa sampai kapan; Beranda akan mengingatkan.</source>
        <translation>No follow-ups yet. Write who does what until when; Home will remind you.</translation>
    </message>
    <message>
        <source>Tindak lanjut rapat</source>
        <translation>Follow-ups of the meeting</translation>
    </message>
    <message>
        <source>Terlambat {n} hari.</source>
        <translation>{n} days late.</translation>
    </message>
    <message>
        <source>Selesai {day}.</source>
        <translation>Done {day}.</translation>
    </message>
    <message>
        <source>Belum</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Proses</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Dropped</translation>
    </message>
    <message>
        <source>Dari hasil</source>
        <translation>From result</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Berkas kalender</source>
        <translation>Calendar file</translation>
    </message>
    <message>
        <source>Rapat dan tindak lanjutnya untuk Outlook, Google Kalender, atau ponsel (.ics)</source>
        <translation>The meeting and its follow-ups for Outlook, Google Calendar or a phone (.ics)</translation>
    </message>
    <message>
        <source>tanpa uraian</source>
        <translation>without a description</translation>
    </message>
    <message>
        <source>Bukti tindak lanjut {n}: {text}</source>
        <translation>Proof of follow-up {n}: {text}</translation>
    </message>
    <message>
        <source>{n} bukti terlampir.</source>
        <translation>{n} proofs attached.</translation>
    </message>
    <message>
        <source>Batas waktunya hari libur: {name}.</source>
        <translation>The due date is a day off: {name}.</translation>
    </message>
    <message>
        <source>Pindah ke {day}</source>
        <translation>Move to {day}</translation>
    </message>
</context>
<context>
    <name>FoundStep</name>
    <message>
        <source>Kiriman ada di folder mana?</source>
        <translation>In which folder are the bundles?</translation>
    </message>
    <message>
        <source>Pilih semua</source>
        <translation>Choose all</translation>
    </message>
    <message>
        <source>Flashdisk atau folder yang berisi kiriman</source>
        <translation>Stick or folder with bundles</translation>
    </message>
    <message>
        <source>{n} kiriman ditemukan</source>
        <translation>{n} bundles found</translation>
    </message>
    <message>
        <source>Tidak ada berkas kiriman (.pug) di sini.</source>
        <translation>There is no bundle (.pug) here.</translation>
    </message>
    <message>
        <source>Flashdisk ini tampak terkena virus shortcut; berkas Anda masih ada dan aman dibaca.</source>
        <translation>This stick seems to have the shortcut virus; your files are still there and safe to read.</translation>
    </message>
    <message>
        <source>Flashdisk ini tampak terkena virus shortcut. Jangan buka pintasannya; hubungi petugas TI.</source>
        <translation>This stick seems to have the shortcut virus. Do not open its shortcuts; ask your IT staff.</translation>
    </message>
    <message>
        <source>dan {n} lagi</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>Terlihat dan tidak dibuka: {names}.</source>
        <translation>Seen and not opened: {names}.</translation>
    </message>
    <message>
        <source>Kiriman nomor {seqs} sudah diterima {office}.</source>
        <translation>Bundle number {seqs} was received by {office}.</translation>
    </message>
    <message>
        <source>dan</source>
        <translation>and</translation>
    </message>
    <message>
        <source>Kiriman nomor {seqs} dari {office} belum diterima. Minta flashdisknya, atau kiriman yang baru.</source>
        <translation>Bundle number {seqs} of {office} never came. Ask for its stick, or for a new bundle.</translation>
    </message>
</context>
<context>
    <name>GivenFiles</name>
    <message>
        <source>{names} akan dibuka setelah profil siap.</source>
        <translation>{names} will be opened once the profile is ready.</translation>
    </message>
</context>
<context>
    <name>HeldInput</name>
    <message>
        <source>Tanggal lengkap</source>
        <translation>Full date</translation>
    </message>
    <message>
        <source>Sebagian saja</source>
        <translation>Only a part</translation>
    </message>
    <message>
        <source>Tanggal diketahui</source>
        <translation>What is known of the date</translation>
    </message>
    <message>
        <source>Tanggal rapat</source>
        <translation>Date of the meeting</translation>
    </message>
    <message>
        <source>Hari</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>hari ?</source>
        <translation>weekday ?</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Day of month</translation>
    </message>
    <message>
        <source>tgl ?</source>
        <translation>day ?</translation>
    </message>
    <message>
        <source>Bulan</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>bulan ?</source>
        <translation>month ?</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>tahun ?</source>
        <translation>year ?</translation>
    </message>
    <message>
        <source>Tanggal belum diisi.</source>
        <translation>The date is not filled in.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kiriman yang pernah diterima</source>
        <translation>Bundles received before</translation>
    </message>
    <message>
        <source>Belum ada kiriman yang diterima di komputer ini.</source>
        <translation>No bundle was received on this computer yet.</translation>
    </message>
    <message>
        <source>Tulis tanda terima…</source>
        <translation>Write the receipt…</translation>
    </message>
    <message>
        <source>Cetak tanda terima</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>{n} baru</source>
        <translation>{n} new</translation>
    </message>
    <message>
        <source>{n} berubah</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <source>{n} perlu keputusan</source>
        <translation>{n} to decide</translation>
    </message>
    <message>
        <source>{n} ditunda</source>
        <translation>{n} waiting</translation>
    </message>
    <message>
        <source>{n} berkas</source>
        <translation>{n} files</translation>
    </message>
    <message>
        <source>tidak ada yang berubah</source>
        <translation>nothing changed</translation>
    </message>
</context>
<context>
    <name>HistoryBox</name>
    <message>
        <source>Ri&amp;wayat jawaban</source>
        <translation>Histor&amp;y of the answer</translation>
    </message>
    <message>
        <source>Butir ini belum pernah dijawab.</source>
        <translation>This question was never answered.</translation>
    </message>
    <message>
        <source>{n} perubahan yang lebih lama tidak ditampilkan.</source>
        <translation>{n} older changes are not shown.</translation>
    </message>
    <message>
        <source>Jawaban dihapus.</source>
        <translation>The answer was removed.</translation>
    </message>
    <message>
        <source>(kosong)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {new}</source>
        <translation>{field}: {new}</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Alasan mengisi sendiri</source>
        <translation>Reason for an own entry</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Isian pertama yang diketahui komputer ini</source>
        <translation>The first entry that this computer knows</translation>
    </message>
    <message>
        <source>Waktu tidak diketahui</source>
        <translation>Time not known</translation>
    </message>
    <message>
        <source>lewat kiriman {office}</source>
        <translation>by a bundle from {office}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Apa yang jatuh tempo?</source>
        <translation>What is due?</translation>
    </message>
    <message>
        <source>Apa yang belum lengkap?</source>
        <translation>What is incomplete?</translation>
    </message>
    <message>
        <source>Apa yang sudah dikirim dan diterima?</source>
        <translation>What was sent and received?</translation>
    </message>
    <message>
        <source>Rapat baru</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <source>Isi prasyarat</source>
        <translation>Fill in prerequisites</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Lihat prasyarat</source>
        <translation>See prerequisites</translation>
    </message>
    <message>
        <source>Beranda</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Tidak ada tindak lanjut yang menunggu.</source>
        <translation>No follow-up is waiting.</translation>
    </message>
    <message>
        <source>Tindak lanjut dicatat pada halaman rapat, lengkap dengan orang dan tenggatnya.</source>
        <translation>Follow-ups are recorded with the meeting, with person and due date.</translation>
    </message>
    <message>
        <source>Tindak lanjut tanpa uraian</source>
        <translation>Follow-up without description</translation>
    </message>
    <message>
        <source>tanpa tenggat</source>
        <translation>no due date</translation>
    </message>
    <message>
        <source>lewat {n} hari</source>
        <translation>{n} days late</translation>
    </message>
    <message>
        <source>hari ini</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{n} hari lagi</source>
        <translation>in {n} days</translation>
    </message>
    <message>
        <source>{n} dari {total} kabupaten/kota sudah ada datanya</source>
        <translation>{n} of {total} districts and cities have sent data</translation>
    </message>
    <message>
        <source>{n} dari {total} OPD sudah mengisi lembar</source>
        <translation>{n} of {total} OPD have started their sheet</translation>
    </message>
    <message>
        <source>Prasyarat tahun {year}</source>
        <translation>Prerequisites of {year}</translation>
    </message>
    <message>
        <source>lengkap</source>
        <translation>complete</translation>
    </message>
    <message>
        <source>kurang {n}</source>
        <translation>{n} missing</translation>
    </message>
    <message>
        <source>Terakhir dikirim</source>
        <translation>Last sent</translation>
    </message>
    <message>
        <source>Terakhir diterima</source>
        <translation>Last received</translation>
    </message>
    <message>
        <source>{n} rapat tercatat, {people} orang dalam daftar hadir</source>
        <translation>Meetings recorded: {n}; people on attendance lists: {people}</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
    <message>
        <source>{filled} dari {asked} butir</source>
        <translation>{filled} of {asked} questions</translation>
    </message>
    <message>
        <source>Membaca data…</source>
        <translation>Reading data…</translation>
    </message>
    <message>
        <source>Buat permohonan kartu kunci, lalu bawa ke kantor di atas kantor ini.</source>
        <translation>Make a key card request and take it to the office above this one.</translation>
    </message>
    <message>
        <source>Belum ada kantor di provinsi ini yang punya kartu kunci.</source>
        <translation>No office in this province has a key card yet.</translation>
    </message>
    <message>
        <source>belum punya kartu kunci</source>
        <translation>no key card yet</translation>
    </message>
    <message>
        <source>Isian latihan tetap di komputer ini; tidak dikirim ke kantor mana pun.</source>
        <translation>Practice entries stay on this computer; they are sent to no office.</translation>
    </message>
    <message>
        <source>Diisi berbeda oleh dua kantor; kedua isian tersimpan</source>
        <translation>Filled in differently by two offices; both values are kept</translation>
    </message>
    <message>
        <source>{n} perlu keputusan</source>
        <translation>{n} to decide</translation>
    </message>
    <message>
        <source>{n} jawaban dikembalikan</source>
        <translation>Answers sent back: {n}</translation>
    </message>
    <message>
        <source>{n} jawaban yang dikembalikan sudah diubah</source>
        <translation>Sent back and changed since: {n}</translation>
    </message>
    <message>
        <source>perbaiki</source>
        <translation>to be corrected</translation>
    </message>
    <message>
        <source>periksa lagi</source>
        <translation>look again</translation>
    </message>
    <message>
        <source>Instrumen baru: {title}, versi {n}</source>
        <translation>New questionnaire: {title}, version {n}</translation>
    </message>
    <message>
        <source>Lembar yang dibuat mulai sekarang memakai versi ini.</source>
        <translation>Sheets made from now on use this version.</translation>
    </message>
    <message>
        <source>Kartu kunci kantor ini sudah dicabut; kirimannya tidak diterima lagi.</source>
        <translation>The key card of this office was withdrawn; its bundles are no longer taken in.</translation>
    </message>
    <message>
        <source>kartu dicabut</source>
        <translation>card withdrawn</translation>
    </message>
    <message>
        <source>{n} terlambat</source>
        <translation>{n} late</translation>
    </message>
    <message>
        <source>Semua tindak lanjut ({n})</source>
        <translation>All follow-ups ({n})</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Kembali ke rapat</source>
        <translation>Back to the meeting</translation>
    </message>
    <message>
        <source>Impor daftar hadir</source>
        <translation>Import an attendance list</translation>
    </message>
    <message>
        <source>Pilih berkas</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>Cocokkan kolom</source>
        <translation>Match the columns</translation>
    </message>
    <message>
        <source>Perbaiki masalah</source>
        <translation>Put right</translation>
    </message>
    <message>
        <source>Impor</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Daftar peserta</source>
        <translation>List of participants</translation>
    </message>
    <message>
        <source>Pilih berkas daftar peserta</source>
        <translation>Choose a file with participants</translation>
    </message>
    <message>
        <source>Membaca {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>{n} baris terbaca</source>
        <translation>{n} rows read</translation>
    </message>
    <message>
        <source>Belum ada kolom Nama</source>
        <translation>No column is the Name yet</translation>
    </message>
    <message>
        <source>Tidak ada baris di bawah judul</source>
        <translation>There are no rows below the headings</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>{n} baris bermasalah tidak akan ikut</source>
        <translation>{n} rows with problems will not go in</translation>
    </message>
    <message>
        <source>Impor {n} orang</source>
        <translation>Import {n} persons</translation>
    </message>
    <message>
        <source>Memasukkan peserta</source>
        <translation>Adding participants</translation>
    </message>
    <message>
        <source>Ke daftar hadir</source>
        <translation>To the attendance list</translation>
    </message>
    <message>
        <source>{n} orang diimpor ke daftar hadir.</source>
        <translation>{n} persons were imported into the attendance list.</translation>
    </message>
    <message>
        <source>Impor ini tidak lagi langkah terakhir</source>
        <translation>This import is no longer the last step</translation>
    </message>
    <message>
        <source>Sesudahnya ada perubahan lain. Urungkan dulu perubahan itu dengan Ctrl+Z.</source>
        <translation>There were other changes after it. Undo those first with Ctrl+Z.</translation>
    </message>
    <message>
        <source>Buku kerja Excel</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Simpan templat</source>
        <translation>Save the template</translation>
    </message>
    <message>
        <source>Menyimpan templat</source>
        <translation>Saving the template</translation>
    </message>
    <message>
        <source>Simpan hasil impor</source>
        <translation>Save the outcome</translation>
    </message>
    <message>
        <source>Menyimpan hasil</source>
        <translation>Saving the outcome</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>dilewati</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>perbaiki</source>
        <translation>put right</translation>
    </message>
    <message>
        <source>cek</source>
        <translation>check</translation>
    </message>
    <message>
        <source>siap</source>
        <translation>ready</translation>
    </message>
</context>
<context>
    <name>InstrumentTab</name>
    <message>
        <source>Simpan sebagai E&amp;xcel…</source>
        <translation>Save as E&amp;xcel…</translation>
    </message>
    <message>
        <source>Perik&amp;sa berkas Excel…</source>
        <translation>Check an Excel &amp;file…</translation>
    </message>
    <message>
        <source>Terb&amp;itkan versi ini</source>
        <translation>&amp;Issue this version</translation>
    </message>
    <message>
        <source>Daftar instrumen</source>
        <translation>List of forms</translation>
    </message>
    <message>
        <source>Daftar kesalahan dan catatan</source>
        <translation>List of mistakes and remarks</translation>
    </message>
    <message>
        <source>Lembar tahun depan ditulis di Excel: simpan versi sekarang, ubah, naikkan nomor versinya, periksa, lalu terbitkan. Versi baru turun ke semua kantor bersama kiriman; lembar yang sudah ada tidak berubah.</source>
        <translation>Next year&apos;s sheet is written in Excel: save the present version, edit it, raise its version number, check it, then issue it. The new version goes down to every office with the bundles; sheets that are there do not change.</translation>
    </message>
    <message>
        <source>Hasil pemeriksaan berkas Excel</source>
        <translation>What came of checking the Excel file</translation>
    </message>
    <message>
        <source>Instrumen</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Versi</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Diterbitkan</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Kolom</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Yang perlu dilihat</source>
        <translation>What to look at</translation>
    </message>
    <message>
        <source>bawaan program</source>
        <translation>came with the program</translation>
    </message>
    <message>
        <source>dipakai untuk lembar baru</source>
        <translation>used for new sheets</translation>
    </message>
    <message>
        <source>hanya untuk lembar yang sudah ada</source>
        <translation>only for sheets that are there</translation>
    </message>
    <message>
        <source>tidak dipakai: {reason}</source>
        <translation>not used: {reason}</translation>
    </message>
    <message>
        <source>Simpan sebagai Excel</source>
        <translation>Save as Excel</translation>
    </message>
    <message>
        <source>Instrumen yang mana?</source>
        <translation>Which form?</translation>
    </message>
    <message>
        <source>Buku kerja Excel</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>Versi {version} tersimpan. Ubah di Excel, naikkan angka version di lembar settings menjadi {next}, lalu periksa di sini. Lembar petunjuk di berkas itu menjelaskan kolom-kolomnya.</source>
        <translation>Version {version} is saved. Edit it in Excel, raise the number version on the sheet settings to {next}, then check it here. The sheet petunjuk in that file explains the columns.</translation>
    </message>
    <message>
        <source>Tersimpan sebagai Excel</source>
        <translation>Saved as Excel</translation>
    </message>
    <message>
        <source>Periksa berkas Excel</source>
        <translation>Check an Excel file</translation>
    </message>
    <message>
        <source>Memeriksa berkas Excel…</source>
        <translation>Checking the Excel file…</translation>
    </message>
    <message>
        <source>Belum ada berkas yang diperiksa.</source>
        <translation>No file was checked yet.</translation>
    </message>
    <message>
        <source>Tekan Periksa berkas Excel… untuk melihat apa yang masih perlu diperbaiki.</source>
        <translation>Press Check an Excel file… to see what still needs correcting.</translation>
    </message>
    <message>
        <source>{name}: {n} kesalahan.</source>
        <translation>{name}: mistakes: {n}.</translation>
    </message>
    <message>
        <source>Perbaiki sel-sel ini di Excel, simpan, lalu periksa lagi.</source>
        <translation>Correct these cells in Excel, save, then check again.</translation>
    </message>
    <message>
        <source>{name} siap diterbitkan: {title}, versi {version}, {n} pertanyaan.</source>
        <translation>{name} can be issued: {title}, version {version}, {n} questions.</translation>
    </message>
    <message>
        <source>Yang di bawah ini dilewati dan tidak ikut menjadi instrumen.</source>
        <translation>What stands below is passed over and is no part of the form.</translation>
    </message>
    <message>
        <source>Semua isinya ikut menjadi instrumen.</source>
        <translation>All of it is part of the form.</translation>
    </message>
    <message>
        <source>{title}, versi {version}, turun ke semua kantor bersama kiriman berikutnya. Yang sudah diterbitkan tidak dapat diubah atau ditarik; kesalahan diperbaiki dengan versi berikutnya.</source>
        <translation>{title}, version {version}, goes down to every office with the next bundles. What is issued cannot be changed or taken back; mistakes are mended by the next version.</translation>
    </message>
    <message>
        <source>Terbitkan instrumen?</source>
        <translation>Issue this form?</translation>
    </message>
    <message>
        <source>Terbitkan</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Menerbitkan instrumen…</source>
        <translation>Issuing the form…</translation>
    </message>
    <message>
        <source>{name} versi {version} sudah diterbitkan.</source>
        <translation>{name} version {version} is issued.</translation>
    </message>
    <message>
        <source>Versi ini ikut dengan kiriman berikutnya ke semua kantor: buka halaman Kirim.</source>
        <translation>This version goes with the next bundles to every office: open the page Send.</translation>
    </message>
</context>
<context>
    <name>InstrumentWork</name>
    <message>
        <source>Tujuh prasyarat</source>
        <translation>Seven prerequisites</translation>
    </message>
    <message>
        <source>Urutan evaluasi kementerian</source>
        <translation>The ministry&apos;s order</translation>
    </message>
    <message>
        <source>Susunan lembar</source>
        <translation>Order of the sheet</translation>
    </message>
    <message>
        <source>Lihat apa yang ikut…</source>
        <translation>See what goes over…</translation>
    </message>
    <message>
        <source>Lembar ini memakai instrumen versi {old}; versi {new} sudah ada.</source>
        <translation>This sheet uses version {old} of the form; version {new} is here.</translation>
    </message>
</context>
<context>
    <name>InvitationTab</name>
    <message>
        <source>Daftar yang diundang</source>
        <translation>List of the invited</translation>
    </message>
    <message>
        <source>Undang kantor atau orang</source>
        <translation>Invite an office or a person</translation>
    </message>
    <message>
        <source>Undang dari daftar</source>
        <translation>Invite from a list</translation>
    </message>
    <message>
        <source>Naikkan</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Turunkan</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Hapus</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Hapus baris yang dipilih dari undangan (Delete)</source>
        <translation>Remove the chosen rows from the invitation (Delete)</translation>
    </message>
    <message>
        <source>Cetak daftar hadir kosong</source>
        <translation>Print blank attendance list</translation>
    </message>
    <message>
        <source>Yang diundang sudah tercetak, dengan lajur tanda tangan dan kode QR rapat</source>
        <translation>The invited are printed already, with lanes for signatures and the QR code of the meeting</translation>
    </message>
    <message>
        <source>Isi daftar hadir</source>
        <translation>Fill attendance list</translation>
    </message>
    <message>
        <source>Memasukkan yang diundang ke daftar hadir: semua yang bernama, atau yang dipilih</source>
        <translation>Puts the invited on the attendance list: all with a name, or the chosen ones</translation>
    </message>
    <message>
        <source>Mulai</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Narasumber/petugas</source>
        <translation>Speaker</translation>
    </message>
    <message>
        <source>Tambah acara</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>Susunan acara belum diisi.</source>
        <translation>The programme is still empty.</translation>
    </message>
    <message>
        <source>Yang diundang</source>
        <translation>Invited</translation>
    </message>
    <message>
        <source>Susunan acara</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Belum ada yang diundang. Pilih “Undang dari daftar” untuk semua OPD, anggota Pokja, atau focal point sekaligus, atau ketik satu nama di atas.</source>
        <translation>Nobody is invited yet. Choose “Invite from a list” for all offices (OPD), the working group or the focal points at once, or type one name above.</translation>
    </message>
    <message>
        <source>Undang kantor atau orang (Ctrl+I)</source>
        <translation>Invite an office or a person (Ctrl+I)</translation>
    </message>
    <message>
        <source>Isi dulu daftar kantor (halaman Kantor) atau SK dan timnya (halaman Dokumen)</source>
        <translation>First fill in the offices (page Office) or decrees with their people (page Documents)</translation>
    </message>
    <message>
        <source>Semua OPD</source>
        <translation>All offices (OPD)</translation>
    </message>
    <message>
        <source>Semua kecamatan</source>
        <translation>All subdistricts</translation>
    </message>
    <message>
        <source>Semua kantor anggota Pokja</source>
        <translation>All offices of the working group</translation>
    </message>
    <message>
        <source>Orang dalam SK Pokja</source>
        <translation>People in the decree on the working group</translation>
    </message>
    <message>
        <source>Semua focal point</source>
        <translation>All focal points</translation>
    </message>
    <message>
        <source>Semua Team Driver</source>
        <translation>All team drivers</translation>
    </message>
    <message>
        <source>Semua tim teknis</source>
        <translation>All of the technical teams</translation>
    </message>
    <message>
        <source>Semua fasilitator</source>
        <translation>All facilitators</translation>
    </message>
    <message>
        <source>{name}: sudah diundang semua</source>
        <translation>{name}: all invited already</translation>
    </message>
    <message>
        <source>{name}: {new} lagi dari {all}</source>
        <translation>{name}: {new} more of {all}</translation>
    </message>
    <message>
        <source>{name}: {all}</source>
        <translation>{name}: {all}</translation>
    </message>
    <message>
        <source>{added} undangan ditambahkan.</source>
        <translation>{added} invitations added.</translation>
    </message>
    <message>
        <source>{n} sudah ada dan tidak diulang.</source>
        <translation>{n} were there already and are not repeated.</translation>
    </message>
    <message>
        <source>Pilih dulu barisnya.</source>
        <translation>Choose the row first.</translation>
    </message>
    <message>
        <source>{name} dihapus dari undangan.</source>
        <translation>{name} removed from the invitation.</translation>
    </message>
    <message>
        <source>{n} baris dihapus dari undangan.</source>
        <translation>{n} rows removed from the invitation.</translation>
    </message>
    <message>
        <source>{n} orang masuk ke daftar hadir; hapus di sana yang tidak datang.</source>
        <translation>{n} people put on the attendance list; remove there who did not come.</translation>
    </message>
    <message>
        <source>{already} sudah ada di sana.</source>
        <translation>{already} were there already.</translation>
    </message>
    <message>
        <source>{nameless} kantor tanpa nama tidak dimasukkan: pilih barisnya bila wakilnya datang.</source>
        <translation>{nameless} offices without a name were left out: choose their rows if somebody came for them.</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dimasukkan.</source>
        <translation>There is nobody to put there.</translation>
    </message>
    <message>
        <source>Tidak ada undangan yang dicatat.</source>
        <translation>No invitations were recorded.</translation>
    </message>
</context>
<context>
    <name>InviteLine</name>
    <message>
        <source>ketik nama kantor atau orang, lalu pilih</source>
        <translation>type the name of an office or a person, then choose</translation>
    </message>
    <message>
        <source>Orang baru: {name}</source>
        <translation>New person: {name}</translation>
    </message>
    <message>
        <source>Kantor baru: {name}</source>
        <translation>New office: {name}</translation>
    </message>
</context>
<context>
    <name>InvitedModel</name>
    <message>
        <source>Tanpa nama: pimpinan kantor itu yang diundang.</source>
        <translation>Without a name: the head of that office is invited.</translation>
    </message>
    <message>
        <source>Kantor/instansi</source>
        <translation>Office or institution</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Butir prasyarat</source>
        <translation>Questions</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>setiap tahun</source>
        <translation>every year</translation>
    </message>
    <message>
        <source>setiap semester</source>
        <translation>every half-year</translation>
    </message>
    <message>
        <source>lima tahunan</source>
        <translation>every five years</translation>
    </message>
    <message>
        <source>bila ada perubahan</source>
        <translation>when something changes</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Isi sendiri dengan alasan</source>
        <translation>Enter your own, with a reason</translation>
    </message>
    <message>
        <source>misalnya: tiga OPD melapor lewat surat</source>
        <translation>such as: three OPD reported by letter</translation>
    </message>
    <message>
        <source>Alasan mengisi sendiri</source>
        <translation>Reason for your own value</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Catatan</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Terisi otomatis: {value}</source>
        <translation>Filled in by the program: {value}</translation>
    </message>
    <message>
        <source>Belum dijawab</source>
        <translation>Not answered</translation>
    </message>
    <message>
        <source>Perlu keputusan: butir ini mempunyai dua isian dari dua komputer. Keduanya tersimpan; yang tampil salah satunya.</source>
        <translation>To decide: this question has two answers from two computers. Both are kept; one of them is shown.</translation>
    </message>
    <message>
        <source>Putuskan…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>{from_what} Sebagian isian di baliknya masih perlu keputusan.</source>
        <translation>{from_what} Some of the entries behind it are still to be decided.</translation>
    </message>
    <message>
        <source>Dari mana angka ini?</source>
        <translation>Where is this from?</translation>
    </message>
    <message>
        <source>Belum ditanyakan: tergantung jawaban {code}. Belum ikut dihitung.</source>
        <translation>Not asked yet: it depends on the answer to {code}. Not counted yet.</translation>
    </message>
    <message>
        <source>Pakai jawaban hitungan</source>
        <translation>Use the computed answer</translation>
    </message>
    <message>
        <source>Jawaban hitungan: {value}</source>
        <translation>Computed answer: {value}</translation>
    </message>
    <message>
        <source>Jawaban yang diketik berbeda dari jawaban hitungan. Tetap pakai jawaban itu dengan alasan, atau pakai jawaban hitungan.</source>
        <translation>The answer that was typed differs from the computed one. Keep it and give a reason, or use the computed answer.</translation>
    </message>
    <message>
        <source>Tetap pakai, tulis alasannya</source>
        <translation>Keep it, give the reason</translation>
    </message>
</context>
<context>
    <name>KeptActions</name>
    <message>
        <source>Menerima kiriman</source>
        <translation>Receiving a bundle</translation>
    </message>
    <message>
        <source>Salinannya di komputer ini dihapus dan tidak dapat dikembalikan. Berkas di flashdisk pengirim tetap ada.</source>
        <translation>Its copy on this computer is deleted for good. The file on the sender&apos;s stick stays.</translation>
    </message>
    <message>
        <source>Buang kiriman dari {name}?</source>
        <translation>Throw away the bundle from {name}?</translation>
    </message>
    <message>
        <source>Buang kiriman</source>
        <translation>Throw it away</translation>
    </message>
    <message>
        <source>{new} isian baru, {changed} berubah, {conflicts} perlu keputusan.</source>
        <translation>{new} new records, {changed} changed, {conflicts} to decide.</translation>
    </message>
    <message>
        <source>Kiriman dari {name} diterima</source>
        <translation>The bundle from {name} was received</translation>
    </message>
</context>
<context>
    <name>KeptCard</name>
    <message>
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Buang…</source>
        <translation>Throw away…</translation>
    </message>
    <message>
        <source>Daftarkan perangkat ini…</source>
        <translation>Register this device…</translation>
    </message>
    <message>
        <source>disimpan {moment}</source>
        <translation>kept {moment}</translation>
    </message>
</context>
<context>
    <name>KeyTab</name>
    <message>
        <source>Flashdisk atau folder untuk berkas kartu kunci</source>
        <translation>USB stick or folder for key card files</translation>
    </message>
    <message>
        <source>Tulis permohonan kartu kunci</source>
        <translation>Write a key card request</translation>
    </message>
    <message>
        <source>Profil latihan tidak memakai kartu kunci</source>
        <translation>A practice profile has no key card</translation>
    </message>
    <message>
        <source>Isian latihan tidak ditukar dengan kantor sungguhan.</source>
        <translation>Practice data is not exchanged with real offices.</translation>
    </message>
    <message>
        <source>Perangkat ini punya kartu kunci</source>
        <translation>This device has a key card</translation>
    </message>
    <message>
        <source>Diberikan oleh {name}. Perangkat ini dapat mengirim dan menerima.</source>
        <translation>Issued by {name}. This device can send and receive.</translation>
    </message>
    <message>
        <source>Perangkat ini belum punya kartu kunci</source>
        <translation>This device has no key card yet</translation>
    </message>
    <message>
        <source>Kartu kunci membuktikan kepada kantor lain bahwa kiriman benar berasal dari kantor Anda.</source>
        <translation>The key card proves to other offices that a bundle really comes from your office.</translation>
    </message>
    <message>
        <source>Tidak ada permohonan kartu kunci di sini.</source>
        <translation>There is no key card request here.</translation>
    </message>
    <message>
        <source>Berkas kartu kunci</source>
        <translation>Key card files</translation>
    </message>
    <message>
        <source>provinsi</source>
        <translation>province</translation>
    </message>
    <message>
        <source>kabupaten/kota</source>
        <translation>district or city</translation>
    </message>
    <message>
        <source>1. Pilih flashdisk di bawah, lalu tulis permohonan.
2. Serahkan flashdisk kepada {above}; di sana permohonan disetujui.
3. Tancapkan lagi di sini, pilih flashdisk, lalu pasang kartu kuncinya.</source>
        <translation>1. Choose a USB stick below, then write the request.
2. Hand the stick to the {above}; the request is approved there.
3. Plug it in here again, choose the stick, then install the key card.</translation>
    </message>
    <message>
        <source>Pilih flashdisk dari kantor yang memohon; permohonannya muncul di bawah.</source>
        <translation>Choose the USB stick of the office that asks; its request appears below.</translation>
    </message>
    <message>
        <source>Permohonan kartu kunci</source>
        <translation>Key card request</translation>
    </message>
    <message>
        <source>Nama Anda sebagai pemegang perangkat ini:</source>
        <translation>Your name as the holder of this device:</translation>
    </message>
    <message>
        <source>Menulis permohonan</source>
        <translation>Writing the request</translation>
    </message>
    <message>
        <source>Menulis kartu kunci</source>
        <translation>Writing the key card</translation>
    </message>
    <message>
        <source>Memasang kartu kunci</source>
        <translation>Installing the key card</translation>
    </message>
    <message>
        <source>Permohonan ditulis: {name}. Serahkan flashdisk ini kepada kantor di atas Anda.</source>
        <translation>Request written: {name}. Hand this stick to the office above yours.</translation>
    </message>
    <message>
        <source>Kartu kunci ditulis: {name}. Kembalikan flashdisk ini kepada pemohon.</source>
        <translation>Key card written: {name}. Return this stick to the office that asked.</translation>
    </message>
    <message>
        <source>Kartu kunci terpasang. Perangkat ini sekarang dapat mengirim dan menerima.</source>
        <translation>Key card installed. This device can now send and receive.</translation>
    </message>
    <message>
        <source>Menghitung kode keamanan</source>
        <translation>Working out the security code</translation>
    </message>
    <message>
        <source>Kartu kunci perangkat ini dicabut</source>
        <translation>This device&apos;s key card was withdrawn</translation>
    </message>
    <message>
        <source>Alasan: {reason}. Mohon kartu kunci baru kepada kantor di atas.</source>
        <translation>Reason: {reason}. Ask the office above for a new key card.</translation>
    </message>
    <message>
        <source>Bacakan bila ditanya lewat telepon, kelompok demi kelompok. Boleh dicantumkan di surat (SK).
Nomor perangkat: {id}</source>
        <translation>Read it out when you are asked by phone, group by group. It may stand on a letter (SK).
Device number: {id}</translation>
    </message>
    <message>
        <source>Kode keamanan perangkat ini</source>
        <translation>Security code of this device</translation>
    </message>
    <message>
        <source>Pilih flashdisk yang kembali dari kantor di atas, lalu pasang kartu kunci pemegang baru.</source>
        <translation>Choose the stick that came back from the office above, then put in the key card of the new holder.</translation>
    </message>
    <message>
        <source>Serah terima selesai</source>
        <translation>Handover done</translation>
    </message>
    <message>
        <source>Program membuka profil ini lagi dengan kata sandi pemegang baru, {name}.</source>
        <translation>The program opens this profile again with the passphrase of the new holder, {name}.</translation>
    </message>
    <message>
        <source>Cabut kartu kunci {name}</source>
        <translation>Withdraw the key card of {name}</translation>
    </message>
    <message>
        <source>Alasan, misalnya laptop hilang:</source>
        <translation>Reason, such as a lost laptop:</translation>
    </message>
    <message>
        <source>Kiriman baru dari perangkat ini ditolak di semua kantor setelah daftar kunci sampai ke sana. Data yang sudah diterima tetap ada. Pencabutan tidak dapat dibatalkan; perangkat itu hanya dapat diberi kartu baru.

Pemegang: {holder}
Alasan: {reason}</source>
        <translation>New bundles from this device are refused at every office once the list of key cards has got there. Data that were taken in stay. A withdrawal cannot be undone; the device can only be given a new card.

Holder: {holder}
Reason: {reason}</translation>
    </message>
    <message>
        <source>Cabut kartu</source>
        <translation>Withdraw the card</translation>
    </message>
    <message>
        <source>Kartu kunci {name} dicabut (daftar kunci nomor {number}). Kirim ke kantor lain agar mereka tahu. Bila perangkatnya hilang dan memuat data pribadi, beri tahu tertulis dalam 3 x 24 jam (UU 27/2022).</source>
        <translation>The key card of {name} was withdrawn (list of key cards no. {number}). Send to other offices so that they know. If the device is lost and holds personal data, give written notice within 3 x 24 hours (UU 27/2022).</translation>
    </message>
    <message>
        <source>Mencari perubahan dari perangkat ini</source>
        <translation>Looking for changes from this device</translation>
    </message>
    <message>
        <source>Tidak ada isian dari perangkat ini.</source>
        <translation>There are no entries from this device.</translation>
    </message>
    <message>
        <source>Menarik perubahan</source>
        <translation>Taking changes back</translation>
    </message>
    <message>
        <source>Ditarik: {fields} isian dan {records} catatan. Dapat dibatalkan dengan Ctrl+Z.</source>
        <translation>Taken back: {fields} entries and {records} records. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>Kartu kunci ini sudah terpasang</source>
        <translation>This key card is in use already</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dilakukan dengan berkas ini.</source>
        <translation>Nothing needs to be done with this file.</translation>
    </message>
</context>
<context>
    <name>KindsCard</name>
    <message>
        <source>Jenis kegiatan</source>
        <translation>Kinds of meetings</translation>
    </message>
    <message>
        <source>Jenis yang ditawarkan untuk rapat. Jenis sendiri selalu dihitung sebagai salah satu jenis baku, supaya rekap semua kantor dapat dibandingkan.</source>
        <translation>The kinds that are offered for a meeting. An own kind always counts as one of the standard kinds, so that the recaps of all offices can be compared.</translation>
    </message>
    <message>
        <source>Nama jenis</source>
        <translation>Name of the kind</translation>
    </message>
    <message>
        <source>Dihitung sebagai</source>
        <translation>Counts as</translation>
    </message>
    <message>
        <source>Tampil</source>
        <translation>Shown</translation>
    </message>
    <message>
        <source>Tambah jenis</source>
        <translation>Add kind</translation>
    </message>
    <message>
        <source>Ditawarkan</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>Disembunyikan</source>
        <translation>Hidden</translation>
    </message>
    <message>
        <source>Jenis baru</source>
        <translation>New kind</translation>
    </message>
    <message>
        <source>Jenis “{name}” dihapus.</source>
        <translation>Kind “{name}” removed.</translation>
    </message>
</context>
<context>
    <name>LetterCard</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Surat undangan sebagai PDF</source>
        <translation>Invitation letter as PDF</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Surat undangan sebagai Word</source>
        <translation>Invitation letter as Word</translation>
    </message>
    <message>
        <source>Dengan templat kantor, yang dipilih di Pengaturan</source>
        <translation>With the office&apos;s template, which is chosen in Settings</translation>
    </message>
    <message>
        <source>Pakai penanda tangan terakhir</source>
        <translation>Use the last signer</translation>
    </message>
    <message>
        <source>Tanggal surat</source>
        <translation>Date of the letter</translation>
    </message>
    <message>
        <source>Nomor surat</source>
        <translation>Number of the letter</translation>
    </message>
    <message>
        <source>Sifat</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>mis. Biasa, Penting, Segera</source>
        <translation>e.g. Biasa, Penting, Segera</translation>
    </message>
    <message>
        <source>Lampiran</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>Hal</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Yth.</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Kalimat pembuka</source>
        <translation>Opening sentence</translation>
    </message>
    <message>
        <source>Kalimat penutup</source>
        <translation>Closing sentence</translation>
    </message>
    <message>
        <source>Jabatan penanda tangan</source>
        <translation>Position of the signer</translation>
    </message>
    <message>
        <source>mis. Kepala Bappeda</source>
        <translation>e.g. Kepala Bappeda</translation>
    </message>
    <message>
        <source>Nama penanda tangan</source>
        <translation>Name of the signer</translation>
    </message>
    <message>
        <source>Pangkat/golongan</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>mis. Pembina Utama Muda</source>
        <translation>e.g. Pembina Utama Muda</translation>
    </message>
    <message>
        <source>NIP penanda tangan</source>
        <translation>NIP of the signer</translation>
    </message>
    <message>
        <source>Tembusan</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>satu pihak per baris</source>
        <translation>one on each line</translation>
    </message>
    <message>
        <source>Surat undangan</source>
        <translation>Invitation letter</translation>
    </message>
</context>
<context>
    <name>LetterheadEditor</name>
    <message>
        <source>Baris 1</source>
        <translation>Line 1</translation>
    </message>
    <message>
        <source>misalnya PEMERINTAH KOTA TANGERANG</source>
        <translation>such as PEMERINTAH KOTA TANGERANG</translation>
    </message>
    <message>
        <source>Baris 2</source>
        <translation>Line 2</translation>
    </message>
    <message>
        <source>misalnya DINAS KESEHATAN</source>
        <translation>such as DINAS KESEHATAN</translation>
    </message>
    <message>
        <source>Baris 3</source>
        <translation>Line 3</translation>
    </message>
    <message>
        <source>misalnya alamat dan telepon</source>
        <translation>such as address and telephone</translation>
    </message>
    <message>
        <source>Baris 4</source>
        <translation>Line 4</translation>
    </message>
    <message>
        <source>misalnya laman dan surel</source>
        <translation>such as website and email</translation>
    </message>
    <message>
        <source>Tempat pada tanda tangan</source>
        <translation>Place above the signature</translation>
    </message>
    <message>
        <source>misalnya Tangerang</source>
        <translation>such as Tangerang</translation>
    </message>
    <message>
        <source>Pilih logo…</source>
        <translation>Choose logo…</translation>
    </message>
    <message>
        <source>Gambar PNG atau JPEG, misalnya lambang daerah.</source>
        <translation>A PNG or JPEG picture, such as the emblem of the region.</translation>
    </message>
    <message>
        <source>Tanpa logo</source>
        <translation>No logo</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
</context>
<context>
    <name>LetterheadPreview</name>
    <message>
        <source>Pratinjau kop surat</source>
        <translation>Preview of the letterhead</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Beranda</source>
        <translation>&amp;Home</translation>
    </message>
    <message>
        <source>&amp;Prasyarat</source>
        <translation>&amp;Prerequisites</translation>
    </message>
    <message>
        <source>&amp;Rapat</source>
        <translation>&amp;Meetings</translation>
    </message>
    <message>
        <source>&amp;Laporan</source>
        <translation>&amp;Reports</translation>
    </message>
    <message>
        <source>&amp;Kirim</source>
        <translation>&amp;Send</translation>
    </message>
    <message>
        <source>&amp;Terima</source>
        <translation>Re&amp;ceive</translation>
    </message>
    <message>
        <source>K&amp;antor</source>
        <translation>&amp;Offices</translation>
    </message>
    <message>
        <source>Pen&amp;gaturan</source>
        <translation>Settin&amp;gs</translation>
    </message>
    <message>
        <source>Mode latihan: data di sini hanya contoh dan tidak dapat dikirim ke kantor lain.</source>
        <translation>Practice mode: the data here is an example and cannot be sent to other offices.</translation>
    </message>
    <message>
        <source>Pindah ke profil kantor…</source>
        <translation>Go to the profile of the office…</translation>
    </message>
    <message>
        <source>Keadaan simpanan</source>
        <translation>Saved state</translation>
    </message>
    <message>
        <source>Perangkat daerah</source>
        <translation>Local office</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>District or city</translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Tersimpan {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Belum tersimpan: {reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>Perlu kep&amp;utusan</source>
        <translation>To &amp;decide</translation>
    </message>
    <message>
        <source>K&amp;elengkapan</source>
        <translation>Comp&amp;leteness</translation>
    </message>
    <message>
        <source>&amp;Dokumen</source>
        <translation>Docume&amp;nts</translation>
    </message>
    <message>
        <source>&amp;Orang</source>
        <translation>P&amp;eople</translation>
    </message>
    <message>
        <source>Sesudahnya ada perubahan lain. Urungkan dulu perubahan itu dengan Ctrl+Z.</source>
        <translation>There were other changes after it. Undo those first with Ctrl+Z.</translation>
    </message>
</context>
<context>
    <name>MeetingDetail</name>
    <message>
        <source>Semua rapat</source>
        <translation>All meetings</translation>
    </message>
    <message>
        <source>Hapus rapat</source>
        <translation>Delete meeting</translation>
    </message>
    <message>
        <source>Rapat tanpa judul</source>
        <translation>Meeting without a title</translation>
    </message>
    <message>
        <source>Bagian rapat</source>
        <translation>Parts of the meeting</translation>
    </message>
    <message>
        <source>Data rapat</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Daftar hadir</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>Notulen &amp;&amp; hasil</source>
        <translation>Minutes &amp;&amp; results</translation>
    </message>
    <message>
        <source>Tindak lanjut</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>jenis kegiatan</source>
        <translation>kind of activity</translation>
    </message>
    <message>
        <source>judul</source>
        <translation>title</translation>
    </message>
    <message>
        <source>tema</source>
        <translation>theme</translation>
    </message>
    <message>
        <source>hari dan tanggal</source>
        <translation>day and date</translation>
    </message>
    <message>
        <source>waktu</source>
        <translation>time</translation>
    </message>
    <message>
        <source>tempat</source>
        <translation>place</translation>
    </message>
    <message>
        <source>penyelenggara</source>
        <translation>organiser</translation>
    </message>
    <message>
        <source>pimpinan rapat</source>
        <translation>chair</translation>
    </message>
    <message>
        <source>kelompok peserta</source>
        <translation>groups of participants</translation>
    </message>
    <message>
        <source>pembukaan</source>
        <translation>opening</translation>
    </message>
    <message>
        <source>pembahasan</source>
        <translation>discussion</translation>
    </message>
    <message>
        <source>penutup</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>data terpilah yang dibahas</source>
        <translation>disaggregated data discussed</translation>
    </message>
    <message>
        <source>catatan sumber</source>
        <translation>note on the source</translation>
    </message>
    <message>
        <source>nomor surat undangan</source>
        <translation>number of the invitation</translation>
    </message>
    <message>
        <source>Perlu keputusan: {fields}. Dua kantor mengisinya berbeda; kedua isian tersimpan.</source>
        <translation>To decide: {fields}. Two offices filled this in differently; both values are kept.</translation>
    </message>
    <message>
        <source>Rapat ini milik {office}: di sini hanya dapat dibaca, dan hanya di sana dapat diubah.</source>
        <translation>This meeting belongs to {office}: it can only be read here, and only be changed there.</translation>
    </message>
    <message>
        <source>Putuskan…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>jumlah peserta</source>
        <translation>number of participants</translation>
    </message>
    <message>
        <source>daftar hadir</source>
        <translation>attendance list</translation>
    </message>
    <message>
        <source>orang dalam rapat</source>
        <translation>people in the meeting</translation>
    </message>
    <message>
        <source>acara</source>
        <translation>agenda</translation>
    </message>
    <message>
        <source>hasil rapat</source>
        <translation>results</translation>
    </message>
    <message>
        <source>tindak lanjut</source>
        <translation>follow-ups</translation>
    </message>
    <message>
        <source>peraturan rujukan</source>
        <translation>regulations</translation>
    </message>
    <message>
        <source>Undangan</source>
        <translation>Invitation</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>yang dihitung</source>
        <translation>what is counted</translation>
    </message>
    <message>
        <source>keadaan rapat</source>
        <translation>state of the meeting</translation>
    </message>
    <message>
        <source>undangan</source>
        <translation>invitations</translation>
    </message>
    <message>
        <source>surat undangan</source>
        <translation>invitation letter</translation>
    </message>
    <message>
        <source>keputusan rapat</source>
        <translation>decisions of the meeting</translation>
    </message>
    <message>
        <source>laporan kegiatan</source>
        <translation>report of the meeting</translation>
    </message>
</context>
<context>
    <name>MeetingList</name>
    <message>
        <source>Rapat baru</source>
        <translation>New meeting</translation>
    </message>
    <message>
        <source>Rapat baru (Ctrl+N)</source>
        <translation>New meeting (Ctrl+N)</translation>
    </message>
    <message>
        <source>Tahun rapat</source>
        <translation>Year of the meetings</translation>
    </message>
    <message>
        <source>Cari judul, tempat, penyelenggara…</source>
        <translation>Search title, place, organiser…</translation>
    </message>
    <message>
        <source>Cari rapat</source>
        <translation>Search meetings</translation>
    </message>
    <message>
        <source>Daftar rapat</source>
        <translation>List of meetings</translation>
    </message>
    <message>
        <source>Belum ada rapat</source>
        <translation>No meetings yet</translation>
    </message>
    <message>
        <source>Catat rapat pertama: data rapat, daftar hadir, notulen, hasil, dan tindak lanjutnya.</source>
        <translation>Record the first meeting: its facts, attendance, minutes, results and follow-ups.</translation>
    </message>
    <message>
        <source>Catat rapat pertama</source>
        <translation>Record the first meeting</translation>
    </message>
    <message>
        <source>Tidak ada rapat yang cocok</source>
        <translation>No meeting fits</translation>
    </message>
    <message>
        <source>Ubah kata pencarian atau pilih tahun lain.</source>
        <translation>Change the words or choose another year.</translation>
    </message>
    <message>
        <source>Semua tahun</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>Rapat</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Data rapat, daftar hadir, notulen, hasil, dan tindak lanjut.</source>
        <translation>Facts, attendance, minutes, results and follow-ups.</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Judul</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Asal</source>
        <translation>From</translation>
    </message>
    <message>
        <source>L</source>
        <translation>M</translation>
    </message>
    <message>
        <source>P</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>{meetings} rapat · {people} peserta</source>
        <translation>{meetings} meetings · {people} participants</translation>
    </message>
    <message>
        <source>Milik {office}: hanya dapat dibaca di sini.</source>
        <translation>Belongs to {office}: to be read only here.</translation>
    </message>
    <message>
        <source>Semua tindak lanjut</source>
        <translation>All follow-ups</translation>
    </message>
    <message>
        <source>{n} direncanakan atau batal</source>
        <translation>{n} planned or called off</translation>
    </message>
</context>
<context>
    <name>MeetingPage</name>
    <message>
        <source>Rapat “{name}” dihapus.</source>
        <translation>Meeting “{name}” was deleted.</translation>
    </message>
    <message>
        <source>“{name}” dihapus dari daftar orang.</source>
        <translation>“{name}” was removed from the list of people.</translation>
    </message>
    <message>
        <source>Acara “{name}” dihapus.</source>
        <translation>Agenda item “{name}” was deleted.</translation>
    </message>
    <message>
        <source>Hasil “{name}” dihapus.</source>
        <translation>Result “{name}” was deleted.</translation>
    </message>
    <message>
        <source>Tindak lanjut “{name}” dihapus.</source>
        <translation>Follow-up “{name}” was deleted.</translation>
    </message>
    <message>
        <source>Satu baris dihapus.</source>
        <translation>One row was deleted.</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>Membuat dokumen</source>
        <translation>Making the document</translation>
    </message>
    <message>
        <source>Keputusan “{name}” dihapus.</source>
        <translation>Decision “{name}” removed.</translation>
    </message>
</context>
<context>
    <name>MinutesTab</name>
    <message>
        <source>Pembukaan</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>Pembahasan</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Penutup</source>
        <translation>Closing</translation>
    </message>
    <message>
        <source>Acara</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>Yang dibahas</source>
        <translation>What was discussed</translation>
    </message>
    <message>
        <source>Tambah acara</source>
        <translation>Add item</translation>
    </message>
    <message>
        <source>Susunan acara belum diisi.</source>
        <translation>The agenda is not filled in.</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Tambah hasil</source>
        <translation>Add result</translation>
    </message>
    <message>
        <source>Tulis setiap hasil atau kesepakatan sebagai satu nomor.</source>
        <translation>Write each result or agreement as one number.</translation>
    </message>
    <message>
        <source>Cetak notulen</source>
        <translation>Print minutes</translation>
    </message>
    <message>
        <source>Notulen</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Susunan acara</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Hasil rapat</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Hasil yang diharapkan</source>
        <translation>Expected result</translation>
    </message>
    <message>
        <source>Ketercapaian</source>
        <translation>How far reached</translation>
    </message>
    <message>
        <source>Tambah hasil yang diharapkan</source>
        <translation>Add an expected result</translation>
    </message>
    <message>
        <source>Tulis apa yang ingin dicapai rapat ini, lalu bandingkan dengan hasilnya.</source>
        <translation>Write what this meeting is to achieve, then compare it with the results.</translation>
    </message>
    <message>
        <source>Prasyarat</source>
        <translation>Prerequisites</translation>
    </message>
    <message>
        <source>Memenuhi harapan</source>
        <translation>Fulfils</translation>
    </message>
    <message>
        <source>Keputusan</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Tambah keputusan</source>
        <translation>Add a decision</translation>
    </message>
    <message>
        <source>Yang diputuskan pimpinan rapat ditulis di sini.</source>
        <translation>What the chair decided is written here.</translation>
    </message>
    <message>
        <source>Notulen di Word</source>
        <translation>Minutes in Word</translation>
    </message>
    <message>
        <source>Dipenuhi oleh hasil nomor {n}.</source>
        <translation>Fulfilled by result number {n}.</translation>
    </message>
    <message>
        <source>Keputusan rapat</source>
        <translation>Decisions of the meeting</translation>
    </message>
    <message>
        <source>belum dinilai</source>
        <translation>not judged yet</translation>
    </message>
</context>
<context>
    <name>NumberInput</name>
    <message>
        <source>Tulis angka bulat saja, misalnya 1.250.</source>
        <translation>Write whole numbers only, such as 1.250.</translation>
    </message>
    <message>
        <source>Tulis angka dari {smallest} sampai {largest}.</source>
        <translation>Write a number from {smallest} to {largest}.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>isian baru</source>
        <translation>new records</translation>
    </message>
    <message>
        <source>isian berubah</source>
        <translation>changed records</translation>
    </message>
    <message>
        <source>perlu keputusan</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>ditunda</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>kolom digabung otomatis</source>
        <translation>fields merged by themselves</translation>
    </message>
    <message>
        <source>berkas bukti dukung</source>
        <translation>evidence files</translation>
    </message>
    <message>
        <source>tidak diambil alih</source>
        <translation>not taken over</translation>
    </message>
    <message>
        <source>tidak berubah</source>
        <translation>unchanged</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Kantor &amp; Perangkat</source>
        <translation>Offices &amp; devices</translation>
    </message>
    <message>
        <source>Kartu kunci untuk bertukar data dengan kabupaten/kota.</source>
        <translation>The key card for exchanging data with the district or city.</translation>
    </message>
    <message>
        <source>Tambah kantor</source>
        <translation>Add office</translation>
    </message>
    <message>
        <source>Kantor yang dihitung dalam rekap, dan kartu kunci untuk bertukar data.</source>
        <translation>The offices counted in summaries, and the key cards for exchanging data.</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Offices</translation>
    </message>
    <message>
        <source>Kartu kunci</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>Kantor baru</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>Nama kantor, seperti di kop surat:</source>
        <translation>Name of the office, as on the letterhead:</translation>
    </message>
    <message>
        <source>{name} dihapus dari daftar kantor.</source>
        <translation>{name} was removed from the list of offices.</translation>
    </message>
    <message>
        <source>Instrumen</source>
        <translation>Forms</translation>
    </message>
</context>
<context>
    <name>OfficeTab</name>
    <message>
        <source>Cari kantor…</source>
        <translation>Search offices…</translation>
    </message>
    <message>
        <source>Cari kantor</source>
        <translation>Search offices</translation>
    </message>
    <message>
        <source>Daftar kantor</source>
        <translation>List of offices</translation>
    </message>
    <message>
        <source>Nama kantor</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Singkatan</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>mis. Dinkes</source>
        <translation>e.g. Dinkes</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Kind of institution</translation>
    </message>
    <message>
        <source>Anggota Pokja PUG</source>
        <translation>Member of the Pokja PUG</translation>
    </message>
    <message>
        <source>Hapus kantor</source>
        <translation>Delete office</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>District or city</translation>
    </message>
    <message>
        <source>Jenis</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Pokja</source>
        <translation>Pokja</translation>
    </message>
    <message>
        <source>Kartu kunci</source>
        <translation>Key card</translation>
    </message>
    <message>
        <source>Terakhir diterima</source>
        <translation>Last received</translation>
    </message>
    <message>
        <source>Ini kantor Anda sendiri.</source>
        <translation>This is your own office.</translation>
    </message>
    <message>
        <source>Kantor ini dicatat oleh {region}.</source>
        <translation>This office is recorded by {region}.</translation>
    </message>
    <message>
        <source>Kiriman terakhir diterima {m}.</source>
        <translation>Last bundle received {m}.</translation>
    </message>
    <message>
        <source>{all} kantor · {opd} OPD · {enrolled} punya kartu kunci</source>
        <translation>{all} offices · {opd} OPD · {enrolled} with a key card</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>punya</source>
        <translation>has one</translation>
    </message>
    <message>
        <source>belum</source>
        <translation>not yet</translation>
    </message>
</context>
<context>
    <name>OneWithYearField</name>
    <message>
        <source>Predikat</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
</context>
<context>
    <name>OriginsWindow</name>
    <message>
        <source>Dari mana angka ini</source>
        <translation>Where this figure is from</translation>
    </message>
    <message>
        <source>Asal</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Says</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Dihitung</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>belum mengirim lembar</source>
        <translation>has sent no sheet</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>tidak</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{counted} dari {all} asal ikut dihitung.</source>
        <translation>{counted} of {all} sources are counted.</translation>
    </message>
    <message>
        <source>{n} catatan lain tidak berkaitan dengan butir ini.</source>
        <translation>{n} other records have nothing to do with this question.</translation>
    </message>
    <message>
        <source>Tidak ada catatan yang menjadi asal angka ini.</source>
        <translation>No record is a source of this figure.</translation>
    </message>
    <message>
        <source>belum ada di sini</source>
        <translation>not here yet</translation>
    </message>
    <message>
        <source>Buka berkas</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Buka halamannya</source>
        <translation>Open its page</translation>
    </message>
</context>
<context>
    <name>OriginsWork</name>
    <message>
        <source>Mencari asal angka ini</source>
        <translation>Looking for the sources</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Gambar radar kelengkapan prasyarat</source>
        <translation>Radar of how complete the prerequisites are</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Kabupaten/kota</source>
        <translation>Kabupaten/kota</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Ke rekap</source>
        <translation>To the recap</translation>
    </message>
    <message>
        <source>Makin tua warnanya, makin lengkap lembarnya. Kelengkapan bukan nilai.</source>
        <translation>The darker the colour, the more complete the sheet. Completeness is no score.</translation>
    </message>
    <message>
        <source>Kelengkapan</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>Perangkat daerahnya</source>
        <translation>Its offices</translation>
    </message>
    <message>
        <source>Lembar yang dibandingkan</source>
        <translation>Sheets that are compared</translation>
    </message>
    <message>
        <source>Peta kelengkapan</source>
        <translation>Map of completeness</translation>
    </message>
    <message>
        <source>Belum ada perangkat daerah yang terdaftar. Tambahkan di halaman Kantor.</source>
        <translation>No office is on the list yet. Add them on the page Office.</translation>
    </message>
    <message>
        <source>Buka le&amp;mbar</source>
        <translation>Open the sh&amp;eet</translation>
    </message>
    <message>
        <source>Lihat perangkat daerahn&amp;ya</source>
        <translation>See its o&amp;ffices</translation>
    </message>
    <message>
        <source>Dari tahun ke tahun</source>
        <translation>From year to year</translation>
    </message>
    <message>
        <source>Grafik kelengkapan dari tahun ke tahun</source>
        <translation>Chart of completeness over the years</translation>
    </message>
    <message>
        <source>Semua kabupaten/kota</source>
        <translation>All kabupaten/kota</translation>
    </message>
    <message>
        <source>Membaca semua lembar</source>
        <translation>Reading all sheets</translation>
    </message>
    <message>
        <source>Membaca tahun-tahun sebelumnya</source>
        <translation>Reading the years before</translation>
    </message>
    <message>
        <source>Belum ada lembar yang diisi, jadi belum ada yang dapat digambar.</source>
        <translation>No sheet has been filled in yet, so there is nothing to draw.</translation>
    </message>
    <message>
        <source>{whose}: lembar seluruhnya, {years}</source>
        <translation>{whose}: the whole sheet, {years}</translation>
    </message>
    <message>
        <source>belum ada data</source>
        <translation>no data yet</translation>
    </message>
    <message>
        <source>Lembar OPD</source>
        <translation>OPD sheets</translation>
    </message>
    <message>
        <source>Perangkat daerah</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>{some} dari {all} perangkat daerah mempunyai lembar tahun {year}.</source>
        <translation>{some} of {all} offices have a sheet of {year}.</translation>
    </message>
    <message>
        <source>{some} dari {all} kabupaten/kota mempunyai data tahun {year}; {sheets} dari {offices} OPD.</source>
        <translation>{some} of {all} kabupaten/kota have data of {year}; {sheets} of {offices} OPD.</translation>
    </message>
    <message>
        <source>{row}: belum ada data.</source>
        <translation>{row}: no data yet.</translation>
    </message>
    <message>
        <source>{row} · {code} {section}: {filled} dari {asked} terisi, {backed} berbukti.</source>
        <translation>{row} · {code} {section}: {filled} of {asked} answered, {backed} with evidence.</translation>
    </message>
    <message>
        <source>Ada isian dengan dua nilai (*).</source>
        <translation>An answer holds two values (*).</translation>
    </message>
    <message>
        <source>Satu pertanyaan</source>
        <translation>One question</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Jawaban masing-masing atas pertanyaan yang sama. Yang kosong bukan nol dan bukan tidak.</source>
        <translation>What each of them answers to the same question. Silence is neither a nought nor a no.</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>Buat PDF</source>
        <translation>Make PDF</translation>
    </message>
    <message>
        <source>Buat Excel</source>
        <translation>Make Excel</translation>
    </message>
    <message>
        <source>{paper} kosong</source>
        <translation>{paper}, blank</translation>
    </message>
    <message>
        <source>{paper}, semua tahun</source>
        <translation>{paper}, all years</translation>
    </message>
    <message>
        <source>Baris kosong dengan dua lajur tanda tangan, untuk diisi tangan saat rapat.</source>
        <translation>Empty lines with two columns for signatures, to be filled in by hand.</translation>
    </message>
    <message>
        <source>Semua peserta dengan jumlah L/P dan instansi. PDF menyamarkan NIP; Excel memuatnya penuh.</source>
        <translation>All participants with totals by sex and institution. The PDF masks the NIP; Excel has it in full.</translation>
    </message>
    <message>
        <source>Semua peserta dengan jumlah L/P dan instansi, tanpa NIP.</source>
        <translation>All participants with totals by sex and institution, without NIP.</translation>
    </message>
    <message>
        <source>Buat Word</source>
        <translation>Make Word</translation>
    </message>
    <message>
        <source>Buat kalender</source>
        <translation>Make calendar file</translation>
    </message>
    <message>
        <source>Buat CSV</source>
        <translation>Make CSV</translation>
    </message>
</context>
<context>
    <name>PassphraseWindow</name>
    <message>
        <source>Kata sandi pengaman</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ketik sekali lagi</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Pakai</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passphrases differ.</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Cari nama, jabatan, instansi, atau awal NIP…</source>
        <translation>Search name, position, office, or the first digits of a NIP…</translation>
    </message>
    <message>
        <source>Cari orang</source>
        <translation>Search people</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Instansi</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>L/P</source>
        <translation>M/F</translation>
    </message>
    <message>
        <source>Hadir</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Berapa kali tercatat pada daftar hadir</source>
        <translation>How often on an attendance list</translation>
    </message>
    <message>
        <source>Daftar orang</source>
        <translation>List of people</translation>
    </message>
    <message>
        <source>Belum ada orang</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Nama peserta dari daftar hadir muncul di sini dengan sendirinya. Isi daftar hadir sebuah rapat.</source>
        <translation>Names from attendance lists appear here by themselves. Fill in the list of a meeting.</translation>
    </message>
    <message>
        <source>Catat sebagai orang</source>
        <translation>Enter as a person</translation>
    </message>
    <message>
        <source>Menghubungkan semua baris dengan nama dan instansi ini ke satu orang</source>
        <translation>Links all rows with this name and office to one person</translation>
    </message>
    <message>
        <source>Rapat yang dihadiri</source>
        <translation>Meetings attended</translation>
    </message>
    <message>
        <source>Tanggal</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Rapat</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Peran</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>Enter atau klik ganda membuka rapat</source>
        <translation>Enter or a double click opens the meeting</translation>
    </message>
    <message>
        <source>Hanya nama pada daftar hadir; belum dicatat sebagai orang.</source>
        <translation>Only a name on lists; not entered as a person yet.</translation>
    </message>
    <message>
        <source>Gabungan dari {number} catatan.</source>
        <translation>{number} entries taken as one.</translation>
    </message>
    <message>
        <source>Tercatat sebagai orang.</source>
        <translation>Entered as a person.</translation>
    </message>
    <message>
        <source>Jabatan</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Jenis instansi</source>
        <translation>Type of office</translation>
    </message>
    <message>
        <source>Jenis kelamin</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>Telepon</source>
        <translation>Phone</translation>
    </message>
</context>
<context>
    <name>PersonCompleter</name>
    <message>
        <source>Orang yang dikenal</source>
        <translation>Known persons</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Orang</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Siapa hadir di rapat mana. NIP dan telepon tidak pernah keluar dari kabupaten/kota.</source>
        <translation>Who came to which meeting. NIP and phone never leave the kabupaten/kota.</translation>
    </message>
    <message>
        <source>Daftar orang</source>
        <translation>List of people</translation>
    </message>
    <message>
        <source>Mungkin sama</source>
        <translation>Perhaps the same</translation>
    </message>
    <message>
        <source>Semua peserta</source>
        <translation>All participants</translation>
    </message>
    <message>
        <source>Hapus data peserta</source>
        <translation>Remove participants&apos; data</translation>
    </message>
</context>
<context>
    <name>PlacePicker</name>
    <message>
        <source>Belum ada flashdisk. Tancapkan flashdisk; program ini akan menemukannya sendiri.</source>
        <translation>No USB stick yet. Plug one in; the program will find it by itself.</translation>
    </message>
    <message>
        <source>Pilih folder…</source>
        <translation>Choose folder…</translation>
    </message>
    <message>
        <source>folder atau flashdisk lain</source>
        <translation>folder or another stick</translation>
    </message>
    <message>
        <source>terkunci: hanya bisa dibaca</source>
        <translation>locked: can only be read</translation>
    </message>
    <message>
        <source>{free} kosong dari {total}</source>
        <translation>{free} free of {total}</translation>
    </message>
    <message>
        <source>Ada {n} flashdisk. Pilih yang dipakai.</source>
        <translation>There are {n} sticks. Choose the one to use.</translation>
    </message>
    <message>
        <source>penuh: tidak ada ruang</source>
        <translation>full: no room left</translation>
    </message>
</context>
<context>
    <name>PlaceWindow</name>
    <message>
        <source>PUG Desktop dari flashdisk</source>
        <translation>PUG Desktop from a stick</translation>
    </message>
    <message>
        <source>Di mana data disimpan?</source>
        <translation>Where shall the data lie?</translation>
    </message>
    <message>
        <source>Program ini dijalankan tanpa dipasang. Pilihan ini dapat diubah di Pengaturan.</source>
        <translation>This program runs without being installed. This choice can be changed in the settings.</translation>
    </message>
    <message>
        <source>Di &amp;PC ini (disarankan)</source>
        <translation>On this &amp;PC (advised)</translation>
    </message>
    <message>
        <source>Di &amp;samping program, di flashdisk</source>
        <translation>&amp;Beside the program, on the stick</translation>
    </message>
    <message>
        <source>Data tetap ada di komputer ini saat flashdisk dicabut.</source>
        <translation>The data stays on this computer when the stick is pulled out.</translation>
    </message>
    <message>
        <source>Data ikut ke mana flashdisk dibawa; siapa pun yang memegangnya dapat membukanya.</source>
        <translation>The data goes wherever the stick goes; whoever holds it can open it.</translation>
    </message>
    <message>
        <source>Data di flashdisk lebih mudah rusak: saat listrik padam, atau flashdisk dicabut sebelum program ditutup dan “Keluarkan” (Eject) ditekan. Menyimpan juga lebih lambat. Buat cadangan setiap minggu.</source>
        <translation>Data on a stick is damaged more easily: by a power cut, or when the stick is pulled out before the program is closed and “Eject” was pressed. Saving is slower too. Make a backup every week.</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>PortableLine</name>
    <message>
        <source>Ubah letak data…</source>
        <translation>Change where the data lies…</translation>
    </message>
    <message>
        <source>Program dari flashdisk. Flashdisknya tidak dapat ditulisi, jadi dipakai data di PC ini.</source>
        <translation>The program runs from a stick. The stick cannot be written to, so the data on this PC is used.</translation>
    </message>
    <message>
        <source>Program dan datanya ada di flashdisk. Tutup program sebelum flashdisk dikeluarkan.</source>
        <translation>The program and its data lie on the stick. Close the program before you eject the stick.</translation>
    </message>
    <message>
        <source>Program dari flashdisk; datanya di PC ini.</source>
        <translation>The program runs from a stick; its data is on this PC.</translation>
    </message>
    <message>
        <source>di PC ini</source>
        <translation>on this PC</translation>
    </message>
    <message>
        <source>di samping program, di flashdisk</source>
        <translation>beside the program, on the stick</translation>
    </message>
    <message>
        <source>Berlaku saat program dibuka lagi. Data yang ada tidak ikut pindah: buat cadangan lebih dahulu, lalu kembalikan cadangan itu di tempat yang baru.</source>
        <translation>Holds when the program is opened again. The present data does not move along: make a backup first, then put it back at the new place.</translation>
    </message>
    <message>
        <source>Data di flashdisk lebih mudah rusak bila listrik padam atau flashdisk dicabut terlalu cepat.</source>
        <translation>Data on a stick is damaged more easily by a power cut, or when the stick is pulled out too early.</translation>
    </message>
    <message>
        <source>Simpan data {where}?</source>
        <translation>Keep the data {where}?</translation>
    </message>
    <message>
        <source>Ubah letak data</source>
        <translation>Change where the data lies</translation>
    </message>
    <message>
        <source>Berlaku saat program dibuka lagi; sampai itu masih tempat di atas yang dipakai.</source>
        <translation>Holds when the program is opened again; until then the place above is used.</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Kembali ke lembar</source>
        <translation>Back to the sheet</translation>
    </message>
    <message>
        <source>Tidak mungkin benar, atau wajib diisi. Perbaiki sebelum lembar diserahkan.</source>
        <translation>These cannot be right, or must be answered. Correct them before the sheet is handed in.</translation>
    </message>
    <message>
        <source>Kesalahan ({n})</source>
        <translation>Errors ({n})</translation>
    </message>
    <message>
        <source>Mungkin benar, tetapi perlu dilihat sekali lagi.</source>
        <translation>These may be right, but look at them once more.</translation>
    </message>
    <message>
        <source>Peringatan ({n})</source>
        <translation>Warnings ({n})</translation>
    </message>
    <message>
        <source>Tidak ada masalah</source>
        <translation>No problems</translation>
    </message>
    <message>
        <source>Semua jawaban yang terisi lolos pemeriksaan. Lanjutkan mengisi yang masih kosong.</source>
        <translation>Every answer that is there passed the checks. Go on with those that are still empty.</translation>
    </message>
</context>
<context>
    <name>ProblemWork</name>
    <message>
        <source>Daftar masalah</source>
        <translation>List of problems</translation>
    </message>
    <message>
        <source>Daftar masalah ({n})</source>
        <translation>List of problems ({n})</translation>
    </message>
</context>
<context>
    <name>ProfileChooser</name>
    <message>
        <source>Pilih profil kantor</source>
        <translation>Choose the profile of an office</translation>
    </message>
    <message>
        <source>Setiap kantor di komputer ini mempunyai data sendiri yang tidak tercampur.</source>
        <translation>Each office on this computer has its own data, kept apart.</translation>
    </message>
    <message>
        <source>Buat profil baru</source>
        <translation>Make a new profile</translation>
    </message>
    <message>
        <source>Perangkat daerah</source>
        <translation>Local office</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>District or city</translation>
    </message>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>mode latihan</source>
        <translation>practice mode</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Membuka data…</source>
        <translation>Opening data…</translation>
    </message>
</context>
<context>
    <name>ProgramBand</name>
    <message>
        <source>Salin daftar berkas</source>
        <translation>Copy the list of files</translation>
    </message>
    <message>
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
</context>
<context>
    <name>ProgressBox</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Menghentikan…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Prasyarat</source>
        <translation>Prerequisite</translation>
    </message>
    <message>
        <source>Pertanyaan</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>&amp;Sebelumnya</source>
        <translation>Previo&amp;us</translation>
    </message>
    <message>
        <source>Ber&amp;ikutnya</source>
        <translation>Ne&amp;xt</translation>
    </message>
    <message>
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Jawaban</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Lembar</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Verifikasi</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Diubah</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Jawaban berdampingan</source>
        <translation>Answers side by side</translation>
    </message>
    <message>
        <source>Belum ada perangkat daerah yang terdaftar. Tambahkan di halaman Kantor.</source>
        <translation>No office is listed yet. Add it on the page Offices.</translation>
    </message>
    <message>
        <source>Buka &amp;jawaban</source>
        <translation>Open the &amp;answer</translation>
    </message>
    <message>
        <source>&amp;Cetak PDF</source>
        <translation>Print the PD&amp;F</translation>
    </message>
    <message>
        <source>Berkas E&amp;xcel</source>
        <translation>&amp;Workbook</translation>
    </message>
    <message>
        <source>Gambaran</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Grafik jawaban</source>
        <translation>Chart of the answers</translation>
    </message>
    <message>
        <source>Membaca jawaban</source>
        <translation>Reading the answers</translation>
    </message>
    <message>
        <source>{some} dari {all} kabupaten/kota menjawab; {silent} belum diisi.</source>
        <translation>{some} of {all} kabupaten/kota answered; {silent} not filled in.</translation>
    </message>
    <message>
        <source>{some} dari {all} perangkat daerah menjawab; {silent} belum diisi.</source>
        <translation>{some} of {all} offices answered; {silent} not filled in.</translation>
    </message>
    <message>
        <source>Dihitung: {words}.</source>
        <translation>Computed: {words}.</translation>
    </message>
    <message>
        <source>Diubah: {words}.</source>
        <translation>Changed: {words}.</translation>
    </message>
    <message>
        <source>Catatan: {words}</source>
        <translation>Note: {words}</translation>
    </message>
    <message>
        <source>Ada isian dengan dua nilai (*).</source>
        <translation>There is an answer with two values (*).</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>Membuat berkas Excel</source>
        <translation>Making the workbook</translation>
    </message>
</context>
<context>
    <name>RatioAndCountField</name>
    <message>
        <source>Jumlah dokumen</source>
        <translation>Number of documents</translation>
    </message>
    <message>
        <source>Cara yang dipakai</source>
        <translation>Method used</translation>
    </message>
</context>
<context>
    <name>RatioField</name>
    <message>
        <source>Jumlah yang memenuhi</source>
        <translation>Number that fulfil it</translation>
    </message>
    <message>
        <source>Jumlah seluruhnya</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>RatioMultiField</name>
    <message>
        <source>Jumlah yang memenuhi</source>
        <translation>Number that fulfil it</translation>
    </message>
    <message>
        <source>Jumlah seluruhnya</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ReceiveAdvice</name>
    <message>
        <source>{n} perlu keputusan: dua kantor mengisinya berbeda. Kedua isian tersimpan sampai seseorang memilih.</source>
        <translation>{n} to decide: two offices entered different values. Both are kept until somebody chooses.</translation>
    </message>
    <message>
        <source>{n} ditunda: menunggu isian lain yang belum diterima, atau dibuat program yang lebih baru. Isian itu tersimpan dan tampil begitu yang ditunggu ada.</source>
        <translation>{n} waiting: for other records that have not come yet, or made by a newer program. They are kept and appear as soon as what they wait for is here.</translation>
    </message>
    <message>
        <source>{n} isian tidak diambil alih, karena pengirim tidak berhak mengisinya. Sampaikan kepada pengirim.</source>
        <translation>{n} entries were not taken over, since the sender may not write them. Tell the sender.</translation>
    </message>
    <message>
        <source>{n} berkas bukti dukung menyusul; diminta lagi pada kiriman berikutnya dari sini.</source>
        <translation>{n} evidence files are still to come; the next bundle from here asks for them.</translation>
    </message>
    <message>
        <source>{n} isian kantor ini sendiri yang pernah hilang dari komputer ini ada kembali.</source>
        <translation>{n} entries of this office that had been lost on this computer are back.</translation>
    </message>
    <message>
        <source>Pengirim memberitahukan bahwa {n} kiriman dari sini sudah diterimanya.</source>
        <translation>The sender says that it received {n} bundles from here.</translation>
    </message>
    <message>
        <source>Ada kiriman sebelumnya yang belum sampai. Yang ini sudah masuk; pengirim akan mengulang yang kurang.</source>
        <translation>An earlier bundle has not arrived. This one is in; the sender will repeat what is missing.</translation>
    </message>
    <message>
        <source>Isian di sini dan di pengirim belum sama; kiriman berikutnya dibuat lengkap.</source>
        <translation>What is here and what the sender has still differ; the next bundle will be a full one.</translation>
    </message>
</context>
<context>
    <name>ReceivePage</name>
    <message>
        <source>Pernah diterima</source>
        <translation>Received before</translation>
    </message>
    <message>
        <source>Menerima kiriman</source>
        <translation>Receiving the bundle</translation>
    </message>
    <message>
        <source>Menerima kiriman {number} dari {of}: {name}</source>
        <translation>Receiving bundle {number} of {of}: {name}</translation>
    </message>
    <message>
        <source>Setiap kiriman masuk seluruhnya atau tidak sama sekali.</source>
        <translation>Each bundle is taken in as a whole or not at all.</translation>
    </message>
    <message>
        <source>Terima</source>
        <translation>Receive</translation>
    </message>
    <message>
        <source>Ambil isian kantor lain dari flashdisk; semuanya diperiksa lebih dahulu.</source>
        <translation>Take in the data of other offices from a USB stick; everything is checked first.</translation>
    </message>
    <message>
        <source>Pilih berkas kiriman</source>
        <translation>Choose bundles</translation>
    </message>
    <message>
        <source>Membaca kiriman</source>
        <translation>Reading the bundle</translation>
    </message>
    <message>
        <source>Kiriman</source>
        <translation>Bundles</translation>
    </message>
    <message>
        <source>Yang akan berubah</source>
        <translation>What will change</translation>
    </message>
    <message>
        <source>Menerima</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Kiriman ini tidak diterima, karena pengirimnya belum dikenal atau isinya tidak wajar.</source>
        <translation>These bundles were not received: their sender is not known, or their content is not as it should be.</translation>
    </message>
    <message>
        <source>Tidak ada kiriman di karantina.</source>
        <translation>No bundle is in quarantine.</translation>
    </message>
    <message>
        <source>Kiriman ini dibuat program yang lebih baru. Perbarui program di komputer ini, lalu coba lagi.</source>
        <translation>These bundles were made by a newer program. Update the program on this computer, then try again.</translation>
    </message>
    <message>
        <source>Tidak ada kiriman yang menunggu pembaruan program.</source>
        <translation>No bundle waits for an update of the program.</translation>
    </message>
    <message>
        <source>Membaca data…</source>
        <translation>Reading data…</translation>
    </message>
    <message>
        <source>Dari flashdisk</source>
        <translation>From a stick</translation>
    </message>
    <message>
        <source>Karantina</source>
        <translation>Quarantine</translation>
    </message>
    <message>
        <source>Menunggu pembaruan</source>
        <translation>Waiting for an update</translation>
    </message>
    <message>
        <source>Berkas kiriman PUG (*.pug *.pugtt);;Semua berkas (*)</source>
        <translation>PUG bundles (*.pug *.pugtt);;All files (*)</translation>
    </message>
    <message>
        <source>Memeriksa kiriman</source>
        <translation>Checking bundles</translation>
    </message>
    <message>
        <source>Memeriksa apa yang akan berubah…</source>
        <translation>Checking what will change…</translation>
    </message>
    <message>
        <source>Membaca isian</source>
        <translation>Reading records</translation>
    </message>
    <message>
        <source>Tulis tanda terima ke flashdisk mana?</source>
        <translation>Onto which stick is the receipt written?</translation>
    </message>
    <message>
        <source>Menulis tanda terima</source>
        <translation>Writing the receipt</translation>
    </message>
    <message>
        <source>Tanda terima sudah ditulis ke {place}.</source>
        <translation>The receipt was written to {place}.</translation>
    </message>
    <message>
        <source>Terima {n} kiriman</source>
        <translation>Receive {n} bundles</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Centang kiriman yang akan diterima.</source>
        <translation>Tick the bundles to receive.</translation>
    </message>
    <message>
        <source>Lihat yang akan berubah</source>
        <translation>See what will change</translation>
    </message>
    <message>
        <source>Simpan tanda terima</source>
        <translation>Save the receipt</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>Menyusun tanda terima</source>
        <translation>Making the receipt</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Catatan yang perlu keputusan</source>
        <translation>Records to be decided</translation>
    </message>
    <message>
        <source>{n} dari {total} dipilih, belum disimpan</source>
        <translation>{n} of {total} chosen, not saved yet</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>Simpan keputusan</source>
        <translation>Save decision</translation>
    </message>
    <message>
        <source>Simpan keputusan (Ctrl+Enter)</source>
        <translation>Save the decision (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Buka catatannya</source>
        <translation>Open the record</translation>
    </message>
    <message>
        <source>Catatan ini diputuskan oleh kantor di atas.</source>
        <translation>An office above decides on this record.</translation>
    </message>
    <message>
        <source>{n} dari {total} dipilih, belum disimpan</source>
        <translation>{n} of {total} chosen, not saved yet</translation>
    </message>
    <message>
        <source>Belum ada yang dipilih</source>
        <translation>Nothing is chosen yet</translation>
    </message>
</context>
<context>
    <name>RegionPicker</name>
    <message>
        <source>Provinsi</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Cari provinsi</source>
        <translation>Search provinces</translation>
    </message>
    <message>
        <source>Kabupaten/kota</source>
        <translation>District or city</translation>
    </message>
    <message>
        <source>Cari kabupaten atau kota</source>
        <translation>Search districts and cities</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Dokumen</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Dicatat sekali di sini, menjawab butir yang bersangkutan pada lembar Prasyarat setiap tahun.</source>
        <translation>Recorded once here, they answer their questions on the prerequisites sheet every year.</translation>
    </message>
    <message>
        <source>Peraturan</source>
        <translation>Regulations</translation>
    </message>
    <message>
        <source>SK dan tim</source>
        <translation>Decrees and teams</translation>
    </message>
    <message>
        <source>Penghargaan</source>
        <translation>Awards</translation>
    </message>
    <message>
        <source>Indeks</source>
        <translation>Indices</translation>
    </message>
    <message>
        <source>Anggaran (ARG)</source>
        <translation>Budget (ARG)</translation>
    </message>
    <message>
        <source>Tambah peraturan</source>
        <translation>Add a regulation</translation>
    </message>
    <message>
        <source>Tambah SK</source>
        <translation>Add a decree</translation>
    </message>
    <message>
        <source>Tambah penghargaan</source>
        <translation>Add an award</translation>
    </message>
    <message>
        <source>Tambah indeks</source>
        <translation>Add an index</translation>
    </message>
    <message>
        <source>Tambah anggaran</source>
        <translation>Add a budget</translation>
    </message>
    <message>
        <source>Belum ada aturan internal</source>
        <translation>No internal rules yet</translation>
    </message>
    <message>
        <source>Catat keputusan kepala dinas atau SOP yang mendukung PUG. Jumlah dan judulnya mengisi butir P2.05.</source>
        <translation>Record decisions or procedures of your office that support gender mainstreaming. Their number and titles fill in P2.05.</translation>
    </message>
    <message>
        <source>Belum ada peraturan</source>
        <translation>No regulations yet</translation>
    </message>
    <message>
        <source>Catat Perda, Perwal atau Perbup, surat edaran, rencana aksi, dan pedoman PUG dengan masanya.</source>
        <translation>Record regional regulations, circulars, action plans and guides on gender mainstreaming with their time of validity.</translation>
    </message>
    <message>
        <source>Belum ada SK</source>
        <translation>No decrees yet</translation>
    </message>
    <message>
        <source>Catat SK Pokja, Team Driver, tim teknis, atau focal point, dengan orang dan masa tugasnya.</source>
        <translation>Record the decrees on working group, driver team, technical team or focal points, with people and terms.</translation>
    </message>
    <message>
        <source>Belum ada penghargaan</source>
        <translation>No awards yet</translation>
    </message>
    <message>
        <source>Catat predikat APE atau PPE tiap tahun. Yang terakhir mengisi butir P1.07.</source>
        <translation>Record the APE or PPE category of each year. The latest fills in P1.07.</translation>
    </message>
    <message>
        <source>Belum ada indeks</source>
        <translation>No indices yet</translation>
    </message>
    <message>
        <source>Catat nilai dan peringkat IPG, IDG, dan IKG tiap tahun menurut BPS.</source>
        <translation>Record value and rank of IPG, IDG and IKG of each year as BPS publishes them.</translation>
    </message>
    <message>
        <source>Belum ada anggaran</source>
        <translation>No budgets yet</translation>
    </message>
    <message>
        <source>Catat ARG tiap tahun beserta belanja pembandingnya, supaya persennya dapat dibandingkan.</source>
        <translation>Record the gender-responsive budget of each year with the spending it is a share of, so that shares can be compared.</translation>
    </message>
    <message>
        <source>Indeks baru</source>
        <translation>New index</translation>
    </message>
    <message>
        <source>Indeks yang mana?</source>
        <translation>Which index?</translation>
    </message>
    <message>
        <source>Anugerah Parahita Ekapraya (APE)</source>
        <translation>Anugerah Parahita Ekapraya (APE)</translation>
    </message>
    <message>
        <source>Penganugerahan Parahita Ekapraya (PPE)</source>
        <translation>Penganugerahan Parahita Ekapraya (PPE)</translation>
    </message>
    <message>
        <source>Penghargaan lain</source>
        <translation>Another award</translation>
    </message>
    <message>
        <source>Penghargaan baru</source>
        <translation>New award</translation>
    </message>
    <message>
        <source>Penghargaan yang mana?</source>
        <translation>Which award?</translation>
    </message>
    <message>
        <source>Nama penghargaan:</source>
        <translation>Name of the award:</translation>
    </message>
    <message>
        <source>Seluruh {region}</source>
        <translation>All of {region}</translation>
    </message>
    <message>
        <source>Anggaran baru</source>
        <translation>New budget</translation>
    </message>
    <message>
        <source>Anggaran siapa?</source>
        <translation>Whose budget?</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Tahun data, empat angka:</source>
        <translation>Year of the data, four digits:</translation>
    </message>
</context>
<context>
    <name>RegisterTab</name>
    <message>
        <source>Cari…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>Cari di daftar ini</source>
        <translation>Search this list</translation>
    </message>
    <message>
        <source>Daftar dokumen</source>
        <translation>List of documents</translation>
    </message>
    <message>
        <source>Hapus baris ini</source>
        <translation>Remove this row</translation>
    </message>
    <message>
        <source>Bukti</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Tentang</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Peraturan</source>
        <translation>Regulation</translation>
    </message>
    <message>
        <source>SK</source>
        <translation>Decree</translation>
    </message>
    <message>
        <source>Predikat</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Penghargaan</source>
        <translation>Award</translation>
    </message>
    <message>
        <source>Indeks</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Nilai</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Peringkat</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>Tahun dan kantor</source>
        <translation>Year and office</translation>
    </message>
    <message>
        <source>ARG</source>
        <translation>ARG</translation>
    </message>
    <message>
        <source>Dari belanja</source>
        <translation>Of spending</translation>
    </message>
    <message>
        <source>Bagian</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Simpan foto apa adanya</source>
        <translation>Keep photos as they are</translation>
    </message>
    <message>
        <source>Baris</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>{name} dihapus dari daftar.</source>
        <translation>{name} was removed from the list.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rapat</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Belum ada rapat. Catat rapat pertama</source>
        <translation>No meetings yet. Record the first one</translation>
    </message>
    <message>
        <source>Berkas</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Dibuat</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Berkas yang baru dibuat</source>
        <translation>Files just made</translation>
    </message>
    <message>
        <source>Belum ada berkas di folder ini.</source>
        <translation>No files in this folder yet.</translation>
    </message>
    <message>
        <source>Buka berkas</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Ganti folder…</source>
        <translation>Change folder…</translation>
    </message>
    <message>
        <source>Laporan</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Dokumen satu rapat</source>
        <translation>Papers of one meeting</translation>
    </message>
    <message>
        <source>Laporan satu tahun</source>
        <translation>Reports of one year</translation>
    </message>
    <message>
        <source>Baru dibuat</source>
        <translation>Just made</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>Folder: {folder}</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>Membuat berkas Excel</source>
        <translation>Making the Excel file</translation>
    </message>
    <message>
        <source>Simpan laporan di folder mana?</source>
        <translation>Save reports in which folder?</translation>
    </message>
    <message>
        <source>Pilih rapat</source>
        <translation>Choose a meeting</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Cetak dokumen rapat dan rekap tahunan, tulis laporan semester dan analisis gender.</source>
        <translation>Print papers of meetings and yearly recaps, write semester reports and gender analyses.</translation>
    </message>
    <message>
        <source>Bagian laporan</source>
        <translation>Parts of the page</translation>
    </message>
    <message>
        <source>Cetak</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Laporan semester</source>
        <translation>Semester report</translation>
    </message>
    <message>
        <source>GAP</source>
        <translation>GAP</translation>
    </message>
    <message>
        <source>GBS</source>
        <translation>GBS</translation>
    </message>
    <message>
        <source>Simpan folder data dukung di mana?</source>
        <translation>Where shall the folder of evidence files be kept?</translation>
    </message>
    <message>
        <source>Menyusun data dukung</source>
        <translation>Putting the evidence files together</translation>
    </message>
    <message>
        <source>Selesai: {name} ({n} berkas bukti).</source>
        <translation>Done: {name} (evidence files: {n}).</translation>
    </message>
    <message>
        <source>{n} bukti perlu diperiksa; lihat Daftar-Isi di dalamnya.</source>
        <translation>Evidence to be looked at: {n}; see Daftar-Isi inside.</translation>
    </message>
    <message>
        <source>Statistik</source>
        <translation>Statistics</translation>
    </message>
</context>
<context>
    <name>ReportTab</name>
    <message>
        <source>Tanggal laporan</source>
        <translation>Date of the report</translation>
    </message>
    <message>
        <source>Dasar kegiatan</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>mis. DPA, SK Pokja, surat perintah tugas</source>
        <translation>e.g. budget document, decree on the working group, assignment letter</translation>
    </message>
    <message>
        <source>Maksud dan tujuan</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Kesimpulan</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>Saran</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Sumber anggaran</source>
        <translation>Source of the money</translation>
    </message>
    <message>
        <source>mis. DPA Bappeda, kode rekening</source>
        <translation>e.g. budget document of Bappeda, account code</translation>
    </message>
    <message>
        <source>Nama penanda tangan</source>
        <translation>Name of the signer</translation>
    </message>
    <message>
        <source>Jabatan penanda tangan</source>
        <translation>Position of the signer</translation>
    </message>
    <message>
        <source>Untuk SPJ</source>
        <translation>For the accounts (SPJ)</translation>
    </message>
    <message>
        <source>Daftar hadir dengan NIP lengkap dan lajur tanda tangan, dan sumber anggarannya.</source>
        <translation>The attendance list with whole NIPs and room to sign, and the source of the money.</translation>
    </message>
    <message>
        <source>Cetak laporan</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>Laporan di Word</source>
        <translation>Report in Word</translation>
    </message>
    <message>
        <source>Laporan kegiatan</source>
        <translation>Report of the meeting</translation>
    </message>
    <message>
        <source>Waktu, peserta, narasumber, hasil, dan tindak lanjut diambil dari bagian lain rapat ini.</source>
        <translation>Time, participants, speakers, results and follow-ups are taken from the other parts of this meeting.</translation>
    </message>
    <message>
        <source>Foto dan berkas kegiatan</source>
        <translation>Photos and files of the meeting</translation>
    </message>
    <message>
        <source>Foto dicetak dua di satu halaman; judul berkasnya menjadi keterangan foto.</source>
        <translation>Photos are printed two on a page; the title of a file is the caption.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Pulihkan dengan lembar pemulihan</source>
        <translation>Restore from the recovery sheet</translation>
    </message>
    <message>
        <source>Perlu dua hal: lembar dari brankas, dan flashdisk dengan kiriman kantor Anda sendiri. Sesudahnya mohon kartu kunci baru, dan minta kantor di atas mencabut kartu perangkat yang hilang.</source>
        <translation>Two things are needed: the sheet from the safe, and a stick with your own office&apos;s bundles. Afterwards ask for a new key card, and ask the office above to withdraw the card of the lost device.</translation>
    </message>
    <message>
        <source>Pulihkan</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Keempat baris di lembar</source>
        <translation>The four lines of the sheet</translation>
    </message>
    <message>
        <source>Baris {n}</source>
        <translation>Line {n}</translation>
    </message>
    <message>
        <source>Kiriman kantor Anda</source>
        <translation>Your office&apos;s bundles</translation>
    </message>
    <message>
        <source>Pilih flashdisk atau folder…</source>
        <translation>Choose a stick or folder…</translation>
    </message>
    <message>
        <source>Kata sandi pengaman baru (boleh dikosongkan)</source>
        <translation>New passphrase (may be left empty)</translation>
    </message>
    <message>
        <source>Kata sandi pengaman</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Ketik sekali lagi</source>
        <translation>Type it again</translation>
    </message>
    <message>
        <source>Flashdisk dengan kiriman kantor Anda</source>
        <translation>Stick with your office&apos;s bundles</translation>
    </message>
    <message>
        <source>Belum dipilih.</source>
        <translation>Not chosen yet.</translation>
    </message>
    <message>
        <source>Kedua kata sandi belum sama.</source>
        <translation>The two passphrases are not the same yet.</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>Tekan sebuah angka untuk melihat isiannya.</source>
        <translation>Press a number to see its records.</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Bagian dari</source>
        <translation>Part of</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Isian yang dibawa kiriman</source>
        <translation>Records that the bundles brought</translation>
    </message>
    <message>
        <source>Buka Perlu keputusan</source>
        <translation>Open what needs a decision</translation>
    </message>
    <message>
        <source>Tulis tanda terima ke flashdisk</source>
        <translation>Write the receipt onto the stick</translation>
    </message>
    <message>
        <source>Cetak tanda terima</source>
        <translation>Print the receipt</translation>
    </message>
    <message>
        <source>Tanda terima untuk pengirim</source>
        <translation>Receipt for the sender</translation>
    </message>
    <message>
        <source>{n} kiriman diterima</source>
        <translation>{n} bundles received</translation>
    </message>
    <message>
        <source>{n} ditolak</source>
        <translation>{n} refused</translation>
    </message>
    <message>
        <source>{n} belum, karena dihentikan</source>
        <translation>{n} not yet, since it was stopped</translation>
    </message>
    <message>
        <source>(yang pertama {n} dari {of})</source>
        <translation>(the first {n} of {of})</translation>
    </message>
    <message>
        <source>Tanda terima belum tertulis, isiannya sudah masuk. {reason}</source>
        <translation>The receipt is not written, the records are in. {reason}</translation>
    </message>
    <message>
        <source>Boleh dicabut. {n} tanda terima sudah ditulis ke {place}; kembalikan flashdisk kepada pengirim.</source>
        <translation>You may pull it out. Receipts written to {place}: {n}. Give the stick back to the sender.</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>Rapat lama yang masih menyebut peserta</source>
        <translation>Old meetings that still name participants</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu dihapus</source>
        <translation>Nothing to remove</translation>
    </message>
    <message>
        <source>Tidak ada rapat kantor ini sebelum tanggal itu yang masih menyebut nama peserta.</source>
        <translation>No meeting of this office before that day still names participants.</translation>
    </message>
    <message>
        <source>Yang dihapus untuk selamanya</source>
        <translation>Removed for good</translation>
    </message>
    <message>
        <source>Nama, NIP, telepon, dan jabatan peserta serta undangan; catatan orang yang tidak dipakai lagi.</source>
        <translation>Names, NIP, phone and positions of participants and invitees; entries of people that nothing uses any more.</translation>
    </message>
    <message>
        <source>Yang tetap ada</source>
        <translation>What stays</translation>
    </message>
    <message>
        <source>Rapat &amp;sebelum tanggal</source>
        <translation>Meetings &amp;before</translation>
    </message>
    <message>
        <source>{date} – {title} ({persons} nama)</source>
        <translation>{date} – {title} ({persons} names)</translation>
    </message>
    <message>
        <source>tanpa judul</source>
        <translation>without a title</translation>
    </message>
    <message>
        <source>&amp;Hapus data peserta dari {number} rapat…</source>
        <translation>Remo&amp;ve participants&apos; data of {number} meetings…</translation>
    </message>
    <message>
        <source>&amp;Hapus data peserta…</source>
        <translation>Remo&amp;ve participants&apos; data…</translation>
    </message>
    <message>
        <source>Hapus {persons} nama untuk selamanya?</source>
        <translation>Remove {persons} names for good?</translation>
    </message>
    <message>
        <source>Penghapusan ini tidak dapat diurungkan dan tidak masuk Keranjang. Cadangan, kertas, dan berkas kiriman yang sudah ada tetap memuat nama-nama itu.</source>
        <translation>This cannot be undone and does not go to the bin. Backups, papers and bundles that exist already still hold these names.</translation>
    </message>
    <message>
        <source>Hapus data peserta</source>
        <translation>Remove participants&apos; data</translation>
    </message>
    <message>
        <source>Menghapus data peserta</source>
        <translation>Removing participants&apos; data</translation>
    </message>
    <message>
        <source>Selesai: {persons} baris peserta dari {meetings} rapat, {register} catatan orang.</source>
        <translation>Done: {persons} rows of {meetings} meetings, {register} entries of people.</translation>
    </message>
    <message>
        <source>Kantor penerima masih menyimpan nama-nama itu sampai menerima kiriman berikutnya dari sini.</source>
        <translation>Offices that received them keep the names until they take in the next bundle from here.</translation>
    </message>
    <message>
        <source>Folder cetak berisi {number} berkas yang mungkin menyebut peserta; hapus bila tidak perlu.</source>
        <translation>The print folder holds {number} files that may name participants; delete them when they are not needed.</translation>
    </message>
    <message>
        <source>Cadangan lama tetap memuatnya: simpan di tempat aman atau musnahkan.</source>
        <translation>Older backups still hold them: keep them safe or destroy them.</translation>
    </message>
    <message>
        <source>Berkas data belum dapat ditulis ulang karena ruang disk kurang; coba lagi nanti.</source>
        <translation>The data file could not be written anew for lack of room; try again later.</translation>
    </message>
    <message>
        <source>Jumlah peserta, L/P, instansi dan jenisnya, peran, kelompok umur, disabilitas; seluruh notulen, narasumber, pimpinan rapat, tindak lanjut, isi surat undangan, dan berkas bukti (misalnya pindaian daftar hadir).</source>
        <translation>Numbers of participants, M/F, office and its type, role, age band, disability; all minutes, speakers, the chair, follow-ups, what the invitation says, and evidence files (such as a scanned list).</translation>
    </message>
</context>
<context>
    <name>ReviewBands</name>
    <message>
        <source>Jawaban, catatan, atau bukti berubah setelah diperiksa.</source>
        <translation>Answer, note or evidence changed after the review.</translation>
    </message>
</context>
<context>
    <name>ReviewBox</name>
    <message>
        <source>Butir ini belum dijawab, jadi belum dapat diperiksa.</source>
        <translation>This question has no answer yet, so there is nothing to review.</translation>
    </message>
    <message>
        <source>Catatan pemeriksaan</source>
        <translation>Remark of the review</translation>
    </message>
    <message>
        <source>Catatan pemeriksaan; wajib bila jawaban dikembalikan</source>
        <translation>Remark; needed to send an answer back</translation>
    </message>
    <message>
        <source>&amp;Catatan saja</source>
        <translation>R&amp;emark only</translation>
    </message>
    <message>
        <source>D&amp;iterima</source>
        <translation>&amp;Accepted</translation>
    </message>
    <message>
        <source>Dikembalika&amp;n</source>
        <translation>Sent &amp;back</translation>
    </message>
</context>
<context>
    <name>RowCard</name>
    <message>
        <source>Dua isian, perlu keputusan</source>
        <translation>Two entries, to be decided</translation>
    </message>
    <message>
        <source>Dicatat oleh {place}; di sini hanya dapat dibaca.</source>
        <translation>Recorded by {place}; it can only be read here.</translation>
    </message>
    <message>
        <source>Belum menjawab butir Prasyarat: jenis dan judulnya belum menyebut PUG atau gender.</source>
        <translation>Answers no question yet: its kind and title do not name gender mainstreaming.</translation>
    </message>
    <message>
        <source>Tidak dihitung sebagai aturan internal: ditetapkan di atas kantor ini.</source>
        <translation>Not counted as an internal rule: it was set above this office.</translation>
    </message>
    <message>
        <source>ARG {share} dari belanja pembanding.</source>
        <translation>ARG is {share} of the spending it is compared with.</translation>
    </message>
    <message>
        <source>Tidak dihitung untuk butir {codes}: {why}.</source>
        <translation>Not counted for {codes}: {why}.</translation>
    </message>
    <message>
        <source>Menjawab butir {codes} pada lembar Prasyarat.</source>
        <translation>Answers {codes} on the prerequisites sheet.</translation>
    </message>
    <message>
        <source>Tanpa nama</source>
        <translation>Without a name</translation>
    </message>
    <message>
        <source>Masa tugas berakhir</source>
        <translation>Term is over</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>“{text}” tidak dikenali. Tulis L untuk laki-laki atau P untuk perempuan.</source>
        <translation>“{text}” is not known. Write L for male or P for female.</translation>
    </message>
    <message>
        <source>NIP ini rusak oleh Excel: angka di belakangnya hilang. Ketik ulang dari daftar asli.</source>
        <translation>Excel damaged this NIP: its last digits are lost. Type it again from the original list.</translation>
    </message>
    <message>
        <source>Nomor ini rusak oleh Excel. Ketik ulang dari daftar asli.</source>
        <translation>Excel damaged this number. Type it again from the original list.</translation>
    </message>
    <message>
        <source>“{text}” tidak ada dalam daftar jenis instansi.</source>
        <translation>“{text}” is not among the kinds of institution.</translation>
    </message>
    <message>
        <source>“{text}” tidak dikenali. Pilih peserta, narasumber, pimpinan atau panitia.</source>
        <translation>“{text}” is not known. Choose participant, speaker, chair or organiser.</translation>
    </message>
    <message>
        <source>“{text}” tidak dikenali. Tulis umur dalam tahun, atau pilih kelompoknya.</source>
        <translation>“{text}” is not known. Write the age in years, or choose the band.</translation>
    </message>
    <message>
        <source>“{text}” tidak dikenali. Tulis ya atau tidak.</source>
        <translation>“{text}” is not known. Write yes or no.</translation>
    </message>
    <message>
        <source>Isian ini terlalu panjang untuk satu kotak.</source>
        <translation>This is too long for one cell.</translation>
    </message>
    <message>
        <source>NIP …{digits}</source>
        <translation>NIP …{digits}</translation>
    </message>
    <message>
        <source>{n} kali hadir</source>
        <translation>attended {n} times</translation>
    </message>
    <message>
        <source>sudah di baris {n}</source>
        <translation>already in row {n}</translation>
    </message>
    <message>
        <source>NIP yang sama ada di baris {n}.</source>
        <translation>Row {n} has the same NIP.</translation>
    </message>
    <message>
        <source>Mungkin ganda: nama yang sama ada di baris {n}.</source>
        <translation>Maybe twice: row {n} has the same name.</translation>
    </message>
    <message>
        <source>NIP biasanya hanya angka. Isian tetap disimpan.</source>
        <translation>A NIP usually has digits only. The entry is kept.</translation>
    </message>
    <message>
        <source>NIP biasanya 18 angka; ini {n}. Isian tetap disimpan.</source>
        <translation>A NIP usually has 18 digits; this one has {n}. The entry is kept.</translation>
    </message>
    <message>
        <source>Ini 16 angka, seperti NIK. NIP 18 angka. Isian tetap disimpan.</source>
        <translation>These are 16 digits, as in an identity number (NIK). A NIP has 18. The entry is kept.</translation>
    </message>
    <message>
        <source>8 angka pertama NIP bukan tanggal lahir. Isian tetap disimpan.</source>
        <translation>The first 8 digits of the NIP are no date of birth. The entry is kept.</translation>
    </message>
    <message>
        <source>Angka ke-9 sampai 14 NIP bukan bulan pengangkatan yang mungkin. Isian tetap disimpan.</source>
        <translation>Digits 9 to 14 of the NIP are no possible month of appointment. The entry is kept.</translation>
    </message>
    <message>
        <source>Angka ke-15 NIP biasanya 1 (L) atau 2 (P). Isian tetap disimpan.</source>
        <translation>Digit 15 of a NIP is usually 1 (male) or 2 (female). The entry is kept.</translation>
    </message>
    <message>
        <source>Angka ke-15 NIP menunjukkan {told}, di daftar tertulis {sex}. Periksa salah satunya.</source>
        <translation>Digit 15 of the NIP says {told}, the list says {sex}. Please check one of them.</translation>
    </message>
</context>
<context>
    <name>RowsStep</name>
    <message>
        <source>Baris yang akan diimpor</source>
        <translation>Rows to be imported</translation>
    </message>
    <message>
        <source>Semua</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Perlu diperbaiki</source>
        <translation>To be put right</translation>
    </message>
    <message>
        <source>Perlu dicek</source>
        <translation>To be checked</translation>
    </message>
    <message>
        <source>Dilewati</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Baris yang ditampilkan</source>
        <translation>Rows shown</translation>
    </message>
    <message>
        <source>Le&amp;wati / ikutkan baris</source>
        <translation>&amp;Leave out / take in</translation>
    </message>
    <message>
        <source>&amp;Kosongkan yang bermasalah</source>
        <translation>&amp;Empty what does not fit</translation>
    </message>
    <message>
        <source>Lewati yang &amp;bermasalah</source>
        <translation>Leave out rows with &amp;problems</translation>
    </message>
    <message>
        <source>Tidak ada baris seperti itu.</source>
        <translation>There are no such rows.</translation>
    </message>
    <message>
        <source>F2 atau klik dua kali: ubah isian · Enter: simpan</source>
        <translation>F2 or double click: edit · Enter: save</translation>
    </message>
    <message>
        <source>{n} baris</source>
        <translation>{n} rows</translation>
    </message>
    <message>
        <source>{n} siap</source>
        <translation>{n} ready</translation>
    </message>
    <message>
        <source>{n} perlu diperbaiki</source>
        <translation>{n} to be put right</translation>
    </message>
    <message>
        <source>{n} dilewati</source>
        <translation>{n} left out</translation>
    </message>
</context>
<context>
    <name>RupiahShareField</name>
    <message>
        <source>misalnya belanja langsung</source>
        <translation>such as belanja langsung</translation>
    </message>
    <message>
        <source>Jumlah</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Dari belanja</source>
        <translation>Of spending</translation>
    </message>
    <message>
        <source>Belanja pembanding adalah</source>
        <translation>The spending compared with is</translation>
    </message>
</context>
<context>
    <name>SaidBeside</name>
    <message>
        <source>Periksa: {words}</source>
        <translation>Check: {words}</translation>
    </message>
</context>
<context>
    <name>SectionCard</name>
    <message>
        <source>{filled} dari {asked} terisi</source>
        <translation>{filled} of {asked} filled in</translation>
    </message>
    <message>
        <source>{backed} berbukti</source>
        <translation>{backed} with evidence</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Buka Kantor &amp;&amp; Perangkat</source>
        <translation>Open Offices &amp;&amp; devices</translation>
    </message>
    <message>
        <source>Pernah dikirim</source>
        <translation>Sent before</translation>
    </message>
    <message>
        <source>Perangkat ini belum punya kartu kunci</source>
        <translation>This device has no key card yet</translation>
    </message>
    <message>
        <source>Belum ada kantor yang dapat dikirimi</source>
        <translation>There is no office to send to yet</translation>
    </message>
    <message>
        <source>Ini profil latihan</source>
        <translation>This is a practice profile</translation>
    </message>
    <message>
        <source>Dengan kartu kunci, kantor penerima tahu bahwa kiriman benar dari Anda, dan hanya penerima yang dapat membukanya. Buat permohonan kartu kunci, serahkan kepada kantor di atas Anda, lalu pasang kartunya.</source>
        <translation>With a key card the receiving office knows that a bundle really comes from you, and only the receiver can open it. Make a key card request, hand it to the office above yours, then install the card.</translation>
    </message>
    <message>
        <source>Setujui permohonan kartu kunci kantor lain; setelah itu kantor tersebut muncul di sini.</source>
        <translation>Approve the key card request of another office; it then appears here.</translation>
    </message>
    <message>
        <source>Isian latihan tidak dapat dikirim ke kantor sungguhan. Buka profil kantor Anda untuk mengirim.</source>
        <translation>Practice data cannot be sent to a real office. Open the profile of your office to send.</translation>
    </message>
    <message>
        <source>Kirim</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Tulis isian dan bukti dukung ke flashdisk untuk kantor lain.</source>
        <translation>Write data and evidence to a USB stick for another office.</translation>
    </message>
    <message>
        <source>Menulis kiriman ke flashdisk</source>
        <translation>Writing the bundle to the stick</translation>
    </message>
    <message>
        <source>Jangan cabut flashdisk sampai tertulis “Boleh dicabut”.</source>
        <translation>Do not remove the stick before it says “Safe to remove”.</translation>
    </message>
    <message>
        <source>Tujuan</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Isi kiriman</source>
        <translation>What goes</translation>
    </message>
    <message>
        <source>Menulis</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Selesai</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Membaca data…</source>
        <translation>Reading data…</translation>
    </message>
    <message>
        <source>Kiriman baru</source>
        <translation>New bundle</translation>
    </message>
    <message>
        <source>Menghitung isian…</source>
        <translation>Counting records…</translation>
    </message>
    <message>
        <source>Menulis kiriman…</source>
        <translation>Writing the bundle…</translation>
    </message>
    <message>
        <source>Simpan surat pengantar</source>
        <translation>Save the covering letter</translation>
    </message>
    <message>
        <source>Dokumen PDF (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>Menyusun surat pengantar</source>
        <translation>Making the covering letter</translation>
    </message>
    <message>
        <source>Tulis ke flashdisk</source>
        <translation>Write onto the stick</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Pilih penerima lebih dahulu.</source>
        <translation>Choose who gets it first.</translation>
    </message>
    <message>
        <source>Tancapkan atau pilih flashdisk lebih dahulu.</source>
        <translation>Plug in or choose a stick first.</translation>
    </message>
    <message>
        <source>Flashdisk ini terkunci. Geser pengunci di sisinya, atau pakai flashdisk lain.</source>
        <translation>This stick is locked. Move the lock at its side, or use another stick.</translation>
    </message>
    <message>
        <source>Flashdisk ini penuh. Hapus berkas yang tidak perlu, atau pakai flashdisk lain.</source>
        <translation>This stick is full. Delete what is not needed, or use another stick.</translation>
    </message>
</context>
<context>
    <name>SentTable</name>
    <message>
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Dikirim</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Kepada</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Ukuran</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Keadaan</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Kiriman yang pernah dikirim</source>
        <translation>Bundles sent before</translation>
    </message>
    <message>
        <source>Belum ada kiriman yang ditulis dari komputer ini.</source>
        <translation>No bundle was written on this computer yet.</translation>
    </message>
    <message>
        <source>terputus</source>
        <translation>broken off</translation>
    </message>
    <message>
        <source>dikirim</source>
        <translation>sent</translation>
    </message>
    <message>
        <source>dibatalkan</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>diterima</source>
        <translation>received</translation>
    </message>
    <message>
        <source>Tertulis di flashdisk; belum ada tanda terimanya.</source>
        <translation>Written onto a stick; no receipt for it yet.</translation>
    </message>
    <message>
        <source>Penulisan terputus; isinya ikut pada kiriman berikutnya.</source>
        <translation>The writing broke off; the next bundle carries it.</translation>
    </message>
    <message>
        <source>Dibatalkan; isinya ikut pada kiriman berikutnya.</source>
        <translation>Cancelled; the next bundle carries it.</translation>
    </message>
    <message>
        <source>Kantor tujuan sudah menerimanya; diketahui {moment}.</source>
        <translation>The other office received it; known since {moment}.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Kop surat kantor, tampilan, dan letak data. Setiap perubahan langsung tersimpan.</source>
        <translation>Letterhead, look, and where the data lies. Every change is saved at once.</translation>
    </message>
    <message>
        <source>Kop surat</source>
        <translation>Letterhead</translation>
    </message>
    <message>
        <source>Dicetak di atas daftar hadir, notulen, lembar prasyarat, dan rekap.</source>
        <translation>Printed on attendance lists, minutes, sheets and summaries.</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Ukuran huruf</source>
        <translation>Size of the text</translation>
    </message>
    <message>
        <source>Ukuran huruf (persen)</source>
        <translation>Size of the text (per cent)</translation>
    </message>
    <message>
        <source>Dari papan ketik: Ctrl dan +, Ctrl dan -.</source>
        <translation>With the keyboard: Ctrl and +, Ctrl and -.</translation>
    </message>
    <message>
        <source>Profil dan data</source>
        <translation>Profile and data</translation>
    </message>
    <message>
        <source>Semua data kantor ini berada di folder:</source>
        <translation>All data of this office lies in the folder:</translation>
    </message>
    <message>
        <source>Folder data</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>Buka folder</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>Pindah profil…</source>
        <translation>Change profile…</translation>
    </message>
    <message>
        <source>Pilih logo</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Gambar</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Pemeliharaan</source>
        <translation>Care</translation>
    </message>
    <message>
        <source>Yang dihapus tersimpan 90 hari dan dapat dikembalikan.</source>
        <translation>What was removed is kept for 90 days and can be brought back.</translation>
    </message>
    <message>
        <source>Buka Keran&amp;jang</source>
        <translation>Open the b&amp;in</translation>
    </message>
    <message>
        <source>Hari libur</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>Tent&amp;ang program</source>
        <translation>&amp;About the program</translation>
    </message>
    <message>
        <source>Pembarua&amp;n</source>
        <translation>&amp;Updates</translation>
    </message>
</context>
<context>
    <name>SeveralField</name>
    <message>
        <source>{n} dari {total} dipilih</source>
        <translation>{n} of {total} chosen</translation>
    </message>
</context>
<context>
    <name>SheetStates</name>
    <message>
        <source>Finalkan lembar ini sebagai versi {n}?</source>
        <translation>Make this sheet final as version {n}?</translation>
    </message>
    <message>
        <source>Finalkan</source>
        <translation>Make final</translation>
    </message>
    <message>
        <source>Versi ini ditandatangani perangkat ini dan tidak dapat diubah atau diurungkan. Bila ada yang perlu diperbaiki, tekan “Buat perbaikan”: hasilnya menjadi versi berikutnya.</source>
        <translation>This version is signed by this device and can be neither changed nor undone. If something needs mending, press “Make a correction”: it becomes the next version.</translation>
    </message>
    <message>
        <source>Masih kosong: {empty} dari {asked} butir. Terisi tanpa bukti: {unbacked} butir.</source>
        <translation>Still empty: {empty} of {asked} questions. Answered without evidence: {unbacked}.</translation>
    </message>
    <message>
        <source>Simpan salinan versi final</source>
        <translation>Save a copy of the final version</translation>
    </message>
    <message>
        <source>Kesalahan di Daftar masalah: {n}.</source>
        <translation>Errors in the list of problems: {n}.</translation>
    </message>
    <message>
        <source>Finalkan juga</source>
        <translation>Make it final all the same</translation>
    </message>
    <message>
        <source>Lihat Daftar masalah</source>
        <translation>See the list of problems</translation>
    </message>
    <message>
        <source>dan {n} lagi</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>StandingTable</name>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Terakhir dikirim</source>
        <translation>Last sent</translation>
    </message>
    <message>
        <source>Sudah sampai?</source>
        <translation>Arrived?</translation>
    </message>
    <message>
        <source>Menunggu dikirim</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>Apa yang sudah sampai</source>
        <translation>What has arrived</translation>
    </message>
    <message>
        <source>belum pernah</source>
        <translation>never</translation>
    </message>
    <message>
        <source>no. {n} · {day}</source>
        <translation>no. {n} · {day}</translation>
    </message>
    <message>
        <source>ya, {day}</source>
        <translation>yes, {day}</translation>
    </message>
    <message>
        <source>ya</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>belum, {n} kiriman</source>
        <translation>not yet ({n})</translation>
    </message>
    <message>
        <source>{n} kiriman belum ada tanda terimanya.</source>
        <translation>{n} bundles have no receipt yet.</translation>
    </message>
    <message>
        <source>Terakhir diterima di sana: nomor {n}; diketahui {moment}.</source>
        <translation>Last received there: number {n}; known since {moment}.</translation>
    </message>
    <message>
        <source>{n} perubahan</source>
        <translation>{n} changes</translation>
    </message>
    <message>
        <source>{n} berkas</source>
        <translation>{n} files</translation>
    </message>
    <message>
        <source>tidak ada</source>
        <translation>nothing</translation>
    </message>
</context>
<context>
    <name>StateBand</name>
    <message>
        <source>&amp;Versi final…</source>
        <translation>Final &amp;versions…</translation>
    </message>
    <message>
        <source>Kembali ke draf</source>
        <translation>Back to draft</translation>
    </message>
    <message>
        <source>Tandai &amp;siap diperiksa</source>
        <translation>Mark as ready for chec&amp;king</translation>
    </message>
    <message>
        <source>&amp;Finalkan…</source>
        <translation>Make &amp;final…</translation>
    </message>
    <message>
        <source>Buat perbaika&amp;n</source>
        <translation>Make a correctio&amp;n</translation>
    </message>
    <message>
        <source>Versi {n} ditandatangani; jawaban tidak dapat diubah</source>
        <translation>Version {n} is signed; answers cannot be changed</translation>
    </message>
    <message>
        <source>Versi finalnya belum diterima di komputer ini</source>
        <translation>Its final version has not reached this computer</translation>
    </message>
    <message>
        <source>Menunggu diperiksa pimpinan kantor</source>
        <translation>Waits for the head of the office to check it</translation>
    </message>
    <message>
        <source>Perbaikan sesudah versi {n}</source>
        <translation>Correction after version {n}</translation>
    </message>
    <message>
        <source>Masih diisi</source>
        <translation>Being filled in</translation>
    </message>
    <message>
        <source>Isi versi {n} tidak cocok dengan tanda tangannya; lihat di Versi final.</source>
        <translation>The content of version {n} does not fit its signature; see Final versions.</translation>
    </message>
    <message>
        <source>{changed} butir sekarang berbeda dari versi {n}; lihat di Versi final.</source>
        <translation>{changed} answers now differ from version {n}; see Final versions.</translation>
    </message>
</context>
<context>
    <name>StateInput</name>
    <message>
        <source>Keadaan rapat</source>
        <translation>State of the meeting</translation>
    </message>
    <message>
        <source>Tanggal rapat ini belum tiba: pilih “Direncanakan” di atas, supaya belum dihitung.</source>
        <translation>The day of this meeting has not come yet: choose “Planned” above, so that it is not counted yet.</translation>
    </message>
    <message>
        <source>Tanggal rapat ini sudah lewat: pilih “Terlaksana” atau “Batal” di atas.</source>
        <translation>The day of this meeting is over: choose “Held” or “Called off” above.</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Untuk</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Peserta</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Kehadiran OPD</source>
        <translation>Attendance of offices</translation>
    </message>
    <message>
        <source>Tampilan</source>
        <translation>View</translation>
    </message>
    <message>
        <source>&amp;Cetak PDF</source>
        <translation>&amp;Print PDF</translation>
    </message>
    <message>
        <source>Berkas E&amp;xcel</source>
        <translation>E&amp;xcel file</translation>
    </message>
    <message>
        <source>CS&amp;V untuk Excel</source>
        <translation>CS&amp;V for Excel</translation>
    </message>
    <message>
        <source>Titik koma sebagai pemisah; semua teks tetap teks bila dibuka di Excel.</source>
        <translation>Semicolons between the fields; every text stays a text when Excel opens it.</translation>
    </message>
    <message>
        <source>CSV &amp;standar</source>
        <translation>&amp;Standard CSV</translation>
    </message>
    <message>
        <source>Koma sebagai pemisah, UTF-8: untuk program lain.</source>
        <translation>Commas between the fields, UTF-8: for other programs.</translation>
    </message>
    <message>
        <source>Ringkasan</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>Kehadiran perangkat daerah</source>
        <translation>Attendance of offices</translation>
    </message>
    <message>
        <source>Peta kehadiran perangkat daerah menurut bulan</source>
        <translation>Map of offices by month</translation>
    </message>
    <message>
        <source>Seluruh provinsi</source>
        <translation>The whole province</translation>
    </message>
    <message>
        <source>Menghitung statistik</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>L: laki-laki, P: perempuan, ?: jenis kelamin tidak disebutkan.</source>
        <translation>M: male, F: female, ?: sex not told.</translation>
    </message>
    <message>
        <source>Belum ada kegiatan yang terlaksana pada tahun ini. Catat kegiatan di halaman Rapat.</source>
        <translation>No meeting took place in this year yet. Record meetings on the page Meetings.</translation>
    </message>
    <message>
        <source>dan {n} lainnya, lihat PDF atau Excel</source>
        <translation>and {n} more, see PDF or Excel</translation>
    </message>
    <message>
        <source>{office}: tidak diundang ke kegiatan yang punya daftar hadir.</source>
        <translation>{office}: not invited to any meeting that has a list.</translation>
    </message>
    <message>
        <source>{office}: tidak ada kegiatan pada {month}; setahun hadir {all_came} dari {all}.</source>
        <translation>{office}: no meeting in {month}; came to {all_came} of {all} in the year.</translation>
    </message>
    <message>
        <source>{office}: hadir {came} dari {asked} pada {month}; setahun {all_came} dari {all}.</source>
        <translation>{office}: came to {came} of {asked} in {month}; to {all_came} of {all} in the year.</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>Membuat berkas Excel</source>
        <translation>Making the Excel file</translation>
    </message>
    <message>
        <source>Membuat berkas CSV</source>
        <translation>Making the CSV file</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>Langkah {n} dari {all}: {name}</source>
        <translation>Step {n} of {all}: {name}</translation>
    </message>
</context>
<context>
    <name>TakeoverView</name>
    <message>
        <source>Kembali ke lembar</source>
        <translation>Back to the sheet</translation>
    </message>
    <message>
        <source>Pindahkan lembar</source>
        <translation>Move the sheet</translation>
    </message>
    <message>
        <source>Dari instrumen versi {old} ke versi {new}</source>
        <translation>From version {old} of the form to version {new}</translation>
    </message>
    <message>
        <source>{n} jawaban ikut apa adanya.</source>
        <translation>Answers that go over as they are: {n}.</translation>
    </message>
    <message>
        <source>Yang ikut: {codes}</source>
        <translation>These go over: {codes}</translation>
    </message>
    <message>
        <source>Bukti dukung, catatan, dan hasil pemeriksaan tetap pada butirnya.</source>
        <translation>Evidence, notes and reviews stay with their questions.</translation>
    </message>
    <message>
        <source>Lembar tahun-tahun lama tetap memakai instrumennya. Pemindahan dapat diurungkan (Ctrl+Z).</source>
        <translation>Sheets of old years keep their form. Moving can be undone (Ctrl+Z).</translation>
    </message>
    <message>
        <source>Bagian yang cocok ikut. Jawaban lama ditulis di catatan butirnya, supaya tidak hilang.</source>
        <translation>The parts that fit go over. The old answer is written into the note of its question, so that it is not lost.</translation>
    </message>
    <message>
        <source>Tidak ikut seluruhnya ({n})</source>
        <translation>Does not go over whole ({n})</translation>
    </message>
    <message>
        <source>Tidak tampak lagi di lembar, tetapi tetap tersimpan di profil ini.</source>
        <translation>No longer shown on the sheet, but kept in this profile.</translation>
    </message>
    <message>
        <source>Berkas bukti yang ada padanya: {n}.</source>
        <translation>Evidence files that lie there: {n}.</translation>
    </message>
    <message>
        <source>Tidak ditanyakan lagi ({n})</source>
        <translation>No longer asked ({n})</translation>
    </message>
    <message>
        <source>Butir baru ({n})</source>
        <translation>New questions ({n})</translation>
    </message>
    <message>
        <source>Semua jawaban ikut</source>
        <translation>Every answer goes over</translation>
    </message>
    <message>
        <source>Tidak ada yang perlu diisi kembali.</source>
        <translation>Nothing has to be entered again.</translation>
    </message>
    <message>
        <source>Jawaban sekarang: {value}</source>
        <translation>Answer now: {value}</translation>
    </message>
</context>
<context>
    <name>TemplateCard</name>
    <message>
        <source>Templat surat undangan</source>
        <translation>Template of the invitation letter</translation>
    </message>
    <message>
        <source>Simpan salinan templat…</source>
        <translation>Save a copy of the template…</translation>
    </message>
    <message>
        <source>Pilih templat…</source>
        <translation>Choose template…</translation>
    </message>
    <message>
        <source>Pakai templat bawaan</source>
        <translation>Use the template of the program</translation>
    </message>
    <message>
        <source>Surat Word memakai templat kantor ini.</source>
        <translation>The Word letter uses the template of this office.</translation>
    </message>
    <message>
        <source>Surat Word memakai templat bawaan. Ubah salinannya dengan Word, lalu pilih di sini.</source>
        <translation>The Word letter uses the template of the program. Change a copy of it with Word, then choose it here.</translation>
    </message>
    <message>
        <source>Simpan salinan templat</source>
        <translation>Save a copy of the template</translation>
    </message>
    <message>
        <source>Salinan tersimpan: {name}</source>
        <translation>Copy saved: {name}</translation>
    </message>
    <message>
        <source>Pilih templat surat undangan</source>
        <translation>Choose the template of the invitation letter</translation>
    </message>
    <message>
        <source>Mencoba templat</source>
        <translation>Trying the template</translation>
    </message>
</context>
<context>
    <name>TimeInput</name>
    <message>
        <source>jam, mis. 09.00</source>
        <translation>time, e.g. 09.00</translation>
    </message>
    <message>
        <source>Tulis jam seperti 09.00 atau 13.30.</source>
        <translation>Write the time as 09.00 or 13.30.</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Urungkan</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>UpdateBand</name>
    <message>
        <source>Li&amp;hat pembaruan</source>
        <translation>Sho&amp;w the update</translation>
    </message>
    <message>
        <source>Di sini juga ada pembaruan program: versi {version}.</source>
        <translation>There is an update of the program here as well: version {version}.</translation>
    </message>
</context>
<context>
    <name>UpdateCard</name>
    <message>
        <source>Versi {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>dapat dipasang</source>
        <translation>can be installed</translation>
    </message>
    <message>
        <source>tidak dapat dipasang</source>
        <translation>cannot be installed</translation>
    </message>
    <message>
        <source>Dibuat {day}</source>
        <translation>Made on {day}</translation>
    </message>
    <message>
        <source>Yang baru:</source>
        <translation>What is new:</translation>
    </message>
    <message>
        <source>Kode: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Pa&amp;sang versi ini…</source>
        <translation>&amp;Install this version…</translation>
    </message>
</context>
<context>
    <name>UpdateView</name>
    <message>
        <source>Kembali ke Pengaturan</source>
        <translation>Back to Settings</translation>
    </message>
    <message>
        <source>Pembaruan</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Program diperbarui dari flashdisk, tanpa jaringan. Pembaruan disalin ke komputer ini dan tanda tangannya diperiksa; semua profil dicadangkan dahulu, dan data Anda tetap di tempatnya.</source>
        <translation>The program is updated from a stick, without a network. The update is copied to this computer and its signature checked; all profiles are backed up first, and your data stays where it is.</translation>
    </message>
    <message>
        <source>Pembaruan ada di folder mana?</source>
        <translation>In which folder is the update?</translation>
    </message>
    <message>
        <source>Cari di flashdisk</source>
        <translation>Look on a stick</translation>
    </message>
    <message>
        <source>Versi di komputer ini: {version}</source>
        <translation>Version on this computer: {version}</translation>
    </message>
    <message>
        <source>Pemasangan versi {version} sudah dimulai tetapi belum selesai. Program ini masih versi lama; pasang lagi dari flashdisk.</source>
        <translation>The installation of version {version} was begun and not finished. This program is still the old version; install again from the stick.</translation>
    </message>
    <message>
        <source>Mencari pembaruan</source>
        <translation>Looking for updates</translation>
    </message>
    <message>
        <source>Tidak ada pembaruan di sini.</source>
        <translation>There is no update here.</translation>
    </message>
    <message>
        <source>Ditemukan di sini</source>
        <translation>Found here</translation>
    </message>
    <message>
        <source>Pasang versi {version}?</source>
        <translation>Install version {version}?</translation>
    </message>
    <message>
        <source>Pasang</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>Semua profil dicadangkan dahulu. Sesudah itu program ditutup, diganti, dan dibuka lagi. Jangan matikan komputer selama itu.</source>
        <translation>All profiles are backed up first. After that the program is closed, replaced and opened again. Do not switch the computer off meanwhile.</translation>
    </message>
    <message>
        <source>Semua profil dicadangkan dahulu. Sesudah itu komputer meminta kata sandi administrator, dan program ditutup.</source>
        <translation>All profiles are backed up first. After that the computer asks for the administrator&apos;s password, and the program is closed.</translation>
    </message>
    <message>
        <source>Semua profil dicadangkan dahulu. Sesudah itu folder program diganti dengan tangan; caranya ditampilkan.</source>
        <translation>All profiles are backed up first. After that the program&apos;s folder is replaced by hand; you will be shown how.</translation>
    </message>
    <message>
        <source>Menyalin dan memeriksa pembaruan, mencadangkan profil</source>
        <translation>Copying and checking the update, backing the profiles up</translation>
    </message>
    <message>
        <source>Ada profil yang tidak dapat dicadangkan</source>
        <translation>A profile cannot be backed up</translation>
    </message>
    <message>
        <source>Pasang juga</source>
        <translation>Install all the same</translation>
    </message>
    <message>
        <source>Memasang pembaruan</source>
        <translation>Installing the update</translation>
    </message>
    <message>
        <source>Versi {version} sudah terpasang</source>
        <translation>Version {version} is installed</translation>
    </message>
    <message>
        <source>Program ini sekarang ditutup. Buka lagi PUG Desktop dari menu untuk memakai versi baru.</source>
        <translation>This program is closed now. Open PUG Desktop again from the menu to use the new version.</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Kembali ke lembar</source>
        <translation>Back to the sheet</translation>
    </message>
    <message>
        <source>Versi final</source>
        <translation>Final versions</translation>
    </message>
    <message>
        <source>Yang berbeda</source>
        <translation>Those that differ</translation>
    </message>
    <message>
        <source>Semua butir</source>
        <translation>All questions</translation>
    </message>
    <message>
        <source>Butir</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>S&amp;impan salinan…</source>
        <translation>Save a cop&amp;y…</translation>
    </message>
    <message>
        <source>Pertanyaan</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>Versi ini</source>
        <translation>This version</translation>
    </message>
    <message>
        <source>Sekarang</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Isi versi final</source>
        <translation>Content of the final version</translation>
    </message>
    <message>
        <source>Versi {n}</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>{changed} dari {total} butir sekarang berbeda. Perangkat {device}, kode isi {hash}.</source>
        <translation>{changed} of {total} answers differ now. Device {device}, code of the content {hash}.</translation>
    </message>
    <message>
        <source>Tanda tangan cocok</source>
        <translation>The signature fits</translation>
    </message>
    <message>
        <source>Tanda tangan belum dapat diperiksa: kartu kunci pembuatnya tidak ada di sini</source>
        <translation>The signature cannot be checked yet: the key card of its maker is not here</translation>
    </message>
    <message>
        <source>Isi tidak cocok dengan tanda tangan: jangan dipakai</source>
        <translation>The content does not fit the signature: do not use it</translation>
    </message>
    <message>
        <source>sama</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>Tidak ada butir yang berbeda.</source>
        <translation>No answer differs.</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Sebelu&amp;mnya</source>
        <translation>Previo&amp;us</translation>
    </message>
    <message>
        <source>Berikutn&amp;ya</source>
        <translation>Ne&amp;xt</translation>
    </message>
    <message>
        <source>Terima yang tidak beruba&amp;h ({n})</source>
        <translation>Accept what did no&amp;t change ({n})</translation>
    </message>
    <message>
        <source>Butir yang belum diperiksa</source>
        <translation>Answers that were not reviewed</translation>
    </message>
    <message>
        <source>Butir yang belum lengkap</source>
        <translation>Questions that are not complete</translation>
    </message>
</context>
<context>
    <name>WalkWork</name>
    <message>
        <source>Sudah semua</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>Tidak ada butir lain yang menunggu di lembar ini.</source>
        <translation>No other question of this sheet waits.</translation>
    </message>
    <message>
        <source>Terima {n} jawaban yang tidak berubah?</source>
        <translation>Accept {n} answers that did not change?</translation>
    </message>
    <message>
        <source>Jawaban ini sudah diterima sebelumnya, oleh tingkat lain atau tahun lalu, dan sejak itu tidak berubah: {items}. Penerimaan ini dapat diurungkan.</source>
        <translation>These answers were accepted before, by another level or last year, and did not change since: {items}. This can be undone.</translation>
    </message>
    <message>
        <source>Terima semua</source>
        <translation>Accept all</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message>
        <source>Kirim lengkap</source>
        <translation>Send everything</translation>
    </message>
    <message>
        <source>Semua isian dan berkas, juga yang sudah ada di sana: bila kantor tujuan kehilangan datanya.</source>
        <translation>All records and files, also those that are there already: when the other office lost its data.</translation>
    </message>
    <message>
        <source>Batasi ukuran berkas bukti dukung:</source>
        <translation>Limit the size of evidence files:</translation>
    </message>
    <message>
        <source>Ukuran berkas bukti dukung paling banyak, dalam MB</source>
        <translation>Most evidence, in MB</translation>
    </message>
    <message>
        <source>Untuk {office}, ditulis ke {place}</source>
        <translation>For {office}, written to {place}</translation>
    </message>
    <message>
        <source>Menghitung isian…</source>
        <translation>Counting records…</translation>
    </message>
    <message>
        <source>Belum ada isian.</source>
        <translation>No records yet.</translation>
    </message>
    <message>
        <source>Tidak ada data pribadi.</source>
        <translation>No personal data.</translation>
    </message>
    <message>
        <source>Hanya kantor tujuan yang dapat membuka kiriman ini (UU 27/2022).</source>
        <translation>Only the office it is for can open this bundle (UU 27/2022).</translation>
    </message>
    <message>
        <source>Isian</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>Bukti dukung</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Data pribadi</source>
        <translation>Personal data</translation>
    </message>
    <message>
        <source>Ruang flashdisk</source>
        <translation>Room on the stick</translation>
    </message>
    <message>
        <source>Semua isian ikut; penerima hanya mengambil yang belum dipunyainya.</source>
        <translation>All records go; the other office takes only what it lacks.</translation>
    </message>
    <message>
        <source>Hanya yang berubah sejak kiriman terakhir yang sudah diterima di sana.</source>
        <translation>Only what has changed since the last bundle that was received there.</translation>
    </message>
    <message>
        <source>{n} berkas ikut ({size})</source>
        <translation>{n} files go ({size})</translation>
    </message>
    <message>
        <source>Tidak ada berkas yang ikut</source>
        <translation>No files go</translation>
    </message>
    <message>
        <source>{n} berkas sudah ada di sana, tidak dikirim lagi</source>
        <translation>{n} files are there already and are not sent again</translation>
    </message>
    <message>
        <source>{n} berkas menyusul pada kiriman berikutnya, belum muat kali ini</source>
        <translation>{n} files follow with the next bundle, there is no room this time</translation>
    </message>
    <message>
        <source>{n} berkas belum ada di komputer ini</source>
        <translation>{n} files are not on this computer yet</translation>
    </message>
    <message>
        <source>Tidak muat: perlu {needed}, kurang {missing}. Batasi bukti dukung atau ganti flashdisk.</source>
        <translation>It does not fit: {needed} needed, {missing} short. Limit the evidence or change the stick.</translation>
    </message>
    <message>
        <source>Perlu kira-kira {needed}.</source>
        <translation>About {needed} needed.</translation>
    </message>
    <message>
        <source>Perlu kira-kira {needed}, kosong {free}.</source>
        <translation>About {needed} needed, {free} free.</translation>
    </message>
    <message>
        <source>Ditulis sebagai {n} berkas.</source>
        <translation>Written as {n} files.</translation>
    </message>
</context>
<context>
    <name>WhereStep</name>
    <message>
        <source>Penerima</source>
        <translation>Who gets it</translation>
    </message>
    <message>
        <source>Tulis kiriman di folder mana?</source>
        <translation>Into which folder is the bundle written?</translation>
    </message>
    <message>
        <source>Kepada siapa</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Untuk {office}: ditulis ke flashdisk mana</source>
        <translation>For {office}: onto which stick</translation>
    </message>
    <message>
        <source>Ditulis ke flashdisk mana</source>
        <translation>Onto which stick</translation>
    </message>
    <message>
        <source>Pilih penerima…</source>
        <translation>Choose who gets it…</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>WorkBand</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Menghentikan…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>WorkStep</name>
    <message>
        <source>Batalkan</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>tahap {stage}: {percent} %</source>
        <translation>stage {stage}: {percent} %</translation>
    </message>
    <message>
        <source>Menghentikan…</source>
        <translation>Stopping…</translation>
    </message>
</context>
<context>
    <name>WrittenEditor</name>
    <message>
        <source>Hapus</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Buat PDF</source>
        <translation>Make PDF</translation>
    </message>
    <message>
        <source>Buat Excel</source>
        <translation>Make Excel</translation>
    </message>
    <message>
        <source>Belum diberi nama</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Putuskan…</source>
        <translation>Decide…</translation>
    </message>
    <message>
        <source>Nomor surat pengantar</source>
        <translation>Number of the covering letter</translation>
    </message>
    <message>
        <source>Tanggal dikirim</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Kegiatan</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Anggaran</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Nama penanda tangan</source>
        <translation>Name of the signer</translation>
    </message>
    <message>
        <source>Jabatan penanda tangan</source>
        <translation>Position of the signer</translation>
    </message>
    <message>
        <source>Perlu keputusan: {fields}. Dua kantor mengisinya berbeda; kedua isian tersimpan.</source>
        <translation>Needs a decision: {fields}. Two offices entered different values; both are kept.</translation>
    </message>
    <message>
        <source>Milik {office}: hanya dapat dibaca di sini.</source>
        <translation>Belongs to {office}: it can only be read here.</translation>
    </message>
    <message>
        <source>Semua laporan semester</source>
        <translation>All semester reports</translation>
    </message>
    <message>
        <source>Semua GAP</source>
        <translation>All GAPs</translation>
    </message>
    <message>
        <source>Semua GBS</source>
        <translation>All GBS</translation>
    </message>
    <message>
        <source>Isi dari data yang tercatat</source>
        <translation>Fill in from what is recorded</translation>
    </message>
    <message>
        <source>Tulis GBS dari GAP ini</source>
        <translation>Write a GBS from this GAP</translation>
    </message>
</context>
<context>
    <name>WrittenList</name>
    <message>
        <source>Tahun</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Semester</source>
        <translation>Half-year</translation>
    </message>
    <message>
        <source>Program dan kegiatan</source>
        <translation>Programme and activity</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Kantor</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Terisi</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>Keterangan</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Belum diberi nama</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>{filled} dari {total}</source>
        <translation>{filled} of {total}</translation>
    </message>
    <message>
        <source>{number} langkah</source>
        <translation>{number} steps</translation>
    </message>
    <message>
        <source>Perlu keputusan</source>
        <translation>Needs a decision</translation>
    </message>
    <message>
        <source>Hanya dibaca</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Tulis laporan semester</source>
        <translation>Write a semester report</translation>
    </message>
    <message>
        <source>Tambah GAP</source>
        <translation>Add a GAP</translation>
    </message>
    <message>
        <source>Tambah GBS</source>
        <translation>Add a GBS</translation>
    </message>
    <message>
        <source>Laporan pelaksanaan PUG setiap enam bulan, dengan enam pokok isi.</source>
        <translation>The report on gender mainstreaming every six months, with six headings.</translation>
    </message>
    <message>
        <source>Analisis gender satu program atau kegiatan, sembilan atau empat langkah.</source>
        <translation>The gender analysis of one programme or activity, in nine or four steps.</translation>
    </message>
    <message>
        <source>Pernyataan anggaran gender satu program atau kegiatan.</source>
        <translation>The gender budget statement of one programme or activity.</translation>
    </message>
    <message>
        <source>Belum ada laporan semester</source>
        <translation>No semester report yet</translation>
    </message>
    <message>
        <source>Belum ada GAP</source>
        <translation>No GAP yet</translation>
    </message>
    <message>
        <source>Belum ada GBS</source>
        <translation>No GBS yet</translation>
    </message>
    <message>
        <source>Yang ditulis kabupaten/kota dan perangkat daerah tampil di sini sesudah kirimannya diterima.</source>
        <translation>What districts and their offices write appears here once their bundles have been received.</translation>
    </message>
    <message>
        <source>Pilih semesternya. Rapat, peserta, dan tindak lanjut yang sudah dicatat dapat diisikan sebagai usulan.</source>
        <translation>Choose the half-year. Meetings, participants and follow-ups already recorded can be filled in as proposals.</translation>
    </message>
    <message>
        <source>Pilih model sembilan atau empat langkah, lalu isi langkah demi langkah.</source>
        <translation>Choose the model of nine or four steps, then fill it in step by step.</translation>
    </message>
    <message>
        <source>GBS dapat ditulis dari GAP yang sudah ada; isinya disalin dan boleh diubah.</source>
        <translation>A GBS can be written from a GAP that is there; its text is copied and may be changed.</translation>
    </message>
</context>
<context>
    <name>WrittenTab</name>
    <message>
        <source>Laporan semester</source>
        <translation>Semester report</translation>
    </message>
    <message>
        <source>Semester yang dilaporkan:</source>
        <translation>The half-year reported on:</translation>
    </message>
    <message>
        <source>GAP baru</source>
        <translation>New GAP</translation>
    </message>
    <message>
        <source>Model analisis:</source>
        <translation>Model of the analysis:</translation>
    </message>
    <message>
        <source>Tanpa GAP: mulai dari lembar kosong</source>
        <translation>Without a GAP: start from an empty sheet</translation>
    </message>
    <message>
        <source>GBS baru</source>
        <translation>New GBS</translation>
    </message>
    <message>
        <source>Ditulis dari GAP:</source>
        <translation>Written from the GAP:</translation>
    </message>
    <message>
        <source>Dihapus: {name}.</source>
        <translation>Deleted: {name}.</translation>
    </message>
    <message>
        <source>Belum diberi nama</source>
        <translation>No name yet</translation>
    </message>
    <message>
        <source>Tidak ada yang diisikan</source>
        <translation>Nothing was filled in</translation>
    </message>
    <message>
        <source>Pokok yang masih kosong diisi dari rapat, peserta, tindak lanjut, dan anggaran semester ini. Semuanya sudah berisi, atau belum ada yang tercatat.</source>
        <translation>Headings still empty are filled from the meetings, participants, follow-ups and budget of this half-year. All of them are filled already, or nothing is recorded yet.</translation>
    </message>
    <message>
        <source>Membuat PDF</source>
        <translation>Making the PDF</translation>
    </message>
    <message>
        <source>Membuat berkas Excel</source>
        <translation>Making the Excel file</translation>
    </message>
</context>
<context>
    <name>WrittenWindow</name>
    <message>
        <source>Perubahan dari perangkat {name}</source>
        <translation>Changes from the device of {name}</translation>
    </message>
    <message>
        <source>Centang yang mau ditarik. Isian yang ditarik menjadi kosong, atau kembali ke isian kantor lain. Catatan yang hanya ditulis perangkat ini dihapus. Semuanya dapat dibatalkan sebagai satu langkah.</source>
        <translation>Tick what shall be taken back. An entry that is taken back becomes empty, or what another office wrote comes back. Records that only this device wrote are removed. All of it can be undone as one step.</translation>
    </message>
    <message>
        <source>Catatan dan isian</source>
        <translation>Records and entries</translation>
    </message>
    <message>
        <source>Isi</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Ditulis</source>
        <translation>Written</translation>
    </message>
    <message>
        <source>Centang semua</source>
        <translation>Tick all</translation>
    </message>
    <message>
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Tarik yang dicentang</source>
        <translation>Take back what is ticked</translation>
    </message>
    <message>
        <source>{value} (tidak tampil)</source>
        <translation>{value} (not shown)</translation>
    </message>
    <message>
        <source>{n} dari {all} isian dicentang</source>
        <translation>{n} of {all} entries ticked</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Tidak</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>YesNoDetailField</name>
    <message>
        <source>misalnya Bab IV halaman 112</source>
        <translation>such as chapter IV page 112</translation>
    </message>
    <message>
        <source>Bab, halaman, nomor surat, atau alamat laman</source>
        <translation>Chapter, page, letter number or web address</translation>
    </message>
</context>
<context>
    <name>YesNoValueField</name>
    <message>
        <source>Nilai atau target</source>
        <translation>Value or target</translation>
    </message>
    <message>
        <source>misalnya IPG 91,5</source>
        <translation>such as IPG 91,5</translation>
    </message>
</context>
<context>
    <name>_ByHand</name>
    <message>
        <source>Satu langkah lagi</source>
        <translation>One more step</translation>
    </message>
    <message>
        <source>Salin perintah</source>
        <translation>Copy the command</translation>
    </message>
    <message>
        <source>Buka folder salinan</source>
        <translation>Open the folder of the copy</translation>
    </message>
    <message>
        <source>Pembaruan sudah diperiksa dan disalin; kata sandi administrator belum diberikan. Minta petugas TI menempelkan perintah ini di Terminal, menutup program, lalu menjalankannya:</source>
        <translation>The update was checked and copied; no administrator&apos;s password was given. Ask your IT staff to paste this command into a terminal, to close the program, and then to run it:</translation>
    </message>
    <message>
        <source>Pembaruan sudah diperiksa dan disalin. Buka folder salinan, lalu tutup program. Buka berkas zip ini dan salin isi folder PUG Desktop di dalamnya ke folder program, menggantikan yang lama. Folder data dan letak-data.txt di sana jangan dihapus.</source>
        <translation>The update was checked and copied. Open the folder of the copy, then close the program. Open this zip file and copy what is in its folder PUG Desktop into the program&apos;s folder, over what is there. Do not delete the folder data and letak-data.txt there.</translation>
    </message>
</context>
<context>
    <name>_DateLine</name>
    <message>
        <source>Tulis tanggal seperti 30/06/2022 atau 30 Juni 2022.</source>
        <translation>Write the date as 30/06/2022 or 30 Juni 2022.</translation>
    </message>
</context>
</TS>
