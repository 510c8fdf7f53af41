"""An HTML body in pieces that can be moved: its blocks, and the parts of the frame that stands around all of it.

A frame (a centring table, a div with a width) is repeated around each of its parts where that shows the same: where it
has no space and no edge, and nothing that a style rule could find it by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from templates.source.tree import Comment, Element, JinjaBlock, Node, SourceTree, Text

_BOXES = frozenset(["table", "tr", "div", "center", "section", "article", "header", "footer", "main", "aside", "nav"])
_MOST = 150
_TAGS = re.compile(r"<(/?)([a-z][\w:-]*)[^>]*?(/?)>", re.IGNORECASE)
_CONDITIONAL = re.compile(r"(?P<opening><!--\[if[^\]]*\]>)(?P<inside>.*)<!\[endif\]-->", re.DOTALL | re.IGNORECASE)
_VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"])

_PLAIN_ATTRIBUTES = frozenset(
    ["width", "align", "bgcolor", "border", "cellpadding", "cellspacing", "role", "style", "valign", "dir", "lang"]
)
_PLAIN_STYLE = re.compile(
    r"(?:width|max-width|min-width|background-color|color|font[\w-]*|text-align|table-layout|border-collapse"
    r"|border-spacing|line-height|word-[\w-]+|overflow-wrap|letter-spacing|mso-[\w-]+|-ms-[\w-]+|-webkit-text-size-adjust|direction"
    r"|(?P<space>margin[\w-]*|padding[\w-]*|border))\s*:\s*(?P<value>[^;]*)",
    re.IGNORECASE,
)
_MARGIN = re.compile(r"(?<![\w-])margin[\w-]*\s*:\s*([^;]*)", re.IGNORECASE)
_NO_SPACE = re.compile(r"\s*(?:0(?:px)?|auto|none|0(?:px)?\s+auto)\s*", re.IGNORECASE)


def sections(tree: SourceTree, nodes: Sequence[Node]) -> list[str]:
    """Return the source of each piece, in order; together they are all that ``nodes`` show."""
    opening = closing = ""
    row, pieces = list(nodes), _pieces(tree, nodes)
    while (frame := _frame(tree, row)) is not None:
        row = frame[0]
        opening, closing = opening + frame[1], frame[2] + closing
        if len(inside := _pieces(tree, row)) > 1:
            pieces = [f"{opening}{piece}{closing}" for piece in inside]
    return pieces if len(pieces) <= _MOST else ["\n".join(pieces)]


def _pieces(tree: SourceTree, nodes: Sequence[Node]) -> list[str]:
    """Boxes by themselves, what stands between them together; conditional comments stay with what they are about."""
    found: list[tuple[str, bool]] = []
    depth, group, boxed = 0, "", False
    for node in nodes:
        source = tree.source(node)
        if isinstance(node, Comment) and not is_conditional(source):
            continue
        for part in _cut(source, depth) if isinstance(node, Comment) else [source]:
            change = _change(part) if isinstance(node, Comment) else 0
            group, depth, boxed = group + part, depth + change, boxed or change != 0 or _is_box(node)
            if depth <= 0:
                found.append((group, boxed))
                depth, group, boxed = 0, "", False
    found.append((group, boxed))
    return list(_merged(found))


def _merged(found: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """Boxes as they are; neighbours that are none as one."""
    loose = ""
    for source, boxed in found:
        if boxed and loose.strip():
            yield loose.strip()
        if boxed:
            yield source.strip()
        loose = "" if boxed else loose + source
    if loose.strip():
        yield loose.strip()


def _is_box(node: Node) -> bool:
    return isinstance(node, JinjaBlock) or (isinstance(node, Element) and node.name in _BOXES)


def is_conditional(source: str) -> bool:
    """Return whether a comment says something to Outlook, or to Jinja."""
    return source.lower().startswith(("<!--[if", "<!--<!", "<![", "{#"))


def _cut(source: str, depth: int) -> list[str]:
    """A conditional comment that closes all that is open and opens more, as two: MJML writes such two as one."""
    match = _CONDITIONAL.fullmatch(source)
    if match is None or depth <= 0:
        return [source]
    for tag in _TAGS.finditer(match["inside"]):
        if not tag[3] and tag[2].lower() not in _VOID:
            depth += -1 if tag[1] else 1
        rest = match["inside"][tag.end() :]
        if depth == 0 and rest.strip():
            first = match["inside"][: tag.end()]
            return [f"{match['opening']}{part}<![endif]-->" for part in (first, rest)]
    return [source]


def _change(source: str) -> int:
    """How many elements a conditional comment opens more than it closes; one that hides from Outlook opens one."""
    plain = source.lower()
    if plain.startswith(("<!--<![endif", "<![endif")):
        return -1
    if plain.startswith("<![if") or re.fullmatch(r"<!--\[if[^\]]*\]>\s*(?:<!-{2,4}>)", plain):
        return 1
    return sum(
        -1 if closing else 1
        for closing, name, empty in _TAGS.findall(source.removeprefix("<!--"))
        if not empty and name.lower() not in _VOID
    )


def _frame(tree: SourceTree, nodes: Sequence[Node]) -> tuple[list[Node], str, str] | None:
    """What is in the one element that ``nodes`` are, and its tags; None when it is no frame that may be repeated."""
    solid = list(_solid(tree, nodes))
    if len(solid) != 1 or not isinstance(solid[0], Element) or not _is_plain(solid[0]):
        return None
    element = solid[0]
    if element.name == "table":
        return _rows(tree, element) if _has_no_gaps(element) else None
    if element.name not in {"div", "center", "td", "tr", "tbody"} or element.closing is None:
        return None
    if (element.name == "td" or _is_coloured(element)) and not _holds_tables(tree, element):
        return None
    return list(element.children), tree.text[slice(*element.opening)], tree.text[slice(*element.closing)]


def _rows(tree: SourceTree, table: Element) -> tuple[list[Node], str, str] | None:
    """The rows of a table of one column and a known width: each may stand in a table of its own."""
    if not table.closing or not (table.value("width") or "width" in table.value("style")):
        return None
    inside = list(_solid(tree, table.children))
    if len(inside) == 1 and isinstance(inside[0], Element) and inside[0].name == "tbody":
        if inside[0].head or not inside[0].closing:
            return None
        inside = list(_solid(tree, inside[0].children))
    if not inside or not all(_is_single_cell(tree, row) for row in inside):
        return None
    return inside, tree.text[slice(*table.opening)], tree.text[slice(*table.closing)]


def _is_single_cell(tree: SourceTree, row: Node) -> bool:
    if not isinstance(row, Element) or row.name != "tr" or not row.closing:
        return False
    cells = list(_solid(tree, row.children))
    return len(cells) == 1 and isinstance(cells[0], Element) and cells[0].name in {"td", "th"}


def _solid(tree: SourceTree, nodes: Sequence[Node]) -> Iterator[Node]:
    """What shows something, or decides what is shown."""
    for node in nodes:
        source = tree.source(node)
        blank = isinstance(node, Text) and not source.strip()
        if not blank and not (isinstance(node, Comment) and not is_conditional(source)):
            yield node


def _holds_tables(tree: SourceTree, element: Element, depth: int = 4) -> bool:
    """Whether the margins of neighbours in it cannot meet: tables keep those of what they hold to themselves."""
    return all(isinstance(node, Comment) or _is_tight(tree, node, depth) for node in _solid(tree, element.children))


def _is_tight(tree: SourceTree, node: Node, depth: int) -> bool:
    if not isinstance(node, Element) or _has_margin(node):
        return False
    if node.name == "table":
        return True
    return node.name in {"div", "center"} and depth > 0 and _holds_tables(tree, node, depth - 1)


def _has_margin(element: Element) -> bool:
    return any(not _NO_SPACE.fullmatch(value) for value in _MARGIN.findall(element.value("style")))


def _is_coloured(element: Element) -> bool:
    return bool(element.value("bgcolor")) or "background" in element.value("style")


def _is_plain(element: Element) -> bool:
    """Whether an element can be repeated without a difference."""
    if len(element.attributes) != len(element.head) or any(one.dynamic for one in element.attributes):
        return False
    names = [one.name.lower() for one in element.attributes]
    if any(name not in _PLAIN_ATTRIBUTES and not name.startswith("aria-") for name in names):
        return False
    if element.value("border", "0").strip() not in {"0", ""}:
        return False
    parts = filter(None, (part.strip() for part in element.value("style").split(";")))
    return all(_is_plain_declaration(part) for part in parts)


def _is_plain_declaration(part: str) -> bool:
    match = _PLAIN_STYLE.fullmatch(part)
    return match is not None and (not match["space"] or bool(_NO_SPACE.fullmatch(match["value"])))


def _has_no_gaps(table: Element) -> bool:
    """Whether there is space neither in its cells nor between them."""
    return all(table.value(name).strip() == "0" for name in ("cellpadding", "cellspacing"))
