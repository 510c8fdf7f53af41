"""When a component is shown and how often, each change one step that can be undone: conditions, alternatives, loops.

``level`` says which condition or loop is meant: its number around the component, from the inside out; None is the one
that the component has for itself, or a new one. A function returns False when there was nothing to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.branch_loss import lost_parts, tell_lost
from desktop.document import OpenDocument
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import component_name
from desktop.structure import element_of, is_movable, offset_after
from templates.source import edit
from templates.source.around import Around, blocks_around, component_in, own_condition, own_loop
from templates.source.branches import add_branch, branch_test, move_into_branch
from templates.source.columns import fixed_widths
from templates.source.layout import whole
from templates.source.loop import Loop
from templates.source.step import neighbour
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, JinjaBlock, SourceTree

Source = Literal["copy", "above", "below"]
"""What an alternative shows: a copy of the component, or the neighbour that moves in."""


def condition_around(tree: SourceTree, element: Element, level: int | None = None) -> Around | None:
    """Return the condition that is meant."""
    if level is None:
        return own_condition(tree, element)
    found = blocks_around(tree, element)
    return found[level] if level < len(found) and found[level].block.keyword == "if" else None


def loop_around(tree: SourceTree, element: Element, level: int | None = None) -> Around | None:
    """Return the loop that is meant."""
    if level is None:
        return own_loop(tree, element)
    found = blocks_around(tree, element)
    return found[level] if level < len(found) and found[level].is_loop else None


def set_condition(document: OpenDocument, test: str, node_id: int = 0, *, level: int | None = None) -> bool:
    """Show a component only where the Jinja expression ``test`` is true, else what its condition shows otherwise.

    With "" it is shown where no branch before it is: the last branch of several becomes an else.
    """
    element = element_of(document, node_id)
    if element is None or not is_movable(element):
        return False
    tree = document.tree
    around = condition_around(tree, element, level)
    if around is not None:
        edits = edit.set_test(tree, around.block, around.number, test)
    else:
        edits = [*edit.wrap_condition(tree, element, test), *fixed_widths(tree, element)] if test else []
    merge = f"condition:{element.id}:{level}" if around is not None else ""
    return _edit(document, QT_TRANSLATE_NOOP("Structure", "Condition: {name}"), element, edits, merge=merge)


def remove_condition(document: OpenDocument, node_id: int = 0, *, level: int | None = None) -> bool:
    """Show a component always; what was shown otherwise goes, and that is told."""
    element = element_of(document, node_id)
    around = condition_around(document.tree, element, level) if element else None
    if element is None or around is None:
        return False
    tree = document.tree
    lost = lost_parts(document, tree, around.block, around.number)
    edits = edit.unwrap_condition(tree, around.block, branch=around.number)
    done = _edit(document, QT_TRANSLATE_NOOP("Structure", "Remove the condition: {name}"), element, edits)
    tell_lost(document, lost if done else "")
    return done


def sources(tree: SourceTree, element: Element, level: int | None = None) -> list[tuple[Source, Element]]:
    """Return what could be shown otherwise, each with the component that it is now."""
    around = condition_around(tree, element, level)
    if around is None:
        return []
    row = [*tree.components_in([around.block])]
    above, below = neighbour(tree, row[0], -1), neighbour(tree, row[-1], 1)
    beside: list[tuple[Source, Element | None]] = [("above", above), ("below", below)]
    # Only what stands in the same row as the condition: nothing is pulled out of another condition or loop.
    found = [
        (source, one) for source, one in beside if one and tree.parent(whole(tree, one)) is tree.parent(around.block)
    ]
    return [("copy", element), *found]


def add_alternative(
    document: OpenDocument, source: Source, test: str = "", node_id: int = 0, *, level: int | None = None
) -> bool:
    """Show something else where the component is not shown, and where ``test`` is true if there is one; it is selected.

    A neighbour with a condition of its own keeps that as its test. Where all other cases have their branch already,
    the new one goes before it and needs a test.
    """
    element = element_of(document, node_id)
    tree = document.tree
    around = condition_around(tree, element, level) if element else None
    if element is None or around is None:
        return False
    other = next((one for kind, one in sources(tree, element, level) if kind == source), None)
    if other is None:
        return False
    if source == "copy":
        start, end = around.statement.end, around.branch.end
        edits = add_branch(tree, around.block, tree.text[start:end], test)
    else:
        edits = _moved_in(tree, around.block, other, test)
    pattern = QT_TRANSLATE_NOOP("Structure", "Show otherwise: {name}")
    return _edit(document, pattern, element, edits, select=_alternative_at(edits))


def _alternative_at(edits: Sequence[TextEdit]) -> int | None:
    """Where the component of a new branch begins once the edits are made."""
    made = next((one for one in edits if one.text.startswith("{% el")), None)
    if made is None:
        return None
    return offset_after(edits, made.start) + made.text.index("<", made.text.index("%}"))


def _moved_in(tree: SourceTree, block: JinjaBlock, other: Element, test: str) -> list[TextEdit]:
    unit = whole(tree, other)
    if isinstance(unit, JinjaBlock) and unit.keyword == "if" and not test:
        inner = next(node for node in unit.branches[0].children if next(tree.components_in([node]), None))
        return move_into_branch(tree, block, unit, branch_test(tree, unit.branches[0]), source=tree.source(inner))
    return move_into_branch(tree, block, unit, test)


def remove_branch(document: OpenDocument, number: int, node_id: int = 0, *, level: int | None = None) -> bool:
    """Take a branch of a condition away with what it shows; the one before it is selected."""
    element = element_of(document, node_id)
    tree = document.tree
    around = condition_around(tree, element, level) if element else None
    if element is None or around is None or not 0 <= number < len(around.block.branches):
        return False
    edits = edit.remove_branch(tree, around.block, number)
    rest = [one for at, one in enumerate(around.block.branches) if at != number]
    heir = component_in(tree, rest[min(max(0, number - 1), len(rest) - 1)]) if rest else None
    pattern = QT_TRANSLATE_NOOP("Structure", "Remove an alternative: {name}")
    return _edit(document, pattern, element, edits, select=offset_after(edits, heir.start) if heir else None)


def move_branch(document: OpenDocument, number: int, by: int, node_id: int = 0, *, level: int | None = None) -> bool:
    """Let a branch of a condition be asked earlier or later; it is selected."""
    element = element_of(document, node_id)
    tree = document.tree
    around = condition_around(tree, element, level) if element else None
    if element is None or around is None or not 0 <= number < len(around.block.branches):
        return False
    edits = edit.move_branch(tree, around.block, number, by)
    pattern = QT_TRANSLATE_NOOP("Structure", "Change the order of alternatives: {name}")
    moved = component_in(tree, around.block.branches[number])
    if not edits or moved is None:
        return False
    inside = moved.start - around.block.branches[number].statement.end
    target = offset_after(edits, around.block.branches[number + by].statement.end)
    return _edit(document, pattern, element, edits, select=target + inside)


def set_loop(document: OpenDocument, loop: Loop, node_id: int = 0, *, level: int | None = None) -> bool:
    """Repeat a component for each entry of a list, or change the loop that it has."""
    element = element_of(document, node_id)
    if element is None or not is_movable(element):
        return False
    tree = document.tree
    around = loop_around(tree, element, level)
    if around is not None:
        edits = edit.set_loop(tree, around.block, loop)
    else:
        edits = [*edit.wrap_loop(tree, element, loop.name, loop.cut), *fixed_widths(tree, element)]
    return _edit(document, QT_TRANSLATE_NOOP("Structure", "Repeat: {name}"), element, edits)


def remove_loop(document: OpenDocument, node_id: int = 0, *, level: int | None = None) -> bool:
    """Show a component once."""
    element = element_of(document, node_id)
    around = loop_around(document.tree, element, level) if element else None
    if element is None or around is None:
        return False
    edits = edit.unwrap_loop(document.tree, around.block)
    return _edit(document, QT_TRANSLATE_NOOP("Structure", "Remove the loop: {name}"), element, edits)


def _edit(
    document: OpenDocument,
    pattern: str,
    element: Element,
    edits: Sequence[TextEdit],
    *,
    select: int | None = None,
    merge: str = "",
) -> bool:
    label = QCoreApplication.translate("Structure", pattern).format(name=component_name(element.name))
    return document.edit(label, edits, select=select, merge=merge)
