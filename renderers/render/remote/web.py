"""The web as previews may use it: by the user's settings, over HTTP, and never a private network."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from renderers.render.remote.shelf import Shelf
from renderers.render.remote.visit import Fetch, Visit
from renderers.render.remote.wanted import Wanted
from templates.brand.opening.addresses import Resolver
from templates.brand.opening.fetch import Answer, HttpFetcher, Limits
from templates.errors import InputError
from templates.settings import load_settings

AT_ONCE = 4
LIMITS = Limits(
    seconds=8.0, requests=6, total=20_000_000, sizes={"image": 20_000_000, "font": 5_000_000, "style": 1_000_000}
)


def over_http(asked: Wanted, stop: threading.Event, resolver: Resolver | None = None) -> Answer:
    """Fetch from the web, never from a private network (unless ``resolver`` allows it)."""
    with HttpFetcher(limits=LIMITS, resolver=resolver, cancel=stop, purpose="pictures of a preview") as visit:
        return visit.fetch(asked.url, asked.kind)


def users_remote() -> Remote | None:
    """Return the web, unless the user's settings say that previews leave it alone, or cannot be read."""
    with contextlib.suppress(InputError):
        if load_settings().remote_pictures:
            return Remote()
    return None


@contextmanager
def users_visit(contact: Mapping[str, Any] | None = None) -> Iterator[Visit | None]:
    """What one run fetches, as the user's settings allow; None for nothing at all.

    An address that holds the e-mail address of ``contact`` is not asked for: a preview is no opening by that person.
    """
    remote = users_remote()
    with remote.visit(_addresses_of(contact or {})) if remote else contextlib.nullcontext() as visit:
        yield visit


class Remote:
    """The web as a run may use it: what was fetched lately lies on ``shelf``."""

    def __init__(self, shelf: Shelf | None = None, *, fetch: Fetch = over_http) -> None:
        self._shelf = shelf or Shelf()
        self._fetch = fetch

    @contextmanager
    def visit(self, private: Collection[str] = ()) -> Iterator[Visit]:
        """What one run fetches, nothing that holds a ``private`` text; in the end the rest is left alone."""
        threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="remote")
        visit = Visit(self._shelf, self._fetch, threads, private)
        try:
            yield visit
        finally:
            visit.stop()
            threads.shutdown(wait=False, cancel_futures=True)


def _addresses_of(contact: Mapping[str, Any]) -> set[str]:
    """Return the e-mail addresses among a contact's properties."""
    return {str(value).casefold() for value in contact.values() if "@" in str(value)}
