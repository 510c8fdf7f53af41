"""Where a mail gives Word a picture as VML, the ``background`` with the same picture in HTML is for others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class VmlFallbacks(Settings):
    """``shorthands``: such a ``background`` is not read at all, so that its colour does not cover the VML either."""

    shorthands: bool = False


_SOURCES = ("v:fill", "v:image", "v:imagedata")
_URL = re.compile(r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^)"']*+))\s*+\)""", re.IGNORECASE)


def apply(mail: Mail, settings: VmlFallbacks) -> Iterable[Change]:
    """Take those declarations out."""
    if not settings.shorthands:
        return
    sources = {element.get("src", "").strip() for element in mail.root.iter(*_SOURCES)} - {""}
    if not sources:
        return
    for element, declarations in mail.styled():
        kept = [each for each in declarations if each.name != "background" or not _pictures(each.value) & sources]
        if len(kept) < len(declarations):
            mail.set_style(element, kept)
            yield mail.change(
                "vml-fallbacks.shorthands",
                "This background is not read, not even its colour: Word draws the VML with the same picture.",
                element,
            )


def _pictures(value: str) -> set[str]:
    return {(match[1] or match[2] or match[3] or "").strip() for match in _URL.finditer(value)}


STAGE = Stage("vml-fallbacks", VmlFallbacks, apply)
