"""Which pictures are shown, and in which groups; pure functions over rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.language import current_language
from desktop.proofs.gallery.picture_row import PictureRow
from desktop.proofs.gallery.words import no_group
from renderers.clients.profile import MODES, Mode
from renderers.clients.words import GROUP_NAMES, MODE_NAMES, translated
from templates.store.answers import Verdict

By = Literal["none", "template", "device", "system", "brand", "segment", "data", "mode"]
GROUPINGS: tuple[By, ...] = ("none", "template", "device", "system", "brand", "segment", "data", "mode")


@dataclass(frozen=True)
class Filter:
    """What a picture must be to be shown; "" and False ask for nothing."""

    words: str = ""
    device: str = ""
    mode: Mode | Literal[""] = ""
    verdict: Verdict | Literal["", "open"] = ""
    """``open``: nobody has said anything yet."""
    changed: bool = False
    stale: bool = False
    failed: bool = False

    @property
    def is_on(self) -> bool:
        """Whether it holds anything back."""
        return self != Filter()

    def passes(self, row: PictureRow) -> bool:
        """Say whether a picture is shown."""
        if (self.changed and not row.changed) or (self.stale and not row.is_stale):
            return False
        if self.failed and not row.is_failed:
            return False
        fits = self.device in {"", row.device} and self.mode in {"", row.shot.mode}
        fits = fits and self.verdict in {"", row.verdict or "open"}
        return fits and (not self.words or _has_words(row, self.words))


@dataclass(frozen=True)
class Section:
    """Neighbours under one heading; "" without one."""

    title: str
    rows: tuple[PictureRow, ...]


def arranged(rows: Iterable[PictureRow], wanted: Filter, by: By) -> list[Section]:
    """Return the pictures that pass, in groups; inside a group they stay in their order."""
    shown = [row for row in rows if wanted.passes(row)]
    if by == "none":
        return [Section("", tuple(shown))] if shown else []
    heading, order = _HEADINGS[by], _ORDERS.get(by)
    groups: dict[str, list[PictureRow]] = {}
    for row in shown:
        groups.setdefault(heading(row), []).append(row)
    titles: Sequence[str] = list(groups)
    if order is not None:
        titles = sorted(groups, key=lambda title: order(groups[title][0]))
    elif by != "template":
        titles = sorted(groups, key=lambda title: (not title, title.casefold()))  # those without one last
    return [Section(title or no_group(by), tuple(groups[title])) for title in titles]


def _has_words(row: PictureRow, words: str) -> bool:
    shot = row.shot
    parts = (row.client, row.mode, row.title, row.brand, shot.profile, shot.template, shot.data_set, row.segment)
    text = " ".join(parts).casefold()
    return all(word in text for word in words.casefold().split())


def _device(row: PictureRow) -> str:
    return translated(GROUP_NAMES[row.device], current_language())


def _system(row: PictureRow) -> str:
    return translated(row.system, current_language())


def _mode(row: PictureRow) -> str:
    return translated(MODE_NAMES[row.shot.mode], current_language())


_HEADINGS: dict[By, Callable[[PictureRow], str]] = {
    "template": lambda row: row.title,
    "device": _device,
    "system": _system,
    "brand": lambda row: row.brand,
    "segment": lambda row: row.segment,
    "data": lambda row: row.shot.data_set,
    "mode": _mode,
}
_ORDERS: dict[By, Callable[[PictureRow], int]] = {
    "device": lambda row: list(GROUP_NAMES).index(row.device),
    "mode": lambda row: MODES.index(row.shot.mode),
}
