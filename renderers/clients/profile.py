"""A profile says how a mail is shown: engine, viewport, colour scheme, and how true the picture is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from templates.errors import InputError
from templates.toml_files import read_toml

FOLDER = Path(__file__).parent / "profiles"

EngineKind = Literal["chromium", "firefox", "webkit"]
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
    engine: EngineKind
    width: int
    height: int
    scale: float
    scheme: Scheme
    fidelity: Fidelity
    note: str
    group: str


# Wider or taller than this is a slip of the keyboard, and a browser would allocate it.
_Length = Annotated[int, Field(ge=200, le=4000)]


class _Viewport(BaseModel):
    width: _Length
    height: _Length
    scale: Annotated[float, Field(ge=0.5, le=5)] = 1


class _ProfileFile(BaseModel):
    """The TOML file; its name is the profile's id."""

    name: str
    engine: EngineKind
    scheme: Scheme
    fidelity: Fidelity
    note: str
    group: str
    viewport: _Viewport


def profiles() -> tuple[Profile, ...]:
    """Every shipped profile, in the order of their ids: a file in the folder is a profile."""
    return _load_all(FOLDER)


def profile(profile_id: str) -> Profile:
    """Return the profile with this id. Raises InputError naming the known ones."""
    known = {each.id: each for each in profiles()}
    if profile_id not in known:
        names = ", ".join(known)
        raise InputError(
            "There is no client profile {profile}.", advice="Known: {known}.", profile=profile_id, known=names
        )
    return known[profile_id]


@cache
def _load_all(folder: Path) -> tuple[Profile, ...]:
    return tuple(sorted(map(load_profile, folder.glob("*.toml")), key=attrgetter("id")))


def load_profile(path: Path) -> Profile:
    """Read one profile. Raises InputError with file, line and key when it is damaged."""
    file = read_toml(path, _ProfileFile)
    values = file.model_dump()
    return Profile(id=path.stem, **values.pop("viewport"), **values)
