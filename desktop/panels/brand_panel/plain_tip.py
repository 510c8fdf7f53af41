"""Tool tips about what comes from strangers' pages."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """The text so that Qt does not take it for HTML, which could show pictures of this computer."""
    return text.replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}")
