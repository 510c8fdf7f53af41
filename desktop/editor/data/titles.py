"""What people read for the names of sets and of edge cases."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import QT_TRANSLATE_NOOP

_SETS = {
    "default": QT_TRANSLATE_NOOP("DataSets", "Usual"),
    "minimal": QT_TRANSLATE_NOOP("DataSets", "Minimal"),
    "long": QT_TRANSLATE_NOOP("DataSets", "Long"),
}
_CASES = {
    "empty": QT_TRANSLATE_NOOP("DataSets", "Empty values"),
    "long": QT_TRANSLATE_NOOP("DataSets", "Very long texts"),
    "missing": QT_TRANSLATE_NOOP("DataSets", "Missing values"),
    "rtl": QT_TRANSLATE_NOOP("DataSets", "Right-to-left writing"),
    "emoji": QT_TRANSLATE_NOOP("DataSets", "Emoji"),
    "rows_0": QT_TRANSLATE_NOOP("DataSets", "Lists without rows"),
    "rows_1": QT_TRANSLATE_NOOP("DataSets", "Lists of one row"),
    "rows_100": QT_TRANSLATE_NOOP("DataSets", "Lists of 100 rows"),
}


def set_title(name: str) -> str:
    """What a set is called; those that come with every template are translated."""
    return QCoreApplication.translate("DataSets", _SETS[name]) if name in _SETS else name


def case_title(case: str) -> str:
    """What an edge case is called."""
    return QCoreApplication.translate("DataSets", _CASES[case])
