"""A rule with the reason why we believe it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from renderers.clients.change import Evidence


class Rule(BaseModel):
    """What a client rewrites. Rules stand in TOML, so they are checked as settings are."""

    model_config = ConfigDict(extra="forbid", frozen=True)


R = TypeVar("R", bound=Rule)


@dataclass(frozen=True, slots=True)
class Told(Generic[R]):
    """A rule, its name in changes (``stage.setting`` or ``caniemail.slug``), and its evidence (None: the profile's)."""

    rule: R
    name: str
    evidence: Evidence | None = None
