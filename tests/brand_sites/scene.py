"""What all makers of one site share: its plan, its words, its folder, its truth and its own chance."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.brand_sites.brands import Brand, half
from tests.brand_sites.colours import rgb
from tests.brand_sites.drawing import Drawing, square_logo, wide_logo
from tests.brand_sites.drawing import lettering as choose_lettering
from tests.brand_sites.folder import Folder
from tests.brand_sites.plan import Plan, is_grey
from tests.brand_sites.truth import Truth
from tests.brand_sites.vocabulary import FAMILIES, WORDS

LEGAL_FORMS = {"fr": ("SAS", "SARL", "SA"), "en": ("Ltd", "Limited", "LLP")}


@dataclass
class Scene:
    """``rules`` gathers style rules that the parts of the page need; ``small`` are icons too small to be preferred."""

    plan: Plan
    folder: Folder
    truth: Truth
    chance: random.Random
    words: Mapping[str, Any]
    family: Mapping[str, Any]
    wide: Drawing
    square: Drawing
    place: tuple[str, str, str]
    legal_name: str
    others: list[Brand]
    rules: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    symbols: dict[str, str] = field(default_factory=dict)
    variable: str = ""  # the custom property that holds the brand's colour

    @property
    def brand(self) -> Brand:
        """The company."""
        return self.plan.brand

    def signal(self, name: str) -> bool | None:
        """True when the signal is there and right, False when it is there and wrong, None when it is not there."""
        return self.plan.signals.get(name)

    def has(self, decoy: str) -> bool:
        """Whether the page has this decoy."""
        return decoy in self.plan.decoys

    def stranger(self) -> Brand:
        """Another company, each only once while there are more."""
        self.others.append(other := self.others.pop(0))
        return other

    def rgb_of(self, colour: str) -> str:
        """A colour as three numbers, as some platforms write it."""
        return ",".join(map(str, rgb(colour)))

    def picture(self, name: str) -> str:
        """The path of a picture as this family files it."""
        return f"{self.family['pictures']}/{name}"


def scene_of(plan: Plan, root: Path, others: Sequence[Brand]) -> Scene:
    """Prepare a site: draw its logo, choose its words."""
    chance = random.Random(f"scene-{plan.brand.slug}-{plan.seed}")
    letters = choose_lettering(chance, plan.stacked)
    wide, square = wide_logo(plan.brand.path, plan.brand.title, letters), square_logo(plan.brand.path)
    style = chance.choice(("root", "root", "relative", "full", "full", "bare"))
    version = chance.choice(("", "", "", "", f"?v={chance.randrange(10**9)}", f"?ver=6.{chance.randrange(9)}"))
    return Scene(
        plan,
        Folder(root, plan.address, style, version),
        Truth(**_facts(plan), icon_outline=plan.brand.path, name_outline=wide.name),
        chance,
        words={**WORDS["common"][plan.language], **WORDS["trades"][plan.trade][plan.language]},
        family=FAMILIES[plan.family],
        wide=wide,
        square=square,
        place=chance.choice(WORDS["places"][plan.language]),
        legal_name=f"{plan.brand.title} {chance.choice(LEGAL_FORMS[plan.language])}",
        others=chance.sample(others, len(others)),
    )


def _facts(plan: Plan) -> dict[str, Any]:

    title = plan.brand.title
    bare = re.sub(r"(?i)(?:\.(?:com|io|net|org|fr)| (?:corporation|corp|inc|ltd|gmbh|ag|sa|co)\.?)$", "", title)
    return {
        "slug": plan.brand.slug,
        "seed": plan.seed,
        "half": half(plan.brand.slug),
        "family": plan.family,
        "url": plan.address,
        "language": plan.language,
        "names": list(dict.fromkeys((title, bare))),
        "colours": [plan.brand.colour],
        "grey": is_grey(plan.brand),
        "form": plan.form,
        "scheme": plan.scheme,
        "ink": plan.ink,
        "signals": dict(plan.signals),
        "decoys": sorted(plan.decoys),
        "carriers": list(plan.carriers),
    }
