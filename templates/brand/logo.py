"""Candidates for the two slots of a logo: the wide one of the header, the square one of the icons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from templates.brand.evidence import Candidate, best_first, clipped
from templates.brand.logos.css_logos import painted_logos
from templates.brand.logos.dark_logos import dark_logos, negative_by_name, shown_on_dark_only
from templates.brand.logos.icons import icon_candidates
from templates.brand.logos.shown_logos import Shown, shown_logos
from templates.brand.reading.css import Styles
from templates.brand.reading.organisations import structured_logos
from templates.brand.site import Site

AFTER_ICONS = 0.45  # below the smallest icon that a page declares


@dataclass(frozen=True)
class Logos:
    """Ranked candidates of both slots; ``dark`` holds wide ones that were made for dark grounds."""

    wide: tuple[Candidate, ...]
    square: tuple[Candidate, ...]
    dark: tuple[Candidate, ...] = ()


def find_logos(site: Site, styles: Styles, name: str) -> Logos:
    """Collect logos from the header, the structured data, the icons and the style sheets.

    ``name`` is the company's name as far as it is known; a picture that is called so is more likely its logo.
    """
    page = site.page
    shown = tuple(shown_logos(page, name))
    drawn = (*((_on_white(one), one.ratio) for one in shown), *painted_logos(page, styles, name))
    structured = tuple(structured_logos(page, name))
    wide = _ranked([candidate for candidate, ratio in (*drawn, *structured) if ratio is None or ratio >= 1.2])
    # Icons are declared for the square slot; what the header shows goes there only when there is none.
    square = [
        *_squares(drawn, wide, known=0.75, unknown=0.5, most=AFTER_ICONS),
        *_squares(structured, wide, known=1.4, unknown=1.1, most=1.0),
        *icon_candidates(site),
    ]
    dark = dark_logos(page, styles, shown)
    return Logos(wide, _ranked(square), tuple(one for one in dark if not wide or one.value != wide[0].value))


def _on_white(one: Shown) -> Candidate:
    """A mail's header is white: of a pair the logo that is made for dark grounds comes second."""
    hidden = shown_on_dark_only(one.element)
    doubt = 0.35 if hidden else 0.06 * negative_by_name(one.element, one.candidate.value)
    return replace(one.candidate, score=clipped(one.candidate.score - doubt)) if doubt else one.candidate


def _squares(
    found: Iterable[tuple[Candidate, float | None]],
    wide: tuple[Candidate, ...],
    *,
    known: float,
    unknown: float,
    most: float,
) -> Iterator[Candidate]:
    """The same pictures for the square slot: their score times ``known`` where the page says that they are square.

    Of the others none gets more than ``most``, and one that is the wide logo comes after every icon.
    """
    for candidate, ratio in found:
        if ratio is not None and 0.8 <= ratio <= 1.25:
            yield replace(candidate, score=clipped(candidate.score * known))
        elif ratio is None:
            is_wide = bool(wide) and candidate.value == wide[0].value and wide[0].score >= 0.5
            score = min(most, candidate.score * unknown)
            yield replace(candidate, score=clipped(min(score, AFTER_ICONS) if is_wide else score))


def _ranked(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """Best first, each reference once, with a little more confidence for one that several sources name."""
    best: dict[str, Candidate] = {}
    for candidate in best_first(candidates):
        known = best.setdefault(candidate.value, candidate)
        if known is not candidate and candidate.source not in known.source:
            score = clipped(known.score + 0.05)
            best[candidate.value] = replace(known, source=f"{known.source}, {candidate.source}", score=score)
    return best_first(best.values())
