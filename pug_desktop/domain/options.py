"""The closed lists: what a field with options may hold.

An option is added and never renamed or given another meaning.
"""

OFFICE_TYPES = ("opd", "kecamatan", "vertikal", "kampus", "lsm", "dunia_usaha", "media", "lainnya")
"""Institution types of domain guide 4: who is counted as what in a meeting."""

SEXES = ("L", "P")

MEETING_KINDS = (
    "rakor_pokja",
    "penguatan_pokja",
    "penguatan_focal_point",
    "advokasi",
    "sosialisasi",
    "bimtek",
    "pelatihan",
    "pendampingan",
    "persiapan_evaluasi",
    "verifikasi_lapangan",
    "lainnya",
)

MEETING_ROLES = ("pembuka", "narasumber", "moderator", "notulis", "pembawa_acara")

ASSIGNMENT_ROLES = (
    "focal_point",
    "ketua_pokja",
    "sekretaris_pokja",
    "anggota_pokja",
    "team_driver",
    "tim_teknis",
    "fasilitator",
)

ANSWER_STATES = ("belum_diisi", "belum_ada", "proses", "ada", "tidak_relevan")

FOLLOW_UP_STATES = ("belum", "proses", "selesai", "batal")

VERDICTS = ("diterima", "dikembalikan", "catatan")
"""What a reviewer says of an answer: accepted, sent back, or only a remark."""

EVIDENCE_OWNERS = (
    "answer",
    "meeting",
    "follow_up",
    "output",
    "regulation",
    "decree",
    "award",
    "gender_index",
    "gender_budget",
    "gap",
    "gbs",
    "semester_report",
)

SHEET_STATES = ("draf", "siap", "final")
"""Being filled in; ready to be looked at by the head of the office; final, as version n (`final_version`)."""

DECREE_KINDS = ("pokja", "team_driver", "focal_point", "tim_teknis", "fasilitator", "pengelola_data", "lainnya")
"""Who or what a decree (SK) appoints."""

GAP_MODELS = ("sembilan", "empat")
"""The classic Gender Analysis Pathway of nine steps, and the newer one of four (domain guide 1.3)."""

MEETING_STATES = ("rencana", "terlaksana", "batal")
"""Planned, held, called off; a meeting without one was held: nobody wrote meetings down before they were over."""

NOT_HELD = ("rencana", "batal")
"""The states of a meeting that nobody came to (yet): it never counts."""

COUNTED_BY = ("daftar", "jumlah")
"""What counts where a meeting has both a list and a head count: the persons on the list, or the numbers."""

ATTENDANCE_ROLES = ("peserta", "narasumber", "pimpinan", "panitia")

AGE_BANDS = ("u18", "18_30", "31_45", "46_59", "60_up")
"""Bands of age in years; 60 and over is "lansia" (domain guide 4)."""

DISABILITY = ("ya", "tidak")

ACHIEVED = ("belum", "sebagian", "tercapai")
"""How far an expected result of a meeting was reached."""

SAME_PERSON = ("sama", "beda")
"""What somebody said of two entries of the register: one person, or two."""
