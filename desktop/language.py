"""The language of the window: English is in the code, the others are ``assets/translations/mailwright_<code>.qm``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from assets import ROOT

LANGUAGES = ("en", "fr")
_TRANSLATORS: list[QTranslator] = []
_current = ["en"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for the translators; it is translated where it is shown. PySide's own has no types."""
    return text


def set_language(setting: str) -> None:
    """Speak ``setting`` (``system`` follows the computer) from now on; every window gets a LanguageChange."""
    language = _spoken_by_system() if setting == "system" else setting
    for translator in _TRANSLATORS:
        QCoreApplication.removeTranslator(translator)
    _TRANSLATORS.clear()
    _current[0] = language if language in LANGUAGES else "en"
    QLocale.setDefault(QLocale(_current[0]))
    _install(f"qtbase_{_current[0]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _install(f"mailwright_{_current[0]}", str(ROOT / "translations"))


def current_language() -> str:
    """The language that is in use, as two letters."""
    return _current[0]


def _install(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):
        QCoreApplication.installTranslator(translator)
        _TRANSLATORS.append(translator)


def _spoken_by_system() -> str:
    return QLocale.system().name()[:2]
