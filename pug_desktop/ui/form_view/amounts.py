"""Answers that are numbers: counts, counts by sex, shares, rupiah, indices."""

from pug_desktop.forms.words import number_words, percent_words
from pug_desktop.ui import parts
from pug_desktop.ui.form_view.answer import AnswerField, as_int, as_names, as_parts, given
from pug_desktop.ui.form_view.choices import CheckBoxes
from pug_desktop.ui.form_view.inputs import ChoiceInput, DecimalInput, NumberInput, RupiahInput, TextInput


class BySexField(AnswerField):
    """Men and women; an empty one is "not known", never 0."""

    def build(self) -> None:
        """Two numbers beside each other."""
        self._male, self._female = NumberInput("", self), NumberInput("", self)
        for each in (self._male, self._female):
            self.listen(each)
        self.body.addLayout(
            parts.row(
                parts.field(self.tr("Laki-laki (L)"), self._male),
                parts.field(self.tr("Perempuan (P)"), self._female),
                None,
                spacing=16,
            )
        )

    def value(self) -> object:
        """{"male", "female"} or None."""
        male, female = self._male.value(), self._female.value()
        return None if male is None and female is None else {"male": male, "female": female}

    def show_value(self, value: object) -> None:
        """Show both numbers."""
        self._male.set_value(as_int(as_parts(value).get("male")))
        self._female.set_value(as_int(as_parts(value).get("female")))

    def summary(self) -> str:
        """The sum and the share of women."""
        male, female = self._male.value(), self._female.value()
        if male is None or female is None:
            return ""
        return self.tr("Jumlah {total} orang, perempuan {share}").format(
            total=number_words(male + female, self.lang), share=percent_words(female, male + female, self.lang) or "–"
        )


class RatioField(AnswerField):
    """So many of so many, with the percentage."""

    def build(self) -> None:
        """Numerator and denominator, each under its own words."""
        question = self.question
        self._part, self._whole = NumberInput("", self), NumberInput("", self)
        for each in (self._part, self._whole):
            self.listen(each)
        part = question.numerator.of(self.lang) if question.numerator else self.tr("Jumlah yang memenuhi")
        whole = question.denominator.of(self.lang) if question.denominator else self.tr("Jumlah seluruhnya")
        self.numbers = parts.row(
            parts.field(_capital(part), self._part), parts.field(_capital(whole), self._whole), None, spacing=16
        )
        self.body.addLayout(self.numbers)

    def value(self) -> object:
        """{"numerator", "denominator"} or None."""
        return given(numerator=self._part.value(), denominator=self._whole.value()) or None

    def show_value(self, value: object) -> None:
        """Show both numbers."""
        self._part.set_value(as_int(as_parts(value).get("numerator")))
        self._whole.set_value(as_int(as_parts(value).get("denominator")))

    def check(self) -> str:
        """A part is never larger than the whole."""
        return self.too_large(self._part.value(), self._whole.value())

    def summary(self) -> str:
        """The percentage."""
        return _percent(self._part.value(), self._whole.value(), self.lang)


class RatioAndCountField(RatioField):
    """A share, the number of documents, and the methods where the question lists some."""

    def build(self) -> None:
        """The share, and under it the rest."""
        super().build()
        self._documents = NumberInput("", self)
        self.listen(self._documents)
        self.numbers.insertLayout(2, parts.field(self.tr("Jumlah dokumen"), self._documents))
        self._methods: CheckBoxes | None = None
        if self.question.options:
            self._methods = CheckBoxes(self.question.options, self.lang, self)
            self.listen(self._methods)
            self.body.addWidget(parts.label(self.tr("Cara yang dipakai"), "field", self))
            self.body.addWidget(self._methods)

    def value(self) -> object:
        """The parts that were entered, or None."""
        methods = list(self._methods.chosen()) if self._methods else []
        return (
            given(
                numerator=self._part.value(),
                denominator=self._whole.value(),
                documents=self._documents.value(),
                methods=methods or None,
            )
            or None
        )

    def show_value(self, value: object) -> None:
        """Show all parts."""
        super().show_value(value)
        self._documents.set_value(as_int(as_parts(value).get("documents")))
        if self._methods:
            self._methods.choose(as_names(as_parts(value).get("methods")))


class RatioMultiField(AnswerField):
    """A share for each of several groups."""

    def build(self) -> None:
        """A small table: group, part, whole, percentage."""
        grid = self.grid()
        question = self.question
        part = question.numerator.of(self.lang) if question.numerator else self.tr("Jumlah yang memenuhi")
        whole = question.denominator.of(self.lang) if question.denominator else self.tr("Jumlah seluruhnya")
        for column, text in enumerate((part, whole), 1):
            grid.addWidget(parts.label(_capital(text), "field", self), 0, column)
        self._rows = {}
        for line, item in enumerate(question.items, 1):
            name = item.label.of(self.lang)
            pair = (
                NumberInput(f"{name}: {part}", self),
                NumberInput(f"{name}: {whole}", self),
                parts.label("", "muted small", self, wrap=False),
            )
            for each in pair[:2]:
                self.listen(each)
            self._rows[item.name] = pair
            grid.addWidget(self.label(name), line, 0)
            for column, widget in enumerate(pair, 1):
                grid.addWidget(widget, line, column)
        grid.setColumnStretch(4, 1)

    def value(self) -> object:
        """{item: {"numerator", "denominator"}} of the groups with a number, or None."""
        made = {
            name: share
            for name, (part, whole, _) in self._rows.items()
            if (share := given(numerator=part.value(), denominator=whole.value()))
        }
        return made or None

    def show_value(self, value: object) -> None:
        """Show all groups."""
        for name, (part, whole, _) in self._rows.items():
            share = as_parts(as_parts(value).get(name))
            part.set_value(as_int(share.get("numerator")))
            whole.set_value(as_int(share.get("denominator")))

    def check(self) -> str:
        """A part is never larger than the whole."""
        for part, whole, _ in self._rows.values():
            if said := self.too_large(part.value(), whole.value()):
                return said
        return ""

    def summary(self) -> str:
        """The percentages stand in the rows themselves."""
        for part, whole, shown in self._rows.values():
            shown.setText(_percent(part.value(), whole.value(), self.lang))
        return ""


class RupiahField(AnswerField):
    """An amount in whole rupiah."""

    def build(self) -> None:
        """One amount."""
        self._amount = RupiahInput(self.question.label.of(self.lang), self)
        self.listen(self._amount)
        self.body.addLayout(parts.row(self._amount, None))

    def value(self) -> object:
        """Int or None."""
        return self._amount.value()

    def show_value(self, value: object) -> None:
        """Show the amount."""
        self._amount.set_value(as_int(value))


class RupiahShareField(AnswerField):
    """An amount, what it is a part of, and the percentage."""

    def build(self) -> None:
        """Amount and base; the base is one of the form's or the office's own words."""
        self._amount, self._base = RupiahInput("", self), RupiahInput("", self)
        self._base_name: ChoiceInput | TextInput
        if self.question.options:
            options = [(each.name, each.label.of(self.lang)) for each in self.question.options]
            self._base_name = ChoiceInput(options, "", self)
        else:
            self._base_name = TextInput("", self, hint=self.tr("misalnya belanja langsung"))
        for each in (self._amount, self._base, self._base_name):
            self.listen(each)
        self.body.addLayout(
            parts.row(
                parts.field(self.tr("Jumlah"), self._amount),
                parts.field(self.tr("Dari belanja"), self._base),
                None,
                spacing=16,
            )
        )
        self.body.addLayout(
            parts.row(parts.field(self.tr("Belanja pembanding adalah"), self._base_name), None, spacing=16)
        )

    def value(self) -> object:
        """{"amount", "base", "base_name"} of what was entered, or None."""
        return given(amount=self._amount.value(), base=self._base.value(), base_name=self._base_name.value()) or None

    def show_value(self, value: object) -> None:
        """Show all parts."""
        self._amount.set_value(as_int(as_parts(value).get("amount")))
        self._base.set_value(as_int(as_parts(value).get("base")))
        self._base_name.set_value(as_parts(value).get("base_name"))

    def check(self) -> str:
        """A part is never larger than the whole."""
        return self.too_large(self._amount.value(), self._base.value())

    def summary(self) -> str:
        """The percentage."""
        return _percent(self._amount.value(), self._base.value(), self.lang)


class DecimalsField(AnswerField):
    """Several decimal numbers, such as the indices IPG, IDG and IKG."""

    def build(self) -> None:
        """One decimal number for each item."""
        line = parts.row(spacing=16)
        self._rows = {}
        for item in self.question.items:
            each = DecimalInput("", self)
            self.listen(each)
            self._rows[item.name] = each
            line.addLayout(parts.field(item.label.of(self.lang), each))
        line.addStretch(1)
        self.body.addLayout(line)

    def value(self) -> object:
        """{item: "91.25"} of what was entered, or None."""
        return given(**{name: each.value() for name, each in self._rows.items()}) or None

    def show_value(self, value: object) -> None:
        """Show all numbers."""
        for name, each in self._rows.items():
            each.set_value(as_parts(value).get(name))


def _percent(part: int | None, whole: int | None, lang: str) -> str:
    return percent_words(part, whole, lang) if part is not None and whole is not None else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
