"""Where a value was found, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP
from templates.brand.sureness import Sureness

#: What the extraction says, marked for the translators. What is not here is shown as it is.
SOURCES = (
    QT_TRANSLATE_NOOP("Sources", "user"),
    QT_TRANSLATE_NOOP("Sources", "tile"),
    QT_TRANSLATE_NOOP("Sources", "variable"),
    QT_TRANSLATE_NOOP("Sources", "buttons"),
    QT_TRANSLATE_NOOP("Sources", "links"),
    QT_TRANSLATE_NOOP("Sources", "text"),
    QT_TRANSLATE_NOOP("Sources", "page"),
    QT_TRANSLATE_NOOP("Sources", "header"),
    QT_TRANSLATE_NOOP("Sources", "header img"),
    QT_TRANSLATE_NOOP("Sources", "header svg"),
    QT_TRANSLATE_NOOP("Sources", "footer"),
    QT_TRANSLATE_NOOP("Sources", "footer img"),
    QT_TRANSLATE_NOOP("Sources", "footer svg"),
    QT_TRANSLATE_NOOP("Sources", "css background"),
    QT_TRANSLATE_NOOP("Sources", "style attribute"),
    QT_TRANSLATE_NOOP("Sources", "style sheet"),
    QT_TRANSLATE_NOOP("Sources", "body"),
    QT_TRANSLATE_NOOP("Sources", "copyright"),
    QT_TRANSLATE_NOOP("Sources", "title"),
    QT_TRANSLATE_NOOP("Sources", "domain"),
    QT_TRANSLATE_NOOP("Sources", "logo"),
    QT_TRANSLATE_NOOP("Sources", "logo fill"),
    QT_TRANSLATE_NOOP("Sources", "icon"),
    QT_TRANSLATE_NOOP("Sources", "icon fill"),
    QT_TRANSLATE_NOOP("Sources", "manifest"),
    QT_TRANSLATE_NOOP("Sources", "preview picture"),
    QT_TRANSLATE_NOOP("Sources", "file name"),
    QT_TRANSLATE_NOOP("Sources", "address element"),
    QT_TRANSLATE_NOOP("Sources", "words of the page"),
    QT_TRANSLATE_NOOP("Sources", "builder's credit"),
    QT_TRANSLATE_NOOP("Sources", "rendered header"),
    QT_TRANSLATE_NOOP("Sources", "rendered footer"),
    QT_TRANSLATE_NOOP("Sources", "rendered page"),
    QT_TRANSLATE_NOOP("Sources", "rendered buttons"),
    QT_TRANSLATE_NOOP("Sources", "rendered links"),
    QT_TRANSLATE_NOOP("Sources", "rendered headings"),
    QT_TRANSLATE_NOOP("Sources", "rendered bands"),
    QT_TRANSLATE_NOOP("Sources", "rendered text"),
)


def source_words(source: str) -> str:
    """The sources of a candidate, each translated where it is known."""
    return ", ".join(QCoreApplication.translate("Sources", part) for part in source.split(", ") if part)


def main_source(source: str) -> str:
    """The one that weighs most, for where there is little room."""
    return source_words(source.partition(", ")[0])


def sureness_words(level: Sureness) -> str:
    """How far a candidate can be trusted, in one or two words."""
    words = {
        "chosen": QT_TRANSLATE_NOOP("Sources", "your choice"),
        "sure": QT_TRANSLATE_NOOP("Sources", "sure"),
        "likely": QT_TRANSLATE_NOOP("Sources", "likely"),
        "guess": QT_TRANSLATE_NOOP("Sources", "a guess"),
    }
    return QCoreApplication.translate("Sources", words[level])
