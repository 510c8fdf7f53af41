"""Filling the ``@{name}`` slots of texts that we ship: brand parts and starters become plain templates this way.

The slots are gone once a workspace holds the text, so they can never meet the tags of a template language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from templates.errors import Place, TemplateError

SLOT = re.compile(r"@\{([\w.]+)\}")


def fill(text: str, values: Mapping[str, object], *, name: str) -> str:
    """Return ``text`` with each ``@{a.b}`` replaced by ``values["a"]["b"]``; ``name`` is the file, for the message.

    Raises TemplateError at the place of a slot that has no value.
    """

    def value(match: re.Match[str]) -> str:
        found: object = values
        for part in match[1].split("."):
            if not isinstance(found, Mapping) or part not in found:
                before = text[: match.start()]
                place = Place(name, before.count("\n") + 1, match.start() - before.rfind("\n"))
                raise TemplateError("The slot {slot} has no text.", place=place, slot=match[0])
            found = found[part]
        return str(found)

    return SLOT.sub(value, text)
