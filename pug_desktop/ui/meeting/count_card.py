"""Head counts of a meeting of which no names are kept; L and P may stay unknown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from pug_desktop.domain.dates import number_words
from pug_desktop.domain.words import labels
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.inputs import NumberInput
from pug_desktop.ui.meeting.remarks import CountRemark, count_remark, full_total, traits_exceed
from pug_desktop.ui.saved import AutoSave
from pug_desktop.ui.texts import language

LARGEST = 100_000


class CountCard(parts.Card):
    """The counts that somebody reported.

    Signals:
        edited: the fields (dict), when one was left.
        decide_pressed: the two values shall be decided upon.
    """

    edited = Signal(object)
    decide_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, heading="", margin=parts.MARGIN)
        self.male = NumberInput(self.tr("Laki-laki"), largest=LARGEST)
        self.female = NumberInput(self.tr("Perempuan"), largest=LARGEST)
        self.total = NumberInput(self.tr("Jumlah seluruhnya"), largest=LARGEST)
        self.institutions = NumberInput(self.tr("Jumlah instansi"), largest=LARGEST)
        self.disability = NumberInput(self.tr("Penyandang disabilitas"), largest=LARGEST)
        self.bands = {code: NumberInput(words, largest=LARGEST) for code, words in labels("age_band", language())}
        self.more = QCheckBox(self.tr("Catat juga kelompok umur dan penyandang disabilitas"), self)
        self.more.setAccessibleName(self.more.text())
        self._traits = QWidget(self)
        self.excludes = QCheckBox(self.tr("Jumlah ini tidak termasuk narasumber"), self)
        self.excludes.setAccessibleName(self.excludes.text())
        self._remark = parts.label("", "muted", self)
        self._listed_words = parts.label("", "muted small", self)
        self._savers: list[AutoSave] = []
        self._kept: Mapping[str, object] = {}
        self._build()
        for each in (*self._inputs().values(), *self.bands.values()):
            self._savers.append(AutoSave(each, each.value, self._write))
            each.edited.connect(self._say)
        self.excludes.clicked.connect(self._write)
        self.more.toggled.connect(self._traits.setVisible)

    def show_count(self, count: Mapping[str, object], *, listed: int, read_only: bool) -> None:
        """Show the counts; `listed` is how many names the list has."""
        self._kept = count
        bands = self._kept_bands()
        shown = [(each, count.get(field)) for field, each in self._inputs().items()]
        shown += [(each, bands.get(code)) for code, each in self.bands.items()]
        for saver, (each, value) in zip(self._savers, shown, strict=True):
            if not saver.pending:
                each.set_value(value)
                saver.settle()
                if each.hasFocus():
                    # The sum may arrive after the cursor did: what is typed now replaces it.
                    each.selectAll()
            each.setReadOnly(read_only)
        self.excludes.setChecked(bool(count.get("excludes_speakers")))
        self.excludes.setEnabled(not read_only)
        # Hidden until they are wanted, and never hidden when something stands in them.
        if bands or count.get("disability") is not None:
            self.more.setChecked(True)
        self.listed(listed)
        self._say()

    def _kept_bands(self) -> Mapping[str, object]:
        kept = self._kept.get("age_bands")
        return kept if isinstance(kept, Mapping) else {}

    @property
    def reported(self) -> dict[str, int | None]:
        """The numbers that are committed: male, female, total, institutions, disability."""
        return {name: value if isinstance(value := self._kept.get(name), int) else None for name in self._inputs()}

    @property
    def told(self) -> int | None:
        """How many persons the committed numbers tell; None when they tell nothing."""
        count = self.reported
        if count["total"] is not None:
            return count["total"]
        parts_told = [each for each in (count["male"], count["female"]) if each is not None]
        return sum(parts_told) if parts_told else None

    def show_conflict(self, open_: bool) -> None:
        """Say that two computers told different numbers."""
        self._conflict.setVisible(open_)

    def listed(self, people: int) -> None:
        """Say how many names the list has beside the count."""
        words = self.tr("Daftar nama berisi {n} orang; jumlah di sini berdiri sendiri.").format(n=number_words(people))
        self._listed_words.setText(words)
        self._listed_words.setVisible(people > 0)

    def focus_first(self) -> None:
        """Put the cursor into the first number."""
        self.male.setFocus()

    def _inputs(self) -> dict[str, NumberInput]:
        return {
            "male": self.male,
            "female": self.female,
            "total": self.total,
            "institutions": self.institutions,
            "disability": self.disability,
        }

    def _build(self) -> None:
        self.body.addWidget(parts.label(self.tr("Jumlah peserta yang dilaporkan"), "heading", self))
        self.body.addWidget(
            parts.label(
                self.tr("Untuk rapat yang daftar namanya tidak ada. Yang tidak diketahui dibiarkan kosong."),
                "muted",
                self,
            )
        )
        self._conflict = self._conflict_band()
        self.body.addWidget(self._conflict)
        self.body.addSpacing(style.GRID)
        above = [self.male, self.female, self.total, self.institutions]
        fields = [parts.field(each.accessibleName(), each) for each in above]
        self.body.addLayout(parts.row(*fields, None, spacing=parts.GAP))
        self.body.addWidget(self.excludes)
        self.body.addWidget(self.more)
        apart = [parts.field(each.accessibleName(), each) for each in (*self.bands.values(), self.disability)]
        line = parts.row(*apart, None, spacing=parts.GAP)
        line.setContentsMargins(0, 0, 0, 0)
        self._traits.setLayout(line)
        self._traits.hide()
        self.body.addWidget(self._traits)
        self.body.addWidget(self._remark)
        self.body.addWidget(self._listed_words)

    def _conflict_band(self) -> QFrame:
        band = QFrame(self)
        band.setProperty("band", "warn")
        text = self.tr("Perlu keputusan: dua komputer menulis jumlah yang berbeda. Keduanya tersimpan.")
        words = parts.label(text, "warn small", band)
        decide = parts.button(self.tr("Putuskan…"), look="quiet", parent=band)
        decide.clicked.connect(self.decide_pressed)
        across = parts.row(words, decide)
        across.setStretch(0, 1)
        across.setContentsMargins(14, 4, 8, 4)
        band.setLayout(across)
        band.hide()
        return band

    def _write(self, _value: object = None) -> None:
        # What cannot be kept is not kept: the number before it stays.
        fields: dict[str, object] = {
            field: self._kept.get(field) if each.problem() else each.value() for field, each in self._inputs().items()
        }
        if not self.total.problem():
            fields["total"] = full_total(self.male.value(), self.female.value(), self.total.value())
        fields["excludes_speakers"] = self.excludes.isChecked()
        kept = self._kept_bands()
        bands = {code: kept.get(code) if each.problem() else each.value() for code, each in self.bands.items()}
        # A band that a newer program knows stays.
        fields["age_bands"] = {code: number for code, number in {**kept, **bands}.items() if number is not None} or None
        # Parts that exceed the whole wait until one of them is put right.
        if not self._remark_now().excess and not self._traits_exceed():
            self.edited.emit(fields)

    def _traits_exceed(self) -> bool:
        whole = full_total(self.male.value(), self.female.value(), self.total.value())
        return traits_exceed(whole, self.disability.value(), [each.value() for each in self.bands.values()])

    def _remark_now(self) -> CountRemark:
        return count_remark(self.male.value(), self.female.value(), self.total.value())

    def _say(self) -> None:
        inputs = (*self._inputs().values(), *self.bands.values())
        problem = next((text for each in inputs if (text := each.problem())), "")
        remark = self._remark_now()
        words, look = problem, "bad"
        if not problem and remark.excess:
            words = self.tr(
                "Belum disimpan: laki-laki dan perempuan bersama lebih {n} dari jumlah seluruhnya. Periksa angkanya."
            ).format(n=number_words(remark.excess))
        elif not problem and self._traits_exceed():
            words = self.tr(
                "Belum disimpan: jumlah menurut umur atau disabilitas melebihi jumlah seluruhnya. Periksa angkanya."
            )
        elif not problem and remark.unknown:
            words = self.tr("Jenis kelamin {n} orang tidak disebutkan.").format(n=number_words(remark.unknown))
            look = "muted"
        self._remark.setText(words)
        for each in ("muted", "warn", "bad"):
            style.mark(self._remark, each, each == look)
