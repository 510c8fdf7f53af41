"""The colours that a company is known by: what the site shows or a person chose, before anything is derived."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from templates.brand.colours.palette import Palette, palettes

NEUTRAL = "#3d4451"  # a quiet slate for a site that shows no colour at all
ROLES = ("primary", "accent", "button", "link", "background", "text")


@dataclass(frozen=True)
class BrandColours:
    """Each is ``#rrggbb``, or "" for one that is derived from the others; ``primary`` is never empty."""

    primary: str
    accent: str = ""
    button: str = ""
    link: str = ""
    background: str = ""
    text: str = ""

    @property
    def palettes(self) -> tuple[Palette, Palette]:
        """The light and the dark palette that mails are drawn with."""
        return palettes(**asdict(self))

    @property
    def neutrals(self) -> tuple[str, ...]:
        """The nine neutrals that mails use, from paper to night, in the hue of the brand (or of its background)."""
        light, dark = self.palettes
        return (
            light.page,
            dark.ink,
            light.line,
            dark.muted,
            light.muted,
            dark.line,
            light.ink,
            dark.surface,
            dark.page,
        )
