"""Which properties and segments an expression reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import nodes

from templates.compile.limits import metered
from templates.dynamic.rule.path import FUNCTIONS
from templates.dynamic.rule.syntax import SECONDS, place_of, plain_lines, tokens_of, tree_of
from templates.errors import InputError

ACTIVITY = "activity"  # the property that opened_since() and clicked_since() read


class Named(NamedTuple):
    """A property or a segment by its name, and where in the text: an offset in characters."""

    name: str
    offset: int


@dataclass(frozen=True)
class NamesRead:
    """In the order of the text, a name as often as it stands there.

    ``whole_contact``: the contact itself is read, so any property may count.
    """

    properties: tuple[Named, ...]
    segments: tuple[Named, ...]
    whole_contact: bool = False

    def property_names(self) -> tuple[str, ...]:
        """Each property once."""
        return tuple(dict.fromkeys(one.name for one in self.properties))

    def segment_ids(self) -> tuple[str, ...]:
        """Each segment once."""
        return tuple(dict.fromkeys(one.name for one in self.segments))


def names_in(text: str, name: str = "rule") -> NamesRead:
    """Return what the rule ``text`` reads. Raises InputError or LimitError with the place in ``name``."""
    text = plain_lines(text)
    if not text.strip():
        return NamesRead((), ())
    tokens_of(text, name)
    with metered(SECONDS):
        return names_read(tree_of(text), text, name)


def names_read(tree: nodes.Expr, text: str, name: str = "rule") -> NamesRead:
    """Return what Jinja's ``tree`` of ``text`` reads. Raises InputError where a segment is not named outright."""
    found: dict[str, list[Named]] = {"contact": [], "segment": []}
    whole = False
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if member := _member(node):
            root, named = member
            found[root].append(named)
        elif isinstance(node, nodes.Name):
            if node.name == "segment":
                raise _unnamed(text, node.lineno - 1, name)
            whole = whole or node.name == "contact"
            if node.name in FUNCTIONS:
                found["contact"].append(Named(ACTIVITY, node.lineno - 1))
        else:
            waiting.extend(node.iter_child_nodes())
    properties, segments = (tuple(sorted(found[root], key=_offset)) for root in ("contact", "segment"))
    return NamesRead(properties, segments, whole)


def _offset(named: Named) -> int:
    return named.offset


def _member(node: nodes.Node) -> tuple[str, Named] | None:
    """``contact.city`` or ``segment["12"]``."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem) or not isinstance(node.node, nodes.Name):
        return None
    root = node.node
    name = member_name(node, root.name)
    if root.name not in {"contact", "segment"} or name is None:
        return None
    return root.name, Named(name, root.lineno - 1)


def member_name(node: nodes.Getattr | nodes.Getitem, root: str) -> str | None:
    """Return the member that is named outright; of ``segment`` a number too, because services number theirs."""
    name = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
    if root == "segment" and type(name) is int:
        return str(name)
    return name if isinstance(name, str) else None


def _unnamed(text: str, offset: int, name: str) -> InputError:
    return InputError(
        "Behind `segment` stands no name of a segment.",
        advice='Write it like `segment.loyalty` or `segment["12345"]`.',
        place=place_of(text, max(0, offset), name),
    )
