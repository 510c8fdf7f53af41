"""``mailwright clients``: the profiles, what they do to mails, and the table behind them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.cli.console import answer, columns, say, show_table, terminal
from desktop.cli.places import locate
from desktop.errors import system_language
from renderers.clients.change import Change, Evidence
from renderers.clients.coverage import Coverage, coverage
from renderers.clients.explanation import Reason, reasons
from renderers.clients.pipeline import client_html
from renderers.clients.profile import Group, Mode, Profile, profile, profiles
from renderers.clients.words import (
    GROUP_NAMES,
    MODE_NAMES,
    certainty,
    label,
    profile_name,
    spoken_date,
    translated,
)
from renderers.engines.offers import NAMES
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
    for group in GROUP_NAMES:
        shown = [each for each in profiles() if each.group == group]
        if shown:
            show_table(_group_table(group, shown, wide=columns() >= WIDE))
            screen.print()
    _line(screen, _said("{count} clients. `mailwright clients show ID` says what one does.", count=len(profiles())))


def _group_table(group: Group, shown: list[Profile], *, wide: bool) -> Table:
    from rich.table import Table

    language = system_language()
    title = f"{_said(GROUP_NAMES[group])} ({len(shown)})"
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column("Id", no_wrap=True)  # people copy it
    for heading in ("Client", "Label", "Engine", *(("Version", "Modes") if wide else ())):
        table.add_column(_said(heading), overflow="fold")
    for each in shown:
        name = label(each.fidelity, language).name
        modes = ", ".join(_said(MODE_NAMES[mode]) for mode in each.modes)
        more = (_version(each), modes) if wide else ()
        table.add_row(each.id, profile_name(each, language), name, NAMES[each.engine], *more)
    return table


def show_client(client: str, *, as_json: bool) -> None:
    """Print one profile with its stages and their evidence."""
    shown = profile(client)
    if as_json:
        answer({**_profile_data(shown), "stages": list(_stages_data(shown))})
        return
    language, screen = system_language(), terminal()
    name, meaning = label(shown.fidelity, language)
    _line(screen, f"{profile_name(shown, language)}  ({shown.id})", style="bold")
    _line(screen, f"{name}. {meaning}")
    _line(screen, _said(shown.note), style="dim")
    where = ", ".join(filter(None, (_said(shown.device), _version(shown))))
    size = _said("{width} × {height}, scale {scale}, {engine}", width=shown.width, height=shown.height,
                 scale=f"{shown.scale:g}", engine=NAMES[shown.engine])  # fmt: skip
    _line(screen, " · ".join(filter(None, (where, size, ", ".join(_said(MODE_NAMES[mode]) for mode in shown.modes)))))
    for stage in _stages_data(shown):
        _line(screen, f"\n{stage['stage']}", style="bold")
        for setting in stage["settings"]:
            _print_setting(screen, setting)


def _print_setting(screen: Console, setting: Mapping[str, Any]) -> None:
    _line(screen, f"{setting['name']} = {_toml(setting['value'])}", indent=2)
    known = setting["evidence"]
    if known:
        _print_evidence(screen, Evidence(known["source"], known["date"], known["certainty"]), indent=6)


def _version(shown: Profile) -> str:
    """Return the version; clients on the web have the month in which they were looked at."""
    return spoken_date(_said(shown.version), system_language())


def _toml(value: Any) -> str:
    """Return a setting as it is written in a profile, for people who copy it into theirs."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


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
                "coverage": {
                    "used": known.used,
                    "known": known.known,
                    "oldest": known.oldest,
                    "unknown": list(known.unknown),
                },
            }
        )
        return
    screen = terminal()
    found = reasons(made.changes)
    _print_reasons(screen, found, html)
    _print_summary(screen, shown, sum(len(each.spots) for each in found), known)
    if out is not None:
        say(_said("{size:,} bytes in {file}", size=len(made.html.encode()), file=out), style="green")


def _mail(template: Path, workspace: Path | None, data: str) -> str:
    if template.suffix.lower() in {".html", ".htm"}:
        return read_text(template)
    opened, folder = locate(template, workspace)
    return assemble(opened, folder.name, data=data).html


def _print_reasons(screen: Console, found: list[Reason], html: str) -> None:
    for title, shows in (("To be seen", True), ("Behind the scenes", False)):
        some = [reason for reason in found if reason.shows is shows]
        if some:
            _line(screen, f"{_said(title)} ({len(some)})", style="bold")
        for reason in some:
            _print_reason(screen, reason, html)
        screen.print()


def _print_reason(screen: Console, reason: Reason, html: str) -> None:
    count = f"  × {len(reason.spots)}" if len(reason.spots) > 1 else ""
    _line(screen, f"{reason.sentence(system_language())}{count}", style=STYLES[reason.evidence.certainty])
    _print_evidence(screen, reason.evidence, indent=4, rule=reason.rule)
    places = [_place(at, element, html) for at, element in reason.spots if at is not None]
    if places:
        more = ", …" if len(places) > PLACES else ""
        _line(screen, f"{', '.join(places[:PLACES])}{more}", indent=4, style="dim")


def _print_evidence(screen: Console, known: Evidence, *, indent: int, rule: str = "") -> None:
    language = system_language()
    word = certainty(known.certainty, language).name.lower()
    parts = (rule, known.source, spoken_date(known.date, language), word)
    _line(screen, " · ".join(filter(None, parts)), indent=indent, style="dim")


def _print_summary(screen: Console, shown: Profile, count: int, known: Coverage) -> None:
    name, meaning = label(shown.fidelity, system_language())
    changes = _said("1 change.") if count == 1 else _said("{count} changes.", count=count)
    _line(screen, f"{changes} {name}. {meaning}")
    if not known.known:
        _line(screen, _said("Nobody published tests of this client: its table of features is empty."))
        return
    _line(
        screen,
        _said(
            "{known} of the {used} features that this mail uses were tested in this client; oldest test: {date}.",
            known=known.known, used=known.used, date=spoken_date(known.oldest, system_language()),
        ),
    )  # fmt: skip
    if known.unknown:
        _line(screen, _said("Never tested there: {features}.", features=", ".join(known.unknown)), style="dim")


def refresh_table(source: Path | None, *, as_json: bool) -> None:
    """Take over a newer table."""
    from renderers.clients.refresh import refresh

    table = refresh(source)
    if as_json:
        answer({"date": table.updated, "features": len(table.features)})
    else:
        date = spoken_date(table.updated, system_language())
        say(_said("{count} features of caniemail.com, as of {date}.", count=len(table.features), date=date),
            style="green")  # fmt: skip


def _said(pattern: str, **values: object) -> str:
    """Return a text in the language of the person's system."""
    return translated(pattern, system_language()).format(**values) if pattern else ""


def _line(screen: Console, text: str, *, indent: int = 0, style: str = "") -> None:
    """Print a paragraph; in a terminal its lines are broken between words, and its indent holds for all of them."""
    margin = " " * indent
    if screen.is_terminal and len(text) + indent > screen.width:
        text = textwrap.fill(text, screen.width, initial_indent=margin, subsequent_indent=margin,
                             break_on_hyphens=False)  # fmt: skip
    else:
        text = margin + text
    screen.print(text, style=style, markup=False, highlight=False)


def _place(at: int, element: str, html: str) -> str:
    return f"{_at(at, html)} {element}".rstrip()


def _at(at: int, html: str) -> str:
    return f"{html.count(chr(10), 0, at) + 1}:{at - html.rfind(chr(10), 0, at)}"


def _change_data(change: Change, html: str) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "what": str(change),
        "element": change.element,
        "places": [{"at": at, "line": _at(at, html)} for at in change.places],
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
