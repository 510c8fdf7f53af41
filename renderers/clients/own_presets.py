"""Presets of a workspace: clients that somebody saved under a name, and those that cover the audience."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from renderers.clients.clients_file import ClientsFile, change_clients_file, read_clients_file
from renderers.clients.opens.covering import covering
from renderers.clients.opens.opens import opens_in
from renderers.clients.presets import Preset, clients_of, presets
from renderers.clients.profile import profiles
from templates.errors import InputError
from templates.source.rename import slug_of
from templates.workspace import Workspace

AUDIENCE = "audience"
"""The id of the clients that cover most of the audience; ``audience-75`` are those that cover 75 %."""
_AUDIENCE = re.compile(rf"{AUDIENCE}(?:-([1-9]\d?|100))?")


def own_presets(file: ClientsFile) -> Mapping[str, Preset]:
    """Return the presets that people saved, by id, in the file's order. One with the id of a shipped one is hidden."""
    saved = {id_: Preset(id_, {"en": one.name}, tuple(one.clients)) for id_, one in file.presets.items()}
    return {id_: one for id_, one in saved.items() if id_ not in presets()}


def audience_preset(file: ClientsFile, percent: int | None = None) -> Preset | None:
    """Return the clients that cover so much of the audience; None where its opens are not known."""
    shares = opens_in(file).shares
    if not shares:
        return None
    percent = percent or file.opens.percent
    id_ = AUDIENCE if percent == file.opens.percent else f"{AUDIENCE}-{percent}"
    names = {"en": f"My audience, {percent}%", "fr": f"Mon audience, {percent}\u202f%"}
    return Preset(id_, names, covering(shares, percent))


def wanted_clients(workspace: Workspace, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the profiles that are asked for by id, shipped preset, one of the workspace's own, or ``audience``.

    Raises InputError for an unknown one, for an audience that is not known, and for a damaged clients.toml.
    """
    file = read_clients_file(workspace)
    asked = {name: found[1] for name in wanted if (found := _AUDIENCE.fullmatch(name))}
    audience = {name: _known_audience(file, percent) for name, percent in asked.items() if name not in file.presets}
    return clients_of(wanted, {**audience, **own_presets(file)})


def save_preset(workspace: Workspace, name: str, clients: Sequence[str]) -> str:
    """Keep these clients under a name, in place of those that had it; return the preset's id.

    Raises InputError for a name that is taken by a shipped preset or has no letters, and like the file.
    """
    file = read_clients_file(workspace)
    name = _usable(name)
    same = [id_ for id_, one in file.presets.items() if one.name.casefold() == name.casefold()]
    id_ = same[0] if same else _free_id(slug_of(name), file)
    change_clients_file(workspace, {"presets": {id_: {"name": name, "clients": list(clients)}}})
    return id_


def rename_preset(workspace: Workspace, id_: str, name: str) -> None:
    """Call one's own preset something else; its id stays, because commands may name it. Raises InputError."""
    file = read_clients_file(workspace)
    _check_known(id_, file)
    name = _usable(name)
    if any(other != id_ and one.name.casefold() == name.casefold() for other, one in file.presets.items()):
        raise InputError("There is a preset {name} already.", advice="Choose another name.", name=name)
    change_clients_file(workspace, {"presets": {id_: {"name": name}}})


def delete_preset(workspace: Workspace, id_: str) -> None:
    """Forget one's own preset. Raises InputError."""
    _check_known(id_, read_clients_file(workspace))
    change_clients_file(workspace, {"presets": {id_: None}})


def _known_audience(file: ClientsFile, percent: str | None) -> Preset:
    found = audience_preset(file, int(percent) if percent else None)
    if found is None:
        raise InputError(
            "It is not known in which clients your mails are opened.",
            advice="`mailwright clients opens FILE` reads it from the CSV that your sending service exports.",
        )
    return found


def _check_known(id_: str, file: ClientsFile) -> None:
    if id_ not in file.presets:
        known = ", ".join(file.presets) or "–"
        raise InputError("There is no preset {preset} of your own.", advice="Known: {known}.", preset=id_, known=known)


def _usable(name: str) -> str:
    name = " ".join(name.split())
    if not any(map(str.isalnum, name)):
        raise InputError("A preset needs a name.", advice="Write one with a letter or a digit.")
    if any(name.casefold() == shipped.casefold() for one in presets().values() for shipped in one.names.values()):
        raise InputError("There is a preset {name} already.", advice="Choose another name.", name=name)
    return name


def _free_id(slug: str, file: ClientsFile) -> str:
    """An id that means nothing else where clients are asked for."""
    base = f"own-{slug}" if _AUDIENCE.fullmatch(slug) else slug or "preset"
    taken = {*file.presets, *presets(), *(each.id for each in profiles())}
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(id_ for id_ in (base, *numbered) if id_ not in taken)
