"""One row of a register at the right: its fields, how it stands, which questions it answers, its evidence."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pug_desktop.app.registers import MemberRow, RegisterRow
from pug_desktop.domain.registers import Validity
from pug_desktop.domain.words import label, labels
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.dates import DateInput
from pug_desktop.ui.form_view.inputs import (
    ChoiceInput,
    DecimalInput,
    LongTextInput,
    NumberInput,
    RupiahInput,
    TextInput,
)
from pug_desktop.ui.meeting.inputs import complete_with
from pug_desktop.ui.register.presenter import (
    CATEGORIES,
    FIELDS,
    LOOKS,
    REGULATION_KINDS,
    fitting,
    input_name,
    share_words,
    title,
    validity_words,
)
from pug_desktop.ui.texts import language

LETTERS = 50
"""The width of the card in average letters: two numbers beside each other, the buttons of the evidence."""

BaseNames = Sequence[tuple[str, str]]


def make_input(kind: str, field: str, base_names: BaseNames, parent: QWidget) -> QWidget:
    """The input of one field, with its accessible name."""
    name, lang = input_name(kind, field, language()), language()
    if field.endswith("_on") or field == "valid_until":
        made: QWidget = DateInput(name, parent)
        made.setAccessibleName(name)
        return made
    match field:
        case "regulation_kind" | "category":
            offers = REGULATION_KINDS if field == "regulation_kind" else CATEGORIES
            line = TextInput(name, parent)
            complete_with(line, partial(fitting, offers))
            return line
        case "about":
            return LongTextInput(name, parent, lines=2)
        case "decree_kind" | "sex":
            return ChoiceInput(labels(field, lang), name, parent)
        case "role":
            return ChoiceInput(labels("assignment_role", lang), name, parent)
        case "base_name":
            return ChoiceInput(base_names, name, parent)
        case "year":
            number = NumberInput(name, parent, smallest=1900, largest=2999, grouped=False)
            number.setMaximumWidth(number.fontMetrics().averageCharWidth() * 12)
            return number
        case "rank" | "rank_of":
            return NumberInput(name, parent, smallest=1, largest=9999)
        case "value":
            return DecimalInput(name, parent)
        case "amount" | "base" | "institution_amount":
            return RupiahInput(name, parent)
    return TextInput(name, parent)


class RowCard(parts.Card):
    """The fields of one record, saved when each is left. Add what else belongs to it to `below`.

    Attributes:
        inputs: the inputs by field.
        below: the layout under the fields.
        remove: the button at the end.

    Signals:
        saved, failed: of a field.
        remove_pressed: the button at the end.
    """

    saved = Signal(object)
    failed = Signal(object)
    remove_pressed = Signal()

    def __init__(
        self,
        kind: str,
        write: Callable[[str, object], object],
        remove_words: str,
        parent: QWidget,
        *,
        base_names: BaseNames = (),
        role: str = "kabkota",
    ) -> None:
        """`write(field, value)` commits one field of the row that is shown; `role` is that of this profile."""
        super().__init__(parent)
        self._role = role
        self.kind = kind
        self.heading = parts.label("", "heading", self)
        self.chip = parts.chip("", "", self)
        self.facts = parts.label("", "muted small", self)
        self.binder = Binder(write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self.inputs: dict[str, QWidget] = {}
        self.body.addWidget(self.heading)
        self.body.addLayout(parts.row(self.chip, None))
        self.body.addWidget(self.facts)
        for line in FIELDS[kind]:
            made = []
            for field in line:
                each = make_input(kind, field, base_names, self)
                self.inputs[field] = each
                self.binder.tie(field, each)
                made.append(parts.field(input_name(kind, field, language()), each))
            # A number is short and stands at the left; text takes the whole line.
            short = all(isinstance(self.inputs[field], NumberInput | DecimalInput) for field in line)
            self.body.addLayout(parts.row(*made, *((None,) if short else ()), spacing=parts.GAP))
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        self.body.addLayout(self.below)
        self.body.addStretch(1)
        self.remove = parts.button(remove_words, "trash", "quiet", self)
        self.remove.clicked.connect(self.remove_pressed)
        self.body.addLayout(parts.row(None, self.remove))

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.inputs.values())).setFocus()

    def show_row(self, row: RegisterRow) -> None:
        """Show a row; an input in which somebody types is left alone."""
        lang = language()
        self.heading.setText(title(row, lang) or label("kind", row.kind, lang).capitalize())
        self.binder.load(row.values)
        self.binder.set_read_only(not row.mine)
        self.remove.setVisible(row.mine)
        look = "bad" if row.conflict else LOOKS[row.validity] if row.validity is not None else ""
        self._say(self.tr("Dua isian, perlu keputusan") if row.conflict else validity_words(row, lang), look)
        facts = (
            [] if row.mine else [self.tr("Dicatat oleh {place}; di sini hanya dapat dibaca.").format(place=row.place)]
        )
        if row.answers:
            facts.append(self._answers_words(row))
        elif row.kind == "regulation" and row.mine and self._role == "kabkota":
            facts.append(self.tr("Belum menjawab butir Prasyarat: jenis dan judulnya belum menyebut PUG atau gender."))
        elif row.kind == "regulation" and row.mine and self._role == "opd":
            facts.append(self.tr("Tidak dihitung sebagai aturan internal: ditetapkan di atas kantor ini."))
        if share := share_words(row) if row.kind == "gender_budget" else "":
            facts.append(self.tr("ARG {share} dari belanja pembanding.").format(share=share))
        self.facts.setText(" ".join(facts))
        self.facts.setVisible(bool(facts))

    def _answers_words(self, row: RegisterRow) -> str:
        codes = ", ".join(row.answers)
        if row.validity in (Validity.ENDED, Validity.NOT_YET, Validity.UNDATED):
            why = validity_words(row, language()).lower()
            return self.tr("Tidak dihitung untuk butir {codes}: {why}.").format(codes=codes, why=why)
        return self.tr("Menjawab butir {codes} pada lembar Prasyarat.").format(codes=codes)

    def show_member(self, member: MemberRow, *, mine: bool) -> None:
        """Show a member of a decree."""
        self.heading.setText(str(member.values["name"] or "") or self.tr("Tanpa nama"))
        self.binder.load(member.values)
        self.binder.set_read_only(not mine)
        self.remove.setVisible(mine)
        self._say(self.tr("Masa tugas berakhir") if member.over else "", "warn")
        self.facts.hide()

    def _say(self, words: str, look: str) -> None:
        self.chip.setText(words)
        self.chip.setVisible(bool(words))
        style.mark(self.chip, "chip", look or True)
