"""The colours of a page by the role they play: buttons, links, text, background."""

from __future__ import annotations

from collections.abc import Mapping

from templates.brand.colour import find_accents
from templates.brand.css import Styles
from templates.brand.evidence import Candidate

ROLES = ("button", "link", "background", "text")


def find_roles(styles: Styles) -> Mapping[str, tuple[Candidate, ...]]:
    """Ranked colours by role; a role that the page does not show has no candidates."""
    return dict.fromkeys(ROLES, ()) | {"button": find_accents(styles)}
