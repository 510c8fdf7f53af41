"""``mailwright preview``: pictures of templates."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import typer

from desktop.cli.audience import Audience, tell_groups, within_budget
from desktop.cli.console import FAILED, answer, progress, say
from desktop.cli.costs import Receipt
from desktop.cli.places import locate_all
from desktop.cli.recipient import AskedFor, recipient_of
from desktop.cli.words import counted, said
from desktop.errors import explain, system_language
from renderers.blocking import run_preview
from renderers.budget.purse import Purse, open_purse
from renderers.clients.own_presets import wanted_clients
from renderers.clients.profile import MODES, Mode, profile
from renderers.clients.words import profile_name
from renderers.engines.offers import missing_engines
from renderers.plan import Plan
from renderers.proofs.proof import EVERYBODY, Proof
from renderers.proofs.truth import truth_of
from renderers.render.cache import PictureCache
from renderers.wish import Wish
from templates.dynamic.view import BY_DATA, Recipient
from templates.errors import InputError
from templates.files import write_bytes
from templates.settings import load_settings
from templates.workspace import Workspace

_NAMED = 3  # files of one mail that did not come
_LONGEST = 60  # characters of an address that is said whole


def take_pictures(
    named: Sequence[Path],
    workspace: Path | None,
    clients: str,
    data: str,
    asked_for: AskedFor,
    out: Path,
    *,
    modes: str = "",
    account: str = "",
    budget: int | None = None,
    as_json: bool,
) -> None:
    """Take a picture of each template in each profile, mode, data set and segment; write them to ``out``.

    With a ``budget`` at most so many new ones, of the clients that cover most. What failed is said.
    """
    opened, templates = locate_all(named, workspace)
    recipient = recipient_of(opened, asked_for)
    wanted, audience = wanted_clients(opened, _some(clients, "--clients")), Audience.of(opened)
    _some(data, "--data")
    _check_folder(out)
    with open_purse(opened, account) as purse:
        receipt = None if as_json else Receipt(purse)
        if budget is not None:
            segments = recipient.segments or (EVERYBODY,)
            wish = Wish(tuple(templates), wanted, modes_of(modes), tuple(_listed(data)), tuple(segments))
            quiet, cache = as_json, picture_cache()
            wanted = within_budget(opened, wish, budget, audience, purse, cache, recipient.contact, quiet=quiet)

        def tell_plan(planned: Plan) -> None:
            if receipt:
                tell_groups(planned, audience)
                receipt.tell_cost(planned)

        proofs = proofs_of(
            opened,
            templates,
            wanted,
            data,
            recipient,
            modes=modes_of(modes),
            quiet=as_json,
            purse=purse,
            on_plan=tell_plan,
        )
        if receipt:
            receipt.tell_levels()
    files = {proof.shot: out / _file_name(proof) for proof in proofs if proof.result}
    for proof in proofs:
        if proof.result:
            write_bytes(files[proof.shot], proof.result.picture)
    if as_json:
        answer([_as_data(proof, files.get(proof.shot)) for proof in proofs])
    else:
        pictures = counted(len(files), "{n} picture", "{n} pictures")
        say(said("{pictures} in {folder}", pictures=pictures, folder=out), style="green")
        tell_truths(proofs)
        tell_missing(proofs)
        tell_failures(proofs)
    if len(files) < len(proofs):
        raise typer.Exit(FAILED)


def proofs_of(
    workspace: Workspace,
    templates: Sequence[str],
    profiles: Sequence[str],
    data: str,
    recipient: Recipient = BY_DATA,
    *,
    modes: Sequence[Mode] = (),
    quiet: bool = False,
    purse: Purse | None = None,
    on_plan: Callable[[Plan], None] | None = None,
) -> list[Proof]:
    """Run the previews with a progress bar, keep them in the workspace; nothing is taken twice.

    With a ``purse`` new pictures are paid for. Raises TokensMissing before the first when they cost too much.
    """
    with progress(said("Pictures"), quiet=quiet) as update:
        return run_preview(
            workspace,
            templates,
            profiles=profiles,
            modes=modes,
            data=_listed(data),
            segments=recipient.segments or (EVERYBODY,),
            contact=recipient.contact,
            on_progress=lambda now: update(now.done, now.total, said("{n} from the cache", n=now.cached)),
            cache=picture_cache(),
            purse=purse,
            on_plan=on_plan,
            keep=not recipient.contact,  # what is kept says nothing of contacts
        )


def picture_cache() -> PictureCache:
    """Return where the settings say that pictures are looked up."""
    settings = load_settings()
    return PictureCache(settings.cache_folder, limit=settings.cache_megabytes * 1_000_000)


def modes_of(text: str) -> tuple[Mode, ...]:
    """Return the modes of a list with commas. Raises InputError for one that does not exist."""
    asked = _listed(text)
    for each in asked:
        if each not in MODES:
            raise InputError("There is no mode {mode}.", advice="Known: {known}.", mode=each, known=", ".join(MODES))
    return tuple(mode for mode in MODES if mode in asked)


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]


def _some(text: str, flag: str) -> list[str]:
    if not (found := _listed(text)):
        raise InputError("{flag} names nothing.", advice="Leave it out, or name something.", flag=flag)
    return found


def _check_folder(out: Path) -> None:
    """Before anything is paid for. Raises InputError where no folder can be."""
    there = next(each for each in (out, *out.absolute().parents) if each.exists())
    if not there.is_dir():
        raise InputError("This is a file; pictures need a folder.", advice="Name another one with --out.", place=there)
    if not os.access(there, os.W_OK):
        raise InputError("Nothing may be written to this folder.", advice="Name another one with --out.", place=there)


def tell_truths(proofs: Sequence[Proof]) -> None:
    """Say once for each client how true its pictures are; the browser alone claims nothing."""
    told = {
        (proof.shot.profile, truth_of(shown, proof.cast, system_language())): shown
        for proof in proofs
        if proof.result and (shown := profile(proof.shot.profile)).group != "plain"
    }
    for (name, truth), shown in told.items():
        client = f"{name} ({profile_name(shown, system_language())})"
        say(said("{client}: {truth}", client=client, truth=truth))
    for missing in missing_engines({proof.cast.instead_of for proof in proofs if proof.cast}):
        say(explain(missing, system_language()))


def tell_missing(proofs: Sequence[Proof]) -> None:
    """Say once for each mail what of it did not come, from the workspace or from afar."""
    mails: dict[tuple[str, ...], dict[str, None]] = {}
    for proof in proofs:
        shot = proof.shot
        mails.setdefault((shot.template, shot.data_set, shot.segment), {}).update(dict.fromkeys(proof.missing))
    for (template, *recipient), missing in mails.items():
        if missing:
            about = ", ".join(each for each in recipient if each not in {"", "default"})
            files = counted(len(missing), "{n} file of the mail did not come", "{n} files of the mail did not come")
            names = ", ".join([*map(_short, list(missing)[:_NAMED]), *(["…"] if len(missing) > _NAMED else [])])
            mail = f"{template} ({about})" if about else template
            say(said("{mail}: {files}: {names}", mail=mail, files=files, names=names), style="yellow")


def _short(address: str) -> str:
    """Return host and file name of a long address; what a mail wrote in it reaches no terminal as a command."""
    printable = "".join(each if each.isprintable() else "\ufffd" for each in address)
    if len(printable) <= _LONGEST:
        return printable
    parts = urlsplit(printable)
    host = f"{parts.scheme}://{parts.netloc[:_LONGEST]}/" if parts.netloc else ""
    return f"{host}…/{parts.path.rpartition('/')[2][-_LONGEST:]}"


def tell_failures(proofs: Sequence[Proof]) -> None:
    """Say each different failure once, with the first template that has it."""
    told: set[str] = set()
    for proof in proofs:
        if proof.error is None:
            continue
        sentence = explain(proof.error, system_language())
        if sentence not in told:
            say(said("{template}: {sentence}", template=proof.shot.template, sentence=sentence), style="red")
        told.add(sentence)


def _file_name(proof: Proof) -> str:
    shot = proof.shot
    suffix = "png" if proof.result and proof.result.media_type == "image/png" else "jpg"
    parts = [shot.template, shot.data_set, shot.segment, shot.view]
    return "-".join(part for part in parts if part not in {"", "default"}) + f".{suffix}"


def _as_data(proof: Proof, path: Path | None) -> dict[str, object]:
    shot, result = proof.shot, proof.result
    return {
        "template": shot.template,
        "data": shot.data_set,
        "segment": shot.segment,
        "client": shot.profile,
        "mode": shot.mode,
        "fidelity": proof.fidelity,
        "engine": proof.cast.engine if proof.cast else None,
        "instead_of": (proof.cast.instead_of or None) if proof.cast else None,
        "lacks": (proof.cast.lacks or None) if proof.cast else None,
        "changes": len(proof.changes),
        "file": str(path) if path else None,
        "width": result.width if result else None,
        "height": result.height if result else None,
        "wider_than_viewport": result.content_width > result.width if result else None,
        "cached": result.cached if result else None,
        "missing": list(proof.missing),
        "error": str(proof.error) if proof.error else None,
    }
