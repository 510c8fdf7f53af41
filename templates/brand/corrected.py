"""A kit with what a person corrected before it was written for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from templates.brand.brand_kit import BrandKit
from templates.brand.evidence import Candidate
from templates.brand.sureness import USER
from templates.brand.texts.networks import NETWORKS


def corrected(kit: BrandKit, values: Mapping[str, str]) -> BrandKit:
    """Return the kit with these values (name, primary, or a network's name for its profile; "" takes a profile out).

    What differs counts as a person's choice, which no later extraction replaces; the candidates stay below it.
    """
    changed = {name: value for name, value in values.items() if value != _now(kit, name)}
    candidates = dict(kit.candidates)
    for name, value in changed.items():
        field = f"socials.{name}" if name in NETWORKS else name
        candidates[field] = (Candidate(value, USER, 1.0), *candidates.get(field, ()))
    socials = dict(kit.socials) | {name: value for name, value in changed.items() if name in NETWORKS}
    return replace(
        kit,
        candidates=candidates,
        socials={network: url for network, url in socials.items() if url},
        name=changed.get("name", kit.name),
        primary=changed.get("primary", kit.primary),
    )


def _now(kit: BrandKit, name: str) -> str:
    return kit.socials.get(name, "") if name in NETWORKS else {"name": kit.name, "primary": kit.primary}[name]
