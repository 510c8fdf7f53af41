"""What may be fetched of what a mail names."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import urljoin

from renderers.render.images import ORIGIN

Kind = Literal["image", "font", "style"]

_WEB = re.compile(r"https?://[^/]", re.IGNORECASE)
# The tags of template languages, also percent-encoded: what they stand for is not known, so nobody is asked for it.
# No address has any of these characters but as a tag's.
_TAG = re.compile(r"[{}<>|\\^`\[\]]|%(?![0-9a-fA-F]{2})|%[57][bBdD]|\*%7[cC]")


MAIL = "https:"
"""The base of a mail's own addresses: it has none, and those that leave the scheme out mean this one."""


class Wanted(NamedTuple):
    """One file of the web: its whole address, and what it is to be."""

    url: str
    kind: Kind


def wanted(address: str, kind: Kind, base: str = MAIL) -> Wanted | None:
    """Return what an address asks for; None where it is none of the web, or carries a tag of a template language.

    ``base`` is the address of the style sheet that it stands in.
    """
    address = address.strip()
    try:
        url = urljoin(base, address)
    except ValueError:
        return None
    is_meant = _WEB.match(url) and not _TAG.search(url) and not url.startswith(ORIGIN)
    return Wanted(url, kind) if is_meant else None
