"""What an extraction gives: the values that were chosen, and the evidence for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import LogoFile
from templates.brand.texts.font import Font


@dataclass(frozen=True)
class BrandKit:
    """What a mail needs to know of a company.

    ``candidates`` holds the ranked evidence of the fields name, logo_wide, logo_square, logo_dark (the wide logo made
    for dark grounds), primary, accent, button, link, background, text, font_heading, font_body, address, legal,
    language and ``socials.<network>``. A logo's reference is an absolute URL, a file's path, ``inline-svg:<css
    selector>``, or "" when there is none; ``logo_files`` has the bytes of those slots ("wide", "square", "dark") that
    could be had, ``candidate_files`` the bytes of all candidates that were at hand, by their reference. A colour is
    ``#rrggbb``, or "" when the page does not tell and it is derived. ``page_picture`` is the page's first screen as PNG
    where a browser looked at it. A logo that only the browser gives, as a picture, is called ``rendered:header`` or so.
    """

    site: str
    name: str
    legal: str
    address: str
    language: str
    logo_wide: str
    logo_square: str
    primary: str
    accent: str
    font: Font
    radius: int
    socials: Mapping[str, str]
    candidates: Mapping[str, tuple[Candidate, ...]]
    logo_files: Mapping[str, LogoFile]
    warnings: tuple[str, ...]
    logo_dark: str = ""
    button: str = ""
    link: str = ""
    background: str = ""
    text: str = ""
    candidate_files: Mapping[str, LogoFile] = field(default_factory=dict)
    page_picture: bytes = field(default=b"", repr=False)

    @property
    def colours(self) -> BrandColours:
        """The colours as one value, from which palettes are derived."""
        return BrandColours(self.primary, self.accent, self.button, self.link, self.background, self.text)
