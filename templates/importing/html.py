"""Plain HTML as a template: each of its blocks a section in an mj-raw, its head kept, so that it looks as it did.

MJML frames every mail with a small style sheet of its own; the first style here takes that back, because this page was
made without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path, PurePosixPath

from templates.errors import InputError
from templates.importing.blocked import without_blocked
from templates.importing.html_head import HEAD_ELEMENTS, Head, read_head
from templates.importing.html_preheader import preheader
from templates.importing.html_sections import sections
from templates.importing.pictures import PictureBox
from templates.importing.result import Imported
from templates.importing.tags import tag_notices
from templates.source.attribute_type import check, parse_type
from templates.source.escape import escape_value
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Attribute, Comment, Element, Node, SourceTree

_OURS = re.compile(r"<(/?)mj(?=-|ml\b)", re.IGNORECASE)
_ADDRESSES = frozenset(["src", "background", "poster", "href", "height"])
_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+)")
_SETS_HEIGHT = re.compile(r"\bimg[^{}]*\{[^{}]*\bheight\s*:", re.IGNORECASE)


def import_html(text: str, *, target: str, root: Path | None = None, file: str = "mail.html") -> Imported:
    """Make a template of an HTML page. ``target`` is its folder from the workspace's root (``templates/sale.en``).

    Pictures and style sheets are looked for in ``root`` (None: nowhere); ``file`` is the page's own path in it.
    Raises InputError when there is nothing in it or it is too deep.
    """
    folder = PurePosixPath(file).parent
    text, notices = without_blocked(text)
    box = PictureBox(root, target)
    tree = parse(box.taken_in(_quoted(text), folder))
    body = next(iter(tree.elements("body")), None)
    nodes, preview = preheader(tree, list(_content(tree.nodes)))
    head = read_head(tree, root, folder, box)
    parts = [_harmless(part) for part in sections(tree, nodes)]
    if not parts:
        raise InputError("There is no mail in this file.", advice="Choose an .mjml or .html file.")
    head = replace(head, title=_harmless(head.title), source=_harmless(head.source))
    made = _document(tree, body, head, _harmless(preview), parts)
    return Imported(
        text=made,
        form="html",
        title=unescape(head.title),
        language=_language(tree),
        files=box.files,
        pictures=tuple(box.found.values()),
        notices=(*notices, *head.notices, *tag_notices(made)),
    )


def _harmless(source: str) -> str:
    """A piece of the page as it goes into an mj-raw. Where something was left out, its neighbours may be a tag now."""
    return _OURS.sub(r"&lt;\1mj", without_blocked(source)[0])


def _quoted(text: str) -> str:
    """Put addresses without quotes in some: whoever looks for pictures looks for quotes."""
    edits = [
        TextEdit(node.start, node.end, f'{node.name}="{node.raw}"')
        for element in parse(text).walk()
        if isinstance(element, Element)
        for node in element.attributes
        if isinstance(node, Attribute) and node.name.lower() in _ADDRESSES and not node.quote and node.raw
    ]
    return apply(text, edits)


def _content(nodes: Iterable[Node]) -> Iterator[Node]:
    """What the page shows, wherever it stands: browsers take what is outside of the body for a part of it."""
    for node in nodes:
        if isinstance(node, Element) and node.name == "body":
            yield from node.children
        elif isinstance(node, Element) and node.name == "html":
            yield from _content(node.children)
        elif not (isinstance(node, Element) and node.name in HEAD_ELEMENTS) and not _is_declaration(node):
            yield node


def _is_declaration(node: Node) -> bool:
    return isinstance(node, Comment) and node.kind == "declaration"


def _language(tree: SourceTree) -> str:
    roots = tree.elements("html")
    found = (roots[0].value("lang") or roots[0].value("xml:lang")) if roots else ""
    return found.partition("-")[0].strip().lower()


def _document(tree: SourceTree, body: Element | None, head: Head, preview: str, parts: list[str]) -> str:
    roots = tree.elements("html")
    direction = roots[0].value("dir") if roots else ""
    language, colour = _language(tree), _ground(body)
    attributes = {"background-color": colour, "css-class": body.value("class") if body else ""}
    frame = "".join(f' {name}="{_value(value)}"' for name, value in attributes.items() if value)
    opening = f' lang="{_value(language)}"' if language else ""
    opening += f' dir="{direction}"' if direction in {"ltr", "rtl", "auto"} else ""
    raw = "\n\n".join(f"    <mj-raw>\n{part}\n    </mj-raw>" for part in parts)
    return (
        f"<mjml{opening}>\n  <mj-head>\n    <mj-title>{head.title}</mj-title>\n"
        f"    <mj-preview>{preview}</mj-preview>\n    <mj-raw>\n{_reset(tree, body)}\n{head.source}\n    </mj-raw>\n"
        f"  </mj-head>\n  <mj-body{frame}>\n{raw}\n  </mj-body>\n</mjml>\n"
    )


def _value(plain: str) -> str:
    return escape_value(plain, '"')


def _ground(body: Element | None) -> str:
    """The page's colour, when MJML takes it as one."""
    if body is None:
        return ""
    style = dict(_declarations(body))
    colour = (style.get("background-color") or style.get("background") or body.value("bgcolor")).strip().lower()
    return colour if check(colour, parse_type("color")) else ""


def _declarations(element: Element) -> list[tuple[str, str]]:
    found = _DECLARATION.findall(element.value("style"))
    return [(name.lower(), value.strip()) for name, value in found]


def _reset(tree: SourceTree, body: Element | None) -> str:
    """A style that undoes MJML's own, and gives the page's body its properties back."""
    rules = ["p { margin: 1em 0; }", "table, td { border-collapse: separate; }"]
    rules += _heights(tree)
    if body is not None:
        own = [f"{name}: {value};" for name, value in _declarations(body)]
        if body.value("text"):
            own.insert(0, f"color: {body.value('text')};")
        rules += [f"body {{ {' '.join(own)} }}"] if own else []
    inside = "\n".join(f"        {rule}" for rule in rules)
    return f'      <style type="text/css" data-premailer="ignore">\n{inside}\n      </style>'


def _heights(tree: SourceTree) -> list[str]:
    """MJML's sheet lets pictures have any height; those that said one keep it, unless the page's own rules decide."""
    sheets = "".join(tree.source(part) for style in tree.elements("style") for part in style.children)
    if _SETS_HEIGHT.search(sheets):
        return []
    wanted = {image.value("height").strip() for image in tree.elements("img")}
    numbers = sorted({int(value.removesuffix("px")) for value in wanted if re.fullmatch(r"\d{1,4}(?:px)?", value)})
    return [f'img[height="{number}"] {{ height: {number}px; }}' for number in numbers]
