"""What a field of the evidence is called in the window."""

from __future__ import annotations

from desktop.panels.brand_panel.field_table import title_of
from templates.brand.batch.choices import LOGO_FIELDS


def field_name(field: str) -> str:
    """The panel's title for ``logo_wide``, ``socials.x``, ``primary`` …"""
    return title_of(LOGO_FIELDS.get(field, field).removeprefix("socials."))
