"""From an open site to its kit: every field's extractor in turn, then the choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from templates.brand.brand_kit import BrandKit
from templates.brand.colours.brand_colours import NEUTRAL
from templates.brand.colours.roles import find_roles, sure_roles
from templates.brand.colours.seen_colours import with_seen_colours
from templates.brand.evidence import Candidate, chosen
from templates.brand.logo import Logos, find_logos
from templates.brand.logos.candidate_files import candidate_files
from templates.brand.logos.logo_file import Choice, choose_logo
from templates.brand.reading.css import Styles, page_styles
from templates.brand.second_look import built_page, chosen_again, seen_styles, with_seen_logos
from templates.brand.site import Site, file_path
from templates.brand.social import find_socials
from templates.brand.texts.font import find_font, find_fonts, find_radius
from templates.brand.texts.footer import find_addresses, find_languages, find_legal_lines
from templates.brand.texts.name import find_names
from templates.brand.witness import Rendered

if TYPE_CHECKING:
    from templates.brand.witness import Witness

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
    seen = _looked_at(site, witness, step)
    if seen.logos or seen.photos:
        logos = with_seen_logos(site, logos, seen)
        slots = chosen_again(site, styles, slots, logos, seen)
    styles, built = seen_styles(styles, seen), built_page(page, seen)
    step("Choosing the colours")
    colours = with_seen_colours(find_roles(site, styles, slots), seen)
    sure = sure_roles(colours)
    socials = find_socials(page) or find_socials(built)
    candidates: Fields = {
        "name": names,
        "logo_wide": logos.wide,
        "logo_square": logos.square,
        "logo_dark": logos.dark,
        **colours,
        **find_fonts(page, styles),
        "address": find_addresses(page) or find_addresses(built),
        "legal": find_legal_lines(page) or find_legal_lines(built),
        "language": find_languages(page) or find_languages(built),
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
        logo_dark=file_path(slots["dark"].reference),
        primary=chosen(colours["primary"]) or NEUTRAL,
        accent=sure["accent"],
        button=sure["button"],
        link=sure["link"],
        background=sure["background"],
        text=sure["text"],
        font=find_font(page, styles),
        radius=find_radius(styles),
        socials={network: chosen(found) for network, found in socials.items() if found[0].score >= SURE_OF_PROFILE},
        candidates=candidates,
        logo_files={slot: one.file for slot, one in slots.items() if one.file},
        candidate_files=candidate_files(site, styles, [candidates[f"logo_{slot}"] for slot in slots]),
        page_picture=seen.picture,
        warnings=tuple(dict.fromkeys(site.warnings)),
    )


def _looked_at(site: Site, witness: Witness | None, step: Step) -> Rendered:
    """What a browser sees; after whatever is fetched for certain, because a page may ask for all that is left."""
    if witness is None:
        return Rendered()
    step("Looking at the page in a browser")
    return witness(site) or Rendered()


def _choices(site: Site, styles: Styles, logos: Logos, step: Step) -> Mapping[str, Choice]:
    step("Fetching the wide logo")
    wide = choose_logo(site, styles, logos.wide, "wide")
    step("Fetching the square logo")
    square = choose_logo(site, styles, logos.square, "square")
    return {"wide": wide, "square": square, "dark": choose_logo(site, styles, logos.dark, "dark")}


def _site_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
