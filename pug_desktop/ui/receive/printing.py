"""Receipts on paper: ask where, write the PDF, say that it is made."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from pug_desktop.app.workspace import Workspace
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.report.done_band import DoneBand
from pug_desktop.ui.report.paths import plain_name


def print_receipts(
    workspace: Workspace, ask: Ask, jobs: Jobs, bundle_ids: Sequence[str], sender: str, band: DoneBand
) -> None:
    """One page for each bundle; `band` tells of the paper and opens it."""
    out = ask.save_file(
        QCoreApplication.translate("ReceivePage", "Simpan tanda terima"),
        f"tanda-terima_{plain_name(sender)}.pdf",
        QCoreApplication.translate("ReceivePage", "Dokumen PDF (*.pdf)"),
    )
    if out is None or not bundle_ids:
        return

    def write(_step: object) -> Path:
        from pug_desktop.app import paper_receipt

        return paper_receipt.receipts(workspace, bundle_ids, out)

    def made(path: object) -> None:
        if isinstance(path, Path):
            band.show_paper(path, at_once=True)

    jobs.start(write, label=QCoreApplication.translate("ReceivePage", "Menyusun tanda terima"), succeeded=made)
