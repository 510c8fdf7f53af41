"""Custom properties: the names that a design system gives its colours, and which of them the page uses most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from templates.brand.colours.contrast import chromatic
from templates.brand.colours.weights import WEIGHTS
from templates.brand.evidence import Candidate
from templates.brand.reading.css import Rule, Styles

TAIL = r"(?:-?colou?r)?(?:-(?:500|600|base|default|main|primary|bg|background))?$"
BRAND = re.compile(rf"^--(?:[\w-]*-)?(?:brand|corporate){TAIL}|^--(?:brand|corporate)-primary", re.I)
FIRST = rf"(?:primary|main|theme|key|site|network){TAIL}"
PRIMARY = re.compile(rf"^--(?:[\w-]*-)?{FIRST}", re.I)
#: The same behind words that only say where it stands; any other word makes it the colour of a part.
PLAIN = re.compile(
    rf"^--(?:(?:colou?rs?|clr|c|bs|wp|preset|e|global|palette|ds|ui|app|mdc|theme|sys|ref)-+)*{FIRST}", re.I
)
ACCENT = re.compile(rf"^--(?:[\w-]*-)?(?:accent|highlight|secondary|brand-?2|colou?r-2){TAIL}", re.I)
BUTTON = re.compile(rf"^--(?:[\w-]*-)?(?:action|cta|btn|button)(?:-primary)?{TAIL}", re.I)
LINK = re.compile(rf"^--(?:[\w-]*-)?(?:link|anchor){TAIL}", re.I)
TEXT = re.compile(rf"^--(?:colou?r-)?(?:body-?(?:text|colou?r)|text|ink|foreground|fg){TAIL}", re.I)
PAGE = re.compile(rf"^--(?:colou?r-)?(?:body-bg|page|background|bg){TAIL}", re.I)
#: Names of a part's own affairs, of states, and of what is not the company's.
OTHER = re.compile(
    r"status|caution|destructive|danger|error|alert|success|warning|info\b|upsell|disabled|hover|focus|shadow|border|"
    r"inverse|inverted|dark-|-rgb|gradient|placeholder|overlay|ghost|outline",
    re.I,
)
#: Libraries with properties of their own.
FOREIGN = re.compile(
    r"^--(?:fa|swiper|plyr|ck|cc|cookie|onetrust|ot|toastify|ytp|tw-ring|didomi|jp|wpforms|cnx|iti|fc|flatpickr)-", re.I
)
USE = re.compile(r"var\(\s*(--[\w-]+)")
LEAST_USES, LONGEST_NAME = 3, 100
HUES = r"red|blue|green|yellow|orange|purple|violet|pink|teal|navy|gold|brown|rouge|bleu|vert|jaune|rose|colou?r|main"


def variable_colours(styles: Styles, label: str) -> Iterator[Candidate]:
    """The company's colour by name. ``label`` is the domain's own word: ``--acme-blue`` is Acme's."""
    named = re.compile(rf"(?:^--|-){re.escape(label)}[-_]?(?:{HUES})(?:-(?:500|600|base))?$", re.I) if label else None
    for name, value, sheet in _own(styles):
        if kind := _kind(name, named):
            yield Candidate(styles.colour(value), "variable", WEIGHTS[kind], f"{sheet} {name}")
    yield from _most_used(styles)


def variables_for(styles: Styles, pattern: re.Pattern[str], score: float) -> Iterator[Candidate]:
    """Colours of the properties whose names match."""
    for name, value, sheet in _own(styles):
        if pattern.search(name):
            yield Candidate(styles.colour(value), "variable", score, f"{sheet} {name}")


def _own(styles: Styles) -> Iterator[tuple[str, str, str]]:
    """Name, value and sheet of the properties that are neither a library's nor a state's."""
    for name, (value, sheet) in styles.variables.items():
        if _is_own(name):
            yield name, value, sheet


@lru_cache(maxsize=8192)
def _is_own(name: str) -> bool:
    return len(name) < LONGEST_NAME and not FOREIGN.search(name) and not OTHER.search(name)


def _kind(name: str, named: re.Pattern[str] | None) -> str:
    if BRAND.search(name):
        return "brand variable"
    if named and named.search(name):
        return "named variable"
    if PRIMARY.search(name):
        return "primary variable" if PLAIN.search(name) else "longer variable"
    return ""


def _most_used(styles: Styles) -> Iterator[Candidate]:
    """The property with a hue that rules refer to most, as far as it leads the others."""
    uses = Counter(name for rule in styles.rules if _speaks(rule) for name in set(USE.findall(rule.body)))
    colours: Counter[str] = Counter()
    first: dict[str, str] = {}
    for name, count in uses.most_common(200):
        colour = styles.colour(f"var({name})") if _is_own(name) else ""
        if colour and chromatic(colour):
            colours[colour] += count
            first.setdefault(colour, name)
    for colour, count in colours.most_common(1):
        if count >= LEAST_USES:
            share = count / sum(colours.values())
            yield Candidate(colour, "variable", WEIGHTS["used variable"] * min(1.0, 1.5 * share), first[colour])


def _speaks(rule: Rule) -> bool:
    """Utility classes (``.has-red-color``) use every colour once: they prefer none."""
    return "var(" in rule.body and not re.search(r"\.(?:has|bg|text|border)-", rule.selector)
