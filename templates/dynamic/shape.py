"""What kind of value a variable is: inferred from how a template uses it and from the data sets there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "number", "boolean", "date", "url", "image", "colour", "object", "list", "unknown"]


@dataclass(frozen=True)
class Shape:
    """A kind, with the shape of each field of an object and of the items of a list.

    ``required``: a mail without it cannot be made; ``default`` is what the template itself writes in its place, as
    Jinja source, "" when it says nothing. ``when``: it is needed only where one of these conditions holds.
    """

    kind: Kind = "unknown"
    fields: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None
    required: bool = False
    default: str = ""
    when: tuple[str, ...] = ()
