"""Which language is on screen? Loads the catalogues for one language and takes the others out."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from klasgenoot.domain.settings import Language
from klasgenoot.viewmodels.translation import to_translate

_LOCALES = {
    Language.DUTCH: QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

QT_LACKS = (
    to_translate("QFileDialog", "&Look in:"),
    to_translate("QFileDialog", "Files of &type:"),
    to_translate("QAbstractFileIconProvider", "File"),
    to_translate("QAbstractFileIconProvider", "%1 File"),
    to_translate("QAbstractFileIconProvider", "Folder"),
    to_translate("QFileSystemModel", "Type"),
    to_translate("QFileSystemModel", "Computer"),
    to_translate("QFileSystemModel", "%1 bytes"),
)
"""What Qt's own window for choosing files says and its Dutch catalogue has not.

It is seen where the desktop has no such window of its own.
"""


class Speaker:
    """Keeps the translators of the language on screen."""

    def __init__(self, catalogues: Path) -> None:
        self._catalogues = catalogues
        self._installed: list[QTranslator] = []

    def speak(self, language: Language) -> None:
        """Puts one language on screen: our own texts and Qt's own buttons."""
        self.fall_silent()
        QLocale.setDefault(_LOCALES[language])
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{language.value}", qt)
        self._install(language.value, str(self._catalogues))

    def fall_silent(self) -> None:
        """Takes the language off the screen: what is left is the English of the code."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)
