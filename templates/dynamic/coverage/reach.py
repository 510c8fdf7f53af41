"""How many contacts of a table each mail reaches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from templates.dynamic.coverage.bits import ContactBits
from templates.dynamic.coverage.formula import Formula
from templates.dynamic.coverage.table import NOBODYS


@dataclass(frozen=True)
class Variant:
    """A mail that some contacts get: the indices of the components it shows, how many they are, and one of them.

    ``empty``: it says nothing besides its header and footer.
    """

    shown: frozenset[int]
    count: int
    example: int
    empty: bool


@dataclass(frozen=True)
class Reach:
    """What the contacts of a table get: the variants, the one with most contacts first.

    ``components`` says how many see each component, ``segments`` how many are in each segment, ``cells`` how many of
    a segment see each component; both also for contacts in none (table.py: NOBODYS).
    """

    name: str
    count: int
    variants: tuple[Variant, ...] = field(repr=False)
    components: tuple[int, ...] = field(repr=False)
    segments: Mapping[str, int] = field(repr=False)
    cells: Mapping[str, tuple[int, ...]] = field(repr=False)

    @property
    def empty(self) -> int:
        """How many contacts get an empty mail."""
        return sum(variant.count for variant in self.variants if variant.empty)


def reach(
    bits: ContactBits, formulas: Sequence[Formula], content: Formula, members: Mapping[str, bytes], name: str
) -> Reach:
    """Count the mails. ``formulas`` are the components' in their order, ``members`` the contacts of each segment."""
    seen = [bits.of(formula) for formula in formulas]
    inside = {segment: int.from_bytes(flags, "little") for segment, flags in members.items()}
    inside[NOBODYS] = bits.everybody ^ reduce(or_, inside.values(), 0)
    return Reach(
        name,
        bits.count,
        _variants(bits, seen, bits.of(content)),
        tuple(each.bit_count() for each in seen),
        {segment: each.bit_count() for segment, each in inside.items()},
        {segment: tuple((own & each).bit_count() for each in seen) for segment, own in inside.items()},
    )


def _variants(bits: ContactBits, seen: Sequence[int], full: int) -> tuple[Variant, ...]:
    different = list(dict.fromkeys([full, *seen]))
    rows = list(zip(*map(bits.flags, different), strict=True))
    counts = Counter(rows)
    examples = dict(zip(reversed(rows), reversed(range(len(rows))), strict=True))
    place = {each: index for index, each in enumerate(different)}
    places = [place[each] for each in seen]
    made = [
        Variant(frozenset(index for index, at in enumerate(places) if row[at]), count, examples[row], not row[0])
        for row, count in counts.items()
    ]
    return tuple(sorted(made, key=lambda variant: (-variant.count, variant.example)))
