"""Whatever the mail and whoever looks at it: no exception, no word lost, and a second time changes nothing."""

from __future__ import annotations

import itertools

import pytest

from assets import asset
from renderers.clients.mail import Client, Mail
from renderers.clients.pipeline import client_html, steps_of
from renderers.clients.profile import MODES, profiles
from renderers.clients.stage import Stage, stages
from templates.assemble import assemble
from templates.errors import InputError, LimitError
from templates.workspace import Workspace
from tests.client_mails.odd import odd_mails
from tests.client_mails.product import product_mails
from tests.client_mails.safety import faults, words

LONG = 100_000  # characters
PROFILES = [shown.id for shown in profiles()]


@pytest.fixture(scope="module")
def starters(twenty: Workspace) -> list[str]:
    """The starters' mails in English."""
    return [assemble(twenty, each.name).html for each in twenty.templates() if each.name.endswith(".en")]


@pytest.mark.parametrize("number", range(len(PROFILES)), ids=PROFILES)
def test_starters_are_safe_in_every_client(number: int, starters: list[str]) -> None:
    """Each client shows two starters in its modes; over all clients and modes every starter is shown many times."""
    shown = profiles()[number]
    for place, mode in enumerate(MODES):
        assert faults(starters[(2 * number + place) % len(starters)], shown, mode) == []


@pytest.mark.slow
@pytest.mark.parametrize("client", PROFILES)
def test_every_mail_is_safe_in_every_client_and_mode(client: str) -> None:
    """All starters in both languages and the gallery."""
    shown = next(each for each in profiles() if each.id == client)
    found = {(name, mode): faults(html, shown, mode) for name, html in product_mails().items() for mode in MODES}
    assert {place: fault for place, fault in found.items() if fault} == {}


@pytest.mark.parametrize("name", odd_mails())
def test_odd_mails_are_shown_in_every_client(name: str) -> None:
    """Hand-written and damaged HTML never raises, and comes out as a whole document; long ones in some clients."""
    shown_in(name, 9)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, html in odd_mails().items() if len(html) > LONG])
def test_long_mails_are_shown_in_each_third_client(name: str) -> None:
    """So are the long ones."""
    shown_in(name, 3)


def shown_in(name: str, step_if_long: int) -> None:
    html = odd_mails()[name]
    for number, shown in enumerate(profiles()[:: step_if_long if len(html) > LONG else 1]):
        made = client_html(html, shown.id, mode=MODES[number % len(MODES)])
        assert "</" in made.html or not shown.steps, shown.id


@pytest.mark.parametrize("name", ["unclosed", "uppercase", "saved-by-Word", "no-tags", "nested-tables"])
def test_odd_mails_lose_no_word(name: str) -> None:
    """What people typed stays to be read."""
    html = odd_mails()[name]
    assert {shown.id: faults(html, shown, "light") for shown in profiles() if faults(html, shown, "light")} == {}


def test_the_words_of_a_mail_are_those_a_reader_sees() -> None:
    """Titles, styles and comments are none; the measure itself notices a lost word."""
    assert words("<title>no</title><style>no</style><p>One <b>two</b></p><!-- no -->three") == ["One", "two", "three"]


def test_a_profile_is_known_by_all_its_steps() -> None:
    """Every setting that a shipped profile makes is known to its stage, and names its evidence."""
    missing = []
    for shown in profiles():
        assert len(steps_of(shown)) == len(steps_of(shown, old=True)) == len(shown.steps)
        missing += [
            f"{shown.id}: {stage}.{setting}"
            for stage, settings in itertools.chain(shown.steps, shown.old)
            for setting in settings
            if f"{stage}.{setting}" not in shown.evidence
        ]
    assert missing == []


@pytest.mark.parametrize(
    "name", [name for name, stage in stages().items() if isinstance(stage, Stage) and not stage.again]
)
def test_a_stage_without_a_reason_changes_nothing_the_second_time(name: str, starters: list[str]) -> None:
    """Each stage with the settings of every client that uses it, each setting once."""
    stage = stages()[name]
    assert isinstance(stage, Stage)
    seen = []
    for shown, mode in itertools.product(profiles(), MODES):
        for step, settings in steps_of(shown):
            if step is stage and (settings, mode) not in seen:
                seen.append((settings, mode))
                client = Client(shown.id, shown.caniemail, shown.scale, dict(shown.evidence))
                mail = Mail.of(starters[len(seen) % len(starters)], client, mode)
                list(stage.apply(mail, settings))
                once = mail.html()
                list(stage.apply(mail, settings))
                assert mail.html() == once, (shown.id, mode)


def test_an_unknown_mode_is_refused() -> None:
    """The message names the modes."""
    with pytest.raises(InputError, match="light, dark, images-off"):
        client_html("<p>x</p>", "gmail-web", mode="dim")  # type: ignore[arg-type]  # what a program may pass


def test_a_mail_of_megabytes_is_refused() -> None:
    """Before anything is done with it."""
    with pytest.raises(LimitError, match="larger than 2 MB"):
        client_html("x" * 2_000_001, "gmail-web")


def test_plain_profiles_leave_the_mail_alone() -> None:
    """Without a client there is nothing to change, to the byte."""
    html = asset("samples", "site", "index.html").read_text("utf-8")
    assert client_html(html, "plain-desktop").html == html
