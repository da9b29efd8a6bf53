"""The papers that go with a stick: the receipt of what was taken in, and the covering letter of what is sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pug_desktop import errors
from pug_desktop.app.paper_meeting import letterhead_paper, made_at_text
from pug_desktop.app.receipts import DIGEST_SHOWN, ReceiptFacts, receipt_facts
from pug_desktop.app.send import Addressee, Sent
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words, short_date_words, size_words
from pug_desktop.domain.kinds import RecordId
from pug_desktop.domain.words import label
from pug_desktop.reports.receipt import BundlePaper, write_bundle_papers


def receipts(ws: Workspace, bundle_ids: Sequence[RecordId], out: Path) -> Path:
    """Tanda terima: one page for each bundle that was taken in.

    Raises:
        NoSuchRecord: no such bundle was taken in, or none was named.
        DiskFull, FolderNotWritable
    """
    if not bundle_ids:
        raise errors.NoSuchRecord(kind="kiriman", id="")
    write_bundle_papers(out, [_receipt(ws, receipt_facts(ws, each)) for each in bundle_ids])
    return out


def covering_letter(ws: Workspace, sent: Sent, addressee: Addressee, out: Path) -> Path:
    """Surat pengantar: what lies on the stick, and the request to send the receipt back.

    Raises:
        DiskFull, FolderNotWritable
    """
    files = ", ".join(path.name for path in sent.files[:4])
    if len(sent.files) > 4:
        files += f" dan {len(sent.files) - 4} berkas lagi"
    paper = BundlePaper(
        letterhead=letterhead_paper(ws),
        title="Surat pengantar kiriman data",
        number=sent.seq,
        opening="Bersama ini disampaikan flashdisk berisi kiriman data PUG dengan rincian sebagai berikut.",
        facts=(
            ("Dari", _office(ws.profile.office_name, ws.profile.role)),
            ("Kepada", _office(addressee.office_name, addressee.role)),
            ("Berkas", files),
            ("Ukuran", size_words(sent.size)),
            ("Isi", "semua isian" if sent.full else "perubahan sejak kiriman yang sudah diterima"),
            ("Bukti dukung", _evidence(sent.evidence_files, sent.evidence_left_out, "ikut")),
        ),
        counts_title="Isian yang dikirim",
        counts=_counts(sent.counts),
        closing=(
            "Mohon flashdisk dibuka lewat halaman Terima pada PUG Desktop, lalu dikembalikan bersama tanda terimanya. "
            "Isi kiriman hanya dapat dibuka oleh kantor tujuan.",
        ),
        left="Yang menerima,",
        right="Yang menyerahkan,",
        bundle_id=sent.bundle_id,
        sender_device=ws.profile.device_id,
        digest=sent.digest[:DIGEST_SHOWN],
        made_at_text=made_at_text(ws),
    )
    write_bundle_papers(out, [paper])
    return out


def _receipt(ws: Workspace, facts: ReceiptFacts) -> BundlePaper:
    return BundlePaper(
        letterhead=letterhead_paper(ws),
        title="Tanda terima kiriman data",
        number=facts.seq,
        opening="Telah diterima dan dimasukkan ke PUG Desktop kiriman data PUG dengan rincian sebagai berikut.",
        facts=(
            ("Dari", _office(facts.sender_name, facts.sender_role)),
            ("Diterima oleh", _office(facts.receiver_name, facts.receiver_role)),
            ("Dibuat", _moment(facts.made_at)),
            ("Diterima", _moment(facts.taken_at)),
            ("Hasil", _result(facts)),
            ("Bukti dukung", _evidence(facts.files, facts.files_waiting, "diterima")),
        ),
        counts_title="Isian baru atau berubah",
        counts=_counts(facts.by_kind),
        closing=(),
        left="Yang menyerahkan,",
        right="Yang menerima,",
        bundle_id=facts.bundle_id,
        sender_device=facts.sender_device,
        digest=facts.digest,
        made_at_text=made_at_text(ws),
    )


def _office(name: str, role: str) -> str:
    return f"{name} – {label('role', role)}" if role else name


def _counts(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((label("kind", kind), count) for kind, count in counts.items() if count)


def _result(facts: ReceiptFacts) -> str:
    numbers = (
        ("isian baru", facts.new),
        ("isian berubah", facts.changed),
        ("isian sudah ada", facts.unchanged),
        ("perlu keputusan", facts.conflicts),
        ("ditunda", facts.parked),
        ("tidak diambil alih", facts.left_out),
    )
    words = [f"{number_words(count)} {name}" for name, count in numbers if count]
    return ", ".join(words) or "tidak ada yang berubah"


def _evidence(now: int, later: int, verb: str) -> str:
    words = f"{number_words(now)} berkas {verb}" if now else f"tidak ada berkas yang {verb}"
    return f"{words}; {number_words(later)} berkas menyusul" if later else words


def _moment(text: str) -> str:
    try:
        moment = datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        return text
    return f"{short_date_words(moment.date())} pukul {moment:%H.%M}"
