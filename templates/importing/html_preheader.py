"""The hidden first line of an HTML mail: what an inbox shows behind the subject."""

from __future__ import annotations

import re

from templates.source.tree import Comment, Element, Node, SourceTree, Text

_HIDDEN = re.compile(
    r"display\s*:\s*none|max-height\s*:\s*0(?!\.?\d)|font-size\s*:\s*[01]px|visibility\s*:\s*hidden", re.I
)
_TAG = re.compile(r"<[^>]*>")
# What fills the line so that nothing else is shown behind it: invisible characters, as they are or as entities.
_FILLING = re.compile(
    r"(?:\s|&nbsp;|&zwnj;|&zwj;|&shy;|&#(?:847|8199|8203|8204|8205|160|173|65279);|&#x(?:34f|2007|200[bcd]|a0|ad);"
    r"|[\u00a0\u00ad\u034f\u2007\u200b-\u200d\ufeff])+$",
    re.IGNORECASE,
)
_LONGEST = 2_000
_DEEPEST = 4


def preheader(tree: SourceTree, nodes: list[Node]) -> tuple[list[Node], str]:
    """Return ``nodes`` without the hidden text at their beginning, and that text as source for mj-preview."""
    for place, node in enumerate(nodes):
        if isinstance(node, Text) and not tree.source(node).strip():
            continue
        if isinstance(node, Comment):
            continue
        found = _hidden(tree, node)
        if found is None:
            return nodes, ""
        return [*nodes[:place], *nodes[place + 1 :]], found
    return nodes, ""


def _hidden(tree: SourceTree, node: Node) -> str | None:
    """The text of a hidden element that holds nothing but text."""
    if not isinstance(node, Element) or not _HIDDEN.search(node.value("style")):
        return None
    source = tree.text[slice(*node.content)]
    if len(source) > _LONGEST or re.search(r"<(?:img|table|a)\b", source, re.IGNORECASE):
        return None
    text = " ".join(re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL).split())
    return _FILLING.sub("", _TAG.sub("", text)).strip()
