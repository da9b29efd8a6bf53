"""Both languages are complete, and every page fits the smallest screen in both."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from pug_desktop.paths import RESOURCES
from pug_desktop.ui import style
from pug_desktop.ui.main_window import PAGES, MainWindow

I18N = RESOURCES / "i18n"
ROOT = Path(__file__).resolve().parent.parent.parent
FIELDS = re.compile(r"\{[a-z_]*\}|%[0-9n]")


def messages(path):
    for context in ElementTree.parse(path).getroot().findall("context"):
        for each in context.findall("message"):
            yield context.findtext("name"), each.findtext("source"), each.find("translation")


@pytest.fixture(scope="module", params=["pug_en.ts", "qtbase_id.ts"])
def texts_file(request):
    return I18N / request.param


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("i18n")
    release = Path(sys.executable).with_name("pyside6-lrelease")
    for name in ("pug_en", "qtbase_id"):
        subprocess.run([release, I18N / f"{name}.ts", "-qm", folder / f"{name}.qm"], check=True, capture_output=True)
    return folder


@pytest.fixture
def speak(qapp, compiled):
    used = []

    def load(name):
        translator = QTranslator(qapp)
        assert translator.load(name, str(compiled))
        qapp.installTranslator(translator)
        used.append(translator)

    yield load
    for each in used:
        qapp.removeTranslator(each)


class Stretch(QTranslator):
    """Every word of ours is 1.8 times as long, to see what breaks."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return source + "~" * (len(source) * 4 // 5)

    def isEmpty(self):
        return False


@pytest.fixture
def stretched(qapp):
    translator = Stretch(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_every_sentence_is_translated(texts_file):
    unfinished = [
        (context, source)
        for context, source, translation in messages(texts_file)
        if translation.get("type") == "unfinished" or (not (translation.text or "").strip() and source.strip())
    ]
    assert unfinished == []


def test_no_translation_loses_a_field(texts_file):
    lost = [
        source
        for _, source, translation in messages(texts_file)
        if sorted(FIELDS.findall(source)) != sorted(FIELDS.findall(translation.text or ""))
    ]
    assert lost == []


def test_the_collected_sentences_are_those_of_the_windows(tmp_path):
    copied = tmp_path / "pug_en.ts"
    shutil.copy(I18N / "pug_en.ts", copied)
    sources = sorted((ROOT / "pug_desktop" / "ui").rglob("*.py"))
    update = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run(
        [update, "-no-obsolete", "-locations", "none", *sources, "-ts", copied], check=True, capture_output=True
    )
    assert {each[:2] for each in messages(copied)} == {each[:2] for each in messages(I18N / "pug_en.ts")}


def test_qts_own_buttons_and_menus_are_indonesian(speak, qtbot):
    speak("qtbase_id")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
    line = QLineEdit()
    qtbot.addWidget(box)
    qtbot.addWidget(line)
    assert {each.text().replace("&", "") for each in box.buttons()} == {"Batal", "Simpan"}
    menu = line.createStandardContextMenu()
    words = [action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words[:4] == ["Urungkan", "Ulangi", "Potong", "Salin"]


@pytest.fixture(params=["opd", "kabkota", "provinsi"])
def window(request, qtbot, open_profile):
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.show_workspace(open_profile(request.param))
    yield made
    made.workspace = None


def too_wide(window):
    wide = {}
    for entry in PAGES:
        if window.workspace.profile.role in entry.roles:
            window.go_to(entry.name)
            wide[entry.name] = window.minimumSizeHint().width()
    return {name: width for name, width in wide.items() if width > 1366}


def test_every_page_opens_in_english_and_fits(speak, window):
    speak("pug_en")
    window.rebuild()
    assert window._nav["settings"].text().strip() == "Settin&gs"
    assert too_wide(window) == {}


def test_every_page_fits_at_125_percent(qapp, window):
    style.apply(qapp, 125)
    try:
        window.rebuild()
        assert too_wide(window) == {}
    finally:
        style.apply(qapp)


def test_every_page_opens_with_very_long_words(stretched, window):
    window.rebuild()
    too_wide(window)
