"""The left side: the tree of accounts, what the colours mean, and what can be done with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.tokens.account_model import AccountModel
from desktop.tokens.account_tree import AccountTree
from desktop.tokens.account_verbs import AccountVerbs
from desktop.tokens.bars import Legend
from desktop.tokens.facts import TokenFacts
from desktop.tokens.opened import OpenTokens
from desktop.tokens.words import PARTS
from desktop.widgets import GRID, IconButton, Translated, action_button, label, styled

MENU = ("give", "take", "take_all", None, "buy", "correct", None, "new", "rename", "settings", "roles", None,
        "close", "reopen")  # fmt: skip
BUTTONS = ("give", "take", "buy", "new")


class AccountPane(Translated, QWidget):
    """Tree, buttons and menu; the menu holds everything."""

    def __init__(self, tokens: OpenTokens, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.title, self.hint = label("heading"), label("muted", wrap=True)
        self.model = AccountModel(self)
        self.tree = AccountTree(self.model)
        self.verbs = AccountVerbs(tokens, self.tree, parent)
        self.legend = Legend()
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.more = IconButton("ellipsis")
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for verb in MENU:
            self._add(self.verbs.actions[verb] if verb else None)
        self.buttons = {verb: self._button(self.verbs.actions[verb]) for verb in BUTTONS}
        self.tree.menu_wanted.connect(self._show_menu)
        self._lay_out()
        self.retranslate()

    def show_facts(self, facts: TokenFacts) -> None:
        """Show other facts."""
        self.tree.show_facts(facts)
        several = len(facts.accounts) > 1
        self.hint.setVisible(several)
        self.legend.show_parts({part: 0 for part in PARTS if several or part != "allocated"})
        self.verbs.refresh()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("Accounts"))
        self.hint.setText(self.tr("Drag an account onto another to move tokens."))
        self.more.name(self.tr("More for this account"))
        self.verbs.retranslate()
        short = {"give": self.tr("Give"), "take": self.tr("Take back"), "buy": self.tr("Buy"), "new": self.tr("New")}
        for verb, text in short.items():
            self.verbs.actions[verb].setIconText(text)
            self.buttons[verb].setAccessibleName(self.verbs.actions[verb].text())
        self.verbs.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.verbs.retint()
        super().changeEvent(event)

    def _add(self, action: QAction | None) -> None:
        if action is None:
            self.menu.addSeparator()
        else:
            self.menu.addAction(action)

    def _button(self, action: QAction) -> QToolButton:
        made = action_button(action, style=Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setObjectName("token-verb")
        return made

    def _show_menu(self, where: QPoint) -> None:
        self.menu.popup(where)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, 12, 12, 4)
        head.addWidget(self.title, 1)
        head.addWidget(self.more)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, 4, GRID, 4)
        row.setSpacing(2)
        for each in self.buttons.values():
            row.addWidget(each)
        row.addStretch()
        around = QVBoxLayout()
        around.setContentsMargins(GRID, 0, GRID, 0)
        around.addWidget(self.tree)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 12)
        foot.setSpacing(GRID)
        foot.addWidget(self.hint)
        foot.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
        column.addLayout(around, 1)
        column.addLayout(foot)
        self.setMinimumWidth(424)
