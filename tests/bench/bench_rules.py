"""What asking segments of many contacts costs: all at once by columns, against one contact at a time by Jinja.

100,000 contacts and ten segments such as marketers make, one of them of other segments, one that only Jinja can
compute; columns of few and of many values. The ratio is to Jinja's time for as many contacts, measured on a part.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import partial

from report import report, seconds

from templates.dynamic.contact_table import ContactTable
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.bulk import members, members_in
from templates.dynamic.rule.columns import ContactColumns
from templates.dynamic.segment import Segment, members_of

CONTACTS, PART = 100_000, 500
TODAY = date(2026, 11, 22)
TYPES: dict[str, PropertyType] = {
    "email": "string",
    "city": "string",
    "age": "integer",
    "spent": "float",
    "loyalty": "boolean",
    "birthdate": "date",
    "signup": "date",
    "interests": "list",
}
RULES = {
    "lyon": 'contact.city == "Lyon"',
    "adults": "contact.age >= 18",
    "loyal": "contact.loyalty",
    "nineties": '"1990-01-01" <= contact.birthdate <= "1999-12-31"',
    "new": "contact.signup is in_last_days(30)",
    "skiers": '"ski" in contact.interests and contact.age >= 18',
    "company": 'contact.email|lower != "x@example.com" and (contact.email|lower).endswith("@example.com")',
    "big": "contact.spent > 500 or (contact.loyalty and contact.spent > 250.5)",
    "vip": "segment.big and segment.loyal and not segment.new",
    "computed": "contact.age * 2 > 80 and contact.city is not none",
}


def main() -> None:
    """Time both ways."""
    table = contacts(random.Random(5))
    segments = [Segment(id=id_, rule=rule) for id_, rule in RULES.items()]
    columns = ContactColumns(table, TYPES)
    bulk = seconds(partial(members, segments, table, types=TYPES, today=TODAY), 5)
    again = seconds(partial(members_in, segments, columns, TODAY), 5)
    single = seconds(partial(_one_by_one, segments, table), 3) * CONTACTS / PART
    label = f"{CONTACTS:,} contacts, {len(segments)} segments"
    report(
        "rules",
        [
            {"what": f"{label}, from the table", "s": bulk, "times faster than Jinja": single / bulk},
            {"what": f"{label}, columns ready", "s": again, "times faster than Jinja": single / again},
            {"what": f"{label}, by Jinja", "s": single, "times faster than Jinja": 1.0},
        ],
    )


def contacts(chance: random.Random) -> ContactTable:
    """Contacts of whom every tenth lacks a value."""
    cities = ["Lyon", "Paris", "Lille", *(f"City {number}" for number in range(2_000))]
    hobbies = ["ski", "art", "jazz", "food", "books", "films"]
    columns = {
        "email": [f"Name{number}@{chance.choice(['example.com', 'example.org'])}" for number in range(CONTACTS)],
        "city": [chance.choice(cities) for _ in range(CONTACTS)],
        "age": [chance.randint(10, 90) for _ in range(CONTACTS)],
        "spent": [round(chance.expovariate(0.004), 2) for _ in range(CONTACTS)],
        "loyalty": [chance.random() < 0.3 for _ in range(CONTACTS)],
        "birthdate": [TODAY - timedelta(days=chance.randint(4_000, 33_000)) for _ in range(CONTACTS)],
        "signup": [TODAY - timedelta(days=chance.randint(0, 1_500)) for _ in range(CONTACTS)],
        "interests": [chance.sample(hobbies, chance.randint(1, 3)) for _ in range(CONTACTS)],
    }
    missing = {name: [None if chance.random() < 0.1 else value for value in column] for name, column in columns.items()}
    return ContactTable(missing, CONTACTS)


def _one_by_one(segments: list[Segment], table: ContactTable) -> None:
    for index in range(PART):
        members_of(segments, table.contact(index), types=TYPES, today=TODAY)


if __name__ == "__main__":
    main()
