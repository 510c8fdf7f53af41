"""What takes pictures on this computer: which kinds of engine are here, and the one command that adds each other."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from renderers.clients.profile import profiles
from renderers.engines import BrowserMissingError, Capabilities
from renderers.engines.locate import Browser
from renderers.engines.offers import Offer, offers


@dataclass(frozen=True)
class Entry:
    """One kind of engine.

    ``browser`` is the one that would be used, with what it can do (``capabilities``); where both are None ``missing``
    says why, and how to get one. ``clients`` counts the profiles that it takes the pictures of.
    """

    kind: str
    name: str
    is_client: bool
    clients: int
    browser: Browser | None = None
    capabilities: Capabilities | None = None
    missing: BrowserMissingError | None = None

    @property
    def command(self) -> str:
        """The command that adds it; empty where it is here, or where no command helps."""
        return str(self.missing.values.get("command", "")) if self.missing else ""

    @property
    def can_be_added(self) -> bool:
        """Whether ``install`` does what the command does."""
        return self.command.endswith(f"playwright install {self.kind}")


def inventory() -> list[Entry]:
    """Look for every kind, those first that take the most. Each program is asked for its version; none is started.

    Raises InputError when the user's settings or profiles are damaged.
    """
    with ThreadPoolExecutor() as threads:
        entries = threads.map(_entry, offers().values())
        return sorted(entries, key=lambda entry: -entry.clients)


def _entry(offer: Offer) -> Entry:
    wanted = Entry(offer.kind, offer.name, offer.is_client, _clients(offer))
    try:
        return replace(wanted, browser=offer.find(), capabilities=offer.make().capabilities)
    except BrowserMissingError as missing:
        return replace(wanted, missing=missing)


def _clients(offer: Offer) -> int:
    if offer.is_client:
        return sum(shown.program == offer.kind and shown.system == sys.platform for shown in profiles())
    return sum(shown.engine == offer.kind for shown in profiles())
