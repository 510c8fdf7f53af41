"""Sets of clients by a name, from ``presets.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from pydantic import BaseModel, RootModel

from renderers.clients.profile import profile, profiles
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
    """A set of clients: ``names`` by language, ``patterns`` of profile ids."""

    id: str
    names: Mapping[str, str]
    patterns: tuple[str, ...]

    @property
    def clients(self) -> tuple[str, ...]:
        """The ids of its profiles, each once, in the order of the patterns."""
        found = [each for pattern in self.patterns for each in _matching(pattern)]
        return tuple(dict.fromkeys(found))


@cache
def presets() -> Mapping[str, Preset]:
    """Every preset by its id."""
    file = read_toml(FILE, _Presets).root
    return {id_: Preset(id_, {"en": one.en, "fr": one.fr}, tuple(one.clients)) for id_, one in file.items()}


def clients_of(wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the profiles that are asked for by id or preset, each once. Raises InputError for an unknown one."""
    known = presets()
    found = [each for name in wanted for each in (known[name].clients if name in known else (profile(name).id,))]
    return tuple(dict.fromkeys(found))


def _matching(pattern: str) -> list[str]:
    """The ids that fit; a pattern with a star means clients, not the browser alone."""
    return [
        each.id
        for each in profiles()
        if each.id == pattern or (each.group != "plain" and fnmatchcase(each.id, pattern))
    ]
