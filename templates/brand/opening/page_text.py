"""The bytes that should be a company's page: what is no page is refused, and what is not the company's pointed out."""

from __future__ import annotations

import re

from templates.brand.opening.encoding import decoded, is_binary
from templates.brand.site import Site
from templates.errors import FetchError, InputError

CHALLENGES = re.compile(
    r"just a moment|attention required|access denied|are you a (?:human|robot)|verify you are human", re.I
)
PARKED = re.compile(r"\b(?:domain|website) (?:name )?is for sale|buy this domain|domaine à vendre|parked free", re.I)


def saved_text(data: bytes, charset: str, what: str) -> str:
    """The text of a page from this computer, which ``what`` names. Raises InputError for a binary or empty one."""
    return _text(data, charset, what, InputError)


def fetched_text(data: bytes, charset: str, what: str) -> str:
    """The text of a page from the network. Raises FetchError for a binary or empty one."""
    return _text(data, charset, what, FetchError)


def look_around(site: Site, what: str) -> None:
    """Warn of a page that stands before the company's own: a check for robots, a domain that is for sale."""
    title = " ".join(site.page.root.xpath("//title/text()"))
    body = " ".join(site.page.root.xpath("//body//text()[not(parent::script or parent::style)]")[:400])
    if CHALLENGES.search(title):
        site.warnings.append(
            f"{what} answered with a check for robots; save the page in a browser and give the saved file."
        )
    elif PARKED.search(title + " " + body):
        site.warnings.append(f"{what} looks like a parked domain; check the address.")


def _text(data: bytes, charset: str, what: str, kind: type[FetchError | InputError]) -> str:
    if is_binary(data):
        raise kind("{what} is not a web page but another kind of file.", advice="Give the home page.", what=what)
    text = decoded(data, charset)
    if text.strip() and not re.search(r"<\w", text):
        raise kind("{what} holds text, but no web page.", advice="Give the home page.", what=what)
    if not text.strip():
        raise kind(
            "The page of {what} is empty.", advice="Open it in a browser, save it, and give the saved file.", what=what
        )
    return text
