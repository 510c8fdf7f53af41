"""What is said about pictures that are compared, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from desktop.language import QT_TRANSLATE_NOOP
from renderers.proofs.difference import Difference, Size

_SIZES: dict[Size, str] = {
    "none": QT_TRANSLATE_NOOP("Look", "No visible difference"),
    "small": QT_TRANSLATE_NOOP("Look", "Small difference"),
    "medium": QT_TRANSLATE_NOOP("Look", "Clear difference"),
    "large": QT_TRANSLATE_NOOP("Look", "Large difference"),
}
_PERCENT = QT_TRANSLATE_NOOP("Look", "{number}%")
_TINY = QT_TRANSLATE_NOOP("Look", "under {percent}")
_WIDTHS = QT_TRANSLATE_NOOP("Look", "Different widths")
_MISSING = QT_TRANSLATE_NOOP("Look", "Missing in this picture: {files}")
_MOST_MISSING = 12  # files that are named
_LEAST = 0.0001  # of the pixels: below it no number is worth its digits


class _Counted(QObject):
    """Plurals: lupdate finds them in an object's ``tr`` only."""

    def places(self, n: int) -> str:
        return self.tr("%Ln place(s)", "", n)


_counted = _Counted()


def percent_words(share: float, digits: int = 0) -> str:
    """Such as “85%”."""
    number = QLocale().toString(100.0 * share, "f", digits)
    return QCoreApplication.translate("Look", _PERCENT).format(number=number)


def difference_words(found: Difference) -> str:
    """How much differs: “Small difference  ·  0.4%  ·  3 places”."""
    if not found.is_comparable:
        return QCoreApplication.translate("Look", _WIDTHS)
    said = QCoreApplication.translate("Look", _SIZES[found.size])
    if found.is_same:
        return said
    if found.score < _LEAST:
        share = QCoreApplication.translate("Look", _TINY).format(percent=percent_words(_LEAST, 2))
    else:
        share = percent_words(found.score, 2 if found.score < 0.01 else 1 if found.score < 0.1 else 0)
    return "  ·  ".join((said, share, _counted.places(len(found.boxes))))


def missing_names(missing: Sequence[str]) -> list[str]:
    """The files of the mail that did not come, the first few. A mail's own words are no markup in a tip."""
    names = [each.replace("<", "%3C") for each in missing[:_MOST_MISSING]]
    return [*names, "…"] if len(missing) > _MOST_MISSING else names


def missing_words(missing: Sequence[str]) -> str:
    """Which files of the mail did not come: “Missing in this picture: logo.png, https://…”; empty where all came."""
    files = ", ".join(missing_names(missing))
    return QCoreApplication.translate("Look", _MISSING).format(files=files) if missing else ""
