"""What clients made of mails is made once, and forgotten in time."""

from dataclasses import replace

import pytest

from renderers.client_memory import ClientMemory
from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import profile

GMAIL, YAHOO = profile("gmail-web"), profile("yahoo-web")


class Maker:
    """Makes a mail of 100 characters and counts."""

    def __init__(self) -> None:
        self.asked = []

    def __call__(self, html, shown, *, mode):
        self.asked.append((html, shown.id, mode))
        if html == "bad":
            raise ValueError(html)
        return ClientHtml(f"{html} {shown.id} {mode}".ljust(100), ())


def test_the_same_is_made_once():
    """Another mail, client or mode is another; so is an edited client of the same name."""
    memory, make = ClientMemory(), Maker()
    wanted = [("a", GMAIL, "light"), ("b", GMAIL, "light"), ("a", YAHOO, "light"), ("a", GMAIL, "dark")]
    wanted.append(("a", replace(GMAIL, width=1), "light"))
    first = [memory.in_client(make, *each) for each in wanted]
    assert [memory.in_client(make, *each) for each in wanted] == first
    assert len(make.asked) == len({each.html for each in first}) + 1 == 5


def test_what_was_not_asked_for_the_longest_time_goes():
    """Its size has a limit."""
    memory, make = ClientMemory(limit=310), Maker()
    for html in ("a", "b", "c", "a", "d", "a", "c", "b"):
        memory.in_client(make, html, GMAIL, "light")
    assert [html for html, *_ in make.asked] == ["a", "b", "c", "d", "b"]


def test_a_failure_is_not_remembered():
    """It might have been the moment's: a mail that took too long."""
    memory, make = ClientMemory(), Maker()
    for _ in range(2):
        with pytest.raises(ValueError, match="bad"):
            memory.in_client(make, "bad", GMAIL, "light")
    assert len(make.asked) == 2
