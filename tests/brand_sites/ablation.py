"""What each signal is worth alone, and what each decoy costs: thirty brands each, of the tune half."""

from __future__ import annotations

from collections.abc import Sequence

from tests.brand_sites.brands import Brand, half
from tests.brand_sites.colours import SCHEMES
from tests.brand_sites.figures import shares
from tests.brand_sites.plan import Fixed
from tests.brand_sites.suite import Job, Marks, run
from tests.brand_sites.tables import Row, percent
from tests.brand_sites.vocabulary import DECOYS, LOGO_FORMS, SIGNALS

BRANDS = 30
FIGURES = ("name", "wide", "wide empty", "square", "colour", "socials precision", "socials recall")
# A page on which most things can just be told, so that a decoy has something to spoil; decoys that lie in a signal
# (a name with ".com", a generator's tile) need theirs.
THIN = ("title", "favicon_png", "footer_socials", "html_lang")
NEEDS = {
    "dot_com_name": "og_site_name",
    "generator_colours": "tile_color",
    "legal_name": "copyright",
    "monochrome_icon": "manifest",
}


def signal_rows(brands: Sequence[Brand]) -> list[Row]:
    """One signal on the page and nothing else; then one form of the logo, then one scheme of colours."""
    bare = Fixed(signals={}, decoys=(), form="text", scheme="default")
    cases = {"nothing": bare}
    cases |= {name: Fixed({name: True}, (), form="text", scheme="default") for name in SIGNALS}
    cases |= {f"logo: {form}": Fixed({}, (), form=form, scheme="default") for form in LOGO_FORMS}
    cases |= {f"colours: {scheme}": Fixed({}, (), form="text", scheme=scheme) for scheme in SCHEMES}
    results = _measured(brands, cases)
    return [{"signal": name, **_written(shares(marks))} for name, marks in results.items()]


def decoy_rows(brands: Sequence[Brand]) -> list[Row]:
    """One decoy added to a thin page with the seed's form of a logo: how many points each figure loses."""
    cases = {"none": Fixed(dict.fromkeys(THIN, True), (), scheme="classic")}
    for decoy in DECOYS:
        signals = dict.fromkeys((*THIN, *filter(None, [NEEDS.get(decoy)])), True)
        cases[decoy] = Fixed(signals, (decoy,), scheme="classic")
    results = _measured(brands, cases)
    base = shares(results["none"])
    rows: list[Row] = [{"decoy": "none (shares)", **_written(base)}]
    for decoy in DECOYS:
        found = shares(results[decoy])
        lost = {figure: 100 * (base[figure][0] - found[figure][0]) for figure in FIGURES if figure in found}
        points: Row = {figure: f"{lost[figure]:+.1f}" if figure in lost else "" for figure in FIGURES}
        rows.append({"decoy": decoy, **points})
    return rows


def _measured(brands: Sequence[Brand], cases: dict[str, Fixed]) -> dict[str, list[Marks]]:
    tune = [brand for brand in brands if half(brand.slug) == "tune"][:BRANDS]
    jobs = [Job(brand, f"one-{name.replace(': ', '-')}", fixed) for name, fixed in cases.items() for brand in tune]
    found = run(jobs, "kit")
    return {name: found[at * len(tune) : (at + 1) * len(tune)] for at, name in enumerate(cases)}


def _written(found: dict[str, tuple[float, int]]) -> Row:
    return {figure: percent(found[figure][0]) if figure in found else "" for figure in FIGURES}
