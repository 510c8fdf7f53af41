"""The company's own profiles on social networks, told apart from share buttons and other people's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from lxml.html import HtmlElement

from templates.brand.elements import CONTENT, FOOTER, HEADER
from templates.brand.evidence import Candidate, merged
from templates.brand.icons import organisations
from templates.brand.page import Page, tokens
from templates.brand.spelling import likeness

HOSTS = {
    "facebook.com": "facebook", "fb.com": "facebook", "twitter.com": "x", "x.com": "x", "linkedin.com": "linkedin",
    "instagram.com": "instagram", "youtube.com": "youtube", "tiktok.com": "tiktok", "github.com": "github",
}  # fmt: skip
MASTODON = re.compile(r"mastodon|mstdn|toot\.|fosstodon|hachyderm")
# First steps of a path that are functions of the network, not somebody's profile.
FUNCTIONS = re.compile(
    r"^(?:share|sharer|sharer\.php|share\.php|sharearticle|intent|dialog|plugins|widgets?|hashtag|search|home|login|signup|tr|pin|"
    r"explore|p|reel|reels|status|watch|embed|results|feed|policies|about|privacy|help|legal|terms|settings|l\.php|v\d+\.\d+|"
    r"events|groups|photo|photo\.php|posts|story\.php|cws|i|playlist|shorts|redirect|tags?|legal_terms|static_.*|\d{4})$",
    re.I,
)
POST = re.compile(r"/(?:status|posts|photos|videos|video|pulse|pin|p|reel)/")
KEPT_STEPS = {"linkedin": 2, "youtube": 2, "facebook": 3}
BUILDER = re.compile(r"(?:made|built|created|powered|designed|réalisé|créé)\s+(?:with|by|par|avec)", re.I)


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
    if parts is None:
        return "", ""
    host = re.sub(r"^(?:www|m|mobile|web|touch|[a-z]{2}-[a-z]{2}|[a-z]{2})\.", "", (parts.hostname or "").lower())
    network = _network(host)
    steps = [step for step in unquote(parts.path).replace("#!/", "").split("/") if step]
    if not network or not steps or FUNCTIONS.match(steps[0]) or POST.search(f"{parts.path}/"):
        return "", ""
    if network == "facebook" and steps[0] == "profile.php":
        identity = parse_qs(parts.query).get("id", [""])[0]
        return (network, f"https://www.facebook.com/profile.php?id={identity}") if identity else ("", "")
    if not _is_profile(network, steps):
        return "", ""
    return network, f"https://{_canonical_host(network, host)}/{'/'.join(steps[: _length(network, steps)])}"


def _unwrapped(url: str) -> object:
    try:
        parts = urlsplit(url if not url.startswith("//") else "https:" + url)
        if (parts.hostname or "").startswith(("l.facebook.", "lm.facebook.")):
            parts = urlsplit(parse_qs(parts.query).get("u", [""])[0])
        return parts if parts.scheme in {"http", "https"} else None
    except ValueError:
        return None
