"""One rule, one answer: of its tree and its texts, by Jinja for one contact and by columns for many."""

from __future__ import annotations

import math
import string
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from templates.compile.bounds import MARK
from templates.compile.context import Segments
from templates.compile.limits import metered
from templates.compile.sandbox import MailEnvironment
from templates.dynamic.contact_table import ContactTable
from templates.dynamic.rule import tree  # its Test is no test case
from templates.dynamic.rule.ask import holds
from templates.dynamic.rule.bulk import column_bits, members
from templates.dynamic.rule.columns import ContactColumns
from templates.dynamic.rule.normal import NOBODY, normal
from templates.dynamic.rule.operators import operators_for, takes
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import path_of, segment_id
from templates.dynamic.rule.tree import Group, Not, Operator, Other, Rule
from templates.dynamic.rule.write import condition_text, rule_text, value_text
from templates.dynamic.segment import Segment, members_of
from templates.dynamic.typed import as_sent

TODAY = date(2026, 11, 22)
TYPES = {
    "city": "string",
    "age": "integer",
    "spent": "float",
    "loyalty": "boolean",
    "signup": "date",
    "interests": "list",
    "first-name": "string",
    "_id": "string",
    "items": "string",
}
PATHS = [*(f"contact.{name}" for name in TYPES if name != "first-name"), 'contact["first-name"]', "contact.unknown"]
ONE: list[Operator] = ["is", "is_not", "contains", "contains_not", "starts_with", "ends_with"]
ORDER: list[Operator] = ["less", "at_most", "more", "at_least", "before", "after"]
DEFAULTS = ["{0}|default({1})", "{0}|default({1})|lower", "{0}|lower|default({1})", "{0}|default({1}, true)"]
NONE: list[Operator] = ["exists", "exists_not", "true", "false"]
OTHERS = [
    "contact.age + 1 > 30",
    "contact.age|default(18) >= 18",
    "contact.city|default('Lyon') == \"Lyon\"",
    "contact.city == contact.unknown",
    "contact.city ~ contact.age == 'Lyon20'",
    "contact.interests|length > 1",
    "contact.city|upper|trim == 'LYON'",
    "contact.loyalty if contact.age else segment.first",
    "contact.city.upper() in 'LYON, PARIS'",
    "(contact.city, 1)",
    "contact.nothing.at.all == none",
    "contact.city|first is in 'LP'",
    "promo == 1",
    "promo|default('x') == 'x'",
    "opened_since(30)",
    "contact.signup > today",
    "contact.age % 0 == 1",
    "contact is mapping",
]

words = st.one_of(
    st.sampled_from(
        ["Lyon", "lyon", "LYON", "Paris", "ski", "été", "ÉTÉ", "ß", "İ", "12", "012", "12.0", "1e3", "-5", "true"]
    ),
    st.sampled_from(
        ["2026-11-22", "2026-11-01", "2026-13-01", "22/11/2026", "2026-11-22T10:00", 'a"b\\', "}}", "{%", "<b>"]
    ),
    st.text(max_size=4),
    st.text(string.ascii_letters + " ", min_size=1, max_size=3),
)
days = st.integers(-60, 60).map(lambda away: TODAY + timedelta(days=away))
numbers = st.one_of(
    st.integers(-30, 60),
    st.sampled_from([0.5, 12.0, -0.0, 1e20, 10**25]),
    st.floats(allow_nan=False, allow_infinity=False),
)
values = st.one_of(words, numbers, st.booleans(), days)
paths = st.sampled_from(PATHS)


def asked(operators: list[Operator], count: st.SearchStrategy[Any]) -> st.SearchStrategy[tree.Test]:
    return st.builds(tree.Test, paths, st.sampled_from(operators), count, st.booleans())


def several(low: int, high: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, min_size=low, max_size=high).map(tuple)


membership = st.builds(
    tree.Test,
    st.sampled_from(["segment.first", "segment.second", 'segment["12"]', "segment.nobody"]),
    st.sampled_from(NONE[2:]),
)
leaves = st.one_of(
    asked(ONE, several(1, 1)),
    asked(ORDER, several(1, 1)),
    asked(["between"], several(2, 2)),
    asked(["in", "not_in"], several(0, 4)),
    asked(["in_last_days", "in_next_days"], st.integers(-2, 40).map(lambda number: (number,))),
    asked(NONE, st.just(())),
    membership,
)
others = st.sampled_from(OTHERS).map(Other)


def rules(leaf: st.SearchStrategy[Any]) -> st.SearchStrategy[Rule]:
    def grown(inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
        groups = st.builds(Group, st.sampled_from(["all", "any"]), st.lists(inner, max_size=4).map(tuple))
        return st.one_of(groups, st.builds(Not, inner))

    return st.recursive(leaf, grown, max_leaves=8)


odd = st.sampled_from([None, math.nan, math.inf, "", " ", (), {"a": 1}, datetime(2026, 11, 22, 10, tzinfo=UTC)])
cells = st.one_of(odd, st.booleans(), values, st.lists(st.one_of(words, numbers), max_size=3))
activity = st.sampled_from([None, {"days_since_open": 3}, {"days_since_open": "x"}, "x"])
contacts = st.fixed_dictionaries({}, optional=dict.fromkeys([*TYPES, "unknown"], cells) | {"activity": activity})


def table_of(people: list[dict[str, Any]]) -> ContactTable:
    names = [*TYPES, "unknown", "activity"]
    return ContactTable({name: [one.get(name) for one in people] for name in names}, len(people))


memberships = st.sets(st.sampled_from(["first", "12"]))


@given(rules(st.one_of(leaves, others)), st.lists(contacts, min_size=1, max_size=6), memberships)
def test_jinja_and_columns_agree(rule, people, inside):
    """What Jinja says of a contact is what the columns say of it, for every rule and however odd its values are."""
    text = rule_text(rule)
    flags = {id_: bytes([id_ in inside]) * len(people) for id_ in ("first", "second", "12")}
    columns = ContactColumns(table_of(people), TYPES)
    bits = column_bits(rule, columns, today=TODAY, members=flags)
    assert column_bits(text, columns, today=TODAY, members=flags) == bits
    one_by_one = [holds(text, one, types=TYPES, today=TODAY, segments=inside) for one in people]
    assert list(bits) == one_by_one, text


@given(rules(leaves), st.lists(contacts, min_size=1, max_size=4), memberships)
def test_a_condition_means_what_its_rule_does(rule, people, inside):
    """The text for a template gives the same answers by the meaning of rules, defaults and all."""
    condition = condition_text(rule, TYPES)
    for one in people:
        meant = holds(rule_text(rule), one, types=TYPES, today=TODAY, segments=inside)
        assert holds(condition, one, types=TYPES, today=TODAY, segments=inside) == meant, condition


@given(rules(st.one_of(leaves, others)))
def test_a_rule_is_read_back_as_it_was_written(rule):
    """The text of ``segments.toml`` gives the rule's normal form."""
    read = parse_rule(rule_text(rule))
    assert read == normal(read) == plainest(normal(rule))
    assert parse_rule(rule_text(read)) == read


@given(rules(leaves))
def test_a_condition_is_read_back_as_it_was_written(rule):
    """So does the text of a template, in which a choice of values and a choice of tests are the same words."""
    text = condition_text(rule, TYPES)
    assert chosen(parse_rule(text)) == chosen(normal(rule)), text


def plainest(rule: Rule) -> Rule:
    """Other(text) as what its text is, if a test can say it."""
    if isinstance(rule, Group):
        return normal(Group(rule.kind, tuple(plainest(part) for part in rule.parts)))
    if isinstance(rule, Not):
        return normal(Not(plainest(rule.part)))
    return parse_rule(rule.text) if isinstance(rule, Other) else rule


def chosen(rule: Rule) -> Rule:
    """A rule in which ``is "a" or is "b"`` of one name is one test."""
    if isinstance(rule, Not):
        return normal(Not(chosen(rule.part)))
    if isinstance(rule, tree.Test):
        return NOBODY if rule.operator == "in" and not rule.values else rule
    if not isinstance(rule, Group):
        return rule
    parts = tuple(chosen(part) for part in rule.parts)
    equal = [part for part in parts if isinstance(part, tree.Test) and part.operator == "is"]
    lettered = {part.ignore_case for part in equal if isinstance(part.values[0], str)}
    if rule.kind == "any" and len(equal) == len(parts) > 1 == len({part.path for part in equal}) and len(lettered) < 2:
        found = tuple(value for part in equal for value in part.values)
        return normal(tree.Test(equal[0].path, "in", found, True in lettered))
    return normal(Group(rule.kind, parts))


@given(st.lists(rules(st.one_of(leaves, others)), min_size=1, max_size=4), st.lists(contacts, min_size=1, max_size=4))
def test_segments_of_segments_agree(found, people):
    """Segments that name other segments have the same members one by one and all at once."""
    ids = ["second", "12", "first", "fourth"]
    # Each may name those behind it only, so that there is no circle.
    texts = [rule_text(without(rule, set(ids[: place + 1]))) for place, rule in enumerate(found)]
    segments = [Segment(id=id_, rule=text) for id_, text in zip(ids, texts, strict=False)]
    inside = members(segments, table_of(people), types=TYPES, today=TODAY)
    for place, one in enumerate(people):
        assert {id_ for id_, flags in inside.items() if flags[place]} == members_of(
            segments, one, types=TYPES, today=TODAY
        )


def without(rule: Rule, ids: set[str]) -> Rule:
    """A rule in which tests of these segments are tests of nobody's segment."""
    if isinstance(rule, Group):
        return Group(rule.kind, tuple(without(part, ids) for part in rule.parts))
    if isinstance(rule, Not):
        return Not(without(rule.part, ids))
    named = segment_id(rule.path) if isinstance(rule, tree.Test) else "first" if "segment" in rule.text else None
    return tree.Test("segment.nobody", "true") if named in ids else rule


items = st.one_of(values.map(value_text), st.sampled_from(['""', "false", "true", "none", "[]", '"a"', "0", "1"]))
lists = st.lists(items, max_size=4).map(lambda found: f"[{', '.join(found)}]")
literals = st.one_of(
    values.map(value_text),
    lists,
    st.sampled_from(['""', "false", "none", "[]", '["Lyon", "ski", 12]', "today", "contact.spent"]),
)
subjects = st.builds(
    str.format,
    st.sampled_from(["{0}", "({0})", "{0}|lower", "{0}|d", '{0}|map("lower")', *DEFAULTS]),
    st.sampled_from(PATHS),
    literals,
)
signs = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
written = st.one_of(
    st.builds("{} {} {}".format, subjects, signs, literals),
    st.builds("{} {} {}".format, literals, signs, subjects),
    st.builds("{} {} {} {} {}".format, literals, signs, subjects, signs, literals),
    st.builds(
        "{} is {}".format, subjects, st.sampled_from(["none", "not none", "defined", "in_last_days(9)", "string"])
    ),
    st.builds("({}).{}({})".format, subjects, st.sampled_from(["startswith", "endswith", "lower"]), literals),
    st.builds("-9 <= days_until({}) <= 0".format, subjects),
    subjects,
)


@given(st.lists(written, min_size=1, max_size=3), st.sampled_from([" and ", " or "]), st.booleans(), contacts)
def test_what_people_write_means_what_it_is_read_as(parts, joint, negated, one):
    """Defaults anywhere, sides swapped, odd comparisons: the tree gives the answer that Jinja gives for the text."""
    text = f"not ({joint.join(parts)})" if negated else joint.join(parts)
    columns = ContactColumns(table_of([one]), TYPES)
    assert list(column_bits(text, columns, today=TODAY)) == [holds(text, one, types=TYPES, today=TODAY)], text


plain = st.sampled_from([None, "", False, True, 0, 1, "a", "false", [], [""], [False]])
plain_items = st.sampled_from(['""', "false", "true", "none", "0", "1", '"a"', "[]"])
plain_lists = st.lists(plain_items, min_size=1, max_size=3).map(lambda found: f"[{', '.join(found)}]")


@given(
    st.sampled_from(["contact.unknown", "contact.loyalty", 'contact.unknown|default("")', "contact.loyalty|d(false)"]),
    st.sampled_from(["==", "!=", "in", "not in"]),
    st.one_of(plain_items, plain_lists),
    plain,
)
def test_false_and_nothing_are_told_apart_alike(subject, sign, wanted, value):
    """Compared with the empty text, none, true and false, in lists too, a value gives one answer."""
    text, one = f"{subject} {sign} {wanted}", {"unknown": value, "loyalty": value}
    columns = ContactColumns(table_of([one]), TYPES)
    assert list(column_bits(text, columns, today=TODAY)) == [holds(text, one, types=TYPES, today=TODAY)], text


names = st.sampled_from(["Lyon", "lyon", "Lyons", "Paris", "ski", "Skis", "été"])
whole = st.integers(-30, 60)
OF_TYPE: dict[str, st.SearchStrategy[Any]] = {
    "string": names,
    "integer": whole,
    "float": st.one_of(whole, st.sampled_from([0.5, -12.5])),
    "boolean": st.booleans(),
    "date": days,
    "list": st.lists(names, min_size=1, max_size=3),
}
COUNTS = {"nothing": (0, 0), "one": (1, 1), "two": (2, 2), "several": (1, 4), "days": (1, 1)}


@st.composite
def sensible(draw: st.DrawFn) -> tree.Test:
    """A test such as the builder offers."""
    name, kind = draw(st.sampled_from(list(TYPES.items())))
    operator = draw(st.sampled_from(operators_for(kind)))
    wanted = st.integers(0, 60) if takes(operator) == "days" else names if kind == "list" else OF_TYPE[kind]
    low, high = COUNTS[takes(operator)]
    found = draw(st.lists(wanted, min_size=low, max_size=high))
    return tree.Test(
        path_of("contact", name), operator, tuple(found), draw(st.booleans()) and kind in {"string", "list"}
    )


people = st.fixed_dictionaries({}, optional={name: OF_TYPE[kind] for name, kind in TYPES.items()})


@given(rules(st.one_of(sensible(), membership)), people, memberships)
def test_a_condition_holds_in_a_template_where_its_rule_does(rule, one, inside):
    """The strict environment of templates gives the rule's answer and never fails, whatever is missing."""
    with metered(60):  # a busy computer is no fault
        text = f"{{% if {condition_text(rule, TYPES)} %}}yes{{% endif %}}"
        template = MailEnvironment(autoescape=False).from_string(text)
        answer = template.render({"contact": as_sent(one), "segment": Segments(inside), "today": TODAY})
    meant = holds(rule_text(rule), one, types=TYPES, today=TODAY, segments=inside)
    assert (MARK.sub("", answer) == "yes") == meant, text
