"""``mailwright brand --explain``: the candidates of every field, where they were found, and why one of them won."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from templates.brand.colours.contrast_table import checks
from templates.brand.doubts import doubtful
from templates.brand.evidence import Candidate
from templates.brand.kit import BrandKit
from templates.brand.site import file_path
from templates.brand.sureness import USER, sureness

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

COLOURS = ("accent", "button", "link", "background", "text")
FIELDS = (
    "name",
    "site",
    "logo_wide",
    "logo_square",
    "logo_dark",
    "primary",
    *COLOURS,
    "language",
    "address",
    "legal",
)
SHOWN = 5
BAR = 10
STYLES = {"chosen": "green", "sure": "green", "likely": "yellow", "guess": "red"}


def value_in_use(kit: BrandKit, field: str) -> str:
    """What the kit has in a field of its evidence; "" for nothing."""
    if field.startswith("socials."):
        return kit.socials.get(field.removeprefix("socials."), "")
    if field.startswith("font_"):
        return str(getattr(kit.font, field.removeprefix("font_")))
    return str(getattr(kit, field))


def why(kit: BrandKit, field: str) -> str:
    """One sentence: why this field has the value that it has."""
    found = kit.candidates[field]
    winner = next((rank for rank, one in enumerate(found) if _same(one, value_in_use(kit, field))), None)
    if winner is None:
        return "None was sure enough to be used." if found else "Nothing was found."
    sources = _sources(found[winner])
    if sources == [USER]:
        return "A person chose it."
    agree = f"{len(sources)} sources agree." if len(sources) > 1 else "One source says so."
    passed = {0: "", 1: " The one above could not be used."}.get(winner, " Those above could not be used.")
    return agree + passed


def evidence_as_data(kit: BrandKit) -> dict[str, Any]:
    """The evidence, the palettes and their contrast as plain data."""
    light, dark = kit.colours.palettes
    return {
        "candidates": {field: [_row(kit, field, one) for one in found] for field, found in kit.candidates.items()},
        "why": {field: why(kit, field) for field in kit.candidates},
        "doubts": [{"field": one.field, "value": one.value, "reason": one.reason} for one in doubtful(kit)],
        "palettes": {"light": asdict(light), "dark": asdict(dark)},
        "contrast": [asdict(pair) | {"passes": pair.passes} for pair in checks(kit.colours)],
    }


def evidence(kit: BrandKit) -> Group:
    """The evidence as a person reads it: a block for each field, then the contrast of the palettes."""
    from rich.console import Group

    fields = [field for field, found in kit.candidates.items() if found]
    return Group(*(block for field in fields for block in _field(kit, field)), *_contrast(kit))


def with_swatch(value: str) -> Text:
    """A value as it is, and behind a colour a spot of it."""
    from rich.text import Text

    is_colour = value.startswith("#") and len(value) == 7
    return Text(_short(value)) + (Text(" ") + Text("   ", style=f"on {value}") if is_colour else Text())


def _field(kit: BrandKit, field: str) -> Iterator[Text | Table]:
    from rich.table import Table
    from rich.text import Text

    heading = Text("\n") + Text(field.replace("_", " ").replace(".", ": "), style="bold")
    yield heading + Text(f"  {why(kit, field)}", style="dim")
    table = Table(show_header=False, box=None, padding=(0, 1, 0, 0), expand=False)
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in kit.candidates[field][:SHOWN]:
        mark = Text("✓" if _same(one, value_in_use(kit, field)) else " ", style="green")
        said = Text("\n").join([with_swatch(one.value), Text(_short(_origin(one)), style="dim")])
        table.add_row(mark, _bar(one), Text(f"{one.score:.2f}"), said)
    yield table


def _contrast(kit: BrandKit) -> Iterator[Text | Table]:
    """Only what a person would want to know: pairs that fail, and colours that had to move far."""
    from rich.text import Text

    pairs = checks(kit.colours)
    failing = [pair for pair in pairs if not pair.passes]
    yield (
        Text("\n")
        + Text("contrast", style="bold")
        + Text(f"  {len(pairs) - len(failing)} of {len(pairs)} pairs of the palettes can be read.", style="dim")
    )
    for pair in pairs:
        if not pair.passes or pair.moved_by > 0:
            moved = f", moved from {pair.wanted} (ΔE {pair.moved_by:g})" if pair.moved_by > 0 else ""
            line = Text(f"  {pair.scheme}: {pair.role} on {pair.ground}  ") + with_swatch(pair.used)
            yield line + Text(f"  {pair.ratio:.1f}:1 of {pair.least:g}:1{moved}")


def _bar(one: Candidate) -> Text:
    from rich.text import Text

    full = round(one.score * BAR)
    return Text("█" * full, style=STYLES[sureness(one)]) + Text("░" * (BAR - full), style="dim")


def _row(kit: BrandKit, field: str, one: Candidate) -> dict[str, Any]:
    return {
        "value": one.value,
        "source": one.source,
        "sources": _sources(one),
        "score": round(one.score, 3),
        "locator": one.locator,
        "chosen": _same(one, value_in_use(kit, field)),
    }


def _same(one: Candidate, value: str) -> bool:
    return bool(value) and file_path(one.value).casefold() == value.casefold()


def _sources(one: Candidate) -> Sequence[str]:
    return [source for source in one.source.split(", ") if source]


def _origin(one: Candidate) -> str:
    return f"{one.source} · {one.locator}" if one.locator and one.locator != one.value else one.source


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:159]}…"
