"""What stands in the list of mails: sender, subject and preheader as each client cuts them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from renderers.clients.profile import Group, Profile
from renderers.clients.words import profile_name
from templates.store.runs import SavedMail
from templates.toml_files import read_toml

CUTS = Path(__file__).parent / "inbox_cuts.toml"
ELLIPSIS = "…"

Layout = Literal["line", "stack"]
_JOINERS = "\u200d\ufe0e\ufe0f"  # hold an emoji together
_SKINS = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)  # two of these letters are one flag


@dataclass(frozen=True)
class InboxRow:
    """One line of the list, and the clients that show it so.

    ``clients`` are names, each with whether both cuts are figures of this very client. ``preheader`` is None where the
    client shows none.
    """

    clients: tuple[tuple[str, bool], ...]
    layout: Layout
    sender: str
    subject: str
    preheader: str | None


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Letters(_Strict):
    letters: int
    source: str


class _General(_Strict):
    layout: Layout
    subject: int
    preheader: int


class _Cut(_Strict):
    clients: tuple[str, ...]
    layout: Layout | None = None
    subject: _Letters | None = None
    preheader: _Letters | None = None


class _Cuts(_Strict):
    general: dict[Group, _General]
    sources: dict[str, str]
    cut: tuple[_Cut, ...]


@dataclass(frozen=True)
class Cut:
    """How one client cuts: letters of subject and preheader; 0 shows none. ``is_known``: both are its own figures."""

    layout: Layout
    subject: int
    preheader: int
    is_known: bool


def inbox_rows(mail: SavedMail, shown: Iterable[Profile], language: str) -> list[InboxRow]:
    """Return the mail's line in each client; those in which it looks alike share one."""
    found: dict[tuple[Layout, str, str | None], dict[str, bool]] = {}
    for each in shown:
        cut = cut_of(each)
        preheader = shortened(mail.preheader, cut.preheader) if cut.preheader else None
        clients = found.setdefault((cut.layout, shortened(mail.subject, cut.subject), preheader), {})
        clients.setdefault(profile_name(each, language), cut.is_known)
    return [
        InboxRow(tuple(clients.items()), layout, mail.sender, subject, preheader)
        for (layout, subject, preheader), clients in found.items()
    ]


def cut_of(shown: Profile) -> Cut:
    """Return how a client cuts; what nobody counted is its group's general cut."""
    cuts = _cuts()
    general = cuts.general[shown.group]
    own = next((each for each in cuts.cut if shown.id in each.clients), _Cut(clients=()))
    return Cut(
        layout=own.layout or general.layout,
        subject=own.subject.letters if own.subject else general.subject,
        preheader=own.preheader.letters if own.preheader else general.preheader,
        is_known=own.subject is not None and own.preheader is not None,
    )


def shortened(text: str, letters: int) -> str:
    """Return a text of at most so many letters, the last one an ellipsis where it was cut; never inside an emoji."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    end = letters - 1
    while end > 0 and _is_inside(text, end):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def _is_inside(text: str, end: int) -> bool:
    """Whether a cut there would part what is seen as one sign."""
    after = text[end]
    if ord(after) in _FLAGS:
        before = text[:end]
        return (len(before) - len(before.rstrip("".join(map(chr, _FLAGS))))) % 2 == 1
    is_part = unicodedata.combining(after) or after in _JOINERS or ord(after) in _SKINS
    return bool(is_part) or text[end - 1] in _JOINERS[0]


@lru_cache
def _cuts() -> _Cuts:
    return read_toml(CUTS, _Cuts)
