"""Which fields of a brand a person should look at before mails go out: the rest was found beyond doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from templates.brand.brand_kit import BrandKit
from templates.brand.colours.oklch import hue_distance
from templates.brand.evidence import Candidate
from templates.brand.store import StoredBrand
from templates.brand.sureness import BEYOND_DOUBT, LIKELY, SURE, TIE, USER

Reason = Literal["missing", "unsure", "close"]

#: What every mail shows, and the score from which it is filled in silence. A declared icon is all the evidence there
#: can be for the square logo, and it is seldom wrong.
SHOWN = {"name": SURE, "logo_wide": SURE, "logo_square": LIKELY, "primary": SURE}
#: What is used when it was found and left out otherwise: only a guess is worth a question.
USED = ("button", "accent", "address", "legal", "language")
SAME_COLOUR = 10.0  # CIEDE2000 below which two colours make no different mail
CHOICES = 5


@dataclass(frozen=True)
class Doubt:
    """A field to look at: what the brand has now ("" for nothing), why, and the candidates, best first.

    ``reason`` is "missing" (nothing could be used), "unsure" (the best score is low) or "close" (two of about the same
    score say different things).
    """

    field: str
    value: str
    reason: Reason
    candidates: tuple[Candidate, ...]


def doubtful(brand: BrandKit | StoredBrand) -> list[Doubt]:
    """The fields of a kit, or of a brand on disk, that a person should decide; what a person chose is not doubted.

    Raises InputError when the brand's file was damaged meanwhile, StorageError.
    """
    evidence = brand.candidates if isinstance(brand, BrandKit) else brand.evidence
    fields = [*SHOWN, *USED, *(field for field in evidence if field.startswith("socials."))]
    doubts = []
    for field in fields:
        rows = evidence.get(field, ())
        value = _value(brand, field)
        reason = _reason(field, value, rows)
        if reason:
            doubts.append(Doubt(field, value, reason, tuple(rows[:CHOICES])))
    return doubts


def _reason(field: str, value: str, rows: Sequence[Candidate]) -> Reason | None:
    if rows and rows[0].source == USER:
        return None
    if not value or not rows:  # what was put in because nothing was found is missing too
        return "missing" if field in SHOWN else None
    if rows[0].score < SHOWN.get(field, LIKELY):
        return "unsure"
    return "close" if rows[0].score < BEYOND_DOUBT and _tied(rows) else None


def _tied(rows: Sequence[Candidate]) -> bool:
    best = rows[0]
    return any(best.score - other.score < TIE and _differ(best.value, other.value) for other in rows[1:])


def _differ(one: str, other: str) -> bool:
    if one.startswith("#") and other.startswith("#"):
        return hue_distance(one, other) > SAME_COLOUR
    return one.casefold() != other.casefold()


def _value(brand: BrandKit | StoredBrand, field: str) -> str:
    """What the brand has now; "" for a logo that is drawn from the name, and for a neutral that nobody found."""
    if field.startswith("socials."):
        return brand.socials.get(field.removeprefix("socials."), "")
    if field.startswith("logo_"):
        return _logo(brand, field.removeprefix("logo_"))
    if isinstance(brand, StoredBrand) and field in {"primary", "accent", "button"}:
        return str(getattr(brand.colours, field))
    return str(getattr(brand, field))


def _logo(brand: BrandKit | StoredBrand, slot: str) -> str:
    if isinstance(brand, BrandKit):
        return str(getattr(brand, f"logo_{slot}")) if slot in brand.logo_files else ""
    return brand.logo.references[slot]
