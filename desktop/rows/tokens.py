"""Actions on the tokens that pictures cost."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.tokens.verbs import token_verbs

ROWS = (
    Action("tokens.show", QT_TRANSLATE_NOOP("Actions", "Tokens…"), lambda window: token_verbs(window).show(),
           icon="coins", shortcut="Ctrl+Shift+T", enabled_when=with_workspace),
    Action("tokens.buy", QT_TRANSLATE_NOOP("Actions", "Buy tokens…"), lambda window: token_verbs(window).begin("buy"),
           enabled_when=with_workspace),
    Action("tokens.new_account", QT_TRANSLATE_NOOP("Actions", "New sub-account for tokens…"),
           lambda window: token_verbs(window).begin("new"), enabled_when=with_workspace),
)  # fmt: skip
