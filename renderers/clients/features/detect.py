"""Which features a piece of a mail uses. Nothing here knows a client, so that all of them share what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from renderers.clients.css.scan import split
from renderers.clients.css.selector import Compound, Simple, parse_selector
from renderers.clients.css.sheet import AtRule, Declaration
from renderers.clients.features.markup import ATTRIBUTES, BASE64, ELEMENTS, IMAGES, LINKS
from renderers.clients.features.properties import PROPERTIES
from renderers.clients.features.rules import AT_RULES, CHAINING, COMBINATORS, MEDIA, NESTING, PSEUDOS, SIMPLES
from renderers.clients.features.values import BACKGROUND_IMAGE, FUNCTIONS, GRADIENTS, IMPORTANT, KEYWORDS, UNITS

MAX_VALUE = 20_000
"""Of a longer value only the beginning is read: nobody writes one but as a ``data:`` address."""


def words(table: Mapping[str, str]) -> dict[str, str]:
    """Turn a table of features to words around: word to feature."""
    return {word: feature for feature, words in table.items() for word in words.split()}


_NAMES = {name: feature for name, feature in words(PROPERTIES).items() if "*" not in name}
_STEMS = {name.rstrip("*"): feature for name, feature in words(PROPERTIES).items() if "*" in name}
_KEYWORDS = {
    (name, word): feature
    for feature, (names, words) in KEYWORDS.items()
    for name in names.split() or [""]
    for word in words.split()
}
_FUNCTIONS = words(FUNCTIONS)
_UNITS = words(UNITS)
_PSEUDOS = words(PSEUDOS)
_SIMPLES = words(SIMPLES)
_COMBINATORS = {sign: feature for feature, sign in COMBINATORS.items()}
_AT_RULES = words(AT_RULES)
_MEDIA = words(MEDIA)
_ELEMENTS = words({feature: tags for feature, (tags, _) in ELEMENTS.items()})
_ATTRIBUTES = words(ATTRIBUTES)
_ENDINGS = words(IMAGES)

_VENDOR = re.compile(r"-(?:webkit|moz|ms|o)-")
_LITERAL = re.compile(r""""[^"]*+"|'[^']*+'|(url)\([^)]*+\)""", re.IGNORECASE)
_FUNCTION = re.compile(r"(?<![-\w])(?:-(?:webkit|moz|o)-)?([a-z][-a-z]*+)\(")
_UNIT = re.compile(r"(?<![-\w#.])[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[-+]?\d++)?(%|[a-z]++)")
_WORD = re.compile(r"-?[a-z][-\w]*+")
_PICTURE = re.compile(r"\burl\(|gradient\(|image-set\(", re.IGNORECASE)
_MEDIA_FEATURE = re.compile(r"\(\s*+(-?[a-z][-a-z]*+)", re.IGNORECASE)
_FILE_ENDING = re.compile(r"\.(\w+)\s*(?:[?#].*)?\Z", re.DOTALL)
_DATA = re.compile(r"\s*data:image/([a-z]+)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def property_feature(name: str) -> str:
    """Return the feature that a property belongs to; empty when caniemail has none."""
    if name.startswith("--"):
        return _STEMS["--"]
    bare = _VENDOR.sub("", name, count=1) if name.startswith("-") else name
    if bare in _NAMES:
        return _NAMES[bare]
    return next((feature for stem, feature in _STEMS.items() if bare.startswith(stem)), "")


@lru_cache(maxsize=32768)
def declaration_features(declaration: Declaration) -> tuple[str, ...]:
    """Return the features of a declaration: its property's first, then those of its value."""
    name = declaration.name
    own = property_feature(name)
    found = dict.fromkeys([own] if own else [])
    if not name.startswith("--"):
        found |= dict.fromkeys(_value_features(name, declaration.value[:MAX_VALUE].lower()))
    if declaration.important:
        found[IMPORTANT] = None
    return tuple(found)


def _value_features(name: str, value: str) -> Iterator[str]:
    if name == "background" and _PICTURE.search(value):
        yield BACKGROUND_IMAGE
    plain = _LITERAL.sub(" ", value) if '"' in value or "'" in value or "url(" in value else value
    if "(" in plain:
        found = (_FUNCTIONS[each] for each in _FUNCTION.findall(plain) if each in _FUNCTIONS)
        yield from (each for each in found if each not in GRADIENTS or name in ("background", "background-image"))
    yield from (_UNITS[each] for each in _UNIT.findall(plain) if each in _UNITS)
    for word in _WORD.findall(plain):
        feature = _KEYWORDS.get((name, word)) or _KEYWORDS.get(("", word))
        if feature:
            yield feature


@lru_cache(maxsize=16384)
def selector_features(selector: str) -> frozenset[str]:
    """Return the features of one selector (no commas), those inside ``:not()`` and its like too."""
    return frozenset(_selector_features(selector, 0))


def _selector_features(selector: str, depth: int) -> Iterator[str]:
    for compound in parse_selector(selector):
        if compound.combinator in _COMBINATORS:
            yield _COMBINATORS[compound.combinator]
        if len(compound.of("class")) + len(compound.of("id")) > 1:
            yield CHAINING
        yield from _compound_features(compound, depth)


def _compound_features(compound: Compound, depth: int) -> Iterator[str]:
    for simple in compound.simples:
        if simple.kind == "pseudo":
            if simple.name in _PSEUDOS:
                yield _PSEUDOS[simple.name]
            if depth < 4:
                yield from _inner_features(simple, depth)
        elif simple.text == "&":
            yield NESTING
        else:
            kind = "*" if simple.text == "*" else simple.kind
            if kind in _SIMPLES:
                yield _SIMPLES[kind]


def _inner_features(simple: Simple, depth: int) -> Iterator[str]:
    if simple.name in ("not", "is", "where", "has", "matches", "any", "-webkit-any", "-moz-any"):
        for part in split(simple.text.partition("(")[2].removesuffix(")"), ","):
            yield from _selector_features(part, depth + 1)


def at_rule_feature(name: str) -> str:
    """Return the feature of an @-rule by its name; empty when caniemail has none."""
    return _AT_RULES.get(name, "")


@lru_cache(maxsize=1024)
def query_features(query: str) -> frozenset[str]:
    """Return the features of one media query."""
    return frozenset(_MEDIA[each.lower()] for each in _MEDIA_FEATURE.findall(query) if each.lower() in _MEDIA)


def at_rule_features(rule: AtRule) -> frozenset[str]:
    """Return the features of an @-rule, not of what stands in it."""
    own = at_rule_feature(rule.name)
    queries = query_features(rule.prelude) if rule.name == "media" else frozenset()
    return queries | {own} if own else queries


KEYED = {tag.partition("[")[0]: tag.partition("[")[2].partition("=")[0] for tag in _ELEMENTS if "[" in tag}
"""Tags whose feature depends on an attribute, and which."""


def element_feature(tag: str, key: str = "") -> str:
    """Return the feature of an element; ``key`` is the value of its attribute in KEYED."""
    if tag in KEYED:
        return _ELEMENTS.get(f"{tag}[{KEYED[tag]}={key.strip().lower()}]", "")
    return _ELEMENTS.get(tag, "")


def attribute_feature(name: str) -> str:
    """Return the feature of an attribute by its name; empty when caniemail has none."""
    return _ATTRIBUTES.get(name, "")


def link_feature(address: str) -> str:
    """Return the feature of a link's address: a place in the mail, or a mail to write."""
    start = address.lstrip().lower()
    return next((feature for feature, sign in LINKS.items() if start.startswith(sign)), "")


@lru_cache(maxsize=4096)
def image_features(address: str) -> tuple[str, ...]:
    """Return the features of an image's address: its format, and that it is written into the mail."""
    if data := _DATA.match(address[:100]):
        return tuple(filter(None, (BASE64, _ENDINGS.get(data[1].lower(), ""))))
    ending = _FILE_ENDING.search(address[-200:].split("?")[0].split("#")[0])
    found = _ENDINGS.get(ending[1].lower(), "") if ending else ""
    return (found,) if found else ()
