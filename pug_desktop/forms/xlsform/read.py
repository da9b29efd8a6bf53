"""The sheets of an XLSForm workbook as the tables of a form file; each mistake has its sheet, row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pug_desktop.forms.schema import AnswerKind, Question, Text
from pug_desktop.forms.tables import nearest
from pug_desktop.forms.xlsform.columns import NEEDED, SHEETS, Columns, Finding, Grid
from pug_desktop.forms.xlsform.layout import (
    BY_TYPE,
    FRACTIONS,
    OF_ITEMS,
    SINGLE,
    YES_NO,
    parts_of,
)
from pug_desktop.forms.xlsform.places import Places, finding_of
from pug_desktop.forms.xlsform.question_rules import rules_told
from pug_desktop.forms.xlsform.rules import FALSE_WORDS, TRUE_WORDS, Told
from pug_desktop.forms.xlsform.tree import UNKNOWN, Choice, Node, lists_of, name_problem, quoted, tree_of
from pug_desktop.forms.xlsform.trial import loader_mistakes

MOST = 200
"""Mistakes that are told; who has more has another kind of file."""
MOST_ROWS = 3_000
"""Rows of a sheet; the largest form there is has 300."""
LONGEST = 300
"""Characters of what is said about a cell: it may quote the cell."""

SOURCE = "Berkas Excel (XLSForm)"

_WRITTEN_AS = {
    "group": Text("begin_group", "begin_group"),
    YES_NO: Text("select_one dengan daftar yes/no", "select_one with a list of yes and no"),
}
_OF_ANY_KIND = (
    *("name", "kind", "label", "hint", "relevant", "required", "evidence", "evidence_required"),
    *("frequency", "auto_from", "lke_group", "note", "basis"),
)
_FREQUENCIES = {"tahunan": "annual", "lima tahunan": "5-year", "5 tahunan": "5-year", "kejadian": "event"}


class WorkbookMistakes(Exception):
    """The workbook is no form yet; `findings` are its mistakes in the order of the sheets."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of a form, and what stands in the workbook but not in them."""

    told: Told
    remarks: tuple[Finding, ...]


def read_grids(grids: Sequence[Grid]) -> Reading:
    """The form that the sheets describe.

    Raises:
        WorkbookMistakes: with all of them.
    """
    reader = _Reader(grids)
    told = reader.form()
    reader.check(told)
    if reader.mistakes:
        order = {name: number for number, name in enumerate(SHEETS)}
        found = sorted(set(reader.mistakes), key=lambda each: (order.get(each.sheet, 9), each.row, each.column))
        raise WorkbookMistakes(_short(found))
    return Reading(told, _short(reader.remarks))


def _short(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    cut = ((each, Text(each.problem.id[:LONGEST], each.problem.en[:LONGEST])) for each in findings[:MOST])
    return tuple(replace(each, problem=problem) for each, problem in cut)


class _Reader:
    """Reads one workbook.

    Attributes:
        mistakes, remarks: what was found.
    """

    def __init__(self, grids: Sequence[Grid]) -> None:
        self.mistakes: list[Finding] = []
        self.remarks: list[Finding] = []
        there = {each.name: each for each in grids}
        for name in SHEETS:
            if name not in there:
                problem = Text(f'lembar "{name}" tidak ada dalam berkas', f'the file has no sheet "{name}"')
                self.mistakes.append(Finding(name, 0, 0, "", problem))
        self._sheets = {name: Columns(there.get(name, Grid(name, (), ()))) for name in SHEETS}
        self._survey, self._choices = self._sheets["survey"], self._sheets["choices"]
        self._untranslated = 0
        self._kinds: dict[str, AnswerKind] = {}
        self._unsure: set[str] = set()
        self._places = Places()
        self._is_readable = not self.mistakes
        if self._is_readable:
            self._check_headings()

    def _check_headings(self) -> None:
        for name, columns in self._sheets.items():
            if len(columns.grid.rows) > MOST_ROWS:
                problem = Text("terlalu banyak baris untuk sebuah instrumen", "too many rows for a form")
                self.mistakes.append(Finding(name, MOST_ROWS, 0, "", problem))
                self._is_readable = False
            for base in NEEDED[name]:
                if not columns.has(base):
                    problem = Text(f'kolom "{base}" tidak ada', f'there is no column "{base}"')
                    self.mistakes.append(Finding(name, 1, 0, "", problem))
                    self._is_readable = False
            for number, heading in columns.twice:
                problem = Text("judul kolom ini ada dua kali", "this heading stands there twice")
                self.mistakes.append(Finding(name, 1, number, heading, problem))
            for number, heading in columns.unknown:
                problem = Text("kolom ini tidak dipakai", "this column is not used")
                self.remarks.append(Finding(name, 1, number, heading, problem))

    def form(self) -> Told:
        """The tables; they are worth something only where there are no mistakes."""
        if not self._is_readable:
            return {}
        self._lists = lists_of(self._choices, self.mistakes.append)
        nodes = tree_of(self._survey, self._lists, self.mistakes.append, self.remarks.append)
        told = self._settings()
        told["section"] = [section for node in nodes if (section := self._section(node)) is not None]
        if not told["section"] and not self.mistakes:
            indonesian = "belum ada bagian (begin_group) dengan pertanyaan"
            problem = Text(indonesian, "there is no section (begin_group) with questions yet")
            self.mistakes.append(Finding("survey", 0, 0, "", problem))
        if self._untranslated:
            problem = Text(
                f"{self._untranslated} teks belum ada bahasa Inggrisnya; kata Indonesianya dipakai",
                f"texts without English: {self._untranslated}; their Indonesian words are used",
            )
            self.remarks.append(Finding("survey", 0, 0, "", problem))
        return told

    def check(self, told: Told) -> None:
        """What the loader of forms has against the tables, where nothing was told of that cell before."""
        if not told.get("section"):
            return
        told_of = {(each.sheet, each.row, each.column) for each in self.mistakes}
        for mistake in loader_mistakes(told, self._unsure, MOST):
            found = finding_of(mistake, self._places, self._sheets)
            if (found.sheet, found.row, found.column) not in told_of:
                self.mistakes.append(found)

    # --- settings ---------------------------------------------------------------------------------------------------

    def _settings(self) -> Told:
        settings = self._sheets["settings"]
        row: Sequence[str] = next((row for row in settings.grid.rows if any(cell.strip() for cell in row)), ())
        found = {base: settings.text(row, base) for base in NEEDED["settings"]}
        for base, text in found.items():
            if not text:
                self.mistakes.append(settings.finding(2, base, Text("sel ini kosong", "this cell is empty")))
        version = found["version"]
        is_number = version.isascii() and version.isdigit() and len(version) < 10
        if version and not is_number:
            problem = Text("versi harus bilangan bulat, misalnya 2", "the version must be a whole number, such as 2")
            self.mistakes.append(settings.finding(2, "version", problem))
        source = settings.text(row, "pug_source")
        told: Told = {
            "form": found["form_id"],
            "version": int(version) if is_number else 0,
            "title": {"id": found["form_title"], "en": settings.text(row, "pug_title_en") or found["form_title"]},
            "source": source or SOURCE,
        }
        if derives := settings.text(row, "pug_derives"):
            told["derives"] = derives
        return told

    # --- words ------------------------------------------------------------------------------------------------------

    def _words(self, columns: Columns, row: Sequence[str], base: str) -> Told | None:
        """Words in both languages; where one is missing the other stands in for it."""
        indonesian, english = columns.text(row, base, "id"), columns.text(row, base, "en")
        return self._both(indonesian, english)

    def _our_words(self, row: Sequence[str], base: str) -> Told | None:
        return self._both(self._survey.text(row, f"{base}_id"), self._survey.text(row, f"{base}_en"))

    def _both(self, indonesian: str, english: str) -> Told | None:
        if not indonesian and not english:
            return None
        self._untranslated += not english
        return {"id": indonesian or english, "en": english or indonesian}

    def _label(self, columns: Columns, number: int, row: Sequence[str]) -> Told:
        words = self._words(columns, row, "label")
        if words is None:
            self.mistakes.append(columns.finding(number, "label", Text("label kosong", "the label is empty"), "id"))
        return words or {"id": "-", "en": "-"}

    def _lines(self, row: Sequence[str], base: str) -> list[str]:
        return [line.strip() for line in self._survey.text(row, base).splitlines() if line.strip()]

    # --- sections and questions -------------------------------------------------------------------------------------

    def _section(self, node: Node) -> Told | None:
        survey = self._survey
        if node.type == "note":
            problem = Text("catatan di luar bagian dilewati", "a note outside of a section is passed over")
            self.remarks.append(survey.finding(node.row, "type", problem))
            return None
        if node.type == UNKNOWN:
            return None
        if node.type != "group" or survey.text(node.cells, "pug_kind"):
            problem = Text(
                f'"{node.name}" harus berada di dalam satu bagian: begin_group di atasnya, end_group di bawahnya',
                f'"{node.name}" must stand inside a section: begin_group above it, end_group below it',
            )
            self.mistakes.append(survey.finding(node.row, "type", problem))
            return None
        node = self._named(node)
        self._places.sections[node.name] = node.row
        label = self._label(survey, node.row, node.cells)
        inside = list(node.inside)
        definition: Told | None = None
        if inside and inside[0].type == "note":
            definition = self._words(survey, inside.pop(0).cells, "label")
        told: Told = {"name": node.name, "label": label, "definition": definition or label}
        if group := survey.text(node.cells, "pug_lke_group"):
            told["lke_group"] = group
        if aliases := self._lines(node.cells, "pug_aliases"):
            told["aliases"] = aliases
        if questions := [each for child in inside if (each := self._question(child)) is not None]:
            told["question"] = questions
        elif not self._sheets["settings"].has("pug_derives") and not (inside and self.mistakes):
            problem = Text(
                f'bagian "{node.name}" tidak punya pertanyaan', f'the section "{node.name}" has no questions'
            )
            self.mistakes.append(survey.finding(node.row, "name", problem))
        return told

    def _question(self, node: Node) -> Told | None:
        survey = self._survey
        if node.type == "note":
            problem = Text("catatan di antara pertanyaan dilewati", "a note between questions is passed over")
            self.remarks.append(survey.finding(node.row, "type", problem))
            return None
        node = self._named(node)
        if node.name in self._kinds:
            problem = Text(f'nama "{node.name}" sudah dipakai', f'the name "{node.name}" is taken')
            self.mistakes.append(survey.finding(node.row, "name", problem))
            node = _renamed(node)
        kind = self._kind(node)
        told: Told = {
            "name": node.name,
            "kind": AnswerKind.TEXT.value,
            "label": self._label(survey, node.row, node.cells),
        }
        first = _first_row(node)
        if hint := self._words(survey, node.cells, "hint") or self._words(survey, first.cells, "hint"):
            told["hint"] = hint
        if kind is None:
            self._unsure.add(node.name)
        else:
            told["kind"] = kind.value
            self._choices_of(told, kind, node)
            self._kinds[node.name] = kind
        self._described(told, node)
        self._places.questions[node.name] = _rows(node)
        told.update(rules_told(node, first, kind, told, survey, self._kinds, self.mistakes.append, self.remarks.append))
        # Without a kind it is looked at as a text, and for what does not depend on the kind.
        return told if kind is not None else {key: told[key] for key in _OF_ANY_KIND if key in told}

    def _named(self, node: Node) -> Node:
        """The row, under a name that can be used: what else is wrong with it shall be told as well."""
        problem = name_problem(node.name)
        if problem is None and node.name:
            return node
        if problem is not None:
            self.mistakes.append(self._survey.finding(node.row, "name", problem))
            self._unsure.add(node.name)
        return _renamed(node)

    def _kind(self, node: Node) -> AnswerKind | None:
        survey = self._survey
        named = survey.text(node.cells, "pug_kind")
        if named and named not in tuple(AnswerKind):
            near, shown = nearest(named, tuple(AnswerKind)), quoted(named)
            problem = Text(f"{shown} tidak dikenal{near.id}", f"{shown} is not known{near.en}")
            self.mistakes.append(survey.finding(node.row, "pug_kind", problem))
            return None
        if node.type == UNKNOWN:
            return None
        if not named and node.type == "group":
            problem = Text(
                "isi kolom pug_kind: kelompok di dalam bagian adalah satu pertanyaan dengan beberapa isian",
                "fill in the column pug_kind: a group inside a section is one question with several entries",
            )
            base = "pug_kind" if survey.has("pug_kind") else "type"
            self.mistakes.append(survey.finding(node.row, base, problem))
            return None
        kind = AnswerKind(named) if named else BY_TYPE[node.type]
        wanted = SINGLE.get(kind, "group")
        # A list of "yes" and "no" is a list of choices too.
        fits = node.type == wanted or (node.type == YES_NO and wanted == "select_one")
        if not fits:
            told = _WRITTEN_AS.get(wanted, Text(wanted, wanted))
            problem = Text(f"{kind} ditulis sebagai {told.id}", f"{kind} is written as {told.en}")
            self.mistakes.append(survey.finding(node.row, "type", problem))
            return None
        return kind

    def _choices_of(self, told: Told, kind: AnswerKind, node: Node) -> None:
        """Options, items, and the words of a fraction, from the list or from the rows inside."""
        if kind in SINGLE:
            if node.list_name and kind is not AnswerKind.BOOLEAN:
                key = "items" if kind is AnswerKind.CHECKLIST else "options"
                told[key] = self._listed(node.name, key, node.list_name)
            return
        inside = {_part_name(child, node.name): child for child in node.inside if child.type != "note"}
        if kind in OF_ITEMS:
            told["items"] = [
                {"name": name, **self._label(self._survey, child.row, child.cells)} for name, child in inside.items()
            ]
        else:
            self._check_parts(node, kind, inside)
        if kind in FRACTIONS:
            source = inside
            if kind is AnswerKind.RATIO_MULTI and inside:
                item = next(iter(inside.values()))
                source = {_part_name(child, item.name): child for child in item.inside}
            for name in ("numerator", "denominator"):
                if name in source:
                    told[name] = self._label(self._survey, source[name].row, source[name].cells)
        for name in ("option", "methods", "base_name"):
            if name in inside and inside[name].list_name:
                told["options"] = self._listed(node.name, "options", inside[name].list_name)

    def _check_parts(self, node: Node, kind: AnswerKind, inside: Mapping[str, Node]) -> None:
        blank = Text("", "")
        known = [each.name for each in parts_of(Question(node.name, kind, blank))]
        for name, child in inside.items():
            if name not in known and not (kind is AnswerKind.RATIO_AND_COUNT and name == "methods"):
                entries = ", ".join(known)
                problem = Text(
                    f"{kind} tidak punya isian ini; yang ada: {entries}",
                    f"{kind} has no such entry; there are: {entries}",
                )
                self.mistakes.append(self._survey.finding(child.row, "name", problem))

    def _listed(self, question: str, key: str, list_name: str) -> list[Told]:
        choices: list[Choice] = self._lists[list_name]
        for each in choices:
            self._places.choices[question, each.name] = each.row
        return [{"name": each.name, **self._label(self._choices, each.row, each.cells)} for each in choices]

    def _described(self, told: Told, node: Node) -> None:
        """The columns of our own."""
        survey, row = self._survey, node.cells
        for key in ("unit", "note"):
            if words := self._our_words(row, f"pug_{key}"):
                told[key] = words
        for key in ("evidence", "basis"):
            if lines := self._lines(row, f"pug_{key}"):
                told[key] = lines
        for key in ("auto_from", "lke_group"):
            if text := survey.text(row, f"pug_{key}"):
                told[key] = text
        if frequency := survey.text(row, "pug_frequency"):
            told["frequency"] = _FREQUENCIES.get(frequency.casefold(), frequency)
        needed = survey.text(row, "pug_evidence_required").casefold()
        if needed in TRUE_WORDS:
            told["evidence_required"] = True
        elif needed and needed not in FALSE_WORDS:
            problem = Text("isi yes atau no", "write yes or no")
            self.mistakes.append(survey.finding(node.row, "pug_evidence_required", problem))
        if rollup := survey.text(row, "pug_rollup"):
            pairs = [each.partition("=") for each in rollup.split(";") if each.strip()]
            told["rollup"] = {key.strip(): value.strip() for key, _, value in pairs}


def _renamed(node: Node, name: str = "") -> Node:
    """The row under a name that nobody else has, and with it its parts: "P1.06.date" is still the date."""
    new = name or f"baris-{node.row}"
    inside = []
    for child in node.inside:
        part = _part_name(child, node.name)
        inside.append(_renamed(child, f"{new}.{part if part != child.name else part.rpartition('.')[2]}"))
    return replace(node, name=new, inside=inside)


def _rows(node: Node) -> tuple[int, ...]:
    return (node.row, *(row for each in node.inside for row in _rows(each)))


def _first_row(node: Node) -> Node:
    """The row that carries what a group cannot: itself, or the first one inside that holds a value."""
    while node.type == "group" and any(each.type != "note" for each in node.inside):
        node = next(each for each in node.inside if each.type != "note")
    return node


def _part_name(child: Node, group: str) -> str:
    """The row "P1.06.numerator" inside "P1.06" is its "numerator"; who writes only that is understood too."""
    return child.name.removeprefix(f"{group}.")
