"""How figures are written in tables."""

from __future__ import annotations

Row = dict[str, str | float | int]


def percent(share: float) -> str:
    """A share of one, in percent with one place."""
    return f"{100 * share:.1f}"


def reached(share: float, bar: float | None) -> Row:
    """The bar, and whether a share reaches it; nothing where there is no bar."""
    if bar is None:
        return {"bar": "", "reached": ""}
    return {"bar": f">= {percent(bar)}", "reached": "yes" if share >= bar else "NO"}
