"""``mailwright clients``: the profiles, what they do to mails, and the table behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.cli.console import answer, say, terminal
from desktop.cli.places import locate
from desktop.errors import system_language
from renderers.clients.change import Change, Evidence
from renderers.clients.coverage import Coverage, coverage
from renderers.clients.explanation import Reason, reasons
from renderers.clients.pipeline import client_html
from renderers.clients.profile import Mode, Profile, profile, profiles
from renderers.clients.words import MODE_NAMES, label, profile_name, translated
from templates.assemble import assemble
from templates.files import read_text, write_text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDE = 110  # characters of a terminal in which all columns have room
PLACES = 3  # of a change that is made at many places
STYLES = {"certain": "", "contested": "yellow", "approximated": "cyan"}


@dataclass(frozen=True)
class AskedFor:
    """How the mail is looked at."""

    data: str
    mode: str
    old: bool


def list_clients(*, as_json: bool) -> None:
    """Print every profile, by group."""
    if as_json:
        answer([_profile_data(each) for each in profiles()])
        return
    screen = terminal()
    for group in ("desktop", "web", "mobile", "plain"):
        screen.print(_group_table(group, [each for each in profiles() if each.group == group], screen.width >= WIDE))


def _group_table(group: str, shown: list[Profile], wide: bool) -> Table:
    from rich.table import Table

    language = system_language()
    table = Table(title=f"{translated(group, language)} ({len(shown)})", title_justify="left", box=None, pad_edge=False)
    table.add_column("Id", no_wrap=True)  # people copy it
    for title in ("Client", "Label", "Engine", *(("Version", "Modes") if wide else ())):
        table.add_column(title, overflow="fold")
    for each in shown:
        name = label(each.fidelity, language).name
        modes = ", ".join(translated(MODE_NAMES[mode], language) for mode in each.modes)
        more = (each.version, modes) if wide else ()
        table.add_row(each.id, profile_name(each, language), name, each.engine, *more)
    return table


def show_client(client: str, *, as_json: bool) -> None:
    """Print one profile with its stages and their evidence."""
    shown = profile(client)
    if as_json:
        answer({**_profile_data(shown), "stages": list(_stages_data(shown))})
        return
    language = system_language()
    screen = terminal()
    name, meaning = label(shown.fidelity, language)
    screen.print(f"{profile_name(shown, language)}  ({shown.id})", style="bold", markup=False, highlight=False)
    screen.print(f"{name}: {meaning}", markup=False, highlight=False)
    screen.print(translated(shown.note, language), style="dim", markup=False, highlight=False)
    size = f"{shown.width} × {shown.height}, {shown.scale:g} pixels a CSS pixel, {shown.engine}"
    screen.print(f"{translated(shown.device, language)}, {size}", markup=False, highlight=False)
    for stage in _stages_data(shown):
        screen.print(f"\n{stage['stage']}", style="bold", markup=False)
        for setting in stage["settings"]:
            _print_setting(screen, setting)


def _print_setting(screen: Console, setting: Mapping[str, Any]) -> None:
    screen.print(f"  {setting['name']} = {setting['value']}", markup=False, highlight=False)
    if setting["evidence"]:
        known = setting["evidence"]
        said = " · ".join(part for part in (known["source"], known["date"], known["certainty"]) if part)
        screen.print(f"      {said}", style="dim", markup=False, highlight=False)


def _stages_data(shown: Profile) -> Iterator[dict[str, Any]]:
    for stage, settings in shown.steps:
        known = {name: shown.evidence.get(f"{stage}.{name}") for name in settings}
        yield {
            "stage": stage,
            "settings": [
                {"name": name, "value": value, "evidence": _evidence_data(known[name])}
                for name, value in settings.items()
            ],
        }


def explain_client(
    template: Path, workspace: Path | None, client: str, asked: AskedFor, out: Path | None, *, as_json: bool
) -> None:
    """Print what the client changes in a mail."""
    shown = profile(client)
    html = _mail(template, workspace, asked.data)
    made = client_html(html, client, mode=cast(Mode, asked.mode), old=asked.old)
    if out is not None:
        write_text(out, made.html)
    known = coverage(html, shown)
    if as_json:
        answer(
            {
                "client": _profile_data(shown),
                "mode": asked.mode,
                "changes": [_change_data(each, html) for each in made.changes],
                "coverage": {"used": known.used, "known": known.known, "oldest": known.oldest},
            }
        )
        return
    screen = terminal()
    found = reasons(made.changes)
    for reason in found:
        _print_reason(screen, reason, html)
    _print_summary(screen, shown, sum(len(each.spots) for each in found), known)
    if out is not None:
        say(f"{len(made.html.encode()):,} bytes in {out}", style="green")


def _mail(template: Path, workspace: Path | None, data: str) -> str:
    if template.suffix.lower() in {".html", ".htm"}:
        return read_text(template)
    opened, folder = locate(template, workspace)
    return assemble(opened, folder.name, data=data).html


def _print_reason(screen: Console, reason: Reason, html: str) -> None:
    language = system_language()
    count = f"  × {len(reason.spots)}" if len(reason.spots) > 1 else ""
    style = STYLES[reason.evidence.certainty]
    screen.print(f"{reason.sentence(language)}{count}", style=style, markup=False, highlight=False)
    known = reason.evidence
    word = translated(known.certainty, language)
    said = " · ".join(part for part in (reason.rule, known.source, known.date, word) if part)
    screen.print(f"    {said}", style="dim", markup=False, highlight=False)
    places = [_place(at, element, html) for at, element in reason.spots if at is not None]
    if places:
        more = ", …" if len(places) > PLACES else ""
        screen.print(f"    {', '.join(places[:PLACES])}{more}", style="dim", markup=False, highlight=False)


def _print_summary(screen: Console, shown: Profile, count: int, known: Coverage) -> None:
    language = system_language()
    name, meaning = label(shown.fidelity, language)
    screen.print(f"\n{count} changes. {name}: {meaning}", markup=False, highlight=False)
    oldest = f"; oldest test {known.oldest}" if known.oldest else ""
    screen.print(
        f"{known.known} of {known.used} features of this mail are covered by data{oldest}.",
        markup=False,
        highlight=False,
    )


def refresh_table(source: Path | None, *, as_json: bool) -> None:
    """Take over a newer table."""
    from renderers.clients.refresh import refresh

    table = refresh(source)
    if as_json:
        answer({"date": table.updated, "features": len(table.features)})
    else:
        say(f"{len(table.features)} features of caniemail.com, as of {table.updated}.", style="green")


def _place(at: int, element: str, html: str) -> str:
    return f"{_line(at, html)} {element}".rstrip()


def _line(at: int, html: str) -> str:
    return f"{html.count(chr(10), 0, at) + 1}:{at - html.rfind(chr(10), 0, at)}"


def _change_data(change: Change, html: str) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "what": str(change),
        "element": change.element,
        "places": [{"at": at, "line": _line(at, html)} for at in change.places],
        "evidence": _evidence_data(change.evidence),
    }


def _evidence_data(known: Evidence | None) -> dict[str, str] | None:
    return {"source": known.source, "date": known.date, "certainty": known.certainty} if known else None


def _profile_data(shown: Profile) -> dict[str, Any]:
    return {
        "id": shown.id,
        "name": shown.name,
        "brand": shown.brand,
        "group": shown.group,
        "version": shown.version,
        "device": shown.device,
        "country": shown.country,
        "engine": shown.engine,
        "layout": shown.layout,
        "viewport": {"width": shown.width, "height": shown.height, "scale": shown.scale},
        "modes": list(shown.modes),
        "label": shown.fidelity,
        "note": shown.note,
        "caniemail": shown.caniemail,
    }
