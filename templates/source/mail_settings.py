"""What belongs to a mail as a whole: its language, its breakpoint, its fonts. Missing elements are made."""

from __future__ import annotations

from templates.source.attributes import DOUBLE
from templates.source.edit import delete, insert, remove_attribute, set_attribute
from templates.source.escape import escape_value
from templates.source.layout import whole
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree


def first(tree: SourceTree, name: str) -> Element | None:
    """Return the first element of that name."""
    return next(iter(tree.elements(name)), None)


def content_of(tree: SourceTree, name: str) -> str:
    """Return the source of what the first element of that name holds: the subject, say; "" when there is none."""
    element = first(tree, name)
    return tree.text[slice(*element.content)].strip() if element else ""


def set_value(tree: SourceTree, name: str, attribute: str, value: str) -> list[TextEdit]:
    """Set an attribute of the one element ``name`` (mjml, mj-body, mj-breakpoint); an empty value takes it away.

    Without attributes an mj-breakpoint means nothing and goes too.
    """
    element = first(tree, name)
    if element is None:
        return add_to_head(tree, f'<{name} {attribute}="{escape_value(value, DOUBLE)}" />') if value else []
    if value:
        return set_attribute(tree, element, attribute, value)
    alone = {one.name for one in element.attributes} == {attribute}
    if name == "mj-breakpoint" and alone:
        return delete(tree, whole(tree, element))
    return remove_attribute(tree, element, attribute)


def set_font(tree: SourceTree, name: str, href: str) -> list[TextEdit]:
    """Make the style sheet at ``href`` known as the font ``name``; without ``href`` forget that font."""
    known = next((one for one in tree.elements("mj-font") if one.value("name") == name), None)
    if known is not None:
        return set_attribute(tree, known, "href", href) if href else delete(tree, whole(tree, known))
    if not href:
        return []
    quoted = [escape_value(value, DOUBLE) for value in (name, href)]
    return add_to_head(tree, '<mj-font name="{}" href="{}" />'.format(*quoted))


def add_to_head(tree: SourceTree, source: str) -> list[TextEdit]:
    """Put ``source`` at the end of the mj-head, which is made where a mail has none; a part of a mail gets none."""
    head, body = first(tree, "mj-head"), first(tree, "mj-body")
    if head is not None:
        return insert(tree, head, source, "inside")
    if body is None:
        return []
    return insert(tree, whole(tree, body), f"<mj-head>\n  {source}\n</mj-head>", "before")
