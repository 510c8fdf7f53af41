"""What a worker of a farm says of itself, and which workers may take pictures together."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from importlib.metadata import version
from typing import Any

NAME = "mailwright"
"""Under which a worker's offering and its part in the work stand with Dask."""


@dataclass(frozen=True)
class Versions:
    """What has to be the same on both sides, because Dask sends Python's own objects."""

    mailwright: str
    python: str
    dask: str

    def __str__(self) -> str:
        return f"Mailwright {self.mailwright}, Python {self.python}, Dask {self.dask}"


@dataclass(frozen=True)
class Offering:
    """What a worker has: ``engines`` by kind with their identities, ``lanes`` pictures at once.

    ``platform`` as ``sys.platform`` says: a client itself is true only on its own system.
    """

    versions: Versions
    platform: str
    engines: Mapping[str, str]
    lanes: int

    @cached_property
    def resource(self) -> str:
        """Names everything that shapes pictures: what is asked for by this name comes from workers that agree."""
        parts = asdict(replace(self, lanes=0))
        return f"{NAME}-{hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]}"

    @property
    def data(self) -> dict[str, Any]:
        """The offering in plain values; ``offering_from`` reads it."""
        return asdict(self)


def own_versions() -> Versions:
    """Return those of this process."""
    return Versions(version("mailwright"), ".".join(platform.python_version_tuple()[:2]), version("distributed"))


def own_offering(engines: Mapping[str, str], lanes: int) -> Offering:
    """Return what this computer offers with these engines."""
    return Offering(own_versions(), sys.platform, dict(engines), lanes)


def offering_from(data: object) -> Offering | None:
    """Return the offering that a worker announced; None when it is none of this program's, or of a strange form."""
    try:
        found = dict(data)  # type: ignore[call-overload]  # whatever a worker says of itself: no form is certain
        versions = Versions(**{key: str(value) for key, value in dict(found["versions"]).items()})
        engines = {str(kind): str(identity) for kind, identity in dict(found["engines"]).items()}
        return Offering(versions, str(found["platform"]), engines, int(found["lanes"]))
    except (TypeError, ValueError, KeyError):
        return None


def agreed(offerings: Iterable[Offering]) -> Offering | None:
    """Return what most lanes of a farm offer, with the sum of these lanes; None when there are no workers.

    A key has to mean one picture, so that workers with other engines or fonts than these are left out.
    """
    lanes: Counter[str] = Counter()
    first: dict[str, Offering] = {}
    for each in offerings:
        lanes[each.resource] += each.lanes
        first.setdefault(each.resource, each)
    if not first:
        return None
    most = max(sorted(first), key=lanes.__getitem__)
    return replace(first[most], lanes=lanes[most])
