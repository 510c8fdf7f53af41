"""From a tag of a mail's HTML to the component of the template that made it. Knows no Qt."""

from __future__ import annotations

import re
from bisect import bisect_right

from renderers.clients.html.marks import MARK, mark, tags
from renderers.clients.html.tree import Element, parse
from templates.source.marks import MARK as NODE_MARK

_NODE = re.compile(rf"{NODE_MARK}(\d+)(?![\d-])")  # Outlook's copies of a class end in -outlook


class SourcePlaces:
    """Finds components: ``html`` is the mail, ``marked`` the same mail built of the text with its components marked.

    Both have the same tags in the same order, so the place of a tag in one is its place in the other.
    """

    def __init__(self, html: str, marked: str) -> None:
        self._tags = tags(html)
        owners = _owners(marked)
        self._nodes: list[int] = []
        for tag in reversed(tags(marked)):
            # A table that only Outlook reads opens in a comment right before what it is put around.
            self._nodes.append(owners.get(tag, self._nodes[-1] if self._nodes else 0))
        self._nodes.reverse()

    def node(self, at: int | None) -> int:
        """Return the id of the component whose HTML holds the offset; 0 when it belongs to the mail as a whole."""
        place = -1 if at is None else bisect_right(self._tags, at) - 1
        return self._nodes[place] if 0 <= place < len(self._nodes) else 0


def _owners(marked: str) -> dict[int, int]:
    """Return the component of each tag that became an element: its own mark, else that of the nearest one around."""
    root = parse(mark(marked))[0]
    found: dict[Element, int] = {}
    owners: dict[int, int] = {}
    for element in root.iter("*"):
        own = _NODE.search(element.get("class") or "")
        around = element.getparent()
        found[element] = int(own[1]) if own else found.get(around, 0) if around is not None else 0
        at = element.get(MARK) or ""
        if at.isdigit():
            owners[int(at)] = found[element]
    return owners
