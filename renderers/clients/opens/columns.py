"""Which columns of an export have the clients' names and their opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from renderers.clients.opens.names import clients_named
from renderers.clients.opens.numbers import number
from templates.dynamic.contact_names import searchable

_LOOKED_AT = 200  # rows
_MOST_COLUMNS = 60

# What the words of heads begin with, in English and French.
_NAMES = re.compile(r" (?:client|messagerie|logiciel|webmail|application|e?mail|reader|lecteur|name|nom)")
_DETAILS = re.compile(
    r" (?:version|platform|plateforme|device|appareil|os\b|operating|systeme|categor|environment|environnement|type)"
)
_UNIQUE = re.compile(r" (?:unique|ouvreur|opener)")
_OPENS = re.compile(r" (?:open|ouvert|ouvreur|lecture|lus?\b|read)")
_COUNTS = re.compile(
    r" (?:count|nombre|nb\b|total|recipient|destinataire|contact|user|utilisateur|subscriber|abonne|volume|event"
    r"|evenement)"
)
_SHARES = re.compile(r" (?:percent|pourcent|parts?\b|share|proportion|ratio|repartition)")
_OTHERS = re.compile(
    r" (?:clic|rank|rang\b|rate\b|taux|id\b|date|bounce|rebond|unsub|desab|deliver|delivr|sent\b|envoy|revenue|chiffre"
    r"|time|temps|duree|duration|conversion)"
)

Row = Sequence[str]


@dataclass(frozen=True)
class Columns:
    """Places of columns, from 0; ``begin`` is the body's first row. ``value`` is None where each row is one open."""

    name: int
    details: tuple[int, ...]
    value: int | None
    is_share: bool
    begin: int

    def name_of(self, row: Row) -> str:
        """The client's name in a row, with what other columns say of it: “Outlook (2016)”."""
        name = _cell(row, self.name)
        said = [cell for place in self.details if (cell := _cell(row, place)) and cell.casefold() != name.casefold()]
        return f"{name} ({', '.join(said)})" if name and said else name

    def counts(self, row: Row) -> bool:
        """Tell whether the row says a number; where each row is one open, whether it has a name."""
        if self.value is None:
            return bool(_cell(row, self.name))
        return number(_cell(row, self.value), is_share=self.is_share) is not None


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """Return the columns of a table; None where there is no name of a client in it."""
    begin = _begin(rows)
    head = rows[begin - 1] if begin else []
    body = [row for row in rows[begin : begin + _LOOKED_AT] if any(row)]
    width = min(_MOST_COLUMNS, max(map(len, body), default=0))
    name = _name_column(head, body, width)
    if name is None:
        return None
    numeric = [place for place in range(width) if place != name and _is_numeric(body, place)]
    value = min(numeric, key=lambda place: _rank(_cell(head, place)), default=None)
    details = [place for place in range(width) if place not in {name, value} and _begins(_cell(head, place), _DETAILS)]
    is_share = value is not None and _is_share(_cell(head, value), [_cell(row, value) for row in body])
    return Columns(name, tuple(details), value, is_share, begin)


def _begin(rows: Sequence[Row]) -> int:
    """The row below the head: the one whose words are most like a head's; 0 where nothing is."""
    found = [(_likeness(row), -place) for place, row in enumerate(rows[:_LOOKED_AT])]
    best = max(found, default=(0, 0))
    return 1 - best[1] if best[0] else 0


def _likeness(row: Row) -> int:
    """How many of its cells are heads of names and numbers; a row with a number, or with one cell, is none."""
    cells = [cell for cell in row if cell]
    if len(cells) < 2 or any(number(cell) is not None or clients_named(cell) for cell in cells):
        return 1 if len(cells) == 1 == len(row) and _begins(cells[0], _NAMES) and not clients_named(cells[0]) else 0
    kinds = ((_NAMES, _DETAILS), (_OPENS, _COUNTS, _SHARES))
    return sum(any(_begins(cell, words) for cell in cells for words in kind) for kind in kinds)


def _name_column(head: Row, body: Sequence[Row], width: int) -> int | None:
    """The one with the most clients; among equals, the one whose head says so."""
    known = [
        (sum(bool(clients_named(_cell(row, place))) for row in body), _begins(_cell(head, place), _NAMES), -place)
        for place in range(width)
    ]
    count, _, place = max(known, default=(0, False, 0), key=itemgetter(0, 1, 2))
    return -place if count else None


def _is_numeric(body: Sequence[Row], place: int) -> bool:
    cells = [cell for row in body if (cell := _cell(row, place))]
    return bool(cells) and 2 * sum(number(cell) is not None for cell in cells) > len(cells)


def _rank(head: str) -> tuple[bool, int]:
    """Opens before other counts before parts before what is not known, and what says another thing last."""
    kinds = (_OPENS, _COUNTS, _SHARES)
    rank = next((rank for rank, kind in enumerate(kinds) if _begins(head, kind)), len(kinds) - ("%" in head))
    return _begins(head, _OTHERS), 2 * rank - _begins(head, _UNIQUE)


def _is_share(head: str, cells: Sequence[str]) -> bool:
    return "%" in head or _begins(head, _SHARES) or any("%" in cell for cell in cells)


def _begins(head: str, words: re.Pattern[str]) -> bool:
    return words.search(searchable(head)) is not None


def _cell(row: Row, place: int) -> str:
    return row[place] if place < len(row) else ""
