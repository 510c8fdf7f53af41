"""The fields of a brand: what they are called, which group they are in, where their value and their evidence stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.jobs import Jobs
from desktop.language import QT_TRANSLATE_NOOP
from desktop.panels.brand_panel.choice_fields import LanguageField, RadiusField
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.field import Field
from desktop.panels.brand_panel.font_field import FontField
from desktop.panels.brand_panel.logo_field import LogoField
from desktop.panels.brand_panel.text_fields import AddressField, LinesField
from templates.brand.colours.brand_colours import ROLES
from templates.brand.store import LOGOS, StoredBrand
from templates.brand.texts.networks import NETWORKS

FIRST = ("logo", "name", "primary")
SOCIAL = ("facebook", "x", "linkedin")
#: What is below, by group.
MORE = {
    "logos": ("logo_square", "logo_dark"),
    "colours": tuple(role for role in ROLES if role != "primary"),
    "type": ("font_heading", "font_body", "font_url", "radius"),
    "networks": tuple(name for name in NETWORKS if name not in SOCIAL),
    "company": ("legal", "address", "site", "language"),
}
GROUPS = {
    "logos": QT_TRANSLATE_NOOP("BrandFields", "More logos"),
    "colours": QT_TRANSLATE_NOOP("BrandFields", "Colours by role"),
    "type": QT_TRANSLATE_NOOP("BrandFields", "Fonts and corners"),
    "networks": QT_TRANSLATE_NOOP("BrandFields", "Other networks"),
    "company": QT_TRANSLATE_NOOP("BrandFields", "Company"),
    "contrast": QT_TRANSLATE_NOOP("BrandFields", "Contrast"),
}
TITLES = {
    "logo": QT_TRANSLATE_NOOP("BrandFields", "Logo"),
    "logo_square": QT_TRANSLATE_NOOP("BrandFields", "Square logo"),
    "logo_dark": QT_TRANSLATE_NOOP("BrandFields", "Logo for dark grounds"),
    "name": QT_TRANSLATE_NOOP("BrandFields", "Company name"),
    "primary": QT_TRANSLATE_NOOP("BrandFields", "Dominant colour"),
    "accent": QT_TRANSLATE_NOOP("BrandFields", "Second colour"),
    "button": QT_TRANSLATE_NOOP("BrandFields", "Buttons"),
    "link": QT_TRANSLATE_NOOP("BrandFields", "Links"),
    "background": QT_TRANSLATE_NOOP("BrandFields", "Background"),
    "text": QT_TRANSLATE_NOOP("BrandFields", "Text"),
    "font_heading": QT_TRANSLATE_NOOP("BrandFields", "Headings"),
    "font_body": QT_TRANSLATE_NOOP("BrandFields", "Running text"),
    "font_url": QT_TRANSLATE_NOOP("BrandFields", "Style sheet of the web font"),
    "radius": QT_TRANSLATE_NOOP("BrandFields", "Corner radius"),
    "legal": QT_TRANSLATE_NOOP("BrandFields", "Legal line"),
    "address": QT_TRANSLATE_NOOP("BrandFields", "Postal address"),
    "site": QT_TRANSLATE_NOOP("BrandFields", "Site"),
    "language": QT_TRANSLATE_NOOP("BrandFields", "Language"),
    "x": QT_TRANSLATE_NOOP("BrandFields", "X (Twitter)"),
}
#: The palette's colour that an automatic one becomes.
DERIVED = {"accent": "accent", "button": "action", "link": "link", "background": "page", "text": "ink"}


def title_of(name: str) -> str:
    """What people call a field; networks have their own name."""
    return QCoreApplication.translate("BrandFields", TITLES[name]) if name in TITLES else NETWORKS[name]


def group_title(group: str) -> str:
    """The heading of a group."""
    return QCoreApplication.translate("BrandFields", GROUPS[group])


def more_fields(jobs: Jobs) -> dict[str, Field]:
    """Every field but those of FIRST, in the order in which the panel shows them."""
    fields: dict[str, Field] = {
        "logo_square": LogoField(jobs, height=72),
        "logo_dark": LogoField(jobs, height=72, only_dark=True),
        **{role: ColourField(automatic=True, dropper=True) for role in MORE["colours"]},
        "font_heading": FontField(heading=True),
        "font_body": FontField(),
        "font_url": AddressField(),
        "radius": RadiusField(),
        **{network: AddressField() for network in NETWORKS},
        "legal": LinesField(),
        "address": LinesField(),
        "site": AddressField(),
        "language": LanguageField(),
    }
    order = [*SOCIAL, *(name for group in MORE.values() for name in group)]
    return {name: fields[name] for name in order}


def evidence_of(name: str) -> str:
    """The name under which a field's candidates are kept."""
    if name in LOGOS:
        return f"logo_{LOGOS[name]}"
    return f"socials.{name}" if name in NETWORKS else name


def value_of(brand: StoredBrand, name: str) -> Any:
    """The stored value of a field that is no logo."""
    if name in ROLES:
        return getattr(brand.colours, name)
    if name.startswith("font_"):
        return getattr(brand.font, name.removeprefix("font_"))
    return brand.socials.get(name, "") if name in NETWORKS else getattr(brand, name)
