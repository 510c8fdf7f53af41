"""A rule while it is being built: groups with rows, some of them not finished yet. Pure edits by path; knows no Qt.

A path says how to come to a part from the outermost group: ``(2, 0)`` is the first part of its third part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other, Rule, Test

Kind = Literal["all", "any", "none", "not_all"]
Path: TypeAlias = tuple[int, ...]


@dataclass(frozen=True)
class Branch:
    """All, any, none, or not all of its parts."""

    kind: Kind
    parts: tuple[Draft, ...] = ()


Draft: TypeAlias = Branch | Test | Other
Wanted = Callable[[Test], bool]
NEW = Test("", "is")
"""A row of which nothing is chosen yet."""


def draft_of(rule: Rule) -> Branch:
    """Return a rule as the builder shows it: the outermost is always a group."""
    made = _shown(rule)
    return made if isinstance(made, Branch) else Branch("all", (made,))


def measure(draft: Draft, depth: int = 1) -> tuple[int, int]:
    """Return how many rows a draft fills (many values are as high as several), and how deep its groups stand."""
    if isinstance(draft, Test):
        return 1 + len(draft.values) // 5, depth - 1
    if isinstance(draft, Other):
        return 1, depth - 1
    inside = [measure(part, depth + 1) for part in draft.parts]
    return sum(rows for rows, _ in inside), max((deep for _, deep in inside), default=depth)


def rule_of(draft: Branch, finished: Wanted) -> Rule:
    """Return the rule that a draft says; rows that are not ``finished`` do not count, nor do empty groups."""
    return _said(draft, finished) or EVERYBODY


def part_at(draft: Branch, path: Path) -> Draft:
    """Return the part at a path; the draft itself at ``()``."""
    found: Draft = draft
    for step in path:
        found = _branch(found).parts[step]
    return found


def put(draft: Branch, path: Path, part: Draft) -> Branch:
    """Put a part in the place of the one at ``path``."""
    if not path:
        return _branch(part)
    return _at(draft, path, lambda parts, at: (*parts[:at], part, *parts[at + 1 :]))


def insert(draft: Branch, path: Path, part: Draft) -> Branch:
    """Put a part before the one at ``path``, or at the end of its group."""
    return _at(draft, path, lambda parts, at: (*parts[:at], part, *parts[at:]))


def remove(draft: Branch, path: Path) -> Branch:
    """Take a part away."""
    return _at(draft, path, lambda parts, at: (*parts[:at], *parts[at + 1 :]))


def append(draft: Branch, group: Path, part: Draft) -> tuple[Branch, Path]:
    """Put a part at the end of a group; return the path that it has then."""
    path = (*group, len(_branch(part_at(draft, group)).parts))
    return insert(draft, path, part), path


def duplicate(draft: Branch, path: Path) -> tuple[Branch, Path]:
    """Put a copy behind the part."""
    behind = (*path[:-1], path[-1] + 1)
    return insert(draft, behind, part_at(draft, path)), behind


def enclose(draft: Branch, path: Path) -> tuple[Branch, Path]:
    """Put the part into a group of its own, in its place."""
    return put(draft, path, Branch("any", (part_at(draft, path),))), (*path, 0)


def dissolve(draft: Branch, path: Path) -> Branch:
    """Put what a group holds in the group's place. It then counts as the group around it says."""
    inside = _branch(part_at(draft, path)).parts
    return _at(draft, path, lambda parts, at: (*parts[:at], *inside, *parts[at + 1 :]))


def move_up(draft: Branch, path: Path) -> tuple[Branch, Path]:
    """Move a part before what is above it: to the end of a group that it meets, or out of the group it begins."""
    *around, at = path
    group, part, without = tuple(around), part_at(draft, path), remove(draft, path)
    if at:
        above = (*group, at - 1)
        if isinstance(part_at(draft, above), Branch):
            return append(without, above, part)
        return insert(without, above, part), above
    return (insert(without, group, part), group) if group else (draft, path)


def move_down(draft: Branch, path: Path) -> tuple[Branch, Path]:
    """Move a part behind what is below it: to the beginning of a group, or out of the group that it ends."""
    *around, at = path
    group, part, without = tuple(around), part_at(draft, path), remove(draft, path)
    if at < len(_branch(part_at(draft, group)).parts) - 1:
        below = path if not isinstance(part_at(without, path), Branch) else (*path, 0)
        to = (*group, at + 1) if below == path else below
        return insert(without, to, part), to
    if not group:
        return draft, path
    behind = (*group[:-1], group[-1] + 1)
    return insert(without, behind, part), behind


def _shown(rule: Rule) -> Draft:
    if isinstance(rule, Group):
        return Branch(rule.kind, tuple(_shown(part) for part in rule.parts))
    if isinstance(rule, Not):
        if isinstance(rule.part, Group):
            inner = draft_of(rule.part)
            return replace(inner, kind="none" if rule.part.kind == "any" else "not_all")
        return Branch("none", (_shown(rule.part),))
    return rule


def _said(part: Draft, finished: Wanted) -> Rule | None:
    if isinstance(part, Test):
        return part if finished(part) else None
    if isinstance(part, Other):
        return part
    parts = tuple(said for one in part.parts if (said := _said(one, finished)) is not None)
    if not parts:
        return None
    inner = parts[0] if len(parts) == 1 else Group("all" if part.kind in {"all", "not_all"} else "any", parts)
    return inner if part.kind in {"all", "any"} else Not(inner)


def _at(draft: Branch, path: Path, change: Callable[[tuple[Draft, ...], int], tuple[Draft, ...]]) -> Branch:
    """Change the parts of the group in which ``path`` ends."""
    step, *rest = path
    if not rest:
        return replace(draft, parts=change(draft.parts, step))
    inner = _at(_branch(draft.parts[step]), tuple(rest), change)
    return replace(draft, parts=(*draft.parts[:step], inner, *draft.parts[step + 1 :]))


def _branch(part: Draft) -> Branch:
    if not isinstance(part, Branch):
        raise TypeError("only a group has parts")
    return part
