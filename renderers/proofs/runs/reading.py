"""Reading saved runs: a template's runs, what one shows, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from renderers.proofs.proof import Shot
from renderers.proofs.runs.record import KeptShot, kept
from templates.store.answers import Answer, answers_to
from templates.store.runs import SavedMail, SavedRun, mails_of_run, saved_run, saved_runs, shots_before, shots_of_run
from templates.workspace import Workspace


@dataclass(frozen=True)
class KeptRun:
    """Everything about one saved run: its pictures, inbox lines and answers."""

    run: SavedRun
    shots: tuple[KeptShot, ...]
    mails: tuple[SavedMail, ...]
    answers: tuple[Answer, ...]

    def mail(self, shot: Shot) -> SavedMail | None:
        """Return the inbox line of a shot."""
        return next(
            (mail for mail in self.mails if (mail.data_set, mail.segment) == (shot.data_set, shot.segment)), None
        )


def kept_run(workspace: Workspace, run_id: str) -> KeptRun:
    """Read a saved run. Raises InputError when it is gone, StorageError."""
    with workspace.database() as database:
        run = saved_run(database, run_id)
        shots = tuple(kept(workspace, run, saved) for saved in shots_of_run(database, run_id))
        return KeptRun(run, shots, tuple(mails_of_run(database, run_id)), tuple(answers_to(database, run_id)))


def runs_of(workspace: Workspace, template: str = "") -> list[SavedRun]:
    """Return the saved runs, newest first: of one template, or all. Raises StorageError."""
    with workspace.database() as database:
        return saved_runs(database, template)


def latest_runs(runs: Sequence[SavedRun]) -> dict[str, SavedRun]:
    """Return the newest run of each template that came to its end; ``runs`` are newest first."""
    found: dict[str, SavedRun] = {}
    for run in runs:
        if run.state == "done":
            found.setdefault(run.template, run)
    return found


def before(workspace: Workspace, run: SavedRun) -> Mapping[Shot, KeptShot]:
    """Return, for the shots of a run, the picture that was the latest before it. Raises StorageError."""
    with workspace.database() as database:
        wanted = {kept(workspace, run, saved).shot for saved in shots_of_run(database, run.id)}
        found = [kept(workspace, earlier, saved) for earlier, saved in shots_before(database, run)]
    return {each.shot: each for each in found if each.shot in wanted}
