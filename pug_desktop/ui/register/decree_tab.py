"""The register of decrees: under the list stand the people of the chosen one, each with dates."""

from PySide6.QtWidgets import QWidget

from pug_desktop.app import registers
from pug_desktop.app.registers import MemberRow, RegisterRow
from pug_desktop.app.workspace import Workspace
from pug_desktop.errors import PugError
from pug_desktop.ui import parts
from pug_desktop.ui.ask import Ask
from pug_desktop.ui.job import Jobs
from pug_desktop.ui.register.presenter import member_words
from pug_desktop.ui.register.row_card import RowCard
from pug_desktop.ui.register.tab import RegisterTab, point_at
from pug_desktop.ui.rows_model import Column, RowsModel, RowsTable
from pug_desktop.ui.texts import language


class DecreeTab(RegisterTab):
    """Decrees above, their people below; at the right the one of both that was chosen last."""

    def __init__(self, workspace: Workspace, ask: Ask, jobs: Jobs, empty: parts.EmptyPage, parent: QWidget) -> None:
        super().__init__("decree", workspace, ask, jobs, empty, parent)
        self.member: MemberRow | None = None
        self.add_member = parts.button(self.tr("Tambah orang"), "plus", parent=self)
        self.add_member.clicked.connect(self._add_member)
        self._people = parts.label("", "strong", self)
        lang = language()

        def duty(row: MemberRow) -> str:
            return member_words(row, lang)[0]

        self.members = RowsModel(
            [
                Column(
                    self.tr("Nama"),
                    lambda row: row.values["name"] or "–",
                    width=0,
                    tip=lambda row: row.values["position"] or "",
                ),
                Column(self.tr("Tugas"), duty, width=130, tip=duty),
                Column(self.tr("Sampai"), lambda row: member_words(row, lang)[2]),
            ],
            self,
        )
        self.member_table = RowsTable(self.members, self.tr("Orang dalam SK"), self)
        self.member_table.chosen.connect(self._chose_member)
        self.member_card = RowCard("member", self._write_member, self.tr("Lepas dari SK"), self)
        self.member_card.saved.connect(self._saved)
        self.member_card.failed.connect(self.failed)
        self.member_card.remove_pressed.connect(self._remove_member)
        self.back = parts.button(self.tr("Kembali ke SK"), "chevron-left", "quiet", self.member_card)
        self.back.clicked.connect(self._back)
        self.member_card.body.insertLayout(0, parts.row(self.back, None))
        self.right.body.addWidget(self.member_card)
        self.member_card.hide()
        # A row that is chosen already does not tell again when it is pressed.
        self.table.clicked.connect(self._back)
        self.table.opened.connect(self._back)
        above = parts.row(self._people, self.add_member)
        above.setStretch(0, 1)
        self.left.addLayout(above)
        self.left.addWidget(self.member_table, 3)

    def flush(self) -> None:
        """Commit what is typed of the decree and of the person."""
        super().flush()
        self.member_card.binder.flush()

    def _show(self, row: RegisterRow | None) -> None:
        before = self.chosen.id if self.chosen is not None else None
        super()._show(row)
        # The base class shows rows only after both are built.
        if row is None:
            return
        if row.id != before:
            self.member = None
        people = registers.members(self._ws, row.id)
        self.members.set_rows(people)
        self._people.setText(self.tr("Orang dalam SK ini: {n}").format(n=len(people)))
        self.add_member.setVisible(row.mine)
        chosen = self.member.id if self.member is not None else None
        self._show_member(next((each for each in people if each.id == chosen), None))

    def _show_member(self, member: MemberRow | None) -> None:
        self.member = member
        self.card.setVisible(member is None)
        self.member_card.setVisible(member is not None)
        if member is not None and self.chosen is not None:
            self.member_card.show_member(member, mine=self.chosen.mine)
            point_at(self.member_table, member.id)
        else:
            self.member_table.clearSelection()

    def _chose(self, row: object) -> None:
        if isinstance(row, RegisterRow):
            self.flush()
            self.member = None
        super()._chose(row)
        if isinstance(row, RegisterRow):
            self._show_member(None)

    def _chose_member(self, row: object) -> None:
        if isinstance(row, MemberRow) and (self.member is None or row.id != self.member.id):
            self.flush()
            self._show_member(row)

    def _back(self, *_: object) -> None:
        """From a person to the decree."""
        if self.member is not None:
            self.flush()
            self._show_member(None)
            self.card.focus_first()

    def _add_member(self) -> None:
        self.flush()
        decree = self.chosen
        if decree is None:
            return
        name = self._ask.text(self.tr("Orang baru dalam SK"), self.tr("Nama lengkap, tanpa gelar bila tidak perlu:"))
        if name is None:
            return
        known = registers.same_name(self._ws, name)
        person = None
        if known:
            offers = [self.tr("Orang yang sama: {who}").format(who=position or name) for _id, position in known]
            chosen = self._ask.choose(
                self.tr("Nama ini sudah dicatat"),
                self.tr("“{name}” sudah ada. Orang yang sama atau orang lain?").format(name=name),
                [*offers, self.tr("Orang lain dengan nama yang sama")],
            )
            if chosen is None:
                return
            person = known[chosen][0] if chosen < len(known) else None
        try:
            made = registers.add_member(self._ws, decree.id, name, person)
        except PugError as error:
            self._ask.tell(error)
            return
        self.refresh()
        people = registers.members(self._ws, decree.id)
        self._show_member(next((each for each in people if each.id == made), None))
        self.member_card.focus_first()

    def _write_member(self, field: str, value: object) -> object:
        assert self.member is not None
        return registers.save_member(self._ws, self.member.id, field, value)

    def _remove_member(self) -> None:
        self.flush()
        if self.member is None:
            return
        name = str(self.member.values["name"] or "")
        try:
            registers.remove_member(self._ws, self.member.id)
        except PugError as error:
            self._ask.tell(error)
            return
        self.member = None
        self.refresh()
        self.removed.emit(self.tr("{name} dilepas dari SK.").format(name=name))
