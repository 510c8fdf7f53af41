"""The roles that a mail's colours play, derived from the few colours that a company is known by.

Worked out in OKLCH and held to WCAG 2 contrast: whatever the brand's colours are, text can be read and a button can be
found. A colour that somebody asked for is moved only as far as that takes, in lightness, so that its hue stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from templates.brand.colours.contrast import BLACK, WHITE, chromatic, contrast, label_on, parse_hex
from templates.brand.colours.oklch import GREY, hued, lch, moved, shade

INK, TEXT, EDGE = 7.0, 4.5, 3.0  # WCAG ratios: enhanced text, text, the shape of a control
BRIGHT = 5.8  # a coloured text on black that has no more than 4.5:1 looks dull
#: How far a colour may be darkened before it is another colour: a yellow at 3:1 on white is mustard.
SAME_COLOUR = 0.15
#: Lightness, chroma and hue of the accents that we lend: to a cool brand, to a warm one, to a black one.
CORAL, NAVY, BLUE = (0.56, 0.165, 48.0), (0.43, 0.14, 262.0), (0.52, 0.19, 268.0)
PALE = 0.8  # lightness from which a brand's colour is too pale or too glaring to have a coloured button beside it
DARK_BUTTON = 0.27
PAPER_BUTTON, PAPER_LINK = 0.93, 0.86  # what an ink button and an ink link turn into in dark mode
PALEST_PAGE = 0.9  # lightness under which a ground around a white card looks like a frame
QUIET, TINTED = 0.012, 0.045  # most chroma of a neutral, and of a page that was asked for


@dataclass(frozen=True)
class Palette:
    """Every field is ``#rrggbb``.

    ``surface`` is the card a mail is written on, ``page`` the ground around it. ``ink`` has at least 7:1 on both,
    ``muted`` and ``link`` 4.5:1, ``accent`` and ``action`` 3:1; each ``on_…`` has 4.5:1 on its colour. ``action`` is
    the button's colour; ``primary`` is a ground for bands and marks and may be as pale as the brand is. ``band_action``
    is the button on such a band, 3:1 or more: ``action`` where that stands out, else white or black with a label in the
    band's colour.
    """

    primary: str
    on_primary: str
    accent: str
    on_accent: str
    action: str
    on_action: str
    band_action: str
    on_band_action: str
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


@dataclass(frozen=True)
class _Wanted:
    """What a palette is made from. ``button`` and ``accent`` are never "": where unknown, they are lent.

    ``voice`` is the brand's own colour where ``primary`` had to be dimmed; ``link``, ``background`` and ``text`` are ""
    to be derived.
    """

    primary: str
    button: str
    accent: str
    voice: str
    link: str
    background: str
    text: str


LIGHT = _Scheme(surface=1.0, page=0.966, line=0.905, ink=0.25, muted=0.5, link=TEXT, readable=0.0)
DARK = _Scheme(surface=0.226, page=0.178, line=0.35, ink=0.94, muted=0.74, link=BRIGHT, readable=1.0)

#: Pairs (text or shape, ground) and the ratio that each is held to.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((role, ground, INK) for role, ground in product(("ink",), ("surface", "page"))),
    *((role, ground, TEXT) for role, ground in product(("muted", "link"), ("surface", "page"))),
    *((role, ground, EDGE) for role, ground in product(("accent", "action"), ("surface", "page"))),
    ("band_action", "primary", EDGE),
    *((f"on_{role}", role, TEXT) for role in ("primary", "accent", "action", "band_action")),
)


@lru_cache(maxsize=256)
def palettes(
    primary: str, accent: str = "", *, button: str = "", link: str = "", background: str = "", text: str = ""
) -> tuple[Palette, Palette]:
    """Derive the light and the dark palette.

    ``button`` is the colour of the site's own buttons, ``accent`` the brand's second one; one stands in for the other,
    and where neither is known a brand lends itself an accent that is far from ``primary``. ``link``, ``background``
    (the ground around the card) and ``text`` are derived from ``primary`` when they are "". Raises InputError for what
    is no colour.
    """
    primary = parse_hex(primary)
    accent, button, link, background, text = (
        parse_hex(colour) if colour else "" for colour in (accent, button, link, background, text)
    )
    own = next((colour for colour in (button, accent) if _usable(colour)), "")
    lent = own or _lent_accent(primary)
    glowing = _glowing(primary, lent) if not own or own == button else own
    second = accent if _usable(accent) else ""
    # Darkened until it can be read, a yellow is mustard; then links on white speak with the buttons.
    spoken = link or (own if own and own == button and _too_pale(primary) else "")
    light = _Wanted(primary, lent, second or lent, primary, spoken, background, text)
    dark = _Wanted(_dark_band(primary), glowing, second or glowing, primary, link, background, text)
    return _palette(light, LIGHT), _palette(dark, DARK)


def failing_pairs(palette: Palette) -> list[tuple[str, str, float]]:
    """Pairs of PAIRS that miss their ratio, with the ratio they have; empty for every palette made here."""
    ratios = (
        (role, ground, least, contrast(getattr(palette, role), getattr(palette, ground)))
        for role, ground, least in PAIRS
    )
    return [(role, ground, ratio) for role, ground, least, ratio in ratios if ratio < least]


def _palette(wanted: _Wanted, scheme: _Scheme) -> Palette:
    _, chroma, hue = lch(wanted.background or wanted.primary)
    tone = min(chroma, QUIET)
    surface = WHITE if scheme is LIGHT else shade(scheme.surface, tone / 2, hue)
    grounds = (surface, _page(wanted, scheme, tone, hue))
    action = _action(wanted.button, grounds, scheme)
    accent = _visible(wanted.accent, grounds, scheme, EDGE) if lch(wanted.accent)[1] >= GREY else action
    band_action, on_band_action = _on_band(wanted.primary, action)
    return Palette(
        primary=wanted.primary,
        on_primary=label_on(wanted.primary),
        accent=accent,
        on_accent=label_on(accent),
        action=action,
        on_action=label_on(action),
        band_action=band_action,
        on_band_action=on_band_action,
        ink=_ink(wanted, grounds, scheme, tone, hue),
        muted=_visible(_quiet(wanted, scheme.muted, tone, hue), grounds, scheme, TEXT),
        line=shade(scheme.line, tone, hue),
        surface=surface,
        page=grounds[1],
        link=_link(wanted, action, grounds, scheme),
    )


def _on_band(primary: str, action: str) -> tuple[str, str]:
    """The button on a band and its label: tone on tone would be lost, so then it is paper, on a pale band ink."""
    if contrast(action, primary) >= EDGE:
        return action, label_on(action)
    if contrast(WHITE, primary) >= EDGE:
        return WHITE, moved(primary, lambda label: contrast(label, WHITE) >= TEXT, 0.0)
    return BLACK, primary


def _usable(colour: str) -> bool:
    """Whether a colour can be a button's; a white one works only on the site's photograph."""
    return bool(colour) and (chromatic(colour) or contrast(colour, WHITE) >= EDGE)


def _lent_accent(primary: str) -> str:
    """An accent for a brand that shows none: the other side of warm and cool, so that it is never tone on tone."""
    _, chroma, hue = lch(primary)
    if _pale(primary):
        return shade(DARK_BUTTON, min(chroma, 0.02), hue)  # an ink button, not somebody else's colour
    if chroma < GREY:
        return shade(*BLUE)
    return shade(*(CORAL if 130 < hue < 335 else NAVY))


def _glowing(primary: str, button: str) -> str:
    """The button in dark mode: where it is ink, the brand's own colour if that is light or neon, else paper."""
    _, chroma, hue = lch(button)
    if hued(button):
        return button
    return primary if _pale(primary) else shade(DARK_BUTTON, min(chroma, QUIET), hue)


def _pale(primary: str) -> bool:
    """Whether a brand's colour is near-white, neon, or a light grey."""
    lightness, chroma, _ = lch(primary)
    return lightness > PALE or (chroma < GREY and lightness > 0.6)


def _too_pale(primary: str) -> bool:
    """Whether a brand's colour becomes another one before it can be read on white."""
    lightness, chroma, _ = lch(primary)
    readable = moved(primary, lambda colour: contrast(colour, WHITE) >= TEXT, 0.0)
    return chroma >= GREY and lightness - lch(readable)[0] > SAME_COLOUR


def _dark_band(primary: str) -> str:
    """The brand's colour as a band in dark mode: a pale one would glare, a black one would vanish."""
    lightness, chroma, hue = lch(primary)
    if _pale(primary):
        return shade(0.34, chroma / 2, hue)
    return shade(0.3, chroma, hue) if lightness < 0.3 else primary


def _page(wanted: _Wanted, scheme: _Scheme, tone: float, hue: float) -> str:
    """The ground around the card; one that was asked for is kept while it is light and quiet enough to be a ground."""
    if scheme is DARK or not wanted.background:
        return shade(scheme.page, tone * 0.6, hue)
    lightness, chroma, hue = lch(wanted.background)
    if lightness >= PALEST_PAGE and chroma <= TINTED:
        return wanted.background
    return shade(max(lightness, PALEST_PAGE), min(chroma, TINTED), hue)


def _ink(wanted: _Wanted, grounds: tuple[str, str], scheme: _Scheme, tone: float, hue: float) -> str:
    if wanted.text and scheme is LIGHT:
        return _visible(wanted.text, grounds, scheme, INK)
    return _quiet(wanted, scheme.ink, tone, hue)


def _quiet(wanted: _Wanted, lightness: float, tone: float, hue: float) -> str:
    """A neutral in the hue of the text that was asked for, else in that of the brand."""
    if wanted.text:
        _, chroma, hue = lch(wanted.text)
        tone = min(chroma, 2 * QUIET)
    return shade(lightness, tone, hue)


def _link(wanted: _Wanted, action: str, grounds: tuple[str, str], scheme: _Scheme) -> str:
    link = wanted.link or (wanted.voice if lch(wanted.primary)[1] >= GREY else action)
    lightness, chroma, hue = lch(link)
    if scheme is DARK and wanted.link and chroma < GREY:
        return shade(max(lightness, PAPER_LINK), chroma, hue)
    return _visible(link, grounds, scheme, scheme.link)


def _action(accent: str, grounds: tuple[str, str], scheme: _Scheme) -> str:
    lightness, chroma, hue = lch(accent)
    if scheme is DARK and chroma < GREY:
        return shade(PAPER_BUTTON, chroma, hue)  # an ink button turns into a paper one, not into a grey one
    seen = _visible(accent, grounds, scheme, EDGE)
    if scheme is LIGHT and lightness - lch(seen)[0] > SAME_COLOUR:
        return shade(DARK_BUTTON, min(chroma, 0.05), hue)
    return seen


def _visible(colour: str, grounds: tuple[str, str], scheme: _Scheme, least: float) -> str:
    """Move a colour's lightness just as far as it takes to have ``least`` contrast on every ground."""
    return moved(colour, lambda seen: all(contrast(seen, ground) >= least for ground in grounds), scheme.readable)
