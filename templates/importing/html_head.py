"""The head of an HTML page: its title, and what of the rest goes on into the mail's head, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from templates.brand.opening.encoding import decoded
from templates.errors import InputError, MailwrightError
from templates.importing.beside import find_beside
from templates.importing.html_sections import is_conditional
from templates.importing.pictures import PictureBox
from templates.importing.reading import read_limited
from templates.source.tree import Comment, Element, Node, SourceTree, Text

HEAD_ELEMENTS = frozenset(["head", "title", "meta", "link", "style"])
_LARGEST_SHEET = 500_000  # bytes
# MJML writes these itself.
_WRITTEN = re.compile(r"content-type|x-ua-compatible|viewport", re.IGNORECASE)
_MEDIA = re.compile(r"@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)", re.IGNORECASE)
_PLAIN = re.compile(r":[^;{}]*(?:;|\})")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARKS = re.compile(r"^\s*<!--|-->\s*$|/\*\s*<!\[CDATA\[\s*\*/|/\*\s*\]\]>\s*\*/|<!\[CDATA\[|\]\]>")


@dataclass(frozen=True)
class Head:
    """``title`` is source text; ``source`` is what goes into an mj-raw of the head."""

    title: str
    source: str
    notices: tuple[MailwrightError, ...]


class _Reader:
    def __init__(self, tree: SourceTree, root: Path | None, folder: PurePosixPath, box: PictureBox) -> None:
        self._tree, self._root, self._folder, self._box = tree, root, folder, box
        self.notices: list[MailwrightError] = []

    def kept(self, node: Node) -> str:
        """Return what goes on of a node of the head."""
        source = self._tree.source(node)
        if isinstance(node, Text):
            return ""
        if isinstance(node, Comment):
            return source.strip() if is_conditional(source) else ""
        if not isinstance(node, Element):
            return source
        if node.name == "title":
            return ""
        if node.name == "meta":
            name = node.value("name") or node.value("http-equiv")
            return "" if node.attribute("charset") or _WRITTEN.fullmatch(name.strip()) else source
        if node.name == "link":
            return self._link(node)
        return self._style(node) if node.name == "style" else source

    def _style(self, element: Element) -> str:
        css = tidy_css(self._tree.text[slice(*element.content)])
        opening = self._tree.text[slice(*element.opening)]
        if is_fragile(css):
            opening = f'{opening.rstrip(">").rstrip()} data-premailer="ignore">'
        return f"{opening}{css}</style>"

    def _link(self, element: Element) -> str:
        """A sheet on the network stays where it is; one beside the page becomes part of it."""
        href = element.value("href").strip()
        if "stylesheet" not in element.value("rel").lower().split() or not href:
            return ""
        if re.match(r"(?:https?:)?//", href):
            return self._tree.source(element)
        try:
            if self._root is None:
                raise InputError("`{path}` is not there.", advice="Choose the folder that holds it.", path=href)
            path, identity = find_beside(self._root, href, self._folder)
            css = decoded(read_limited(path, _LARGEST_SHEET)).removeprefix("\ufeff")
        except MailwrightError as error:
            self.notices.append(error)
            return ""
        css = tidy_css(re.sub(r"</?style", "", self._box.taken_in(css, PurePosixPath(identity).parent), flags=re.I))
        ignore = ' data-premailer="ignore"' if is_fragile(css) else ""
        return f'<style type="text/css"{ignore}>\n{css.strip()}\n</style>'


def read_head(tree: SourceTree, root: Path | None, folder: PurePosixPath, box: PictureBox) -> Head:
    """Read the head of a page; sheets beside it are looked for in ``root``, from ``folder`` on."""
    reader = _Reader(tree, root, folder, box)
    kept = [source for node in _nodes(tree.nodes) if (source := reader.kept(node))]
    titles = [" ".join(tree.text[slice(*one.content)].split()) for one in tree.elements("title")]
    return Head(next(iter(titles), ""), "\n".join(kept), tuple(reader.notices))


def _nodes(nodes: Iterable[Node]) -> Iterator[Node]:
    """What belongs to the head, in it or beside it; not what stands in the body."""
    for node in nodes:
        if isinstance(node, Element) and node.name == "head":
            yield from node.children
        elif isinstance(node, Element) and node.name == "html":
            yield from _nodes(node.children)
        elif isinstance(node, Element) and node.name in HEAD_ELEMENTS:
            yield node


def tidy_css(css: str) -> str:
    """Return a sheet without the marks of old browsers, and without ``{#``, which would begin a template comment."""
    return _MARKS.sub("", css).replace("{#", "{ #").replace("{%", "{ %")


def is_fragile(css: str) -> bool:
    """Whether a media query would lose against the same rules copied into the elements: it lacks an ``!important``."""
    plain = _CSS_COMMENT.sub("", css)
    for block in _MEDIA.findall(plain):
        if any("!important" not in one.replace(" ", "").lower() for one in _PLAIN.findall(block)):
            return True
    return False
