"""What the checks of names look at: the uses by name, the data sets' values, and ways to mend the text."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from templates.dynamic.name_finding import Level, NameFinding
from templates.dynamic.usage.infer import Node
from templates.dynamic.usage.own_text import OwnText
from templates.dynamic.usage.reading import Reading
from templates.dynamic.usage.seen import items, members
from templates.dynamic.usage.sentences import suggesting
from templates.dynamic.usage.trial import Miss
from templates.dynamic.usage.use import ITEM, Path, Use, path_text
from templates.errors import TemplateError
from templates.source.text_edit import TextEdit
from templates.source.tree import Span

_DEFAULTS = {"loop": "[]", "list": "[]", "number": "0"}
_MOST_VALUE = 40  # characters of a value that a sentence shows


@dataclass(frozen=True)
class Seen:
    """A name of the template: its node, the nodes beside it, and by data set the values that are there for it.

    ``around`` are by data set the objects that it should be a member of: none where there is no place for it.
    """

    node: Node
    beside: frozenset[str]
    values: Mapping[str, Sequence[Any]]
    around: Mapping[str, Sequence[Any]]

    @property
    def path(self) -> Path:
        """Its path."""
        return self.node.path

    @property
    def is_known(self) -> bool:
        """Whether any data set has a value for it."""
        return any(self.values.values())

    def absent_in(self) -> list[str]:
        """The data sets that have a place for it, and no value there, or not in each row."""
        return [name for name, around in self.around.items() if len(self.values.get(name, ())) < len(around)]


@dataclass(frozen=True)
class Subject:
    """One template with its data sets (by name their values, namespace by namespace)."""

    reading: Reading
    root: Node
    own: OwnText
    values: Mapping[str, Mapping[str, Mapping[str, Any]]]
    missed: Mapping[Path, Sequence[str]] = field(default_factory=dict)

    def names(self, namespace: str) -> Iterator[Seen]:
        """Yield every name of a namespace (var, contact …) that the template uses, outer ones first."""
        top = self.root.children.get(namespace)
        if top is not None:
            around = {name: [parts[namespace]] for name, parts in self.values.items() if namespace in parts}
            yield from _names(top, around)

    def path_of(self, miss: Miss) -> Path | None:
        """Return the path of a value that was missed: that of the use in the same tag whose end it is."""
        text, names = self.reading.source.text, miss.names
        start = max(text.rfind("{{", 0, miss.offset + 2), text.rfind("{%", 0, miss.offset + 2), 0)
        ends = [end for end in (text.find("}}", miss.offset), text.find("%}", miss.offset)) if end >= 0]
        first = bisect.bisect_left(self.reading.uses, start, key=attrgetter("offset"))
        behind = bisect.bisect_left(self.reading.uses, min(ends, default=len(text)), key=attrgetter("offset"))
        for use in self.reading.uses[first:behind]:
            length = len(use.path) - len(names)
            for place in [1] if miss.is_whole else range(1, length + 1):
                if not use.safe and use.path[place : place + len(names)] == names:
                    return use.path[: place + len(names)]
        return None

    def finding(
        self,
        code: str,
        level: Level,
        use: Use,
        sentence: TemplateError,
        *,
        path: Path | None = None,
        sets: Sequence[str] = (),
        value: object = None,
        suggestion: str = "",
        defaults: Sequence[Use] = (),
        renames: Sequence[Use] = (),
    ) -> NameFinding:
        """Return a finding at ``use``; ``defaults`` and ``renames`` are the uses that the ways out would change."""
        path = path or use.path
        values = {"name": path_text(path), "sets": _joined(sets), "value": _shown(value), "suggestion": suggestion}
        place = self.reading.source.place(use.offset)
        sentence = suggesting(sentence) if suggestion else sentence
        error = TemplateError(sentence.pattern, advice=sentence.advice_pattern, place=place, **values)
        return NameFinding(
            code,
            level,
            path,
            error,
            self.own.span(use.offset, use.path),
            tuple(sets),
            suggestion,
            _edits(self._rename(each, suggestion) for each in renames if suggestion),
            _edits(self._default(each) for each in defaults),
        )

    def _rename(self, use: Use, name: str) -> TextEdit | None:
        spans = self.own.names(use.offset, use.path)
        last = name.rpartition(".")[2]
        if not spans:
            return None
        if use.path[0] == "var" and "." in name:  # of another namespace
            return TextEdit(spans[0].start, spans[0].end, name) if len(spans) == 1 else None
        return TextEdit(spans[-1].start, spans[-1].end, last)

    def _default(self, use: Use) -> TextEdit | None:
        span: Span | None = self.own.span(use.offset, use.path)
        value = _DEFAULTS.get(use.role) or _DEFAULTS.get(use.kind, '""')
        return TextEdit(span.end, span.end, f"|default({value})") if span else None


def _edits(edits: Iterator[TextEdit | None]) -> tuple[TextEdit, ...]:
    """The edits, each place once; none where one of them cannot be made."""
    found = list(edits)
    made = {(one.start, one.end): one for one in found if one is not None}
    return tuple(made[place] for place in sorted(made)) if all(found) else ()


def _names(node: Node, values: Mapping[str, Sequence[Any]]) -> Iterator[Seen]:
    beside = frozenset(node.children)
    for name, child in node.children.items():
        if name == ITEM:
            inner = {key: items(held) for key, held in values.items()}
            yield from _names(child, inner)
            continue
        around = {key: [one for one in held if isinstance(one, Mapping)] for key, held in values.items()}
        inner = {key: members(held, name) for key, held in around.items()}
        yield Seen(child, beside, inner, around)
        yield from _names(child, inner)


def _shown(value: object) -> str:
    """Return a value as a sentence shows it."""
    said = f'"{value}"' if isinstance(value, str) else str(value)
    return said if len(said) <= _MOST_VALUE else f"{said[:_MOST_VALUE]}…"


def _joined(names: Sequence[str]) -> str:
    """Return the names of data sets for a sentence: the first five."""
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
