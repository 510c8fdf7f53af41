"""What a person wants pictures of, and how it is remembered for the next time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray

from desktop.preferences import Preferences
from renderers.clients.presets import presets
from renderers.clients.profile import MODES, Mode, profiles
from renderers.preview import shots_of
from renderers.proofs.proof import EVERYBODY, Shot

FIRST = "popular"
"""The preset of somebody who never chose."""
_KEPT = "proofs"


@dataclass(frozen=True)
class Wish:
    """Every template is shown in every client and mode, with one data set, as a member of one segment."""

    templates: tuple[str, ...]
    clients: tuple[str, ...]
    modes: tuple[Mode, ...] = MODES[:1]
    data_set: str = "default"
    segment: str = EVERYBODY

    @property
    def shots(self) -> list[Shot]:
        """The pictures, in the order in which they are shown."""
        return shots_of(self.templates, (self.data_set,), (self.segment,), self.clients, self.modes)


def last_choice(preferences: Preferences) -> tuple[tuple[str, ...], tuple[Mode, ...]]:
    """Return the clients and modes of the last time, as far as there still are such."""
    try:
        kept = json.loads(preferences.state(_KEPT).toStdString() or "{}")
        clients, modes = set(kept.get("clients", ())), kept.get("modes", ())
    except (ValueError, TypeError, AttributeError):  # somebody edited the file
        clients, modes = set(), ()
    known = tuple(each.id for each in profiles() if each.id in clients)
    return known or presets()[FIRST].clients, tuple(mode for mode in MODES if mode in modes) or MODES[:1]


def remember_choice(preferences: Preferences, clients: Sequence[str], modes: Sequence[Mode]) -> None:
    """Keep clients and modes for the next time."""
    text = json.dumps({"clients": list(clients), "modes": list(modes)})
    preferences.keep_state(_KEPT, QByteArray(text.encode()))
