"""How what a person wants pictures of is remembered for the next time."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray

from desktop.preferences import Preferences
from renderers.clients.presets import presets
from renderers.clients.profile import MODES, Mode, profiles

FIRST = "popular"
"""The preset of somebody who never chose."""
_KEPT = "proofs"


@dataclass(frozen=True)
class LastChoice:
    """Clients, modes, and at most how many new pictures (None: all)."""

    clients: tuple[str, ...]
    modes: tuple[Mode, ...] = MODES[:1]
    most: int | None = None


def last_choice(preferences: Preferences) -> LastChoice:
    """Return what was chosen the last time, as far as there still is such."""
    try:
        kept = json.loads(preferences.state(_KEPT).toStdString() or "{}")
        clients, modes, most = set(kept.get("clients", ())), kept.get("modes", ()), kept.get("most")
    except (ValueError, TypeError, AttributeError):  # somebody edited the file
        clients, modes, most = set(), (), None
    known = tuple(each.id for each in profiles() if each.id in clients)
    return LastChoice(
        known or presets()[FIRST].clients,
        tuple(mode for mode in MODES if mode in modes) or MODES[:1],
        most if isinstance(most, int) else None,
    )


def remember_choice(preferences: Preferences, choice: LastChoice) -> None:
    """Keep it for the next time."""
    preferences.keep_state(_KEPT, QByteArray(json.dumps(asdict(choice)).encode()))
