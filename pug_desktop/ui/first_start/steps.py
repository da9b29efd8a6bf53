"""The three steps of the first start: which office this is, where it lies, how it is protected."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pug_desktop.app import portable, regions
from pug_desktop.ui import icons, parts
from pug_desktop.ui.first_start.presenter import NewProfile
from pug_desktop.ui.first_start.region_picker import RegionPicker

# The places of the real meetings that the example data tells of.
PRACTICE_REGION = {"opd": "36.71", "kabkota": "36.71", "provinsi": "36"}

WIDTH = 860


class RoleCard(QPushButton):
    """A large choice: icon, name, and one sentence of what this office does."""

    def __init__(self, icon: str, name: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("choice", True)
        self.setAutoDefault(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(8)
        image = QLabel(self)
        image.setPixmap(icons.picture(icon, 32))
        for each in (image, parts.label(name, "heading", self), parts.label(sentence, "muted", self)):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(each)
        layout.addStretch(1)

    def sizeHint(self) -> QSize:
        """Qt: room for the icon, the name and a sentence of five lines."""
        return QSize(240, self.fontMetrics().height() * 7 + 110)


class FirstSteps(QWidget):
    """Three steps in one page; nothing is written before the last button.

    Signals:
        create_wanted: a NewProfile.
        back_wanted: back to the choice of profiles.
        restore_wanted: from the recovery sheet instead.
    """

    create_wanted = Signal(object)
    back_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget, *, can_go_back: bool = False) -> None:
        super().__init__(parent)
        self._can_go_back = can_go_back
        outer = parts.page_layout(self)
        middle = QWidget(self)
        middle.setMaximumWidth(WIDTH)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(middle, 100)
        centred.addStretch(1)
        outer.addLayout(centred, 1)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(16)
        self._step_label = parts.label("", "accent small", middle)
        self._title = parts.label("", "title", middle)
        self._text = parts.label("", "muted", middle)
        for each in (self._step_label, self._title, self._text):
            layout.addWidget(each)
        self._steps = QStackedWidget(middle)
        for step in (self._role_step(), self._place_step(), self._lock_step()):
            self._steps.addWidget(step)
        layout.addWidget(self._steps, 1)
        self._back = parts.button(self.tr("Kembali"), parent=middle)
        self._back.clicked.connect(self._go_back)
        self._next = parts.button(self.tr("Lanjut"), look="primary", parent=middle)
        self._next.clicked.connect(self.go_on)
        layout.addLayout(parts.row(self._back, None, self._next))
        self._show(0)

    # --- the steps ----------------------------------------------------------------------------------------------

    def _role_step(self) -> QWidget:
        step = QWidget(self)
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        self._roles = QButtonGroup(self)
        self._role_names = ("opd", "kabkota", "provinsi")
        for number, (icon, name, sentence) in enumerate(
            (
                (
                    "user",
                    self.tr("Perangkat daerah (OPD)"),
                    self.tr("Saya focal point di dinas, badan, atau kecamatan. Saya mengisi lembar kantor saya."),
                ),
                (
                    "users",
                    self.tr("Kabupaten/kota"),
                    self.tr("Saya di sekretariat Pokja PUG. Saya menerima lembar OPD dan menyusun rekap daerah."),
                ),
                (
                    "globe",
                    self.tr("Provinsi"),
                    self.tr("Saya di tingkat provinsi. Saya menerima data kabupaten/kota dan menyusun rekap provinsi."),
                ),
            )
        ):
            card = RoleCard(icon, name, sentence, step)
            self._roles.addButton(card, number)
            cards.addWidget(card, 1)
        self._roles.idToggled.connect(self._changed)
        layout.addLayout(cards)
        practice = parts.Card(step)
        self._practice = parts.button(self.tr("Isi dengan data contoh"), "checklist", parent=practice)
        self._practice.clicked.connect(self._practise)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(parts.label(self.tr("Ingin mencoba dulu?"), "strong", practice))
        words.addWidget(
            parts.label(
                self.tr("Profil latihan berisi contoh rapat dan isian, dan tidak tercampur dengan data kantor."),
                "muted",
                practice,
            )
        )
        line = parts.row(words, spacing=16)
        line.setStretch(0, 1)
        line.addWidget(self._practice)
        practice.body.addLayout(line)
        layout.addWidget(practice)
        restore = parts.button(self.tr("Komputer lama hilang? Pulihkan dengan lembar…"), "key", "quiet", step)
        restore.clicked.connect(self.restore_wanted)
        layout.addLayout(parts.row(restore, None))
        layout.addStretch(1)
        return step

    def _place_step(self) -> QWidget:
        step = QWidget(self)
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self.region = RegionPicker(step)
        self.region.edited.connect(self._changed)
        layout.addWidget(self.region, 1)
        self.office = QLineEdit(step)
        self.office.setMaxLength(200)
        self.office.textEdited.connect(self._changed)
        layout.addLayout(parts.field(self.tr("Nama kantor"), self.office, self.tr("Seperti pada kop surat.")))
        return step

    def _lock_step(self) -> QWidget:
        step = QWidget(self)
        layout = QVBoxLayout(step)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        card = parts.Card(step, self.tr("Kata sandi pengaman (boleh dikosongkan)"), margin=24)
        card.body.addWidget(
            parts.label(
                self.tr(
                    "Mengunci kunci perangkat ini, sehingga orang lain yang memakai komputer ini tidak dapat mengirim "
                    "atas nama kantor Anda. Ditanyakan setiap kali program dibuka. Kata sandi yang lupa tidak dapat "
                    "dicari kembali; catat di tempat aman."
                ),
                "muted",
                card,
            )
        )
        self.first, self.second = self._secret(card), self._secret(card)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addLayout(parts.field(self.tr("Kata sandi pengaman"), self.first), 0, 0)
        grid.addLayout(parts.field(self.tr("Ketik sekali lagi"), self.second), 0, 1)
        card.body.addLayout(grid)
        self._differs = parts.label("", "bad small", card)
        card.body.addWidget(self._differs)
        layout.addWidget(card)
        self._summary = parts.Card(step, self.tr("Yang akan dibuat"), margin=24)
        self._summary_text = parts.label("", parent=self._summary)
        self._summary.body.addWidget(self._summary_text)
        layout.addWidget(self._summary)
        layout.addStretch(1)
        return step

    def _secret(self, parent: QWidget) -> QLineEdit:
        made = QLineEdit(parent)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.textEdited.connect(self._changed)
        return made

    # --- moving -------------------------------------------------------------------------------------------------

    def role(self) -> str:
        """The chosen role, "" when none is."""
        return self._role_names[self._roles.checkedId()] if self._roles.checkedId() >= 0 else ""

    def wanted(self) -> NewProfile:
        """What was entered."""
        return NewProfile(self.role(), self.region.region_code(), self.office.text().strip(), self.first.text() or None)

    def _show(self, number: int) -> None:
        titles = (
            (
                self.tr("Selamat datang. Kantor apakah ini?"),
                self.tr("Pilihan ini menentukan halaman yang tampil. Semua data disimpan di flashdisk ini.")
                if portable.is_beside()
                else self.tr("Pilihan ini menentukan halaman yang tampil. Semua data disimpan di komputer ini."),
            ),
            (
                self.tr("Di mana kantor ini?"),
                self.tr("Ketik sebagian nama untuk mencari, lalu pilih dengan tombol panah."),
            ),
            (
                self.tr("Lindungi kunci perangkat"),
                self.tr("Langkah terakhir. Sesudah ini Anda dapat langsung mengisi."),
            ),
        )
        self._steps.setCurrentIndex(number)
        self._step_label.setText(self.tr("Langkah {n} dari {total}").format(n=number + 1, total=len(titles)))
        self._title.setText(titles[number][0])
        self._text.setText(titles[number][1])
        self._back.setVisible(number > 0 or self._can_go_back)
        parts.rename(self._next, self.tr("Mulai") if number == len(titles) - 1 else self.tr("Lanjut"))
        first: QWidget = self._roles.button(max(0, self._roles.checkedId()))
        if number == 1:
            self.region.set_province_only(self.role() == "provinsi")
            self._hint_office()
            first = self.region
        elif number == 2:
            self._summarise()
            first = self.first
        self._first = first
        first.setFocus()
        self._changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: whoever shows this page gives it the cursor; it goes on to the first input of the step."""
        self._first.setFocus(event.reason())

    def _hint_office(self) -> None:
        hints = {
            "opd": self.tr("misalnya Dinas Kesehatan Kota Tangerang"),
            "kabkota": self.tr("misalnya DP3AP2KB Kota Tangerang"),
            "provinsi": self.tr("misalnya DP3AKKB Provinsi Banten"),
        }
        self.office.setPlaceholderText(hints[self.role()])

    def _summarise(self) -> None:
        names = {
            "opd": self.tr("perangkat daerah"),
            "kabkota": self.tr("kabupaten/kota"),
            "provinsi": self.tr("provinsi"),
        }
        wanted = self.wanted()
        self._summary_text.setText(
            self.tr("{office}, profil {role}, {region}").format(
                office=wanted.office_name, role=names[wanted.role], region=regions.region(wanted.region_code).name
            )
        )

    def _changed(self, *_: object) -> None:
        differs = bool(self.second.text()) and self.first.text() != self.second.text()
        self._differs.setText(self.tr("Kedua kata sandi belum sama.") if differs else "")
        match self._steps.currentIndex():
            case 0:
                ready = bool(self.role())
            case 1:
                ready = bool(self.region.region_code()) and bool(self.office.text().strip())
            case _:
                ready = self.first.text() == self.second.text()
        self._next.setEnabled(ready)

    def fill(self, role: str, region_code: str, office_name: str) -> None:
        """Enter these, as if a person had chosen and typed them."""
        self._roles.button(self._role_names.index(role)).setChecked(True)
        self.region.set_province_only(role == "provinsi")
        self.region.choose(region_code)
        self.office.setText(office_name)
        self._changed()

    def go_on(self) -> None:
        """The main button: the next step, and after the last one the wish for the profile."""
        number = self._steps.currentIndex()
        if number < self._steps.count() - 1:
            self._show(number + 1)
        else:
            self.create_wanted.emit(self.wanted())

    def _go_back(self) -> None:
        if self._steps.currentIndex() == 0:
            self.back_wanted.emit()
        else:
            self._show(self._steps.currentIndex() - 1)

    def _practise(self) -> None:
        role = self.role() or "kabkota"
        region = PRACTICE_REGION[role]
        name = self.tr("Kantor latihan {region}").format(region=regions.region(region).name)
        self.create_wanted.emit(NewProfile(role, region, name, practice=True))
