"""One file of the evidence: what is known of the document, what is wrong with it, and a place to type that."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from pug_desktop.app.evidence import EvidenceRow
from pug_desktop.domain.dates import parse_date, short_date_words, size_words
from pug_desktop.domain.evidence_flags import MISSING, flag_words
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import TextInput
from pug_desktop.ui.saved import AutoSave
from pug_desktop.ui.texts import language


class EvidenceLine(QFrame):
    """A file with its buttons; the pencil unfolds title, number, date and end of validity.

    Attributes:
        editable: whether it can be described and taken off.

    Signals:
        open_wanted, remove_wanted: the id.
        described: the id, and a dict of what was typed.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    described = Signal(str, dict)

    def __init__(self, row: EvidenceRow, parent: QWidget, *, editable: bool) -> None:
        super().__init__(parent)
        self.editable = editable
        self._id = row.id
        self._form: QWidget | None = None
        self._savers: list[AutoSave] = []
        image = QLabel(self)
        image.setPixmap(icons.picture("pdf" if row.media_type == "application/pdf" else "report", 20))
        self._name = parts.label("", parent=self)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._facts = parts.label("", "muted small", self)
        self._chips = FlowLayout(spacing=4)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for widget in (self._name, self._facts):
            texts.addWidget(widget)
        texts.addLayout(self._chips)
        self.edit = self._tool("edit", self.tr("Nomor, tanggal, dan masa berlaku {name}"), row.file_name)
        self.edit.setCheckable(True)
        self.edit.toggled.connect(self._unfold)
        self.open = self._tool("open", self.tr("Buka {name}"), row.file_name)
        self.open.clicked.connect(self._open)
        self.remove = self._tool("trash", self.tr("Lepas {name}"), row.file_name)
        self.remove.clicked.connect(self._remove)
        line = QHBoxLayout()
        line.setSpacing(style.GRID)
        line.addWidget(image, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        for tool in (self.edit, self.open, self.remove):
            line.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(4, 4, 4, 4)
        self._body.addLayout(line)
        for tool in (self.edit, self.remove):
            tool.setVisible(editable)
        self._row = row

    def show_row(self, row: EvidenceRow, flags: Sequence[str]) -> None:
        """The file as it is now; an input in which a person is typing stays as it is."""
        self._row = row
        self._name.setText(row.title or row.file_name)
        self._name.setToolTip(row.file_name)
        self._facts.setText(self._fact_words(row))
        self.open.setVisible(row.present)
        parts.clear(self._chips)
        for flag in flags:
            self._chips.addWidget(parts.chip(flag_words(flag, language()), "bad" if flag == MISSING else "warn", self))
        if self._form is not None:
            self._load()

    def _fact_words(self, row: EvidenceRow) -> str:
        lang = language()
        on, until = parse_date(row.document_on), parse_date(row.valid_until)
        said = [self.tr("No. {number}").format(number=row.document_number)] if row.document_number else []
        said += [short_date_words(on, lang)] if on else []
        said += [self.tr("berlaku sampai {day}").format(day=short_date_words(until, lang))] if until else []
        # An expired or old paper is only found where its dates were typed.
        if not said and self.editable:
            said.append(self.tr("nomor dan tanggal belum diisi"))
        return " · ".join([*said, size_words(row.size, lang)])

    def _tool(self, icon: str, words: str, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setIcon(icons.icon(icon))
        made.setIconSize(QSize(20, 20))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = words.format(name=name)
        made.setToolTip(text)
        made.setAccessibleName(text)
        return made

    # --- what is known of the document --------------------------------------------------------------------------

    def _unfold(self, on: bool) -> None:
        if on and self._form is None:
            self._build_form()
            self._load()
        if self._form is not None:
            self._form.setVisible(on)
            if on:
                self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_form(self) -> None:
        self._form = QWidget(self)
        grid = QGridLayout(self._form)
        grid.setContentsMargins(28, 0, 0, style.GRID)
        grid.setSpacing(style.GRID)
        self.title = TextInput("", self._form, limit=300)
        self.number = TextInput("", self._form, hint=self.tr("misalnya 56 Tahun 2018"), limit=120)
        self.on, self.until = DateInput("", self._form), DateInput("", self._form)
        grid.addLayout(parts.field(self.tr("Judul dokumen"), self.title), 0, 0)
        grid.addLayout(parts.field(self.tr("Nomor dokumen"), self.number), 0, 1)
        grid.addLayout(parts.field(self.tr("Tanggal dokumen"), self.on), 1, 0)
        grid.addLayout(parts.field(self.tr("Berlaku sampai (bila ada)"), self.until), 1, 1)
        self._refused = parts.label("", "bad small", self._form)
        self._refused.hide()
        grid.addWidget(self._refused, 2, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._body.addWidget(self._form)
        self._savers = [
            AutoSave(self.title, self.title.value, self._write_title),
            AutoSave(self.number, self.number.value, self._write_number),
            AutoSave(self.on, self.on.value, self._write_dates),
            AutoSave(self.until, self.until.value, self._write_dates),
        ]

    def _load(self) -> None:
        row = self._row
        shown = (row.title, row.document_number, row.document_on, row.valid_until)
        fields: tuple[TextInput | DateInput, ...] = (self.title, self.number, self.on, self.until)
        for field, value, saver in zip(fields, shown, self._savers, strict=True):
            focus = self.focusWidget()
            typing = focus is not None and (focus is field or field.isAncestorOf(focus)) and self.isActiveWindow()
            if not typing and not saver.pending:
                field.set_value(value)
                saver.settle()

    def _write_title(self, value: object) -> None:
        self.described.emit(self._id, {"title": value})

    def _write_number(self, value: object) -> None:
        self.described.emit(self._id, {"document_number": value})

    def _write_dates(self, _value: object) -> None:
        begins, ends = self.on.value(), self.until.value()
        wrong = bool(begins and ends and ends < begins)
        self._refused.setText(
            self.tr("Masa berlaku berakhir sebelum tanggal dokumen. Periksa kedua tanggal.") if wrong else ""
        )
        self._refused.setVisible(wrong)
        if not wrong:
            self.described.emit(self._id, {"document_on": begins, "valid_until": ends})

    def _open(self) -> None:
        self.open_wanted.emit(self._id)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._id)
