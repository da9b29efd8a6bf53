"""The choice among several profiles on one computer."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pug_desktop.app.profiles import Profile, ProfileCard
from pug_desktop.ui import icons, parts


class ProfileChooser(QWidget):
    """One large button for each profile.

    Signals:
        open_wanted: the folder of a profile.
        new_wanted: make a further one.
    """

    open_wanted = Signal(object)
    new_wanted = Signal()

    def __init__(self, cards: Sequence[ProfileCard], parent: QWidget) -> None:
        """`cards` are app.profiles.ProfileCard."""
        super().__init__(parent)
        layout = parts.page_layout(self)
        column = parts.ScrollColumn(self)
        layout.addWidget(column)
        body = column.body
        body.addStretch(1)
        self._add(parts.label(self.tr("Pilih profil kantor"), "title"), body)
        self._add(
            parts.label(self.tr("Setiap kantor di komputer ini mempunyai data sendiri yang tidak tercampur."), "muted"),
            body,
        )
        self._buttons: dict[QPushButton, object] = {}
        for card in cards:
            each = QPushButton(self._words(card.profile), self)
            each.setAccessibleName(card.profile.office_name)
            each.setProperty("choice", True)
            each.setAutoDefault(True)
            each.setIcon(icons.icon("office"))
            each.setIconSize(QSize(32, 32))
            each.setMinimumHeight(self.fontMetrics().height() * 2 + 40)
            each.clicked.connect(self._clicked)
            self._buttons[each] = card.folder
            self._add(each, body)
        new = parts.button(self.tr("Buat profil baru"), "plus", "quiet", self)
        new.clicked.connect(self.new_wanted)
        body.addWidget(new, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(2)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons)))

    def _add(self, widget: QWidget, body: QVBoxLayout) -> None:
        widget.setFixedWidth(560)
        # Not by alignment: a line that breaks would get the height that it needs in the width of the page.
        body.addLayout(parts.row(None, widget, None))

    def _words(self, profile: Profile) -> str:
        roles = {
            "opd": self.tr("Perangkat daerah"),
            "kabkota": self.tr("Kabupaten/kota"),
            "provinsi": self.tr("Provinsi"),
        }
        words = f"  {profile.office_name}\n  {roles[profile.role]} · {profile.region_name}"
        return words + (" · " + self.tr("mode latihan") if profile.practice else "")

    def _clicked(self) -> None:
        self.open_wanted.emit(self._buttons[self.sender()])  # type: ignore[index]
