"""Profiles on social networks: which addresses are one, of which network, and how it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from templates.brand.reading.words import words

# First steps of a path that are functions of a network, not somebody's profile.
FUNCTIONS = re.compile(
    r"(?:share|sharer|sharer\.php|share\.php|sharearticle|intent|dialog|plugins|widgets?(?:\.js)?|hashtag|search|home|"
    r"login|signup|tr|"
    r"pin|explore|p|reels?|status|i|watch|embed|results|feed|policies|policy|about|privacy|help|legal|terms|tos|"
    r"settings|l\.php|"
    r"v\d+\.\d+|events|groups|photo(?:\.php)?|posts|story\.php|cws|playlist|shorts|redirect|tags?|\w+\.php|\w+\.js|"
    r"upload|submit|oauth)$",
    re.I,
)
#: The same of one network alone; elsewhere these are names that people have.
OWN_FUNCTIONS = {
    "facebook": "business ads marketplace gaming",
    "instagram": "stories tv accounts direct",
    "x": "jobs messages notifications",
    "youtube": "premium live ads account",
    "pinterest": "ideas today",
    "github": "features pricing topics marketplace sponsors apps trending",
    "vimeo": "features ondemand categories join log_in",
    "medium": "m topics",
    "soundcloud": "discover jobs",
    "tumblr": "tagged",
    "dribbble": "shots jobs",
    "telegram": "joinchat addstickers",
}
ODD = re.compile(r"""[\s"<>\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff]|^.{200}""", re.S)  # in no account's name
TAB = r"(?:/(?:about|home|timeline|likes|info|photos|videos?|featured|reviews|tracks|sets|mycompany|admin|_\w+))?/?$"
NAME = r"[\w.%~+-]+"
BUILDERS = words("site-builders")
PLACEHOLDERS = words("placeholder-profiles")


@dataclass(frozen=True)
class Network:
    """``path`` matches a profile's path without slashes at its ends; its group 1 goes into ``address``."""

    hosts: tuple[str, ...]
    path: re.Pattern[str]
    address: str


def _network(hosts: str, path: str, address: str) -> Network:
    return Network(tuple(hosts.split()), re.compile(path + TAB, re.I), address)


NETWORKS = {
    "facebook": _network(
        "facebook.com fb.com",
        r"(?:pg/)?((?:pages/(?:category/[^/]+/)?[^/]+/\d+)|(?:people/[^/]+/\d+)|(?!pages|people|pg)[^/]+)",
        "https://www.facebook.com/{}",
    ),
    "x": _network("twitter.com x.com", r"(@?\w{1,30})", "https://x.com/{}"),
    "linkedin": _network(
        "linkedin.com",
        r"((?:company|school|showcase|in|company-beta)/[^/]+)(?:/[\w-]+)?",
        "https://www.linkedin.com/{}",
    ),
    "instagram": _network("instagram.com instagr.am", r"([\w.]+)", "https://www.instagram.com/{}"),
    "youtube": _network("youtube.com", r"((?:user|channel|c)/[^/]+|@[^/]+|[\w.-]+)", "https://www.youtube.com/{}"),
    "tiktok": _network("tiktok.com", r"(@[\w.-]+)", "https://www.tiktok.com/{}"),
    "pinterest": _network("pinterest.com", r"([\w-]+)", "https://www.pinterest.com/{}"),
    "github": _network("github.com", r"(?:orgs/)?([\w-]+)", "https://github.com/{}"),
    "vimeo": _network("vimeo.com", r"((?:channels/[\w-]+)|(?!\d+/?$|channels)[\w-]+)", "https://vimeo.com/{}"),
    "medium": _network("medium.com", rf"(@{NAME}|[\w-]+)", "https://medium.com/{}"),
    "snapchat": _network("snapchat.com", r"(?:add/|@)([\w.-]+)", "https://www.snapchat.com/add/{}"),
    "soundcloud": _network("soundcloud.com", r"([\w-]+)", "https://soundcloud.com/{}"),
    "tumblr": _network("tumblr.com", r"(?:blog/)?([\w-]+)", "https://www.tumblr.com/{}"),
    "dribbble": _network("dribbble.com", r"([\w-]+)", "https://dribbble.com/{}"),
    "xing": _network("xing.com", r"((?:companies|company|pages|profile)/[^/]+)", "https://www.xing.com/{}"),
    "threads": _network("threads.net threads.com", r"(@[\w.]+)", "https://www.threads.com/{}"),
    "bluesky": _network("bsky.app", r"profile/([\w.:-]+)", "https://bsky.app/profile/{}"),
    "whatsapp": _network("whatsapp.com", r"(channel/\w{10,})", "https://www.whatsapp.com/{}"),
    "telegram": _network("t.me telegram.me", r"(?:s/)?([a-z]\w{3,})", "https://t.me/{}"),
    "reddit": _network("reddit.com", r"((?:r|user|u)/[\w-]+)", "https://www.reddit.com/{}"),
}
BY_HOST = {host: name for name, network in NETWORKS.items() for host in network.hosts}
MASTODON_NAME = re.compile(r"mastodon|mstdn|toot\.|fosstodon|hachyderm|^piaille\.fr$")
MASTODON = re.compile(MASTODON_NAME.pattern + r"|^social\.|\.social$")
WORD = re.compile(r"(?!about$|explore$|share$|public$|auth$)\w+$", re.I)
ACCOUNT = re.compile(r"(?:web/)?(?:@[\w.]+(?:@[\w.-]+)?|users/[\w.]+)/?$", re.I)
LIKELY = re.compile("|".join((*(re.escape(host) for host in BY_HOST), r"pinterest\.", MASTODON.pattern, r"/@\w")), re.I)
REDIRECTS = re.compile(
    r"^(?:lm?\.facebook\.|l\.instagram\.|l\.threads\.|out\.reddit\.|t\.umblr\.|href\.li$|(?:www\.)?google\.)|safelinks"
)
REDIRECT_PATH = re.compile(r"(?:^|/)(?:redirect|redir|out|go|goto|away|exit|links?|click|track)(?:[/.?]|$)", re.I)


def profile_of(url: str, me: bool = False) -> tuple[str, str]:
    """Network and canonical address of a profile; ("", "") for share buttons, posts, bare hosts and other sites.

    ``me``: the page says ``rel=me`` of it, which also tells a Mastodon server of any name.
    """
    parts = _unwrapped(url)
    host = re.sub(
        r"^(?:www|m|mobile|web|touch|[a-z]{2}|[a-z]{2}-[a-z]{2})\.(?=[^.]+\.)", "", (parts.hostname or "").lower()
    )
    path = unquote(parts.path).strip("/")
    if ODD.search(path):
        return "", ""
    if host.endswith((".tumblr.com", ".medium.com")):
        return _own_host(host, path)
    name = "pinterest" if re.match(r"pinterest\.\w", host) else BY_HOST.get(host, "")
    if not name:
        return ("mastodon", f"https://{host}/{path.removeprefix('web/')}") if _account(host, path, me) else ("", "")
    if name == "facebook" and path == "profile.php":
        identity = dict(parse_qsl(parts.query)).get("id", "")
        known = re.fullmatch(r"[0-9]{1,30}", identity)
        return (name, f"https://www.facebook.com/profile.php?id={identity}") if known else ("", "")
    return _known(name, path)


def handle_of(profile: str) -> str:
    """The account's name in a profile's address: ``acme`` in ``https://x.com/acme``."""
    host, _, path = profile.partition("://")[2].partition("/")
    steps = [step for step in path.split("/") if step and not step.isdigit()]
    return (steps[-1] if steps else host.split(".")[0]).lstrip("@")


def made_for_all(profile: str, label: str) -> bool:
    """Whether a profile is what a template was shipped with: its builder's, or a placeholder."""
    handle = re.sub(r"[^a-z0-9]", "", handle_of(profile).lower())
    return handle in PLACEHOLDERS or (handle in BUILDERS and handle != label)


def _account(host: str, path: str, me: bool) -> bool:
    """Whether an address is one of a Mastodon server, whose own name or whose page tells that it is one."""
    if ACCOUNT.match(path):
        return me or bool(MASTODON.search(host))
    return bool(MASTODON_NAME.search(host) and WORD.match(path))


def _known(name: str, path: str) -> tuple[str, str]:
    network = NETWORKS[name]
    match = network.path.match(path)
    first = path.partition("/")[0]
    if not path or not match or FUNCTIONS.match(first) or first.lower() in OWN_FUNCTIONS.get(name, "").split():
        return "", ""
    account = match[1].removeprefix("@") if name == "x" else match[1]
    return name, network.address.format(account)


def _own_host(host: str, path: str) -> tuple[str, str]:
    """Networks that give each account a host of its own."""
    account, _, network = host.removesuffix(".com").rpartition(".")
    if (
        path
        or not re.fullmatch(r"[\w-]+", account)
        or account in {"www", "platform", "assets", "static", "help", "blog"}
    ):
        return "", ""
    return network, f"https://{host}"


def _unwrapped(url: str, depth: int = 2) -> SplitResult:
    """The parts of an address, out of redirects that count clicks, and of the old ``#!`` form."""
    try:
        parts = urlsplit(url.strip()[:4000].replace("/#!/", "/"))
        host = parts.hostname or ""
    except ValueError:
        return urlsplit("")
    counted = REDIRECTS.search(host) or (host not in BY_HOST and REDIRECT_PATH.search(parts.path))
    if depth and parts.query and counted:
        targets = (value for _, value in parse_qsl(parts.query) if value.startswith(("http://", "https://")))
        target = next(targets, "")
        return _unwrapped(target, depth - 1) if target else parts
    return parts if parts.scheme in {"http", "https"} else urlsplit("")
