"""What an imported MJML file includes: put in its place, copied beside the template, or left out."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from templates.brand.opening.encoding import decoded, is_binary
from templates.errors import InputError, MailwrightError
from templates.importing.beside import find_beside
from templates.importing.blocked import without_blocked
from templates.importing.mjml3 import is_mjml3, upgraded
from templates.importing.pictures import PictureBox
from templates.importing.reading import read_limited
from templates.importing.result import Include, IncludeMode
from templates.source.edit import set_attribute
from templates.source.parse import parse
from templates.source.text_edit import TextEdit, apply
from templates.source.tree import Element, SourceTree
from templates.workspace import Workspace

FOLDER = "includes"
DEEPEST = 10
LARGEST = 5 * 1024**2  # bytes of all included files together
_TEXTS = {".mjml", ".html", ".htm", ".css", ".txt"}
_TAGS_ALONE = re.compile(r"<mj-raw\s*>(\s*(?:\{%(?:(?!%\}).)*%\}\s*)+)</mj-raw\s*>", re.DOTALL)


class Includes:
    """Follows the includes of one import, and brings in the pictures of each file from where that file lies."""

    def __init__(
        self, root: Path | None, target: str, mode: IncludeMode, box: PictureBox, workspace: Workspace | None
    ) -> None:
        self._root, self._target, self._mode, self._box, self._workspace = root, target, mode, box, workspace
        self.files: dict[str, bytes] = {}
        self.found: dict[str, Include] = {}
        self.notices: list[MailwrightError] = []
        self.old = False
        """Whether a file was in the words of MJML 3."""
        self._size = 0
        self._head: list[str] = []

    def resolved(self, text: str, file: PurePosixPath) -> str:
        """Return MJML ``text`` of ``file`` (a path from the root), ready to stand in the workspace."""
        return self._with_head(self._resolved(text, (str(file),)))

    def _resolved(self, text: str, opened: tuple[str, ...]) -> str:
        """The same for the last of the files that are open in each other."""
        text = self._box.taken_in(without_blocked(free_statements(text))[0], PurePosixPath(opened[-1]).parent)
        tree = parse(text)
        edits: list[TextEdit] = []
        for element in tree.elements("mj-include"):
            edits += self._followed(tree, element, opened)
        return apply(text, edits)

    def _followed(self, tree: SourceTree, element: Element, opened: tuple[str, ...]) -> list[TextEdit]:
        path = element.value("path")
        if self._known(path):
            return []
        try:
            real, identity = self._find(path, opened)
            content = self._content(real, element, (*opened, identity))
        except MailwrightError as error:
            self.found[path] = Include(path, error)
            return [TextEdit(*element.span, _left_out(path))]
        self.found[path] = Include(path)
        if self._mode == "omit":
            return [TextEdit(*element.span, _left_out(path))]
        if self._mode == "copy":
            new = self._add(identity, content)
            return set_attribute(tree, element, "path", f"{self._target}/{new}")
        in_head = any(isinstance(one, Element) and one.name == "mj-head" for one in tree.ancestors(element))
        return [TextEdit(*element.span, self._inlined(content, element, in_head=in_head))]

    def _known(self, path: str) -> bool:
        """Whether the path means a file that the workspace has: a template that was exported comes back so."""
        if self._workspace is None or path.startswith("."):
            return False
        try:
            self._workspace.include(path, "")
        except MailwrightError:
            return False
        return True

    def _find(self, path: str, opened: tuple[str, ...]) -> tuple[Path, str]:
        if self._root is None:
            raise InputError("`{path}` is not there.", advice="Choose the folder that holds it.", path=path)
        ending = "" if PurePosixPath(path).suffix else ".mjml"
        real, identity = find_beside(self._root, path + ending, PurePosixPath(opened[-1]).parent)
        if real.suffix.lower() not in _TEXTS:
            raise InputError("`{path}` cannot be included.", advice="Only MJML, HTML, CSS and text can.", path=path)
        if identity in opened or len(opened) > DEEPEST:
            raise InputError("`{path}` includes itself.", advice="Remove one of the includes.", path=path)
        return real, identity

    def _content(self, real: Path, element: Element, opened: tuple[str, ...]) -> str:
        data = read_limited(real, LARGEST)
        self._size += len(data)
        if self._size > LARGEST or is_binary(data):
            raise InputError("`{path}` is too large, or no text.", path=real.name)
        text = decoded(data).removeprefix("\ufeff")
        kind, folder = element.value("type", "mjml"), PurePosixPath(opened[-1]).parent
        if kind == "css":
            return self._box.taken_in(text, folder)
        if kind == "html":
            return self._box.taken_in(without_blocked(text)[0], folder)
        text = self._resolved(text, opened)
        if is_mjml3(parse(text)):
            self.old = True
            text, notices = upgraded(text)
            self.notices += notices
        return text

    def _inlined(self, content: str, element: Element, *, in_head: bool) -> str:
        kind = element.value("type", "mjml")
        if kind == "css":
            inline = ' inline="inline"' if element.value("css-inline") == "inline" else ""
            style = f"<mj-style{inline}>\n{content.strip()}\n</mj-style>"
            return style if in_head else self._to_head(style)
        if kind == "html":
            return f"<mj-raw>\n{content.strip()}\n</mj-raw>"
        tree = parse(content)
        if not tree.elements("mjml"):
            return content.strip()
        heads, bodies = (_contents(tree, name) for name in ("mj-head", "mj-body"))
        return heads if in_head else self._to_head(heads) + bodies

    def _to_head(self, content: str) -> str:
        if content.strip():
            self._head.append(content.strip())
        return ""

    def _with_head(self, text: str) -> str:
        """Put what included files want in the head there."""
        if not self._head:
            return text
        tree, more = parse(text), "\n".join(self._head)
        heads = [one for one in tree.elements("mj-head") if one.closing]
        if heads:
            return apply(text, [TextEdit(heads[0].content.end, heads[0].content.end, f"{more}\n")])
        at = next((one.open_end for one in tree.elements("mjml")), 0)
        return apply(text, [TextEdit(at, at, f"\n<mj-head>\n{more}\n</mj-head>")])

    def _add(self, identity: str, content: str) -> str:
        path = f"{FOLDER}/{re.sub(r'[^A-Za-z0-9._/-]+', '-', identity)}"
        self.files[path] = content.encode()
        return path


def free_statements(text: str) -> str:
    """Return ``text`` with template tags that stand alone in an mj-raw set free: here they need no such wrapper."""
    return _TAGS_ALONE.sub(lambda match: match[1].strip(), text)


def _contents(tree: SourceTree, name: str) -> str:
    return "\n".join(tree.text[slice(*one.content)].strip() for one in tree.elements(name))


def _left_out(path: str) -> str:
    return f"<!-- mj-include: {re.sub('-{2,}|[<>{}%#]', '', path).strip()} -->"
