"""What it costs to say who sees what: 50 segments, 50 conditional sections, 100,000 contacts.

Ordinary conditions (a segment each, pairs of segments, towns and ages) and hostile ones: formulas of twelve segments
each, and fifty that have no small diagram. ``read`` takes the text to its conditions, ``table`` makes the coverage,
``principle`` counts the mails that could be, ``reach`` those of the contacts.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from functools import partial

from report import report, seconds

from templates.dynamic.condition import Conditions, read_conditions
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.properties import PropertyType
from templates.dynamic.segment import Segment
from templates.dynamic.variants import coverage, principle, reached, study_of

MANY, CONTACTS, TIMES = 50, 100_000, 3
TODAY = date(2026, 11, 22)
TOWNS = [f"Town {number}" for number in range(200)]
TYPES: dict[str, PropertyType] = {"city": "string", "age": "integer", "loyal": "boolean", "tags": "list"}
FLAGS: dict[str, PropertyType] = {f"p{number}": "boolean" for number in range(MANY)}
NAMES = [f"segment.s{number}" for number in range(MANY)]


def main() -> None:
    """Time each kind of conditions."""
    chance = random.Random(5)
    ruled = [Segment(id=f"s{number}", rule=_rule(chance, number)) for number in range(MANY)]
    free = [Segment(id=f"s{number}", rule=f"contact.p{number}") for number in range(MANY)]
    table = _contacts(chance)
    towns = [
        f'contact.city|default("") == "{town}" and contact.age|default(0) > {age}'
        for age, town in enumerate(TOWNS[:MANY])
    ]
    pairs = [
        " or ".join(f"({one} and {NAMES[(by * at + 25) % MANY]})" for at, one in enumerate(NAMES)) for by in range(MANY)
    ]
    report(
        "variants",
        [
            _row("a segment each", NAMES, ruled, TYPES, table),
            _row("three segments each", [_formula(chance, 3) for _ in NAMES], ruled, TYPES, table),
            _row("towns and ages", towns, ruled, TYPES, table),
            _row("independent segments", NAMES, free, FLAGS),
            _row("hostile: twelve segments each", [_formula(chance, 12) for _ in NAMES], free, FLAGS),
            _row("hostile: no small diagram", pairs, free, FLAGS),
        ],
    )


def _row(
    label: str,
    tests: Sequence[str],
    segments: Sequence[Segment],
    types: dict[str, PropertyType],
    table: ContactTable | None = None,
) -> dict[str, str | float | int]:
    conditions = _read(tests)
    read = study_of(conditions, Facts(segments, types, TODAY))
    counted = principle(read)
    undecided = sum(not cell.decided for column in coverage(read).columns for cell in column.cells)
    return {
        "conditions": label,
        "read s": seconds(partial(_read, tests), TIMES),
        "table s": seconds(partial(coverage, read), TIMES),
        "principle s": seconds(partial(principle, read), TIMES),
        "reach s": seconds(partial(reached, read, table), TIMES) if table is not None else "",
        "mails": f"{counted.bound} {counted.count:,}",
        "reached": len(reached(read, table).variants) if table is not None else "",
        "cells undecided": undecided,
    }


def _read(tests: Sequence[str]) -> Conditions:
    sections = (
        f'{{% if {test} %}}<mj-section css-class="mw-s-{number}"><mj-column><mj-text>.</mj-text></mj-column>'
        f"</mj-section>{{% endif %}}"
        for number, test in enumerate(tests)
    )
    return read_conditions(f"<mjml><mj-body>{''.join(sections)}</mj-body></mjml>")


def _rule(chance: random.Random, number: int) -> str:
    town, age = chance.choice(TOWNS), chance.randrange(90)
    return chance.choice(
        [
            f'contact.city == "{town}"',
            f"contact.age >= {age}",
            "contact.loyal",
            f'contact.age < {age} and contact.city == "{town}"',
            f'"t{number}" in contact.tags',
        ]
    )


def _formula(chance: random.Random, size: int) -> str:
    if size == 1:
        return chance.choice(["", "not "]) + chance.choice(NAMES)
    left = chance.randrange(1, size)
    return f"({_formula(chance, left)} {chance.choice(['and', 'or'])} {_formula(chance, size - left)})"


def _contacts(chance: random.Random) -> ContactTable:
    columns = {
        "city": [chance.choice(TOWNS) if chance.random() > 0.1 else None for _ in range(CONTACTS)],
        "age": [chance.randrange(100) for _ in range(CONTACTS)],
        "loyal": [chance.random() < 0.4 for _ in range(CONTACTS)],
        "tags": [[f"t{chance.randrange(60)}"] for _ in range(CONTACTS)],
    }
    return ContactTable(columns, CONTACTS, "contacts")


if __name__ == "__main__":
    main()
