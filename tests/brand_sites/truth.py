"""The right answers for one made site, as they lie beside it in ``truth.json``."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = "truth.json"


@dataclass
class Truth:
    """References are absolute URLs; an inline SVG is right when it holds ``name_outline`` (wide) or only the icon's.

    ``either`` fits both slots. ``dark`` are white variants for dark grounds. ``socials`` lists the accepted profiles of
    each network the page offers; ``carriers`` names what shows the colour.
    """

    slug: str
    seed: int
    half: str
    family: str
    url: str
    language: str
    names: list[str]
    colours: list[str]
    grey: bool
    form: str
    scheme: str
    ink: str
    signals: dict[str, bool]
    decoys: list[str]
    carriers: list[str]
    icon_outline: str = ""
    name_outline: str = ""
    wide: list[str] = field(default_factory=list)
    either: list[str] = field(default_factory=list)
    square: list[str] = field(default_factory=list)
    dark: list[str] = field(default_factory=list)
    socials: dict[str, list[str]] = field(default_factory=dict)
    address: str = ""
    legal: str = ""

    def save(self, folder: Path) -> None:
        """Write it beside the site."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=1, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Truth:
        """Read what ``save`` wrote."""
        return cls(**json.loads((folder / FILE).read_text("utf-8")))
