"""How large a popup is, and where it stands on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLayout, QWidget

_GAP = 6


def fit(popup: QWidget) -> None:
    """Make a popup as high as what it shows needs at its width, and keep it on the screen.

    Qt's own way stops at two thirds of the screen, and then parts lie over each other.
    """
    layout = popup.layout()
    if layout is None:
        return
    for inner in reversed(popup.findChildren(QLayout)):
        inner.activate()  # what was shown just now counts too
    layout.invalidate()
    layout.activate()
    needed = layout.totalHeightForWidth(popup.maximumWidth()) if layout.hasHeightForWidth() else -1
    screen = popup.screen().availableGeometry()
    height = needed if needed > 0 else layout.totalSizeHint().height()
    popup.resize(popup.maximumWidth(), min(height, screen.height()))
    if popup.isVisible():
        popup.move(kept_on(popup.geometry(), screen))


def place_for(anchor: QRect, width: int, height: int, screen: QRect) -> QPoint:
    """Return where a popup of this size stands: below ``anchor``, above it, or beside it, on the screen in any case."""
    at = QPoint(anchor.left(), anchor.bottom() + _GAP)
    if at.y() + height > screen.bottom():
        at.setY(anchor.top() - _GAP - height)
    if at.y() < screen.top():
        right = anchor.right() + _GAP
        at = QPoint(right if right + width <= screen.right() else anchor.left() - _GAP - width, anchor.top())
    return kept_on(QRect(at.x(), at.y(), width, height), screen)


def kept_on(popup: QRect, screen: QRect) -> QPoint:
    """Return where a popup stands that became larger: where it was, as far as the screen has room."""
    return QPoint(
        max(screen.left(), min(popup.left(), screen.right() - popup.width())),
        max(screen.top(), min(popup.top(), screen.bottom() - popup.height())),
    )
