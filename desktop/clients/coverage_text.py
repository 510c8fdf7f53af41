"""How much of a mail the data cover, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP, current_language
from renderers.clients.coverage import Coverage
from renderers.clients.support import NOTICE, table
from renderers.clients.words import spoken_date, translated

_SOME = QT_TRANSLATE_NOOP(
    "ClientCoverage", "{known} of the {used} features that this mail uses were tested in this client."
)
_ALL = QT_TRANSLATE_NOOP("ClientCoverage", "All {used} features that this mail uses were tested in this client.")
_NONE = QT_TRANSLATE_NOOP("ClientCoverage", "Nobody published tests of this client: its table of features is empty.")
_OLDEST = QT_TRANSLATE_NOOP("ClientCoverage", "The oldest test is of {date}.")
_UNKNOWN = QT_TRANSLATE_NOOP("ClientCoverage", "Never tested there, so shown as the browser shows it:")


def covered(known: Coverage) -> str:
    """Return a sentence or two."""
    if not known.known:
        return QCoreApplication.translate("ClientCoverage", _NONE)
    some = QCoreApplication.translate("ClientCoverage", _ALL if known.known == known.used else _SOME)
    oldest = QCoreApplication.translate("ClientCoverage", _OLDEST)
    date = spoken_date(known.oldest, current_language())
    return " ".join((some.format(known=known.known, used=known.used), oldest.format(date=date)))


def uncovered(known: Coverage) -> str:
    """Return what was never tested, line by line, and whose data it is."""
    features = table().features
    lines = [f"• {features[slug].title if slug in features else slug}" for slug in known.unknown]
    told = [QCoreApplication.translate("ClientCoverage", _UNKNOWN), *lines, ""] if lines and known.known else []
    return "\n".join((*told, notice()))


def notice() -> str:
    """Return whose data it is."""
    language = current_language()
    return translated(NOTICE, language).format(date=spoken_date(table().updated, language))
