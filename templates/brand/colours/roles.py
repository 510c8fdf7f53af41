"""The colours of a page by the role they play, and which of them are sure enough to be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from templates.brand.colour import NEAR_WHITE, find_colours
from templates.brand.colours.clusters import clustered, kin, strongest
from templates.brand.colours.contrast import BLACK, WHITE, contrast
from templates.brand.colours.decoys import is_decoy
from templates.brand.colours.logo_colour import logo_colours
from templates.brand.colours.oklch import hue_distance, hued, lch
from templates.brand.colours.painted import (
    ROOTS,
    button_colours,
    ground,
    ink,
    is_blue,
    is_link,
    kebab,
    parts,
)
from templates.brand.evidence import Candidate
from templates.brand.logos.logo_file import Choice
from templates.brand.reading.attribute_rules import FOREIGN, page_rules
from templates.brand.reading.css import Rule, Styles
from templates.brand.reading.variables import ACCENT, BUTTON, LINK, PAGE, TEXT, variables_for
from templates.brand.site import Site

OWN_LINK, BLUE_LINK = 0.5, 0.4  # a blue link may be a habit
SECOND = 20.0  # CIEDE2000 from which a colour is the brand's second one, no shade of the first
OF_LOGO = 1.5  # how much more a logo's colour says of the accent: the second one there is the brand's second one
PALE_BUTTON = 1.35  # contrast to white under which a button is a site's second or third one
LIGHTEST, DARKEST, TINTED = 0.993, 0.9, 0.045  # OKLCH of a ground that a mail can take over
#: The score from which a role is used; below it stays a candidate, and the mail's colour is derived.
SURE = {"accent": 0.45, "button": 0.3, "link": 0.45, "background": 0.45, "text": 0.45}


def find_roles(site: Site, styles: Styles, slots: Mapping[str, Choice]) -> dict[str, tuple[Candidate, ...]]:
    """Ranked colours for each of ROLES; a role that the page does not show has no candidates."""
    logo, icon = _in_logo(slots["wide"], "logo"), _in_icon(site, slots)
    primary = find_colours(site, styles, logo, icon, logo_seen=slots["wide"].file is not None)
    rules = [rule for rule in (*styles.rules, *page_rules(site.page)) if not FOREIGN.search(kebab(rule.selector))]
    return {
        "primary": primary,
        "accent": _accents(styles, (*logo, *icon), primary),
        "button": _buttons(rules, styles),
        "link": _links(rules, styles),
        "background": _backgrounds(rules, styles),
        "text": _texts(rules, styles),
    }


def sure_roles(candidates: Mapping[str, Sequence[Candidate]]) -> dict[str, str]:
    """The value of each role but the primary: its best candidate where that is sure enough and fits a mail, else ""."""
    return {role: _sure(role, candidates.get(role, ())) for role in SURE}


def _sure(role: str, found: Sequence[Candidate]) -> str:
    if not found or found[0].score < SURE[role]:
        return ""
    return found[0].value if FITS[role](found[0].value) else ""


def _in_logo(choice: Choice, what: str) -> tuple[Candidate, ...]:
    return logo_colours(choice.file.data, choice.file.reference, what) if choice.file else ()


def _in_icon(site: Site, slots: Mapping[str, Choice]) -> tuple[Candidate, ...]:
    """The colours of the icon; none when it is the logo once more, or a mask, which is black for everybody."""
    wide, square = slots["wide"].file, slots["square"].file
    masks = {site.page.absolute(link.get("href", "")) for link in site.page.select("link[rel~=mask-icon]")}
    if square is None or square.reference in masks or (wide is not None and wide.data == square.data):
        return ()
    return _in_logo(slots["square"], "icon")


def _accents(styles: Styles, logo: Sequence[Candidate], primary: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The brand's second colour: another one of its logo, or one that its sheets call so."""
    votes = [replace(one, score=min(0.9, one.score * OF_LOGO)) for one in logo]
    votes += variables_for(styles, ACCENT, 0.35)
    first = primary[0].value if primary else WHITE
    return clustered(vote for vote in _own(votes) if hued(vote.value) and _is_second(vote.value, first))


def _buttons(rules: Iterable[Rule], styles: Styles) -> tuple[Candidate, ...]:
    votes = [vote for rule in rules for vote in button_colours(rule, kebab(rule.selector), styles)]
    votes += variables_for(styles, BUTTON, 0.35)
    return clustered(vote for vote in _own(votes) if _is_button(vote.value))


def _links(rules: Iterable[Rule], styles: Styles) -> tuple[Candidate, ...]:
    votes = [
        Candidate(colour, "links", BLUE_LINK if is_blue(colour) else OWN_LINK, f"{rule.sheet} {part[:80]}")
        for rule in rules
        if "color" in rule.body and (colour := ink(rule, styles))
        for part in parts(kebab(rule.selector))
        if is_link(part)
    ]
    votes += variables_for(styles, LINK, 0.4)
    return clustered(vote for vote in _own(votes) if _is_link(vote.value))


def _backgrounds(rules: Iterable[Rule], styles: Styles) -> tuple[Candidate, ...]:
    votes = [*_of_root(rules, styles, "page"), *variables_for(styles, PAGE, 0.3)]
    return clustered(vote for vote in strongest(votes) if _is_ground(vote.value))


def _texts(rules: Iterable[Rule], styles: Styles) -> tuple[Candidate, ...]:
    votes = [*_of_root(rules, styles, "text"), *variables_for(styles, TEXT, 0.3)]
    return clustered(vote for vote in strongest(votes) if _is_text(vote.value))


def _of_root(rules: Iterable[Rule], styles: Styles, source: str) -> Iterator[Candidate]:
    for rule in rules:
        part = next((part for part in parts(kebab(rule.selector)) if part in ROOTS), "")
        if part:
            colour = ground(rule, styles) if source == "page" else ink(rule, styles)
            yield Candidate(colour, source, 0.5, f"{rule.sheet} {part}")


def _is_second(colour: str, first: str) -> bool:
    """Whether a colour is another one, not a shade or the like of the first."""
    return hue_distance(colour, first) > SECOND and not kin(colour, first) and contrast(colour, WHITE) > NEAR_WHITE


def _is_button(colour: str) -> bool:
    return contrast(colour, WHITE) > PALE_BUTTON


def _is_link(colour: str) -> bool:
    """White links belong to a dark ground, black ones to a menu."""
    return hued(colour) and contrast(colour, WHITE) > 2


def _is_ground(colour: str) -> bool:
    """Whether a mail can stand on a colour: light, quiet, and not the white that every page has."""
    lightness, chroma, _ = lch(colour)
    return DARKEST <= lightness < LIGHTEST and chroma < TINTED


def _is_text(colour: str) -> bool:
    """Dark enough to be read on white; pure black is what a page has that says nothing."""
    return contrast(colour, WHITE) >= 7 and colour != BLACK


def _own(votes: Iterable[Candidate]) -> list[Candidate]:
    """Votes for colours that are no tool's defaults."""
    return [vote for vote in strongest(votes) if not is_decoy(vote.value, vote.source)]


FITS: Mapping[str, Callable[[str], bool]] = {
    "accent": hued,
    "button": _is_button,
    "link": _is_link,
    "background": _is_ground,
    "text": _is_text,
}
