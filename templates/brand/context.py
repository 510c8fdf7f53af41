"""What ``{{ brand.* }}`` means in a template."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from templates.brand.artwork import volt
from templates.brand.store import StoredBrand
from templates.brand.texts.font import first_family
from templates.brand.texts.networks import NETWORKS
from templates.brand.texts.typed import web_link


def brand_values(brand: StoredBrand, path: str) -> dict[str, Any]:
    """The values of one brand as plain data; ``path`` is its folder from the workspace's root, ``brands/acme``.

    Pictures are paths from the workspace's root. ``social`` has every network that a footer knows, "" where there is
    no profile, so that a template can ask for any of them. An address that is none of the web is "": it may stand in a
    file that somebody else wrote, and no mail points there.
    """
    light, dark = (asdict(palette) for palette in brand.palettes)
    logo = brand.logo
    return {
        "name": brand.name,
        "site": web_link(brand.site),
        "address": brand.address,
        "legal": brand.legal,
        "language": brand.language,
        "radius": brand.radius,
        "path": path,
        "logo": {
            "wide": f"{path}/{logo.wide.name}",
            "square": f"{path}/{logo.square.name}",
            "wide_dark": f"{path}/{logo.wide_dark.name}",
            "alt": brand.name,
            "width": logo.width,
            "dark_width": logo.dark_width,
        },
        "font": {
            "heading": _unquoted(brand.font.heading),
            "body": _unquoted(brand.font.body),
            "url": web_link(brand.font.url),
            "name": first_family(brand.font.heading),
        },
        "social": {network: web_link(brand.socials.get(network, "")) for network in NETWORKS},
        "colour": {
            **light,
            "volt": volt(brand.primary, light["accent"]),
        },  # the accent of mails that are dark by design
        "dark": dark,
    }


def _unquoted(stack: str) -> str:
    """A font stack without quotes where CSS needs none, so that it stands in attributes and sheets alike."""
    return re.sub(r"""(["'])([A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*)\1""", r"\2", stack)
