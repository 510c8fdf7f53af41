"""Moments as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from desktop.language import QT_TRANSLATE_NOOP

_TODAY = QT_TRANSLATE_NOOP("When", "Today, {time}")
_YESTERDAY = QT_TRANSLATE_NOOP("When", "Yesterday, {time}")


def spoken(moment: datetime, today: date | None = None) -> str:
    """Say a moment in the user's time zone and language."""
    there = moment.astimezone()
    time = QLocale().toString(QTime(there.hour, there.minute), QLocale.FormatType.ShortFormat)
    return _with_day(there, time, today)


def to_the_second(moment: datetime, today: date | None = None) -> str:
    """The same with its seconds, where minutes do not tell two moments apart."""
    there = moment.astimezone()
    clock = QTime(there.hour, there.minute, there.second)
    pattern = QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace("mm", "mm:ss")
    return _with_day(there, QLocale().toString(clock, pattern), today)


def _with_day(there: datetime, time: str, today: date | None) -> str:
    days = (today or datetime.now().astimezone().date()) - there.date()
    if timedelta(0) <= days <= timedelta(days=1):
        return QCoreApplication.translate("When", _YESTERDAY if days else _TODAY).format(time=time)
    day = QLocale().toString(QDate(there.year, there.month, there.day), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"
