"""The rows of ``actions.py`` as QActions of one window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop.action import Action
from desktop.actions import ACTIONS
from desktop.icons import icon
from desktop.main_window import MainWindow


class ActionTable(QObject):
    """The rows as QActions of one window, kept in step with its state, its language and the theme."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, QActionGroup] = {}
        self.actions = {row.id: self._made(row) for row in ACTIONS}
        window.state_changed.connect(self.refresh)
        window.installEventFilter(self)
        self.retranslate()
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def refresh(self) -> None:
        """Enable and check what the window's state allows."""
        for row in ACTIONS:
            action = self.actions[row.id]
            action.setEnabled(row.enabled_when(self._window))
            if row.checked_when is not None:
                action.setChecked(row.checked_when(self._window))

    def retranslate(self) -> None:
        """Set every text anew."""
        for row in ACTIONS:
            text = QCoreApplication.translate("Actions", row.text)
            self.actions[row.id].setText(text)
            self.actions[row.id].setIconText(row.short or f" {text.rstrip('…')}")  # air beside the icon

    def retint(self) -> None:
        """Draw the icons in the theme's colours."""
        for row in ACTIONS:
            if row.icon:
                self.actions[row.id].setIcon(icon(row.icon))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's language and theme."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.retint()
        return super().eventFilter(watched, event)

    def _made(self, row: Action) -> QAction:
        action = QAction(self._window)
        action.setObjectName(row.id)
        if row.shortcut:
            action.setShortcut(QKeySequence(row.shortcut))
        if row.icon:
            action.setIcon(icon(row.icon))
        action.setCheckable(row.checked_when is not None)
        if row.group:
            self._group(row.group).addAction(action)
        # Not a bound method: an action belongs to the window and dies with it, so the reference is no leak.
        action.triggered.connect(partial(self._run, row))
        self._window.addAction(action)
        return action

    def _run(self, row: Action, _checked: bool = False) -> None:
        row.run(self._window)
        self.refresh()

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]
