"""Addresses of profiles."""

from __future__ import annotations

import pytest

from templates.brand.artwork import SOURCES
from templates.brand.texts.networks import NETWORKS as SHOWN
from templates.brand.texts.profiles import NETWORKS, handle_of, made_for_all, profile_of


@pytest.mark.parametrize(
    ("url", "network", "profile"),
    [
        ("https://vimeo.com/acme/videos", "vimeo", "https://vimeo.com/acme"),
        ("https://medium.com/@acme", "medium", "https://medium.com/@acme"),
        ("https://acme.medium.com/", "medium", "https://acme.medium.com"),
        ("https://www.snapchat.com/add/acme", "snapchat", "https://www.snapchat.com/add/acme"),
        ("https://soundcloud.com/acme/tracks", "soundcloud", "https://soundcloud.com/acme"),
        ("https://acme.tumblr.com", "tumblr", "https://acme.tumblr.com"),
        ("https://www.tumblr.com/blog/acme", "tumblr", "https://www.tumblr.com/acme"),
        ("https://dribbble.com/acme", "dribbble", "https://dribbble.com/acme"),
        ("https://www.xing.com/pages/acme", "xing", "https://www.xing.com/pages/acme"),
        ("https://www.facebook.com/today", "facebook", "https://www.facebook.com/today"),
        ("https://www.threads.net/@acme", "threads", "https://www.threads.com/@acme"),
        ("https://bsky.app/profile/acme.example", "bluesky", "https://bsky.app/profile/acme.example"),
        (
            "https://whatsapp.com/channel/0029Va1234567890",
            "whatsapp",
            "https://www.whatsapp.com/channel/0029Va1234567890",
        ),
        ("https://t.me/s/acme_news", "telegram", "https://t.me/acme_news"),
        ("https://old.reddit.com/r/acme", "", ""),
        ("https://www.reddit.com/r/acme/", "reddit", "https://www.reddit.com/r/acme"),
        ("https://github.com/orgs/acme", "github", "https://github.com/acme"),
        ("https://mastodon.social/acme", "mastodon", "https://mastodon.social/acme"),
        (
            "https://l.instagram.com/?u=https%3A%2F%2Fwww.instagram.com%2Facme",
            "instagram",
            "https://www.instagram.com/acme",
        ),
        ("https://www.google.com/url?q=https://x.com/acme&sa=D", "x", "https://x.com/acme"),
        (
            "https://www.acme.example/redirect?to=https%3A%2F%2Ffacebook.com%2Facme",
            "facebook",
            "https://www.facebook.com/acme",
        ),
        ("https://www.facebook.com/people/Acme/100012", "facebook", "https://www.facebook.com/people/Acme/100012"),
        ("https://www.linkedin.com/company/acme/mycompany/", "linkedin", "https://www.linkedin.com/company/acme"),
        ("https://www.youtube.com/@acme/videos", "youtube", "https://www.youtube.com/@acme"),
    ],
)
def test_profiles_of_every_network(url: str, network: str, profile: str) -> None:
    """Each has one canonical form; tabs, redirects that count clicks and other spellings are taken off."""
    assert profile_of(url) == (network, profile)


@pytest.mark.parametrize(
    "url",
    [
        "https://vimeo.com/123456789",
        "https://www.pinterest.com/today/",
        "https://github.com/features/actions",
        "https://medium.com/acme/our-story-12ab",
        "https://soundcloud.com/acme/a-song",
        "https://acme.tumblr.com/post/1",
        "https://bsky.app/profile/acme.example/post/3k",
        "https://bsky.app/intent/compose?text=x",
        "https://wa.me/33123456789",
        "https://api.whatsapp.com/send?text=x",
        "https://t.me/share/url?url=x",
        "https://t.me/+secret",
        "https://www.threads.net/intent/post?text=x",
        "https://www.reddit.com/submit?url=x",
        "https://www.snapchat.com/scan?attachmentUrl=x",
        "https://www.tumblr.com/widgets/share/tool",
        "https://www.facebook.com/sharer/sharer.php?u=https://facebook.com/acme",
        "https://www.acme.example/about?from=https://facebook.com/acme",
        "https://blog.acme.example/@ann",
        "https://www.facebook.com/profile.php?id=%3Cscript%3E",
    ],
)
def test_posts_and_functions_are_no_profile(url: str) -> None:
    """Videos, stories, songs, share forms, private invitations and numbers, addresses inside other parameters."""
    assert profile_of(url) == ("", "")


def test_rel_me_tells_a_server_of_any_name() -> None:
    """A Mastodon server may be called anything; then the page's own word is needed."""
    url = "https://social.acme.example/@acme"
    assert profile_of("https://town.example/@acme") == ("", "")
    assert profile_of("https://town.example/@acme", me=True) == ("mastodon", "https://town.example/@acme")
    assert profile_of(url)[0] == "mastodon"


@pytest.mark.parametrize(
    ("profile", "handle"),
    [
        ("https://x.com/acme", "acme"),
        ("https://www.tiktok.com/@acme", "acme"),
        ("https://www.facebook.com/pages/Acme/123", "Acme"),
        ("https://acme.tumblr.com", "acme"),
        ("", ""),
    ],
)
def test_the_handle_of_a_profile(profile: str, handle: str) -> None:
    """The part that people choose."""
    assert handle_of(profile) == handle


def test_a_templates_profiles_are_nobodys() -> None:
    """The builder's own and placeholders, unless the builder's own page is read."""
    assert made_for_all("https://www.facebook.com/wix", "acme")
    assert made_for_all("https://x.com/username", "acme")
    assert not made_for_all("https://www.facebook.com/wix", "wix")
    assert not made_for_all("https://www.facebook.com/acme", "acme")


def test_every_network_that_is_found_can_be_shown() -> None:
    """No profile is found that a footer has no icon for, and each icon is of a network."""
    assert NETWORKS.keys() | {"mastodon"} <= SHOWN.keys()
    assert {file.stem for file in (SOURCES / "social").glob("*.svg")} == SHOWN.keys()
