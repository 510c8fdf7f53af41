"""Elements whose tags a client takes away."""

from __future__ import annotations

from renderers.clients.rules.rule import Rule


class ElementRule(Rule):
    """The tags of these ``elements`` go, and what stands between them stays."""

    elements: tuple[str, ...]
