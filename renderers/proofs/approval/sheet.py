"""What a proof sheet shows of a saved run: the mails, their lines in the inbox, their pictures by group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from renderers.clients.profile import Fidelity
from renderers.clients.words import LABELS, Label, label
from renderers.proofs.approval.inbox import InboxRow
from renderers.proofs.approval.words import SheetWords
from renderers.proofs.sheet import SheetBrand
from templates.store.runs import SavedMail, SavedRun

_NARROW = 600  # pixels: below, a picture is a phone's


@dataclass(frozen=True)
class SheetCheck:
    """What a check of the mail found; ``note`` is a sentence, or empty."""

    title: str
    state: Literal["passed", "warning", "failed"]
    note: str = ""


@dataclass(frozen=True)
class SheetClient:
    """One client that shows a picture; ``place`` is the shot's in the run."""

    place: int
    name: str
    device: str
    fidelity: Fidelity
    label: str
    meaning: str
    stand_in: str


@dataclass(frozen=True)
class SheetPicture:
    """One picture and the clients that show the mail so. Without a ``file``, ``why`` says so."""

    clients: tuple[SheetClient, ...]
    mode: str
    is_dark: bool
    width: int
    file: Path | None
    why: str = ""

    @property
    def is_narrow(self) -> bool:
        """Whether it is shown as on a phone."""
        return 0 < self.width < _NARROW

    @property
    def name(self) -> str:
        """The clients and the mode, for a line of text."""
        return " · ".join([*(each.name for each in self.clients), self.mode])

    @property
    def devices(self) -> str:
        """On what the clients run."""
        return ", ".join(dict.fromkeys(each.device for each in self.clients if each.device))

    @property
    def places(self) -> tuple[int, ...]:
        """The shots that it stands for."""
        return tuple(each.place for each in self.clients)


@dataclass(frozen=True)
class SheetGroup:
    """The pictures of one kind of device."""

    name: str
    pictures: tuple[SheetPicture, ...]


@dataclass(frozen=True)
class SheetMail:
    """One mail: what it was filled with, how it stands in the inbox, and its pictures."""

    data_set: str
    segment: str
    mail: SavedMail | None
    rows: tuple[InboxRow, ...]
    groups: tuple[SheetGroup, ...]


@dataclass(frozen=True)
class ProofSheet:
    """All of it. ``made`` is when the run was, in the workspace's zone; ``author`` bears no computer's name."""

    run: SavedRun
    title: str
    made: datetime
    author: str
    brand: SheetBrand
    words: SheetWords
    mails: tuple[SheetMail, ...]
    checks: tuple[SheetCheck, ...]

    @property
    def pictures(self) -> list[SheetPicture]:
        """All pictures, in the order in which they stand."""
        return [picture for mail in self.mails for group in mail.groups for picture in group.pictures]

    @property
    def has_general_cuts(self) -> bool:
        """Whether a line of the inbox is cut by no figures of its own client."""
        return not all(known for mail in self.mails for row in mail.rows for _, known in row.clients)

    @property
    def labels(self) -> list[tuple[Fidelity, Label]]:
        """How true the pictures are: each label that stands at one, the truest first."""
        used = {each.fidelity for picture in self.pictures for each in picture.clients if each.label}
        return [(each, label(each, self.words.language)) for each in LABELS if each in used]
