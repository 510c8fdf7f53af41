"""Which clients are meant by a name in an export: “Apple iPhone”, “Gmail (mobile)”, “Outlook 2016”, “Orange”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import BaseModel

from renderers.clients.profile import profile, profiles
from renderers.clients.words import translated
from templates.dynamic.contact_names import bare, searchable
from templates.toml_files import read_toml

FILE = Path(__file__).parent / "names.toml"


class _Client(BaseModel):
    names: list[str]
    clients: list[str]
    others: list[str] = []


class _Platform(BaseModel):
    words: list[str]
    devices: list[str]


class _Names(BaseModel):
    totals: list[str]
    unknown: list[str]
    platform: list[_Platform]
    client: list[_Client]


@dataclass(frozen=True)
class _Meaning:
    words: frozenset[str]
    clients: tuple[str, ...]
    others: tuple[str, ...]


def clients_named(name: str) -> tuple[str, ...]:
    """Return the profiles that a name stands for, each with an equal part of its opens; none where nobody knows.

    A profile's id or name is itself. Else the first entry of ``names.toml`` counts whose words are all in the name;
    a device that is named too (“mobile”, “Android”, “webmail” …) leaves those profiles that are of it.
    """
    exact = _exact(tuple((each.id, each.name) for each in profiles() if each.group != "plain")).get(bare(name))
    if exact:
        return (exact,)
    words = frozenset(searchable(name).split())
    if any(nobody <= words for nobody in _unknown()):
        return ()
    meant = next((each for each in _meanings() if each.words <= words), None)
    return _on_device(meant, words) if meant else ()


def is_total(name: str) -> bool:
    """Tell whether a line adds up others: a total, or a class of devices."""
    return bare(name) in _totals()


def _on_device(meant: _Meaning, words: frozenset[str]) -> tuple[str, ...]:
    """Each device that is named narrows, as far as it leaves something."""
    found = meant.clients
    for platform in _file().platform:
        if words.isdisjoint(platform.words) or not meant.words.isdisjoint(platform.words):
            continue
        found = _on(platform.devices, found) or _on(platform.devices, meant.others) or found
    return found


def _on(devices: Sequence[str], clients: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in clients if profile(each).device in devices)


@cache
def _file() -> _Names:
    return read_toml(FILE, _Names)


@cache
def _meanings() -> tuple[_Meaning, ...]:
    return tuple(
        _Meaning(frozenset(searchable(name).split()), tuple(each.clients), tuple(each.others))
        for each in _file().client
        for name in each.names
    )


@cache
def _unknown() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(searchable(name).split()) for name in _file().unknown)


@cache
def _totals() -> frozenset[str]:
    return frozenset(map(bare, _file().totals))


@lru_cache(maxsize=2)  # profiles of one's own come and go
def _exact(shown: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Profiles by id and by name."""
    spelled = {bare(translated(name, language)): id_ for id_, name in shown for language in ("en", "fr")}
    return spelled | {bare(id_): id_ for id_, _ in shown}
