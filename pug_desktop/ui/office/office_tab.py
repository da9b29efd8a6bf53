"""The offices of a region: the N of "x dari N OPD", and who of them exchanges with us."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pug_desktop.app import offices
from pug_desktop.app.offices import OfficeRow
from pug_desktop.app.regions import region
from pug_desktop.app.workspace import Workspace
from pug_desktop.domain.dates import number_words
from pug_desktop.domain.words import label, labels
from pug_desktop.errors import PugError, UnknownRegion
from pug_desktop.ui import icons, parts
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.carry.amounts import moment_words, short_moment_words
from pug_desktop.ui.form_view.inputs import ChoiceInput, TextInput
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class CheckInput(QCheckBox):
    """A yes or no with the manners of our other inputs.

    Signals:
        edited: a person changed it.
    """

    edited = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick it without telling anybody."""
        self.setChecked(bool(value))

    def problem(self) -> str:
        """A tick is never wrong."""
        return ""


class OfficeTab(QWidget):
    """The list at the left, the chosen office at the right.

    Signals:
        saved, failed: of a field.
        remove_pressed: the id of an office and its name.
    """

    saved = Signal(object)
    failed = Signal(object)
    remove_pressed = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chosen: OfficeRow | None = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Cari kantor…"))
        self.search.setAccessibleName(self.tr("Cari kantor"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._sums = parts.label("", "muted", self, wrap=False)
        self.model = RowsModel(self._columns(), self)
        self.table = RowsTable(self.model, self.tr("Daftar kantor"), self)
        self.card = parts.Card(self)
        self.name = TextInput(self.tr("Nama kantor"), self)
        self.short_name = TextInput(self.tr("Singkatan"), self, hint=self.tr("mis. Dinkes"))
        self.office_type = ChoiceInput(labels("office_type", language()), self.tr("Jenis instansi"), self)
        self.in_pokja = CheckInput(self.tr("Anggota Pokja PUG"), self)
        self._facts = parts.label("", "muted small", self)
        self._remove = parts.button(self.tr("Hapus kantor"), "trash", "quiet", self)
        self.binder = Binder(self._write, self)
        for field, widget in (
            ("name", self.name),
            ("short_name", self.short_name),
            ("office_type", self.office_type),
            ("in_pokja", self.in_pokja),
        ):
            self.binder.tie(field, widget)
        self._build()
        self.search.textChanged.connect(self.table.filter)
        self.table.chosen.connect(self._choose)
        self._remove.clicked.connect(self._remove_chosen)
        self.binder.saved.connect(self._saved)
        self.binder.failed.connect(self.failed)

    def refresh(self) -> None:
        """Read the offices again; the chosen one stays chosen."""
        rows = offices.offices(self._workspace)
        chosen = self._chosen.id if self._chosen else None
        self.model.set_rows(rows)
        self._sums.setText(self._sums_words(rows))
        self._show(next((row for row in rows if row.id == chosen), None))

    def choose(self, office_id: str) -> None:
        """Show one office at the right."""
        rows = offices.offices(self._workspace)
        self._show(next((row for row in rows if row.id == office_id), None))
        self.name.setFocus()

    def _columns(self) -> list[Column]:
        columns = [Column(self.tr("Kantor"), _name, width=0, tip=_name)]
        if self._workspace.profile.role == "provinsi":
            columns.append(Column(self.tr("Kabupaten/kota"), _region, width=170, tip=_region))
        return [
            *columns,
            Column(self.tr("Jenis"), _type),
            Column(self.tr("Pokja"), _in_pokja, text=self._yes),
            Column(self.tr("Kartu kunci"), _enrolled, text=self._has),
            Column(self.tr("Terakhir diterima"), _last_received, text=_moment),
        ]

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(parts.GAP)
        above = parts.row(self.search, self._sums, spacing=parts.GAP)
        above.setStretch(0, 1)
        left.addLayout(above)
        left.addWidget(self.table, 1)
        for each in (self.name, self.short_name, self.office_type):
            self.card.body.addLayout(parts.field(each.accessibleName(), each))
        self.card.body.addWidget(self.in_pokja)
        self.card.body.addWidget(self._facts)
        self.card.body.addStretch(1)
        self.card.body.addLayout(parts.row(None, self._remove))
        self.card.setFixedWidth(self.fontMetrics().averageCharWidth() * 36)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, parts.GAP, 0, 0)
        layout.setSpacing(parts.GAP)
        layout.addLayout(left, 1)
        layout.addWidget(self.card)
        self.card.hide()

    def _show(self, row: OfficeRow | None) -> None:
        self._chosen = row
        self.card.setVisible(row is not None)
        if row is None:
            return
        self.binder.load(
            {
                "name": row.name,
                "short_name": row.short_name or None,
                "office_type": row.office_type,
                "in_pokja": row.in_pokja,
            }
        )
        own = row.id == self._workspace.profile.office_id
        below_region = row.region_code == self._workspace.profile.region_code
        self.binder.set_read_only(not below_region)
        self._remove.setVisible(below_region and not own)
        facts = []
        if own:
            facts.append(self.tr("Ini kantor Anda sendiri."))
        if not below_region:
            facts.append(self.tr("Kantor ini dicatat oleh {region}.").format(region=_region(row)))
        if row.last_received:
            facts.append(
                self.tr("Kiriman terakhir diterima {m}.").format(m=moment_words(row.last_received, language()))
            )
        self._facts.setText(" ".join(facts))

    def _choose(self, row: object) -> None:
        if isinstance(row, OfficeRow) and (self._chosen is None or row.id != self._chosen.id):
            self.binder.flush()
            self._show(row)

    def _write(self, field: str, value: object) -> object:
        assert self._chosen is not None
        return offices.save_office(self._workspace, self._chosen.id, **{field: value})

    def _saved(self, saved: object) -> None:
        self.saved.emit(saved)
        self.refresh()

    def _remove_chosen(self) -> None:
        if self._chosen is None:
            return
        row, self._chosen = self._chosen, None
        try:
            offices.remove_office(self._workspace, row.id)
        except PugError as error:
            self.failed.emit(error)
            return
        self.refresh()
        self.remove_pressed.emit(row.id, row.name)

    def _sums_words(self, rows: Sequence[OfficeRow]) -> str:
        counted = sum(row.office_type == "opd" and not row.closed for row in rows)
        enrolled = sum(row.enrolled for row in rows)
        return self.tr("{all} kantor · {opd} OPD · {enrolled} punya kartu kunci").format(
            all=number_words(len(rows)), opd=number_words(counted), enrolled=number_words(enrolled)
        )

    def _yes(self, value: object) -> str:
        return self.tr("ya") if value else "–"

    def _has(self, value: object) -> str:
        return self.tr("punya") if value else self.tr("belum")


def _name(row: OfficeRow) -> str:
    return row.name


def _region(row: OfficeRow) -> str:
    try:
        return region(row.region_code).name
    except UnknownRegion:
        return row.region_code


def _type(row: OfficeRow) -> str:
    words = label("office_type", row.office_type, language())
    return words.partition("(")[2].rstrip(")") or words


def _in_pokja(row: OfficeRow) -> int:
    return int(row.in_pokja)


def _enrolled(row: OfficeRow) -> int:
    return int(row.enrolled)


def _last_received(row: OfficeRow) -> str:
    return row.last_received or ""


def _moment(text: str) -> str:
    return short_moment_words(text, language(), clock=False) or "–"
