"""A month's statement: borders, balances, sums, and the head that stays."""

from __future__ import annotations

from datetime import date

import pytest

from renderers.budget.errors import NotAllowed
from renderers.budget.statement import Head, statement
from templates.errors import InputError


@pytest.fixture
def months(book):
    """Two months of acme in Paris: bought for and spent in November, some set aside over the border, spent in December.

    The last picture of November by Greenwich is December's by Paris.
    """
    book.accounts.change("acme", zone="Europe/Paris")
    book.ledger.allocate("agency", "acme", 100)
    run = book.ledger.reserve("acme", 10, key="a", template="welcome.en", lease_s=30 * 86400)
    book.ledger.settle(run, 2, client="gmail-web")
    book.ledger.settle(run, 1, client="outlook-com")
    book.ledger.give_back("acme", "agency", 20)
    book.clock.to(2026, 11, 30, 22, 59)
    book.ledger.settle(run, 1, client="gmail-web")
    book.clock.to(2026, 11, 30, 23)
    book.ledger.settle(run, 4, client="gmail-web")
    book.clock.to(2026, 12, 2)
    book.ledger.release(run)
    return book


def test_a_month_ends_at_midnight_in_the_accounts_zone(months):
    """Each entry stands on one statement, and one month's closing balance opens the next."""
    november, december = (statement(months.store, "acme", month) for month in ("2026-11", "2026-12"))
    assert (november.opening, november.closing) == ((0, 0, 0), (70, 6, 4))
    assert (december.opening, december.closing) == (november.closing, (72, 0, 8))
    assert [each.number for each in (*november.entries, *december.entries)] == list(range(1, 10))
    assert (november.zone, november.last_day) == ("Europe/Paris", date(2026, 11, 30))


def test_the_sums_come_to_the_difference_of_the_balances(months):
    """By kind, template and client; what came in, less what left and what was spent, is what is held."""
    found = statement(months.store, "acme", "2026-11")
    assert (found.received, found.moved_out, found.spent) == (100, 20, 4)
    assert [sum(each[column] for each in found.by_kind) for column in (2, 3, 4)] == [70, 6, 4]
    kinds = {each.kind: tuple(each[1:]) for each in found.by_kind}
    assert kinds == {
        "allocate": (1, 100, 0, 0),
        "return": (1, -20, 0, 0),
        "reserve": (1, -10, 10, 0),
        "settle": (3, 0, -4, 4),
        "setting": (1, 0, 0, 0),
    }
    assert found.by_template == (("welcome.en", 4),)
    assert found.by_client == (("gmail-web", 3), ("outlook-com", 1))


def test_the_head_is_the_last_entry_of_the_month(months):
    """Whatever happens later, the statement of a month that is over ends with the same hash."""
    before = statement(months.store, "acme", "2026-11")
    last = months.ledger.history("acme")[before.head.number - 1]
    assert before.head == Head("acme", "2026-11", last.number, last.hash)
    assert last.number == 7
    months.ledger.adjust("acme", -1, note="later")
    again = statement(months.store, "acme", "2026-11")
    assert (again.head, again.entries, again.closing) == (before.head, before.entries, before.closing)


def test_a_month_that_is_not_over_is_provisional(months):
    """And one that has not begun has no statement."""
    assert not statement(months.store, "acme", "2026-11").provisional
    december = statement(months.store, "acme", "2026-12")
    assert (december.provisional, december.made) == (True, months.clock.now)
    with pytest.raises(InputError, match="2027-01 has not begun"):
        statement(months.store, "acme", "2027-01")


@pytest.mark.parametrize(
    "month", ["", "2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-11-01", "٢٠٢٦-11", "0001-01"]
)
def test_what_is_no_month_is_refused(sqlite_book, month):
    """With an example of one."""
    with pytest.raises(InputError, match=r"is no month\. Write it like 2026-11"):
        statement(sqlite_book.store, "agency", month)


def test_a_month_before_the_first_entry_is_empty(book):
    """There is no head yet either."""
    found = statement(book.store, "agency", "2026-10")
    assert (found.opening, found.closing, found.entries) == ((0, 0, 0), (0, 0, 0), ())
    assert found.head == Head("agency", "2026-10", 0, "")


def test_a_pool_tells_who_drew_on_it(book):
    """The owner's statement names the account that spent; that account's own says how much others paid for it."""
    book.accounts.change("agency", pool_open=True)
    book.ledger.allocate("agency", "acme", 2)
    book.ledger.settle(book.ledger.reserve("acme", 5, key="k"), 5)
    book.ledger.settle(book.ledger.reserve("agency", 1, key="k"), 1)
    agency, acme = (statement(book.store, each, "2026-11") for each in ("agency", "acme"))
    assert (agency.by_account, agency.from_pools) == ((("acme", 3), ("agency", 1)), 0)
    assert (acme.by_account, acme.from_pools, acme.spent) == ((("acme", 2),), 3, 2)


def test_what_ran_out_by_now_stands_on_it(book):
    """A lease that ended and tokens whose last day is over are written down before the statement is made."""
    book.ledger.grant("agency", 50, note="trial", expires=date(2026, 11, 12))
    book.ledger.reserve("agency", 60, key="dead", lease_s=60)
    book.clock.to(2026, 11, 13)
    found = statement(book.store, "agency", "2026-11")
    assert found.closing == (1000, 0, 0)
    assert {each.kind for each in found.by_kind} >= {"release", "expire"}


def test_a_clock_that_was_set_back_loses_no_entry(book):
    """An entry made in the month before, after one of this month, is on the statement of the month before."""
    book.clock.to(2026, 12, 1, 0, 20)
    book.ledger.grant("agency", 1, note="in December")
    book.clock.move(hours=-1)
    book.ledger.grant("agency", 2, note="in November again")
    book.clock.to(2026, 12, 5)
    november, december = (statement(book.store, "agency", month) for month in ("2026-11", "2026-12"))
    assert [each.note for each in november.entries] == ["order 1", "in November again"]
    assert [each.note for each in december.entries] == ["in December"]
    assert (november.closing, december.opening) == ((1002, 0, 0), (1002, 0, 0))
    assert november.head.number == 3


def test_only_who_may_see_the_account_gets_its_statement(book):
    """There is none of an account that is not there, and in a team it takes a role."""
    with pytest.raises(InputError, match="There is no account nobody"):
        statement(book.store, "nobody", "2026-11")
    if book.store.is_shared:
        book.sql("DELETE FROM account_member")
        with pytest.raises(NotAllowed, match="viewer"):
            statement(book.store, "agency", "2026-11")
