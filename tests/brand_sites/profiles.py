"""The company's profiles on the networks, and the links to networks that are nobody's profile here."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from tests.brand_sites.plan import Plan

PATTERNS: Mapping[str, tuple[str, ...]] = {
    "facebook": (
        "https://www.facebook.com/{}",
        "https://www.facebook.com/{}/",
        "https://facebook.com/{}",
        "https://www.facebook.com/{}?ref=site",
        "https://fb.com/{}",
        "//www.facebook.com/{}",
        "https://m.facebook.com/{}",
    ),
    "instagram": (
        "https://www.instagram.com/{}/",
        "https://www.instagram.com/{}",
        "https://instagram.com/{}",
        "https://www.instagram.com/{}/?hl=fr",
    ),
    "linkedin": (
        "https://www.linkedin.com/company/{}/",
        "https://www.linkedin.com/company/{}",
        "https://fr.linkedin.com/company/{}",
        "https://www.linkedin.com/company/{}/about/",
    ),
    "x": ("https://twitter.com/{}", "https://x.com/{}", "https://www.twitter.com/{}", "https://twitter.com/{}?lang=fr"),
    "youtube": ("https://www.youtube.com/@{}", "https://www.youtube.com/user/{}", "https://www.youtube.com/c/{}"),
    "tiktok": ("https://www.tiktok.com/@{}",),
    "pinterest": ("https://www.pinterest.com/{}/", "https://www.pinterest.fr/{}/"),
    "github": ("https://github.com/{}",),
    "mastodon": ("https://mastodon.social/@{}",),
}
HANDLES = ("{}", "{}", "{}", "{}", "{}official", "{}_off", "{}fr", "hello{}", "{}hq")
SHARES = (
    "https://www.facebook.com/sharer/sharer.php?u={url}",
    "https://twitter.com/intent/tweet?url={url}",
    "https://www.linkedin.com/shareArticle?mini=true&url={url}",
    "https://pinterest.com/pin/create/button/?url={url}",
    "https://api.whatsapp.com/send?text={url}",
)
SHAPES = {
    "facebook": "M14 8h3V4h-3c-3 0-5 2-5 5v2H6v4h3v8h4v-8h3l1-4h-4V9c0-.6.4-1 1-1z",
    "instagram": "M7 2h10a5 5 0 015 5v10a5 5 0 01-5 5H7a5 5 0 01-5-5V7a5 5 0 015-5zm5 5a5 5 0 100 10 5 5 0 000-10z",
    "linkedin": "M3 9h4v12H3zM5 3a2 2 0 110 4 2 2 0 010-4zm5 6h4v2c2-4 8-3 8 3v7h-4v-6c0-4-4-3-4 0v6h-4z",
    "x": "M3 3l7 9-7 9h2l6-8 6 8h5l-8-10 7-8h-2l-6 7-5-7z",
    "youtube": "M2 7c0-2 1-3 3-3h14c2 0 3 1 3 3v10c0 2-1 3-3 3H5c-2 0-3-1-3-3zm8 1v8l6-4z",
    "tiktok": "M14 2h3c0 3 2 5 4 5v3c-2 0-3 0-4-1v7a6 6 0 11-6-6v3a3 3 0 103 3z",
}
LEFTOVERS = {
    "facebook": "https://www.facebook.com/",
    "instagram": "https://www.instagram.com/",
    "x": "https://twitter.com/",
    "youtube": "https://www.youtube.com/",
    "linkedin": "https://www.linkedin.com/",
}
POSTS = (
    "https://www.instagram.com/p/Cx81kfdM2aQ/",
    "https://www.facebook.com/events/5521908834/",
    "https://www.youtube.com/watch?v=b1kq7mXw9Zs",
    "https://twitter.com/hashtag/artisanat",
)


def profiles_of(plan: Plan, chance: random.Random) -> dict[str, str]:
    """One profile for each network of the plan."""
    slug = re.sub(r"[^a-z0-9]", "", plan.brand.slug) or "company"
    handle = chance.choice(HANDLES).format(slug)
    return {network: _profile(network, handle, chance) for network in plan.networks}


def _profile(network: str, handle: str, chance: random.Random) -> str:
    if network == "facebook" and chance.random() < 0.08:
        return f"https://www.facebook.com/profile.php?id=1000{chance.randrange(10**10, 10**11)}"
    if network == "youtube" and chance.random() < 0.2:
        return "https://www.youtube.com/channel/UC" + "".join(
            chance.choices("abcdefghijkmnpqrstuvwxyzABCDEFGH0123456789_", k=22)
        )
    return chance.choice(PATTERNS[network]).format(handle)
