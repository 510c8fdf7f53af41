"""The roles that a mail's colours play, derived from the one or two colours that a company is known by.

Worked out in OKLCH, where equal steps look equal, and held to WCAG 2 contrast: whatever the brand's colour is, text can
be read and a button can be found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from coloraide import Color

from templates.brand.contrast import BLACK, WHITE, chromatic, contrast, label_on, parse_hex

INK, TEXT, EDGE = 7.0, 4.5, 3.0  # WCAG ratios: enhanced text, text, the shape of a control
BRIGHT = 5.8  # a coloured text on black that has no more than 4.5:1 looks dull
GREY = 0.03  # OKLCH chroma below which a hue is not seen
#: How far a colour may be darkened before it is another colour: a yellow at 3:1 on white is mustard.
SAME_COLOUR = 0.15
#: Lightness, chroma and hue of the accents that we lend: to a cool brand, to a warm one, to a black one.
CORAL, NAVY, BLUE = (0.56, 0.165, 48.0), (0.43, 0.14, 262.0), (0.52, 0.19, 268.0)
PALE = 0.8  # lightness from which a brand's colour is too pale or too glaring to have a coloured button beside it
DARK_BUTTON = 0.27


@dataclass(frozen=True)
class Palette:
    """Every field is ``#rrggbb``.

    ``surface`` is the card a mail is written on, ``page`` the ground around it. ``ink`` has at least 7:1 on both,
    ``muted`` and ``link`` 4.5:1, ``accent`` and ``action`` 3:1; each ``on_…`` has 4.5:1 on its colour. ``action`` is
    the button's colour; ``primary`` is a ground for bands and marks and may be as pale as the brand is.
    """

    primary: str
    on_primary: str
    accent: str
    on_accent: str
    action: str
    on_action: str
    ink: str
    muted: str
    line: str
    surface: str
    page: str
    link: str


@dataclass(frozen=True)
class _Scheme:
    """Lightness of the neutrals, and which way a colour moves to be seen: down on white, up on black."""

    surface: float
    page: float
    line: float
    ink: float
    muted: float
    link: float
    readable: float


LIGHT = _Scheme(surface=1.0, page=0.966, line=0.905, ink=0.25, muted=0.5, link=TEXT, readable=0.0)
DARK = _Scheme(surface=0.226, page=0.178, line=0.35, ink=0.94, muted=0.74, link=BRIGHT, readable=1.0)

#: Pairs (text or shape, ground) and the ratio that each is held to.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((role, ground, INK) for role, ground in product(("ink",), ("surface", "page"))),
    *((role, ground, TEXT) for role, ground in product(("muted", "link"), ("surface", "page"))),
    *((role, ground, EDGE) for role, ground in product(("accent", "action"), ("surface", "page"))),
    *((f"on_{role}", role, TEXT) for role in ("primary", "accent", "action")),
)


@lru_cache(maxsize=256)
def palettes(
    primary: str, accent: str = "", *, button: str = "", link: str = "", background: str = "", text: str = ""
) -> tuple[Palette, Palette]:
    """Derive the light and the dark palette.

    ``button`` is the colour of the site's own buttons, ``accent`` the brand's second one; where neither is known a
    brand lends itself an accent that is far from ``primary``. Raises InputError for what is no colour.
    """
    primary = parse_hex(primary)
    own = parse_hex(button or accent) if button or accent else ""
    if own and (chromatic(own) or contrast(own, WHITE) >= EDGE):
        return _palette(primary, own, LIGHT), _palette(_dark_band(primary), own, DARK, voice=primary)
    # No button colour, or a white one, which only works on the site's photograph.
    lent = _lent_accent(primary)
    glowing = primary if _pale(primary) else lent  # a neon brand's own colour is the best button on black
    return _palette(primary, lent, LIGHT), _palette(_dark_band(primary), glowing, DARK, voice=primary)


def failing_pairs(palette: Palette) -> list[tuple[str, str, float]]:
    """Pairs of PAIRS that miss their ratio, with the ratio they have; empty for every palette made here."""
    ratios = (
        (role, ground, least, contrast(getattr(palette, role), getattr(palette, ground)))
        for role, ground, least in PAIRS
    )
    return [(role, ground, ratio) for role, ground, least, ratio in ratios if ratio < least]


def hue_distance(one: str, other: str) -> float:
    """How different two colours look, in CIEDE2000: under 5 the same colour, over 25 two colours for anybody."""
    return float(Color(one).delta_e(Color(other), method="2000"))


def _palette(primary: str, accent: str, scheme: _Scheme, *, voice: str = "") -> Palette:
    """``voice`` is the colour that links speak with where the band had to be dimmed."""
    _, chroma, hue = _lch(primary)
    tone = min(chroma, 0.012)
    surface = WHITE if scheme is LIGHT else _hex(scheme.surface, tone / 2, hue)
    grounds = (surface, _hex(scheme.page, tone * 0.6, hue))
    action = _action(accent, grounds, scheme)
    accent_seen = _visible(accent, grounds, scheme, EDGE) if _lch(accent)[1] >= GREY else action
    linked = (voice or primary) if chroma >= GREY else action
    return Palette(
        primary=primary,
        on_primary=label_on(primary),
        accent=accent_seen,
        on_accent=label_on(accent_seen),
        action=action,
        on_action=label_on(action),
        ink=_hex(scheme.ink, tone, hue),
        muted=_visible(_hex(scheme.muted, tone, hue), grounds, scheme, TEXT),
        line=_hex(scheme.line, tone, hue),
        surface=surface,
        page=grounds[1],
        link=_visible(linked, grounds, scheme, scheme.link),
    )


def _lent_accent(primary: str) -> str:
    """An accent for a brand that shows none: the other side of warm and cool, so that it is never tone on tone."""
    _, chroma, hue = _lch(primary)
    if _pale(primary):
        return _hex(DARK_BUTTON, min(chroma, 0.02), hue)  # an ink button, not somebody else's colour
    if chroma < GREY:
        return _hex(*BLUE)
    return _hex(*(CORAL if 130 < hue < 335 else NAVY))


def _pale(primary: str) -> bool:
    """Whether a brand's colour is near-white, neon, or a light grey."""
    lightness, chroma, _ = _lch(primary)
    return lightness > PALE or (chroma < GREY and lightness > 0.6)


def _dark_band(primary: str) -> str:
    """The brand's colour as a band in dark mode: a pale one would glare, a black one would vanish."""
    lightness, chroma, hue = _lch(primary)
    if _pale(primary):
        return _hex(0.34, chroma / 2, hue)
    return _hex(0.3, chroma, hue) if lightness < 0.3 else primary


def _action(accent: str, grounds: tuple[str, str], scheme: _Scheme) -> str:
    lightness, chroma, hue = _lch(accent)
    if scheme is DARK and chroma < GREY:
        return _hex(0.93, chroma, hue)  # an ink button turns into a paper one, not into a grey one
    seen = _visible(accent, grounds, scheme, EDGE)
    if scheme is LIGHT and lightness - _lch(seen)[0] > SAME_COLOUR:
        return _hex(DARK_BUTTON, min(chroma, 0.05), hue)
    return seen


def _visible(colour: str, grounds: tuple[str, str], scheme: _Scheme, least: float) -> str:
    """Move a colour's lightness just as far as it takes to have ``least`` contrast on every ground."""

    def seen(candidate: str) -> bool:
        return all(contrast(candidate, ground) >= least for ground in grounds)

    if seen(colour):
        return colour
    lightness, chroma, hue = _lch(colour)
    return _nearest(lambda value: _hex(value, chroma, hue), seen, lightness, scheme.readable)


def _nearest(shade: Callable[[float], str], good: Callable[[str], bool], start: float, end: float) -> str:
    """Bisect between a lightness that is not good and one that is (black or white always are)."""
    for _ in range(9):
        middle = (start + end) / 2
        start, end = (start, middle) if good(shade(middle)) else (middle, end)
    found = shade(end)
    return found if good(found) else (WHITE if end > start else BLACK)


@lru_cache(maxsize=1024)
def _lch(colour: str) -> tuple[float, float, float]:
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


@lru_cache(maxsize=4096)
def _hex(lightness: float, chroma: float, hue: float) -> str:
    """The displayable colour nearest to an OKLCH one: lightness and hue stay, chroma gives way."""
    colour = Color("oklch", [min(1.0, max(0.0, lightness)), chroma, hue])
    return str(colour.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True))
