"""What somebody wants pictures of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from renderers.clients.profile import MODES, Mode, Profile, profile
from renderers.proofs.proof import EVERYBODY, Shot


@dataclass(frozen=True)
class Wish:
    """Every template, with every data set, as a member of every segment, in every client and mode.

    Without ``modes`` each client is shown in its first one, and so is a client that has none of them.
    """

    templates: tuple[str, ...]
    clients: tuple[str, ...]
    modes: tuple[Mode, ...] = MODES[:1]
    data_sets: tuple[str, ...] = ("default",)
    segments: tuple[str, ...] = (EVERYBODY,)

    @property
    def shots(self) -> list[Shot]:
        """The pictures, in the order in which they are shown. Raises InputError for an unknown client."""
        views = [(each, mode) for each in self.clients for mode in _modes_of(profile(each), self.modes)]
        mails = itertools.product(self.templates, self.data_sets, self.segments)
        return [Shot(*mail, *view) for mail, view in itertools.product(mails, views)]


def _modes_of(shown: Profile, asked: Sequence[Mode]) -> Sequence[Mode]:
    return [mode for mode in asked if mode in shown.modes] or shown.modes[:1]
