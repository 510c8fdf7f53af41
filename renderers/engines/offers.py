"""Which kinds of engine there are: each module ``*_engine`` of this folder holds one, as ``OFFER``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from renderers.engines import BrowserMissingError, Engine
from renderers.engines.locate import Browser

NAMES: Mapping[str, str] = {"chromium": "Chromium", "firefox": "Firefox", "webkit": "WebKit"}
"""What people call the engines that profiles name, offered or not."""


@dataclass(frozen=True)
class Offer:
    """A kind of engine.

    ``kind`` is what profiles name as their ``engine``, or as the ``program`` that is the client itself: that one takes
    the mail as it is sent. ``find`` raises BrowserMissingError with the command that adds it. ``lanes`` is how many
    pictures one takes at a time, None as many as the pool likes.
    """

    kind: str
    name: str
    find: Callable[[], Browser]
    make: Callable[[], Engine]
    is_client: bool = False
    lanes: int | None = None


@cache
def offers() -> Mapping[str, Offer]:
    """Every kind that can be had."""
    folder = Path(__file__).parent
    names = [each.name for each in pkgutil.iter_modules([str(folder)]) if each.name.endswith("_engine")]
    found = [importlib.import_module(f"{__package__}.{name}").OFFER for name in names]
    return {offer.kind: offer for offer in found}


def missing_engines(names: Collection[str]) -> list[BrowserMissingError]:
    """Return how to get those of the engines with these names for people that can be had and are not here."""
    found = []
    for offer in offers().values():
        if offer.name in names:
            try:
                offer.find()
            except BrowserMissingError as missing:
                found.append(missing)
    return found
