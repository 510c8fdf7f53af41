"""The company's own profiles on social networks, told apart from share buttons and other people's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from templates.brand.domain import registrable
from templates.brand.evidence import Candidate, merged
from templates.brand.reading.elements import CONTENT, FOOTER, HEADER
from templates.brand.reading.landmarks import side_of
from templates.brand.reading.organisations import as_list, organisations
from templates.brand.reading.page import Page, tokens, words
from templates.brand.reading.spelling import likeness, plain
from templates.brand.texts.profiles import LIKELY, handle_of, made_for_all, profile_of

SOCIAL = re.compile(r"social|follow|connect|network|suivez|folgen|reseaux|sns")
BY = re.compile(r"author|byline|contributor|writer|\bbio\b|speaker|\bteam|member|\bstaff|comment|tweet|embed|equipe")
BUILDER = re.compile(
    r"(?:made|built|created|powered|designed|crafted|developed|hosted|theme|réalis\w+|créé\w?|création|conçu|"
    r"conception|propulsé|"
    r"développé|fait|erstellt|umgesetzt|hecho|diseñado|realizzato|gemaakt|website|webdesign)\b[^.|©]{0,24}?"
    r"(?:\b(?:with|by|par|avec|von|mit|por|con|da|door)\b|:)\s*(.{0,60})",
    re.I,
)
SCHEMELESS = re.compile(r"(?:www\.)?(?:facebook|instagram|twitter|x|linkedin|youtube|tiktok|pinterest)\.com/", re.I)
CREDIT = 120  # characters of a credit and nothing else
MOST = 1000  # links to networks looked at; a page with more is a directory


def find_socials(page: Page) -> dict[str, tuple[Candidate, ...]]:
    """Ranked profiles by network (``facebook``, ``x``, ``linkedin`` …); networks without any are left out."""
    votes: dict[str, list[Candidate]] = {}
    for url, source, score, locator in _mentions(page):
        network, profile = profile_of(url, me=source == "rel=me")
        if profile and not made_for_all(profile, page.label):
            near = likeness(handle_of(profile), page.label)
            # The account that the domain itself spells is the company's wherever it is linked.
            bonus = 0.2 * near + (0.1 if near > 0.95 and not locator.startswith("meta") else 0.0)
            votes.setdefault(network, []).append(Candidate(profile, source, score + bonus, locator))
    return {network: _one_companys(merged(found, key=_profile_key)) for network, found in votes.items()}


def _one_companys(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """People's own pages come after the company's: several of them are a team, not a profile."""
    people = [one for one in found if "/in/" in one.value or "/profile/" in one.value]
    if not people or (len(people) == len(found) == 1):
        return found
    return (*(one for one in found if one not in people), *(_weaker(one) for one in people))


def _weaker(one: Candidate) -> Candidate:
    return Candidate(one.value, one.source, min(one.score, 0.3), one.locator)


def _mentions(page: Page) -> Iterator[tuple[str, str, float, str]]:
    """Addresses that could be profiles: (address, source, weight, locator)."""
    yield from _declared(page)
    links = _links(page)
    blocks = _blocks(links)
    for element, url, _ in links:
        locator = page.root.getroottree().getpath(element)
        if "me" in element.get("rel", "").lower().split():
            yield url, "rel=me", 0.6, locator
        elif "sameas" in element.get("itemprop", "").lower().split():
            yield url, "itemprop sameAs", 0.6, locator
        elif element.tag == "a":
            source, score = _weight(page, element, blocks, url)
            yield url, source, score, locator


def _declared(page: Page) -> Iterator[tuple[str, str, float, str]]:
    """What the page's data says, for machines to read."""
    for node, source in organisations(page):
        for url in as_list(node.get("sameAs"))[:100]:
            if isinstance(url, str):
                yield page.absolute(url), "JSON-LD sameAs", 0.7, f"{source} /sameAs"
    for content in page.meta("article:publisher")[:5]:
        yield page.absolute(content), "article:publisher", 0.45, "meta[property='article:publisher']"
    for content in page.meta("twitter:site")[:5]:
        if re.fullmatch(r"@?\w{2,15}", content):
            yield f"https://x.com/{content.removeprefix('@')}", "twitter:site", 0.4, "meta[name='twitter:site']"


def _weight(page: Page, link: HtmlElement, blocks: set[HtmlElement], url: str) -> tuple[str, float]:
    """A link counts by where it stands: the innermost place that says so. Builders' credits count nowhere."""
    ancestors = [node for node in link.iterancestors() if node.tag not in {"body", "html"}]
    if _credited(link, ancestors, url):
        return "builder's credit", 0.05
    grouped = any(node in blocks for node in ancestors[:4]) or _social(link, ancestors)
    for node in ancestors:
        names = tokens(node)
        if node.tag == "footer" or FOOTER.search(names):
            return "footer", 0.55
        if node.tag in {"header", "nav"} or HEADER.search(names):
            return "header", 0.5
        if node.tag == "article" or BY.search(names):
            return "body", 0.15
        if node.tag == "aside" or CONTENT.search(names):
            return ("social list", 0.4) if grouped else ("body", 0.15)
    if side_of(page, link) == "after":
        return "footer", 0.5
    return ("social list", 0.5) if grouped else ("body", 0.2)


def _social(link: HtmlElement, ancestors: list[HtmlElement]) -> bool:
    return bool(SOCIAL.search(" ".join(map(tokens, (link, *ancestors[:3])))))


def _credited(link: HtmlElement, ancestors: list[HtmlElement], url: str) -> bool:
    """Whether the words around a link credit who made the site, and the link is theirs.

    It is when it follows the credit's words or stands in a block that begins with them; in a footer with more to say
    when it bears the credited name.
    """
    handle = plain(handle_of(profile_of(url, me=True)[1]))
    if BUILDER.search(_just_before(link)):
        return True
    for node in ancestors[:4]:
        if len(list(islice(node.iter(), 60))) == 60:
            return False
        text = words(node)
        credit = BUILDER.search(text[:400]) if len(text) < 300 else None
        alone = len(text) < CREDIT and "©" not in text
        if credit and ((alone and credit.start() < 20) or (handle and handle in plain(credit[1]))):
            return True
    return False


def _just_before(link: HtmlElement) -> str:
    """The words between a link and the block before it."""
    text = ""
    for node in islice(link.itersiblings(preceding=True), 6):
        text = f"{node.tail or ''} {text}"
        if node.tag not in {"a", "span", "i", "b", "strong", "em"}:
            return text[-80:]
        text = f"{words(node)} {text}"
    parent = link.getparent()
    return f"{(parent.text or '') if parent is not None else ''} {text}"[-80:]


def _links(page: Page) -> list[tuple[HtmlElement, str, str]]:
    """Links to profiles: (element, address, network). A network's own pages are full of its users': none there."""
    found: list[tuple[HtmlElement, str, str]] = []
    for element in page.root.iter("a", "link"):
        href = element.get("href", "")
        if len(href) < 2000 and LIKELY.search(href) and len(found) < MOST:
            url = f"https://{href.strip()}" if SCHEMELESS.match(href.strip()) else page.absolute(href)
            me = "me" in element.get("rel", "").lower().split()
            network = profile_of(url, me)[0]
            if network and not _network_itself(page, url):
                found.append((element, url, network))
    return found


def _blocks(links: list[tuple[HtmlElement, str, str]]) -> set[HtmlElement]:
    """Elements that hold the profiles of three networks or more, one of each: the site's own list of them."""
    held: dict[HtmlElement, list[str]] = {}
    for link, _, network in links:
        for node in islice(link.iterancestors(), 4):
            held.setdefault(node, []).append(network)
    return {
        node for node, networks in held.items() if len(set(networks)) >= 3 and len(networks) <= len(set(networks)) + 1
    }


def _network_itself(page: Page, url: str) -> bool:
    return registrable(urlsplit(url).hostname or "") == registrable(urlsplit(page.url).hostname or "")


def _profile_key(url: str) -> str:
    return url.casefold().rstrip("/")
