"""How far a candidate can be trusted, in words that a person understands."""

from __future__ import annotations

from typing import Literal

from templates.brand.evidence import Candidate

Sureness = Literal["chosen", "sure", "likely", "guess"]

USER = "user"  # source of what a person chose: no extraction replaces it
SURE, LIKELY = 0.8, 0.5
TIE = 0.06  # two candidates this close are told apart by a hair
BEYOND_DOUBT = 0.95  # so many sources agree that a second spelling of the same thing does not matter


def sureness(candidate: Candidate) -> Sureness:
    """One word for a candidate's score."""
    if candidate.source == USER:
        return "chosen"
    if candidate.score >= SURE:
        return "sure"
    return "likely" if candidate.score >= LIKELY else "guess"
