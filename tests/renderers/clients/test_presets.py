"""Sets of clients by a name."""

import pytest

from renderers.clients.presets import Preset, clients_of, presets
from renderers.clients.profile import profile, profiles
from templates.errors import InputError


def test_every_set_holds_clients_in_both_languages():
    """Each pattern and id stands for at least one profile."""
    known = {shown.id for shown in profiles()}
    shipped = {"plain", "popular", "france", "outlook", "mobile-first", "desktop", "web", "mobile", "all"}
    assert set(presets()) == shipped
    for preset in presets().values():
        assert set(preset.names) == {"en", "fr"}
        assert set(preset.clients) <= known
        assert preset.unknown == ()


def test_all_means_every_client_and_not_the_browser_alone():
    """The browser alone is in the set that names it."""
    assert set(presets()["all"].clients) == {shown.id for shown in profiles() if shown.group != "plain"}
    assert presets()["plain"].clients == ("plain-desktop", "plain-mobile", "plain-mobile-dark")


@pytest.mark.parametrize("group", ["desktop", "web", "mobile"])
def test_a_group_is_a_set(group):
    """All of its clients, also those that somebody adds."""
    assert presets()[group].is_group
    assert set(presets()[group].clients) == {shown.id for shown in profiles() if shown.group == group}


def test_outlook_is_every_client_of_that_name():
    """And its predecessor on Windows."""
    assert set(presets()["outlook"].clients) >= {shown.id for shown in profiles() if shown.brand.startswith("Outlook")}
    assert not presets()["outlook"].is_group


def test_mobile_first_begins_with_phones():
    """Then come the few other clients that nobody may forget."""
    groups = [profile(id_).group for id_ in presets()["mobile-first"].clients]
    mobile = groups.count("mobile")
    assert groups == ["mobile"] * mobile + groups[mobile:]
    assert 0 < len(groups) - mobile < mobile
    assert "mobile" not in groups[mobile:]


def test_sets_have_names():
    """In English where nobody translated them."""
    assert presets()["mobile-first"].name("fr") == "Mobile d’abord"
    assert Preset("mine", {"en": "Mine"}, ()).name("fr") == "Mine"


def test_more_sets_stand_behind_the_shipped_ones():
    """Nobody can change what a shipped name means."""
    mine = Preset("mine", {"en": "Mine"}, ("gmail-web", "no-such-*"))
    assert clients_of(["mine"], {"mine": mine, "all": mine}) == ("gmail-web",)
    assert len(clients_of(["all"], {"all": mine})) > 50
    assert mine.unknown == ("no-such-*",)


def test_ids_and_sets_mix():
    """Each client once, in the order asked for."""
    assert clients_of(["gmail-web", "plain", "plain-mobile"])[:2] == ("gmail-web", "plain-desktop")
    assert len(clients_of(["popular", "popular"])) == len(presets()["popular"].clients)


def test_an_unknown_name_is_said():
    """With those of a like name."""
    with pytest.raises(InputError, match="no client profile gmial-web"):
        clients_of(["gmial-web"])
