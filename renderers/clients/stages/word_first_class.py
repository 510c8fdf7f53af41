"""Of several classes an element has only its first."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.html.tree import finder
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

_SEVERAL = finder("//*[contains(normalize-space(@class), ' ')]")


class FirstClass(Settings):
    """``only``: the other classes do not exist."""

    only: bool = False


def apply(mail: Mail, settings: FirstClass) -> Iterable[Change]:
    """Drop every class but the first."""
    if not settings.only:
        return
    for element in _SEVERAL(mail.root):
        first, *others = element.get("class", "").split()
        element.set("class", first)
        yield mail.change(
            "word-first-class.only",
            "Of several classes only the first counts: {first} stays, {others} goes.",
            element,
            first=first,
            others=", ".join(others),
        )


STAGE = Stage("word-first-class", FirstClass, apply)
