"""``mailwright brand``: what a company's site says about its brand."""

from __future__ import annotations

from typing import Any

from desktop.cli.console import answer, say, terminal
from templates.brand.kit import BrandKit, extract_brand

_FIELDS = ("name", "site", "logo_wide", "logo_square", "primary", "accent", "language", "address", "legal")


def show_brand(source: str, base_url: str | None, *, as_json: bool, explain: bool) -> None:
    """Print the kit of ``source``; with ``explain`` the candidates of every field too."""
    kit = read_brand(source, base_url, quiet=as_json)
    if as_json:
        answer(as_data(kit, explain=explain))
        return
    terminal().print(_table(kit))
    if explain:
        terminal().print(_evidence(kit))


def read_brand(source: str, base_url: str | None, *, quiet: bool = False) -> BrandKit:
    """Extract the brand and say each step on the way, then its warnings."""
    kit = extract_brand(source, base_url=base_url, progress=None if quiet else say)
    for warning in () if quiet else kit.warnings:
        say(f"Note: {warning}", style="yellow")
    return kit


def as_data(kit: BrandKit, *, explain: bool = False) -> dict[str, Any]:
    """The kit as plain data for ``--json``."""
    data: dict[str, Any] = {field: getattr(kit, field) for field in _FIELDS}
    data["font"] = {"heading": kit.font.heading, "body": kit.font.body, "url": kit.font.url}
    data["socials"] = dict(kit.socials)
    data["warnings"] = list(kit.warnings)
    if explain:
        data["candidates"] = {
            field: [{"value": one.value, "source": one.source, "score": round(one.score, 3)} for one in found]
            for field, found in kit.candidates.items()
        }
    return data


def _table(kit: BrandKit) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for field in _FIELDS:
        value = str(getattr(kit, field)) or "–"
        cell = Text(value)
        if value.startswith("#"):
            cell = Text("  ", style=f"on {value}") + Text(f" {value}")
        table.add_row(Text(field.replace("_", " "), style="dim"), cell)
    for network, url in kit.socials.items():
        table.add_row(Text(network, style="dim"), Text(url))
    return table


def _evidence(kit: BrandKit) -> Any:
    from rich.table import Table
    from rich.text import Text

    table = Table("field", "candidate", "where it was found", "score", title="Evidence")
    for field, found in kit.candidates.items():
        for one in found[:5]:
            table.add_row(field, Text(one.value[:70]), Text(one.source), f"{one.score:.2f}")
    return table
