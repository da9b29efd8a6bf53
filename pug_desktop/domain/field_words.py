"""What people call the fields of a record, for lists in which fields of all kinds stand beside each other.

A field that is not listed comes from a newer program: it is shown under its own name, so that nothing disappears.
"""

from collections.abc import Mapping

from pug_desktop.domain.kinds import KINDS

_SAME: Mapping[str, tuple[str, str]] = {
    "about": ("tentang", "about"),
    "action": ("rencana aksi", "plan of action"),
    "activity": ("kegiatan", "activity"),
    "address": ("alamat", "address"),
    "answer": ("jawaban", "answer"),
    "category": ("kategori", "category"),
    "chair": ("pimpinan rapat", "chaired by"),
    "chair_name": ("nama pimpinan rapat", "name of the chair"),
    "chair_position": ("jabatan pimpinan rapat", "position of the chair"),
    "closed_on": ("tanggal ditutup", "closed on"),
    "closing": ("penutup", "closing"),
    "count": ("jumlah peserta", "number of participants"),
    "day": ("tanggal", "day"),
    "decree_kind": ("jenis SK", "kind of decree"),
    "decree_number": ("nomor SK", "decree number"),
    "decree_on": ("tanggal SK", "decree date"),
    "disaggregation": ("data terpilah yang dibahas", "disaggregated data discussed"),
    "discussion": ("pembahasan", "discussion"),
    "document_number": ("nomor dokumen", "document number"),
    "document_on": ("tanggal dokumen", "document date"),
    "done_on": ("tanggal selesai", "done on"),
    "due_on": ("batas waktu", "due on"),
    "efforts": ("upaya yang dilakukan", "efforts made"),
    "email": ("surel", "e-mail"),
    "enacted_on": ("ditetapkan tanggal", "enacted on"),
    "end_time": ("jam selesai", "end"),
    "excludes_speakers": ("tidak termasuk narasumber", "speakers not counted"),
    "expected": ("hasil yang diharapkan", "expected result"),
    "female": ("perempuan", "women"),
    "file": ("berkas", "file"),
    "file_name": ("nama berkas", "file name"),
    "form": ("formulir", "form"),
    "form_sha256": ("tanda formulir", "mark of the form"),
    "form_version": ("versi formulir", "version of the form"),
    "from_on": ("mulai tanggal", "from"),
    "goal": ("tujuan", "goal"),
    "held": ("hari dan tanggal", "day and date"),
    "in_pokja": ("anggota Pokja PUG", "member of the working group"),
    "index": ("indeks", "index"),
    "institutions": ("jumlah instansi", "number of institutions"),
    "item": ("butir", "question"),
    "letter_number": ("nomor surat", "number of the letter"),
    "line1": ("kop surat baris 1", "letterhead line 1"),
    "line2": ("kop surat baris 2", "letterhead line 2"),
    "line3": ("kop surat baris 3", "letterhead line 3"),
    "line4": ("kop surat baris 4", "letterhead line 4"),
    "logo_sha256": ("gambar kop surat", "picture of the letterhead"),
    "amount": ("ARG (rupiah)", "gender-responsive budget (rupiah)"),
    "base": ("belanja pembanding (rupiah)", "reference spending (rupiah)"),
    "base_name": ("nama belanja pembanding", "name of the reference spending"),
    "budget": ("anggaran", "budget"),
    "institution_amount": ("anggaran pelembagaan PUG", "budget for institutionalising PUG"),
    "male": ("laki-laki", "men"),
    "media_type": ("jenis berkas", "type of file"),
    "model": ("model GAP", "model of the GAP"),
    "month": ("bulan", "month"),
    "name": ("nama", "name"),
    "nip": ("NIP", "NIP"),
    "note": ("catatan", "note"),
    "number": ("nomor", "number"),
    "office_id": ("kantor", "office"),
    "office_name": ("instansi", "institution"),
    "office_type": ("jenis instansi", "type of institution"),
    "opening": ("pembukaan", "opening"),
    "organiser": ("penyelenggara", "organiser"),
    "override_reason": ("alasan mengisi sendiri", "reason for an own figure"),
    "outcome": ("hasil (outcome)", "outcome"),
    "output": ("keluaran (output)", "output"),
    "owner_id": ("melekat pada", "attached to"),
    "owner_kind": ("bukti untuk", "evidence for"),
    "participant_groups": ("kelompok peserta", "groups of participants"),
    "person_id": ("orang", "person"),
    "person_name": ("penanggung jawab", "responsible"),
    "phone": ("nomor telepon", "telephone"),
    "place": ("tempat", "place"),
    "position": ("jabatan", "position"),
    "problems": ("masalah yang dihadapi", "problems met"),
    "programme": ("program", "programme"),
    "programmes": ("program dan kegiatan yang dilaksanakan", "programmes and activities carried out"),
    "progress": ("kemajuan", "progress"),
    "rank": ("peringkat", "rank"),
    "rank_of": ("dari berapa", "out of"),
    "rank_scope": ("lingkup peringkat", "scope of the rank"),
    "ranking": ("peringkat", "rank"),
    "region_code": ("wilayah", "region"),
    "regulation_kind": ("jenis peraturan", "kind of regulation"),
    "remark": ("catatan pemeriksa", "reviewer's remark"),
    "review": ("hasil pemeriksaan", "result of the review"),
    "reviewed_on": ("diperiksa tanggal", "reviewed on"),
    "reviewer": ("pemeriksa", "reviewer"),
    "role": ("peran", "role"),
    "seen": ("jawaban yang diperiksa", "answer reviewed"),
    "semester": ("semester", "semester"),
    "sent_on": ("dikirim tanggal", "sent on"),
    "sex": ("jenis kelamin", "sex"),
    "sha256": ("isi berkas", "content of the file"),
    "short_name": ("singkatan", "short name"),
    "signing_place": ("tempat tanda tangan", "place of signing"),
    "signer": ("penanda tangan", "signer"),
    "signer_position": ("jabatan penanda tangan", "position of the signer"),
    "situation": ("analisis situasi", "analysis of the situation"),
    "size": ("ukuran", "size"),
    "source_note": ("catatan sumber", "note on the source"),
    "start_time": ("jam mulai", "start"),
    "state": ("keadaan", "state"),
    "state_by": ("ditetapkan oleh", "set by"),
    "state_on": ("ditetapkan tanggal", "set on"),
    "status": ("status", "status"),
    **{f"step{number}": (f"langkah {number}", f"step {number}") for number in range(1, 10)},
    "agencies": ("instansi yang terlibat", "agencies involved"),
    "targets": ("sasaran kegiatan", "target groups"),
    "text": ("uraian", "text"),
    "theme": ("tema", "theme"),
    "time": ("waktu", "time"),
    "title": ("judul", "title"),
    "total": ("jumlah seluruhnya", "all together"),
    "trained_on": ("tanggal pelatihan", "trained on"),
    "until_on": ("sampai tanggal", "until"),
    "valid_until": ("berlaku sampai", "valid until"),
    "value": ("nilai", "value"),
    "verdict": ("hasil", "verdict"),
    "weekday": ("hari", "weekday"),
    "year": ("tahun", "year"),
}

_OWN: Mapping[tuple[str, str], tuple[str, str]] = {
    ("award", "award"): ("penghargaan", "award"),
    ("meeting", "kind"): ("jenis kegiatan", "kind of activity"),
    ("meeting_role", "name"): ("nama orang", "name"),
    ("person", "rank"): ("pangkat", "rank"),
    ("decree", "decree_on"): ("tanggal SK", "date of the decree"),
    ("decree", "number"): ("nomor SK", "number of the decree"),
    ("semester_report", "budget"): ("penggunaan anggaran", "budget used"),
    ("meeting", "letter_number"): ("nomor surat undangan", "number of the invitation"),
    ("regulation", "number"): ("nomor peraturan", "number"),
    ("evidence", "title"): ("judul bukti", "title"),
    ("office", "name"): ("nama kantor", "name of the office"),
    ("assignment", "role"): ("penugasan", "assignment"),
}

_COLUMN = {"id": 0, "en": 1}


def field_label(kind: str, name: str, lang: str = "id") -> str:
    """What a field or a cell of a kind is called: "pimpinan rapat" for ("meeting", "chair")."""
    words = _OWN.get((kind, name)) or _SAME.get(name)
    return words[_COLUMN[lang]] if words else name.replace("_", " ")


def unnamed() -> tuple[tuple[str, str], ...]:
    """The fields and cells that have no word yet; of what only machines read none is asked."""
    asked = {
        (kind.name, name)
        for kind in KINDS.values()
        if not kind.immutable
        for name in (*(each.name for each in kind.fields), *(cell.name for cell in kind.cells))
        if not name.endswith("_id")
    }
    return tuple(sorted(each for each in asked if each not in _OWN and each[1] not in _SAME))
