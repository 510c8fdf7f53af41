"""The social buttons of MJML 3: one component that named its networks in an attribute; today each is an element."""

from __future__ import annotations

from collections.abc import Iterator

from templates.source.edit import remove_attribute
from templates.source.escape import escape_value
from templates.source.layout import indentation, line_break
from templates.source.text_edit import TextEdit
from templates.source.tree import Element, SourceTree

_NETWORKS = "facebook twitter google"  # what was shown when nothing was named
_OVER = ("display", "base-url", "text-mode")
_RENAMED = {"icon-color": "background-color", "icon": "src"}


def socials(tree: SourceTree) -> Iterator[list[TextEdit]]:
    """Yield the edits of each mj-social that has no elements of its own."""
    for element in tree.elements("mj-social"):
        in_head = any(isinstance(one, Element) and one.name == "mj-attributes" for one in tree.ancestors(element))
        if in_head:
            yield [edit for name in _OVER for edit in remove_attribute(tree, element, name)]
        elif not any(isinstance(child, Element) for child in element.children):
            yield _upgraded(tree, element)


def _upgraded(tree: SourceTree, element: Element) -> list[TextEdit]:
    networks = element.value("display", _NETWORKS).split()
    names = {network.partition(":")[0] for network in networks}
    kept = [
        tree.source(one)
        for one in element.attributes
        if one.name not in _OVER and not any(one.name.startswith(f"{name}-") for name in names)
    ]
    gap = line_break(tree.text) + indentation(tree.text, element.start)
    children = "".join(f"{gap}  {_network(element, network)}" for network in networks)
    opening = " ".join(["<mj-social", *kept])
    return [TextEdit(*element.span, f"{opening}>{children}{gap}</mj-social>")]


def _network(element: Element, network: str) -> str:
    """``twitter:url`` links to the address itself, ``twitter`` to a page that shares it."""
    name, _, how = network.partition(":")
    own = {"name": f"{name}-noshare" if how == "url" else name}
    words = ""
    for attribute in element.attributes:
        if not attribute.name.startswith(f"{name}-"):
            continue
        what = attribute.name[len(name) + 1 :]
        if what == "content":
            words = "" if element.value("text-mode") == "false" else attribute.raw
        else:
            own[_RENAMED.get(what, what)] = attribute.value
    source = "".join(f' {key}="{escape_value(value, chr(34))}"' for key, value in own.items())
    return f"<mj-social-element{source}>{words}</mj-social-element>"
