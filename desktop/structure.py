"""What can be done with the components of an open template, each one step that can be undone.

Outline, canvas, blocks and menus all call these, so that a drop is the same edit everywhere. A function returns False
when there was nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.branch_loss import lost_parts, tell_lost
from desktop.document import SHORT, OpenDocument
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.component_names import component_name
from desktop.sample_data import with_samples
from templates.blocks import section_of
from templates.source import edit
from templates.source import place as places
from templates.source.edit import Where
from templates.source.layout import indentation, line_break, whole
from templates.source.place import Place, at_end, children_of, framed, name_choices, nearest_place, piece_of
from templates.source.rename import ClassKind
from templates.source.step import Direction, Step, neighbour, parent_of, step_of
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, JinjaBlock, Node, SourceTree

_FIXED = frozenset(["mjml", "mj-head", "mj-body"])


def element_of(document: OpenDocument, node_id: int = 0) -> Element | None:
    """Return the component of that id, 0 for the selected one, in the tree of the text as it is now."""
    tree = document.tree  # first: parsing may move the selection
    node = tree.node(node_id or document.selected)
    return node if isinstance(node, Element) else None


def is_movable(element: Element | None) -> bool:
    """Whether a component can be deleted, copied and moved: all but the frame of the mail."""
    return element is not None and element.name not in _FIXED


def can_change(document: OpenDocument | None) -> bool:
    """Whether something is selected that can be deleted, copied or moved."""
    return document is not None and document.editable and is_movable(document.selected_element)


def delete(document: OpenDocument, node_id: int = 0) -> bool:
    """Delete a component with the conditions and loops that hold nothing else; what follows it is selected."""
    element = element_of(document, node_id)
    if element is None or not is_movable(element):
        return False
    tree = document.tree
    edits = edit.delete(tree, whole(tree, element))
    heir = neighbour(tree, element, 1) or neighbour(tree, element, -1) or parent_of(tree, element)
    select = None if heir is None else offset_after(edits, heir.start)
    return document.edit(_label(QT_TRANSLATE_NOOP("Structure", "Delete: {name}"), element), edits, select=select)


def duplicate(document: OpenDocument, node_id: int = 0) -> bool:
    """Put a copy behind a component, with its condition or loop; the copy is selected."""
    element = element_of(document, node_id)
    if element is None or not is_movable(element):
        return False
    tree = document.tree
    unit = whole(tree, element)
    (made,) = edit.duplicate(tree, unit)
    copy = made.start + len(made.text) - (unit.end - unit.start)
    label = _label(QT_TRANSLATE_NOOP("Structure", "Duplicate: {name}"), element)
    return document.edit(label, [made], select=copy + element.start - unit.start)


def move_up(document: OpenDocument, node_id: int = 0) -> bool:
    """Move a component before its neighbour above."""
    return _step(document, element_of(document, node_id), -1)


def move_down(document: OpenDocument, node_id: int = 0) -> bool:
    """Move a component behind its neighbour below."""
    return _step(document, element_of(document, node_id), 1)


def can_step(document: OpenDocument | None, by: Direction) -> bool:
    """Whether the selected component can go up (-1) or down (1). Of a long text it is not known before it is tried."""
    element = document.selected_element if document is not None and can_change(document) else None
    if document is None or element is None:
        return False
    return len(document.text) > SHORT or step_of(document.seen_tree, element, by) is not None


def _step(document: OpenDocument, element: Element | None, by: Direction) -> bool:
    if element is None or not is_movable(element):
        return False
    tree = document.tree
    step = step_of(tree, element, by)
    if step is None:
        return False
    pattern = QT_TRANSLATE_NOOP("Structure", "Move up: {name}")
    if by > 0:
        pattern = QT_TRANSLATE_NOOP("Structure", "Move down: {name}")
    source = _with_condition(tree, step)
    edits = edit.move(tree, step.node, step.anchor, step.where, source=source)
    return document.edit(_label(pattern, element), edits, select=_moved_to(tree, edits, element))


def _with_condition(tree: SourceTree, step: Step) -> str:
    source = tree.source(step.node)
    if step.condition is None:
        return source
    newline, prefix = line_break(tree.text), indentation(tree.text, step.node.start)
    return f"{step.condition[0]}{newline}{prefix}{source}{newline}{prefix}{step.condition[1]}"


def move_node(document: OpenDocument, node_id: int, anchor_id: int, where: Where, *, origin: str = "") -> bool:
    """Move a component before, after or inside another one, or to the nearest place that takes it."""
    element, anchor = element_of(document, node_id), element_of(document, anchor_id)
    if element is None or anchor is None or not is_movable(element):
        return False
    tree = document.tree
    unit = whole(tree, element)
    place = nearest_place(tree, [element.name], anchor, where)
    if place is None:
        return False
    source = framed(tree, tree.source(unit), place.frame)
    edits = edit.move(tree, unit, place.anchor, place.where, source=source)
    if not edits or edit.apply(tree.text, edits) == tree.text:
        return False
    label = _label(QT_TRANSLATE_NOOP("Structure", "Move: {name}"), element)
    return document.edit(label, edits, origin=origin, select=_moved_to(tree, edits, element))


def can_place(tree: SourceTree, name: str, anchor: Node, where: Where) -> bool:
    """Whether the component ``name`` may be put exactly there, framed if need be."""
    return places.can_place(tree, [name], anchor, where)


def can_insert(tree: SourceTree, source: str, anchor_id: int, where: Where) -> bool:
    """Whether ``insert_block`` would put ``source`` exactly there, framed if need be."""
    piece, anchor = piece_of(source), tree.node(anchor_id)
    return piece is not None and anchor is not None and places.can_place(tree, piece.names, anchor, where)


def can_move_node(tree: SourceTree, node_id: int, anchor_id: int, where: Where) -> bool:
    """Whether ``move_node`` would put the component exactly there, framed if need be."""
    element, anchor = tree.node(node_id), tree.node(anchor_id)
    if not isinstance(element, Element) or not isinstance(anchor, Element) or not is_movable(element):
        return False
    unit = whole(tree, element)
    return not unit.start <= anchor.start < unit.end and can_place(tree, element.name, anchor, where)


def insert_block(
    document: OpenDocument, source: str, anchor_id: int = 0, where: Where = "after", *, origin: str = ""
) -> bool:
    """Insert MJML ``source`` (anybody's) there, or in the nearest place that takes it; it is selected.

    With ``anchor_id`` 0 it goes into what is selected, or after it; with nothing selected to the end. A bare text gets
    the section and the column that it needs. False when the source is no well-formed MJML or has no place.
    """
    piece = piece_of(source)
    if piece is None:
        return False
    tree = document.tree
    anchor = element_of(document, anchor_id)
    if anchor is None:
        place = at_end(tree, piece.names)
    elif anchor_id:
        place = nearest_place(tree, piece.names, anchor, where)
    else:
        place = beside_selection(tree, piece.names, anchor)
    if place is None:
        return False
    inserted = framed(tree, piece.source, place.frame)
    if place.frame[:1] == ("mj-section",):
        inserted = section_of(piece.source) or inserted  # a block has a section of its own, with its label
    edits = edit.insert(tree, place.anchor, inserted, place.where)
    name = component_name(piece.names[0])
    label = QCoreApplication.translate("Structure", QT_TRANSLATE_NOOP("Structure", "Insert: {name}")).format(name=name)
    select = _inserted_at(edits, piece.names[0])
    # A block brings values for its variables, in the same step.
    return with_samples(
        document, piece.source, label, lambda: document.edit(label, edits, origin=origin, select=select)
    )


def beside_selection(tree: SourceTree, names: Sequence[str], selected: Element) -> Place | None:
    """Return where an insertion without a place goes: into what is selected if that takes it as it is, else after."""
    inside = nearest_place(tree, names, selected, "inside")
    if inside is not None and inside.anchor is selected and not inside.frame:
        return inside
    return nearest_place(tree, names, selected, "after")


def block_around(tree: SourceTree, element: Element | None) -> JinjaBlock | None:
    """Return the innermost condition or loop around a component, up to what it stands in."""
    blocks = tree.blocks(element) if element else []
    return next((block for block in blocks if block.keyword in {"if", "for"}), None)


def unwrap(document: OpenDocument, node_id: int = 0) -> bool:
    """Take the innermost condition or loop around a component away; the component stays, and what else goes is told."""
    element = element_of(document, node_id)
    tree = document.tree
    block = block_around(tree, element)
    if element is None or block is None:
        return False
    number = next(at for at, branch in enumerate(block.branches) if branch.start <= element.start < branch.end)
    lost = lost_parts(document, tree, block, number)
    edits = edit.unwrap_condition(tree, block, branch=number)
    pattern = QT_TRANSLATE_NOOP("Structure", "Remove the condition: {name}")
    if block.keyword == "for":
        pattern = QT_TRANSLATE_NOOP("Structure", "Remove the loop: {name}")
    done = document.edit(_label(pattern, element), edits)
    tell_lost(document, lost if done else "")
    return done


def rename_section(document: OpenDocument, name: str, node_id: int = 0) -> bool:
    """Label a component: ``css-class="mw-s-<name>"``; an empty name takes the label away."""
    element = element_of(document, node_id)
    if element is None or not is_movable(element):
        return False
    edits = edit.rename_section(document.tree, element, name)
    return document.edit(_label(QT_TRANSLATE_NOOP("Structure", "Rename: {name}"), element), edits)


def rename_class(document: OpenDocument, old: str, new: str, kind: ClassKind = "css-class") -> bool:
    """Rename a class wherever it is used."""
    label = QCoreApplication.translate("Structure", QT_TRANSLATE_NOOP("Structure", "Rename the class {name}"))
    return document.edit(label.format(name=old), edit.rename_class(document.tree, old, new, kind=kind))


def change_tag(document: OpenDocument, name: str, node_id: int = 0) -> bool:
    """Make another component of one: only to a name that its place allows and that takes what is in it."""
    element = element_of(document, node_id)
    if element is None or name not in name_choices(document.tree, element):
        return False
    label = QCoreApplication.translate("Structure", QT_TRANSLATE_NOOP("Structure", "Change to: {name}"))
    return document.edit(label.format(name=component_name(name)), edit.change_tag(document.tree, element, name))


def select_parent(document: OpenDocument) -> bool:
    """Select what the selected component stands in."""
    return _select(document, parent_of)


def select_next(document: OpenDocument) -> bool:
    """Select the component behind the selected one in what both stand in."""
    return _select(document, lambda tree, element: neighbour(tree, element, 1))


def select_previous(document: OpenDocument) -> bool:
    """Select the component before the selected one in what both stand in."""
    return _select(document, lambda tree, element: neighbour(tree, element, -1))


def select_first_child(document: OpenDocument) -> bool:
    """Select the first component in the selected one."""
    return _select(document, lambda tree, element: next(children_of(tree, element), None))


def _select(document: OpenDocument, find: Callable[[SourceTree, Element], Element | None]) -> bool:
    element = element_of(document)
    found = find(document.tree, element) if element else None
    if found is None:
        return False
    document.select(found.id, "structure")
    return True


def _label(pattern: str, element: Element) -> str:
    return QCoreApplication.translate("Structure", pattern).format(name=component_name(element.name))


def offset_after(edits: Iterable[TextEdit], offset: int) -> int:
    """Where the character at ``offset`` is once the edits are made."""
    return offset + sum(len(one.text) - (one.end - one.start) for one in edits if one.start < offset)


def _inserted_at(edits: Sequence[TextEdit], name: str, new: TextEdit | None = None) -> int:
    """Where the first component of that name is in what was put in."""
    made = new or edits[0]
    return offset_after([one for one in edits if one is not made], made.start) + max(0, made.text.find(f"<{name}"))


def _moved_to(tree: SourceTree, edits: Sequence[TextEdit], element: Element) -> int:
    new = next((one for one in edits if one.text), edits[0]) if edits else TextEdit(0, 0, "")
    return _inserted_at(edits, tree.text[slice(*element.name_span)], new)
