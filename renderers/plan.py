"""What a run would take, before it is run: how many pictures, how many of them new, and what they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from renderers.budget.cost import Cost


@dataclass(frozen=True)
class Plan:
    """Shots that lead to the same picture share it; ``new`` pictures are taken, the others are there already."""

    shots: int
    pictures: int
    new: Mapping[str, str]
    """By its key, the template that each new picture is of."""
    failed: int
    """Shots without a picture: their mail does not build."""
    costs: Sequence[Cost] = ()
    """By account; empty where nobody pays."""

    @property
    def cached(self) -> int:
        """Pictures that need not be taken."""
        return self.pictures - len(self.new)

    @property
    def tokens(self) -> int:
        """What the run costs."""
        return sum(cost.tokens for cost in self.costs)

    @property
    def is_affordable(self) -> bool:
        """No account has too few tokens."""
        return all(cost.left >= 0 for cost in self.costs)
