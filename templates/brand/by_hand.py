"""A brand kit from what a person types: for a company that has no site, or none worth reading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.brand_kit import BrandKit
from templates.brand.colours.contrast import parse_hex
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_alone import kit_of_few, logo_fields, slot_of
from templates.brand.logos.logo_file import LogoFile
from templates.brand.logos.stored_logos import logo_from
from templates.brand.sureness import USER
from templates.brand.texts.networks import NETWORKS
from templates.brand.texts.typed import checked_profile, checked_text
from templates.errors import InputError

if TYPE_CHECKING:
    from templates.brand.opening.fetch import Fetcher

Logo = bytes | Path | str
#: Values that are what they are written as.
TEXTS = ("name", "site", "language", "address", "legal")


def brand_by_hand(
    name: str,
    primary: str = "",
    logo: Logo = "",
    *,
    accent: str = "",
    button: str = "",
    logo_square: Logo = "",
    site: str = "",
    language: str = "",
    address: str = "",
    legal: str = "",
    socials: Mapping[str, str] | None = None,
    fetcher: Fetcher | None = None,
) -> BrandKit:
    """Make a kit of a name and whatever else is known; what is left empty is derived or drawn.

    Colours are ``#rgb`` or ``#rrggbb``; a logo is bytes, a file or a URL, and goes where its shape fits: the wide slot
    or the square one. Without ``primary`` the logo's own colour is taken. Everything typed counts as a person's choice,
    which no later extraction replaces. Raises InputError for a value that is not usable, FetchError, StorageError.
    """
    files = _logos({"": logo_from(logo, fetcher), "square": logo_from(logo_square, fetcher)})
    typed = dict(zip(TEXTS, (name, site, language, address, legal), strict=True))
    fields = {field: _choice(text) for field, text in _checked_texts(typed).items()}
    for slot, file in files.items():
        fields = logo_fields(file, slot) | fields
        fields[f"logo_{slot}"] = _choice(file.reference or f"logo-{slot}")
    for role, colour in {"primary": primary, "accent": accent, "button": button}.items():
        if colour:
            fields[role] = _choice(parse_hex(colour)) + fields.get(role, ())
    return kit_of_few(fields | _profiles(socials or {}), files)


def _logos(given: Mapping[str, LogoFile | None]) -> dict[str, LogoFile]:
    """The logos by slot: one that was not given for a slot goes where its shape fits, if there is none yet."""
    files = {slot: file for slot, file in given.items() if slot and file}
    shaped = given.get("")
    if shaped is not None:
        slot = slot_of(shaped)
        files.setdefault("wide" if slot in files else slot, shaped)
    return files


def _checked_texts(typed: Mapping[str, str]) -> dict[str, str]:
    """What was really typed; a name always has to be."""
    texts = {field: checked_text(field, text) for field, text in typed.items() if text.strip() or field == "name"}
    return {field: text for field, text in texts.items() if text}


def _profiles(socials: Mapping[str, str]) -> dict[str, tuple[Candidate, ...]]:
    for network in socials:
        if network not in NETWORKS:
            known = ", ".join(NETWORKS)
            raise InputError(
                "`{value}` is not known here.", advice="Write one of: {known}.", value=network, known=known
            )
    checked = {network: checked_profile(url) for network, url in socials.items()}
    return {f"socials.{network}": _choice(url) for network, url in checked.items() if url}


def _choice(text: str) -> tuple[Candidate, ...]:
    return (Candidate(text, USER, 1.0),)
