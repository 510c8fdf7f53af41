"""The proof sheet and the answers to it, on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from desktop.cli.console import answer, progress, say
from desktop.cli.places import opened_workspace
from desktop.cli.saved_runs import named_run
from desktop.cli.words import counted, day, said
from desktop.errors import system_language
from renderers.proofs.approval.answers import read_answers
from renderers.proofs.approval.answers_text import MOST_BYTES
from renderers.proofs.approval.keep_answers import keep_sheet_answers
from renderers.proofs.approval.names import picture_name
from renderers.proofs.approval.sheet_of_run import proof_sheet
from renderers.proofs.approval.words import LANGUAGES
from renderers.proofs.approval.write import write_proof_sheet
from renderers.proofs.runs.reading import kept_run
from templates.errors import InputError
from templates.files import storage_errors
from templates.locks import user_name
from templates.store.answers import Answer, Verdict, keep_answer
from templates.store.runs import SavedRun
from templates.workspace import Workspace


def write_sheet(named: str, workspace: Path | None, out: Path, language: str, clients: str, *, as_json: bool) -> None:
    """Write the sheet of a run."""
    if language and language not in LANGUAGES:
        raise InputError(
            "There is no proof sheet in {language}.", advice="Known: {known}.", language=language,
            known=", ".join(LANGUAGES),
        )  # fmt: skip
    opened, run = named_run(named, workspace)
    wanted = [each.strip() for each in clients.split(",") if each.strip()]
    sheet = proof_sheet(opened, kept_run(opened, run.id), language=language, clients=wanted)
    with progress(said("Pictures"), quiet=as_json) as update:
        write_proof_sheet(out, sheet, on_progress=lambda done, total: update(done, total, ""))
    if as_json:
        answer({"run": run.id, "template": run.template, "file": str(out), "pictures": len(sheet.pictures)})
    else:
        pictures = counted(len(sheet.pictures), "{n} picture", "{n} pictures")
        say(said("The proof sheet of {template} with {pictures} is in {file}.", template=run.template,
                 pictures=pictures, file=out), style="green")  # fmt: skip


def take_answers(file: Path, workspace: Path | None, *, as_json: bool) -> None:
    """Keep the answers in a file, or in what comes from standard input."""
    opened = opened_workspace(workspace)
    read = read_answers(_content(file))
    run, new = keep_sheet_answers(opened, read)
    if as_json:
        answer(
            {"run": run.id, "template": run.template, "author": read.author, "new": [_as_data(each) for each in new]}
        )
        return
    said_new = counted(len(new), "{n} new answer", "{n} new answers")
    say(said("{answers} from {author} to the run of {template} of {day}.", answers=said_new, author=read.author,
             template=run.template, day=day(run.created)), style="green")  # fmt: skip
    _tell(opened, run, new)


def judge_run(named: str, workspace: Path | None, verdict: Verdict, comment: str, by: str, *, as_json: bool) -> None:
    """Keep somebody's word on a run as a whole."""
    opened, run = named_run(named, workspace)
    with opened.database() as database:
        kept = keep_answer(database, Answer(run.id, None, verdict, comment.strip(), by.strip() or user_name()))
    if as_json:
        answer({"run": run.id, "template": run.template, "answer": _as_data(kept)})
    else:
        _tell(opened, run, [kept])


def _content(file: Path) -> bytes:
    """One byte more than may be is enough to refuse it."""
    if str(file) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with storage_errors(file), file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _tell(workspace: Workspace, run: SavedRun, answers: Iterable[Answer]) -> None:
    names = {each.saved.place: picture_name(each.shot, system_language()) for each in kept_run(workspace, run.id).shots}
    what = {"approved": said("Approved"), "changes": said("Changes wanted"), "comment": said("Comment")}
    for each in answers:
        whose = run.template if each.place is None else names[each.place]
        line = said("{what}: {verdict}", what=whose, verdict=what[each.verdict])
        say(f"{line} – {each.comment}" if each.comment else line)


def _as_data(kept: Answer) -> dict[str, object]:
    return {
        "picture": kept.place,
        "verdict": kept.verdict,
        "comment": kept.comment,
        "author": kept.author,
        "created": kept.created.isoformat(),
        "source": kept.source,
    }
