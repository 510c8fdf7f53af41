"""Characters that a client writes otherwise in the whole text of a mail, before it reads the tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from renderers.clients.change import Change
from renderers.clients.html.marks import unmarked_offset
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage


class Characters(Settings):
    """``written``: a character, and what is written in its place, also in attributes and style sheets."""

    written: Mapping[str, str] = {}


def apply(text: str, settings: Characters, client: Client) -> tuple[str, Iterable[Change]]:
    """Write the characters otherwise; one change for each, at its first place."""
    changes = []
    for before, after in settings.written.items():
        if before not in text:
            continue
        changes.append(
            client.change(
                "characters.written",
                "The character {before} is written {after} ({count} times).",
                at=unmarked_offset(text, text.index(before)),
                before=before,
                after=after,
                count=text.count(before),
            )
        )
        text = text.replace(before, after)
    return text, changes


STAGE = TextStage(
    "characters", Characters, apply, again="an entity is read as its character, which the next time is one of the text"
)
