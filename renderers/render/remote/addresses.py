"""What a text asks the web for, and the text with our addresses in place of those of the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from renderers.render.images import fake_url
from renderers.render.remote.css import Answer
from renderers.render.remote.wanted import MAIL, Kind, Wanted, wanted

Walk = Callable[[str, Answer], str]
"""Asks for each address in a text, and replaces it: ``answered`` of ``markup`` or of ``css``."""


def asked_for(walk: Walk, text: str, base: str = MAIL) -> list[Wanted]:
    """Return what a text asks for, in its order, each once."""
    found: dict[Wanted, None] = {}

    def note(address: str, kind: Kind) -> None:
        asked = wanted(address, kind, base)
        if asked:
            found[asked] = None

    walk(text, note)
    return list(found)


def served(walk: Walk, text: str, names: Mapping[Wanted, str], base: str = MAIL) -> str:
    """Return the text with the addresses under which we serve what it names; what did not come stays as it is."""

    def answer(address: str, kind: Kind) -> str | None:
        asked = wanted(address, kind, base)
        name = asked and names.get(asked)
        return fake_url(name) if name else None

    return walk(text, answer)
