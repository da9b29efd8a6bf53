"""Words that names are made of: people of many provinces, offices of a kota."""

_FIRST = (
    "Siti Sri Dewi Nur Endang Agus Budi Eko Hadi Rina Wati Tri Yuni Joko Slamet Rahmat Fitri Ani Bambang Maria "
    "Yohanes Dian Indah Ahmad Muhammad Abdul Ratna Wahyu Yulia Lilis Asep Dede Ujang Ida Made Ketut Nyoman Ni Luh "
    "Andi Rini Novi Hendra Irwan Iwan Rudi Dedi Heri Teguh Imam Umi Nurul Lina Mega Putri Rizky Fajar Bayu Arif "
    "Taufik Hasan"
)
_LAST = (
    "Aminah Lestari Wahyuni Rahayu Hidayat Setiawan Kurniawan Saputra Susanti Handayani Pratiwi Wulandari Nugroho "
    "Santoso Wijaya Hartono Suryani Astuti Purnomo Rahman Hakim Siregar Nasution Lubis Harahap Simanjuntak "
    "Situmorang Ginting Sembiring Tarigan Maulana Firmansyah Permana Gunawan Suherman Mulyani Rohmah Fauziah "
    "Halimah Khotimah Yuliana Maharani Puspitasari Anggraini Utami Ramadhan Iskandar Syahputra Fadilah Zahra "
    "Kusuma Prasetyo Wibowo"
)
_OFFICE_WORDS = (
    "Kesehatan|Pendidikan|Sosial|Perhubungan|Tenaga Kerja|Lingkungan "
    "Hidup|Pertanian|Perikanan|Pariwisata|Koperasi dan UKM|Komunikasi dan Informatika|Kependudukan dan Pencatatan "
    "Sipil|Pekerjaan Umum|Perumahan dan Permukiman|Pemuda dan Olahraga|Perpustakaan dan Arsip|Ketahanan "
    "Pangan|Perindustrian dan Perdagangan|Penanaman Modal|Kebakaran"
)
_DISTRICTS = (
    "Benda Batuceper Cibodas Ciledug Cipondoh Jatiuwung Karangtengah Karawaci Larangan Neglasari Periuk Pinang "
    "Tangerang"
)

FIRST = tuple(_FIRST.split())
LAST = tuple(_LAST.split())
OFFICE_WORDS = tuple(_OFFICE_WORDS.split("|"))
DISTRICTS = tuple(_DISTRICTS.split())
