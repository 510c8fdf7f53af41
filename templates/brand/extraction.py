"""From an open site to its kit: every field's extractor in turn, then the choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from templates.brand.brand_kit import BrandKit
from templates.brand.colour import find_colours
from templates.brand.css import Styles, page_styles
from templates.brand.evidence import Candidate, chosen
from templates.brand.font import find_font, find_radius
from templates.brand.footer import find_addresses, find_languages, find_legal_lines
from templates.brand.logo import Logos, find_logos
from templates.brand.logo_colour import logo_colours
from templates.brand.logo_file import Choice, choose_logo
from templates.brand.name import find_names
from templates.brand.roles import find_roles
from templates.brand.site import Site, file_path
from templates.brand.social import find_socials

if TYPE_CHECKING:
    from templates.brand.page import Page
    from templates.brand.witness import Witness

NEUTRAL = "#3d4451"  # a quiet slate for a site that shows no colour at all
SURE_OF_PROFILE = 0.4  # a link in running text may be anybody's

Step = Callable[[str], None]
Fields = dict[str, tuple[Candidate, ...]]


def kit_of(site: Site, step: Step = lambda text: None, witness: Witness | None = None) -> BrandKit:
    """Extract the kit of a site that is open; ``witness`` looks at it with a browser."""
    page = site.page
    step("Reading the style sheets")
    styles = page_styles(site)
    step("Looking for the name and the logo")
    names = find_names(page)
    logos = find_logos(site, styles, chosen(names))
    slots = _choices(site, styles, logos, step)
    step("Choosing the colours")
    colours = _colours(page, styles, slots)
    socials = find_socials(page)
    candidates: Fields = {
        "name": names,
        "logo_wide": logos.wide,
        "logo_square": logos.square,
        "logo_dark": (),
        **colours,
        "address": find_addresses(page),
        "legal": find_legal_lines(page),
        "language": find_languages(page),
        **{f"socials.{network}": found for network, found in socials.items()},
    }
    return BrandKit(
        site=_site_address(page.url),
        name=chosen(names),
        legal=chosen(candidates["legal"]),
        address=chosen(candidates["address"]),
        language=chosen(candidates["language"]) or "en",
        logo_wide=file_path(slots["wide"].reference),
        logo_square=file_path(slots["square"].reference),
        logo_dark="",
        primary=chosen(colours["primary"]) or NEUTRAL,
        accent=chosen(colours["accent"]),
        button=chosen(colours["button"]),
        link="",
        background="",
        text="",
        font=find_font(page, styles),
        radius=find_radius(styles),
        socials={network: chosen(found) for network, found in socials.items() if found[0].score >= SURE_OF_PROFILE},
        candidates=candidates,
        logo_files={slot: one.file for slot, one in slots.items() if one.file},
        warnings=tuple(dict.fromkeys(site.warnings)),
    )


def _choices(site: Site, styles: Styles, logos: Logos, step: Step) -> Mapping[str, Choice]:
    step("Fetching the logo of the header")
    wide = choose_logo(site, styles, logos.wide, "wide")
    step("Fetching the icon")
    return {"wide": wide, "square": choose_logo(site, styles, logos.square, "square")}


def _colours(page: Page, styles: Styles, slots: Mapping[str, Choice]) -> Fields:
    shown = slots["wide"].file or slots["square"].file
    in_logo = logo_colours(shown.data, shown.reference) if shown else ()
    primary = find_colours(page, styles, in_logo, logo_seen=shown is not None)
    return {"primary": primary, "accent": (), **find_roles(styles)}


def _site_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
