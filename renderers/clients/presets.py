"""Sets of clients by a name: those of ``presets.toml``, and any that the caller adds."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, RootModel

from renderers.clients.profile import profile, profiles
from templates.errors import InputError
from templates.toml_files import read_toml

FILE = Path(__file__).parent / "presets.toml"


class _Preset(BaseModel):
    en: str
    fr: str
    clients: list[str]


class _Presets(RootModel[dict[str, _Preset]]):
    """The whole file."""


@dataclass(frozen=True)
class Preset:
    """A set of clients: ``names`` by language; ``patterns`` are profile ids, patterns of them, or groups."""

    id: str
    names: Mapping[str, str]
    patterns: tuple[str, ...]

    @property
    def clients(self) -> tuple[str, ...]:
        """The ids of its profiles, each once, in the order of the patterns."""
        found = [each for pattern in self.patterns for each in _matching(pattern)]
        return tuple(dict.fromkeys(found))

    @property
    def unknown(self) -> tuple[str, ...]:
        """The patterns that stand for no profile of this computer."""
        return tuple(each for each in self.patterns if not _matching(each))

    @property
    def is_group(self) -> bool:
        """Whether it is one of the groups in which clients are listed."""
        return self.patterns == (self.id,)

    def name(self, language: str) -> str:
        """What people call it."""
        return self.names.get(language, self.names["en"])


@cache
def presets() -> Mapping[str, Preset]:
    """Every shipped preset by its id."""
    file = read_toml(FILE, _Presets).root
    return {id_: Preset(id_, {"en": one.en, "fr": one.fr}, tuple(one.clients)) for id_, one in file.items()}


def clients_of(wanted: Sequence[str], more: Mapping[str, Preset] = MappingProxyType({})) -> tuple[str, ...]:
    """Return the profiles that are asked for by id or preset, each once; ``more`` presets go behind the shipped ones.

    Raises InputError for an unknown one.
    """
    known = {**more, **presets()}
    found = [each for name in wanted for each in _meant(name, known)]
    return tuple(dict.fromkeys(found))


def _meant(name: str, known: Mapping[str, Preset]) -> tuple[str, ...]:
    if name in known:
        return known[name].clients
    ids = {each.id for each in profiles()}
    near = difflib.get_close_matches(name, [*known, *ids], n=1)
    if name not in ids and near and near[0] in known:
        raise InputError(
            "There is no set of clients {name}.",
            advice="Is it {near}? `mailwright clients presets` names them all.",
            name=name,
            near=near[0],
        )
    return (profile(name).id,)


def _matching(pattern: str) -> list[str]:
    """The ids that fit; a pattern with a star means clients, not the browser alone."""
    return [
        each.id
        for each in profiles()
        if pattern in {each.id, each.group} or (each.group != "plain" and fnmatchcase(each.id, pattern))
    ]
