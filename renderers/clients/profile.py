"""A profile says how a mail is shown: whose client it is, engine and viewport, what it does to mails, how true that is.

A profile is one TOML file; what several clients of one house do alike stands once, in a file of ``pipelines``.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from renderers.clients.change import Certainty, Evidence
from templates.errors import InputError
from templates.settings import settings_folder
from templates.toml_files import read_toml

FOLDER = Path(__file__).parent / "profiles"
PIPELINES = Path(__file__).parent / "pipelines"
OWN = "profiles"
"""The user's own profiles: this folder beside the settings."""

EngineKind = Literal["chromium", "firefox", "webkit"]
Scheme = Literal["light", "dark"]
Mode = Literal["light", "dark", "images-off"]
MODES: tuple[Mode, ...] = ("light", "dark", "images-off")
Group = Literal["desktop", "web", "mobile", "plain"]
Fidelity = Literal["real-client", "real-code", "real-engine", "modelled", "approximated", "thin-data"]


@dataclass(frozen=True)
class Profile:
    """One client.

    ``width`` and ``height`` are the viewport in CSS pixels, ``scale`` the device pixels per CSS pixel that media
    queries see; ``layout`` is word where Outlook's box model is laid out. ``modes`` are those worth a picture, the
    first one is the default, and ``scheme`` is the one its browser is in. ``fidelity`` says how true a picture is and
    ``note`` why. ``caniemail`` is ``family/platform``. On the ``system`` (as ``sys.platform``
    says) where ``program`` is installed, that engine is the client itself. ``steps`` are the stages by name with their
    settings as written, ``old`` the settings for bugs that nobody confirmed since, ``evidence`` by ``stage.setting``.
    """

    id: str
    name: str
    group: Group
    engine: EngineKind
    width: int
    height: int
    scale: float
    scheme: Scheme
    modes: tuple[Mode, ...]
    fidelity: Fidelity
    note: str
    brand: str = ""
    version: str = ""
    device: str = ""
    country: str = ""
    layout: Literal["", "word"] = ""
    caniemail: str = ""
    program: str = ""
    system: str = ""
    steps: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    old: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=lambda: MappingProxyType({}))

    def in_mode(self, mode: Mode) -> Profile:
        """Return it as it looks in a mode: the browser's colour scheme follows."""
        return replace(self, scheme="dark" if mode == "dark" else "light")


# Wider or taller than this is a slip of the keyboard, and a browser would allocate it.
_Length = Annotated[int, Field(ge=200, le=4000)]


class _Viewport(BaseModel):
    width: _Length
    height: _Length
    scale: Annotated[float, Field(ge=0.5, le=5)] = 1


class _Step(BaseModel):
    """One stage; every other key is a setting of it."""

    model_config = ConfigDict(extra="allow")
    name: str

    @property
    def pair(self) -> tuple[str, Mapping[str, Any]]:
        return self.name, dict(self.model_extra or {})


class _Evidence(BaseModel):
    source: str
    date: str = ""
    certainty: Certainty = "certain"


class _Pipeline(BaseModel):
    """What a client does: ``[[stage]]`` in the order they apply, ``[[old]]``, and ``[evidence.<stage>]`` by setting."""

    stage: list[_Step] = []
    old: list[_Step] = []
    evidence: dict[str, dict[str, _Evidence]] = {}


class _ProfileFile(_Pipeline):
    """The TOML file; its name is the profile's id. ``[settings.<stage>]`` adds to the pipeline that it names."""

    name: str
    group: Group
    engine: EngineKind
    modes: Annotated[list[Mode], Field(min_length=1)]
    fidelity: Fidelity
    note: str
    viewport: _Viewport
    brand: str = ""
    version: str = ""
    device: str = ""
    country: str = ""
    layout: Literal["", "word"] = ""
    caniemail: str = ""
    program: str = ""
    system: str = ""
    pipeline: str = ""
    settings: dict[str, dict[str, Any]] = {}


def profiles() -> tuple[Profile, ...]:
    """Every profile, shipped and the user's own, in the order of their ids: a file in the folder is a profile.

    One of the user's with the id of a shipped one takes its place. Raises InputError for a damaged file.
    """
    return tuple(_by_id().values())


def _by_id() -> Mapping[str, Profile]:
    own = own_folder()
    return _all(own, _changed(own)) if own.is_dir() else _all(None, 0.0)


@lru_cache(maxsize=4)
def _all(own: Path | None, changed: float) -> Mapping[str, Profile]:
    found = (*_load_all(FOLDER, 0.0), *(_load_all(own, changed) if own else ()))
    known = {each.id: each for each in found}
    return {id_: known[id_] for id_ in sorted(known)}


def profile(profile_id: str) -> Profile:
    """Return the profile with this id. Raises InputError naming those of a like name."""
    known = _by_id()
    if profile_id not in known:
        near = difflib.get_close_matches(profile_id, known, n=3, cutoff=0)
        raise InputError(
            "There is no client profile {profile}.",
            advice="Is it one of {near}? `mailwright clients list` names them all.",
            profile=profile_id,
            near=", ".join(near),
        )
    return known[profile_id]


def own_folder() -> Path:
    """Return where the user's own profiles lie; it need not exist."""
    return settings_folder() / OWN


def _changed(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.glob("*.toml")), default=0.0) + folder.stat().st_mtime


@lru_cache(maxsize=4)
def _load_all(folder: Path, _changed: float) -> tuple[Profile, ...]:
    return tuple(sorted(map(load_profile, folder.glob("*.toml")), key=attrgetter("id")))


def load_profile(path: Path) -> Profile:
    """Read one profile. Raises InputError with file, line and key when it is damaged."""
    file = read_toml(path, _ProfileFile)
    shared = _pipeline(file.pipeline) if file.pipeline else _Pipeline()
    steps = [(name, {**settings, **file.settings.get(name, {})}) for name, settings in _pairs(shared.stage)]
    return Profile(
        id=path.stem,
        **file.viewport.model_dump(),
        **file.model_dump(exclude={"viewport", "stage", "old", "evidence", "pipeline", "settings", "modes"}),
        scheme="dark" if file.modes[0] == "dark" else "light",
        modes=tuple(file.modes),
        steps=(*steps, *_pairs(file.stage)),
        old=(*_pairs(shared.old), *_pairs(file.old)),
        evidence=MappingProxyType(_evidence(shared) | _evidence(file)),
    )


def _pairs(steps: list[_Step]) -> list[tuple[str, Mapping[str, Any]]]:
    return [step.pair for step in steps]


def _evidence(pipeline: _Pipeline) -> dict[str, Evidence]:
    return {
        f"{stage}.{setting}": Evidence(each.source, each.date, each.certainty)
        for stage, settings in pipeline.evidence.items()
        for setting, each in settings.items()
    }


def _pipeline(name: str) -> _Pipeline:
    path = PIPELINES / f"{name}.toml"
    if not path.is_file():
        known = ", ".join(sorted(each.stem for each in PIPELINES.glob("*.toml")))
        raise InputError("There is no pipeline {pipeline}.", advice="Known: {known}.", pipeline=name, known=known)
    return _read_pipeline(path)


@lru_cache(maxsize=128)
def _read_pipeline(path: Path) -> _Pipeline:
    return read_toml(path, _Pipeline)
