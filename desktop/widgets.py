"""Small things that several panels use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
)

from desktop.icons import icon, pixmap

GRID = 8


class Translated:
    """Calls ``retranslate`` when the language changes. Stands before the widget's class."""

    def retranslate(self) -> None:
        """Set every text anew."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the widget that it is mixed into has it


class IconButton(QToolButton):
    """A flat button with an icon that follows the theme; its text is its name for screen readers and its tip."""

    def __init__(self, icon_name: str, parent: QWidget | None = None, *, size: int = 18) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setIconSize(QSize(size, size))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._retint()

    def name(self, text: str) -> None:
        """Say what the button does."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._retint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()
        super().changeEvent(event)

    def _retint(self) -> None:
        self.setIcon(icon(self._icon_name))


class IconLabel(QLabel):
    """An icon that only decorates."""

    def __init__(
        self, icon_name: str, size: int, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText
    ) -> None:
        super().__init__()
        self._icon_name, self._size, self._role = icon_name, size, role
        self._retint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()
        super().changeEvent(event)

    def _retint(self) -> None:
        colour = QGuiApplication.palette().color(self._role)
        self.setPixmap(pixmap(self._icon_name, colour, self._size, self.devicePixelRatioF()))


Styled = TypeVar("Styled", bound=QWidget)


def styled(widget: Styled, name: str) -> Styled:
    """Let the style sheet find a widget by ``name`` and paint its ground."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def segment(actions: Iterable[QAction], *, style: Qt.ToolButtonStyle = Qt.ToolButtonStyle.ToolButtonIconOnly) -> QFrame:
    """Checkable actions side by side in one frame."""
    frame = styled(QFrame(), "segment")
    row = QHBoxLayout(frame)
    row.setContentsMargins(2, 2, 2, 2)
    row.setSpacing(2)
    for action in actions:
        row.addWidget(action_button(action, style=style))
    return frame


def action_button(action: QAction, *, style: Qt.ToolButtonStyle = Qt.ToolButtonStyle.ToolButtonIconOnly) -> QToolButton:
    """A flat button for an action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def label(role: str = "", *, wrap: bool = False) -> QLabel:
    """A label in one of the roles of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)  # much of what is shown comes from strangers' pages
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class PushButton(QPushButton):
    """Enter presses it when it has the keyboard. Enter in a field of its dialog does only where it is the default.

    Without a default Qt would press whichever button comes first, for somebody who only wanted to finish a field.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Without this Enter would go to the dialog, which presses its default button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def button(*, primary: bool = False, quiet: bool = False, large: bool = False) -> QPushButton:
    """A push button; ``primary`` is the one that goes on. A dialog says which is its default."""
    made = PushButton()
    made.setProperty("primary", primary)
    made.setProperty("quiet", quiet)
    made.setProperty("large", large)
    return made


def style_completions(completer: QCompleter) -> None:
    """Let the style sheet paint what a field is completed from: Qt's own delegate of that list does not ask it."""
    if (popup := completer.popup()) is not None:
        popup.setObjectName("completions")
        popup.setItemDelegate(QStyledItemDelegate(popup))


def rule() -> QFrame:
    """A thin line across."""
    return styled(QFrame(), "rule")


def set_role(made: QLabel, role: str) -> None:
    """Change a label's role; the style sheet is applied again."""
    made.setProperty("role", role)
    restyle(made)


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def spaced(layout: QLayout, margin: int = 2 * GRID, spacing: int = GRID) -> None:
    """Margins and spacing on the grid."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
