"""Who takes a profile's picture, and how true it then is."""

import sys
from dataclasses import replace

import pytest

from renderers.clients.change import Change, Evidence
from renderers.clients.profile import profile
from renderers.render.cast import Cast, casts_of, weighed

MODELLED = Cast("chromium", "Chromium", "modelled")


def change(rule: str, certainty: str) -> Change:
    return Change(rule, "It changes.", Evidence("somebody", "2026", certainty))


def test_the_client_itself_comes_first():
    """Where it is installed on the system that the profile is of; it takes the mail as it is sent."""
    shown = replace(profile("thunderbird-linux"), system=sys.platform)
    casts = casts_of(shown, ["chromium", "firefox", "thunderbird"])
    assert [(cast.kind, cast.fidelity, cast.takes_mail) for cast in casts] == [
        ("thunderbird", "real-client", True),
        ("firefox", "real-engine", False),
        ("chromium", "approximated", False),
    ]


def test_a_client_of_another_system_is_drawn_by_its_engine():
    """Thunderbird of Windows is not the one that is installed here."""
    shown = replace(profile("thunderbird-linux"), system="elsewhere")
    assert [cast.kind for cast in casts_of(shown, ["chromium", "firefox", "thunderbird"])] == ["firefox", "chromium"]


@pytest.mark.parametrize(
    ("profile_id", "fidelity"),
    [("apple-mail-iphone", "approximated"), ("gmail-ios", "approximated"), ("laposte-ios", "thin-data")],
)
def test_a_stand_in_lowers_the_label(profile_id, fidelity):
    """It says in whose place it stands; thin data stays what it is."""
    (cast,) = casts_of(profile(profile_id), ["chromium", "firefox"])
    assert (cast.engine, cast.instead_of, cast.fidelity) == ("Chromium", "WebKit", fidelity)


def test_a_profile_of_chromium_has_one_cast():
    """Its label is the profile's own."""
    assert casts_of(profile("gmail-web"), ["chromium", "firefox"]) == (MODELLED,)


@pytest.mark.parametrize(
    ("mode", "rule", "certainty", "fidelity"),
    [
        ("dark", "dark-colours.text", "approximated", "approximated"),
        ("dark", "dark-colours.text", "certain", "modelled"),
        ("dark", "dark-page.link", "approximated", "modelled"),
        ("light", "dark-colours.text", "approximated", "modelled"),
    ],
)
def test_dark_colours_by_a_guess_lower_the_label(mode, rule, certainty, fidelity):
    """Only where a mail is drawn in them."""
    assert weighed(MODELLED, mode, [change(rule, certainty)]).fidelity == fidelity


def test_the_client_itself_guesses_nothing():
    """What our model of it would do makes no difference."""
    real = Cast("thunderbird", "Thunderbird", "real-client", takes_mail=True)
    assert weighed(real, "dark", [change("dark-colours.text", "approximated")]) is real
