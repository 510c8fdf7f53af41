"""What is wrong with a rule that can be read: names nobody knows, questions that do not fit a property's type."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.ask import check_answerable
from templates.dynamic.rule.bulk import HasRule
from templates.dynamic.rule.fit import misfits
from templates.dynamic.rule.names import ACTIVITY, names_in
from templates.dynamic.rule.nearest import nearest
from templates.dynamic.rule.order import circle_error, circle_from, rule_name
from templates.dynamic.rule.parse import parse_rule
from templates.dynamic.rule.path import FUNCTIONS, contact_property, names_of, path_of, segment_id
from templates.dynamic.rule.syntax import place_of, plain_lines
from templates.dynamic.rule.tree import Group, Not, Other, Rule, Test
from templates.dynamic.rule.write import rule_text
from templates.errors import InputError, LimitError, Place

# What every contact has: its address and what is derived from it, and what it did.
GIVEN = frozenset(["email", "id", "local_part", "domain", "display_name", ACTIVITY])
MOST_FAULTS = 10  # that are told of one rule: nobody reads more of them at once


def check_text(
    text: str,
    types: Mapping[str, PropertyType],
    segments: Iterable[HasRule],
    *,
    own: str = "",
    name: str = "rule",
    in_template: bool = False,
) -> list[InputError | LimitError]:
    """Return what is wrong with the rule ``text``, one that cannot be read too; otherwise as ``check_rule``."""
    try:
        rule = parse_rule(text, name)
        found = check_rule(rule, types, segments, own=own, name=name, text=text, in_template=in_template)
        check_answerable(text)
        return [*found]
    except (InputError, LimitError) as error:
        return [error]


def check_segments(
    segments: Collection[HasRule], types: Mapping[str, PropertyType]
) -> dict[str, list[InputError | LimitError]]:
    """Return what is wrong with each segment's rule by its id; a segment without a fault is not there."""
    named = {one.id: _named(one.rule) for one in segments}
    found: dict[str, list[InputError | LimitError]] = {}
    for one in segments:
        name = rule_name(one.id)
        found[one.id] = check_text(one.rule, types, segments, name=name) or _empty(one)
        found[one.id] += _circle(one.id, named, plain_lines(one.rule), name)
    return {id_: errors for id_, errors in found.items() if errors}


def check_rule(
    rule: Rule,
    types: Mapping[str, PropertyType],
    segments: Iterable[HasRule],
    *,
    own: str = "",
    name: str = "rule",
    text: str | None = None,
    in_template: bool = False,
) -> list[InputError]:
    """Return what is wrong with ``rule``, in the order of its text.

    ``types`` are the known properties; when there are none, every name passes. ``own`` is the id of the segment whose
    rule it is, for circles. Places are those in ``text``, by default the rule's own, under ``name``. ``in_template``:
    it may ask the message's variables too.
    """
    text = plain_lines(_text(rule) if text is None else text)
    rules = {one.id: one.rule for one in segments}
    check = _Check(types, rules.keys(), name, text, in_template)
    errors = list(islice((error for part in leaves(rule) for error in check.leaf(part)), MOST_FAULTS))
    if not own:
        return errors
    named = {id_: _named(other) for id_, other in rules.items()} | {own: _named(text)}
    return [*errors, *_circle(own, named, text, name)]


def leaves(rule: Rule) -> Iterator[Test | Other]:
    """Yield the tests of ``rule`` and what no test can say, in their order."""
    if isinstance(rule, Group):
        for part in rule.parts:
            yield from leaves(part)
    elif isinstance(rule, Not):
        yield from leaves(rule.part)
    else:
        yield rule


def _text(rule: Rule) -> str:
    """The rule's own text; none where a test still lacks a value."""
    try:
        return rule_text(rule)
    except InputError:
        return ""


def _empty(segment: HasRule) -> list[InputError | LimitError]:
    if segment.rule.strip():
        return []
    return [
        InputError(
            "The segment `{id}` has no rule, so everybody is in it.",
            advice="Write a rule, or `true` if that is meant.",
            place=Place(rule_name(segment.id)),
            id=segment.id,
        )
    ]


@dataclass(frozen=True)
class _Check:
    types: Mapping[str, PropertyType]
    segments: Collection[str]
    name: str
    text: str
    in_template: bool

    def leaf(self, part: Test | Other) -> Iterator[InputError]:
        if isinstance(part, Other):
            read = names_in(part.text, self.name)
            for id_ in read.segment_ids():
                yield from self._segment(id_)
            for name in read.property_names():
                yield from self._property(name)
        else:
            yield from self._test(part)

    def _test(self, test: Test) -> Iterator[InputError]:
        property_, id_ = contact_property(test.path), segment_id(test.path)
        if property_ is not None:
            yield from self._property(property_) or misfits(test, self.types.get(property_), self._place(test.path))
        elif id_ is not None:
            yield from self._segment(id_)
        elif test.path not in FUNCTIONS and names_of(test.path)[0] != "contact" and not self.in_template:
            yield InputError(
                "`{path}` is no property of contacts and no segment.",
                advice="Rules ask names such as `contact.city` and `segment.loyalty`.",
                place=self._place(test.path),
                path=test.path,
            )

    def _property(self, name: str) -> list[InputError]:
        if not self.types or name in self.types or name in GIVEN:
            return []
        path, place = path_of("contact", name), self._place(path_of("contact", name), name)
        if near := nearest(name, self.types):
            meant = path_of("contact", near)
            return [
                InputError(
                    "No contact has the property `{path}`.",
                    advice="Did you mean {suggestion}?",
                    place=place,
                    path=path,
                    suggestion=meant,
                )
            ]
        return [
            InputError(
                "No contact has the property `{path}`.", advice="Add it to contacts.toml.", place=place, path=path
            )
        ]

    def _segment(self, id_: str) -> Iterator[InputError]:
        if id_ in self.segments:
            return
        path, place = path_of("segment", id_), self._place(path_of("segment", id_), id_)
        if near := nearest(id_, self.segments):
            meant = path_of("segment", near)
            yield InputError(
                "There is no segment `{path}`.",
                advice="Did you mean {suggestion}?",
                place=place,
                path=path,
                suggestion=meant,
            )
        else:
            yield InputError(
                "There is no segment `{path}`.", advice="Make it first, or ask another one.", place=place, path=path
            )

    def _place(self, path: str, wanted: str = "") -> Place:
        return _place(self.text, path, self._offsets.get((names_of(path)[0], wanted or names_of(path)[-1])), self.name)

    @cached_property
    def _offsets(self) -> Mapping[tuple[str, str], int]:
        return _offsets(self.text, self.name)


def _offsets(text: str, name: str) -> dict[tuple[str, str], int]:
    """Where in ``text`` each property ("contact", name) and each segment ("segment", id) first stands."""
    read = names_in(text, name)
    kinds = {"contact": read.properties, "segment": read.segments}
    return {(kind, one.name): one.offset for kind, named in kinds.items() for one in reversed(named)}


def _place(text: str, path: str, offset: int | None, name: str) -> Place:
    return place_of(text, max(0, text.find(path)) if offset is None else offset, name)


def _circle(own: str, named: Mapping[str, tuple[str, ...]], text: str, name: str) -> list[InputError]:
    """A circle through the segment ``own``, whose rule is ``text``; ``named`` is what each segment names."""
    way = circle_from(own, named)
    if not way:
        return []
    following = way[1] if len(way) > 1 else own
    offset = _offsets(text, name).get(("segment", following))
    return [circle_error(way, _place(text, path_of("segment", following), offset, name))]


def _named(text: str) -> tuple[str, ...]:
    """The segments that a rule names; one that cannot be read names none, and its own check says why."""
    try:
        return names_in(text).segment_ids()
    except (InputError, LimitError):
        return ()
