"""A profile says how a mail is shown: engine, viewport, colour scheme, and how true the picture is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeGuard

from templates.errors import InputError, Place
from templates.files import read_text

FOLDER = Path(__file__).parent / "profiles"

Scheme = Literal["light", "dark"]
Fidelity = Literal["real-client", "real-code", "real-engine", "modelled", "approximated", "thin-data"]


@dataclass(frozen=True)
class Profile:
    """One way to look at a mail.

    ``width`` and ``height`` are the viewport in CSS pixels, ``scale`` the device pixels per CSS pixel that media
    queries see, ``fidelity`` how true the picture is and ``note`` why; ``group`` puts related profiles together.
    """

    id: str
    name: str
    engine: str
    width: int
    height: int
    scale: float
    scheme: Scheme
    fidelity: Fidelity
    note: str
    group: str


def profiles() -> tuple[Profile, ...]:
    """Every shipped profile, in the order of their ids: a file in the folder is a profile."""
    return _load_all(FOLDER)


def profile(profile_id: str) -> Profile:
    """Return the profile with this id. Raises InputError naming the known ones."""
    known = {each.id: each for each in profiles()}
    if profile_id not in known:
        raise InputError(
            "There is no client profile {profile}.",
            advice="Known: {known}.",
            profile=profile_id,
            known=", ".join(known),
        )
    return known[profile_id]


@cache
def _load_all(folder: Path) -> tuple[Profile, ...]:
    return tuple(load_profile(path) for path in sorted(folder.glob("*.toml")))


def load_profile(path: Path) -> Profile:
    """Read one profile; its id is the file's name. Raises InputError with file and key when it is damaged."""
    try:
        table = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            "This profile is not valid TOML: {reason}.", place=Place(str(path)), reason=str(error)
        ) from error
    for key, expected in _faults(table):
        raise InputError("The key {key} of this profile must be {expected}.", place=path, key=key, expected=expected)
    viewport = table.pop("viewport")
    return Profile(id=path.stem, **table, **viewport)


_TEXT_KEYS = ("name", "group", "engine", "note")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "engine": ("chromium", "firefox", "webkit"),
    "scheme": ("light", "dark"),
    "fidelity": ("real-client", "real-code", "real-engine", "modelled", "approximated", "thin-data"),
}
# Wider or taller than this is a slip of the keyboard, and the browser would allocate it.
_VIEWPORT_RANGES: Mapping[str, tuple[float, float]] = {"width": (200, 4000), "height": (200, 4000), "scale": (0.5, 5)}


def _faults(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key that is wrong or missing, with what is expected there."""
    yield from ((key, "a text") for key in _TEXT_KEYS if not isinstance(table.get(key), str))
    for key, values in _CHOICES.items():
        if table.get(key) not in values:
            yield key, "one of " + ", ".join(values)
    viewport = table.get("viewport")
    if not isinstance(viewport, dict):
        yield "viewport", "a table of width, height and scale"
        return
    for key, (low, high) in _VIEWPORT_RANGES.items():
        if not (_is_number(viewport.get(key)) and low <= viewport[key] <= high):
            yield f"viewport.{key}", f"a number from {low:g} to {high:g}"
    known = {*_TEXT_KEYS, *_CHOICES, "viewport"}
    yield from ((key, "left out: it is not known") for key in [*table] if key not in known)
    yield from ((f"viewport.{key}", "left out: it is not known") for key in viewport if key not in _VIEWPORT_RANGES)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
