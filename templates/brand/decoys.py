"""Colours that say who made the page's tools, not whose page it is."""

from __future__ import annotations

# Written by icon generators into every page that nobody changed afterwards.
GENERATORS = frozenset("#da532c #2b5797 #603cba #00aba9 #9f00a7 #b91d47 #ffc40d #00a300 #2d89ef #5bbad5 #ffffff".split())
# Defaults of frameworks and editors: Bootstrap, Vue, Tailwind, Material, WordPress.
FRAMEWORKS = frozenset(
    "#0d6efd #007bff #337ab7 #4dba87 #3b82f6 #2563eb #1976d2 #6200ee #3f51b5 #cf2e2e #ff6900 #fcb900 #7bdcb5 #00d084 #8ed1fc "
    "#0693e3 #9b51e0 #f78da7 #abb8c3 #32373c #0000ee #2271b1 #28a745 #dc3545 #17a2b8 #ffc107 #198754 #6c757d #5cb85c #d9534f".split()
)
SOCIAL = frozenset(
    "#1877f2 #3b5998 #4267b2 #1da1f2 #55acee #00acee #0a66c2 #0077b5 #007bb5 #ff0000 #25d366 #e4405f #bd081c #e60023 #dd4b39".split()
)


def is_decoy(colour: str, source: str) -> bool:
    """Whether a colour seen in this kind of source is somebody else's default; only the logo can prove otherwise."""
    if source in {"theme-color", "tile", "mask-icon"}:
        return colour in GENERATORS or colour in FRAMEWORKS
    return colour in FRAMEWORKS or colour in SOCIAL
