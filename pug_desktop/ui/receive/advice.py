"""The sentences below the numbers: what they mean and what to do about them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from pug_desktop.app.received import Received
from pug_desktop.domain.dates import number_words


def advice(results: Sequence[Received], *, before: bool = False) -> list[str]:
    """One sentence for each thing that needs explaining; `before`: nothing has been taken in yet."""
    lines = []
    if count := sum(each.conflicts for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice",
                "{n} perlu keputusan: dua kantor mengisinya berbeda. Kedua isian tersimpan sampai seseorang memilih.",
            ).format(n=number_words(count))
        )
    if count := sum(each.parked for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice",
                "{n} ditunda: menunggu isian lain yang belum diterima, atau dibuat program yang lebih baru. "
                "Isian itu tersimpan dan tampil begitu yang ditunggu ada.",
            ).format(n=number_words(count))
        )
    if count := sum(each.left_out for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice",
                "{n} isian tidak diambil alih, karena pengirim tidak berhak mengisinya. Sampaikan kepada pengirim.",
            ).format(n=number_words(count))
        )
    if count := sum(each.files_waiting for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice", "{n} berkas bukti dukung menyusul; diminta lagi pada kiriman berikutnya dari sini."
            ).format(n=number_words(count))
        )
    if count := sum(each.returned for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice", "{n} isian kantor ini sendiri yang pernah hilang dari komputer ini ada kembali."
            ).format(n=number_words(count))
        )
    if count := sum(len(each.confirmed) for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice", "Pengirim memberitahukan bahwa {n} kiriman dari sini sudah diterimanya."
            ).format(n=number_words(count))
        )
    if not before and any(not each.acknowledged for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice",
                "Ada kiriman sebelumnya yang belum sampai. Yang ini sudah masuk; pengirim akan mengulang yang kurang.",
            )
        )
    if any(each.diverged for each in results):
        lines.append(
            QCoreApplication.translate(
                "ReceiveAdvice", "Isian di sini dan di pengirim belum sama; kiriman berikutnya dibuat lengkap."
            )
        )
    return lines
