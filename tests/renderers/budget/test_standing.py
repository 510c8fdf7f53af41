"""How accounts stand: balances, the month's use, alerts, tokens that end."""

from __future__ import annotations

from datetime import date

import sqlalchemy as sa

from renderers.budget.standing import standings


def test_a_month_counts_what_was_charged_and_what_is_set_aside(book):
    """Last month's tokens are in the balance and not in the use; open reservations are in both."""
    ledger, day = book.ledger, date(2026, 12, 31)
    book.accounts.change("acme", hard_limit=20, alert_levels=[50])
    ledger.grant("acme", 40, note="Order 2", expires=day)
    ledger.settle(ledger.reserve("acme", 6, key="november"), 6)
    book.clock.to(2026, 12, 2, 12)
    ledger.settle(ledger.reserve("acme", 12, key="december", lease_s=900), 10)
    found = standings(book.store, book.accounts.tree())
    acme = found["acme"]
    assert (acme.balance, acme.used, acme.level) == ((22, 2, 16), 12, 50)
    assert acme.ending == ((day, 22),)
    assert (found["agency"].used, found["agency"].level, found["agency"].ending) == (0, 0, ())


def test_a_month_begins_at_midnight_of_the_account(book):
    """In New York it is still November when UTC writes the first of December."""
    ledger = book.ledger
    book.accounts.change("acme", zone="America/New_York")
    ledger.allocate("agency", "acme", 10)
    for id_ in ("agency", "acme"):
        ledger.settle(ledger.reserve(id_, 3, key=id_), 3)
    book.clock.to(2026, 12, 1, 2)
    used = {id_: each.used for id_, each in standings(book.store, book.accounts.tree()).items()}
    assert used == {"agency": 0, "acme": 3}


def test_many_accounts_are_no_more_questions_than_few(book):
    """A window with hundreds of them asks a server far away as often as one with two."""
    asked: list[str] = []
    sa.event.listen(book.store.database.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = []
    for more in ("bolt", "cube", "dune"):
        tree = book.accounts.tree()
        asked.clear()
        assert len(standings(book.store, tree)) == len(tree)
        counts.append(len(asked))
        book.accounts.create(more, parent="agency")
    assert len(set(counts)) == 1
