"""The mail that is shown for a segment is one that the coverage table allows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from templates.assemble import values_of
from templates.compile.context import context_of
from templates.compile.personalise import render_plain
from templates.dynamic.properties import PropertyType, add_properties
from templates.dynamic.segment import members_of
from templates.dynamic.variants import coverage, study
from templates.dynamic.view import Recipient, asked
from templates.files import write_text
from templates.workspace import Workspace

TYPES: dict[str, PropertyType] = {
    "city": "string",
    "age": "integer",
    "loyal": "boolean",
    "joined": "date",
    "tags": "list",
}
IDS = ("a", "b", "c", "d")
ATOMS = (
    'contact.city == "Paris"',
    'contact.city != "Lyon"',
    'contact.city in ["Paris", "Brest"]',
    'contact.city.startswith("P")',
    "contact.city is none",
    "contact.age >= 18",
    "contact.age < 65",
    "30 <= contact.age <= 40",
    "contact.loyal",
    'contact.joined < "2026-01-01"',
    "contact.joined is in_last_days(30)",
    'contact.joined == "2026-02-03"',
    '"vip" in contact.tags',
    '"new" in contact.tags',
)
CONDITIONS = (
    *(f"segment.{id_}" for id_ in IDS),
    'contact.city|default("") == "Paris"',
    "contact.age|default(0) >= 18",
    "contact.age|default(0) > 35",
    "contact.loyal|default(false)",
    'contact.joined|default("") == "2026-02-03"',
    'contact.joined|default("") < "2026-01-01"',
    '"vip" in contact.tags|default([])',
    'contact.joined|default("") != "" and days_until(contact.joined|default("")) < 0',
    "segment.a and not segment.b",
    'segment.c or contact.city|default("") == "Lyon"',
)
CONTACTS: tuple[dict[str, Any], ...] = (
    {},
    {"city": "Lyon", "age": 20},
    {"city": "Paris", "age": 70, "loyal": True, "tags": ["vip"]},
)


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Rules of one part more."""
    return st.one_of(
        st.builds("({} and {})".format, parts, parts),
        st.builds("({} or {})".format, parts, parts),
        st.builds("not ({})".format, parts),
    )


def rule_of(earlier: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A rule that may name segments before it."""
    atoms = st.sampled_from([*ATOMS, *(f"segment.{id_}" for id_ in earlier)])
    return st.recursive(atoms, joined, max_leaves=3)


rule_sets = st.tuples(*(rule_of(IDS[:index]) for index in range(len(IDS))))


@pytest.fixture(scope="module")
def workspace(twenty: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The twenty templates, with contacts of known types."""
    made = Workspace.open(shutil.copytree(twenty.root, tmp_path_factory.mktemp("member") / "copy"))
    write_text(made.root / "contacts.toml", "")
    add_properties(made, TYPES)
    return made


def sections(conditions: list[str]) -> str:
    """A mail with a section for each condition."""
    body = "".join(
        f'{{% if {test} %}}<mj-section css-class="mw-s-s{number}"><mj-column><mj-text>.</mj-text></mj-column>'
        f"</mj-section>{{% endif %}}"
        for number, test in enumerate(conditions)
    )
    return f"<mjml><mj-body>{body}</mj-body></mjml>"


def write_rules(workspace: Workspace, rules: Sequence[str]) -> None:
    """Give the workspace these segments."""
    tables = [f"[[segments]]\nid = '{id_}'\nrule = '{rule}'\n" for id_, rule in zip(IDS, rules, strict=False)]
    write_text(workspace.root / "segments.toml", "".join(tables))


def shown_for(workspace: Workspace, segments: Sequence[str], contact: dict[str, Any]) -> dict[str, Any]:
    """What the view of a segment builds with."""
    return asked(workspace, "welcome.en", Recipient.in_segments(*segments), {"var": {}, "data": contact, "segment": {}})


@settings(max_examples=60)
@given(rule_sets, st.lists(st.sampled_from(CONDITIONS), min_size=1, max_size=6), st.sampled_from(CONTACTS))
def test_a_segments_mail_is_what_the_table_says(
    workspace: Workspace, rules: tuple[str, ...], conditions: list[str], contact: dict[str, Any]
) -> None:
    """What always shows to a segment's members is in its mail, what never does is not; the contact is a member."""
    write_rules(workspace, rules)
    text = sections(conditions)
    read = study(workspace, "welcome.en", text=text)
    for column in coverage(read).columns:
        if not column.possible:
            continue
        given = shown_for(workspace, [column.segment] if column.segment else [], contact)
        assert given["segments"] == column.members
        reader = given["data"]["data"]
        assert members_of(read.facts.segments, reader, types=TYPES, today=read.facts.today) == column.members
        rendered = render_plain(text, context_of(**values_of(workspace, "welcome.en", **given)))
        seen = frozenset(re.findall(r"mw-s-(s\d+)", rendered))
        for component, cell in zip(read.components, column.cells, strict=True):
            assert cell.shows in {"sometimes", "always" if component.label in seen else "never"}


@pytest.mark.parametrize(
    ("rules", "chosen", "members", "contact"),
    [
        (["contact.age >= 18", "contact.age >= 65 and segment.a"], "b", {"a", "b"}, {"city": "Lyon", "age": 66}),
        (['contact.city in ["Paris", "Nice"]', 'contact.city == "Paris"'], "b", {"a", "b"}, {"city": "Paris"}),
        (["contact.age >= 18"], "a", {"a"}, {"city": "Lyon", "age": 20}),
        (["contact.age >= 18", "contact.age < 40"], "a", {"a"}, {"city": "Lyon", "age": 41}),
        (['"vip" in contact.tags and "new" in contact.tags'], "a", {"a"}, {"tags": ["vip", "new"]}),
        (["contact.city is none"], "a", {"a"}, {"city": None, "age": 20}),
        (['contact.joined == "2026-02-03"'], "a", {"a"}, {"joined": "2026-02-03"}),
        (['contact.city == "Lyon" and contact.city == "Nice"', "contact.loyal"], "a", {"a"}, {"city": "Lyon"}),
        (["contact.age >=", "segment.b", "contact.loyal"], "a", {"a"}, {"city": "Lyon"}),
        ([], "gone", {"gone"}, {"city": "Lyon"}),
    ],
)
def test_a_member_is_made_of_the_data_sets_contact(
    workspace: Workspace, rules: list[str], chosen: str, members: set[str], contact: dict[str, Any]
) -> None:
    """A rule's values replace those that contradict it, and nothing else; impossible and broken rules replace none."""
    write_rules(workspace, rules)
    given = shown_for(workspace, [chosen], {"city": "Lyon", "age": 20})
    assert given["segments"] == members
    made = given["data"]["data"]
    assert {name: made.get(name) for name in contact} == contact
