"""Who may take a profile's picture, the truest first, and how true it then is."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from renderers.clients.change import Change
from renderers.clients.profile import Fidelity, Mode, Profile
from renderers.engines.offers import NAMES, offers

STAND_IN = "chromium"
_GUESSED = "dark-colours."  # rules of the colours that a client's dark mode makes


@dataclass(frozen=True)
class Cast:
    """One engine for one profile.

    ``engine`` is its name for people, ``fidelity`` how true its picture is. ``instead_of`` names the engine that the
    profile asks for where this one stands in for it: the picture must say so. ``takes_mail``: it is the client itself
    and gets the mail as it is sent, not what the profile makes of it.
    """

    kind: str
    engine: str
    fidelity: Fidelity
    instead_of: str = ""
    takes_mail: bool = False


def casts_of(shown: Profile, there: Collection[str]) -> tuple[Cast, ...]:
    """Return who of the kinds that are ``there`` may take the picture, the truest first; empty if none may."""
    casts = []
    if shown.program in there and shown.system == sys.platform:
        casts.append(Cast(shown.program, offers()[shown.program].name, "real-client", takes_mail=True))
    if shown.engine in there:
        casts.append(Cast(shown.engine, NAMES[shown.engine], shown.fidelity))
    if shown.engine != STAND_IN and STAND_IN in there:
        lowered = _at_most_approximated(shown.fidelity)
        casts.append(Cast(STAND_IN, NAMES[STAND_IN], lowered, instead_of=NAMES[shown.engine]))
    return tuple(casts)


def weighed(cast: Cast, mode: Mode, changes: Iterable[Change]) -> Cast:
    """Return the cast as true as what it draws: dark colours by a formula of ours are approximated at best."""
    if cast.takes_mail or mode != "dark":
        return cast
    guessed = any(each.rule.startswith(_GUESSED) and each.evidence.certainty == "approximated" for each in changes)
    return replace(cast, fidelity=_at_most_approximated(cast.fidelity)) if guessed else cast


def _at_most_approximated(fidelity: Fidelity) -> Fidelity:
    return "thin-data" if fidelity == "thin-data" else "approximated"
