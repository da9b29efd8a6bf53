"""Step 1 of sending: what has arrived so far, to whom this one goes, and onto which stick."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton, QWidget

from pug_desktop.app.send import Addressee
from pug_desktop.domain.words import label
from pug_desktop.ui import icons, parts, style
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.carry.place_picker import PlacePicker
from pug_desktop.ui.flow import FlowLayout
from pug_desktop.ui.send.standing_table import StandingTable
from pug_desktop.ui.texts import language

MOST_BUTTONS = 3
"""More addressees than this stand in a list to choose from."""


class WhereStep(parts.ScrollColumn):
    """To whom, and where.

    Signals:
        addressee_chosen: a device id.
        place_chosen: a folder (Path), or None when the stick was pulled out.
    """

    addressee_chosen = Signal(str)
    place_chosen = Signal(object)

    def __init__(self, ask: Ask, parent: QWidget) -> None:
        super().__init__(parent)
        self.body.setContentsMargins(0, 0, style.GRID, parts.GAP)
        self.standing = StandingTable(self)
        self.standing.chosen.connect(self.addressee_chosen)
        self._group = QButtonGroup(self)
        self._choices = FlowLayout(spacing=style.GRID)
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Penerima"))
        self.list.setMinimumContentsLength(40)
        self.list.activated.connect(self._picked)
        self.places = PlacePicker(ask, self.tr("Tulis kiriman di folder mana?"), self, only_one=True)
        self.places.chosen.connect(self.place_chosen)
        self._whom = parts.Card(self, self.tr("Kepada siapa"))
        self._whom.body.addLayout(self._choices)
        self._whom.body.addWidget(self.list)
        self.only = parts.label("", "heading", self)
        where = parts.Card(self)
        where.body.addWidget(self.only)
        where.body.addWidget(self.places)
        self.body.addWidget(self.standing)
        self.body.addWidget(self._whom)
        self.body.addWidget(where)
        self.body.addStretch(1)

    def show_addressees(self, addressees: Sequence[Addressee], chosen: Addressee | None) -> None:
        """Offer these; a few as buttons, many as a list; with a single one there is nothing to choose."""
        self._whom.setVisible(len(addressees) > 1)
        self.only.setText(
            self.tr("Untuk {office}: ditulis ke flashdisk mana").format(office=addressees[0].office_name)
            if len(addressees) == 1
            else self.tr("Ditulis ke flashdisk mana")
        )
        for button in self._group.buttons():
            self._group.removeButton(button)
        parts.clear(self._choices)
        few = len(addressees) <= MOST_BUTTONS
        self.list.setVisible(not few)
        self.list.clear()
        if not few:
            self.list.addItem(self.tr("Pilih penerima…"), "")
        for each in addressees:
            if few:
                self._add_button(each, checked=chosen is not None and chosen.device_id == each.device_id)
            else:
                self.list.addItem(f"{each.office_name} – {label('role', each.role, language())}", each.device_id)
        if chosen is not None and not few:
            self.list.setCurrentIndex(max(0, self.list.findData(chosen.device_id)))

    def _add_button(self, each: Addressee, *, checked: bool) -> None:
        words = label("role", each.role, language())
        name = self.fontMetrics().elidedText(
            each.office_name, Qt.TextElideMode.ElideMiddle, self.fontMetrics().averageCharWidth() * 40
        )
        button = QPushButton(icons.icon("office"), f"{name.replace('&', '&&')}\n{words}", self)
        button.setProperty("choice", True)
        button.setAutoDefault(True)
        button.setIconSize(QSize(28, 28))
        button.setCheckable(True)
        button.setChecked(checked)
        button.setAccessibleName(each.office_name)
        button.setToolTip(each.office_name)
        button.clicked.connect(partial(self._chose, each.device_id))
        self._group.addButton(button)
        self._choices.addWidget(button)

    def _chose(self, device_id: str, *_: object) -> None:
        self.addressee_chosen.emit(device_id)

    def _picked(self, _index: int) -> None:
        self.addressee_chosen.emit(str(self.list.currentData() or ""))
