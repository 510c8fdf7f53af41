"""The ways of ``mailwright brand``: one company's source, one typed by hand, a list of them, a review's choices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import typer


@dataclass(frozen=True)
class Asked:
    """What stood on the command line; exactly one of ``source``, ``name``, ``batch`` and ``apply`` is given."""

    source: str | None
    base_url: str | None
    as_json: bool
    explain: bool
    browser: bool
    save: Path | None
    name: str
    colour: str
    logo: str
    batch: Path | None
    out: Path | None
    templates: bool
    language: str | None
    workers: int
    again: bool
    apply: Path | None


def run_brand(asked: Asked) -> None:
    """Go the way that was asked for. Raises BadParameter for none, for two at once, and for one without its folder."""
    if sum(1 for way in (asked.source, asked.name, asked.batch, asked.apply) if way) != 1:
        raise typer.BadParameter("give one of these: SOURCE, --name, --batch, --apply")
    if not asked.name and (asked.colour or asked.logo):
        raise typer.BadParameter("--colour and --logo go with --name")
    if asked.batch or asked.apply:
        _many(asked)
    else:
        _one(asked)


def _one(asked: Asked) -> None:
    from desktop.cli.brand import show_brand, show_typed

    if asked.source:
        show_brand(
            asked.source,
            asked.base_url,
            as_json=asked.as_json,
            explain=asked.explain,
            browser=asked.browser,
            save=asked.save,
        )
    else:
        show_typed(asked.name, asked.colour, asked.logo, asked.save, as_json=asked.as_json, explain=asked.explain)


def _many(asked: Asked) -> None:
    from desktop.cli.brand_batch import apply_file, run_list

    if asked.out is None:
        raise typer.BadParameter("say with --out DIR where the companies' workspaces are")
    if asked.apply:
        apply_file(asked.apply, asked.out, as_json=asked.as_json)
    elif asked.batch:
        run_list(asked.batch, asked.out, asked)
