"""The names that two stages agree on, and what mails say to Office itself."""

from __future__ import annotations

from typing import cast

from renderers.clients.html.tree import Element
from renderers.clients.mail import Mail

STYLE = "data-office-style"
"""Where the ``style`` of an element of Office's waits while the stages that know CSS go by: it is another language."""

DRAWN = "data-vml"
"""Bears each element that was drawn from VML: what it looks like is settled, no rule for HTML applies to it."""

PIXELS_PER_INCH = "o:PixelsPerInch"
"""The name of the ``meta`` element that keeps this setting of ``o:OfficeDocumentSettings``."""


def pixels_per_inch(mail: Mail) -> int | None:
    """Return the resolution that the mail asks Word to lay it out for, None when it asks for none."""
    for meta in cast("list[Element]", mail.root.iter("meta")):
        said = meta.get("content") or ""
        if meta.get("name") == PIXELS_PER_INCH and said.isdecimal():
            return int(said)
    return None
