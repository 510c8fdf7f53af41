"""``mailwright proofs status``, ``recheck``, ``resume``, ``retry``: are pictures true still, and taking them anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from desktop.cli.console import FAILED, answer, progress, say, terminal
from desktop.cli.costs import Receipt
from desktop.cli.places import opened_workspace
from desktop.cli.preview import picture_cache
from desktop.cli.proofs import picture_of, verdict_of
from desktop.cli.saved_runs import named_run
from desktop.cli.words import counted, said, tenths
from renderers.blocking import wait_for
from renderers.budget.purse import Purse, open_purse
from renderers.proofs.difference import difference
from renderers.proofs.proof import Progress
from renderers.proofs.runs.going_on import go_on, missing_of
from renderers.proofs.runs.lights import Colour, Light, lights
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.recheck import Change, Rechecked, recheck
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.resuming import Which
from renderers.proofs.runs.standing import Standing
from renderers.proofs.runs.stood import STALE, RecheckPlan, StoodRun, plan_recheck
from renderers.render.pool import RenderPool
from templates.errors import StorageError
from templates.workspace import Workspace

_SIGNS: dict[Colour, tuple[str, str]] = {
    "green": ("●", "green"),
    "amber": ("▲", "yellow"),
    "red": ("✕", "red"),
    "none": ("–", "dim"),
}


def show_status(workspace: Path | None, templates: Sequence[str], *, check: bool, as_json: bool) -> None:
    """Print the traffic lights; with ``check`` fail when one is not green."""
    opened = opened_workspace(workspace)
    names = _known(opened, templates) or [each.name for each in opened.templates()]

    async def work() -> dict[str, Light]:
        async with RenderPool() as pool:
            return await lights(opened, names, pool=pool, cache=picture_cache())

    found = wait_for(work)
    if as_json:
        answer({name: _light_as_data(light) for name, light in found.items()})
    else:
        _print_lights(found)
    if check and any(light.colour != "green" for light in found.values()):
        raise typer.Exit(FAILED)


def recheck_proofs(
    workspace: Path | None, templates: Sequence[str], account: str, *, dry_run: bool, as_json: bool
) -> None:
    """Take anew what is stale and print what changed; with ``dry_run`` only what is stale, and its cost."""
    opened = opened_workspace(workspace)
    names = _known(opened, templates)
    with open_purse(opened, account) as purse:
        if dry_run:
            _foresee(opened, names, purse, as_json=as_json)
            return
        receipt = None if as_json else Receipt(purse)
        with progress(said("Pictures"), quiet=as_json) as update:

            async def work() -> list[Rechecked]:
                async with RenderPool() as pool:
                    return await recheck(
                        opened,
                        names,
                        pool=pool,
                        cache=picture_cache(),
                        purse=purse,
                        on_plan=receipt.tell_cost if receipt else None,
                        on_progress=lambda now: update(now.done, now.total, ""),
                    )

            found = wait_for(work)
        if receipt:
            receipt.tell_levels()
    if as_json:
        answer([_rechecked_as_data(each) for each in found])
    else:
        _print_changes(found)
    _end_with(_failed(change.after for each in found for change in each.changes), quiet=as_json)


def go_on_with(named: str, workspace: Path | None, which: Which, account: str, *, as_json: bool) -> None:
    """Take what is left of a run, or what failed in it."""
    opened, run = named_run(named, workspace)
    wanted = missing_of(opened, run, which)
    with open_purse(opened, account) as purse:
        receipt = None if as_json else Receipt(purse)
        with progress(said("Pictures"), quiet=as_json) as update:

            def tell(now: Progress) -> None:
                update(now.done, now.total, "")

            taken = wait_for(
                lambda: go_on(
                    opened,
                    run,
                    which,
                    cache=picture_cache(),
                    purse=purse,
                    on_plan=receipt.tell_cost if receipt else None,
                    on_progress=tell,
                )
            )
    runs = dict.fromkeys(of_run for of_run, _ in wanted.values())
    failed = _failed(kept for of_run in runs for kept in kept_run(opened, of_run).shots if kept.shot in wanted)
    if as_json:
        answer({"id": run.id, "taken": taken, "failed": len(failed)})
    elif taken:
        say(said("Taken: {pictures}.", pictures=counted(taken, "{n} picture", "{n} pictures")), style="green")
    elif not wanted:
        say(said("There was nothing to take."))
    _end_with(failed, quiet=as_json)


def _failed(shots: Iterable[KeptShot]) -> list[KeptShot]:
    return [kept for kept in shots if kept.error is not None]


def _end_with(failed: Sequence[KeptShot], *, quiet: bool) -> None:
    """Say each different failure once; the exit status says that there was one."""
    told = dict.fromkeys((kept.shot.template, picture_of(kept)) for kept in failed)
    for template, sentence in () if quiet else told:
        say(said("{template}: {sentence}", template=template, sentence=sentence), style="red")
    if failed:
        raise typer.Exit(FAILED)


def _known(workspace: Workspace, templates: Sequence[str]) -> list[str]:
    """Raise InputError for a template that is not there."""
    return [workspace.template(name).name for name in templates]


def _foresee(workspace: Workspace, names: Sequence[str], purse: Purse, *, as_json: bool) -> None:
    async def work() -> RecheckPlan:
        async with RenderPool() as pool:
            return await plan_recheck(workspace, names, pool=pool, cache=picture_cache(), purse=purse)

    found = wait_for(work)
    if as_json:
        stale = [_stood_as_data(each) for each in found.stale]
        answer({"checked": len(found.runs), "new": len(found.plan.new), "tokens": found.plan.tokens, "stale": stale})
        return
    for each in found.stale:
        pictures = said("{n} of {all} stale", n=each.stale, all=len(each.stood))
        told = {"template": each.whole.run.template, "pictures": pictures, "reasons": _reasons(each.stood)}
        say(said("{template}: {pictures} ({reasons})", **told))
    if found.stale:
        Receipt(purse).tell_cost(found.plan)
    else:
        say(said("Nothing is stale."), style="green")


def _print_lights(found: Mapping[str, Light]) -> None:
    from rich.markup import escape

    screen = terminal()
    for name, light in found.items():
        sign, style = _SIGNS[light.colour]
        stale = said("{n} of {all} stale", n=light.stale, all=sum(light.counts.values())) if light.stale else ""
        about = ", ".join(filter(None, (_meaning(light.colour), stale, verdict_of(light.verdict))))
        screen.print(f"[{style}]{sign}[/] {escape(name)}  [dim]{about}[/]", highlight=False)


def _meaning(colour: Colour) -> str:
    return {
        "green": said("proofed as it stands"),
        "amber": said("changed since it was proofed"),
        "red": said("not proofed: pictures failed, or the mail does not build"),
        "none": said("never proofed"),
    }[colour]


def _why(standing: Standing) -> str:
    known = {"mail": said("mail changed"), "profile": said("profile changed"), "engine": said("engine changed")}
    return known.get(standing, "")


def _print_changes(found: Sequence[Rechecked]) -> None:
    screen = terminal()
    for each in found:
        for change in each.changed:
            score = _score(change)
            shot = change.after.shot
            told = said("{percent}% differs", percent=tenths(100 * score)) if score is not None else ""
            about = ", ".join(filter(None, (_why(change.why), told)))
            screen.print(f"{each.template}  {shot.view}  {about}", markup=False, highlight=False)
            for moment, kept in ((said("before"), change.before), (said("after"), change.after)):
                line = said("{moment}: {picture}", moment=moment, picture=picture_of(kept))
                screen.print(f"    {line}", style="dim", markup=False, highlight=False)
    taken, changed = sum(len(each.changes) for each in found), sum(len(each.changed) for each in found)
    if changed:
        pictures = counted(changed, "{n} picture looks different", "{n} pictures look different")
        say(said("{pictures}.", pictures=pictures), style="yellow")
    if taken > changed:
        same = counted(taken - changed, "{n} picture", "{n} pictures")
        say(said("Taken anew, and the same as before: {pictures}.", pictures=same))
    if not taken:
        say(said("Nothing is stale."), style="green")


def _reasons(stood: Sequence[Standing]) -> str:
    counts = Counter(each for each in stood if each in STALE)
    return ", ".join(said("{why}: {n}", why=_why(each), n=n) for each, n in counts.most_common())


def _score(change: Change) -> float | None:
    if change.before.picture is None or change.after.picture is None:
        return None
    try:
        return difference(change.before.picture.read_bytes(), change.after.picture.read_bytes()).score
    except (StorageError, OSError):
        return None


def _light_as_data(light: Light) -> dict[str, Any]:
    run = light.run.id if light.run else None
    return {"light": light.colour, "run": run, "pictures": dict(light.counts), "answer": light.verdict}


def _stood_as_data(each: StoodRun) -> dict[str, Any]:
    counts = Counter(one for one in each.stood if one in STALE)
    return {"template": each.whole.run.template, "run": each.whole.run.id, "stale": dict(counts)}


def _rechecked_as_data(each: Rechecked) -> dict[str, Any]:
    changes = [
        {
            "client": change.after.shot.profile,
            "mode": change.after.shot.mode,
            "data": change.after.shot.data_set,
            "segment": change.after.shot.segment,
            "why": change.why,
            "score": _score(change),
            "before": _file(change.before),
            "after": _file(change.after),
        }
        for change in each.changed
    ]
    run = each.after.run.id if each.after else None
    return {"template": each.template, "run": run, "taken": len(each.changes), "changed": changes}


def _file(kept: KeptShot) -> str | None:
    return str(kept.picture) if kept.picture else None
