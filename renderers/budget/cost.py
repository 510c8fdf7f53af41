"""What new pictures cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What new pictures cost one account. ``tokens`` may be fewer than the pictures: what was paid before is free."""

    account: str
    tokens: int
    available: int  # what the account can have, before

    @property
    def left(self) -> int:
        """Negative when there are too few."""
        return self.available - self.tokens
