"""What the fields of a brand panel amount to: the look of mails if they were applied now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.field import Field
from desktop.panels.brand_panel.logo_field import LogoField, Pictures
from desktop.panels.brand_panel.logo_well import own_png
from desktop.panels.brand_panel.sample_mail import Look
from templates.brand.colours.brand_colours import ROLES, BrandColours
from templates.brand.store import StoredBrand


def stored_look(brand: StoredBrand) -> Look:
    """The look that the brand has now."""
    light, dark = logo_pictures(brand, "logo")
    font = brand.font
    return Look(brand.colours, brand.name, light, dark, brand.radius, font.heading, font.body)


def logo_pictures(brand: StoredBrand, name: str) -> Pictures:
    """The stored pictures of a logo field, for light and for dark grounds; None where there is none of its own."""
    logo = brand.logo
    if name == "logo_square":
        return own_png(logo.square), None
    if name == "logo_dark":
        return (own_png(logo.wide_dark) if logo.references.get("dark") else None), None
    return own_png(logo.wide), own_png(logo.wide_dark)


def drafted_look(stored: Look, fields: Mapping[str, Field]) -> Look:
    """The stored look with what the fields say; half a colour changes nothing yet."""
    light, dark = _logos(stored, fields)
    return Look(
        colours=drafted_colours(stored.colours, fields),
        name=str(fields["name"].value),
        logo=light,
        dark_logo=dark,
        radius=int(fields["radius"].value),
        heading=str(fields["font_heading"].value),
        body=str(fields["font_body"].value),
    )


def drafted_colours(stored: BrandColours, fields: Mapping[str, Field]) -> BrandColours:
    """The colours as they would be; a wrong one stays as it is stored."""
    valid = {role: str(fields[role].value) for role in ROLES if fields[role].is_valid}
    return replace(stored, **valid)


def show_derived(colours: BrandColours, fields: Mapping[str, Field], derived: Mapping[str, str]) -> None:
    """Show in each automatic field what its colour becomes."""
    light = colours.palettes[0]
    for role, of_palette in derived.items():
        field = fields[role]
        if isinstance(field, ColourField):
            field.show_derived(getattr(light, of_palette))


def _logos(stored: Look, fields: Mapping[str, Field]) -> Pictures:
    wide, own_dark = fields["logo"], fields["logo_dark"]
    light, dark = stored.logo, stored.dark_logo
    if isinstance(wide, LogoField) and wide.is_changed:
        light, dark = wide.pictures
    if isinstance(own_dark, LogoField) and own_dark.value:
        dark = own_dark.pictures[0]
    return light, dark
