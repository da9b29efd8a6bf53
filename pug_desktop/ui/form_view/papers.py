"""Answers that are words: a document with its number and dates, a count with names, free text."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from pug_desktop.ui import parts
from pug_desktop.ui.form_view.answer import AnswerField, as_int, as_names, as_parts, given
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import LongTextInput, NumberInput, TextInput

DOCUMENT_KINDS = (
    *("Peraturan Daerah", "Peraturan Bupati", "Peraturan Wali Kota", "Peraturan Gubernur", "Instruksi Bupati"),
    *("Instruksi Wali Kota", "Surat Edaran", "Keputusan Bupati", "Keputusan Wali Kota", "Keputusan Sekretaris Daerah"),
    *("Keputusan Kepala Dinas", "SOP", "Petunjuk Teknis", "Rencana Aksi Daerah", "Laporan", "Nota Kesepahaman"),
)
"""What is offered while the kind of a document is typed; own words are taken as well."""


class DocumentField(AnswerField):
    """Kind, number, date, title and end of validity of a document; its file is evidence."""

    def build(self) -> None:
        """Three rows of inputs."""
        self._kind = TextInput("", self, hint=self.tr("misalnya Peraturan Wali Kota"), limit=120)
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(DOCUMENT_KINDS), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._edited)
        self._kind.setCompleter(completer)
        self._number = TextInput("", self, hint=self.tr("misalnya 56 Tahun 2018"), limit=120)
        self._title = TextInput("", self, limit=500)
        self._date, self._until = DateInput("", self), DateInput("", self)
        for each in (self._kind, self._number, self._title, self._date, self._until):
            self.listen(each)
        grid = self.grid()
        grid.addLayout(parts.field(self.tr("Jenis dokumen"), self._kind), 0, 0)
        grid.addLayout(parts.field(self.tr("Nomor"), self._number), 0, 1)
        grid.addLayout(parts.field(self.tr("Judul"), self._title), 1, 0, 1, 2)
        grid.addLayout(parts.field(self.tr("Tanggal"), self._date), 2, 0)
        grid.addLayout(parts.field(self.tr("Berlaku sampai (bila ada)"), self._until), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def value(self) -> object:
        """The parts that were entered, or None."""
        return (
            given(
                document_kind=self._kind.value(),
                number=self._number.value(),
                date=self._date.value(),
                title=self._title.value(),
                valid_until=self._until.value(),
            )
            or None
        )

    def show_value(self, value: object) -> None:
        """Show all parts."""
        named = as_parts(value)
        self._kind.set_value(named.get("document_kind"))
        self._number.set_value(named.get("number"))
        self._title.set_value(named.get("title"))
        self._date.set_value(named.get("date"))
        self._until.set_value(named.get("valid_until"))

    def check(self) -> str:
        """A document does not end before it begins."""
        begins, ends = self._date.value(), self._until.value()
        if begins and ends and ends < begins:
            return self.tr("Masa berlaku berakhir sebelum tanggal dokumen. Periksa kedua tanggal.")
        return ""


class CountWithNamesField(AnswerField):
    """A count and the names behind it, one a line."""

    def build(self) -> None:
        """The number, and a larger field for names."""
        self._count = NumberInput("", self)
        self._names = LongTextInput("", self, lines=4, hint=self.tr("Satu nama pada setiap baris"))
        for each in (self._count, self._names):
            self.listen(each)
        unit = self.question.unit
        counted = self.tr("Jumlah {what}").format(what=unit.of(self.lang)) if unit else self.tr("Jumlah")
        self.body.addLayout(parts.row(parts.field(counted, self._count), None))
        self.body.addLayout(parts.field(self.tr("Nama"), self._names))

    def value(self) -> object:
        """{"count", "names"} of what was entered, or None; names without a number count themselves."""
        names = self._listed()
        count = self._count.value()
        if count is None and names:
            count = len(names)
        return given(count=count, names=names or None) or None

    def show_value(self, value: object) -> None:
        """Show both."""
        self._count.set_value(as_int(as_parts(value).get("count")))
        self._names.set_value("\n".join(as_names(as_parts(value).get("names"))))

    def summary(self) -> str:
        """Says when number and names differ; that is allowed, some names may not be known."""
        count, listed = self._count.value(), len(self._listed())
        if listed and count is not None and count != listed:
            return self.tr("Jumlah {count}, nama yang tertulis {listed}.").format(count=count, listed=listed)
        if listed and count is None:
            return self.tr("{listed} nama tertulis.").format(listed=listed)
        return ""

    def _listed(self) -> list[str]:
        return [name.strip() for name in (self._names.value() or "").splitlines() if name.strip()]


class WordsField(AnswerField):
    """Free text."""

    def build(self) -> None:
        """Several lines."""
        self._text = LongTextInput(self.question.label.of(self.lang), self, lines=4)
        self.listen(self._text)
        self.body.addWidget(self._text)

    def value(self) -> object:
        """The text, or None."""
        return self._text.value()

    def show_value(self, value: object) -> None:
        """Show the text."""
        self._text.set_value(value)
