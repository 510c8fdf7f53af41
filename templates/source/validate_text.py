"""Text that MJML drops: it takes words in mj-text and its kind only, not between components."""

from __future__ import annotations

from collections.abc import Iterator

from templates.errors import TemplateError
from templates.source.finding import Finding
from templates.source.placed import Placed
from templates.source.schema import component
from templates.source.text_edit import TextEdit
from templates.source.tree import Comment, Element, JinjaOutput, SourceTree, Span, Text


def text_findings(tree: SourceTree, place: Placed) -> Iterator[Finding]:
    """Yield text and outputs that stand between components."""
    node, parent = place.node, place.parent
    if place.ending is not None or parent is None or component(parent.name) is None:
        return
    if isinstance(node, Text) and (source := tree.source(node).strip("\ufeff \t\r\n\f")):
        start = node.start + tree.source(node).index(source)
        span = Span(start, start + len(source))
    elif isinstance(node, JinjaOutput) or (isinstance(node, Comment) and node.kind == "cdata"):
        span = node.span
    else:
        return
    home = _home(parent)
    if not home:
        error = TemplateError("MJML drops text in {parent}.", advice="Remove it.", parent=parent.name)
        yield Finding(span, "stray-text", error)
        return
    error = TemplateError("MJML drops text in {parent}.", advice="Put it into {home}.", parent=parent.name, home=home)
    yield Finding(span, "stray-text", error, [TextEdit(*span, f"<{home}>{tree.text[slice(*span)]}</{home}>")])


def _home(parent: Element) -> str:
    """Return the component in which text may stand here."""
    above = component(parent.name)
    allowed = [name for name in ("mj-text", "mj-raw") if above and name in above.children and above.name != "mjml"]
    return allowed[0] if allowed else ""
