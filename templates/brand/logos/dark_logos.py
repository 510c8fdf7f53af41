"""Wide logos that a company made for dark grounds: declared by media, by class, by file name, or by a dark footer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from lxml.html import HtmlElement

from templates.brand.colours.contrast import WHITE, contrast
from templates.brand.evidence import Candidate, clipped, merged
from templates.brand.logos.pictures import dark_source
from templates.brand.logos.shown_logos import Shown
from templates.brand.reading.css import Styles, css_colour
from templates.brand.reading.page import Page, tokens

#: Classes of what is shown on dark pages only: Tailwind's, and those that documentation themes use.
SHOWN_ON_DARK = re.compile(
    r"(?<![\w-])dark:(?:block|inline|flex|inline-block|inline-flex|visible|opacity-100|contents)(?![\w-])|"
    r"(?:show|visible|only|for)-?(?:on|in)?-?dark|dark-?mode-?(?:only|logo|image|img)|logo-?-?dark-?mode|dark-only|"
    r"(?:logo|image|img)-?-?(?:on|for)-?dark|themed-?image-?-?dark"
)
HIDDEN_ON_DARK = re.compile(
    r"(?<![\w-])dark:(?:hidden|invisible|opacity-0)(?![\w-])|light-?(?:mode-?)?only|only-?light"
)
#: Words of file names and classes: what is white was drawn for a dark ground.
NEGATIVE = re.compile(
    r"(?<![a-z])(?:white|whit|negative|negatif|négatif|neg|inverse|inversed|inverted|invert|reverse|reversed|knockout|blanc|"
    r"blanche|weiss|weiß|blanco|bianco|bianca|wit|on-?dark|for-?dark|dark-?mode|dark-?bg|darkbg)(?![a-z])"
)
LIGHT = re.compile(r"(?<![a-z])(?:light|clair|dark)(?![a-z])")  # may be either: the picture itself must tell
ATTRIBUTE = re.compile(r"^data-(?:[\w-]*-)?(?:dark|white|negative|inverse|light)(?:-[\w-]*)?$")
DARK_CLASS = re.compile(
    r"(?<![\w-])(?:bg-(?:dark|black)|bg-(?:gray|grey|slate|zinc|neutral|stone)-[89]\d\d|text-(?:white|light)|(?:is|navbar|footer)-"
    r"dark|dark-(?:bg|background)|inverse|inverted|dark)(?![\w-])"
)
DARK_GROUND = 4.5  # contrast to white from which a band is dark
MOST_RULES = 2000  # rules with a ground that are looked at


def dark_logos(page: Page, styles: Styles, shown: Sequence[Shown]) -> tuple[Candidate, ...]:
    """Ranked wide logos for dark grounds; () when the page declares none.

    ``shown`` are the logos of the page; that of a dark header is among the answers.
    """
    grounds = _Grounds(styles)
    votes = [vote for one in shown if one.ratio is None or one.ratio >= 1.2 for vote in _votes(page, one, grounds)]
    return merged(votes, key=str)


def shown_on_dark_only(element: HtmlElement) -> bool:
    """Whether classes hide a picture on light pages."""
    names = " ".join(tokens(node) for node in (element, *list(element.iterancestors())[:2]))
    return bool(SHOWN_ON_DARK.search(names)) and not HIDDEN_ON_DARK.search(names)


def negative_by_name(element: HtmlElement, reference: str) -> bool:
    """Whether the file's name or the class says that the logo is white."""
    return bool(NEGATIVE.search(_names(element, reference)))


def _votes(page: Page, one: Shown, grounds: _Grounds) -> Iterator[Candidate]:
    """What speaks for a shown logo, or a sibling it names, being made for dark grounds."""
    element, candidate = one.element, one.candidate
    if candidate.score < 0.25:
        return
    for url, source, score in (
        (dark_source(page, element), "picture for dark pages", 0.85),
        (_named_by_attribute(page, element), "attribute for dark grounds", 0.7),
        (candidate.value if shown_on_dark_only(element) else "", "shown on dark pages", 0.8),
        (candidate.value if negative_by_name(element, candidate.value) else "", "file name", 0.6),
        (candidate.value if LIGHT.search(_names(element, candidate.value)) else "", "light or dark by name", 0.35),
        (candidate.value if grounds.dark(element) else "", f"{one.place.zone} on a dark ground", 0.5),
    ):
        if url:
            yield Candidate(url, source, clipped(score * min(1.0, candidate.score + 0.4)), candidate.locator)


def _names(element: HtmlElement, reference: str) -> str:
    path = "" if reference.startswith(("data:", "inline-svg:")) else unquote(reference.split("?")[0]).rsplit("/", 1)[-1]
    return f"{path} {element.get('class') or ''} {element.get('id') or ''}".lower()


def _named_by_attribute(page: Page, element: HtmlElement) -> str:
    """A second logo in an attribute, such as ``data-logo-dark``, for a script to swap in."""
    for name, value in element.attrib.items():
        if ATTRIBUTE.match(str(name)) and re.search(r"\.(?:svg|png|webp|gif|jpe?g)\b", value):
            return page.absolute(value.split()[0])
    return ""


class _Grounds:
    """What bands of the page are painted with, as far as rules of one class, id or tag say."""

    def __init__(self, styles: Styles) -> None:
        self._styles, self._colours = styles, self._read(styles)

    def dark(self, element: HtmlElement) -> bool:
        """Whether the nearest ancestor that has a ground has a dark one."""
        for node in element.iterancestors():
            if node.tag in {"body", "html"}:
                break
            colour = self._own(node)
            if colour:
                return contrast(colour, WHITE) >= DARK_GROUND
            if DARK_CLASS.search(tokens(node)):
                return True
        return False

    def _own(self, node: HtmlElement) -> str:
        inline = re.search(r"background(?:-color)?\s*:\s*([^;]+)", node.get("style", "")[:2000])
        if inline and (colour := self._styles.colour(inline[1])):
            return colour
        names = (f"#{node.get('id')}", *(f".{c}" for c in (node.get("class") or "").split()), str(node.tag))
        return next((self._colours[name] for name in names if name in self._colours), "")

    @staticmethod
    def _read(styles: Styles) -> dict[str, str]:
        colours: dict[str, str] = {}
        looked = 0
        for rule in styles.rules:
            parts = [part.strip() for part in rule.selector[:500].split(",")]
            plain = [part for part in parts if re.fullmatch(r"(?:\w+)?[.#][\w-]+|footer|header|nav", part)]
            if plain and "background" in rule.body and looked < MOST_RULES:
                looked += 1
                value = styles.resolved(
                    rule.declarations.get("background-color") or rule.declarations.get("background", "")
                )
                colour = css_colour(value) or css_colour(value.split()[0] if value else "")
                for part in plain if colour else ():
                    colours[re.sub(r"^\w+(?=[.#])", "", part)] = colour
        return colours
