"""Selectors as a client rewrites them: names get its prefix, the whole gets its scope, with the mistakes it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from renderers.clients.css.scan import split
from renderers.clients.css.selector import Compound, Simple, parse_selector, write_selector
from renderers.clients.css.sheet import AtRule, Declaration, Node, StyleRule, selector_list
from renderers.clients.names.settings import Prefix

GROUPS = frozenset({"media", "supports", "layer", "container", "document", "-moz-document", "scope", "starting-style"})
"""At-rules that hold rules; keyframes and font-face hold other things."""

MAX_NESTED = 16
"""Brackets within one pseudo-class: a selector with more stays as it is; nobody writes it, a bomb does."""

_LISTS = frozenset({"not", "is", "where", "has", "matches", "any"})
_AMPERSAND = (".&", r".\&")
_CHAIN = re.compile(r"[.#][-\w]+[.#]")
_VALUE = re.compile(
    r"""(\[\s*+(?:class|id)\s*+[~|]?=\s*+)(["']?)(.*?)(\2\s*(?:[is]\s*)?\])\Z""", re.IGNORECASE | re.DOTALL
)


class Names:
    """Names and selectors under one client's settings. What it has written before, it remembers."""

    def __init__(self, settings: Prefix) -> None:
        self._settings = settings
        self._prelude = lru_cache(maxsize=4096)(self._write_prelude)

    def name(self, name: str) -> str:
        """Return a class or id as the client names it."""
        return f"{self._settings.prefix}{name}{self._settings.suffix}"

    def names(self, value: str) -> str:
        """Return the value of a ``class`` attribute."""
        garbled = self._settings.edge_signs == "break"
        return " ".join(self.name(each) for each in value.split() if not (garbled and each.startswith("-")))

    def rules(self, nodes: Sequence[Node], *, top: bool = True) -> tuple[Node, ...]:
        """Return the rules with their selectors rewritten."""
        found: list[Node] = []
        for node in nodes:
            if isinstance(node, StyleRule):
                prelude = self._prelude(node.prelude, top or bool(self._settings.nested))
                found.append(StyleRule(prelude, self._body(node.body)))
            elif isinstance(node, AtRule) and node.body is not None and node.name in GROUPS:
                found.append(replace(node, body=self.rules(node.body, top=top)))
            else:
                found.append(node)
        return tuple(found)

    def _body(self, body: tuple[Node, ...]) -> tuple[Node, ...]:
        return body if all(isinstance(node, Declaration) for node in body) else self.rules(body, top=False)

    def _write_prelude(self, prelude: str, scoped: bool) -> str:
        """Return a selector list with names and scope."""
        return ", ".join(self._selector(each, scoped=scoped) for each in selector_list(prelude))

    def _selector(self, text: str, *, scoped: bool) -> str:
        settings = self._settings
        if not text:
            return text
        compounds = parse_selector(text)
        if settings.leading_attribute:
            compounds = self._without_leading_attributes(compounds)
        if settings.ampersand and compounds[0].simples and compounds[0].simples[0].text in _AMPERSAND:
            return f"{settings.scope} {self._renamed(_without_first(compounds))}".strip()
        return self._scoped(compounds) if scoped and settings.scope else self._renamed(compounds)

    def _without_leading_attributes(self, compounds: tuple[Compound, ...]) -> tuple[Compound, ...]:
        """Leave out compounds in front that are nothing but attributes, and none of the client's."""
        start = 0
        while start < len(compounds) - 1 and all(map(self._is_lost, compounds[start].simples)):
            start += 1
        return (replace(compounds[start], combinator=""), *compounds[start + 1 :])

    def _is_lost(self, simple: Simple) -> bool:
        return simple.kind == "attribute" and simple.name not in self._settings.unscoped_attributes

    def _scoped(self, compounds: tuple[Compound, ...]) -> str:
        roots = self._settings.roots
        for place in range(len(compounds) - 1, -1, -1):
            root = next((each for each in compounds[place].of("type") if each.text.lower() in roots), None)
            if root is not None:
                rest = tuple(each for each in compounds[place].simples if each is not root)
                named = Simple("other", roots[root.text.lower()])
                behind = (Compound("", (named, *rest)), *compounds[place + 1 :])
                return self._renamed(behind)
        if any(each.name in self._settings.unscoped_attributes for each in compounds[0].of("attribute")):
            return self._renamed(compounds)
        return f"{self._settings.scope} {self._renamed(compounds)}"

    def _renamed(self, compounds: Sequence[Compound]) -> str:
        return write_selector([replace(each, simples=self._simples(each)) for each in compounds])

    def _simples(self, compound: Compound) -> tuple[Simple, ...]:
        done: list[Simple] = []
        first_only, named = self._settings.chain == "first", False
        for simple in compound.simples:
            if simple.kind in ("class", "id"):
                done.append(simple if first_only and named else self._named(simple))
                named = True
            elif simple.kind == "attribute":
                if self._settings.type_with_attribute and done and done[-1].kind == "type":
                    done[-1] = Simple("type", self._broken(done[-1].text, simple.name))
                done.append(self._attribute(simple))
            else:
                done.append(self._pseudo(simple) if simple.kind == "pseudo" else simple)
        return tuple(done)

    def _broken(self, tag: str, attribute: str) -> str:
        return tag if attribute in self._settings.unscoped_attributes else tag + self._settings.prefix

    def _named(self, simple: Simple) -> Simple:
        name = simple.name
        if name in self._settings.own_names:
            return simple
        if self._settings.edge_signs and simple.kind == "class":
            if name[0] in "_-":
                return Simple("type", name.lstrip("_-"))
            if name.endswith("__"):
                name = name[:-1]
        return Simple(simple.kind, simple.text[0] + self.name(name))

    def _attribute(self, simple: Simple) -> Simple:
        if self._settings.attribute_selectors == "stay" or simple.name not in ("class", "id"):
            return simple
        return Simple("attribute", _VALUE.sub(self._value, simple.text))

    def _value(self, match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{self.names(match[3])}{match[4]}"

    def _pseudo(self, simple: Simple) -> Simple:
        head, bracket, inner = simple.text.partition("(")
        if not bracket or simple.name not in _LISTS or inner.count("(") > MAX_NESTED:
            return simple
        parts = ",".join(self._renamed(parse_selector(part)) for part in split(inner.removesuffix(")"), ","))
        return Simple("pseudo", f"{head}({parts})")


def _without_first(compounds: tuple[Compound, ...]) -> tuple[Compound, ...]:
    """Leave out the first simple selector."""
    rest = compounds[0].simples[1:]
    return (Compound("", rest), *compounds[1:]) if rest else compounds[1:]


def has_chain(node: Node) -> bool:
    """Whether a rule, or one inside a group, has a selector with two classes or ids in one compound."""
    if isinstance(node, AtRule):
        return any(map(has_chain, node.body or ()))
    return isinstance(node, StyleRule) and bool(_CHAIN.search(node.prelude))
