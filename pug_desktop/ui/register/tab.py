"""One register: the list at the left, the chosen row with its fields and evidence at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pug_desktop.app import documents, evidence, registers
from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.app.registers import RegisterRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.registers import Validity
from pug_desktop.errors import PugError
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.checklist.evidence import EvidenceBox
from pug_desktop.ui.checklist.evidence_work import EvidenceWork, Target
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.register.presenter import (
    listed,
    money_words,
    rank_words,
    share_words,
    title,
    validity_words,
    value_words,
)
from pug_desktop.ui.register.row_card import LETTERS, RowCard
from pug_desktop.ui.rows_model import ROW_ROLE, Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class RegisterTab(QWidget):
    """The rows of one register.

    Signals:
        saved, failed: of a field.
        removed: a sentence: a row or a file was taken away and can be brought back.
        add_wanted: the button of the empty page.
    """

    saved = Signal(object)
    failed = Signal(object)
    removed = Signal(str)
    add_wanted = Signal()

    def __init__(
        self, kind: str, workspace: Workspace, ask: Ask, jobs: Jobs, empty: parts.EmptyPage, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._ws, self._ask = workspace, ask
        self.chosen: RegisterRow | None = None
        self._rows: tuple[RegisterRow, ...] = ()
        self._proofs_of = ("", False)
        self.empty = empty
        self.empty.pressed.connect(self.add_wanted)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari…"))
        self.search.setAccessibleName(self.tr("Cari di daftar ini"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = RowsModel(self._columns(), self)
        self.table = RowsTable(self.model, self.tr("Daftar dokumen"), self)
        self.search.textChanged.connect(self.table.filter)
        self.table.chosen.connect(self._chose)
        options = [(each.name, each.label.of(language())) for each in registers.base_names(workspace)]
        self.card = RowCard(
            kind,
            self._write,
            self.tr("Hapus baris ini"),
            self,
            base_names=options,
            role=workspace.profile.role,
        )
        self.card.saved.connect(self._saved)
        self.card.failed.connect(self.failed)
        self.card.remove_pressed.connect(self._remove)
        self.proofs: EvidenceBox | None = None
        self._work = EvidenceWork(workspace, ask, jobs, self._target, self)
        self._work.changed.connect(self.refresh)
        self._work.saved.connect(self.saved)
        self._work.removed.connect(self.removed)
        self._build()

    def refresh(self) -> None:
        """Read the rows again; the chosen one stays chosen."""
        chosen = self.chosen.id if self.chosen is not None else None
        self._rows = registers.rows(self._ws, self.kind)
        self.model.set_rows(self._rows)
        self._stack.setCurrentWidget(self._full if self._rows else self.empty)
        self._show(next((row for row in self._rows if row.id == chosen), self._rows[0] if self._rows else None))

    def flush(self) -> None:
        """Commit what is typed while the row it belongs to is still the chosen one."""
        self.card.binder.flush()

    def choose(self, row_id: str) -> None:
        """Show one row at the right, ready to be filled in."""
        self.flush()
        self.refresh()
        self._show(next((row for row in self._rows if row.id == row_id), self.chosen))
        self.card.focus_first()

    def _build(self) -> None:
        self.left = QVBoxLayout()
        self.left.setSpacing(parts.GAP)
        self.left.addWidget(self.search)
        self.left.addWidget(self.table, 2)
        self.right = parts.ScrollColumn(self)
        self.right.body.addWidget(self.card)
        self.right.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self._full = QWidget(self)
        across = QHBoxLayout(self._full)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(parts.GAP)
        across.addLayout(self.left, 1)
        across.addWidget(self.right)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._full)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.addWidget(self._stack)

    def _columns(self) -> Sequence[Column]:
        lang = language()

        def named(row: RegisterRow) -> str:
            return listed(row, lang)

        proofs = Column(self.tr("Bukti"), lambda row: row.evidence, number=True)
        standing = Column(self.tr("Keadaan"), lambda row: validity_words(row, lang), icon=_sign)
        match self.kind:
            case "regulation":
                about = Column(self.tr("Tentang"), _about, width=0, tip=_about)
                return [Column(self.tr("Peraturan"), named, width=0, tip=named), about, standing, proofs]
            case "decree":
                return [Column(self.tr("SK"), named, width=0, tip=named), standing, proofs]
            case "award":
                category = Column(self.tr("Predikat"), lambda row: row.text("category"), width=140)
                return [Column(self.tr("Penghargaan"), named, width=0, tip=named), category, proofs]
            case "gender_index":
                return [
                    Column(self.tr("Indeks"), named, width=130, tip=named),
                    Column(self.tr("Nilai"), value_words, number=True),
                    Column(self.tr("Peringkat"), lambda row: rank_words(row, lang), width=0),
                    proofs,
                ]
        return [
            Column(
                self.tr("Tahun dan kantor"), lambda row: title(row, lang), width=0, tip=lambda row: title(row, lang)
            ),
            Column(self.tr("ARG"), lambda row: row.number("amount"), text=_money, number=True),
            Column(self.tr("Dari belanja"), lambda row: row.number("base"), text=_money, number=True),
            Column(self.tr("Bagian"), share_words, number=True),
        ]

    def _show(self, row: RegisterRow | None) -> None:
        self.chosen = row
        self.right.setVisible(row is not None)
        if row is not None:
            self.card.show_row(row)
            self._show_proofs(row)
            point_at(self.table, row.id)

    def _show_proofs(self, row: RegisterRow) -> None:
        if self.proofs is None or self._proofs_of != (row.id, row.mine):
            parts.clear(self.card.below)
            self.proofs = EvidenceBox((), self, editable=row.mine)
            self._work.serve(self.proofs)
            # The card is narrow; the tool tip says the rest.
            self.proofs.drop.original.setText(self.tr("Simpan foto apa adanya"))
            self.card.below.addWidget(self.proofs)
            self._proofs_of = (row.id, row.mine)
        self.proofs.show_evidence(evidence.of(self._ws, row.kind, row.id), self._judge, lacks=not row.evidence)

    def _judge(self, row: EvidenceRow) -> Sequence[str]:
        """What is wrong with a file; a row stands for many years, so none is too old for it."""
        return documents.flags_of_standing(row, self._ws.today)

    def _target(self) -> Target | None:
        row = self.chosen
        if row is None or not row.mine:
            return None
        self.flush()
        return Target(row.kind, lambda: row.id, evidence.of(self._ws, row.kind, row.id))

    def _chose(self, row: object) -> None:
        if isinstance(row, RegisterRow) and (self.chosen is None or row.id != self.chosen.id):
            self.flush()
            self._show(row)

    def _write(self, field: str, value: object) -> object:
        assert self.chosen is not None
        return registers.save(self._ws, self.kind, self.chosen.id, **{field: value})

    def _saved(self, saved: object) -> None:
        self.saved.emit(saved)
        self.refresh()

    def _remove(self) -> None:
        self.flush()
        row = self.chosen
        if row is None:
            return
        try:
            registers.remove(self._ws, self.kind, row.id)
        except PugError as error:
            self._ask.tell(error)
            return
        self.chosen = None
        self.refresh()
        name = title(row, language()) or self.tr("Baris")
        self.removed.emit(self.tr("{name} dihapus dari daftar.").format(name=name))


def point_at(table: RowsTable, record_id: str) -> None:
    """Mark the row of that record; the marking is lost whenever rows are read again."""
    shown = table.model()
    for number in range(shown.rowCount()):
        index = shown.index(number, 0)
        if getattr(index.data(ROW_ROLE), "id", None) == record_id:
            if index.row() != table.currentIndex().row():
                table.setCurrentIndex(index)
            return


def _sign(row: RegisterRow) -> QIcon | None:
    """What a person has to look at: a paper that ended, or will soon."""
    match row.validity:
        case Validity.ENDED:
            return icons.icon("warning", style.colours().bad)
        case Validity.ENDS_SOON:
            return icons.icon("clock", style.colours().warn)
    return None


def _about(row: RegisterRow) -> str:
    return row.text("about")


def _money(value: object) -> str:
    return money_words(value if isinstance(value, int) else None)
