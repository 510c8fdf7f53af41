"""The company's own profiles on social networks, told apart from share buttons and other people's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from templates.brand.domain import registrable
from templates.brand.elements import CONTENT, FOOTER, HEADER
from templates.brand.evidence import Candidate, merged
from templates.brand.icons import organisations
from templates.brand.page import Page, tokens, words
from templates.brand.spelling import likeness

HOSTS = {
    "facebook.com": "facebook", "fb.com": "facebook", "twitter.com": "x", "x.com": "x", "linkedin.com": "linkedin",
    "instagram.com": "instagram", "youtube.com": "youtube", "tiktok.com": "tiktok", "github.com": "github",
}  # fmt: skip
MASTODON = re.compile(r"mastodon|mstdn|toot\.|fosstodon|hachyderm")
LIKELY = re.compile("|".join((*(re.escape(host) for host in HOSTS), "pinterest", MASTODON.pattern)), re.I)
# First steps of a path that are functions of the network, not somebody's profile.
FUNCTIONS = re.compile(
    r"(?:share|sharer|sharer\.php|share\.php|sharearticle|intent|dialog|plugins|widgets?(?:\.js)?|hashtag|search|home|login|signup|tr|"
    r"pin|explore|p|reels?|status|i|watch|embed|results|feed|policies|about|privacy|help|legal|terms|settings|l\.php|v\d+\.\d+|events|"
    r"groups|photo(?:\.php)?|posts|story\.php|cws|playlist|shorts|redirect|tags?|\w+\.php|\w+\.js)$",
    re.I,
)
PLAIN = re.compile(r"[^/]+/?$|[^/]+/[^/]*$")
SHAPES = {
    "x": re.compile(r"@?\w{1,20}(?:/|$)(?!status|lists|photo)", re.I),
    "linkedin": re.compile(r"(?:company|school|showcase|in|company-beta)/[^/]+", re.I),
    "youtube": re.compile(r"(?:(?:user|channel|c)/[^/]+|@?[\w.-]+$)", re.I),
    "facebook": re.compile(r"(?:pages/[^/]+/\d+|pg/[^/]+|[^/]+(?:/(?:about|home|timeline|likes|info)?)?$)", re.I),
    "tiktok": re.compile(r"@[\w.-]+(?:/|$)(?!video)", re.I),
    "instagram": re.compile(r"[\w.]+/?(?:\?|$)", re.I),
    "github": re.compile(r"[\w-]+/?$", re.I),
    "pinterest": re.compile(r"[\w-]+/?(?:_\w+/?)?$", re.I),
    "mastodon": re.compile(r"(?:@[^/]+|users/[^/]+|[\w-]+)/?$", re.I),
}
TWO_STEPS = frozenset({"company", "school", "showcase", "in", "company-beta", "user", "channel", "c", "pg", "users"})
CANONICAL = {
    "facebook": "www.facebook.com", "x": "x.com", "linkedin": "www.linkedin.com", "instagram": "www.instagram.com",
    "youtube": "www.youtube.com", "tiktok": "www.tiktok.com", "github": "github.com", "pinterest": "www.pinterest.com",
}  # fmt: skip
SOCIAL = re.compile(r"social|follow|connect|network|suivez|folgen")
BY = re.compile(r"author|byline|contributor|writer|\bbio\b|speaker|\bteam|member|\bstaff|comment|tweet|embed")
BUILDER = re.compile(r"(?:made|built|created|powered|designed|réalisé|créé|site)\s+(?:with|by|par|avec)", re.I)


def find_socials(page: Page) -> dict[str, tuple[Candidate, ...]]:
    """Ranked profiles by network (``facebook``, ``x``, ``linkedin`` …); networks without any are left out."""
    votes: dict[str, list[Candidate]] = {}
    for url, source, score, locator in _mentions(page):
        network, profile = profile_of(url)
        if profile:
            near = likeness(profile.rstrip("/").rsplit("/", 1)[-1].lstrip("@"), page.label)
            votes.setdefault(network, []).append(Candidate(profile, source, score + 0.2 * near, locator))
    return {network: merged(found, key=_profile_key) for network, found in votes.items()}


def profile_of(url: str) -> tuple[str, str]:
    """Network and canonical address of a profile; ("", "") for share buttons, posts, bare hosts and other sites."""
    parts = _unwrapped(url)
    host = re.sub(r"^(?:www|m|mobile|web|touch|[a-z]{2})\.", "", (parts.hostname or "").lower())
    network = _network(host)
    steps = [step for step in unquote(parts.path).split("/") if step]
    if network == "facebook" and steps == ["profile.php"]:
        identity = parse_qs(parts.query).get("id", [""])[0]
        return (network, f"https://www.facebook.com/profile.php?id={identity}") if identity else ("", "")
    if not network or not steps or FUNCTIONS.match(steps[0]) or not SHAPES.get(network, PLAIN).match("/".join(steps)):
        return "", ""
    length = 2 if steps[0].lower() in TWO_STEPS else 3 if steps[0] == "pages" else 1
    return network, f"https://{CANONICAL.get(network, host)}/{'/'.join(steps[:length])}"


def _unwrapped(url: str) -> SplitResult:
    """The parts of an address, out of Facebook's redirect and the old ``#!`` form."""
    try:
        parts = urlsplit(url.strip().replace("/#!/", "/"))
        if (parts.hostname or "").startswith(("l.facebook.", "lm.facebook.")):
            parts = urlsplit(parse_qs(parts.query).get("u", [""])[0])
    except ValueError:
        return urlsplit("")
    return parts if parts.scheme in {"http", "https"} else urlsplit("")


def _network(host: str) -> str:
    if re.match(r"pinterest\.\w", host):
        return "pinterest"
    return HOSTS.get(host) or ("mastodon" if MASTODON.search(host) else "")


def _mentions(page: Page) -> Iterator[tuple[str, str, float, str]]:
    """Addresses that could be profiles: (address, source, weight, locator)."""
    for node, _ in organisations(page):
        same = node.get("sameAs")
        for url in same if isinstance(same, list) else [same]:
            if isinstance(url, str):
                yield url, "sameAs", 0.7, "JSON-LD sameAs"
    links = _links(page)
    blocks = _blocks(links)
    for element, url, _ in links:
        if "me" in element.get("rel", "").lower().split():
            yield url, "rel=me", 0.6, "[rel=me]"
        elif element.tag == "a":
            source, score = _weight(element, blocks)
            yield url, source, score, page.root.getroottree().getpath(element)
    for content in page.meta("article:publisher"):
        yield content, "article:publisher", 0.5, "meta"
    for content in page.meta("twitter:site"):
        if re.fullmatch(r"@?\w{2,15}", content):
            yield f"https://x.com/{content.removeprefix('@')}", "twitter:site", 0.5, "meta"


def _weight(link: HtmlElement, blocks: set[HtmlElement]) -> tuple[str, float]:
    """A link counts by where it stands: the innermost place that says so. Builders' credits count nowhere."""
    ancestors = [node for node in link.iterancestors() if node.tag not in {"body", "html"}]
    if ancestors and BUILDER.search(words(ancestors[0])[:200]):
        return "body", 0.05
    grouped = any(node in blocks for node in ancestors[:4])
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
    return (
        ("social list", 0.5)
        if grouped or SOCIAL.search(" ".join(map(tokens, (link, *ancestors[:3]))))
        else ("body", 0.2)
    )


def _links(page: Page) -> list[tuple[HtmlElement, str, str]]:
    """Links to profiles: (element, address, network). A network's own pages are full of its users': none there."""
    found = []
    for element in page.root.iter("a", "link"):
        href = element.get("href", "")
        if LIKELY.search(href):
            url = page.absolute(href)
            network = profile_of(url)[0]
            if network and not _network_itself(page, url):
                found.append((element, url, network))
    return found


def _blocks(links: list[tuple[HtmlElement, str, str]]) -> set[HtmlElement]:
    """Elements that hold the profiles of three networks or more, one of each: the site's own list of them."""
    held: dict[HtmlElement, list[str]] = {}
    for link, _, network in links:
        for node in list(link.iterancestors())[:4]:
            held.setdefault(node, []).append(network)
    return {
        node for node, networks in held.items() if len(set(networks)) >= 3 and len(networks) <= len(set(networks)) + 1
    }


def _network_itself(page: Page, url: str) -> bool:
    return registrable(urlsplit(url).hostname or "") == registrable(urlsplit(page.url).hostname or "")


def _profile_key(url: str) -> str:
    return url.casefold().rstrip("/")
