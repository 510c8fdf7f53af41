"""Makes the proof sheet of a saved run: who shows the same picture, in which group, cut how in the inbox."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from renderers.clients.profile import Group, Profile, profiles
from renderers.clients.words import GROUP_NAMES, MODE_NAMES, profile_name, translated
from renderers.proofs.approval.inbox import inbox_rows
from renderers.proofs.approval.sheet import (
    ProofSheet,
    SheetCheck,
    SheetClient,
    SheetGroup,
    SheetMail,
    SheetPicture,
)
from renderers.proofs.approval.words import SheetWords
from renderers.proofs.contact_sheet import sheet_brand, sheet_title
from renderers.proofs.runs.reading import KeptRun
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.sheet import SheetBrand
from renderers.proofs.truth import truth_of
from templates.dynamic.segment import load_segments
from templates.errors import InputError, MailwrightError
from templates.template_folder import TemplateMeta
from templates.workspace import Workspace


def proof_sheet(
    workspace: Workspace,
    kept: KeptRun,
    *,
    language: str = "",
    clients: Collection[str] = (),
    checks: Sequence[SheetCheck] = (),
) -> ProofSheet:
    """Return the sheet of a run, without reading its pictures.

    ``language`` is the template's unless said, ``clients`` are ids of profiles: those to show, all without any. Raises
    InputError when none of the run's pictures is left, StorageError.
    """
    meta = _meta(workspace, kept.run.template)
    words = SheetWords(language or (meta.language if meta else workspace.settings.language))
    shots = [each for each in kept.shots if not clients or each.shot.profile in clients]
    if not shots:
        raise InputError("None of these clients is in this run.", advice="Choose some of the clients that it shows.")
    made = kept.run.created.astimezone(ZoneInfo(workspace.settings.timezone))
    return ProofSheet(
        run=kept.run,
        title=sheet_title(kept.run.template, meta) if meta else kept.run.template,
        made=made,
        author=kept.run.author.partition("@")[0],
        brand=_brand(workspace, meta),
        words=words,
        mails=tuple(_mails(workspace, kept, shots, words)),
        checks=tuple(checks),
    )


def _meta(workspace: Workspace, template: str) -> TemplateMeta | None:
    """A run outlives its template."""
    try:
        return workspace.template(template).meta
    except MailwrightError:
        return None


def _brand(workspace: Workspace, meta: TemplateMeta | None) -> SheetBrand:
    slug = (meta.brand if meta else "") or workspace.settings.brand
    return sheet_brand(workspace, slug) if slug in workspace.brands() else SheetBrand(workspace.settings.name)


def _mails(workspace: Workspace, kept: KeptRun, shots: Sequence[KeptShot], words: SheetWords) -> Iterator[SheetMail]:
    known = {each.id: each for each in profiles()}
    titles = _segment_titles(workspace)
    for data_set, segment in dict.fromkeys((each.shot.data_set, each.shot.segment) for each in shots):
        mine = [each for each in shots if (each.shot.data_set, each.shot.segment) == (data_set, segment)]
        mail = kept.mail(mine[0].shot)
        groups = tuple(_groups(mine, known, words))
        yield SheetMail(
            data_set=data_set,
            segment=titles.get(segment, segment),
            mail=mail,
            rows=tuple(inbox_rows(mail, _shown(mine, known), words.language)) if mail else (),
            groups=groups,
        )


def _segment_titles(workspace: Workspace) -> dict[str, str]:
    """A run is shown also while the file of the segments is broken: by their ids then."""
    try:
        return {each.id: each.title for each in load_segments(workspace)}
    except MailwrightError:
        return {}


def _shown(shots: Sequence[KeptShot], known: dict[str, Profile]) -> list[Profile]:
    """The clients in the order of their groups; the browser alone has no inbox."""
    found = [known[each] for each in dict.fromkeys(kept.shot.profile for kept in shots) if each in known]
    order = list(GROUP_NAMES)
    return sorted((each for each in found if each.group != "plain"), key=lambda each: order.index(each.group))


def _groups(shots: Sequence[KeptShot], known: dict[str, Profile], words: SheetWords) -> Iterator[SheetGroup]:
    order: list[Group] = list(GROUP_NAMES)

    def place(kept: KeptShot) -> int:
        shown = known.get(kept.shot.profile)
        return order.index(shown.group) if shown else len(order) - 1

    for number, members in groupby(sorted(shots, key=place), key=place):
        yield SheetGroup(
            translated(GROUP_NAMES[order[number]], words.language), tuple(_pictures(members, known, words))
        )


def _pictures(shots: Iterator[KeptShot], known: dict[str, Profile], words: SheetWords) -> Iterator[SheetPicture]:
    """Clients that show the very same picture share it; each of those without one stands by itself."""
    same: dict[tuple[str, int], list[KeptShot]] = {}
    for kept in shots:
        has_picture = kept.picture is not None
        same.setdefault((kept.saved.key, -1) if has_picture else ("", kept.saved.place), []).append(kept)
    for members in same.values():
        first, mode = members[0], members[0].shot.mode
        yield SheetPicture(
            clients=tuple(_client(each, known.get(each.shot.profile), words) for each in members),
            mode=translated(MODE_NAMES[mode], words.language),
            is_dark=mode == "dark",
            width=first.saved.width,
            file=first.picture,
            why="" if first.picture else _why(first, words),
        )


def _why(kept: KeptShot, words: SheetWords) -> str:
    if kept.is_taken:
        return words("The file of this picture is missing.")
    return words("This picture could not be taken.") if kept.error else words("This picture was not taken.")


def _client(kept: KeptShot, shown: Profile | None, words: SheetWords) -> SheetClient:
    place, language = kept.saved.place, words.language
    if shown is None:  # its profile is gone since
        return SheetClient(place, kept.shot.profile, "", kept.cast.fidelity if kept.cast else "thin-data", "", "", "")
    truth = truth_of(shown, kept.cast, language)
    return SheetClient(
        place=place,
        name=profile_name(shown, language),
        device=translated(shown.device, language),
        fidelity=kept.cast.fidelity if kept.cast else shown.fidelity,
        label="" if shown.group == "plain" else truth.name,
        meaning=translated(shown.note, language) if shown.group == "plain" else truth.meaning,
        stand_in=truth.stand_in,
    )
