"""A site is opened over the network."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.opening.fetch import HttpFetcher
from templates.brand.opening.sources import open_site
from templates.errors import FetchError

Make = Callable[..., HttpFetcher]


def test_a_domain_is_tried_with_and_without_www(company, fetcher: Make) -> None:
    """When the bare name has no page, the other spelling is asked."""
    company.page("/", "<title>Acme</title><p>hello</p>")
    site = open_site("http://acme.example", fetcher=fetcher(missing=frozenset({"acme.example"})))
    assert site.page.url == "http://www.acme.example/"


def test_a_domain_that_does_not_resolve_is_one_sentence(company, fetcher: Make) -> None:
    """The first spelling's failure is the one that is told."""
    missing = frozenset({"acme.example", "www.acme.example"})
    with pytest.raises(FetchError, match=r"^The domain acme.example cannot be found"):
        open_site("acme.example", fetcher=fetcher(missing=missing))


def test_the_path_of_a_url_is_kept(company, fetcher: Make) -> None:
    """A URL is fetched as it was given; the name in it is still one company."""
    company.page("/fr/?a=b", "<p>bonjour</p>")
    assert open_site("http://acme.example/fr/?a=b", fetcher=fetcher()).page.url == "http://acme.example/fr/?a=b"


def test_a_move_to_another_company_is_pointed_out(company, fetcher: Make) -> None:
    """A redirect to another registrable domain is followed and reported."""
    company.redirect("/", "http://bigcorp.example/brands/acme")
    company.page("/brands/acme", "<p>welcome</p>")
    assert (
        "acme.example sends its visitors to bigcorp.example"
        in open_site("http://acme.example", fetcher=fetcher()).warnings[0]
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "is not a web page but another kind of file"),
        (b"", "is empty"),
        (b"<!-- -->", "no web page"),
    ],
)
def test_answers_that_are_no_page_are_refused(company, fetcher: Make, body: bytes, message: str) -> None:
    """A binary and an empty answer each have their sentence."""
    company.page("/", body)
    with pytest.raises(FetchError, match=message):
        open_site("http://acme.example", fetcher=fetcher())


@pytest.mark.parametrize(
    ("html", "warning"),
    [
        ("<title>Just a moment...</title><p>wait</p>", "check for robots"),
        ("<title>acme.example</title><p>This domain is for sale!</p>", "looks like a parked domain"),
    ],
)
def test_walls_and_parked_pages_are_pointed_out(company, fetcher: Make, html: str, warning: str) -> None:
    """A page that is not the company's own is used, but not in silence."""
    company.page("/", html)
    assert warning in open_site("http://acme.example", fetcher=fetcher()).warnings[0]
