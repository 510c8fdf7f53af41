"""Who may take a profile's picture, the truest first, and how true it then is."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from renderers.clients.profile import Fidelity, Profile
from renderers.engines import Capabilities
from renderers.engines.offers import NAMES, offers

if TYPE_CHECKING:
    from renderers.render.mail_job import ClientMail

STAND_IN = "chromium"
_GUESSED = "dark-colours."  # rules of the colours that a client's dark mode makes


# A media query, a CSS function or an attribute that picks by how many pixels the screen has for one of CSS.
_BY_DENSITY = re.compile(
    r"device-pixel-ratio|[(<>=]\s*(?:min-|max-)?resolution\b|image-set\(|\bsrcset\s*=", re.IGNORECASE
)


@dataclass(frozen=True)
class Cast:
    """One engine for one profile.

    ``engine`` is its name for people, ``fidelity`` how true its picture is. ``instead_of`` names the engine that the
    profile asks for where this one stands in for it: the picture must say so. ``takes_mail``: it is the client itself
    and gets the mail as it is sent, not what the profile makes of it. ``lacks`` is what it cannot show of the
    profile's screen, and the picture must say that too.
    """

    kind: str
    engine: str
    fidelity: Fidelity
    instead_of: str = ""
    takes_mail: bool = False
    lacks: Literal["", "density"] = ""


def casts_of(
    shown: Profile, there: Collection[str], limits: Mapping[str, Capabilities] = MappingProxyType({})
) -> tuple[Cast, ...]:
    """Return who of the kinds that are ``there`` may take the picture, the truest first; empty if none may.

    ``limits`` says what kinds can do; one that cannot show the profile's viewport or colour scheme is passed over.
    """
    able = [kind for kind in there if _can_show(shown, limits.get(kind))]
    casts = []
    if shown.program in able and shown.system == sys.platform:
        casts.append(Cast(shown.program, offers()[shown.program].name, "real-client", takes_mail=True))
    if shown.engine in able:
        casts.append(Cast(shown.engine, NAMES[shown.engine], shown.fidelity, lacks=_lack(shown, limits)))
    if shown.engine != STAND_IN and STAND_IN in there:
        lowered = _at_most_approximated(shown.fidelity)
        casts.append(Cast(STAND_IN, NAMES[STAND_IN], lowered, instead_of=NAMES[shown.engine]))
    return tuple(casts)


def _can_show(shown: Profile, can: Capabilities | None) -> bool:
    return can is None or (shown.width >= can.min_width and (can.dark or shown.scheme == "light"))


def _lack(shown: Profile, limits: Mapping[str, Capabilities]) -> Literal["", "density"]:
    can = limits.get(shown.engine)
    return "density" if can and not can.scale and shown.scale != 1 else ""


def weighed(cast: Cast, mail: ClientMail) -> Cast:
    """Return the cast as true as what it draws, and without a lack that does not matter to this mail.

    Dark colours by a formula of ours are approximated at best, and so is another density than the mail asks for.
    """
    lacks = cast.lacks if cast.lacks and _BY_DENSITY.search(mail.client.html) else ""
    if lacks or (not cast.takes_mail and _has_guessed_colours(mail)):
        return replace(cast, fidelity=_at_most_approximated(cast.fidelity), lacks=lacks)
    return replace(cast, lacks=lacks)


def _has_guessed_colours(mail: ClientMail) -> bool:
    if mail.mode != "dark":
        return False
    changes = mail.client.changes
    return any(each.rule.startswith(_GUESSED) and each.evidence.certainty == "approximated" for each in changes)


def _at_most_approximated(fidelity: Fidelity) -> Fidelity:
    return "thin-data" if fidelity == "thin-data" else "approximated"
