"""What reasoning says of conditions is what rendering every case with the real language shows."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from templates.compile.context import Segments
from templates.compile.personalise import render_plain
from templates.dynamic.condition import read_conditions
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.coverage.facts import Facts
from templates.dynamic.segment import Segment, members_of
from templates.dynamic.variants import Study, coverage, principle, reached, study_of
from templates.errors import MailwrightError

TODAY = date(2026, 11, 22)
TYPES = {"city": "string", "age": "integer", "loyal": "boolean"}
CITIES = (None, "Paris", "Lyon", "Brest")
AGES = (None, 17, 18, 30, 31)
LOYAL = (None, False, True)
PROMOS = (None, "", "X")
CONTACTS = [
    {name: value for name, value in zip(TYPES, values, strict=True) if value is not None}
    for values in product(CITIES, AGES, LOYAL)
]
ATOMS = (
    'contact.city|default("") == "Paris"',
    'contact.city|default("") != "Lyon"',
    'contact.city|default("") in ["Paris", "Lyon"]',
    "contact.age|default(0) >= 18",
    "contact.age|default(99) < 30",
    "contact.loyal|default(false)",
    "segment.adults",
    "segment.parisians",
    "segment.both",
    "segment.nobody_has_this",
    'promo|default("")',
)
RULES = (
    Segment(id="adults", rule="contact.age >= 18"),
    Segment(id="parisians", rule='contact.city == "Paris"'),
    Segment(id="both", rule="segment.adults and (contact.loyal or contact.age > 30)"),
)


def joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Conditions of one part more."""
    return st.one_of(
        st.builds("({} and {})".format, parts, parts),
        st.builds("({} or {})".format, parts, parts),
        st.builds("(not {})".format, parts),
    )


conditions = st.recursive(st.sampled_from(ATOMS), joined, max_leaves=5)
mails = st.lists(st.tuples(conditions, st.none() | conditions), min_size=1, max_size=5)


def mail(pairs: list[tuple[str, str | None]]) -> str:
    """A mail with a section for each condition, and its alternative where there is one."""
    body = ""
    for index, (first, second) in enumerate(pairs):
        body += f"{{% if {first} %}}{section(f'a{index}')}"
        body += f"{{% elif {second} %}}{section(f'b{index}')}" if second else ""
        body += f"{{% else %}}{section(f'c{index}')}{{% endif %}}"
    return f"<mjml><mj-body>{body}</mj-body></mjml>"


def section(name: str) -> str:
    """A section that is called so."""
    return f'<mj-section css-class="mw-s-{name}"><mj-column><mj-text>.</mj-text></mj-column></mj-section>'


def seen_by(text: str, contact: dict[str, object], promo: str | None) -> frozenset[str]:
    """The sections that Jinja leaves for a contact."""
    names: dict[str, object] = {"contact": contact, "segment": Segments(inside(contact))}
    rendered = render_plain(text, names if promo is None else {**names, "promo": promo})
    return frozenset(re.findall(r"mw-s-(\w+)", rendered))


def inside(contact: dict[str, object]) -> frozenset[str]:
    """The segments that a contact is in."""
    return frozenset(members_of(RULES, contact, types=TYPES, today=TODAY))


def read(text: str, **context: object) -> Study:
    """The study of a mail."""
    return study_of(read_conditions(text), Facts(RULES, TYPES, TODAY, context))


def named(study: Study, shown: frozenset[int]) -> frozenset[str]:
    """The labels of components."""
    return frozenset(study.components[index].label for index in shown)


@settings(max_examples=20)
@given(mails)
def test_the_mails_that_can_be_are_those_that_jinja_makes(pairs: list[tuple[str, str | None]]) -> None:
    """All variants in principle, and no other, come out when every contact and every variable is rendered."""
    text = mail(pairs)
    study = read(text)
    found = principle(study, listed=10_000)
    made = {seen_by(text, contact, promo) for contact in CONTACTS for promo in PROMOS}
    assert {named(study, shown) for shown in found.shown} == made
    assert (found.count, found.bound) == (len(made), "exactly")


@settings(max_examples=20)
@given(mails)
def test_a_column_says_what_members_of_just_these_segments_see(pairs: list[tuple[str, str | None]]) -> None:
    """Always, sometimes and never are what rendering for all contacts in exactly the column's segments shows."""
    text = mail(pairs)
    study = read(text, promo="X")
    for column in coverage(study).columns:
        seen = [seen_by(text, contact, "X") for contact in CONTACTS if inside(contact) == column.members]
        assert seen
        for component, cell in zip(study.components, column.cells, strict=True):
            share = sum(component.label in each for each in seen) / len(seen)
            assert cell.shows == {0.0: "never", 1.0: "always"}.get(share, "sometimes")


@settings(max_examples=20)
@given(mails, st.lists(st.sampled_from(CONTACTS), max_size=40))
def test_contacts_are_counted_as_jinja_shows_them(
    pairs: list[tuple[str, str | None]], contacts: list[dict[str, object]]
) -> None:
    """Each variant's number is how many contacts get just these sections; the example is one of them."""
    text = mail(pairs)
    study = read(text, promo="")
    table = ContactTable({name: [each.get(name) for each in contacts] for name in TYPES}, len(contacts))
    counted = reached(study, table)
    seen = [seen_by(text, contact, "") for contact in contacts]
    assert {named(study, one.shown): one.count for one in counted.variants} == Counter(seen)
    assert all(named(study, one.shown) == seen[one.example] for one in counted.variants)


PIECES = st.sampled_from(
    [
        "{% if a %}", "{% elif b.c|default(1) > 2 %}", "{% else %}", "{% endif %}", "{% for x in a %}",
        "{% for x, y in b.items if x %}", "{% endfor %}", "{% set a = x %}", "{% set a %}", "{% endset %}",
        "{% set x.y = 1 %}", "{% if x in [1, 'a'] and loop.first %}", "{% macro m(x) %}", "{% endmacro %}",
        "{% if m(a) or not a is none %}", "{% set a, b = b, a %}", "{% if a[0] < b[x].c %}", "{{ a }}", "{% raw %}",
        "{% endraw %}", "{# c #}", "{% if segment['a b'] %}", "<mj-section>", "</mj-section>",
        "<mj-text>", "</mj-text>",
        "<mj-raw>", "</mj-raw>", "words", "{% if", "{% if a if b else c %}", "{% with a = 1 %}", "{% endwith %}",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14))
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    """Whatever somebody writes is studied, or refused as one of the expected failures."""
    try:
        study = read(f"<mjml><mj-body>{''.join(pieces)}</mj-body></mjml>")
    except MailwrightError:
        return
    assert len(coverage(study).columns) == len(RULES) + 1
    assert principle(study).count >= 1
    assert sum(one.count for one in reached(study, ContactTable({"city": ["Lyon", None]}, 2)).variants) == 2


EXPRESSIONS = st.sampled_from(
    [
        "a",
        "b.c|default(1) > 2",
        "x in [1, 'a']",
        "loop.first",
        "not a is none",
        "segment['a b']",
        "(a or b) and not x",
        "contact['first name']|lower == 'z'",
        "contact",
        "contact|length > 1",
        "vars['x-y']|default(1)",
        "'a' ~ b == 'ab'",
        "contact.city|default(b) == 'Lyon'",
        "contact.city|default('Lyon', true) == 'Lyon'",
        "x|default([])",
        "b.c == a",
        "segment.adults|default(false)",
        "contact.age|default(0) >= 17.5",
        "contact.age|default(0) < b.c",
    ]
)
LISTS = st.sampled_from(["x in a", "x in b.items|default([])", "k, x in b|dictsort", "x in [a] if x", "x in range(2)"])
NAMES = st.sampled_from(["a", "b", "x", "fresh"])
DATA = (
    {"a": [1, 2], "b": {"c": 3, "items": ["k"]}, "x": "x"},
    {"a": "", "b": {"c": 18}, "x": 0},
    {"a": [], "x": ["q"]},
)
READERS = ({"city": "Lyon", "age": 20}, {"first name": "Z", "loyal": True}, {})


def nested(body: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Bodies in conditions, alternatives, loops and elements of other editors; set tags among them."""
    return st.one_of(
        st.builds("{}{}".format, body, body),
        st.builds(
            "{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}".format,
            EXPRESSIONS,
            body,
            EXPRESSIONS,
            body,
            body,
        ),
        st.builds("{{% for {} %}}{}{{% else %}}{}{{% endfor %}}".format, LISTS, body, body),
        st.builds("<mj-raw>{{% if {} %}}</mj-raw>{}<mj-raw>{{% endif %}}</mj-raw>".format, EXPRESSIONS, body),
        st.builds("{{% set {} = {} %}}{}".format, NAMES, EXPRESSIONS, body),
    )


bodies = st.recursive(st.just("SECTION"), nested, max_leaves=8)


@settings(max_examples=60)
@given(bodies, st.sampled_from(DATA))
def test_loops_and_set_tags_mean_what_they_mean_to_jinja(body: str, data: dict[str, object]) -> None:
    """Each section shows for just the contacts for whom Jinja leaves it, wherever Jinja makes a mail at all."""
    parts = body.split("SECTION")
    body = "".join(part + section(f"s{number}") for number, part in enumerate(parts[:-1])) + parts[-1]
    text = f"<mjml><mj-body>{body}</mj-body></mjml>"
    try:
        study = read(text, **data, vars=data)
    except MailwrightError:
        return
    for contact in READERS:
        names = {**data, "vars": data, "contact": contact, "segment": Segments(inside(contact))}
        try:
            rendered = render_plain(text, names)
        except MailwrightError:
            continue
        table = ContactTable({name: [contact.get(name)] for name in [*TYPES, "first name"]}, 1)
        (variant,) = reached(study, table).variants
        assert named(study, variant.shown) == frozenset(re.findall(r"mw-s-(\w+)", rendered))
