"""The views of a contact sheet: each is one client in one mode, in the groups that people look for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from renderers.clients.profile import MODES, Profile, profiles
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.sheet_words import Words
from renderers.proofs.truth import truth_of
from renderers.render.cast import Cast

GROUPS = ("plain", "desktop", "web", "mobile")
_NARROW = 600  # CSS pixels: below, the picture is shown as on a phone


@dataclass(frozen=True)
class SheetView:
    """``id`` is ``Shot.view``, ``number`` counts from 1 over all groups; ``shown`` is None when its profile is gone."""

    id: str
    number: int
    name: Markup
    shown: Profile | None
    mode: str

    @property
    def group(self) -> str:
        """The profile's."""
        return self.shown.group if self.shown else GROUPS[0]

    @property
    def narrow(self) -> bool:
        """Whether it is shown as on a phone."""
        return self.shown is not None and self.shown.width < _NARROW

    @property
    def dark(self) -> bool:
        """Whether the ground around the picture is dark."""
        return self.mode == "dark" or (self.shown is not None and self.shown.scheme == "dark")

    def truth(self, words: Words, cast: Cast | None) -> Markup:
        """Return how true the picture is, in every language of the sheet; the browser alone says that it is that."""
        shown = self.shown
        if shown is None:
            return Markup("")
        if shown.group == "plain":
            return words.each(lambda language: translated(shown.note, language))
        label = words.each(lambda language: truth_of(shown, cast, language).name)
        rest = words.each(lambda language: " ".join(filter(None, truth_of(shown, cast, language)[1:])))
        return Markup('<b class="label {}">{}</b> {}').format(cast.fidelity if cast else shown.fidelity, label, rest)


def sheet_views(ids: Iterable[str], words: Words) -> list[SheetView]:
    """Return the views group by group; inside a group they keep their order."""
    known = {each.id: each for each in profiles()}
    found = []
    for id_ in dict.fromkeys(ids):
        name, _, mode = id_.partition("+")
        found.append((id_, known.get(name), mode))
    found.sort(key=lambda each: GROUPS.index(each[1].group) if each[1] else 0)
    return [
        SheetView(id_, number, _name(words, id_, shown, mode), shown, mode)
        for number, (id_, shown, mode) in enumerate(found, 1)
    ]


def grouped(views: Sequence[SheetView]) -> list[tuple[str, list[SheetView]]]:
    """Return the views by group."""
    return [(group, list(members)) for group, members in groupby(views, key=attrgetter("group"))]


def _name(words: Words, id_: str, shown: Profile | None, mode: str) -> Markup:
    if shown is None:
        return Markup("{}").format(id_)
    named = next((name for known, name in MODE_NAMES.items() if known == mode and known in MODES), "")

    def name(language: str) -> str:
        parts = [profile_name(shown, language), translated(named, language).lower()]
        return ", ".join(part for part in parts if part)

    return words.each(name)
