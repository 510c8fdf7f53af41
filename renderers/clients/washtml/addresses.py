"""Which addresses Roundcube leaves in links, pictures and style sheets, and how it writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from renderers.clients.washtml.pictures import washed_svg

_LINK = re.compile(r"(?!javascript:|vbscript:|data:)[a-z][a-z0-9.+-]+:.|//.", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"[a-z._-]+\Z", re.IGNORECASE)
_REMOTE = re.compile(r"(?:https?|ftp):.", re.IGNORECASE | re.DOTALL)
_EMBEDDED = re.compile(r"data:image/[^,]*;\s*base64,[a-z0-9+/=\s]++\Z", re.IGNORECASE | re.ASCII)
_SVG = re.compile(r"data:image/svg\+xml", re.IGNORECASE)
_IN_SHEET = re.compile(r"data:image|(?i:https?://)[a-zA-Z0-9/._+-]+\Z")
_BASE = re.compile(r"(https?://[^/?#:]+)(?::\d+)?((?:/[^/?#]*)*/)?", re.IGNORECASE)
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

Judge = Callable[[str], str | None]
"""An address as it is left, or None: it goes, and with it what holds it."""


@dataclass(frozen=True)
class Addresses:
    """How one mail's addresses are judged.

    ``prefix`` goes before the id of a place in the mail; ``base`` is the mail's own ``base``, empty without one;
    ``blocked`` the address that stands in for pictures of other servers, empty when they are shown.
    """

    prefix: str = ""
    base: str = ""
    blocked: str = ""

    def link(self, value: str) -> str | None:
        """Judge the address of a link."""
        if value.startswith("#"):
            return f"#{self.prefix}{value[1:]}"
        if _LINK.match(value):
            return value
        return f"http://{value}" if _HOST.match(value) else None

    def picture(self, value: str) -> str | None:
        """Judge the address of a picture or a film."""
        if value.startswith("#"):
            return f"#{self.prefix}{value[1:]}"
        if _REMOTE.match(value):
            return self.blocked or value
        if _SVG.match(value):
            return washed_svg(value)
        return value if _EMBEDDED.match(value) else None

    def resolved(self, value: str) -> str:
        """Return an address with the mail's base put before it where Roundcube does: also before ``mailto:``."""
        if not self.base or not value or _WHOLE.match(value):
            return value
        return resolved(self.base, value.split(maxsplit=1)[0])


def in_sheet(value: str) -> str | None:
    """Judge an address of a style block: letters, digits and ``/._+-`` are all it may have."""
    return value if _IN_SHEET.match(value) else None


def base_of(address: str) -> str:
    """Return what goes before relative addresses: the host, without its port, and the folder."""
    match = _BASE.match(address)
    return f"{match[1]}{match[2] or ''}" if match else ""


def resolved(base: str, value: str) -> str:
    """Return a relative address behind ``base``; one that begins with ``/`` loses the host, as in Roundcube."""
    steps = base.rstrip("/").split("/")
    if value.startswith("/"):
        return f"{steps[0]}/{value}" if base.count("/") > 2 else base + value
    while value.startswith("../"):
        steps, value = steps[:-1], value[3:]
    return "/".join([*steps, value.removeprefix("./")])
