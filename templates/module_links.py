"""Links to modules in a text: which files it includes, other paths for them, and a copy in the place of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from templates.errors import InputError
from templates.source.attributes import set_attribute
from templates.source.layout import alone, indentation, indented, line_break, whole
from templates.source.parse import parse
from templates.source.place import piece_of
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Element, Node, SourceTree
from templates.workspace_paths import path_from_root

TAG = "mj-include"
_PARTS = ("mj-section", "mj-wrapper", "mj-hero")


def linked_file(include: Element, identity: str) -> str:
    """Return the id of the file that an ``mj-include`` in the file ``identity`` names; "" when it can be none."""
    path = include.value("path")
    if not path or "{{" in path or "{%" in path or include.value("type", "mjml") != "mjml":
        return ""
    try:
        return path_from_root(path if PurePosixPath(path).suffix else f"{path}.mjml", beside=identity)
    except InputError:
        return ""


def linked_files(text: str, identity: str) -> set[str]:
    """Return the ids of the files that ``text`` of the file ``identity`` includes."""
    if f"<{TAG}" not in text.lower():
        return set()  # parsing takes its time, and most files link nothing
    return {linked_file(include, identity) for include in parse(text).elements(TAG)} - {""}


def relinked(tree: SourceTree, identity: str, old: str, new: str) -> list[TextEdit]:
    """Return the edits that let every include of the file ``old`` name the file ``new``; ids as in ``linked_file``."""
    includes = [one for one in tree.elements(TAG) if linked_file(one, identity) == old]
    return [edit for include in includes for edit in set_attribute(tree, include, "path", new)]


def rooted(source: str, identity: str) -> str:
    """Return ``source`` out of the file ``identity`` with its includes named from the root: it may stand anywhere."""
    tree = parse(source)
    return apply(source, [edit for include, file in _relative(tree, identity) for edit in _named(tree, include, file)])


def _relative(tree: SourceTree, identity: str) -> Iterator[tuple[Element, str]]:
    for include in tree.elements(TAG):
        if include.value("path").startswith("./") and (file := linked_file(include, identity)):
            yield include, file


def _named(tree: SourceTree, include: Element, file: str) -> list[TextEdit]:
    return set_attribute(tree, include, "path", file)


def part_around(tree: SourceTree, element: Element) -> Node | None:
    """Return what can be saved as a module of that in which ``element`` stands, itself counted: the nearest section.

    The conditions and loops that hold nothing else belong to it. None outside of sections.
    """
    around = (element, *tree.ancestors(element))
    found = next((one for one in around if isinstance(one, Element) and one.name in _PARTS), None)
    return whole(tree, found) if found else None


def module_source(tree: SourceTree, part: Node, identity: str) -> str:
    """Return ``part`` of the file ``identity`` as it can stand in a file of its own."""
    source = re.sub(r"\r\n?", "\n", tree.source(part))
    return rooted(indented(source, "", "\n"), identity)


def unlinked(tree: SourceTree, include: Element, text: str, identity: str) -> list[TextEdit]:
    """Return the edits that put a copy of ``text``, that of the included file ``identity``, in the place of its link.

    Raises InputError when the file brings settings for the head of the mail, which a copy would lose, or is damaged.
    """
    parsed = parse(text)
    piece = piece_of(text)
    if piece is None or any(head.children for head in parsed.elements("mj-head")) or parsed.elements("mj-attributes"):
        raise InputError(
            "`{path}` is more than sections of a mail, so it can only stay linked.",
            advice="Open the file and take out what is not a section.",
            path=identity,
        )
    source = rooted(piece.source, identity)
    if alone(tree.text, include.span):
        source = indented(source, indentation(tree.text, include.start), line_break(tree.text))
    return [TextEdit(include.start, include.end, source)]
