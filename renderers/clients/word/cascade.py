"""Which rules of the style sheets reach an element, as Word decides it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule, declaration
from renderers.clients.html.tree import Element
from renderers.clients.word.selectors import Key, Part, Selector, Specificity, selector

Bucket = tuple[str, str]
"""What a selector asks first: an id, else a class, else a type; rules are kept by it."""

MAX_STEPS = 300_000
"""Rules that are tried in one mail; what a mail made to choke it asks beyond that is not met."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector with its declarations, and which rule of the mail it is."""

    selector: Selector
    order: int
    declarations: tuple[Declaration, ...]

    @property
    def rank(self) -> tuple[Specificity, int]:
        """What decides between rules."""
        return self.selector.specificity, self.order


@dataclass(frozen=True, slots=True)
class Matched:
    """The declarations for an element: those below its ``style`` attribute, and the important ones above it."""

    below: tuple[Declaration, ...]
    above: tuple[Declaration, ...]


class Place:
    """An element as selectors see it: its own key and the places around it. Like elements share one."""

    __slots__ = ("around", "buckets", "found", "key")

    def __init__(self, key: Key, around: Place | None) -> None:
        self.key = key
        self.buckets = _buckets(key)
        self.around = around
        self.found: Matched | None = None


class Cascade:
    """The rules so far, and the elements they meet. Rules are added in the order of the mail."""

    def __init__(self) -> None:
        self._alone: dict[Bucket, list[Rule]] = defaultdict(list)
        self._nested: dict[Bucket, dict[Bucket, list[Rule]]] = defaultdict(lambda: defaultdict(list))
        self._by_key: dict[Key, list[Rule]] = {}
        self._places: dict[tuple[int, str, str | None, str | None, bool], Place] = {}
        self._order = 0
        self._steps = 0

    def add(self, nodes: Iterable[Node]) -> tuple[list[AtRule], list[str]]:
        """Take the rules in; return the @-rules, which it leaves alone, and the selectors that Word does not read."""
        kept: list[AtRule] = []
        unread: list[str] = []
        for node in nodes:
            if isinstance(node, AtRule):
                kept.append(node)
            elif isinstance(node, StyleRule):
                unread += self._add(node)
        self._by_key.clear()
        for place in self._places.values():
            place.found = None
        return kept, unread

    def _add(self, rule: StyleRule) -> list[str]:
        declarations = tuple(node for node in rule.body if isinstance(node, Declaration))
        unread = []
        self._order += 1
        for text in rule.selectors:
            read = selector(text)
            if read is None:
                unread.append(text)
            elif declarations:
                last, made = _bucket(read.last), Rule(read, self._order, declarations)
                (self._nested[last][_bucket(read.around[0])] if read.around else self._alone[last]).append(made)
        return unread

    def place(self, element: Element, around: Place | None) -> Place:
        """Return the place of an element inside another one's."""
        get = element.get
        asked = (id(around), element.tag, get("class"), get("id"), get("href") is None)
        found = self._places.get(asked)
        if found is None:
            found = self._places[asked] = Place(_key(element), around)
        return found

    def matched(self, place: Place) -> Matched:
        """Return what the rules declare for the elements of a place."""
        if place.found is None:
            place.found = self._match(place)
        return place.found

    def _match(self, place: Place) -> Matched:
        if self._steps > MAX_STEPS:
            return _NOTHING
        alone = self._by_key.get(place.key)
        if alone is None:
            asked = (rule for bucket in place.buckets for rule in self._alone.get(bucket, ()))
            alone = self._by_key[place.key] = [rule for rule in asked if self._reaches(rule.selector, place)]
        rules = [*alone, *(rule for rule in self._near(place) if self._reaches(rule.selector, place))]
        if not rules:
            return _NOTHING
        rules.sort(key=lambda rule: rule.rank)
        return Matched(_merged(rules, important=False), _merged(rules, important=True))

    def _near(self, place: Place) -> Iterator[Rule]:
        """Yield the rules with several parts whose last two may be met."""
        for nested in filter(None, map(self._nested.get, place.buckets)):
            around, met = place.around, set[Bucket]()
            while around is not None:
                self._steps += 1
                met.update(bucket for bucket in around.buckets if bucket in nested)
                around = around.around
            for bucket in met:
                yield from nested[bucket]

    def _reaches(self, asked: Selector, place: Place) -> bool:
        self._steps += 1
        if not asked.last.matches(place.key):
            return False
        around = place.around
        for part in asked.around:
            while around is not None and not part.matches(around.key):
                around = around.around
                self._steps += 1
            if around is None:
                return False
            around = around.around
        return True


_NOTHING = Matched((), ())


def _key(element: Element) -> Key:
    classes = (element.get("class") or "").split(None, 1)
    tag = element.tag
    return Key(
        tag, classes[0] if classes else "", element.get("id") or "", tag == "a" and element.get("href") is not None
    )


def _bucket(part: Part) -> Bucket:
    if part.id:
        return "#", part.id
    if part.first_class:
        return ".", part.first_class
    return ("", part.tag) if part.tag else (":", "link")


def _buckets(key: Key) -> tuple[Bucket, ...]:
    buckets = [("", key.tag)]
    if key.first_class:
        buckets.append((".", key.first_class))
    if key.id:
        buckets.append(("#", key.id))
    if key.link:
        buckets.append((":", "link"))
    return tuple(buckets)


def _merged(rules: Iterable[Rule], *, important: bool) -> tuple[Declaration, ...]:
    return merge(each for rule in rules for each in rule.declarations if each.important is important)


def merge(declarations: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Return the last declaration of each property, in the order of these last ones, none of them important."""
    last: dict[str, Declaration] = {}
    for each in declarations:
        last.pop(each.name, None)
        last[each.name] = declaration(each.name, each.value) if each.important else each
    return tuple(last.values())
