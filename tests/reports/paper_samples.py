"""Papers to print in the tests and to look at: the five real meetings and a large invented one."""

import itertools

from pug_desktop.reports.papers import (
    AgendaLine,
    AttendanceTotal,
    AttendeeLine,
    AwardRow,
    ChecklistPaper,
    EvidenceLine,
    FollowUpLine,
    IndexRow,
    ItemPaper,
    Letterhead,
    MeetingPaper,
    MeetingRow,
    OfficeRow,
    Person,
    ProvinceMeetingRow,
    ProvinceRecapPaper,
    RegencyRecapPaper,
    RegencyRow,
    ResultLine,
    SectionPaper,
    SignatureBlock,
)

PREREQUISITES = (
    ("P1", "Komitmen"),
    ("P2", "Kebijakan"),
    ("P3", "Kelembagaan"),
    ("P4", "Sumber daya"),
    ("P5", "Sistem informasi dan data terpilah"),
    ("P6", "Alat analisis dan panduan"),
    ("P7", "Partisipasi masyarakat dan jejaring"),
)

MADE_AT = "dicetak 22 November 2026 14.05"

SIGNATURE = SignatureBlock(
    place="Tangerang",
    date_text="30 Juni 2022",
    position="Kepala Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana,",
    name="Dra. Hj. SITI ROHMAH KUSUMANINGRUM, M.Si.",
    rank="Pembina Utama Muda",
    nip="19660412 199203 2 004",
)

TANGERANG_HEAD = (
    "PEMERINTAH KOTA TANGERANG",
    "DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
    "Jalan Nyimas Melati No. 1, Kota Tangerang 15111, telepon (021) 5500000",
    "Laman: dp3ap2kb.example.go.id, surel: kantor@example.go.id",
)

_GIVEN = ("Siti", "Ahmad", "Dewi", "Budi", "Ni Luh Putu", "Yohanes", "Rahmawati", "Fransiskus Xaverius", "Nurhayati")
_FAMILY = ("Kusumaningrum", "Simanjuntak", "Wijaya", "br. Ginting", "Hardjowinoto Sastrodiningrat", "Lestari", "Daud")
_DEGREES = ("S.Sos., M.Si.", "S.E.", "S.Pd., M.Pd., Ph.D.", "", "A.Md.Keb.", "S.STP., M.A.P.")
_POSITIONS = (
    "Kepala Bidang Pengarusutamaan Gender dan Pemberdayaan Perempuan",
    "Perencana Ahli Muda",
    "Analis Kebijakan Ahli Madya pada Subkoordinator Evaluasi dan Pelaporan",
    "Sekretaris",
    "Staf",
    "Camat",
    "",
)
_OFFICES = (
    "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Masyarakat, Perempuan, dan Perlindungan Anak",
    "Bappeda",
    "Inspektorat",
    "Badan Pengelolaan Keuangan dan Aset Daerah",
    "Kecamatan Karang Tengah",
    "Kantor Kementerian Agama Kota Tangerang",
    "Universitas Islam Syekh-Yusuf",
    "Forum PUSPA",
)


def attendees(count: int) -> tuple[AttendeeLine, ...]:
    made = []
    for number in range(1, count + 1):
        given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number * 3 % len(_FAMILY)]
        degree = _DEGREES[number % len(_DEGREES)]
        made.append(
            AttendeeLine(
                number,
                name=f"{given} {family}{', ' + degree if degree else ''}",
                nip=f"••••{1000 + number}" if number % 3 else None,
                sex="LPP"[number % 3] if number % 11 else None,
                position=_POSITIONS[number % len(_POSITIONS)] or None,
                office=_OFFICES[number % len(_OFFICES)],
            )
        )
    return tuple(made)


def large_meeting(count: int = 163) -> MeetingPaper:
    return MeetingPaper(
        letterhead=Letterhead(TANGERANG_HEAD, logo()),
        region="Kota Tangerang",
        kind="Rapat koordinasi Pokja PUG",
        title="Rapat Koordinasi Kelompok Kerja Pengarusutamaan Gender dan Penyusunan Rencana Aksi Daerah",
        theme="Sinergi untuk Integrasi Perspektif Gender dalam Perencanaan Pembangunan Daerah",
        date_text="Kamis, 30 Juni 2022",
        time_text="09.00–12.30 WIB",
        place="Ruang Akhlakul Karimah, Gedung Pusat Pemerintahan Kota Tangerang",
        organiser="Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB",
        chair=Person("Herman Suwarman", "Sekretaris Daerah Kota Tangerang"),
        people=(
            Person("Jatmiko", "Kepala Dinas P3A2PKB Kota Tangerang", "Pembuka"),
            Person("Prof. Dr. Maria Ulfah Anshor", "Guru Besar Kajian Gender, Universitas Contoh", "Narasumber"),
            Person("Rahmawati Daud, S.Sos.", "Perencana Ahli Muda", "Notulis"),
        ),
        groups=("perwakilan seluruh OPD", "anggota Pokja PUG", "focal point PUG"),
        attendees=attendees(count),
        totals_text=f"{count} orang: 54 laki-laki, 95 perempuan, 14 belum diisi; dari 8 instansi",
        male=54,
        female=95,
        total=count,
        institutions=8,
        agenda=(
            AgendaLine(1, "Laporan ketua panitia"),
            AgendaLine(
                2,
                "Capaian Anugerah Parahita Ekapraya dan hasil evaluasi tahun lalu",
                "Narasumber memaparkan bahwa 11 dari 34 perangkat daerah belum menyusun GAP dan GBS. "
                "Peserta dari Bappeda menanyakan jadwal penyusunan Renja.\n"
                "Inspektorat menyarankan reviu PPRG dilakukan sebelum RKA dikunci.",
            ),
            AgendaLine(3, "Pembagian tugas dan rencana tindak lanjut", "Disepakati pembagian per bidang."),
        ),
        opening="Rapat dibuka oleh Sekretaris Daerah pada pukul 09.10 WIB dengan arahan agar seluruh perangkat daerah "
        "menunjuk focal point yang aktif dan melaporkan data terpilah paling lambat akhir semester.",
        discussion="Anggaran responsif gender tercatat Rp12.500.000.000 (≥ 11,4 % dari belanja langsung).\n"
        "Peserta menyepakati bahwa data terpilah — menurut jenis kelamin dan umur — dikumpulkan per kecamatan.",
        closing="Rapat ditutup pada pukul 12.30 WIB.",
        results=(
            ResultLine(1, "Setiap perangkat daerah menetapkan focal point dengan surat keputusan kepala dinas."),
            ResultLine(2, "GAP dan GBS disusun untuk paling sedikit dua kegiatan prioritas per perangkat daerah."),
            ResultLine(3, "Profil gender kota diterbitkan sebelum Musrenbang."),
            ResultLine(4, "Peran serta OPD dalam menunjang pelaksanaan PUG meningkat", expected=True),
        ),
        follow_ups=(
            FollowUpLine(
                1,
                "Menyusun matriks rencana aksi daerah PUG dan mengedarkannya kepada seluruh anggota Pokja",
                "Rahmawati Daud, S.Sos.",
                "Bappeda",
                "15 Juli 2022",
                "Dalam proses",
            ),
            FollowUpLine(2, "Mengumpulkan data terpilah per kecamatan", None, "Disdukcapil", "30 Juli 2022", "Selesai"),
            FollowUpLine(
                3, "Menjadwalkan klinik PPRG bersama Inspektorat", "Budi Wijaya", None, None, "Belum dikerjakan"
            ),
        ),
        references=(
            "Permendagri Nomor 67 Tahun 2011 tentang pedoman umum pelaksanaan PUG di daerah",
            "Perwal Tangerang Nomor 12 Tahun 2020 tentang pelaksanaan PUG",
        ),
        signature=SIGNATURE,
        made_at_text=MADE_AT,
    )


def medan_meeting() -> MeetingPaper:
    return MeetingPaper(
        letterhead=Letterhead(("PEMERINTAH KOTA MEDAN", "DINAS P3APM KOTA MEDAN")),
        region="Kota Medan",
        kind="Advokasi",
        title="Advokasi Pelaksanaan PUG",
        date_text="Selasa, 2019 (tanggal tidak disebutkan)",
        place="Kantor Wali Kota Medan",
        organiser="Dinas P3APM Kota Medan",
        chair=Person("Musaddad Nasution", "Asisten Pemerintahan dan Sosial Pemerintah Kota Medan"),
        people=(Person("M Ihsan", "narasumber, Deputi Kesetaraan Gender KemenPPPA", "Narasumber"),),
        groups=("OPD Pemerintah Kota Medan",),
        attendees=(
            AttendeeLine(
                1, "Emy Suryana Lubis", None, None, "Kepala Bidang Kualitas Hidup Perempuan dan Kualitas Keluarga"
            ),
            AttendeeLine(2, "Khairunnisa", None, None, "Kepala Dinas P3APM"),
        ),
        totals_text="163 orang, di luar narasumber; menurut jenis kelamin tidak disebutkan",
        total=163,
        results=(
            ResultLine(1, "Pemahaman peserta tentang PUG meningkat", expected=True),
            ResultLine(
                2, "Koordinasi dan jejaring pelaksanaan kebijakan isu gender, perempuan dan anak menguat", expected=True
            ),
        ),
        references=(
            "Permendagri Nomor 67 Tahun 2011 tentang pedoman umum pelaksanaan PUG di daerah",
            "Perwal Medan Nomor 56 Tahun 2018 tentang pedoman pelaksanaan PUG dalam pembangunan",
        ),
        source_note="Disusun dari berita, bukan dari notulen kantor.",
        missing=(
            "Tanggal rapat tidak disebutkan, hanya hari Selasa dan tahun 2019.",
            "Jumlah peserta menurut jenis kelamin tidak disebutkan.",
            "Jam mulai dan jam selesai tidak disebutkan.",
        ),
        signature=SignatureBlock(),
        made_at_text=MADE_AT,
    )


def bare_meeting() -> MeetingPaper:
    """Only what no meeting can be without."""
    return MeetingPaper(Letterhead(), "Kota Banjarbaru", "", "", "tanggal tidak disebutkan")


def checklist() -> ChecklistPaper:
    states = itertools.cycle(("Ada", "Ada", "Dalam proses", "Belum ada", "Belum diisi", "Tidak relevan"))
    sections = []
    for order, (code, name) in enumerate(PREREQUISITES):
        items = []
        for number in range(1, 9):
            state = next(states)
            known = state in ("Ada", "Dalam proses")
            items.append(
                ItemPaper(
                    f"{code}.{number:02}",
                    "Apakah daerah mempunyai Perda atau peraturan kepala daerah khusus tentang PUG yang masih berlaku "
                    "dan dilaksanakan oleh seluruh perangkat daerah?",
                    state,
                    answer=("12 dari 34 (35,3 %)", "Ada: Perwal 56/2018", "Rp1.500.000.000")[number % 3]
                    if known
                    else None,
                    note="Menunggu paraf Sekretaris Daerah." if number == 3 else None,
                    evidence=("Salinan Perwal 56 Tahun 2018.pdf", "Lembar pengundangan.pdf") if known else (),
                    computed="12 dari 34 OPD menjawab ya; 20 lembar diterima" if number == 1 else None,
                    override="Dua OPD melapor langsung lewat surat." if code == "P3" and number == 1 else None,
                    conflict=code == "P2" and number == 2,
                )
            )
        filled = (8, 6, 5, 3, 1, 0, 7)[order]
        sections.append(
            SectionPaper(
                code,
                name,
                "Kemauan pimpinan daerah untuk menjalankan PUG yang dapat ditunjukkan lewat aturan, arahan tertulis, "
                "target kinerja, dan kehadiran pimpinan.",
                filled=filled,
                total=8,
                backed=max(filled - 2, 0),
                share=filled / 8,
                items=tuple(items),
            )
        )
    return ChecklistPaper(
        letterhead=Letterhead(TANGERANG_HEAD, logo()),
        title="Lembar prasyarat pengarusutamaan gender",
        office="Sekretariat Pokja PUG Kota Tangerang",
        region="Kota Tangerang",
        year=2022,
        form_line="Tujuh prasyarat PUG, lembar kabupaten/kota, versi 1",
        sections=tuple(sections),
        made_at_text=MADE_AT,
        signature=SIGNATURE,
        evidence=tuple(
            EvidenceLine(
                (f"P{number % 7 + 1}.01", "P3.02"),
                f"Salinan Perwal {number} Tahun 2018",
                f"{number}/2018",
                "4 Mei 2018",
                None if number % 3 else "31 Desember 2022",
                f"perwal-{number}.pdf",
                "1,2 MB",
                present=number != 5,
            )
            for number in range(1, 19)
        ),
    )


def empty_checklist() -> ChecklistPaper:
    return ChecklistPaper(
        Letterhead(),
        "Lembar prasyarat",
        "Dinas Pendidikan",
        2024,
        "prasyarat-opd v1",
        tuple(SectionPaper(code, name) for code, name in PREREQUISITES),
    )


def regency_recap() -> RegencyRecapPaper:
    offices = []
    for number in range(34):
        came = number % 4 != 3
        filled = tuple(((number + k) % 4, 3) if (number + k) % 7 else (0, 0) for k in range(7)) if came else ()
        offices.append(
            OfficeRow(
                _OFFICES[number % len(_OFFICES)],
                "Perangkat daerah (OPD)" if number % 5 else "Kecamatan",
                filled,
                "12 Januari 2023" if came else None,
            )
        )
    return RegencyRecapPaper(
        letterhead=Letterhead(TANGERANG_HEAD, logo()),
        region="Kota Tangerang",
        year=2022,
        sections=checklist().sections,
        offices=tuple(offices),
        meetings=(
            MeetingRow(
                "Kamis, 30 Juni 2022", "Rapat koordinasi Pokja PUG", "Rapat Koordinasi Awal PUG", 54, 95, 163, 8
            ),
            MeetingRow("Selasa, 2022 (tanggal tidak disebutkan)", "Advokasi", "Advokasi Pelaksanaan PUG", total=163),
        ),
        attendance=(
            AttendanceTotal("Perangkat daerah (OPD)", 40, 70, 10),
            AttendanceTotal("Instansi vertikal", 8, 12, 2),
            AttendanceTotal("LSM/ormas", 6, 13, 2),
        ),
        awards=(
            AwardRow("Anugerah Parahita Ekapraya", 2018, "Pratama"),
            AwardRow("Anugerah Parahita Ekapraya", 2019, "Madya"),
            AwardRow("Anugerah Parahita Ekapraya", 2020, "Utama"),
        ),
        indices=(
            IndexRow("Indeks Pembangunan Gender (IPG)", 2021, None, 4, 14, "Provinsi Kalimantan Tengah"),
            IndexRow("Indeks Ketimpangan Gender (IKG)", 2021, "0,412"),
        ),
        notes=("Dua rapat hanya memuat jumlah peserta tanpa daftar nama.",),
        made_at_text=MADE_AT,
        signature=SIGNATURE,
    )


def empty_regency_recap() -> RegencyRecapPaper:
    return RegencyRecapPaper(Letterhead(), "Kabupaten Gunung Mas", 2023)


def province_recap() -> ProvinceRecapPaper:
    names = ("Kabupaten Lebak", "Kota Tangerang Selatan", "Kabupaten Pangkajene dan Kepulauan", "Kota Cilegon")
    regencies = []
    for number in range(38):
        came = number % 5 != 4
        shares = tuple(None if k == 6 and number % 6 == 0 else ((number * 3 + k * 5) % 11) / 10 for k in range(7))
        regencies.append(
            RegencyRow(
                f"36.{number + 1:02}",
                f"{names[number % 4]} {number + 1}",
                shares if came else (),
                meetings=number % 4,
                participants=1_163 + number if number % 4 else None,
                male=500 if number % 4 > 1 else None,
                female=663 + number if number % 4 > 1 else None,
                last_received="12 Januari 2023" if came else None,
            )
        )
    return ProvinceRecapPaper(
        letterhead=Letterhead(("PEMERINTAH PROVINSI BANTEN", "DINAS PEMBERDAYAAN PEREMPUAN DAN PERLINDUNGAN ANAK")),
        province="Banten",
        year=None,
        regencies=tuple(regencies),
        section_names=PREREQUISITES,
        meetings=(
            ProvinceMeetingRow(
                "Kota Tangerang Selatan",
                "Jumat, 10 Maret 2017",
                "Penguatan focal point",
                "Penguatan Gender Focal Point (GFP)",
                None,
                3,
            ),
            ProvinceMeetingRow(
                "Kota Tangerang",
                "Kamis, 30 Juni 2022",
                "Rapat koordinasi Pokja PUG",
                "Rapat Koordinasi Kelompok Kerja Pengarusutamaan Gender dan Penyusunan Rencana Aksi Daerah",
                1163,
                1,
            ),
        ),
        awards=(AwardRow("Anugerah Parahita Ekapraya", 2018, "Pratama", "Kota Tangerang"),),
        indices=(IndexRow("Indeks Pembangunan Gender (IPG)", 2021, None, 4, 14, "Kalimantan Tengah", "Gunung Mas"),),
        notes=("Kabupaten/kota yang belum mengirim ditandai dengan tanda –.",),
        made_at_text=MADE_AT,
        signature=SignatureBlock(place="Serang"),
    )


def empty_province_recap() -> ProvinceRecapPaper:
    return ProvinceRecapPaper(Letterhead(), "Kalimantan Tengah", 2022)


def logo() -> bytes:
    """A shield in one colour."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (200, 240), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.polygon([(10, 10), (190, 10), (190, 130), (100, 230), (10, 130)], fill=(20, 80, 140, 255), outline="black")
    draw.ellipse([60, 50, 140, 130], fill=(240, 200, 40, 255))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
