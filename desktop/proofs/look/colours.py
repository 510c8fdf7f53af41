"""Colours of what systems draw around a mail: they follow the mail's own light and dark, not that of this program."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop.theme import DARK, roles_of_now


@dataclass(frozen=True)
class Chrome:
    """What the bars, fields and lines of a system look like."""

    ground: QColor
    bar: QColor
    field: QColor
    line: QColor
    text: QColor
    faint: QColor


LIGHT_CHROME = Chrome(*map(QColor, ("#ffffff", "#e6e9ee", "#f6f7f9", "#d5d9e0", "#30343d", "#c3c8d1")))
DARK_CHROME = Chrome(*map(QColor, ("#1c1d21", "#26282e", "#33363d", "#3d4048", "#e3e5ea", "#53575f")))
GLASS, LENS = QColor("#000000"), QColor("#30333a")


def body_colours() -> tuple[QColor, QColor]:
    """Return the colours of a phone's case and of its edge: dark, and on a dark ground less so."""
    on_dark = roles_of_now() is DARK
    return (QColor("#2b2d33"), QColor("#6a6e79")) if on_dark else (QColor("#16171a"), QColor("#565a64"))
