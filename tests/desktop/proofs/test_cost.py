"""What rendering costs is said before anything is taken, and what cannot be paid is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from desktop.language import set_language
from desktop.preferences import Preferences
from desktop.proofs import cost_asker
from desktop.proofs.quote import Payer, Quote
from desktop.proofs.wish import LastChoice, last_choice
from desktop.proofs.words import cost_words, notes, refusal_words
from renderers.budget.cost import Cost
from renderers.engines import BrowserMissingError
from renderers.plan import Plan
from templates.errors import StorageError


def quote_of(new: int, cached: int, available: int, *, failed: int = 0, **facts: object) -> Quote:
    """A quote of one account, Northlight."""
    plan = Plan(new + cached, new + cached, {str(n): "welcome.en" for n in range(new)}, failed)
    return Quote(plan, (Payer(Cost("north", new, available), "Northlight", **facts),))


def test_the_cost_is_said_as_people_read_it(qapp):
    """New pictures, those that are there, what it costs, what is left."""
    assert cost_words(quote_of(12, 40, 200)) == "12 new pictures, 40 from cache: 12 tokens, 188 left"
    assert cost_words(quote_of(1, 0, 5)) == "1 new picture: 1 token, 4 left"
    assert cost_words(quote_of(0, 3, 7)) == "No new picture, 3 from cache: costs nothing, 7 left"


def test_each_account_is_named_where_several_pay(qapp):
    """Templates may belong to several sub-accounts."""
    plan = Plan(5, 5, {str(n): "welcome.en" for n in range(5)}, 0)
    both = Quote(plan, (Payer(Cost("a", 2, 9), "Acme"), Payer(Cost("b", 3, 1), "Bolt")))
    assert cost_words(both) == "5 new pictures: Acme 2 tokens, 7 left; Bolt 3 tokens, 0 left"
    assert both.missing is both.payers[1]
    assert refusal_words(both, both.payers[1]).startswith("Bolt would pay 3 tokens and 1 is left: choose fewer")


def test_a_refusal_says_what_to_do(qapp):
    """Fewer clients or more tokens; where the month's limit refuses, more tokens would not help."""
    short = quote_of(8, 0, 5)
    assert refusal_words(short, short.payers[0]) == (
        "8 new pictures cost 8 tokens and 5 are left: choose fewer clients, or get more tokens for Northlight."
    )
    limited = quote_of(8, 0, 5, used=15, hard_limit=20)
    assert refusal_words(limited, limited.payers[0]).endswith(
        "5 are left this month: choose fewer clients, wait for the next month, or ask for a higher limit."
    )


def test_the_pool_and_the_soft_limit_are_told(qapp):
    """Where the tokens come from is a note, what passes the month's limit a warning, and so is a broken mail."""
    told = dict(notes(quote_of(8, 0, 50, failed=1, pools=(("Agency", 3),), used=10, soft_limit=15)))
    assert told == {
        "Northlight pays.": False,
        "3 tokens of it from the pool of Agency.": False,
        "Northlight will have used 18 tokens this month; its soft limit is 15.": True,
        "1 picture cannot be taken, because the mail does not compile; it costs nothing.": True,
    }
    assert not any(warns for _, warns in notes(quote_of(8, 0, 50, used=7, soft_limit=15)))


def test_what_is_odd_about_the_farm_is_a_warning(qapp):
    """It stops nothing, and says why a picture may be taken again that somebody else has."""
    known = quote_of(8, 0, 50)
    notice = StorageError("The store of pictures does not answer.", advice="Try again later.")
    told = dict(notes(replace(known, plan=replace(known.plan, notices=(notice,)))))
    assert told["The store of pictures does not answer. Try again later."] is True


def test_the_button_carries_the_cost(opened, leave, quoted):
    """Three clients, three tokens, who pays; another client is another cost, and an older one never comes back."""
    leave(20)
    dialog = opened()
    assert dialog.cost.line.text() == "3 new pictures: 3 tokens, 17 left"
    assert dialog.cost.go.text() == "Render – 3 tokens"
    assert dialog.cost.notes.text() == "Kettlewren pays."
    dialog.choice.choose(("gmail-web",), ("light",))
    assert dialog.cost.quote is None
    assert not dialog.cost.go.isEnabled()
    dialog.choice.choose(("gmail-web", "orange-web"), ("light",))
    quoted(dialog)
    assert dialog.cost.go.text() == "Render – 2 tokens"


def test_too_few_tokens_refuse(opened, leave, quoted, qtbot):
    """Nothing can be rendered; as many pictures as can be paid are offered, and the way to the tokens."""
    leave(2)
    dialog = opened()
    assert not dialog.cost.go.isEnabled()
    assert "cost 3 tokens and 2 are left: choose fewer clients" in dialog.cost.line.text()
    assert dialog.cost.go.toolTip() == dialog.cost.line.text()
    dialog.render_now()
    assert not dialog.is_running
    with qtbot.waitSignal(dialog.tokens_wanted):
        dialog.cost.tokens.click()
    dialog.cost.only.click()
    quoted(dialog)
    assert dialog.choice.asked.most == 2
    assert dialog.cost.go.text() == "Render – 2 tokens"


def test_without_any_token_only_fewer_clients_help(opened, leave, qtbot):
    """The keyboard goes to the list."""
    leave(0)
    dialog = opened()
    assert not dialog.cost.only.isVisible()
    dialog.cost.fewer.click()
    qtbot.waitUntil(dialog.choice.tree.hasFocus)


def test_the_parents_pool_helps(opened, leave, purse, workspace):
    """A sub-account without enough of its own draws on the pool above, and that is said."""
    purse.accounts.change(purse.account, pool_open=True)
    purse.accounts.create("acme", parent=purse.account, name="Acme", soft_limit=2)
    purse.accounts.tie("acme", templates=["welcome.*"])
    purse.ledger.allocate(purse.account, "acme", 1)
    dialog = opened()
    assert dialog.cost.go.isEnabled()
    assert dialog.cost.notes.text() == "Acme pays. 2 tokens of it from the pool of Kettlewren."
    assert dialog.cost.warning.text() == "Acme will have used 3 tokens this month; its soft limit is 2."


def test_without_a_client_there_is_nothing_to_count(opened, quoted):
    """The dialog asks for a client, and nothing can be pressed."""
    dialog = opened()
    dialog.choice.choose((), ("light",))
    assert dialog.cost.line.text() == "Choose at least one client."
    assert not dialog.cost.go.isEnabled()


@pytest.mark.parametrize(
    "error",
    [
        StorageError("The ledger does not answer.", advice="Ask again later."),
        BrowserMissingError("There is no browser.", advice="Install one."),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_goes_wrong_can_be_tried_again(opened, quoted, qtbot, monkeypatch, error):
    """One sentence says what is missing; once it is there, the cost comes."""
    dialog = opened()

    async def fail(*_arguments: object) -> Quote:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(cost_asker, "quote", fail)
        dialog.ask_cost()
        qtbot.waitUntil(dialog.cost.retry.isVisible)
        assert dialog.cost.line.text() == str(error)
        assert not dialog.cost.go.isEnabled()
    dialog.cost.retry.click()
    assert quoted(dialog).cost.go.isEnabled()
    assert not dialog.cost.retry.isVisible()


def test_the_words_follow_the_language(opened, qtbot):
    """What is there already is said anew."""
    dialog = opened()
    try:
        set_language("fr")
        qtbot.waitUntil(lambda: dialog.choice.presets.list.actions()[0].text().startswith("Les plus utilisées"))
        assert dialog.choice.tree.topLevelItem(0).text(0) == "Ordinateur"
    finally:
        set_language("en")
    qtbot.waitUntil(lambda: dialog.choice.presets.list.actions()[0].text().startswith("Most used"))


def test_enter_in_the_search_never_pays(opened, qtbot):
    """Enter goes to the list; only Ctrl+Enter and the button itself render."""
    dialog = opened()
    dialog.choice.search.setFocus()
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Return)
    assert not dialog.is_running
    assert not dialog.cost.go.isDefault()
    assert dialog.cost.go.shortcut().toString() == "Ctrl+Return"


def test_every_control_has_a_name(opened):
    """A screen reader has something to say about each thing that takes the keyboard."""
    dialog = opened()
    for control in dialog.findChildren(QWidget):
        inner = control.objectName().startswith("qt_") or isinstance(control.parentWidget(), QAbstractItemView)
        if control.isVisibleTo(dialog) and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name), control


def test_the_choice_is_remembered_and_the_dialog_leaves_nothing(opened, quoted, jobs, qtbot):
    """Whoever closes it and comes back finds the same clients and modes."""
    dialog = opened(clients=("gmail-web", "yahoo-web"))
    dialog.choice.modes["dark"].click()
    quoted(dialog)
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.running and not isValid(dialog))
    assert last_choice(Preferences()) == LastChoice(("gmail-web", "yahoo-web"), ("light", "dark"))
