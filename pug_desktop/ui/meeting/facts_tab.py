"""What, when, where and by whom: the first tab of a meeting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pug_desktop.app.meet import MeetingView
from pug_desktop.app.meeting_kinds import choice_of
from pug_desktop.domain.words import labels
from pug_desktop.ui import parts, style
from pug_desktop.ui.binder import Binder
from pug_desktop.ui.form_view.inputs import ChoiceInput, LongTextInput, TextInput
from pug_desktop.ui.meeting.entries import EntryList, Slot
from pug_desktop.ui.meeting.held import FIELDS as HELD_FIELDS
from pug_desktop.ui.meeting.inputs import HeldInput, LinesInput, OfficeInput, TimeInput
from pug_desktop.ui.meeting.kind_input import KindInput
from pug_desktop.ui.texts import language

Save = Callable[[str, str, dict[str, object]], object]
"""save(kind, record id, fields)."""


class FactsTab(QWidget):
    """The fields of the meeting itself, and who had a part in it.

    Signals:
        saved, failed: of a field.
        role_add_pressed: one more person with a part.
        role_remove_pressed, role_move_pressed: of such a person.
    """

    saved = Signal(object)
    failed = Signal(object)
    role_add_pressed = Signal()
    role_remove_pressed = Signal(str)
    role_move_pressed = Signal(str, int)

    def __init__(
        self,
        save: Save,
        suggest_offices: Callable[[str], list[str]],
        kinds: Callable[[str], Sequence[tuple[str, str]]],
        parent: QWidget,
    ) -> None:
        """`kinds` gives the kinds that are offered, as (choice, name), in a language."""
        super().__init__(parent)
        self._save = save
        self._kinds = kinds
        self._meeting_id = ""
        self.binder = Binder(self._write, self)
        self.binder.saved.connect(self.saved)
        self.binder.failed.connect(self.failed)
        self._make_inputs(suggest_offices)
        self._build()

    def show_meeting(self, view: MeetingView, kind: str) -> None:
        """Show a meeting; an input in which somebody types is left alone. `kind` is what its office calls its kind."""
        self._meeting_id = view.id
        values = dict(view.values)
        values["kind"] = choice_of(view.values)
        self.kind.offer(self._kinds(language()), values["kind"], kind)
        values["held"] = {name: values.get(name) for name in HELD_FIELDS}
        self.binder.load(values)
        self.binder.set_read_only(not view.mine)
        self.roles.set_read_only(not view.mine)
        self.roles.show_entries(view.roles)

    def focus_title(self) -> None:
        """Put the cursor into the title."""
        self.title.setFocus()
        self.title.selectAll()

    def _make_inputs(self, suggest_offices: Callable[[str], list[str]]) -> None:
        self.kind = KindInput(self.tr("Jenis kegiatan"), self)
        self.title = TextInput(self.tr("Judul rapat"), self, hint=self.tr("mis. Rapat Koordinasi Pokja PUG"))
        self.theme = TextInput(self.tr("Tema"), self)
        self.held = HeldInput(self)
        self.start = TimeInput(self.tr("Mulai"), self)
        self.end = TimeInput(self.tr("Selesai"), self)
        self.place = TextInput(self.tr("Tempat"), self, hint=self.tr("mis. Aula Bappeda"))
        self.organiser = OfficeInput(self.tr("Penyelenggara"), self, suggest_offices)
        self.letter = TextInput(self.tr("Nomor surat undangan"), self)
        self.chair_name = TextInput(self.tr("Pimpinan rapat"), self, hint=self.tr("nama lengkap"))
        self.chair_position = TextInput(self.tr("Jabatan pimpinan"), self, hint=self.tr("mis. Sekretaris Daerah"))
        self.groups = LinesInput(self.tr("Kelompok peserta"), self, lines=3)
        self.groups.setPlaceholderText(self.tr("satu kelompok per baris, mis. anggota Pokja PUG"))
        self.disaggregation = LinesInput(self.tr("Data terpilah yang dibahas"), self, lines=3)
        self.disaggregation.setPlaceholderText(self.tr("satu kelompok per baris, mis. lansia, penyandang disabilitas"))
        self.note = LongTextInput(self.tr("Catatan sumber"), self, lines=2)
        self.note.setPlaceholderText(self.tr("dari mana data ini, apa yang tidak disebutkan sumber"))
        for field, widget in (
            ("kind", self.kind),
            ("title", self.title),
            ("theme", self.theme),
            ("held", self.held),
            ("start_time", self.start),
            ("end_time", self.end),
            ("place", self.place),
            ("organiser", self.organiser),
            ("letter_number", self.letter),
            ("chair_name", self.chair_name),
            ("chair_position", self.chair_position),
            ("participant_groups", self.groups),
            ("disaggregation", self.disaggregation),
            ("source_note", self.note),
        ):
            self.binder.tie(field, widget)
        self.roles = EntryList(
            [
                Slot("role", self.tr("Peran"), self._role_input, 2),
                Slot("name", self.tr("Nama"), TextInput, 4),
                Slot("position", self.tr("Jabatan"), TextInput, 4),
                Slot("topic", self.tr("Materi"), TextInput, 3),
            ],
            self._write_role,
            self.tr("Tambah orang"),
            self.tr("Narasumber, pembuka, moderator, dan notulis dicatat di sini."),
            self,
        )
        self.roles.saved.connect(self.saved)
        self.roles.failed.connect(self.failed)
        self.roles.add_pressed.connect(self.role_add_pressed)
        self.roles.remove_pressed.connect(self.role_remove_pressed)
        self.roles.move_pressed.connect(self.role_move_pressed)

    def _build(self) -> None:
        scroll = parts.ScrollColumn(self)
        scroll.body.setContentsMargins(0, parts.GAP, style.GRID, parts.GAP)
        columns = QHBoxLayout()
        columns.setSpacing(parts.GAP)
        columns.addWidget(self._what_card(), 1)
        columns.addWidget(self._when_card(), 1)
        scroll.body.addLayout(columns)
        scroll.body.addWidget(self._people_card())
        scroll.body.addWidget(self._more_card())
        scroll.body.addStretch(1)
        self._order_tabs()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _order_tabs(self) -> None:
        """Tab goes through the cards as they are read: down one column, then the next."""
        parts.tab_order(
            *(self.title, self.kind, self.theme, self.organiser, self.letter),
            *(self.held, self.start, self.end, self.place),
            *(self.chair_name, self.chair_position, self.roles),
            *(self.groups, self.disaggregation, self.note),
        )

    def _what_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Kegiatan"))
        for each in (self.title, self.kind, self.theme, self.organiser, self.letter):
            card.body.addLayout(parts.field(each.accessibleName(), each))
        card.body.addStretch(1)
        return card

    def _when_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Waktu dan tempat"))
        card.body.addLayout(parts.field(self.tr("Hari dan tanggal"), self.held))
        times = [parts.field(each.accessibleName(), each) for each in (self.start, self.end)]
        card.body.addLayout(parts.row(*times, None, spacing=parts.GAP))
        card.body.addLayout(parts.field(self.place.accessibleName(), self.place))
        card.body.addStretch(1)
        return card

    def _people_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Pimpinan, narasumber, dan petugas"))
        chair = QHBoxLayout()
        chair.setSpacing(parts.GAP)
        for each in (self.chair_name, self.chair_position):
            chair.addLayout(parts.field(each.accessibleName(), each), 1)
        card.body.addLayout(chair)
        card.body.addSpacing(style.GRID)
        card.body.addWidget(self.roles)
        return card

    def _more_card(self) -> parts.Card:
        card = parts.Card(self, self.tr("Kelompok peserta dan catatan"))
        groups = QHBoxLayout()
        groups.setSpacing(parts.GAP)
        for each in (self.groups, self.disaggregation):
            groups.addLayout(parts.field(each.accessibleName(), each), 1)
        card.body.addLayout(groups)
        card.body.addLayout(parts.field(self.note.accessibleName(), self.note))
        return card

    def _role_input(self, name: str, parent: QWidget) -> QWidget:
        return ChoiceInput(labels("meeting_role", language()), name, parent)

    def _write(self, field: str, value: object) -> object:
        fields = dict(value) if field == "held" and isinstance(value, dict) else {field: value}
        return self._save("meeting", self._meeting_id, fields)

    def _write_role(self, record_id: str, field: str, value: object) -> object:
        return self._save("meeting_role", record_id, {field: value})
