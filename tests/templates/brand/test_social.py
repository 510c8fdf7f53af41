"""The company's own profiles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.page import Page
from templates.brand.social import find_socials
from templates.brand.texts.profiles import profile_of


@pytest.mark.parametrize(
    ("url", "network", "profile"),
    [
        ("https://www.facebook.com/acme/", "facebook", "https://www.facebook.com/acme"),
        ("http://m.facebook.com/acme?ref=x#y", "facebook", "https://www.facebook.com/acme"),
        ("https://www.facebook.com/pages/Acme/12345", "facebook", "https://www.facebook.com/pages/Acme/12345"),
        ("https://www.facebook.com/profile.php?id=42", "facebook", "https://www.facebook.com/profile.php?id=42"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Ffacebook.com%2Facme",
            "facebook",
            "https://www.facebook.com/acme",
        ),
        ("https://twitter.com/#!/acme", "x", "https://x.com/acme"),
        ("https://mobile.twitter.com/acme?lang=fr", "x", "https://x.com/acme"),
        ("https://fr.linkedin.com/company/acme/about/", "linkedin", "https://www.linkedin.com/company/acme"),
        ("https://www.youtube.com/@acme", "youtube", "https://www.youtube.com/@acme"),
        (
            "https://www.youtube.com/channel/UC123?view_as=subscriber",
            "youtube",
            "https://www.youtube.com/channel/UC123",
        ),
        ("https://www.instagram.com/acme.rockets/", "instagram", "https://www.instagram.com/acme.rockets"),
        ("https://www.tiktok.com/@acme", "tiktok", "https://www.tiktok.com/@acme"),
        ("https://www.pinterest.fr/acme/", "pinterest", "https://www.pinterest.com/acme"),
        ("https://github.com/acme", "github", "https://github.com/acme"),
        ("https://mastodon.social/@acme", "mastodon", "https://mastodon.social/@acme"),
    ],
)
def test_profiles_have_one_form(url: str, network: str, profile: str) -> None:
    """Mobile hosts, countries, queries, redirects and old forms become the network's own address."""
    assert profile_of(url) == (network, profile)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://www.facebook.com/dialog/share?x=y",
        "https://www.facebook.com/acme/posts/123",
        "https://www.facebook.com/tr?id=1",
        "https://x.com/intent/post?text=a",
        "https://twitter.com/share",
        "https://twitter.com/acme/status/123",
        "https://twitter.com/hashtag/rockets",
        "https://www.linkedin.com/shareArticle?url=x",
        "https://www.linkedin.com/feed/",
        "https://www.youtube.com/watch?v=abc",
        "https://www.youtube.com/embed/abc",
        "https://www.instagram.com/p/abc/",
        "https://pinterest.com/pin/create/button/",
        "https://github.com/acme/rockets/issues",
        "https://notfacebook.com/acme",
        "https://facebook.com.evil.example/acme",
        "mailto:a@facebook.com",
        "http://[bad",
        "",
    ],
)
def test_what_is_no_profile_is_none(url: str) -> None:
    """Share buttons, posts, videos, bare hosts and look-alikes."""
    assert profile_of(url) == ("", "")


def test_the_footers_profile_wins_over_an_authors(page: Callable[..., Page]) -> None:
    """Where a link stands decides; the guest's account stays a weak candidate."""
    html = """<article class="byline"><a href="https://x.com/guest">guest</a></article>
              <div class="site-footer"><a href="https://x.com/acme_rockets">follow us</a></div>"""
    candidates = find_socials(page(html))["x"]
    assert [one.value for one in candidates] == ["https://x.com/acme_rockets", "https://x.com/guest"]
    assert candidates[1].score < 0.4


def test_a_list_of_networks_is_the_sites_own(page: Callable[..., Page]) -> None:
    """Three networks side by side are a company's list wherever they stand; one link in running text is not."""
    networks = "".join(
        f'<li><a href="https://{host}/zzz">x</a></li>' for host in ("facebook.com", "x.com", "instagram.com")
    )
    found = find_socials(page(f"<div><ul>{networks}</ul></div><p><a href='https://github.com/qqq'>read</a></p>"))
    assert found["facebook"][0].score >= 0.4
    assert found["github"][0].score < 0.4


def test_the_builders_credit_is_not_the_company(page: Callable[..., Page]) -> None:
    """ "Created by" in the footer names somebody else."""
    found = find_socials(
        page('<footer><p>Website created by <a href="https://www.facebook.com/studio">S</a></p></footer>')
    )
    assert found["facebook"][0].score < 0.4


def test_declared_profiles_count_most(page: Callable[..., Page]) -> None:
    """``sameAs``, ``rel=me``, ``article:publisher`` and ``twitter:site`` are the company's own words."""
    html = """<script type="application/ld+json">{"@type":"Organization","sameAs":["https://www.linkedin.com/company/acme",3]}</script>
      <link rel="me" href="https://mastodon.social/@acme"><meta name="twitter:site" content="@acme">
      <meta property="article:publisher" content="https://www.facebook.com/acme">"""
    found = find_socials(page(html))
    assert {network: one[0].value for network, one in found.items()} == {
        "linkedin": "https://www.linkedin.com/company/acme",
        "mastodon": "https://mastodon.social/@acme",
        "x": "https://x.com/acme",
        "facebook": "https://www.facebook.com/acme",
    }
    assert all(one[0].score >= 0.5 for one in found.values())


def test_a_networks_own_page_offers_nobody(page: Callable[..., Page]) -> None:
    """The links of a network's site lead to its users."""
    assert (
        find_socials(page('<footer><a href="https://github.com/someone">s</a></footer>', "https://github.com/")) == {}
    )


def test_a_small_credit_hides_no_footer(page: Callable[..., Page]) -> None:
    """A footer that ends with a credit keeps its own links; of those the credited one's go."""
    html = """<footer><p>© Acme</p><a href="https://www.facebook.com/zzz">f</a>
      <p>Made with Tinkle</p><i><a href="https://www.instagram.com/tinkle">i</a></i></footer>"""
    found = find_socials(page(html))
    assert found["facebook"][0].score >= 0.4
    assert found["instagram"][0].score < 0.4


def test_a_team_is_not_the_company(page: Callable[..., Page]) -> None:
    """People's pages come after the company's, and several of them are none; one alone is."""
    people = "".join(f'<a href="https://www.linkedin.com/in/{name}">x</a>' for name in ("ann", "ben"))
    company = '<a href="https://www.linkedin.com/company/zzz">x</a>'
    both = find_socials(page(f"<footer>{people}{company}</footer>"))["linkedin"]
    assert both[0].value.endswith("/company/zzz")
    assert find_socials(page(f"<footer>{people}</footer>"))["linkedin"][0].score < 0.4
    alone = '<footer><a href="https://www.linkedin.com/in/ann">x</a></footer>'
    assert find_socials(page(alone))["linkedin"][0].score >= 0.4


def test_the_account_that_the_domain_spells_counts_anywhere(page: Callable[..., Page]) -> None:
    """A link in running text is enough when the account is called as the domain is."""
    assert find_socials(page('<p><a href="https://x.com/acme">x</a></p>'))["x"][0].score >= 0.4
    assert find_socials(page('<p><a href="https://x.com/ann">x</a></p>'))["x"][0].score < 0.4


def test_links_that_forgot_the_scheme_are_meant(page: Callable[..., Page]) -> None:
    """``facebook.com/acme`` in an href is a slip, not a page of this site; ``//`` is short for the scheme."""
    html = """<footer><a href="www.facebook.com/acme">f</a><a href="//instagram.com/acme">i</a></footer>
      <script type="application/ld+json">{"@type":"Organization","sameAs":"//www.youtube.com/@acme"}</script>"""
    assert find_socials(page(html)).keys() == {"facebook", "instagram", "youtube"}


def test_a_footer_by_place_is_a_footer(page: Callable[..., Page]) -> None:
    """Below the main part, whatever its class."""
    found = find_socials(page('<main>x</main><div class="py-12"><a href="https://x.com/zzz">x</a></div>'))
    assert found["x"][0].source == "footer"
