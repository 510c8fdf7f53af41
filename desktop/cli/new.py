"""``mailwright new``: a workspace with a brand and the twenty starters."""

from __future__ import annotations

from pathlib import Path

from desktop.cli.brand import as_data, read_brand
from desktop.cli.console import answer, progress, say
from desktop.cli.words import said, tokens
from desktop.errors import system_language
from templates.brand.kit import BrandKit
from templates.errors import InputError
from templates.generate import add_brand, add_starters, slug_of
from templates.starters import LANGUAGES
from templates.workspace import Workspace


def make_workspace(root: Path, source: str, language: str | None, base_url: str | None, *, as_json: bool) -> None:
    """Extract the brand of ``source`` and fill a new workspace in ``root`` with its templates."""
    languages = languages_of(language)
    kit = read_brand(source, base_url, quiet=as_json)
    workspace, slug = workspace_for(kit, root, languages, quiet=as_json)
    account, available = _first_tokens(workspace)
    names = [template.name for template in workspace.templates()]
    if as_json:
        paid = {"account": account, "available": available}
        answer(
            {"workspace": str(workspace.root), "brand": slug, "templates": names, "tokens": paid, "kit": as_data(kit)}
        )
    else:
        say(f"{len(names)} templates for {kit.name or slug} are in {root}", style="green")
        say(said("{account} pays for pictures and has {tokens}.", account=account, tokens=tokens(available)))


def workspace_for(
    kit: BrandKit, root: Path, languages: tuple[str, ...], *, quiet: bool = False
) -> tuple[Workspace, str]:
    """Make the workspace of one brand with all starters; return it with the brand's folder name."""
    language = kit.language if kit.language in languages else languages[0]
    workspace = Workspace.create(root, name=kit.name, language=language, brand=slug_of(kit))
    slug = add_brand(workspace, kit)
    with progress("Templates", quiet=quiet) as update:
        add_starters(workspace, slug, languages=languages, on_progress=update)
    return workspace, slug


def _first_tokens(workspace: Workspace) -> tuple[str, int]:
    """Make the account that pays, before anybody needs it: who, and how many tokens it has."""
    from renderers.budget.purse import open_purse

    with open_purse(workspace) as purse:
        return purse.account, purse.balance.available


def languages_of(asked: str | None) -> tuple[str, ...]:
    """The languages of ``--language``: all of them, the person's own first, when none or "both" was asked for."""
    if asked in {None, "both"}:
        own = system_language()
        return tuple(sorted(LANGUAGES, key=lambda language: language != own))
    languages = tuple(one.strip() for one in asked.split(",") if one.strip())
    unknown = [one for one in languages if one not in LANGUAGES]
    if unknown or not languages:
        raise InputError(
            "The starters do not speak `{language}`.", advice="They speak en and fr.", language=", ".join(unknown)
        )
    return languages
