"""The language of the window: which translation is loaded, and how code asks for it.

Source strings are Indonesian; `resources/i18n/pug_en.qm` brings English, `qtbase_id.qm` Qt's own words in Indonesian,
which Qt does not ship. The `.qm` files are built by `make texts`; without them the window speaks Indonesian.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from pug_desktop.paths import RESOURCES

LANGUAGES = ("id", "en")

_USED = "pug_language"


def language() -> str:
    """The language in use: "id" or "en"; for `Text.of()` of forms and the words of errors."""
    return "en" if QLocale().language() == QLocale.Language.English else "id"


def use_language(application: QCoreApplication, wanted: str) -> None:
    """Load the translations of one language and drop those of another; open windows keep their words."""
    # At the start there is nothing to drop, and the search would take a tenth of the time to the first paint.
    if application.property(_USED):
        for old in application.findChildren(QTranslator):
            application.removeTranslator(old)
            old.deleteLater()
    application.setProperty(_USED, wanted)
    QLocale.setDefault(QLocale("en_GB") if wanted == "en" else QLocale("id_ID"))
    folder = str(RESOURCES / "i18n")
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    names = (("pug_en", folder), ("qtbase_en", qt_folder)) if wanted == "en" else (("qtbase_id", folder),)
    for name, where in names:
        translator = QTranslator(application)
        if translator.load(name, where):
            application.installTranslator(translator)
