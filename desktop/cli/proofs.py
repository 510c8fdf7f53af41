"""``mailwright proofs list``, ``show``, ``give-up`` and ``delete``: what was kept of previews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.console import answer, say, terminal
from desktop.cli.places import opened_workspace
from desktop.cli.saved_runs import named_run
from desktop.cli.words import counted, said
from desktop.errors import explain, system_language
from renderers.budget.purse import open_purse
from renderers.clients.words import MODE_NAMES, translated
from renderers.proofs.runs.forgetting import delete_run
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.resuming import give_up
from templates.errors import InputError
from templates.store.answers import Verdict
from templates.store.run_facts import RunFacts, facts_of_runs

if TYPE_CHECKING:
    from rich.table import Table

_SHOWN_ID = 8


def list_runs(workspace: Path | None, templates: Sequence[str], *, as_json: bool) -> None:
    """Print every saved run."""
    with opened_workspace(workspace).database() as database:
        found = [each for each in facts_of_runs(database) if not templates or each.run.template in templates]
    if as_json:
        answer([_run_as_data(each) for each in found])
    elif found:
        terminal().print(_table(found), highlight=False)
    else:
        say(said("Nothing was proofed yet: mailwright preview takes pictures and keeps them."))


def show_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Print the pictures of a run."""
    from rich.table import Table

    opened, run = named_run(named, workspace)
    whole = kept_run(opened, run.id)
    if as_json:
        with opened.database() as database:
            facts = next(each for each in facts_of_runs(database, run.template) if each.run.id == run.id)
        answer({**_run_as_data(facts), "pictures": [_picture_as_data(kept) for kept in whole.shots]})
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (said("Client"), said("Mode"), said("Data set"), said("Segment"), said("Picture")):
        table.add_column(heading, overflow="fold")
    for kept in whole.shots:
        shot, mode = kept.shot, translated(MODE_NAMES[kept.shot.mode], system_language())
        table.add_row(shot.profile, mode, shot.data_set, shot.segment, _picture(kept))
    screen = terminal()
    screen.print(f"{run.template}  {moment(run.created)}  {run.id}", style="bold", markup=False, highlight=False)
    screen.print(table, highlight=False)


def give_up_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Let an interrupted run be over."""
    opened, run = named_run(named, workspace)
    if not run.is_interrupted():
        raise InputError("This run was not interrupted.", advice="Only such a run can be given up.")
    with open_purse(opened) as purse:
        give_up(opened, run, purse)
    if as_json:
        answer({"id": run.id, "state": "stopped"})
    else:
        say(said("Given up. What it has is kept, and its tokens are free."), style="green")


def delete_saved_run(named: str, workspace: Path | None, *, as_json: bool) -> None:
    """Delete a run for good."""
    opened, run = named_run(named, workspace)
    removed = delete_run(opened, run.id)
    if as_json:
        answer({"id": run.id, "files": removed})
    else:
        files = counted(removed, "{n} picture file", "{n} picture files")
        say(said("Deleted, and {files} with it.", files=files), style="green")


def moment(when: datetime) -> str:
    """Say date and time by the clock of this computer."""
    return f"{when.astimezone():%Y-%m-%d %H:%M}"


def verdict_of(verdict: Verdict | None) -> str:
    """Say what people said; empty as long as they said nothing."""
    if verdict is None:
        return ""
    return {"approved": said("approved"), "changes": said("changes wanted"), "comment": said("commented")}[verdict]


def state_of(facts: RunFacts) -> str:
    """Say how a run ended."""
    if facts.run.is_interrupted():
        return said("interrupted")
    names = {"running": said("under way"), "done": said("whole"), "stopped": said("stopped"), "failed": said("failed")}
    if facts.run.state == "done" and facts.failed:
        return said("{n} failed", n=facts.failed)
    return names[facts.run.state]


def _table(found: Sequence[RunFacts]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(said("Run"), style="dim", no_wrap=True)
    table.add_column(said("Time"), no_wrap=True)
    for heading in (said("Template"), said("Name")):
        table.add_column(heading, overflow="fold")
    for heading in (said("Pictures"), said("Clients")):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in (said("State"), said("Answer")):
        table.add_column(heading, overflow="fold")
    for each in found:
        pictures = str(each.taken) if each.taken == each.shots else f"{each.taken}/{each.shots}"
        run = each.run
        cells = (run.id[:_SHOWN_ID], moment(run.created), run.template, run.name, pictures, str(each.clients))
        table.add_row(*cells, state_of(each), verdict_of(each.verdict))
    return table


def _picture(kept: KeptShot) -> str:
    if kept.picture is not None:
        return str(kept.picture)
    if kept.error is not None:
        return explain(kept.error, system_language())
    return said("its file is gone") if kept.is_taken else said("not taken")


def _run_as_data(facts: RunFacts) -> dict[str, Any]:
    run = facts.run
    return {
        "id": run.id,
        "template": run.template,
        "name": run.name or None,
        "created": run.created.isoformat(),
        "state": "interrupted" if run.is_interrupted() else run.state,
        "author": run.author,
        "version": run.version,
        "pictures": facts.shots,
        "taken": facts.taken,
        "failed": facts.failed,
        "clients": facts.clients,
        "data": list(facts.data_sets),
        "segments": list(facts.segments),
        "answer": facts.verdict,
    }


def _picture_as_data(kept: KeptShot) -> dict[str, Any]:
    shot = kept.shot
    return {
        "client": shot.profile,
        "mode": shot.mode,
        "data": shot.data_set,
        "segment": shot.segment,
        "file": str(kept.picture) if kept.picture else None,
        "width": kept.saved.width or None,
        "height": kept.saved.height or None,
        "error": str(kept.error) if kept.error else None,
    }
