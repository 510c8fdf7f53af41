"""What clients made of mails lately: a run that is repeated, or adds a few clients, makes nothing anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from renderers.clients.pipeline import ClientHtml
from renderers.clients.profile import Mode, Profile

MOST_CHARACTERS = 20_000_000

MakeClient = Callable[..., ClientHtml]
"""``in_client`` of ``clients.pipeline``, or what stands in for it."""


class ClientMemory:
    """At most ``limit`` characters of clients' mails; those not asked for the longest time go first.

    A profile is known by its object, because it may be another one after the clients were edited. Threads may share it.
    """

    def __init__(self, limit: int = MOST_CHARACTERS) -> None:
        self._limit = limit
        self._size = 0
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[MakeClient, int, Mode, str], tuple[Profile, ClientHtml]] = OrderedDict()

    def in_client(self, make: MakeClient, html: str, shown: Profile, mode: Mode) -> ClientHtml:
        """Return ``make(html, shown, mode=mode)``, made anew only if it is not remembered. Raises like it."""
        key = (make, id(shown), mode, html)
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key][1]
        made = make(html, shown, mode=mode)
        with self._lock:
            self._remember(key, shown, made)
        return made

    def _remember(self, key: tuple[MakeClient, int, Mode, str], shown: Profile, made: ClientHtml) -> None:
        if key not in self._made:
            self._size += len(key[3]) + len(made.html)
        self._made[key] = shown, made  # with the profile, so that no other one gets its id
        while self._size > self._limit and self._made:
            (*_, html), (_, old) = self._made.popitem(last=False)
            self._size -= len(html) + len(old.html)
