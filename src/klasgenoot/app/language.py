"""Which language is on screen? Loads the catalogues for one language and takes the others out."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from klasgenoot.domain.settings import Language

_LOCALES = {
    Language.DUTCH: QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


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
