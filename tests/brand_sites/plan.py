"""What one site will be, drawn from a seed before anything is made."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tests.brand_sites.brands import Brand
from tests.brand_sites.colours import Colours, chroma, colours_of, rgb, scheme_of
from tests.brand_sites.vocabulary import DECOYS, FAMILIES, LOGO_FORMS, NETWORKS, SIGNALS, WITHOUT_WIDE, WORDS

NAMERS = ("title", "og_site_name", "application_name", "json_ld", "copyright")
INKS = {"colour": 34, "two": 30, "shaded": 6, "black": 12}  # of a logo on a light header


@dataclass(frozen=True)
class Plan:
    """``signals`` says of each signal that is there whether it is right; ``ink`` is how the header's logo is coloured.

    ``carriers`` names what on the page shows the brand's colour, for whoever asks why a colour is expected.
    """

    brand: Brand
    seed: int
    family: str
    language: str
    trade: str
    address: str  # of the page
    signals: Mapping[str, bool]
    decoys: frozenset[str]
    form: str
    ink: str
    stacked: bool
    scheme: str
    colours: Colours
    networks: tuple[str, ...]
    photos: int  # where in the pile of photographs it begins
    carriers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fixed:
    """What takes the place of what the seed would draw: ``signals`` (name: right or wrong), ``decoys``, the others."""

    signals: Mapping[str, bool] | None = None
    decoys: tuple[str, ...] | None = None
    family: str = ""
    form: str = ""
    scheme: str = ""


def draw_plan(brand: Brand, seed: int, fixed: Fixed | None = None) -> Plan:
    """Draw a random mix, but for what is ``fixed``."""
    fixed = fixed or Fixed()
    chance = random.Random(f"{brand.slug}-{seed}")
    plan = _drawn(chance, brand, seed, fixed.scheme)
    plan = replace(plan, family=fixed.family or plan.family, form=fixed.form or plan.form)
    if fixed.decoys is not None:
        plan = replace(plan, decoys=frozenset(fixed.decoys))
    plan = _named(plan) if fixed.signals is None else replace(plan, signals=dict(fixed.signals))
    plan = _dressed(chance, plan)
    return _inferable(plan) if fixed.signals is None else replace(plan, carriers=_carriers(plan))


def _drawn(chance: random.Random, brand: Brand, seed: int, scheme: str) -> Plan:
    """Everything as chance has it; ``scheme`` of the colours may be given."""
    language, trade = chance.choice(("fr", "en")), chance.choice(list(WORDS["trades"]))
    if chance.random() < 0.3:  # small companies carry a name and what they do
        form = chance.choice(WORDS["trades"][trade][language]["names"])
        brand = replace(brand, title=form.format(brand.title))
    signals = {name: chance.random() < right for name, (there, right) in SIGNALS.items() if chance.random() < there}
    decoys = frozenset(name for name, often in DECOYS.items() if chance.random() < often)
    scheme = scheme or scheme_of(chance, brand.colour)
    return Plan(
        brand,
        seed,
        family=chance.choice(list(FAMILIES)),
        language=language,
        trade=trade,
        address=_address(chance, brand.slug),
        signals=signals,
        decoys=decoys,
        form=_weighted(chance, LOGO_FORMS),
        ink=_ink(chance, scheme, brand.colour),
        stacked=chance.random() < 0.08,
        scheme=scheme,
        colours=colours_of(chance, brand.colour, scheme),
        networks=tuple(name for name, often in NETWORKS.items() if chance.random() < often),
        photos=chance.randrange(24),
    )


def _dressed(chance: random.Random, plan: Plan) -> Plan:
    """What a family's header and a form of the logo ask of the rest."""
    if FAMILIES[plan.family].get("dark_header") and plan.ink not in {"white", "light"}:
        colours = replace(plan.colours, header="#1a1a1a", on_header="#ffffff")
        ink = chance.choice(("reversed", "reversed", "light")) if _shows_on_dark(plan.brand.colour) else "reversed"
        plan = replace(plan, colours=colours, ink=ink)
    if plan.form == "script":  # without a browser there must be another way to the logo
        plan = replace(plan, signals={**plan.signals, "json_ld": True})
    return plan


def _weighted(chance: random.Random, weights: Mapping[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _address(chance: random.Random, slug: str) -> str:
    """The company's domain: mostly its name, now and then with a town or a word."""
    forms = {
        slug: 84,
        f"{slug}-group": 3,
        f"groupe-{slug}": 3,
        f"{slug}lyon": 3,
        f"get{slug}": 3,
        f"atelier{slug[:3]}": 4,
    }
    name = _weighted(chance, forms)
    host = f"{name}{chance.choice(('.com', '.com', '.fr', '.fr', '.io', '.net', '.co.uk'))}"
    return f"https://{chance.choice(('www.', ''))}{host}/"


def _ink(chance: random.Random, scheme: str, colour: str) -> str:
    if scheme == "bold_header":
        return "white"
    if scheme == "dark":
        # White altogether, or the icon in colour beside a white name where the colour shows on dark.
        return chance.choice(("white", "light")) if _shows_on_dark(colour) else "white"
    inks = {name: weight for name, weight in INKS.items() if name != "black" or scheme == "classic"}
    return _weighted(chance, inks)


def _shows_on_dark(colour: str) -> bool:
    return max(rgb(colour)) > 110


def _named(plan: Plan) -> Plan:
    """Make sure that a careful reader can tell the name: two places at least say it right."""
    signals = dict(plan.signals)
    right = [name for name in NAMERS if signals.get(name)]
    for name in ("title", "copyright"):
        if len(right) < 2 and name not in right:
            signals[name] = True
            right.append(name)
    return replace(plan, signals=signals)


def _inferable(plan: Plan) -> Plan:
    """Make sure that a careful reader can tell the colour: the logo in it, or three places of the page."""
    plan = replace(plan, carriers=_carriers(plan))
    if any(name in plan.carriers for name in ("logo", "square")) or len(plan.carriers) >= 3:
        return plan
    colours = replace(plan.colours, button=plan.brand.colour, link=plan.brand.colour)
    plan = replace(plan, colours=colours, signals={**plan.signals, "apple_touch": True})
    return replace(plan, carriers=_carriers(plan))


def _carriers(plan: Plan) -> tuple[str, ...]:
    coloured = plan.ink in {"colour", "two", "shaded", "light"}
    colours, own = plan.colours, plan.brand.colour
    icons = ("favicon_png", "favicon_svg", "apple_touch")
    found = {
        "logo": coloured and plan.form not in WITHOUT_WIDE,
        "square": coloured and plan.form in {"square", "square_and_text"},
        "icons": any(plan.signals.get(name) for name in icons),
        **{name: plan.signals.get(name, False) for name in ("theme_color", "mask_icon", "manifest", "variables")},
        **{role: getattr(colours, role) == own for role in ("button", "link", "header", "footer", "heading")},
    }
    return tuple(name for name, there in found.items() if there)


def is_grey(brand: Brand) -> bool:
    """Whether a brand's own colour is black, grey or almost."""
    return chroma(brand.colour) < 0.12
