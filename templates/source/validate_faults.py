"""What the parser had to put up with, as findings. HTML lets some tags open, Jinja may hold one end of a pair."""

from __future__ import annotations

from collections.abc import Iterator

from templates.errors import TemplateError
from templates.source.finding import Finding
from templates.source.layout import alone, begins_line, contents, indentation, line_break
from templates.source.schema import component
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, Fault, JinjaBranch, SourceTree, Span

# Elements whose closing tag HTML lets out.
OPTIONAL_END = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "colgroup",
        "caption",
        "option",
        "optgroup",
        "html",
        "head",
        "body",
    ]
)


def fault_findings(tree: SourceTree) -> Iterator[Finding]:
    """Yield a finding for each fault that matters to a mail."""
    for fault in tree.faults:
        if fault.flaw in {"unclosed-element", "stray-end", "crossed"} and _harmless(tree, fault):
            continue
        yield Finding(fault.span, fault.flaw, _error(fault), _fix(tree, fault))


def _harmless(tree: SourceTree, fault: Fault) -> bool:
    """Whether an HTML tag finds its partner elsewhere: in another branch, in another mj-raw, or by HTML's own rules."""
    if component(fault.name) is not None or fault.name.startswith("mj-"):
        return False
    node = tree.node(fault.node)
    around = tree.parent(node) if node else None
    in_raw = isinstance(around, Element) and around.name == "mj-raw"
    return fault.name in OPTIONAL_END or isinstance(around, JinjaBranch) or in_raw


def _error(fault: Fault) -> TemplateError:
    name = fault.name
    if fault.flaw == "unclosed-element":
        return TemplateError("<{name}> is never closed.", advice="Add </{name}>.", name=name)
    if fault.flaw == "crossed":
        return TemplateError(
            "</{name}> stands outside the element or condition in which <{name}> began.",
            advice="Close first what was opened last.",
            name=name,
        )
    if fault.flaw == "stray-end":
        return TemplateError("</{name}> closes nothing.", advice="Remove it.", name=name)
    return _tag_error(fault) or _jinja_error(fault)


def _tag_error(fault: Fault) -> TemplateError | None:
    if fault.flaw == "unclosed-tag":
        return TemplateError("This tag has no `>` at its end.", advice="Add it.")
    if fault.flaw == "unclosed-quote":
        return TemplateError("A value in this tag has no closing quote.", advice="Add it.")
    if fault.flaw == "unclosed-comment":
        return TemplateError("This comment is never closed.", advice="Close it with its end mark.")
    if fault.flaw == "junk":
        return TemplateError("These characters belong to no attribute.", advice="Remove them.")
    return None


def _jinja_error(fault: Fault) -> TemplateError:
    if fault.flaw == "unclosed-jinja":
        return TemplateError("This template tag has no end.", advice="Close its braces, or write a single brace.")
    if fault.flaw == "unclosed-block":
        return TemplateError(
            "The block `{name}` is never closed.", advice="Add `end{name}` where it ends.", name=fault.name
        )
    return TemplateError("`{name}` belongs to no open block.", advice="Remove it, or open its block.", name=fault.name)


def _fix(tree: SourceTree, fault: Fault) -> list[TextEdit] | None:
    node = tree.node(fault.node)
    if fault.flaw == "unclosed-element" and isinstance(node, Element):
        return [_closing(tree, node)]
    if fault.flaw == "crossed" and isinstance(node, Element):
        return [_closing(tree, node), TextEdit(*fault.span, "")]
    if fault.flaw in {"stray-end", "junk"}:
        return [TextEdit(*fault.span, "")]
    return None


def _closing(tree: SourceTree, element: Element) -> TextEdit:
    """The closing tag that is missing: behind the content, in a line of its own where the content has lines."""
    inside = contents(tree, element)
    at = inside[-1].end if inside else element.open_end
    at -= len(tree.text[element.open_end : at]) - len(tree.text[element.open_end : at].rstrip())
    gap = ""
    if inside and begins_line(tree.text, inside[0].start) and alone(tree.text, Span(element.start, element.open_end)):
        gap = line_break(tree.text) + indentation(tree.text, element.start)
    return TextEdit(at, at, f"{gap}</{element.name}>")
