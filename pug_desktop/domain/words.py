"""The Indonesian and English word for every code that records hold.

A code that is not listed comes from a newer program: it is shown as it is, so that nothing disappears.
"""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "meeting_kind": {
        "rakor_pokja": ("Rapat koordinasi Pokja PUG", "Coordination meeting of the working group"),
        "penguatan_pokja": ("Penguatan Pokja PUG", "Strengthening of the working group"),
        "penguatan_focal_point": ("Penguatan focal point", "Strengthening of focal points"),
        "advokasi": ("Advokasi", "Advocacy"),
        "sosialisasi": ("Sosialisasi", "Public information"),
        "bimtek": ("Bimbingan teknis", "Technical guidance"),
        "pelatihan": ("Pelatihan", "Training"),
        "pendampingan": ("Pendampingan", "Assistance"),
        "persiapan_evaluasi": ("Persiapan evaluasi", "Preparation of the evaluation"),
        "verifikasi_lapangan": ("Verifikasi lapangan", "Field verification"),
        "lainnya": ("Lainnya", "Other"),
    },
    "meeting_role": {
        "pembuka": ("Pembuka", "Opened by"),
        "narasumber": ("Narasumber", "Speaker"),
        "moderator": ("Moderator", "Moderator"),
        "notulis": ("Notulis", "Minute taker"),
        "pembawa_acara": ("Pembawa acara", "Master of ceremonies"),
    },
    "office_type": {
        "opd": ("Perangkat daerah (OPD)", "Regional office (OPD)"),
        "kecamatan": ("Kecamatan", "Subdistrict"),
        "vertikal": ("Instansi vertikal", "Central government branch"),
        "kampus": ("Perguruan tinggi", "University"),
        "lsm": ("LSM/ormas", "Civil society"),
        "dunia_usaha": ("Dunia usaha", "Business"),
        "media": ("Media", "Media"),
        "lainnya": ("Lainnya", "Other"),
        "": ("Jenis instansi belum diisi", "Type not entered"),
    },
    "sex": {
        "L": ("Laki-laki", "Male"),
        "P": ("Perempuan", "Female"),
        "": ("Belum diisi", "Not entered"),
    },
    "assignment_role": {
        "focal_point": ("Focal point", "Focal point"),
        "ketua_pokja": ("Ketua Pokja", "Head of the working group"),
        "sekretaris_pokja": ("Sekretaris Pokja", "Secretary of the working group"),
        "anggota_pokja": ("Anggota Pokja", "Member of the working group"),
        "team_driver": ("Team Driver", "Team driver"),
        "tim_teknis": ("Tim teknis", "Technical team"),
        "fasilitator": ("Fasilitator", "Facilitator"),
    },
    "answer_state": {
        "belum_diisi": ("Belum diisi", "Not filled in"),
        "belum_ada": ("Belum ada", "None yet"),
        "proses": ("Dalam proses", "In progress"),
        "ada": ("Ada", "Exists"),
        "tidak_relevan": ("Tidak relevan", "Not relevant"),
    },
    "answer_sign": {
        "kurang": ("Ada, belum lengkap", "Exists, not complete"),
    },
    "follow_up_state": {
        "belum": ("Belum dikerjakan", "Not started"),
        "proses": ("Dalam proses", "In progress"),
        "selesai": ("Selesai", "Done"),
        "batal": ("Batal", "Cancelled"),
    },
    "evidence_owner": {
        "answer": ("Jawaban prasyarat", "Answer of a checklist"),
        "meeting": ("Rapat", "Meeting"),
        "follow_up": ("Tindak lanjut", "Follow-up"),
        "output": ("Hasil rapat", "Meeting result"),
        "regulation": ("Peraturan", "Regulation"),
        "decree": ("Keputusan (SK)", "Decree"),
        "award": ("Penghargaan", "Award"),
        "gender_index": ("Indeks gender", "Gender index"),
        "gender_budget": ("Anggaran responsif gender", "Gender-responsive budget"),
        "gap": ("GAP", "GAP"),
        "gbs": ("GBS", "GBS"),
        "semester_report": ("Laporan semester", "Semester report"),
    },
    "sheet_state": {
        "draf": ("Draf", "Draft"),
        "siap": ("Siap diperiksa", "Ready for checking"),
        "final": ("Final", "Final"),
    },
    "decree_kind": {
        "pokja": ("SK Pokja PUG", "Decree on the working group"),
        "team_driver": ("SK Team Driver", "Decree on the driver team"),
        "focal_point": ("SK focal point", "Decree on focal points"),
        "tim_teknis": ("SK tim teknis", "Decree on the technical team"),
        "fasilitator": ("SK fasilitator", "Decree on facilitators"),
        "pengelola_data": ("SK pengelola atau forum data gender", "Decree on gender data managers"),
        "lainnya": ("SK lain", "Other decree"),
    },
    "validity": {
        "berlaku": ("Berlaku", "In force"),
        "segera_berakhir": ("Segera berakhir", "Ends soon"),
        "berakhir": ("Tidak berlaku lagi", "No longer in force"),
        "belum_mulai": ("Belum berlaku", "Not yet in force"),
        "tanpa_tanggal": ("Tanggal belum diisi", "No date yet"),
    },
    "gap_model": {
        "sembilan": ("GAP sembilan langkah", "GAP of nine steps"),
        "empat": ("GAP empat langkah", "GAP of four steps"),
    },
    "gender_index": {
        "IPG": ("Indeks Pembangunan Gender (IPG)", "Gender Development Index (IPG)"),
        "IDG": ("Indeks Pemberdayaan Gender (IDG)", "Gender Empowerment Measure (IDG)"),
        "IKG": ("Indeks Ketimpangan Gender (IKG)", "Gender Inequality Index (IKG)"),
    },
    "meeting_state": {
        "rencana": ("Direncanakan", "Planned"),
        "terlaksana": ("Terlaksana", "Held"),
        "batal": ("Batal", "Called off"),
    },
    "counted_by": {
        "daftar": ("Daftar hadir", "The attendance list"),
        "jumlah": ("Jumlah yang diketik", "The numbers that were typed"),
    },
    "attendance_role": {
        "peserta": ("Peserta", "Participant"),
        "narasumber": ("Narasumber", "Speaker"),
        "pimpinan": ("Pimpinan", "Chair"),
        "panitia": ("Panitia", "Organiser"),
    },
    "age_band": {
        "u18": ("Di bawah 18 tahun", "Under 18"),
        "18_30": ("18-30 tahun", "18 to 30"),
        "31_45": ("31-45 tahun", "31 to 45"),
        "46_59": ("46-59 tahun", "46 to 59"),
        "60_up": ("60 tahun ke atas", "60 and over"),
    },
    "disability": {
        "ya": ("Penyandang disabilitas", "Person with disability"),
        "tidak": ("Bukan penyandang disabilitas", "No disability"),
    },
    "achieved": {
        "belum": ("Belum tercapai", "Not reached"),
        "sebagian": ("Tercapai sebagian", "Reached in part"),
        "tercapai": ("Tercapai", "Reached"),
    },
    "same_person": {
        "sama": ("Orang yang sama", "The same person"),
        "beda": ("Orang yang berbeda", "Two persons"),
    },
    "verdict": {
        "diterima": ("Diterima", "Accepted"),
        "dikembalikan": ("Dikembalikan", "Sent back"),
        "catatan": ("Catatan", "Remark"),
    },
    "role": {
        "opd": ("Perangkat daerah (OPD)", "Office (OPD)"),
        "kabkota": ("Kabupaten/kota", "District or city"),
        "provinsi": ("Provinsi", "Province"),
    },
    "kind": {
        "office": ("kantor", "offices"),
        "office_name": ("nama kantor", "names of offices"),
        "person": ("orang", "persons"),
        "person_contact": ("kontak orang", "contacts of persons"),
        "person_link": ("orang yang sama", "same persons"),
        "holiday": ("hari libur", "holidays"),
        "decree": ("keputusan (SK)", "decrees"),
        "assignment": ("penugasan", "assignments"),
        "letterhead": ("kop surat", "letterheads"),
        "checklist": ("lembar prasyarat", "checklists"),
        "final_version": ("versi final", "final versions"),
        "answer": ("jawaban prasyarat", "answers"),
        "evidence": ("bukti dukung", "evidence"),
        "meeting_kind": ("jenis kegiatan", "kinds of meetings"),
        "meeting": ("rapat", "meetings"),
        "meeting_letter": ("surat undangan", "invitation letters"),
        "meeting_report": ("laporan kegiatan", "meeting reports"),
        "meeting_role": ("peran dalam rapat", "roles in meetings"),
        "agenda_item": ("acara rapat", "agenda items"),
        "invitation": ("undangan", "invitations"),
        "attendance": ("peserta", "participants"),
        "attendance_contact": ("kontak peserta", "contacts of participants"),
        "attendance_trait": ("umur dan disabilitas peserta", "age and disability of participants"),
        "headcount": ("jumlah peserta", "head counts"),
        "output": ("hasil rapat", "meeting results"),
        "meeting_decision": ("keputusan rapat", "decisions of meetings"),
        "follow_up": ("tindak lanjut", "follow-ups"),
        "regulation": ("peraturan", "regulations"),
        "award": ("penghargaan", "awards"),
        "gender_index": ("indeks gender", "gender indices"),
        "gender_budget": ("anggaran responsif gender", "gender-responsive budgets"),
        "gap": ("analisis gender (GAP)", "gender analyses (GAP)"),
        "gbs": ("pernyataan anggaran gender (GBS)", "gender budget statements"),
        "semester_report": ("laporan semester", "semester reports"),
        "review": ("pemeriksaan", "reviews"),
        "instrument": ("instrumen", "questionnaires"),
    },
}

_COLUMN = {"id": 0, "en": 1}


def label(group: str, code: str | None, lang: str = "id") -> str:
    """The word for a code: "Advokasi" for "advokasi" of group "meeting_kind"; None is read as ""."""
    words = _WORDS[group].get(code or "")
    return words[_COLUMN[lang]] if words else (code or "").replace("_", " ")


def labels(group: str, lang: str = "id") -> tuple[tuple[str, str], ...]:
    """All codes of a group with their words, in the order in which a list offers them; "not entered" is left out."""
    return tuple((code, words[_COLUMN[lang]]) for code, words in _WORDS[group].items() if code)


def not_entered(group: str) -> tuple[str, ...]:
    """The words that papers print where a value of a group was not entered, in both languages."""
    return _WORDS[group].get("", ())


def groups() -> tuple[str, ...]:
    """The names of the groups."""
    return tuple(_WORDS)
