"""Words that an invented province is made of: people of many islands, real kinds of offices, what is met about.

Every name of a person is put together by chance from common ones; the kinds of offices are those of PP 18/2016.
"""

_WOMEN = (
    "Siti Sri Dewi Nur Endang Rina Wati Tri Yuni Fitri Ani Maria Dian Indah Ratna Yulia Lilis Ida Rini Novi Umi Nurul "
    "Lina Mega Putri Ni Luh Martha Yosephina Debora Nyoman Ketut Rosmawati Halimatus Juliana Wahyuningsih Erna Susi "
    "Sulastri Kartini Aisyah Fatimah Nani Oktavia Christina Theresia Yuliati"
)
_MEN = (
    "Agus Budi Eko Hadi Joko Slamet Rahmat Bambang Yohanes Ahmad Muhammad Abdul Wahyu Asep Dede Ujang Made Gede Andi "
    "Hendra Irwan Iwan Rudi Dedi Heri Teguh Imam Rizky Fajar Bayu Arif Taufik Hasan Petrus Markus Lalu Baharuddin "
    "Syamsul Zulkifli Darmawan Sutrisno Suparman Tatang Cecep Frans Yusuf Ridwan"
)
_LAST_OF_WOMEN = (
    "Aminah Lestari Wahyuni Rahayu Susanti Handayani Pratiwi Wulandari Suryani Astuti Mulyani Rohmah Fauziah Halimah "
    "Khotimah Yuliana Maharani Puspitasari Anggraini Utami Zahra"
)
_LAST_OF_MEN = (
    "Hidayat Setiawan Kurniawan Saputra Nugroho Santoso Wijaya Hartono Purnomo Rahman Hakim Maulana Firmansyah Permana "
    "Gunawan Suherman Ramadhan Iskandar Syahputra Prasetyo Wibowo"
)
_FAMILIES = (
    "Siregar Nasution Lubis Harahap Simanjuntak Situmorang Ginting Sembiring Tarigan Kusuma Fadilah Pattinasarany "
    "Latuconsina Rumbiak Mandacan Manullang Panggabean Pohan Daulay Tanjung Chaniago Sikumbang Tambunan Sinaga"
)

WOMEN = tuple(_WOMEN.split())
MEN = tuple(_MEN.split())
FAMILIES = tuple(_FAMILIES.split())
LAST_OF = {
    "P": (*_LAST_OF_WOMEN.split(), *FAMILIES),
    "L": (*_LAST_OF_MEN.split(), *FAMILIES),
}
FIRST_OF = {"P": WOMEN, "L": MEN}

DEGREES = ("", "", "", "", ", S.E.", ", S.Sos.", ", S.H.", ", M.Si.", ", S.Kom.", ", S.T.", ", M.M.", ", S.Pd.")

OFFICES: tuple[tuple[str, str, str], ...] = (
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda", "opd"),
    ("Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB", "DP3AP2KB", "opd"),
    ("Dinas Pendidikan dan Kebudayaan", "Disdikbud", "opd"),
    ("Dinas Kesehatan", "Dinkes", "opd"),
    ("Dinas Sosial", "Dinsos", "opd"),
    ("Inspektorat Daerah", "Inspektorat", "opd"),
    ("Badan Pengelolaan Keuangan dan Aset Daerah", "BPKAD", "opd"),
    ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "opd"),
    ("Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR", "opd"),
    ("Dinas Perumahan Rakyat dan Kawasan Permukiman", "Disperkim", "opd"),
    ("Dinas Tenaga Kerja", "Disnaker", "opd"),
    ("Dinas Ketahanan Pangan", "DKP", "opd"),
    ("Dinas Pertanian", "Distan", "opd"),
    ("Dinas Lingkungan Hidup", "DLH", "opd"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil", "opd"),
    ("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD", "opd"),
    ("Dinas Perhubungan", "Dishub", "opd"),
    ("Dinas Komunikasi dan Informatika", "Diskominfo", "opd"),
    ("Dinas Koperasi, Usaha Kecil dan Menengah", "Diskop UKM", "opd"),
    ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "DPMPTSP", "opd"),
    ("Dinas Kepemudaan dan Olahraga", "Dispora", "opd"),
    ("Dinas Perpustakaan dan Kearsipan", "Dispusip", "opd"),
    ("Dinas Perikanan", "Diskan", "opd"),
    ("Dinas Pariwisata", "Dispar", "opd"),
    ("Dinas Perindustrian dan Perdagangan", "Disperindag", "opd"),
    ("Dinas Pemadam Kebakaran dan Penyelamatan", "Damkar", "opd"),
    ("Badan Pendapatan Daerah", "Bapenda", "opd"),
    ("Badan Penanggulangan Bencana Daerah", "BPBD", "opd"),
    ("Badan Kesatuan Bangsa dan Politik", "Kesbangpol", "opd"),
    ("Satuan Polisi Pamong Praja", "Satpol PP", "opd"),
    ("Sekretariat DPRD", "Setwan", "opd"),
    ("Rumah Sakit Umum Daerah", "RSUD", "opd"),
    ("Bagian Hukum Sekretariat Daerah", "Bag. Hukum", "opd"),
    ("Bagian Organisasi Sekretariat Daerah", "Bag. Organisasi", "opd"),
    ("Bagian Kesejahteraan Rakyat Sekretariat Daerah", "Bag. Kesra", "opd"),
)
"""Name, short name and type of the offices that nearly every kabupaten and kota has."""

BRANCHES: tuple[tuple[str, str], ...] = (
    ("Kecamatan", "kecamatan"),
    ("UPTD Puskesmas", "opd"),
    ("UPTD Perlindungan Perempuan dan Anak", "opd"),
    ("Balai Penyuluhan KB", "opd"),
    ("Kelurahan", "opd"),
    ("UPTD Pasar", "opd"),
    ("SMP Negeri 1", "opd"),
    ("SMP Negeri 2", "opd"),
    ("UPTD Laboratorium Lingkungan", "opd"),
    ("UPTD Balai Benih", "opd"),
)
"""What an office below is called before the name of its place, and its type."""

_PLACES = (
    "Benda Batuceper Cibodas Ciledug Cipondoh Jatiuwung Karangtengah Karawaci Larangan Neglasari Periuk Pinang "
    "Sukamaju Sukajadi Mekarsari Tanjungsari Cikupa Balaraja Curug Serpong Pamulang Setu Ciputat Kemiri Mauk Sepatan "
    "Rajeg Kronjo Jayanti Cisoka Solear Tigaraksa Panongan Legok Pagedangan Cisauk Teluknaga Kosambi Pakuhaji "
    "Sindangjaya Gunungsari Ciomas Pabuaran Padarincang Anyar Cinangka Mancak Bojonegara Kragilan Cikande Kibin "
    "Bandung Pamarayan Tunjungteja Baros Petir Cikeusal Walantaka Kasemen Taktakan Cipocok Curugbitung Maja Sajira "
    "Cimarga Bojongmanik Leuwidamar Muncang Sobang Cipanas Lebakgedong Bayah Cibeber Cilograng Panggarangan Cihara "
    "Malingping Wanasalam Cijaku Banjarsari Gunungkencana Cirinten Warunggunung Cibadak Rangkasbitung Kalanganyar "
    "Cikulur Mandalawangi Pandeglang Majasari Karangtanjung Kaduhejo Banjar Cimanuk Cipeucang Saketi Menes Pulosari"
)
PLACES = tuple(_PLACES.split())

OUTSIDERS: tuple[tuple[str, str], ...] = (
    ("Kantor Kementerian Agama", "vertikal"),
    ("Badan Pusat Statistik", "vertikal"),
    ("Kantor Pertanahan", "vertikal"),
    ("Polres, Unit PPA", "vertikal"),
    ("Pengadilan Agama", "vertikal"),
    ("Tim Penggerak PKK", "lsm"),
    ("Forum PUSPA", "lsm"),
    ("Gabungan Organisasi Wanita", "lsm"),
    ("Himpunan Wanita Disabilitas", "lsm"),
    ("Pusat Studi Gender dan Anak Universitas Islam Negeri", "kampus"),
    ("Sekolah Tinggi Ilmu Kesehatan", "kampus"),
    ("Kamar Dagang dan Industri", "dunia_usaha"),
    ("Ikatan Wanita Pengusaha", "dunia_usaha"),
    ("Radio Siaran Daerah", "media"),
)
"""Who sits in a meeting and is no office of the region: name and type."""

POSITIONS = (
    "Sekretaris",
    "Kepala Bidang Pengarusutamaan Gender",
    "Kepala Subbagian Perencanaan",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Perencana Ahli Muda",
    "Perencana Ahli Pertama",
    "Analis Kebijakan Ahli Muda",
    "Penyuluh Keluarga Berencana",
    "Pengelola Data",
    "Bendahara Pengeluaran",
    "Staf Pelaksana",
    "Fungsional Umum",
)
RANKS = ("II/c", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b")

ROOMS = ("Aula Bappeda", "Ruang Rapat Utama", "Aula DP3AP2KB", "Gedung Wanita", "Hotel Narita", "Aula Kantor", "Daring")

THEMES = (
    ("rakor_pokja", "Rapat Koordinasi Pokja PUG"),
    ("penguatan_pokja", "Penguatan Kelembagaan Pokja PUG"),
    ("penguatan_focal_point", "Penguatan Focal Point PUG"),
    ("advokasi", "Advokasi Pengarusutamaan Gender bagi Perangkat Daerah"),
    ("sosialisasi", "Sosialisasi Perencanaan dan Penganggaran Responsif Gender"),
    ("bimtek", "Bimbingan Teknis Penyusunan GAP dan GBS"),
    ("pelatihan", "Pelatihan Analisis Data Terpilah"),
    ("pendampingan", "Pendampingan Penyusunan KAK Responsif Gender"),
    ("persiapan_evaluasi", "Persiapan Evaluasi Penyelenggaraan PUG"),
)
SEASONS = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Semester I", "Semester II", "Tahap Awal")

AGENDA = (
    "Keadaan SK focal point tiap perangkat daerah",
    "Data terpilah tiap sektor dan sumbernya",
    "Rencana kerja Pokja tahun ini",
    "Penelaahan GAP dan GBS yang sudah masuk",
    "Alokasi anggaran responsif gender dalam Renja",
    "Bukti dukung yang belum lengkap",
    "Jadwal pendampingan PPRG",
    "Tindak lanjut rapat sebelumnya",
)
OUTPUTS = (
    "SK focal point semua perangkat daerah selesai bulan depan",
    "Tabel data terpilah diserahkan ke Bappeda",
    "Jadwal pendampingan PPRG disepakati",
    "Daftar GAP dan GBS per perangkat daerah",
    "Rekomendasi perbaikan Renja",
    "Laporan semester siap dikirim",
)
TASKS = (
    "Menyusun SK focal point yang belum ada",
    "Mengumpulkan data terpilah dari bidang-bidang",
    "Melengkapi bukti dukung prasyarat kelembagaan",
    "Menyusun GAP untuk dua subkegiatan",
    "Mengundang perguruan tinggi ke rapat berikutnya",
    "Mengirim laporan semester ke provinsi",
)
TALKED = (
    "Peserta menyampaikan keadaan data terpilah di unit masing-masing; sebagian masih tersebar di beberapa aplikasi.",
    "Disepakati bahwa GAP disusun sebelum Renja ditetapkan, dan Inspektorat menelaah sebagian di antaranya.",
    "Bappeda menjelaskan penandaan anggaran responsif gender; tiap perangkat daerah memeriksa subkegiatannya.",
    "Focal point yang pindah tugas akan diganti paling lambat bulan depan, dan SK-nya disampaikan ke sekretariat.",
)
NOTES = ("menunggu SK", "dokumen masih di Bagian Hukum", "menyusul triwulan depan", "lihat berkas terlampir")

PAPERS = (
    ("SK Focal Point", "pdf"),
    ("Undangan", "pdf"),
    ("Daftar hadir", "pdf"),
    ("Notulen", "docx"),
    ("Dokumentasi", "jpg"),
    ("Foto kegiatan", "jpg"),
    ("Tangkapan layar", "png"),
    ("Rekap data terpilah", "xlsx"),
)
"""What is handed in as evidence, and as what sort of file."""
