"""Which of the drawings on the screen is the company's logo, judged by the rules that the saved page is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from renderers.witness.findings import MARK, Finding, Findings
from templates.brand.evidence import chosen, clipped
from templates.brand.logos.shown_logos import place_score, shown_logos
from templates.brand.logos.svg_inline import PREFIX, svg_reference
from templates.brand.reading.elements import Standing, standing
from templates.brand.reading.page import Page
from templates.brand.texts.name import find_names
from templates.brand.witness import SeenColour, SeenLogo

MOST_LOGOS = 8
LEAST = 0.3
PAINTED = 0.9  # what a style sheet paints is a little less likely a logo than what the page shows as a picture
ZONES = {"header": "header", "footer": "footer", "content": "content", "body": "page"}

Original = Callable[[str], str]


@dataclass(frozen=True)
class Judged:
    """A drawing and what is thought of it; ``seen.picture`` is still empty."""

    finding: Finding
    seen: SeenLogo


def judged_logos(findings: Findings, rendered: Page, page: Page, original: Original) -> list[Judged]:
    """The likely logos among the drawings, best first.

    ``rendered`` is the page of the findings, ``page`` the one that came; ``original`` gives the site's own address of
    one that the browser knows.
    """
    by_mark = {str(finding.mark): finding for finding in findings.drawings}
    found = [*_pictures(rendered, page, by_mark), *_paintings(rendered, by_mark, original)]
    best = sorted((one for one in found if one.seen.score >= LEAST), key=lambda one: -one.seen.score)
    return best[:MOST_LOGOS]


def company_colours(findings: Findings, rendered: Page) -> tuple[SeenColour, ...]:
    """The colours of the company's own page: without those of cookie banners, chats and other companies' boxes."""
    marked = _marked(rendered)
    own = [paint for paint in findings.paints if not _is_guest(marked.get(str(paint.mark)), rendered)]
    return tuple(paint.colour for paint in own)


def button_radius(findings: Findings) -> int | None:
    """The corner radius that most of the buttons have, in CSS pixels."""
    radii = [round(paint.radius) for paint in findings.paints if paint.radius is not None]
    return max(sorted(set(radii)), key=radii.count) if radii else None


def _pictures(rendered: Page, page: Page, by_mark: dict[str, Finding]) -> Iterator[Judged]:
    name = chosen(find_names(page)) or chosen(find_names(rendered))
    for shown in shown_logos(rendered, name):
        finding = by_mark.get(shown.element.get(MARK, ""))
        if finding is None:
            continue
        reference = shown.candidate.value
        if reference.startswith(PREFIX):
            reference = _drawing_reference(page, shown.element)
        yield Judged(finding, _seen(finding, shown.place, reference, shown.candidate.score))


def _paintings(rendered: Page, by_mark: dict[str, Finding], original: Original) -> Iterator[Judged]:
    for mark, element in _marked(rendered).items():
        finding = by_mark.get(mark)
        if finding is None or finding.kind not in {"mask", "background"}:
            continue
        place = standing(rendered, element)
        score = PAINTED * place_score(place) - _doubts(place)
        reference = original(finding.url) if finding.whole and finding.url.startswith(("http", "data:")) else ""
        yield Judged(finding, _seen(finding, place, reference, score))


def _seen(finding: Finding, place: Standing, reference: str, score: float) -> SeenLogo:
    return SeenLogo(reference, f"rendered {ZONES[place.zone]}", clipped(score), finding.box)


def _doubts(place: Standing) -> float:
    return 0.4 * place.something_else + 0.4 * (place.zone == "content") + 0.5 * place.elsewhere + 0.3 * place.button


def _drawing_reference(page: Page, element: HtmlElement) -> str:
    """The reference of the same drawing in the page as it came; "" when a script drew it."""
    drawing = _paths(element)
    same = [one for one in page.root.iter("svg") if drawing and _paths(one) == drawing]
    return svg_reference(page, same[0]) if same else ""


def _paths(element: HtmlElement) -> tuple[str, ...]:
    parts = element.iter("path", "use", "polygon", "rect", "circle")
    return tuple(
        part.get("d") or part.get("href") or part.get("xlink:href") or part.get("points") or "" for part in parts
    )


def _marked(rendered: Page) -> dict[str, HtmlElement]:
    return {element.get(MARK, ""): element for element in rendered.root.xpath(f"//*[@{MARK}]")}


def _is_guest(element: HtmlElement | None, page: Page) -> bool:
    return element is not None and standing(page, element).zone == "content"
