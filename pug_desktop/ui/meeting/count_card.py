"""Head counts of a meeting of which no names are kept; L and P may stay unknown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from pug_desktop.domain.dates import number_words
from pug_desktop.ui import parts, style
from pug_desktop.ui.form_view.inputs import NumberInput
from pug_desktop.ui.meeting.remarks import CountRemark, count_remark, full_total
from pug_desktop.ui.saved import AutoSave

FIELDS = ("male", "female", "total", "excludes_speakers", "institutions")


class CountCard(parts.Card):
    """The counts that somebody reported.

    Signals:
        edited: the five fields (dict), when one was left.
        decide_pressed: the two values shall be decided upon.
    """

    edited = Signal(object)
    decide_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, heading="", margin=parts.MARGIN)
        self.male = NumberInput(self.tr("Laki-laki"), largest=100_000)
        self.female = NumberInput(self.tr("Perempuan"), largest=100_000)
        self.total = NumberInput(self.tr("Jumlah seluruhnya"), largest=100_000)
        self.institutions = NumberInput(self.tr("Jumlah instansi"), largest=100_000)
        self.excludes = QCheckBox(self.tr("Jumlah ini tidak termasuk narasumber"), self)
        self.excludes.setAccessibleName(self.excludes.text())
        self._remark = parts.label("", "muted", self)
        self._listed_words = parts.label("", "muted small", self)
        self._savers: list[AutoSave] = []
        self._kept: Mapping[str, object] = {}
        self._build()
        for each in (self.male, self.female, self.total, self.institutions):
            self._savers.append(AutoSave(each, each.value, self._write))
            each.edited.connect(self._say)
        self.excludes.clicked.connect(self._write)

    def show_count(self, count: Mapping[str, object], *, listed: int, read_only: bool) -> None:
        """Show the counts; `listed` is how many names the list has."""
        self._kept = count
        for saver, (field, each) in zip(self._savers, self._inputs().items(), strict=True):
            if not saver.pending:
                each.set_value(count.get(field))
                saver.settle()
                if each.hasFocus():
                    # The sum may arrive after the cursor did: what is typed now replaces it.
                    each.selectAll()
            each.setReadOnly(read_only)
        self.excludes.setChecked(bool(count.get("excludes_speakers")))
        self.excludes.setEnabled(not read_only)
        self.listed(listed)
        self._say()

    @property
    def reported(self) -> dict[str, int | None]:
        """The numbers that are committed: male, female, total, institutions."""
        return {name: value if isinstance(value := self._kept.get(name), int) else None for name in self._inputs()}

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
        fields = [parts.field(each.accessibleName(), each) for each in self._inputs().values()]
        self.body.addLayout(parts.row(*fields, None, spacing=parts.GAP))
        self.body.addWidget(self.excludes)
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
        # Parts that exceed the whole wait until one of the three is put right.
        if not self._remark_now().excess:
            self.edited.emit(fields)

    def _remark_now(self) -> CountRemark:
        return count_remark(self.male.value(), self.female.value(), self.total.value())

    def _say(self) -> None:
        problem = next((text for each in self._inputs().values() if (text := each.problem())), "")
        remark = self._remark_now()
        words, look = problem, "bad"
        if not problem and remark.excess:
            words = self.tr(
                "Belum disimpan: laki-laki dan perempuan bersama lebih {n} dari jumlah seluruhnya. Periksa angkanya."
            ).format(n=number_words(remark.excess))
        elif not problem and remark.unknown:
            words = self.tr("Jenis kelamin {n} orang tidak disebutkan.").format(n=number_words(remark.unknown))
            look = "muted"
        self._remark.setText(words)
        for each in ("muted", "warn", "bad"):
            style.mark(self._remark, each, each == look)
