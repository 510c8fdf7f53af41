"""The panel as somebody works with it: real widgets, a real ledger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QDialog, QScrollArea, QWidget

from desktop.language import set_language
from desktop.tokens.account_dialog import AccountDialog
from desktop.tokens.dialog import TokensDialog
from desktop.tokens.grant_dialog import BuyDialog
from desktop.tokens.move_popup import MovePopup
from renderers.budget.accounts import Accounts
from renderers.budget.ledger import Ledger
from renderers.budget.purse import ledger_url
from templates.errors import StorageError

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True)


def settle(dialog, qtbot) -> None:
    tokens = dialog.tokens
    qtbot.waitUntil(lambda: not tokens.is_reading and not tokens.jobs.running, timeout=10_000)


def form(dialog, kind: type[QDialog], qtbot):
    """The form that is open."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialog.findChildren(kind)), timeout=10_000)
    return next(each for each in dialog.findChildren(kind) if each.isVisible())


def press(dialog, verb: str) -> None:
    assert dialog.pane.verbs.actions[verb].isEnabled(), dialog.pane.verbs.actions[verb].toolTip()
    dialog.pane.verbs.actions[verb].trigger()


def test_the_account_that_pays_is_shown_first(dialog):
    """What it has, how long it lasts, where tokens went: with those of the accounts below."""
    overview = dialog.overview
    assert dialog.pane.tree.current.account.id == "agency"
    assert (overview.left.text(), overview.unit.text()) == ("800", "left in Agency")
    assert overview.forecast.text() == "At this pace (0.43 a day) they last for more than five years."
    rows = {by: list_.bars.rows for by, list_ in overview.lists.items()}
    assert rows == {
        "template": [("welcome.en", 3)],
        "client": [("Gmail, web", 3)],
        "person": [("claire", 3)],
        "account": [("Acme", 3)],
    }


def test_tokens_are_given_by_keyboard_alone(dialog, qtbot, balance_of):
    """Plus, a number, Enter: they are there, the popup is gone, the tree shows it."""
    dialog.pane.tree.choose("north")
    qtbot.keyClicks(dialog.pane.tree, "+")
    popup = form(dialog, MovePopup, qtbot)
    qtbot.waitUntil(popup.amount.hasFocus)
    qtbot.keyClicks(popup.amount, "120")
    assert [popup.after[id_].text() for id_ in ("agency", "north")] == ["800  →  680", "0  →  120"]
    qtbot.keyClick(popup.amount, Qt.Key.Key_Return)
    settle(dialog, qtbot)
    assert (balance_of("agency"), balance_of("north")) == (680, 120)
    assert dialog.pane.tree.current.standing.balance.available == 120
    assert not any(each.isVisible() for each in dialog.findChildren(MovePopup))


def test_a_drag_asks_and_the_slider_answers(dialog, qtbot, balance_of):
    """From the sub-account onto the pool, not onto its sibling; number and slider follow each other."""
    tree = dialog.pane.tree
    data = tree.accounts.mimeData([tree.accounts.index_of("acme")])
    buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for id_, may in (("north", False), ("agency", True)):
        where = tree.visualRect(tree.accounts.index_of(id_)).center()
        event = QDragMoveEvent(where, Qt.DropAction.CopyAction, data, *buttons)
        tree.dragMoveEvent(event)
        assert event.isAccepted() is may
    tree.dropEvent(QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, *buttons))
    popup = form(dialog, MovePopup, qtbot)
    popup.slider.setValue(popup.slider.maximum())
    assert popup.amount.value() == 197
    popup.slider.setValue(50)
    popup.note.setText("Not needed")
    popup.go.click()
    settle(dialog, qtbot)
    assert (balance_of("acme"), balance_of("agency")) == (147, 850)


def test_more_than_there_is_cannot_be_moved(dialog, qtbot):
    """What is typed stays whole, the popup says how many there are, and fewer are fine again."""
    dialog.pane.tree.choose("acme")
    press(dialog, "take")
    popup = form(dialog, MovePopup, qtbot)
    popup.amount.setValue(198)
    assert (popup.amount.value(), popup.go.isEnabled()) == (198, False)
    assert popup.trouble.isVisible()
    assert popup.trouble.text() == "Acme has no more than 197."
    popup.amount.setValue(197)
    assert popup.go.isEnabled()
    assert not popup.trouble.isVisible()


def test_all_is_taken_back_at_once(dialog, qtbot, balance_of):
    """One action; then there is nothing more to take, and the tip says so."""
    dialog.pane.tree.choose("acme")
    press(dialog, "take_all")
    settle(dialog, qtbot)
    assert (balance_of("acme"), balance_of("agency")) == (0, 997)
    action = dialog.pane.verbs.actions["take_all"]
    assert (action.isEnabled(), action.toolTip()) == (False, "Acme has no free tokens.")


def test_a_purchase_needs_a_note(dialog, qtbot, balance_of):
    """Only then the button works; a second window's purchase meanwhile is counted too."""
    press(dialog, "buy")
    bought = form(dialog, BuyDialog, qtbot)
    assert bought.focusWidget() is bought.amount
    assert not bought.go.isEnabled()
    bought.amount.setValue(500)
    bought.note.setText("Order 18")
    assert bought.after.text() == "Agency has 800 now, 1,300 afterwards."
    bought.go.click()
    settle(dialog, qtbot)
    assert balance_of("agency") == 1300
    assert dialog.overview.left.text() == "1,300"


def test_a_refusal_keeps_the_form(dialog, qtbot, workspace, balance_of):
    """Somebody else was quicker: the sentence stands in the popup, and what was typed is still there."""
    dialog.pane.tree.choose("acme")
    press(dialog, "take")
    popup = form(dialog, MovePopup, qtbot)
    popup.amount.setValue(190)
    with Ledger(ledger_url(workspace)) as other:
        other.give_back("acme", "agency", 100)
    popup.go.click()
    settle(dialog, qtbot)
    assert popup.isVisible()
    assert popup.trouble.text().startswith("190 tokens were to be moved and 97 are free in acme.")
    assert (popup.amount.value(), balance_of("acme")) == (190, 97)
    popup.reject()


def test_a_sub_account_is_made_with_its_limits(dialog, qtbot, workspace):
    """Its id follows the name; what it pays for and its monthly budget come with it."""
    press(dialog, "new")
    made = form(dialog, AccountDialog, qtbot)
    assert not made.go.isEnabled()
    qtbot.keyClicks(made.title_edit, "Acme")
    assert (made.id, made.go.isEnabled()) == ("acme", False)
    qtbot.keyClicks(made.title_edit, " Shoes")
    made.brands.edit.setText("shoes, shoes ,boots")
    made.monthly.box.setChecked(True)
    made.monthly.amount.setValue(25)
    made.levels.setText("50 %, 90")
    made.go.click()
    settle(dialog, qtbot)
    with Ledger(ledger_url(workspace)) as ledger:
        accounts = Accounts(ledger.store)
        shoes = accounts.get("acme-shoes")
        assert (shoes.name, shoes.parent, shoes.settings.monthly) == ("Acme Shoes", "agency", 25)
        assert (shoes.settings.alert_levels, accounts.ties("acme-shoes")["brand"]) == ((50, 90), ("boots", "shoes"))
    assert dialog.tokens.facts.find("acme-shoes").standing.balance.available == 25


def test_closing_and_reopening(dialog, qtbot, balance_of):
    """Its tokens go back; the action turns round."""
    dialog.pane.tree.choose("acme")
    press(dialog, "close")
    settle(dialog, qtbot)
    assert balance_of("agency") == 997
    actions = dialog.pane.verbs.actions
    assert (actions["close"].isVisible(), actions["reopen"].isVisible(), actions["roles"].isVisible()) == (
        False,
        True,
        False,
    )
    press(dialog, "reopen")
    settle(dialog, qtbot)
    assert not dialog.tokens.facts.find("acme").account.closed


def test_the_history_is_filtered_summed_and_exported(dialog, qtbot, tmp_path):
    """What the filters let through is what is counted and written."""
    history = dialog.history
    dialog.pane.tree.choose("acme")
    dialog.tabs.show_panel(history)
    settle(dialog, qtbot)
    assert [history.model.text(each, "kind") for each in history.model.entries] == [
        "Released", "Spent", "Reserved", "Allocated",
    ]  # fmt: skip
    history.kinds.ticks["settle"].setChecked(True)
    qtbot.waitUntil(lambda: len(history.model.entries) == 1, timeout=10_000)
    assert history.sum.text().endswith("Reserved\u00a0−3  ·  Spent\u00a0+3")
    history.export_to(str(tmp_path / "acme.csv"))
    settle(dialog, qtbot)
    assert len((tmp_path / "acme.csv").read_text("utf-8").splitlines()) == 2
    history.search.setText("nothing like this")
    qtbot.waitUntil(lambda: history.stack.currentWidget() is history.blank, timeout=10_000)
    history.blank.first.click()
    qtbot.waitUntil(lambda: len(history.model.entries) == 4, timeout=10_000)
    assert not history.is_filtered


def test_a_statement_adds_up_and_is_saved(dialog, qtbot, tmp_path):
    """Beginning, in, out, spent, end; the file is written in a job."""
    page = dialog.statement
    dialog.pane.tree.choose("acme")
    dialog.tabs.show_panel(page)
    settle(dialog, qtbot)
    assert [page.values[row].text() for row in page.values] == ["0", "+200", "0", "−3", "0", "197"]
    page.save_to(str(tmp_path / "acme.csv"), "csv")
    settle(dialog, qtbot)
    assert "welcome.en" in (tmp_path / "acme.csv").read_text("utf-8")
    assert dialog.status.text() == f"Written: {tmp_path / 'acme.csv'}"


def test_a_lost_connection_is_one_sentence_and_a_button(dialog, qtbot, monkeypatch):
    """What was read stays on the screen; trying again takes the sentence away. Without anything it fills the panel."""

    def lost(_purse: object) -> None:
        raise StorageError("The connection to the database was lost.", advice="Look at the network.")

    with monkeypatch.context() as patch:
        patch.setattr("desktop.tokens.opened.read_facts", lost)
        dialog.tokens.read()
        settle(dialog, qtbot)
        assert dialog.trouble.text.text() == "The connection to the database was lost. Look at the network."
        assert dialog.trouble.isVisible()
        assert dialog.pane.isVisible()
    dialog.trouble.retry.click()
    settle(dialog, qtbot)
    assert dialog.trouble.isHidden()
    facts, dialog.tokens.facts = dialog.tokens.facts, None
    dialog.tokens.error = StorageError("The connection to the database was lost.")
    dialog.tokens.changed.emit()
    assert dialog.broken.first.isVisible()
    dialog.broken.first.click()
    settle(dialog, qtbot)
    assert dialog.pane.isVisible()
    assert dialog.tokens.facts == facts


def test_everything_speaks_and_follows_the_language(dialog, qtbot):
    """Every control has a name, rows say their figures; French reaches what is open."""
    unnamed = [each for each in controls(dialog) if not spoken(each)]
    assert unnamed == []
    assert dialog.pane.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).startswith("Agency. 800 left, ")
    set_language("fr")
    qtbot.waitUntil(lambda: dialog.history.kinds.ticks["settle"].text() == "Dépense")
    set_language("en")


def controls(dialog: QWidget) -> list[QWidget]:
    """What takes the keyboard and is ours."""
    inner = (QAbstractItemView, QAbstractSpinBox)
    return [
        each
        for each in dialog.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(each, QScrollArea)
        and not each.objectName().startswith("qt_")
        and not isinstance(each.parentWidget(), inner)
        and each.isVisibleTo(dialog)
    ]


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_it_is_gone_once_closed(tokens, qtbot, dies):
    """Nothing holds it, and a late answer finds nobody."""
    dies(lambda: TokensDialog(tokens))
