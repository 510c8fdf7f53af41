"""How true a picture is, in words: the label of the engine that took it, what that means, and whose place it took."""

from __future__ import annotations

from typing import NamedTuple

from renderers.clients.profile import Profile
from renderers.clients.words import label, translated
from renderers.render.cast import Cast

STAND_IN = "Drawn by {engine} in place of {wanted}."
DENSITY = "Drawn as on a screen of ordinary density, because {engine} here cannot show this mail another."


class Truth(NamedTuple):
    """The label's name and what it means here.

    ``stand_in`` is a sentence where another engine drew, or for another screen, than the client's; else empty.
    """

    name: str
    meaning: str
    stand_in: str = ""

    def __str__(self) -> str:
        return f"{self.name}. {self.stand_in}" if self.stand_in else self.name


def truth_of(shown: Profile, cast: Cast | None, language: str) -> Truth:
    """Return how true the picture that ``cast`` took of this profile is; without a cast, as the profile says."""
    name, meaning = label(cast.fidelity if cast else shown.fidelity, language)
    pattern = _pattern(cast) if cast else ""
    if cast is None or not pattern:
        return Truth(name, meaning)
    sentence = translated(pattern, language).format(engine=cast.engine, wanted=cast.instead_of)
    # Lowered for that very reason, so that it stands in place of the label's own meaning.
    return Truth(name, meaning if cast.fidelity == shown.fidelity else "", sentence)


def _pattern(cast: Cast) -> str:
    if cast.instead_of:
        return STAND_IN
    return DENSITY if cast.lacks else ""
