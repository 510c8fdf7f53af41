"""Which brand of a workspace stands for the same company: by its site, not by its name alone."""

from __future__ import annotations

from contextlib import suppress

from templates.brand.brand_kit import BrandKit
from templates.brand.domain import normalise
from templates.brand.store import load_brand
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace


def brand_of(workspace: Workspace, kit: BrandKit) -> str:
    """Return the folder name of the brand that is this kit's company; "" when there is none.

    Two companies of one name are two brands; the name decides only where neither has a site. Damaged ones are passed
    over.
    """
    for slug in workspace.brands():
        with suppress(MailwrightError):
            brand = load_brand(workspace.brand_folder(slug))
            if company_of(brand.site) == company_of(kit.site) and (kit.site or brand.name == kit.name):
                return slug
    return ""


def company_of(site: str) -> str:
    """Return the registrable domain of a brand's site; what is no web address, as it is."""
    try:
        return normalise(site).domain
    except InputError:  # a saved page without an address, or no site
        return site
