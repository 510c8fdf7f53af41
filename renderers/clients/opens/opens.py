"""In which clients an audience opens its mails: the lines of an export, and the share of each profile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from renderers.clients.clients_file import PERCENT, ClientsFile, change_clients_file
from renderers.clients.opens.names import clients_named
from renderers.clients.profile import profiles
from templates.dynamic.contact_names import bare
from templates.workspace import Workspace


@dataclass(frozen=True)
class Opens:
    """``lines`` are the parts of all opens by the name in the export; together at most one.

    ``names`` are the lines that somebody gave to profiles by hand; one that was given to none is left out of the count.
    ``percent`` is how much of the audience is to be covered.
    """

    source: str
    read: date | None
    lines: Mapping[str, float]
    names: Mapping[str, tuple[str, ...]]
    percent: int = PERCENT

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """Parts of one by profile id, in the order of the ids. What nobody knows is in none of them."""
        found: defaultdict[str, float] = defaultdict(float)
        for name, share in self.lines.items():
            meant = self.meant(name)
            for id_ in meant:
                found[id_] += share / len(meant) / self._counted
        return {id_: found[id_] for id_ in sorted(found)}

    @cached_property
    def unmatched(self) -> Mapping[str, float]:
        """The lines that stand for no profile, with their part of what is counted, the largest first."""
        found = {
            name: share / self._counted
            for name, share in self.lines.items()
            if not self.meant(name) and not self.is_left_out(name)
        }
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    @property
    def known(self) -> float:
        """How much of what is counted are clients that have a profile."""
        return min(1.0, sum(self.shares.values()))

    def meant(self, name: str) -> tuple[str, ...]:
        """Return the profiles of a line; what somebody said wins, as far as there still are such profiles."""
        return self._meanings[name]

    def is_left_out(self, name: str) -> bool:
        """Tell whether somebody said that a line does not count."""
        return self._left_out.get(bare(name), False)

    @cached_property
    def _meanings(self) -> Mapping[str, tuple[str, ...]]:
        by_hand = {name: self._by_hand.get(bare(name)) for name in self.lines}
        return {name: clients_named(name) if given is None else given for name, given in by_hand.items()}

    @cached_property
    def _by_hand(self) -> Mapping[str, tuple[str, ...]]:
        known = {each.id for each in profiles()}
        return {bare(name): tuple(id_ for id_ in ids if id_ in known) for name, ids in self.names.items()}

    @cached_property
    def _left_out(self) -> Mapping[str, bool]:
        return {bare(name): not ids for name, ids in self.names.items()}

    @cached_property
    def _counted(self) -> float:
        """All that is not left out; also what the export does not list."""
        return 1 - sum(share for name, share in self.lines.items() if self.is_left_out(name)) or 1.0


def opens_in(file: ClientsFile) -> Opens:
    """Return what a workspace knows of its audience's opens; no lines where it knows nothing."""
    table, whole = file.opens, max(1.0, sum(file.opens.lines.values()))  # somebody may have written percents
    names = {name: tuple(ids) for name, ids in table.names.items()}
    lines = {name: share / whole for name, share in table.lines.items()}
    return Opens(table.source, table.read, lines, names, table.percent)


def keep_opens(workspace: Workspace, file: ClientsFile, opens: Opens) -> None:
    """Keep them in the workspace in place of those in ``file``. Raises InputError, StorageError."""
    gone = {"lines": dict.fromkeys(file.opens.lines), "names": dict.fromkeys(file.opens.names)}
    lines = {name: round(share, 6) for name, share in opens.lines.items()}
    names: dict[str, Sequence[str]] = {name: list(ids) for name, ids in opens.names.items()}
    head = {"source": opens.source, "read": opens.read, "percent": opens.percent}
    tables = {"lines": gone["lines"] | lines, "names": gone["names"] | names}
    change_clients_file(workspace, {"opens": {**head, **tables}})
