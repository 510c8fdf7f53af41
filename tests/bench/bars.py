"""Figures against what must hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from report import Row

NOT_MEASURED = "not measured"


@dataclass
class Bars:
    """What was measured, against what must hold."""

    rows: list[Row] = field(default_factory=list)

    def add(self, bar: str, figure: object, limit: str, holds: bool | None) -> None:
        """Take one bar; ``holds`` is None for a figure that only informs."""
        word = "-" if holds is None else "yes" if holds else "NO"
        self.rows.append({"bar": bar, "figure": str(figure), "limit": limit, "holds": word})
        print(f"{bar}: {figure} ({limit}) {word}", flush=True)
