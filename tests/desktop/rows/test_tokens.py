"""The actions of tokens, and what is left in the status bar, in the real window."""

from __future__ import annotations

import pytest

from desktop.rows.tokens import ROWS
from desktop.tokens.grant_dialog import BuyDialog
from desktop.tokens.verbs import token_verbs
from renderers.budget.purse import START, open_purse

pytestmark = [
    pytest.mark.webengine,
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True),
]


def settle(window, qtbot) -> None:
    verbs = token_verbs(window)
    qtbot.waitUntil(lambda: verbs.tokens.facts is not None and not window.jobs.running, timeout=20_000)


def test_without_a_workspace_nothing_is_offered(application, window):
    """The welcome page has no tokens, and shows none."""
    assert not any(application.actions[row.id].isEnabled() for row in ROWS)
    assert token_verbs(window).show() is None
    assert not token_verbs(window).indicator.isVisible()


def test_opening_a_workspace_waits_for_no_database(application, window, folder, qtbot):
    """Templates and pictures come first: the ledger is opened when the window is at rest."""
    verbs = application.tokens
    verbs._calm.setInterval(50)
    verbs.watch()
    window.open_workspace(folder)
    assert (verbs.tokens.facts, verbs.tokens.is_reading, verbs.indicator.isVisible()) == (None, False, False)
    qtbot.waitUntil(verbs.indicator.isVisible, timeout=20_000)
    assert verbs.indicator.text().strip().startswith(f"{START:,} ")


def test_the_status_bar_follows_the_ledger(application, opened, qtbot):
    """A click on it opens the panel; what somebody else buys shows in both."""
    verbs = application.tokens
    assert verbs.tokens.facts is None
    verbs.refresh()
    settle(opened, qtbot)
    verbs.indicator.click()
    settle(opened, qtbot)
    dialog = verbs.dialog
    assert dialog.isVisible()
    with open_purse(opened.workspace.workspace) as purse:
        purse.ledger.grant(purse.account, 500, note="Order 1")
    verbs.refresh()
    settle(opened, qtbot)
    assert dialog.overview.left.text() == "1,500"
    assert verbs.indicator.text().strip().startswith("1,500 ")
    dialog.close()


def test_buying_begins_as_soon_as_the_account_is_known(application, opened, qtbot):
    """The action opens the panel and its form; closing the workspace closes both and hides the figure."""
    application.actions["tokens.buy"].trigger()
    dialog = application.tokens.dialog
    qtbot.waitUntil(lambda: dialog.findChild(BuyDialog) is not None, timeout=20_000)
    dialog.findChild(BuyDialog).reject()
    settle(opened, qtbot)
    opened.close_workspace()
    assert application.tokens.dialog is None
    assert application.tokens.tokens is None
    assert not application.tokens.indicator.isVisible()
