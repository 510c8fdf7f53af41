"""What a run would take, before it is run: how many pictures, how many of them new, and what they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from renderers.budget.cost import Cost
from renderers.proofs.proof import Shot
from templates.errors import MailwrightError


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
    groups: Mapping[str, tuple[Shot, ...]] = field(default_factory=dict)
    """By its key, the shots that lead to each picture, new or not, in the order in which they were asked for."""
    notices: tuple[MailwrightError, ...] = ()
    """What is odd about the farm or the team's store, and stops nothing."""

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
