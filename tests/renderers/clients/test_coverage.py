"""How much of a mail the data of a client covers."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from renderers.clients.coverage import Coverage, coverage
from renderers.clients.profile import Profile, profile
from renderers.clients.support import table

MAIL = '<p style="border-radius:4px;animation:k 2s">x<meter></meter></p>'
USED = {"css-border-radius", "css-unit-px", "css-animation", "html-p", "html-meter"}


def of(pair: str, **settings: str) -> Coverage:
    """The coverage of MAIL in a client with this column."""
    shown: Profile = replace(profile("plain-desktop"), caniemail=pair, steps=(("support", MappingProxyType(settings)),))
    return coverage(MAIL, shown)


def test_known_are_the_features_of_the_mail_that_were_tested() -> None:
    """Whatever the test found; the oldest test is named."""
    column = table().column("gmail/ios")
    dates = [column[slug].date for slug in USED if column[slug].code != "u"]
    found = of("gmail/ios")
    assert (found.used, found.known, found.oldest) == (5, len(dates), min(dates))
    assert found.unknown == ()


def test_what_nobody_tested_is_named() -> None:
    """Few features were tested in some clients."""
    found = of("t-online-de/desktop-webmail")
    assert found.used == 5
    assert found.known == 5 - len(found.unknown)
    assert {*found.unknown} == {
        slug for slug in USED if table().column("t-online-de/desktop-webmail")[slug].code == "u"
    }
    assert found.unknown


def test_a_client_without_a_column_knows_nothing() -> None:
    """And has no oldest test."""
    assert of("") == Coverage(5, 0, "", tuple(sorted(USED)))


def test_an_older_version_was_tested_less() -> None:
    """Its own column counts."""
    shown = profile("outlook-windows-2010")
    assert coverage('<a href="mailto:a@example.com">', shown).known == 0
    assert coverage('<a href="mailto:a@example.com">', profile("outlook-windows-96")).known == 1
