"""HTML to client HTML: the mail as one client shows it, and everything it changed.

The text goes through the stages that act on text (few: who sees which conditional comments), is parsed once for all
clients that agree so far, and a copy of the tree goes through the rest.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from renderers.clients.change import Change
from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client, Mail
from renderers.clients.profile import MODES, Mode, Profile, profile
from renderers.clients.stage import AnyStage, Settings, Stage, TextStage, stages
from renderers.mail_size import check_size
from templates.errors import InputError, LimitError
from templates.toml_files import fit

STAGE_TIMEOUT_S = 2.0

Steps = tuple[tuple[AnyStage, Settings], ...]


@dataclass(frozen=True)
class ClientHtml:
    """The mail as a client shows it: a whole document, and what was changed, in the order of the stages."""

    html: str
    changes: tuple[Change, ...]


def client_html(html: str, profile_id: str, *, mode: Mode = "light", old: bool = False) -> ClientHtml:
    """Return what the client makes of the mail ``html``.

    ``old`` applies also bugs that were reported years ago and never confirmed since. Raises InputError (unknown
    profile or mode, a profile with a wrong setting), LimitError (a mail that is too large or takes too long).
    """
    return in_client(html, profile(profile_id), mode=mode, old=old)


def in_client(html: str, shown: Profile, *, mode: Mode = "light", old: bool = False) -> ClientHtml:
    """``client_html`` for a profile that is at hand."""
    if mode not in MODES:
        raise InputError("There is no mode {mode}.", advice="Known: {known}.", mode=mode, known=", ".join(MODES))
    check_size(html)
    steps = steps_of(shown, old=old)
    if not steps:
        return ClientHtml(html, ())
    client = Client(shown.id, shown.caniemail, shown.scale, dict(shown.evidence))
    return _through(html, steps, client, mode, old=old)


def _through(html: str, steps: Steps, client: Client, mode: Mode, *, old: bool) -> ClientHtml:
    text = _marked(html)
    changes: list[Change] = []
    for stage, settings in steps:
        if isinstance(stage, TextStage):
            text, made = stage.apply(text, settings, client)
            changes += made
    mail = Mail.of(text, client, mode, old=old)
    for stage, settings in steps:
        if isinstance(stage, Stage):
            changes += _in_time(stage, mail, settings)
    return ClientHtml(unmark(mail.html()), tuple(changes))


@lru_cache(maxsize=8)
def _marked(html: str) -> str:
    """Mark a mail once for all clients."""
    return mark(html)


def _in_time(stage: Stage[Any], mail: Mail, settings: Settings) -> list[Change]:
    """Apply one stage. Stages work in linear time; one that takes seconds has met a mail made to choke it."""
    started = time.thread_time()
    made = list(stage.apply(mail, settings))
    if time.thread_time() - started > STAGE_TIMEOUT_S:
        raise LimitError(
            "The mail took longer than {seconds:g} seconds in {client} and was stopped.",
            advice="Look for thousands of rules or very long values in its CSS.",
            seconds=STAGE_TIMEOUT_S,
            client=mail.client.id,
        )
    return made


def steps_of(shown: Profile, *, old: bool = False) -> Steps:
    """Return the profile's stages with their settings. Raises InputError naming the stage and the setting."""
    return _steps(_Asked(shown, old))


class _Asked:
    """A key for the cache: profiles hold mappings, which have no hash."""

    def __init__(self, shown: Profile, old: bool) -> None:
        self.shown = shown
        self.old = old
        self._key = (shown.id, id(shown), old)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._key == other._key


@lru_cache(maxsize=512)
def _steps(asked: _Asked) -> Steps:
    shown = asked.shown
    more = dict(shown.old) if asked.old else {}
    return tuple(_step(shown.id, name, {**settings, **more.get(name, {})}) for name, settings in shown.steps)


def _step(profile_id: str, name: str, settings: Mapping[str, Any]) -> tuple[AnyStage, Settings]:
    known = stages()
    if name not in known:
        raise InputError(
            "The profile {profile} names the stage {stage}, which does not exist.",
            advice="Known: {known}.",
            profile=profile_id,
            stage=name,
            known=", ".join(known),
        )
    return known[name], fit(settings, known[name].settings, f"{profile_id} [{name}]")
