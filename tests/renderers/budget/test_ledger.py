"""The ledger's operations: what each does to the balances, what it refuses, and that it is done once."""

from __future__ import annotations

from datetime import date

import pytest

from renderers.budget.errors import TokensMissing
from renderers.budget.ledger import Ledger
from renderers.budget.values import MOST, Balance
from templates.errors import InputError

NO_NUMBERS = [0, -1, True, False, 1.0, 2.5, float("nan"), MOST + 1, 10**30]


def test_a_grant_adds_tokens_and_needs_a_note(book):
    """Who pays wants to know what for: an empty note is refused, the others stand in the entry."""
    assert book.ledger.grant("agency", 5, note="  order 2 ", actor="ann") == Balance(1005, 0, 0)
    last = book.ledger.history("agency")[-1]
    assert (last.kind, last.n, last.note, last.actor) == ("grant", 5, "order 2", "ann")
    for note in ("", " \n"):
        with pytest.raises(InputError, match=r"A note is missing.*order"):
            book.ledger.grant("agency", 5, note=note)
        with pytest.raises(InputError, match="A note is missing"):
            book.ledger.adjust("agency", 5, note=note)
    assert book.balances("agency") == [(1005, 0, 0)]


def test_tokens_move_to_the_account_below_and_back(book):
    """One entry on each side names the other; the child's balance comes back."""
    assert book.ledger.allocate("agency", "acme", 100, note="spring", actor="ann") == Balance(100, 0, 0)
    assert book.ledger.give_back("acme", "agency", 30) == Balance(70, 0, 0)
    assert book.balances("agency", "acme") == [(930, 0, 0), (70, 0, 0)]
    told = [(e.kind, e.available, e.other, e.note) for e in book.ledger.history("acme")]
    assert told == [("allocate", 100, "agency", "spring"), ("return", -30, "agency", "")]
    assert [(e.kind, e.available, e.other) for e in book.ledger.history("agency")][1:] == [
        ("allocate", -100, "acme"),
        ("return", 30, "acme"),
    ]


def test_no_more_is_allocated_than_is_there(book):
    """The sum of the allocations stays within what was bought, and what is refused changes nothing."""
    book.accounts.create("bolt", parent="agency")
    book.ledger.allocate("agency", "acme", 600)
    with pytest.raises(TokensMissing, match="401 tokens were to be moved and 400 are free in agency") as caught:
        book.ledger.allocate("agency", "bolt", 401)
    assert caught.value.values == {"wanted": 401, "available": 400, "account": "agency"}
    assert book.balances("agency", "acme", "bolt") == [(400, 0, 0), (600, 0, 0), (0, 0, 0)]


def test_what_a_run_has_set_aside_is_not_given_back(book):
    """Only free tokens leave."""
    book.ledger.allocate("agency", "acme", 10)
    book.ledger.reserve("acme", 8, key="run")
    with pytest.raises(TokensMissing, match=r"3 tokens.*2 are free.*under way"):
        book.ledger.give_back("acme", "agency", 3)
    assert book.ledger.give_back("acme", "agency", 2) == Balance(0, 8, 0)


def test_tokens_move_between_neighbours_only(book):
    """Neither over a level, nor between siblings, nor from a child by its name in the wrong place, nor to itself."""
    book.accounts.create("paris", parent="acme")
    book.accounts.create("bolt", parent="agency")
    for parent, child in [("agency", "paris"), ("acme", "bolt"), ("acme", "agency"), ("agency", "agency")]:
        with pytest.raises(InputError, match="is not right below"):
            book.ledger.allocate(parent, child, 1)
        with pytest.raises(InputError, match="is not right below"):
            book.ledger.give_back(child, parent, 1)


def test_an_adjustment_corrects_both_ways_but_not_below_nothing(book):
    """Its reason is kept."""
    assert book.ledger.adjust("agency", 7, note="goodwill") == Balance(1007, 0, 0)
    assert book.ledger.adjust("agency", -1000, note="typing error") == Balance(7, 0, 0)
    assert [(e.available, e.note) for e in book.ledger.history("agency")][1:] == [
        (7, "goodwill"),
        (-1000, "typing error"),
    ]
    with pytest.raises(TokensMissing, match="8 tokens were to be taken out and 7 are free"):
        book.ledger.adjust("agency", -8, note="too much")
    assert book.balances("agency") == [(7, 0, 0)]


def test_what_is_no_number_of_tokens_is_refused(sqlite_book):
    """Nothing, less than nothing, half a token, a truth value, and more than anybody buys."""
    ledger = sqlite_book.ledger
    for n in NO_NUMBERS:
        for ask in (
            lambda n=n: ledger.grant("agency", n, note="x"),
            lambda n=n: ledger.allocate("agency", "acme", n),
            lambda n=n: ledger.give_back("acme", "agency", n),
        ):
            with pytest.raises(InputError, match=r"is no number of tokens. Give a whole number from 1 to 1000000000"):
                ask()
    for n in (0, True, 2.5, -2.5, float("nan"), -MOST - 1, MOST + 1):
        with pytest.raises(InputError, match="is no number of tokens"):
            ledger.adjust("agency", n, note="x")
    for n in (-1, True, 0.5, MOST + 1):
        with pytest.raises(InputError, match=r"is no number of tokens. Give a whole number from 0 to"):
            ledger.reserve("agency", n, key="k")
    assert ledger.balance("agency") == (1000, 0, 0)


def test_many_of_the_largest_grants_fit(book):
    """Sums beyond 32 bits."""
    for _ in range(5):
        book.ledger.grant("agency", MOST, note="huge")
    assert book.ledger.balance("agency").available == 5 * MOST + 1000
    assert book.ledger.audit() == []


@pytest.mark.parametrize("operation", ["grant", "adjust", "allocate", "return"])
def test_an_operation_is_done_once_by_its_key(book, operation):
    """The same key again is the same operation; with another amount it is refused."""
    book.ledger.allocate("agency", "acme", 50)

    def do(n):
        return {
            "grant": lambda: book.ledger.grant("acme", n, note="x", key="k"),
            "adjust": lambda: book.ledger.adjust("acme", -n, note="x", key="k"),
            "allocate": lambda: book.ledger.allocate("agency", "acme", n, key="k"),
            "return": lambda: book.ledger.give_back("acme", "agency", n, key="k"),
        }[operation]()

    first = do(10)
    before = book.ledger.history("acme")
    assert do(10) == first
    with pytest.raises(InputError, match=r"The key k stands for another operation, of 10 tokens"):
        do(11)
    assert book.ledger.history("acme") == before
    assert book.ledger.audit() == []


def test_a_key_counts_for_its_operation_and_account_only(book):
    """The number of an order may be the key of its grant and of what is allocated from it."""
    book.ledger.grant("agency", 5, note="x", key="order-7")
    book.ledger.allocate("agency", "acme", 5, key="order-7")
    book.ledger.grant("acme", 5, note="x", key="order-7")
    assert book.balances("agency", "acme") == [(1000, 0, 0), (10, 0, 0)]


def test_a_key_of_the_first_tokens_is_anybodys(sqlite_book):
    """A workspace's first tokens take no key that a person might give."""
    with Ledger(sqlite_book.store.database.url.set(database=":memory:")) as ledger:
        from renderers.budget.accounts import Accounts

        assert Accounts(ledger.store).begin("own", name="Own", zone="UTC", tokens=1000)
        assert ledger.grant("own", 1000, note="bought", key="first").available == 2000


def test_who_did_what_is_in_every_entry(book):
    """Person, template, run, client, time; the entries are numbered without gaps."""
    run = book.ledger.reserve("agency", 2, key="k", actor="bob", template="welcome", run="run-1")
    book.clock.move(seconds=5)
    book.ledger.settle(run, 1, key="p", client="gmail", actor="eve")
    entries = book.ledger.history("agency")
    assert [e.number for e in entries] == list(range(1, len(entries) + 1))
    assert [(e.kind, e.actor, e.template, e.run, e.client) for e in entries[-2:]] == [
        ("reserve", "bob", "welcome", "run-1", ""),
        ("settle", "eve", "welcome", "run-1", "gmail"),
    ]
    assert entries[-1].at == book.clock.now
    assert all(e.login == ("ann" if book.store.is_shared else "") for e in entries)


def test_a_text_that_is_none_is_refused(book):
    """Half a character, as a shell in another encoding passes it on: in notes, keys and names alike."""
    broken = "caf\udce9"
    for ask in (
        lambda: book.ledger.grant("agency", 1, note=broken),
        lambda: book.ledger.reserve("agency", 1, key=broken),
        lambda: book.ledger.balance(broken),
        lambda: book.accounts.rename("agency", broken),
    ):
        with pytest.raises(InputError, match=r"characters that cannot be stored\. Type it anew"):
            ask()
    assert book.kinds("agency") == ["grant"]


def test_tokens_that_end_soonest_are_used_first(book):
    """In reservations, allocations and adjustments alike; those without an end come last."""
    book.ledger.grant("agency", 10, note="late", expires=date(2027, 3, 31))
    book.ledger.grant("agency", 10, note="soon", expires=date(2026, 12, 31))
    run = book.ledger.reserve("agency", 15, key="k")
    assert [(d.expires, d.reserved) for d in run.draws] == [("2026-12-31", 10), ("2027-03-31", 5)]
    book.ledger.allocate("agency", "acme", 6)
    assert [(e.expires, e.available) for e in book.ledger.history("acme")] == [("2027-03-31", 5), ("", 1)]
    assert book.ledger.audit() == []


def test_expired_tokens_leave_by_an_entry(book):
    """On the day itself they are good; the day after they are gone, wherever they were moved."""
    book.ledger.grant("agency", 10, note="offer", expires=date(2026, 11, 12))
    book.ledger.allocate("agency", "acme", 4)
    book.clock.to(2026, 11, 12, 23, 59, 59)
    assert book.balances("agency", "acme") == [(1006, 0, 0), (4, 0, 0)]
    book.clock.to(2026, 11, 13)
    assert book.balances("agency", "acme") == [(1000, 0, 0), (0, 0, 0)]
    last = book.ledger.history("acme")[-1]
    assert (last.kind, last.available, last.expires, last.at) == ("expire", -4, "2026-11-12", book.clock.now)
    assert book.ledger.audit() == []


def test_the_last_day_ends_at_midnight_of_the_accounts_zone(book):
    """Which is an hour earlier in Paris than in London."""
    book.accounts.create("paris", zone="Europe/Paris")
    book.ledger.grant("paris", 10, note="offer", expires=date(2026, 11, 12))
    book.clock.to(2026, 11, 12, 22, 59, 59)
    assert book.balances("paris") == [(10, 0, 0)]
    book.clock.move(seconds=1)
    assert book.balances("paris") == [(0, 0, 0)]


def test_a_day_that_is_over_cannot_be_the_last(book):
    """Today can."""
    with pytest.raises(InputError, match=r"2026-11-09 is over already. Give a later day"):
        book.ledger.grant("agency", 1, note="x", expires=date(2026, 11, 9))
    assert book.ledger.grant("agency", 1, note="x", expires=date(2026, 11, 10)).available == 1001


def test_tokens_that_are_freed_after_their_last_day_expire_too(book):
    """A run keeps what it set aside; what it did not need is gone, what it charged is charged."""
    book.ledger.grant("acme", 5, note="offer", expires=date(2026, 11, 10))
    run = book.ledger.reserve("acme", 5, key="k", lease_s=86_400)
    book.clock.move(hours=20)
    assert book.balances("acme") == [(0, 5, 0)]
    run = book.ledger.settle(run, 2)
    book.ledger.release(run)
    assert book.balances("acme") == [(0, 0, 2)]
    assert book.kinds("acme") == ["grant", "reserve", "settle", "release", "expire"]
    assert book.ledger.audit() == []


def test_an_account_that_is_not_there_is_named(book):
    """Each operation says so, and where to look."""
    ledger = book.ledger
    for ask in [
        lambda: ledger.grant("acmee", 1, note="x"),
        lambda: ledger.adjust("acmee", 1, note="x"),
        lambda: ledger.allocate("agency", "acmee", 1),
        lambda: ledger.give_back("acmee", "agency", 1),
        lambda: ledger.reserve("acmee", 1, key="k"),
        lambda: ledger.balance("acmee"),
        lambda: ledger.history("acmee"),
    ]:
        with pytest.raises(InputError, match=r"There is no account acmee. mailwright accounts list"):
            ask()
