"""Who takes a profile's picture, and how true it then is."""

import sys
from dataclasses import replace

import pytest

from renderers.clients.change import Change, Evidence
from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import Mode, profile
from renderers.engines import Capabilities
from renderers.render.cast import Cast, casts_of, weighed
from renderers.render.mail_job import ClientMail

MODELLED = Cast("chromium", "Chromium", "modelled")
IPHONE = profile("apple-mail-iphone")


def change(rule: str, certainty: str) -> Change:
    return Change(rule, "It changes.", Evidence("somebody", "2026", certainty))


def mail(html: str = "<p>", mode: Mode = "light", *changes: Change) -> ClientMail:
    return ClientMail(html, ClientHtml(html, changes), {}, IPHONE, mode)


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
    assert weighed(MODELLED, mail("<p>", mode, change(rule, certainty))).fidelity == fidelity


def test_the_client_itself_guesses_nothing():
    """What our model of it would do makes no difference."""
    real = Cast("thunderbird", "Thunderbird", "real-client", takes_mail=True)
    assert weighed(real, mail("<p>", "dark", change("dark-colours.text", "approximated"))) == real


@pytest.mark.parametrize(
    ("limits", "taken_by"),
    [
        (Capabilities(), ["webkit", "chromium"]),
        (Capabilities(min_width=IPHONE.width + 1), ["chromium"]),
        (Capabilities(dark=False), ["chromium"]),
        (Capabilities(intercept=False, scripts_off=False), ["webkit", "chromium"]),
    ],
)
def test_an_engine_that_cannot_show_the_profile_is_passed_over(limits, taken_by):
    """Too wide, or never dark: another one stands in for it, which is said."""
    casts = casts_of(IPHONE.in_mode("dark"), ["chromium", "webkit"], {"webkit": limits})
    assert [cast.kind for cast in casts] == taken_by


@pytest.mark.parametrize(
    "asks",
    [
        "<style>@media (-webkit-min-device-pixel-ratio: 2) {}</style>",
        "<style>@media screen and (min-resolution: 192dpi) {}</style>",
        "<style>@media (2dppx <= resolution) {}</style>",
        "<style>p { background: image-set('a.png' 1x, 'b.png' 2x) }</style>",
        "<img src='a.png' srcset='b.png 2x'>",
    ],
)
def test_a_mail_that_asks_for_the_density_is_not_shown_as_it_is(asks):
    """By an engine that draws for ordinary screens alone; any other mail loses nothing."""
    cast, _ = casts_of(IPHONE, ["chromium", "webkit"], {"webkit": Capabilities(scale=False)})
    shown = weighed(cast, mail(asks))
    assert (shown.fidelity, shown.lacks) == ("approximated", "density")
    plain = weighed(cast, mail("<p>Our resolution: 20 per cent off</p>"))
    assert (plain.fidelity, plain.lacks) == (IPHONE.fidelity, "")


def test_an_ordinary_screen_lacks_nothing():
    """A profile of scale 1 is drawn as it is."""
    shown = replace(IPHONE, scale=1.0)
    assert casts_of(shown, ["webkit"], {"webkit": Capabilities(scale=False)})[0].lacks == ""
