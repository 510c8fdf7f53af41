"""A company's site on the network: the first of its addresses that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from templates.brand.domain import normalise, registrable
from templates.brand.opening.page_text import fetched_text, look_around
from templates.brand.reading.page import parse_page
from templates.brand.site import Site
from templates.errors import FetchError

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Answer, Fetcher


def live_site(source: str, fetcher: Fetcher) -> Site:
    """Fetch the page of a domain or URL. Raises InputError for what is neither, FetchError."""
    domain = normalise(source)
    answer = _first_answer(fetcher, _addresses(source, domain.scheme, domain.host))
    text = fetched_text(answer.data, answer.charset, domain.shown)
    site = Site(parse_page(text, answer.url), None, fetcher, list(domain.warnings))
    landed = registrable(urlsplit(answer.url).hostname or "")
    if landed != domain.domain:
        site.warnings.append(f"{domain.shown} sends its visitors to {landed}; check that it is the same company.")
    look_around(site, domain.shown)
    return site


def _first_answer(fetcher: Fetcher, urls: list[str]) -> Answer:
    """The answer of the first address that has one; when none has, what went wrong with the first."""
    problem: FetchError | None = None
    for url in urls:
        try:
            return fetcher.fetch(url)
        except FetchError as error:
            problem = problem or error
    assert problem is not None  # noqa: S101 - for the type checker: there is always an address
    raise problem


def _addresses(source: str, scheme: str, host: str) -> list[str]:
    """The URL as it was given, or the host with and without ``www.``; http only when the user wrote it."""
    path = ""
    if "://" in source:
        parts = urlsplit(source.strip())
        path = parts.path + (f"?{parts.query}" if parts.query else "")
    other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return [f"{scheme}://{name}{path or '/'}" for name in (host, other)]
