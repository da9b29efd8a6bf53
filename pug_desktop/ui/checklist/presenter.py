"""Decides what the page "Prasyarat" shows and what is saved; knows no Qt.

Which sheets there are: an OPD has its own; a kabupaten/kota has its own and looks at its OPDs'; a province looks at
its kabupaten/kota and at the OPDs of the one that is chosen. Only one's own sheet can be changed; others are reviewed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pug_desktop.errors import PugError
from pug_desktop.forms.problems import is_empty
from pug_desktop.forms.rules import is_filled
from pug_desktop.replica import scope as scopes

if TYPE_CHECKING:
    from pug_desktop.app.edit import Saved
    from pug_desktop.app.fill import Keep, ReceivedSheet, Sheet, SheetItem, SheetSection
    from pug_desktop.app.regions import Region
    from pug_desktop.app.workspace import Workspace

OWN = "own"


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """One sheet that can be looked at; `key` is OWN, an office id (32 hex digits) or a region code.

    `started` is whether anything of it has come; `below` marks an office that is listed under its kabupaten/kota.
    """

    key: str
    name: str
    started: bool = True
    below: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One question of a sheet ("P1.06"), a prerequisite ("P1") or all of it (""), for other pages to lead to.

    `scope` says whose sheet it is.
    """

    year: int
    item: str
    scope: str


class Fill(Protocol):
    """What the presenter asks of `app.fill`."""

    def years(self, ws: "Workspace", /) -> Sequence[int]:
        """The years to choose from, newest first."""

    def sheet(self, ws: "Workspace", year: int, /, *, office_id: str | None = None) -> "Sheet":
        """One's own sheet, or an office's."""

    def regency_sheet(self, ws: "Workspace", year: int, region_code: str, /) -> "Sheet":
        """The sheet of a kabupaten/kota."""

    def received_sheets(
        self, ws: "Workspace", year: int, region_code: str | None = None, /
    ) -> "Sequence[ReceivedSheet]":
        """The sheets of the offices of a region, one's own unless it is told."""

    def save_answer(
        self,
        ws: "Workspace",
        on: "Sheet",
        item: str,
        /,
        *,
        status: "str | Keep" = ...,
        value: "object | Keep" = ...,
        note: "str | Keep | None" = ...,
        override_reason: "str | Keep | None" = ...,
    ) -> "Saved":
        """Save parts of an answer."""


class ChecklistView(Protocol):
    """What the presenter asks of the page."""

    def show_choices(self, years: Sequence[int], year: int, choices: Sequence[SheetChoice], key: str) -> None:
        """The years and sheets to choose from."""

    def show_overview(self, sheet: "Sheet") -> None:
        """The seven cards."""

    def show_section(self, sheet: "Sheet", section: "SheetSection") -> None:
        """The questions of one prerequisite."""

    def show_item(self, item: "SheetItem", *, editable: bool) -> None:
        """The panel of one question."""

    def update_item(self, item: "SheetItem") -> None:
        """The same question after a save."""

    def show_nothing(self) -> None:
        """Nothing was received yet."""

    def tell_saved(self, saved: "Saved") -> None:
        """It is committed."""

    def tell_failed(self, error: PugError) -> None:
        """It is not."""


class ChecklistPresenter:
    """The page's decisions.

    Attributes:
        sheet: what is shown now, None before the first `refresh`.
        arrange: puts its questions into another order.
        section_name: the prerequisite that is open, "" while the seven cards are shown.
        item_name: the question under the cursor.
    """

    def __init__(
        self,
        fill: Fill,
        workspace: "Workspace",
        regencies: "Callable[[], Sequence[Region]]",
        with_sheets: Callable[[], Sequence[int]],
        view: ChecklistView,
    ) -> None:
        """`regencies` gives the kabupaten/kota whose data a province has, `with_sheets` the years; asked only there."""
        self._fill = fill
        self._ws = workspace
        self._regencies, self._with_sheets = regencies, with_sheets
        self._view = view
        self._year: int | None = None
        self._key = OWN
        self._region = ""
        self._offered: list[SheetChoice] = []
        self.section_name = ""
        self.item_name = ""
        self.sheet: Sheet | None = None
        self.arrange: Callable[[Sheet], Sheet] = as_it_is

    @property
    def choice(self) -> SheetChoice | None:
        """The sheet that is chosen, None when there is none."""
        return next((each for each in self._offered if each.key == self._key), None)

    # --- what is shown ------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Load everything anew, and stay where the person was."""
        years = self._fill.years(self._ws)
        year = self._year if self._year in years and self._year is not None else self._first_year(years)
        self._year = year
        choices = self._offered = self._choices(year)
        if self._key not in [choice.key for choice in choices]:
            self._key = choices[0].key if choices else OWN
        self._view.show_choices(years, year, choices, self._key)
        if not choices:
            self.sheet = None
            self._view.show_nothing()
            return
        self._load()
        self._show()

    def choose_year(self, year: int) -> None:
        """Another year."""
        self._year = year
        self.refresh()

    def choose_sheet(self, key: str) -> None:
        """Another office's sheet."""
        self._key = key
        if is_region(key):
            self._region = key
        self.refresh()

    def open_place(self, place: Place) -> None:
        """One question of any sheet."""
        self._year = place.year
        self._region = scopes.region_of(place.scope)
        office = scopes.office_of(place.scope)
        self._key = OWN if place.scope == self._ws.profile.scope else office or self._region
        self.refresh()
        if "." in place.item:
            self.open_item(place.item)
        elif place.item and self.sheet is not None:
            self.open_section(place.item)
        else:
            self.close_section()

    def open_section(self, name: str) -> None:
        """One prerequisite, at the first question that came back, else at the first that still needs work."""
        if self.sheet is not None and name not in [each.section.name for each in self.sheet.sections]:
            # Another page names a prerequisite while the sheet stands in another order.
            self.arrange = as_it_is
            self._load()
        self.section_name = name
        section = self.section_now()
        waiting = [item for item in section.items if self._needs_work(item)]
        back = [item for item in waiting if item.sent_back] if self.editable else []
        self.item_name = (back or waiting or list(section.items))[0].question.name
        self._show()

    def _needs_work(self, item: "SheetItem") -> bool:
        """On one's own sheet what is not answered; on another one's what was not looked at as it is now."""
        role = self._ws.profile.role
        if role == "opd" or (self.sheet is not None and self.sheet.mine):
            return item.sent_back or (not item.filled and item.status != "tidak_relevan")
        return item.answered and not any(each.role == role and not each.changed for each in item.reviews)

    def open_item(self, name: str) -> None:
        """One question, wherever it stands; used by other pages too ("P1.06")."""
        for section in self.sheet.sections if self.sheet else ():
            if any(item.question.name == name for item in section.items):
                self.section_name, self.item_name = section.section.name, name
                self._show()

    def walk(self, step: int) -> bool:
        """Go to the next question that needs work (1), or to the former one (-1); whether there is one."""
        items = [item for section in self._sheet_now().sections for item in section.items]
        here = next((number for number, item in enumerate(items) if item.question.name == self.item_name), -1)
        ahead = items[here + 1 :] if step > 0 else list(reversed(items[: max(0, here)]))
        found = next((item for item in ahead if self._needs_work(item)), None)
        if found is not None:
            self.open_item(found.question.name)
        return found is not None

    def select_item(self, name: str) -> None:
        """The cursor of the list moved."""
        self.item_name = name
        self._view.show_item(self.item_now(), editable=self.editable)

    def arrange_by(self, arrange: "Callable[[Sheet], Sheet]") -> None:
        """Show the questions in another order, from its cards on."""
        self.arrange, self.section_name = arrange, ""
        self.refresh()

    def show_again(self) -> None:
        """The same view anew, after another one stood in its place."""
        self._show()

    def close_section(self) -> None:
        """Back to the seven cards."""
        self.section_name = ""
        self._show()

    @property
    def editable(self) -> bool:
        """Whether the shown sheet is one's own and not final."""
        return bool(self.sheet and self.sheet.editable)

    # --- what is saved ------------------------------------------------------------------------------------------

    def save(self, name: str, **changed: Any) -> None:
        """Commit what changed of a question: value, status, note, override_reason."""
        sheet = self._sheet_now()
        item = next(each for section in sheet.sections for each in section.items if each.question.name == name)
        if "value" in changed and "status" not in changed:
            status = status_after(item.status, changed["value"])
            if status != item.status:
                changed["status"] = status
        try:
            saved = self._fill.save_answer(self._ws, sheet, item.question.name, **changed)
        except PugError as error:
            self._view.tell_failed(error)
            return
        self._view.tell_saved(saved)
        self.reload_item()

    def use_computed(self) -> None:
        """Drop one's own value; the computed one counts again."""
        self.save(self.item_name, value=None, override_reason=None, status="belum_diisi")

    def reload_item(self) -> None:
        """Load again after a change of the shown question, without disturbing the inputs."""
        self._load()
        if self.section_name:
            self._view.update_item(self.item_now())

    # --- inside -------------------------------------------------------------------------------------------------

    def _first_year(self, years: Sequence[int]) -> int:
        """This year; at a province, which enters nothing itself, the last year of which there is a sheet."""
        known = self._with_sheets() if self._ws.profile.role == "provinsi" else ()
        return next((year for year in years if year in known), years[0])

    def _choices(self, year: int) -> list[SheetChoice]:
        profile = self._ws.profile
        if profile.role == "provinsi":
            return self._below_province(year)
        own = [SheetChoice(OWN, profile.office_name if profile.role == "opd" else profile.region_name)]
        if profile.role == "opd":
            return own
        # A stable sort: whoever has sent something comes first.
        received = sorted(self._fill.received_sheets(self._ws, year), key=lambda each: not each.started)
        return own + [SheetChoice(each.office_id, each.office_name, each.started) for each in received]

    def _below_province(self, year: int) -> list[SheetChoice]:
        """The kabupaten/kota, and under the one that is chosen its OPDs that have sent something."""
        regions = self._regencies()
        if self._region not in [region.code for region in regions]:
            self._region = regions[0].code if regions else ""
        choices: list[SheetChoice] = []
        for region in regions:
            choices.append(SheetChoice(region.code, region.name))
            if region.code == self._region:
                sheets = self._fill.received_sheets(self._ws, year, region.code)
                choices += [
                    SheetChoice(each.office_id, each.office_name, below=True) for each in sheets if each.started
                ]
        return choices

    def _load(self) -> None:
        year = self._year
        if year is None:
            return
        if is_region(self._key):
            self.sheet = self._fill.regency_sheet(self._ws, year, self._key)
        elif self._key == OWN:
            self.sheet = self._fill.sheet(self._ws, year)
        else:
            self.sheet = self._fill.sheet(self._ws, year, office_id=self._key)
        self.sheet = self.arrange(self.sheet)

    def _show(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        if self.section_name not in [each.section.name for each in sheet.sections]:
            self.section_name = ""
            self._view.show_overview(sheet)
        else:
            section = self.section_now()
            if self.item_name not in [item.question.name for item in section.items]:
                self.item_name = section.items[0].question.name
            self._view.show_section(sheet, section)
            self._view.show_item(self.item_now(), editable=self.editable)

    def _sheet_now(self) -> "Sheet":
        if self.sheet is None:
            raise LookupError("no sheet is shown")
        return self.sheet

    def section_now(self) -> "SheetSection":
        """The prerequisite that is open."""
        return next(each for each in self._sheet_now().sections if each.section.name == self.section_name)

    def item_now(self) -> "SheetItem":
        """The question that is open."""
        return next(item for item in self.section_now().items if item.question.name == self.item_name)


def as_it_is(sheet: "Sheet") -> "Sheet":
    """The order of the form itself."""
    return sheet


def is_region(key: str) -> bool:
    """Whether a key of a sheet is the code of a kabupaten/kota."""
    return len(key) == len("36.71") and key[2] == "."


def status_after(status: str, value: object) -> str:
    """The state that goes with a value: who enters one has something, who answers "Tidak" has not yet.

    A state that the person chose ("proses", "tidak relevan") stays.
    """
    says_no = value is False or (isinstance(value, dict) and value.get("yes") is False)
    if value is None:
        return status
    if status in ("belum_diisi", "ada", "belum_ada"):
        return "belum_ada" if says_no else "ada"
    return status


def shown_state(item: "SheetItem") -> str:
    """The state as it is shown: what the program has computed counts as "ada" until a person says otherwise."""
    said = item.status != "belum_diisi" or item.value is not None
    known = item.computed is not None and not is_empty(item.computed.value)
    return "ada" if known and not said else item.status


def shown_sign(item: "SheetItem") -> str:
    """The sign in the list: as the state, but "kurang" where something is there and not all that is asked for."""
    state = shown_state(item)
    if state != "ada" or item.filled or is_filled(item.question, item.effective):
        return state
    return "kurang"


def dropped(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files among what was dropped; folders are left out."""
    return tuple(path for path in paths if path.is_file())
