"""What is left, always in sight at the end of the status bar; a click opens the panel."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.errors import what
from desktop.language import current_language
from desktop.tokens.facts import TokenFacts
from desktop.tokens.words import counted, figures
from desktop.widgets import IconButton, Translated, restyle
from templates.errors import MailwrightError


class TokenIndicator(Translated, IconButton):
    """Hidden until something is known."""

    def __init__(self) -> None:
        super().__init__("coins", size=16)
        self.setObjectName("token-indicator")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._facts: TokenFacts | None = None
        self._error: MailwrightError | None = None
        self.hide()

    def show_facts(self, facts: TokenFacts | None, error: MailwrightError | None = None) -> None:
        """Show what the account that pays has left; None and no error: nothing is known."""
        self._facts, self._error = facts, error
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        shown = self._facts.find(self._facts.payer) if self._facts else None
        self.setVisible(shown is not None or self._error is not None)
        look = ""
        if shown is not None and self._error is None:
            left = counted.tokens(shown.standing.balance.available)
            self.setText(f" {left}")
            self.setAccessibleName(self.tr("Tokens: {left}").format(left=left))
            self.setToolTip(f"{shown.account.name}: {figures(shown)}")
            look = "short" if not shown.standing.balance.available or shown.is_at_limit else ""
        elif self._error is not None:
            unknown = self.tr("Tokens")
            self.setText(f" {unknown}")
            self.setAccessibleName(self.tr("Tokens: not known"))
            self.setToolTip(what(self._error, current_language()))
            look = "short"
        if self.property("look") != look:
            self.setProperty("look", look)
            restyle(self)
