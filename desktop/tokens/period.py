"""The stretches of time that spending and history are looked at for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop.language import QT_TRANSLATE_NOOP
from desktop.tokens.words import translated
from desktop.widgets import Translated

Stretch = tuple[datetime | None, datetime | None]
PERIODS = {
    "month": QT_TRANSLATE_NOOP("Tokens", "This month"),
    "last": QT_TRANSLATE_NOOP("Tokens", "Last month"),
    "30": QT_TRANSLATE_NOOP("Tokens", "Last 30 days"),
    "365": QT_TRANSLATE_NOOP("Tokens", "Last 12 months"),
    "all": QT_TRANSLATE_NOOP("Tokens", "All time"),
}


def stretch(period: str, zone: str, now: datetime) -> Stretch:
    """Return (since, until), with a zone; None where it is open. Months are calendar months in ``zone``."""
    here = now.astimezone(ZoneInfo(zone))
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    month = midnight.replace(day=1)
    if period == "month":
        return month, None
    if period == "last":
        return (month - timedelta(days=1)).replace(day=1), month
    if period == "all":
        return None, None
    return midnight - timedelta(days=int(period) - 1), None


class PeriodChoice(Translated, QComboBox):
    """One of the periods."""

    picked = Signal()

    def __init__(self, periods: Sequence[str], chosen: str) -> None:
        super().__init__()
        for each in periods:
            self.addItem("", each)
        self.setCurrentIndex(list(periods).index(chosen))
        self.currentIndexChanged.connect(self.picked)
        self.retranslate()

    @property
    def period(self) -> str:
        """The key in PERIODS."""
        return str(self.currentData())

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Period"))
        for place in range(self.count()):
            self.setItemText(place, translated(PERIODS[self.itemData(place)]))
