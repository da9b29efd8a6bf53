"""The sheets of an XLSForm workbook as the tables of a form file; each mistake has its sheet, row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pug_desktop.forms.parse import form_from
from pug_desktop.forms.schema import AnswerKind, Question, Text
from pug_desktop.forms.tables import Mistake, name_of, nearest
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
from pug_desktop.forms.xlsform.tree import Choice, Node, lists_of, tree_of

MOST = 200
"""Mistakes that are told; who has more has another kind of file."""
MOST_ROWS = 3_000
"""Rows of a sheet; the largest form there is has 300."""
LONGEST = 300
"""Characters of what is said about a cell: it may quote the cell."""

_TRIALS = 50

SOURCE = "Berkas Excel (XLSForm)"

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
    if not reader.mistakes:
        reader.check(told)
    if reader.mistakes:
        order = {name: number for number, name in enumerate(SHEETS)}
        found = sorted(set(reader.mistakes), key=lambda each: (order.get(each.sheet, 9), each.row, each.column))
        raise WorkbookMistakes(_short(found))
    return Reading(told, _short(reader.remarks))


def _short(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(each, problem=each.problem[:LONGEST]) for each in findings[:MOST])


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
                self.mistakes.append(Finding(name, 0, 0, "", f'lembar "{name}" tidak ada dalam berkas'))
        self._sheets = {name: Columns(there.get(name, Grid(name, (), ()))) for name in SHEETS}
        self._survey, self._choices = self._sheets["survey"], self._sheets["choices"]
        self._untranslated = 0
        self._kinds: dict[str, AnswerKind] = {}
        self._places = Places()
        if not self.mistakes:
            self._check_headings()

    def _check_headings(self) -> None:
        for name, columns in self._sheets.items():
            if len(columns.grid.rows) > MOST_ROWS:
                self.mistakes.append(Finding(name, MOST_ROWS, 0, "", "terlalu banyak baris untuk sebuah instrumen"))
            for base in NEEDED[name]:
                if not columns.has(base):
                    self.mistakes.append(Finding(name, 1, 0, "", f'kolom "{base}" tidak ada'))
            for number, heading in columns.twice:
                self.mistakes.append(Finding(name, 1, number, heading, "judul kolom ini ada dua kali"))
            for number, heading in columns.unknown:
                self.remarks.append(Finding(name, 1, number, heading, "kolom ini tidak dipakai"))

    def form(self) -> Told:
        """The tables; they are worth something only where there are no mistakes."""
        if self.mistakes:
            return {}
        self._lists = lists_of(self._choices, self.mistakes.append)
        nodes = tree_of(self._survey, self._lists, self.mistakes.append, self.remarks.append)
        told = self._settings()
        told["section"] = [section for node in nodes if (section := self._section(node)) is not None]
        if not told["section"] and not self.mistakes:
            self.mistakes.append(Finding("survey", 0, 0, "", "belum ada bagian (begin_group) dengan pertanyaan"))
        if self._untranslated:
            problem = f"{self._untranslated} teks belum ada bahasa Inggrisnya; kata Indonesianya dipakai"
            self.remarks.append(Finding("survey", 0, 0, "", problem))
        return told

    def check(self, told: Told) -> None:
        """What the loader of forms has against the tables: it looks again without each question that it refuses."""
        trial: Told = dict(told)
        for _ in range(_TRIALS):
            try:
                form_from(trial, "")
            except Mistake as mistake:
                self.mistakes.append(finding_of(mistake, self._places, self._sheets))
                name = self._places.question_of(mistake)
                if not name:
                    return
                trial["section"] = [_without(section, name) for section in _tables(trial, "section")]
                trial["section"] = [each for each in _tables(trial, "section") if each.get("question")]
                if not trial["section"]:
                    return
            else:
                return

    # --- settings ---------------------------------------------------------------------------------------------------

    def _settings(self) -> Told:
        settings = self._sheets["settings"]
        row: Sequence[str] = next((row for row in settings.grid.rows if any(cell.strip() for cell in row)), ())
        found = {base: settings.text(row, base) for base in NEEDED["settings"]}
        for base, text in found.items():
            if not text:
                self.mistakes.append(settings.finding(2, base, "sel ini kosong"))
        version = found["version"]
        is_number = version.isascii() and version.isdigit() and len(version) < 10
        if version and not is_number:
            self.mistakes.append(settings.finding(2, "version", "versi harus bilangan bulat, misalnya 2"))
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
            self.mistakes.append(columns.finding(number, "label", "label kosong", "id"))
        return words or {"id": "-", "en": "-"}

    def _lines(self, row: Sequence[str], base: str) -> list[str]:
        return [line.strip() for line in self._survey.text(row, base).splitlines() if line.strip()]

    # --- sections and questions -------------------------------------------------------------------------------------

    def _section(self, node: Node) -> Told | None:
        survey = self._survey
        if node.type == "note":
            self.remarks.append(survey.finding(node.row, "type", "catatan di luar bagian dilewati"))
            return None
        if node.type != "group" or survey.text(node.cells, "pug_kind"):
            problem = f'"{node.name}" harus berada di dalam satu bagian: begin_group di atasnya, end_group di bawahnya'
            self.mistakes.append(survey.finding(node.row, "type", problem))
            return None
        if problem := _name_problem(node.name):
            self.mistakes.append(survey.finding(node.row, "name", problem))
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
        elif not self._sheets["settings"].has("pug_derives") and not self.mistakes:
            self.mistakes.append(survey.finding(node.row, "name", f'bagian "{node.name}" tidak punya pertanyaan'))
        return told

    def _question(self, node: Node) -> Told | None:
        survey = self._survey
        if node.type == "note":
            self.remarks.append(survey.finding(node.row, "type", "catatan di antara pertanyaan dilewati"))
            return None
        if problem := _name_problem(node.name):
            self.mistakes.append(survey.finding(node.row, "name", problem))
            return None
        if node.name in self._kinds:
            self.mistakes.append(survey.finding(node.row, "name", f'nama "{node.name}" sudah dipakai'))
            return None
        kind = self._kind(node)
        if kind is None:
            return None
        self._places.questions[node.name] = node.row
        told: Told = {"name": node.name, "kind": kind.value, "label": self._label(survey, node.row, node.cells)}
        first = _first_row(node)
        if hint := self._words(survey, node.cells, "hint") or self._words(survey, first.cells, "hint"):
            told["hint"] = hint
        self._choices_of(told, kind, node)
        self._described(told, node)
        self._kinds[node.name] = kind
        told.update(rules_told(node, first, kind, told, survey, self._kinds, self.mistakes.append, self.remarks.append))
        return told

    def _kind(self, node: Node) -> AnswerKind | None:
        survey = self._survey
        named = survey.text(node.cells, "pug_kind")
        if named and named not in tuple(AnswerKind):
            problem = f'"{named}" tidak dikenal{nearest(named, tuple(AnswerKind))}'
            self.mistakes.append(survey.finding(node.row, "pug_kind", problem))
            return None
        if not named and node.type == "group":
            problem = "isi kolom pug_kind: kelompok di dalam bagian adalah satu pertanyaan dengan beberapa isian"
            base = "pug_kind" if survey.has("pug_kind") else "type"
            self.mistakes.append(survey.finding(node.row, base, problem))
            return None
        kind = AnswerKind(named) if named else BY_TYPE[node.type]
        wanted = SINGLE.get(kind, "group")
        # A list of "yes" and "no" is a list of choices too.
        fits = node.type == wanted or (node.type == YES_NO and wanted == "select_one")
        if not fits:
            shown = {"group": "begin_group", YES_NO: "select_one dengan daftar yes/no"}.get(wanted, wanted)
            self.mistakes.append(survey.finding(node.row, "type", f"{kind} ditulis sebagai {shown}"))
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
                problem = f"{kind} tidak punya isian ini; yang ada: {', '.join(known)}"
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
            self.mistakes.append(survey.finding(node.row, "pug_evidence_required", "isi yes atau no"))
        if rollup := survey.text(row, "pug_rollup"):
            pairs = [each.partition("=") for each in rollup.split(";") if each.strip()]
            told["rollup"] = {key.strip(): value.strip() for key, _, value in pairs}


def _name_problem(name: str) -> str:
    """What is wrong with the name of a section or a question; an empty one was told already."""
    try:
        name_of({"name": name}, "")
    except Mistake as mistake:
        return mistake.problem if name else ""
    return ""


def _first_row(node: Node) -> Node:
    """The row that carries what a group cannot: itself, or the first one inside that holds a value."""
    while node.type == "group" and any(each.type != "note" for each in node.inside):
        node = next(each for each in node.inside if each.type != "note")
    return node


def _part_name(child: Node, group: str) -> str:
    """The row "P1.06.numerator" inside "P1.06" is its "numerator"; who writes only that is understood too."""
    return child.name.removeprefix(f"{group}.")


def _tables(table: Told, key: str) -> list[Told]:
    value = table.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _without(section: Told, name: str) -> Told:
    """The section without a question, and without the conditions about it."""
    kept = [each for each in _tables(section, "question") if each.get("name") != name]
    return {**section, "question": [_forget(each, name) for each in kept]}


def _forget(question: Told, name: str) -> Told:
    def about(value: object) -> bool:
        return isinstance(value, dict) and (value.get("question") == name or about(value.get("when")))

    found = {key: value for key, value in question.items() if not about(value)}
    if "constraint" in found:
        found["constraint"] = [each for each in _tables(found, "constraint") if not about(each)]
        if not found["constraint"]:
            del found["constraint"]
    return found
