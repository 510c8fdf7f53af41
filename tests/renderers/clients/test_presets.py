"""Sets of clients by a name."""

import pytest

from renderers.clients.presets import clients_of, presets
from renderers.clients.profile import profiles
from templates.errors import InputError


def test_every_set_holds_clients_in_both_languages():
    """Each pattern and id stands for at least one profile."""
    known = {shown.id for shown in profiles()}
    assert set(presets()) == {"plain", "popular", "france", "outlook", "mobile", "all"}
    for preset in presets().values():
        assert set(preset.names) == {"en", "fr"}
        assert set(preset.clients) <= known
        assert [name for name in preset.patterns if "*" not in name and name not in known] == []


def test_all_means_every_client_and_not_the_browser_alone():
    """The browser alone is in the set that names it."""
    assert set(presets()["all"].clients) == {shown.id for shown in profiles() if shown.group != "plain"}
    assert presets()["plain"].clients == ("plain-desktop", "plain-mobile", "plain-mobile-dark")


@pytest.mark.parametrize("name", ["mobile", "outlook"])
def test_sets_by_pattern_hold_what_they_say(name):
    """Every mobile client; every client called Outlook, and its predecessor."""
    chosen = set(presets()[name].clients)
    if name == "mobile":
        assert chosen == {shown.id for shown in profiles() if shown.group == "mobile"} | {"gmail-mobile-web"} & chosen
    else:
        assert chosen >= {shown.id for shown in profiles() if shown.brand.startswith("Outlook")}


def test_ids_and_sets_mix():
    """Each client once, in the order asked for."""
    assert clients_of(["gmail-web", "plain", "plain-mobile"])[:2] == ("gmail-web", "plain-desktop")
    assert len(clients_of(["popular", "popular"])) == len(presets()["popular"].clients)


def test_an_unknown_name_is_said():
    """With those of a like name."""
    with pytest.raises(InputError, match="no client profile gmial-web"):
        clients_of(["gmial-web"])
